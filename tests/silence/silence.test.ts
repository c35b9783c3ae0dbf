/** What cannot be evaluated is never guessed at: each unknown form in each place, and no rule of the strict preset says a word. */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { followedForms } from "./followed-forms.js";
import type { FollowedForm } from "./followed-forms.js";
import { places } from "./places.js";
import type { Place } from "./places.js";
import { unknownForms } from "./unknown-forms.js";
import type { UnknownForm } from "./unknown-forms.js";

const linter = new Linter({ cwd: "/" });

function rulesThatSpeak(text: string): string[] {
  const messages = linter.verify(text, plugin.configs.strict, { filename: "/app/convex/auth.config.ts" });
  return messages.map(({ ruleId, message }) => ruleId?.replace("convex-authkit/", "") ?? message);
}

function suits({ is, lines = "" }: UnknownForm, { holds, isCommonJs }: Place): boolean {
  return !(is === "text" && holds !== "text") && !(isCommonJs === true && lines.includes("import "));
}

function write(form: UnknownForm, place: Place): string {
  return `${form.lines ?? ""}\n${place.write(form.value)}`;
}

describe("where the value is known, somebody looks", () => {
  const cases = places.flatMap((place) =>
    place.known.map(([value, ...rules]) => ({ place: place.name, value, rules, text: place.write(value) })),
  );

  it.each(cases)("$place: $value", ({ text, rules }) => {
    expect([...new Set(rulesThatSpeak(text))].sort()).toEqual(rules);
  });

  it("every rule but those about the name of the file and about settings", () => {
    const spoken = new Set(cases.flatMap(({ rules }) => rules));
    const rules = Object.keys(plugin.configs.strict[0]?.rules ?? {}).map((rule) => rule.replace("convex-authkit/", ""));
    expect(rules.filter((rule) => !spoken.has(rule))).toEqual(["valid-file-name", "valid-settings"]);
  });
});

const audience = "applicationID of the user-management provider";

describe.each(unknownForms.map((form): [string, UnknownForm] => [form.name, form]))("%s", (_, form) => {
  it("is met with silence", () => {
    const spoken = places
      .filter((place) => suits(form, place))
      .map((place): [string, string[]] => [place.name, rulesThatSpeak(write(form, place))]);
    // No token of that issuer has an `aud`, so that no text can be the right one.
    const expected = { ...form.known, ...(form.isPresent && { [audience]: ["no-user-management-application-id"] }) };
    expect(Object.fromEntries(spoken.filter(([, rules]) => rules.length > 0))).toEqual(expected);
  });
});

describe.each(followedForms.map((form): [string, FollowedForm] => [form.name, form]))("%s", (_, form) => {
  const isComparable = ({ name }: Place): boolean => !form.isCalculated || name !== "the client id everywhere";
  const comparable = places.filter((place) => suits(form, place) && isComparable(place));

  it.each(comparable.map((place): [string, Place] => [place.name, place]))(
    "is taken for what it comes to as %s",
    (_place, place) => {
      const plain = { ...form, value: form.means };
      expect(rulesThatSpeak(write(form, place)).sort()).toEqual(rulesThatSpeak(write(plain, place)).sort());
    },
  );
});

describe("jwks as a data: URL", () => {
  const place = places.filter(({ name }) => name.startsWith("jwks "));

  it.each([
    '"data:text/plain;charset=utf-8;base64,eyJrZXlzIjpbXX0="',
    '"data:application/json,{}"',
    "`data:application/json,${JSON.stringify({ keys: [] })}`",
    '"data:application/json;base64," + process.env.JWKS',
    '"DATA:,"',
  ])("%s is met with silence", (value) => {
    expect(place.map(({ write }) => rulesThatSpeak(write(value)))).toEqual([[], [], []]);
  });
});

describe("x && y, whose left side is an arm of its own", () => {
  // Each arm of a condition is judged alone, and one broken arm is an error. Whatever falsy value the left side has, in these
  // places it breaks the file: a member that Convex needs, an element, a list, a config.
  const broken: Record<string, string[]> = {
    "issuer of the first provider": ["valid-member-value"],
    "issuer of the second provider": ["valid-member-value"],
    "issuer of the only provider": ["valid-member-value"],
    "issuer of the only provider, with an audience": ["valid-member-value"],
    "issuer of two providers": ["valid-member-value"],
    "jwks of the first provider": ["valid-member-value"],
    "jwks of the second provider": ["valid-member-value"],
    "jwks of another vendor": ["valid-member-value"],
    "applicationID of the shared issuer": ["valid-member-value"],
    "the client id everywhere": ["valid-issuer", "valid-jwks", "valid-jwks", "valid-member-value"],
    "the client id in one URL": ["valid-jwks"],
    "the path of an issuer": ["valid-issuer"],
    "the beginning of an issuer": ["valid-issuer"],
    "the beginning of a JWKS URL": ["valid-jwks"],
    "type of the first provider": ["valid-provider-type"],
    "type of the second provider": ["valid-provider-type"],
    algorithm: ["valid-member-value"],
    "algorithm of another vendor": ["valid-member-value"],
    domain: ["valid-member-value"],
    "domain, alone": ["valid-member-value"],
    "applicationID of another vendor": ["valid-member-value"],
    "a third provider": ["require-default-export"],
    "the only provider": ["require-default-export"],
    "a provider that is pushed": ["require-default-export", "require-user-management-provider"],
    "a provider beside the shared issuer": ["require-default-export", "require-user-management-provider"],
    "a provider beside the user-management issuer": ["require-default-export", "require-shared-issuer-provider"],
    "the list": ["require-default-export"],
    "the whole config": ["require-default-export"],
    "the whole config in a constant": ["require-default-export"],
    "the argument of a factory of the whole config": ["require-default-export"],
    // Nothing is spread, so that what is missing stays missing, and what is there stays there.
    "a spread inside a provider": ["require-shared-issuer-application-id"],
    "a spread at the end of a provider": ["no-user-management-application-id"],
    "a provider with nothing else": ["require-provider-members"],
    "a spread inside the config": ["require-default-export"],
    "a spread behind the list": ["require-user-management-provider"],
  };
  const form = { name: "x && y", lines: 'import { settings } from "./settings";', value: "settings && settings.value" };

  it.each(places.filter((place) => suits(form, place)).map((place): [string, Place] => [place.name, place]))(
    "%s",
    (name, place) => {
      expect(rulesThatSpeak(write(form, place)).sort()).toEqual(broken[name] ?? []);
    },
  );
});
