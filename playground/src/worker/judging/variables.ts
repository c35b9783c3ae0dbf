/** The deployment's variables, as far as the page was given them. */
import { readEnvFile } from "../../../../src/env-file/content.js";
import { parseEnvFile } from "../../../../src/env-file/parse.js";
import type { Variable } from "../../../../src/file-rule.js";
import { isPlainUrl, isSecretKind } from "../../../../src/platform/env-variables.js";
import { isClientId } from "../../../../src/platform/workos.js";

/** Set on every deployment by Convex itself, and in no list of its variables. */
const BUILT_IN: ReadonlySet<string> = new Set(["CONVEX_CLOUD_URL", "CONVEX_SITE_URL"]);

export class Variables {
  readonly #byName: ReadonlyMap<string, Variable>;

  constructor(text: string) {
    const { variables } = readEnvFile(".env.convex", parseEnvFile(text));
    this.#byName = new Map(variables.map((variable) => [variable.name, variable]));
  }

  /** The value of a variable; null where nothing says what it is. */
  valueOf(name: string): string | null {
    const variable = this.#byName.get(name);
    return variable?.isKnown === true ? variable.value : null;
  }

  /** Whether a variable is certainly unset: others were given, and this one was not. */
  isUnset(name: string): boolean {
    return this.#byName.size > 0 && !this.#byName.has(name) && !BUILT_IN.has(name);
  }

  /** The value as a message may show it: a client id and a plain address are public, of all others nobody knows. */
  shown(name: string): string {
    const variable = this.#byName.get(name);
    const isPublic =
      variable?.isKnown === true &&
      !isSecretKind(variable.kind) &&
      (isClientId(variable.value) || isPlainUrl(variable.value));
    return isPublic ? variable.value : `$${name}`;
  }
}
