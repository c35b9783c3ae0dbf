/**
 * A stand-in for the isolate in which Convex evaluates an auth config: a `node:vm` context with Convex's globals, where only
 * the deployment's variables can be read, and the default export is turned into JSON.
 *
 * Whatever makes JavaScript of a file hands over function bodies: TypeScript in execute.ts, esbuild in programs/bundle.ts.
 *
 * @see https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
 */
import { compileFunction, createContext, Script } from "node:vm";

/** A deployment's variables by name. */
export type Environment = Readonly<Record<string, string>>;

/**
 * What came out of an execution.
 *
 * - `exported`: the default export after the JSON round trip, `undefined` if there is none.
 * - `threw`: the module threw, or the JSON did; Convex shows the message and refuses the push.
 * - `unparsable`: no bundler takes the text.
 * - `unresolved`: it imports what this stand-in does not have, so nothing is known.
 */
export type Execution =
  | { readonly outcome: "exported"; readonly value: unknown }
  | { readonly outcome: "threw"; readonly message: string }
  | { readonly outcome: "unparsable"; readonly message: string }
  | { readonly outcome: "unresolved"; readonly specifier: string };

/** A module as the body of a function with the {@link parameters} below. */
export interface FunctionBody {
  readonly path: string;
  readonly code: string;
  /** In a script `module.exports` is the default export; in a module `module` is no name. */
  readonly kind: "module" | "script";
}

const parameters = ["exports", "module", "require", "importMeta", "importDynamically"];

export interface IsolateOptions {
  readonly environment: Environment;
  /** The body of an imported module; throws {@link Unresolved} if there is none. */
  readonly load?: (from: string, specifier: string) => FunctionBody;
  /** What imported modules find as the global `imports`; anything that JSON can hold. */
  readonly imports?: unknown;
  /**
   * Whether the callbacks of promises run before the export is read. Convex does not run them: its isolate has the policy
   * `MicrotasksPolicy::Explicit`, and the first checkpoint comes after the export has been stringified.
   */
  readonly microtasks?: "run" | "wait";
}

export class Unparsable extends Error {}

export class Unresolved extends Error {
  constructor(readonly specifier: string) {
    super(`cannot resolve ${specifier}`);
  }
}

/** Far more than any config takes, so that a busy machine does not make one look endless. */
const timeoutMilliseconds = 5000;
const generatedServer = /(^|\/)_generated\/server(\.js)?$/;

/** Evaluates a module in an isolate of its own. Does no I/O and never throws. */
export function evaluateModule(entry: () => FunctionBody, options: IsolateOptions): Execution {
  const isolate = new Isolate(options);
  try {
    const json = isolate.stringify(entry);
    return { outcome: "exported", value: json === undefined ? undefined : (JSON.parse(json) as unknown) };
  } catch (thrown) {
    if (thrown instanceof Unparsable) return { outcome: "unparsable", message: thrown.message };
    if (thrown instanceof Unresolved) return { outcome: "unresolved", specifier: thrown.specifier };
    return { outcome: "threw", message: messageOf(thrown) };
  }
}

/** One V8 context with Convex's globals, and the modules loaded into it. */
class Isolate {
  readonly #options: IsolateOptions;
  readonly #context = createContext({}, { microtaskMode: "afterEvaluate" }) as Record<string, unknown>;
  readonly #env: unknown;
  readonly #toJson: (value: unknown) => string | undefined;
  readonly #loaded = new Map<string, unknown>();

  constructor(options: IsolateOptions) {
    this.#options = options;
    const install = prelude.runInContext(this.#context) as (hosts: HostFunctions, imports: string) => Installed;
    const hosts = { read: (name: string): string => readVariable(options.environment, name), URL, URLSearchParams };
    const installed = install(hosts, JSON.stringify(options.imports ?? null));
    this.#env = installed.env;
    this.#toJson = installed.stringify;
  }

  /** The JSON of the default export, `undefined` if there is none. */
  stringify(entry: () => FunctionBody): string | undefined {
    let exported: unknown;
    let json: string | undefined;
    const evaluate = (): void => {
      exported = this.#evaluate(entry()).default;
    };
    const read = (): void => {
      // A function has no JSON text: Convex then parses the word `undefined`, and gets no config either.
      json = exported === undefined ? undefined : (this.#toJson(exported) ?? '"undefined"');
    };
    if (this.#options.microtasks === "run") {
      this.#run(evaluate);
      this.#run(read);
    } else {
      this.#run(() => {
        evaluate();
        read();
      });
    }
    return json;
  }

  /** Runs a function that may not take for ever. The callbacks of promises run at its end. */
  #run(work: () => void): void {
    this.#context["__work"] = work;
    callWork.runInContext(this.#context, { timeout: timeoutMilliseconds });
  }

