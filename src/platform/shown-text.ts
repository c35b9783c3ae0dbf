const MAX_LENGTH = 60;

/** API keys, webhook secrets and the like. The client id is public and may be shown. */
const KEY = /(?:sk|rk|pk)_(?:live|test)[\w-]*|whsec[\w-]*/gu;

/** Long runs without a pause, such as passwords in hexadecimal or base64, but no names of variables; in a URL a slash may also be a pause. */
const PASSWORD = /(?<![\w+/=-])(?!client_|[A-Z][0-9A-Z]*(?:_[0-9A-Z]+)+(?![\w+/=-]))[\w+/=-]{32,}/gu;
const PASSWORD_IN_URL = /(?<![\w+=-])(?!client_)(?:[\w+=-]{32,}|(?=[\w=-]*(?:\+|=(?![\w+=-])))[\w+=-]{12,})/gu;

/** Words that the paths of callbacks are made of. */
const PATH_WORD =
  /^(?:ap[ip]|authkit|authorize|callback|complete|handler|in|login|o?auth2?|out|redirect|return|session|sign|signin|sso|user|verify|workos)$/u;

/** Whether part of a path is too short and plain for a secret, or made of usual words. */
function isUsual(segment: string): boolean {
  return /^(?:[a-z-]{0,7}|v\d)$/u.test(segment) || segment.split("-").every((word) => PATH_WORD.test(word));
}

/** The path of a user's URL as a message may show it: of each segment that is no usual word nobody knows whether it is a secret. */
export function shownPath(path: string): string {
  const segments = path.split("/").map((segment) => (isUsual(segment) ? segment : "…"));
  return shownText(segments.join("/"));
}

/** Texts as a message may list them: as many as are short together, and one at least. */
export function shownList(texts: readonly string[]): string {
  const shown = texts.map((text) => `\`${text}\``);
  const fitting = shown.filter(
    (_, index) => index === 0 || shown.slice(0, index + 1).join(" or ").length <= MAX_LENGTH,
  );
  return fitting.join(" or ");
}

/** A line of a user's file with nothing that could be a secret. */
export function withoutSecrets(line: string): string {
  return line.replace(KEY, "…").replace(line.includes("//") ? PASSWORD_IN_URL : PASSWORD, "…");
}

/** Text from a user's file as a message may show it: short, on one line, without backticks, and with nothing that could be a secret. */
export function shownText(text: string): string {
  const line = withoutSecrets(text)
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{C}`]/gu, "…");
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
