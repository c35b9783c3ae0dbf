import { API_HOST, comparableIssuer, isSharedWithStrangers, readIssuer, readJwks } from "../platform/workos.js";
import { REFUSED_AUDIENCE_SPELLINGS, intendedMember, isAudienceStandIn } from "../platform/provider-members.js";
import type { IssuerReading, JwksReading, Role, World } from "../platform/workos.js";
import type { Node } from "./ast.js";
import type { PatternTable } from "./pattern.js";
import {
  isCertainlyNoString,
  isCertainlyPresent,
  isFalsy,
  isNullish,
  isUndefined,
  literalText,
  opaqueKey,
  wholeText,
} from "./values.js";
import type { LiteralPart, Member, ObjectValue, TextValue, Value } from "./values.js";

/** What all providers of one variant share. */
export interface ProviderContext {
  readonly world: World;
  readonly patterns: PatternTable;
  /** Patterns that stand where only a client id can stand, somewhere in the file. */
  readonly knownClientIds: ReadonlySet<string>;
  /** Constants that some key set has for its client id, and that are none. */
  readonly placeholders: ReadonlySet<Node>;
}

/** A client id as one member of a provider names it. */
export interface NamedClient {
  readonly member: Member;
  readonly text: TextValue;
  /** The pattern of the whole text. */
  readonly whole: string;
  /** The part of it that names the client. */
  readonly pattern: string;
}

/**
 * One element of `providers`, read as Convex and WorkOS read it.
 *
 * Every question about a member that is missing must ask `isClosed` first: what cannot be seen may hold it.
 */
export class Provider {
  readonly object: ObjectValue;
  /** False for an object inside a call or a loop that cannot be evaluated: judged by what it contains, never by what it lacks. */
  readonly isListed: boolean;
  readonly #context: ProviderContext;
  #role: Role | null = null;

  constructor(object: ObjectValue, isListed: boolean, context: ProviderContext) {
    this.object = object;
    this.isListed = isListed;
    this.#context = context;
  }

  /** Where to point for something that the provider as a whole lacks. */
  get at(): Node {
    return this.object.origin.at;
  }

  get isClosed(): boolean {
    return this.isListed && this.object.isClosed;
  }

  /** A member that is there, with whatever value; `undefined` ones vanish when Convex serializes the config. */
  member(name: string): Member | null {
    const member = this.written(name);
    return member == null || isUndefined(member.value) ? null : member;
  }

  /** A member as written, even if its value is `undefined`; none where it depends on its own value being there. */
  written(name: string): Member | null {
    return this.object.deliberate.has(name) ? null : (this.object.members.get(name) ?? null);
  }

  /** Whether nothing can be under this name: neither `null` nor `undefined` counts as something. */
  lacks(name: string): boolean {
    if (this.object.deliberate.has(name)) return false;
    const member = this.object.members.get(name);
    return member == null ? this.isClosed : isNullish(member.value);
  }

  /**
   * The form that Convex takes the object for, by its `type` alone; `misspelt` is a text that Convex refuses,
   * `unclear` a type that cannot be read.
   */
  get type(): "customJwt" | "misspelt" | "none" | "oidc" | "unclear" {
    const member = this.member("type");
    if (member == null) return this.isClosed || this.written("type") != null ? "none" : "unclear";
    const text = literalText(member.value);
    if (text === "customJwt" || text === "oidc") return text;
    if (text != null) return "misspelt";
    if (isFalsy(member.value)) return "none";
    return member.value.kind === "unknown" || member.value.kind === "text" ? "unclear" : "none";
  }

  /** The form that the members speak of, where the type does not say it. */
  get isOidcForm(): boolean {
    return (this.type === "oidc" || this.type === "none") && this.issuerMember?.name === "domain";
  }

  /** `issuer`, or the `domain` of the OIDC form. */
  get issuerMember(): Member | null {
    return this.#usable("issuer") ?? this.#usable("domain");
  }

