/**
 * Generates programs: auth configs as somebody writes them who likes to program. A program is a meaning, spelled in forms that
 * chance combines, together with the worlds in which it is to be run.
 */
import { arms } from "./arms.js";
import { Choices } from "./choices.js";
import { clientIds } from "./client-ids.js";
import { conditions, spellTest } from "./conditions.js";
import type { Condition } from "./conditions.js";
import { decoys } from "./decoys.js";
import { exportForms } from "./exports.js";
import { elements } from "./families.js";
import { list } from "./lists.js";
import { either, expectedProviders, sessionProvider, sharedProvider } from "./meaning.js";
import type { Branch, Meaning } from "./meaning.js";
import type { Scene } from "./modules.js";
import { harmless, plantings, wrongExports } from "./variations.js";
import type { Variation } from "./variations.js";
import { FileWriter, Writer } from "./writer.js";
import type { Solo, Speller } from "./writer.js";

export interface Program {
  readonly seed: number;
  readonly text: string;
  readonly filename: "auth.config.js" | "auth.config.ts";
  /** The worlds in which it must be sound, or is broken in at least one. */
  readonly scenes: readonly Scene[];
  /** The providers that each scene must give; null where the export is not a config. */
  readonly expected: readonly unknown[] | null;
  /** What was done to a sound config to break it, with the condition on which it depends. */
  readonly planted: readonly string[];
  /** The forms that are not plain, as `kind: name`. */
  readonly forms: readonly string[];
  /** Whether it may differ if promise callbacks run before the export is read. */
  readonly asynchronous: boolean;
  /** The decisions that were not plain. */
  readonly taken: readonly string[];
}

export interface ProgramOptions {
  /** Decisions that are plain whatever the seed says. */
  readonly plain?: ReadonlySet<string>;
  /** The only form that is not plain; without it, forms come as the seed says. */
  readonly solo?: Solo;
  /** What breaks the program, instead of chance; null for nothing. */
  readonly planting?: Variation | null;
  /** Whether what is planted depends on a condition, instead of chance. */
  readonly conditional?: boolean;
  /** What the condition changes in a program with one unusual form that is sound. */
  readonly varied?: Variation;
  /** The condition, instead of chance. */
  readonly condition?: string;
}

const clientIdInScenes = "client_01HENVMAIN00000000000000AA";

const scene: Scene = {
  variables: {
    WORKOS_CLIENT_ID: clientIdInScenes,
    STAGE: "dev",
    REGION: "eu",
    HOME_REGION: "us",
    LEGACY_TOKENS: "yes",
  },
  imports: { flags: { legacy: false, staged: true }, version: 3 },
};

/** The program of a seed. */
export function generate(seed: number, options: ProgramOptions = {}): Program {
  const choices = Choices.from(seed, options.plain);
  const typescript = !choices.chance("JavaScript", options.solo === undefined ? 0.25 : 0);
  const density = choices.oneOf("density", [0.06, 0.12, 0.25, 0.4, 0.6]);
  const chosen = chooseConditions(choices.at("conditions"), options);
  const { meaning, planted } = mean(choices.at("meaning"), options);

  const file = new FileWriter({ typescript, density, solo: options.solo ?? null });
  const used = new Set<number>();
  const w = new Writer(file, choices.at("text"), spellerOf(file, chosen, used), file.statements);
  bindClientId(w);
  writeDecoys(w, choices.at("decoys"));
  if (meaning.exported === "config") w.write(exportForms, meaning.providers);
  else writeWrongExport(w, meaning);
  writeAfter(w);

  const worlds = scenesOf(chosen, used);
  return {
    seed,
    text: `${[...file.imports, ...file.top, ...file.statements].join("\n")}\n`,
    filename: typescript ? "auth.config.ts" : "auth.config.js",
    scenes: worlds.map((each) => each.scene),
    expected:
      meaning.exported === "config"
        ? worlds.map(({ truths }) => expectedProviders(meaning, truths, clientIdInScenes))
        : null,
    planted,
    forms: [...file.used],
    asynchronous: file.asynchronous,
    taken: choices.taken,
  };
}

function chooseConditions(choices: Choices, { condition }: ProgramOptions): readonly Condition[] {
  const first = conditions.find(({ name }) => name === condition) ?? choices.oneOf("first", conditions);
  return [
    first,
    choices.oneOf(
      "second",
      // Two conditions that one value decides would be one condition.
      conditions.filter(({ scene }) => scene !== first.scene),
    ),
  ];
}

