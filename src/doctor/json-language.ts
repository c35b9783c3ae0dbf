import { parse } from "@humanwhocodes/momoa";
import type { DocumentNode } from "@humanwhocodes/momoa";
import type { ESLint } from "eslint";

interface File {
  readonly body: unknown;
}

/**
 * JSON for ESLint, with nothing but what the rules on `convex.json` need: its tree. `@eslint/json`, which the presets use, is the user's to install, and
 * the command has to do without it.
 */
const language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: "type",
  visitorKeys: {},
  validateLanguageOptions(): void {},
  parse({ body }: File) {
    try {
      return { ok: true, ast: parse(String(body), { mode: "json" }) };
    } catch (error) {
      const { line = 1, column = 1 } = error as { line?: number; column?: number };
      // ESLint passes the column on, and from the TypeScript parser it gets one that counts from 0.
      return { ok: false, errors: [{ message: "This is no JSON – Convex cannot read it.", line, column: column - 1 }] };
    }
  },
  createSourceCode({ body }: File, { ast }: { ast: DocumentNode }) {
    return {
      text: String(body),
      ast,
      getLoc: ({ loc }: DocumentNode) => loc,
      traverse: () => [{ type: "visit", kind: 1, target: ast, phase: 1, args: [ast] }],
    };
  },
};

/** A plugin with the language `json`. */
export const jsonPlugin = { languages: { json: language } } as unknown as ESLint.Plugin;
