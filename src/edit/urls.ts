/** The URLs of the template, in the place of damaged ones. */
import { membersReading } from "../auth-config/placeholder.js";
import type { PlaceholderConstant } from "../auth-config/placeholder.js";
import type { Provider, WrittenUrl } from "../auth-config/provider.js";
import type { IssuerReading } from "../platform/issuer.js";
import type { JwksReading } from "../platform/jwks.js";
import type { TemplateRole } from "../platform/template.js";
import { isClientId, isSharedWithStrangers, jwksUrl } from "../platform/workos.js";
import { writeAudience } from "./audience.js";
import type { Editor } from "./editor.js";
import { combine } from "./repair.js";
import type { RepairOptions } from "./repair.js";
import { templateParts } from "./template.js";
import { writeVariable } from "./variable.js";

type WrittenIssuer = WrittenUrl<IssuerReading>;

/** The issuer of the provider's role, or a sound one of the same kind where no role is in the template. */
export function rewriteIssuer(provider: Provider, issuer: WrittenIssuer, editor: Editor): RepairOptions {
  const { role } = provider;
  if (role === "shared" || role === "user-management") return rewriteIssuerAs(role, provider, issuer, editor);
  return issuer.canonical == null ? [] : editor.rewritePattern(issuer.member, issuer.canonical);
}

/** The issuer of a role, with the audience that goes with it. */
export function rewriteIssuerAs(
  role: TemplateRole,
  provider: Provider,
  issuer: WrittenIssuer,
  editor: Editor,
): RepairOptions {
  // A literal ID gives way to the variable that the provider's other members read.
  const kept = isClientId(issuer.clientId ?? "") ? null : issuer.canonical;
  const audience = adjustAudience(role, provider, editor);
  const issuerRepair = editor.rewriteText(
    issuer.member,
    (place) =>
      (kept == null ? null : editor.writtenParts(kept, place)) ??
      templateParts(role, "issuer", issuer.host, editor.clientId(provider, place)),
  );
  return audience == null ? issuerRepair : combine(issuerRepair, audience);
}

/** The edit that the role demands of `applicationID`, or null where it demands none. */
function adjustAudience(role: TemplateRole, provider: Provider, editor: Editor): RepairOptions | null {
  if (role === "shared") {
    const isNeeded =
      isSharedWithStrangers(provider.apiHost) && provider.lacks("applicationID") && provider.audienceLookalike == null;
    return isNeeded ? writeAudience(provider, editor) : null;
  }
  const members = provider.unwantedAudiences;
  if (members.length === 0 || editor.variant.world.tokensCarryAudience) return null;
  return combine(...members.map((member) => editor.removeMember(member)));
}

/** The key set of the provider's client. */
export function rewriteJwks(provider: Provider, jwks: WrittenUrl<JwksReading>, editor: Editor): RepairOptions {
  // A literal ID gives way to the variable that the provider's other members read.
  const own = jwks.clientId == null || isClientId(jwks.clientId) ? null : jwksUrl(jwks.host, jwks.clientId);
  return editor.rewriteText(
    jwks.member,
    (place) =>
      (own == null ? null : editor.writtenParts(own, place)) ??
      templateParts("user-management", "jwks", jwks.host, editor.clientId(provider, place)),
  );
}

/** Reads the variable where a constant holds a placeholder, for all that reads the constant. */
export function replacePlaceholder({ leaf, origin, text }: PlaceholderConstant, editor: Editor): RepairOptions {
  if (!origin.isEditable) return [];
  const places = editor.variant.providers.flatMap((provider) =>
    membersReading(leaf, provider).map(({ name, owner }) => ({ node: leaf, owner, name })),
  );
  return [{ edits: [writeVariable(editor.clientIdExpression(origin), text, leaf, editor)], places }];
}
