import { describe, expect, it } from "vitest";
import { hasPublicPrefix, withoutPublicPrefix } from "../../src/platform/environment.js";

describe("names for front-end builds", () => {
  it.each([
    { name: "NEXT_PUBLIC_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "VITE_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "EXPO_PUBLIC_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "VITE_NEXT_PUBLIC_X", plain: "NEXT_PUBLIC_X" },
  ])("$name is $plain in the deployment", ({ name, plain }) => {
    expect(hasPublicPrefix(name)).toBe(true);
    expect(withoutPublicPrefix(name)).toBe(plain);
  });

  it.each([
    "WORKOS_CLIENT_ID",
    "VITE",
    "VITE_",
    "NEXT_PUBLIC_",
    "NEXT_WORKOS_CLIENT_ID",
    "MY_VITE_X",
    "vite_x",
    "PUBLIC_X",
    "",
  ])("%s is none", (name) => {
    expect(hasPublicPrefix(name)).toBe(false);
    expect(withoutPublicPrefix(name)).toBe(name);
  });
});
