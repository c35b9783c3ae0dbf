import { describe, expect, it } from "vitest";
import {
  MIN_COOKIE_PASSWORD_LENGTH,
  comesFromElsewhere,
  hostnameOf,
  isAbsoluteUrl,
  isExamplePassword,
  isFiller,
  isForTests,
  isForeignId,
  isLocalAddress,
  isOwnClientId,
  isPlaceholder,
  isPlainUrl,
  isReal,
  isRealClientId,
  isSecretKey,
  isSecretKind,
  isTestKey,
  isWebhookSecret,
  looksSecret,
  mayHoldStandIns,
  pathOfUrl,
  variableKind,
  withoutDebris,
} from "../../src/platform/env-variables.js";

const ULID = "01HXYZ0123456789ABCDEFGHJK";

describe("what a variable is there for", () => {
  it.each([
    ["WORKOS_CLIENT_ID", "client-id"],
    ["NEXT_PUBLIC_WORKOS_CLIENT_ID", "client-id"],
    ["VITE_WORKOS_CLIENT_ID", "client-id"],
    ["STAGING_WORKOS_CLIENT_ID", "client-id"],
    ["WORKOS_API_KEY", "api-key"],
    ["VITE_WORKOS_API_KEY", "api-key"],
    ["WORKOS_COOKIE_PASSWORD", "cookie-password"],
    ["WORKOS_REDIRECT_URI", "redirect-uri"],
    ["NEXT_PUBLIC_WORKOS_REDIRECT_URI", "redirect-uri"],
    ["WORKOS_API_HOSTNAME", "api-hostname"],
    ["WORKOS_WEBHOOK_SECRET", "secret"],
    ["WORKOS_ACTION_SECRET", "secret"],
  ])("%s: %s", (name, kind) => {
    expect(variableKind(name)).toBe(kind);
  });

  it.each([
    "CLIENT_ID",
    "AUTH0_CLIENT_ID",
    "MYWORKOS_CLIENT_ID",
    "WORKOS_CLIENT_IDS",
    "workos_client_id",
    "WORKOS_COOKIE_NAME",
    "WORKOS_COOKIE_DOMAIN",
    "PORT",
    "",
    "__proto__",
  ])("%j is not of WorkOS", (name) => {
    expect(variableKind(name)).toBeNull();
  });

  it("may be a secret", () => {
    expect((["api-key", "cookie-password", "secret"] as const).every(isSecretKind)).toBe(true);
    expect(([null, "api-hostname", "client-id", "redirect-uri"] as const).some(isSecretKind)).toBe(false);
  });
});

describe("a value that comes from elsewhere", () => {
  it.each([
    "",
    "  ",
    "\n",
    "$OTHER",
    "${OTHER}",
    "https://${HOST}/callback",
    "$(cat secret)",
    "{{ secret }}",
    "<%= secret %>",
    "op://vault/item/field",
    "infisical://x",
    "aws-sm+json://x",
    "myapp://callback",
    "encrypted:BD7HQz",
    "ENCRYPTED:x",
    "vault:secret/x",
    "arn:aws:secretsmanager:x",
    "ref+vault://x",
    "ref+awsssm:x",
    "[SENSITIVE]",
    " [SENSITIVE]\n",
  ])("%j", (value) => {
    expect(comesFromElsewhere(value)).toBe(true);
  });

  it.each([
    `client_${ULID}`,
    "http://localhost:3000",
    "HTTPS://example.com",
    "https://example.com/op://x",
    "pa$$-word",
    "costs 5$",
    "localhost:3000/callback",
    "[SENSITIVE] x",
    "[REDACTED]",
    "sk_test_x",
    "my-vault:x",
    "{x}",
  ])("%j does not", (value) => {
    expect(comesFromElsewhere(value)).toBe(false);
  });
});

describe("keys", () => {
  it.each(["sk_test_a", "sk_live_a"])("%s is a secret one", (key) => {
    expect(isSecretKey(key)).toBe(true);
  });

  it.each(["sk_test_", "sk_live_", "sk_prod_a", "SK_TEST_a", "pk_test_a", " sk_test_a", "client_x", ""])(
    "%j is none",
    (key) => {
      expect(isSecretKey(key)).toBe(false);
    },
  );

  it("of staging begin so", () => {
    expect(isTestKey("sk_test_a")).toBe(true);
    expect(isTestKey("sk_live_a")).toBe(false);
  });

  it("of webhooks begin so", () => {
    expect(isWebhookSecret("whsec_a")).toBe(true);
    expect(["whsec_", "x_whsec_a", ""].some(isWebhookSecret)).toBe(false);
  });
});

