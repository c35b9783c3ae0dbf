/** Ways to spell the list of providers. Each element is evaluated once; one that begins with `...` stands for several. */
import { damaged } from "./providers.js";
import type { Form, Table, Writer } from "./writer.js";

type Elements = readonly string[];

/** Spells the list. */
export function list(w: Writer, elements: Elements): string {
  return w.write(lists, elements);
}

function array(elements: Elements): string {
  return `[${elements.join(", ")}]`;
}

/** A list in a variable that statements add to; the first element is there from the beginning. */
function grown(write: (w: Writer, name: string, others: Elements) => void): Form<Elements> {
  return (w, [first, ...others]) => {
    if (first === undefined || others.length === 0) return null;
    const name = w.declare("list", array([first]));
    write(w, name, others);
    return name;
  };
}

/** A list in a variable that is empty at first. */
function filled(write: (w: Writer, name: string, elements: Elements) => void): Form<Elements> {
  return (w, elements) => {
    const name = w.declare("list", `[]${w.ts(" as object[]")}`);
    write(w, name, elements);
    return name;
  };
}

/** A list with an element too much, which is taken away again. */
function mended(write: (w: Writer, name: string, elements: Elements, gone: string) => void): Form<Elements> {
  return (w, elements) => {
    const gone = w.declare("old", damaged(w));
    const name = w.name("list");
    write(w, name, elements, gone);
    return name;
  };
}

function halves(elements: Elements): readonly [string, string] {
  const place = Math.ceil(elements.length / 2);
  return [array(elements.slice(0, place)), array(elements.slice(place))];
}

/** Plain elements only: a spread cannot be called, mapped or put into an object. */
function ofSingles(write: (w: Writer, elements: Elements) => string | null): Form<Elements> {
  return (w, elements) => (elements.some((each) => each.startsWith("...")) ? null : write(w, elements));
}

