import type { World } from "../platform/workos.js";

/** Reads `settings["convex-authkit"]`; what is not of the documented type counts as not set. */
export function readWorld(settings: Readonly<Record<string, unknown>>): World {
  const own = settings["convex-authkit"];
  const { tokensCarryAudience, apiHostnames } = (typeof own === "object" && own !== null ? own : {}) as Record<
    string,
    unknown
  >;
  const hostnames = Array.isArray(apiHostnames) ? apiHostnames.filter((name) => typeof name === "string") : [];
  return {
    tokensCarryAudience: tokensCarryAudience === true,
    apiHostnames: hostnames.map((name) => name.toLowerCase()),
  };
}