describe("text of examples", () => {
  it.each([
    "client_your_client_id_here",
    "your-workos-client-id-here",
    "YOUR-WORKOS-CLIENT-ID",
    "your client id",
    "client_your_id",
    "client_01...",
    "client_…",
    "<client id>",
    "<>",
    "sk_test_your_api_key_here",
    "changeme",
    "change-me-please",
    "change_me",
    "placeholder",
    "replace-me",
    "replace_with_key",
    "replacethis",
    "put-it-here",
    "your_secure_password_here_must_be_at_least_32_characters_long",
  ])("%j is a placeholder", (value) => {
    expect(isPlaceholder(value)).toBe(true);
    expect(isFiller(value)).toBe(true);
  });

  it.each([
    "client_XXXXXXXXXXXXXXXXXXXXXXXXXX",
    "client_0000000000",
    "sk_test_example",
    "sk_test_xxx",
    "client_example_1",
  ])("%j fills a place", (value) => {
    expect(isPlaceholder(value)).toBe(false);
    expect(isFiller(value)).toBe(true);
  });

  it.each([
    `client_${ULID}`,
    "yourself",
    "sk_test_a2V5XzAx",
    "exchanger",
    "there",
    "nowhere",
    "https://yourapp.com/callback",
    "1111111",
    "client_examples",
    "sk_live_xx",
    "a<b>",
    "<a>b",
    "client_hereafter",
    "",
  ])("%j is none", (value) => {
    expect(isPlaceholder(value)).toBe(false);
    expect(isFiller(value)).toBe(false);
  });

  it.each([
    "your_cookie_password",
    "your-secure-cookie-password",
    "your_super_secret_session_key",
    "change-me",
    "replace_with_a_random_string",
    "<32 random characters>",
    "must_be_at_least_32_characters",
    "at-least-32-characters-long-please",
    "xxxxxxxxxxxxxxxx",
  ])("%j is a password that everybody knows", (value) => {
    expect(isExamplePassword(value)).toBe(true);
  });

  it.each([
    "correct horse battery staple your placeholder...",
    "yourcookiepassword",
    "k3+9fQ2xVb7LmZ0/PqRsTuVwXyZ1a2b3c4d5e6f7g8h=",
    "xxxxxxxxxxxxxxx",
    "",
  ])("%j is none", (value) => {
    expect(isExamplePassword(value)).toBe(false);
  });
});

describe("files whose values may stand for others", () => {
  it.each([
    ".env.test",
    ".env.test.local",
    ".env.TESTING",
    ".env.ci",
    ".env.e2e",
    ".env.cypress",
    ".env.playwright",
    ".env.vitest",
  ])("%s is for tests", (name) => {
    expect(isForTests(name)).toBe(true);
    expect(mayHoldStandIns({ name, role: "development" })).toBe(true);
  });

  it.each([".env", ".env.local", ".env.contest", "test.env", ".env.tests"])("%s is not", (name) => {
    expect(isForTests(name)).toBe(false);
    expect(mayHoldStandIns({ name, role: "development" })).toBe(false);
    expect(mayHoldStandIns({ name, role: "example" })).toBe(true);
  });
});

describe("what was pasted with a value", () => {
  it.each([
    ["a", "a"],
    ["<a>", "a"],
    ['"a"', "a"],
    ["'a',", "a"],
    ["`a`;", "a"],
    [" a\n", "a"],
    ["a\\n", "a"],
    ["a\\r\\n", "a"],
    ['"a\\n",', "a"],
    ["a\\n\\n\n", "a"],
    ["<<a>>,;", "a"],
    ["a,b", "a,b"],
    ['a"b"', 'a"b'],
    ["a\\nb", "a\\nb"],
    ["a\\nn\\n", "a\\nn"],
    ["a\\", "a\\"],
    [",a", ",a"],
    [">a", ">a"],
    ["", ""],
    ['"', ""],
    ["\\n", ""],
  ])("is taken off %j: %j", (value, rest) => {
    expect(withoutDebris(value)).toBe(rest);
  });
});

