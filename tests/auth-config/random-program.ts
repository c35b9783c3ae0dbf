/**
 * Small random programs: values of all kinds, changed by statements of all kinds. Most of them run to their end, and none of them loops for
 * long. What a program exports are all its variables.
 */

/** A generator of random numbers that gives the same ones for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to a limit, which it does not reach. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }
}

type Type = "any" | "boolean" | "function" | "list" | "number" | "object" | "string";

interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly isConstant: boolean;
}

const KEYS = ["a", "b", "c"] as const;
const TEXTS = ["", "a", "b", "x/y", "12", "a-b"] as const;
const NUMBERS = ["0", "1", "2", "3", "-1", "0.5"] as const;

/** What imports are named; a program without imports has none of them. `hook` is a function. */
const IMPORTS = ["flag", "other"] as const;

const VALUES = ["undefined", "true", "0", '"a"', "null", "({ a: 1 })", '"x/y"', "3", "[1]", '"b"'] as const;

/** Functions that call what they get, now or later, or change it, or do nothing. */
const HOOKS = [
  '(f) => (typeof f === "function" ? f(1) : f)',
  "() => undefined",
  '((kept) => (f) => { const result = typeof kept === "function" ? kept(2) : kept; kept = f; return result; })()',
  '(o) => { if (typeof o === "object" && o !== null && !Object.isFrozen(o)) o.a = "hooked"; return o; }',
  '(...all) => { for (const l of all) if (Array.isArray(l) && !Object.isSealed(l)) l.push("hooked"); return all[0]; }',
] as const;

/** The text of a module that a program with imports may import. */
export function randomModule(random: Random): string {
  return [
    ...IMPORTS.map((name) => `export const ${name} = ${random.pick(VALUES)};`),
    `export const hook = ${random.pick(HOOKS)};`,
  ].join(" ");
}

export interface ProgramOptions {
  readonly hasImports: boolean;
  readonly statements: number;
}

/** The text of a random program. */
export function randomProgram(random: Random, { hasImports, statements }: ProgramOptions): string {
  const writer = new Writer(random, hasImports);
  const body = writer.block(statements, []);
  const names = writer.declared.map(({ name }) => name);
  const imports = hasImports ? `import { ${IMPORTS.join(", ")}, hook } from "./x";\n` : "";
  return `${imports}${body.join("\n")}\nexport default [${names.join(", ")}];\n`;
}

class Writer {
  readonly #random: Random;
  readonly #hasImports: boolean;
  #names = 0;
  #loops = 0;
  /** The variables of the outermost block. */
  declared: readonly Variable[] = [];

  constructor(random: Random, hasImports: boolean) {
    this.#random = random;
    this.#hasImports = hasImports;
  }

  block(count: number, outer: readonly Variable[], isInFunction = false, isInLoop = false): readonly string[] {
    const variables = [...outer];
    const lines: string[] = [];
    for (let index = 0; index < count; index++) {
      const depth = outer.length === 0 ? 3 : 2;
      lines.push(this.#statement(variables, depth, isInFunction, isInLoop));
    }
    if (outer.length === 0) this.declared = variables;
    return lines;
  }

  #name(prefix: string): string {
    return `${prefix}${String(this.#names++)}`;
  }

  // ── Statements ──────────────────────────────────────────────────────────────────────────────────────────────────

