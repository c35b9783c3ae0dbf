/**
 * Every defect that a rule of level *error* owns, as an edit of a draft.
 *
 * A single planted defect must break the file when it is executed; `ground-truth.test.ts` checks that, so that nothing
 * here can call a mere matter of taste an error.
 */
import {
  clientId as ID,
  code,
  memberOf,
  plainText,
  provider,
  providerOf,
  removeMember,
  renameMember,
  setMember,
  text,
} from "./draft.js";
import type { Draft, ProviderDraft, Value } from "./draft.js";

export interface Defect {
  readonly name: string;
  /** The rule that owns it. */
  readonly rule: string;
  /** Whether a fix or the first suggestion must lead to a sound file. */
  readonly repair: Repairability;
  /** Applies the defect; false where the draft has no place for it. */
  readonly plant: (draft: Draft) => boolean;
}

/**
 * `always`: the file says all that a repair needs. `in template`: only if the rest is one shared and one user-management
 * provider, so that the role of the damaged one is what the list lacks. `maybe`: a repair would be a guess.
 */
export type Repairability = "always" | "in template" | "maybe";

/** Ids of other WorkOS environments, written out. */
const literalIds = ["client_01HLITERALA0000000000000AA", "client_01HLITERALB0000000000000BB"] as const;

const root = "https://api.workos.com";
const [literalA, literalB] = literalIds;

type Texts = Readonly<Record<string, Value>>;

const sharedIssuerDamages: Texts = {
  "wrong scheme": text("http://api.workos.com/"),
  "misspelt scheme": text("htps://api.workos.com/"),
  "scheme without colon": text("https//api.workos.com/"),
  "scheme with one slash": text("https:/api.workos.com/"),
  "bare domain": text("https://workos.com/"),
  "bare domain, no scheme": text("workos.com"),
  "auth host": text("https://auth.workos.com/"),
  "upper-case host": text("https://API.workos.com/"),
  "mixed-case host": text("https://api.WorkOS.com"),
  "path /sso": text(`${root}/sso`),
  "path /sso/oidc": text(`${root}/sso/oidc`),
  "path /sso/token/<id>": text(`${root}/sso/token/`, ID),
  "path /<id>": text(`${root}/`, ID),
  query: text(`${root}/?client=convex`),
  hash: text(`${root}/#`),
  "well-known": text(`${root}/.well-known/openid-configuration`),
  brackets: text("<https://api.workos.com/>"),
  "leading quote": text(`"${root}/`),
  "both quotes": text(`"${root}/"`),
  "trailing quote": text(`${root}/"`),
  "trailing comma": text(`${root}/,`),
  "trailing space": text(`${root}/ `),
  "leading space": text(` ${root}/`),
  "trailing bracket": text(`${root}>`),
};

const sessionIssuerDamages: Texts = {
  "wrong scheme": text("http://api.workos.com/user_management/", ID),
  "host typo": text("https://api.worksos.com/user_management/", ID),
  "host typo, swapped": text("https://api.wokros.com/user_management/", ID),
  "host under another tld": text("https://api.workos.co/user_management/", ID),
  "bare domain": text("https://workos.com/user_management/", ID),
  "auth host": text("https://auth.workos.com/user_management/", ID),
  "upper-case host": text("https://API.WORKOS.COM/user_management/", ID),
  "no client id": text(`${root}/user_management`),
  "no client id, slash": text(`${root}/user_management/`),
  "double slash before": text(`${root}//user_management/`, ID),
  "double slash inside": text(`${root}/user_management//`, ID),
  "path with hyphen": text(`${root}/user-management/`, ID),
  "path in one word": text(`${root}/usermanagement/`, ID),
  "path in upper case": text(`${root}/User_Management/`, ID),
  "path too long": text(`${root}/user_management/`, ID, "/sessions"),
  query: text(`${root}/user_management/`, ID, "?v=1"),
  hash: text(`${root}/user_management/`, ID, "#"),
  "well-known": text(`${root}/user_management/`, ID, "/.well-known/openid-configuration"),
  brackets: text(`<${root}/user_management/`, ID, ">"),
  "trailing bracket": text(`${root}/user_management/`, ID, ">"),
  quotes: text(`"${root}/user_management/`, ID, '"'),
  "trailing comma": text(`${root}/user_management/`, ID, ","),
  "trailing space": text(`${root}/user_management/`, ID, " "),
  "leading space": text(` ${root}/user_management/`, ID),
  "plain template": plainText(`${root}/user_management/\${clientId}`),
  "plain template of env": plainText(`${root}/user_management/\${process.env.WORKOS_CLIENT_ID}`),
  "placeholder client_your": text(`${root}/user_management/client_your_client_id_here`),
  "placeholder YOUR": text(`${root}/user_management/YOUR-WORKOS-CLIENT-ID`),
};

