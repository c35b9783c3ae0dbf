import { describe, expect, it } from "vitest";
import { shownList, shownPath, shownText } from "../../src/platform/shown-text.js";

describe("text that may be shown", () => {
  it.each([
    "https://api.workos.com/",
    "https://api.workos.com/sso/jwks/client_01ABCDEFGHJK",
    "client_01ABCDEFGHJKMNPQRSTVWXYZ00",
    "https://api.workos.com/?response_type=code",
    "customJWT",
    "RS-256",
    "",
    "ünïcödé 名前",
  ])("is shown as it is: %s", (text) => {
    expect(shownText(text)).toBe(text);
  });

  it("is cut at sixty characters", () => {
    expect(shownText("a.".repeat(30))).toBe("a.".repeat(30));
    expect(shownText(`${"a.".repeat(30)}b`)).toBe(`${"a.".repeat(29)}a…`);
  });

  it("is not cut inside a character", () => {
    expect(shownText(`a${"😀".repeat(60)}`)).not.toMatch(/\p{Cs}/u);
  });

  it("stays on one line", () => {
    expect(shownText("a\nb\r\nc\td   e\u2028f")).toBe("a b c d e f");
  });

  it("has neither backticks nor invisible characters", () => {
    expect(shownText("`a`\u0000b\u202Ec\uE000d")).toBe("…a……b…c…d");
  });
});

describe("secrets", () => {
  const random = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFy";

  it.each([
    { kind: "an API key for staging", secret: "sk_test_a2V5XzAxSDNZN0pBMkJDM0Q0RTVGNkc3SDhKOUs" },
    { kind: "an API key for production", secret: "sk_live_a2V5XzAxSDNZN0pBMkJDM0Q0RTVGNkc3SDhKOUs" },
    { kind: "a short API key", secret: "sk_test_abc" },
    { kind: "a webhook secret", secret: "whsec_abcDEF123" },
    { kind: "a restricted key", secret: "rk_live_abcDEF123" },
    { kind: "a publishable key", secret: "pk_live_abcDEF123" },
    { kind: "a cookie password", secret: random },
    { kind: "a cookie password in hex", secret: "0123456789abcdef0123456789abcdef" },
    { kind: "a cookie password in base64", secret: "k3+9fQ2xVb7LmZ0/PqRsTuVwXyZ1a2b3c4d5e6f7g8h=" },
    { kind: "an API key behind another prefix", secret: "client_sk_live_a2V5XzAxSDNZN0pBMkJDM0Q0RTVG" },
  ])("are hidden, in full and in part: $kind", ({ secret }) => {
    for (const text of [
      secret,
      `<${secret}>`,
      `https://api.workos.com/user_management/${secret}`,
      `https://api.workos.com/${secret}/x`,
      `${secret},`,
      `key=${secret}&x=1`,
      `https://api.workos.com/?key=${secret}&x=1`,
    ]) {
      const shown = shownText(text);
      // What tells the kind of a key is no secret.
      const core = secret.replace(/^.*(?:[prs]k_(?:test|live)|whsec)_/u, "");
      expect(core.length).toBeGreaterThan(2);
      for (let start = 0; start + 3 <= core.length; start++) expect(shown).not.toContain(core.slice(start, start + 3));
    }
  });

  it("leave a trace that something was there", () => {
    expect(shownText("https://api.workos.com/sk_test_abc/x")).toBe("https://api.workos.com/…/x");
    expect(shownText(`a ${random} b`)).toBe("a … b");
    expect(shownText("Zm9vYmFyYmF6/cXV4Zm9vYmFyYmF6/cXV4Zm9vYmFy")).toBe("…");
  });

  it("are hidden before the text is cut", () => {
    expect(shownText(`${"a.".repeat(25)} ${random}`)).toBe(`${"a.".repeat(25)} …`);
  });

  it("are all hidden, not only the first", () => {
    expect(shownText("sk_test_abc sk_live_def")).toBe("… …");
  });
});

describe("the path of a URL", () => {
  it.each([
    "/",
    "",
    "/callback",
    "/api/auth/callback",
    "/api/auth/sign-in/callback",
    "/oauth2/callback",
    "/api/v1/a-b",
    "/workos-callback",
  ])("is shown as it is: %s", (path) => {
    expect(shownPath(path)).toBe(path);
  });

  it.each([
    ["/hidden-token/callback", "/…/callback"],
    ["/Zm9vYmFyYmF6", "/…"],
    ["/callbacks-of-mine", "/…"],
    ["/callback-hunter2", "/…"],
    ["/auth/0123456789abcdef0123456789abcdef", "/auth/…"],
  ])("is shown in part: %s as %s", (path, shown) => {
    expect(shownPath(path)).toBe(shown);
  });
});

describe("a list of texts", () => {
  it.each([
    [[], ""],
    [["/callback"], "`/callback`"],
    [["/a", "/b"], "`/a` or `/b`"],
    [["/a".repeat(25), "/b", "/c"], `\`${"/a".repeat(25)}\` or \`/b\``],
    [["/a".repeat(40), "/b"], `\`${"/a".repeat(40)}\``],
  ])("%j is %s", (texts, shown) => {
    expect(shownList(texts)).toBe(shown);
  });
});
