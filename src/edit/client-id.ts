import type { TSESTree } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";
import type { AuthConfig, Variant } from "../auth-config/config.js";
import type { PatternTable } from "../auth-config/pattern.js";
import type { Provider } from "../auth-config/provider.js";
import type { Binding, Scope } from "../auth-config/scope.js";
import { literalText, soleOpaquePart } from "../auth-config/values.js";
import type { OpaquePart, Origin, Spelling } from "../auth-config/values.js";
import { CLIENT_ID_IN_TEXT, CLIENT_ID_VARIABLE, isClientId, isClientIdVariable } from "../platform/workos.js";

/** Each way to read the environment stands among the first of them, or is not the file's way. */
const MAX_READS = 50;

/** A client id as it is written into a file: as an expression, or as the characters of a literal. */
export type ClientIdText =
  { readonly kind: "expression"; readonly text: string } | { readonly kind: "literal"; readonly text: string };

/**
 * The client id as the file writes it: as the provider itself names it, else as the file does, else the variable of the official template.
 * A literal of another provider is copied only where the file reads no environment at all.
 */
export function clientIdFor(provider: Provider, variant: Variant, config: AuthConfig, place: Origin): ClientIdText {
  const own = spelledClientId(provider, variant, config, place);
  if (own != null) return { kind: "expression", text: own };
  const ownLiteral = literalClientId(provider);
  if (ownLiteral != null && !readsClientId(provider)) return writtenLiteral(ownLiteral, variant, place);
  const { literal, parts } = clientIdsOf(variant);
  const expression = spellingOf(parts, config, place) ?? declaredClientId(variant, place);
  if (expression != null) return { kind: "expression", text: expression };
  if (literal != null) return writtenLiteral(literal, variant, place);
  return { kind: "expression", text: environmentVariable(CLIENT_ID_VARIABLE, variant, config, place) };
}

function writtenLiteral(text: string, variant: Variant, place: Origin): ClientIdText {
  const name = nameOfConstant(text, variant, place);
  return name == null ? { kind: "literal", text } : { kind: "expression", text: name };
}

/** The client id as an expression that reads the environment, for a file that has it as a literal. */
export function clientIdExpression(variant: Variant, config: AuthConfig, place: Origin): string {
  return (
    declaredClientId(variant, place, (name) => name === CLIENT_ID_VARIABLE) ??
    environmentVariable(CLIENT_ID_VARIABLE, variant, config, place)
  );
}

/** The parts of a pattern as they are written at a place, or null where one of them cannot be written there. */
export function writtenParts(
  pattern: string,
  variant: Variant,
  config: AuthConfig,
  place: Origin,
): readonly (ClientIdText | string)[] | null {
  const written: (ClientIdText | string)[] = [];
  for (const character of pattern) {
    const parts = variant.patterns.partsOf(character);
    if (parts.length === 0) {
      const last = written.at(-1);
      if (typeof last === "string") written[written.length - 1] = last + character;
      else written.push(character);
      continue;
    }
    const text = spellingOf(parts, config, place);
    if (text == null) return null;
    written.push({ kind: "expression", text });
  }
  return written;
}

interface ClientIds {
  /** What the providers read as their client ids. */
  readonly parts: readonly OpaquePart[];
  /** The first client id that is written out, in a file that reads no variables. */
  readonly literal: string | null;
}

/** By what all views of a variant share. */
const clientIds = new WeakMap<PatternTable, ClientIds>();

/** The client ids of a whole file, found once: a file may hold thousands of providers. */
function clientIdsOf(variant: Variant): ClientIds {
  const known = clientIds.get(variant.patterns);
  if (known != null) return known;
  const pieces = new Set(variant.providers.flatMap((provider) => clientIdPieces(provider, variant)));
  const parts = [...pieces].flatMap((piece) => variant.patterns.partsOf(piece));
  const readsVariables = variant.effects.some(({ kind }) => kind === "env-read");
  const literal = readsVariables ? null : (variant.providers.map(literalClientId).find((id) => id != null) ?? null);
  const found = { literal, parts };
  clientIds.set(variant.patterns, found);
  return found;
}

/** The unreadable values that a provider has as its client id. */
function clientIdPieces(provider: Provider, { patterns }: Variant): readonly string[] {
  const audiencePattern = provider.patternOf(provider.member("applicationID")?.value);
  const named = audiencePattern != null && patterns.isClientIdByName(audiencePattern) ? audiencePattern : null;
  return [provider.jwks?.clientId, provider.issuer?.clientId, named]
    .filter((pattern) => pattern?.length === 1)
    .map(String);
}

function spelledClientId(provider: Provider, variant: Variant, config: AuthConfig, place: Origin): string | null {
  const own = [provider.jwksText, provider.issuerText, provider.member("applicationID")?.value].flatMap((value) =>
    value?.kind === "text" ? value.parts : [],
  );
  for (const piece of clientIdPieces(provider, variant)) {
    const parts = variant.patterns.partsOf(piece);
    const ownParts = own.filter((part): part is OpaquePart => part.kind !== "literal" && part.key === parts[0]?.key);
    const text = spellingOf([...ownParts, ...parts], config, place);
    if (text != null) return text;
  }
  return null;
}

