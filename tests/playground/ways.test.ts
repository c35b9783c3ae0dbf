/** Files with several ways through them: whatever is said of a token is what happens where the file is executed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Token } from "../../playground/src/token.js";
import type { Verdict } from "../../playground/src/verdict.js";
import { acceptsAudience, matchToken, validatePush } from "../../src/platform/convex.js";
import { execute } from "../proof/execute.js";
import type { Environment } from "../proof/execute.js";
import { envFile, judged } from "./judging.js";

const files = Number(process.env["WAYS_PROOF_FILES"] ?? 150);
const seed = Number(process.env["WAYS_PROOF_SEED"] ?? 20_260_802);

const main = "client_01HENVMAIN00000000000000AA";
const written = "client_01HLITERAL0000000000000LL";
const host = "https://tokens.example.com";

/** What a file may read, and what that may be; null where it is not set. No issuer is WorkOS's, so that keys decide nothing. */
const values: Readonly<Record<string, readonly (string | null)[]>> = {
  WORKOS_CLIENT_ID: [main, main, written, null],
  STAGE: ["prod", "dev", "prod", "dev", "", null],
  BASE: [host, `${host}/`, null],
  EXTRA: [written, "yes", null],
};

const deployment: fc.Arbitrary<Environment> = fc
  .record(Object.fromEntries(Object.entries(values).map(([name, all]) => [name, fc.constantFrom(...all)])))
  .map((all) =>
    Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value == null ? [] : [[name, value]]))),
  );

/** The module beside the file. */
const flags: fc.Arbitrary<string> = fc
  .record({ live: fc.boolean(), mode: fc.constantFrom("a", "b") })
  .map((each) => `export const flags = ${JSON.stringify(each)};`);

const name = fc.constantFrom(...Object.keys(values));

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "flags.live",
      'flags.mode === "a"',
      'process.env.STAGE === "prod"',
      'process.env.STAGE.startsWith("p")',
      "process.env.STAGE.length > 3",
      "process.env.STAGE",
      "stage !== undefined",
      'process.env.BASE.endsWith("/")',
      `process.env.WORKOS_CLIENT_ID === "${written}"`,
      'optional("EXTRA")',
      'optional("EXTRA") === "yes"',
      'optional("WORKOS_CLIENT_ID") != null',
      "Object.keys(process.env).length > 0",
      '"STAGE" in process.env',
      "list.length > 1",
    ),
    tie("condition").map((each) => `!(${each})`),
    fc
      .tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition"))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
  ),
}));

const address = fc.oneof(
  fc.constantFrom(
    `\`${host}/\${process.env.WORKOS_CLIENT_ID}\``,
    `"${host}/${written}"`,
    `"${host}"`,
    "process.env.BASE",
    `process.env.BASE.replace(/\\/$/, "") + "/${main}"`,
    `\`\${optional("BASE") ?? "${host}"}/${main}\``,
    `\`\${process.env.BASE || "${host}"}/${main}\``,
    `\`${host}/\${optional("EXTRA") ?? "none"}\``,
    `\`${host}/\${({ ...process.env }).WORKOS_CLIENT_ID ?? "${main}"}\``,
    `\`${host}/\${flags.mode}\``,
  ),
  condition.map((each) => `(${each}) ? "${host}/${main}" : "${host}"`),
);

const provider = fc
  .tuple(
    address,
    fc.oneof(
      { arbitrary: fc.constant(""), weight: 3 },
      fc.constantFrom(
        'applicationID: "app", ',
        "applicationID: process.env.EXTRA, ",
        'applicationID: optional("EXTRA"), ',
        '...(optional("EXTRA") ? { applicationID: "app" } : {}), ',
      ),
    ),
    fc.oneof({ arbitrary: fc.constant('algorithm: "RS256", '), weight: 9 }, fc.constant("")),
  )
  .map(
    ([issuer, audience, algorithm]) =>
      `{ type: "customJwt", issuer: ${issuer}, ${audience}${algorithm}jwks: "${host}/jwks" }`,
  );

const { statement } = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    provider.map((each) => `list.push(${each});`),
    provider.map((each) => `list.unshift(${each});`),
    fc.tuple(condition, provider).map(([test, each]) => `list.push(...((${test}) ? [${each}] : []));`),
    name.map((each) => `console.log(process.env.${each});`),
    condition.map((test) => `if (${test}) throw new Error("no");`),
    condition.map((test) => `if (${test}) list.length = 0;`),
    fc.constant("stage = process.env.STAGE;"),
    fc.tuple(condition, tie("statement")).map(([test, inner]) => `if (${test}) { ${inner} }`),
    fc
      .tuple(condition, tie("statement"), tie("statement"))
      .map(([test, inner, other]) => `if (${test}) { ${inner} } else { ${other} }`),
    fc.tuple(tie("statement"), tie("statement")).map(([inner, other]) => `try { ${inner} } catch { ${other} }`),
    fc
      .tuple(tie("statement"), tie("statement"))
      .map(([inner, other]) => `switch (process.env.STAGE) { case "prod": ${inner} break; default: ${other} }`),
  ),
}));

const text = fc
  .array(statement, { minLength: 1, maxLength: 5 })
  .map((statements) =>
    [
      'import { flags } from "./flags";',
      "const optional = (name) => { try { return process.env[name]; } catch { return undefined; } };",
      "const list = [];",
      "let stage;",
      ...statements,
      "export default { providers: list };",
    ].join("\n"),
  );

