import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLIENT_ID, TEMPLATE_MEMBERS, templateFile, templateValue } from "../../src/platform/template.js";
import type { TemplateRole } from "../../src/platform/template.js";

const ROLES: readonly TemplateRole[] = ["shared", "user-management"];

describe("the members of a provider", () => {
  it("are in Convex's order, and mean an audience only where tokens carry one", () => {
    expect(TEMPLATE_MEMBERS["shared"]).toEqual(["type", "issuer", "algorithm", "applicationID", "jwks"]);
    expect(TEMPLATE_MEMBERS["user-management"]).toEqual(["type", "issuer", "algorithm", "jwks"]);
  });

  it("name the client where WorkOS does", () => {
    expect(templateValue("shared", "issuer")).toEqual(["https://api.workos.com/"]);
    expect(templateValue("user-management", "issuer")).toEqual(["https://api.workos.com/user_management/", CLIENT_ID]);
    expect(templateValue("shared", "applicationID")).toEqual([CLIENT_ID]);
    for (const role of ROLES) {
      expect(templateValue(role, "jwks")).toEqual(["https://api.workos.com/sso/jwks/", CLIENT_ID]);
      expect(templateValue(role, "type")).toEqual(["customJwt"]);
      expect(templateValue(role, "algorithm")).toEqual(["RS256"]);
    }
  });

  it("may be on a host of the app's own", () => {
    expect(templateValue("shared", "issuer", "auth.example.com")).toEqual(["https://auth.example.com/"]);
    expect(templateValue("shared", "jwks", "auth.example.com")).toEqual([
      "https://auth.example.com/sso/jwks/",
      CLIENT_ID,
    ]);
  });
});

describe("the whole file", () => {
  it("is the one of the example, except for what it explains", () => {
    const example = join(import.meta.dirname, "../../examples/next-authkit/convex/auth.config.ts");
    expect(templateFile("ts").replace(/^ *\/\/.*\n/mu, "")).toBe(readFileSync(example, "utf8"));
  });

  it("has no types in JavaScript", () => {
    const typed = templateFile("ts");
    expect(templateFile("js")).toBe(
      typed.replace('import type { AuthConfig } from "convex/server";\n\n', "").replace(" satisfies AuthConfig", ""),
    );
  });
});
