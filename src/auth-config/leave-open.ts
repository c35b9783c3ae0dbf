import { NOTHING_KNOWN } from "./evaluate/identity.js";
import type { Member, ObjectValue } from "./values.js";

/** An object as if some of its members could not be read, so that nothing is said about them. */
export function leaveOpen(object: ObjectValue, isOpen: (member: Member) => boolean): ObjectValue {
  const open = [...object.members.values()].filter(isOpen);
  if (open.length === 0) return object;
  const members = new Map(object.members);
  for (const member of open) {
    const { origin } = member.value;
    const value = { kind: "unknown", origin, identity: NOTHING_KNOWN, type: null, isFalsy: false, holds: [] } as const;
    members.set(member.name, { ...member, value });
  }
  return { ...object, members };
}
