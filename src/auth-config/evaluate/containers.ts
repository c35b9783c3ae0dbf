/** Objects and lists while they are made: their members and elements are put into them one by one. */
import type { ListValue, Member, ObjectValue, Origin, Value } from "../values.js";

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
    ...all.filter((member) => !numbered.includes(member)),
  ];
}

export interface Found {
  readonly holder: ObjectValue;
  readonly member: Member;
}

/** A private member, or the private method of a class. */
export function privateOf(object: ObjectValue, name: string): Found | null {
  for (let holder: ObjectValue | null = object; holder != null; holder = holder.prototype) {
    const member = holder.privates.get(name);
    if (member != null) return { holder, member };
  }
  return null;
}

/** Whether what an object inherits from may hold a getter or a setter of some name that cannot be seen. */
export function mayInheritAccessor(object: ObjectValue, name: string): boolean {
  if (object.members.has(name)) return false;
  for (let holder = object.prototype; holder != null; holder = holder.prototype) {
    if (holder.isForgotten) return true;
    if (holder.members.has(name)) return false;
    if (!holder.isClosed) return true;
  }
  return false;
}

/** A member of an object or of what it inherits from. */
export function memberIn(object: ObjectValue, name: string): Found | null {
  for (let holder: ObjectValue | null = object; holder != null; holder = holder.prototype) {
    const member = holder.members.get(name);
    if (member != null) return { holder, member };
  }
  return null;
}
