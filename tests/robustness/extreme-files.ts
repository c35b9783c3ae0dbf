/** Files that nobody writes by hand: generated, pasted, or made to hurt. Some of them are too much for the parser; that is fine. */
export interface ExtremeFile {
  readonly name: string;
  /** Made when needed, since some are large. */
  readonly text: () => string;
}

const id = "process.env.WORKOS_CLIENT_ID";
const jwks = `\`https://api.workos.com/sso/jwks/\${${id}}\``;
const userManagement = `\`https://api.workos.com/user_management/\${${id}}\``;

const sound = `{ type: "customJwt", issuer: ${userManagement}, algorithm: "RS256", jwks: ${jwks} }`;
const broken = `{ type: "customJwt", issuer: ${userManagement}, algorithm: "RS256", applicationID: ${id}, jwks: ${jwks} }`;
const damaged =
  '{ type: "jwt", issuer: "<https://api.workos.com/sso>", algorithm: "HS256", jwks: "https://api.workos.com/sso/jwks", applicationId: "convex" }';
const oidc = `{ domain: "https://api.workos.com/", applicationID: ${id} }`;

function config(providers: string): string {
  return `export default { providers: ${providers} };\n`;
}

function list(count: number, element: (index: number) => string, separator = ",\n    "): string {
  return Array.from({ length: count }, (_, index) => element(index)).join(separator);
}

/** `lines(40, (n, before) => …)`: each line uses the one before it. */
function chain(count: number, line: (index: number) => string): string {
  return `${list(count, line, "\n")}\n`;
}

function nested(depth: number, open: string, inner: string, close: string): string {
  return open.repeat(depth) + inner + close.repeat(depth);
}

function issuer(text: string): string {
  return config(`[{ type: "customJwt", issuer: ${text}, algorithm: "RS256", applicationID: ${id}, jwks: ${text} }]`);
}

const megabyte = 1_000_000;

// ── References in circles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const circles: readonly ExtremeFile[] = [
  ["constants", `const a = b, b = a;\n${config("a")}`],
  ["a constant in itself", `const a = a;\n${config("a")}`],
  ["spread objects", `const a = { ...b }, b = { ...a };\n${config("[a, b]")}`],
  ["spread lists", `const a = [...b], b = [...a];\n${config("a")}`],
  ["templates", `const a = \`\${b}/\`, b = \`\${a}/\`;\n${issuer("a")}`],
  [
    "a config in its own list",
    `const config = { providers: [] };\nconfig.providers.push(config);\nexport default config;\n`,
  ],
  ["a provider in itself", `const provider = ${broken};\nprovider.self = provider;\n${config("[provider]")}`],
  ["a list in itself", `const providers = [${broken}];\nproviders.push(providers);\n${config("providers")}`],
  [
    "a list in itself, handed to unknown code",
    `const providers = [${broken}];\nproviders.push(providers);\nunknown(providers);\n${config("providers")}`,
  ],
  [
    "a list in itself, returned by unknown code",
    `const providers = [${broken}];\nproviders.push(providers);\n${config("unknown(providers)")}`,
  ],
  ["a list in a list in itself", `const a = [${broken}], b = [a];\na.push(b);\n${config("unknown(a, b)")}`],
  [
    "a list appended to itself",
    `const providers = [${broken}];\nproviders.push(...providers);\nproviders.push(...providers);\n${config("providers")}`,
  ],
  [
    "a provider that holds the list that holds it",
    `const provider = ${broken};\nconst providers = [provider];\nprovider.list = providers;\n${config("unknown(providers, provider)")}`,
  ],
  ["an object in itself, handed to unknown code", `const a = { b: {} };\na.b.a = a;\nunknown(a);\nexport default a;\n`],
  ["an exported circle", `const a = {};\na.providers = [a];\nexport default a;\n`],
  ["a recursive function", `function f() { return f(); }\n${config("f()")}`],
  ["a recursive function with a list", `const f = (n) => [${sound}, ...f(n - 1)];\n${config("f(3)")}`],
  [
    "functions that call each other",
    `function f(n) { return g(n); }\nfunction g(n) { return h(n); }\nfunction h(n) { return f(n); }\n${config("f(1)")}`,
  ],
  ["a function that returns itself", `const f = () => f;\n${config(`f${"()".repeat(500)}`)}`],
  ["a function given itself", `const f = (g) => g(g);\n${config("f(f)")}`],
  ["a callback that calls its caller", `const f = () => unknown(f);\n${config("f()")}`],
  ["a callback that hands itself on", `const f = () => unknown(() => f());\n${config("unknown(f)")}`],
  ["a default of a parameter", `const f = (a = f()) => a;\n${config("f()")}`],
  ["a getter of itself", `const a = { get providers() { return a.providers; } };\nexport default a;\n`],
  [
    "an imported name of its own",
    'import a from "./auth.config";\nexport default { ...a, providers: [...a.providers] };\n',
  ],
  ["module.exports in itself", "module.exports.providers = [module.exports, module];\nmodule.exports = module;\n"],
  ["exports in itself", "exports.default = exports;\nexports.exports = module;\n"],
].map(([name, text]) => ({ name: `in a circle: ${name}`, text: () => text as string }));

