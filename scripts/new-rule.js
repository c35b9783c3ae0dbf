// Makes a rule with all that belongs to it: file, test, page and entry in the list. What it reports is made up; everything passes until that is changed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.js";

const usage = `Usage: npm run new-rule <name>

  no-…, require-…, valid-…, consistent-…, prefer-…   a rule on auth.config
  env-…                                              a rule on .env files
  convex-json-…                                      a rule on convex.json
`;

const list = "src/rules/index.ts";

process.exitCode = run(process.argv.slice(2));

/**
 * @param {string[]} names
 * @returns {number} the exit code
 */
function run([name = "", ...others]) {
  const kind = kindOf(name);
  if (kind === null || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const files = {
    [`src/rules/${name}.ts`]: fill(`${kind.template}.rule`, name),
    [`tests/rules/${name}.test.ts`]: fill(`${kind.template}.test`, name),
    [`docs/rules/${name}.md`]: fill(`${kind.template}.page`, name),
  };
  const present = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (present.length > 0) {
    process.stderr.write(`There is ${present.join(", ")} already.\n`);
    return 2;
  }
  const changed = { ...files, [list]: withEntry(readFileSync(join(root, list), "utf8"), name, kind.list) };
  for (const [path, text] of Object.entries(changed)) writeFileSync(join(root, path), text);
  process.stdout.write(`${Object.keys(changed).join("\n")}

Next:
  Put what the rule is about in the place of each TODO.
  Move it in ${list} to where the docs are to list it.
  Add it to the table in tests/contract/plugin.test.ts, and a file that it reports in tests/contract/broken-app.ts or tests/hosts/cases.ts.
  npm run build && npm run docs
  npx vitest run tests/rules/${name}.test.ts
`);
  return 0;
}

/**
 * The templates of a rule and the list that it belongs to, by its name; null where no rule may have that name.
 *
 * @param {string} name
 */
function kindOf(name) {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) return null;
  if (name.startsWith("env-")) return { template: "env", list: "envFileRules" };
  if (/^convex-json-./.test(name)) return { template: "convex-json", list: "convexJsonRules" };
  return /^(?:no|require|valid|consistent|prefer)-/.test(name)
    ? { template: "auth-config", list: "authConfigRules" }
    : null;
}

/**
 * @param {string} template
 * @param {string} name
 */
function fill(template, name) {
  const [, word] = /^(?:env-|convex-json-)?([a-z]+)/.exec(name) ?? [];
  const isAdvice = word === "prefer";
  /** @type {Record<string, string>} */
  const values = {
    name,
    verb: word === "no" ? "Disallow" : isAdvice ? "Enforce" : "Require",
    type: isAdvice ? "suggestion" : "problem",
    level: isAdvice ? "warn" : "error",
  };
  const text = readFileSync(join(import.meta.dirname, `new-rule/${template}.txt`), "utf8");
  return text.replaceAll(/__(\w+?)__/g, (_, key) => values[key] ?? "");
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
