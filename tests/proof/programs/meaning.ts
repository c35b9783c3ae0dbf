/**
 * What a program exports, before anybody decides how it says so: providers with their members, some of which depend on a
 * condition. From the meaning follows the JSON that every execution must give, however the program is spelled.
 */
import { clientId } from "../draft.js";
import type { Part } from "../draft.js";

/** Characters and client IDs. */
export type Text = readonly Part[];

/** The index of a condition of the program, and how it has to turn out. */
export interface Branch {
  readonly condition: number;
  readonly holds: boolean;
}

export type Meant =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "null" }
  /** No member, or one that is `undefined`: JSON knows no difference. */
  | { readonly kind: "nothing" }
  | { readonly kind: "either"; readonly branch: Branch; readonly then: Meant; readonly otherwise: Meant };

export interface ProviderMeaning {
  readonly members: Readonly<Record<string, Meant>>;
  /** On what it depends that the provider is in the list; null where it always is. */
  readonly when: Branch | null;
}

/** How the list leaves the module; everything but `config` breaks the file. */
export type Exported =
  "bigint" | "config" | "cycle" | "element" | "function" | "key" | "list" | "named" | "null" | "text" | "throws";

export interface Meaning {
  readonly providers: readonly ProviderMeaning[];
  readonly exported: Exported;
}

export const nothing: Meant = { kind: "nothing" };

export function text(...parts: readonly Part[]): Meant {
  return { kind: "text", text: parts };
}

const root = "https://api.workos.com";

export const sharedProvider: ProviderMeaning = {
  members: {
    type: text("customJwt"),
    issuer: text(`${root}/`),
    algorithm: text("RS256"),
    applicationID: text(clientId),
    jwks: text(`${root}/sso/jwks/`, clientId),
  },
  when: null,
};

export const sessionProvider: ProviderMeaning = {
  members: {
    type: text("customJwt"),
    issuer: text(`${root}/user_management/`, clientId),
    algorithm: text("RS256"),
    applicationID: nothing,
    jwks: text(`${root}/sso/jwks/`, clientId),
  },
  when: null,
};

export const vendorProvider: ProviderMeaning = {
  members: { domain: text("https://verb-noun-00.clerk.accounts.dev"), applicationID: text("convex") },
  when: null,
};

/** Whether a provider takes AuthKit sessions, is shared, or belongs to somebody else; by the issuer that was meant. */
export function isShared({ members }: ProviderMeaning): boolean {
  return sameMeaning(members["issuer"] ?? nothing, text(`${root}/`));
}

export function isSession({ members }: ProviderMeaning): boolean {
  return sameMeaning(members["issuer"] ?? nothing, text(`${root}/user_management/`, clientId));
}

export function withMember(provider: ProviderMeaning, name: string, value: Meant): ProviderMeaning {
  return { ...provider, members: { ...provider.members, [name]: value } };
}

export function withoutMember(provider: ProviderMeaning, name: string): ProviderMeaning {
  const { [name]: _, ...members } = provider.members;
  return { ...provider, members };
}

export function sameMeaning(left: Meant, right: Meant): boolean {
  return left === right || fingerprint(left) === fingerprint(right);
}

function fingerprint(meant: Meant): string {
  return JSON.stringify(meant, (_, value: unknown) => (typeof value === "symbol" ? { id: value.description } : value));
}

/** One meaning where a condition turns out one way, another one where it does not. */
export function either(branch: Branch, then: Meaning, otherwise: Meaning): Meaning {
  const providers: ProviderMeaning[] = [];
  for (let index = 0; index < Math.max(then.providers.length, otherwise.providers.length); index++) {
    const left = then.providers[index];
    const right = otherwise.providers[index];
    if (left !== undefined && right !== undefined) providers.push(...eitherProvider(branch, left, right));
    else if (left !== undefined) providers.push({ ...left, when: branch });
    else if (right !== undefined) providers.push({ ...right, when: opposite(branch) });
  }
  return { providers, exported: then.exported };
}

function opposite({ condition, holds }: Branch): Branch {
  return { condition, holds: !holds };
}

function eitherProvider(branch: Branch, then: ProviderMeaning, otherwise: ProviderMeaning): ProviderMeaning[] {
  // Two providers that have nothing to do with each other are rather two elements, of which one is there.
  const related = "domain" in then.members === "domain" in otherwise.members;
  if (!related || then.when !== otherwise.when)
    return [
      { ...then, when: branch },
      { ...otherwise, when: opposite(branch) },
    ];
  const names = new Set([...Object.keys(then.members), ...Object.keys(otherwise.members)]);
  const members = [...names].map((name): [string, Meant] => {
    const [left, right] = [then.members[name] ?? nothing, otherwise.members[name] ?? nothing];
    return [name, sameMeaning(left, right) ? left : { kind: "either", branch, then: left, otherwise: right }];
  });
  return [{ members: Object.fromEntries(members), when: then.when }];
}

/** How each condition turns out. */
export type Truths = readonly boolean[];

function holds({ condition, holds }: Branch, truths: Truths): boolean {
  return truths[condition] === holds;
}

/** The JSON of the providers where the conditions turn out like this; the order of members is left open. */
export function expectedProviders({ providers }: Meaning, truths: Truths, id: string): unknown[] {
  const valueOf = (meant: Meant): string | null | undefined => {
    switch (meant.kind) {
      case "text":
        return meant.text.map((part) => (part === clientId ? id : String(part))).join("");
      case "null":
        return null;
      case "nothing":
        return undefined;
      case "either":
        return valueOf(holds(meant.branch, truths) ? meant.then : meant.otherwise);
    }
  };
  return providers
    .filter(({ when }) => when === null || holds(when, truths))
    .map(({ members }) => {
      const entries = Object.entries(members).map(([name, meant]) => [name, valueOf(meant)] as const);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    });
}
