import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Token } from "../../playground/src/token.js";
import type { Verdict } from "../../playground/src/verdict.js";
import { acceptedAlgorithms, acceptsAudience, matchToken, validatePush } from "../../src/platform/convex.js";
import type { Provider } from "../../src/platform/convex.js";
import { execute } from "../proof/execute.js";
import type { Environment } from "../proof/execute.js";
import { sample } from "../proof/generate.js";
import type { Sample } from "../proof/generate.js";
import { envFile, judged } from "./judging.js";

const files = Number(process.env["TOKEN_PROOF_FILES"] ?? 300);
const seed = Number(process.env["TOKEN_PROOF_SEED"] ?? 20_260_801);

const root = "https://api.workos.com";
const literal = "client_01HLITERAL0000000000000LL";
const stranger = "client_01HSTRANGERSTRANGERSTRANG0";

/** The tokens that one WorkOS environment hands out: two sessions, a token with an audience, and two of strangers. */
function tokensFor(environment: Environment): readonly Token[] {
  const id = environment["WORKOS_CLIENT_ID"] ?? "";
  const claims: readonly (readonly [iss: string, ...aud: readonly string[]])[] = [
    [`${root}/user_management/${id}`],
    [`${root}/user_management/${literal}`],
    [`${root}/`, id],
    [`${root}/`, stranger],
    [`${root}/`],
  ];
  return claims.map(([iss, ...aud]) => ({
    iss,
    aud,
    alg: "RS256",
    hasKeyId: true,
    exp: null,
    nbf: null,
    iat: null,
    looksLikeIdToken: false,
  }));
}

interface Executed {
  readonly outcome: "accepted" | "refused-push" | "rejected";
  readonly index: number | null;
}

/** What happens to a token where the file is executed. */
function executed(each: Sample, environment: Environment, token: Token): Executed {
  const run = execute(each.text, { environment, modules: each.modules });
  if (run.outcome !== "exported") return { outcome: "refused-push", index: null };
  const push = validatePush(run.value);
  if (!push.accepted) return { outcome: "refused-push", index: null };
  const claims = { iss: token.iss ?? undefined, aud: token.aud };
  const match = matchToken(push.providers, claims);
  if (!match.matched) return { outcome: "rejected", index: null };
  const { provider, index } = match;
  const isSigned =
    acceptsAudience(provider, claims) &&
    acceptedAlgorithms(provider).includes(token.alg ?? "") &&
    holdsKeys(provider, token, environment);
  return { outcome: isSigned ? "accepted" : "rejected", index };
}

/** Whether a key set verifies the token; those of other hosts are not asked. All variables belong to one WorkOS environment, each literal to another. */
function holdsKeys(provider: Provider, token: Token, environment: Environment): boolean {
  if (provider.type === "oidc") return false;
  const [, host = "", path = ""] = /^https:\/\/([^/?#]*)(.*)$/u.exec(provider.jwks) ?? [];
  // With those of typing errors.
  if (!/^api\.wo|workos\.com$|authkit\.app$/iu.test(host) && host !== "") return true;
  const [, keys] = /^\/sso\/jwks\/(client_[0-9A-Za-z]{20,})$/u.exec(path) ?? [];
  if (host.toLowerCase() !== "api.workos.com" || keys == null) return false;
  const own = new Set(Object.values(environment));
  const id = token.iss?.split("/user_management/")[1] ?? (provider.applicationID === null ? null : token.aud[0]);
  return id == null || id === keys || (own.has(id) && own.has(keys));
}

function disagreement({ outcome, providers }: Verdict, truth: Executed, taking = "takes"): string | null {
  if (outcome === "cannot-say") return null;
  if (outcome !== truth.outcome) return `says ${outcome}, is ${truth.outcome}`;
  const taker = providers.findIndex((provider) => provider.outcome === taking);
  return outcome === "accepted" && taker !== truth.index
    ? `says provider ${String(taker)}, is ${String(truth.index)}`
    : null;
}

/** A sentence that is longer than a message may be. */
function tooLong({ headline, advice, providers, notes }: Verdict): string | null {
  const sentences = [
    headline,
    advice?.text ?? "",
    ...notes,
    ...providers.flatMap((provider) => [provider.why, provider.advice?.text ?? ""]),
  ];
  return sentences.find((sentence) => sentence.length > 200) ?? null;
}

const options = {
  numRuns: files,
  seed,
  // The file itself, which the error holds, in place of the sample as JSON.
  reporter: ({ failed, errorInstance }: { failed: boolean; errorInstance: unknown }): void => {
    if (failed) throw errorInstance;
  },
};

/** Judges every token of every deployment of a file, and throws where something is wrong with a verdict. */
function checkAll(
  each: Sample,
  convexEnv: (environment: Environment) => string,
  check: (verdict: Verdict, environment: Environment, token: Token) => string | null,
): void {
  for (const environment of each.environments) {
    for (const token of tokensFor(environment)) {
      const verdict = judged(each.text, convexEnv(environment), token);
      const problem = check(verdict, environment, token) ?? tooLong(verdict);
      if (problem != null)
        throw new Error(
          `${problem}\n${String(token.iss)} ${token.aud.join()}\n${each.text}\n${JSON.stringify(verdict, null, 2)}`,
        );
    }
  }
}

describe(`the verdict on a token (TOKEN_PROOF_FILES=${String(files)} TOKEN_PROOF_SEED=${String(seed)})`, () => {
  it("is what happens where the file is executed", () => {
    const said = new Map<string, number>();
    const check = (each: Sample): void =>
      checkAll(each, envFile, (verdict, environment, token) => {
        said.set(verdict.outcome, (said.get(verdict.outcome) ?? 0) + 1);
        return disagreement(verdict, executed(each, environment, token));
      });
    fc.assert(fc.property(sample(), check), options);
    const all = [...said.values()].reduce((sum, count) => sum + count, 0);
    expect([...said.keys()]).toEqual(expect.arrayContaining(["accepted", "refused-push", "rejected"]));
    expect(said.get("cannot-say") ?? 0).toBeLessThan(all / 50);
  }, 600_000);

  it("holds for every deployment where no variable is given, and under its assumption where it makes one", () => {
    const check = (each: Sample): void =>
      checkAll(
        each,
        () => "",
        (verdict, environment, token) => {
          const [, name, value] = /^npx convex env set (\w+) (\S+) --prod$/u.exec(verdict.advice?.command ?? "") ?? [];
          if (verdict.outcome !== "accepted-if" || name == null || value == null)
            return disagreement(verdict, executed(each, environment, token));
          return disagreement(
            { ...verdict, outcome: "accepted" },
            executed(each, { ...environment, [name]: value }, token),
            "takes-if",
          );
        },
      );
    fc.assert(fc.property(sample(), check), options);
  }, 600_000);
});