  #statement(variables: Variable[], depth: number, isInFunction: boolean, isInLoop: boolean): string {
    const random = this.#random;
    if (variables.length < 3 || random.once(3)) return this.#declaration(variables, depth);
    const inner = (): string =>
      `{ ${this.block(1 + random.below(2), variables.slice(), isInFunction, isInLoop).join(" ")} }`;
    const looping = (): string =>
      `{ ${this.block(1 + random.below(2), variables.slice(), isInFunction, true).join(" ")} }`;
    if (depth <= 0) return `${this.#effect(variables, 1)};`;
    const choice = random.below(20);
    if (choice < 9) return `${this.#effect(variables, 2)};`;
    if (choice < 12) {
      const otherwise = random.once(2) ? ` else ${inner()}` : "";
      return `if (${this.#expression("boolean", variables, 2)}) ${inner()}${otherwise}`;
    }
    if (choice < 14) return this.#loop(variables, looping);
    if (choice < 15) {
      const caught = this.#name("e");
      const closing = random.once(3) ? ` finally ${inner()}` : "";
      return `try ${inner()} catch (${caught}) ${inner()}${closing}`;
    }
    if (choice < 16) {
      const cases = Array.from({ length: 2 }, () => {
        const end = random.once(3) ? "" : " break;";
        return `case ${this.#literal(random.pick(["number", "string"] as const))}: ${this.#effect(variables, 1)};${end}`;
      });
      const fallback = random.once(2) ? ` default: ${this.#effect(variables, 1)};` : "";
      return `switch (${this.#expression("any", variables, 1)}) { ${cases.join(" ")}${fallback} }`;
    }
    if (choice < 17 && isInFunction) {
      return `if (${this.#expression("boolean", variables, 1)}) return ${this.#expression("any", variables, 1)};`;
    }
    if (choice < 18 && isInLoop) {
      return `if (${this.#expression("boolean", variables, 1)}) ${random.pick(["break", "continue"])};`;
    }
    if (choice < 19 && random.once(4)) {
      return `if (${this.#expression("boolean", variables, 1)}) throw ${this.#expression("string", variables, 1)};`;
    }
    return inner();
  }

  #declaration(variables: Variable[], depth: number): string {
    const random = this.#random;
    const isConstant = random.once(2);
    const keyword = isConstant ? "const" : "let";
    const choice = random.below(12);
    if (choice === 0) {
      const [first, second] = [this.#name("v"), this.#name("v")];
      const value = this.#expression("object", variables, 2);
      const rest = random.once(2) ? `...${second}` : `b: ${second} = ${this.#expression("any", variables, 1)}`;
      variables.push(
        { name: first, type: "any", isConstant },
        { name: second, type: rest.startsWith(".") ? "object" : "any", isConstant },
      );
      return `${keyword} { a: ${first}, ${rest} } = ${value};`;
    }
    if (choice === 1) {
      const [first, second] = [this.#name("v"), this.#name("v")];
      const value = this.#expression("list", variables, 2);
      variables.push({ name: first, type: "any", isConstant }, { name: second, type: "list", isConstant });
      return `${keyword} [${first} = ${this.#literal("number")}, ...${second}] = ${value};`;
    }
    const name = this.#name("v");
    if (choice === 2) {
      const declaration = this.#class(name, variables, random.once(3));
      variables.push({ name, type: "any", isConstant: true });
      const instance = this.#name("v");
      const value = `new ${name}(${this.#expression("any", variables, 1)})`;
      variables.push({ name: instance, type: "object", isConstant });
      return `${declaration} ${keyword} ${instance} = ${value};`;
    }
    if (choice === 3 && depth > 1) {
      const parameter = this.#name("p");
      const inside: Variable[] = [...variables, { name: parameter, type: "any", isConstant: false }];
      const body = this.block(1 + random.below(3), inside, true).join(" ");
      const result = this.#expression("any", inside, 1);
      variables.push({ name, type: "function", isConstant: true });
      return `function ${name}(${parameter}) { ${body} return ${result}; }`;
    }
    const type = random.pick<Type>([
      "number",
      "string",
      "boolean",
      "list",
      "list",
      "object",
      "object",
      "function",
      "any",
    ]);
    const value = this.#expression(type, variables, 2);
    variables.push({ name, type, isConstant });
    return `${keyword} ${name} = ${value};`;
  }

  #class(name: string, variables: readonly Variable[], isDerived: boolean): string {
    const random = this.#random;
    const own: readonly Variable[] = [...variables, { name: "this", type: "object", isConstant: true }];
    const argument: readonly Variable[] = [...own, { name: "q", type: "any", isConstant: true }];
    const superCall = isDerived ? "super(q); " : "";
    const members = [
      `a = ${this.#expression("any", own, 1)};`,
      random.once(2) ? `constructor(q) { ${superCall}this.b = ${this.#expression("any", argument, 1)}; }` : "",
      random.once(2) ? `c() { ${this.#effect(own, 1)}; return ${this.#expression("any", own, 1)}; }` : "",
      isDerived && random.once(2) ? `e() { return super.c(); }` : "",
      random.once(3) ? `#f = ${this.#expression("any", own, 0)}; g() { return this.#f; }` : "",
      random.once(3) ? `static a = ${this.#expression("any", variables, 1)};` : "",
      random.once(3) ? `get d() { return ${this.#expression("any", own, 1)}; }` : "",
    ];
    const parent = `class { b = ${this.#expression("any", own, 0)}; c() { ${this.#effect(own, 0)}; return 1; } set d(q) { this.a = q; } }`;
    const heritage = isDerived ? ` extends ${parent}` : "";
    return `class ${name}${heritage} { ${members.filter((member) => member !== "").join(" ")} }`;
  }

  #loop(variables: readonly Variable[], body: () => string): string {
    const random = this.#random;
    // Loops in loops would run for long.
    if (this.#loops > 0) return `${this.#effect(variables, 1)};`;
    this.#loops += 1;
    try {
      const name = this.#name("i");
      switch (random.below(5)) {
        case 4:
          return `${name}: { ${this.#effect(variables, 1)}; if (${this.#expression("boolean", variables, 1)}) break ${name}; ${this.#effect(variables, 1)}; }`;
        case 0:
          return `for (let ${name} = 0; ${name} < ${random.pick(["1", "2", "3"])}; ${name}++) ${body()}`;
        case 1:
          return `for (const ${name} of ${this.#expression("list", variables, 1)}.slice(0, 3)) ${body()}`;
        case 2:
          return `for (const ${name} in ${this.#expression("object", variables, 1)}) ${body()}`;
        default:
          return `let ${name} = 0; while (${name}++ < 2) ${body()}`;
      }
    } finally {
      this.#loops -= 1;
    }
  }

  /** An expression that changes something. */
  #effect(variables: readonly Variable[], depth: number): string {
    const random = this.#random;
    const targets = variables.filter(({ isConstant }) => !isConstant);
    const lists = variables.filter(({ type }) => type === "list");
    const objects = variables.filter(({ type }) => type === "object");
    const functions = variables.filter(({ type }) => type === "function");
    const value = (): string => this.#expression("any", variables, depth - 1);
    const choices: (() => string)[] = [];
    if (targets.length > 0) {
      choices.push(
        () => {
          const { name, type } = random.pick(targets);
          return `${name} = ${this.#expression(type, variables, depth)}`;
        },
        () => `${random.pick(targets).name} ${random.pick(["+=", "??=", "||=", "&&="])} ${value()}`,
        () => `${random.pick(targets).name}${random.pick(["++", "--"])}`,
        () =>
          `[${random.pick(targets).name}, ${random.pick(targets).name} = 1] = ${this.#expression("list", variables, depth - 1)}`,
        () =>
          `({ a: ${random.pick(targets).name}, ...${random.pick(targets).name} } = ${this.#expression("object", variables, depth - 1)})`,
      );
    }
    if (lists.length > 0) {
      choices.push(
        () => `${random.pick(lists).name}.push(${value()})`,
        () => `${random.pick(lists).name}.${random.pick(["pop", "shift", "reverse", "sort"])}()`,
        () => `${random.pick(lists).name}.unshift(${value()})`,
        () => `${random.pick(lists).name}[${random.pick(["0", "1"])}] = ${value()}`,
        () =>
          `${random.pick(lists).name}.splice(${random.pick(["0", "1", "-1"])}, ${random.pick(["0", "1"])}, ${value()})`,
        () => `${random.pick(lists).name}.forEach((q) => { ${this.#effect(variables, 0)}; })`,
      );
    }
    if (objects.length > 0) {
      choices.push(
        () => `${random.pick(objects).name}.${random.pick(KEYS)} = ${value()}`,
        () => `${random.pick(objects).name}[${this.#expression("string", variables, 0)}] = ${value()}`,
        () => `delete ${random.pick(objects).name}.${random.pick(KEYS)}`,
        () => `${random.pick(objects).name}.${random.pick(["c", "e", "g"])}?.(${value()})`,
        () => `Object.assign(${random.pick(objects).name}, ${this.#expression("object", variables, depth - 1)})`,
        () => `${random.pick(objects).name}.${random.pick(KEYS)} ${random.pick(["+=", "??=", "||="])} ${value()}`,
        () => `Object.${random.pick(["freeze", "seal"])}(${random.pick(objects).name})`,
      );
    }
    if (functions.length > 0) choices.push(() => `${random.pick(functions).name}(${value()})`);
    if (this.#hasImports) {
      choices.push(
        () => `hook(${value()})`,
        () => `hook(${variables.length > 0 ? random.pick(variables).name : "null"})`,
        () => `hook((q) => { ${this.#effect(variables, depth - 1)}; return q; })`,
        () => `hook?.(${value()}, ${value()})`,
      );
    }
    return choices.length === 0 || depth < 0 ? value() : random.pick(choices)();
  }

  // ── Expressions ─────────────────────────────────────────────────────────────────────────────────────────────────

  #expression(type: Type, variables: readonly Variable[], depth: number): string {
    const random = this.#random;
    if (type === "any") {
      if (this.#hasImports && random.once(4)) return random.pick(IMPORTS);
      if (this.#hasImports && random.once(12)) return `hook(${this.#expression("any", variables, depth - 1)})`;
      const holders = variables.filter((variable) => variable.type === "object" || variable.type === "any");
      if (holders.length > 0 && random.once(5)) {
        const path = random.once(2) ? `?.${random.pick(KEYS)}` : `?.["a"]?.${random.pick(KEYS)}`;
        return `${random.pick(holders).name}${path}`;
      }
      const any = random.pick<Type>(["number", "string", "boolean", "list", "object", "number", "string"]);
      return this.#expression(any, variables, depth);
    }
    const known = variables.filter((variable) => variable.type === type);
    if (known.length > 0 && random.once(2)) return random.pick(known).name;
    if (depth <= 0) return this.#literal(type);
    const sub = (of: Type): string => this.#expression(of, variables, depth - 1);
    if (random.once(6)) return `(${sub("boolean")} ? ${sub(type)} : ${sub(type)})`;
    if (random.once(8)) return `(${sub("any")} ${random.pick(["??", "||", "&&"])} ${sub(type)})`;
    switch (type) {
      case "number":
        return random.pick([
          () => `(${sub("number")} ${random.pick(["+", "-", "*", "%"])} ${sub("number")})`,
          () => `${sub("list")}.length`,
          () => `${sub("string")}.length`,
          () => `${sub("list")}.${random.pick(["indexOf", "push"])}(${sub("any")})`,
          () => `${sub("list")}.reduce((p, q) => p + q, 0)`,
          () => `Number(${sub("any")})`,
          () => this.#literal("number"),
        ])();
      case "string":
        return random.pick([
          () => `(${sub("string")} + ${sub("any")})`,
          () => "`" + `\${${sub("any")}}/\${${sub("string")}}` + "`",
          () =>
            `${sub("string")}.${random.pick(["toUpperCase()", "trim()", "slice(1)", 'replace("a", "b")', "at(0)"])}`,
          () => `${sub("list")}.join("-")`,
          () => `(typeof ${sub("any")})`,
          () => `String(${sub("any")})`,
          () => this.#literal("string"),
        ])();
      case "boolean":
        return random.pick([
          () => `(${sub("any")} ${random.pick(["===", "!==", "==", "<", ">="])} ${sub("any")})`,
          () => `!${sub("any")}`,
          () => `(${sub("string")} in ${sub("object")})`,
          () => `${sub("list")}.${random.pick(["some", "every"])}((q) => ${this.#callback(variables)})`,
          () => `${sub("list")}.includes(${sub("any")})`,
          () => `${sub("string")}.startsWith(${sub("string")})`,
          () => `Array.isArray(${sub("any")})`,
        ])();
      case "list":
        return random.pick([
          () => `[${sub("any")}, ${sub("any")}]`,
          () => `[...${sub("list")}, ${sub("any")}]`,
          () => `${sub("list")}.${random.pick(["map", "filter", "flatMap"])}((q, r) => ${this.#callback(variables)})`,
          () => `${sub("list")}.${random.pick(["slice(1)", "concat(1)", "toReversed()", "flat()", "slice(0, -1)"])}`,
          () => `${sub("list")}.concat(${sub("list")})`,
          () => `Object.${random.pick(["keys", "values", "entries"])}(${sub("object")})`,
          () => `${sub("string")}.split("/")`,
          () => `[...${sub("string")}]`,
        ])();
      case "object":
        return random.pick([
          () => `({ a: ${sub("any")}, ${random.pick(KEYS)}: ${sub("any")} })`,
          () => `({ ...${sub("object")}, ${random.pick(KEYS)}: ${sub("any")} })`,
          () => `({ ...${sub("object")}, ...${sub("object")} })`,
          () => `({ [${sub("string")}]: ${sub("any")} })`,
          () => `({ a: ${sub("any")}, get b() { return ${sub("any")}; } })`,
          () => `({ a: ${sub("any")}, set c(q) { this.a = q; } })`,
          () => `({ a: ${sub("any")}, toString() { return ${sub("string")}; } })`,
          () => `Object.fromEntries([["a", ${sub("any")}], ["c", ${sub("any")}]])`,
          () => `JSON.parse(JSON.stringify(${sub("object")}))`,
          () => `Object.create(${sub("object")})`,
        ])();
      case "function":
        return random.pick([
          () => `((q) => ${this.#callback(variables)})`,
          () => `((q = ${sub("any")}, ...r) => [q, r])`,
          () => `((q) => { ${this.#effect(variables, 0)}; return q; })`,
        ])();
    }
  }

  /** The body of a callback with the parameter `q`. */
  #callback(variables: readonly Variable[]): string {
    const own: readonly Variable[] = [...variables, { name: "q", type: "any", isConstant: true }];
    return this.#random.pick([
      () => "q",
      () => `(q + ${this.#expression("any", own, 0)})`,
      () => `[q, ${this.#expression("any", own, 0)}]`,
      () => `({ a: q })`,
      () => `(q === ${this.#expression("any", own, 0)})`,
      () => `(${this.#effect(own, 0)}, q)`,
      () => this.#expression("any", own, 1),
    ])();
  }

  #literal(type: Type): string {
    const random = this.#random;
    switch (type) {
      case "number":
        return random.pick(NUMBERS);
      case "string":
        return JSON.stringify(random.pick(TEXTS));
      case "boolean":
        return random.pick(["true", "false"]);
      case "list":
        return random.pick(["[]", "[1, 2]", '["a", "b"]', "[{ a: 1 }]", "[undefined, 3]"]);
      case "object":
        return random.pick(["({})", "({ a: 1 })", '({ a: "x", b: 2 })', "({ c: [1] })", "({ b: { a: 1 } })"]);
      case "function":
        return "((q) => q)";
      case "any":
        return random.pick(["null", "undefined", "1", '"a"']);
    }
  }
}
