/** What a whole list of providers does with a token: the headline, what to change first, and what Convex logs. */
import { describeNoProvider, issuerOf } from "../../../../src/platform/convex.js";
import type { Provider } from "../../../../src/platform/convex.js";
import { withoutSecrets } from "../../../../src/platform/shown-text.js";
import type { Role } from "../../../../src/platform/workos.js";
import type { Range } from "../../app.js";
import type { Token } from "../../token.js";
import type { Advice, ConvexWords, Judgement, ProviderVerdict } from "../../verdict.js";
import type { Candidate } from "./candidate.js";
import { roleOf } from "./issuer-difference.js";
import { plainJudgement } from "./judgement.js";
import { matches } from "./provider-verdict.js";
import { code } from "./shown.js";

export const OLD_CONFIG = "Convex refuses the push and goes on with the config that it had before";

export interface JudgedList {
  readonly candidates: readonly Candidate[];
  readonly kept: readonly Provider[];
  readonly providers: readonly ProviderVerdict[];
  readonly isComplete: boolean;
  readonly refusal: ConvexWords | null;
  readonly range: Range;
}

/** One judgement of the list from those of its providers. */
export function summarize(list: JudgedList, token: Token, isOutOfTime: boolean): Judgement {
  const judgement = summarizeProviders(list, token, isOutOfTime);
  const doubtful = list.refusal == null ? list.candidates.findIndex(({ mayBeRefused }) => mayBeRefused) : -1;
  const provider = list.providers[doubtful];
  if (provider == null || judgement.outcome === "cannot-say") return judgement;
  const headline = `${capital(nameOf(provider))} is complete only if the part that cannot be read here has the rest – otherwise Convex refuses the push.`;
  return { ...plainJudgement("cannot-say", headline), advice: provider.advice, providers: judgement.providers };
}

function summarizeProviders(list: JudgedList, token: Token, isOutOfTime: boolean): Judgement {
  const { providers, refusal } = list;
  if (refusal != null) {
    const advice = providers.find(({ outcome }) => outcome === "refused")?.advice ?? null;
    return {
      outcome: "refused-push",
      headline: `One of the providers is not as Convex wants it – ${OLD_CONFIG}.`,
      advice,
      providers,
      convexSays: [refusal],
    };
  }
  const decisive = decisiveProvider(list, token);
  if (decisive == null) return summarizeNoMatch(list, token);
  const before = providers.slice(0, decisive.index).filter(({ outcome }) => outcome === "unreadable");
  const isOpen = before.length > 0 || !list.isComplete;
  return isOpen ? summarizeOpen(decisive, before, list) : summarizeMatch(decisive, list, token, isOutOfTime);
}

/** The first provider that matches the token, whatever comes of it. */
function decisiveProvider({ candidates, kept, providers }: JudgedList, token: Token): ProviderVerdict | null {
  return (
    providers.find(({ index, outcome }) => {
      const [candidate, provider] = [candidates[index], kept[index]];
      if (candidate == null || provider == null || outcome === "unreadable" || outcome === "refused") return false;
      // What fails under an assumption only matches no token at all otherwise: a later one may take it.
      const isCertain = candidate.assumptions.size === 0 || outcome === "takes-if";
      return isCertain && matches(provider, token);
    }) ?? null
  );
}

function summarizeOpen(
  decisive: ProviderVerdict,
  [first]: readonly ProviderVerdict[],
  { providers }: JudgedList,
): Judgement {
  const other = first == null ? "another one in the list does so first" : `${nameOf(first)} does so first`;
  const headline = `${capital(nameOf(decisive))} matches this token, unless ${other} – that one cannot be read here.`;
  return { ...plainJudgement("cannot-say", headline), advice: first?.advice ?? decisive.advice, providers };
}

function summarizeMatch(decisive: ProviderVerdict, list: JudgedList, token: Token, isOutOfTime: boolean): Judgement {
  const name = capital(nameOf(decisive));
  const providers = list.providers.map((provider) =>
    provider.index > decisive.index && decisive.outcome !== "takes-if" ? notReached(provider, decisive) : provider,
  );
  const mayFailBefore = list.kept.slice(0, decisive.index).some((provider) => matches(provider, token));
  const common = { advice: decisive.advice, providers, convexSays: [] };
  if (mayFailBefore) {
    return {
      ...common,
      outcome: "cannot-say",
      headline: `${name} matches this token, unless an earlier one does so first – that depends on a variable whose value is not given here.`,
    };
  }
  if (decisive.outcome === "takes-if") {
    const [[variable, value] = ["", ""], ...others] = list.candidates[decisive.index]?.assumptions ?? [];
    const more = others.length === 0 ? "" : ` and ${others.map(([other]) => `\`${other}\``).join(", ")} fits as well`;
    return {
      ...common,
      outcome: "accepted-if",
      headline: `${name} takes this token if \`${variable}\` is ${code(value)}${more} on the deployment – no value of it is given here.`,
    };
  }
  if (decisive.outcome !== "takes") {
    return {
      ...common,
      outcome: "rejected",
      headline: `${name} matches this token and rejects it – Convex tries no later one, and the user stays signed out.`,
    };
  }
  const headline = isOutOfTime
    ? `${name} is the one for this token – issuer and audience fit, and only the time does not.`
    : `${name} takes this token – issuer and audience fit, and Convex goes on to the signature.`;
  return { ...common, outcome: "accepted", headline };
}

