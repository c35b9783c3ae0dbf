// Lints a folder as the command does: `node lint-folder.js <folder> <config>`. Prints how many files could be linted.
import { ESLint } from "eslint";
import { configFor } from "./folder-configs.js";

const [folder = "", name] = process.argv.slice(2);
const overrideConfig = await configFor(/** @type {import("./folder-configs.js").ConfigName} */ (name));
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
const results = await eslint.lintFiles(["."]);
process.stdout.write(String(results.filter(({ fatalErrorCount }) => fatalErrorCount === 0).length));
