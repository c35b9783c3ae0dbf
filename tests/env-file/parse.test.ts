import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEnvFile } from "../../src/env-file/parse.js";

function read(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const node of parseEnvFile(text).body) if (node.type === "Assignment") values[node.name.text] = node.value.text;
  return values;
}

/** The nodes of a file, each as its type and its text. */
function outline(text: string): string[] {
  const { body, comments } = parseEnvFile(text);
  const shown = (type: string, [start, end]: readonly [number, number]): string =>
    `${type} ${JSON.stringify(text.slice(start, end))}`;
  return [...body, ...comments]
    .sort((left, right) => left.range[0] - right.range[0])
    .flatMap((node) =>
      node.type === "Assignment"
        ? [shown("Name", node.name.range), shown("Value", node.value.range), shown("content", node.value.contentRange)]
        : [shown(node.type, node.range)],
    );
}

describe("what stands where", () => {
  it.each([
    ["", []],
    [" \r\n\t\n", []],
    ["A=b", ['Name "A"', 'Value "b"', 'content "b"']],
    ["export A = b # why", ['Name "A"', 'Value "b"', 'content "b"', 'Comment "# why"']],
    ["A=", ['Name "A"', 'Value ""', 'content ""']],
    ['A="b"  # why', ['Name "A"', 'Value "\\"b\\""', 'content "b"', 'Comment "# why"']],
    ["A='b\nc'", ['Name "A"', `Value "'b\\nc'"`, 'content "b\\nc"']],
    ['A="b', ['Name "A"', 'Value "\\"b"', 'content "\\"b"']],
    ["A='b' 'c'", ['Name "A"', `Value "'b' 'c'"`, `content "b' 'c"`]],
    ["# why\r\nA: b", ['Comment "# why"', 'Name "A"', 'Value "b"', 'content "b"']],
    ["export = 1", ['Name "export"', 'Value "1"', 'content "1"']],
    ["  no assignment \nA=b", ['InvalidLine "no assignment"', 'Name "A"', 'Value "b"', 'content "b"']],
    ["=b", ['InvalidLine "=b"']],
    ["no assignment # why", ['InvalidLine "no assignment"', 'Comment "# why"']],
    ["no#assignment\r\n", ['InvalidLine "no"', 'Comment "#assignment"']],
    ["'A'=b\u2028c", [`InvalidLine "'A'=b"`, 'InvalidLine "c"']],
    ["#", ['Comment "#"']],
    ["A=#b", ['Name "A"', 'Value ""', 'content ""', 'Comment "#b"']],
    ["A=  \nB", ['Name "A"', 'Value ""', 'content ""', 'InvalidLine "B"']],
    ["A='b", ['Name "A"', `Value "'b"`, `content "'b"`]],
    ["A='", ['Name "A"', `Value "'"`, `content "'"`]],
    ["A=''", ['Name "A"', `Value "''"`, 'content ""']],
    ["A=\n  `b`", ['Name "A"', 'Value "`b`"', 'content "b"']],
    ["\tA\t=\tb c\t", ['Name "A"', 'Value "b c"', 'content "b c"']],
  ])("%j", (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

it("says of each assignment whether it is exported", () => {
  const { body } = parseEnvFile("export A=1\nB=2\nexport\n\nC=3\nexport=4\nD");
  expect(body.map((node) => (node.type === "Assignment" ? node.isExported : node.type))).toEqual([
    true,
    false,
    true,
    false,
    "InvalidLine",
  ]);
});

it("says of each value in which quotes it stands", () => {
  const { body } = parseEnvFile("A=1\nB='2'\nC=\"3\"\nD=`4`\nE='5' '6'");
  expect(body.map((node) => (node.type === "Assignment" ? node.value.quote : node.type))).toEqual([
    null,
    "'",
    '"',
    "`",
    null,
  ]);
});

it("reads comments without the sign", () => {
  expect(parseEnvFile("# why\r\nA=b#c").comments.map(({ text }) => text)).toEqual([" why", "c"]);
});

it("spans the whole file", () => {
  expect(parseEnvFile("\nA=b\n")).toMatchObject({ type: "EnvFile", range: [0, 5] });
});

describe("the values are those of the dotenv package", () => {
  it.each([
    "A=b\nA=c",
    "A=b#c",
    "A= 'b#c' # d",
    'A="b\\nc\\r"',
    "A='b\\nc'",
    'A="b\\"c"',
    'A="b\\" # c',
    'A="b" c',
    "A=\n'b'",
    "A=\n\nB=c",
    "A:\r\nB=c",
    "A\n=b",
    "export A B=c",
    "export\tA=b",
    "\uFEFFA=b",
    "A='b\u2028c'",
    "A='b'\u2028'c'",
    "A=b\u2028C=d",
    "A-b.c=d",
    "A=`b'\"c`",
    'A="',
    'A="b\nB="c"',
    "A='b\r\nc\rd'",
    "A=x\u2028'b'\u2028'c'\u2028\"d\"e",
    'A="b\\n" c "d"',
    "A='b\\' # c\nB='",
  ])("%j", (text) => {
    expect(read(text)).toEqual(parse(text));
  });

  const pieces = [
    "A",
    "B_C",
    "export",
    " ",
    "=",
    ":",
    "'",
    '"',
    "`",
    "\\",
    "\\n",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u2028",
    "\u2029",
    "\f",
    "\uFEFF",
    "b",
    "$",
    "é",
    ".",
    "-",
    "A=",
    "'\n",
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

  it("in every text", () => {
    fc.assert(
      fc.property(text, (each) => void expect(read(each)).toEqual(parse(each))),
      { numRuns: 20_000, seed: 20260801 },
    );
  });

  it("wherever it looks for nodes, which follow each other within the text", () => {
    let found = 0;
    fc.assert(
      fc.property(text, (each) => {
        const { body, comments } = parseEnvFile(each);
        found += body.length + comments.length;
        const ranges = [...body, ...comments].map(({ range }) => range).sort(([left], [right]) => left - right);
        let end = 0;
        for (const range of ranges) {
          expect(range[0]).toBeGreaterThanOrEqual(end);
          expect(range[1]).toBeGreaterThan(range[0]);
          end = range[1];
        }
        expect(end).toBeLessThanOrEqual(each.length);
      }),
      { numRuns: 2_000, seed: 20260801 },
    );
    expect(found).toBeGreaterThan(2_000);
  });
});

it("reads a large file of anything in a moment", () => {
  for (const unit of [
    "\n",
    '"',
    'A="\\"\n',
    "A='\n",
    "export ",
    "A \n",
    "#",
    'A="b"x\n',
    "A:\n",
    "A=\n",
    "\u2028'y",
    "\u2028'",
    "'x\u2028",
    "A='\\'",
    ' \\"',
    "a #",
  ]) {
    const text = unit.repeat(300_000 / unit.length);
    const start = performance.now();
    parseEnvFile(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});
