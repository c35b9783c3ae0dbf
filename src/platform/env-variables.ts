/**
 * The variables of an AuthKit app: what they are called, and what their values look like.
 *
 * Source: https://workos.com/docs/authkit, and https://docs.convex.dev/auth/authkit.
 */
import { withoutShippedPrefix } from "./environment.js";
import { shownPath } from "./shown-text.js";
import { CLIENT_ID_VARIABLE, isClientId } from "./workos.js";

/** What a variable is there for, by its name, whatever prefix it has: `STAGING_WORKOS_CLIENT_ID` is a client id too. */
export type VariableKind = "api-hostname" | "api-key" | "client-id" | "cookie-password" | "redirect-uri" | "secret";

const KINDS: readonly (readonly [ending: string, kind: VariableKind])[] = [
  ["WORKOS_CLIENT_ID", "client-id"],
  ["WORKOS_API_KEY", "api-key"],
  ["WORKOS_COOKIE_PASSWORD", "cookie-password"],
  ["WORKOS_REDIRECT_URI", "redirect-uri"],
  ["WORKOS_API_HOSTNAME", "api-hostname"],
  ["WORKOS_WEBHOOK_SECRET", "secret"],
  ["WORKOS_ACTION_SECRET", "secret"],
];

/** The kind of a variable; null for one that is not WorkOS's. */
export function variableKind(name: string): VariableKind | null {
  return KINDS.find(([ending]) => name === ending || name.endsWith(`_${ending}`))?.[1] ?? null;
}

/** Whether the values of a kind must not be seen by anybody. */
export function isSecretKind(kind: VariableKind | null): boolean {
  return kind === "api-key" || kind === "cookie-password" || kind === "secret";
}

/**
 * Whether a value comes from elsewhere, so that the file does not say what it is: nothing at all, another variable, a template, the reference of a
 * secret manager (`op://…`), encrypted text, what `vercel env pull` writes in place of a secret.
 */
