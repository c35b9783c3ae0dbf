import { describe, expect, it } from "vitest";
import { TemplateProvider, rolesByNeed, templateParts } from "../../src/edit/template.js";
import { writeAudience } from "../../src/edit/audience.js";
import { applied, open } from "./open.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";

/** The client id as it is written in a provider of a file. */
function clientId(text: string, index = 0): string {
  const { editor, provider } = open(text);
  return editor.write([editor.clientId(provider(index))]);
}

const userManagement = (expression: string) =>
  `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${${expression}}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${${expression}}\` }`;
const bare = '{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256" }';

describe("the client id is written as the provider itself writes it", () => {
  it.each([
    {
      form: "as a constant",
      text: `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${userManagement("clientId")}] };\n`,
      is: "clientId",
    },
    {
      form: "as a variable",
      text: `export default { providers: [${userManagement("process.env.WORKOS_CLIENT_ID")}] };\n`,
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "as a variable in quotes",
      text: `export default { providers: [${userManagement('process.env["WORKOS_CLIENT_ID"]')}] };\n`,
      is: 'process.env["WORKOS_CLIENT_ID"]',
    },
    {
      form: "as a variable with !",
      text: `export default { providers: [${userManagement("process.env.WORKOS_CLIENT_ID!")}] };\n`,
      is: "process.env.WORKOS_CLIENT_ID!",
    },
    {
      form: "as a variable of another name",
      text: `export default { providers: [${userManagement("process.env.ENVIRONMENT_ID")}] };\n`,
      is: "process.env.ENVIRONMENT_ID",
    },
    {
      form: "as a member of the generated env",
      text: `import { env } from "./_generated/server";\nexport default { providers: [${userManagement("env.WORKOS_CLIENT_ID")}] };\n`,
      is: "env.WORKOS_CLIENT_ID",
    },
    {
      form: "as a call",
      text: `import { requireEnv } from "./env";\nexport default { providers: [${userManagement('requireEnv("WORKOS_CLIENT_ID")')}] };\n`,
      is: 'requireEnv("WORKOS_CLIENT_ID")',
    },
    {
      form: "as an import",
      text: `import { clientId } from "./ids";\nexport default { providers: [${userManagement("clientId")}] };\n`,
      is: "clientId",
    },
    {
      form: "as a literal",
      text: `export default { providers: [{ ...${bare}, applicationID: "${id}" }] };\n`,
      is: `"${id}"`,
    },
    {
      form: "as a literal in a URL",
      text: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/user_management/${id}" }] };\n`,
      is: `"${id}"`,
    },
    {
      form: "as a literal in a damaged URL",
      text: `export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/sso/token/x${id}" }] };\n`,
      is: `"${id}"`,
    },
    {
      form: "as a constant with a literal",
      text: `const id = "${id}";\nexport default { providers: [{ ...${bare}, applicationID: id }] };\n`,
      is: "id",
    },
    {
      form: "as its audience, by the name of the variable",
      text: `export default { providers: [{ ...${bare}, applicationID: process.env.WORKOS_CLIENT_ID }] };\n`,
      is: "process.env.WORKOS_CLIENT_ID",
    },
  ])("$form", ({ text, is }) => {
    expect(clientId(text)).toBe(is);
  });

  it("in a function, where the names there mean it", () => {
    const text = `const workos = (id: string) => (${userManagement("id")});\nexport default { providers: [workos(process.env.WORKOS_CLIENT_ID!)] };\n`;
    expect(clientId(text)).toBe("id");
  });

  it("in the nearest way that means the same there", () => {
    const text = `const f = () => { const inner = process.env.WORKOS_CLIENT_ID; return \`https://api.workos.com/user_management/\${inner}\`; };\nexport default { providers: [{ type: "customJwt", issuer: f() }] };\n`;
    expect(clientId(text)).toBe("process.env.WORKOS_CLIENT_ID");
  });

  it.each([
    {
      form: "where another provider has another id",
      text: `export default { providers: [${userManagement("process.env.A_ID")}, ${userManagement("process.env.B_ID")}] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "where another provider writes it in another way",
      text: `const clientId = process.env.B_ID;\nexport default { providers: [${userManagement("clientId")}, ${userManagement("process.env.B_ID")}] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "in its issuer",
      text: `const clientId = process.env.B_ID;\nexport default { providers: [${userManagement("clientId")}, { issuer: \`https://api.workos.com/user_management/\${process.env.B_ID}\` }] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "in its key set",
      text: `const clientId = process.env.B_ID;\nexport default { providers: [${userManagement("clientId")}, { jwks: \`https://api.workos.com/sso/jwks/\${process.env.B_ID}\` }] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "in its audience",
      text: `const clientId = process.env.B_CLIENT_ID;\nexport default { providers: [${userManagement("clientId")}, { ...${bare}, applicationID: process.env.B_CLIENT_ID }] };\n`,
      is: "process.env.B_CLIENT_ID",
    },
    {
      form: "in its audience alone",
      text: `export default { providers: [${userManagement("process.env.A_ID")}, { ...${bare}, applicationID: process.env.B_CLIENT_ID }] };\n`,
      is: "process.env.B_CLIENT_ID",
    },
    {
      form: "beside other variables",
      text: `export default { providers: [${userManagement("process.env.A_ID")}, { issuer: \`https://api.workos.com/user_management/\${process.env.B_ID}\`, jwks: \`https://\${process.env.HOST}/keys\` }] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "where its keys have one that cannot be written",
      text: `export default { providers: [${userManagement("process.env.A_ID")}, { issuer: \`https://api.workos.com/user_management/\${process.env.B_ID}\`, jwks: \`https://api.workos.com/sso/jwks/\${process\n.env.C_ID}\` }] };\n`,
      is: "process.env.B_ID",
    },
    {
      form: "as a literal, where the file reads variables",
      text: `const mode = process.env.MODE;\nexport default { providers: [${bare}, { ...${bare}, applicationID: "${id}" }] };\n`,
      is: `"${id}"`,
    },
    {
      form: "as a literal in its keys alone",
      text: `export default { providers: [${bare}, { jwks: "https://api.workos.com/sso/jwks/${id}" }] };\n`,
      is: `"${id}"`,
    },
    {
      form: "not as a literal, where its issuer reads it",
      text: `export default { providers: [${bare}, { issuer: \`https://api.workos.com/user_management/\${process\n.env.B_ID}\`, applicationID: "${id}" }] };\n`,
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "not as half of it",
      text: `export default { providers: [${bare}, { issuer: \`https://api.workos.com/user_management/\${process.env.A}\${process.env.B}\` }] };\n`,
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "not as an audience that may be anything",
      text: `export default { providers: [${bare}, { ...${bare}, applicationID: process.env.AUDIENCE }] };\n`,
      is: "process.env.WORKOS_CLIENT_ID",
    },
  ])("$form, as the second of a list", ({ text, is }) => {
    expect(clientId(text, 1)).toBe(is);
  });

  it("not over several lines, not with comments, and not by what Convex lacks", () => {
    const text = (expression: string) =>
      `export default { providers: [{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${${expression}}\` }] };\n`;
    expect(clientId(text("process\n.env.MY_ID"))).toBe("process.env.WORKOS_CLIENT_ID");
    expect(clientId(text("process.env/* the id */.MY_ID"))).toBe("process.env.WORKOS_CLIENT_ID");
    expect(clientId(text("import.meta.env.VITE_ID"))).toBe("process.env.WORKOS_CLIENT_ID");
  });
});

describe("where the provider does not write it", () => {
  it("it is written as another provider writes it", () => {
    expect(
      clientId(
        `import { clientId } from "./ids";\nexport default { providers: [${bare}, ${userManagement("clientId")}] };\n`,
      ),
    ).toBe("clientId");
  });

  it("it is a constant of the file", () => {
    expect(
      clientId(`const workosClientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${bare}] };\n`),
    ).toBe("workosClientId");
  });

  it("it is no constant that is declared further down, unless a function runs later", () => {
    expect(
      clientId(
        `const p = ${bare};\nconst clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [p] };\n`,
      ),
    ).toBe("process.env.WORKOS_CLIENT_ID");
    expect(
      clientId(
        `const make = () => (${bare});\nconst clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [make()] };\n`,
      ),
    ).toBe("clientId");
  });

  it("it is no constant of another provider that is declared further down, but what that holds", () => {
    expect(
      clientId(
        `const p = ${bare};\nconst id = process.env.MY_ID;\nexport default { providers: [p, ${userManagement("id")}] };\n`,
      ),
    ).toBe("process.env.MY_ID");
  });

  it("it is no constant that another name hides", () => {
    expect(
      clientId(
        `const clientId = process.env.WORKOS_CLIENT_ID;\nconst make = (clientId: string) => (${bare});\nexport default { providers: [make("x")] };\n`,
      ),
    ).toBe("process.env.WORKOS_CLIENT_ID");
  });

  it("it is no constant for something else", () => {
    expect(clientId(`const key = process.env.WORKOS_API_KEY;\nexport default { providers: [${bare}] };\n`)).toBe(
      "process.env.WORKOS_CLIENT_ID",
    );
  });

  it("it is not looked for in an issuer that is none", () => {
    expect(clientId('export default { providers: [{ type: "customJwt" }] };\n')).toBe("process.env.WORKOS_CLIENT_ID");
    expect(clientId('export default { providers: [{ type: "customJwt", issuer: 5 }] };\n')).toBe(
      "process.env.WORKOS_CLIENT_ID",
    );
  });

  it("it is the literal of another provider, where the file reads no environment at all", () => {
    expect(
      clientId(
        `export default { providers: [${bare}, { type: "customJwt", issuer: "https://api.workos.com/user_management/${id}" }] };\n`,
      ),
    ).toBe(`"${id}"`);
    expect(
      clientId(
        `const mode = process.env.MODE;\nexport default { providers: [${bare}, { type: "customJwt", issuer: "https://api.workos.com/user_management/${id}" }] };\n`,
      ),
    ).toBe("process.env.WORKOS_CLIENT_ID");
  });

  it("it is the literal of another provider, where the file reads the one of the front end alone", () => {
    expect(
      clientId(
        `const mode = import.meta.env.MODE;\nexport default { providers: [${bare}, { type: "customJwt", issuer: "https://api.workos.com/user_management/${id}" }] };\n`,
      ),
    ).toBe(`"${id}"`);
  });

  it("it is an import, even if that stands further down", () => {
    expect(
      clientId(
        `export default { providers: [${bare}, ${userManagement("clientId")}] };\nimport { clientId } from "./ids";\n`,
      ),
    ).toBe("clientId");
  });

  it.each([
    {
      form: "that is declared further down",
      text: `const p = { ...${bare}, applicationID: "${id}" };\nconst id = "${id}";\nexport default { providers: [p] };\n`,
    },
    {
      form: "that another name hides",
      text: `const id = "${id}";\nconst make = (id: string) => ({ type: "customJwt", issuer: "https://api.workos.com/", applicationID: "${id}" });\nexport default { providers: [make("x")] };\n`,
    },
  ])("it is no constant with this literal $form", ({ text }) => {
    expect(clientId(text)).toBe(`"${id}"`);
  });

  it("it is the constant that holds this literal", () => {
    const text = `const name = "x";\nconst id = "${id}";\nexport default { providers: [${bare}, { type: "customJwt", issuer: \`https://api.workos.com/user_management/\${id}\` }] };\n`;
    expect(clientId(text)).toBe("id");
  });

  it.each([
    { form: "as process.env", before: "", is: "process.env.WORKOS_CLIENT_ID" },
    { form: "as the file reads others", before: "const mode = process.env.MODE;", is: "process.env.WORKOS_CLIENT_ID" },
    {
      form: "in quotes, as the file reads others",
      before: "const mode = process.env['MODE'];",
      is: "process.env['WORKOS_CLIENT_ID']",
    },
    {
      form: "not by a computed name",
      before: 'const name = "MODE"; const mode = process.env[name];',
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "from the generated env that others are read from",
      before: 'import { env } from "./_generated/server"; const mode = env.MODE;',
      is: "env.WORKOS_CLIENT_ID",
    },
    {
      form: "from the generated env that is imported",
      before: 'import { env } from "./_generated/server";',
      is: "env.WORKOS_CLIENT_ID",
    },
    {
      form: "from a constant that holds the environment",
      before: "const env = process.env;",
      is: "env.WORKOS_CLIENT_ID",
    },
    {
      form: "from process.env beside a destructured one",
      before: "const { MODE } = process.env;",
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "from what can be read there",
      before: "const f = () => { const inner = process.env; return inner.MODE; }; const mode = f();",
      is: "process.env.WORKOS_CLIENT_ID",
    },
    {
      form: "not with types around",
      before: "const mode = (process.env as any).MODE;",
      is: "process.env.WORKOS_CLIENT_ID",
    },
  ])("it is read $form", ({ before, is }) => {
    expect(clientId(`${before}\nexport default { providers: [${bare}] };\n`)).toBe(is);
  });

  it("it is not read from a constant that stands further down", () => {
    expect(clientId(`export default { providers: [${bare}] };\nconst env = process.env;\n`)).toBe(
      "process.env.WORKOS_CLIENT_ID",
    );
  });

  it("it is not read from something else of the same name", () => {
    const text = (name: string) =>
      `import { env } from "./_generated/server";\nconst make = (${name}) => (${bare});\nexport default { providers: [make(1)] };\n`;
    expect(clientId(text("env"))).toBe("process.env.WORKOS_CLIENT_ID");
    expect(clientId(text("other"))).toBe("env.WORKOS_CLIENT_ID");
  });
});

describe("the client id as an expression, for a file that has it as a literal", () => {
  function expression(before: string): string {
    const { editor, provider } = open(
      `${before}\nexport default { providers: [{ ...${bare}, applicationID: "${id}" }] };\n`,
    );
    return editor.clientIdExpression(provider().object.origin);
  }

  it.each([
    { before: "", is: "process.env.WORKOS_CLIENT_ID" },
    { before: "const clientId = process.env.WORKOS_CLIENT_ID;", is: "clientId" },
    { before: "const clientId = process.env.OTHER_CLIENT_ID;", is: "process.env.WORKOS_CLIENT_ID" },
    { before: 'import { env } from "./_generated/server";', is: "env.WORKOS_CLIENT_ID" },
  ])("is $is after: $before", ({ before, is }) => {
    expect(expression(before)).toBe(is);
  });
});

describe("a pattern", () => {
  it("is written with what its pieces are written as", () => {
    const { editor, provider } = open(
      `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${userManagement("clientId")}] };\n`,
    );
    const { issuer, object } = provider();
    expect(editor.writtenParts(issuer?.pattern ?? "", object.origin)).toEqual([
      "https://api.workos.com/user_management/",
      { kind: "expression", text: "clientId" },
    ]);
  });

  it("is not written where a piece cannot be", () => {
    const { editor, provider } = open(
      "export default { providers: [{ issuer: `https://${process\n.env.HOST}/` }] };\n",
    );
    const { issuer, object } = provider();
    expect(editor.writtenParts(issuer?.pattern ?? "", object.origin)).toBeNull();
  });
});

describe("the template", () => {
  const opened = open(
    `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${userManagement("clientId")}] };\n`,
  );
  const { editor, provider } = opened;
  const piece = { kind: "expression", text: "clientId" } as const;

  it("has two issuers, and one place for the keys", () => {
    const host = "auth.example.com";
    expect(templateParts("shared", "issuer", host, piece)).toEqual(["https://auth.example.com/"]);
    expect(templateParts("user-management", "issuer", host, piece)).toEqual([
      "https://auth.example.com/user_management/",
      piece,
    ]);
    for (const role of ["shared", "user-management"] as const)
      expect(templateParts(role, "jwks", host, piece)).toEqual(["https://auth.example.com/sso/jwks/", piece]);
  });

  it("has the role that a list needs more in front", () => {
    const rolesOf = (list: string) =>
      rolesByNeed(open(`import { flag } from "./flag";\nexport default { providers: [${list}] };\n`).config);
    expect(rolesOf(bare)).toEqual(["user-management", "shared"]);
    expect(rolesOf(userManagement("process.env.WORKOS_CLIENT_ID"))).toEqual(["shared", "user-management"]);
    expect(rolesOf(`${bare}, { domain: process.env.AUTH_DOMAIN, applicationID: "convex" }`)).toEqual([
      "user-management",
      "shared",
    ]);
    expect(rolesOf(`{ type: "customJwt", issuer: "https://api.workos.com/sso/${id}", algorithm: "RS256" }`)).toEqual([
      "shared",
      "user-management",
    ]);
    expect(rolesOf("")).toEqual(["user-management", "shared"]);
    const inOneVariant = `...(flag ? [${userManagement("process.env.WORKOS_CLIENT_ID")}] : [])`;
    expect(rolesOf(inOneVariant)).toEqual(["user-management", "shared"]);
  });

  it("has an audience on the shared issuer alone", () => {
    const membersOf = (role: "shared" | "user-management") =>
      new TemplateProvider(role, provider(), editor).members().map(({ name, value }) => `${name}: ${value}`);
    expect(membersOf("shared")).toEqual([
      'type: "customJwt"',
      'issuer: "https://api.workos.com/"',
      'algorithm: "RS256"',
      "applicationID: clientId",
      "jwks: `https://api.workos.com/sso/jwks/${clientId}`",
    ]);
    expect(membersOf("user-management")).toEqual([
      'type: "customJwt"',
      "issuer: `https://api.workos.com/user_management/${clientId}`",
      'algorithm: "RS256"',
      "jwks: `https://api.workos.com/sso/jwks/${clientId}`",
    ]);
  });
});

describe("an audience", () => {
  function withAudience(text: string): string | null {
    const { editor, provider } = open(text);
    return applied(text, writeAudience(provider(), editor));
  }

  it("is added", () => {
    expect(
      withAudience('export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/" }] };\n'),
    ).toBe(
      'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }] };\n',
    );
  });

  it("takes the place of an empty one", () => {
    expect(
      withAudience(
        'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", applicationID: undefined }] };\n',
      ),
    ).toBe(
      'export default { providers: [{ type: "customJwt", issuer: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }] };\n',
    );
  });
});
