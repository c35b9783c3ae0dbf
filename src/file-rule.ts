/**
 * What a rule on the files around `auth.config` is: `.env` files, `convex.json`, the callback route. It reports nodes and edits text by offsets; how it
 * becomes an ESLint rule is the business of `plugin/`.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { JsonNode } from "./convex-json/json.js";
import type { TextEdit } from "./edit/editor.js";
import type { Framework, VariableKind } from "./platform/env-variables.js";
import type { Route } from "./platform/routes.js";
import type { RuleMeta } from "./rule-definition.js";

/** Offsets into the text: start and end. */
export type Range = readonly [start: number, end: number];

/** A part of a file. Its place is known to the source code of the file's language. */
export interface Part {
  readonly range: Range;
}

export interface FileFinding<MessageId extends string> {
  /** The smallest part that a person would edit. */
  readonly at: object;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: TextEdit | null;
  readonly suggest?: readonly {
    readonly messageId: MessageId;
    readonly data?: Readonly<Record<string, string>>;
    readonly fix: TextEdit;
  }[];
}

export interface FileRule<Input, MessageId extends string = string> {
  readonly name: string;
  readonly meta: RuleMeta;
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly check: (input: Input) => Iterable<FileFinding<MessageId>>;
}

/** What a `.env` file is for, by its name. `production` also says so of a Convex deployment. */
export interface EnvFileName {
  readonly name: string;
  readonly role: "convex" | "development" | "example" | "production";
  readonly isProduction: boolean;
}

/** A variable as a program that reads the file gets it: the last one of its name. */
export interface Variable {
  readonly name: string;
  readonly kind: VariableKind | null;
  /** Empty where the value comes from elsewhere, so that nothing can be said about it. */
  readonly value: string;
  /** Whether the file says what the value is. */
  readonly isKnown: boolean;
  readonly nameNode: Part;
  readonly valueNode: Part;
  /** The value without its quotes. */
  readonly contentRange: Range;
}

export interface EnvFileContent {
  readonly file: EnvFileName;
  readonly variables: readonly Variable[];
}

/** What is known about the app that a file belongs to. */
export interface App {
  /** That of the nearest package.json: absolute. */
  readonly folder: string;
  /** Null where its dependencies do not name one of the AuthKit packages. */
  readonly framework: Framework | null;
  /** Null where it cannot be said which paths the app answers. */
  readonly routes: () => readonly Route[] | null;
  /** Those of the routes whose files call the SDK's handler of the callback. */
  readonly callbackRoutes: () => readonly Route[];
  /** Whether code of the project, that of its other apps left out, may hold a text: true where there is too much of it to look. */
  readonly mayMention: (text: RegExp) => boolean;
  /** The paths of all redirect URIs that the app's `.env` files and its convex.json name; null where one of them cannot be read. */
  readonly redirectPaths: () => readonly string[] | null;
}

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

/** Types a rule by its own messages. */
export function defineEnvRule<const MessageId extends string>(
  definition: FileRule<EnvInput, MessageId>,
): FileRule<EnvInput, MessageId> {
  return definition;
}

/** Types a rule by its own messages. */
export function defineConvexJsonRule<const MessageId extends string>(
  definition: FileRule<ConvexJsonInput, MessageId>,
): FileRule<ConvexJsonInput, MessageId> {
  return definition;
}

/** Types a rule by its own messages. */
export function defineRouteRule<const MessageId extends string>(
  definition: FileRule<RouteInput, MessageId>,
): FileRule<RouteInput, MessageId> {
  return definition;
}
