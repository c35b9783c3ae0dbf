/**
 * What a rule is, whatever kind of file it looks at: metadata, messages and a function from what it sees to what it reports. How it becomes an ESLint
 * rule is the business of `plugin/`.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { App } from "../app/app.js";
import type { ConfigFile } from "../app/config-file.js";
import type { Node } from "../auth-config/ast.js";
import type { AuthConfig, Variant } from "../auth-config/config.js";
import type { JsonNode } from "../convex-json/json.js";
import type { Editor } from "../edit/editor.js";
import type { RepairOptions, TextEdit } from "../edit/repair.js";
import type { EnvFileContent, Part } from "../env-file/content.js";
import type { Route } from "../platform/routes.js";

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

export interface RuleHead<MessageId extends string = string> {
  readonly name: string;
  readonly meta: RuleMeta;
  readonly messages: Readonly<Record<MessageId, string>>;
}

/** Makes an edit of the variant that the finding is about; called only when somebody wants one. */
export type Fix = (editor: Editor) => RepairOptions;

export interface Suggestion<MessageId extends string, F = Fix> {
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix: F;
}

export interface Finding<MessageId extends string, F = Fix, Place = Node> {
  /** The smallest part of the file that a person would edit. */
  readonly at: Place;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: F | null | undefined;
  readonly suggest?: readonly Suggestion<MessageId, F>[] | undefined;
}

export interface Rule<Input, MessageId extends string = string, F = Fix, Place = Node> extends RuleHead<MessageId> {
  readonly check: (input: Input) => Iterable<Finding<MessageId, F, Place>>;
}

// ── auth.config ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A setting that does not count, and why. */
export interface SettingProblem {
  /** The setting, or null for the settings as a whole. */
  readonly name: string | null;
  /** What it has to be. */
  readonly expected: string;
  /** False for a name that does not exist. */
  readonly isKnown: boolean;
  /** The setting that is meant by a name that does not exist. */
  readonly meant?: string;
}

/** What most rules on `auth.config` see: one variant of the file, and the file itself. */
export interface VariantInput extends Variant {
  readonly config: AuthConfig;
  readonly file: ConfigFile;
}

/** An `auth.config` as a whole. */
export interface FileInput {
  readonly config: AuthConfig;
  readonly file: ConfigFile;
  /** What is wrong with `settings["convex-authkit"]`. */
  readonly settingProblems: readonly SettingProblem[];
}

export interface AuthConfigRule<MessageId extends string = string> extends RuleHead<MessageId> {
  readonly meta: RuleMeta & {
    /** `any`: also for files of this name where Convex never looks. */
    readonly scope?: "any";
  };
  /** Looks at one variant of the file. */
  readonly check?: Rule<VariantInput, MessageId>["check"];
  /** Looks at the file as a whole: at all of its variants, and at how it ends where there is none. */
  readonly checkFile?: Rule<FileInput, MessageId>["check"];
}

/** Types a rule by its own messages. */
export function defineRule<const MessageId extends string>(rule: AuthConfigRule<MessageId>): AuthConfigRule<MessageId> {
  return rule;
}

// ── The files around it ─────────────────────────────────────────────────────────────────────────────────────────────

/** A rule that edits text by offsets; the source code of the file's language knows the places. */
export type FileRule<Input, MessageId extends string = string> = Rule<Input, MessageId, TextEdit, object>;

export type FileFinding<MessageId extends string> = Finding<MessageId, TextEdit, object>;

/** What a rule on `.env` files sees. */
export interface EnvInput extends EnvFileContent {
  /** Each line that is neither an assignment nor a comment. */
  readonly invalidLines: readonly Part[];
  readonly text: string;
  readonly app: App;
  /** The other `.env` files in the same folder. */
  readonly neighbours: () => readonly EnvFileContent[];
}

/** What a rule on `convex.json` sees. */
export interface ConvexJsonInput {
  readonly root: JsonNode;
  readonly text: string;
  readonly app: App;
}

/** What a rule on a route file sees. */
export interface RouteInput {
  readonly route: Route;
  readonly program: TSESTree.Program;
  readonly app: App;
}

export type EnvRule<MessageId extends string = string> = FileRule<EnvInput, MessageId>;

export type ConvexJsonRule<MessageId extends string = string> = FileRule<ConvexJsonInput, MessageId>;

export type RouteRule<MessageId extends string = string> = FileRule<RouteInput, MessageId>;

/** Types a rule by its own messages. */
export function defineEnvRule<const MessageId extends string>(rule: EnvRule<MessageId>): EnvRule<MessageId> {
  return rule;
}

/** Types a rule by its own messages. */
export function defineConvexJsonRule<const MessageId extends string>(
  rule: ConvexJsonRule<MessageId>,
): ConvexJsonRule<MessageId> {
  return rule;
}

/** Types a rule by its own messages. */
export function defineRouteRule<const MessageId extends string>(rule: RouteRule<MessageId>): RouteRule<MessageId> {
  return rule;
}
