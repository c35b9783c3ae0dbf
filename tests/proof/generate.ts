/**
 * Generates auth configs as people write them, sound ones and ones with one or two planted defects.
 *
 * The styles are those of public repositories; what many write comes often, what few write comes now and then.
 */
import fc from "fast-check";
import { clientIdFormNames, environmentModule, opaqueClientIdForms } from "./client-id.js";
import { defects as allDefects } from "./defects.js";
import type { Defect } from "./defects.js";
import {
  clientId,
  code,
  otherClientId,
  provider,
  providerOf,
  sessionProvider,
  setMember,
  sharedProvider,
  text,
} from "./draft.js";
import type { Draft, ProviderDraft } from "./draft.js";
import type { Environment } from "./execute.js";
import { conditions, guards, layouts, memberOrders, opaqueLayouts, print } from "./print.js";
import type { CommentChoice, Style } from "./print.js";

/** One generated file and what is known about it. */
export interface Sample {
  readonly text: string;
  readonly filename: string;
  /** What the file imports, by path without extension. */
  readonly modules: Readonly<Record<string, string>>;
  /** The deployments in which it must be sound, or is broken in at least one. */
  readonly environments: readonly Environment[];
  readonly defects: readonly Planted[];
  /** Rules that warn about it, on purpose. */
  readonly warnings: readonly string[];
  /** It names `AuthConfig`, so that TypeScript checks its shape. */
  readonly typed: boolean;
  /** Whether fixes and first suggestions must lead to a sound file. */
  readonly repairable: boolean;
  readonly namesWorkos: boolean;
  /** How Prettier has to be set up to find nothing in the file. */
  readonly prettier: readonly PrettierOptions[];
}

export type Planted = Pick<Defect, "name" | "rule">;

export interface PrettierOptions {
  readonly singleQuote: boolean;
  readonly semi: boolean;
  readonly tabWidth: number;
  readonly useTabs: boolean;
  readonly trailingComma: "all" | "none";
  readonly quoteProps: "preserve";
  readonly endOfLine: "crlf" | "lf";
}

/** Every variable that any sample reads, each with its own value. */
const deployment: Environment = {
  WORKOS_CLIENT_ID: "client_01HENVMAIN00000000000000AA",
  AUTHKIT_CLIENT_ID: "client_01HENVMAIN00000000000000BB",
  WORKOS_CLIENT_ID_PROD: "client_01HENVMAIN00000000000000CC",
  NEXT_PUBLIC_WORKOS_CLIENT_ID: "client_01HENVMAIN00000000000000DD",
  VITE_WORKOS_CLIENT_ID: "client_01HENVMAIN00000000000000EE",
  WORKOS_STAGING_CLIENT_ID: "client_01HENVSTAGING0000000000SS",
  WORKOS_ENVIRONMENT_CLIENT_ID: "client_01HENVENVIRONMENT000000VV",
  CLERK_JWT_ISSUER_DOMAIN: "https://verb-noun-00.clerk.accounts.dev",
  AUTH_ISSUER: "https://auth.example.com/user_management/client_01HENVELSEWHERE000000000E",
  AUTH_JWKS_URL: "https://auth.example.com/keys.json",
  AUTH_ENABLED: "true",
  DEPLOYMENT: "production",
};

const compositions = [
  "template",
  "session first",
  "session only",
  "slash twins",
  "no slash",
  "two slashes",
  "no scheme",
  "environment id",
  "custom domain",
  "issuer from env",
  "authkit.app",
  "gated issuer",
] as const;
type Composition = (typeof compositions)[number];

const vendors = ["clerk", "clerk env", "auth0", "custom jwt", "custom jwt with audience", "data jwks"] as const;
type Vendor = (typeof vendors)[number];

const harmless = [
  "null audience",
  "undefined audience",
  "unknown members",
  "upper-case jwks host",
  "clock in a function",
  "fixed date",
  "optional import.meta.env",
] as const;
type Harmless = (typeof harmless)[number];