function notReached(provider: ProviderVerdict, decisive: ProviderVerdict): ProviderVerdict {
  return {
    ...provider,
    outcome: "not-reached",
    why: `Not reached – ${nameOf(decisive)} matches the token first, and Convex tries no later one.`,
    advice: null,
  };
}

function summarizeNoMatch(list: JudgedList, token: Token): Judgement {
  const { providers, isComplete } = list;
  const open = providers.find(({ outcome }) => outcome === "unreadable");
  if (open != null || !isComplete) {
    const what =
      open == null
        ? "the list has providers that cannot be read here"
        : `${nameOf(open)} cannot be read here and may match it`;
    return {
      ...plainJudgement("cannot-say", `No other provider takes this token – ${what}.`),
      advice: open?.advice ?? null,
      providers,
    };
  }
  const headline =
    providers.length === 0
      ? "The list of providers is empty – Convex takes no token, and nobody is signed in."
      : "No provider takes this token – Convex leaves the user signed out.";
  return {
    outcome: "rejected",
    headline,
    advice: adviceOnNoMatch(list, token),
    providers,
    convexSays: noProviderWords(list),
  };
}

/** What to change first: the provider that comes nearest, else the one that is missing. */
function adviceOnNoMatch({ candidates, providers, range }: JudgedList, token: Token): Advice {
  const role = roleOf(token.iss ?? "");
  const byIssuer = providers.find(({ outcome }) => outcome !== "issuer-differs");
  const bySpelling = providers.find(
    ({ advice, index }) =>
      advice != null && [role, "workos-unspecified"].includes(roleOf(candidates[index]?.issuer?.pattern ?? "")),
  );
  return byIssuer?.advice ?? bySpelling?.advice ?? missingProvider(role, token, range);
}

function missingProvider(role: Role, { iss }: Token, range: Range): Advice {
  const advice = { command: null, range };
  if (role === "user-management")
    return {
      ...advice,
      text: "Add the user-management provider of the template.",
      rule: "require-user-management-provider",
    };
  if (role === "shared")
    return {
      ...advice,
      text: "Add the provider of the shared issuer, with `applicationID`, as in the template.",
      rule: "require-shared-issuer-provider",
    };
  return {
    ...advice,
    text: `Add a provider whose issuer is ${code(iss ?? "")}, if its tokens are meant to sign users in.`,
    rule: null,
  };
}

/** Convex's words for a token that no provider matches; without the list where some text of a provider is not known. */
function noProviderWords({ candidates, kept, providers }: JudgedList): readonly ConvexWords[] {
  if (providers.some(({ outcome }) => outcome === "algorithm-differs" || outcome === "keys-missing")) return [];
  const production: ConvexWords = { where: "production", text: describeNoProvider(kept, "production") };
  if (!candidates.every(isKnown)) return [production];
  const shown = kept.map((provider, index) => withShownTexts(provider, candidates[index]));
  return [{ where: "development", text: describeNoProvider(shown, "development") }, production];
}

function isKnown({ reading }: Candidate): boolean {
  const deciding = [...(reading.members ?? [])].filter(([name]) => name !== "jwks");
  return deciding.every(([, member]) => (member.kind === "text" ? member.text.text != null : member.kind === "json"));
}

/** The provider with the names of variables in place of values that are not public. */
function withShownTexts(provider: Provider, candidate: Candidate | undefined): Provider {
  const address = issuerOf(provider);
  const issuer =
    candidate?.issuer == null
      ? address
      : address.slice(0, address.length - (candidate.issuer.text ?? "").length) + candidate.issuer.shown;
  const audience = candidate?.audience?.shown ?? provider.applicationID;
  const applicationID = audience == null ? null : withoutSecrets(audience);
  return provider.type === "customJwt"
    ? { ...provider, issuer: withoutSecrets(issuer), applicationID }
    : { ...provider, domain: withoutSecrets(issuer), applicationID: applicationID ?? "" };
}

function nameOf({ index }: ProviderVerdict): string {
  return `provider ${String(index + 1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
