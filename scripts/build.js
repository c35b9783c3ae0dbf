// Compiles src/ to dist/, and the plugin to one file: opening fifty takes longer than all that is in them.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
// Known only once it is installed.
const { build } = await import("esbuild");
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
await build({
  entryPoints: [join(dist, "index.js")],
  outfile: join(dist, "index.js"),
  allowOverwrite: true,
  bundle: true,
  packages: "external",
  platform: "neutral",
  format: "esm",
  target: "node20.19",
  // Names stay: a stack trace in somebody's issue has to say where it comes from.
  minifyWhitespace: true,
  logLevel: "warning",
});
chmodSync(join(dist, "doctor/bin.js"), 0o755);
process.exitCode = status ?? 1;
