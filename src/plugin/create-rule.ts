/**
 * From a rule definition to an ESLint rule: file guard → model → check → report.
 */
import { belongsToAuthJs, readAuthConfig, unreadVariant } from "../auth-config/config.js";
import { Editor } from "../edit/editor.js";
import { describeConfigFile } from "../app/config-file.js";
import type { ConfigFile } from "../app/config-file.js";
import { Reach } from "../edit/reach.js";
import { SourceText } from "../edit/source-text.js";
import type { AuthConfigRule, FileInput, Finding, VariantInput } from "../rule/rule.js";
import { createMeta } from "./rule-meta.js";
import { reportAll, reportOf } from "./reports.js";
import type { Context } from "./reports.js";
import type { AuthKitRule } from "./rule-meta.js";
import { readSettings } from "./settings.js";

/** Turns a definition into a rule that ESLint, oxlint and the editors run. */
export function createRule(definition: AuthConfigRule): AuthKitRule {
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
          const findings = findingsOf(definition, model);
          reportAll(
            findings.map(([finding, input]) => reportOf(finding, new Editor(model.source, input))),
            context,
            model.reach,
          );
        },
      };
    },
  };
}

/** What a rule finds, each with the variant in which it was found. */
function findingsOf(
  { check, checkFile }: AuthConfigRule,
  model: Model,
): readonly (readonly [Finding<string>, VariantInput])[] {
  if (!model.isConvex) return [];
  const ofFile = [...(checkFile?.(model.whole) ?? [])].map((finding) => [finding, model.anyInput] as const);
  if (check == null) return ofFile;
  return [...ofFile, ...model.inputs.flatMap((input) => [...check(input)].map((finding) => [finding, input] as const))];
}

interface Model {
  /** False for a file of Auth.js, about which nothing is said. */
  readonly isConvex: boolean;
  /** What most rules see: one input for each variant. */
  readonly inputs: readonly VariantInput[];
  readonly whole: FileInput;
  /** The first input, or one in which nothing is known. */
  readonly anyInput: VariantInput;
  readonly source: SourceText;
  readonly reach: Reach;
  /** What it was made from, the program aside. */
  readonly key: string;
}

// By the program node: some hosts use one source-code object for all files.
const models = new WeakMap<object, Model>();

/** The model of a file, read once for all rules. */
function modelOf({ sourceCode, settings, filename }: Context, file: ConfigFile): Model {
  const { problems: settingProblems, world } = readSettings(settings);
  const key = JSON.stringify([filename, world]);
  const known = models.get(sourceCode.ast);
  if (known?.key === key) return known;
  const config = readAuthConfig(sourceCode.ast, sourceCode.text, world);
  const inputs = config.variants.map((variant): VariantInput => ({ ...variant, config, file }));
  const model: Model = {
    isConvex: !belongsToAuthJs(config),
    inputs,
    whole: { config, file, settingProblems },
    anyInput: inputs[0] ?? { ...unreadVariant(world), config, file },
    source: new SourceText(sourceCode, /tsx?$/u.test(file.extension)),
    reach: new Reach(config),
    key,
  };
  models.set(sourceCode.ast, model);
  return model;
}
