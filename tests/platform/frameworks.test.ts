import { describe, expect, it } from "vitest";
import {
  FRAMEWORKS,
  frameworkOf,
  isFramework,
  mayHandleCallback,
  namesFramework,
  requiredVariables,
} from "../../src/platform/frameworks.js";

describe("the framework of an app", () => {
  it.each([
    [["@workos-inc/authkit-nextjs", "next", "react"], "next"],
    [["@workos/authkit-tanstack-react-start"], "tanstack-start"],
    [["@workos-inc/authkit-react-router"], "react-router"],
    [["@workos-inc/authkit-remix"], "remix"],
    [["@workos-inc/authkit-react", "vite"], "react"],
    [["expo"], "expo"],
    [["expo", "@workos-inc/authkit-react"], "expo"],
  ] as const)("of %j is %s", (dependencies, framework) => {
    expect(frameworkOf(dependencies)).toBe(framework);
    expect(namesFramework(dependencies)).toBe(true);
  });

  it.each([
    [[]],
    [["next", "react"]],
    [["@workos-inc/node"]],
    // Whose variables are meant?
    [["@workos-inc/authkit-nextjs", "@workos-inc/authkit-react"]],
    [["@workos-inc/authkit-nextjs", "expo"]],
  ])("of %j is unknown", (dependencies) => {
    expect(frameworkOf(dependencies)).toBeNull();
  });

  it("is named by one of the SDKs, although it may be another's", () => {
    expect(namesFramework(["@workos-inc/authkit-nextjs", "@workos-inc/authkit-react"])).toBe(true);
    expect(namesFramework(["next", "react", "@workos-inc/node"])).toBe(false);
    expect(namesFramework([])).toBe(false);
  });

  it("decides which variables it needs", () => {
    const onServer = ["WORKOS_CLIENT_ID", "WORKOS_API_KEY", "WORKOS_COOKIE_PASSWORD"];
    expect(requiredVariables("next")).toEqual([...onServer, "NEXT_PUBLIC_WORKOS_REDIRECT_URI"]);
    for (const framework of ["react-router", "remix", "tanstack-start"] as const)
      expect(requiredVariables(framework)).toEqual([...onServer, "WORKOS_REDIRECT_URI"]);
    expect(requiredVariables("expo")).toEqual(["EXPO_PUBLIC_WORKOS_CLIENT_ID"]);
    expect(requiredVariables("react")).toEqual(["VITE_WORKOS_CLIENT_ID"]);
    expect(requiredVariables(null)).toEqual([]);
  });

  it("decides who handles the callback", () => {
    const handlers = Object.entries(FRAMEWORKS).map(([framework, { callbackHandler }]) => [framework, callbackHandler]);
    expect(Object.fromEntries(handlers)).toEqual({
      next: "handleAuth",
      "tanstack-start": "handleCallbackRoute",
      "react-router": "authLoader",
      remix: "authLoader",
      expo: null,
      react: null,
    });
  });

  it.each([
    { framework: "next", code: 'import { handleAuth } from "@/lib/auth";', may: true },
    { framework: "next", code: "export const GET = () => new Response();", may: false },
    { framework: "remix", code: "export const loader = authLoader();", may: true },
    { framework: "remix", code: "export const loader = handleAuth();", may: false },
    { framework: "expo", code: "handleAuth();", may: false },
  ] as const)("is told by the text of a route, of $framework in $code: $may", ({ framework, code, may }) => {
    expect(mayHandleCallback(code, framework)).toBe(may);
  });

  it("has a name that can be told from any other", () => {
    expect(Object.keys(FRAMEWORKS).every(isFramework)).toBe(true);
    expect(["Next", "nuxt", "toString", ""].some(isFramework)).toBe(false);
  });
});
