/**
 * From a rule definition to an ESLint rule: file guard → model → check → report.
 */
import type { Rule } from "eslint";
import type { TSESLint } from "@typescript-eslint/utils";
import { readAuthConfig } from "../auth-config/config.js";
import type { AuthConfig } from "../auth-config/config.js";
import { Editor } from "../edit/editor.js";
import type { Repair } from "../edit/editor.js";
import type { Finding, RuleDefinition } from "../rule-definition.js";
import type { World } from "../platform/workos.js";
import { describeConfigFile } from "./config-file.js";
import { Offers } from "./offers.js";
import { Places } from "./places.js";
import { readWorld } from "./settings.js";

const DOCS = "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules";

/** An ESLint rule that says which preset holds it, and why it fixes, suggests or only reports. */
export interface AuthKitRule extends Rule.RuleModule {
  readonly meta: Rule.RuleMetaData & { readonly docs: AuthKitRuleDocs };
}

export interface AuthKitRuleDocs {
  readonly description: string;
  readonly url: string;
  readonly preset: "recommended" | "strict";
  readonly level: "error" | "warn";
  readonly repair: string;
}

/** Turns a definition into a rule that ESLint, oxlint and the editors run. */
export function createRule(definition: RuleDefinition): AuthKitRule {
  const { name, meta, messages } = definition;
  const { description, preset, level, repair } = meta.docs;
  return {
    meta: {
      type: meta.type,
      docs: { description, preset, level, repair, url: `${DOCS}/${name}.md` },
      ...(meta.fixable == null ? {} : { fixable: meta.fixable }),
      ...(meta.hasSuggestions == null ? {} : { hasSuggestions: meta.hasSuggestions }),
      messages,
      schema: [],
      defaultOptions: [],
    },
    create(ruleContext) {
      // The two packages describe the same object; only the second one knows TypeScript's nodes.
      const context = ruleContext as unknown as Context;
      const file = describeConfigFile(context.filename);
      if (file == null) return {};
      const isRead = file.isInFunctionsFolder && (file.extension === "ts" || file.extension === "js");
      if (!isRead && meta.scope !== "any") return {};
      return {
        Program() {
          const { config, editor, places } = modelOf(context.sourceCode, readWorld(context.settings), /tsx?$/u.test(file.extension));
          if (belongsToAuthJs(config)) return;
          const variants = meta.scope === "any" && config.variants.length === 0 ? [config.unread] : config.variants;
          const inputs = variants.map((variant) => ({ ...variant, config, file }));
          reportAll(inputs.flatMap((input) => [...definition.check(input)]), context, editor, places);
        },
      };
    },
  };
}

/** `auth.config.ts` is also the name that Auth.js uses; nothing is ever said about its files. */
function belongsToAuthJs({ imports }: AuthConfig): boolean {
  for (const source of imports) if (/^(?:next-auth|@auth)(?:\/|$)/u.test(source)) return true;
  return false;
}

interface Model {
  readonly config: AuthConfig;
  readonly editor: Editor;
  readonly places: Places;
  readonly world: string;
}

// By the program node: some hosts use one source-code object for all files.
const models = new WeakMap<object, Model>();

/** The model of a file, read once for all rules. */
function modelOf(sourceCode: Readonly<TSESLint.SourceCode>, world: World, isTypeScript: boolean): Model {
  const key = JSON.stringify([world, isTypeScript]);
  const known = models.get(sourceCode.ast);
  if (known?.world === key) return known;
  const config = readAuthConfig(sourceCode.ast, sourceCode.text, world);
  const model: Model = { config, editor: new Editor(sourceCode, config, isTypeScript), places: new Places(config), world: key };
  models.set(sourceCode.ast, model);
  return model;
}

type Context = Readonly<TSESLint.RuleContext<string, []>>;

/** One report for each place, however many providers and variants share it. */
function reportAll(findings: readonly Finding<string>[], context: Context, editor: Editor, places: Places): void {
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
