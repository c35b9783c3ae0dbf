/**
 * Which parts of the model a piece of text reaches. An edit is made only where every one of them wants it.
 */
import { contains, unwrap, walk } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import type { AuthConfig } from "../auth-config/config.js";
import type { ListValue, ObjectValue, Value } from "../auth-config/values.js";
import type { Touch } from "../edit/editor.js";

type Owner = ListValue | ObjectValue;

/** All places of the model that hold text of a node, over all variants. */
export class Places {
  readonly #config: AuthConfig;
  readonly #ids = new Map<Owner, number>();
  #reached: Map<Node, Set<string>> | null = null;
  #identifiers: Map<string, Node[]> | null = null;

  constructor(config: AuthConfig) {
    this.#config = config;
  }

  /** Names a place, so that places can be compared. */
  keyOf({ owner, name }: Pick<Touch, "name" | "owner">): string {
    let id = this.#ids.get(owner);
    if (id == null) {
      id = this.#ids.size;
      this.#ids.set(owner, id);
    }
    return `${id}.${name}`;
  }

  /** The places that a node's text reaches; for what the model does not hold, the place that the edit was meant for. */
  reachedBy(touch: Touch): ReadonlySet<string> {
    this.#reached ??= this.#collect();
    return this.#reached.get(touch.node) ?? new Set([this.keyOf(touch)]);
  }

  #collect(): Map<Node, Set<string>> {
    const reached = new Map<Node, Set<string>>();
    const add = (node: Node, owner: Owner, name: string): void => {
      const key = this.keyOf({ owner, name });
      const known = reached.get(node);
      if (known == null) reached.set(node, new Set([key]));
      else known.add(key);
    };
    for (const { list, providers } of this.#config.variants) {
      if (list != null) add(list.origin.node, list, "");
      for (const { object } of providers) {
        for (const source of object.sources) add(source, object, "");
        for (const member of object.members.values()) {
          if (member.property != null) add(member.property, object, member.name);
          for (const node of textNodesOf(member.value)) add(node, object, member.name);
        }
      }
    }
    return reached;
  }

  /**
   * Whether text in a constant is read, or exported, where the model does not see what becomes of it.
   * Such text is reported, not edited.
   */
  hasUnseenUses(node: Node): boolean {
    for (const [declaration, reads] of this.#config.reads) {
      if (declaration.type !== "VariableDeclarator" || declaration.id.type !== "Identifier" || declaration.init == null) continue;
      if (!contains(declaration.init, node) || !isText(unwrap(declaration.init))) continue;
      const { name } = declaration.id;
      const uses = this.#identifiersNamed(name).filter((identifier) => identifier !== declaration.id && !reads.has(identifier));
      return uses.length > 0 || this.#isExported(declaration);
    }
    return false;
  }

  #isExported(declaration: Node): boolean {
    return this.#config.program.body.some((statement) => statement.type === "ExportNamedDeclaration" && contains(statement, declaration));
  }

  #identifiersNamed(name: string): readonly Node[] {
    this.#identifiers ??= collectReferences(this.#config.program);
    return this.#identifiers.get(name) ?? [];
  }
}

/** Identifiers by name, but for those that only name a member. */
function collectReferences(root: Node): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  const memberNames = new Set<Node>();
  for (const node of walk(root)) {
    if (node.type === "MemberExpression" && !node.computed) memberNames.add(node.property);
    // The key of a shorthand member is a second node for the very same name.
    if (node.type === "Property" && !node.computed && node.key !== node.value) memberNames.add(node.key);
    if (node.type !== "Identifier" || memberNames.has(node)) continue;
    const known = found.get(node.name);
    if (known == null) found.set(node.name, [node]);
    else known.push(node);
  }
  return found;
}

function textNodesOf(value: Value): readonly Node[] {
  if (value.kind !== "text") return [];
  const leaves = value.parts.flatMap((part) => (part.kind === "literal" && part.leaf != null ? [part.leaf as Node] : []));
  return [value.origin.node, ...leaves];
}

function isText(node: Node): boolean {
  return node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "BinaryExpression";
}
