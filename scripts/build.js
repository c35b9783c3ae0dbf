// Compiles src/ to dist/.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
rmSync(join(root, "dist"), { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status === 0) chmodSync(join(root, "dist/doctor/bin.js"), 0o755);
process.exitCode = status ?? 1;
