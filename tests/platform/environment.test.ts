import { describe, expect, it } from "vitest";
import {
  hasPublicPrefix,
  isShippedToBrowser,
  withoutPublicPrefix,
  withoutShippedPrefix,
} from "../../src/platform/environment.js";

describe("names for front-end builds", () => {
  it.each([
    { name: "NEXT_PUBLIC_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "VITE_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "EXPO_PUBLIC_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "NUXT_PUBLIC_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "REACT_APP_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
    { name: "GATSBY_WORKOS_CLIENT_ID", plain: "WORKOS_CLIENT_ID" },
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
    "PUBLIC_KEY",
    "NUXT_X",
    "REACT_APP_",
    "",
  ])("%s is none", (name) => {
    expect(hasPublicPrefix(name)).toBe(false);
    expect(withoutPublicPrefix(name)).toBe(name);
  });
});

describe("a name that builds ship to the browser", () => {
  it.each([
    ["NEXT_PUBLIC_X", "X"],
    ["EXPO_PUBLIC_X", "X"],
    ["NUXT_PUBLIC_X", "X"],
    ["PUBLIC_X", "X"],
    ["VITE_X", "X"],
    ["REACT_APP_X", "X"],
    ["GATSBY_X", "X"],
    ["VITE_NEXT_PUBLIC_X", "NEXT_PUBLIC_X"],
  ])("%s", (name, plain) => {
    expect(isShippedToBrowser(name)).toBe(true);
    expect(withoutShippedPrefix(name)).toBe(plain);
  });

  it.each(["X", "NEXT_X", "NEXT_PUBLIC_", "VITE_", "VITE", "MY_VITE_X", "PUBLICX", "next_public_x", ""])(
    "%j is none",
    (name) => {
      expect(isShippedToBrowser(name)).toBe(false);
      expect(withoutShippedPrefix(name)).toBe(name);
    },
  );
});
