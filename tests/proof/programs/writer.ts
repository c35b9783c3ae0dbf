/**
 * What forms write with: statements, names, imports, and the parts that are spelled by other forms.
 *
 * A form is one way to spell something. It returns an expression that can be an operand of anything, and adds statements before
 * it if it needs some. It returns null, without having added any, where it cannot spell what is asked for.
 */
import type { Choices } from "./choices.js";
import type { Branch } from "./meaning.js";

export type Form<Argument> = (writer: Writer, argument: Argument) => string | null;

/** All forms of one kind, the plain one first. */
export interface Table<Argument> {
  readonly kind: string;
  readonly forms: Readonly<Record<string, Form<Argument>>>;
}

/** A condition on which something depends: one of the program's own, or one that is always the same. */
export type Test = Branch | boolean;

export interface Conditional {
  readonly test: Test;
  readonly then: string;
  readonly otherwise: string;
  /** Whether `then` is certainly truthy, so that `&&` may stand in for a condition. */
  readonly truthy: boolean;
}

/** The name of a form, with that of its table. */
export interface FormName {
  readonly kind: string;
  readonly name: string;
}

/** The one form of a program that is not plain, and those of other kinds without which it has no place. */
export interface Solo extends FormName {
  readonly companions?: readonly FormName[];
}

export interface FileOptions {
  readonly typescript: boolean;
  /** How many of the decisions on a form are not plain, in [0, 1]. */
  readonly density: number;
  readonly solo: Solo | null;
}

/** Names that only imports declare. */
const importedNames =
  "convexEnv env flags importedId isEnabled legacy localEnv required server settings staged version".split(" ");

/** Names that parameters have, so that no default of theirs may mean a variable outside. */
const memberNames = "algorithm applicationID domain issuer jwks type".split(" ");

/** Names inside of forms, which no variable outside may have. */
const localNames =
  "a all api b base candidate config copy count draft each error fill gone i id index key kept kind made name next of old on options own path picked rest row target to value values".split(
    " ",
  );

/** What is known about the whole file. */
export class FileWriter {
  readonly typescript: boolean;
  readonly density: number;
  readonly solo: Solo | null;
  /** Forms other than the plain ones that the program has, as `kind: name`. */
  readonly used = new Set<string>();
  /** Whether promise callbacks decide something. */
  asynchronous = false;
  /** It has an `export` besides the default one, so that it cannot be CommonJS. */
  hasExports = false;
  /** Expressions for the client ID. */
  readonly clientIds: string[] = [];
  /** The beginning of the module, after the imports, and the rest of it. */
  readonly top: string[] = [];
  readonly statements: string[] = [];
  readonly #imports = new Map<string, Set<string>>();
  readonly #owners = new Map<string, string>();
  readonly #names = new Set([
    ...importedNames,
    ...memberNames,
    ...localNames,
    "process",
    "undefined",
    "Object",
    "Array",
    "Map",
    "Set",
    "URL",
  ]);

  constructor({ typescript, density, solo }: FileOptions) {
    this.typescript = typescript;
    this.density = density;
    this.solo = solo;
  }

  name(hint: string): string {
    let name = hint;
    for (let count = 2; this.#names.has(name); count++) name = `${hint}${String(count)}`;
    this.#names.add(name);
    return name;
  }

  /** Whether a name is free for an owner, which then has it. */
  claims(name: string, owner: string): boolean {
    const held = this.#owners.get(name);
    if (held === undefined) this.#owners.set(name, owner);
    // Only imports may be written twice.
    return held === undefined || (held === owner && owner === "import");
  }

  /** Imports by clause, such as `{ flags }` or `* as server`, each once. */
  import(clause: string, path: string): void {
    const clauses = this.#imports.get(path) ?? new Set();
    this.#imports.set(path, clauses.add(clause));
  }

  get imports(): readonly string[] {
    return [...this.#imports].flatMap(([path, clauses]) =>
      [...clauses].map((clause) => `import ${clause} from ${JSON.stringify(path)};`),
    );
  }
}

/** How parts are spelled that forms of one file need from forms of another. */
export interface Speller {
  readonly test: (writer: Writer, test: Test) => string;
  readonly choose: (writer: Writer, conditional: Conditional) => string;
  readonly clientId: (writer: Writer) => string;
}

