// Vite plugin: the docs as static pages beside the playground.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSite } from "./site.js";

const stylesheet = join(import.meta.dirname, "../src/docs.css");

/** @returns {import("vite").Plugin} */
export function docs() {
  return {
    name: "docs",
    apply: "build",
    buildStart() {
      for (const file of readSite().sources) this.addWatchFile(file);
      // An entry of its own, so that Vite bundles it like any other stylesheet.
      this.emitFile({ type: "chunk", id: stylesheet, name: "docs" });
    },
    generateBundle: {
      // Behind Vite's own step, which makes a file of the stylesheet.
      order: "post",
      async handler(_options, bundle) {
        const css = Object.values(bundle).find((file) => file.type === "asset" && file.names.includes("docs.css"));
        if (css === undefined) throw new Error("The build has no stylesheet for the docs");
        const site = readSite();
        for (const address of site.addresses) {
          const { html, images } = await site.render(address, css.fileName);
          this.emitFile({ type: "asset", fileName: address, source: html });
          for (const [copy, file] of images)
            this.emitFile({ type: "asset", fileName: copy, source: readFileSync(file) });
        }
      },
    },
  };
}
