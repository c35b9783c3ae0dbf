import { join } from "node:path";
import { defineConfig } from "vite";
import { docs } from "./build/docs.js";
import { eslintInBrowsers } from "./build/worker.js";

const root = import.meta.dirname;

/** Advice about the speed of a build that takes seconds. */
const checks = { pluginTimings: false };

export default defineConfig({
  root,
  // Any folder of any host.
  base: "./",
  plugins: [docs()],
  worker: {
    format: "es",
    plugins: () => [eslintInBrowsers()],
    rolldownOptions: {
      checks,
      output: { entryFileNames: "assets/worker-[hash].js", chunkFileNames: "assets/parser-[hash].js" },
    },
  },
  build: {
    outDir: join(root, "dist"),
    emptyOutDir: true,
    target: "es2023",
    // It fetches, which the page's policy forbids.
    modulePreload: { polyfill: false },
    rolldownOptions: { checks, output: { entryFileNames: "assets/page-[hash].js" } },
    // The parser is large, and known to be; build/sizes.js has the limits.
    chunkSizeWarningLimit: 5_000,
  },
});
