/**
 * The model that all rules read: an `auth.config` file as a set of variants, one for each way in which its undecided conditions can
 * turn out. Built once per file; knows nothing of ESLint and of any rule.
 */
import { isAuthJsModule } from "../platform/auth-js.js";
import type { World } from "../platform/workos.js";
import { demandsOf, withoutAbsences } from "./absences.js";
import type { Demands } from "./absences.js";
import type { Node, Program } from "./ast.js";
import type { Effect } from "./evaluate/effects.js";
import { Identities } from "./evaluate/identity.js";
import type { DefaultExport, Execution, Outcome } from "./evaluate/module.js";
import { STRAIGHT_ON } from "./evaluate/path.js";
import type { Way } from "./evaluate/path.js";
import { hasEsmSyntax, importsOf } from "./evaluate/scan.js";
import type { Unserializable } from "./evaluate/settle.js";
import type { Source } from "./evaluate/source.js";
import { runVariants } from "./evaluate/variants.js";
import type { ProviderContext } from "./provider.js";
import { withoutListings } from "./listings.js";
import { providerContext, readProviders } from "./providers.js";
import type { Providers } from "./providers.js";
import { Scope } from "./scope.js";
import { isFalsy, listingsOf, unionOf } from "./values.js";
import type { ListValue, Listings, ObjectValue, Value } from "./values.js";

/** The file as it evaluates under one set of answers to its undecided conditions. */
export interface Variant extends Providers {
  readonly world: World;
  readonly way: Way;
  readonly defaultExport: DefaultExport | null;
  /** The only object that can be meant as the default export, where there is none or it went to the wrong place. */
  readonly candidate: ConfigCandidate | null;
  /** What is, or is meant as, the default export. */
  readonly exported: Value | null;
  /** The list under `providers`, where it can be seen. */
  readonly list: ListValue | null;
  /** The listings of `process.env` that decide which list is exported. */
  readonly listings: Listings;
  /** The elements of the list that are objects, each once. */
  readonly listedObjects: readonly ObjectValue[];
  readonly context: ProviderContext;
  readonly effects: readonly Effect[];
  /** Code that was not run, so that nothing is said about what it may change. */
  readonly leftOut: ReadonlySet<Node>;
  /** What is in the default export that JSON has no text for. */
  readonly unserializable: Unserializable | null;
  readonly root: Scope;
}

/** An object with a list of providers, and the name that it is bound to, if any. */
export interface ConfigCandidate {
  readonly value: ObjectValue;
  readonly name: string | null;
  readonly declaration: Node;
}

/** A way through the file on which it throws, so that Convex rejects the push. */
export type ThrowingRun = Extract<Outcome, { kind: "threw" }> & { readonly way: Way };

/** How the runs ended of which there is no variant. */
export interface Endings {
  readonly threw: readonly ThrowingRun[];
  /** False where there are more ways through the file than were followed. */
  readonly isExhaustive: boolean;
}

export interface AuthConfig {
  readonly program: Program;
  readonly text: string;
  readonly isCommonJs: boolean;
  readonly imports: ReadonlySet<string>;
  readonly variants: readonly Variant[];
  readonly endings: Endings;
  /** Every identifier that was read as a given declaration. */
  readonly reads: ReadonlyMap<Node, ReadonlySet<Node>>;
}

/** Reads a program; never throws, never reports. A file that is too much to read has no variants. */
export function readAuthConfig(program: Program, text: string, world: World): AuthConfig {
  const isModule = hasEsmSyntax(program);
  const identities = new Identities();
  const source: Source = { program, text, hasEsmSyntax: isModule, identities, callSites: new Map(), reads: new Map() };
  const { isExhaustive, runs } = runVariants(source);
  const exports = runs.flatMap(({ outcome, way }) =>
    outcome.kind === "completed" ? [readExport(outcome.execution, way)] : [],
  );
  const listed = new Set(exports.flatMap(({ listedObjects }) => listedObjects));
  const context = providerContext(listed, world);
  const demands = demandsOf(listed);
  return {
    program,
    text,
    isCommonJs: !isModule,
    imports: importsOf(program),
    variants: exports.map((exported) => readVariant(exported, context, demands, world)),
    endings: {
      threw: runs.flatMap(({ outcome, way }) => (outcome.kind === "threw" ? [{ ...outcome, way }] : [])),
      isExhaustive,
    },
    reads: source.reads,
  };
}

/** What is known of a file that has no variants: nothing but that it is there. */
export function unreadVariant(world: World): Variant {
  const execution: Execution = {
    defaultExport: null,
    unserializable: null,
    effects: [],
    leftOut: new Set(),
    root: new Scope(null),
  };
  return readVariant(readExport(execution, STRAIGHT_ON), providerContext([], world), new Map(), world);
}

/** What one run exports. */
interface Export extends Execution {
  readonly way: Way;
  readonly candidate: ConfigCandidate | null;
  readonly exported: Value | null;
  readonly list: ListValue | null;
  readonly listings: Listings;
  readonly listedObjects: readonly ObjectValue[];
}

function readExport(execution: Execution, way: Way): Export {
  const { defaultExport, root } = execution;
  const candidate = defaultExport == null ? soleCandidate(root) : misplacedExport(defaultExport.value);
  const exported = candidate?.value ?? defaultExport?.value ?? null;
  const inner = exported?.kind === "object" ? exported.members.get("providers")?.value : undefined;
  const list = inner?.kind === "list" ? inner : null;
  const listings = unionOf([exported, inner].flatMap((value) => (value == null ? [] : [listingsOf(value)])));
  const listedObjects = [...new Set(list?.elements.filter((element) => element.kind === "object"))];
  return { ...execution, way, candidate, exported, list, listings, listedObjects };
}

function readVariant(exported: Export, context: ProviderContext, demands: Demands, world: World): Variant {
  const { list, listedObjects, listings, way } = exported;
  const isWholeList =
    list != null &&
    list.isComplete &&
    listings.size === 0 &&
    list.elements.every((element) => isFalsy(element) || (element.kind !== "unknown" && element.kind !== "text"));
  const objects = listedObjects.map((object) => withoutAbsences(withoutListings(object), way, demands));
  return { ...exported, ...readProviders(objects, isWholeList, context), context, world };
}

/** The only top-level constant with a list of providers. */
function soleCandidate(root: Scope): ConfigCandidate | null {
  const candidates = [...root.entries()].flatMap(([name, { declaration, value }]) => {
    if (declaration.type !== "VariableDeclarator" || value?.kind !== "object" || !hasProviders(value)) return [];
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

/** What Convex refuses while it evaluates a file: where nothing catches the error, or what does throws on. */
export function refusedIn({ endings, variants }: AuthConfig): readonly Effect[] {
  return [...variants.flatMap(({ effects }) => effects), ...endings.threw.flatMap(({ refused }) => refused)];
}

/** `auth.config.ts` is also the name that Auth.js uses; nothing is ever said about its files. */
export function belongsToAuthJs({ imports }: AuthConfig): boolean {
  return [...imports].some(isAuthJsModule);
}
