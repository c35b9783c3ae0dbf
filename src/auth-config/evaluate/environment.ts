/** Reads of environment variables: directly, and by helpers from elsewhere that are named for it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isClientIdVariable } from "../../platform/workos.js";
import { unwrap } from "../ast.js";
import type { Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { literalText, withListings } from "../values.js";
import type { EnvPart, EnvironmentValue, UnknownValue, Value } from "../values.js";
import { Thrown } from "./endings.js";
import type { Run } from "./run.js";

const ENV_NAME = /^[A-Z][A-Z0-9_]*$/u;
const ENV_READER =
  /^(?:assert|ensure|get|load|must|need|optional|read|require|_)*env(?:ironment)?_?(?:var(?:iable)?)?_?(?:orThrow|strict)?$/iu;
const STRICT_ENV_READER = /require|must|assert|ensure|need|orThrow|strict/iu;

/** `process.env.X`. Convex throws for a variable that is not set. */
export function readVariable(
  environment: EnvironmentValue,
  name: string,
  nameNode: Node,
  node: Node,
  scope: Scope,
  run: Run,
): Value {
  // What else an imported object has is not known.
  if (environment.isImported && !ENV_NAME.test(name)) return run.unknown(node, scope);
  return variable(name, { nameNode, node, scope, isReadByHelper: false }, run);
}

interface Read {
  readonly nameNode: Node;
  readonly node: Node;
  readonly scope: Scope;
  /** True for a helper that may return something else instead of throwing. */
  readonly isReadByHelper: boolean;
}

function variable(name: string, { nameNode, node, scope, isReadByHelper }: Read, run: Run): Value {
  if (name === "NODE_ENV" && isReplacedByBundler(node)) return run.primitive("production", node, scope);
  const isOptional = isReadByHelper || run.isGuarded;
  run.effect({ kind: "env-read", node, name, nameNode, scope, isOptional });
  // In the world that files are judged in, the client ID is always set.
  if (!run.isSet(name, isOptional && !isClientIdVariable(name))) {
    if (isReadByHelper) return run.unknown(node, scope);
    throw new Thrown(node);
  }
  const spellings = node.type === "Property" ? [] : [{ node, scope }];
  const identity = run.identities.env(name);
  const part: EnvPart = { kind: "env", identity, exact: identity, name, isOptional, spellings };
  return run.text([part], node, scope);
}

/** esbuild replaces `process.env.NODE_ENV` before the module is evaluated, where it is spelled like that. */
function isReplacedByBundler(node: Node): boolean {
  const object = node.type === "MemberExpression" ? unwrap(node.object) : null;
  const holder = object?.type === "MemberExpression" ? unwrap(object.object) : null;
  return holder?.type === "Identifier" && holder.name === "process";
}

/** `requireEnv("X")` from another module: its name says what it does, and only a strict one says that it throws. */
export function callEnvReader(
  reader: string,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  scope: Scope,
  run: Run,
): Value | null {
  const [name] = values;
  const variableName = values.length === 1 ? literalText(name) : null;
  if (name == null || variableName == null || !ENV_READER.test(reader) || !ENV_NAME.test(variableName)) return null;
  const isReadByHelper = !STRICT_ENV_READER.test(reader);
  return variable(variableName, { nameNode: name.origin.node, node, scope, isReadByHelper }, run);
}

/** Whether an import is an object of environment variables, by its name. */
export function isEnvironmentImport(imported: string | null, local: string): boolean {
  return imported === "env" || local === "env";
}

/** Whether a module is Convex's own one, whose `env` is the same proxy as `process.env`. */
export function isGenerated(module: string): boolean {
  return /(?:^|\/)_generated\/server(?:\.js)?$/u.test(module);
}

/** `server.env`, for a module that is imported as a whole. */
export function environmentOfModule(
  { identity }: UnknownValue,
  name: string,
  node: Node,
  scope: Scope,
  run: Run,
): Value | null {
  if (name !== "env" || identity.kind !== "imported" || identity.name != null) return null;
  const isImported = !isGenerated(identity.module);
  return { kind: "environment", origin: run.origin(node, scope), isImported };
}

/** `"X" in process.env`, `{ ...process.env }` and the like: Convex's proxy answers reads of single names, and shows nothing else. */
export function listed<T extends Value>(empty: T, place: Node): T {
  return withListings(empty, new Set([place]));
}
