import { describe, expect, it } from "vitest";
import { isCertainlyPresent } from "../../src/auth-config/values.js";
import { readProvider } from "./read.js";

/** The members of a provider that are certainly there, by their values. */
function isPresent(expression: string): boolean | undefined {
  const found = readProvider(`import { x, getEnv } from "./x"; const issuer = ${expression}; export default { providers: [{ issuer, jwks: "k" }] };`);
  const value = found.object.members.get("issuer")?.value;
  return value == null ? undefined : isCertainlyPresent(value);
}

describe("a value that is certainly neither null nor undefined", () => {
  it.each(['"a"', '""', "5", "false", "process.env.X", "`a${x}`", "`${getEnv('X')}/`", "`${x}`", "{}", "[]", "() => {}", "process.env"])("%s", (expression) => {
    expect(isPresent(expression)).toBe(true);
  });

  it.each(["null", "undefined", "x", "x()", "getEnv('X')"])("not %s", (expression) => {
    expect(isPresent(expression)).toBe(false);
  });
});
