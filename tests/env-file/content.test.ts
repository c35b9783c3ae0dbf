import { describe, expect, it } from "vitest";
import { isEnvFileName, readEnvFile, readEnvFileName } from "../../src/env-file/content.js";
import { parseEnvFile } from "../../src/env-file/parse.js";

describe("the names of files", () => {
  it.each([
    ".env",
    ".env.local",
    ".env.production",
    ".env.production.local",
    ".env.convex",
    "prod.env",
    "convex.env",
    ".env.example",
  ])("%s is one of variables", (name) => {
    expect(isEnvFileName(name)).toBe(true);
  });

  it.each([
    "env",
    "env.ts",
    "env.d.ts",
    ".envrc",
    ".environment",
    "x.env.ts",
    "my.env.local",
    ".env-cmdrc",
    "README.md",
    "",
    ".env.ts",
    ".env.d.ts",
    ".env.json",
    ".env.production.gpg",
  ])("%s is none", (name) => {
    expect(isEnvFileName(name)).toBe(false);
  });
});

describe("the role of a file", () => {
  it.each([
    { name: ".env", role: "development" },
    { name: ".env.local", role: "development" },
    { name: ".env.development", role: "development" },
    { name: ".env.test", role: "development" },
    { name: ".env.staging", role: "development" },
    { name: "web.env", role: "development" },
    { name: ".env.example", role: "example" },
    { name: ".env.sample", role: "example" },
    { name: ".env.template", role: "example" },
    { name: ".env.dist", role: "example" },
    { name: "example.env", role: "example" },
    { name: ".env.local-example", role: "example" },
    { name: ".env.docker_sample", role: "example" },
    { name: ".env.EXAMPLE", role: "example" },
    { name: ".env.example.local", role: "example" },
    { name: ".env.production.example", role: "example" },
    { name: ".env.convex.example", role: "example" },
    { name: ".env.examples", role: "development" },
    { name: ".env.convex", role: "convex" },
    { name: ".env.convex.local", role: "convex" },
  ])("$name: $role", ({ name, role }) => {
    expect(readEnvFileName(name)).toEqual({ name, role, isProduction: false });
  });

  it.each([
    { name: ".env.production", role: "production" },
    { name: ".env.production.local", role: "production" },
    { name: ".env.prod", role: "production" },
    { name: ".env.PROD", role: "production" },
    { name: ".env.prod-eu", role: "production" },
    { name: ".env.prod2", role: "production" },
    { name: ".env.vercel-production", role: "production" },
    { name: "prod.env", role: "production" },
    { name: "production.env", role: "production" },
    { name: "web_prod.env", role: "production" },
    { name: ".env.convex.prod", role: "convex" },
    { name: ".env.convex-production", role: "convex" },
    { name: ".env.convex_prod", role: "convex" },
  ])("$name: $role, of production", ({ name, role }) => {
    expect(readEnvFileName(name)).toEqual({ name, role, isProduction: true });
  });

  it.each([
    ".env.preprod",
    ".env.pre-prod",
    ".env.nonprod",
    ".env.non-production",
    ".env.not_prod",
    ".env.product",
    ".env.products.local",
    "reproduce.env",
    ".env.prods",
  ])("%s: not of production", (name) => {
    expect(readEnvFileName(name)).toEqual({ name, role: "development", isProduction: false });
  });
});

describe("the variables", () => {
  const read = (text: string): unknown[] =>
    readEnvFile(".env", parseEnvFile(text)).variables.map(
      ({ name, kind, value, isKnown, nameNode, valueNode, contentRange }) => [
        name,
        kind,
        isKnown ? value : null,
        text.slice(...nameNode.range),
        text.slice(...valueNode.range),
        text.slice(...contentRange),
      ],
    );

  it("are what a program gets", () => {
    expect(read('# why\nexport WORKOS_CLIENT_ID = "client_01" # which\nno assignment\nPORT=3000\n')).toEqual([
      ["WORKOS_CLIENT_ID", "client-id", "client_01", "WORKOS_CLIENT_ID", '"client_01"', "client_01"],
      ["PORT", null, "3000", "PORT", "3000", "3000"],
    ]);
  });

  it("of one name are one: the last", () => {
    expect(read("A=1\nB=2\nA=3\n")).toEqual([
      ["A", null, "3", "A", "3", "3"],
      ["B", null, "2", "B", "2", "2"],
    ]);
  });

  it.each(["A=", 'A=""', "A=$B", "A='op://vault/item/field'", 'A="[SENSITIVE]"', "A=encrypted:abc"])(
    "may have a value that is not in the file: %s",
    (text) => {
      const [variable] = readEnvFile(".env", parseEnvFile(text)).variables;
      expect(variable).toMatchObject({ name: "A", value: "", isKnown: false });
    },
  );

  it("may have any name", () => {
    expect(read("__proto__=1\nconstructor=2\n1=3\n-=4\n").map((each) => (each as string[])[0])).toEqual([
      "__proto__",
      "constructor",
      "1",
      "-",
    ]);
  });
});

describe("what commands write", () => {
  /** As `npx convex env list --include-values` does: in single quotes where it has to, and over several lines. */
  it("reads the variables of a Convex deployment", () => {
    const text =
      'WORKOS_CLIENT_ID=client_01\nWITH_HASH=\'a#b\'\nKEY=\'-----BEGIN-----\nabc\n-----END-----\n\'\nIT="it\'s #1"\nJSON={"keys":[{"kid":"1"}]}\n';
    expect(readEnvFile(".env.convex", parseEnvFile(text))).toMatchObject({
      file: { role: "convex" },
      variables: [
        { name: "WORKOS_CLIENT_ID", value: "client_01" },
        { name: "WITH_HASH", value: "a#b" },
        { name: "KEY", value: "-----BEGIN-----\nabc\n-----END-----\n" },
        { name: "IT", value: "it's #1" },
        { name: "JSON", value: '{"keys":[{"kid":"1"}]}' },
      ],
    });
  });

  /** As `vercel env pull` does: all in double quotes, line ends as `\n`, secrets withheld. */
  it("reads the variables of a Vercel project", () => {
    const text =
      '# Created by Vercel CLI\nNEXT_PUBLIC_URL="https://example.com\\n"\nWORKOS_API_KEY="[SENSITIVE]"\nEMPTY=""\nVERCEL="1"\n';
    expect(readEnvFile(".env.local", parseEnvFile(text)).variables).toMatchObject([
      { name: "NEXT_PUBLIC_URL", value: "https://example.com\n", isKnown: true },
      { name: "WORKOS_API_KEY", value: "", isKnown: false },
      { name: "EMPTY", value: "", isKnown: false },
      { name: "VERCEL", value: "1", isKnown: true },
    ]);
  });
});
