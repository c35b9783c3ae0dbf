/**
 * What a rule is: metadata, messages and one function over the model. How it becomes an ESLint rule is the business of `plugin/`.
 */
import type { AuthConfig, Variant } from "./auth-config/config.js";
import type { Node } from "./auth-config/ast.js";
import type { Candidates, Editor } from "./edit/editor.js";

/** An `auth.config` file by its place: whether Convex looks there, and what stands beside it. */
export interface ConfigFile {
  /** `ts`, `js`, `mts`, … */
  readonly extension: string;
  /** True in the functions folder: a folder named `convex`, or what the nearest `convex.json` calls `functions`. */
  readonly isInFunctionsFolder: boolean;
  /** False where nobody can say whether Convex looks there: a name without a folder, a `convex.json` that cannot be read. */
  readonly isPlaced: boolean;
  /** Whether the folder holds another file of this name, such as `auth.config.js` beside `auth.config.ts`. */
  readonly hasSibling: (name: string) => boolean;
  /** The `type` of the nearest package.json: with `module`, CommonJS files export nothing. */
  readonly packageType: () => "commonjs" | "module";
}

/** What a rule sees: one variant of the file, and the file itself. */
export interface RuleInput extends Variant {
  readonly config: AuthConfig;
  readonly file: ConfigFile;
}

/** Makes an edit; called only when somebody wants one. */
export type Fix = (editor: Editor) => Candidates;

export interface Suggestion<MessageId extends string> {
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix: Fix;
}

export interface Finding<MessageId extends string> {
  /** The smallest node that a person would edit. */
  readonly at: Node;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: Fix | undefined;
  readonly suggest?: readonly Suggestion<MessageId>[] | undefined;
}

/** What a rule says of itself. */
export interface RuleMeta {
  readonly type: "problem" | "suggestion";
  readonly docs: {
    /** Starts with a verb: "Disallow …", "Require …", "Enforce …". */
    readonly description: string;
    /** The presets that hold the rule, and its level in them. */
    readonly preset: "env" | "recommended" | "strict";
    readonly level: "error" | "warn";
    /** Why the rule fixes, suggests, or only reports. */
    readonly repair: string;
  };
  readonly fixable?: "code";
  readonly hasSuggestions?: true;
}

export interface RuleDefinition<MessageId extends string = string> {
  readonly name: string;
  readonly meta: RuleMeta & {
    /** `any`: also for files of this name where Convex never looks. */
    readonly scope?: "any";
  };
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly check: (input: RuleInput) => Iterable<Finding<MessageId>>;
}

/** Types a rule by its own messages. */
export function defineRule<const MessageId extends string>(
  definition: RuleDefinition<MessageId>,
): RuleDefinition<MessageId> {
  return definition;
}
