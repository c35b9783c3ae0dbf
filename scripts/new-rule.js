// Makes a rule with all that belongs to it: file, test, page and entry in the list. What it reports is made up; everything passes until that is changed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "./install.js";

const usage = `Usage: npm run new-rule <name>

  no-…, require-…, valid-…, consistent-…, prefer-…   a rule on auth.config
  env-…                                              a rule on .env files
  convex-json-…                                      a rule on convex.json
  callback-…                                         a rule on the callback route of Next.js

With -- --fix it repairs what it reports, with -- --suggest it offers a repair in the editor.
`;

const list = "src/rules/index.ts";

/** What the metadata of a rule says about its repair. */
const repairs = { none: "only reports", fix: "fixes", suggest: "suggests" };

/** @typedef {keyof typeof repairs} Repair */

process.exitCode = await run(process.argv.slice(2));

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit code
 */
async function run(words) {
  const [name = "", ...others] = words.filter((word) => !word.startsWith("--"));
  const repair = repairOf(words.filter((word) => word.startsWith("--")));
  const kind = kindOf(name);
  if (kind === null || repair === null || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const files = {
    [`src/rules/${name}.ts`]: fill(`${kind.template}.rule`, name, repair),
    [`tests/rules/${name}.test.ts`]: fill(`${kind.template}.test`, name, repair),
    [`docs/rules/${name}.md`]: fill(`${kind.template}.page`, name, repair),
  };
  const present = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (present.length > 0) {
    process.stderr.write(`There is ${present.join(", ")} already.\n`);
    return 2;
  }
  const changed = { ...files, [list]: withEntry(readFileSync(join(root, list), "utf8"), name, kind.list) };
  for (const [path, text] of Object.entries(changed)) writeFileSync(join(root, path), await formatted(path, text));
  process.stdout.write(`${Object.keys(changed).join("\n")}

Next:
  Put what the rule is about in the place of each TODO.
  Move it in ${list} to where the docs are to list it.
  npm run build && npm run docs
  npx vitest run tests/rules/${name}.test.ts
`);
  return 0;
}

/**
 * The templates of a rule, and the list that it belongs to; null where no rule may have that name.
 *
 * @param {string} name
 */
function kindOf(name) {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) return null;
  if (name.startsWith("env-")) return { template: "env", list: "envFileRules" };
  if (/^convex-json-./.test(name)) return { template: "convex-json", list: "convexJsonRules" };
  if (name.startsWith("callback-")) return { template: "callback", list: "callbackRouteRules" };
  return /^(?:no|require|valid|consistent|prefer)-/.test(name)
    ? { template: "auth-config", list: "authConfigRules" }
    : null;
}

/**
 * @param {string[]} options
 * @returns {Repair | null} null for options that there are not
 */
function repairOf([option = "--none", ...others]) {
  const repair = option.slice("--".length);
  return others.length === 0 && Object.hasOwn(repairs, repair) ? /** @type {Repair} */ (repair) : null;
}

/**
 * A template for one rule. A line that begins with kinds of repair, as in `[fix|suggest]`, is there for these alone.
 *
 * @param {string} template
 * @param {string} name
 * @param {Repair} repair
 */
function fill(template, name, repair) {
  const [, word] = /^(?:env-|convex-json-|callback-)?([a-z]+)/.exec(name) ?? [];
  const isAdvice = word === "prefer";
  /** @type {Record<string, string>} */
  const values = {
    name,
    verb: word === "no" ? "Disallow" : isAdvice ? "Enforce" : "Require",
    type: isAdvice ? "suggestion" : "problem",
    level: isAdvice ? "warn" : "error",
    repairs: repairs[repair],
  };
  const text = readFileSync(join(import.meta.dirname, `new-rule/${template}.txt`), "utf8");
  return text
    .replaceAll(/^\[((?:none|fix|suggest)(?:\|\w+)*)\](.*\n)/gm, (_, kinds, line) =>
      kinds.split("|").includes(repair) ? line : "",
    )
    .replaceAll(/__(\w+?)__/g, (_, key) => values[key] ?? "");
}

/**
 * @param {string} path
 * @param {string} text
 */
async function formatted(path, text) {
  const parser = path.endsWith(".md") ? "markdown" : "typescript";
  return format(text, { ...(await resolveConfig(join(root, path))), parser });
}

/**
 * The list of rules with one more, at the end of the list of its kind; the imports stay sorted.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} listName
 */
function withEntry(text, name, listName) {
  const local = name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const line = `import ${local} from "./${name}.js";`;
  const imports = text.split("\n").filter((each) => /^import \w+ from "\.\/.*";$/.test(each));
  const next = imports.find((each) => each > line);
  const imported =
    next === undefined
      ? text.replace(/(?<=^import \w+ from "\.\/.*";\n)(?!import)/m, () => `${line}\n`)
      : text.replace(next, () => `${line}\n${next}`);
  const start = imported.indexOf(`export const ${listName}`);
  const end = imported.indexOf("];", start);
  if (start === -1 || end === -1) throw new Error(`${list} has no list ${listName}.`);
  const isOneLine = !imported.slice(start, end).includes("\n");
  return `${imported.slice(0, end)}${isOneLine ? `, ${local}` : `  ${local},\n`}${imported.slice(end)}`;
}
