/** Prefixes by which front-end builds tell which variables they may put into the browser. */
const PUBLIC_PREFIX = /^(?:NEXT_PUBLIC_|VITE_|EXPO_PUBLIC_)(?=.)/u;

/** Whether an environment variable has a name for front-end builds. */
export function hasPublicPrefix(name: string): boolean {
  return PUBLIC_PREFIX.test(name);
}

/** The name that the Convex deployment has for a front-end variable. */
export function withoutPublicPrefix(name: string): string {
  return name.replace(PUBLIC_PREFIX, "");
}
