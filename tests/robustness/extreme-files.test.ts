/** Files that nobody writes by hand: no exception and no noticeable pause, whatever they cost the parser. */
import { expect, it } from "vitest";
import { extremeFiles } from "./extreme-files.js";
import { timedLint } from "./timed-lint.js";

/** A second is what is allowed; three of them leave room for a busy machine and for the coverage counters. */
const milliseconds = 3000;
/** What a report may cost beyond that: some of these files draw tens of thousands. */
const millisecondsPerReport = 0.1;

it.each(extremeFiles.map(({ name, text }): [string, () => string] => [name, text]))("%s", (_, text) => {
  const { messages, rules } = timedLint(text());
  expect(rules).toBeLessThan(milliseconds + messages.length * millisecondsPerReport);
});

it("most of them are read by the rules, and do not end at the parser", () => {
  const parsed = extremeFiles.filter(({ name }) => !name.startsWith("10000 nested")).filter(({ text }) => timedLint(text()).isParsed);
  expect(parsed.length).toBeGreaterThan(200);
});