  #evaluate({ path, code, kind }: FunctionBody): ModuleExports {
    const module: { exports: object } = { exports: {} };
    const untouched = module.exports;
    const body = this.#compile(path, code) as (this: unknown, ...values: readonly unknown[]) => void;
    delete this.#context["__work"];
    // esbuild writes `exports` for the `this` of a script, and `undefined` for that of a module.
    body.call(
      kind === "module" ? undefined : module.exports,
      module.exports,
      kind === "module" ? undefined : module,
      (specifier: string): unknown => this.#require(path, specifier),
      {},
      refuseDynamicImport,
    );
    if (kind === "module") return module.exports;
    if (module.exports === untouched && Object.keys(untouched).length === 0) return {};
    return { ...module.exports, default: module.exports };
  }

  #compile(path: string, code: string): unknown {
    try {
      return compileFunction(code, parameters, { filename: path, parsingContext: this.#context });
    } catch (error) {
      // A module with `await` outside of functions is never done when Convex asks for its export.
      if (isAsynchronous(code)) throw new Error("Top-level awaits in source files are unsupported", { cause: error });
      throw error;
    }
  }

  #require(from: string, specifier: string): unknown {
    if (generatedServer.test(specifier)) return { env: this.#env };
    const body = this.#options.load?.(from, specifier);
    if (body === undefined) throw new Unresolved(specifier);
    if (!this.#loaded.has(body.path)) this.#loaded.set(body.path, this.#evaluate(body));
    return this.#loaded.get(body.path);
  }
}

function isAsynchronous(code: string): boolean {
  try {
    new Script(`(async function () {${code}\n})`);
    return true;
  } catch {
    return false;
  }
}

interface HostFunctions {
  readonly read: (name: string) => string;
  readonly URL: unknown;
  readonly URLSearchParams: unknown;
}

interface Installed {
  readonly env: unknown;
  readonly stringify: (value: unknown) => string | undefined;
}

interface ModuleExports {
  readonly default?: unknown;
}

function refuseDynamicImport(): never {
  throw new Error("Dynamic import unsupported while evaluating auth config file");
}

function readVariable(environment: Environment, name: string): string {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value !== undefined) return value;
  throw new Error(`Environment variable ${name} is used in auth config file but its value was not set`);
}

function messageOf(thrown: unknown): string {
  // Errors of the context are no instances of this realm's `Error`.
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : String(thrown);
}

const callWork = new Script("__work()");

/** Installs Convex's globals into a fresh context. What its auth-config isolate refuses throws with Convex's words. */
const prelude = new Script(`(function (hosts, importedJson) {
  "use strict";
  const { read, URL, URLSearchParams } = hosts;
  const refuse = (message) => () => { throw new Error(message); };
  const noClock = refuse("Date unsupported when evaluating auth config file");
  const noPerformance = refuse("The Performance API is not supported when evaluating auth config file");
  const noCrypto = refuse("Cannot use cryptographic randomness when evaluating auth config file");

  const RealDate = Date;
  function ConvexDate(...parts) {
    if (new.target === undefined || parts.length === 0) noClock();
    return Reflect.construct(RealDate, parts, new.target);
  }
  Object.setPrototypeOf(ConvexDate, RealDate);
  ConvexDate.prototype = RealDate.prototype;
  ConvexDate.prototype.constructor = ConvexDate;
  ConvexDate.now = noClock;

  // Node's own would make objects of another realm, whose arrays are no instances of this one's.
  function structuredClone(value, seen = new Map()) {
    if (typeof value === "function" || typeof value === "symbol") throw new Error(String(value) + " could not be cloned.");
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    const remember = (copy) => { seen.set(value, copy); return copy; };
    if (value instanceof Date) return remember(new RealDate(value.getTime()));
    if (value instanceof RegExp) return remember(new RegExp(value.source, value.flags));
    if (value instanceof Map) {
      const copy = remember(new Map());
      for (const [key, each] of value) copy.set(structuredClone(key, seen), structuredClone(each, seen));
      return copy;
    }
    if (value instanceof Set) {
      const copy = remember(new Set());
      for (const each of value) copy.add(structuredClone(each, seen));
      return copy;
    }
    const copy = remember(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) copy[key] = structuredClone(value[key], seen);
    return copy;
  }

  Math.random = refuse("Math.random unsupported when evaluating auth config file");
  const env = new Proxy({}, {
    get: (target, name) => {
      if (typeof name === "symbol") return undefined;
      try { return read(name); } catch (error) { throw new Error(error.message); }
    },
  });
  const unsupported = (what) => refuse(what + " unsupported while evaluating auth config file");
  const silent = () => undefined;
  Object.assign(globalThis, {
    Date: ConvexDate,
    URL,
    URLSearchParams,
    structuredClone: (value) => structuredClone(value),
    self: globalThis,
    process: { env },
    performance: Object.defineProperty({ now: noPerformance }, "timeOrigin", { get: noPerformance }),
    crypto: { randomUUID: noCrypto, getRandomValues: noCrypto },
    fetch: unsupported("Fetch"),
    setTimeout: unsupported("Sleep"),
    setInterval: unsupported("Sleep"),
    clearTimeout: silent,
    clearInterval: silent,
    console: { log: silent, info: silent, warn: silent, error: silent, debug: silent },
  });
  const imports = JSON.parse(importedJson);
  if (imports !== null) globalThis.imports = imports;
  return { env, stringify: JSON.stringify };
})`);
