/**
 * What a pasted access token says about itself: the claims that decide which provider it belongs to, and nothing that says whose it is.
 *
 * Nothing leaves this module but those claims: no other claim, no part of the text, in no message.
 */

export interface Token {
  /** The algorithm of the signature; null where only the payload was pasted. */
  readonly alg: string | null;
  /** Whether the header names a key; null where only the payload was pasted. */
  readonly hasKeyId: boolean | null;
  readonly iss: string | null;
  /** Empty where the token has none. */
  readonly aud: readonly string[];
  /** Seconds since 1970, as in the token. */
  readonly exp: number | null;
  readonly nbf: number | null;
  readonly iat: number | null;
  /** Whether it has claims that only an ID token has. */
  readonly looksLikeIdToken: boolean;
}

export type Decoded = { readonly ok: true; readonly token: Token } | { readonly ok: false; readonly problem: string };

/** Far above any token that a request header carries. */
export const MAX_TOKEN_LENGTH = 20_000;

/** Reads an access token, or its payload as JSON, with or without the header before it; never throws. */
export function decodeToken(text: string): Decoded {
  if (text.length > MAX_TOKEN_LENGTH)
    return problem("This is longer than 20,000 characters – no access token is. Paste the token alone.");
  const bare = withoutWrapping(text);
  if (bare === "") return problem("There is no token yet – paste an access token, or its payload as JSON.");
  return refuseOther(bare) ?? (bare.startsWith("{") ? readJson(bare) : readJwt(bare.replaceAll(/\s/gu, "")));
}

function problem(sentence: string): Decoded {
  return { ok: false, problem: sentence };
}

/** The text without what people copy with it. */
function withoutWrapping(text: string): string {
  const unquoted = text.replace(/^[\s"'`\uFEFF]+/u, "").replace(/^authorization\s*:\s*/iu, "");
  return trimEnd(unquoted.replace(/^bearer\s+/iu, "").replace(/^[\s"'`]+/u, ""));
}

/** A loop, because a pattern that is anchored at the end takes quadratic time. */
function trimEnd(text: string): string {
  let end = text.length;
  while (/[\s"'`,;]/u.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const SECRETS = /^(?:\w+\s*=\s*["'`]?)?(?:(?:sk|rk)_(?:live|test)_|whsec_|sk_|(?:dev|prod|preview)(?::[\w:-]+)?\|)/u;

/** Other things that people paste here, by how they begin. */
function refuseOther(text: string): Decoded | null {
  if (SECRETS.test(text)) {
    return problem(
      "This is a secret key, not a token – nobody needs it here. If it went anywhere else as well, replace it by a new one in the dashboard that issued it.",
    );
  }
  if (text.startsWith("Fe26.2*")) {
    return problem(
      "This is a sealed session cookie – only your server can open it. Paste the access token, which `getAccessToken()` returns.",
    );
  }
  if (/^client_\w+$/u.test(text))
    return problem("This is a client ID, not a token – it says nothing about a session. Paste an access token.");
  return null;
}

type Json = Readonly<Record<string, unknown>>;

/** The header of a JWT on its own line, before its payload, as jwt.io shows them. */
const HEADER_AND_PAYLOAD = /^(\{[^{}]*\})\s*,?\s*(\{.*\})$/su;

function readJson(text: string): Decoded {
  const whole = parseJson(text);
  if (whole != null) return readClaims(null, whole);
  const [, header, payload] = HEADER_AND_PAYLOAD.exec(text) ?? [];
  const parsedHeader = parseJson(header ?? "");
  const parsedPayload = parseJson(payload ?? "");
  if (parsedHeader != null && parsedPayload != null) return readClaims(parsedHeader, parsedPayload);
  return problem("This begins like JSON and is none – a brace or a quote is missing. Copy the whole payload.");
}

const ONE_PART =
  "This is no JWT – it has no dots, as the opaque tokens of other uses have none. Paste the access token, which begins with `eyJ`.";

function readJwt(text: string): Decoded {
  const parts = text.split(".");
  if (parts.length === 5)
    return problem(
      "This token is encrypted – only the one who it was made for can read it, and Convex takes signed tokens. Paste an access token.",
    );
  if (parts.length === 1) return problem(ONE_PART);
  if (parts.length !== 3)
    return problem("This is no JWT – one has three parts with dots between them. Copy the whole token.");
  const [header = "", payload = "", signature = ""] = parts;
  const decodedHeader = decodePart(header);
  if (typeof decodedHeader === "string") return problem(partProblem("first", decodedHeader));
  const decodedPayload = decodePart(payload);
  if (typeof decodedPayload === "string") return problem(partProblem("second", decodedPayload));
  if (!BASE64URL.test(signature))
    return problem("The signature is missing or cut off – Convex would not take the token. Copy the whole token.");
  return readClaims(decodedHeader, decodedPayload);
}

type PartProblem = "no base64url" | "no JSON" | "no object";

function partProblem(part: string, reason: PartProblem): string {
  const what = { "no base64url": "is not base64url", "no JSON": "is no JSON", "no object": "is JSON, but no object" }[
    reason
  ];
  return `The ${part} part of the token ${what} – it was changed or cut off on the way. Copy the whole token.`;
}

const BASE64URL = /^[\w-]+={0,2}$/u;

function decodePart(part: string): Json | PartProblem {
  if (!BASE64URL.test(part)) return "no base64url";
  let text: string;
  try {
    const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    text = new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
  } catch {
    return "no base64url";
  }
  try {
    return asObject(JSON.parse(text)) ?? "no object";
  } catch {
    return "no JSON";
  }
}

function parseJson(text: string): Json | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function readClaims(header: Json | null, payload: Json): Decoded {
  const { iss, aud, exp, nbf, iat } = payload;
  if (!isOptional(iss, "string")) return wrongType("iss", iss, "a text");
  if (!isOptional(aud, "string") && !isTexts(aud)) return wrongType("aud", aud, "a text or a list of texts");
  for (const [name, time] of Object.entries({ exp, nbf, iat }))
    if (!isOptional(time, "number")) return wrongType(name, time, "a number of seconds");
  if (header == null && iss === undefined && (Object.hasOwn(payload, "alg") || Object.hasOwn(payload, "kid"))) {
    return problem(
      "This is the header of a token alone – the issuer and the audience stand in its payload. Paste that.",
    );
  }
  const token: Token = {
    alg: typeof header?.["alg"] === "string" ? header["alg"] : null,
    hasKeyId: header == null ? null : typeof header["kid"] === "string",
    iss: iss ?? null,
    aud: typeof aud === "string" ? [aud] : (aud ?? []),
    exp: (exp as number | undefined) ?? null,
    nbf: (nbf as number | undefined) ?? null,
    iat: (iat as number | undefined) ?? null,
    looksLikeIdToken: ["at_hash", "c_hash", "nonce"].some((name) => Object.hasOwn(payload, name)),
  };
  return { ok: true, token };
}

function isOptional(value: unknown, type: "number"): value is number | undefined;
function isOptional(value: unknown, type: "string"): value is string | undefined;
function isOptional(value: unknown, type: "number" | "string"): boolean {
  return value === undefined || typeof value === type;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function wrongType(claim: string, value: unknown, wanted: string): Decoded {
  return problem(
    `The claim \`${claim}\` is ${typeName(value)}, not ${wanted} – Convex cannot read such a token. Look at what issues it.`,
  );
}

function typeName(value: unknown): string {
  if (value === null) return "`null`";
  if (Array.isArray(value)) return "a list";
  return { string: "a text", number: "a number", boolean: "a boolean" }[typeof value as string] ?? "an object";
}
