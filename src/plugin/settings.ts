import type { World } from "../platform/workos.js";
import type { SettingProblem } from "../rule/rule.js";

/** The key of the plugin's settings. */
const SETTINGS_KEY = "convex-authkit";

export interface Settings {
  readonly world: World;
  readonly problems: readonly SettingProblem[];
}

const AUDIENCE = "tokensCarryAudience";
const HOSTNAMES = "apiHostnames";

/** A name without a scheme, a port or a path. */
const HOSTNAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/iu;

/** Reads `settings["convex-authkit"]`; what is not of the documented type counts as not set. */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const own = settings[SETTINGS_KEY];
  const isObject = typeof own === "object" && own !== null && !Array.isArray(own);
  const given: Readonly<Record<string, unknown>> = isObject ? { ...own } : {};
  const { [AUDIENCE]: audience, [HOSTNAMES]: hostnames, ...others } = given;
  const names = Array.isArray(hostnames) ? (hostnames as readonly unknown[]) : [];
  const usable = names.filter((name) => typeof name === "string");
  const problems: SettingProblem[] = [];
  if (own !== undefined && !isObject) problems.push({ name: null, expected: "an object", isKnown: true });
  if (audience !== undefined && typeof audience !== "boolean")
    problems.push({ name: AUDIENCE, expected: "`true` or `false`", isKnown: true });
  const areHostnames =
    Array.isArray(hostnames) && names.every((name) => typeof name === "string" && HOSTNAME.test(name));
  if (hostnames !== undefined && !areHostnames) {
    problems.push({ name: HOSTNAMES, expected: 'a list of hostnames such as `["auth.example.com"]`', isKnown: true });
  }
  for (const name of Object.keys(others)) problems.push(unknownSetting(name));
  return {
    world: { tokensCarryAudience: audience === true, apiHostnames: usable.map((name) => name.toLowerCase()) },
    problems,
  };
}

function unknownSetting(name: string): SettingProblem {
  const expected = `\`${AUDIENCE}\` or \`${HOSTNAMES}\``;
  const plain = name.toLowerCase().replaceAll(/[^a-z]/gu, "");
  if (plain.includes("aud") || plain.includes("token")) return { name, expected, isKnown: false, meant: AUDIENCE };
  if (plain.includes("host") || plain.includes("api") || plain.includes("domain"))
    return { name, expected, isKnown: false, meant: HOSTNAMES };
  return { name, expected, isKnown: false };
}
