/** What a piece of code can reach and do, without running it: the names that it reads and assigns, and the ways in which it may end. */
import { childrenOf, isFunction, namesIn } from "../ast.js";
import type { Node } from "../ast.js";

export interface Footprint {
  /** Every name that stands for a value. Names that the code itself declares are among them. */
  readonly names: ReadonlySet<string>;
  /** Those of them that functions in it read, at whatever time. */
  readonly namesLater: ReadonlySet<string>;
  /** The names that it assigns. */
  readonly assigned: ReadonlySet<string>;
  /** Those of them that functions in it assign, at whatever time. */
  readonly assignedLater: ReadonlySet<string>;
  readonly usesThis: boolean;
  /** True for what can reach every name by its spelling. */
  readonly usesEval: boolean;
  /** True where calls, assignments or anything else happens in it: evaluating it twice, or not at all, makes a difference. */
  readonly hasEffects: boolean;
  readonly mayReturn: boolean;
  /** The loops and blocks outside that it may leave or start anew; `null` stands for the innermost one. */
  readonly leaves: ReadonlySet<string | null>;
}

const footprints = new WeakMap<Node, Footprint>();

export function footprintOf(node: Node): Footprint {
  const known = footprints.get(node);
  if (known != null) return known;
  const footprint = collect(node);
  footprints.set(node, footprint);
  return footprint;
}

/** Whether code may end what is around it: a loop, a block, a function. */
export function mayLeave(node: Node): boolean {
  const { leaves, mayReturn } = footprintOf(node);
  return mayReturn || leaves.size > 0;
}

/** Where a node is within the code that is looked at. */
interface Place {
  readonly node: Node;
  readonly isInFunction: boolean;
  readonly isInLoop: boolean;
  readonly isInSwitch: boolean;
  readonly labels: readonly string[];
}

type Mutable = {
  -readonly [Key in keyof Footprint]: Footprint[Key] extends ReadonlySet<infer Item> ? Set<Item> : Footprint[Key];
};

function collect(root: Node): Footprint {
  const found: Mutable = {
    names: new Set(),
    namesLater: new Set(),
    assigned: new Set(),
    assignedLater: new Set(),
    usesThis: false,
    usesEval: false,
    hasEffects: false,
    mayReturn: false,
    leaves: new Set(),
  };
  // Iterative, since generated files nest deeply.
  const pending: Place[] = [
    { node: root, isInFunction: isFunction(root), isInLoop: false, isInSwitch: false, labels: [] },
  ];
  for (let place = pending.pop(); place != null; place = pending.pop()) {
    note(place, found);
    for (const child of childrenOf(place.node)) if (!isSkipped(child, place.node)) pending.push(within(place, child));
  }
  return found;
}

function within({ node, isInFunction, isInLoop, isInSwitch, labels }: Place, child: Node): Place {
  const entersFunction = isFunction(node) || node.type === "ClassBody";
  return {
    node: child,
    isInFunction: isInFunction || entersFunction,
    isInLoop: !entersFunction && (isInLoop || isLoop(node)),
    isInSwitch: !entersFunction && (isInSwitch || node.type === "SwitchStatement"),
    labels: node.type === "LabeledStatement" ? [...labels, node.label.name] : labels,
  };
}

function note(place: Place, found: Mutable): void {
  const { node, isInFunction } = place;
  for (const name of assignedNames(node)) {
    found.assigned.add(name);
    if (isInFunction) found.assignedLater.add(name);
  }
  if (isEffect(node)) found.hasEffects = true;
  switch (node.type) {
    case "Identifier":
      found.names.add(node.name);
      if (isInFunction) found.namesLater.add(node.name);
      if (node.name === "eval") found.usesEval = true;
      break;
    case "Super":
    case "ThisExpression":
      found.usesThis = true;
      break;
    case "ReturnStatement":
      if (!isInFunction) found.mayReturn = true;
      break;
    case "BreakStatement":
    case "ContinueStatement":
      noteJump(node.label?.name ?? null, node.type === "BreakStatement", place, found);
      break;
    default:
      break;
  }
}

function noteJump(label: string | null, isBreak: boolean, place: Place, found: Mutable): void {
  if (place.isInFunction) return;
  const staysInside = label == null ? place.isInLoop || (isBreak && place.isInSwitch) : place.labels.includes(label);
  if (!staysInside) found.leaves.add(label);
}

function isLoop(node: Node): boolean {
  switch (node.type) {
    case "DoWhileStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "ForStatement":
    case "WhileStatement":
      return true;
    default:
      return false;
  }
}

function isEffect(node: Node): boolean {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "delete";
    case "AssignmentExpression":
    case "AwaitExpression":
    case "CallExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "ImportExpression":
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "ThrowStatement":
    case "UpdateExpression":
    case "YieldExpression":
      return true;
    default:
      return false;
  }
}

/** The names that a node by itself assigns. */
function assignedNames(node: Node): Iterable<string> {
  switch (node.type) {
    case "AssignmentExpression":
      return namesIn(node.left);
    case "UpdateExpression":
      return namesIn(node.argument);
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration" ? [] : namesIn(node.left);
    case "VariableDeclaration":
      return node.kind === "var" ? node.declarations.flatMap(({ id }) => [...namesIn(id)]) : [];
    default:
      return [];
  }
}

/** Types, and names that only name a member or a label. */
function isSkipped(child: Node, parent: Node): boolean {
  if (child.type.startsWith("TS")) return !KEPT_TYPESCRIPT.has(child.type);
  if (child.type !== "Identifier") return false;
  switch (parent.type) {
    case "MemberExpression":
      return parent.property === child && !parent.computed;
    case "AccessorProperty":
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.key === child && !parent.computed;
    case "Property":
      // The key of a shorthand member is a second node for the very same name.
      return parent.key === child && !parent.computed && !parent.shorthand;
    case "BreakStatement":
    case "ContinueStatement":
    case "LabeledStatement":
      return true;
    default:
      return false;
  }
}

/** What TypeScript does not erase. */
const KEPT_TYPESCRIPT: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSEnumBody",
  "TSEnumDeclaration",
  "TSEnumMember",
  "TSExportAssignment",
  "TSImportEqualsDeclaration",
  "TSInstantiationExpression",
  "TSModuleBlock",
  "TSModuleDeclaration",
  "TSNonNullExpression",
  "TSParameterProperty",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);
