/** What Convex does with a token at one provider, in words. */
import { acceptedAlgorithms, acceptsAudience, issuerOf, matchToken } from "../../../../src/platform/convex.js";
import type { Provider, TokenClaims } from "../../../../src/platform/convex.js";
import { isClientId } from "../../../../src/platform/workos.js";
import type { Range } from "../../app.js";
import type { Token } from "../../token.js";
import type { Advice, ProviderOutcome, ProviderVerdict } from "../../verdict.js";
import type { Candidate } from "./candidate.js";
import { describeClients, describeDifference, roleOf } from "./issuer-difference.js";
import type { Difference } from "./issuer-difference.js";
import { algorithmOf, describeMissingKeys } from "./keys.js";
import type { MemberName } from "./provider-reading.js";
import { code, setCommand, shownIssuer } from "./shown.js";

function claimsOf({ iss, aud }: Token): TokenClaims {
  return { iss: iss ?? undefined, aud };
}

/** Whether one provider matches the token, whatever follows. */
export function matches(provider: Provider, token: Token): boolean {
  return matchToken([provider], claimsOf(token)).matched;
}

/** Judges a provider as if it stood alone. */
export function judgeProvider(candidate: Candidate, provider: Provider, token: Token): ProviderVerdict {
  if (!matches(provider, token)) {
    return matches(asAnyAudience(provider), token)
      ? audienceVerdict(candidate, token)
      : issuerVerdict(candidate, token);
  }
  if (candidate.doubts.length > 0) return unreadable(candidate);
  if (!acceptsAudience(provider, claimsOf(token))) return severalAudiences(candidate);
  return (
    algorithmVerdict(candidate, provider, token) ?? keysVerdict(candidate, provider, token) ?? taken(candidate, token)
  );
}

/** The same issuer without an audience: tells which of the two comparisons fails, where Convex says only that one does. */
function asAnyAudience(provider: Provider): Provider {
  return { type: "customJwt", issuer: issuerOf(provider), jwks: "", algorithm: "RS256", applicationID: null };
}

export function unreadable(candidate: Candidate): ProviderVerdict {
  const [doubt = null] = candidate.doubts;
  const member = doubt == null ? undefined : candidate.reading.members?.get(doubt);
  const names = member?.kind === "text" ? member.text.holes.map(({ name }) => name) : [];
  const isOpen = doubt == null || names.length === 0 || names.includes(null);
  const what = doubt == null ? "Part of this provider" : `\`${doubt}\``;
  const why = isOpen
    ? `${what} is computed in a way that this page does not follow – it may take the token or not.`
    : `${what} reads several variables whose values are not given here – it may take the token or not.`;
  const fix = isOpen ? "Compare what it comes to with the token's `iss` and `aud`." : "Paste the Convex variables.";
  return verdict(candidate, "unreadable", why, { fix, rule: null, command: null }, doubt);
}

function issuerVerdict(candidate: Candidate, token: Token): ProviderVerdict {
  const name: MemberName = candidate.reading.members?.has("issuer") === true ? "issuer" : "domain";
  if (candidate.issuer == null) return unreadable(candidate);
  const difference = describeDifference(candidate.issuer, token.iss ?? "");
  return verdict(candidate, "issuer-differs", difference.why, difference, name);
}

function audienceVerdict(candidate: Candidate, token: Token): ProviderVerdict {
  if (token.aud.length === 0) {
    const { why, ...change } = describeMissingAudience(candidate, token);
    return verdict(candidate, "audience-missing", why, change, "applicationID");
  }
  const { why, ...change } = describeOtherAudience(candidate, token);
  return verdict(candidate, "audience-differs", why, change, "applicationID");
}

function describeMissingAudience(candidate: Candidate, token: Token): Difference {
  const role = roleOf(token.iss ?? "");
  const why =
    "`applicationID` asks for an audience, and the token has no `aud` – Convex matches no such token with this provider.";
  if (role === "shared") {
    const fix =
      'Keep `applicationID`, since the issuer is shared by many apps: add `"aud": "<client ID>"` to the JWT template in the WorkOS dashboard.';
    return { why, fix, rule: "require-shared-issuer-application-id", command: null };
  }
  if (candidate.reading.members?.has("domain") === true && !candidate.reading.members.has("issuer")) {
    const fix =
      role === "other"
        ? "Let the vendor put an `aud` into the token: the OIDC form needs one."
        : "Use the custom JWT form of the template.";
    return { why, fix, rule: role === "other" ? null : "no-workos-oidc-provider", command: null };
  }
  const isSession = role === "user-management";
  return {
    why,
    fix: "Remove `applicationID`.",
    rule: isSession ? "no-user-management-application-id" : null,
    command: null,
  };
}

