/**
 * The shape of a provider: which of the two forms it has that Convex accepts, and what it lacks of that form.
 *
 * https://docs.convex.dev/auth/advanced/custom-jwt, https://docs.convex.dev/auth/advanced/custom-auth
 */
import { intendedAlgorithm, intendedMember, intendedType } from "../platform/provider-members.js";
import { SIGNING_ALGORITHM } from "../platform/workos.js";
import type { Node } from "./ast.js";
import type { Provider, ProviderMember } from "./provider.js";
import { isLeftOut, isUndefined, literalText } from "./values.js";
import type { Value } from "./values.js";

export type RequiredMember = "algorithm" | "applicationID" | "domain" | "issuer" | "jwks";

const REQUIRED: Readonly<Record<"customJwt" | "oidc", readonly RequiredMember[]>> = {
  customJwt: ["issuer", "algorithm", "jwks"],
  oidc: ["domain", "applicationID"],
};

export class Shape {
  readonly provider: Provider;
  /** Members that hold the value of another one under a wrong name, by the right one. */
  readonly misspelt: ReadonlyMap<string, ProviderMember>;
  /** Whether the members say custom JWT, whatever the type says. */
  readonly isCustomJwt: boolean;
  /** `issuer` alone, of an unknown vendor: it may be meant as either form. */
  readonly isAmbiguous: boolean;
  /** `issuer` and `domain` of another vendor without a type: which of them goes decides what else is missing. */
  readonly isMixed: boolean;

  constructor(provider: Provider) {
    const { type } = provider;
    this.provider = provider;
    this.misspelt = misspeltMembers(provider);
    const [hasIssuer, hasDomain, hasJwks] = [this.#has("issuer"), this.#has("domain"), this.#has("jwks")];
    this.isCustomJwt = type === "customJwt" || (type !== "unreadable" && (hasIssuer || (hasJwks && !hasDomain)));
    this.isAmbiguous =
      (type === "none" || type === "oidc") && hasIssuer && !hasJwks && !hasDomain && !provider.isWorkOS;
    this.isMixed = type !== "customJwt" && hasIssuer && hasDomain && !provider.isWorkOS;
  }

  #has(name: string): boolean {
    return this.provider.member(name) != null || (this.misspelt.has(name) && this.provider.lacks(name));
  }

  /** A member that only a custom JWT has, in a provider that Convex takes for OIDC. */
  get untyped(): ProviderMember | null | undefined {
    const { misspelt, provider } = this;
    const isTaken = provider.type === "none" || provider.type === "oidc";
    if (!isTaken || !this.isCustomJwt || misspelt.has("type")) return null;
    return provider.member("issuer") ?? misspelt.get("issuer") ?? provider.member("jwks") ?? misspelt.get("jwks");
  }

  /** The type that a misspelt one means, or null where neither the other members nor its own text say so. */
  get intendedType(): "customJwt" | "oidc" | null {
    if (this.isCustomJwt) return "customJwt";
    if (this.provider.member("domain") != null) return "oidc";
    return intendedType(literalText(this.provider.member("type")?.value) ?? "");
  }

  /** Whether Convex, or the shared issuer, demands an audience. */
  get needsAudience(): boolean {
    return !this.isCustomJwt || this.provider.isSharedWithStrangers;
  }

  /** A member that is a function, a class or a symbol: JSON leaves it out, so that it is missing, and the message can say why. */
  leftOut(name: string): ProviderMember | null {
    const member = this.provider.written(name);
    return member != null && isLeftOut(member.value) ? member : null;
  }

  /** The required members that are certainly absent under any name, where the form is certain. */
  get missing(): readonly RequiredMember[] {
    const { provider } = this;
    if (!provider.isClosed || provider.type === "unreadable" || this.isAmbiguous || this.isMixed) return [];
    return REQUIRED[this.isCustomJwt ? "customJwt" : "oidc"].filter((name) => {
      if (!provider.lacks(name) || this.misspelt.has(name) || this.leftOut(name) != null) return false;
      if (name === "issuer") return provider.member("domain") == null;
      return name !== "applicationID" || provider.audienceLookalike == null;
    });
  }

  /** The algorithm that a value means, also in a list: `algorithms: ["RS256"]`. WorkOS has only one. */
  algorithmMeantBy(value: Value): string | null {
    if (this.provider.isWorkOS) return SIGNING_ALGORITHM;
    return intendedAlgorithm(literalText(value.kind === "list" ? value.elements[0] : value) ?? "");
  }

  /** Where to point for a missing member: at what demands it. */
  get demanding(): Node {
    const { provider } = this;
    const member = provider.member("type") ?? provider.member("issuer") ?? provider.member("domain");
    return member?.origin.at ?? provider.at;
  }
}

/** The shapes of all providers, except those with the OIDC form for WorkOS: one rule repairs all of their members. */
export function shapesOf(providers: readonly Provider[]): readonly Shape[] {
  const known = shapes.get(providers);
  if (known != null) return known;
  const found = providers.filter(({ defect }) => defect !== "oidc-form").map((provider) => new Shape(provider));
  shapes.set(providers, found);
  return found;
}

/** Several rules ask for the shapes of the same list. */
const shapes = new WeakMap<readonly Provider[], readonly Shape[]>();

function misspeltMembers(provider: Provider): ReadonlyMap<string, ProviderMember> {
  const misspelt = new Map<string, ProviderMember>();
  for (const member of provider.members) {
    const right = intendedMember(member.name);
    if (right != null && !isUndefined(member.value) && !misspelt.has(right)) misspelt.set(right, member);
  }
  return misspelt;
}

/** What `x && y` is where x is falsy, whichever falsy value that is. */
export function isEmptyArm(value: Value): boolean {
  return value.kind === "unknown" && value.isFalsy;
}

/** The name of a member, if it was written with one. */
export function nameNodeOf({ property, origin }: ProviderMember): Node {
  return property != null && origin.isEditable ? property.key : origin.at;
}
