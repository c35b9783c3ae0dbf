/**
 * The model that all rules read: an `auth.config` file as a set of variants, one for each way in which its undecided conditions can
 * turn out. Built once per file; knows nothing of ESLint and of any rule.
 */
import type { World } from "../platform/workos.js";
import type { Node, Program } from "./ast.js";
import { explore } from "./explore.js";
import { Interpreter } from "./interpreter.js";
import type { Budget, DefaultExport, Effect, Source } from "./interpreter.js";
import { PatternTable } from "./pattern.js";
import { Provider } from "./provider.js";
import type { ProviderContext } from "./provider.js";
import { Scope } from "./scope.js";
import { surveyProgram } from "./survey.js";
import { enumerationsOf, isFalsy } from "./values.js";
import type { ListValue, Member, ObjectValue, Value } from "./values.js";

/** The file as it evaluates under one set of answers to its undecided conditions. */
export interface Variant {
  readonly world: World;
  readonly defaultExport: DefaultExport | null;
  /** The only object that can be meant as the default export, where there is none or it went to the wrong place. */
  readonly candidate: ConfigCandidate | null;
  /** The list under `providers`, where it can be seen. */
  readonly list: ListValue | null;
  /** All elements that are objects, then objects that may be elements. */
  readonly providers: readonly Provider[];
  /** Whether nothing unseen can add providers and every issuer can be read: what is not there is missing. */
  readonly isComplete: boolean;
  readonly effects: readonly Effect[];
  readonly patterns: PatternTable;
  readonly root: Scope;
}

/** An object with a list of providers, and the name that it is bound to, if any. */
export interface ConfigCandidate {
  readonly value: ObjectValue;
  readonly name: string | null;
  readonly declaration: Node;
}

export interface AuthConfig {
  readonly program: Program;
  readonly text: string;
  readonly isCommonJs: boolean;
  readonly imports: ReadonlySet<string>;
  readonly variants: readonly Variant[];
  /** Every identifier that was read as a given declaration. */
  readonly reads: ReadonlyMap<Node, ReadonlySet<Node>>;
}

/** Some 15,000 providers in one run, or 1,500 in ten: no file of a person comes near. */
const STEPS = 200_000;

/** Reads a program; never throws, never reports. A file that is too much to read has no variants. */
export function readAuthConfig(program: Program, text: string, world: World): AuthConfig {
  const hasEsmSyntax = program.body.some(isEsmSyntax);
  const { imports, volatileNames } = surveyProgram(program);
  const source: Source = { program, text, hasEsmSyntax, callSites: new Map(), reads: new Map(), volatileNames };
  const budget: Budget = { steps: STEPS };
  const variants: Variant[] = [];
  explore((decide) => {
    const outcome = new Interpreter(source, decide, budget).run();
    if (outcome.kind === "completed") variants.push(readVariant(outcome.execution, world));
    return outcome.kind !== "gave-up";
  });
  return { program, text, isCommonJs: !hasEsmSyntax, imports, variants, reads: source.reads };
}

/** What is known of a file that has no variants: nothing but that it is there. */
export function unreadVariant(world: World): Variant {
  return readVariant({ defaultExport: null, effects: [], root: new Scope(null) }, world);
}

/** Whether a statement makes the file a module at run time; imports of types are erased before. */
function isEsmSyntax(statement: Node): boolean {
  switch (statement.type) {
    case "ImportDeclaration":
      return statement.importKind !== "type";
    case "ExportNamedDeclaration":
      return statement.exportKind !== "type";
    case "ExportAllDeclaration":
    case "ExportDefaultDeclaration":
      return true;
    default:
      return false;
  }
}

function readVariant(
  execution: { defaultExport: DefaultExport | null; effects: readonly Effect[]; root: Scope },
  world: World,
): Variant {
  const { defaultExport, effects, root } = execution;
  const candidate = defaultExport == null ? soleCandidate(root) : misplacedExport(defaultExport.value);
  const exported = candidate?.value ?? defaultExport?.value;
  const inner = exported?.kind === "object" ? exported.members.get("providers")?.value : undefined;
  const list = inner?.kind === "list" ? inner : null;
  const patterns = new PatternTable();
  const knownClientIds = new Set<string>();
  const placeholders = new Set<Node>();
  const context: ProviderContext = { world, patterns, knownClientIds, placeholders };
  const listed = list?.elements.filter((element) => element.kind === "object") ?? [];
  const providers = [...new Set(listed)].map((object) => new Provider(object, true, context));
  const seen = new Set(listed);
  for (const object of unreachedObjects(exported, inner))
    if (!seen.has(object)) providers.push(new Provider(asInFile(object), false, context));
  for (const provider of providers) collectClientIds(provider, knownClientIds);
  const isListKnown =
    list != null &&
    list.isComplete &&
    list.elements.every((element) => isFalsy(element) || (element.kind !== "unknown" && element.kind !== "text"));
  const isComplete =
    isListKnown && providers.every((provider) => provider.isClosed && provider.roleByText !== "unclear");
  if (isComplete) settleRoles(providers);
  for (const { placeholder } of providers) if (placeholder?.leaf != null) placeholders.add(placeholder.leaf);
  return {
    world,
    defaultExport,
    candidate,
    list,
    providers,
    isComplete,
    effects: [...effects, ...exportedEnumerations(exported)],
    patterns,
    root,
  };
}

