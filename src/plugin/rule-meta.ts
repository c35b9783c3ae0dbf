import type { Rule } from "eslint";
import type { RuleHead, RuleMeta } from "../rule/rule.js";

const DOCS = "https://github.com/convex-authkit/eslint-plugin-convex-authkit/blob/main/docs/rules";

/** An ESLint rule that says which preset holds it, and why it fixes, suggests or only reports. */
export interface AuthKitRule extends Rule.RuleModule {
  readonly meta: Rule.RuleMetaData & { readonly docs: RuleMeta["docs"] & { readonly url: string } };
}

/** What ESLint wants to know of a rule. */
export function createMeta({ name, meta, messages }: RuleHead): AuthKitRule["meta"] {
  const { description, preset, level, repair } = meta.docs;
  return {
    type: meta.type,
    docs: { description, preset, level, repair, url: `${DOCS}/${name}.md` },
    ...(meta.fixable == null ? {} : { fixable: meta.fixable }),
    ...(meta.hasSuggestions == null ? {} : { hasSuggestions: meta.hasSuggestions }),
    messages,
    schema: [],
    defaultOptions: [],
  };
}
