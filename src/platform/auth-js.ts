/**
 * Auth.js (NextAuth 5), which also calls its configuration `auth.config`.
 *
 * Source: the packages `next-auth` and `@auth/core`, `@auth/sveltekit`, … on npm.
 */

/** Whether an import is from a package of Auth.js. `@auth` alone is a scope, not a package: an app that imports it means a path of its own. */
export function isAuthJsModule(source: string): boolean {
  return /^(?:next-auth(?:\/|$)|@auth\/)/u.test(source);
}
