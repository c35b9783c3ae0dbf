// Builds the playground and the docs into a folder that any static host can serve. With --dev: serves it here, and builds it anew with each change.
import { join } from "node:path";
import { installWhatIsMissing, root } from "./install.js";

installWhatIsMissing();
// Known only once it is installed.
const { build, preview } = await import("vite");
const { BUDGET, sizesOf } = await import("../playground/build/sizes.js");
const configFile = join(root, "playground/vite.config.js");

// The same files under the same policy as on a host, also here: a development server would need exceptions from it.
const isDev = process.argv.includes("--dev");
await build({ configFile, logLevel: "warn", build: isDev ? { watch: {} } : {} });
if (isDev) {
  const server = await preview({ configFile });
  server.printUrls();
} else {
  process.stdout.write("playground/dist is built. Put it on any static host.\n\n");
  for (const { bundle, size, compressed } of sizesOf(join(root, "playground/dist"))) {
    process.stdout.write(
      `  ${bundle.padEnd(8)}${size.toFixed(0).padStart(6)} kB, compressed ${compressed.toFixed(0).padStart(5)} kB of ${BUDGET[bundle]} kB\n`,
    );
  }
}
