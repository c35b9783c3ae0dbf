// Bundles src/ to dist/: one file for the plugin, since opening fifty takes longer than all that is in them, one for the command, and the plugin's types.
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
// Known only once they are installed.
const { build } = await import("esbuild");
const { default: ts } = await import("typescript");
const entry = join(root, "src/index.ts");
const command = join(root, "dist/doctor/bin.js");
rmSync(join(root, "dist"), { recursive: true, force: true });
await build({
  entryPoints: [entry, join(root, "src/doctor/bin.ts")],
  outdir: join(root, "dist"),
  bundle: true,
  // The command runs the plugin that lies beside it.
  external: ["../index.js"],
  packages: "external",
  platform: "neutral",
  format: "esm",
  target: "node20.19",
  // Names stay: a stack trace in somebody's issue has to say where it comes from.
  minifyWhitespace: true,
  logLevel: "warning",
});
// It names no types but ESLint's, so that no other declarations are needed. `npm test` checks them.
const { outputText } = ts.transpileDeclaration(readFileSync(entry, "utf8"), { fileName: entry });
writeFileSync(join(root, "dist/index.d.ts"), outputText);
chmodSync(command, 0o755);
