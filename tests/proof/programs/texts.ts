/** Ways to spell a string: a URL with or without the client ID, or a word such as `RS256`. */
import { clientId } from "../draft.js";
import type { Text } from "./meaning.js";
import { body, quote } from "./writer.js";
import type { Table, Writer } from "./writer.js";

/** Spells a string. */
export function text(w: Writer, value: Text): string {
  return w.write(texts, value);
}

/** A literal, a template, or the client ID as it is. */
export function plainText(w: Writer, value: Text): string {
  if (isLiteral(value)) return quote(value.join(""));
  if (value.length === 1) return w.clientId();
  const parts = value.map((part) => (part === clientId ? `\${${w.clientId()}}` : templateCharacters(String(part))));
  return `\`${parts.join("")}\``;
}

function isLiteral(value: Text): value is readonly string[] {
  return value.every((part) => typeof part === "string");
}

function templateCharacters(characters: string): string {
  return characters.replaceAll(/[\\`]|\$(?=\{)/g, "\\$&");
}

/** The characters if there is no client ID in it. */
function literalOf(value: Text): string | null {
  return isLiteral(value) ? value.join("") : null;
}

/** Cuts a string in two, neither of them empty; where it can, between host and path. */
function cut(w: Writer, value: Text): readonly [Text, Text] | null {
  const [first, ...others] = value;
  if (typeof first !== "string") return null;
  const host = /^https?:\/\/[^/]+/.exec(first)?.[0].length ?? 0;
  const places = [host, host + 1, Math.ceil(first.length / 2), 1, first.length].filter(
    (place) => place > 0 && (place < first.length || (place === first.length && others.length > 0)),
  );
  if (places.length === 0) return null;
  const place = w.choices.oneOf("cut", places);
  const tail = first.slice(place);
  return [[first.slice(0, place)], tail === "" ? others : [tail, ...others]];
}

/** A string in which `{id}` stands for the client ID. */
function pattern(value: Text, placeholder: string): string | null {
  if (isLiteral(value)) return null;
  return value.map((part) => (part === clientId ? placeholder : part)).join("");
}

/** Forms that need two pieces. */
function fromPieces(write: (w: Writer, left: string, right: string) => string | null): Table<Text>["forms"][string] {
  return (w, value) => {
    const pieces = cut(w, value);
    return pieces === null ? null : write(w, text(w, pieces[0]), text(w, pieces[1]));
  };
}

/** Forms that take a string as it is. */
function around(write: (w: Writer, inner: string) => string): Table<Text>["forms"][string] {
  return (w, value) => write(w, text(w, value));
}

/** Forms in which an empty string would count as none. */
function aroundSet(write: (w: Writer, inner: string) => string): Table<Text>["forms"][string] {
  return (w, value) => (literalOf(value) === "" ? null : write(w, text(w, value)));
}

/** Forms of strings without a client ID. */
function ofLiteral(write: (w: Writer, characters: string) => string | null): Table<Text>["forms"][string] {
  return (w, value) => {
    const characters = literalOf(value);
    return characters === null ? null : write(w, characters);
  };
}

const wrong = quote("https://api.workos.com/sso/wrong");

function escaped(characters: string, escape: (code: number) => string): string {
  const letters = [...characters].map((letter, index) =>
    index % 3 === 0 ? escape(letter.codePointAt(0) ?? 0) : letter,
  );
  return `"${letters.join("")}"`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** A URL on the host of its own, as origin and path; null for everything else. */
function urlParts(value: Text): readonly [origin: string, path: Text] | null {
  const [first, ...others] = value;
  const [, origin, path] = typeof first === "string" ? (/^(https:\/\/[a-z0-9.-]+)(\/.*)$/.exec(first) ?? []) : [];
  // What `URL` would change is no URL in its own form.
  if (origin === undefined || path === undefined || /\/\/|[\s<>{}?#"']|\/\./.test(path)) return null;
  return [origin, [path, ...others]];
}

function ofUrl(write: (w: Writer, origin: string, path: Text) => string): Table<Text>["forms"][string] {
  return (w, value) => {
    const parts = urlParts(value);
    return parts === null ? null : write(w, parts[0], parts[1]);
  };
}

export const texts: Table<Text> = {
  kind: "string",
  forms: {
    template: plainText,

    // Variables.
    const: around((w, inner) => w.declare("url", inner)),
    let: around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name}${w.ts(": string")} = ${inner};`);
      return name;
    }),
    var: around((w, inner) => {
      const name = w.name("url");
      w.add(`var ${name} = ${inner};`);
      return name;
    }),
    "var, declared twice": around((w, inner) => {
      const name = w.name("url");
      w.add(`var ${name} = ${inner};`);
      w.add(`var ${name};`);
      return name;
    }),
    "let, assigned later": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name};`);
      w.add(`${name} = ${inner};`);
      return name;
    }),
    "let, overwritten": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${wrong};`);
      w.add(`${name} = ${inner};`);
      return name;
    }),
    "let, shadowed": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${inner};`);
      w.add(`{ let ${name} = ${wrong}; ${name} += "x"; }`);
      return name;
    }),
    "const of a const": around((w, inner) => w.declare("alias", w.declare("url", inner))),
    "two in one declaration": around((w, inner) => {
      const [name, other] = [w.name("url"), w.name("other")];
      w.add(`const ${other} = ${wrong}, ${name} = ${inner};`);
      return name;
    }),
    "named export": around((w, inner) => {
      const name = w.name("url");
      if (w.isModuleLevel) {
        w.file.hasExports = true;
        w.add(`export const ${name} = ${inner};`);
      } else w.add(`const ${name} = ${inner};`);
      return name;
    }),
    "logical assignment ??=": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name};`);
      w.add(`${name} ??= ${inner};`);
      return name;
    }),
    "logical assignment ||=": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = "";`);
      w.add(`${name} ||= ${inner};`);
      return name;
    }),
    "logical assignment &&=": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${wrong};`);
      w.add(`${name} &&= ${inner};`);
      return name;
    }),
    "??= that does nothing": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${inner};`);
      w.add(`${name} ??= ${wrong};`);
      return name;
    }),

    // Pieces put together.
    concatenation: fromPieces((_, left, right) => `(${left} + ${right})`),
    "template of pieces": fromPieces((_, left, right) => `\`\${${left}}\${${right}}\``),
    "concat()": fromPieces((_, left, right) => `${left}.concat(${right})`),
    '"".concat()': fromPieces((_, left, right) => `"".concat(${left}, ${right})`),
    "join()": fromPieces((_, left, right) => `[${left}, ${right}].join("")`),
    "join() of a spread": fromPieces((w, left, right) => `[...${w.declare("parts", `[${left}, ${right}]`)}].join("")`),
    "filter(Boolean).join()": fromPieces((_, left, right) => `[${left}, "", ${right}, null].filter(Boolean).join("")`),
    "flat().join()": fromPieces((_, left, right) => `[[${left}], [${right}]].flat().join("")`),
    "reverse().join()": fromPieces((_, left, right) => `[${right}, ${left}].reverse().join("")`),
    "reduce()": fromPieces((_, left, right) => `[${left}, ${right}].reduce((all, each) => all + each, "")`),
    "reduceRight()": fromPieces((_, left, right) => `[${right}, ${left}].reduceRight((all, each) => all + each)`),
    "map().join()": fromPieces((_, left, right) => `[${left}, ${right}].map((each) => each.trim()).join("")`),
    "+=": fromPieces((w, left, right) => {
      const name = w.name("url");
      w.add(`let ${name} = ${left};`);
      w.add(`${name} += ${right};`);
      return name;
    }),
    "for…of": fromPieces((w, left, right) => {
      const name = w.name("url");
      w.add(`let ${name} = "";`);
      w.add(`for (const part of [${left}, ${right}]) ${name} += part;`);
      return name;
    }),
    "counted loop": fromPieces((w, left, right) => {
      const [name, parts] = [w.name("url"), w.declare("parts", `[${left}, ${right}]`)];
      w.add(`let ${name} = "";`);
      w.add(`for (let i = 0; i < ${parts}.length; i++) ${name} += ${parts}[i];`);
      return name;
    }),
    "while loop": fromPieces((w, left, right) => {
      const [name, parts] = [w.name("url"), w.declare("parts", `[${left}, ${right}]`)];
      w.add(`let ${name} = "";`);
      w.add(`while (${parts}.length > 0) ${name} += ${parts}.shift();`);
      return name;
    }),
    "forEach()": fromPieces((w, left, right) => {
      const name = w.name("url");
      w.add(`let ${name} = "";`);
      w.add(`[${left}, ${right}].forEach((part) => { ${name} += part; });`);
      return name;
    }),
    "Object.values().join()": fromPieces(
      (w, left, right) => `Object.values(${w.declare("pieces", `{ base: ${left}, path: ${right} }`)}).join("")`,
    ),
    "String.raw": (w, value) => {
      const parts = value.map((part) => (part === clientId ? `\${${w.clientId()}}` : String(part)));
      return /[\\`]/.test(value.filter((part) => typeof part === "string").join(""))
        ? null
        : `String.raw\`${parts.join("")}\``;
    },
    "tag of its own": fromPieces((w, left, right) => {
      const tag = w.name("url");
      w.add(`function ${tag}(parts, ...values) { return parts.map((part, i) => part + (values[i] ?? "")).join(""); }`);
      return `${tag}\`\${${left}}\${${right}}\``;
    }),

    // String methods.
    "replace()": (w, value) => {
      const template = pattern(value, "{id}");
      return template === null ? null : `${text(w, [template])}.replace("{id}", ${w.clientId()})`;
    },
    "replace() with a function": (w, value) => {
      const template = pattern(value, ":id");
      return template === null ? null : `${text(w, [template])}.replace(":id", () => ${w.clientId()})`;
    },
    "replace() with a pattern": (w, value) => {
      const template = pattern(value, "%id%");
      return template === null ? null : `${text(w, [template])}.replace(/%id%/, ${w.clientId()})`;
    },
    "replaceAll()": (w, value) => {
      const template = pattern(value, "<id>");
      return template === null ? null : `${text(w, [template])}.replaceAll("<id>", ${w.clientId()})`;
    },
    "replace() of a word": ofLiteral((w, characters) =>
      characters.includes("workos")
        ? `${text(w, [characters.replace("workos", "authkit")])}.replace("authkit", "workos")`
        : null,
    ),
    "split().join()": (w, value) => {
      const template = pattern(value, "{id}");
      return template === null ? null : `${text(w, [template])}.split("{id}").join(${w.clientId()})`;
    },
    "split()[i]": around((_, inner) => `("ignored|" + ${inner}).split("|")[1]`),
    "destructured split()": around((w, inner) => {
      const name = w.name("url");
      w.add(`const [, ${name}] = ("ignored|" + ${inner}).split("|");`);
      return name;
    }),
    "slice()": around((_, inner) => `("<<" + ${inner}).slice(2)`),
    "slice() with a negative end": around((_, inner) => `(${inner} + "//x").slice(0, -3)`),
    "substring()": around((_, inner) => `("<<" + ${inner}).substring(2)`),
    "trim()": around((_, inner) => `(" " + ${inner} + "\\n").trim()`),
    "trimStart()": around((_, inner) => `("\\t" + ${inner}).trimStart()`),
    "trimEnd()": around((_, inner) => `(${inner} + "  ").trimEnd()`),
    "toLowerCase()": ofLiteral((w, characters) =>
      characters === characters.toLowerCase() ? `${text(w, [characters.toUpperCase()])}.toLowerCase()` : null,
    ),
    "toUpperCase()": ofLiteral((w, characters) =>
      characters === characters.toUpperCase() ? `${text(w, [characters.toLowerCase()])}.toUpperCase()` : null,
    ),
    "padEnd()": ofLiteral((w, characters) =>
      characters.length > 1
        ? `${text(w, [characters.slice(0, -1)])}.padEnd(${String(characters.length)}, ${quote(characters.slice(-1))})`
        : null,
    ),
    "padStart()": ofLiteral((w, characters) =>
      characters.length > 1
        ? `${text(w, [characters.slice(1)])}.padStart(${String(characters.length)}, ${quote(characters.slice(0, 1))})`
        : null,
    ),
    "repeat()": around((_, inner) => `${inner}.repeat(1)`),
    "at() and slice()": ofLiteral((w, characters) => {
      if (characters === "") return null;
      const name = w.declare("word", quote(characters));
      return `(${name}.at(0) + ${name}.slice(1))`;
    }),
    "spread of letters": around((_, inner) => `[...${inner}].join("")`),
    "Array.from() of letters": around((_, inner) => `Array.from(${inner}).join("")`),
    "indexOf() and slice()": around((w, inner) => {
      const name = w.declare("joined", `"x=" + ${inner}`);
      return `${name}.slice(${name}.indexOf("=") + 1)`;
    }),
    "match()": around((w, inner) => `${w.declare("found", `("url " + ${inner}).match(/^url (.*)$/)`)}${w.ts("!")}[1]`),
    "exec()": around((_, inner) => `/^url (.*)$/.exec("url " + ${inner})[1]`),
    "named group": around((_, inner) => `("url " + ${inner}).match(/^url (?<rest>.*)$/).groups.rest`),
    "String()": around((_, inner) => `String(${inner})`),
    "toString()": around((_, inner) => `${inner}.toString()`),
    "valueOf()": around((_, inner) => `${inner}.valueOf()`),
    "template around it": around((_, inner) => `\`\${${inner}}\``),
    'with "" added': around((_, inner) => `("" + ${inner} + "")`),
    "decodeURIComponent()": ofLiteral(
      (_, characters) => `decodeURIComponent(${quote(encodeURIComponent(characters))})`,
    ),
    "String.fromCharCode()": ofLiteral((w, characters) => {
      const [first = "", rest] = [characters.slice(0, 1), characters.slice(1)];
      return rest === "" ? null : `(String.fromCharCode(${String(first.charCodeAt(0))}) + ${text(w, [rest])})`;
    }),
    "JSON.parse()": ofLiteral((_, characters) => `JSON.parse(${quote(quote(characters))})`),
    "JSON round trip": around((_, inner) => `JSON.parse(JSON.stringify({ url: ${inner} })).url`),
    "known ending": around((w, inner) => {
      const name = w.declare("url", inner);
      return `(${name}.endsWith("|") ? ${name}.slice(0, -1) : ${name})`;
    }),
    "endsWith() ? as it is : with a slash": ofLiteral((w, characters) => {
      if (!characters.endsWith("/")) return null;
      const name = w.declare("url", text(w, [w.choices.chance("bare", 0.5) ? characters.slice(0, -1) : characters]));
      return `(${name}.endsWith("/") ? ${name} : ${name} + "/")`;
    }),
    "startsWith() ? as it is : with a scheme": (w, value) => {
      const [first, ...others] = value;
      if (typeof first !== "string" || !first.startsWith("https://")) return null;
      const name = w.declare("host", text(w, w.choices.chance("bare", 0.5) ? [first.slice(8), ...others] : value));
      return `(${name}.startsWith("https://") ? ${name} : "https://" + ${name})`;
    },
    "replace(/\\/$/) and a slash": ofLiteral((w, characters) =>
      characters.endsWith("/") ? `(${text(w, [characters])}.replace(/\\/$/, "") + "/")` : null,
    ),
    "replace(/\\/+$/)": ofLiteral((w, characters) =>
      characters.endsWith("/") ? null : `${text(w, [`${characters}//`])}.replace(/\\/+$/, "")`,
    ),

    // Escapes.
    "\\u escapes": ofLiteral((_, characters) => escaped(characters, (code) => `\\u${hex(code, 4)}`)),
    "\\u{} escapes": ofLiteral((_, characters) => escaped(characters, (code) => `\\u{${hex(code, 1)}}`)),
    "\\x escapes": ofLiteral((_, characters) => escaped(characters, (code) => `\\x${hex(code, 2)}`)),
    "line continuation": ofLiteral((_, characters) =>
      characters.length > 4 ? `"${characters.slice(0, 4)}\\\n${characters.slice(4)}"` : null,
    ),
    "single quotes": ofLiteral((_, characters) => (/['"\\]/.test(characters) ? null : `'${characters}'`)),
    "template without an expression": ofLiteral((_, characters) => `\`${templateCharacters(characters)}\``),
    "escapes in a template": (w, value) => {
      if (value.length === 1 && !isLiteral(value)) return null;
      const plain = isLiteral(value) ? `\`${templateCharacters(value.join(""))}\`` : plainText(w, value);
      return plain.replace("https", "\\x68ttps");
    },

    // URL.
    "new URL().href": ofUrl((w, origin, path) => `new URL(${text(w, path)}, ${text(w, [origin])}).href`),
    "new URL().toString()": ofUrl((w, origin, path) => {
      const url = w.declare("url", `new URL(${text(w, [origin])})`);
      w.add(`${url}.pathname = ${text(w, path)};`);
      return `${url}.toString()`;
    }),
    "String(new URL())": ofUrl((w, origin, path) => `String(new URL(${text(w, [origin, ...path])}))`),
    "template of a URL": ofUrl((w, origin, path) => `\`\${new URL(${text(w, [origin, ...path])})}\``),
    "origin of a URL": ofUrl((w, origin, path) => `(new URL(${text(w, [`${origin}/x?y`])}).origin + ${text(w, path)})`),
    "origin, destructured": ofUrl((w, origin, path) => {
      const name = w.name("origin");
      w.add(`const { origin${name === "origin" ? "" : `: ${name}`} } = new URL(${text(w, [`${origin}/x`])});`);
      return `(${name} + ${text(w, path)})`;
    }),
    "host of a URL": ofUrl((w, origin, path) => `("https://" + new URL(${text(w, [origin])}).host + ${text(w, path)})`),

    // Functions.
    "arrow function": fromPieces(
      (w, left, right) => `${w.declare("url", `(path${w.ts(": string")}) => ${left} + path`)}(${right})`,
    ),
    "function, called before it is written": fromPieces((w, left, right) => {
      const name = w.name("url");
      const result = w.declare("issuer", `${name}(${right})`);
      w.add(`function ${name}(path${w.ts(": string")}) { return \`\${${left}}\${path}\`; }`);
      return result;
    }),
    "default parameter": fromPieces(
      (w, left, right) => `${w.declare("url", `(path, base = ${left}) => base + path`)}(${right})`,
    ),
    "rest parameter": fromPieces(
      (w, left, right) => `${w.declare("url", '(...parts) => parts.join("")')}(${left}, ${right})`,
    ),
    "spread arguments": fromPieces(
      (w, left, right) => `${w.declare("url", "(base, path) => base + path")}(...[${left}, ${right}])`,
    ),
    "options object": fromPieces(
      (w, left, right) =>
        `${w.declare("url", '({ base, path = "" }) => base + path')}({ base: ${left}, path: ${right} })`,
    ),
    "curried function": fromPieces(
      (w, left, right) => `${w.declare("url", "(base) => (path) => base + path")}(${left})(${right})`,
    ),
    "bind()": fromPieces((w, left, right) => {
      const join = w.name("join");
      w.add(`function ${join}(base, path) { return base + path; }`);
      return `${join}.bind(null, ${left})(${right})`;
    }),
    "call()": fromPieces((w, left, right) => {
      const join = w.name("join");
      w.add(`function ${join}(base, path) { return base + path; }`);
      return `${join}.call(undefined, ${left}, ${right})`;
    }),
    "apply()": fromPieces((w, left, right) => {
      const join = w.name("join");
      w.add(`function ${join}() { return arguments[0] + arguments[1]; }`);
      return `${join}.apply(null, [${left}, ${right}])`;
    }),
    IIFE: around((_, inner) => `(() => ${inner})()`),
    "IIFE with an argument": fromPieces((_, left, right) => `((base) => { return base + ${right}; })(${left})`),
    "function expression": around((_, inner) => `(function () { return ${inner}; })()`),
    "early return": around((w, inner) => {
      const [pick, kind] = [w.name("pick"), w.choices.chance("other", 0.5)];
      w.add(
        `function ${pick}(kind) ${body(`if (kind === "${kind ? "other" : "this"}") return ${kind ? wrong : inner};`, `return ${kind ? inner : wrong};`)}`,
      );
      return `${pick}("this")`;
    }),
    "switch on a known word": around((w, inner) => {
      const pick = w.name("pick");
      w.add(
        `function ${pick}(kind) { switch (kind) { case "other": return ${wrong}; case "this": return ${inner}; default: return ""; } }`,
      );
      return `${pick}("this")`;
    }),
    "switch that falls through": around((w, inner) => {
      const [name, kind] = [w.name("url"), w.declare("kind", '"first"')];
      w.add(`let ${name};`);
      w.add(
        `switch (${kind}) { case "first": case "second": ${name} = ${inner}; break; default: ${name} = ${wrong}; }`,
      );
      return name;
    }),
    closure: around((w, inner) => {
      const make = w.name("make");
      w.add(`function ${make}() { const kept = ${inner}; return () => kept; }`);
      return `${make}()()`;
    }),
    generator: around((w, inner) => {
      const steps = w.name("steps");
      w.add(`function* ${steps}() { yield ${inner}; yield ${wrong}; }`);
      return `${steps}().next().value`;
    }),
    recursion: fromPieces((w, left, right) => {
      const [join, parts] = [w.name("join"), w.declare("parts", `[${left}, ${right}]`)];
      w.add(`function ${join}(i) { return i === ${parts}.length ? "" : ${parts}[i] + ${join}(i + 1); }`);
      return `${join}(0)`;
    }),
    memo: around((w, inner) => {
      const [cache, read] = [w.name("cache"), w.name("read")];
      w.add(`let ${cache};`);
      w.add(`const ${read} = () => (${cache} ??= ${inner});`);
      w.add(`${read}();`);
      return `${read}()`;
    }),
    "callback parameter": around((w, inner) => `${w.declare("use", "(make) => make()")}(() => ${inner})`),

    // Tables.
    "lookup table": around((w, inner) => `${w.declare("urls", `{ other: ${wrong}, shared: ${inner} }`)}.shared`),
    "lookup by a variable": around((w, inner) => {
      const urls = w.declare("urls", `{ other: ${wrong}, shared: ${inner} }`);
      return `${urls}[${w.declare("kind", '"shared"')}]`;
    }),
    "lookup by a computed name": around(
      (w, inner) => `${w.declare("urls", `{ sharedUrl: ${inner}, otherUrl: ${wrong} }`)}["shared" + "Url"]`,
    ),
    "lookup in a frozen table": around(
      (w, inner) => `${w.declare("urls", `Object.freeze({ shared: ${inner} })`)}.shared`,
    ),
    "optional chaining": around((w, inner) => `${w.declare("urls", `{ shared: ${inner} }`)}?.shared`),
    "nested table": around((w, inner) => `${w.declare("urls", `{ workos: { shared: ${inner} } }`)}["workos"].shared`),
    "table filled later": around((w, inner) => {
      const urls = w.declare("urls", `{}${w.ts(" as Record<string, string>")}`);
      w.add(`${urls}.shared = ${inner};`);
      return `${urls}.shared`;
    }),
    "table overwritten": around((w, inner) => {
      const urls = w.declare("urls", `{ shared: ${wrong} }`);
      w.add(`${urls}["shared"] = ${inner};`);
      return `${urls}.shared`;
    }),
    "table overwritten through an alias": around((w, inner) => {
      const urls = w.declare("urls", `{ shared: ${wrong} }`);
      w.add(`${w.declare("alias", urls)}.shared = ${inner};`);
      return `${urls}.shared`;
    }),
    "Object.assign() to a table": around((w, inner) => {
      const urls = w.declare("urls", `{ shared: ${wrong} }`);
      w.add(`Object.assign(${urls}, { shared: ${inner} });`);
      return `${urls}.shared`;
    }),
    "table, destructured": around((w, inner) => {
      const name = w.name("url");
      w.add(`const { shared: ${name} } = { other: ${wrong}, shared: ${inner} };`);
      return name;
    }),
    "default of a pattern": around((w, inner) => {
      const name = w.name("url");
      w.add(`const { shared: ${name} = ${inner} } = {}${w.ts(" as Record<string, string>")};`);
      return name;
    }),
    "list element": around((w, inner) => `${w.declare("urls", `[${wrong}, ${inner}]`)}[1]`),
    "at(-1)": around((w, inner) => `${w.declare("urls", `[${wrong}, ${inner}]`)}.at(-1)`),
    "list, destructured": around((w, inner) => {
      const name = w.name("url");
      w.add(`const [, ${name}] = [${wrong}, ${inner}];`);
      return name;
    }),
    "find()": around(
      (w, inner) =>
        `${w.declare("urls", `[["other", ${wrong}], ["shared", ${inner}]]`)}.find(([kind]) => kind === "shared")[1]`,
    ),
    "Object.entries().find()": around(
      (w, inner) =>
        `Object.entries(${w.declare("urls", `{ other: ${wrong}, shared: ${inner} }`)}).find(([kind]) => kind === "shared")[1]`,
    ),
    "Object.fromEntries()": around(
      (_, inner) => `Object.fromEntries([["other", ${wrong}], ["shared", ${inner}]]).shared`,
    ),
    "Map.get()": around(
      (w, inner) => `${w.declare("urls", `new Map([["other", ${wrong}], ["shared", ${inner}]])`)}.get("shared")`,
    ),
    "Map.set()": around((w, inner) => {
      const urls = w.declare("urls", "new Map()");
      w.add(`${urls}.set("shared", ${inner});`);
      return `${urls}.get("shared")`;
    }),
    "a Set, spread": around((_, inner) => `[...new Set([${inner}])][0]`),
    "table with a getter": around((w, inner) => `${w.declare("urls", `{ get shared() { return ${inner}; } }`)}.shared`),
    "table with a method": around((w, inner) => `${w.declare("urls", `{ shared() { return ${inner}; } }`)}.shared()`),
    "table with this": fromPieces(
      (w, left, right) =>
        `${w.declare("urls", `{ base: ${left}, shared() { return this.base + ${right}; } }`)}.shared()`,
    ),
    "prototype of a table": around(
      (w, inner) => `${w.declare("urls", `{ __proto__: { shared: ${inner} }, other: ${wrong} }`)}.shared`,
    ),
    "Object.create()": around((w, inner) => `Object.create(${w.declare("urls", `{ shared: ${inner} }`)}).shared`),
    "spread table": around(
      (w, inner) => `({ shared: ${wrong}, ...${w.declare("urls", `{ shared: ${inner} }`)} }).shared`,
    ),
    "structuredClone()": around((_, inner) => `structuredClone({ shared: ${inner} }).shared`),

    // Classes, enums, namespaces.
    "static field": around((w, inner) => {
      const name = w.name("Urls");
      w.add(`class ${name} { static shared = ${inner}; }`);
      return `${name}.shared`;
    }),
    "static getter": around((w, inner) => {
      const name = w.name("Urls");
      w.add(`class ${name} { static get shared() { return ${inner}; } }`);
      return `${name}.shared`;
    }),
    "static block": around((w, inner) => {
      const name = w.name("Urls");
      w.add(`class ${name} { static shared; static { this.shared = ${inner}; } }`);
      return `${name}.shared`;
    }),
    "static method with this": fromPieces((w, left, right) => {
      const name = w.name("Urls");
      w.add(`class ${name} { static base = ${left}; static url(path) { return this.base + path; } }`);
      return `${name}.url(${right})`;
    }),
    "field of an instance": around((w, inner) => {
      const name = w.name("Urls");
      w.add(`class ${name} { shared = ${inner}; }`);
      return `new ${name}().shared`;
    }),
    "constructor and method": fromPieces((w, left, right) => {
      const name = w.name("Host");
      w.add(`class ${name} { constructor(base) { this.base = base; } url(path) { return this.base + path; } }`);
      return `new ${name}(${left}).url(${right})`;
    }),
    "private field": around((w, inner) => {
      const name = w.name("Urls");
      w.add(`class ${name} { #shared = ${inner}; get shared() { return this.#shared; } }`);
      return `new ${name}().shared`;
    }),
    "inherited method": around((w, inner) => {
      const [base, name] = [w.name("Base"), w.name("Urls")];
      w.add(`class ${base} { url() { return ${inner}; } }`);
      w.add(`class ${name} extends ${base} { url() { return super.url(); } }`);
      return `new ${name}().url()`;
    }),
    "enum member": ofLiteral((w, characters) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const name = w.name("Url");
      w.add(`enum ${name} { Other = ${wrong}, Shared = ${quote(characters)} }`);
      return w.choices.chance("bracket", 0.3) ? `${name}["Shared"]` : `${name}.Shared`;
    }),
    "const enum member": ofLiteral((w, characters) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const name = w.name("Url");
      w.add(`const enum ${name} { Shared = ${quote(characters)} }`);
      return `${name}.Shared`;
    }),
    "enum of strings put together": ofLiteral((w, characters) => {
      if (!w.typescript || !w.isModuleLevel || characters.length < 2) return null;
      const name = w.name("Url");
      w.add(`enum ${name} { Base = ${quote(characters.slice(0, 1))}, Shared = Base + ${quote(characters.slice(1))} }`);
      return `${name}.Shared`;
    }),
    "namespace constant": (w, value) => {
      if (!w.typescript || !w.isModuleLevel) return null;
      const [name, inner] = [w.name("Urls"), text(w, value)];
      w.add(`namespace ${name} { export const shared = ${inner}; }`);
      return `${name}.shared`;
    },

    // What changes nothing.
    comma: around((_, inner) => `(0, ${inner})`),
    "void 0, comma": around((_, inner) => `(void 0, ${inner})`),
    parentheses: around((_, inner) => `((${inner}))`),
    "as string": around((w, inner) => (w.typescript ? `(${inner} as string)` : `(${inner})`)),
    "as unknown as string": around((w, inner) => (w.typescript ? `(${inner} as unknown as string)` : `(${inner})`)),
    satisfies: around((w, inner) => (w.typescript ? `(${inner} satisfies string)` : `(${inner})`)),
    "non-null assertion": around((w, inner) => (w.typescript ? `${inner}!` : `(${inner})`)),
    "?? of something set": around((_, inner) => `(${inner} ?? ${wrong})`),
    "|| of something set": aroundSet((_, inner) => `(${inner} || ${wrong})`),
    "&& of something set": around((_, inner) => `(${wrong} && ${inner})`),
    "?? of undefined": around((_, inner) => `(undefined ?? ${inner})`),
    "|| of an empty string": around((_, inner) => `("" || ${inner})`),
    "known condition": around((w, inner) => w.choose(true, inner, wrong, true)),
    "known condition, the other arm": around((w, inner) => w.choose(false, wrong, inner)),
    "assignment as an expression": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name};`);
      return `(${name} = ${inner})`;
    }),
    "try and catch": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name};`);
      w.add(`try { ${name} = ${inner}; } catch { ${name} = ${wrong}; }`);
      return name;
    }),
    "catch after a throw": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${wrong};`);
      w.add(`try { throw new Error("no"); } catch { ${name} = ${inner}; }`);
      return name;
    }),
    finally: around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name};`);
      w.add(`try { ${name} = ${wrong}; } finally { ${name} = ${inner}; }`);
      return name;
    }),
    "labelled block": aroundSet((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${wrong};`);
      w.add(`done: { ${name} = ${inner}; if (${name}) break done; ${name} = ${wrong}; }`);
      return name;
    }),
    "do while": around((w, inner) => {
      const name = w.name("url");
      w.add(`let ${name} = ${wrong};`);
      w.add(`do { ${name} = ${inner}; } while (false);`);
      return name;
    }),
  },
};
