const MAX_LENGTH = 60;

/** API keys, webhook secrets and the like; the client id is public and may be shown. */
const SECRET = /\b(?:sk|whsec|rk|pk)_[\w-]+|\b(?!client_)[0-9A-Za-z_-]{32,}/gu;

/** Text from a user's file as a message may show it: short, on one line, without backticks, and with nothing that could be a secret. */
export function shownText(text: string): string {
  const line = text
    .replace(SECRET, "…")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{C}`]/gu, "…");
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