const jwksDamages: Texts = {
  "wrong scheme": text("http://api.workos.com/sso/jwks/", ID),
  "no scheme": text("api.workos.com/sso/jwks/", ID),
  "no client id": text(`${root}/sso/jwks`),
  "no client id, slash": text(`${root}/sso/jwks/`),
  user_management: text(`${root}/user_management/jwks/`, ID),
  "user_management, id first": text(`${root}/user_management/`, ID, "/jwks"),
  oauth2: text(`${root}/oauth2/jwks`),
  "well-known": text(`${root}/.well-known/jwks.json`),
  "well-known under the issuer": text(`${root}/user_management/`, ID, "/.well-known/jwks.json"),
  "path /jwks": text(`${root}/jwks/`, ID),
  "path /sso": text(`${root}/sso/`, ID),
  query: text(`${root}/sso/jwks/`, ID, "?format=json"),
  "trailing slash": text(`${root}/sso/jwks/`, ID, "/"),
  "double slash before": text(`${root}//sso/jwks/`, ID),
  "double slash inside": text(`${root}/sso/jwks//`, ID),
  "host typo": text("https://api.worksos.com/sso/jwks/", ID),
  "bare domain": text("https://workos.com/sso/jwks/", ID),
  "auth host": text("https://auth.workos.com/sso/jwks/", ID),
  "authkit.app": text("https://joyful-zebra-42.authkit.app/oauth2/jwks"),
  brackets: text(`<${root}/sso/jwks/`, ID, ">"),
  quotes: text(`"${root}/sso/jwks/`, ID, '"'),
  "trailing comma": text(`${root}/sso/jwks/`, ID, ","),
  "trailing space": text(`${root}/sso/jwks/`, ID, " "),
  "leading space": text(` ${root}/sso/jwks/`, ID),
  "plain template": plainText(`${root}/sso/jwks/\${clientId}`),
  "placeholder client_your": text(`${root}/sso/jwks/client_your_client_id_here`),
  "placeholder YOUR": text(`${root}/sso/jwks/YOUR-WORKOS-CLIENT-ID`),
};

const workosRoles = ["shared", "session"] as const;
type WorkosRole = (typeof workosRoles)[number];

/** A defect in the first provider of a role that has a place for it. */
function inProvider(
  role: WorkosRole | "vendor",
  rule: string,
  name: string,
  plant: (target: ProviderDraft) => boolean | undefined,
  repair: Repairability = "always",
): Defect {
  return {
    name: `${role}: ${name}`,
    rule,
    repair,
    plant: (draft) => draft.providers.some((target) => target.role === role && (plant(target) ?? true)),
  };
}

function replace(role: WorkosRole, rule: string, member: string, values: Texts): Defect[] {
  return Object.entries(values).map(([name, value]) =>
    inProvider(
      role,
      rule,
      `${member}: ${name}`,
      (target) => memberOf(target, member) !== undefined && (setMember(target, member, value), true),
    ),
  );
}

function forBoth(make: (role: WorkosRole) => readonly Defect[]): Defect[] {
  return workosRoles.flatMap(make);
}

const isOidc = (target: ProviderDraft): boolean => memberOf(target, "domain") !== undefined;

