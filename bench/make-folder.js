import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/install.js";
import { functionsFile } from "./sources.js";

const template = join(root, "examples/next-authkit/convex/auth.config.ts");

/**
 * Makes an app with so many files in its functions folder, one of which is the auth.config. To be removed by the caller.
 *
 * @param {number} count
 * @returns {string} the folder
 */
export function makeFolder(count) {
  const folder = mkdtempSync(join(tmpdir(), "convex-authkit-bench-"));
  cpSync(template, join(folder, "convex/auth.config.ts"), { recursive: true });
  for (let index = 1; index < count; index++) {
    const part = join(folder, `convex/part${Math.floor(index / 100)}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `items${index}.ts`), functionsFile(index));
  }
  return folder;
}
