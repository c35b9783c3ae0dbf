/** Reads the text of a config, and writes what the model says of it in a form that a test can state in one line. */
import { parse } from "@typescript-eslint/parser";
import { childrenOf, walk } from "../../src/auth-config/ast.js";
import { readAuthConfig } from "../../src/auth-config/config.js";
import type { AuthConfig, Variant } from "../../src/auth-config/config.js";
import type { Provider } from "../../src/auth-config/provider.js";
import type { Value } from "../../src/auth-config/values.js";
import { DEFAULT_WORLD } from "../../src/platform/workos.js";
import type { World } from "../../src/platform/workos.js";

export function read(text: string, world: Partial<World> = {}): AuthConfig {
  const program = parse(text, { range: true, loc: true, sourceType: "module" });
  // As ESLint does before any rule runs.
  for (const parent of walk(program)) for (const child of childrenOf(parent)) Object.assign(child, { parent });
  return readAuthConfig(program, text, { ...DEFAULT_WORLD, ...world });
}

/** The only variant of a file that nothing undecided divides. */
export function readOne(text: string, world: Partial<World> = {}): Variant {
  const { variants } = read(text, world);
  const [only] = variants;
  if (variants.length !== 1 || only == null) throw new Error(`${String(variants.length)} variants instead of one`);
  return only;
}

/** The only provider of a file. */
export function readProvider(text: string, world: Partial<World> = {}): Provider {
  const { providers } = readOne(text, world);
  const [only] = providers;
  if (providers.length !== 1 || only == null) throw new Error(`${String(providers.length)} providers instead of one`);
  return only;
}

/** A file whose only provider has an expression as its issuer. */
export function withIssuer(expression: string, before = ""): string {
  return `${before}
export default { providers: [{ type: "customJwt", issuer: ${expression}, algorithm: "RS256", jwks: "https://keys.example.com/" }] };`;
}

/** What an expression evaluates to as an issuer, after some statements. */
export function valueOf(expression: string, before = ""): string {
  const member = readProvider(withIssuer(expression, before)).object.members.get("issuer");
  return shown(member?.value);
}

/**
 * A value in short: the characters of a string, with `${NAME}` for a variable and `${?}` for a part that cannot be read; every other kind
 * of value in angle brackets.
 */
export function shown(value: Value | undefined): string {
  if (value == null) return "<none>";
  if (value.kind === "constant") return `<${String(value.value)}>`;
  if (value.kind !== "text") return `<${value.kind}>`;
  return value.parts
    .map((part) => {
      if (part.kind === "literal") return part.text;
      return part.kind === "unknown" ? "${?}" : `\${${part.name}}`;
    })
    .join("");
}

/** The issuers of all providers, as a short way to tell which elements a list has. */
export function issuersOf({ listedObjects }: Pick<Variant, "listedObjects">): readonly string[] {
  return listedObjects.map(({ members }) => shown(members.get("issuer")?.value));
}

/** The issuers of a file, one list for each variant. */
export function issuersOfVariants(text: string): readonly (readonly string[])[] {
  return read(text).variants.map((variant) => issuersOf(variant));
}

/** The members of a provider, each in short. */
export function membersOf(provider: Provider): Readonly<Record<string, string>> {
  return Object.fromEntries([...provider.object.members].map(([name, { value }]) => [name, shown(value)]));
}
