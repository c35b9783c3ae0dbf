/** Unfinished code, as an editor sees it while somebody types. */
import { describe, expect, it } from "vitest";
import { fixtures } from "./fixtures.js";
import { fixed, timedLint } from "./timed-lint.js";

/** Closes what a cut left open, so that most of the pieces parse: a string, a template, brackets. */
function closed(text: string): string {
  const open: string[] = [];
  const closing: Record<string, string> = { "(": ")", "[": "]", "{": "}", "${": "}" };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    const last = open.at(-1);
    if (last === '"' || last === "'") {
      if (character === "\\") index++;
      else if (character === last || character === "\n") open.pop();
    } else if (last === "`") {
      if (character === "\\") index++;
      else if (character === "`") open.pop();
      else if (text.startsWith("${", index)) open.push("${");
    } else if (text.startsWith("//", index)) {
      index = (text.indexOf("\n", index) + 1 || text.length + 1) - 1;
    } else if (text.startsWith("/*", index)) {
      index = (text.indexOf("*/", index) + 1 || text.length) - 1;
    } else if (character === '"' || character === "'" || character === "`" || character in closing) {
      open.push(character);
    } else if (last != null && character === closing[last]) {
      open.pop();
    }
  }
  return (
    text +
    open
      .reverse()
      .map((each) => closing[each] ?? each)
      .join("")
  );
}

describe.each(fixtures.map((text, index) => ({ name: `fixture ${String(index + 1)}`, text })))("$name", ({ text }) => {
  const ends = Array.from({ length: text.length + 1 }, (_, end) => end);

  it("cut after every character", () => {
    for (const end of ends) timedLint(text.slice(0, end));
  });

  it("cut before every character", () => {
    for (const end of ends) timedLint(text.slice(end));
  });

  it("cut and closed again", () => {
    const parsed = ends.filter((end) => timedLint(closed(text.slice(0, end))).isParsed);
    expect(parsed.length).toBeGreaterThan(ends.length / 6);
  });

  it("without every third character", () => {
    const parsed = ends.filter((end) => end % 3 === 0 && timedLint(text.slice(0, end) + text.slice(end + 1)).isParsed);
    expect(parsed.length).toBeGreaterThan(ends.length / 6);
  });

  it("without every single line", () => {
    const lines = text.split("\n");
    const parsed = lines.filter((_, index) => timedLint(lines.toSpliced(index, 1).join("\n")).isParsed);
    expect(parsed.length).toBeGreaterThan(0);
  });

  it("cut, closed again and repaired, still parses", () => {
    for (const end of ends.filter((each) => each % 7 === 0)) {
      const piece = closed(text.slice(0, end));
      if (timedLint(piece).isParsed)
        expect(timedLint(fixed(piece)).isParsed, `${piece}\n--- repaired ---\n${fixed(piece)}`).toBe(true);
    }
  });
});