interface Recipe {
  readonly style: Style;
  readonly commonjs: boolean;
  readonly composition: Composition;
  readonly vendors: readonly Vendor[];
  readonly vendorsFirst: boolean;
  readonly harmless: readonly Harmless[];
  readonly defects: readonly Defect[];
}

const root = "https://api.workos.com";

function providersOf(recipe: Recipe): ProviderDraft[] {
  const workos = compose(recipe.composition);
  const others = recipe.vendors.map(vendorProvider);
  return recipe.vendorsFirst ? [...others, ...workos] : [...workos, ...others];
}

function draftOf(recipe: Recipe): Draft {
  const draft: Draft = {
    providers: providersOf(recipe),
    otherProviders: providersOf(recipe),
    exportForm: recipe.commonjs ? "module.exports" : "default",
    listTemplate: "@",
    listKey: "providers",
    statements: [],
    clientIdLines: null,
    condition: null,
    extension: null,
  };
  for (const variation of recipe.harmless) vary(draft, variation);
  return draft;
}

function compose(composition: Composition): ProviderDraft[] {
  switch (composition) {
    case "template":
      return [sharedProvider(), sessionProvider()];
    case "session first":
      return [sessionProvider(), sharedProvider()];
    case "session only":
      return [sessionProvider()];
    case "slash twins":
      return [sharedProvider(), sharedProvider(root), sessionProvider()];
    case "no slash":
      return [sharedProvider(root), sessionProvider()];
    case "two slashes":
      return [sharedProvider(`${root}//`), sessionProvider()];
    case "no scheme":
      return [sharedProvider("api.workos.com/"), sessionProvider()];
    case "environment id":
      return [sharedProvider(), sessionProvider(otherClientId)];
    case "custom domain":
      return [sharedProvider(), sessionProvider(), ...customDomain("https://auth.example.com")];
    case "issuer from env":
      return [
        sharedProvider(),
        provider("session-elsewhere", {
          type: text("customJwt"),
          issuer: code("process.env.AUTH_ISSUER"),
          algorithm: text("RS256"),
          jwks: code("process.env.AUTH_JWKS_URL"),
        }),
        sessionProvider(),
      ];
    case "authkit.app":
      return [
        sharedProvider(),
        sessionProvider(),
        provider("session-elsewhere", {
          type: text("customJwt"),
          issuer: text("https://joyful-zebra-42.authkit.app"),
          algorithm: text("RS256"),
          jwks: text("https://joyful-zebra-42.authkit.app/oauth2/jwks"),
        }),
      ];
    case "gated issuer":
      return [
        sharedProvider(),
        provider("session-elsewhere", {
          type: text("customJwt"),
          issuer: text(`${root}/sso/`, clientId),
          algorithm: text("RS256"),
          jwks: text(`${root}/sso/jwks/`, clientId),
        }),
      ];
  }
}

function customDomain(origin: string): ProviderDraft[] {
  const shared = { type: text("customJwt"), algorithm: text("RS256"), jwks: text(`${origin}/sso/jwks/`, clientId) };
  return [
    provider("session-elsewhere", { ...shared, issuer: text(`${origin}/`) }),
    provider("session-elsewhere", { ...shared, issuer: text(`${origin}/user_management/`, clientId) }),
  ];
}

function vendorProvider(vendor: Vendor): ProviderDraft {
  switch (vendor) {
    case "clerk":
      return provider("vendor", {
        domain: text("https://verb-noun-00.clerk.accounts.dev"),
        applicationID: text("convex"),
      });
    case "clerk env":
      return provider("vendor", {
        domain: code("process.env.CLERK_JWT_ISSUER_DOMAIN!"),
        applicationID: text("convex"),
      });
    case "auth0":
      return provider("vendor", { domain: text("tenant.eu.auth0.com"), applicationID: text("yyAbCdEf0123456789") });
    case "custom jwt":
      return provider("vendor", {
        type: text("customJwt"),
        issuer: text("https://tokens.example.com"),
        algorithm: text("ES256"),
        jwks: text("https://tokens.example.com/.well-known/jwks.json"),
      });
    case "custom jwt with audience":
      return provider("vendor", {
        type: text("customJwt"),
        issuer: text("https://tokens.example.org/"),
        algorithm: text("RS256"),
        applicationID: text("my-app"),
        jwks: text("https://tokens.example.org/jwks"),
      });
    case "data jwks":
      return provider("vendor", {
        type: text("customJwt"),
        issuer: text("http://localhost:3000"),
        algorithm: text("RS256"),
        jwks: text("data:text/plain;charset=utf-8;base64,eyJrZXlzIjpbXX0="),
      });
  }
}

