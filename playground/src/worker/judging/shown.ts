/** Texts of a user as the verdict may show them. */
import { shownText } from "../../../../src/platform/shown-text.js";
import { CLIENT_ID_IN_TEXT, isClientId } from "../../../../src/platform/workos.js";

/** Longer than any client id. */
const MAX_CLIENT_ID_LENGTH = 40;

/** An issuer or an audience. A client id is public, and what two of them differ in stands at the end: it is never cut off. */
export function shownIssuer(text: string): string {
  const [id] = CLIENT_ID_IN_TEXT.exec(text) ?? [];
  if (id == null || id.length > MAX_CLIENT_ID_LENGTH || !text.endsWith(id)) return shownText(text);
  return shownText(text.slice(0, -id.length)) + id;
}

export function code(text: string): string {
  return `\`${shownIssuer(text)}\``;
}

/** The command that gives a variable a value on the production deployment; none for a value that a shell or the page would change. */
export function setCommand(name: string, value: string): string | null {
  const isPlain = /^\w+$/u.test(name) && (isClientId(value) || /^https:\/\/[\w./-]+$/u.test(value));
  return isPlain && shownIssuer(value) === value ? `npx convex env set ${name} ${value} --prod` : null;
}