export const lists: Table<Elements> = {
  kind: "list",
  forms: {
    literal: (_, elements) => array(elements),
    const: (w, elements) => w.declare("list", array(elements)),
    let: (w, elements) => {
      const name = w.name("list");
      w.add(`let ${name} = ${array(elements)};`);
      return name;
    },
    "let, assigned again": (w, elements) => {
      const name = w.name("list");
      w.add(`let ${name}${w.ts(": object[]")} = [${damaged(w)}];`);
      w.add(`${name} = ${array(elements)};`);
      return name;
    },
    "let, assigned in a function": (w, elements) => {
      const [name, fill] = [w.name("list"), w.name("fill")];
      w.add(`let ${name}${w.ts(": object[]")} = [];`);
      w.add(`function ${fill}() { ${name} = ${array(elements)}; }`);
      w.add(`${fill}();`);
      return name;
    },
    "as const": (w, elements) => `(${array(elements)}${w.ts(" as const")})`,
    frozen: (_, elements) => `Object.freeze(${array(elements)})`,
    comma: (_, elements) => `(0, ${array(elements)})`,
    "spread of a constant": (w, elements) => `[...${w.declare("list", array(elements))}]`,
    "spread of two": (w, elements) => {
      const [left, right] = halves(elements);
      return `[...${w.declare("first", left)}, ...${w.declare("second", right)}]`;
    },
    "elements in constants": ofSingles((w, elements) => array(elements.map((each) => w.declare("provider", each)))),
    "elements of another list": ofSingles((w, elements) => {
      const name = w.declare("all", array(elements));
      return array(elements.map((_, index) => `${name}[${String(index)}]`));
    }),
    "elements of an object": ofSingles((w, elements) => {
      const name = w.declare("all", `{ ${elements.map((each, index) => `p${String(index)}: ${each}`).join(", ")} }`);
      return array(elements.map((_, index) => `${name}.p${String(index)}`));
    }),
    "destructured elements": ofSingles((w, elements) => {
      const names = elements.map(() => w.name("provider"));
      w.add(`const [${names.join(", ")}] = ${array(elements)};`);
      return array(names);
    }),
    "known condition": (w, elements) => w.choose(true, array(elements), `[${damaged(w)}]`, true),
    "?? of undefined": (_, elements) => `(undefined ?? ${array(elements)})`,
    "|| of an empty string": (_, elements) => `("" || ${array(elements)})`,
    "named export": (w, elements) => {
      if (!w.isModuleLevel) return null;
      const name = w.name("list");
      w.file.hasExports = true;
      w.add(`export const ${name} = ${array(elements)};`);
      return name;
    },

    // Statements that add.
    push: grown((w, name, others) => others.forEach((each) => w.add(`${name}.push(${each});`))),
    "push of all": filled((w, name, elements) => w.add(`${name}.push(${elements.join(", ")});`)),
    "push, bracket": grown((w, name, others) => others.forEach((each) => w.add(`${name}["push"](${each});`))),
    "push, computed": grown((w, name, others) =>
      others.forEach((each) => w.add(`${name}[${w.declare("method", '["pu", "sh"].join("")')}](${each});`)),
    ),
    "push of a spread": grown((w, name, others) => w.add(`${name}.push(...${array(others)});`)),
    "push.apply": grown((w, name, others) => w.add(`${name}.push.apply(${name}, ${array(others)});`)),
    "push.call": grown((w, name, others) => others.forEach((each) => w.add(`${name}.push.call(${name}, ${each});`))),
    "Array.prototype.push.call": grown((w, name, others) =>
      w.add(`Array.prototype.push.call(${name}, ${others.join(", ")});`),
    ),
    "push, bound": grown((w, name, others) => {
      const add = w.declare("add", `${name}.push.bind(${name})`);
      others.forEach((each) => w.add(`${add}(${each});`));
    }),
    "push under a known condition": grown((w, name, others) =>
      others.forEach((each) => w.add(`if (${w.test(true)}) ${name}.push(${each});`)),
    ),
    "push under &&": grown((w, name, others) =>
      others.forEach((each) => w.add(`${w.test(true)} && ${name}.push(${each});`)),
    ),
    "push where the list is short": grown((w, name, others) =>
      others.forEach((each) => w.add(`if (${name}.length < 9) ${name}.push(${each});`)),
    ),
    "push in a block": grown((w, name, others) => w.add(`{ const next = ${array(others)}; ${name}.push(...next); }`)),
    "push in a labelled block": grown((w, name, others) => {
      w.add(`ready: { if (${w.test(true)}) break ready; ${name}.length = 0; }`);
      others.forEach((each) => w.add(`${name}.push(${each});`));
    }),
    "push in try": grown((w, name, others) => w.add(`try { ${name}.push(${others.join(", ")}); } catch {}`)),
    "push in catch": grown((w, name, others) =>
      w.add(`try { throw new Error("x"); } catch { ${name}.push(${others.join(", ")}); }`),
    ),
    "push in finally": grown((w, name, others) =>
      w.add(`try { void 0; } finally { ${name}.push(${others.join(", ")}); }`),
    ),
    "push in catch of a function": grown((w, name, others) => {
      const fail = w.name("fail");
      w.add(`function ${fail}() { throw new Error("x"); }`);
      w.add(`try { ${fail}(); } catch (error) { ${name}.push(${others.join(", ")}); }`);
    }),
    "push in a switch": grown((w, name, others) =>
      w.add(
        `switch (${w.declare("kind", '"full"')}) { case "none": break; case "full": ${name}.push(${others.join(", ")}); }`,
      ),
    ),
    "push in a function": grown((w, name, others) => {
      const add = w.name("add");
      w.add(`function ${add}(provider) { ${name}.push(provider); }`);
      others.forEach((each) =>
        w.add(each.startsWith("...") ? `${array([each])}.forEach(${add});` : `${add}(${each});`),
      );
    }),
    "push in an arrow": grown((w, name, others) => {
      const add = w.declare("add", `(...all) => ${name}.push(...all)`);
      w.add(`${add}(${others.join(", ")});`);
    }),
    "push in a function, bound": grown((w, name, others) => {
      const add = w.name("add");
      w.add(`function ${add}(...all) { ${name}.push(...all); }`);
      w.add(`${add}.bind(null)(${others.join(", ")});`);
    }),
    "push in a function, called": grown((w, name, others) => {
      const add = w.name("add");
      w.add(`function ${add}(...all) { for (const each of all) ${name}.push(each); }`);
      w.add(`${add}.call(null, ${others.join(", ")});`);
    }),
    "push to a default parameter": grown((w, name, others) => {
      const add = w.name("add");
      w.add(`function ${add}(all, to = ${name}) { to.push(...all); }`);
      w.add(`${add}(${array(others)});`);
    }),
    "push through an alias": grown((w, name, others) =>
      w.add(`${w.declare("alias", name)}.push(${others.join(", ")});`),
    ),
    "push through an object": grown((w, name, others) =>
      w.add(`${w.declare("holder", `{ all: ${name} }`)}.all.push(${others.join(", ")});`),
    ),
    "push in a method": grown((w, name, others) => {
      const api = w.declare("api", `{ add: (...all) => ${name}.push(...all) }`);
      w.add(`${api}.add(${others.join(", ")});`);
    }),
    "push in a method, computed": grown((w, name, others) => {
      const api = w.declare("api", `{ add: (...all) => ${name}.push(...all) }`);
      w.add(`${api}["a" + "dd"](${others.join(", ")});`);
    }),
    "push in an IIFE": grown((w, name, others) => w.add(`(() => { ${name}.push(${others.join(", ")}); })();`)),
    "push in nested IIFEs": grown((w, name, others) => {
      const depth = w.choices.oneOf("depth", [12, 5, 40, 130]);
      w.add(`${"(() => { ".repeat(depth)}${name}.push(${others.join(", ")}); ${"})(); ".repeat(depth)}`);
    }),
    "push in a recursive function": filled((w, name, elements) => {
      const [source, add] = [w.declare("source", array(elements)), w.name("add")];
      w.add(`function ${add}(i) { if (i >= ${source}.length) return; ${name}.push(${source}[i]); ${add}(i + 1); }`);
      w.add(`${add}(0);`);
    }),
    "push in a recursive function, conditional call": filled((w, name, elements) => {
      const [source, add] = [w.declare("source", array(elements)), w.name("add")];
      w.add(`function ${add}(i) { ${name}.push(${source}[i]); if (i < ${source}.length - 1) ${add}(i + 1); }`);
      w.add(`${add}(0);`);
    }),
    "push in for…of": filled((w, name, elements) =>
      w.add(`for (const each of ${array(elements)}) ${name}.push(each);`),
    ),
    "push in for…of, continue": filled((w, name, elements) =>
      w.add(`for (const each of [null, ${elements.join(", ")}]) { if (!each) continue; ${name}.push(each); }`),
    ),
    "push in for…of, break": filled((w, name, elements) =>
      w.add(
        `for (const each of [${elements.join(", ")}, null, ${damaged(w)}]) { if (each === null) break; ${name}.push(each); }`,
      ),
    ),
    "push in a counted loop": filled((w, name, elements) => {
      const source = w.declare("source", array(elements));
      w.add(`for (let i = 0; i < ${source}.length; i++) ${name}.push(${source}[i]);`);
    }),
    "push in a while loop": filled((w, name, elements) => {
      const source = w.declare("source", array(elements));
      w.add(`while (${name}.length < ${source}.length) ${name}.push(${source}[${name}.length]);`);
    }),
    "push in a do loop": filled((w, name, elements) => {
      const [source, i] = [w.declare("source", array(elements)), w.name("i")];
      w.add(`let ${i} = 0;`);
      w.add(`do { ${name}.push(${source}[${i}]); ${i}++; } while (${i} < ${source}.length);`);
    }),
    "push in for…in": filled((w, name, elements) => {
      const source = w.declare("source", array(elements));
      w.add(`for (const i in ${source}) ${name}.push(${source}[i]);`);
    }),
    "push in forEach()": filled((w, name, elements) =>
      w.add(`${array(elements)}.forEach((each) => { ${name}.push(each); });`),
    ),
    "push in forEach() over steps": ofSingles((w, elements) => {
      const name = w.declare("list", `[]${w.ts(" as object[]")}`);
      const steps = w.declare("steps", array(elements.map((each) => `() => ${name}.push(${each})`)));
      w.add(`${steps}.forEach((step) => step());`);
      return name;
    }),
    "push in steps of an object": ofSingles((w, elements) => {
      const name = w.declare("list", `[]${w.ts(" as object[]")}`);
      const steps = w.declare(
        "steps",
        `{ ${elements.map((each, index) => `s${String(index)}: () => ${name}.push(${each})`).join(", ")} }`,
      );
      w.add(`Object.values(${steps}).forEach((step) => step());`);
      return name;
    }),
    "push in steps, for…of": ofSingles((w, elements) => {
      const name = w.declare("list", `[]${w.ts(" as object[]")}`);
      const steps = w.declare("steps", array(elements.map((each) => `(to) => { to.push(${each}); }`)));
      w.add(`for (const step of ${steps}) step(${name});`);
      return name;
    }),
    "push by a generator": ofSingles((w, elements) => {
      const [name, steps] = [w.declare("list", `[]${w.ts(" as object[]")}`), w.name("steps")];
      w.add(`function* ${steps}() { ${elements.map((each) => `${name}.push(${each}); yield;`).join(" ")} }`);
      w.add(`for (const _ of ${steps}());`);
      return name;
    }),
    "push in an async function": filled((w, name, elements) => {
      const fill = w.name("fill");
      w.add(`async function ${fill}() { ${name}.push(${elements.join(", ")}); }`);
      w.add(`${fill}();`);
    }),
    "push in an async IIFE, before await": filled((w, name, elements) =>
      w.add(`(async () => { ${name}.push(${elements.join(", ")}); await null; ${name}.sort(() => 0); })();`),
    ),
    "push in an async IIFE, after await": (w, elements) => {
      const name = w.declare("list", array(elements));
      w.file.asynchronous = true;
      w.add(`(async () => { await null; ${name}.push(${damaged(w)}); })();`);
      return name;
    },
    "push in a queued promise callback": (w, elements) => {
      const name = w.declare("list", array(elements));
      w.file.asynchronous = true;
      w.add(`Promise.resolve().then(() => { ${name}.push(${damaged(w)}); });`);
      return name;
    },
    "push in a class": ofSingles((w, elements) => {
      const [name, named] = [w.declare("list", `[]${w.ts(" as object[]")}`), w.name("Registered")];
      w.add(`class ${named} { constructor(provider) { ${name}.push(provider); } }`);
      elements.forEach((each) => w.add(`new ${named}(${each});`));
      return name;
    }),
    "push in a static field": grown((w, name, others) =>
      w.add(`class ${w.name("Setup")} { static count = ${name}.push(${others.join(", ")}); }`),
    ),
    "push in a static block": grown((w, name, others) =>
      w.add(`class ${w.name("Setup")} { static { ${name}.push(${others.join(", ")}); } }`),
    ),
    "push in a static method": grown((w, name, others) => {
      const named = w.name("Setup");
      w.add(`class ${named} { static run(...all) { ${name}.push(...all); } }`);
      w.add(`${named}.run(${others.join(", ")});`);
    }),
    "push in a namespace": (w, [first, ...others]) => {
      if (!w.typescript || !w.isModuleLevel || first === undefined || others.length === 0) return null;
      const name = w.declare("list", array([first]));
      w.add(`namespace ${w.name("Setup")} { ${name}.push(${others.join(", ")}); export const done = true; }`);
      return name;
    },
    "push in a getter": grown((w, name, others) => {
      const holder = w.declare("holder", `{ get filled() { ${name}.push(${others.join(", ")}); return true; } }`);
      w.add(`void ${holder}.filled;`);
    }),
    "push in a condition": grown((w, name, others) => w.add(`if (${name}.push(${others.join(", ")}) > 0) void 0;`)),
    "push in a comma": grown((w, name, others) => w.add(`void (${name}.push(${others.join(", ")}), 0);`)),
    "push in a template": grown((w, name, others) => w.add(`void \`\${${name}.push(${others.join(", ")})}\`;`)),
    "push in a default value": grown((w, name, others) =>
      w.add(
        `const { count: ${w.name("count")} = ${name}.push(${others.join(", ")}) } = {}${w.ts(" as { count?: number }")};`,
      ),
    ),
    unshift: (w, elements) => {
      const [left, right] = [elements.slice(0, -1), elements.slice(-1)];
      if (left.length === 0) return null;
      const name = w.declare("list", array(right));
      w.add(`${name}.unshift(${left.join(", ")});`);
      return name;
    },
    splice: grown((w, name, others) => w.add(`${name}.splice(1, 0, ${others.join(", ")});`)),
    "assigned by index": ofSingles((w, elements) => {
      const name = w.declare("list", `[]${w.ts(" as object[]")}`);
      elements.forEach((each, index) => w.add(`${name}[${String(index)}] = ${each};`));
      return name;
    }),
    "assigned at the length": ofSingles((w, elements) => {
      const name = w.declare("list", `[]${w.ts(" as object[]")}`);
      elements.forEach((each) => w.add(`${name}[${name}.length] = ${each};`));
      return name;
    }),
    "length assigned": (w, elements) => {
      const name = w.declare("list", array(elements));
      w.add(`${name}.length = ${name}.length;`);
      return name;
    },
    "reassigned with a spread": grownLet((w, name, others) => w.add(`${name} = [...${name}, ${others.join(", ")}];`)),
    "reassigned with concat()": grownLet((w, name, others) => w.add(`${name} = ${name}.concat(${array(others)});`)),
    "eval of nothing": (w, elements) => {
      const name = w.declare("list", array(elements));
      w.add('(0, eval)("0");');
      return name;
    },
    logged: (w, elements) => {
      const name = w.declare("list", array(elements));
      w.add(`console.log("providers", ${name}.length, JSON.stringify(${name}));`);
      return name;
    },
    "array of the right length, filled": (w, elements) =>
      ofSinglesOnly(
        w,
        elements,
        (name) => `new Array(${String(elements.length)}).fill(null).map((_, i) => ${name}[i])`,
      ),

    // Methods that give a list.
    "concat()": (_, elements) => {
      const [left, right] = halves(elements);
      return `${left}.concat(${right})`;
    },
    "[].concat()": (_, elements) => {
      const [left, right] = halves(elements);
      return `[].concat(${left}, ${right})`;
    },
    "concat() of elements": ofSingles((_, elements) => `[].concat(${elements.join(", ")})`),
    "map() of identity": (_, elements) => `${array(elements)}.map((each) => each)`,
    "map() that copies": (_, elements) => `${array(elements)}.map((each) => ({ ...each }))`,
    "map() that adds": (_, elements) => `${array(elements)}.map((each, index) => ({ ...each, order: index }))`,
    "filter(Boolean)": (_, elements) => `[null, ${elements.join(", ")}, undefined].filter(Boolean)`,
    "filter() of null": (_, elements) => `[${elements.join(", ")}, null].filter((each) => each !== null)`,
    "filter() by a member": (w, elements) =>
      `${array([...elements, damaged(w).replace("{ ", "{ off: true, ")])}.filter((each) => !each.off)`,
    "filter() by a type guard": (w, elements) =>
      `[${elements.join(", ")}, null].filter((each)${w.ts(": each is object")} => Boolean(each))`,
    "flatMap()": (_, elements) => `${array(elements)}.flatMap((each) => [each])`,
    "flatMap() of nothing and all": (_, elements) => `[0, 1].flatMap((each) => (each === 0 ? [] : ${array(elements)}))`,
    "flat()": (_, elements) => {
      const [left, right] = halves(elements);
      return `[${left}, ${right}].flat()`;
    },
    "flat() of levels": (_, elements) => `[[${array(elements)}]].flat(2)`,
    "reduce() that concatenates": (_, elements) => {
      const [left, right] = halves(elements);
      return `[${left}, ${right}].reduce((all, each) => [...all, ...each], [])`;
    },
    "reduce() that pushes": (w, elements) =>
      `${array(elements)}.reduce((all, each) => { all.push(each); return all; }, []${w.ts(" as object[]")})`,
    "slice()": (_, elements) => `${array(elements)}.slice()`,
    "reverse() twice": (_, elements) => `${array(elements)}.reverse().reverse()`,
    "toReversed() of the reversed": (_, elements) => `${array(elements)}.toReversed().toReversed()`,
    "sort() by nothing": (_, elements) => `${array(elements)}.sort(() => 0)`,
    "Array.from()": (_, elements) => `Array.from(${array(elements)})`,
    "Array.of()": (_, elements) => `Array.of(${elements.join(", ")})`,
    "new Array()": ofSingles((_, elements) => (elements.length > 1 ? `new Array(${elements.join(", ")})` : null)),
    "spread of a Set": (_, elements) => `[...new Set(${array(elements)})]`,
    "Array.from() of a Set": (w, elements) => {
      const name = w.declare("set", "new Set()");
      elements.forEach((each) =>
        w.add(
          each.startsWith("...") ? `for (const each of ${array([each])}) ${name}.add(each);` : `${name}.add(${each});`,
        ),
      );
      return `Array.from(${name})`;
    },
    "values() of a Map": ofSingles((w, elements) => {
      const name = w.declare(
        "map",
        `new Map([${elements.map((each, index) => `["p${String(index)}", ${each}]`).join(", ")}])`,
      );
      return `[...${name}.values()]`;
    }),
    "Map.set() and values()": ofSingles((w, elements) => {
      const name = w.declare("map", "new Map()");
      elements.forEach((each, index) => w.add(`${name}.set("p${String(index)}", ${each});`));
      return `Array.from(${name}.values())`;
    }),
    "Object.values()": ofSingles(
      (w, elements) =>
        `Object.values(${w.declare("all", `{ ${elements.map((each, index) => `p${String(index)}: ${each}`).join(", ")} }`)})`,
    ),
    "Object.entries().map()": ofSingles(
      (w, elements) =>
        `Object.entries(${w.declare("all", `{ ${elements.map((each, index) => `p${String(index)}: ${each}`).join(", ")} }`)}).map(([, each]) => each)`,
    ),
    "Object.keys().map()": ofSingles((w, elements) => {
      const name = w.declare("all", `{ ${elements.map((each, index) => `p${String(index)}: ${each}`).join(", ")} }`);
      return `Object.keys(${name}).map((key) => ${name}[key])`;
    }),
    "keys mapped to an object": ofSingles((w, elements) => {
      const name = w.declare("all", `{ ${elements.map((each, index) => `p${String(index)}: ${each}`).join(", ")} }`);
      return `${array(elements.map((_, index) => `"p${String(index)}"`))}.map((key) => ${name}[key])`;
    }),
    "generator, spread": ofSingles((w, elements) => {
      const named = w.name("all");
      w.add(`function* ${named}() { ${elements.map((each) => `yield ${each};`).join(" ")} }`);
      return `[...${named}()]`;
    }),
    "generator, yield*": (w, elements) => {
      const named = w.name("all");
      w.add(`function* ${named}() { yield* ${array(elements)}; }`);
      return `Array.from(${named}())`;
    },
    "iterator of its own": (_, elements) => `[...{ *[Symbol.iterator]() { yield* ${array(elements)}; } }]`,
    "JSON round trip": (_, elements) => `JSON.parse(JSON.stringify(${array(elements)}))`,
    "list with toJSON()": (_, elements) => `Object.assign(${array(elements)}, { toJSON() { return [...this]; } })`,

    // Functions.
    IIFE: (_, elements) => `(() => ${array(elements)})()`,
    "IIFE that pushes": (_, elements) => `(() => { const all = []; all.push(${elements.join(", ")}); return all; })()`,
    function: (w, elements) => {
      const build = w.name("build");
      w.add(`function ${build}() { return ${array(elements)}; }`);
      return `${build}()`;
    },
    "function, written last": (w, elements) => {
      const build = w.name("build");
      const name = w.declare("list", `${build}()`);
      w.add(`function ${build}() { return ${array(elements)}; }`);
      return name;
    },
    "function with rest parameters": (w, elements) =>
      `${w.declare("listOf", "(...all) => all")}(${elements.join(", ")})`,
    "function with spread arguments": (w, elements) =>
      `${w.declare("listOf", "(...all) => [...all]")}(...${array(elements)})`,
    "function that filters": (w, elements) => {
      const compact = w.name("compact");
      w.add(`function ${compact}(all) { return all.filter((each) => each != null); }`);
      return `${compact}([null, ${elements.join(", ")}])`;
    },
    "function with an early return": (w, elements) => {
      const build = w.name("build");
      w.add(`function ${build}(on) { if (!on) return [${damaged(w)}]; return ${array(elements)}; }`);
      return `${build}(true)`;
    },
    "return in finally": (w, elements) => {
      const build = w.name("build");
      w.add(`function ${build}() { try { return [${damaged(w)}]; } finally { return ${array(elements)}; } }`);
      return `${build}()`;
    },
    "try and catch": (w, elements) => {
      const name = w.name("list");
      w.add(`let ${name}${w.ts(": object[]")} = [];`);
      w.add(`try { null${w.ts("!")}.x; ${name} = [${damaged(w)}]; } catch { ${name} = ${array(elements)}; }`);
      return name;
    },
    closure: (w, elements) => {
      const make = w.name("collect");
      w.add(
        `function ${make}() { const all = []; return { add(...more) { all.push(...more); return this; }, all: () => all }; }`,
      );
      return `${make}().add(${elements.join(", ")}).all()`;
    },
    "builder with this": ofSingles((w, elements) => {
      const builder = w.declare(
        "builder",
        `{ all: []${w.ts(" as object[]")}, add(each) { this.all.push(each); return this; } }`,
      );
      elements.forEach((each) => w.add(`${builder}.add(${each});`));
      return `${builder}.all`;
    }),
    "builder class": ofSingles((w, elements) => {
      const named = w.name("Registry");
      w.add(
        `class ${named} { #all = []; add(each) { this.#all.push(each); return this; } get all() { return [...this.#all]; } }`,
      );
      return `new ${named}()${elements.map((each) => `.add(${each})`).join("")}.all`;
    }),
    "class with a list": ofSingles((w, elements) => {
      const named = w.name("Registry");
      w.add(`class ${named} { all = []; register(each) { this.all = [...this.all, each]; } }`);
      const registry = w.declare("registry", `new ${named}()`);
      elements.forEach((each) => w.add(`${registry}.register(${each});`));
      return `${registry}.all`;
    }),
    "static list": ofSingles((w, elements) => {
      const named = w.name("Registry");
      w.add(`class ${named} { static all = []; static add(each) { ${named}.all.push(each); } }`);
      elements.forEach((each) => w.add(`${named}.add(${each});`));
      return `${named}.all`;
    }),
    "subclass of Array": (w, elements) => {
      const named = w.name("List");
      w.add(`class ${named} extends Array {}`);
      return `${named}.from(${array(elements)})`;
    },

    // A broken element that goes away again.
    "filter() of one": mended((w, name, elements, gone) =>
      w.add(
        `const ${name} = [${elements[0] ?? ""}, ${[gone, ...elements.slice(1)].join(", ")}].filter((each) => each !== ${gone});`,
      ),
    ),
    "slice() of the end": mended((w, name, elements, gone) =>
      w.add(`const ${name} = [${elements.join(", ")}, ${gone}].slice(0, -1);`),
    ),
    "slice() of the beginning": mended((w, name, elements, gone) =>
      w.add(`const ${name} = [${gone}, ${elements.join(", ")}].slice(1);`),
    ),
    pop: mended((w, name, elements, gone) => {
      w.add(`const ${name} = [${elements.join(", ")}, ${gone}];`);
      w.add(`${name}.pop();`);
    }),
    shift: mended((w, name, elements, gone) => {
      w.add(`const ${name} = [${gone}, ${elements.join(", ")}];`);
      w.add(`${name}.shift();`);
    }),
    "splice() of one": mended((w, name, elements, gone) => {
      w.add(`const ${name} = [${gone}, ${elements.join(", ")}];`);
      w.add(`${name}.splice(0, 1);`);
    }),
    "splice() at indexOf()": mended((w, name, elements, gone) => {
      w.add(`const ${name} = [${elements.join(", ")}, ${gone}];`);
      w.add(`${name}.splice(${name}.indexOf(${gone}), 1);`);
    }),
    "toSpliced()": mended((w, name, elements, gone) =>
      w.add(`const ${name} = [${gone}, ${elements.join(", ")}].toSpliced(0, 1);`),
    ),
    "length made shorter": mended((w, name, elements, gone) => {
      w.add(`const ${name} = [${elements.join(", ")}, ${gone}];`);
      w.add(`${name}.length -= 1;`);
    }),
    "length made zero": mended((w, name, elements, gone) => {
      w.add(`const ${name}${w.ts(": object[]")} = [${gone}];`);
      w.add(`${name}.length = 0;`);
      w.add(`${name}.push(${elements.join(", ")});`);
    }),
    "rest of a pattern": mended((w, name, elements, gone) =>
      w.add(`const [, ...${name}] = [${gone}, ${elements.join(", ")}];`),
    ),
    "Set.delete()": mended((w, name, elements, gone) => {
      const set = w.declare("set", `new Set([${gone}, ${elements.join(", ")}])`);
      w.add(`${set}.delete(${gone});`);
      w.add(`const ${name} = [...${set}];`);
    }),
    "element overwritten": mended((w, name, elements, gone) => {
      const [first = "", ...others] = elements;
      if (first.startsWith("...")) {
        w.add(`const ${name} = ${array(elements)};`);
        return;
      }
      w.add(`const ${name} = [${[gone, ...others].join(", ")}];`);
      w.add(`${name}[0] = ${first};`);
    }),
    "fill() of one": mended((w, name, elements, gone) => {
      const [first = "", ...others] = elements;
      if (first.startsWith("...")) {
        w.add(`const ${name} = ${array(elements)};`);
        return;
      }
      w.add(`const ${name} = [${[gone, ...others].join(", ")}].fill(${first}, 0, 1);`);
    }),
    "with() of one": mended((w, name, elements, gone) => {
      const [first = "", ...others] = elements;
      w.add(
        first.startsWith("...")
          ? `const ${name} = ${array(elements)};`
          : `const ${name} = [${[gone, ...others].join(", ")}].with(0, ${first});`,
      );
    }),
    "find() of each": mended((w, name, elements, gone) =>
      w.add(`const ${name} = [${gone}, ${elements.join(", ")}].filter((_, index) => index > 0);`),
    ),
  },
};

/** A list in a `let` that statements replace. */
function grownLet(write: (w: Writer, name: string, others: Elements) => void): Form<Elements> {
  return (w, [first, ...others]) => {
    if (first === undefined || others.length === 0) return null;
    const name = w.name("list");
    w.add(`let ${name}${w.ts(": object[]")} = ${array([first])};`);
    write(w, name, others);
    return name;
  };
}

function ofSinglesOnly(w: Writer, elements: Elements, write: (source: string) => string): string | null {
  return elements.some((each) => each.startsWith("...")) ? null : write(w.declare("source", array(elements)));
}