  #usable(name: string): Member | null {
    const member = this.member(name);
    return member == null || isNullish(member.value) || isCertainlyNoString(member.value) ? null : member;
  }

  get issuerText(): TextValue | null {
    const value = this.issuerMember?.value;
    return value?.kind === "text" ? value : null;
  }

  #issuerPattern: string | null | undefined;

  /** The issuer as a pattern, or null where there is none that can be read. */
  get issuerPattern(): string | null {
    if (this.#issuerPattern === undefined) this.#issuerPattern = this.patternOf(this.issuerMember?.value);
    return this.#issuerPattern;
  }

  #issuer: IssuerReading | null | undefined;

  get issuer(): IssuerReading | null {
    if (this.#issuer !== undefined) return this.#issuer;
    const pattern = this.issuerPattern;
    this.#issuer = pattern == null ? null : readIssuer(pattern, this.#context.world, (id) => this.#isKnownClientId(id));
    return this.#issuer;
  }

  get jwksText(): TextValue | null {
    const value = this.member("jwks")?.value;
    return value?.kind === "text" ? value : null;
  }

  #jwks: JwksReading | null | undefined;

  get jwks(): JwksReading | null {
    if (this.#jwks !== undefined) return this.#jwks;
    const pattern = this.patternOf(this.member("jwks")?.value);
    const host = this.issuer?.host ?? API_HOST;
    this.#jwks =
      pattern == null ? null : readJwks(pattern, this.#context.world, host, (id) => this.#isKnownClientId(id));
    return this.#jwks;
  }

  #isKnownClientId(pattern: string): boolean {
    return this.#context.knownClientIds.has(pattern) || this.#context.patterns.isClientIdByName(pattern);
  }

  /** What the provider is there for: by its own text, or by what the complete list lacks. */
  get role(): Role {
    return this.#role ?? this.roleByText;
  }

  /** What the provider is there for, by its own text alone. */
  get roleByText(): Role {
    if (this.issuer != null) return this.issuer.role;
    if (this.issuerMember != null) return "unclear";
    if (!this.isClosed && this.written("issuer") == null) return "unclear";
    const jwks = this.jwks;
    return jwks?.kind === "workos" && jwks.damage !== "host" ? "undetermined" : "other";
  }

  settleRole(role: Role): void {
    this.#role = role;
  }

  get isWorkOS(): boolean {
    return (
      this.role === "shared" || this.role === "user-management" || this.role === "undetermined" || this.role === "gated"
    );
  }

  get isDamaged(): boolean {
    return this.issuer?.damage != null;
  }

  /** Whether tokens of other apps come under the same issuer. */
  get isSharedWithStrangers(): boolean {
    return this.role === "shared" && isSharedWithStrangers(this.issuer?.host ?? API_HOST);
  }

  /** The issuer as Convex compares it: equal ones take the same tokens. */
  get comparableIssuer(): string | null {
    return this.issuerPattern == null ? null : comparableIssuer(this.issuerPattern);
  }

  /** What a value is in patterns: the text itself, or the piece that stands for it. */
  patternOf(value: Value | undefined): string | null {
    return value?.kind === "text" ? this.#context.patterns.patternOf(value) : null;
  }

  /** The clients that issuer, JWKS and `applicationID` name, in this order, as far as they can be read and are sound. */
  get namedClients(): readonly NamedClient[] {
    const { issuer, jwks } = this;
    return [
      ...this.#clientIn(this.issuerMember, () => (issuer?.damage == null ? issuer?.clientId : null)),
      ...this.#clientIn(this.member("jwks"), () => (jwks?.damage == null ? jwks?.clientId : null)),
      ...this.#clientIn(this.member("applicationID"), (whole) => whole),
    ];
  }

  #clientIn(member: Member | null, read: (whole: string) => string | null | undefined): readonly NamedClient[] {
    if (member?.value.kind !== "text") return [];
    const text = member.value;
    const whole = this.patternOf(text);
    if (whole == null) return [];
    const pattern = read(whole);
    return pattern == null ? [] : [{ member, text, whole, pattern }];
  }

  /** The constant that the key set has for its client id, and that is none: one wrong line, whoever reads it. */
  get placeholder(): LiteralPart | null {
    if (!this.isWorkOS || this.isOidcForm || this.jwks?.damage !== "client-id-placeholder") return null;
    const last = this.jwksText?.parts.at(-1);
    const isConstant = last?.kind === "literal" && last.reads != null && last.leaf != null && !last.text.includes("/");
    return isConstant && wholeText(last.leaf) === last.text ? last : null;
  }

  /** The members that have a constant for their client id, or hold it where Convex looks at nothing. */
  membersWith(placeholder: Node): readonly Member[] {
    if (!this.isWorkOS || this.isOidcForm) return [];
    const members = [...this.object.members.values()].filter(
      ({ name }) => name !== "issuer" || this.isIssuerOfPlaceholder,
    );
    return members.filter(
      ({ value }) =>
        value.kind === "text" && value.parts.some((part) => part.kind === "literal" && part.leaf === placeholder),
    );
  }

  /** Whether nothing may be wrong with the issuer but the constant in it. */
  get isIssuerOfPlaceholder(): boolean {
    const damage = this.issuer?.damage;
    return (
      (damage === "client-id-placeholder" || damage === "path") &&
      this.issuerText != null &&
      this.readsPlaceholder(this.issuerText)
    );
  }

  /** Whether a text is made from a constant that some key set has for its client id, and that is none. */
  readsPlaceholder(value: Value): boolean {
    return (
      value.kind === "text" &&
      value.parts.some(
        (part) => part.kind === "literal" && part.leaf != null && this.#context.placeholders.has(part.leaf),
      )
    );
  }

  /** A member that was meant to be `applicationID`: misspelt, or under the name that the audience has elsewhere. */
  get audienceLookalike(): Member | null {
    const members = [...this.object.members.values()].filter(({ value }) => !isUndefined(value));
    return (
      members.find(({ name }) => intendedMember(name) === "applicationID") ??
      members.find(({ name }) => isAudienceStandIn(name)) ??
      null
    );
  }

  /** The members that give the provider an audience, certainly: `applicationID`, and the spellings that Convex refuses by name. */
  get unwantedAudiences(): readonly Member[] {
    const audience = this.member("applicationID");
    const isThere = audience != null && (isCertainlyPresent(audience.value) || this.isOwnClientId(audience.value));
    const refused = REFUSED_AUDIENCE_SPELLINGS.flatMap((name) => this.member(name) ?? []);
    return isThere ? [audience, ...refused] : refused;
  }

  /** Whether a value is what stands in the place of the client id in the provider's URLs. */
  isOwnClientId(value: Value): boolean {
    const key = opaqueKey(value);
    if (key == null) return false;
    return [this.issuer?.clientId, this.jwks?.clientId].some(
      (pattern) => pattern?.length === 1 && this.#context.patterns.partOf(pattern)?.key === key,
    );
  }
}
