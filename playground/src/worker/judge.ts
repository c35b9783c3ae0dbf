/**
 * What Convex does with a token, as far as auth.config can be read: the model gives the providers, the page the deployment's variables,
 * and `src/platform/convex.ts` decides. Nothing is guessed: what cannot be read is said to be so.
 */
import { childrenOf, walk } from "../../../src/auth-config/ast.js";
import type { Program } from "../../../src/auth-config/ast.js";
import { belongsToAuthJs, readAuthConfig } from "../../../src/auth-config/config.js";
import { CLOCK_LEEWAY_SECONDS } from "../../../src/platform/convex.js";
import { DEFAULT_WORLD } from "../../../src/platform/workos.js";
import type { App, Range } from "../app.js";
import type { Token } from "../token.js";
import type { Advice, Judgement, ProviderVerdict, Verdict } from "../verdict.js";
import { judgeConfig } from "./judging/judge-config.js";
import type { FileVerdict } from "./judging/judge-config.js";
import { alone, plainJudgement } from "./judging/judgement.js";
import { Variables } from "./judging/variables.js";

/** Parses a module; may throw. */
export type Parse = (text: string) => Program;

/** The app as far as it decides about a token. */
export type JudgedApp = Pick<App, "texts">;

export function judge(app: JudgedApp, token: Token, parse: Parse, now: Date): Verdict {
  const expiry = describeTime(token, now);
  const { notes, ...judged } = judgeFile(app, token, parse, expiry != null);
  return {
    ...judged,
    isOutOfTime: expiry != null,
    notes: [...(expiry == null ? [] : [expiry]), ...describeToken(token), ...notes],
  };
}

function judgeFile(app: JudgedApp, token: Token, parse: Parse, isOutOfTime: boolean): FileVerdict {
  const raw = app.texts.authConfig;
  const text = raw.replace(/^\uFEFF/u, "");
  if (text.trim() === "")
    return alone(
      plainJudgement(
        "cannot-say",
        "There is no `auth.config.ts` – nothing says which tokens Convex takes. Paste the file.",
      ),
    );
  const program = parseWithParents(text, parse);
  if (program == null)
    return alone(
      plainJudgement(
        "cannot-say",
        "`auth.config.ts` has a syntax error – nothing can be read from it. Repair it first.",
      ),
    );
  const config = readAuthConfig(program, text, DEFAULT_WORLD);
  if (belongsToAuthJs(config))
    return alone(
      plainJudgement(
        "cannot-say",
        "This is a file of Auth.js – Convex's file has the same name and other contents. Paste that one.",
      ),
    );
  if (token.iss == null)
    return alone(
      plainJudgement(
        "rejected",
        "The token has no `iss` – Convex finds no provider without an issuer, whatever the file says.",
      ),
    );
  const verdict = judgeConfig(config, { token, isOutOfTime }, Variables.parse(app.texts.convexEnv));
  return shifted(verdict, raw.length - text.length);
}

function parseWithParents(text: string, parse: Parse): Program | null {
  try {
    const program = parse(text);
    // As ESLint does before any rule runs.
    for (const parent of walk(program)) for (const child of childrenOf(parent)) Object.assign(child, { parent });
    return program;
  } catch {
    return null;
  }
}

/** Why a token is rejected at this time, whatever the file says. */
function describeTime({ exp, nbf }: Token, now: Date): string | null {
  const seconds = now.getTime() / 1000;
  if (exp != null && seconds > exp + CLOCK_LEEWAY_SECONDS) {
    return `The token expired${on(exp)} – Convex rejects it, whatever the config says. Get a fresh one.`;
  }
  if (nbf != null && seconds < nbf - CLOCK_LEEWAY_SECONDS) {
    return `The token is not valid yet${on(nbf, " before")} – Convex rejects it until then. Look at the clock of what issued it.`;
  }
  return null;
}

/** A time in words; empty where it is none that a calendar knows. */
function on(seconds: number, before = " on"): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "" : `${before} ${date.toISOString().slice(0, 19).replace("T", " at ")} UTC`;
}

function describeToken({ alg, looksLikeIdToken }: Token): readonly string[] {
  return [
    ...(looksLikeIdToken
      ? [
          "This looks like an ID token – AuthKit hands Convex the access token, whose claims differ. Look at which one the app sends.",
        ]
      : []),
    ...(alg == null
      ? [
          "Only the payload was pasted – the algorithm stands in the header, and is taken to be the one that the issuer uses.",
        ]
      : []),
  ];
}

/** The same verdict with places in a text that begins with a byte-order mark. */
function shifted(verdict: FileVerdict, offset: number): FileVerdict {
  return offset === 0
    ? verdict
    : {
        ...verdict,
        ...shiftedJudgement(verdict, offset),
        alternatives: verdict.alternatives.map((each) => shiftedJudgement(each, offset)),
      };
}

function shiftedJudgement(judgement: Judgement, offset: number): Judgement {
  const shift = (range: Range | null): Range | null => (range == null ? null : [range[0] + offset, range[1] + offset]);
  const advice = (each: Advice | null): Advice | null => (each == null ? null : { ...each, range: shift(each.range) });
  const provider = (each: ProviderVerdict): ProviderVerdict => ({
    ...each,
    range: shift(each.range),
    advice: advice(each.advice),
  });
  return { ...judgement, advice: advice(judgement.advice), providers: judgement.providers.map(provider) };
}