function mean(
  choices: Choices,
  options: ProgramOptions,
): { readonly meaning: Meaning; readonly planted: readonly string[] } {
  let meaning: Meaning = { providers: [sharedProvider, sessionProvider], exported: "config" };
  const planted: string[] = [];
  const vary = (variation: Variation, branch: Branch | null): boolean => {
    const varied = variation.apply(meaning);
    if (varied === null) return false;
    meaning = branch === null ? varied : either(branch, varied, meaning);
    return true;
  };
  if (options.solo === undefined) {
    if (choices.chance("varied", 0.4)) vary(choices.oneOf("variation", harmless), null);
    if (choices.chance("varied by a condition", 0.3)) {
      const branch = { condition: 1, holds: choices.chance("holds", 0.5) };
      vary(choices.oneOf("conditional variation", harmless), branch);
    }
  } else if (options.varied !== undefined) {
    vary(options.varied, { condition: 0, holds: true });
  }
  const planting = options.planting === undefined ? choosePlanting(choices) : options.planting;
  if (planting !== null) {
    const isConditional = options.conditional ?? choices.chance("under a condition", 0.4);
    const branch =
      isConditional && !wrongExports.includes(planting)
        ? { condition: 0, holds: !choices.chance("where it does not hold", 0.5) }
        : null;
    if (vary(planting, branch)) planted.push(planting.name + (branch === null ? "" : " under a condition"));
  }
  return { meaning, planted };
}

function choosePlanting(choices: Choices): Variation | null {
  if (!choices.chance("broken", 0.55)) return null;
  return choices.chance("wrong export", 0.08)
    ? choices.oneOf("wrong export", wrongExports)
    : choices.oneOf("planting", plantings);
}

function spellerOf(file: FileWriter, chosen: readonly Condition[], used: Set<number>): Speller {
  return {
    test: (w, test) => {
      if (typeof test !== "boolean") used.add(test.condition);
      return spellTest(w, test, chosen);
    },
    choose: (w, conditional) => w.write(arms, conditional),
    clientId: (w) => {
      const [first, ...others] = file.clientIds;
      // The ID is asked for while it is being bound.
      if (first === undefined) return "process.env.WORKOS_CLIENT_ID";
      if (others.length < 2 && file.solo === null && w.choices.chance("another spelling", file.density * 0.3))
        bindClientId(w);
      return w.choices.oneOf("spelling", file.clientIds);
    },
  };
}

function bindClientId(w: Writer): void {
  w.file.clientIds.push(w.atTop("client ID").write(clientIds, null));
}

function writeDecoys(w: Writer, choices: Choices): void {
  const count = choices.oneOf("count", [1, 1, 2]);
  for (let index = 0; index < count; index++) w.write(decoys, null);
}

/** Statements after the export; none of them changes anything. */
function writeAfter(w: Writer): void {
  if (w.file.solo === null && w.choices.chance("after", 0.05)) w.add("// end of the config");
}

function writeWrongExport(w: Writer, { providers, exported }: Meaning): void {
  const written = list(w.at("list"), elements(w.at("elements"), providers));
  const name = w.name("authConfig");
  switch (exported) {
    case "list":
      return w.add(`export default ${written};`);
    case "function":
      return w.add(`export default () => ({ providers: ${written} });`);
    case "named":
      return w.add(`export const ${name} = { providers: ${written} };`);
    case "null":
      w.add(`const ${name} = { providers: ${written} };`);
      w.add(`void ${name};`);
      return w.add("export default null;");
    case "key":
      return w.add(`export default { provider: ${written} };`);
    case "bigint":
      return w.add(`export default { version: 1n, providers: ${written} };`);
    case "cycle":
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = { providers: ${written} };`);
      w.add(`${name}.self = ${name};`);
      return w.add(`export default ${name};`);
    case "text":
      return w.add(`export default JSON.stringify({ providers: ${written} });`);
    case "element":
      return w.add(`export default { providers: [...${written}, false] };`);
    case "throws":
      w.add(`const ${name}${w.ts(": Record<string, unknown>")} = Object.freeze({ providers: ${written} });`);
      w.add(`${name}.providers = [];`);
      return w.add(`export default ${name};`);
    case "config":
      throw new Error("a config is spelled by the forms of exports");
  }
}

interface World {
  readonly scene: Scene;
  readonly truths: readonly boolean[];
}

/** One world for each way in which the conditions can turn out that the text asks for. */
function scenesOf(chosen: readonly Condition[], used: ReadonlySet<number>): readonly World[] {
  let worlds: readonly World[] = [{ scene, truths: [] }];
  for (const [index, condition] of chosen.entries()) {
    worlds = worlds.flatMap((world) =>
      (used.has(index) ? [true, false] : [false]).map((holds) => ({
        scene: used.has(index) ? condition.scene(world.scene, holds) : world.scene,
        truths: [...world.truths, holds],
      })),
    );
  }
  return worlds;
}
