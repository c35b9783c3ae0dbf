import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./install.js";

/**
 * What npm installs for this package in a project that has ESLint already, as it is installed here: how many packages, and how many bytes.
 *
 * @returns {{ packages: number, size: number, typescript: number }}
 */
export function installedBesideEslint() {
  const eslint = packagesFor(root, ["eslint"]);
  const added = [...packagesFor(root, Object.keys(manifestOf(root).dependencies ?? {}))].filter(
    (folder) => !eslint.has(folder),
  );
  const size = added.map(sizeOf).reduce((sum, each) => sum + each, 0);
  return { packages: added.length, size, typescript: sizeOf(findPackage("typescript", root)) };
}

/**
 * A line about the tarball and about what is installed.
 *
 * @param {{ size: number, unpackedSize: number }} packed
 */
export function describeSizes({ size, unpackedSize }) {
  const { packages, size: others, typescript } = installedBesideEslint();
  const total = `${kilobytes(unpackedSize + others)} in ${packages + 1} packages, TypeScript's ${kilobytes(typescript)} among them`;
  return `Tarball ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}; beside ESLint ${total}.\n`;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

/**
 * Where Node finds a package that another one asks for.
 *
 * @param {string} name
 * @param {string} from the folder of the other one
 */
export function findPackage(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name);
    if (existsSync(path)) return realpathSync(path);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/**
 * The folders of these packages and of all that npm installs for them.
 *
 * @param {string} from
 * @param {readonly string[]} names
 * @param {Set<string>} found
 */
function packagesFor(from, names, found = new Set()) {
  for (const folder of names.map((name) => findPackage(name, from))) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(folder);
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    packagesFor(folder, [...Object.keys(dependencies), ...peers], found);
  }
  return found;
}

/**
 * @param {string} folder
 * @returns {{ dependencies?: Record<string, string>, peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }}
 */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * The size of all files of a package, without what is installed inside of it.
 *
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size))
    .reduce((total, size) => total + size, 0);
}
