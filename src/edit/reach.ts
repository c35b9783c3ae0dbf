/**
 * Which parts of the model a piece of text reaches. An edit is made only where every one of them wants it.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap, walk } from "../auth-config/ast.js";
import type { Node } from "../auth-config/ast.js";
import { literalsOf } from "../auth-config/values.js";
import type { AuthConfig, Variant } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import type { ListValue, ObjectValue, Reads, Value } from "../auth-config/values.js";
import type { EditedPlace } from "./repair.js";

type Owner = ListValue | ObjectValue;

/** For each piece of text, the places of the model that hold it, over all variants. */
export class Reach {
  readonly #config: AuthConfig;
  readonly #ids = new Map<Owner, number>();
  #reached: Map<Node, Set<string>> | null = null;
  #identifiers: Map<string, Node[]> | null = null;
  #model: Modelled | null = null;
  readonly #unseen = new Map<Node, boolean>();

  constructor(config: AuthConfig) {
    this.#config = config;
  }

  /** Names a place, so that places can be compared. */
  keyOf({ owner, name }: Omit<EditedPlace, "node">): string {
    let id = this.#ids.get(owner);
    if (id == null) {
      id = this.#ids.size;
      this.#ids.set(owner, id);
    }
    return `${id}.${name}`;
  }

  /** The places that a node's text reaches; for what the model does not hold, the place that the edit was meant for. */
  reachedBy(place: EditedPlace): ReadonlySet<string> {
    this.#reached ??= this.#collect();
    return this.#reached.get(place.node) ?? new Set([this.keyOf(place)]);
  }

  #collect(): Map<Node, Set<string>> {
    const reached = new Map<Node, Set<string>>();
    for (const place of this.#config.variants.flatMap(placesOf)) {
      const key = this.keyOf(place);
      const known = reached.get(place.node);
      if (known == null) reached.set(place.node, new Set([key]));
      else known.add(key);
    }
    return reached;
  }

  /**
   * Whether text is also used where the model does not see what becomes of it: in an export, an unknown call, a
   * function that nobody calls. Such text is reported, not edited. Text inside a provider is used there and nowhere else, and a
   * list is not text.
   */
  hasUnseenUses(node: Node): boolean {
    if (node.type === "ArrayExpression") return false;
    const known = this.#unseen.get(node);
    if (known != null) return known;
    const isUnseen = this.#isUsedUnseen(node, new Set());
    this.#unseen.set(node, isUnseen);
    return isUnseen;
  }

  #isUsedUnseen(node: Node, asked: Set<Node>): boolean {
    for (let inner = node; inner.parent != null; inner = inner.parent) {
      if (this.#modelled.objects.has(inner)) return false;
      if (asked.has(inner)) continue;
      asked.add(inner);
      const name = nameOfDeclaration(inner);
      if (name != null && (isExported(inner) || this.#isReadUnseen(inner, name, asked))) return true;
    }
    return false;
  }

  /** Whether a name is read where no member of a provider gets what it stands for. */
  #isReadUnseen(declaration: Node, name: TSESTree.Identifier, asked: Set<Node>): boolean {
    const isCalled =
      isFunction(declaration) ||
      (declaration.type === "VariableDeclarator" && declaration.init != null && isFunction(unwrap(declaration.init)));
    const seen = isCalled ? this.#config.reads.get(declaration) : this.#modelled.reads;
    const uses = this.#identifiersNamed(name.name);
    return (
      uses != null &&
      uses.some(
        (use) => use !== name && !isOnlyTested(use) && (seen?.has(use) !== true || this.#isUsedUnseen(use, asked)),
      )
    );
  }

  /** What the providers of all variants consist of. */
  get #modelled(): Modelled {
    this.#model ??= collectModelled(this.#config);
    return this.#model;
  }

  #identifiersNamed(name: string): readonly Node[] | undefined {
    this.#identifiers ??= collectReferences(this.#config.program);
    return this.#identifiers.get(name);
  }
}

