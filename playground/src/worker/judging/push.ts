/** What Convex's push makes of the providers: those that it keeps, and why it refuses the others. */
import { readProviderUrl, validatePush } from "../../../../src/platform/convex.js";
import type { Provider, PushRefusal, PushRefusalReason } from "../../../../src/platform/convex.js";
import { withoutSecrets } from "../../../../src/platform/shown-text.js";
import type { ConvexWords, ProviderVerdict } from "../../verdict.js";
import { harmlessProvider } from "./candidate.js";
import type { Candidate } from "./candidate.js";
import type { MemberName } from "./provider-reading.js";
import { unreadable, verdict } from "./provider-verdict.js";

export interface Push {
  /** One for each candidate; what stands in place of a refused one takes no token. */
  readonly providers: readonly Provider[];
  /** The verdicts of those that decide nothing at run time. */
  readonly refused: ReadonlyMap<number, ProviderVerdict>;
  /** The first refusal, which is all that Convex reports. */
  readonly refusal: PushRefusal | null;
}

/** Pushes the candidates, each refused one replaced, until Convex takes the list. */
export function push(candidates: readonly Candidate[]): Push {
  const list = candidates.map(({ json }) => json);
  const refused = new Map<number, ProviderVerdict>();
  let first: PushRefusal | null = null;
  for (;;) {
    const result = validatePush({ providers: list });
    if (result.accepted) return { providers: result.providers, refused, refusal: first };
    const { refusal } = result;
    const candidate = refusal.provider == null ? undefined : candidates[refusal.provider];
    // A value that JSON cannot write: Convex does not say where it stands.
    if (candidate == null) return { providers: list.map(() => NO_PROVIDER), refused, refusal };
    const isCertain = isCertainlyRefused(candidate, refusal.reason);
    if (isCertain) first ??= refusal;
    refused.set(candidate.reading.index, isCertain ? refusedVerdict(candidate, refusal) : unreadable(candidate));
    list[candidate.reading.index] = harmlessProvider();
  }
}

const NO_PROVIDER: Provider = { type: "customJwt", issuer: "", jwks: "", algorithm: "RS256", applicationID: null };

/** Whether no filling of what is not known would have passed. */
function isCertainlyRefused({ doubts, reading: { members } }: Candidate, reason: PushRefusalReason): boolean {
  const address = members?.get("issuer") ?? members?.get("domain");
  if (doubts.some((doubt) => doubt == null || decidersOf(reason).includes(doubt))) return false;
  if (address?.kind !== "text" || address.text.text != null || !isAboutAddress(reason)) return true;
  // Where characters stand before the first hole, no text in it mends them; the platform's own reading says the same.
  return (
    reason !== "shared-issuer-without-application-id" &&
    !address.text.startsWithHole &&
    !readProviderUrl(address.text.textWith("x")).accepted
  );
}

/** The members that pass in one filling and not in another. */
function decidersOf(reason: PushRefusalReason): readonly MemberName[] {
  switch (reason) {
    case "misspelt-application-id":
    case "unexpected-type":
      return [];
    case "no-matching-shape":
      return ["applicationID"];
    case "domain-beside-custom-jwt":
    case "issuer-beside-oidc":
      return ["type", "issuer", "domain"];
    default:
      return ["applicationID", "issuer", "domain"];
  }
}

function isAboutAddress(reason: PushRefusalReason): boolean {
  return reason.startsWith("url-") || reason === "shared-issuer-without-application-id";
}

interface Repair {
  readonly at: MemberName | null;
  readonly fix: string;
  readonly rule: string;
}

const REPAIRS: Partial<Readonly<Record<PushRefusalReason, Repair>>> = {
  "unexpected-type": { at: "type", fix: 'Write `type: "customJwt"`.', rule: "valid-provider-type" },
  "domain-beside-custom-jwt": {
    at: "domain",
    fix: "Write `issuer` in place of `domain`.",
    rule: "valid-provider-type",
  },
  "issuer-beside-oidc": { at: "issuer", fix: 'Add `type: "customJwt"`.', rule: "valid-provider-type" },
  "shared-issuer-without-application-id": {
    at: "issuer",
    fix: "Add `applicationID` with your client ID.",
    rule: "require-shared-issuer-application-id",
  },
  "no-matching-shape": {
    at: null,
    fix: "Give the provider `type`, `issuer`, `jwks` and `algorithm` as in the template.",
    rule: "require-provider-members",
  },
};

function refusedVerdict(candidate: Candidate, { reason }: PushRefusal): ProviderVerdict {
  const { at, fix, rule } = repairOf(candidate, reason);
  const why = `${REASONS[reason] ?? "The address is no URL that Convex accepts"} – Convex refuses the push.`;
  return verdict(candidate, "refused", why, { fix, rule, command: null }, at);
}

const REASONS: Partial<Readonly<Record<PushRefusalReason, string>>> = {
  "misspelt-application-id": "`applicationID` is misspelt",
  "unexpected-type": "`type` is neither `customJwt` nor `oidc`",
  "domain-beside-custom-jwt": "A custom JWT provider has an `issuer`, not a `domain`",
  "issuer-beside-oidc": "`issuer` without `type` is read as the OIDC form, which has none",
  "shared-issuer-without-application-id":
    "The shared issuer needs an `applicationID`, since tokens of other apps carry it too",
  "no-matching-shape": "A member is missing, or has a value that Convex does not know",
};

function repairOf({ reading: { members } }: Candidate, reason: PushRefusalReason): Repair {
  if (reason === "misspelt-application-id") {
    const at = members?.has("applicationId") === true ? "applicationId" : "applicationid";
    return {
      at,
      fix: "Write `applicationID`, or remove it where the issuer names your client.",
      rule: "valid-member-name",
    };
  }
  const at = members?.has("issuer") === true ? "issuer" : "domain";
  return REPAIRS[reason] ?? { at, fix: "Begin the address with `https://` and a host.", rule: "valid-issuer" };
}

/** Convex's words for a refusal, with the names of variables in place of values that are not public or not known. */
export function pushWords({ message, provider }: PushRefusal, candidates: readonly Candidate[]): ConvexWords {
  const candidate = candidates.find(({ reading }) => reading.index === provider);
  const texts = new Map(Object.entries(candidate?.json ?? {}));
  let words = message;
  for (const [name, member] of candidate?.reading.members ?? []) {
    const value = texts.get(name);
    if (member.kind === "text" && typeof value === "string" && value !== "")
      words = words.replaceAll(value, () => member.text.shown);
  }
  return { where: "push", text: withoutSecrets(words) };
}