export function comesFromElsewhere(value: string): boolean {
  return (
    /^\s*(?:\[SENSITIVE\]\s*)?$|\$[({\w]|\{\{|<%/u.test(value) ||
    /^\s*(?:(?!https?:)[a-z][\w+.-]*:\/\/|(?:encrypted|vault|arn|secret|keychain|ref\+\w+):)/iu.test(value)
  );
}

/** A secret key of WorkOS, or of another service that writes its keys the same way. */
export function isSecretKey(value: string): boolean {
  return /^sk_(?:test|live)_./u.test(value);
}

/** A key of an environment that is not for production. */
export function isTestKey(value: string): boolean {
  return value.startsWith("sk_test_");
}

/** Whether a value looks like the signing secret of a webhook. */
export function isWebhookSecret(value: string): boolean {
  return /^whsec_./u.test(value);
}

/** Text that examples hold in place of a value: `your_…_here`, `client_01...`, `<client id>`. */
export function isPlaceholder(value: string): boolean {
  return /(?:^|[^a-z\d])(?:your|change[_-]?me|placeholder|replace[_-]?(?:me|this|with))(?:[^a-z\d]|$)|[_-]here$|at_least_32|\.{3}|…|^<[^>]*>$/iu.test(
    value,
  );
}

/** Text that only fills a place, where the real one is random: `client_XXXXXXXXXXXXXXXXXXXXXXXXXX`, `sk_test_example`. */
export function isFiller(value: string): boolean {
  return isPlaceholder(value) || /(.)\1{7}|_(?:example|x{3,})(?:_|$)/iu.test(value);
}

const EXAMPLE_PASSWORD =
  /(?:^|[^a-z\d])(?:your[_-](?:[a-z\d]{1,20}[_-]){0,8}(?:cookie|key|password|secret)|change[_-]?me|replace[_-]?(?:me|this|with))(?:[^a-z\d]|$)|at[_-]least[_-]32|^<[^>]*>$|(.)\1{15}/iu;

/** Whether a password is that of an example. A passphrase may hold some of its words, such as `your`. */
export function isExamplePassword(value: string): boolean {
  return EXAMPLE_PASSWORD.test(value);
}

/** A variable, as far as its value is known. */
interface Known {
  readonly kind: VariableKind | null;
  readonly value: string;
  readonly isKnown: boolean;
}

/** Whether a value may be the one that is used: it does not come from elsewhere, and is not that of an example. */
export function isReal({ kind, value, isKnown }: Known): boolean {
  return isKnown && !(kind === "cookie-password" ? isExamplePassword(value) : isFiller(value));
}

/** Whether a value looks like a real secret, whatever its name. */
export function looksSecret(variable: Known): boolean {
  const value = withoutDebris(variable.value);
  return isReal(variable) && (isSecretKey(value) || isWebhookSecret(value));
}

/** Whether a file holds variables for tests, by its name: what they stand for need not exist. */
export function isForTests(fileName: string): boolean {
  return /\.(?:ci|cypress|e2e|playwright|test|testing|vitest)(?:\.|$)/iu.test(fileName);
}

/** Whether the values in a file may stand for others: in examples, and where tests pretend. */
export function mayHoldStandIns({ name, role }: { readonly name: string; readonly role: string }): boolean {
  return role === "example" || isForTests(name);
}

/** A value without what was pasted with it: quotes, brackets and line ends around it, a comma or semicolon behind it. */
export function withoutDebris(value: string): string {
  return value.replace(/^[\s"'`<]+/u, "").replace(/(?<!\\[nr]|[\s"'`>,;])(?:\\[nr]|[\s"'`>,;])+$/u, "");
}

/** A ULID with the prefix of something else that WorkOS numbers, or of a key. */
export function isForeignId(value: string): boolean {
  return !isClientId(value) && /^(?:[a-z]+_)+0[\dA-HJKMNP-TV-Z]{25}$/iu.test(value);
}

/** Whether a value is a client ID that is not that of an example. */
export function isRealClientId(value: string): boolean {
  return isClientId(value) && !isFiller(value);
}

/** Whether a variable holds the app's client id, under its own name or that for the browser: other names, such as `STAGING_…`, are those of other clients. */
export function isOwnClientId({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return withoutShippedPrefix(name) === CLIENT_ID_VARIABLE && isRealClientId(value);
}

export const MIN_COOKIE_PASSWORD_LENGTH = 32;

/** An absolute URL as WorkOS compares it: with `//` behind `http:` and `https:`, and without anything that a browser would remove. */
export function isAbsoluteUrl(value: string): boolean {
  if (/[\s"'`<>\\]/u.test(value) || !URL.canParse(value)) return false;
  return (
    /^https?:\/\/[^/]/iu.test(value) ||
    (/^[a-z][a-z\d+.-]*:(?!\d)/iu.test(value) && !/^(?:https?|localhost):/iu.test(value))
  );
}

/** The path of an http address; null for anything else. */
export function pathOfUrl(value: string): string | null {
  return /^https?:/iu.test(value) && isAbsoluteUrl(value) ? new URL(value).pathname : null;
}

/** Whether a URL may be copied: no part of it could be a secret. */
export function isPlainUrl(value: string): boolean {
  const [, path] = /^https?:\/\/(?:[\w.*:[\]-]|\$\{[\w.]+\})+((?:\/[^?#@\s]*)?)$/iu.exec(value) ?? [];
  return path != null && shownPath(path) === path;
}

/** Whether an address leads to the machine of whoever opens it. */
export function isLocalAddress(value: string): boolean {
  return /^https?:\/\/(?:localhost|[^/:]+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?=[:/?#]|$)/iu.test(value);
}

/** The bare host in an address; null where there is none that could be written in its place. */
export function hostnameOf(value: string): string | null {
  const host = /^\s*(?:[a-z]+:?\/\/)*([^/\\?#\s@]+)/iu.exec(value)?.[1] ?? "";
  return /^[a-z\d][a-z\d.-]*[a-z\d](?::\d+)?$/iu.test(host) && host.includes(".") ? host : null;
}
