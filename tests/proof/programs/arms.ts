/** Ways to take one of two values, depending on a condition. Both have no side effects. */
import type { Conditional, Form, Table, Writer } from "./writer.js";

type Write = (w: Writer, conditional: Conditional) => string;

/** A variable that statements of this block assign. */
function assigned(write: (w: Writer, name: string, conditional: Conditional) => void): Write {
  return (w, conditional) => {
    const name = w.name("chosen");
    write(w, name, conditional);
    return name;
  };
}

/** A function without parameters, called once. */
function called(write: (w: Writer, conditional: Conditional) => string): Write {
  return (w, conditional) => {
    const name = w.name("choose");
    const body = write(w, conditional);
    w.add(`function ${name}() { ${body} }`);
    return `${name}()`;
  };
}

function ifTruthy(write: Write): Form<Conditional> {
  return (w, conditional) => (conditional.truthy ? write(w, conditional) : null);
}

export const arms: Table<Conditional> = {
  kind: "choice",
  forms: {
    "? :": (w, { test, then, otherwise }) => `(${w.test(test)} ? ${then} : ${otherwise})`,
    "? :, negated and swapped": (w, { test, then, otherwise }) => `(${w.not(test)} ? ${otherwise} : ${then})`,
    "? :, twice": (w, { test, then, otherwise }) =>
      `(${w.test(test)} ? (${w.test(test)} ? ${then} : ${otherwise}) : ${otherwise})`,
    "? :, twice, an arm never taken": (w, { test, then, otherwise }) =>
      `(${w.test(test)} ? (${w.not(test)} ? "never" : ${then}) : (${w.test(test)} ? "never" : ${otherwise}))`,
    "? : of functions": (w, { test, then, otherwise }) => `(${w.test(test)} ? () => ${then} : () => ${otherwise})()`,
    "? : of lists": (w, { test, then, otherwise }) => `(${w.test(test)} ? [${then}] : [${otherwise}])[0]`,
    "? : of objects": (w, { test, then, otherwise }) =>
      `(${w.test(test)} ? { value: ${then} } : { value: ${otherwise} }).value`,
    "? : of names": (w, { test, then, otherwise }) =>
      `({ on: ${then}, off: ${otherwise} })[${w.test(test)} ? "on" : "off"]`,
    "if and else": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`if (${w.test(test)}) { ${name} = ${then}; } else { ${name} = ${otherwise}; }`);
    }),
    "if and else, swapped": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`if (${w.not(test)}) ${name} = ${otherwise}; else ${name} = ${then};`);
    }),
    "two ifs": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`if (${w.test(test)}) ${name} = ${then};`);
      w.add(`if (${w.not(test)}) ${name} = ${otherwise};`);
    }),
    "a default, then if": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${otherwise};`);
      w.add(`if (${w.test(test)}) ${name} = ${then};`);
    }),
    "a default, then if not": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${then};`);
      w.add(`if (${w.not(test)}) { ${name} = ${otherwise}; }`);
    }),
    "a default, then &&": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${otherwise};`);
      w.add(`${w.test(test)} && (${name} = ${then});`);
    }),
    "a default, then ||": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${then};`);
      w.add(`${w.test(test)} || (${name} = ${otherwise});`);
    }),
    "switch (true)": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(
        `switch (true) { case Boolean(${w.test(test)}): ${name} = ${then}; break; default: ${name} = ${otherwise}; }`,
      );
    }),
    "switch on the condition": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`switch (!!${w.test(test)}) { case false: ${name} = ${otherwise}; break; case true: ${name} = ${then}; }`);
    }),
    "switch, default first": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`switch (${w.test(test)} ? 1 : 2) { default: ${name} = ${otherwise}; break; case 1: ${name} = ${then}; }`);
    }),
    "while and break": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${otherwise};`);
      w.add(`while (${w.test(test)}) { ${name} = ${then}; break; }`);
    }),
    "for, once": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${otherwise};`);
      w.add(`for (let i = ${w.test(test)} ? 0 : 1; i < 1; i++) ${name} = ${then};`);
    }),
    "labelled block": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name} = ${then};`);
      w.add(`choice: { if (${w.test(test)}) break choice; ${name} = ${otherwise}; }`);
    }),
    "throw and catch": assigned((w, name, { test, then, otherwise }) => {
      w.add(`let ${name};`);
      w.add(`try { if (${w.not(test)}) throw new Error("off"); ${name} = ${then}; } catch { ${name} = ${otherwise}; }`);
    }),
    "early return": called(
      (w, { test, then, otherwise }) => `if (${w.test(test)}) return ${then}; return ${otherwise};`,
    ),
    "early return, swapped": called(
      (w, { test, then, otherwise }) => `if (${w.not(test)}) { return ${otherwise}; } return ${then};`,
    ),
    "return in else": called(
      (w, { test, then, otherwise }) => `if (${w.test(test)}) { return ${then}; } else { return ${otherwise}; }`,
    ),
    "return in switch": called(
      (w, { test, then, otherwise }) =>
        `switch (${w.test(test)} ? "on" : "off") { case "off": return ${otherwise}; case "on": return ${then}; }`,
    ),
    "return in finally": called(
      (w, { test, then, otherwise }) => `try { return ${otherwise}; } finally { if (${w.test(test)}) return ${then}; }`,
    ),
    "IIFE with early return": (w, { test, then, otherwise }) =>
      `(() => { if (${w.test(test)}) return ${then}; return ${otherwise}; })()`,
    "function of the condition": (w, { test, then, otherwise }) =>
      `${w.declare("choose", `(on) => on ? ${then} : ${otherwise}`)}(${w.test(test)})`,
    "function of both arms": (w, { test, then, otherwise }) =>
      `${w.declare("choose", "(on, a, b) => { if (on) return a; return b; }")}(${w.test(test)}, ${then}, ${otherwise})`,
    "function of both arms, lazily": (w, { test, then, otherwise }) =>
      `${w.declare("choose", "(on, a, b) => (on ? a() : b())")}(${w.test(test)}, () => ${then}, () => ${otherwise})`,
    "lookup by the condition": (w, { test, then, otherwise }) =>
      `({ true: ${then}, false: ${otherwise} })[String(Boolean(${w.test(test)}))]`,
    "lookup by a word": (w, { test, then, otherwise }) => {
      const mode = w.declare("mode", `${w.test(test)} ? "on" : "off"`);
      return `${w.declare("modes", `{ on: ${then}, off: ${otherwise} }`)}[${mode}]`;
    },
    "lookup of functions": (w, { test, then, otherwise }) => {
      const modes = w.declare("modes", `{ on: () => ${then}, off: () => ${otherwise} }`);
      return `${modes}[${w.test(test)} ? "on" : "off"]()`;
    },
    "list element": (w, { test, then, otherwise }) => `[${otherwise}, ${then}][Number(Boolean(${w.test(test)}))]`,
    "Map.get()": (w, { test, then, otherwise }) =>
      `new Map([[true, ${then}], [false, ${otherwise}]]).get(Boolean(${w.test(test)}))`,
    "&& and ||": ifTruthy((w, { test, then, otherwise }) => `((${w.test(test)} && ${then}) || ${otherwise})`),
    "|| and &&, swapped": ifTruthy(
      (w, { test, then, otherwise }) => `((${w.not(test)} ? null : ${then}) ?? ${otherwise})`,
    ),
    "?. and ??": ifTruthy(
      (w, { test, then, otherwise }) => `((${w.test(test)} ? { value: ${then} } : undefined)?.value ?? ${otherwise})`,
    ),
    "spread over a default": (w, { test, then, otherwise }) =>
      `({ value: ${otherwise}, ...(${w.test(test)} ? { value: ${then} } : {}) }).value`,
    "&& spread over a default": (w, { test, then, otherwise }) =>
      `({ value: ${otherwise}, ...(${w.test(test)} && { value: ${then} }) }).value`,
    "Object.assign() over a default": (w, { test, then, otherwise }) =>
      `Object.assign({ value: ${otherwise} }, ${w.test(test)} ? { value: ${then} } : null).value`,
    "default of a pattern": ifTruthy((w, { test, then, otherwise }) => {
      const name = w.name("chosen");
      w.add(`const [${name} = ${otherwise}] = ${w.test(test)} ? [${then}] : [];`);
      return name;
    }),
    "default parameter": ifTruthy(
      (w, { test, then, otherwise }) =>
        `${w.declare("choose", `(value = ${otherwise}) => value`)}(${w.test(test)} ? ${then} : undefined)`,
    ),
    "find()": (w, { test, then, otherwise }) =>
      `[{ on: true, value: ${then} }, { on: false, value: ${otherwise} }].find((each) => each.on === Boolean(${w.test(test)}))${w.ts("!")}.value`,
    "filter()": (w, { test, then, otherwise }) =>
      `[[true, ${then}], [false, ${otherwise}]].filter(([on]) => on === Boolean(${w.test(test)}))[0][1]`,
    getter: (w, { test, then, otherwise }) =>
      `({ get value() { return ${w.test(test)} ? ${then} : ${otherwise}; } }).value`,
    "method with this": (w, { test, then, otherwise }) =>
      `({ on: ${w.test(test)}, choose() { return this.on ? ${then} : ${otherwise}; } }).choose()`,
    class: (w, { test, then, otherwise }) => {
      const name = w.name("Chooser");
      w.add(`class ${name} { constructor(on) { this.value = on ? ${then} : ${otherwise}; } }`);
      return `new ${name}(${w.test(test)}).value`;
    },
    "static block": (w, { test, then, otherwise }) => {
      const name = w.name("Chosen");
      w.add(`class ${name} { static value = ${otherwise}; static { if (${w.test(test)}) this.value = ${then}; } }`);
      return `${name}.value`;
    },
    generator: (w, { test, then, otherwise }) =>
      `(function* () { if (${w.test(test)}) yield ${then}; yield ${otherwise}; })().next().value`,
    "closure over a let": (w, { test, then, otherwise }) => {
      const [on, choose] = [w.name("on"), w.name("choose")];
      w.add(`let ${on} = false;`);
      w.add(`const ${choose} = () => (${on} ? ${then} : ${otherwise});`);
      w.add(`if (${w.test(test)}) ${on} = true;`);
      return `${choose}()`;
    },
  },
};
