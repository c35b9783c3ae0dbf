import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { MAX_TOKEN_LENGTH, decodeToken } from "../../playground/src/token.js";

const iss = "https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA";
const claims = {
  iss,
  sub: "user_01SECRET",
  sid: "session_01SECRET",
  org_id: "org_01SECRET",
  email: "ada@example.com",
  exp: 1_785_600_000,
  iat: 1_785_596_400,
};
const header = { alg: "RS256", kid: "sso_oidc_key_pair_01" };

const encode = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const jwt = (payload: unknown = claims, head: unknown = header): string =>
  `${encode(head)}.${encode(payload)}.c2lnbmF0dXJl`;
const token = jwt();
const [head = "", payload = ""] = token.split(".");

const fromJwt = {
  alg: "RS256",
  hasKeyId: true,
  iss,
  aud: [],
  exp: 1_785_600_000,
  nbf: null,
  iat: 1_785_596_400,
  looksLikeIdToken: false,
};
const fromPayload = { ...fromJwt, alg: null, hasKeyId: null };

describe("an access token", () => {
  test.each<[what: string, text: string]>([
    ["alone", token],
    ["with white space around it", `\n  ${token}\t\n`],
    ["broken into lines, as a terminal copies it", token.replaceAll(/.{40}/gu, "$&\r\n")],
    ["behind Bearer", `Bearer ${token}`],
    ["behind bearer in quotes", `"bearer  ${token}"`],
    ["as a header", `Authorization: Bearer ${token}`],
    ["in quotes, with a comma", `"${token}",`],
    ["in backticks", `\`${token}\``],
    ["with a byte-order mark", `\uFEFF${token}`],
    [
      "with padding",
      token
        .split(".")
        .map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, "="))
        .join("."),
    ],
  ])("is read %s", (_what, text) => {
    expect(decodeToken(text)).toEqual({ ok: true, token: fromJwt });
  });

  test.each<[what: string, payload: object, read: object]>([
    ["one audience", { ...claims, aud: "client_1" }, { aud: ["client_1"] }],
    ["several audiences", { ...claims, aud: ["a", "b"] }, { aud: ["a", "b"] }],
    ["nothing but an issuer", { iss }, { exp: null, iat: null }],
    ["no issuer", { exp: 1 }, { iss: null, exp: 1, iat: null }],
    ["a time before which it is not valid", { ...claims, nbf: 5 }, { nbf: 5 }],
    ["umlauts", { ...claims, name: "Jörg 🚀" }, {}],
    ["what an ID token has", { ...claims, nonce: "n" }, { looksLikeIdToken: true }],
  ])("is read with %s", (_what, payload, read) => {
    expect(decodeToken(jwt(payload))).toEqual({ ok: true, token: { ...fromJwt, ...read } });
  });

  it("is read without a key ID, and without an algorithm", () => {
    expect(decodeToken(jwt(claims, { alg: "ES256" }))).toMatchObject({ token: { alg: "ES256", hasKeyId: false } });
    expect(decodeToken(jwt(claims, {}))).toMatchObject({ token: { alg: null, hasKeyId: false } });
  });
});

describe("a payload", () => {
  test.each<[what: string, text: string, read: object]>([
    ["in one line", JSON.stringify(claims), fromPayload],
    ["in many", `\n${JSON.stringify(claims, null, 2)}\n`, fromPayload],
    ["behind its header", `${JSON.stringify(header, null, 2)}\n${JSON.stringify(claims, null, 2)}`, fromJwt],
    [
      "behind its header and a comma",
      `${JSON.stringify(header)}, ${JSON.stringify({ ...claims, act: { sub: "x" } })}`,
      fromJwt,
    ],
  ])("is read %s", (_what, text, read) => {
    expect(decodeToken(text)).toEqual({ ok: true, token: read });
  });
});

