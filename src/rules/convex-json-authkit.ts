import { fits, isFalse, membersOf, nameOf } from "../convex-json/json.js";
import type { JsonNode, StringNode } from "../convex-json/json.js";
import { renameForShape, renameKey, renameTemplate } from "../edit/json.js";
import {
  AUTHKIT,
  describeShape,
  homeOf,
  intendedKey,
  intendedTemplate,
  isMisspeltAuthKit,
  unknownTemplates,
} from "../platform/convex-json.js";
import type { Shape } from "../platform/convex-json.js";
import { shownText } from "../platform/shown-text.js";
import { defineConvexJsonRule } from "../rule/rule.js";
import type { FileFinding } from "../rule/rule.js";

type MessageId = "misplaced" | "misspelt" | "unknownKey" | "unknownTemplate" | "wrongCase" | "wrongType";

/** A value, where it stands, and what the CLI wants there. */
interface Place {
  readonly path: string;
  readonly value: JsonNode;
  readonly shape: Shape;
  readonly text: string;
}

// The CLI drops keys that it does not know and stops at values that it does not expect: https://docs.convex.dev/auth/authkit/auto-provision
export default defineConvexJsonRule({
  name: "convex-json-authkit",
  meta: {
    type: "problem",
    docs: {
      description: "Require the section `authKit` of `convex.json` to be one that the Convex CLI reads whole",
      preset: "env",
      level: "error",
      repair: "A key or template that is nearly right is corrected; what else was meant is known to nobody but you.",
    },
    fixable: "code",
  },
  messages: {
    wrongCase: "`{{key}}` is not how Convex writes the section – the CLI does not read it. Write `authKit`.",
    misspelt: "`{{key}}` is no key of `{{parent}}` – the CLI drops it without a word. Write `{{meant}}`.",
    misplaced: "`{{key}}` stands under `{{parent}}` – the CLI does not take it there. Move it to `{{home}}`.",
    unknownKey: "`{{key}}` is no key of `{{parent}}` – the CLI drops it without a word. Use {{keys}}.",
    wrongType: "`{{path}}` holds a value of another type – the CLI refuses the file. Write {{expected}}.",
    unknownTemplate:
      "`{{template}}` is no template of Convex – the CLI stops there. Use `authEnv.` with a name that it provisions, or `buildEnv.`.",
  },
  *check({ root, text }) {
    const members = membersOf(root);
    for (const member of members) {
      const key = nameOf(member);
      if (key === "authKit") yield* checkValue({ path: key, value: member.value, shape: AUTHKIT, text });
      if (!isMisspeltAuthKit(key)) continue;
      const isFree = !members.some((other) => nameOf(other) === "authKit");
      yield {
        at: member.name,
        messageId: "wrongCase",
        data: { key: shownText(key) },
        fix: isFree ? renameKey(member, "authKit") : null,
      };
    }
  },
});

function* checkValue(place: Place): Generator<FileFinding<MessageId>> {
  const { path, value, shape, text } = place;
  if (!fits(value, shape)) {
    yield { at: value, messageId: "wrongType", data: { path: shownText(path), expected: describeShape(shape) } };
  } else if (value.type === "String") {
    yield* checkTemplates(value, text);
  } else if (value.type === "Array") {
    for (const element of value.elements)
      yield* checkValue({ path, value: element.value, shape: { kind: "template" }, text });
  } else if (shape.kind === "object") {
    yield* checkKeys(place, shape.keys);
  } else {
    for (const member of membersOf(value))
      yield* checkValue({ path: `${path}.${nameOf(member)}`, value: member.value, shape: { kind: "template" }, text });
  }
}

function* checkKeys(
  { path, value, text }: Place,
  shapes: Readonly<Record<string, Shape>>,
): Generator<FileFinding<MessageId>> {
  const members = membersOf(value);
  const keys = Object.keys(shapes);
  for (const member of members) {
    const key = nameOf(member);
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (shape != null) {
      yield* checkValue({ path: `${path}.${key}`, value: member.value, shape, text });
      continue;
    }
    // The CLI takes these as long as they say nothing.
    if (key === "localEnvVars" && isFalse(member.value)) continue;
    const data = { key: shownText(key), parent: shownText(path) };
    const meant = intendedKey(key, keys);
    const home = homeOf(key);
    if (meant != null) {
      const isFree = !members.some((other) => nameOf(other) === meant);
      yield {
        at: member.name,
        messageId: "misspelt",
        data: { ...data, meant },
        fix: isFree ? renameForShape(member, meant, shapes[meant], text) : null,
      };
    } else if (home != null) {
      yield { at: member.name, messageId: "misplaced", data: { ...data, home } };
    } else {
      yield {
        at: member.name,
        messageId: "unknownKey",
        data: { ...data, keys: keys.map((each) => `\`${each}\``).join(", ") },
      };
    }
  }
}

function* checkTemplates(value: StringNode, text: string): Generator<FileFinding<MessageId>> {
  const [template] = unknownTemplates(value.value);
  if (template == null) return;
  const meant = intendedTemplate(template);
  const fix = meant == null ? null : renameTemplate(value, template, meant, text);
  yield { at: value, messageId: "unknownTemplate", data: { template: shownText(template) }, fix };
}
