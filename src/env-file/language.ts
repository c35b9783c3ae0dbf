import { parseEnvFile } from "./parse.js";
import type { EnvFile } from "./parse.js";
import { EnvSourceCode } from "./source-code.js";

interface File {
  /** Without the byte-order mark. */
  readonly body: string;
  readonly bom: boolean;
}

/** The ESLint language of `.env` files. It accepts every text. */
export const envLanguage = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: {},
  // ESLint's own rule `strict` looks into them before it knows what kind of file it is.
  defaultLanguageOptions: { parserOptions: {} },
  validateLanguageOptions(): void {},
  parse({ body }: File): { ok: true; ast: EnvFile } {
    return { ok: true, ast: parseEnvFile(body) };
  },
  createSourceCode({ body, bom }: File, { ast }: { ast: EnvFile }): EnvSourceCode {
    return new EnvSourceCode(body, ast, bom);
  },
} as const;