describe("ids of something else", () => {
  it.each([`environment_${ULID}`, `org_${ULID}`, `project_${ULID}`, `sk_key_${ULID}`, `user_${ULID.toLowerCase()}`])(
    "%s",
    (value) => {
      expect(isForeignId(value)).toBe(true);
    },
  );

  it.each([`client_${ULID}`, ULID, `org_${ULID}X`, `org_${ULID.slice(1)}`, `org_1${ULID.slice(1)}`, `org-${ULID}`, ""])(
    "%j is none",
    (value) => {
      expect(isForeignId(value)).toBe(false);
    },
  );
});

describe("the app's own client id", () => {
  it.each(["WORKOS_CLIENT_ID", "NEXT_PUBLIC_WORKOS_CLIENT_ID", "VITE_WORKOS_CLIENT_ID"])("is that of %s", (name) => {
    expect(isOwnClientId({ name, value: `client_${ULID}` })).toBe(true);
  });

  it.each([
    ["STAGING_WORKOS_CLIENT_ID", `client_${ULID}`],
    ["CLIENT_ID", `client_${ULID}`],
    ["WORKOS_API_KEY", "sk_test_a"],
    ["WORKOS_CLIENT_ID", `org_${ULID}`],
    ["WORKOS_CLIENT_ID", "client_XXXXXXXXXXXXXXXXXXXXXXXXXX"],
    ["WORKOS_CLIENT_ID", ""],
  ])("is not in %s=%s", (name, value) => {
    expect(isOwnClientId({ name, value })).toBe(false);
  });
});

it("the shortest cookie password has 32 characters", () => {
  expect(MIN_COOKIE_PASSWORD_LENGTH).toBe(32);
});

describe("an address", () => {
  it.each([
    ["http://localhost:3000/callback", "/callback"],
    ["https://example.com", "/"],
    ["https://example.com/", "/"],
    ["HTTPS://EXAMPLE.com/Auth?a=b#c", "/Auth"],
    ["https://example.com/a%20b/é", "/a%20b/%C3%A9"],
    ["https://example.com:8443/a/../b", "/b"],
    ["https://user:password@example.com/a", "/a"],
    ["https://[::1]:3000/a", "/a"],
  ])("%s has the path %s", (value, path) => {
    expect(isAbsoluteUrl(value)).toBe(true);
    expect(pathOfUrl(value)).toBe(path);
  });

  it.each([
    "myapp://callback",
    "com.example.app2:/callback",
    "exp://127.0.0.1:8081",
    "myapp://callback?from=https://example.com",
  ])("%s has a scheme of its own, and no path", (value) => {
    expect(isAbsoluteUrl(value)).toBe(true);
    expect(pathOfUrl(value)).toBeNull();
  });

  it.each([
    "",
    "/callback",
    "callback",
    "example.com/callback",
    "localhost:3000/callback",
    "localhost:callback",
    "example.com:3000/callback",
    "example.com:3000/to:callback",
    "//example.com/callback",
    "http:/example.com",
    "http:/example.com?from=http://example.com",
    "http:example.com",
    "https:///example.com",
    "http://",
    "https://exa mple.com",
    " https://example.com",
    "<https://example.com>",
    '"https://example.com"',
    "https://example.com\\callback",
    "https://example.com\n",
    "https://example.com:99999/",
    "https://%zz/",
  ])("%j is not absolute", (value) => {
    expect(isAbsoluteUrl(value)).toBe(false);
    expect(pathOfUrl(value)).toBeNull();
  });

  it.each([
    "http://localhost",
    "http://localhost:3000/callback",
    "https://LOCALHOST/callback",
    "http://app.localhost:3000",
    "http://127.0.0.1:3000",
    "http://127.1.2.3/x",
    "http://127.0.0.10/x",
    "http://0.0.0.0:3000",
    "http://[::1]:3000",
    "http://[::]/",
    "http://localhost?x",
    "http://localhost#x",
  ])("%s leads to this machine", (value) => {
    expect(isLocalAddress(value)).toBe(true);
  });

  it.each([
    "https://example.com",
    "https://localhost.example.com",
    "https://mylocalhost",
    "https://example.com/localhost",
    "http://127.0.0.1.example.com",
    "http://128.0.0.1",
    "localhost:3000",
    "myapp://localhost",
    "https://example.com?from=http://localhost:3000",
  ])("%s does not", (value) => {
    expect(isLocalAddress(value)).toBe(false);
  });

  it.each([
    ["auth.example.com", "auth.example.com"],
    ["https://auth.example.com", "auth.example.com"],
    ["https://auth.example.com/", "auth.example.com"],
    [" http://auth.example.com:8443/a?b#c", "auth.example.com:8443"],
    ["https://https://auth.example.com", "auth.example.com"],
    ["https//auth.example.com", "auth.example.com"],
    ["//auth.example.com", null],
    ["auth.example.com/path", "auth.example.com"],
    ["auth.example.com\\path", "auth.example.com"],
    ["localhost:3000", null],
    ["https://user@auth.example.com", null],
    ["-auth.example.com", null],
    ["auth.example.com-", null],
    ["auth_.example.com", null],
    ["https://[::1]/", null],
    ["", null],
    ["/", null],
  ])("%j has the host %j", (value, host) => {
    expect(hostnameOf(value)).toBe(host);
  });

  it.each([
    "https://example.com",
    "http://localhost:3000/callback",
    "https://example.com/api/auth/callback",
    "https://${buildEnv.VERCEL_URL}/callback",
    "https://*.example.com/callback",
  ])("%s may be shown", (value) => {
    expect(isPlainUrl(value)).toBe(true);
  });

  it.each([
    "",
    "/callback",
    "myapp://x",
    "xhttps://example.com",
    "https://user:password@example.com",
    "https://example.com/?token=x",
    "https://example.com/#x",
    "https://example.com/Zm9vYmFyYmF6cXV4",
    "https://example.com/a b",
  ])("%j may not", (value) => {
    expect(isPlainUrl(value)).toBe(false);
  });
});

