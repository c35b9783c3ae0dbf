/** The known-good template, member by member: what every fix leads to. */
import type { AuthConfig } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import type { Origin } from "../auth-config/values.js";
import { CLIENT_ID, TEMPLATE_MEMBERS, templateValue } from "../platform/template.js";
import type { TemplateMember, TemplateRole } from "../platform/template.js";
import type { Editor } from "./editor.js";
import type { RepairOptions } from "./repair.js";
import type { NewMember, WantedPart } from "./writing.js";

/** What is offered for one of the roles, under the name that all rules have for it. */
interface RoleOffer {
  readonly messageId: "useShared" | "useUserManagement";
  readonly fix: (editor: Editor) => RepairOptions;
}

/** A repair for each of the two roles, where the text leaves open which is meant. */
export function offerRoles(
  config: AuthConfig,
  repair: (role: TemplateRole, editor: Editor) => RepairOptions,
): readonly RoleOffer[] {
  return rolesByNeed(config).map((role) => ({
    messageId: role === "shared" ? "useShared" : "useUserManagement",
    fix: (editor) => repair(role, editor),
  }));
}

/** The two roles, first the one that some variant needs more: nobody signs in unless a provider takes session tokens. */
export function rolesByNeed({ variants }: AuthConfig): readonly TemplateRole[] {
  const takesSessions = variants.every(({ providers }) => providers.some(({ isForSessions }) => isForSessions));
  return takesSessions ? ["shared", "user-management"] : ["user-management", "shared"];
}

/** The value of a member of the template, for one client. */
export function templateParts(
  role: TemplateRole,
  name: TemplateMember,
  host: string,
  clientId: WantedPart,
): readonly WantedPart[] {
  return templateValue(role, name, host).map((piece) => (piece === CLIENT_ID ? clientId : piece));
}

/** Members that TypeScript knows by their text alone. */
const TYPED: ReadonlySet<TemplateMember> = new Set(["algorithm", "type"]);

/** One provider of the template, as it is written at a place of a file, for the client of a provider there. */
export class TemplateProvider {
  readonly #role: TemplateRole;
  readonly #client: Provider;
  readonly #editor: Editor;
  readonly #place: Origin;

  constructor(role: TemplateRole, client: Provider, editor: Editor, place: Origin = client.object.origin) {
    this.#role = role;
    this.#client = client;
    this.#editor = editor;
    this.#place = place;
  }

  /** Members in the order of the template; all of them unless some are named. */
  members(names: readonly TemplateMember[] = TEMPLATE_MEMBERS[this.#role]): readonly NewMember[] {
    return names.map((name) => this.member(name));
  }

  member(name: TemplateMember): NewMember {
    return { name, value: this.value(name) };
  }

  /** The value of a member as source text. */
  value(name: TemplateMember): string {
    const clientId = this.#editor.clientId(this.#client, this.#place);
    const parts = templateParts(this.#role, name, this.#client.apiHost, clientId);
    return TYPED.has(name) ? this.#editor.typedLiteral(parts.join(""), this.#place.node) : this.#editor.write(parts);
  }
}

/** Adds the other provider of the template beside one for the same client. */
export function addCounterpart(role: TemplateRole, neighbour: Provider, editor: Editor): RepairOptions {
  return editor.addProvider(neighbour, role === "shared" ? "before" : "after", (place) =>
    new TemplateProvider(role, neighbour, editor, place).members(),
  );
}

/** Puts the provider of the template in the place of one that other code shares, where that has all that the provider has. */
export function writeOwnObject(role: TemplateRole, provider: Provider, editor: Editor): RepairOptions {
  const names = new Set<string>([...TEMPLATE_MEMBERS[role], "applicationID"]);
  const isPlain = provider.members.every(({ name }) => names.has(name));
  if (!isPlain || provider.jwks?.kind !== "workos" || provider.jwks.damage != null) return [];
  return editor.replaceProvider(provider, (place) => new TemplateProvider(role, provider, editor, place).members());
}