// ── Nesting ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const nestings: Record<string, (depth: number) => string> = {
  parentheses: (depth) => `export default ${nested(depth, "(", "{ providers: [] }", ")")};\n`,
  lists: (depth) => config(nested(depth, "[", broken, "]")),
  objects: (depth) => `export default ${nested(depth, "{ providers: ", "[]", " }")};\n`,
  "lists spread in lists": (depth) => config(nested(depth, "[...", `[${broken}]`, "]")),
  "objects spread in objects": (depth) => config(`[${nested(depth, "{ ...", broken, " }")}]`),
  "unknown calls": (depth) => config(nested(depth, "f(", `[${broken}]`, ")")),
  "unknown calls of lists": (depth) => config(nested(depth, "f([", broken, "])")),
  "unknown calls of functions": (depth) => config(nested(depth, "f(() => ", `[${broken}]`, ")")),
  "immediately called functions": (depth) => config(nested(depth, "(() => ", `[${broken}]`, ")()")),
  "unknown calls of unknown calls": (depth) => config(`f${`(${broken})`.repeat(depth)}`),
  members: (depth) => config(`a${".b".repeat(depth)}`),
  "computed members": (depth) => config(nested(depth, "a[", "0", "]")),
  "optional members": (depth) => config(`a${"?.b".repeat(depth)}`),
  "string methods": (depth) => issuer(`"https://api.workos.com/"${".trim()".repeat(depth)}`),
  "list methods": (depth) => config(`[${broken}]${".concat([])".repeat(depth)}`),
  negations: (depth) => config(`${"!".repeat(depth)}a ? [${broken}] : []`),
  awaits: (depth) => config(`${"await ".repeat(depth)}a`),
  assertions: (depth) => config(`[${broken}]${" as never".repeat(depth)}`),
  "non-null assertions": (depth) => config(`a${"!".repeat(depth)}`),
  conditions: (depth) => config(`${list(depth, (index) => `c${String(index)} ? [${sound}] : `, "")}[${broken}]`),
  "conditions in conditions": (depth) => config(`${nested(depth, "(c ? ", "[]", ` : [${broken}])`)}`),
  alternatives: (depth) => config(`${list(depth, (index) => `a${String(index)}`, " || ")}`),
  defaults: (depth) => config(`${list(depth, (index) => `a${String(index)}`, " ?? ")}`),
  sums: (depth) => issuer(list(depth, () => '"/"', " + ")),
  "sums of variables": (depth) => issuer(list(depth, (index) => `process.env.V${String(index)}`, " + ")),
  templates: (depth) => issuer(nested(depth, "`${", '"x"', "}`")),
  functions: (depth) => config(nested(depth, "(() => ", "1", ")")),
  blocks: (depth) => `${nested(depth, "{", `const a = ${broken};`, "}")}\n${config("[]")}`,
  "if statements": (depth) => `let a = [];\n${nested(depth, "if (c) {", "a = 1;", "}")}\n${config("a")}`,
  "else statements": (depth) =>
    `let a = [];\n${list(depth, (index) => `if (c${String(index)}) a = [${String(index)}]; else `, "")};\n${config("a")}`,
  loops: (depth) => `let a = [];\n${nested(depth, "for (const x of y) {", "a = 1;", "}")}\n${config("a")}`,
  "try statements": (depth) => `let a = [];\n${nested(depth, "try {", "a = 1;", "} catch {}")}\n${config("a")}`,
  labels: (depth) => `let a = [];\n${list(depth, (index) => `l${String(index)}: `, "")}a = 1;\n${config("a")}`,
  patterns: (depth) => `const ${nested(depth, "{ a: ", "b", " }")} = c;\n${config("b")}`,
  "patterns of lists": (depth) => `let b;\n${nested(depth, "[", "b", "]")} = c;\n${config("b")}`,
  types: (depth) => `const a: ${nested(depth, "Array<", "never", ">")} = [];\n${config("a")}`,
  "property names": (depth) => config(`[{ ${nested(depth, "[", '"issuer"', "]")}: 1 }]`),
  assignments: (depth) =>
    `let ${list(depth, (index) => `a${String(index)}`, ", ")};\n${list(depth, (index) => `a${String(index)} = `, "")}[];\n${config("a0")}`,
  sequences: (depth) => config(`(${list(depth, (index) => `a${String(index)}`, ", ")})`),
};

