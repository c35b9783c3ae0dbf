/** Opens a text as a rule sees it, and applies what the editor offers. */
import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESLint } from "@typescript-eslint/utils";
import { SourceCode } from "eslint";
import { readAuthConfig } from "../../src/auth-config/config.js";
import type { AuthConfig, Variant } from "../../src/auth-config/config.js";
import type { Provider, ProviderMember } from "../../src/auth-config/provider.js";
import { Editor } from "../../src/edit/editor.js";
import type { RepairOptions } from "../../src/edit/repair.js";
import { SourceText } from "../../src/edit/source-text.js";
import { DEFAULT_WORLD } from "../../src/platform/workos.js";

export interface Opened {
  readonly text: string;
  readonly config: AuthConfig;
  readonly variant: Variant;
  readonly source: SourceText;
  readonly editor: Editor;
  readonly sourceCode: TSESLint.SourceCode;
  /** A provider of the only variant, the first one where nothing else is said. */
  readonly provider: (index?: number) => Provider;
  readonly member: (name: string, index?: number) => ProviderMember;
}

export function open(text: string, language: "js" | "ts" = "ts"): Opened {
  const { ast, scopeManager, visitorKeys } = parseForESLint(text, {
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    sourceType: "module",
  });
  const sourceCode = new SourceCode({
    text,
    ast,
    scopeManager,
    visitorKeys,
    parserServices: {},
  } as unknown as SourceCode.Config) as unknown as TSESLint.SourceCode;
  // Parents are known once a tree has been traversed.
  (sourceCode as unknown as SourceCode).traverse();
  const config = readAuthConfig(sourceCode.ast, text, DEFAULT_WORLD);
  const [variant] = config.variants;
  if (variant == null) throw new Error("no variant");
  const provider = (index = 0): Provider => {
    const found = variant.providers[index];
    if (found == null) throw new Error(`no provider ${String(index)}`);
    return found;
  };
  const member = (name: string, index = 0): ProviderMember => {
    const found = provider(index).members.find((candidate) => candidate.name === name);
    if (found == null) throw new Error(`no member ${name}`);
    return found;
  };
  const source = new SourceText(sourceCode, language === "ts");
  return {
    text,
    config,
    variant,
    source,
    editor: new Editor(source, variant),
    sourceCode,
    provider,
    member,
  };
}

/** The text after the best of several repairs, or null where there is none. */
export function applied(text: string, options: RepairOptions): string | null {
  const [best] = options;
  if (best == null) return null;
  let result = text;
  let end = text.length + 1;
  for (const edit of [...best.edits].toSorted(
    (left, right) => right.range[0] - left.range[0] || right.range[1] - left.range[1],
  )) {
    if (edit.range[1] > end) throw new Error("edits overlap");
    end = edit.range[0];
    result = result.slice(0, edit.range[0]) + edit.text + result.slice(edit.range[1]);
  }
  return result;
}