const audiences: Defect[] = [
  ...Object.entries({
    "the client id": text(ID),
    "a literal id": text(literalA),
    "a word": text("convex"),
    empty: text(""),
  }).map(([name, value]) =>
    inProvider("session", "no-user-management-application-id", `applicationID is ${name}`, (target) => {
      setMember(target, "applicationID", value);
    }),
  ),
  ...["applicationId", "applicationid"].map((name) =>
    inProvider("session", "no-user-management-application-id", name, (target) => {
      setMember(target, name, text(ID));
    }),
  ),
];

const evasions: readonly string[] = [`${root}/`, root, `${root}//`, "api.workos.com", "api.workos.com/"];

const missingAudiences: Defect[] = evasions.flatMap((issuer) => [
  inProvider("shared", "require-shared-issuer-application-id", `no applicationID, ${issuer}`, (target) => {
    if (isOidc(target)) return false;
    setMember(target, "issuer", text(issuer));
    return removeMember(target, "applicationID");
  }),
  ...["null", "undefined", '""'].map((value) =>
    inProvider("shared", "require-shared-issuer-application-id", `applicationID: ${value}, ${issuer}`, (target) => {
      if (isOidc(target) || memberOf(target, "applicationID") === undefined) return false;
      setMember(target, "issuer", text(issuer));
      setMember(target, "applicationID", value === '""' ? text("") : code(value));
      return true;
    }),
  ),
]);

const inconsistencies: Defect[] = [
  ...forBoth((role) =>
    replace(role, "consistent-client-id", "jwks", { "another literal": text(`${root}/sso/jwks/`, literalA) }),
  ),
  ...replace("session", "consistent-client-id", "issuer", {
    "another literal": text(`${root}/user_management/`, literalA),
  }),
  ...replace("shared", "consistent-client-id", "applicationID", {
    "another literal": text(literalA),
    "no client id": text("convex"),
    "more than the id": text("convex_", ID),
    "an organization": text("org_01HORGANIZATION00000000000"),
  }),
  inProvider("session", "consistent-client-id", "two literals", (target) => {
    if (isOidc(target)) return false;
    setMember(target, "issuer", text(`${root}/user_management/`, literalA));
    setMember(target, "jwks", text(`${root}/sso/jwks/`, literalB));
    return true;
  }),
  inProvider("shared", "consistent-client-id", "two literals", (target) => {
    if (isOidc(target)) return false;
    setMember(target, "applicationID", text(literalA));
    setMember(target, "jwks", text(`${root}/sso/jwks/`, literalB));
    return true;
  }),
];

const oidcDomains: Readonly<Record<WorkosRole, readonly Value[]>> = {
  shared: [text(`${root}/`), text(root), text("api.workos.com"), text("workos.com"), text("https://workos.com")],
  session: [text(`${root}/user_management/`, ID)],
};

const oidcForms: Defect[] = forBoth((role) =>
  oidcDomains[role].flatMap((domain, index) =>
    [false, true].map((typed) =>
      inProvider(role, "no-workos-oidc-provider", `OIDC domain ${String(index)}${typed ? ", typed" : ""}`, (target) => {
        const members = { domain, applicationID: text(ID), ...(typed ? { type: text("oidc") } : {}) };
        target.members = provider(role, members).members;
      }),
    ),
  ),
);

const missingSession: Defect = {
  name: "only the shared issuer",
  rule: "require-user-management-provider",
  repair: "always",
  plant: (draft) => {
    if (providerOf(draft, "shared") === undefined || providerOf(draft, "session-elsewhere") !== undefined) return false;
    // What an environment variable names may well be the user-management issuer: no rule can know.
    if (draft.providers.some((each) => memberOf(each, "domain")?.value.kind === "code")) return false;
    const before = draft.providers.length;
    draft.providers = draft.providers.filter(({ role }) => role !== "session");
    return draft.providers.length < before;
  },
};

const remove =
  (name: string) =>
  (target: ProviderDraft): boolean =>
    removeMember(target, name);
