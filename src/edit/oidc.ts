/** From the OIDC form to the template's custom JWT. */
import type { Variant } from "../auth-config/config.js";
import type { Provider, ProviderMember, WrittenUrl } from "../auth-config/provider.js";
import type { IssuerReading } from "../platform/issuer.js";
import type { TemplateRole } from "../platform/template.js";
import { isClientId } from "../platform/workos.js";
import type { Editor } from "./editor.js";
import { NOTHING_TO_DO, combine } from "./repair.js";
import type { RepairOptions } from "./repair.js";
import { TemplateProvider, addCounterpart, templateParts } from "./template.js";
import type { NewMember } from "./writing.js";

/** Where the user-management provider comes from that a list lacks: at most one of both. */
interface Plan {
  /** The provider beside which it is added. */
  readonly adding?: Provider | undefined;
  /** The provider that becomes it. */
  readonly turning?: Provider | undefined;
}

/** By the list: it is the same for all of its providers. */
const plans = new WeakMap<readonly Provider[], Plan>();

function planFor(variant: Variant): Plan {
  const known = plans.get(variant.providers);
  if (known != null) return known;
  const plan = makePlan(variant);
  plans.set(variant.providers, plan);
  return plan;
}

function makePlan({ isComplete, providers }: Variant): Plan {
  // One in the OIDC form becomes a custom JWT as well.
  if (!isComplete || providers.some((provider) => provider.isForSessions || provider.mayTakeSessionTokens)) return {};
  const shared = providers.filter(({ isWorkOS }) => isWorkOS);
  const oidc = shared.filter(({ isOidcForm }) => isOidcForm);
  const [audience, ...others] = new Set(
    shared.map((provider) => provider.patternOf(provider.written("applicationID")?.value)),
  );
  // Of several for one client, one gets the shared issuer.
  if (shared.length > 1 && audience != null && others.length === 0) return { turning: oidc.at(-1) };
  return { adding: oidc[0] };
}

/** Makes a provider a custom JWT, and adds the user-management one where the list lacks it. */
export function convertOidcForm(provider: Provider, issuer: WrittenUrl<IssuerReading>, editor: Editor): RepairOptions {
  if (!provider.object.isClosed) return [];
  const plan = planFor(editor.variant);
  const role: TemplateRole =
    provider.role === "user-management" || plan.turning === provider ? "user-management" : "shared";
  const converted = convertMembers(role, provider, issuer, editor);
  if (plan.adding !== provider) return converted;
  return combine(converted, addCounterpart("user-management", provider, editor));
}

function convertMembers(
  role: TemplateRole,
  provider: Provider,
  issuer: WrittenUrl<IssuerReading>,
  editor: Editor,
): RepairOptions {
  const domain = convertDomain(role, provider, issuer, editor);
  const members = membersOfCustomJwt(role, provider, editor);
  const audience = provider.written("applicationID") ?? provider.audienceLookalike;
  if (role === "user-management") {
    const isAudience = audience?.name.startsWith("app") === true;
    return combine(
      domain,
      isAudience ? replaceAudience(audience, provider, members, editor) : editor.writeMembers(provider, members),
    );
  }
  const value = editor.write([editor.clientId(provider)]);
  if (audience == null)
    return combine(domain, editor.writeMembers(provider, [...members, { name: "applicationID", value }]));
  return combine(domain, keepAudience(audience, provider, value, editor), editor.writeMembers(provider, members));
}

/** `domain` becomes `issuer`; a text that is sound stays as it is written. */
function convertDomain(
  role: TemplateRole,
  provider: Provider,
  { canonical, host, member, pattern }: WrittenUrl<IssuerReading>,
  editor: Editor,
): RepairOptions {
  const staysInRole = (role === "user-management") === (provider.role === "user-management");
  const isSound = canonical === pattern && staysInRole;
  const issuer = editor.write(templateParts(role, "issuer", host, editor.clientId(provider)));
  const empty = provider.written("issuer");
  return combine(
    isSound ? editor.renameMember(member, "issuer") : editor.respellMember(member, "issuer", issuer),
    empty == null ? NOTHING_TO_DO : editor.removeMember(empty),
  );
}

/** The members that the custom JWT form has and the OIDC form has not. */
function membersOfCustomJwt(role: TemplateRole, provider: Provider, editor: Editor): readonly NewMember[] {
  const hasKeys = provider.jwks?.kind === "workos" && provider.jwks.damage == null;
  return new TemplateProvider(role, provider, editor).members([
    "type",
    "algorithm",
    ...(hasKeys ? [] : ["jwks" as const]),
  ]);
}

/** The members that lead stay in front; the others take the place of the audience. */
function replaceAudience(
  audience: ProviderMember,
  provider: Provider,
  members: readonly NewMember[],
  editor: Editor,
): RepairOptions {
  const isNew = ({ name }: NewMember): boolean => provider.written(name) == null;
  const leading = members.filter((member) => isNew(member) && member.name === "type");
  const following = members.filter((member) => isNew(member) && member.name !== "type");
  return combine(
    editor.writeMembers(
      provider,
      members.filter((member) => !isNew(member)),
    ),
    editor.addMembers(provider, leading, audience),
    following.length > 0 ? editor.replaceMember(audience, following) : editor.removeMember(audience),
  );
}

/** An audience that can be the client id stays as it is written; any other becomes the client id, as does one with more in it. */
function keepAudience(audience: ProviderMember, provider: Provider, clientId: string, editor: Editor): RepairOptions {
  const pattern = provider.patternOf(audience.value);
  const isUsable =
    audience.value.kind === "unknown" || pattern?.length === 1 || (pattern != null && isClientId(pattern));
  if (audience.name === "applicationID") return isUsable ? NOTHING_TO_DO : editor.setValue(audience, clientId);
  return isUsable
    ? editor.renameMember(audience, "applicationID")
    : editor.respellMember(audience, "applicationID", clientId);
}
