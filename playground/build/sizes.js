/** What the page makes a browser load. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The most that each bundle may have, in kB, compressed as hosts do. The parser is loaded with the first file that needs it.
 *
 * @type {Readonly<Record<string, number>>}
 */
export const BUDGET = { page: 200, worker: 280, parser: 1150 };

/**
 * The size of each bundle of a built site, in kB: as it is, and compressed.
 *
 * @param {string} folder
 */
export function sizesOf(folder) {
  const assets = join(folder, "assets");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  return names.map((name) => {
    const content = readFileSync(join(assets, name));
    return {
      bundle: name.replace(/-[\w-]+\.js$/u, ""),
      size: content.length / 1000,
      compressed: gzipSync(content).length / 1000,
    };
  });
}