const nestingFiles: readonly ExtremeFile[] = Object.entries(nestings).flatMap(([name, write]) =>
  [100, 300, 500, 700, 10_000].map((depth) => ({ name: `${String(depth)} nested: ${name}`, text: () => write(depth) })),
);

// ── Long chains of constants: deep values from flat text ────────────────────────────────────────────────────────────────────────────

const chains: Record<string, string> = {
  "lists of lists": `const a0 = [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = [a${String(n)}];`)}`,
  "lists of lists by push": `const a0 = [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = [];\na${String(n + 1)}.push(a${String(n)});`)}`,
  "lists spread": `const a0 = [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = [...a${String(n)}];`)}`,
  "objects of objects": `const a0 = ${broken};\n${chain(10_000, (n) => `const a${String(n + 1)} = { a: a${String(n)} };`)}`,
  "objects of lists": `const a0 = ${broken};\n${chain(10_000, (n) => `const a${String(n + 1)} = { a: [a${String(n)}] };`)}`,
  "objects spread": `const a0 = ${broken};\n${chain(10_000, (n) => `const a${String(n + 1)} = { ...a${String(n)}, m: 1 };`)}`,
  "functions that return functions": `const a0 = () => [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = () => a${String(n)};`)}`,
  "functions that call functions": `const a0 = () => [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = () => a${String(n)}();`)}`,
  "functions in lists": `const a0 = () => [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = () => [a${String(n)}];`)}`,
  "functions in objects": `const a0 = { f: () => [${broken}] };\n${chain(10_000, (n) => `const a${String(n + 1)} = { f: () => a${String(n)} };`)}`,
  "unknown values": `const a0 = [${broken}];\n${chain(10_000, (n) => `const a${String(n + 1)} = unknown(a${String(n)});`)}`,
  "unknown callbacks": `const a0 = () => [${broken}];\n${chain(2000, (n) => `const a${String(n + 1)} = () => unknown(a${String(n)});`)}const a10000 = a2000;\n`,
  negations: `const a0 = unknown;\n${chain(10_000, (n) => `const a${String(n + 1)} = !a${String(n)};`)}`,
  conditions: `const a0 = unknown;\n${chain(10_000, (n) => `const a${String(n + 1)} = a${String(n)} ? a${String(n)} : [];`)}`,
  comparisons: `const a0 = unknown;\n${chain(10_000, (n) => `const a${String(n + 1)} = a${String(n)} === ${String(n)};`)}`,
  defaults: `const a0 = unknown;\n${chain(10_000, (n) => `const { b: a${String(n + 1)} = 1 } = a${String(n)};`)}`,
  texts: `const a0 = ${id};\n${chain(10_000, (n) => `const a${String(n + 1)} = a${String(n)} + "/";`)}`,
  "the same text": `const a0 = ${id};\n${chain(10_000, (n) => `const a${String(n + 1)} = a${String(n)};`)}`,
  "trimmed texts": `const a0 = ${id};\n${chain(10_000, (n) => `const a${String(n + 1)} = a${String(n)}.trim();`)}`,
};

const chainFiles: readonly ExtremeFile[] = Object.entries(chains).flatMap(([name, text]) => [
  {
    name: `a chain of 10,000: ${name}`,
    text: () => `${text}${config("[a10000, { issuer: a10000, jwks: a10000, ...a10000 }, a10000(), ...a10000]")}`,
  },
  {
    name: `a chain of 10,000: ${name}, handed to unknown code`,
    text: () => `${text}unknown(a10000);\n${config("unknown(a10000)")}`,
  },
]);

