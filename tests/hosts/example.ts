/** The examples as their authors have them on disk, with what this repository has installed. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../doctor/temp-folder.js";

const root = join(import.meta.dirname, "../..");

/** Copies an example into a folder that is removed when the test is over. */
export function copyExample(name: "monorepo" | "next-authkit-broken" | "next-authkit"): string {
  const folder = makeFolder({});
  const generated = /[/\\](?:node_modules|\.next|_generated|next-env\.d\.ts|\.env\.local)$/u;
  cpSync(join(root, "examples", name), folder, { recursive: true, filter: (path) => !generated.test(path) });
  return folder;
}

/** Links everything that is installed here into a project, this package as it is built, and the commands of all of them. */
export function linkInstalled(folder: string): void {
  const modules = join(root, "node_modules");
  const own = join(folder, "node_modules");
  mkdirSync(join(own, ".bin"), { recursive: true });
  for (const name of readdirSync(modules).filter((each) => !each.startsWith(".")))
    symlinkSync(join(modules, name), join(own, name), "junction");
  for (const name of readdirSync(join(modules, ".bin")))
    symlinkSync(join(modules, ".bin", name), join(own, ".bin", name));
  symlinkSync(root, join(own, "eslint-plugin-convex-authkit"), "junction");
  symlinkSync(join(root, "dist/doctor/bin.js"), join(own, ".bin/eslint-plugin-convex-authkit"));
}
