/**
 * From a rule on one of the files around `auth.config` to an ESLint rule: file guard → input → check → report.
 */
import type { Rule } from "eslint";
import type { TextEdit } from "../edit/repair.js";
import type { FileFinding, FileRule } from "../rule/rule.js";
import { createMeta } from "./rule-meta.js";
import type { AuthKitRule } from "./rule-meta.js";

/** A kind of file: where its tree begins, and what its rules see of it. */
export interface FileKind<Input> {
  /** The type of the root node: rules on a file of another language see nothing. */
  readonly root: "Document" | "EnvFile" | "Program";
  /** Whether a file may be of this kind, by its path. */
  readonly isMeant: (path: string) => boolean;
  /** What the rules see; null where there is nothing to say about the file. */
  readonly open: (file: OpenFile) => Input | null;
}

export interface OpenFile {
  /** Absolute, unless the text has no place in the file system. */
  readonly path: string;
  readonly text: string;
  /** The root node. */
  readonly ast: object;
}

/** Makes rules of a kind of file, by their names. Its input is made once for each file, however many rules look at it. */
export function createFileRules<Input extends object>(
  kind: FileKind<Input>,
  definitions: readonly FileRule<Input>[],
): Readonly<Record<string, AuthKitRule>> {
  const inputs = new WeakMap<object, { readonly path: string; readonly input: Input | null }>();
  const inputOf = (file: OpenFile): Input | null => {
    const known = inputs.get(file.ast);
    if (known?.path === file.path) return known.input;
    const input = kind.open(file);
    inputs.set(file.ast, { path: file.path, input });
    return input;
  };
  const create = (definition: FileRule<Input>): AuthKitRule => ({
    meta: createMeta(definition),
    create(context) {
      const { filename: path, sourceCode } = context;
      if (!kind.isMeant(path)) return {};
      return {
        [kind.root]() {
          const input = inputOf({ path, text: sourceCode.text, ast: sourceCode.ast });
          if (input == null) return;
          for (const finding of definition.check(input)) report(finding, context);
        },
      };
    },
  });
  return Object.fromEntries(definitions.map((definition) => [definition.name, create(definition)]));
}

function report(
  { at, messageId, data = {}, fix = null, suggest = [] }: FileFinding<string>,
  context: Rule.RuleContext,
): void {
  const applied =
    ({ range, text }: TextEdit) =>
    (fixer: Rule.RuleFixer): Rule.Fix =>
      fixer.replaceTextRange([...range], text);
  context.report({
    // Each language's source code knows the places of its own nodes.
    node: at as Rule.Node,
    messageId,
    data,
    fix: fix == null ? null : applied(fix),
    suggest: suggest.map((each) => ({ messageId: each.messageId, data: each.data ?? {}, fix: applied(each.fix) })),
  });
}
