/** Fallbacks for environment variables, which never run: Convex throws at a variable that is not set. */
import { isClientId } from "../platform/workos.js";
import type { Effect, EnvFallback } from "./evaluate/effects.js";
import { literalText } from "./values.js";

export function fallbacksIn(effects: readonly Effect[]): readonly EnvFallback[] {
  return effects.filter((effect) => effect.kind === "env-fallback");
}

/** The client ID that a fallback is; null for any other one. */
export function clientIdOf({ fallback }: EnvFallback): string | null {
  const text = literalText(fallback ?? undefined);
  return text != null && isClientId(text) ? text : null;
}
