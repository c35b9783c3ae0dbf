/** What the model does not know of a file, so that nothing is said about it: the places that a person has to check. */
import { outermost, walk } from "./ast.js";
import type { Node } from "./ast.js";
import type { AuthConfig, Variant } from "./config.js";
import type { Provider } from "./provider.js";
import { literalsOf } from "./values.js";
import type { Value } from "./values.js";

/** The outermost places of a file that were not read, in the order of the file. */
export function unreadPlaces(config: AuthConfig): readonly Node[] {
  const { endings, program, variants } = config;
  if (!endings.isExhaustive) return [program];
  const places = new Set(variants.flatMap((variant) => [...variant.leftOut, ...unreadIn(variant)]));
  // Where all is read, an object that is not listed is a table, or not used at all.
  if (places.size > 0) for (const object of unlistedProviders(config)) places.add(object);
  return outermost(places);
}

function* unreadIn({ exported, list, providers }: Variant): Generator<Node> {
  if (exported == null) return;
  if (exported.kind === "unknown") yield exported.origin.node;
  if (exported.kind !== "object") return;
  const member = exported.members.get("providers");
  if (member?.value.kind === "unknown" || (member == null && !exported.isClosed))
    yield (member?.value ?? exported).origin.node;
  if (list == null) return;
  if (!list.isComplete) yield list.origin.node;
  for (const element of list.elements) if (element.kind === "unknown" && !element.isFalsy) yield element.origin.node;
  for (const provider of providers) yield* unreadInProvider(provider);
}

const READ_MEMBERS = ["type", "domain", "issuer", "jwks", "algorithm", "applicationID"];

function* unreadInProvider(provider: Provider): Generator<Node> {
  if (!provider.isClosed) yield provider.object.origin.node;
  for (const name of READ_MEMBERS) {
    const value = provider.object.members.get(name)?.value;
    if (value != null && !isRead(value)) yield value.origin.node;
  }
}

/** Whether it is known what a value is made from: an import or a variable counts, a computation that was not followed does not. */
function isRead(value: Value): boolean {
  if (value.kind === "unknown") return value.isFalsy || value.identity.sources != null;
  return value.kind !== "text" || value.parts.every((part) => part.kind !== "unknown" || part.identity.sources != null);
}

/** Objects that look like providers and that no variant visibly exports: they may be a table, or never be used. */
function unlistedProviders({ program, variants }: AuthConfig): readonly Node[] {
  const listed = new Set(
    variants.flatMap(({ providers }) => providers.flatMap(({ object }) => literalsOf(object) as Node[])),
  );
  return [...walk(program)].filter((node) => looksLikeProvider(node) && !listed.has(node));
}

function looksLikeProvider(node: Node): boolean {
  if (node.type !== "ObjectExpression") return false;
  return node.properties.some(
    (property) =>
      property.type === "Property" &&
      property.key.type === "Identifier" &&
      ["domain", "issuer", "jwks"].includes(property.key.name),
  );
}
