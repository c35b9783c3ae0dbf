import { defineRule } from "../rule/rule.js";

// Convex looks for `auth.config.ts` and `auth.config.js` in the functions folder and nowhere else:
// https://github.com/get-convex/convex-js/blob/main/src/cli/lib/config.ts
export default defineRule({
  name: "valid-file-name",
  meta: {
    type: "problem",
    scope: "any",
    docs: {
      description: "Require the auth config to lie where Convex reads it",
      preset: "recommended",
      level: "error",
      repair: "A file cannot be renamed or moved by a linter.",
    },
  },
  messages: {
    wrongExtension:
      "`auth.config.{{extension}}` – Convex reads only `auth.config.ts` and `auth.config.js`, and takes this for none. Rename it.",
    wrongFolder:
      "An auth config outside the functions folder – Convex never reads it, and no user is authenticated. Move it there.",
    twoFiles:
      "`auth.config.ts` and `auth.config.js` side by side – the push fails, since Convex cannot tell which counts. Keep one.",
  },
  *checkFile({ config, file }) {
    const at = config.program;
    if (!file.isInFunctionsFolder) {
      if (file.isPlaced && config.imports.has("convex/server")) yield { at, messageId: "wrongFolder" };
    } else if (file.extension !== "ts" && file.extension !== "js") {
      yield { at, messageId: "wrongExtension", data: { extension: file.extension } };
    } else if (file.hasSibling(`auth.config.${file.extension === "ts" ? "js" : "ts"}`)) {
      yield { at, messageId: "twoFiles" };
    }
  },
});
