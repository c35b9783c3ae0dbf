import { describe, expect, it } from "vitest";
import { standInAt } from "../../src/platform/patterns.js";
import {
  API_HOST,
  CLIENT_ID_IN_TEXT,
  canBeClientId,
  isClientId,
  isClientIdVariable,
  isSharedWithStrangers,
  jwksUrl,
  sharedIssuer,
  userManagementIssuer,
} from "../../src/platform/workos.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
const [known, unknown] = [standInAt(0) ?? "", standInAt(1) ?? ""];

describe("client IDs", () => {
  it.each([
    { text: id, is: true },
    { text: "client_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: true },
    { text: "client_abcdefghij0123456789", is: true },
    { text: "client_abcdefghij012345678", is: false },
    { text: "client_your_client_id_here", is: false },
    { text: "CLIENT_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "project_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "environment_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: "org_01ARZ3NDEKTSV4RRFFQ69G5FAV", is: false },
    { text: `${id}/`, is: false },
    { text: `x${id}`, is: false },
    { text: "convex", is: false },
    { text: "", is: false },
  ])("$text: $is", ({ text, is }) => {
    expect(isClientId(text)).toBe(is);
    expect(canBeClientId(text)).toBe(is);
  });

  it("can be in a stand-in, with what surrounds it", () => {
    expect(canBeClientId(unknown)).toBe(true);
    expect(canBeClientId(`client_${unknown}`)).toBe(true);
    expect(canBeClientId(`cli${unknown}`)).toBe(true);
    expect(canBeClientId(`client_01H${unknown}`)).toBe(true);
    expect(canBeClientId(`convex_${unknown}`)).toBe(false);
    expect(canBeClientId(`${unknown}_${known}`)).toBe(true);
    expect(canBeClientId(`${unknown}.x`)).toBe(false);
    expect(canBeClientId(`x ${unknown}`)).toBe(false);
  });

  it("are found in a text", () => {
    expect(CLIENT_ID_IN_TEXT.exec(`https://api.workos.com/sso/jwks/${id}/x`)?.[0]).toBe(id);
    expect(CLIENT_ID_IN_TEXT.test("https://api.workos.com/sso/jwks/client_123")).toBe(false);
  });

  it.each([
    { name: "WORKOS_CLIENT_ID", is: true },
    { name: "VITE_WORKOS_CLIENT_ID", is: true },
    { name: "WORKOS_CLIENTID", is: true },
    { name: "workosClientId", is: true },
    { name: "WORKOS_API_KEY", is: false },
    { name: "CLIENT", is: false },
  ])("are in $name by its name: $is", ({ name, is }) => {
    expect(isClientIdVariable(name)).toBe(is);
  });
});

describe("URLs of the template", () => {
  it("are those of the official guide", () => {
    expect(sharedIssuer(API_HOST)).toBe("https://api.workos.com/");
    expect(userManagementIssuer(API_HOST, id)).toBe(`https://api.workos.com/user_management/${id}`);
    expect(jwksUrl(API_HOST, id)).toBe(`https://api.workos.com/sso/jwks/${id}`);
  });

  it("are shared with strangers on the common host alone", () => {
    expect(isSharedWithStrangers(API_HOST)).toBe(true);
    expect(isSharedWithStrangers("auth.example.com")).toBe(false);
  });
});
