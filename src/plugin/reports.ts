/**
 * From what a rule found in the variants of a file to what ESLint reports: once for each place, with the repairs on which all variants
 * agree.
 */
import type { TSESLint } from "@typescript-eslint/utils";
import { Agreement } from "../edit/agreement.js";
import type { Request } from "../edit/agreement.js";
import type { Editor } from "../edit/editor.js";
import type { Reach } from "../edit/reach.js";
import type { Repair, RepairOptions } from "../edit/repair.js";
import type { Finding, Suggestion } from "../rule/rule.js";

export type Context = Readonly<TSESLint.RuleContext<string, []>>;

/** What a rule found, with the repairs of the variant in which it was found. */
export interface Report {
  readonly finding: Finding<string>;
  readonly fix: Request;
  readonly suggestions: readonly Offer[];
}

interface Offer extends Omit<Suggestion<string>, "fix"> {
  readonly request: Request;
}

export function reportOf(finding: Finding<string>, editor: Editor): Report {
  return {
    finding,
    fix: once(() => finding.fix?.(editor) ?? []),
    suggestions: (finding.suggest ?? []).map(({ fix, ...suggestion }) => ({
      ...suggestion,
      request: once(() => fix(editor)),
    })),
  };
}

function once(make: Request): Request {
  let made: RepairOptions | null = null;
  return () => (made ??= make());
}

/** One report for each place, however many providers and variants share it. */
export function reportAll(reports: readonly Report[], context: Context, reach: Reach): void {
  if (reports.length === 0) return;
  const fixes = new Agreement(
    reports.map(({ fix }) => fix),
    reach,
  );
  let offers: Agreement | null = null;
  for (const group of groupsByPlace(reports)) {
    const repair = fixes.repairFor(group.map(({ fix }) => [fix]));
    // A place that gets a fix in one variant may get the same edit as a suggestion in another one.
    offers ??= repair == null ? new Agreement(reports.flatMap(requestsOf), reach) : null;
    send(group, repair, offers, context);
  }
}

function requestsOf({ fix, suggestions }: Report): readonly Request[] {
  return [fix, ...suggestions.map(({ request }) => request)];
}

type Group = readonly [Report, ...Report[]];

function groupsByPlace(reports: readonly Report[]): Iterable<Group> {
  const groups = new Map<string, [Report, ...Report[]]>();
  for (const report of reports) {
    const key = report.finding.at.range.join();
    const group = groups.get(key);
    if (group == null) groups.set(key, [report]);
    else group.push(report);
  }
  return groups.values();
}

function send(group: Group, repair: Repair | null, offers: Agreement | null, context: Context): void {
  const { at, messageId, data = {} } = group[0].finding;
  context.report({
    // A whole file has no place of its own: its first character stands for it.
    ...(at.type === "Program" ? { loc: { line: 1, column: 0 } } : { node: at }),
    messageId,
    data,
    fix: repair == null ? null : (fixer) => applied(repair, fixer),
    suggest: repair == null && offers != null ? suggestionsFor(group, offers) : [],
  });
}

/** The suggestions of the first variant that has any, as far as every other one asks for the same, as a suggestion or as a fix. */
function suggestionsFor(group: Group, offers: Agreement): TSESLint.ReportSuggestionArray<string> {
  const offering = group.find(({ suggestions }) => suggestions.length > 0);
  return (offering?.suggestions ?? []).flatMap((offer) => {
    const { messageId, data = {}, request } = offer;
    const repair = offers.repairFor(
      group.map((report) => (report === offering ? [request] : [...counterparts(offer, report), report.fix])),
    );
    return repair == null ? [] : [{ messageId, data, fix: (fixer: TSESLint.RuleFixer) => applied(repair, fixer) }];
  });
}

/** What another report calls by the same name. */
function counterparts({ messageId, data }: Offer, { suggestions }: Report): readonly Request[] {
  const same = suggestions.filter(
    (other) => other.messageId === messageId && JSON.stringify(other.data) === JSON.stringify(data),
  );
  return same.map(({ request }) => request);
}

function applied(repair: Repair, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] {
  return repair.edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text));
}
