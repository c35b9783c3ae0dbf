/**
 * A provider as it would have to be to take a token: what can be read stays as it is, what cannot be read is chosen in the token's favour.
 *
 * If Convex does not match even that one, then it matches the token with no reading of the provider.
 */
import { comparableIssuer, validatePush } from "../../../../src/platform/convex.js";
import { ALGORITHMS } from "../../../../src/platform/provider-members.js";
import { SIGNING_ALGORITHM } from "../../../../src/platform/workos.js";
import type { Token } from "../../token.js";
import type { MemberName, MemberReading, ProviderReading } from "./provider-reading.js";
import type { TextReading } from "./text-reading.js";

export interface Candidate {
  readonly reading: ProviderReading;
  /** What Convex would get. */
  readonly json: unknown;
  /** What the variables without a value are taken to be. */
  readonly assumptions: ReadonlyMap<string, string>;
  /** The members that were chosen, not read; null for the provider as a whole. Nothing is certain that depends on them. */
  readonly doubts: readonly (MemberName | null)[];
  /** Convex refuses it unless what cannot be read has what it lacks. */
  readonly mayBeRefused: boolean;
  /** The texts under the assumptions. */
  readonly issuer: TextReading | null;
  readonly audience: TextReading | null;
  readonly jwks: TextReading | null;
}

/** Texts that equal nothing in a token. */
const OTHER_ISSUER = "https://unknown.invalid";
const OTHER_AUDIENCE = "\uFFFE";

export function bestCase(reading: ProviderReading, token: Token): Candidate {
  if (reading.members == null) {
    const isKnown = reading.json !== undefined;
    const json = isKnown ? reading.json : harmlessProvider();
    return {
      reading,
      json,
      assumptions: new Map(),
      doubts: isKnown ? [] : [null],
      mayBeRefused: false,
      jwks: null,
      issuer: null,
      audience: null,
    };
  }
  return new Filling(reading, reading.members, token).candidate();
}

/** A provider that passes the push and takes no token: it holds the place of one about which nothing is known. */
export function harmlessProvider(): unknown {
  return { type: "customJwt", issuer: OTHER_ISSUER, jwks: OTHER_ISSUER, algorithm: SIGNING_ALGORITHM };
}

class Filling {
  readonly #reading: ProviderReading;
  readonly #members: ReadonlyMap<MemberName, MemberReading>;
  readonly #token: Token;
  readonly #json: Partial<Record<MemberName, unknown>> = {};
  readonly #assumptions = new Map<string, string>();
  readonly #doubts: (MemberName | null)[] = [];
  #isCompleted = false;

  constructor(reading: ProviderReading, members: ReadonlyMap<MemberName, MemberReading>, token: Token) {
    this.#reading = reading;
    this.#members = members;
    this.#token = token;
  }

  candidate(): Candidate {
    // The issuer first: it says what the client id would have to be that the other members read as well.
    const issuerName = this.#members.has("issuer") ? "issuer" : "domain";
    const issuer = this.#fill(issuerName, this.#wantedIssuers(), OTHER_ISSUER);
    for (const name of [
      "applicationId",
      "applicationid",
      ...(issuerName === "issuer" ? (["domain"] as const) : []),
    ] as const)
      this.#copyRefused(name);
    const audience = this.#fill("applicationID", this.#token.aud, OTHER_AUDIENCE);
    const jwks = this.#fill("jwks", [], OTHER_ISSUER);
    this.#copy("type", () => (this.#isOidc ? "oidc" : "customJwt"));
    this.#copy("algorithm", () => this.#wantedAlgorithm());
    if (!this.#reading.isClosed) this.#complete();
    return {
      reading: this.#reading,
      json: this.#json,
      assumptions: this.#assumptions,
      doubts: this.#doubts,
      mayBeRefused: this.#isCompleted || this.#needsAudience(),
      issuer: issuer?.assuming(this.#assumptions) ?? null,
      audience: audience?.assuming(this.#assumptions) ?? null,
      jwks: jwks?.assuming(this.#assumptions) ?? null,
    };
  }

  /** Puts a text there that is one of those that are wanted, if it can be. */
  #fill(name: MemberName, wanted: readonly string[], other: string): TextReading | null {
    const member = this.#members.get(name);
    if (member?.kind !== "text") {
      // Without an audience, every token has the right one.
      this.#copy(name, () => wanted[0] ?? (name === "applicationID" ? undefined : other));
      return null;
    }
    const text = member.text.assuming(this.#assumptions);
    // An address of keys decides nothing before the match, and everything after it.
    if (name === "jwks" && text.holes.some((hole) => hole.name == null)) this.#doubts.push(name);
    this.#json[name] = text.text ?? this.#solved(name, text, wanted) ?? text.textWith(other);
    return text;
  }

  #solved(name: MemberName, text: TextReading, wanted: readonly string[]): string | null {
    const slashes = /\/{0,20}$/u.exec(text.textWith("x"))?.[0] ?? "";
    const solution = text.solve(name === "applicationID" ? wanted : wanted.map((issuer) => issuer + slashes));
    if (solution?.assumption != null) this.#assumptions.set(...solution.assumption);
    else if (solution != null) this.#doubts.push(name);
    return solution?.text ?? null;
  }

  /** Puts a member there as it is; one that cannot be read is chosen. */
  #copy(name: MemberName, choose: () => unknown): void {
    const member = this.#members.get(name);
    if (member == null) return;
    if (member.kind === "json") {
      this.#json[name] = member.json;
    } else if (member.kind === "text" && member.text.text != null) {
      this.#json[name] = member.text.text;
    } else {
      this.#json[name] = choose();
      this.#doubts.push(name);
    }
  }

  /** Puts a member there that Convex refuses by its name, whatever its value is. */
  #copyRefused(name: MemberName): void {
    if (this.#members.get(name)?.kind === "text") this.#json[name] = "";
    else this.#copy(name, () => undefined);
  }

  /** Adds what unseen code may add. */
  #complete(): void {
    this.#doubts.push(null);
    const [issuer = OTHER_ISSUER] = this.#wantedIssuers();
    const required = this.#isOidc
      ? { domain: issuer, applicationID: this.#token.aud[0] ?? OTHER_AUDIENCE }
      : { type: "customJwt", issuer, jwks: OTHER_ISSUER, algorithm: this.#wantedAlgorithm() };
    this.#isCompleted = Object.keys(required).some((name) => !(name in this.#json));
    Object.assign(this.#json, { ...required, ...this.#json });
  }

  /** Whether the issuer is shared and the audience may be nothing, which only this member may be. */
  #needsAudience(): boolean {
    if (this.#members.get("applicationID")?.kind !== "unknown") return false;
    const result = validatePush({ providers: [{ ...this.#json, applicationID: undefined }] });
    return !result.accepted && result.refusal.reason === "shared-issuer-without-application-id";
  }

  /** The form of the provider where its `type` does not say: the other one is chosen where the issuer may be in unseen code. */
  get #isOidc(): boolean {
    if (typeof this.#json.type === "string") return this.#json.type === "oidc";
    return this.#members.has("domain") || (this.#reading.isClosed && !this.#members.has("issuer"));
  }

  /** The token's issuer in the two ways in which Convex takes it. */
  #wantedIssuers(): readonly string[] {
    if (this.#token.iss == null) return [];
    const issuer = comparableIssuer(this.#token.iss);
    return [issuer, issuer.replace(/^https:\/\//u, "")];
  }

  #wantedAlgorithm(): string {
    return ALGORITHMS.find((algorithm) => algorithm === this.#token.alg) ?? SIGNING_ALGORITHM;
  }
}
