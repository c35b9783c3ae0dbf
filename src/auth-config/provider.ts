import { isConvexUrlVariable } from "../platform/environment.js";
import type { IssuerReading } from "../platform/issuer.js";
import type { JwksReading } from "../platform/jwks.js";
import { REFUSED_AUDIENCE_SPELLINGS, intendedMember, isAudienceStandIn } from "../platform/provider-members.js";
import { API_HOST, isSharedWithStrangers } from "../platform/workos.js";
import type { Role, World } from "../platform/workos.js";
import type { Node } from "./ast.js";
import type { PatternWriter } from "./pattern.js";
import {
  isCertainlyNoString,
  isCertainlyPresent,
  isFalsy,
  isNullish,
  isUndefined,
  literalText,
  soleOpaquePart,
} from "./values.js";
import type { Member, ObjectValue, TextValue, Value } from "./values.js";

/** What all providers of a file share. URLs are read once, however many variants have them. */
export interface ProviderContext {
  readonly world: World;
  readonly patterns: PatternWriter;
  readonly readIssuer: (pattern: string, hasWorkOSKeys: boolean) => IssuerReading;
  readonly readJwks: (pattern: string, issuerHost: string) => JwksReading;
}

/** A member of a provider, and the object that has it. */
export interface ProviderMember extends Member {
  readonly owner: ObjectValue;
}

/** A URL as a member has it, and as it is read. */
export type WrittenUrl<Reading> = Reading & {
  readonly member: ProviderMember;
  readonly text: TextValue;
  readonly pattern: string;
};

/** A client ID as one member of a provider names it. */
export interface NamedClient {
  readonly member: ProviderMember;
  /** The pattern of the whole text. */
  readonly whole: string;
  /** The part of it that names the client. */
  readonly pattern: string;
}

/**
 * What is wrong with a provider as a whole, so that one repair sees to several of its members.
 *
 * - `oidc-form`: the OIDC form with a WorkOS domain, which `no-workos-oidc-provider` reports.
 * - `damaged-issuer`: no token can match, which `valid-issuer` reports.
 * - `no-issuer`: `require-provider-members` and its neighbours report it.
 */
export type Defect = "damaged-issuer" | "no-issuer" | "oidc-form";

/**
 * One element of `providers`, read as Convex and WorkOS read it.
 *
 * Every question about a missing member must ask `isClosed` first: what cannot be seen may hold it.
 */
export class Provider {
  readonly object: ObjectValue;
  /** `issuer`, or the `domain` of the OIDC form; null where there is none that can be read. */
  readonly issuer: WrittenUrl<IssuerReading> | null;
  readonly jwks: WrittenUrl<JwksReading> | null;
  /** What the provider is for: by its own text, or by what the complete list lacks. */
  readonly role: Role;
  /**
   * The form that Convex takes the object for, by its `type` alone; `misspelt` is a text that Convex rejects,
   * `unreadable` a type that cannot be read.
   */
  readonly type: "customJwt" | "misspelt" | "none" | "oidc" | "unreadable";
  readonly defect: Defect | null;
  readonly #context: ProviderContext;
  readonly #members = new Map<string, ProviderMember>();
  readonly #issuerMember: ProviderMember | null;

  constructor(object: ObjectValue, context: ProviderContext, settledRole: Role | null = null) {
    this.object = object;
    this.#context = context;
    this.type = this.#readType();
    this.#issuerMember = this.#usable("issuer") ?? this.#usable("domain");
    const keys = this.#readUrl(this.member("jwks"), (pattern) => context.readJwks(pattern, API_HOST));
    const hasWorkOSKeys = keys?.kind === "workos";
    this.issuer = this.#readUrl(this.#issuerMember, (pattern) => context.readIssuer(pattern, hasWorkOSKeys));
    this.jwks = this.#readUrl(this.member("jwks"), (pattern) => context.readJwks(pattern, this.#issuerHost));
    this.role = settledRole ?? this.#roleByText();
    this.defect = this.#findDefect();
  }