const rename =
  (from: string, to: string) =>
  (target: ProviderDraft): boolean =>
    renameMember(target, from, to);
const set =
  (name: string, value: Value) =>
  (target: ProviderDraft): boolean => (setMember(target, name, value), true);

const shapes: Defect[] = [
  ...forBoth((role) => [
    ...["customJWT", "customjwt", "custom_jwt", "CustomJwt", "jwt"].map((type) =>
      inProvider(role, "valid-provider-type", `type: ${type}`, set("type", text(type))),
    ),
    inProvider(role, "valid-provider-type", "no type", remove("type")),
    inProvider(role, "valid-provider-type", "type: oidc", set("type", text("oidc"))),
    inProvider(role, "valid-algorithm", "no algorithm", remove("algorithm")),
    ...["none", "HS256", "rs256", "ES256", "EdDSA"].map((algorithm) =>
      inProvider(role, "valid-algorithm", `algorithm: ${algorithm}`, set("algorithm", text(algorithm))),
    ),
    inProvider(role, "valid-algorithm", "algorithm is a list", set("algorithm", code('["RS256"]'))),
    inProvider(
      role,
      "valid-member-name",
      "algorithms",
      (target) => removeMember(target, "algorithm") && (setMember(target, "algorithms", code('["RS256"]')), true),
    ),
    ...["jwksUri", "jwksUrl", "jwks_uri", "jwksURL"].map((name) =>
      inProvider(role, "valid-member-name", name, rename("jwks", name)),
    ),
    ...["https://api.workos.com/", "api.workos.com"].map((domain) =>
      inProvider(role, "valid-provider-type", `domain ${domain} beside customJwt`, set("domain", text(domain))),
    ),
    inProvider(role, "require-provider-members", "no issuer", remove("issuer"), "in template"),
    inProvider(role, "require-provider-members", "no jwks", remove("jwks")),
    ...["null", "5", "undefined"].flatMap((value) =>
      ["issuer", "jwks"].map((name) =>
        inProvider(
          role,
          value === "5" ? "valid-member-value" : "require-provider-members",
          `${name}: ${value}`,
          set(name, code(value)),
          name === "issuer" ? "in template" : "always",
        ),
      ),
    ),
  ]),
  ...["applicationId", "applicationid", "application_id", "audience", "clientId", "appId"].map((name) =>
    inProvider("shared", "valid-member-name", `${name} for applicationID`, rename("applicationID", name)),
  ),
  ...["5", "true", "{}"].map((value) =>
    inProvider(
      "shared",
      "valid-member-value",
      `applicationID: ${value}`,
      (target) =>
        memberOf(target, "applicationID") !== undefined && (setMember(target, "applicationID", code(value)), true),
    ),
  ),
];

const vendorShapes: Defect[] = [
  ...["applicationId", "applicationid"].map((name) =>
    inProvider("vendor", "valid-member-name", name, (target) => renameMember(target, "applicationID", name)),
  ),
  ...["application_id", "clientId", "audience"].map((name) =>
    inProvider(
      "vendor",
      "valid-member-name",
      `${name} for applicationID`,
      (target) => isOidc(target) && renameMember(target, "applicationID", name),
    ),
  ),
  inProvider(
    "vendor",
    "require-provider-members",
    "no applicationID",
    (target) => isOidc(target) && removeMember(target, "applicationID"),
    "maybe",
  ),
  inProvider(
    "vendor",
    "require-provider-members",
    "no domain",
    (target) => isOidc(target) && removeMember(target, "domain"),
    "maybe",
  ),
  inProvider(
    "vendor",
    "valid-provider-type",
    "issuer for domain",
    (target) => renameMember(target, "domain", "issuer"),
    "maybe",
  ),
  ...["jwks", "issuer"].map((name) =>
    inProvider(
      "vendor",
      "require-provider-members",
      `no ${name}`,
      (target) => !isOidc(target) && removeMember(target, name),
      "maybe",
    ),
  ),
  inProvider(
    "vendor",
    "valid-algorithm",
    "no algorithm",
    (target) => !isOidc(target) && removeMember(target, "algorithm"),
    "maybe",
  ),
  inProvider(
    "vendor",
    "valid-provider-type",
    "no type",
    (target) => !isOidc(target) && removeMember(target, "type"),
    "maybe",
  ),
  inProvider("vendor", "valid-member-name", "jwksUri", (target) => renameMember(target, "jwks", "jwksUri")),
  inProvider(
    "vendor",
    "valid-provider-type",
    "type: customJWT",
    (target) => !isOidc(target) && set("type", text("customJWT"))(target),
  ),
  inProvider(
    "vendor",
    "valid-algorithm",
    "algorithm: HS256",
    (target) => !isOidc(target) && set("algorithm", text("HS256"))(target),
    "maybe",
  ),
  ...[
    "my-tenant",
    '"https://clerk.example.com"',
    "<https://clerk.example.com>",
    "ftp://clerk.example.com",
    "https://",
    "tenant.internal",
  ].map((url) =>
    inProvider(
      "vendor",
      "valid-issuer",
      url,
      (target) => set(isOidc(target) ? "domain" : "issuer", text(url))(target),
      "maybe",
    ),
  ),
];

