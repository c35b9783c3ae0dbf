import { readFileSync, writeFileSync } from "node:fs";
import { CouldNotRun, messageOf } from "./could-not-run.js";

// Strict, since a fix would write back what a lenient reading has lost.
const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a file, byte-order mark included; null where it cannot be read as UTF-8. */
export function readSource(path: string): string | null {
  try {
    return DECODER.decode(readFileSync(path));
  } catch {
    return null;
  }
}

/** Writes the repaired text of a file that was read before. */
export function writeSource(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CouldNotRun(`The repaired file cannot be written: ${messageOf(error)}`);
  }
}
