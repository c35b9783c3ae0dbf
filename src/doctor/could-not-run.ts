/**
 * The command has no verdict: bad arguments, nothing to check, ESLint missing. `main` prints the message, which is written for the person at the
 * terminal, and exits with 2.
 */
export class CouldNotRun extends Error {
  override name = "CouldNotRun";
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