describe("hardly a file", () => {
  it.each([
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\uFEFF",
    "\uFEFF\uFEFF",
    "\0",
    "\uD800",
    "\u2028\u2029",
    "#!/usr/bin/env node\n",
    "//",
    "/*",
    "/**/",
    ";",
    ";;;;",
    "{",
    "{}",
    "[]",
    "``",
    '"use strict"',
    "0",
    "export",
    "export default",
    "export default;",
    "export default {",
    "export default {}",
    "export default []",
    "export default null",
    "export default undefined",
    "export default function () {}",
    "export default async function* () {}",
    "export default class {}",
    "export default class extends class {} {}",
    "export default () => {}",
    "export default {}.providers",
    "export default { providers }",
    "export default { providers: }",
    "export default { providers: [,] }",
    "export default { providers: [,,{},,] }",
    "export default { providers: [{}] }",
    "export default { providers: [{}, {}] }",
    "export default { providers: [...{}] }",
    "export default { providers: [...[...[]]] }",
    "export default { ...{ ...{} }, ['providers']: [] }",
    "export default { providers() {} }",
    "export default { get providers() { return [] }, set providers(x) {} }",
    "export default { __proto__: { providers: [] } }",
    "export default { constructor: [], toString: 1, hasOwnProperty: 2, providers: [{ constructor: 1, __proto__: null }] }",
    "export default { providers: [{ type: 'customJwt', issuer: '', jwks: '', algorithm: '', applicationID: '' }] }",
    "export default { providers: [{ type: ``, issuer: ``, jwks: `${''}`, algorithm: `${``}` }] }",
    "export default { providers: [{ domain: '', applicationID: '' }] }",
    "export default { providers: [{ issuer }] }",
    "export default { providers: [{ issuer() {}, jwks: class {}, applicationID: /x/, type: 1n, algorithm: -0 }] }",
    "export default { providers: [{ 1: 2, 'issuer': 3, [`jwks`]: 4, [5]: 6, [null]: 7 }] }",
    "export default { providers: [{ ['issuer']: 'https://api.workos.com/sso', ['applicationId']: 1 }] }",
    "export default { providers: new Array(5) }",
    "export default { providers: Array(1e9).fill({}) }",
    "export { default } from './x'; export * from './y'; export * as z from './z'; export {}",
    "export { default as default } from './x'",
    "export { x as 'default' }; const x = { providers: [] }",
    "const x = { providers: [] }; export { x as default, x as y }",
    "export default x; const x = { providers: [] }",
    "export default f(); function f() { return { providers: [] } }",
    "export default f(); var f = () => ({ providers: [] })",
    "export default f; export function f() {}",
    "export const providers = []",
    "export let a, b = 1, { c, ...d } = {}, [e = f, , ...g] = []",
    "module.exports",
    "module.exports = ",
    "module.exports = exports = { providers: [] }",
    "module = {}; exports = {}",
    "module.exports.default = module.exports",
    "exports['default'] = { providers: [] }",
    "exports.default ??= { providers: [] }",
    "delete module.exports; delete exports.default; delete exports",
    "export = { providers: [] }",
    "import x = require('./x'); export = x",
    "import 'x'; import * as y from 'y'; import z, { 'a-b' as c } from 'z' with { type: 'json' }",
    "declare const x: { providers: [] }; export default x",
    "declare module 'x' { export default y }",
    "namespace A.B.C { export const x = 1 }\nexport default A",
    "enum E { A, B = A, C = 'x'.length }\nexport default E",
    "abstract class A<T> { @decorate() private readonly x!: T; static { this.y = 1 } accessor z = 1; get #p() { return 1 } }",
    "label: for (;;) { continue label } while (0) do ; while (1)",
    "if (0) ; else if (1) ; else ;",
    "switch (x) { default: case 1: { break } }",
    "try {} finally {}",
    "try { throw 1 } catch ({ a = b, ...c }) { throw c } finally { throw 2 }",
    "with (x) y",
    "debugger",
    "new.target",
    "import.meta.env",
    "import.meta.env.X.Y?.[z]",
    "export default import.meta.env",
    "process.env = {}",
    "process.env.X = 1; delete process.env.X; process.env.X++",
    "const { env: { X = 1, ...rest } = {} } = process; export default rest",
    "const { env } = globalThis.process; const { [env.X]: y } = env; export default y",
    "for (const x in process.env) for (x.y of z) ;",
    "for (var i = 0, n = 1; i < n; i++, n--) ;",
    "for await (const x of y) ;",
    "let x; [x, x.y, ...x] = [x] = x; ({ x, y: x.z, ...x } = x)",
    "x ??= y ||= z &&= 1",
    "a?.b?.[c]?.(d)?.`e`",
    "((a, b = a, { c } = b, ...[d]) => d)()",
    "(function () { return arguments })(...[1, 2], ...x)",
    "new (class { constructor() { return {} } })()",
    "tag`a${b}c${`d${e}`}`",
    "String(...x); Boolean(); Object.freeze(); Object.keys(); Object.freeze(...x)",
    "[].push(); [].push(...[]); [].concat(); [].filter(); [].filter(Boolean); [1].filter(Boolean, 1)",
    "''.trim(1); ''.replace(); ''.replace(/\\/$/); ''.replace(/\\/$/, x); ''.concat(); ''.concat(1); ''.toLowerCase()",
    "requireEnv(); requireEnv(1); requireEnv(''); requireEnv('x'); requireEnv('X', 'Y'); env('X')",
    "void 0; typeof x; -1; +1; ~1; !1; -x; delete x.y; delete x",
    "yield = 1; async = 2; let = 3; static = 4; of = 5; get = 6",
  ])("%j", (text) => {
    timedLint(text);
    const { messages } = timedLint(fixed(text));
    expect(messages.every(({ message }) => message !== "")).toBe(true);
  });
});

describe("bytes that are no text", () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

  it.each([
    ["every byte as UTF-8", new TextDecoder().decode(everyByte)],
    ["every byte as Latin-1", String.fromCharCode(...everyByte)],
    ["a PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01"],
    ["UTF-16", "\xFF\xFEe\0x\0p\0o\0r\0t\0 \0d\0e\0f\0a\0u\0l\0t\0"],
    [
      "text with every byte inside a string",
      `export default { providers: [{ issuer: "https://api.workos.com/${String.fromCharCode(...everyByte).replaceAll(/["\\\n\r]/gu, "")}" }] };`,
    ],
    [
      "text with lone surrogates",
      'export default { providers: [{ issuer: "https://api.workos.com/\uD800", jwks: "\uDC00https://api.workos.com/sso/jwks", type: "\uDBFF" }] };',
    ],
    [
      "text with characters that patterns use",
      'export default { providers: [{ issuer: "https://api.workos.com/\uE000", jwks: `\uF8FF${\uE001}`, applicationID: "\uE000" }] };',
    ],
    [
      "text with escapes of such characters",
      String.raw`export default { providers: [{ issuer: "https://api.workos.com/\u{E000}\uD800", jwks: "\uE000\x00" }] };`,
    ],
  ])("%s", (_, text) => {
    timedLint(text);
    timedLint(`\uFEFF${text}`);
    expect(fixed(fixed(text))).toBe(fixed(text));
  });
});