  /** The same provider in a role that the list decides. */
  withRole(role: Role): Provider {
    return new Provider(this.object, this.#context, role);
  }

  #readUrl<Reading>(member: ProviderMember | null, read: (pattern: string) => Reading): WrittenUrl<Reading> | null {
    if (member?.value.kind !== "text") return null;
    const text = member.value;
    const pattern = this.patternOf(text);
    return pattern == null ? null : { ...read(pattern), member, text, pattern };
  }

  /** What the provider is for, by its own text alone. */
  #roleByText(): Role {
    if (this.issuer != null) return isConvexUrl(this.issuer.text) ? "other" : this.issuer.role;
    const isUnseen = !this.isClosed && this.written("issuer") == null;
    if (this.#issuerMember != null || isUnseen) return "unreadable";
    return this.jwks?.kind === "workos" && this.jwks.damage !== "wrongHost" ? "workos-unspecified" : "other";
  }

  /** Where to point for something that the provider as a whole lacks. */
  get at(): Node {
    return this.object.origin.at;
  }

  get isClosed(): boolean {
    return this.object.isClosed;
  }

  // ── Members ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** All members, also those that depend on their own value being there. */
  get members(): readonly ProviderMember[] {
    return [...this.object.members.values()].map((member) => this.#owned(member));
  }

  /** A member that is there, with whatever value; `undefined` ones vanish when Convex serializes the config. */
  member(name: string): ProviderMember | null {
    const member = this.written(name);
    return member == null || isUndefined(member.value) ? null : member;
  }

  /** A member as written, even if its value is `undefined`; none where it depends on its own value being there. */
  written(name: string): ProviderMember | null {
    const member = this.#isSelfGuarded(name) ? null : this.object.members.get(name);
    return member == null ? null : this.#owned(member);
  }

  #owned(member: Member): ProviderMember {
    const known = this.#members.get(member.name);
    if (known != null) return known;
    const owned = { ...member, owner: this.object };
    this.#members.set(member.name, owned);
    return owned;
  }

  /**
   * Whether a member is there only if its own value is: `...(aud ? { applicationID: aud } : {})`, or a variable that the
   * file does without. That is deliberate, except for the client ID, which is always there.
   */
  #isSelfGuarded(name: string): boolean {
    const value = this.object.members.get(name)?.value;
    if (name !== "applicationID") return this.object.selfGuarded.has(name);
    const isOptional = value != null && soleOpaquePart(value)?.isOptional === true;
    return (isOptional || this.object.selfGuarded.has(name)) && (value == null || !this.#isClientId(value));
  }

  #isClientId(value: Value): boolean {
    const pattern = this.patternOf(value);
    return this.isOwnClientId(value) || (pattern != null && this.#context.patterns.isClientIdByName(pattern));
  }

  /** Whether nothing can be under this name: neither `null` nor `undefined` counts as something. */
  lacks(name: string): boolean {
    if (this.#isSelfGuarded(name)) return false;
    const member = this.object.members.get(name);
    return member == null ? this.isClosed : isNullish(member.value);
  }

  /** What a text is as a pattern; null for any other value, and for a text that cannot be written as one. */
  patternOf(value: Value | undefined): string | null {
    return value?.kind === "text" ? this.#context.patterns.patternOf(value) : null;
  }

  // ── Form ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  #readType(): Provider["type"] {
    const member = this.member("type");
    if (member == null) return this.isClosed || this.written("type") != null ? "none" : "unreadable";
    const text = literalText(member.value);
    if (text === "customJwt" || text === "oidc") return text;
    if (text != null) return "misspelt";
    if (isFalsy(member.value)) return "none";
    return member.value.kind === "unknown" || member.value.kind === "text" ? "unreadable" : "none";
  }

  /** Whether the members say OIDC, where the type does not say otherwise. */
  get isOidcForm(): boolean {
    return (this.type === "oidc" || this.type === "none") && this.#issuerMember?.name === "domain";
  }

