/**
 * An auth config before it is printed: which providers with which members, without a word about layout.
 *
 * A generated file is a draft, the defects planted into it, and a style that prints it.
 */

/** The client id that the deployment's variable holds, wherever the printer writes it. */
export const clientId = Symbol("client id");
/** A second variable: the client id of the WorkOS environment, or that of another deployment. */
export const otherClientId = Symbol("other client id");

export type Part = string | typeof clientId | typeof otherClientId;

export type Value =
  /** Characters and client ids; printed as a string, a template or a concatenation. */
  | { readonly kind: "text"; readonly parts: readonly Part[]; readonly plainQuotes?: boolean }
  /** Source text, printed as it is. */
  | { readonly kind: "code"; readonly code: string };

export interface Member {
  name: string;
  value: Value;
}

/** `vendor`: not WorkOS. `session-elsewhere`: an issuer on another host that names a client. */
export type ProviderRole = "session" | "session-elsewhere" | "shared" | "vendor";

export interface ProviderDraft {
  readonly role: ProviderRole;
  members: Member[];
}

/** How the config leaves the file; the last four are defects. */
export type ExportForm =
  "default" | "module.exports" | "array" | "exports.default" | "named" | "none" | "uncalled-factory";

export interface Draft {
  providers: ProviderDraft[];
  /** The providers of another deployment, which no defect touches. */
  readonly otherProviders: readonly ProviderDraft[];
  exportForm: ExportForm;
  /** What stands in place of the list, with the list itself at `@`; `@` alone in a sound file. */
  listTemplate: string;
  listKey: string;
  /** Statements before the config. */
  statements: string[];
  /** Replaces the way in which the file reads its client id: lines that define `clientId`. */
  clientIdLines: readonly string[] | null;
  /** Replaces the condition of a conditional list, and makes the list conditional. */
  condition: string | null;
  /** The extension of a file that Convex never reads. */
  extension: string | null;
}

export function text(...parts: readonly Part[]): Value {
  return { kind: "text", parts };
}

/** Text with `${…}` in it that no template evaluates. */
export function plainText(characters: string): Value {
  return { kind: "text", parts: [characters], plainQuotes: true };
}

export function code(source: string): Value {
  return { kind: "code", code: source };
}

export function memberOf(provider: ProviderDraft, name: string): Member | undefined {
  return provider.members.find((member) => member.name === name);
}

export function setMember(provider: ProviderDraft, name: string, value: Value): void {
  const member = memberOf(provider, name);
  if (member === undefined) provider.members.push({ name, value });
  else member.value = value;
}

export function removeMember(provider: ProviderDraft, name: string): boolean {
  const count = provider.members.length;
  provider.members = provider.members.filter((member) => member.name !== name);
  return provider.members.length < count;
}

export function renameMember(provider: ProviderDraft, from: string, to: string): boolean {
  const member = memberOf(provider, from);
  if (member === undefined) return false;
  member.name = to;
  return true;
}

export function providerOf(draft: Draft, role: ProviderRole): ProviderDraft | undefined {
  return draft.providers.find((provider) => provider.role === role);
}

const root = "https://api.workos.com";

export function sharedProvider(issuer: string = `${root}/`): ProviderDraft {
  return workosProvider("shared", text(issuer), { applicationID: text(clientId) });
}

export function sessionProvider(id: Part = clientId): ProviderDraft {
  return workosProvider("session", text(`${root}/user_management/`, id));
}

function workosProvider(role: ProviderRole, issuer: Value, extra: Readonly<Record<string, Value>> = {}): ProviderDraft {
  return provider(role, {
    type: text("customJwt"),
    issuer,
    algorithm: text("RS256"),
    ...extra,
    jwks: text(`${root}/sso/jwks/`, clientId),
  });
}

export function provider(role: ProviderRole, members: Readonly<Record<string, Value>>): ProviderDraft {
  return { role, members: Object.entries(members).map(([name, value]) => ({ name, value })) };
}