function vary(draft: Draft, variation: Harmless): void {
  const session = providerOf(draft, "session");
  switch (variation) {
    case "null audience":
      if (session !== undefined) setMember(session, "applicationID", code("null"));
      break;
    case "undefined audience":
      if (session !== undefined) setMember(session, "applicationID", code("undefined"));
      break;
    case "unknown members":
      if (session !== undefined) {
        setMember(session, "audience", text(clientId));
        setMember(session, "clientId", text(clientId));
      }
      break;
    case "upper-case jwks host":
      if (session !== undefined) setMember(session, "jwks", text("https://API.workos.com/sso/jwks/", clientId));
      break;
    case "clock in a function":
      draft.statements.push("const stamp = () => Date.now();");
      break;
    case "fixed date":
      draft.statements.push("const since = new Date(0);");
      break;
    case "optional import.meta.env":
      if (draft.exportForm === "default")
        draft.statements.push("const frontEndId = import.meta.env?.VITE_WORKOS_CLIENT_ID;");
      break;
  }
}

const opaqueForms: ReadonlySet<string> = new Set([...opaqueClientIdForms, ...opaqueLayouts]);
const templates: ReadonlySet<Composition> = new Set(["template", "session first", "environment id"]);
const nonCanonical: ReadonlySet<Composition> = new Set(["no slash", "two slashes", "no scheme"]);
const literalForms: ReadonlySet<string> = new Set(["literal const", "literal inline"]);

/** Gives a recipe what its defects need to be planted at all. */
function withRoomForDefects(recipe: Recipe): Recipe {
  const inVendor = recipe.defects.some(({ name }) => name.startsWith("vendor"));
  return {
    ...recipe,
    commonjs: recipe.commonjs || recipe.defects.some(({ name }) => name === "exports.default"),
    vendors: inVendor && recipe.vendors.length === 0 ? ["clerk", "custom jwt with audience"] : recipe.vendors,
  };
}

/** Prints a recipe; a defect that finds no place in it is left out. */
function sampleOf(chosen: Recipe): Sample {
  const recipe = withRoomForDefects(chosen);
  // A literal id against a variable is a defect, so a file with both kinds is none of the sound ones.
  const mixed = recipe.composition === "environment id" && literalForms.has(recipe.style.clientId);
  const composition = mixed ? "template" : recipe.composition;
  const draft = draftOf({ ...recipe, composition });
  // What no evaluator reads may hide a defect, so it is only asked to stay silent.
  const opaque = opaqueForms.has(recipe.style.clientId) || opaqueForms.has(recipe.style.layout);
  const planted = opaque ? [] : recipe.defects.filter((defect) => defect.plant(draft));
  const style = recipe.commonjs
    ? { ...recipe.style, layout: "direct" as const, typing: "none" as const }
    : recipe.style;
  const printed = print(javascriptSafe(draft, style), style);
  const isTemplate = planted.length === 1 && templates.has(composition);
  // Shared text, computed keys and an id that is spelt out as a choice at each place are reported without an edit.
  const isWritten = !printed.shared && style.keys !== "computed" && style.clientId !== "conditional inline";
  // A provider beside those of two deployments may have lost each mention of its own client to two defects.
  const canRepair = isWritten && (planted.length <= 1 || style.layout !== "provider per deployment");
  return {
    text: printed.text,
    filename: `auth.config.${draft.extension ?? (recipe.commonjs || style.language === "js" ? "js" : "ts")}`,
    modules: { "./env": environmentModule },
    environments: environmentsFor(printed.text),
    defects: planted.map(({ name, rule }) => ({ name, rule })),
    warnings: [...printed.clientId.warnings, ...(nonCanonical.has(composition) ? ["prefer-canonical-issuer"] : [])],
    typed: printed.typed,
    repairable:
      canRepair && planted.every(({ repair }) => repair === "always" || (repair === "in template" && isTemplate)),
    namesWorkos: draft.providers.some(({ role }) => role === "shared" || role === "session"),
    prettier: isForPrettier(style) ? prettierOptions(style) : [],
  };
}

