/** What TypeScript adds to the language at run time: enums and namespaces. */
import type { TSESTree } from "@typescript-eslint/utils";
import { namesIn, walk } from "../ast.js";
import type { Node } from "../ast.js";
import { Scope } from "../scope.js";
import type { ObjectValue, Value } from "../values.js";
import { assignedMember, newObject } from "./containers.js";
import { forgetMembers } from "./forget.js";
import { declarationIn, hoist } from "./hoisting.js";
import { getMember } from "./members.js";
import type { Run } from "./run.js";
import { knownPrimitive } from "./text.js";

export function enumDeclaration(node: TSESTree.TSEnumDeclaration, scope: Scope, run: Run): null {
  const { name } = node.id;
  const known = scope.own(name)?.value;
  // A second enum of the same name adds to the first one.
  if (node.declare || known?.kind === "object") {
    if (known != null) run.giveAway([known]);
    scope.declare(name, node, run.unknown(node, scope));
    return null;
  }
  const object = newObject(run.origin(node, scope));
  const inner = new Scope(scope);
  inner.declare(name, node, object);
  let next: number | null = 0;
  for (const member of node.body.members) next = defineEnumMember(member, next, object, inner, run);
  scope.declare(name, node, object);
  return null;
}

/** Puts a member into the object of its enum; returns the number of the next one, or null where it has to be written. */
function defineEnumMember(
  member: TSESTree.TSEnumMember,
  number: number | null,
  object: ObjectValue,
  scope: Scope,
  run: Run,
): number | null {
  const name = member.id.type === "Identifier" ? member.id.name : String(member.id.value);
  const value = enumValue(member, number, scope, run);
  const known = knownPrimitive(value)?.value;
  const put = (key: string, held: Value): void => {
    object.members.set(key, assignedMember(key, held, run.origin(member, scope)));
  };
  put(name, value);
  if (typeof known === "number") put(String(known), run.primitive(name, member, scope));
  else if (value.kind === "unknown") forgetMembers(object, run);
  // Later members read earlier ones, by name or as members.
  scope.declare(name, member, value);
  return typeof known === "number" ? known + 1 : null;
}

function enumValue(member: TSESTree.TSEnumMember, number: number | null, scope: Scope, run: Run): Value {
  if (member.initializer != null) return run.evaluate(member.initializer, scope);
  return number == null ? run.unknown(member, scope) : run.constant(number, member, scope);
}

export function namespaceDeclaration(node: TSESTree.TSModuleDeclaration, scope: Scope, run: Run): null {
  if (node.declare || node.body == null || node.id.type === "Literal") return null;
  if (node.id.type !== "Identifier") {
    // `namespace A.B { … }`: what it is called makes it too rare to be run.
    forgetNamespace(node.id, node.body, scope, run);
    return null;
  }
  const { name } = node.id;
  const known = scope.own(name)?.value;
  const object = newObject(run.origin(node, scope));
  const inner = new Scope(scope, true);
  const { body } = node.body;
  hoist(body, inner, run, node.body);
  for (const statement of body) {
    const declaration = declarationIn(statement);
    if (declaration != null) run.execute(declaration, inner);
  }
  for (const exported of exportedNames(body)) {
    const binding = inner.own(exported);
    const value = binding?.value;
    // Such a name stands for the member, whoever assigns either.
    if (binding?.declaration.type === "VariableDeclarator" && !binding.isConstant) {
      forgetNamespace(node.id, node.body, scope, run);
      return null;
    }
    if (value != null) object.members.set(exported, assignedMember(exported, value, run.origin(node, scope)));
    else object.isClosed = false;
  }
  // A second namespace, or a function or class of the same name: what they are together is not worked out.
  if (known != null) run.giveAway([known, object]);
  scope.declare(name, node, known == null ? object : run.unknown(node, scope));
  return null;
}

/** Nothing is known of a namespace but that its code runs. */
function forgetNamespace(id: Node, body: Node, scope: Scope, run: Run): void {
  run.skip(body, scope);
  const [name] = [...walk(id)].flatMap((each) => (each.type === "Identifier" ? [each.name] : []));
  if (name != null) scope.declare(name, id, run.unknown(id, scope));
}

/** `import provider = Providers.workos`. */
export function importEquals(node: TSESTree.TSImportEqualsDeclaration, scope: Scope, run: Run): null {
  const { id, moduleReference } = node;
  const value =
    moduleReference.type === "TSExternalModuleReference"
      ? run.unknown(node, scope)
      : entityValue(moduleReference, scope, run);
  scope.declare(id.name, node, value, true);
  return null;
}

function entityValue(entity: TSESTree.EntityName, scope: Scope, run: Run): Value {
  if (entity.type !== "TSQualifiedName") return run.evaluate(entity, scope);
  const self = entityValue(entity.left, scope, run);
  return getMember(self, entity.right.name, { node: entity, nameNode: entity.right, scope, self }, run);
}

function exportedNames(body: readonly TSESTree.ProgramStatement[]): readonly string[] {
  return body.flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
    if (declaration == null) return [];
    if (declaration.type === "VariableDeclaration")
      return declaration.declarations.flatMap(({ id }) => [...namesIn(id)]);
    return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
  });
}
