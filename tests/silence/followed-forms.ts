/** Ways to write a value that the evaluator follows to the end. */
export interface FollowedForm {
  readonly name: string;
  /** What stands above the config. */
  readonly lines?: string;
  readonly value: string;
  /** The value as it would be written where nothing stands between. */
  readonly means: string;
  /** The text stands nowhere in the file: what is wrong with it is reported at each place that uses it. */
  readonly isCalculated?: true;
}

export const followedForms: readonly FollowedForm[] = [
  {
    name: "rest of a local object",
    lines: 'const settings = { a: 1, value: "nonsense" };\nconst { a, ...rest } = settings;',
    value: "rest.value",
    means: '"nonsense"',
  },
  { name: "enum member", lines: 'enum Values { Value = "nonsense" }', value: "Values.Value", means: '"nonsense"' },
  {
    name: "namespace member",
    lines: 'namespace Values { export const value = "nonsense"; }',
    value: "Values.value",
    means: '"nonsense"',
  },
  {
    name: "rest parameter",
    lines: "const get = (...values) => values[0];",
    value: 'get("nonsense")',
    means: '"nonsense"',
  },
  {
    name: "arguments",
    lines: "function get() { return arguments[0]; }",
    value: 'get("nonsense")',
    means: '"nonsense"',
  },
  { name: "class instance", lines: "class Value { issuer = 1; }", value: "new Value()", means: "{ issuer: 1 }" },
  {
    name: "static member",
    lines: 'class Value { static value = "nonsense"; }',
    value: "Value.value",
    means: '"nonsense"',
  },
  { name: "getter", value: '({ get value() { return "nonsense"; } }).value', means: '"nonsense"' },
  {
    name: "method that reads this",
    lines: 'const settings = { a: "nonsense", get() { return this.a; } };',
    value: "settings.get()",
    means: '"nonsense"',
  },
  {
    name: "bound function",
    lines: "const get = (value) => value;",
    value: 'get.bind(null, "nonsense")()',
    means: '"nonsense"',
  },
  {
    name: "called by call",
    lines: "const get = (value) => value;",
    value: 'get.call(null, "nonsense")',
    means: '"nonsense"',
  },
  {
    name: "map over a local list",
    lines: 'import { make } from "./settings";\nconst names = ["a", "b"];',
    value: "names.map((name) => make(name))",
    means: '[make("a"), make("b")]',
  },
  {
    name: "structuredClone",
    lines: 'const settings = { value: "nonsense" };',
    value: "structuredClone(settings.value)",
    means: '"nonsense"',
  },
  { name: "String.raw", value: "String.raw`https://api.workos.com/x`", means: '"https://api.workos.com/x"' },
  {
    name: "new URL(…).href",
    value: 'new URL("https://api.workos.com/sso").href',
    means: '"https://api.workos.com/sso"',
  },
  {
    name: "split",
    value: '"https://api.workos.com/sso,https://api.workos.com/".split(",")[1]',
    means: '"https://api.workos.com/"',
  },
  { name: "join", value: '["https://api.workos.com", "sso"].join("/")', means: '"https://api.workos.com/sso"' },
  { name: "slice", value: '"nonsense".slice(3)', means: '"sense"', isCalculated: true },
  { name: "decodeURIComponent", value: 'decodeURIComponent("nonsense")', means: '"nonsense"', isCalculated: true },
];