function environmentsFor(source: string): readonly Environment[] {
  return [
    deployment,
    ...(source.includes("DEPLOYMENT") ? [{ ...deployment, DEPLOYMENT: "staging" }] : []),
    ...(source.includes("AUTH_ENABLED") ? [{ ...deployment, AUTH_ENABLED: "false" }] : []),
  ];
}

/** Takes TypeScript's `!` out of code that a JavaScript file would not parse. */
function javascriptSafe(draft: Draft, style: Style): Draft {
  if (style.language === "ts" && draft.exportForm !== "module.exports" && draft.exportForm !== "exports.default")
    return draft;
  for (const { members } of [...draft.providers, ...draft.otherProviders]) {
    for (const member of members) {
      if (member.value.kind === "code") member.value = code(member.value.code.replace(/!$/, ""));
    }
  }
  return draft;
}

/** One member a line, and no line whose length decides how Prettier lays it out. */
function isForPrettier({ memberPerLine, comments, layout }: Style): boolean {
  const lengthens = comments.some(({ place, form }) => place === "inline" || (place === "trailing" && form !== "line"));
  return memberPerLine && !lengthens && !layout.startsWith("helper");
}

/** One set-up; two for tabs, whose width decides where Prettier breaks a line and is not in the file. */
function prettierOptions(style: Style): readonly PrettierOptions[] {
  const widths = style.indent === "\t" ? [2, 4] : [style.indent.length];
  return widths.map((tabWidth) => ({
    singleQuote: style.quote === "'",
    semi: style.semicolons,
    tabWidth,
    useTabs: style.indent === "\t",
    trailingComma: style.trailingComma ? "all" : "none",
    quoteProps: "preserve",
    endOfLine: style.eol === "\n" ? "lf" : "crlf",
  }));
}

// --- arbitraries; each list begins with what the official template does, which is what shrinking leads to

const crossShrink = { withCrossShrink: true } as const;

const commentTexts = [
  "note",
  "applicationID: clientId,",
  "https://api.workos.com/ is shared by all customers",
  "no applicationID here: `aud` is absent",
  "TODO(auth): remove { domain, applicationID }",
  'says "RS256"',
] as const;

const comment: fc.Arbitrary<CommentChoice> = fc.record({
  place: fc.constantFrom("own", "trailing", "inline"),
  slot: fc.nat({ max: 24 }),
  form: fc.constantFrom("line", "block", "doc"),
  text: fc.constantFrom(...commentTexts),
});