// ── Growth ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const doubling: readonly ExtremeFile[] = [
  [
    "lists",
    `const a0 = [${broken}];\n${chain(40, (n) => `const a${String(n + 1)} = [...a${String(n)}, ...a${String(n)}];`)}${config("a40")}`,
  ],
  ["lists by push", `const a = [${broken}];\n${chain(40, () => "a.push(...a);")}${config("a")}`],
  [
    "lists by concat",
    `const a0 = [${broken}];\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)}.concat(a${String(n)});`)}${config("a40")}`,
  ],
  [
    "lists of lists",
    `const a0 = [${broken}];\n${chain(40, (n) => `const a${String(n + 1)} = [a${String(n)}, a${String(n)}];`)}${config("a40")}`,
  ],
  [
    "lists of lists, handed to unknown code",
    `const a0 = [${broken}];\n${chain(40, (n) => `const a${String(n + 1)} = [a${String(n)}, a${String(n)}];`)}${config("unknown(a40)")}`,
  ],
  [
    "lists of lists that unknown code changed",
    `const a0 = [${broken}];\n${chain(40, (n) => `const a${String(n + 1)} = [a${String(n)}, a${String(n)}];`)}unknown(a40);\n${config("a40")}`,
  ],
  [
    "objects",
    `const a0 = ${broken};\n${chain(40, (n) => `const a${String(n + 1)} = { ...a${String(n)}, ...a${String(n)} };`)}${config("[a40]")}`,
  ],
  [
    "objects of objects",
    `const a0 = ${broken};\n${chain(40, (n) => `const a${String(n + 1)} = { a: a${String(n)}, b: a${String(n)} };`)}${config("[a40]")}`,
  ],
  [
    "objects of lists, handed to unknown code",
    `const a0 = ${broken};\n${chain(40, (n) => `const a${String(n + 1)} = { a: [a${String(n)}], b: [a${String(n)}] };`)}${config("unknown(a40)")}`,
  ],
  [
    "texts by sum",
    `const a0 = "https://api.workos.com/";\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)} + a${String(n)};`)}${issuer("a40")}`,
  ],
  [
    "texts by template",
    `const a0 = ${id};\n${chain(40, (n) => `const a${String(n + 1)} = \`\${a${String(n)}}\${a${String(n)}}\`;`)}${issuer("a40")}`,
  ],
  ["texts by +=", `let a = "https://api.workos.com/";\n${chain(40, () => "a += a;")}${issuer("a")}`],
  [
    "texts by concat()",
    `const a0 = "https://api.workos.com/";\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)}.concat(a${String(n)});`)}${issuer("a40")}`,
  ],
  [
    "unknown values",
    `const a0 = unknown(${broken});\n${chain(40, (n) => `const a${String(n + 1)} = unknown(a${String(n)}, a${String(n)});`)}${config("a40")}`,
  ],
  [
    "unknown sums",
    `const a0 = unknown(${broken});\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)} + a${String(n)};`)}${config("a40")}`,
  ],
  [
    "unknown alternatives",
    `const a0 = unknown(${broken});\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)} || a${String(n)};`)}${config("a40")}`,
  ],
  [
    "unknown values from the listed environment",
    `const a0 = Object.keys(process.env);\n${chain(40, (n) => `const a${String(n + 1)} = unknown(a${String(n)}, a${String(n)});`)}${config("a40")}`,
  ],
  [
    "texts from the listed environment",
    `const a0 = Object.keys(process.env)[0];\n${chain(40, (n) => `const a${String(n + 1)} = \`\${a${String(n)}}\${a${String(n)}}\`;`)}${config("[{ issuer: a40 }]")}`,
  ],
  [
    "objects from the listed environment",
    `const a0 = { ...process.env };\n${chain(40, (n) => `const a${String(n + 1)} = { ...a${String(n)}, ...a${String(n)} };`)}${config("[a40]")}`,
  ],
  [
    "calls",
    `const f0 = () => [${broken}];\n${chain(40, (n) => `const f${String(n + 1)} = () => [...f${String(n)}(), ...f${String(n)}()];`)}${config("f40()")}`,
  ],
  [
    "calls for nothing",
    `const f0 = () => 1;\n${chain(40, (n) => `const f${String(n + 1)} = () => { f${String(n)}(); f${String(n)}(); };`)}f40();\n${config(`[${broken}]`)}`,
  ],
  [
    "callbacks of unknown code",
    `const f0 = () => [${broken}];\n${chain(40, (n) => `const f${String(n + 1)} = () => unknown(f${String(n)}, f${String(n)});`)}${config("unknown(f40)")}`,
  ],
  [
    "functions in lists",
    `const f0 = () => [${broken}];\n${chain(40, (n) => `const f${String(n + 1)} = () => [f${String(n)}, f${String(n)}];`)}${config("unknown(f40)")}`,
  ],
  [
    "conditions",
    `const a0 = unknown;\n${chain(40, (n) => `const a${String(n + 1)} = a${String(n)} === ${String(n)} ? a${String(n)} : !a${String(n)};`)}${config("a40 ? [] : a40")}`,
  ],
  [
    "defaults",
    `const a0 = unknown;\n${chain(40, (n) => `const { a${String(n + 1)} = a${String(n)} } = a${String(n)};`)}${config("a40")}`,
  ],
  [
    "loops",
    `let a = [${broken}];\n${nested(20, "for (const x of a) {", "a = [...a, ...a];", "a = [...a, ...a]; }")}\n${config("a")}`,
  ],
].map(([name, text]) => ({ name: `doubled 40 times: ${name}`, text: () => text as string }));

// ── Many ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const many: readonly ExtremeFile[] = [
  { name: "5,000 sound providers", text: () => config(`[\n    ${list(5000, () => sound)},\n]`) },
  { name: "5,000 sound providers on one line", text: () => config(`[${list(5000, () => sound, ", ")}]`) },
  { name: "5,000 broken providers", text: () => config(`[\n    ${list(5000, () => broken)},\n]`) },
  { name: "5,000 broken providers on one line", text: () => config(`[${list(5000, () => broken, ", ")}]`) },
  { name: "5,000 damaged providers", text: () => config(`[\n    ${list(5000, () => damaged)},\n]`) },
  { name: "5,000 damaged providers on one line", text: () => config(`[${list(5000, () => damaged, ", ")}]`) },
  { name: "5,000 OIDC providers", text: () => config(`[\n    ${list(5000, () => oidc)},\n]`) },
  {
    name: "5,000 providers of other vendors",
    text: () =>
      config(
        `[\n    ${list(5000, (n) => `{ domain: "https://v${String(n)}.example.com", applicationID: "convex" }`)},\n]`,
      ),
  },
  {
    name: "5,000 providers with variables of their own",
    text: () =>
      config(
        `[\n    ${list(5000, (n) => `{ domain: process.env.D${String(n)}, applicationID: process.env.A${String(n)} }`)},\n]`,
      ),
  },
  {
    name: "5,000 broken providers with literal client ids",
    text: () =>
      config(
        `[\n    ${list(5000, (n) => broken.replaceAll(`\${${id}}`, `client_01HXYZABCDEFGHJKMNPQR${String(n).padStart(5, "0")}`))},\n]`,
      ),
  },
  {
    name: "5,000 times the same provider",
    text: () => `const provider = ${broken};\n${config(`[${list(5000, () => "provider", ", ")}]`)}`,
  },
  {
    name: "5,000 providers with shared texts",
    text: () =>
      `const issuer = "https://api.workos.com/sso";\nconst jwks = "https://api.workos.com/sso/jwks";\n${config(`[\n    ${list(5000, () => '{ type: "customJwt", issuer, algorithm: "RS256", jwks }')},\n]`)}`,
  },
  {
    name: "5,000 providers from one factory",
    text: () =>
      `const make = (issuer) => ({ type: "customJwt", issuer, algorithm: "RS256", jwks: issuer });\n${config(`[\n    ${list(5000, () => 'make("https://api.workos.com/sso")')},\n]`)}`,
  },
  {
    name: "5,000 providers in constants",
    text: () =>
      `${chain(5000, (n) => `const p${String(n)} = ${broken};`)}${config(`[${list(5000, (n) => `p${String(n)}`, ", ")}]`)}`,
  },
  {
    name: "5,000 pushed providers",
    text: () => `const providers = [];\n${chain(5000, () => `providers.push(${broken});`)}${config("providers")}`,
  },
  { name: "5,000 spread lists", text: () => config(`[\n    ${list(5000, () => `...[${broken}]`)},\n]`) },
  {
    name: "5,000 providers in unknown calls",
    text: () => config(`[\n    ${list(5000, () => `unknown(${broken})`)},\n]`),
  },
  { name: "5,000 providers in one unknown call", text: () => config(`unknown(\n    ${list(5000, () => broken)},\n)`) },
  { name: "20,000 unknown elements", text: () => config(`[${list(20_000, (n) => `u${String(n)}`, ", ")}]`) },
  { name: "100,000 numbers", text: () => config(`[${list(100_000, String, ",")}]`) },
  {
    name: "20,000 constants",
    text: () => `${chain(20_000, (n) => `const a${String(n)} = ${String(n)};`)}${config("[]")}`,
  },
  {
    name: "5,000 constants with client ids",
    text: () =>
      `${chain(5000, (n) => `const client_id_${String(n)} = process.env.CLIENT_ID_${String(n)};`)}${config(`[${oidc}, ${damaged}]`)}`,
  },
  {
    name: "5,000 configs that nobody exports",
    text: () => chain(5000, (n) => `const c${String(n)} = { providers: [${broken}] };`),
  },
  { name: "20,000 members", text: () => config(`[{ ${list(20_000, (n) => `m${String(n)}: ${String(n)}`, ", ")} }]`) },
  {
    name: "10,000 times the same member",
    text: () =>
      config(
        `[{ type: "customJwt", issuer: ${userManagement}, algorithm: "RS256", ${list(10_000, () => `applicationID: ${id}`, ", ")} }]`,
      ),
  },
  {
    name: "10,000 environment reads",
    text: () => `${chain(10_000, (n) => `const v${String(n)} = process.env.VITE_V${String(n)};`)}${config("[]")}`,
  },
  {
    name: "10,000 reads of one front-end name",
    text: () => `${chain(10_000, (n) => `const v${String(n)} = process.env.VITE_V;`)}${config("[]")}`,
  },
  {
    name: "10,000 fallbacks",
    text: () => `${chain(10_000, (n) => `const v${String(n)} = process.env.V${String(n)} ?? "";`)}${config("[]")}`,
  },
  {
    name: "10,000 reads of import.meta.env",
    text: () => `${chain(10_000, (n) => `const v${String(n)} = import.meta.env.V${String(n)};`)}${config("[]")}`,
  },
  {
    name: "10,000 unsupported calls",
    text: () => `${chain(10_000, (n) => `const v${String(n)} = Date.now();`)}${config("[]")}`,
  },
  {
    name: "10,000 listed environments",
    text: () =>
      `${chain(10_000, (n) => `const v${String(n)} = Object.keys(process.env);`)}${config(`[${list(10_000, (n) => `v${String(n)}`, ", ")}]`)}`,
  },
  {
    name: "10,000 calls of a function",
    text: () => `const f = (x) => x;\n${chain(10_000, (n) => `const v${String(n)} = f(${String(n)});`)}${config("[]")}`,
  },
  {
    name: "10,000 functions",
    text: () => `${chain(10_000, (n) => `function f${String(n)}() { return f${String(n + 1)}(); }`)}${config("f0()")}`,
  },
  { name: "10,000 comments", text: () => config(`[${list(10_000, (n) => `// ${String(n)}\n`, "")}${broken}]`) },
  {
    name: "10,000 comments inside a broken provider",
    text: () =>
      config(
        `[{ type: "customJwt", issuer: ${userManagement}, algorithm: "RS256", ${list(10_000, (n) => `/* ${String(n)} */`, " ")} applicationID: ${id} }]`,
      ),
  },
  {
    name: "10,000 loops",
    text: () => `let a = [];\n${chain(10_000, () => "for (const x of y) a = x;")}${config("a")}`,
  },
  { name: "10,000 escapes", text: () => `const a = [${broken}];\n${chain(10_000, () => "unknown(a);")}${config("a")}` },
  {
    name: "10,000 imports",
    text: () =>
      `${chain(10_000, (n) => `import a${String(n)} from "./a${String(n)}";`)}${config(`[${list(10_000, (n) => `a${String(n)}`, ", ")}]`)}`,
  },
  {
    name: "a switch with 5,000 cases",
    text: () =>
      `let a = [];\nswitch (x) {\n${chain(5000, (n) => `case ${String(n)}: a = [${String(n)}]; break;`)}}\n${config("a")}`,
  },
];

// ── Conditions ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const conditions: readonly ExtremeFile[] = [
  {
    name: "300 conditional constants",
    text: () =>
      `${chain(300, (n) => `const c${String(n)} = x${String(n)} ? ${broken} : ${damaged};`)}${config(`[${list(300, (n) => `c${String(n)}`, ", ")}]`)}`,
  },
  {
    name: "300 conditional issuers",
    text: () =>
      `${chain(300, (n) => `const c${String(n)} = x${String(n)} ? "https://a.com" : "https://api.workos.com/";`)}${config(`[\n${list(300, (n) => `{ type: "customJwt", issuer: c${String(n)}, algorithm: "RS256", jwks: "x" }`)}]`)}`,
  },
  {
    name: "300 conditional spreads",
    text: () => config(`[\n${list(300, (n) => `...(x${String(n)} ? [${broken}] : [])`)}]`),
  },
  {
    name: "300 conditional members",
    text: () =>
      config(`[{ ${list(300, (n) => `...(x${String(n)} ? { issuer: ${userManagement}, m${String(n)}: 1 } : {})`)} }]`),
  },
  {
    name: "300 conditional pushes",
    text: () => `const a = [];\n${chain(300, (n) => `if (x${String(n)}) a.push(${broken});`)}${config("a")}`,
  },
  {
    name: "300 guards",
    text: () => `${chain(300, (n) => `if (x${String(n)}) throw new Error("${String(n)}");`)}${config(`[${broken}]`)}`,
  },
  {
    name: "300 conditional returns",
    text: () =>
      `function f() {\n${chain(300, (n) => `if (x${String(n)}) return [${broken}];`)}return [];\n}\n${config("f()")}`,
  },
  {
    name: "300 comparisons of one value",
    text: () => config(list(300, (n) => `stage === "${String(n)}" ? [${broken}] : `, "") + "[]"),
  },
  { name: "300 ands", text: () => config(`${list(300, (n) => `x${String(n)}`, " && ")} && [${broken}]`) },
  {
    name: "300 nested conditions in 300 elements",
    text: () => config(`[\n${list(300, (n) => `x${String(n)} ? ${broken} : y${String(n)} ? ${damaged} : ${oidc}`)}]`),
  },
  {
    name: "12 conditions over 1,000 providers",
    text: () =>
      `${chain(12, (n) => `const c${String(n)} = x${String(n)} ? ${broken} : ${damaged};`)}${config(`[${list(12, (n) => `c${String(n)}`, ", ")},\n${list(1000, () => broken)}]`)}`,
  },
  {
    name: "12 conditions over 5,000 sound providers",
    text: () =>
      `${chain(12, (n) => `const c${String(n)} = x${String(n)} ? 1 : 2;`)}${config(`[\n${list(5000, () => sound)}]`)}`,
  },
  {
    name: "a condition in a function that is called 1,000 times",
    text: () =>
      `const f = (n) => (x ? ${broken} : ${sound});\n${config(`[\n${list(1000, (n) => `f(${String(n)})`)}]`)}`,
  },
  {
    name: "500 conditions with long texts",
    text: () => config(list(500, (n) => `x${String(n)}.${"a".repeat(300)} ? [] : `, "") + "[]"),
  },
];

// ── Long ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const longTexts: Record<string, string> = {
  letters: "a".repeat(megabyte),
  slashes: "/".repeat(megabyte),
  backslashes: "\\\\".repeat(megabyte / 2),
  spaces: " ".repeat(megabyte),
  "line breaks": "\\n".repeat(megabyte / 2),
  segments: "a/".repeat(megabyte / 2),
  dots: "a.".repeat(megabyte / 2),
  hyphens: "a-".repeat(megabyte / 2),
  angles: "<".repeat(megabyte),
  "closing angles": ">".repeat(megabyte),
  "closing angles and letters": ">a".repeat(megabyte / 2),
  quotes: "'".repeat(megabyte),
  "spaces and letters": " a".repeat(megabyte / 2),
  links: "](".repeat(megabyte / 2),
  placeholders: "${".repeat(megabyte / 2),
  "closed placeholders": "${x}".repeat(megabyte / 4),
  "colons and slashes": "://".repeat(megabyte / 3),
  "at signs": "@".repeat(megabyte),
  digits: "1".repeat(megabyte),
  "client ids": "client_".repeat(megabyte / 7),
  "client ids and hyphens": "client_-".repeat(megabyte / 8),
  keys: "sk_".repeat(megabyte / 3),
  "well-known": "/.well-known".repeat(megabyte / 12),
  "user management": "user_management/".repeat(megabyte / 16),
  "private use": "\uE000".repeat(megabyte / 3),
  queries: "?#".repeat(megabyte / 2),
  semicolons: ";".repeat(megabyte),
};

const long: readonly ExtremeFile[] = [
  ...Object.entries(longTexts).flatMap(([name, text]) => [
    { name: `1 MB of ${name} in an issuer`, text: () => issuer(`"https://api.workos.com/${text}x"`) },
    { name: `1 MB of ${name} before an issuer`, text: () => issuer(`"${text}https://api.workos.com/"`) },
    {
      name: `1 MB of ${name} as a member`,
      text: () => config(`[{ type: "${text}", domain: "${text}", algorithm: "${text}", applicationID: "${text}" }]`),
    },
  ]),
  { name: "1 MB of a template", text: () => issuer(`\`https://api.workos.com/${`\${${id}}`.repeat(30_000)}\``) },
  { name: "1 MB of a comment", text: () => `/* ${"*".repeat(megabyte)} */ ${config(`[${broken}]`)}` },
  { name: "1 MB of a line comment", text: () => `${config(`[${broken}]`)}// ${"/".repeat(megabyte)}` },
  {
    name: "1 MB of a name",
    text: () => `const ${"a".repeat(megabyte)} = ${broken};\n${config(`[${"a".repeat(megabyte)}]`)}`,
  },
  { name: "1 MB of the name of a variable", text: () => config(`[{ domain: process.env.${"A".repeat(megabyte)} }]`) },
  {
    name: "1 MB of the name of a member",
    text: () => config(`[{ ${"application_".repeat(80_000)}: 1, "${"jwks-".repeat(200_000)}": 1 }]`),
  },
  { name: "1 MB of spaces in a line", text: () => `${" ".repeat(megabyte)}${config(`[${broken}]`)}` },
  {
    name: "1 MB of spaces around each member",
    text: () => config(`[${broken.replaceAll(",", " ".repeat(250_000) + ",")}]`),
  },
  {
    name: "1 MB of empty lines",
    text: () => `${"\n".repeat(megabyte / 2)}${config(`[${broken}]`)}${"\n".repeat(megabyte / 2)}`,
  },
  {
    name: "1 MB of empty lines inside a provider",
    text: () => config(`[${broken.replace("applicationID", "\n".repeat(megabyte) + "applicationID")}]`),
  },
  { name: "1 MB of semicolons", text: () => `${config(`[${broken}]`)}${";".repeat(megabyte / 5)}` },
  {
    name: "20,000 changes of what unknown code makes of what it made before",
    text: () => `let a = start();\n${"a = next(a);\na.b = 1;\n".repeat(20_000)}${config(`[${broken}]`)}`,
  },
  { name: "1 MB of statements on one line", text: () => `${"a();".repeat(50_000)}${config(`[${broken}]`)}` },
  {
    name: "1 MB of a regular expression",
    text: () => `const a = /${"a".repeat(megabyte)}/;\n${config(`[${broken}]`)}`,
  },
  { name: "1 MB of digits", text: () => config(`[${"1".repeat(megabyte)}]`) },
  {
    name: "1 MB of a message that is thrown",
    text: () => `if (x) throw new Error("${"a".repeat(megabyte)}");\n${config(`[${broken}]`)}`,
  },
  {
    name: "1 MB of code inside a condition",
    text: () => config(`[${"a, ".repeat(100_000)}].length > x ? [${broken}] : []`),
  },
];

export const extremeFiles: readonly ExtremeFile[] = [
  ...circles,
  ...nestingFiles,
  ...chainFiles,
  ...doubling,
  ...many,
  ...conditions,
  ...long,
];
