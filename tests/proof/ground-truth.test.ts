import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { execute } from "./execute.js";
import type { Environment, ExecutionOptions } from "./execute.js";
import { verdictOf } from "./equivalence.js";
import { allDefects, noDefects, oneDefect, sample } from "./generate.js";
import { judge } from "./world.js";
import type { Verdict } from "./world.js";

const deployment: Environment = { WORKOS_CLIENT_ID: "client_01HENVMAIN00000000000000AA" };
const id = "${process.env.WORKOS_CLIENT_ID}";
const literal = "client_01HLITERALA0000000000000AA";
const otherLiteral = "client_01HLITERALB0000000000000BB";

const jwks = `jwks: \`https://api.workos.com/sso/jwks/${id}\``;
const shared = `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: process.env.WORKOS_CLIENT_ID, ${jwks} }`;
const session = `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/${id}\`, algorithm: "RS256", ${jwks} }`;
const file = (...providers: readonly string[]): string => `export default { providers: [${providers.join(", ")}] };`;

function verdict(
  text: string,
  options: Partial<ExecutionOptions> & { environments?: readonly Environment[] } = {},
): Promise<Verdict> {
  const { environments = [deployment], ...others } = options;
  const runs = environments.map((environment) => ({
    environment,
    execution: execute(text, { environment, ...others }),
  }));
  return judge(runs, { namesWorkos: /workos\.com/.test(text) });
}

describe("the execution of an auth config", () => {
  const run = (text: string, options: Partial<ExecutionOptions> = {}): unknown => {
    const execution = execute(text, { environment: deployment, ...options });
    if (execution.outcome === "exported") return execution.value;
    return execution.outcome === "unresolved"
      ? `unresolved: ${execution.specifier}`
      : `${execution.outcome}: ${execution.message}`;
  };
  const unset = (name: string): string =>
    `threw: Environment variable ${name} is used in auth config file but its value was not set`;

  test.each<[text: string, result: unknown]>([
    // What is read.
    [
      "export default { a: process.env.WORKOS_CLIENT_ID! } satisfies AuthConfig;",
      { a: deployment["WORKOS_CLIENT_ID"] },
    ],
    [
      'import { env } from "./_generated/server"; export default { a: env.WORKOS_CLIENT_ID };',
      { a: deployment["WORKOS_CLIENT_ID"] },
    ],
    ["export default { a: process.env.UNSET };", unset("UNSET")],
    ['export default { a: process.env.UNSET ?? "b" };', unset("UNSET")],
    ['import { env } from "./_generated/server"; export default { a: env.UNSET };', unset("UNSET")],
    ['let a; try { a = process.env.UNSET; } catch { a = "b"; } export default { a };', { a: "b" }],
    [
      "export default { a: Object.keys(process.env), b: { ...process.env }, c: 'WORKOS_CLIENT_ID' in process.env };",
      { a: [], b: {}, c: false },
    ],
    ["export default { a: process.env.NODE_ENV, b: process.env['NODE_ENV'] };", { a: "production", b: "production" }],
    ["const { NODE_ENV } = process.env; export default { a: NODE_ENV };", unset("NODE_ENV")],
    ["export default { a: import.meta.env.VITE_A };", "threw: Cannot read properties of undefined (reading 'VITE_A')"],
    ["export default { a: import.meta.env?.VITE_A };", {}],
    // What Convex refuses while the module runs.
    ["export default { a: Date.now() };", "threw: Date unsupported when evaluating auth config file"],
    ["export default { a: new Date() };", "threw: Date unsupported when evaluating auth config file"],
    ["export default { a: Date() };", "threw: Date unsupported when evaluating auth config file"],
    ["export default { a: new Date(0), b: Date.UTC(1970, 0) };", { a: "1970-01-01T00:00:00.000Z", b: 0 }],
    [
      "export default { a: performance.now() };",
      "threw: The Performance API is not supported when evaluating auth config file",
    ],
    [
      "export default { a: performance.timeOrigin };",
      "threw: The Performance API is not supported when evaluating auth config file",
    ],
    ["export default { a: Math.random() };", "threw: Math.random unsupported when evaluating auth config file"],
    [
      "export default { a: crypto.randomUUID() };",
      "threw: Cannot use cryptographic randomness when evaluating auth config file",
    ],
    ["export default { a: fetch('https://x') };", "threw: Fetch unsupported while evaluating auth config file"],
    ["setTimeout(() => {}, 0); export default {};", "threw: Sleep unsupported while evaluating auth config file"],
    [
      "const a = './a'; export default { a: import(a) };",
      "threw: Dynamic import unsupported while evaluating auth config file",
    ],
    ["export default { a: import('./a') };", { a: {} }],
    ["export default { a: () => Date.now() };", {}],
    ["while (true);", "threw: Script execution timed out after 5000ms"],
    // What is exported.
    ["export default { a: undefined, b: null };", { b: null }],
    ["export const a = {};", undefined],
    ["const a = {};", undefined],
    ["export default null;", null],
    ["const a = {}; export { a as default };", {}],
    ["module.exports = { a: 1 };", { a: 1 }],
    ["exports.a = 1;", { a: 1 }],
    ["exports.default = { a: 1 };", { default: { a: 1 } }],
    ["import type { AuthConfig } from 'convex/server'; module.exports = { a: 1 } as AuthConfig;", { a: 1 }],
    ["export const a = 1; exports.default = { a };", "threw: undeclaredExports is not defined"],
    ["export const a = 1; module.exports = { a };", "threw: Cannot set properties of undefined (setting 'exports')"],
    ["\uFEFFexport default { a: 1 };\r\n", { a: 1 }],
    ["export default {", "unparsable: '}' expected."],
    ["import { a } from './elsewhere'; export default { a };", "unresolved: ./elsewhere"],
  ])("%s", (text, result) => {
    expect(run(text)).toEqual(result);
  });

  it("follows the package's module type and its own modules", () => {
    expect(run("module.exports = {};", { packageType: "module" })).toMatch(/^threw/);
    expect(run("exports.default = {};", { packageType: "module" })).toMatch(/^threw/);
    expect(
      run("import { a } from './lib/a.js'; export default { a };", {
        modules: { "./lib/a": "export const a = process.env.WORKOS_CLIENT_ID;" },
      }),
    ).toEqual({
      a: deployment["WORKOS_CLIENT_ID"],
    });
  });

  it("starts afresh each time", () => {
    expect(run("globalThis.a = 1; Array.prototype.b = 2; export default {};")).toEqual({});
    expect(run("export default { a: globalThis.a, b: [].b };")).toEqual({});
  });
});