/** The only top-level constant with a list of providers. */
function soleCandidate(root: Scope): ConfigCandidate | null {
  const candidates = [...root.entries()].flatMap(([name, { declaration, value }]) => {
    if (declaration.type !== "VariableDeclarator" || value.kind !== "object" || !hasProviders(value)) return [];
    return [{ value, name, declaration: declaration.id }];
  });
  const [only] = candidates;
  return candidates.length === 1 && only != null ? only : null;
}

/** `exports.default = …`, which esbuild makes a member of the default export. */
function misplacedExport(exported: Value): ConfigCandidate | null {
  const member =
    exported.kind === "object" && !exported.members.has("providers") ? exported.members.get("default") : undefined;
  if (member?.value.kind !== "object" || !hasProviders(member.value)) return null;
  return { value: member.value, name: null, declaration: member.origin.node };
}

function hasProviders(object: ObjectValue): boolean {
  return object.members.get("providers")?.value.kind === "list";
}

/** Far more than anybody passes to a function; a limit for generated files that repeat themselves. */
const MAX_UNREACHED = 500;

/** Objects that the export may hold in a place that cannot be evaluated: arguments, elements that a loop adds. */
function unreachedObjects(exported: Value | undefined, providers: Value | undefined): Iterable<ObjectValue> {
  const found = new Set<ObjectValue>();
  const seen = new Set<Value>();
  if (exported?.kind === "unknown") seen.add(exported);
  if (providers?.kind === "unknown") seen.add(providers);
  if (providers?.kind === "list")
    for (const value of [...providers.others, ...providers.elements.filter(({ kind }) => kind === "unknown")])
      seen.add(value);
  for (const value of seen) {
    if (found.size >= MAX_UNREACHED) break;
    if (value.kind === "object" && looksLikeProvider(value)) found.add(value);
    for (const inner of mayBeProviders(value)) seen.add(inner);
  }
  return found;
}

/** What a value holds that could be a provider, or hold one. */
function mayBeProviders(value: Value): Iterable<Value> {
  switch (value.kind) {
    case "list":
      return [...value.elements, ...value.others];
    case "unknown":
      return value.sources;
    case "object":
      // An object in an object is anybody's: settings that are no provider have issuers, too.
      return [...value.members.values()].map(({ valueInFile }) => valueInFile).filter(({ kind }) => kind !== "object");
    default:
      return [];
  }
}

/** Whether an object could stand in a list of providers. */
function looksLikeProvider({ members }: ObjectValue): boolean {
  return members.has("issuer") || members.has("domain") || members.has("jwks");
}

/** An object as the file leaves it: what unknown code may have made of it says nothing against what is written there. */
function asInFile(object: ObjectValue): ObjectValue {
  const members = [...object.members].map(([name, member]): [string, Member] => [
    name,
    { ...member, value: member.valueInFile },
  ]);
  return { ...object, members: new Map(members), isClosed: false };
}

const CLIENT_ID_PLACE = /\/(?:user_management|sso\/jwks|sso|convex)\/([\uE000-\uF8FE])$/u;

/** Notes the unreadable values that stand where only a client id can stand. */
function collectClientIds(provider: Provider, known: Set<string>): void {
  for (const value of [provider.issuerText, provider.jwksText]) {
    const id = value == null ? null : CLIENT_ID_PLACE.exec(provider.patternOf(value) ?? "")?.[1];
    if (id != null) known.add(id);
  }
}

/** Gives the role that a complete list lacks to the first provider whose text leaves it open. */
function settleRoles(providers: readonly Provider[]): void {
  const open = providers.find((provider) => provider.roleByText === "undetermined");
  if (open == null) return;
  const hasShared = providers.some((provider) => provider.roleByText === "shared");
  const hasUserManagement = providers.some(countsAsUserManagement);
  if (hasShared && !hasUserManagement) open.settleRole("user-management");
  if (!hasShared && hasUserManagement) open.settleRole("shared");
}

/** Whether a provider may take the token of an AuthKit session. */
export function countsAsUserManagement(provider: Provider): boolean {
  const { role } = provider;
  return role === "user-management" || role === "gated" || role === "unclear" || provider.issuer?.namesClient === true;
}

function exportedEnumerations(exported: Value | undefined): readonly Effect[] {
  const nodes = new Set<Node>();
  const seen = new Set<Value>();
  const pending = [exported];
  for (let value = pending.pop(); value != null; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    for (const node of enumerationsOf(value)) nodes.add(node);
    if (value.kind === "object") pending.push(...[...value.members.values()].map((member) => member.value));
    if (value.kind === "list") for (const element of value.elements) pending.push(element);
  }
  return [...nodes].map((node) => ({ kind: "enumeration", node }));
}

/** `auth.config.ts` is also the name that Auth.js uses; nothing is ever said about its files. */
export function belongsToAuthJs({ imports }: AuthConfig): boolean {
  for (const source of imports) if (/^(?:next-auth|@auth)(?:\/|$)/u.test(source)) return true;
  return false;
}