const unremarkable = {
  alg: "RS256",
  hasKeyId: true,
  exp: null,
  nbf: null,
  iat: null,
  looksLikeIdToken: false,
};

const tokens = [
  { iss: `${host}/${main}`, aud: [] },
  { iss: `${host}/${main}`, aud: ["app"] },
  { iss: `${host}/${written}`, aud: [] },
  { iss: host, aud: [written] },
].map((claims): Token => ({ ...claims, ...unremarkable }));

interface Executed {
  readonly outcome: "accepted" | "refused-push" | "rejected";
  readonly index: number | null;
  /** The push fails for a variable that is not set. */
  readonly isUnset: boolean;
}

type Run = ReturnType<typeof execute>;

function outcomeOf(run: Run, token: Token): Executed {
  const refused = { outcome: "refused-push", index: null, isUnset: false } as const;
  if (run.outcome !== "exported")
    return { ...refused, isUnset: run.outcome === "threw" && run.message.includes("its value was not set") };
  const push = validatePush(run.value);
  if (!push.accepted) return refused;
  const claims = { iss: token.iss ?? undefined, aud: token.aud };
  const match = matchToken(push.providers, claims);
  const isTaken = match.matched && acceptsAudience(match.provider, claims);
  return { outcome: isTaken ? "accepted" : "rejected", index: match.matched ? match.index : null, isUnset: false };
}

/** What is wrong with a verdict; null where it is right, or says nothing. */
function disagreement({ alternatives, outcome, providers }: Verdict, truth: Executed): string | null {
  if (outcome === "cannot-say") return null;
  if (outcome !== truth.outcome) return `says ${outcome}, is ${truth.outcome}`;
  const takers = [{ providers }, ...alternatives].map((each) =>
    each.providers.findIndex((provider) => provider.outcome === "takes"),
  );
  return outcome === "accepted" && truth.index != null && !takers.includes(truth.index)
    ? `says provider ${takers.join()}, is ${String(truth.index)}`
    : null;
}

interface Case {
  readonly text: string;
  readonly environment: Environment;
  readonly module: string;
}

function failure(problem: string, each: Case, token: Token, verdict: Verdict): Error {
  const { text: shown, ...deployed } = each;
  const parts = [problem, `${String(token.iss)} ${token.aud.join()}`, JSON.stringify(deployed), shown];
  return new Error([...parts, JSON.stringify(verdict, null, 2)].join("\n"));
}

const options = {
  numRuns: files,
  seed,
  // The file itself, which the error holds, in place of the case as JSON.
  reporter: ({ failed, errorInstance }: { failed: boolean; errorInstance: unknown }): void => {
    if (failed) throw errorInstance;
  },
};

const cases = fc.record({ text, environments: fc.array(deployment, { minLength: 2, maxLength: 3 }), module: flags });

describe(`a file with several ways (WAYS_PROOF_FILES=${String(files)} WAYS_PROOF_SEED=${String(seed)})`, () => {
  it("comes to what is said where the variables are given", () => {
    const said = new Map<string, number>();
    const check = ({ environments, ...file }: { text: string; module: string; environments: Environment[] }): void => {
      for (const environment of environments.filter((each) => Object.keys(each).length > 0)) {
        const run = execute(file.text, { environment, modules: { "./flags": file.module } });
        for (const token of tokens) {
          const verdict = judged(file.text, envFile(environment), token);
          said.set(verdict.outcome, (said.get(verdict.outcome) ?? 0) + 1);
          const problem = disagreement(verdict, outcomeOf(run, token));
          if (problem != null) throw failure(problem, { ...file, environment }, token, verdict);
        }
      }
    };
    fc.assert(fc.property(cases, check), options);
    const all = [...said.values()].reduce((sum, count) => sum + count, 0);
    expect([...said.keys()].sort()).toEqual(["accepted", "cannot-say", "refused-push", "rejected"]);
    expect(said.get("cannot-say")).toBeLessThan(all / 2);
  }, 600_000);

  it("comes to what is said on every deployment where no variables are given", () => {
    const check = ({ environments, ...file }: { text: string; module: string; environments: Environment[] }): void => {
      // Nor is any empty.
      for (const given of environments.filter((each) => !Object.values(each).includes(""))) {
        for (const token of tokens) {
          const verdict = judged(file.text, "", token);
          const [, variable, value] =
            /^npx convex env set (\w+) (\S+) --prod$/u.exec(verdict.advice?.command ?? "") ?? [];
          const isAssumed = verdict.outcome === "accepted-if";
          // What more than one variable has to be is no command.
          const isOneOfSeveral = verdict.headline.includes("fits as well");
          if (isAssumed && (isOneOfSeveral || variable == null || value == null)) continue;
          const environment = isAssumed ? { ...given, [variable ?? ""]: value ?? "" } : given;
          const truth = outcomeOf(execute(file.text, { environment, modules: { "./flags": file.module } }), token);
          // Every variable is taken to be set that the file cannot do without.
          if (truth.isUnset) continue;
          const problem =
            isAssumed && truth.outcome === "accepted"
              ? null
              : disagreement(isAssumed ? { ...verdict, outcome: "accepted" } : verdict, truth);
          if (problem != null) throw failure(problem, { ...file, environment }, token, verdict);
        }
      }
    };
    fc.assert(fc.property(cases, check), options);
  }, 600_000);
});
