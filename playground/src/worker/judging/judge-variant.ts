/** Judges the file as it evaluates under one set of answers to its conditions. */
import type { Variant } from "../../../../src/auth-config/config.js";
import { harmfulListingsIn } from "../../../../src/auth-config/listings.js";
import { validatePush } from "../../../../src/platform/convex.js";
import { isClientIdVariable } from "../../../../src/platform/workos.js";
import type { Token } from "../../token.js";
import type { Advice, Judgement } from "../../verdict.js";
import { bestCase } from "./candidate.js";
import { clientOf } from "./issuer-difference.js";
import type { JudgedToken } from "./judge-config.js";
import { plainJudgement } from "./judgement.js";
import { noteOnKeys } from "./keys.js";
import { judgedForListing } from "./listing.js";
import { readExport } from "./provider-reading.js";
import type { ExportReading } from "./provider-reading.js";
import { judgeProvider } from "./provider-verdict.js";
import { push, pushWords } from "./push.js";
import { code, setCommand } from "./shown.js";
import { unsetVariable } from "./standing.js";
import { OLD_CONFIG, summarize } from "./summary.js";
import type { JudgedList } from "./summary.js";
import type { Assumption, Variables } from "./variables.js";

export interface JudgedVariant {
  readonly judgement: Judgement;
  readonly notes: readonly string[];
  /** What the judgement takes for granted. */
  readonly assumption: Assumption | null;
}

type ExportOf<Kind extends ExportReading["kind"]> = Extract<ExportReading, { kind: Kind }>;

/** @param variables those of the deployment, on the variant's way through the file */
export function judgeVariant(
  variant: Variant,
  { token, isOutOfTime }: JudgedToken,
  variables: Variables,
): JudgedVariant {
  const failure = failureOf(variant) ?? judgeSerialization(variant);
  if (failure != null) return plain(failure);
  const exported = readExport(variant, variables);
  const list = exported.kind === "list" ? judgeList(exported, token) : null;
  const unset = unsetVariable(variant.effects, variables);
  if (unset != null) return plain(refusedForUnset(unset, list, token));
  const listings = harmfulListingsIn(variant);
  if (exported.kind === "other") return plain(judgedForListing(judgeNoList(exported), listings));
  if (list == null) return plain(UNREADABLE);
  const judgement = summarize(list, token, isOutOfTime);
  return {
    judgement: judgedForListing(judgement, listings),
    notes: notesOn(list, token),
    assumption: judgement.outcome === "accepted-if" ? assumptionOf(list) : null,
  };
}

function plain(judgement: Judgement): JudgedVariant {
  return { judgement, notes: [], assumption: null };
}

const UNREADABLE = plainJudgement(
  "cannot-say",
  "What this file exports comes from elsewhere, or from code that the page does not follow. Paste the list of providers itself.",
);

/** Code that Convex does not run. */
function failureOf({ effects }: Variant): Judgement | null {
  for (const effect of effects) {
    if (effect.kind !== "unsupported-api" && effect.kind !== "front-end-read") continue;
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

/** A value that JSON has no text for. */
function judgeSerialization({ unserializable }: Variant): Judgement | null {
  if (unserializable == null) return null;
  const { node, reason } = unserializable;
  const isCycle = reason === "cycle";
  const what = isCycle ? "an object that holds itself" : "a BigInt";
  const text = isCycle ? "Remove the cycle." : "Write a string in its place.";
  const result = validatePush(1n);
  return {
    ...plainJudgement("refused-push", `The default export has ${what}, which JSON has no text for – ${OLD_CONFIG}.`),
    advice: { text, rule: "valid-default-export-value", command: null, range: node.range },
    convexSays: result.accepted ? [] : [pushWords(result.refusal, [])],
  };
}

function judgeNoList({ json, range }: ExportOf<"other">): Judgement {
  const result = validatePush(json);
  const text = "Write `export default { providers: […] }`, as the template does.";
  return {
    ...plainJudgement("refused-push", `The default export holds no list of providers – ${OLD_CONFIG}.`),
    advice: { text, rule: "require-default-export", command: null, range },
    convexSays: result.accepted ? [] : [pushWords(result.refusal, [])],
  };
}

function judgeList({ isComplete, providers: readings, range }: ExportOf<"list">, token: Token): JudgedList {
  const candidates = readings.map((reading) => bestCase(reading, token));
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
    range,
    refusal: refusal == null ? null : pushWords(refusal, candidates),
  };
}

/** What the provider that takes the token takes for granted first. */
function assumptionOf({ candidates, providers }: JudgedList): Assumption | null {
  const taker = providers.find(({ outcome }) => outcome === "takes-if");
  const [assumption = null] = candidates[taker?.index ?? -1]?.assumptions ?? [];
  return assumption;
}

function refusedForUnset(name: string, list: JudgedList | null, token: Token): Judgement {
  return {
    outcome: "refused-push",
    headline: `\`${name}\` is not among the Convex variables – while it is unset, ${OLD_CONFIG}.`,
    advice: adviceToSet(name, list, token),
    providers: list?.providers ?? [],
    convexSays: [
      { where: "push", text: `Environment variable ${name} is used in auth config file but its value was not set` },
    ],
  };
}

export function judgeEmpty(name: string, token: Token): Judgement {
  const headline = `\`${name}\` is empty among the Convex variables – the page does not follow what a file makes of that.`;
  return { ...plainJudgement("cannot-say", headline), advice: adviceToSet(name, null, token) };
}

/** @param list may say what the variable would have to be */
function adviceToSet(name: string, list: JudgedList | null, { aud, iss }: Token): Advice {
  const assumed = list?.candidates.map(({ assumptions }) => assumptions.get(name)).find((value) => value != null);
  const value = assumed ?? (isClientIdVariable(name) ? (clientOf(iss ?? "") ?? aud[0]) : undefined);
  const command = value == null ? null : setCommand(name, value);
  const text =
    command == null
      ? `Set it with \`npx convex env set ${name} … --prod\`, and deploy again.`
      : `Run \`${command}\`, and deploy again.`;
  return { text, rule: null, command, range: null };
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
