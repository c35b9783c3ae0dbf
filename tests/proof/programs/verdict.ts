/** What executing a program in all of its worlds says. */
import type { Execution } from "../isolate.js";
import { judge } from "../world.js";
import type { Run, Verdict } from "../world.js";
import { bundle, run } from "./bundle.js";
import type { Bundle } from "./bundle.js";
import type { Scene } from "./modules.js";
import type { Program } from "./program.js";

type Worlds = Pick<Program, "asynchronous" | "filename" | "scenes">;

/** Judges the text of a program, or what became of it. */
export async function verdictOf(worlds: Worlds, text: string): Promise<Verdict> {
  return verdictOfBundle(worlds, await bundle(worlds.filename, text));
}

/**
 * Whether promise callbacks run before the export is read is Convex's affair: they do not today. A program that depends on it
 * is only called broken if it is so either way.
 */
async function verdictOfBundle({ asynchronous, scenes }: Worlds, bundled: Bundle): Promise<Verdict> {
  const verdict = await judgeScenes(bundled, scenes, "wait");
  if (!asynchronous || !verdict.broken) return verdict;
  return judgeScenes(bundled, scenes, "run");
}

/** The execution in each scene. */
export async function executionsOf({ filename, scenes }: Worlds, text: string): Promise<readonly Execution[]> {
  const bundled = await bundle(filename, text);
  return scenes.map((scene) => runIn(scene, bundled, "wait"));
}

function runIn({ variables, imports }: Scene, bundled: Bundle, microtasks: "run" | "wait"): Execution {
  return run(bundled, { environment: variables, imports, microtasks });
}

async function judgeScenes(bundled: Bundle, scenes: readonly Scene[], microtasks: "run" | "wait"): Promise<Verdict> {
  const reasons: string[] = [];
  for (const scene of scenes) {
    const verdict = await judged({ environment: scene.variables, execution: runIn(scene, bundled, microtasks) });
    reasons.push(...verdict.reasons);
  }
  return { broken: reasons.length > 0, reasons: [...new Set(reasons)] };
}

const known = new Map<string, Promise<Verdict>>();

/** Most programs export one of few configs, and judging one takes longer than running it. */
function judged(each: Run): Promise<Verdict> {
  const key = JSON.stringify([each.environment["WORKOS_CLIENT_ID"], each.execution]);
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > 5000) known.clear();
  const verdict = judge([each], { namesWorkos: false });
  known.set(key, verdict);
  return verdict;
}
