import { describe, expect, it } from "vitest";
import { isAuthJsModule } from "../../src/platform/auth-js.js";

describe("a module", () => {
  it.each(["next-auth", "next-auth/providers/github", "@auth/core", "@auth/core/providers/github", "@auth/sveltekit"])(
    "of Auth.js is %s",
    (source) => {
      expect(isAuthJsModule(source)).toBe(true);
    },
  );

  it.each([
    "@auth",
    "@auth0/nextjs-auth0",
    "@authx/core",
    "next-authkit",
    "next-auth-lookalike",
    "./next-auth",
    "auth",
    "",
  ])("of somebody else is %j", (source) => {
    expect(isAuthJsModule(source)).toBe(false);
  });
});
