/** The cases that the tests of all rules state: broken files, for other suites that need one for each message. */
import { readdirSync } from "node:fs";
import type { InvalidFile } from "./file-rule-tester.js";
import type { InvalidCase } from "./rule-tester.js";

interface OfRule<Case> {
  readonly rule: string;
  readonly invalid: Case;
}

interface Collected {
  /** Of the rules on `auth.config`. */
  readonly authConfigs: OfRule<InvalidCase>[];
  /** Of the rules on the files around it. */
  readonly files: OfRule<InvalidFile>[];
}

/** Null while the tests of a rule run, and nothing is collected. */
let collected: Collected | null = null;

/** Takes the cases of a rule; false where they are to be run. */
export function collect<Kind extends keyof Collected>(
  kind: Kind,
  rule: string,
  cases: readonly Collected[Kind][number]["invalid"][],
): boolean {
  if (collected == null) return false;
  const list: OfRule<Collected[Kind][number]["invalid"]>[] = collected[kind];
  list.push(...cases.map((invalid) => ({ rule, invalid })));
  return true;
}

/** Reads the tests of some rules without running them. */
export async function collectCases(rules: readonly string[]): Promise<Readonly<Collected>> {
  const found: Collected = { authConfigs: [], files: [] };
  const names = readdirSync(import.meta.dirname).map((name) => name.replace(/\.test\.ts$/u, ""));
  collected = found;
  for (const name of names.filter((each) => rules.includes(each))) await import(`./${name}.test.ts`);
  collected = null;
  return found;
}