/** What a variant consists of: its list, and the object literals, members and texts of its providers. */
function placesOf({ list, providers }: Variant): readonly EditedPlace[] {
  const lists = list == null ? [] : [{ node: list.origin.node, owner: list, name: "" }];
  return [...lists, ...providers.flatMap(placesOfProvider)];
}

function placesOfProvider({ object, members }: Provider): readonly EditedPlace[] {
  return [
    ...literalsOf(object).map((node) => ({ node, owner: object, name: "" })),
    ...members.flatMap(({ name, owner, property, value }) =>
      [...(property == null ? [] : [property]), ...textNodesOf(value)].map((node) => ({ node, owner, name })),
    ),
  ];
}

interface Modelled {
  /** Object literals. */
  readonly objects: ReadonlySet<Node>;
  /** The names through which their texts were read. */
  readonly reads: ReadonlySet<Node>;
}

function collectModelled({ variants }: AuthConfig): Modelled {
  const objects = new Set<Node>();
  const reads = new Set<Node>();
  const followed = new Set<Reads>();
  for (const { object } of variants.flatMap(({ providers }) => providers)) {
    for (const literal of literalsOf(object)) objects.add(literal);
    for (const { value } of object.members.values())
      for (const last of readsOf(value)) {
        for (let read: Reads | null = last; read != null && !followed.has(read); read = read.before) {
          followed.add(read);
          reads.add(read.node);
        }
      }
  }
  return { objects, reads };
}

/** The names through which a text and its characters were read, each the last of a chain. */
function readsOf(value: Value): readonly (Reads | null)[] {
  if (value.kind !== "text") return [];
  return [value.reads, ...value.parts.map((part) => (part.kind === "literal" ? part.reads : null))];
}

function nameOfDeclaration(node: Node): TSESTree.Identifier | null {
  if (node.type === "FunctionDeclaration") return node.id;
  return node.type === "VariableDeclarator" && node.id.type === "Identifier" ? node.id : null;
}

/** Whether a condition only asks if a name is empty: `id ? [...] : []`, `if (!id) throw …`. No repair makes it so. */
function isOnlyTested(name: Node): boolean {
  let inner = name;
  while (inner.parent != null && (unwrap(inner.parent) === unwrap(inner) || isNegation(inner.parent)))
    inner = inner.parent;
  const { parent } = inner;
  if (parent?.type === "ConditionalExpression" || parent?.type === "IfStatement") return parent.test === inner;
  return parent?.type === "LogicalExpression" && parent.operator === "&&" && parent.left === inner;
}

function isNegation(node: Node): boolean {
  return node.type === "UnaryExpression" && node.operator === "!";
}

function isExported(declaration: Node): boolean {
  const statement = declaration.type === "VariableDeclarator" ? declaration.parent : declaration;
  return statement.parent?.type === "ExportNamedDeclaration";
}

/** Identifiers by name, except those that only name a member or a parameter. */
function collectReferences(root: Node): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  const names = new Set<Node>();
  for (const node of walk(root)) {
    for (const name of namingChildren(node)) names.add(name);
    if (node.type !== "Identifier" || names.has(node)) continue;
    const known = found.get(node.name);
    if (known == null) found.set(node.name, [node]);
    else known.push(node);
  }
  return found;
}

/** The children of a node that only name something. */
function namingChildren(node: Node): readonly Node[] {
  if (node.type === "MemberExpression") return node.computed ? [] : [node.property];
  // The key of a shorthand member is a second node for the very same name.
  if (node.type === "Property" && !node.computed && node.key !== node.value) return [node.key];
  return isFunction(node) ? node.params : [];
}

function textNodesOf(value: Value): readonly Node[] {
  if (value.kind !== "text") return [];
  const leaves = value.parts.flatMap((part) =>
    part.kind === "literal" && part.leaf != null ? [part.leaf as Node] : [],
  );
  return [value.origin.node, ...leaves];
}
