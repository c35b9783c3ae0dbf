/**
 * The prefixes by which front-end builds tell which variables they put into what the browser gets.
 *
 * Source: the docs on environment variables of Next.js, Expo, Nuxt, Vite, Create React App, Gatsby, SvelteKit and Astro.
 */
const PREFIXES = ["NEXT_PUBLIC_", "EXPO_PUBLIC_", "NUXT_PUBLIC_", "VITE_", "REACT_APP_", "GATSBY_"];

const PUBLIC_PREFIX = prefix(PREFIXES);

/** With that of SvelteKit and Astro, which other names begin with as well: `PUBLIC_KEY`. */
const SHIPPED_PREFIX = prefix([...PREFIXES, "PUBLIC_"]);

function prefix(prefixes: readonly string[]): RegExp {
  return new RegExp(`^(?:${prefixes.join("|")})(?=.)`, "u");
}

/** Whether a variable has a name that is certainly for front-end builds. */
export function hasPublicPrefix(name: string): boolean {
  return PUBLIC_PREFIX.test(name);
}

/** The name that the Convex deployment has for a front-end variable. */
export function withoutPublicPrefix(name: string): string {
  return name.replace(PUBLIC_PREFIX, "");
}

/** Whether some build ships a variable of the app to the browser, by its name. */
export function isShippedToBrowser(name: string): boolean {
  return SHIPPED_PREFIX.test(name);
}

/** A variable of the app by its name without the prefix for the browser: client IDs of one name have to agree. */
export function withoutShippedPrefix(name: string): string {
  return name.replace(SHIPPED_PREFIX, "");
}

/** Whether Convex itself sets a variable to a URL of the deployment, which is never a WorkOS issuer. */
export function isConvexUrlVariable(name: string): boolean {
  return name === "CONVEX_SITE_URL" || name === "CONVEX_CLOUD_URL";
}