function inDraft(
  rule: string,
  name: string,
  repair: Repairability,
  plant: (draft: Draft) => boolean | undefined,
): Defect {
  return { name, rule, repair, plant: (draft) => plant(draft) ?? true };
}

const hasWorkos = (draft: Draft): boolean => draft.providers.some(({ role }) => role !== "vendor");

const exports: Defect[] = [
  inDraft(
    "require-default-export",
    "named export only",
    "always",
    (draft) => draft.exportForm === "default" && ((draft.exportForm = "named"), true),
  ),
  inDraft(
    "require-default-export",
    "no export",
    "always",
    (draft) => draft.exportForm === "default" && ((draft.exportForm = "none"), true),
  ),
  inDraft(
    "require-default-export",
    "exports.default",
    "always",
    (draft) => draft.exportForm === "module.exports" && ((draft.exportForm = "exports.default"), true),
  ),
  inDraft(
    "require-default-export",
    "the list itself",
    "maybe",
    (draft) => draft.exportForm === "default" && ((draft.exportForm = "array"), true),
  ),
  inDraft(
    "require-default-export",
    "factory that is not called",
    "maybe",
    (draft) => draft.exportForm === "default" && ((draft.exportForm = "uncalled-factory"), true),
  ),
  inDraft("require-default-export", "provider instead of providers", "maybe", (draft) => {
    draft.listKey = "provider";
  }),
  ...[
    "null",
    "undefined",
    "{}",
    '"workos"',
    "{ workos: @ }",
    "[@]",
    "[...@, null]",
    '[...@, "https://api.workos.com/"]',
  ].map((template) =>
    inDraft("require-default-export", `providers: ${template}`, "maybe", (draft) => {
      // Without the list the file has no WorkOS provider to lose, but Convex refuses it all the same.
      if (draft.providers.length === 0) return false;
      draft.listTemplate = template;
      return true;
    }),
  ),
];

function readingClientId(rule: string, name: string, repair: Repairability, ...lines: readonly string[]): Defect {
  return inDraft(rule, name, repair, (draft) => {
    if (!hasWorkos(draft) || draft.clientIdLines !== null) return false;
    draft.clientIdLines = lines;
    return true;
  });
}

