/** The package as npm packs it, from the build that the tests use. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface Packed {
  readonly path: string;
  readonly size: number;
  readonly unpackedSize: number;
}

/** Packs into a folder, without building anew: other tests use the build meanwhile. */
export function pack(folder: string): Packed {
  const { stdout } = spawnSync("npm", ["pack", "--ignore-scripts", "--json", `--pack-destination=${folder}`], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(stdout) as [{ filename: string; size: number; unpackedSize: number }];
  return { path: join(folder, packed.filename), size: packed.size, unpackedSize: packed.unpackedSize };
}
