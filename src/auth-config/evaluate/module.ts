/** Runs a module from its first statement to what Convex gets of its default export. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import type { ObjectValue, Value } from "../values.js";
import { assignedMember, newObject } from "./containers.js";
import { defineClass } from "./classes.js";
import type { Effect } from "./effects.js";
import { GaveUp, LostTrack, Thrown } from "./endings.js";
import { hoist } from "./hoisting.js";
import type { Path } from "./path.js";
import { Run } from "./run.js";
import type { Budget } from "./run.js";
import { settle } from "./settle.js";
import type { Unserializable } from "./settle.js";
import type { Source } from "./source.js";

export interface DefaultExport {
  readonly value: Value;
  readonly node: Node;
}

/** What a completed run leaves behind. */
export interface Execution {
  /** `export default`, `export { x as default }`, or what `module.exports` holds in a CommonJS file. */
  readonly defaultExport: DefaultExport | null;
  /** What is in the default export that JSON has no text for. */
  readonly unserializable: Unserializable | null;
  readonly effects: readonly Effect[];
  /** Code that was not run, so that what it changes is forgotten. */
  readonly leftOut: ReadonlySet<Node>;
  readonly root: Scope;
}

export type Outcome =
  | { readonly kind: "completed"; readonly execution: Execution }
  | { readonly kind: "gave-up" }
  /** With what was refused on the way, and caught at first. */
  | {
      readonly kind: "threw";
      readonly thrown: Thrown;
      readonly effects: readonly Effect[];
      readonly refused: readonly Effect[];
    };

export function runModule(source: Source, path: Path, budget: Budget): Outcome {
  const run = new Run(source, path, budget);
  try {
    const exported = execute(source, run);
    const settled = exported == null ? null : settle(exported.value, run);
    const execution: Execution = {
      defaultExport: exported == null || settled == null ? null : { ...exported, value: settled.value },
      unserializable: settled?.unserializable ?? null,
      effects: run.effects,
      leftOut: run.leftOut,
      root: run.root,
    };
    return { kind: "completed", execution };
  } catch (error) {
    if (error instanceof Thrown) return { kind: "threw", thrown: error, effects: run.effects, refused: run.caught };
    if (error instanceof GaveUp || error instanceof LostTrack) return { kind: "gave-up" };
    throw error;
  }
}

function execute(source: Source, run: Run): DefaultExport | null {
  const { body } = source.program;
  const { root } = run;
  const commonJs = source.hasEsmSyntax ? null : declareCommonJs(source.program, run);
  hoist(body, root, run, source.program);
  // Imports are there before the first statement runs.
  for (const statement of body) if (statement.type === "ImportDeclaration") run.execute(statement, root);
  let defaultExport: DefaultExport | null = null;
  for (const statement of body) defaultExport = executeTopLevel(statement, commonJs, run) ?? defaultExport;
  // `export { x as default }` shows what the name stands for in the end.
  const live = body.map(liveDefault).find((node) => node != null);
  if (live != null) return { value: run.evaluate(live, root), node: live };
  return commonJs == null ? defaultExport : moduleExports(commonJs);
}

/** Executes a statement of the module; returns what it exports by default. */
function executeTopLevel(statement: Node, commonJs: ObjectValue | null, run: Run): DefaultExport | null {
  const { root } = run;
  switch (statement.type) {
    case "ExportAllDeclaration":
    case "ImportDeclaration":
      return null;
    case "ExportDefaultDeclaration":
      return { value: exportedDefault(statement.declaration, run), node: statement.declaration };
    case "ExportNamedDeclaration": {
      if (statement.declaration != null) run.execute(statement.declaration, root);
      const local = defaultSpecifier(statement);
      return local == null || statement.source == null ? null : { value: run.unknown(local, root), node: local };
    }
    case "TSExportAssignment":
      assignModuleExports(commonJs, run.evaluate(statement.expression, root), statement.expression, run);
      return null;
    default:
      run.execute(statement, root);
      return null;
  }
}

/** The local name of `export { x as default }`. */
function liveDefault(statement: Node): Node | null {
  return statement.type === "ExportNamedDeclaration" && statement.source == null ? defaultSpecifier(statement) : null;
}

function defaultSpecifier({ specifiers }: TSESTree.ExportNamedDeclaration): Node | null {
  const found = specifiers.find(
    ({ exported }) => (exported.type === "Identifier" ? exported.name : exported.value) === "default",
  );
  return found?.local ?? null;
}

function exportedDefault(declaration: Node, run: Run): Value {
  const { root } = run;
  if (declaration.type === "FunctionDeclaration") {
    return (
      (declaration.id == null ? null : root.own(declaration.id.name)?.value) ?? run.functionValue(declaration, root)
    );
  }
  if (declaration.type !== "ClassDeclaration") return run.evaluate(declaration, root);
  const value = defineClass(declaration, root, run);
  if (declaration.id != null) root.declare(declaration.id.name, declaration, value);
  return value;
}

// ── CommonJS ──────────────────────────────────────────────────────────────────────────────────────────────────────

function declareCommonJs(program: Node, run: Run): ObjectValue {
  const origin = run.origin(program, run.root);
  const exports = newObject(origin);
  const module = newObject(origin);
  module.members.set("exports", assignedMember("exports", exports, origin));
  run.root.declare("module", program, module);
  run.root.declare("exports", program, exports);
  run.root.receive({ self: exports, home: null });
  return module;
}

function assignModuleExports(module: ObjectValue | null, value: Value, node: Node, run: Run): void {
  if (module != null) module.members.set("exports", assignedMember("exports", value, run.origin(node, run.root)));
}

/** What esbuild makes the default export of a CommonJS file: `module.exports`, once something was put there. */
function moduleExports(module: ObjectValue): DefaultExport | null {
  const exports = module.members.get("exports");
  if (exports == null) return null;
  const { value, origin } = exports;
  const isUntouched = value.kind === "object" && value.origin === origin && value.members.size === 0 && value.isClosed;
  return isUntouched ? null : { value, node: origin.node };
}