describe("a sound file", () => {
  const guide = `const clientId = process.env.WORKOS_CLIENT_ID;

export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://api.workos.com/",
      algorithm: "RS256",
      applicationID: clientId,
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
    {
      type: "customJwt",
      issuer: \`https://api.workos.com/user_management/\${clientId}\`,
      algorithm: "RS256",
      jwks: \`https://api.workos.com/sso/jwks/\${clientId}\`,
    },
  ],
};
`;
  const rows: readonly (readonly [name: string, text: string])[] = [
    ["that of the official guide", guide],
    ["with only the user-management provider", file(session)],
    ["in the other order", file(session, shared)],
    ["with the issuers as twins", file(shared, shared.replace('com/"', 'com"'), session)],
    ["without a slash", file(shared.replace('com/"', 'com"'), session)],
    ["without a scheme", file(shared.replace('"https://api', '"api'), session)],
    [
      "with applicationID: null on the user-management provider",
      file(shared, session.replace("{ type", "{ applicationID: null, type")),
    ],
    [
      "with members that Convex ignores",
      file(shared, session.replace("{ type", '{ audience: "x", clientId: "y", type')),
    ],
    ["with an upper-case JWKS host", file(session.replace("https://api.workos.com/sso", "https://API.workos.com/sso"))],
    [
      "of literal ids",
      file(shared, session).replaceAll(id, literal).replaceAll("process.env.WORKOS_CLIENT_ID", `"${literal}"`),
    ],
    ["of two environments", file(session, session.replaceAll(id, literal), session.replaceAll(id, otherLiteral))],
    ["switched off", "export default { providers: process.env.WORKOS_CLIENT_ID === 'x' ? [] : [" + session + "] };"],
    [
      "of another vendor",
      'export default { providers: [{ domain: "https://clerk.example.com", applicationID: "convex" }] };',
    ],
    ["with no provider at all", "export default { providers: [] };"],
    ["with another vendor beside", file('{ domain: "clerk.example.com", applicationID: "convex" }', shared, session)],
    [
      "with a custom API domain beside",
      file(shared, session, session.replaceAll("api.workos.com", "auth.example.com")),
    ],
    ["of a custom API domain alone", file(shared, session).replaceAll("api.workos.com", "auth.example.com")],
    ["with the gated issuer in place of user management", file(shared, session.replace("user_management", "sso"))],
    [
      "with keys on another host",
      file(session.replace("https://api.workos.com/sso/jwks", "https://keys.example.com/sso/jwks")),
    ],
    ["with keys in the file", file(session.replace(/jwks: `[^`]*`/, 'jwks: "data:text/plain;base64,e30="'))],
  ];
  test.each(rows)("%s", async (_name, text) => {
    expect(await verdict(text)).toEqual({ broken: false, reasons: [] });
  });

  it("may name the environment's id in the issuer and the app's in the JWKS URL", async () => {
    const text = file(session.replace("WORKOS_CLIENT_ID", "WORKOS_ENVIRONMENT_CLIENT_ID"));
    const environment = { ...deployment, WORKOS_ENVIRONMENT_CLIENT_ID: "client_01HENVENVIRONMENT000000VV" };
    expect(await verdict(text, { environments: [environment] })).toEqual({ broken: false, reasons: [] });
  });
});

describe("a broken file", () => {
  const rows: readonly (readonly [name: string, text: string, reason: RegExp])[] = [
    [
      "applicationID on the user-management provider",
      file(session.replace("{ type", "{ applicationID: process.env.WORKOS_CLIENT_ID, type")),
      /accepts no token that it is there for/,
    ],
    ["an empty one", file(session.replace("{ type", '{ applicationID: "", type')), /accepts no token/],
    [
      "OIDC with a WorkOS domain",
      file('{ domain: "https://api.workos.com/", applicationID: process.env.WORKOS_CLIENT_ID }', session),
      /accepts no token/,
    ],
    ["OIDC with the bare domain", file('{ domain: "workos.com", applicationID: "convex" }'), /accepts no token/],
    [
      "OIDC with the user-management domain",
      file(`{ domain: \`https://api.workos.com/user_management/${id}\`, applicationID: "convex" }`),
      /accepts no token/,
    ],
    ["an invented path", file(shared.replace('com/"', 'com/sso"'), session), /accepts no token/],
    ["the id alone as path", file(shared, session.replace("user_management/", "")), /accepts no token/],
    [
      "user_management without the id",
      file(shared, session.replace(`/user_management/${id}`, "/user_management")),
      /accepts no token/,
    ],
    ["another JWKS path", file(session.replace("sso/jwks", "user_management/jwks")), /accepts no token/],
    ["a JWKS URL without the id", file(session.replace(`sso/jwks/${id}`, "sso/jwks")), /accepts no token/],
    [
      "a JWKS URL of authkit.app",
      file(session.replace(/jwks: `[^`]*`/, 'jwks: "https://x.authkit.app/oauth2/jwks"')),
      /accepts no token/,
    ],
    ["only the shared issuer", file(shared), /no session token is accepted/],
    [
      "the shared issuer beside another vendor",
      file(shared, '{ domain: "clerk.example.com", applicationID: "convex" }'),
      /no session token is accepted/,
    ],
    [
      'applicationID: "convex"',
      file(shared.replace("applicationID: process.env.WORKOS_CLIENT_ID", 'applicationID: "convex"'), session),
      /accepts no token/,
    ],
    [
      "the shared issuer without applicationID",
      file(shared.replace("applicationID: process.env.WORKOS_CLIENT_ID, ", ""), session),
      /push refused: This auth configuration appears potentially insecure/,
    ],
    [
      "the same with null",
      file(shared.replace("applicationID: process.env.WORKOS_CLIENT_ID", "applicationID: null"), session),
      /accepts a stranger's token/,
    ],
    [
      "the same with two slashes",
      file(shared.replace("applicationID: process.env.WORKOS_CLIENT_ID, ", "").replace('com/"', 'com//"'), session),
      /accepts a stranger's token/,
    ],
    ["audience instead of applicationID", file(shared.replace("applicationID:", "audience:"), session), /push refused/],
    [
      "plain quotes around a template",
      file(
        '{ type: "customJwt", issuer: "https://api.workos.com/user_management/${clientId}", algorithm: "RS256", jwks: "https://api.workos.com/sso/jwks/${clientId}" }',
      ),
      /accepts no token/,
    ],
    ["a pasted comma", file(shared.replace('com/"', 'com/,"'), session), /accepts no token/],
    [
      "pasted brackets",
      file(shared.replace('"https://api.workos.com/"', '"<https://api.workos.com/>"'), session),
      /push refused: Invalid provider domain URL/,
    ],
    ["a literal id against a variable", file(session.replace(`jwks/${id}`, `jwks/${literal}`)), /accepts no token/],
    [
      "two literal ids",
      file(session.replace(`jwks/${id}`, `jwks/${literal}`).replace(id, otherLiteral)),
      /accepts no token/,
    ],
    ["ES256", file(session.replace("RS256", "ES256")), /accepts no token/],
    ["a host in upper case", file(shared.replace('"https://api', '"https://API'), session), /accepts no token/],
    [
      "a host with a typo",
      file(session.replace("https://api.workos.com/user", "https://api.worksos.com/user")),
      /accepts no token/,
    ],
    [
      "a list behind an enumeration",
      `export default { providers: "WORKOS_CLIENT_ID" in process.env ? [${session}] : [] };`,
      /never reached/,
    ],
    [
      "a list that is only there in development",
      `export default { providers: process.env.NODE_ENV === "development" ? [${session}] : [] };`,
      /never reached/,
    ],
    [
      "no default export",
      `export const authConfig = { providers: [${session}] };`,
      /push refused: auth config file is missing default export/,
    ],
    [
      "a second provider that no push accepts",
      file(session, '{ domain: "my-tenant", applicationID: "x" }'),
      /push refused/,
    ],
  ];
  test.each(rows)("with %s", async (_name, text, reason) => {
    const { broken, reasons } = await verdict(text);
    expect(broken).toBe(true);
    expect(reasons.join("\n")).toMatch(reason);
  });

  it("is broken if it is so in one environment only", async () => {
    const text = `export default { providers: process.env.DEPLOYMENT === "staging" ? [${session}] : [${shared}] };`;
    const environments = ["staging", "production"].map((DEPLOYMENT) => ({ ...deployment, DEPLOYMENT }));
    expect(await verdict(text, { environments: environments.slice(0, 1) })).toMatchObject({ broken: false });
    expect(await verdict(text, { environments })).toMatchObject({ broken: true });
  });

  it("is not called so where it imports what is unknown here", async () => {
    await expect(verdict('import config from "./elsewhere"; export default config;')).rejects.toThrow("./elsewhere");
  });
});

const files = Number(process.env["PROOF_FILES"] ?? 500);
const seed = Number(process.env["PROOF_SEED"] ?? 20_260_801);

describe(`generated files (PROOF_FILES=${String(files)} PROOF_SEED=${String(seed)})`, () => {
  const options = {
    numRuns: files,
    seed,
    // The file itself, which the error holds, in place of the sample as JSON.
    reporter: ({ failed, errorInstance }: { failed: boolean; errorInstance: unknown }): void => {
      if (failed) throw errorInstance;
    },
  };

  it("without a defect are sound", async () => {
    await fc.assert(
      fc.asyncProperty(sample({ defects: noDefects }), async (each) => {
        const { reasons } = await verdictOf(each, each.text);
        if (reasons.length > 0) throw new Error(`${reasons.join("\n")}\n${each.text}`);
      }),
      options,
    );
  }, 600_000);

  it("with a defect are broken", async () => {
    await fc.assert(
      fc.asyncProperty(sample({ defects: oneDefect }), async (each) => {
        const { broken } = await verdictOf(each, each.text);
        const [planted] = each.defects;
        if (broken !== each.defects.length > 0)
          throw new Error(`${planted?.name ?? "nothing"} ${broken ? "breaks" : "does not break"}\n${each.text}`);
      }),
      options,
    );
  }, 600_000);

  test.each(allDefects)("with $rule: $name are broken", async (defect) => {
    const planted = fc
      .sample(sample({ defects: fc.constant([defect]) }), { numRuns: 12, seed })
      .filter(({ defects }) => defects.length > 0);
    expect(planted.length).toBeGreaterThan(0);
    for (const each of planted) expect(await verdictOf(each, each.text), each.text).toMatchObject({ broken: true });
  });
});
