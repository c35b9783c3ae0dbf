/** Fallbacks for environment variables, which never run: Convex throws at a variable that is not set. */
import { isClientId } from "../platform/workos.js";
import type { Node } from "./ast.js";
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

/** Those of some nodes that are part of no other one, each once, in the order of the text. */
export function outermost<N extends Node>(nodes: Iterable<N>): readonly N[] {
  const all = [...new Set(nodes)];
  return all
    .filter((node) => !all.some((other) => other !== node && contains(other, node)))
    .toSorted((left, right) => left.range[0] - right.range[0]);
}

function contains({ range: [start, end] }: Node, { range }: Node): boolean {
  return start <= range[0] && range[1] <= end;
}
