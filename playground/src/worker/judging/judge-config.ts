/** Judges each way through the file that the deployment's variables leave open, and what they come to together. */
import type { AuthConfig, ThrowingRun, Variant } from "../../../../src/auth-config/config.js";
import type { Token } from "../../token.js";
import type { Judgement, Outcome, Verdict } from "../../verdict.js";
import { judgeEmpty, judgeVariant } from "./judge-variant.js";
import type { JudgedVariant } from "./judge-variant.js";
import { alone, plainJudgement } from "./judgement.js";
import { mayThrowIn } from "./left-out.js";
import { judgedForListing } from "./listing.js";
import { emptyVariable, mayLeave, standingOf } from "./standing.js";
import type { Run } from "./standing.js";
import { OLD_CONFIG } from "./summary.js";
import type { Variables } from "./variables.js";

export type FileVerdict = Omit<Verdict, "isOutOfTime">;

export interface JudgedToken {
  readonly token: Token;
  /** The token has expired, or is not valid yet. */
  readonly isOutOfTime: boolean;
}

interface Way extends Run {
  readonly judge: () => JudgedVariant;
}

interface JudgedWay extends JudgedVariant {
  /** Whether Convex takes another way under these variables. */
  readonly isExcluded: (variables: Variables) => boolean;
}

export function judgeConfig(config: AuthConfig, token: JudgedToken, variables: Variables): FileVerdict {
  const { endings, variants } = config;
  const ways: readonly Way[] = [
    ...variants.map((variant) => ({
      ...variant,
      judge: () => judgeRun(variant, token, variables.on(variant.way)),
    })),
    ...endings.threw.map((run) => ({ ...run, judge: () => judgeThrow(run) })),
  ];
  const empty = emptyVariable(ways, variables);
  if (empty != null) return alone(judgeEmpty(empty, token.token));
  const certain = ways.filter((way) => standingOf(way, variables) === "certain");
  if (!endings.isExhaustive && certain.length === 0) return alone(TOO_MUCH);
  const open = certain.length > 0 ? certain : ways.filter((way) => standingOf(way, variables) !== "excluded");
  const judged = open.map(judgeWay);
  const isLeft = (deployed: Variables): boolean => ways.some((way) => mayLeave(way, ways, deployed));
  if (judged.length === 0 || (certain.length === 0 && isLeft(variables))) judged.push(notFollowed(isLeft));
  return together(judged, variables);
}

const TOO_MUCH = plainJudgement(
  "cannot-say",
  "There are too many ways through this file – the page does not follow them all. Paste what it comes to.",
);

const NOT_FOLLOWED = plainJudgement(
  "cannot-say",
  "There is a way through this file that the page does not follow. Paste what it comes to on your deployment.",
);

function judgeWay(way: Way): JudgedWay {
  return { ...way.judge(), isExcluded: (variables) => standingOf(way, variables) === "excluded" };
}

function notFollowed(isLeft: (variables: Variables) => boolean): JudgedWay {
  return { judgement: NOT_FOLLOWED, notes: [], assumption: null, isExcluded: (variables) => !isLeft(variables) };
}

function judgeRun(variant: Variant, token: JudgedToken, variables: Variables): JudgedVariant {
  const judged = judgeVariant(variant, token, variables);
  const mayThrow = judged.judgement.outcome !== "refused-push" && mayThrowIn(variant.leftOut, variables);
  return mayThrow ? { judgement: NOT_FOLLOWED, notes: [], assumption: null } : judged;
}

function judgeThrow({ thrown }: ThrowingRun): JudgedVariant {
  const judgement = plainJudgement("refused-push", `The file throws – ${OLD_CONFIG}.`);
  return { judgement: judgedForListing(judgement, thrown.listings), notes: [], assumption: null };
}

/** One verdict on all ways: what they have in common, or an assumption that decides between them. */
function together(judged: readonly JudgedWay[], variables: Variables): FileVerdict {
  const decisive = judged.find((way) => judged.every((other) => isMoot(other, way, variables)));
  if (decisive != null) return onEachWay(decisive, judged);
  const headline = "It depends on a condition in the file – this page cannot tell how it turns out on your deployment.";
  return {
    ...plainJudgement("cannot-say", headline),
    notes: [],
    alternatives: judgementsOf(judged, isAlike),
  };
}

/** What all ways come to, and on which of them in which manner. */
function onEachWay({ judgement, notes }: JudgedWay, judged: readonly JudgedWay[]): FileVerdict {
  const alike = judged.filter((way) => isAlike(way.judgement, judgement));
  const alternatives = judgementsOf(alike, (left, right) => left.headline === right.headline);
  return alternatives.length === 1
    ? { ...judgement, notes, alternatives: [] }
    : { ...plainJudgement(judgement.outcome, ON_EACH_WAY[judgement.outcome]), notes, alternatives };
}

const ON_EACH_WAY: Readonly<Record<Outcome, string>> = {
  accepted: "Convex takes this token on every way through the file – by which provider depends on a condition in it.",
  "accepted-if": "Every way through the file may take this token – what that takes depends on a condition in it.",
  rejected: "Convex rejects this token on every way through the file – why depends on a condition in it.",
  "refused-push": "Convex refuses the push on every way through the file – why depends on a condition in it.",
  "cannot-say": "This page cannot tell on any way through the file – why not depends on a condition in it.",
};

function judgementsOf(
  judged: readonly JudgedWay[],
  isSame: (left: Judgement, right: Judgement) => boolean,
): readonly Judgement[] {
  const judgements = judged.map(({ judgement }) => judgement);
  return judgements.filter((each, index) => judgements.findIndex((other) => isSame(other, each)) === index);
}

/** Whether a way comes to the same as another one, or is not taken under its assumption. */
function isMoot(way: JudgedWay, { assumption, judgement }: JudgedWay, variables: Variables): boolean {
  if (isAlike(way.judgement, judgement)) return true;
  return assumption != null && way.isExcluded(variables.assuming([assumption]));
}

/** Whether two judgements come to the same; assumptions about different variables do not. */
function isAlike(left: Judgement, right: Judgement): boolean {
  return left.outcome === right.outcome && (left.outcome !== "accepted-if" || left.headline === right.headline);
}
