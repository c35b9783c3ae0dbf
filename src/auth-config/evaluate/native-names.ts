/** The names of what the language and Convex's runtime provide, as far as they matter here. */
import { isPureFunction } from "./calculate.js";

/** What Convex refuses to run; `Date` with arguments is a conversion only behind `new`. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  "Date",
  "Date.now",
  "Math.random",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "crypto.subtle.generateKey",
  "fetch",
  "setImmediate",
  "setInterval",
  "setTimeout",
]);

/** Whether Convex refuses to call a function while it evaluates the file. */
export function isUnsupportedCall(name: string): boolean {
  return UNSUPPORTED.has(name) || name.startsWith("performance.");
}

/** Objects of the language whose members can be looked up where this runs. */
const NAMESPACES: Readonly<Record<string, object>> = {
  Array,
  "Array.prototype": Array.prototype,
  Date,
  Function,
  "Function.prototype": Function.prototype,
  JSON,
  Math,
  Number,
  Object,
  "Object.prototype": Object.prototype,
  Promise,
  Reflect,
  String,
  "String.prototype": String.prototype,
  Symbol,
};

/** Further objects of the runtime. */
const GLOBALS: ReadonlySet<string> = new Set([
  "Boolean",
  "Error",
  "Map",
  "RangeError",
  "RegExp",
  "Set",
  "SyntaxError",
  "TypeError",
  "URL",
  "console",
  "crypto",
  "crypto.subtle",
  "globalThis",
  "performance",
  "process",
  "structuredClone",
]);

/** Whether a name is one that the runtime provides: `Object`, `Object.keys`, `console.log`. */
export function isNative(name: string): boolean {
  if (GLOBALS.has(name) || name in NAMESPACES || UNSUPPORTED.has(name) || isPureFunction(name)) return true;
  const dot = name.lastIndexOf(".");
  const holder = name.slice(0, Math.max(dot, 0));
  if (holder === "console" || holder === "performance") return true;
  const namespace = Object.hasOwn(NAMESPACES, holder) ? NAMESPACES[holder] : null;
  return namespace != null && typeof namespace[name.slice(dot + 1) as keyof object] === "function";
}
