/**
 * The frameworks that AuthKit has an SDK for, by what an app of each one has and needs.
 *
 * Source: the READMEs of the AuthKit SDKs, and https://docs.convex.dev/auth/authkit.
 */

/** Where the app runs, by the AuthKit package that it depends on. */
export type Framework = "expo" | "next" | "react" | "react-router" | "remix" | "tanstack-start";

interface FrameworkFacts {
  /** What people call it. */
  readonly label: string;
  /** The dependency that gives it away. */
  readonly package: string;
  /** The function of the SDK that a callback route calls; null where the browser handles the callback, on whatever page it is. */
  readonly callbackHandler: string | null;
  /** The names that the SDK reads, or that its template passes to it, without which the app does not start or sign in. */
  readonly requiredVariables: readonly string[];
}

const SERVER_VARIABLES = ["WORKOS_CLIENT_ID", "WORKOS_API_KEY", "WORKOS_COOKIE_PASSWORD"];

export const FRAMEWORKS: Readonly<Record<Framework, FrameworkFacts>> = {
  next: {
    label: "Next.js",
    package: "@workos-inc/authkit-nextjs",
    callbackHandler: "handleAuth",
    requiredVariables: [...SERVER_VARIABLES, "NEXT_PUBLIC_WORKOS_REDIRECT_URI"],
  },
  react: {
    label: "React (Vite)",
    package: "@workos-inc/authkit-react",
    callbackHandler: null,
    requiredVariables: ["VITE_WORKOS_CLIENT_ID"],
  },
  "tanstack-start": {
    label: "TanStack Start",
    package: "@workos/authkit-tanstack-react-start",
    callbackHandler: "handleCallbackRoute",
    requiredVariables: [...SERVER_VARIABLES, "WORKOS_REDIRECT_URI"],
  },
  "react-router": {
    label: "React Router",
    package: "@workos-inc/authkit-react-router",
    callbackHandler: "authLoader",
    requiredVariables: [...SERVER_VARIABLES, "WORKOS_REDIRECT_URI"],
  },
  remix: {
    label: "Remix",
    package: "@workos-inc/authkit-remix",
    callbackHandler: "authLoader",
    requiredVariables: [...SERVER_VARIABLES, "WORKOS_REDIRECT_URI"],
  },
  expo: {
    label: "Expo",
    package: "expo",
    callbackHandler: null,
    requiredVariables: ["EXPO_PUBLIC_WORKOS_CLIENT_ID"],
  },
};

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(FRAMEWORKS, name);
}

/** Whether dependencies are those of an app that signs its users in, or of a part of one. */
export function namesFramework(dependencies: readonly string[]): boolean {
  return frameworksAmong(dependencies).length > 0;
}

/** The framework by the names of an app's dependencies; null where none of them, or more than one SDK, says so. */
export function frameworkOf(dependencies: readonly string[]): Framework | null {
  const found = frameworksAmong(dependencies);
  // An Expo app may use the SDK for React.
  const [first = null, second] = found.includes("expo") ? found.filter((each) => each !== "react") : found;
  return second == null ? first : null;
}

function frameworksAmong(dependencies: readonly string[]): readonly Framework[] {
  return Object.keys(FRAMEWORKS)
    .filter(isFramework)
    .filter((framework) => dependencies.includes(FRAMEWORKS[framework].package));
}

/** The variables that an app of a framework needs; none where the framework is unknown. */
export function requiredVariables(framework: Framework | null): readonly string[] {
  return framework == null ? [] : FRAMEWORKS[framework].requiredVariables;
}

/** Whether code may be that of a callback route, by its text: an app may import the handler from a file of its own. */
export function mayHandleCallback(code: string, framework: Framework): boolean {
  const { callbackHandler } = FRAMEWORKS[framework];
  return callbackHandler != null && code.includes(callbackHandler);
}