export class Writer {
  readonly file: FileWriter;
  readonly choices: Choices;
  /** The statements of the block that is being written. */
  readonly statements: string[];
  readonly #speller: Speller;
  /** Kinds of the forms around this place. */
  readonly #around: readonly string[];

  constructor(
    file: FileWriter,
    choices: Choices,
    speller: Speller,
    statements: string[],
    around: readonly string[] = [],
  ) {
    this.file = file;
    this.choices = choices;
    this.statements = statements;
    this.#speller = speller;
    this.#around = around;
  }

  get typescript(): boolean {
    return this.file.typescript;
  }

  /** Where `export`, `enum` and `namespace` may be written. */
  get isModuleLevel(): boolean {
    return this.statements === this.file.statements || this.statements === this.file.top;
  }

  /** The same place, with decisions of its own. */
  at(name: string): Writer {
    return new Writer(this.file, this.choices.at(name), this.#speller, this.statements, this.#around);
  }

  /** A block inside of this one: what is added there stays there. */
  block(name: string): Writer {
    return new Writer(this.file, this.choices.at(name), this.#speller, [], this.#around);
  }

  /** The beginning of the module, before everything that is written here. */
  atTop(name: string): Writer {
    return new Writer(this.file, this.choices.at(name), this.#speller, this.file.top, this.#around);
  }

  /** Spells something in one of the forms of a table. */
  write<Argument>({ kind, forms }: Table<Argument>, argument: Argument): string {
    const [plain = "", ...others] = Object.keys(forms);
    const name = this.#form(kind, plain, others);
    if (name !== plain) {
      const inner = this.choices.at(name);
      const written = forms[name]?.(
        new Writer(this.file, inner, this.#speller, this.statements, [...this.#around, kind]),
        argument,
      );
      if (written != null) {
        this.file.used.add(`${kind}: ${name}`);
        return written;
      }
    }
    const written = forms[plain]?.(this.at(kind), argument);
    if (written == null) throw new Error(`the plain form of ${kind} cannot spell everything`);
    return written;
  }

  #form(kind: string, plain: string, others: readonly string[]): string {
    const { density, solo } = this.file;
    if (solo !== null) {
      if (this.#around.includes(kind)) return plain;
      return [solo, ...(solo.companions ?? [])].find((each) => each.kind === kind)?.name ?? plain;
    }
    // Forms in forms become rarer with each level, so that a program comes to an end.
    const likely = density * 0.6 ** this.#around.length;
    if (this.#around.length > 6 || others.length === 0 || !this.choices.chance(kind, likely)) return plain;
    return this.choices.oneOf(`form of ${kind}`, [plain, ...others]);
  }

  name(hint: string): string {
    return this.file.name(hint);
  }

  add(statement: string): void {
    if (this.choices.chance("comment", 0.05)) this.statements.push(`// note ${String(this.statements.length + 1)}`);
    this.statements.push(statement);
  }

  /** A constant of this block; returns its name. */
  declare(hint: string, expression: string): string {
    const name = this.name(hint);
    this.add(`const ${name} = ${expression};`);
    return name;
  }

  /** A piece of TypeScript that JavaScript does without. */
  ts(code: string): string {
    return this.typescript ? code : "";
  }

  test(test: Test): string {
    return this.#speller.test(this.at("test"), test);
  }

  not(test: Test): string {
    return this.test(typeof test === "boolean" ? !test : { condition: test.condition, holds: !test.holds });
  }

  choose(test: Test, then: string, otherwise: string, truthy = false): string {
    // After an arrow, a brace would begin a block.
    const arm = (expression: string): string => (expression.startsWith("{") ? `(${expression})` : expression);
    return this.#speller.choose(this.at("choice"), { test, then: arm(then), otherwise: arm(otherwise), truthy });
  }

  clientId(): string {
    return this.#speller.clientId(this.at("client ID"));
  }
}

export const quote: (text: string) => string = JSON.stringify;

/** Statements as the body of a function or a block. */
export function body(...statements: readonly string[]): string {
  // A line comment needs its line end.
  return `{\n${statements.join("\n")}\n}`;
}
