/** Turns a provider into one of the two forms: with the members that it demands, under the names that were meant. */
import type { Provider, ProviderMember } from "../auth-config/provider.js";
import type { RequiredMember, Shape } from "../auth-config/shape.js";
import type { Value } from "../auth-config/values.js";
import type { TemplateRole } from "../platform/template.js";
import { canBeClientId } from "../platform/workos.js";
import type { Editor } from "./editor.js";
import { NOTHING_TO_DO, combine } from "./repair.js";
import type { RepairOptions } from "./repair.js";
import { TemplateProvider } from "./template.js";

/** Gives a provider the type of a custom JWT, which has no `domain`. */
export function makeCustomJwt(provider: Provider, editor: Editor): RepairOptions {
  const value = editor.typedLiteral("customJwt", provider.object.origin.node);
  const domain = provider.member("domain");
  return combine(
    editor.writeMembers(provider, [{ name: "type", value }]),
    domain == null ? NOTHING_TO_DO : editor.removeMember(domain),
  );
}

/** Removes a `domain` beside an `issuer`, or else makes it the issuer. */
export function domainToIssuer(domain: ProviderMember, provider: Provider, editor: Editor): RepairOptions {
  if (provider.written("issuer") != null) return editor.removeMember(domain);
  return provider.object.isClosed ? editor.renameMember(domain, "issuer") : [];
}

/** Gives a member the name that was meant. */
export function respell(member: ProviderMember, right: string, shape: Shape, editor: Editor): RepairOptions {
  const { provider, isCustomJwt } = shape;
  // The right member is there as well: the wrong one goes, unless the right one is empty.
  if (provider.written(right) != null) return provider.lacks(right) ? [] : editor.removeMember(member);
  if (right === "algorithm") {
    const algorithm = shape.algorithmMeantBy(member.value);
    if (algorithm == null) return [];
    return editor.respellMember(member, right, editor.typedLiteral(algorithm, provider.object.origin.node));
  }
  const isAudience = right === "applicationID" && provider.isSharedWithStrangers && isCustomJwt;
  if (!isAudience || mayBeClientId(member.value, provider)) return editor.renameMember(member, right);
  return editor.respellMember(member, right, new TemplateProvider("shared", provider, editor).value("applicationID"));
}

function mayBeClientId(value: Value, provider: Provider): boolean {
  const pattern = provider.patternOf(value);
  return value.kind === "unknown" || (pattern != null && canBeClientId(pattern));
}

/** Adds the members of the template that a provider in a role lacks, with the audience that a new issuer demands. */
export function addMissing(
  missing: readonly RequiredMember[],
  role: TemplateRole,
  provider: Provider,
  editor: Editor,
): RepairOptions {
  const wanted = missing.filter((name) => name !== "domain");
  const audience = provider.lacks("applicationID") ? null : provider.written("applicationID");
  // An issuer that was not there brings the demand of its role with it.
  const isRoleNew = missing.includes("issuer");
  if (isRoleNew && role === "shared" && audience == null) wanted.push("applicationID");
  return combine(
    editor.writeMembers(provider, new TemplateProvider(role, provider, editor).members(wanted)),
    isRoleNew && role === "user-management" && audience != null ? editor.removeMember(audience) : NOTHING_TO_DO,
  );
}
