/**
 * A text as a pattern: its characters, with one private-use character for each piece that cannot be read (a variable,
 * an import). Such a stand-in is some text that is not empty.
 */

const FIRST_STAND_IN = 0xe000;
const LAST_STAND_IN = 0xf8fe;

/** Stands for `${…}` in plain quotes. */
export const PLAIN_TEMPLATE = "\uF8FF";

export const ANY_STAND_IN = /[\uE000-\uF8FE]/u;
export const ONLY_STAND_INS = /^[\uE000-\uF8FE]+$/u;
export const ANY_PRIVATE_USE = /[\uE000-\uF8FF]/u;

/** The n-th stand-in, or null where a text has more unreadable pieces than there are characters. */
export function standInAt(index: number): string | null {
  return index > LAST_STAND_IN - FIRST_STAND_IN ? null : String.fromCharCode(FIRST_STAND_IN + index);
}

/** The index of a stand-in, or null for any other character. */
export function standInIndex(character: string): number | null {
  const code = character.charCodeAt(0);
  return code >= FIRST_STAND_IN && code <= LAST_STAND_IN ? code - FIRST_STAND_IN : null;
}

/** Whether literal text holds characters that patterns use for themselves. */
export function isAmbiguousText(text: string): boolean {
  return ANY_PRIVATE_USE.test(text);
}

/** A pattern as a person may be shown it: what cannot be read is `…`. */
export function readablePattern(pattern: string): string {
  return pattern.replaceAll(/[\uE000-\uF8FF]/gu, "…");
}