it("judges long values in a moment", () => {
  const functions = [
    comesFromElsewhere,
    isPlaceholder,
    isFiller,
    isExamplePassword,
    withoutDebris,
    isForeignId,
    isAbsoluteUrl,
    pathOfUrl,
    isLocalAddress,
    hostnameOf,
    isPlainUrl,
    isRealClientId,
    isSecretKey,
  ];
  for (const unit of [
    '"',
    "\\n",
    "\\n'",
    "your_",
    "your-a_",
    "a_",
    "ab_0",
    "-",
    ".",
    "a.",
    "https//",
    "http://",
    "/",
    "$",
    "{",
    "<",
    "x",
    "x_example",
    "${a}",
    "a:",
    " ",
  ]) {
    for (const [head, tail] of [
      ["", ""],
      ["https://", "!"],
      ["x", "x"],
    ] as const) {
      const value = head + unit.repeat(100_000 / unit.length) + tail;
      const start = performance.now();
      for (const each of functions) each(value);
      expect(performance.now() - start, unit).toBeLessThan(2_000);
    }
  }
});

describe("a value that is used", () => {
  it.each([
    { kind: "api-key", value: "sk_test_a1b2", isKnown: true, real: true },
    { kind: "api-key", value: "sk_test_your_api_key_here", isKnown: true, real: false },
    { kind: "api-key", value: "", isKnown: false, real: false },
    { kind: null, value: "whsec_a1b2", isKnown: true, real: true },
    // A passphrase may hold words of examples.
    { kind: "cookie-password", value: "put-it-here", isKnown: true, real: true },
    { kind: "cookie-password", value: "change_me", isKnown: true, real: false },
  ] as const)("is real: $real, $kind $value", ({ real, ...variable }) => {
    expect(isReal(variable)).toBe(real);
  });

  it.each([
    { value: "sk_live_a1b2", secret: true },
    { value: "whsec_a1b2", secret: true },
    { value: ' "sk_live_a1b2",', secret: true },
    { value: "sk_live_example", secret: false },
    { value: "client_a1b2", secret: false },
  ])("is a secret: $secret, $value", ({ value, secret }) => {
    expect(looksSecret({ kind: null, value, isKnown: true })).toBe(secret);
    expect(looksSecret({ kind: null, value, isKnown: false })).toBe(false);
  });

  it.each([
    { value: `client_${ULID}`, real: true },
    { value: "client_00000000000000000000000000", real: false },
    { value: ULID, real: false },
  ])("is a client ID: $real, $value", ({ value, real }) => {
    expect(isRealClientId(value)).toBe(real);
  });
});
