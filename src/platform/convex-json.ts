/**
 * The section `authKit` of `convex.json`: which keys the Convex CLI reads, and what it makes of their values.
 *
 * Source: `src/cli/lib/config.ts` and `src/cli/lib/workos/workos.ts` of the `convex` package, and its `schemas/convex.schema.json`.
 */

/** The kinds of values that the CLI tells apart. `template`: text in which `${…}` is replaced. */
export type Shape =
  | { readonly kind: "object"; readonly orFalse: boolean; readonly keys: Readonly<Record<string, Shape>> }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list" | "record" | "template" };

const TEMPLATE: Shape = { kind: "template" };
const LIST: Shape = { kind: "list" };

const CONFIGURE: Shape = {
  kind: "object",
  orFalse: true,
  keys: { redirectUris: LIST, appHomepageUrl: TEMPLATE, corsOrigins: LIST },
};

/** `authKit` itself. */
export const AUTHKIT: Shape = {
  kind: "object",
  orFalse: false,
  keys: {
    dev: { kind: "object", orFalse: false, keys: { configure: CONFIGURE, localEnvVars: { kind: "record" } } },
    preview: { kind: "object", orFalse: false, keys: { configure: CONFIGURE } },
    prod: {
      kind: "object",
      orFalse: false,
      keys: {
        environmentType: { kind: "choice", values: ["development", "staging", "production"] },
        configure: CONFIGURE,
      },
    },
  },
};

/** What a person calls a value of this shape. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case "object":
      return shape.orFalse ? "`false` or an object" : "an object";
    case "choice":
      return `one of ${shape.values.map((value) => `"${value}"`).join(", ")}`;
    case "list":
      return "a list of texts";
    case "record":
      return "`false` or an object of texts";
    case "template":
      return "a text";
  }
}

/** The places of keys that the CLI reads in one section only, and refuses or drops in the others. */
const HOMES: ReadonlyMap<string, string> = new Map([
  ["localEnvVars", "authKit.dev"],
  ["environmentType", "authKit.prod"],
  ["configure", "authKit.dev"],
  ["redirectUris", "configure"],
  ["appHomepageUrl", "configure"],
  ["corsOrigins", "configure"],
]);

/** Where a key belongs; null for one that the CLI does not know. */
export function homeOf(key: string): string | null {
  return HOMES.get(key) ?? null;
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["development", "dev"],
  ["develop", "dev"],
  ["production", "prod"],
  ["redirecturl", "redirectUris"],
  ["redirecturls", "redirectUris"],
  ["homepageurl", "appHomepageUrl"],
  ["homepage", "appHomepageUrl"],
  ["config", "configure"],
  ["configuration", "configure"],
  ["environment", "environmentType"],
  ["envvars", "localEnvVars"],
  ["localenv", "localEnvVars"],
]);

/** Which of the keys a name was meant for; null where that is not clear. */
export function intendedKey(name: string, keys: readonly string[]): string | null {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/gu, "");
  const synonym = SYNONYMS.get(letters);
  if (synonym != null && keys.includes(synonym)) return synonym;
  // A plural or a singular, another case, a hyphen.
  return keys.find((key) => [letters, `${letters}s`, letters.replace(/s$/u, "")].includes(key.toLowerCase())) ?? null;
}

/** Whether a top-level key was meant to be `authKit`. */
export function isMisspeltAuthKit(name: string): boolean {
  return name !== "authKit" && name.toLowerCase().replaceAll(/[^a-z]/gu, "") === "authkit";
}

const PROVISIONED = ["WORKOS_CLIENT_ID", "WORKOS_API_KEY", "WORKOS_ENVIRONMENT_ID"];

/** The templates in a text that the CLI does not know, without their `${` and `}`. */
export function unknownTemplates(text: string): readonly string[] {
  return templatesIn(text).filter(
    (template) => !template.startsWith("buildEnv.") && !PROVISIONED.some((name) => template === `authEnv.${name}`),
  );
}

/** The name that a template was meant for: the case, the object or a space may be wrong. Null where that is not clear. */
export function intendedTemplate(template: string): string | null {
  const [, object, name = ""] = /^\s*(\w+)\s*\.\s*(\w+)\s*$/u.exec(template) ?? [];
  const wanted = PROVISIONED.find((each) => each === name.toUpperCase()) ?? null;
  if (object == null) return PROVISIONED.includes(template.trim()) ? `authEnv.${template.trim()}` : null;
  if (/^auth_?env$/iu.test(object)) return wanted == null ? null : `authEnv.${wanted}`;
  return /^build_?env$/iu.test(object) ? `buildEnv.${name}` : null;
}

/** Whether a text holds the template of the provisioned API key, or what was meant for it. */
export function holdsApiKeyTemplate(text: string): boolean {
  return templatesIn(text).some((template) => intendedTemplate(template) === "authEnv.WORKOS_API_KEY");
}

function templatesIn(text: string): readonly string[] {
  // Each ends at the next brace: one expression for the whole would look for it from every `${` anew.
  return text
    .split("}")
    .slice(0, -1)
    .flatMap((piece) => /\$\{(.+)/su.exec(piece)?.[1] ?? []);
}

/** The path of a redirect URI, whose host may be a template; null where it cannot be read. */
export function pathOfTemplate(uri: string): string | null {
  const [, path = "/"] = /^https?:\/\/(?:[^/${}?#]|\$\{[^}]+\})+(\/[^?#]*)?(?:[?#].*)?$/su.exec(uri) ?? [null, null];
  return path == null || path.includes("${") ? null : path;
}
