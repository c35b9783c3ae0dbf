/** The modules that programs import. What they export comes from the world, so that one bundle runs in all of them. */
import type { Environment } from "../isolate.js";

/** What the imported modules hold; flags are booleans, `version` is a number. */
export interface Imports {
  readonly flags: Readonly<Record<string, boolean>>;
  readonly version: number;
}

/** One world in which a program runs. */
export interface Scene {
  readonly variables: Environment;
  readonly imports: Imports;
}

/** Texts by path relative to the auth config, without extension. `imports` is a global of the isolate. */
export const modules: Readonly<Record<string, string>> = {
  "./flags": `export const { flags, version } = imports;
export const { legacy, staged } = flags;
export const settings = { flags, version };
export function isEnabled(name) { return flags[name]; }
export default flags;
`,
  "./env": `export const env = process.env;
export function requireEnv(name) {
  const value = process.env[name];
  if (!value) throw new Error(name);
  return value;
}
`,
  "./ids": `export const clientId = process.env.WORKOS_CLIENT_ID;
`,
  "./_generated/server": `export const env = process.env;
`,
};
