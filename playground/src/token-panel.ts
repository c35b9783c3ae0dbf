/** Says whether Convex would accept a token. It is decoded here; the worker gets the claims that decide, and nobody gets the token. */
import type { App, Range } from "./app.js";
import { ask } from "./client.js";
import { button, create, find } from "./create.js";
import { messageNodes, ruleLink } from "./message.js";
import { decodeToken } from "./token.js";
import type { Advice, Judgement, Outcome, ProviderOutcome, ProviderVerdict, Verdict } from "./verdict.js";

export interface TokenActions {
  readonly readApp: () => App;
  /** Shows a place of auth.config. */
  readonly reveal: (range: Range) => void;
  readonly copy: (text: string, done: string) => Promise<void>;
}

const COLOURS: Readonly<Record<Outcome, string>> = {
  accepted: "good",
  "accepted-if": "warning",
  "cannot-say": "warning",
  "refused-push": "error",
  rejected: "error",
};

const MARKS: Readonly<Record<ProviderOutcome, string>> = {
  "algorithm-differs": "Another algorithm",
  "audience-differs": "Another audience",
  "audience-missing": "No audience",
  "issuer-differs": "Another issuer",
  "keys-missing": "Other keys",
  "not-reached": "Not tried",
  refused: "Refused",
  takes: "Takes it",
  "takes-if": "May take it",
  unreadable: "Cannot be read",
};

export class TokenPanel {
  readonly #input = find("token", HTMLTextAreaElement);
  readonly #output = find("verdict", HTMLElement);
  readonly #actions: TokenActions;
  #asked = 0;
  #description: string | null = null;
  /** The verdict that is shown, as text. */
  #shown: string | null = null;

  constructor(actions: TokenActions) {
    this.#actions = actions;
    this.#input.addEventListener("input", () => void this.judge());
  }

  /** What the page says about the token, in plain text; null where there is none. */
  get description(): string | null {
    return this.#description;
  }

  /** Judges the token by the files as they are now. */
  async judge(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    if (this.#input.value.trim() === "") return this.#show(null);
    const decoded = decodeToken(this.#input.value);
    if (!decoded.ok)
      return this.#show(
        decoded.problem,
        create("div", { class: "verdict warning" }, create("p", {}, ...messageNodes(decoded.problem))),
      );
    try {
      const verdict = await ask("judge", { app: this.#actions.readApp(), token: decoded.token });
      if (asked === this.#asked) this.#showAnew(verdict);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (asked === this.#asked) this.#show(null, create("p", {}, message));
    }
  }

  #show(description: string | null, ...nodes: readonly Node[]): void {
    this.#description = description;
    this.#shown = null;
    this.#output.replaceChildren(...nodes);
  }

  /** Shows a verdict, unless it is what is shown already: it would be read aloud again. */
  #showAnew(verdict: Verdict): void {
    const text = JSON.stringify(verdict);
    if (text === this.#shown) return;
    this.#show(describe(verdict), ...this.#showVerdict(verdict));
    this.#shown = text;
  }

  #showVerdict(verdict: Verdict): readonly Node[] {
    const notes =
      verdict.notes.length === 0
        ? []
        : [create("ul", { class: "notes" }, ...verdict.notes.map((note) => create("li", {}, ...messageNodes(note))))];
    const judgements = [verdict, ...verdict.alternatives].map((each) =>
      this.#showJudgement(each, verdict.isOutOfTime ? "error" : COLOURS[each.outcome]),
    );
    return verdict.isOutOfTime ? [...notes, ...judgements] : [...judgements, ...notes];
  }

  #showJudgement({ headline, advice, providers, convexSays }: Judgement, colour: string): HTMLElement {
    return create(
      "div",
      { class: `verdict ${colour}` },
      create("p", { class: "headline" }, ...messageNodes(headline)),
      ...(advice == null ? [] : [this.#showAdvice(advice)]),
      create("ol", { class: "providers" }, ...providers.map((provider) => this.#showProvider(provider))),
      ...(convexSays.length === 0
        ? []
        : [
            create(
              "details",
              {},
              create("summary", {}, "What Convex says"),
              create(
                "dl",
                {},
                ...convexSays.flatMap(({ where, text }) => [
                  create("dt", {}, where),
                  create("dd", {}, create("code", {}, text)),
                ]),
              ),
            ),
          ]),
    );
  }

  #showProvider({ issuer, outcome, why, advice, range }: ProviderVerdict): HTMLElement {
    const { reveal } = this.#actions;
    return create(
      "li",
      {},
      create("p", {}, create("strong", {}, MARKS[outcome]), " ", create("code", {}, issuer)),
      create("p", {}, ...messageNodes(why)),
      ...(advice == null ? [] : [this.#showAdvice(advice)]),
      ...(range == null || advice?.range != null ? [] : [button("Show it", () => reveal(range), { class: "link" })]),
    );
  }

  #showAdvice({ text, rule, command, range }: Advice): HTMLElement {
    const { reveal, copy } = this.#actions;
    return create(
      "div",
      { class: "advice" },
      create("p", {}, ...messageNodes(text)),
      create(
        "div",
        { class: "actions" },
        ...(range == null ? [] : [button("Show it in auth.config.ts", () => reveal(range))]),
        ...(command == null
          ? []
          : [
              create("code", { class: "command" }, command),
              button("Copy the command", () => void copy(command, "The command is in the clipboard.")),
            ]),
        ...(rule == null ? [] : [ruleLink(rule)]),
      ),
    );
  }
}

function describe({ headline, providers, notes, alternatives }: Verdict): string {
  const lines = [
    headline,
    ...providers.map(({ issuer, outcome, why }) => `- ${MARKS[outcome]} \`${issuer}\`: ${why}`),
    ...notes.map((note) => `- ${note}`),
  ];
  return [...lines, ...alternatives.map((each) => each.headline)].join("\n");
}
