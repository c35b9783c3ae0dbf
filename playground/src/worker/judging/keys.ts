/** Whether the keys at a provider's `jwks` are those that WorkOS signs a token with, as far as its address says. */
import { readIssuer } from "../../../../src/platform/issuer.js";
import { readJwks } from "../../../../src/platform/jwks.js";
import type { JwksDamage, JwksReading } from "../../../../src/platform/jwks.js";
import { API_HOST, DEFAULT_WORLD, SIGNING_ALGORITHM, isClientId } from "../../../../src/platform/workos.js";
import type { Provider } from "../../../../src/platform/convex.js";
import type { Token } from "../../token.js";
import type { Candidate } from "./candidate.js";
import type { Difference } from "./issuer-difference.js";
import { clientOf, isWorkOS, roleOf } from "./issuer-difference.js";
import { code } from "./shown.js";
import type { TextReading } from "./text-reading.js";

/** The algorithm of a token's signature; null where neither the token nor its issuer says so. */
export function algorithmOf({ alg, iss }: Token): string | null {
  return alg ?? (iss != null && isWorkOS(roleOf(iss)) ? SIGNING_ALGORITHM : null);
}

const DAMAGES: Partial<Readonly<Record<JwksDamage, string>>> = {
  clientIdMissing: "The JWKS URL lacks the client ID",
  clientIdPlaceholder: "The JWKS URL ends in a text that is no client ID",
  templateInPlainQuotes: "The JWKS URL holds `${…}` in plain quotes, which stays as it is",
};

const WRITE_TEMPLATE =
  "Write `jwks` as the template `https://api.workos.com/sso/jwks/${process.env.WORKOS_CLIENT_ID}`.";

/** Why the keys do not verify the token; null where they do, or where nothing is known of them. */
export function describeMissingKeys(provider: Provider, candidate: Candidate, token: Token): Difference | null {
  const issuer = token.iss ?? "";
  if (!isWorkOS(roleOf(issuer))) return null;
  if (provider.type === "oidc") {
    const why =
      "The OIDC form looks for a discovery document at the issuer – WorkOS has none there, so no signature verifies.";
    return { why, fix: "Use the custom JWT form of the template.", rule: "no-workos-oidc-provider", command: null };
  }
  if (candidate.jwks == null) return null;
  const { host } = readIssuer(issuer, { world: DEFAULT_WORLD, isKnownClientId: isClientId });
  const keys = readKeys(candidate.jwks, host);
  if (keys.damage != null) {
    const what = DAMAGES[keys.damage] ?? "The JWKS URL is not where WorkOS publishes keys";
    return {
      why: `${what} – Convex finds no key there that verifies the signature.`,
      fix: WRITE_TEMPLATE,
      rule: "valid-jwks",
      command: null,
    };
  }
  const client = otherClient(keys.clientId, candidate, token);
  if (client == null || client.isDeliberate) return null;
  return {
    why: `The JWKS URL names the client ${code(client.id)}, the token ${code(client.tokenId)} – the keys of one verify no token of another.`,
    fix: WRITE_TEMPLATE,
    rule: "consistent-client-id",
    command: null,
  };
}

/** What to know of a key set that another variable names: the clients of one environment share their keys, and no file says of which they are. */
export function noteOnKeys(candidate: Candidate, token: Token): string | null {
  if (candidate.jwks == null || token.iss == null) return null;
  if (candidate.jwks.text == null)
    return "`jwks` reads a variable whose value is not given here – whether the right keys lie there is not known.";
  const client = otherClient(readKeys(candidate.jwks, API_HOST).clientId, candidate, token);
  return client?.isDeliberate === true
    ? `The keys are those of the client ${code(client.id)} – they verify this token only if both clients belong to one WorkOS environment.`
    : null;
}

function readKeys(jwks: TextReading, issuerHost: string): JwksReading {
  return readJwks(jwks.pattern, issuerHost, {
    world: DEFAULT_WORLD,
    isKnownClientId: (pattern) => isClientId(pattern) || jwks.isClientIdVariable(pattern),
  });
}

interface OtherClient {
  readonly id: string;
  readonly tokenId: string;
  /** Issuer or audience and key set are two variables: whoever writes that means two clients of one environment. */
  readonly isDeliberate: boolean;
}

function otherClient(
  id: string | null,
  { issuer, audience, jwks }: Candidate,
  { iss, aud }: Token,
): OtherClient | null {
  const named = clientOf(iss ?? "");
  // Where no audience is asked for, that of the token may be any app of the environment.
  const tokenId = named ?? (audience == null ? undefined : aud.find(isClientId));
  if (id == null || !isClientId(id) || tokenId == null || id === tokenId) return null;
  const keyVariable = jwks?.variableOf(id) ?? null;
  const variable = (named == null ? audience : issuer)?.variableOf(tokenId) ?? null;
  return { id, tokenId, isDeliberate: keyVariable != null && variable != null };
}
