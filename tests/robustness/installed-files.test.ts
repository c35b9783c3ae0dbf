/** Real code of every style, old and new, that nobody wrote for this plugin: every fourth file that is installed here, as if it were an auth config. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { timedLint } from "./timed-lint.js";

const installed = join(import.meta.dirname, "../../node_modules");
const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name))
  .filter((_, index) => index % 4 === 0);

/** Processor time for a file of up to a megabyte; a larger one may take as much again for each megabyte more. */
const milliseconds = 1000;
const megabyte = 1_000_000;

it(`${String(files.length)} files`, () => {
  let parsed = 0;
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const limit = milliseconds * Math.max(1, text.length / megabyte);
    let { isParsed, rules } = timedLint(text);
    // What the collector does meanwhile is counted as well, and it may clear up after others: not every time.
    for (let again = 0; rules >= limit && again < 3; again++) ({ isParsed, rules } = timedLint(text));
    if (isParsed) parsed += 1;
    expect(rules, file).toBeLessThan(limit);
  }
  expect(parsed).toBeGreaterThan(files.length * 0.9);
}, 3_600_000);
