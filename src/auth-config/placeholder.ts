/**
 * A constant that a key set uses as its client ID, and that is not one: `const clientId = "your-client-id"`. It is one
 * wrong line, whoever reads it, so one rule reports it for all members that do.
 */
import type { Node } from "./ast.js";
import type { Provider, ProviderMember } from "./provider.js";
import { wholeText } from "./values.js";
import type { LiteralPart, Value } from "./values.js";

export type PlaceholderConstant = LiteralPart & { readonly leaf: NonNullable<LiteralPart["leaf"]> };

/** The constant that the key set of a provider has for its client ID, if that is a placeholder. */
export function placeholderOf(provider: Provider): PlaceholderConstant | null {
  const { jwks } = provider;
  if (!isJudged(provider) || jwks?.damage !== "clientIdPlaceholder") return null;
  const last = jwks.text.parts.at(-1);
  if (last?.kind !== "literal" || last.reads == null || last.leaf == null || last.text.includes("/")) return null;
  return wholeText(last.leaf) === last.text ? { ...last, leaf: last.leaf } : null;
}

/** The places of all such constants. */
export function placeholdersIn(providers: readonly Provider[]): ReadonlySet<Node> {
  return new Set(providers.flatMap((provider) => placeholderOf(provider)?.leaf ?? []));
}

/** Whether a value is made from one of some constants. */
export function readsPlaceholder(value: Value, placeholders: ReadonlySet<Node>): boolean {
  if (value.kind !== "text") return false;
  return value.parts.some((part) => part.kind === "literal" && part.leaf != null && placeholders.has(part.leaf));
}

/** Whether nothing may be wrong with an issuer but the constant in it. */
export function isIssuerOfPlaceholder({ issuer }: Provider, placeholders: ReadonlySet<Node>): boolean {
  if (issuer?.damage !== "clientIdPlaceholder" && issuer?.damage !== "unknownPath") return false;
  return readsPlaceholder(issuer.text, placeholders);
}

/** The members of a provider that have a constant for their client ID, or hold it where Convex looks at nothing. */
export function membersReading(placeholder: Node, provider: Provider): readonly ProviderMember[] {
  if (!isJudged(provider)) return [];
  const placeholders = new Set([placeholder]);
  return provider.members.filter(
    ({ name, value }) =>
      readsPlaceholder(value, placeholders) && (name !== "issuer" || isIssuerOfPlaceholder(provider, placeholders)),
  );
}

/** The repair of the OIDC form writes the client ID anew. */
function isJudged(provider: Provider): boolean {
  return provider.isWorkOS && !provider.isOidcForm;
}
