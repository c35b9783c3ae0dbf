import { describe, expect, it } from "vitest";
import { read, readProvider } from "../read.js";

const x = 'import { x, y } from "./x";';
const a = '{ issuer: "a" }';

describe("a member that depends on its own value", () => {
  const lacksJwks = (members: string, before = "") =>
    read(`${x} ${before} export default { providers: [{ issuer: "a", ${members} }] };`).variants.map(({ providers }) =>
      providers[0]?.lacks("jwks"),
    );

  it.each([
    "...(x ? { jwks: x } : {})",
    "...(x && { jwks: x })",
    "...(!x ? {} : { jwks: x })",
    "...(x != null ? { jwks: x } : {})",
    "...(x !== undefined ? { jwks: x } : {})",
    '...(x !== "" ? { jwks: x } : {})',
    "...(x !== null && { jwks: x })",
    "...(x == null ? {} : { jwks: x })",
    "...(x === undefined ? {} : { jwks: x })",
    '...(x === "" ? {} : { jwks: x })',
  ])("is not missed: %s", (members) => {
    expect(lacksJwks(members)).toEqual([false, false]);
  });

  it.each([
    '...(x !== "none" ? { jwks: x } : {})',
    "...(x !== 0 ? { jwks: x } : {})",
    "...(x !== y ? { jwks: x } : {})",
    "...(y ? { jwks: x } : {})",
    "...(y && { jwks: x })",
    "...(y && { ...y, jwks: x }), jwks: undefined",
  ])("is missed where the condition is another: %s", (members) => {
    expect(lacksJwks(members)).toContain(true);
  });

  it("is missed where it is set or left out for certain", () => {
    const selfGuarded = (text: string) => [...readProvider(text).object.selfGuarded];
    expect(
      selfGuarded(
        `const isLive = true; export default { providers: [{ issuer: "a", ...(isLive && { jwks: "k" }) }] };`,
      ),
    ).toEqual([]);
    expect(
      selfGuarded(`const isLive = true; const p = ${a}; if (isLive) p.jwks = "k"; export default { providers: [p] };`),
    ).toEqual([]);
    expect(
      selfGuarded(
        `const withKeys = false; const p = ${a}; if (withKeys) p.jwks = "k"; export default { providers: [p] };`,
      ),
    ).toEqual([]);
    expect(
      selfGuarded(`${x} const p = ${a}; if (process.env.A) p.jwks = x; export default { providers: [p] };`),
    ).toEqual([]);
    expect(
      selfGuarded(`${x} const p = ${a}; if (process.env.A) p.jwks = process.env.A; export default { providers: [p] };`),
    ).toEqual(["jwks"]);
  });

  it("is certain again where a later spread sets it", () => {
    const { variants } = read(
      `${x} const keys = { jwks: "k" }; export default { providers: [{ ...(x ? { jwks: x } : {}), ...keys }] };`,
    );
    expect(variants.map(({ providers }) => providers[0]?.member("jwks")?.name)).toEqual(["jwks", "jwks"]);
  });

  it("is missed in a spread object that is not a literal", () => {
    expect(lacksJwks("...(x && rest)", 'const rest = { jwks: "k" };')).toEqual([false, true]);
  });
});