function describeOtherAudience({ audience }: Candidate, { aud, iss }: Token): Difference {
  const tokenId = aud.find(isClientId) ?? aud[0] ?? "";
  const id = audience?.text ?? null;
  if (audience != null && id != null && isClientId(id) && isClientId(tokenId))
    return describeClients(audience.variableOf(id), id, tokenId);
  const what = audience == null ? "another value" : code(audience.shown);
  const why = `\`applicationID\` is ${what}, and the token's \`aud\` is ${code(tokenId)} – Convex looks for the one in the other.`;
  const isShared = roleOf(iss ?? "") === "shared";
  return {
    why,
    fix: isShared ? "Set `applicationID` to your client ID." : "Write the token's audience as `applicationID`.",
    rule: isShared ? "consistent-client-id" : null,
    command: null,
  };
}

function severalAudiences(candidate: Candidate): ProviderVerdict {
  const why = "The token has several audiences – in the OIDC form Convex takes one only.";
  return verdict(
    candidate,
    "audience-differs",
    why,
    { fix: "Use the custom JWT form, or let the vendor name one.", rule: null, command: null },
    "applicationID",
  );
}

function algorithmVerdict(candidate: Candidate, provider: Provider, token: Token): ProviderVerdict | null {
  const algorithm = algorithmOf(token);
  if (algorithm == null || acceptedAlgorithms(provider).includes(algorithm)) return null;
  const accepted = acceptedAlgorithms(provider)
    .map((name) => `\`${name}\``)
    .join(" or ");
  const why = `The token is signed with ${code(algorithm)}, and this provider takes ${accepted} – Convex rejects it after the match.`;
  const isUsable = algorithm === "RS256" || algorithm === "ES256";
  const fix = isUsable
    ? `Write \`algorithm: "${algorithm}"\`.`
    : "Let the issuer sign with RS256 or ES256: Convex takes no other.";
  return verdict(
    candidate,
    "algorithm-differs",
    why,
    { fix, rule: isUsable ? "valid-algorithm" : null, command: null },
    "algorithm",
  );
}

function keysVerdict(candidate: Candidate, provider: Provider, token: Token): ProviderVerdict | null {
  const missing = describeMissingKeys(provider, candidate, token);
  const name = provider.type === "oidc" ? "domain" : "jwks";
  return missing == null ? null : verdict(candidate, "keys-missing", missing.why, missing, name);
}

function taken(candidate: Candidate, token: Token): ProviderVerdict {
  const [assumption] = candidate.assumptions;
  if (assumption != null) return takenIf(candidate, ...assumption);
  const audience = candidate.audience?.shown;
  if (audience == null && roleOf(token.iss ?? "") === "shared") return takenFromAnyone(candidate);
  const what = audience == null ? "it asks for no audience" : `\`aud\` holds ${code(audience)}`;
  return verdict(
    candidate,
    "takes",
    `Takes the token – its issuer is ${code(token.iss ?? "")}, and ${what}.`,
    null,
    null,
  );
}

/** A hole of the push's own check: `null`, or an issuer without a scheme. */
function takenFromAnyone(candidate: Candidate): ProviderVerdict {
  const why = "Takes the token, and those of other apps as well – the issuer is shared, and no audience is asked for.";
  const change = {
    fix: "Add `applicationID` with your client ID.",
    rule: "require-shared-issuer-application-id",
    command: null,
  };
  return verdict(candidate, "takes", why, change, "applicationID");
}

function takenIf(candidate: Candidate, name: string, value: string): ProviderVerdict {
  const command = setCommand(name, value);
  const others = candidate.assumptions.size > 1 ? ", and other variables fit as well" : "";
  const why = `Takes the token if \`${name}\` is ${code(value)} on the deployment${others} – an assumption, since no value is given here.`;
  const fix = command == null ? `Look with \`npx convex env get ${name} --prod\`.` : `To set it, run \`${command}\`.`;
  return verdict(candidate, "takes-if", why, { fix, rule: null, command }, null);
}

export function verdict(
  { reading, issuer }: Candidate,
  outcome: ProviderOutcome,
  why: string,
  change: Omit<Difference, "why"> | null,
  at: MemberName | null,
): ProviderVerdict {
  const range: Range = (at == null ? undefined : reading.members?.get(at)?.range) ?? reading.range;
  const advice: Advice | null =
    change?.fix == null ? null : { text: change.fix, rule: change.rule, command: change.command, range };
  return {
    index: reading.index,
    issuer: issuer == null ? "…" : shownIssuer(issuer.shown),
    outcome,
    why,
    advice,
    range,
  };
}
