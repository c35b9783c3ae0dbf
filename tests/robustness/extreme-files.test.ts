/** Files that nobody writes by hand: no exception and no noticeable pause, whatever they cost the parser. */
import { expect, it } from "vitest";
import { extremeFiles } from "./extreme-files.js";
import { timedLint } from "./timed-lint.js";

/** Nobody waits for a hang. Processor time, that of the garbage collector included, on a machine that has other things to do. */
const milliseconds = 6000;
/** What a report may cost beyond that: some of these files draw tens of thousands. */
const millisecondsPerReport = 0.1;

/** The parser runs out of stack on those that are nested deeply; where, depends on the machine. */
const mayEndAtTheParser = /^\d{3,} nested: /;

it.each(extremeFiles.map(({ name, text }): [string, () => string] => [name, text]))("%s", (name, text) => {
  const { messages, rules, isParsed } = timedLint(text());
  expect(isParsed || mayEndAtTheParser.test(name)).toBe(true);
  expect(rules).toBeLessThan(milliseconds + messages.length * millisecondsPerReport);
});