const style = fc.record<Style>({
  layout: fc.oneof(
    crossShrink,
    { arbitrary: weighted(layouts, 6), weight: 40 },
    { arbitrary: fc.constantFrom(...opaqueLayouts), weight: 1 },
  ),
  language: fc.constantFrom("ts", "ts", "ts", "js"),
  typing: fc.constantFrom("none", "satisfies", "satisfies", "annotation", "as"),
  typeImport: fc.constantFrom("import type", "plain", "inline type"),
  clientId: fc.oneof(
    crossShrink,
    { arbitrary: weighted(clientIdFormNames, 8), weight: 40 },
    { arbitrary: fc.constantFrom(...opaqueClientIdForms), weight: 1 },
  ),
  clientIdName: fc.constantFrom("clientId", "clientId", "workosClientId", "WORKOS_ID"),
  variable: fc.constantFrom(
    "WORKOS_CLIENT_ID",
    "WORKOS_CLIENT_ID",
    "AUTHKIT_CLIENT_ID",
    "WORKOS_CLIENT_ID_PROD",
    "NEXT_PUBLIC_WORKOS_CLIENT_ID",
  ),
  guard: weighted(guards, 3),
  condition: weighted(conditions, 3),
  quote: fc.constantFrom('"', "'"),
  backticksForPlainText: mostly(false, 5),
  concatenation: mostly(false, 6),
  indent: fc.constantFrom("  ", "    ", "\t"),
  trailingComma: mostly(true, 3),
  semicolons: mostly(true, 3),
  eol: fc.constantFrom("\n", "\n", "\n", "\r\n"),
  byteOrderMark: mostly(false, 9),
  memberPerLine: mostly(true, 4),
  keys: fc.constantFrom("plain", "plain", "plain", "plain", "plain", "plain", "plain", "quoted", "computed"),
  baseUrl: fc.constantFrom("none", "none", "none", "none", "none", "none", "const", "trimmed const"),
  richBase: mostly(false, 1),
  memberOrder: weighted(memberOrders, 4),
  asConst: mostly(false, 2),
  shorthand: fc.constantFrom("none", "none", "none", "none", "jwks", "both"),
  comments: fc.oneof(
    crossShrink,
    { arbitrary: fc.constant<CommentChoice[]>([]), weight: 1 },
    { arbitrary: fc.array(comment, { maxLength: 6 }), weight: 2 },
  ),
});

/** Mostly none; one or two of the choices now and then. */
function some<Choice>(choices: readonly Choice[], weight: number): fc.Arbitrary<readonly Choice[]> {
  return fc.oneof(
    crossShrink,
    { arbitrary: fc.constant<Choice[]>([]), weight: 3 },
    { arbitrary: fc.uniqueArray(fc.constantFrom(...choices), { maxLength: 2 }), weight },
  );
}

function mostly(usual: boolean, times: number): fc.Arbitrary<boolean> {
  return fc.oneof(
    crossShrink,
    { arbitrary: fc.constant(usual), weight: times },
    { arbitrary: fc.constant(!usual), weight: 1 },
  );
}

function weighted<Choice>(choices: readonly Choice[], firstWeight: number): fc.Arbitrary<Choice> {
  const [first, ...others] = choices;
  if (first === undefined) throw new Error("nothing to choose from");
  return fc.oneof(
    crossShrink,
    { arbitrary: fc.constant(first), weight: firstWeight },
    { arbitrary: fc.constantFrom(first, ...others), weight: Math.max(choices.length, 4) },
  );
}

/** A defect: the rule first, so that a rule with many spellings does not crowd out the others. */
const defect: fc.Arbitrary<Defect> = fc.oneof(
  ...[...new Set(allDefects.map(({ rule }) => rule))].map((rule) =>
    fc.constantFrom(...allDefects.filter((each) => each.rule === rule)),
  ),
);

interface SampleOptions {
  /** Fewer are planted where one finds no place. */
  readonly defects?: fc.Arbitrary<readonly Defect[]>;
}

/** None, one or two defects, each as often. */
const someDefects: fc.Arbitrary<readonly Defect[]> = fc.oneof(
  crossShrink,
  fc.constant([]),
  fc.tuple(defect),
  fc.tuple(defect, defect),
);

export const noDefects: fc.Arbitrary<readonly Defect[]> = fc.constant([]);

/** One defect. Two may mend each other: only of a single one is it certain that it breaks the file. */
export const oneDefect: fc.Arbitrary<readonly Defect[]> = fc.tuple(defect);

/** An auth config in one of the styles of public files. */
export function sample({ defects = someDefects }: SampleOptions = {}): fc.Arbitrary<Sample> {
  return fc
    .record({
      style,
      commonjs: mostly(false, 12),
      composition: weighted(compositions, 12),
      vendors: some(vendors, 2),
      vendorsFirst: mostly(false, 2),
      harmless: some(harmless, 1),
      defects,
    })
    .map(sampleOf);
}

export { allDefects };
