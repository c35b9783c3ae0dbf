import type { TSESTree } from "@typescript-eslint/utils";
import { walk } from "../auth-config/ast.js";
import type { Variant } from "../auth-config/config.js";
import type { PatternWriter } from "../auth-config/pattern.js";
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

/** A file as one of its variants reads it. */
export interface FileVariant {
  readonly text: string;
  readonly variant: Variant;
}

/**
 * The client ID as the file writes it: as the provider itself names it, otherwise as the file does, otherwise the
 * variable of the official template. A literal of another provider is copied only if the file reads no environment.
 */
export function clientIdFor(provider: Provider, place: Origin, file: FileVariant): ClientIdText {
  const own = spelledClientId(provider, place, file);
  if (own != null) return { kind: "expression", text: own };
  const ownLiteral = literalClientId(provider);
  if (ownLiteral != null && !readsClientId(provider)) return writtenLiteral(ownLiteral, place, file.variant);
  const { literal, parts } = clientIdsOf(file.variant);
  const expression = spellingOf(parts, place, file) ?? declaredClientId(place, file.variant);
  if (expression != null) return { kind: "expression", text: expression };
  if (literal != null) return writtenLiteral(literal, place, file.variant);
  return { kind: "expression", text: environmentVariable(CLIENT_ID_VARIABLE, place, file) };
}

function writtenLiteral(text: string, place: Origin, variant: Variant): ClientIdText {
  const name = nameOfConstant(text, place, variant);
  return name == null ? { kind: "literal", text } : { kind: "expression", text: name };
}

/** The client ID as an expression that reads the environment, for a file that has it as a literal. */
export function clientIdExpression(place: Origin, file: FileVariant): string {
  return (
    declaredClientId(place, file.variant, (name) => name === CLIENT_ID_VARIABLE) ??
    environmentVariable(CLIENT_ID_VARIABLE, place, file)
  );
}

/** The parts of a pattern as they are written at a place, or null where one of them cannot be written there. */
export function writtenParts(
  pattern: string,
  place: Origin,
  file: FileVariant,
): readonly (ClientIdText | string)[] | null {
  const written: (ClientIdText | string)[] = [];
  for (const character of pattern) {
    const parts = file.variant.patterns.partsOf(character);
    if (parts.length === 0) {
      const last = written.at(-1);
      if (typeof last === "string") written[written.length - 1] = last + character;
      else written.push(character);
      continue;
    }
    const text = spellingOf(parts, place, file);
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
const clientIds = new WeakMap<PatternWriter, ClientIds>();

/** The client ids of a whole file, found once: a file may hold thousands of providers. */
function clientIdsOf(variant: Variant): ClientIds {
  const known = clientIds.get(variant.patterns);
  if (known != null) return known;
  const standIns = new Set(variant.providers.flatMap((provider) => clientIdStandIns(provider, variant)));
  const parts = [...standIns].flatMap((standIn) => variant.patterns.partsOf(standIn));
  const readsVariables = variant.effects.some(({ kind }) => kind === "env-read");
  const literal = readsVariables ? null : (variant.providers.map(literalClientId).find((id) => id != null) ?? null);
  const found = { literal, parts };
  clientIds.set(variant.patterns, found);
  return found;
}

/** The unreadable values that a provider has as its client id. */
function clientIdStandIns(provider: Provider, { patterns }: Variant): readonly string[] {
  const audiencePattern = provider.patternOf(provider.member("applicationID")?.value);
  const named = audiencePattern != null && patterns.isClientIdByName(audiencePattern) ? audiencePattern : null;
  return [provider.jwks?.clientId, provider.issuer?.clientId, named]
    .filter((pattern) => pattern?.length === 1)
    .map(String);
}

function spelledClientId(provider: Provider, place: Origin, file: FileVariant): string | null {
  const { patterns } = file.variant;
  const values = [provider.jwks?.text, provider.issuer?.text, provider.member("applicationID")?.value];
  const own = values.flatMap((value) => (value?.kind === "text" ? value.parts : []));
  for (const standIn of clientIdStandIns(provider, file.variant)) {
    const parts = patterns.partsOf(standIn);
    const ownParts = own.filter(
      (part): part is OpaquePart => part.kind !== "literal" && patterns.isSame(part, standIn),
    );
    const text = spellingOf([...ownParts, ...parts], place, file);
    if (text != null) return text;
  }
  return null;
}

/** Whether a provider reads its client id, in whatever words. */
function readsClientId({ issuer, jwks }: Provider): boolean {
  return [issuer?.clientId, jwks?.clientId].some((id) => id != null && !isClientId(id));
}

/** The nearest way to write an unreadable value that means the same at another place, or null. */
function spellingOf(parts: readonly OpaquePart[], place: Origin, file: FileVariant): string | null {
  for (const spelling of parts.flatMap(({ spellings }) => spellings)) {
    const text = file.text.slice(...spelling.node.range);
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
  place: Origin,
  variant: Variant,
  isMeant: (variable: string) => boolean = isClientIdVariable,
): string | null {
  for (const [name, binding] of variant.root.entries()) {
    const part = binding.value == null ? null : soleOpaquePart(binding.value);
    if (part?.kind !== "env" || !isMeant(part.name)) continue;
    if (place.scope.resolve(name) === binding && isDeclaredBefore(binding, place)) return name;
  }
  return null;
}

/** A constant of the file that holds a text. */
function nameOfConstant(text: string, place: Origin, variant: Variant): string | null {
  for (const [name, binding] of variant.root.entries()) {
    const isFree = place.scope.resolve(name) === binding && isDeclaredBefore(binding, place);
    if (isFree && literalText(binding.value ?? undefined) === text) return name;
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
    CLIENT_ID_IN_TEXT.exec(provider.issuer?.pattern ?? "")?.[0] ??
    null
  );
}

/** A variable read as the file reads others: `process.env.X`, `process.env["X"]`, `env.X`. */
export function environmentVariable(name: string, place: Origin, file: FileVariant): string {
  const { names, reads } = environmentOf(file.variant);
  for (const { node, scope } of reads) {
    const { object, property, computed } = node;
    if (computed && property.type !== "Literal") continue;
    const objectText = file.text.slice(...object.range);
    if (!/^[\w$.]+$/u.test(objectText) || !meansTheSame({ node: object, scope }, place)) continue;
    if (!computed) return `${objectText}.${name}`;
    const quote = file.text.charAt(property.range[0]);
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
const environmentAccess = new WeakMap<PatternWriter, EnvironmentAccess>();

/** Found once: a file may hold thousands of constants. */
function environmentOf({ effects, patterns, root }: Variant): EnvironmentAccess {
  const known = environmentAccess.get(patterns);
  if (known != null) return known;
  const reads: EnvironmentRead[] = [];
  for (const effect of effects) {
    if (effect.kind === "env-read" && effect.node.type === "MemberExpression" && reads.length < MAX_READS)
      reads.push({ node: effect.node, scope: effect.scope });
  }
  const names = [...root.entries()].filter(([, { value }]) => value?.kind === "environment");
  const found = { names, reads };
  environmentAccess.set(patterns, found);
  return found;
}
