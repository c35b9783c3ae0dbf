/** The known-good template, member by member: what every fix leads to. */
import type { Variant } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import type { Origin } from "../auth-config/values.js";
import { SIGNING_ALGORITHM, jwksUrl, sharedIssuer, userManagementIssuer } from "../platform/workos.js";
import type { Editor, NewMember, WantedPart } from "./editor.js";

export type TemplateRole = "shared" | "user-management";

/** The two roles, first the one that a list needs more: nobody signs in unless some provider certainly takes session tokens. */
export function rolesByNeed(providers: readonly Provider[]): readonly TemplateRole[] {
  const takesSessions = providers.some(({ role }) => role === "user-management" || role === "gated");
  return takesSessions ? ["shared", "user-management"] : ["user-management", "shared"];
}

/** The issuer of a role. */
export function templateIssuer(role: TemplateRole, host: string, clientId: WantedPart): readonly WantedPart[] {
  return role === "shared" ? [sharedIssuer(host)] : [userManagementIssuer(host, ""), clientId];
}

export function templateJwks(host: string, clientId: WantedPart): readonly WantedPart[] {
  return [jwksUrl(host, ""), clientId];
}

/** All members of a provider, in the order of the template. */
export function templateMembers(
  role: TemplateRole,
  provider: Provider,
  host: string,
  variant: Variant,
  place: Origin,
  editor: Editor,
): readonly NewMember[] {
  const clientId = editor.clientId(provider, variant, place);
  const audience: NewMember[] = role === "shared" ? [{ name: "applicationID", value: editor.write([clientId]) }] : [];
  return [
    { name: "type", value: editor.literal("customJwt", place.node) },
    { name: "issuer", value: editor.write(templateIssuer(role, host, clientId)) },
    { name: "algorithm", value: editor.literal(SIGNING_ALGORITHM, place.node) },
    ...audience,
    { name: "jwks", value: editor.write(templateJwks(host, clientId)) },
  ];
}
