const MAX_LENGTH = 60;

/** API keys, webhook secrets and the like. The client id is public and may be shown. */
const KEY = /(?:sk|rk|pk)_(?:live|test)[\w-]*|whsec[\w-]*/gu;

/** Long runs without a pause, such as passwords in hexadecimal or base64, but no names of variables; in a URL a slash may also be a pause. */
const PASSWORD = /(?<![\w+/=-])(?!client_|[A-Z][0-9A-Z]*(?:_[0-9A-Z]+)+(?![\w+/=-]))[\w+/=-]{32,}/gu;
const PASSWORD_IN_URL = /(?<![\w+=-])(?!client_)(?:[\w+=-]{32,}|(?=[\w=-]*(?:\+|=(?![\w+=-])))[\w+=-]{12,})/gu;

/** Text from a user's file as a message may show it: short, on one line, without backticks, and with nothing that could be a secret. */
export function shownText(text: string): string {
  const line = text
    .replace(KEY, "…")
    .replace(text.includes("//") ? PASSWORD_IN_URL : PASSWORD, "…")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{C}`]/gu, "…");
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