const enumerations: Defect[] = [
  readingClientId(
    "no-env-enumeration",
    "spread",
    "maybe",
    "const settings = { ...process.env };",
    "const clientId = settings.WORKOS_CLIENT_ID;",
  ),
  readingClientId(
    "no-env-enumeration",
    "rest",
    "maybe",
    "const { ...settings } = process.env;",
    "const clientId = settings.WORKOS_CLIENT_ID;",
  ),
  readingClientId(
    "no-env-enumeration",
    "in",
    "maybe",
    'if (!("WORKOS_CLIENT_ID" in process.env)) {',
    '  throw new Error("WORKOS_CLIENT_ID is not set");',
    "}",
    "const clientId = process.env.WORKOS_CLIENT_ID;",
  ),
  readingClientId(
    "no-env-enumeration",
    "keys",
    "maybe",
    'if (!Object.keys(process.env).includes("WORKOS_CLIENT_ID")) {',
    '  throw new Error("WORKOS_CLIENT_ID is not set");',
    "}",
    "const clientId = process.env.WORKOS_CLIENT_ID;",
  ),
  readingClientId(
    "no-env-enumeration",
    "entries",
    "maybe",
    'const clientId = Object.entries(process.env).find(([name]) => name === "WORKOS_CLIENT_ID")?.[1];',
  ),
  readingClientId("no-env-enumeration", "values", "maybe", "const [clientId] = Object.values(process.env);"),
  readingClientId(
    "no-env-enumeration",
    "for…in",
    "maybe",
    'let clientId = "";',
    "for (const name in process.env) {",
    '  if (name === "WORKOS_CLIENT_ID") clientId = process.env[name] ?? "";',
    "}",
  ),
  inDraft("no-env-enumeration", "condition", "maybe", (draft) => {
    if (!hasWorkos(draft) || draft.condition !== null) return false;
    draft.condition = '"WORKOS_CLIENT_ID" in process.env';
    return true;
  }),
];

const placeholders: Defect[] = ["client_your_client_id_here", "YOUR-WORKOS-CLIENT-ID", "client_01..."].map(
  (placeholder) =>
    inDraft("valid-jwks", `the constant is ${JSON.stringify(placeholder)}`, "always", (draft) => {
      // A domain that no setting names may be another vendor's, whose id may be anything: the constant is left alone then.
      if (!hasWorkos(draft) || draft.clientIdLines !== null || providerOf(draft, "session-elsewhere") !== undefined)
        return false;
      draft.clientIdLines = [`const clientId = "${placeholder}";`];
      return true;
    }),
);

const fileNames: Defect[] = ["mts", "cts", "mjs", "cjs", "tsx", "jsx"].map((extension) =>
  inDraft("valid-file-name", `auth.config.${extension}`, "maybe", (draft) => {
    draft.extension = extension;
  }),
);

const frontEndReads: Defect[] = [
  readingClientId("no-front-end-env", "VITE", "always", "const clientId = import.meta.env.VITE_WORKOS_CLIENT_ID;"),
  readingClientId(
    "no-front-end-env",
    "asserted",
    "always",
    'const clientId = import.meta.env["VITE_WORKOS_CLIENT_ID"];',
  ),
];

const unsupported: Defect[] = [
  "const builtAt = Date.now();",
  "const builtAt = new Date().toISOString();",
  "const builtAt = Date();",
  "const startedAt = performance.now();",
  "const nonce = Math.random().toString(36);",
  "const nonce = crypto.randomUUID();",
  "const nonce = crypto.getRandomValues(new Uint8Array(8));",
  'const discovery = fetch("https://api.workos.com/.well-known/openid-configuration");',
  "setTimeout(() => undefined, 0);",
  "const name = `./${process.env.WORKOS_CLIENT_ID}`; const extra = import(name);",
].map((statement) =>
  inDraft("no-unsupported-api", statement, "maybe", (draft) => {
    draft.statements.push(statement);
  }),
);

export const defects: readonly Defect[] = [
  ...audiences,
  ...missingAudiences,
  ...replace("shared", "valid-issuer", "issuer", sharedIssuerDamages),
  ...replace("session", "valid-issuer", "issuer", sessionIssuerDamages),
  ...forBoth((role) => replace(role, "valid-jwks", "jwks", jwksDamages)),
  ...inconsistencies,
  ...oidcForms,
  missingSession,
  ...shapes,
  ...vendorShapes,
  ...exports,
  ...enumerations,
  ...placeholders,
  ...fileNames,
  ...frontEndReads,
  ...unsupported,
];
