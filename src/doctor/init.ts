import { mkdirSync, writeFileSync } from "node:fs";
import { READ_NAMES } from "../app/auth-config-files.js";
import type { Backend } from "../app/backends.js";
import { exists, isFile, join, showPath } from "../app/disk.js";
import { dependsOn } from "../app/manifests.js";
import { templateFile } from "../platform/template.js";
import { CouldNotRun, messageOf } from "./could-not-run.js";
import type { Project } from "./project.js";

/**
 * Writes the template for the one backend that has no auth.config, as TypeScript where the project uses it, and returns its path. Throws `CouldNotRun`
 * rather than touch a file that is there.
 */
export function writeAuthConfig({ folder, backends }: Project): string {
  const { root, functions } = chooseBackend(folder, backends);
  for (const name of READ_NAMES) {
    const path = join(functions, name);
    if (exists(path)) throw new CouldNotRun(`${showPath(folder, path)} is there already. --init never overwrites it.`);
  }
  const language = usesTypeScript(root, functions) ? "ts" : "js";
  const path = join(functions, `auth.config.${language}`);
  try {
    mkdirSync(functions, { recursive: true });
    writeFileSync(path, templateFile(language), { flag: "wx" });
  } catch (error) {
    throw new CouldNotRun(`${showPath(folder, path)} cannot be written: ${messageOf(error)}`);
  }
  return path;
}

function chooseBackend(folder: string, backends: Project["backends"]): Backend & { readonly functions: string } {
  const lacking = backends.filter(({ reads }) => reads.length === 0);
  const [chosen = backends[0], another] = lacking;
  if (another != null) {
    const roots = lacking.map(({ root }) => showPath(folder, root)).join(", ");
    throw new CouldNotRun(`Several backends have no auth.config: ${roots}. Name the folder of one of them.`);
  }
  if (chosen.functions == null) throw new CouldNotRun(chosen.problem);
  return chosen;
}

function usesTypeScript(root: string, functions: string): boolean {
  return [root, functions].some((folder) => isFile(join(folder, "tsconfig.json"))) || dependsOn(root, "typescript");
}
