/**
 * From a rule definition to an ESLint rule: file guard → model → check → report.
 */
import type { TSESLint } from "@typescript-eslint/utils";
import { belongsToAuthJs, readAuthConfig, unreadVariant } from "../auth-config/config.js";
import type { Variant } from "../auth-config/config.js";
import { Editor } from "../edit/editor.js";
import type { Repair } from "../edit/editor.js";
import type { ConfigFile, Finding, RuleDefinition, RuleInput } from "../rule-definition.js";
import { describeConfigFile } from "./config-file.js";
import { Offers } from "./offers.js";
import { Places } from "./places.js";
import { createMeta } from "./rule-meta.js";
import type { AuthKitRule } from "./rule-meta.js";
import { readWorld } from "./settings.js";

/** Turns a definition into a rule that ESLint, oxlint and the editors run. */
export function createRule(definition: RuleDefinition): AuthKitRule {
  return {
    meta: createMeta(definition),
    create(ruleContext) {
      // The two packages describe the same object; only the second one knows TypeScript's nodes.
      const context = ruleContext as unknown as Context;
      const file = describeConfigFile(context.filename);
      if (file == null) return {};
      const isRead = file.isInFunctionsFolder && (file.extension === "ts" || file.extension === "js");
      if (!isRead && definition.meta.scope !== "any") return {};
      return {
        Program() {
          const model = modelOf(context, file);
          const inputs = definition.meta.scope === "any" ? model.inputsOfAnyScope : model.inputs;
          const findings = inputs.flatMap((input) => [...definition.check(input)]);
          if (findings.length > 0) reportAll(findings, context, model);
        },
      };
    },
  };
}

interface Model {
  /** What rules see: one input for each variant; none where nothing may be said. */
  readonly inputs: readonly RuleInput[];
  /** The same for rules of the scope `any`, which have something to say about a file that has no variants. */
  readonly inputsOfAnyScope: readonly RuleInput[];
  readonly editor: Editor;
  readonly places: Places;
  /** What it was made from, the program aside. */
  readonly key: string;
}

// By the program node: some hosts use one source-code object for all files.
const models = new WeakMap<object, Model>();

/** The model of a file, read once for all rules. */
function modelOf({ sourceCode, settings, filename }: Context, file: ConfigFile): Model {
  const world = readWorld(settings);
  const key = JSON.stringify([filename, world]);
  const known = models.get(sourceCode.ast);
  if (known?.key === key) return known;
  const config = readAuthConfig(sourceCode.ast, sourceCode.text, world);
  const inputsOf = (variants: readonly Variant[]): readonly RuleInput[] =>
    belongsToAuthJs(config) ? [] : variants.map((variant) => ({ ...variant, config, file }));
  const inputs = inputsOf(config.variants);
  const model: Model = {
    inputs,
    inputsOfAnyScope: config.variants.length > 0 ? inputs : inputsOf([unreadVariant(world)]),
    editor: new Editor(sourceCode, config, /tsx?$/u.test(file.extension)),
    places: new Places(config),
    key,
  };
  models.set(sourceCode.ast, model);
  return model;
}

type Context = Readonly<TSESLint.RuleContext<string, []>>;

/** One report for each place, however many providers and variants share it. */
function reportAll(findings: readonly Finding<string>[], context: Context, { editor, places }: Model): void {
  const offers = new Offers(findings, editor, places);
  const groups = new Map<string, [Finding<string>, ...Finding<string>[]]>();
  for (const finding of findings) {
    const key = finding.at.range.join();
    const group = groups.get(key);
    if (group == null) groups.set(key, [finding]);
    else group.push(finding);
  }
  for (const group of groups.values()) report(group[0], offers.agreed(group), context, editor);
}

function report(finding: Finding<string>, repair: Repair | null, context: Context, editor: Editor): void {
  const { at, messageId, data = {} } = finding;
  context.report({
    // A whole file has no place of its own: its first character stands for it.
    ...(at.type === "Program" ? { loc: { line: 1, column: 0 } } : { node: at }),
    messageId,
    data,
    fix: repair == null ? null : (fixer) => applied(repair, fixer),
    suggest: repair == null ? suggestionsOf(finding, editor) : [],
  });
}

function suggestionsOf(finding: Finding<string>, editor: Editor): TSESLint.ReportSuggestionArray<string> {
  return (finding.suggest ?? []).flatMap(({ messageId, data = {}, fix }) => {
    const [repair] = fix(editor);
    return repair == null ? [] : [{ messageId, data, fix: (fixer: TSESLint.RuleFixer) => applied(repair, fixer) }];
  });
}

function applied(repair: Repair, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] {
  return repair.edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text));
}