describe("what is no token", () => {
  test.each<[what: string, text: string, problem: string]>([
    ["nothing", "", "There is no token yet – paste an access token, or its payload as JSON."],
    ["white space", " \n ", "There is no token yet – paste an access token, or its payload as JSON."],
    ["Bearer alone", "Bearer ", "There is no token yet – paste an access token, or its payload as JSON."],
    [
      "a huge text",
      "a".repeat(MAX_TOKEN_LENGTH + 1),
      "This is longer than 20,000 characters – no access token is. Paste the token alone.",
    ],
    [
      "an opaque token",
      "0a1b2c3d4e5f",
      "This is no JWT – it has no dots, as the opaque tokens of other uses have none. Paste the access token, which begins with `eyJ`.",
    ],
    [
      "two parts",
      `${head}.${payload}`,
      "This is no JWT – one has three parts with dots between them. Copy the whole token.",
    ],
    [
      "a token without its signature",
      `${head}.${payload}.`,
      "The signature is missing or cut off – Convex would not take the token. Copy the whole token.",
    ],
    [
      "an encrypted token",
      `${head}.a.b.c.d`,
      "This token is encrypted – only the one who it was made for can read it, and Convex takes signed tokens. Paste an access token.",
    ],
    [
      "other characters in the header",
      `eyJ$.${payload}.a`,
      "The first part of the token is not base64url – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "a length that no base64url has",
      `${head}.abcde.a`,
      "The second part of the token is not base64url – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "bytes that are no text",
      `${head}.${Buffer.from([0xff, 0xfe]).toString("base64url")}.a`,
      "The second part of the token is not base64url – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "a payload that was cut off",
      `${head}.${payload.slice(0, -8)}.a`,
      "The second part of the token is no JSON – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "a payload that is a list",
      `${head}.${encode([1])}.a`,
      "The second part of the token is JSON, but no object – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "a payload that is null",
      `${head}.${encode(null)}.a`,
      "The second part of the token is JSON, but no object – it was changed or cut off on the way. Copy the whole token.",
    ],
    [
      "broken JSON",
      '{ "iss": "https://',
      "This begins like JSON and is none – a brace or a quote is missing. Copy the whole payload.",
    ],
    [
      "a header alone",
      JSON.stringify(header),
      "This is the header of a token alone – the issuer and the audience stand in its payload. Paste that.",
    ],
    [
      "a client ID",
      "client_01HAAAAAAAAAAAAAAAAAAAAAAA",
      "This is a client ID, not a token – it says nothing about a session. Paste an access token.",
    ],
    [
      "a sealed session",
      "Fe26.2*1*abc*def*ghi",
      "This is a sealed session cookie – only your server can open it. Paste the access token, which `getAccessToken()` returns.",
    ],
    [
      "a number for an issuer",
      jwt({ iss: 5 }),
      "The claim `iss` is a number, not a text – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "null for an issuer",
      jwt({ iss: null }),
      "The claim `iss` is `null`, not a text – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "a number for an audience",
      jwt({ ...claims, aud: 7 }),
      "The claim `aud` is a number, not a text or a list of texts – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "a list of numbers for an audience",
      jwt({ ...claims, aud: [7] }),
      "The claim `aud` is a list, not a text or a list of texts – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "a text for a time",
      jwt({ ...claims, exp: "soon" }),
      "The claim `exp` is a text, not a number of seconds – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "an object for a time",
      jwt({ ...claims, nbf: {} }),
      "The claim `nbf` is an object, not a number of seconds – Convex cannot read such a token. Look at what issues it.",
    ],
    [
      "a boolean for a time",
      JSON.stringify({ ...claims, iat: true }),
      "The claim `iat` is a boolean, not a number of seconds – Convex cannot read such a token. Look at what issues it.",
    ],
  ])("is told so: %s", (_what, text, problem) => {
    expect(decodeToken(text)).toEqual({ ok: false, problem });
  });

  test.each([
    "sk_test_a1b2c3",
    "sk_live_a1b2c3",
    "WORKOS_API_KEY=sk_test_a1b2c3",
    'WORKOS_API_KEY="sk_test_a1b2c3"',
    "whsec_a1b2c3",
    "prod:happy-animal-123|a1b2c3",
    "Bearer sk_test_a1b2c3",
  ])("is a key, which is not repeated: %s", (text) => {
    expect(decodeToken(text)).toEqual({
      ok: false,
      problem:
        "This is a secret key, not a token – nobody needs it here. If it went anywhere else as well, replace it by a new one in the dashboard that issued it.",
    });
  });
});

describe("what is read", () => {
  it("never throws, and says what is wrong in at most 200 characters", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom("Bearer ", ".", "{", "}", head, "sk_test_", "=", "\n"),
      fc.jsonValue().map(encode),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (text) => {
          const decoded = decodeToken(text);
          if (!decoded.ok) expect(decoded.problem).toMatch(/^[A-Z].{1,198}\.$/u);
        },
      ),
      { numRuns: 2_000, seed: 20_260_801 },
    );
  });

  it("holds no claim that says whose the token is, and nothing of the signature", () => {
    for (const text of [token, JSON.stringify(claims), jwt({ ...claims, aud: 5 })]) {
      const read = JSON.stringify(decodeToken(text));
      for (const secret of ["SECRET", "ada@", "c2lnbmF0dXJl", "sso_oidc"]) expect(read).not.toContain(secret);
    }
  });
});