/** Whether a provider reads its client id, in whatever words. */
function readsClientId({ issuer, jwks }: Provider): boolean {
  return [issuer?.clientId, jwks?.clientId].some((id) => id != null && !isClientId(id));
}

/** The nearest way to write an unreadable value that means the same at another place, or null. */
function spellingOf(parts: readonly OpaquePart[], config: AuthConfig, place: Origin): string | null {
  for (const spelling of parts.flatMap(({ spellings }) => spellings)) {
    const text = config.text.slice(...spelling.node.range);
    if (/[\n\r]|\/\*|\/\/|import\.meta/u.test(text)) continue;
    if (meansTheSame(spelling, place)) return text;
  }
  return null;
}

function meansTheSame(spelling: Spelling, place: Origin): boolean {
  for (const node of walk(spelling.node)) {
    if (node.type !== "Identifier") continue;
    const there = spelling.scope.resolve(node.name);
    if (place.scope.resolve(node.name) !== there) return false;
    if (there != null && !isDeclaredBefore(there, place)) return false;
  }
  return true;
}

/** Whether a name can be read at a place: a `const` further down cannot, except from a function that runs later. */
function isDeclaredBefore(binding: Binding, place: Origin): boolean {
  const { declaration } = binding;
  if (declaration.type !== "VariableDeclarator") return true;
  return declaration.range[1] <= place.node.range[0] || isInsideFunction(place.scope);
}

function isInsideFunction(scope: Scope): boolean {
  for (let inner: Scope | null = scope; inner != null; inner = inner.parent) if (inner.isFunction) return true;
  return false;
}

/** A constant that holds the client id and that no provider uses yet. */
function declaredClientId(
  variant: Variant,
  place: Origin,
  isMeant: (variable: string) => boolean = isClientIdVariable,
): string | null {
  for (const [name, binding] of variant.root.entries()) {
    const part = soleOpaquePart(binding.value);
    if (part?.kind !== "env" || !isMeant(part.name)) continue;
    if (place.scope.resolve(name) === binding && isDeclaredBefore(binding, place)) return name;
  }
  return null;
}

/** A constant of the file that holds a text. */
function nameOfConstant(text: string, variant: Variant, place: Origin): string | null {
  for (const [name, binding] of variant.root.entries()) {
    const isFree = place.scope.resolve(name) === binding && isDeclaredBefore(binding, place);
    if (isFree && literalText(binding.value) === text) return name;
  }
  return null;
}

function literalClientId(provider: Provider): string | null {
  const patterns = [
    provider.jwks?.clientId,
    provider.issuer?.clientId,
    provider.patternOf(provider.member("applicationID")?.value),
  ];
  return (
    patterns.find((pattern) => pattern != null && isClientId(pattern)) ??
    CLIENT_ID_IN_TEXT.exec(provider.issuerPattern ?? "")?.[0] ??
    null
  );
}

/** A variable read as the file reads others: `process.env.X`, `process.env["X"]`, `env.X`. */
export function environmentVariable(name: string, variant: Variant, config: AuthConfig, place: Origin): string {
  const { names, reads } = environmentOf(variant);
  for (const { node, scope } of reads) {
    const { object, property, computed } = node;
    if (computed && property.type !== "Literal") continue;
    const objectText = config.text.slice(...object.range);
    if (!/^[\w$.]+$/u.test(objectText) || !meansTheSame({ node: object, scope }, place)) continue;
    if (!computed) return `${objectText}.${name}`;
    const quote = config.text.charAt(property.range[0]);
    return `${objectText}[${quote}${name}${quote}]`;
  }
  for (const [local, binding] of names) {
    if (place.scope.resolve(local) === binding && isDeclaredBefore(binding, place)) return `${local}.${name}`;
  }
  return `process.env.${name}`;
}

interface EnvironmentRead {
  readonly node: TSESTree.MemberExpression;
  readonly scope: Scope;
}

/** How a file gets at its variables. */
interface EnvironmentAccess {
  /** The first reads: enough to see how it reads. */
  readonly reads: readonly EnvironmentRead[];
  /** What the environment is called. */
  readonly names: readonly (readonly [string, Binding])[];
}

/** By what all views of a variant share. */
const environmentAccess = new WeakMap<PatternTable, EnvironmentAccess>();

/** Found once: a file may hold thousands of constants. */
function environmentOf({ effects, patterns, root }: Variant): EnvironmentAccess {
  const known = environmentAccess.get(patterns);
  if (known != null) return known;
  const reads: EnvironmentRead[] = [];
  for (const effect of effects) {
    if (effect.kind === "env-read" && effect.node.type === "MemberExpression" && reads.length < MAX_READS)
      reads.push({ node: effect.node, scope: effect.scope });
  }
  const names = [...root.entries()].filter(([, { value }]) => value.kind === "environment");
  const found = { names, reads };
  environmentAccess.set(patterns, found);
  return found;
}
