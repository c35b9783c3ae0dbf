/** Objects and lists while they are made: their members and elements are put into them one by one. */
import type { Scope } from "../scope.js";
import type { FunctionValue, ListValue, Member, ObjectValue, Origin, Value } from "../values.js";

/** An object that holds nothing yet. */
export function newObject(origin: Origin, prototype: ObjectValue | null = null): ObjectValue {
  return {
    kind: "object",
    origin,
    members: new Map(),
    privates: new Map(),
    isClosed: true,
    lock: "none",
    isForgotten: false,
    prototype,
    constructedBy: null,
    primitive: null,
    selfGuarded: new Set(),
    spreads: [],
    changed: new Set(),
  };
}

export function newList(origin: Origin, elements: readonly Value[] = [], isArguments = false): ListValue {
  return {
    kind: "list",
    origin,
    elements: [...elements],
    isComplete: true,
    isArguments,
    lock: "none",
    isForgotten: false,
    spreads: [],
    isChanged: false,
  };
}

/** A member that is set by an assignment, or computed. */
export function assignedMember(name: string, value: Value, origin: Origin): Member {
  return { name, value, origin, property: null, replaces: null };
}

/** Puts a member into an object; one that is there already keeps its place in the order. */
export function putMember(object: ObjectValue, member: Member): void {
  object.members.set(member.name, member);
  object.selfGuarded.delete(member.name);
}

const INDEX = /^(?:0|[1-9]\d{0,8})$/u;

/** Whether a name is the number of an element. */
export function isIndex(name: string): boolean {
  return INDEX.test(name);
}

/** The own members of an object in the order in which JavaScript lists them: numbers first. */
export function listedMembers({ members }: ObjectValue): readonly Member[] {
  const all = [...members.values()];
  if (!all.some(({ name }) => isIndex(name))) return all;
  const numbered = all.filter(({ name }) => isIndex(name));
  return [
    ...numbered.toSorted((left, right) => Number(left.name) - Number(right.name)),
    ...all.filter(({ name }) => !isIndex(name)),
  ];
}

/** An object and what it inherits from, one after the other. */
export function* chainOf(object: ObjectValue | null): Generator<ObjectValue> {
  for (let holder = object; holder != null; holder = holder.prototype) yield holder;
}

/** The name of a private member, which is no string that a program can write. Each class has its own. */
export function privateName(name: string, scope: Scope): string {
  const owner = scope.resolve(`#${name}`)?.value;
  return `#\0${name}${owner?.kind === "unknown" ? String(owner.identity.id) : ""}`;
}

export function isPrivateName(name: string): boolean {
  return name.startsWith("#\0");
}

/** Where an object keeps its own member of a name: no program can list those that are private. */
export function tableFor(name: string, object: ObjectValue): Map<string, Member> {
  return isPrivateName(name) ? object.privates : object.members;
}

export interface Found {
  readonly holder: ObjectValue;
  readonly member: Member;
}

/** A member of an object or of what it inherits from; a private one of it, or the private method of its class. */
export function memberIn(object: ObjectValue, name: string): Found | null {
  for (const holder of chainOf(object)) {
    const member = tableFor(name, holder).get(name);
    if (member != null) return { holder, member };
  }
  return null;
}

/** Whether what an object inherits from may hold a getter or a setter of some name that cannot be seen. */
export function mayInheritAccessor(object: ObjectValue, name: string): boolean {
  if (object.members.has(name)) return false;
  for (const holder of chainOf(object.prototype)) {
    if (holder.isForgotten) return true;
    if (holder.members.has(name)) return false;
    if (!holder.isClosed) return true;
  }
  return false;
}

/** Whether reading or setting a member runs a function. */
export function isAccessor({ getter, setter }: Member): boolean {
  return getter != null || setter != null;
}

/** The functions of a getter or a setter, beside the other one of the two that is there already. */
export function accessors(before: Member | undefined, kind: "get" | "set", method: FunctionValue): Partial<Member> {
  const { getter, setter } = before ?? {};
  if (kind === "get") return { getter: method, ...(setter == null ? {} : { setter }) };
  return { setter: method, ...(getter == null ? {} : { getter }) };
}
