/** Judges the file as it evaluates under one set of answers to its conditions. */
import type { Node } from "../../../../src/auth-config/ast.js";
import type { Variant } from "../../../../src/auth-config/config.js";
import { validatePush } from "../../../../src/platform/convex.js";
import { isClientIdVariable } from "../../../../src/platform/workos.js";
import type { Range } from "../../app.js";
import type { Token } from "../../token.js";
import type { Judgement } from "../../verdict.js";
import { bestCase } from "./candidate.js";
import type { Candidate } from "./candidate.js";
import { clientOf } from "./issuer-difference.js";
import { plainJudgement } from "./judgement.js";
import { noteOnKeys } from "./keys.js";
import { readExport } from "./provider-reading.js";
import type { ReadContext } from "./provider-reading.js";
import { judgeProvider } from "./provider-verdict.js";
import { push, pushWords } from "./push.js";
import { code, setCommand } from "./shown.js";
import { OLD_CONFIG, summarize } from "./summary.js";
import type { JudgedList } from "./summary.js";

export interface VariantContext {
  readonly token: Token;
  /** The token has expired, or is not valid yet. */
  readonly isOutOfTime: boolean;
  readonly reading: ReadContext;
  /** Whether code certainly runs, and nothing catches its errors. */
  readonly isCertain: (node: Node) => boolean;
}

export interface JudgedVariant {
  readonly judgement: Judgement;
  readonly notes: readonly string[];
}

export function judgeVariant(variant: Variant, context: VariantContext): JudgedVariant {
  const failure = failureOf(variant, context);
  if (failure != null) return { judgement: failure, notes: [] };
  const exported = readExport(variant, context.reading);
  if (exported.kind === "unknown") {
    return {
      judgement: plainJudgement(
        "cannot-say",
        "What this file exports comes from elsewhere – the page cannot read it. Paste the list of providers itself.",
      ),
      notes: [],
    };
  }
  if (exported.kind === "other") return { judgement: judgeNoList(exported.json, exported.range), notes: [] };
  const candidates = exported.providers.map((provider) => bestCase(provider, context.token));
  const list: JudgedList = { ...judgeList(candidates, exported.isComplete, context), range: exported.range };
  const unset = unsetVariable(variant, candidates, context);
  const listing = variant.effects.find(({ kind }) => kind === "enumeration");
  if (listing != null) return { judgement: judgeListing(listing.node, list), notes: [] };
  return unset == null
    ? { judgement: summarize(list, context.token, context.isOutOfTime), notes: notesOn(list, context.token) }
    : { judgement: refusedForUnset(unset, list, context.token), notes: [] };
}

/** Code that Convex does not run. */
function failureOf({ effects }: Variant, { isCertain }: VariantContext): Judgement | null {
  for (const effect of effects) {
    if (effect.kind !== "unsupported-api" && effect.kind !== "front-end-read") continue;
    if (!isCertain(effect.node)) continue;
    const isFrontEnd = effect.kind === "front-end-read";
    const what = isFrontEnd
      ? "`import.meta.env` does not exist on Convex"
      : `${code(effect.api)} does not run in this file`;
    const rule = isFrontEnd ? "no-front-end-env" : "no-unsupported-api";
    const text = isFrontEnd ? "Read the deployment's variable from `process.env`." : "Remove the call.";
    return {
      ...plainJudgement("refused-push", `${what} – ${OLD_CONFIG}.`),
      advice: { text, rule, command: null, range: effect.node.range },
    };
  }
  return null;
}

/** What such a file comes to can be told in no other way than by running it. */
function judgeListing({ range }: Node, { providers }: JudgedList): Judgement {
  const advice = { text: "Read each variable by its name.", rule: "no-env-enumeration", command: null, range };
  return {
    ...plainJudgement(
      "cannot-say",
      "The file lists the variables in `process.env` – Convex shows that list as empty, so what is made from it is missing.",
    ),
    advice,
    providers,
  };
}

function judgeNoList(json: unknown, range: Range | null): Judgement {
  const result = validatePush(json);
  const text = "Write `export default { providers: […] }`, as the template does.";
  return {
    ...plainJudgement("refused-push", `The default export holds no list of providers – ${OLD_CONFIG}.`),
    advice: { text, rule: "require-default-export", command: null, range },
    convexSays: result.accepted ? [] : [pushWords(result.refusal, [])],
  };
}

function judgeList(
  candidates: readonly Candidate[],
  isComplete: boolean,
  { token }: VariantContext,
): Omit<JudgedList, "range"> {
  const { providers: kept, refused, refusal } = push(candidates);
  const providers = candidates.map((candidate, index) => {
    const known = refused.get(index);
    const provider = kept[index];
    return known ?? (provider == null ? null : judgeProvider(candidate, provider, token));
  });
  return {
    candidates,
    kept,
    providers: providers.filter((each) => each != null),
    isComplete,
    refusal: refusal == null ? null : pushWords(refusal, candidates),
  };
}

/** A variable that is certainly read and certainly unset. */
function unsetVariable(
  { effects }: Variant,
  candidates: readonly Candidate[],
  { isCertain, reading: { variables } }: VariantContext,
): string | null {
  const read = effects.flatMap((effect) => (effect.kind === "env-read" && isCertain(effect.node) ? [effect.name] : []));
  const held = candidates
    .flatMap(({ reading }) => [...(reading.members?.values() ?? [])])
    .flatMap((member) => (member.kind === "text" ? member.text.holes : []));
  const required = held.flatMap(({ name, isRequired }) => (name != null && isRequired ? [name] : []));
  return [...read, ...required].find((name) => variables.isUnset(name)) ?? null;
}

function refusedForUnset(name: string, { candidates, providers }: JudgedList, { iss, aud }: Token): Judgement {
  const assumed = candidates.map(({ assumptions }) => assumptions.get(name)).find((value) => value != null);
  const value = assumed ?? (isClientIdVariable(name) ? (clientOf(iss ?? "") ?? aud[0]) : undefined);
  const command = value == null ? null : setCommand(name, value);
  const text =
    command == null
      ? `Set it with \`npx convex env set ${name} … --prod\`, and deploy again.`
      : `Run \`${command}\`, and deploy again.`;
  return {
    outcome: "refused-push",
    headline: `\`${name}\` is not among the Convex variables – while it is unset, ${OLD_CONFIG}.`,
    advice: { text, rule: null, command, range: null },
    providers,
    convexSays: [
      { where: "push", text: `Environment variable ${name} is used in auth config file but its value was not set` },
    ],
  };
}

function notesOn({ candidates, kept, providers }: JudgedList, token: Token): readonly string[] {
  const taker = providers.find(({ outcome }) => outcome === "takes" || outcome === "takes-if");
  const candidate = taker == null ? undefined : candidates[taker.index];
  if (candidate == null || kept.length === 0) return [];
  const keys = noteOnKeys(candidate, token);
  return [
    ...(keys == null ? [] : [keys]),
    "The signature is not checked here – that takes the keys of the issuer, and this page opens no connection.",
  ];
}
