/** Files that nobody writes by hand: no exception and no noticeable pause, whatever they cost the parser. */
import { expect, it } from "vitest";
import { extremeFiles } from "./extreme-files.js";
import { timedLint } from "./timed-lint.js";

/** Nobody waits for a hang. Processor time, that of the garbage collector included, on a machine that has other things to do. */
const milliseconds = 6000;
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