  #usable(name: string): ProviderMember | null {
    const member = this.member(name);
    return member == null || isNullish(member.value) || isCertainlyNoString(member.value) ? null : member;
  }

  // ── WorkOS ────────────────────────────────────────────────────────────────────────────────────────────────────────

  get isWorkOS(): boolean {
    return this.role !== "other" && this.role !== "unreadable";
  }

  #findDefect(): Defect | null {
    const isDamaged = this.issuer?.damage != null;
    if (this.isWorkOS && this.isOidcForm && (isDamaged || !this.#hasAudienceForOidc)) return "oidc-form";
    if (isDamaged) return "damaged-issuer";
    return this.#issuerMember == null ? "no-issuer" : null;
  }

  /** The OIDC form demands an audience: it is right where every token has one. */
  get #hasAudienceForOidc(): boolean {
    return this.role === "user-management" && this.#context.world.tokensCarryAudience;
  }

  /** The API host that the provider is meant for. */
  get apiHost(): string {
    return this.issuer?.host ?? this.jwks?.host ?? API_HOST;
  }

  get #issuerHost(): string {
    return this.issuer?.host ?? API_HOST;
  }

  /** Whether tokens of other apps come under the same issuer. */
  get isSharedWithStrangers(): boolean {
    return this.role === "shared" && isSharedWithStrangers(this.apiHost);
  }

  /**
   * Whether the provider may take the token of an AuthKit session. One in the OIDC form never does, whatever its domain: it demands an
   * `aud`.
   */
  get mayTakeSessionTokens(): boolean {
    if (this.isOidcForm && !this.#context.world.tokensCarryAudience) return false;
    if (this.isForSessions || this.role === "unreadable") return true;
    return this.issuer?.namesClient === true && !isConvexUrl(this.issuer.text);
  }

  /** Whether WorkOS issues session tokens under the issuer, whatever the form of the provider. */
  get isForSessions(): boolean {
    return this.role === "user-management" || this.role === "on-request";
  }

  // ── Client and audience ───────────────────────────────────────────────────────────────────────────────────────────

  /** The clients that issuer, JWKS and `applicationID` name, in this order, as far as they can be read and are sound. */
  get namedClients(): readonly NamedClient[] {
    const urls = [this.issuer, this.jwks].flatMap((url) =>
      url?.clientId == null || url.damage != null
        ? []
        : [{ member: url.member, whole: url.pattern, pattern: url.clientId }],
    );
    const member = this.member("applicationID");
    const pattern = this.patternOf(member?.value);
    return member == null || pattern == null ? urls : [...urls, { member, whole: pattern, pattern }];
  }

  /** The audience that the provider demands, as a pattern; null where it demands none or it cannot be told. */
  get audiencePattern(): string | null {
    const value = this.lacks("applicationID") ? null : this.member("applicationID")?.value;
    return value == null ? null : (this.patternOf(value) ?? this.#context.patterns.standInFor(value));
  }

  /** Whether a value is what is in the place of the client ID in the provider's URLs. */
  isOwnClientId(value: Value): boolean {
    const standIn = this.#context.patterns.standInFor(value);
    return standIn != null && (this.issuer?.clientId === standIn || this.jwks?.clientId === standIn);
  }

  /** A member that was meant to be `applicationID`: misspelt, or under the name that the audience has elsewhere. */
  get audienceLookalike(): ProviderMember | null {
    const members = this.members.filter(({ value }) => !isUndefined(value));
    return (
      members.find(({ name }) => intendedMember(name) === "applicationID") ??
      members.find(({ name }) => isAudienceStandIn(name)) ??
      null
    );
  }

  /**
   * The members that certainly give the provider an audience: `applicationID`, and the spellings that Convex rejects by
   * name.
   */
  get unwantedAudiences(): readonly ProviderMember[] {
    const audience = this.member("applicationID");
    const isThere = audience != null && (isCertainlyPresent(audience.value) || this.isOwnClientId(audience.value));
    const rejected = REFUSED_AUDIENCE_SPELLINGS.flatMap((name) => this.member(name) ?? []);
    return isThere ? [audience, ...rejected] : rejected;
  }
}

/** Whether a text begins with the URL of the Convex deployment, which is never a WorkOS issuer. */
function isConvexUrl({ parts }: TextValue): boolean {
  const [first] = parts;
  return first?.kind === "env" && isConvexUrlVariable(first.name);
}
