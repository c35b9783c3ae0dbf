import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/plugin/settings.js";

const worldOf = (settings: Readonly<Record<string, unknown>>) => readSettings(settings).world;

const nothing = { tokensCarryAudience: false, apiHostnames: [] };

describe("settings", () => {
  it("change the world", () => {
    expect(
      worldOf({
        "convex-authkit": { tokensCarryAudience: true, apiHostnames: ["auth.example.com", "login.example.com"] },
      }),
    ).toEqual({
      tokensCarryAudience: true,
      apiHostnames: ["auth.example.com", "login.example.com"],
    });
  });

  it("name hosts in any case", () => {
    expect(worldOf({ "convex-authkit": { apiHostnames: ["Auth.Example.COM"] } }).apiHostnames).toEqual([
      "auth.example.com",
    ]);
  });

  it.each([
    { form: "none at all", settings: {} },
    { form: "other plugins' alone", settings: { react: { version: "19" } } },
    { form: "an empty object", settings: { "convex-authkit": {} } },
    { form: "null", settings: { "convex-authkit": null } },
    { form: "a text", settings: { "convex-authkit": "yes" } },
    { form: "a list", settings: { "convex-authkit": [true] } },
    {
      form: "values of other types",
      settings: { "convex-authkit": { tokensCarryAudience: "true", apiHostnames: "auth.example.com" } },
    },
    { form: "numbers", settings: { "convex-authkit": { tokensCarryAudience: 1, apiHostnames: 5 } } },
    {
      form: "options that do not exist",
      settings: { "convex-authkit": { tokensCarryAud: true, apiHostname: ["auth.example.com"] } },
    },
  ])("leave it as it is: $form", ({ settings }) => {
    expect(worldOf(settings)).toEqual(nothing);
  });

  it("keep what is right beside what is not", () => {
    expect(
      worldOf({ "convex-authkit": { tokensCarryAudience: true, apiHostnames: ["auth.example.com", 5, null] } }),
    ).toEqual({
      tokensCarryAudience: true,
      apiHostnames: ["auth.example.com"],
    });
  });
});
