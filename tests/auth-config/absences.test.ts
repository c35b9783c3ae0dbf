/** A variable that the file does without: what is said of the way on which it is not set. */
import { describe, expect, it } from "vitest";
import { read } from "./read.js";

const reader = `function optional(name) {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}
`;

/** The issuers of the first provider, one for each way through the file: as a pattern, or null where it is left open or missing. */
function issuersOf(text: string) {
  const { variants } = read(reader + text);
  return variants.map(({ providers: [first] }) => {
    if (first == null) return "no provider";
    return first.issuer?.pattern == null ? (first.lacks("issuer") ? "missing" : "open") : "known";
  });
}

describe("a member that asks for an optional variable", () => {
  it.each([
    ["alone", 'const x = optional("AUTH_ISSUER"); export default { providers: [{ issuer: x }] };'],
    ["in a template", 'export default { providers: [{ issuer: `https://${optional("AUTH_HOST")}/` }] };'],
    [
      "in a factory",
      'const make = (issuer) => ({ issuer }); export default { providers: [make(optional("AUTH_ISSUER"))] };',
    ],
  ])("is left open where the variable is not set: %s", (_, text) => {
    expect(issuersOf(text)).toEqual(["known", "open"]);
  });
});

describe("what the file writes for the way without the variable", () => {
  it.each([
    [
      "an element that it leaves out",
      'const x = optional("AUTH_ISSUER"); export default { providers: x ? [{ issuer: x }] : [] };',
      ["known", "no provider"],
    ],
    [
      "another provider",
      'const x = optional("AUTH_ISSUER"); export default { providers: [x ? { issuer: "a" } : { domain: "b" }] };',
      ["known", "known"],
    ],
    [
      "a member that no variable is in",
      'const x = optional("AUTH_ISSUER"); const p = {}; if (x) p.issuer = "a"; export default { providers: [p] };',
      ["known", "missing"],
    ],
  ])("is judged: %s", (_, text, expected) => {
    expect(issuersOf(text)).toEqual(expected);
  });
});
