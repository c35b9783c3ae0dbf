/** The deployment's variables, as far as the page was given them. */
import type { Identity } from "../../../../src/auth-config/evaluate/identity.js";
import type { Answers } from "../../../../src/auth-config/evaluate/path.js";
import { NOT_KNOWN, valuate } from "../../../../src/auth-config/evaluate/valuation.js";
import { readEnvFile } from "../../../../src/env-file/content.js";
import type { Variable } from "../../../../src/env-file/content.js";
import { parseEnvFile } from "../../../../src/env-file/parse.js";
import { isPlainUrl, isSecretKind } from "../../../../src/platform/env-variables.js";
import { isClientId, isClientIdVariable } from "../../../../src/platform/workos.js";

/** Set on every deployment by Convex itself, and in no list of its variables. */
const BUILT_IN: ReadonlySet<string> = new Set(["CONVEX_CLOUD_URL", "CONVEX_SITE_URL"]);

/** A variable and the value that it is taken to have. */
export type Assumption = readonly [name: string, value: string];

export class Variables {
  readonly #given: ReadonlyMap<string, Variable>;
  readonly #assumed: ReadonlyMap<string, string>;
  /** How the conditions turn out on the way through the file that is judged. */
  readonly #answers: Answers;

  private constructor(
    given: ReadonlyMap<string, Variable>,
    assumed: ReadonlyMap<string, string> = new Map(),
    answers: Answers = new Map(),
  ) {
    this.#given = given;
    this.#assumed = assumed;
    this.#answers = answers;
  }

  /** The variables that a text in the form of a `.env` file lists. */
  static parse(text: string): Variables {
    const { variables } = readEnvFile(".env.convex", parseEnvFile(text));
    return new Variables(new Map(variables.map((variable) => [variable.name, variable])));
  }

  /** The same variables, some of which are taken to have a value. */
  assuming(values: Iterable<Assumption>): Variables {
    return new Variables(this.#given, new Map([...this.#assumed, ...values]), this.#answers);
  }

  /** The same variables, on one way through the file. */
  on({ answers }: { readonly answers: Answers }): Variables {
    return new Variables(this.#given, this.#assumed, answers);
  }

  /** The value of a variable; null where nothing says what it is. */
  valueOf(name: string): string | null {
    const variable = this.#given.get(name);
    return this.#assumed.get(name) ?? (variable?.isKnown === true ? variable.value : null);
  }

  /** Whether a variable is listed with nothing as its value. */
  isEmpty(name: string): boolean {
    const [start, end] = this.#given.get(name)?.contentRange ?? [0, 1];
    return start === end && !this.#assumed.has(name);
  }

  /** Whether a variable is set; null where no list of them was given. */
  isSet(name: string): boolean | null {
    if (this.#assumed.has(name) || this.#given.has(name) || BUILT_IN.has(name)) return true;
    return this.#given.size > 0 ? false : null;
  }

  /** What the file computes of its variables; `NOT_KNOWN` where it takes more than is given. */
  valuate(identity: Identity): unknown {
    return valuate(identity, (source) => {
      if (source.kind === "presence") return this.isSet(source.name) ?? NOT_KNOWN;
      return (source.kind === "env" ? this.valueOf(source.name) : null) ?? NOT_KNOWN;
    });
  }

  /** Whether anybody would set a variable to a value, and the file would still take the way that is judged. */
  allows([name, value]: Assumption): boolean {
    // The name of one for a client id says what it holds.
    const canHold = isClientIdVariable(name) ? isClientId(value) : value !== "";
    if (!canHold) return false;
    const variables = this.assuming([[name, value]]);
    return [...this.#answers].every(([condition, answer]) => {
      const result = condition.kind === "presence" ? NOT_KNOWN : variables.valuate(condition);
      return result === NOT_KNOWN || Boolean(result) === answer;
    });
  }

  /** A text that comes from variables as a message may show it: client ids and plain addresses are public, of all others nobody knows. */
  shown(text: string, { sources }: Identity): string {
    const names = (sources ?? []).flatMap((source) => (source.kind === "env" ? [source.name] : []));
    const isPlain = isClientId(text) || isPlainUrl(text);
    const isPublic = (name: string): boolean =>
      this.#assumed.has(name) || (isPlain && !isSecretKind(this.#given.get(name)?.kind ?? null));
    if (names.every(isPublic)) return text;
    return names.length === 1 ? `$${names.join("")}` : "…";
  }
}
