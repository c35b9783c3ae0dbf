import { cookiePassword, testFileRule } from "./file-rule-tester.js";
import type { InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-cookie-password";

function reported(messageId: string, name: string, value: string, path = ".env.local"): InvalidFile {
  return {
    name,
    path,
    text: `WORKOS_COOKIE_PASSWORD=«${value}» # why\n`,
    errors: [{ messageId, data: { name: "WORKOS_COOKIE_PASSWORD", length: "32" } }],
  };
}

function sound(name: string, value: string, path = ".env.local"): ValidFile {
  return { name, path, text: `WORKOS_COOKIE_PASSWORD=${value}\n` };
}

testFileRule(rule, "long ones", {
  valid: [
    { name: "under a public prefix, where the name is the defect", text: "NEXT_PUBLIC_WORKOS_COOKIE_PASSWORD=short\n" },
    sound("of `openssl rand -base64 32`", cookiePassword),
    sound("of `openssl rand -base64 24`, which has 32 characters", "q83vEjRWeJCrze8SNFZ4kKvN7xI0Vnia"),
    sound("of `openssl rand -hex 16`", "9f86d081884c7d659a2feaa0c55ad015"),
    sound("in quotes, with a `#`", '"correct horse # battery staple and some more"'),
    sound("32 characters in single quotes", `'${"ab1-".repeat(8)}'`),
    sound("a passphrase", "correct-horse-battery-staple-correct-horse"),
    sound("a passphrase with `your`", "love-your-neighbour-as-yourself-and-more"),
    sound("a passphrase that ends in `here`", "nothing-to-see-for-anybody-around-here"),
    sound("a passphrase with dots", '"wait... what was that again, my dear?"'),
    sound("a passphrase with spaces", '"your password is at your mercy, they say"'),
    sound("for production", cookiePassword, ".env.production"),
    sound("behind a byte-order mark, with Windows line ends", withByteOrderMark(crlf(`${cookiePassword}\nA=b`))),
    sound(
      "a placeholder in an example",
      "your_secure_password_here_must_be_at_least_32_characters_long",
      ".env.example",
    ),
    sound("a short one in an example", "secret", ".env.local.sample"),
    sound("a short one for tests", "secret", ".env.test"),
    sound("the last of its name", `short\nWORKOS_COOKIE_PASSWORD=${cookiePassword}`),
    { name: "of other things", text: "COOKIE_PASSWORD=short\nSESSION_SECRET=x\nWORKOS_COOKIE_NAME=wos\n" },
  ],
});

testFileRule(rule, "short ones", {
  invalid: [
    reported("tooShort", "31 characters", "ab1-".repeat(8).slice(1)),
    reported("tooShort", "in quotes, which do not count", `"${"ab1-".repeat(8).slice(2)}"`),
    reported("tooShort", "a word", "secret"),
    reported("tooShort", "for production", "hunter2", ".env.production"),
    reported("tooShort", "of a Convex deployment", "hunter2", ".env.convex"),
    {
      ...reported("tooShort", "cut at a `#`", "correct-horse-battery"),
      text: "WORKOS_COOKIE_PASSWORD=«correct-horse-battery»#staple-correct-horse\n",
    },
    {
      ...reported("tooShort", "the last of its name", "x"),
      text: `WORKOS_COOKIE_PASSWORD=${cookiePassword}\nWORKOS_COOKIE_PASSWORD=«x»\n`,
    },
  ],
});

testFileRule(rule, "those of examples", {
  invalid: [
    reported("placeholder", "the official one", "your_secure_password_here_must_be_at_least_32_characters_long"),
    reported("placeholder", "with hyphens", "your-secure-password-at-least-32-characters"),
    reported("placeholder", "of a generated guide", "your_super_secure_cookie_password_at_least_32_chars_long"),
    reported("placeholder", "with other words", "a-very-long-secret-with-at-least-32-characters"),
    reported("placeholder", "in pointed brackets", '"<your password>"'),
    reported("placeholder", "to be changed", "change-me-to-something-that-is-long-enough"),
    reported("placeholder", "to be replaced", "replace-with-the-output-of-openssl-rand"),
    reported("placeholder", "one character again and again", "x".repeat(40)),
    reported("placeholder", "short", "YOUR_COOKIE_PASSWORD"),
    reported(
      "placeholder",
      "for production",
      "your_secure_password_here_must_be_at_least_32_characters_long",
      ".env.production",
    ),
  ],
});
