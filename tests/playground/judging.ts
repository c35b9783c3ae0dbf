/** A page with some files and a token, judged as its worker does. */
import { parse } from "@typescript-eslint/parser";
import { decodeToken } from "../../playground/src/token.js";
import type { Token } from "../../playground/src/token.js";
import type { Verdict } from "../../playground/src/verdict.js";
import { judge } from "../../playground/src/worker/judge.js";

export const NOW = new Date("2026-08-01T12:00:00Z");

export function tokenOf(text: string): Token {
  const decoded = decodeToken(text);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.token;
}

export function judged(authConfig: string, convexEnv: string, token: Token): Verdict {
  return judge({ texts: { authConfig, convexEnv, hostEnv: "", route: "", convexJson: "" } }, token, parseOnce, NOW);
}

let last: { readonly text: string; readonly program: ReturnType<typeof parse> } | null = null;

/** The same text is judged with one token after the other. */
function parseOnce(text: string): ReturnType<typeof parse> {
  if (last?.text !== text) last = { text, program: parse(text, { range: true, loc: true, sourceType: "module" }) };
  return last.program;
}

/** Variables as a `.env` file has them. */
export function envFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}
