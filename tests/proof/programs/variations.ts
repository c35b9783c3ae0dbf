/** Changes of what a program means: some leave it sound, others break it. */
import { clientId } from "../draft.js";
import {
  isSession,
  isShared,
  nothing,
  sessionProvider,
  text,
  vendorProvider,
  withMember,
  withoutMember,
} from "./meaning.js";
import type { Exported, Meaning, ProviderMeaning } from "./meaning.js";

export interface Variation {
  readonly name: string;
  /** Null where there is nothing to change. */
  readonly apply: (meaning: Meaning) => Meaning | null;
}

const root = "https://api.workos.com";

type ChangeProvider = (provider: ProviderMeaning) => ProviderMeaning;

function ofProviders(
  change: (providers: readonly ProviderMeaning[]) => readonly ProviderMeaning[],
): Variation["apply"] {
  return (meaning) => ({ ...meaning, providers: change(meaning.providers) });
}

/** Changes the first provider of a role. */
function ofRole(isRole: (provider: ProviderMeaning) => boolean, change: ChangeProvider): Variation["apply"] {
  return (meaning) => {
    const index = meaning.providers.findIndex(isRole);
    const found = meaning.providers[index];
    if (found === undefined) return null;
    return { ...meaning, providers: meaning.providers.with(index, change(found)) };
  };
}

const ofShared = (change: ChangeProvider): Variation["apply"] => ofRole(isShared, change);
const ofSession = (change: ChangeProvider): Variation["apply"] => ofRole(isSession, change);

/** Changes every WorkOS provider. */
function ofWorkOS(change: ChangeProvider): Variation["apply"] {
  return ofProviders((providers) => providers.map((each) => (isShared(each) || isSession(each) ? change(each) : each)));
}

function exportedAs(exported: Exported): Variation["apply"] {
  return (meaning) => ({ ...meaning, exported });
}

function variations(all: Readonly<Record<string, Variation["apply"]>>): readonly Variation[] {
  return Object.entries(all).map(([name, apply]) => ({ name, apply }));
}

const customVendor: ProviderMeaning = {
  members: {
    type: text("customJwt"),
    issuer: text("https://tokens.example.com"),
    algorithm: text("ES256"),
    jwks: text("https://tokens.example.com/.well-known/jwks.json"),
  },
  when: null,
};

/** What people vary, and what stays sound. */
export const harmless = variations({
  "session first": ofProviders((providers) => [...providers].reverse()),
  "session only": ofProviders((providers) => providers.filter((each) => !isShared(each))),
  "another vendor last": ofProviders((providers) => [...providers, vendorProvider]),
  "another vendor first": ofProviders((providers) => [vendorProvider, ...providers]),
  "another vendor of custom tokens": ofProviders((providers) => [...providers, customVendor]),
  "shared issuer without its slash": ofShared((provider) => withMember(provider, "issuer", text(root))),
  "slash after the session issuer": ofSession((provider) =>
    withMember(provider, "issuer", text(`${root}/user_management/`, clientId, "/")),
  ),
  "audience that is null": ofSession((provider) => withMember(provider, "applicationID", { kind: "null" })),
  "members that Convex ignores": ofSession((provider) => withMember(provider, "audience", text(clientId))),
  "JWKS host in upper case": ofShared((provider) =>
    withMember(provider, "jwks", text("https://API.workos.com/sso/jwks/", clientId)),
  ),
  "both twice": ofProviders((providers) => [...providers, ...providers]),
  "the session provider twice": ofProviders((providers) => [...providers, sessionProvider]),
  "issuer of a custom domain": ofProviders((providers) => [
    ...providers,
    withMember(
      withMember(sessionProvider, "issuer", text("https://auth.example.com/user_management/", clientId)),
      "jwks",
      text("https://auth.example.com/sso/jwks/", clientId),
    ),
  ]),
  "issuer on request": ofSession((provider) => withMember(provider, "issuer", text(`${root}/sso/`, clientId))),
});

/** A client ID of another environment. */
const otherId = "client_01HLITERALB0000000000000BB";

