/** The ways in which public files read their client id, as source lines and an expression. */

export interface ClientIdForm {
  readonly name: ClientIdFormName;
  /** Imports that it needs. */
  readonly imports: readonly string[];
  /** Statements that it needs, with double quotes and semicolons. */
  readonly lines: readonly string[];
  /** How the id is then written. */
  readonly expression: string;
  /** The id itself where it stands inline as a literal: it is then part of the text around it. */
  readonly inlineLiteral: string | null;
  /** Rules that warn about this form, and are meant to. */
  readonly warnings: readonly string[];
}

export const clientIdFormNames = [
  "const",
  "const!",
  "inline",
  "inline!",
  "bracket",
  "fallback ??",
  "fallback ||",
  "trim",
  "destructured",
  "destructured, renamed",
  "requireEnv",
  "requireEnv arrow",
  "optionalEnv",
  "imported env",
  "imported env, inline",
  "let",
  "alias",
  "conditional",
  "conditional inline",
  "imported requireEnv",
  "placeholder fallback",
  "literal const",
  "literal inline",
  "literal fallback",
] as const;

/** Forms that no evaluator reads: a sound file stays silent, and what is broken in it may stay so too. */
export const opaqueClientIdForms = ["String call"] as const;

export type ClientIdFormName = (typeof clientIdFormNames)[number] | (typeof opaqueClientIdForms)[number];

/** The text of the module that `imported requireEnv` imports. */
export const environmentModule = `export function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(name);
  return value;
}
`;

/** A client id of its own, so that it is another environment than any literal of a planted defect. */
const literalClientId = "client_01HLITERALFILE000000000FF";

const hardcoded = ["no-hardcoded-client-id"];

interface Naming {
  /** The name of the local constant. */
  readonly name: string;
  /** The deployment's variable. */
  readonly variable: string;
  readonly typescript: boolean;
}

/** Spells out a form. JavaScript files get the untyped neighbour of a typed one. */
export function clientIdForm(form: ClientIdFormName, { name, variable, typescript }: Naming): ClientIdForm {
  const read = `process.env.${variable}`;
  const bang = typescript ? "!" : "";
  const string = typescript ? ": string" : "";
  const constant = (value: string, warnings: readonly string[] = [], before: readonly string[] = []): ClientIdForm => ({
    name: form,
    imports: [],
    lines: [...before, `const ${name} = ${value};`],
    expression: name,
    inlineLiteral: null,
    warnings,
  });
  const inline = (expression: string): ClientIdForm => ({
    name: form,
    imports: [],
    lines: [],
    expression,
    inlineLiteral: null,
    warnings: [],
  });
  const imported = ['import { env } from "./_generated/server";'];
  switch (form) {
    case "const":
      return constant(read);
    case "const!":
      return constant(`${read}${bang}`);
    case "inline":
      return inline(read);
    case "inline!":
      return inline(`${read}${bang}`);
    case "bracket":
      return constant(`process.env["${variable}"]`);
    case "fallback ??":
      return constant(`${read} ?? ""`);
    case "fallback ||":
      return constant(`${read} || ""`);
    case "trim":
      return constant(typescript ? `${read}?.trim()` : `${read}.trim()`);
    case "destructured":
      return { ...inline(variable), lines: [`const { ${variable} } = process.env;`] };
    case "destructured, renamed":
      return { ...inline(name), lines: [`const { ${variable}: ${name} } = process.env;`] };
    case "requireEnv":
      return constant(
        `requireEnv("${variable}")`,
        [],
        [
          `function requireEnv(name${string})${string} {`,
          "  const value = process.env[name];",
          "  if (!value) {",
          "    throw new Error(`${name} is not set`);",
          "  }",
          "  return value;",
          "}",
          "",
        ],
      );
    case "requireEnv arrow":
      return constant(
        `requireEnv("${variable}")`,
        [],
        [
          `const requireEnv = (name${string})${string} => {`,
          "  const value = process.env[name];",
          '  if (value === undefined || value === "") throw new Error("Missing " + name);',
          "  return value;",
          "};",
          "",
        ],
      );
    case "optionalEnv":
      return constant(
        `optionalEnv("${variable}")`,
        [],
        [
          `function optionalEnv(name${string}) {`,
          "  try {",
          "    return process.env[name];",
          "  } catch {",
          "    return undefined;",
          "  }",
          "}",
          "",
        ],
      );
    case "imported env":
      return { ...constant(`env.${variable}`), imports: imported };
    case "imported env, inline":
      return { ...inline(`env.${variable}`), imports: imported };
    case "let":
      return { ...inline(name), lines: [`let ${name} = ${read};`] };
    case "alias":
      return constant("fromEnvironment", [], [`const fromEnvironment = ${read};`]);
    case "imported requireEnv":
      return { ...constant(`requireEnv("${variable}")`), imports: ['import { requireEnv } from "./env";'] };
    case "placeholder fallback":
      return constant(`${read} ?? "client_your_client_id_here"`);
    case "String call":
      return constant(`String(${read})`);
    case "conditional":
      return constant(`process.env.DEPLOYMENT === "staging" ? process.env.WORKOS_STAGING_CLIENT_ID : ${read}`);
    case "conditional inline":
      return inline(`(process.env.DEPLOYMENT === "staging" ? process.env.WORKOS_STAGING_CLIENT_ID : ${read})`);
    case "literal const":
      return constant(`"${literalClientId}"`, hardcoded);
    case "literal inline":
      return { ...inline(`"${literalClientId}"`), inlineLiteral: literalClientId, warnings: hardcoded };
    case "literal fallback":
      return constant(`${read} ?? "${literalClientId}"`, hardcoded);
  }
}