/** What breaks a sound config. */
export const plantings = variations({
  "audience of the session provider": ofSession((provider) => withMember(provider, "applicationID", text(clientId))),
  "audience of the session provider, a word": ofSession((provider) =>
    withMember(provider, "applicationID", text("convex")),
  ),
  "no audience of the shared provider": ofShared((provider) => withMember(provider, "applicationID", nothing)),
  "audience of the shared provider is null": ofShared((provider) =>
    withMember(provider, "applicationID", { kind: "null" }),
  ),
  "audience of the shared provider is empty": ofShared((provider) => withMember(provider, "applicationID", text(""))),
  "audience of the shared provider is a word": ofShared((provider) =>
    withMember(provider, "applicationID", text("convex")),
  ),
  "audience of the shared provider is misspelt": ofShared((provider) =>
    withMember(withMember(provider, "applicationID", nothing), "applicationId", text(clientId)),
  ),
  "shared provider only": (meaning) => {
    const providers = meaning.providers.filter((each) => !isSession(each));
    return providers.some(isShared) && providers.length < meaning.providers.length ? { ...meaning, providers } : null;
  },
  "JWKS of another path": ofSession((provider) =>
    withMember(provider, "jwks", text(`${root}/user_management/jwks/`, clientId)),
  ),
  "JWKS without the client ID": ofSession((provider) => withMember(provider, "jwks", text(`${root}/sso/jwks`))),
  "JWKS of the shared provider without the client ID": ofShared((provider) =>
    withMember(provider, "jwks", text(`${root}/sso/jwks/`)),
  ),
  "JWKS of another client": ofSession((provider) => withMember(provider, "jwks", text(`${root}/sso/jwks/${otherId}`))),
  "no JWKS": ofSession((provider) => withoutMember(provider, "jwks")),
  "issuer of an invented path": ofShared((provider) => withMember(provider, "issuer", text(`${root}/sso`))),
  "session issuer without the client ID": ofSession((provider) =>
    withMember(provider, "issuer", text(`${root}/user_management`)),
  ),
  "session issuer with two slashes inside": ofSession((provider) =>
    withMember(provider, "issuer", text(`${root}//user_management/`, clientId)),
  ),
  "session issuer, host in upper case": ofSession((provider) =>
    withMember(provider, "issuer", text("https://API.workos.com/user_management/", clientId)),
  ),
  "session issuer without TLS": ofSession((provider) =>
    withMember(provider, "issuer", text("http://api.workos.com/user_management/", clientId)),
  ),
  "session issuer with a pasted comma": ofSession((provider) =>
    withMember(provider, "issuer", text(`${root}/user_management/`, clientId, ",")),
  ),
  "session issuer with a hyphen": ofSession((provider) =>
    withMember(provider, "issuer", text(`${root}/user-management/`, clientId)),
  ),
  "no issuer": ofSession((provider) => withoutMember(provider, "issuer")),
  "algorithm of no WorkOS key": ofSession((provider) => withMember(provider, "algorithm", text("ES256"))),
  "algorithm of no WorkOS key, everywhere": ofWorkOS((provider) => withMember(provider, "algorithm", text("ES256"))),
  "JWKS of another path, everywhere": ofWorkOS((provider) =>
    withMember(provider, "jwks", text(`${root}/user_management/jwks/`, clientId)),
  ),
  "no algorithm": ofSession((provider) => withoutMember(provider, "algorithm")),
  "no type": ofSession((provider) => withoutMember(provider, "type")),
  "type misspelt": ofSession((provider) => withMember(provider, "type", text("customJWT"))),
  "OIDC form of the session provider": ofSession((provider) => ({
    ...provider,
    members: { domain: text(`${root}/user_management/`, clientId), applicationID: text(clientId) },
  })),
  "OIDC form of the shared provider": ofShared((provider) => ({
    ...provider,
    members: { domain: text(`${root}/`), applicationID: text(clientId) },
  })),
});

/** Ways to export the right list in the wrong place. */
export const wrongExports = variations({
  "the list itself is exported": exportedAs("list"),
  "a function is exported": exportedAs("function"),
  "no default export": exportedAs("named"),
  "null is exported": exportedAs("null"),
  "the key is misspelt": exportedAs("key"),
  "a BigInt is exported": exportedAs("bigint"),
  "a cycle is exported": exportedAs("cycle"),
  "JSON text is exported": exportedAs("text"),
  "an element is no object": exportedAs("element"),
  "the module throws": exportedAs("throws"),
});
