import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";

// A setting that does not count leaves the rules in the wrong world, and nothing else would say so.
export default defineRule({
  name: "valid-settings",
  meta: {
    type: "problem",
    docs: {
      description: "Require valid settings for this plugin",
      preset: "recommended",
      level: "error",
      repair: "The settings are in another file.",
    },
  },
  messages: {
    notAnObject: '`settings["convex-authkit"]` is not {{expected}} – no setting applies. Make it {{expected}}.',
    unknown: '`{{name}}` in `settings["convex-authkit"]` is no setting – it changes nothing. Use {{expected}}.',
    misspelt:
      '`{{name}}` in `settings["convex-authkit"]` is no setting – it changes nothing. Rename it to `{{meant}}`.',
    wrongType:
      '`{{name}}` in `settings["convex-authkit"]` is not {{expected}} – it does not apply. Make it {{expected}}.',
  },
  *checkFile({ config, settingProblems }) {
    const at = config.program;
    for (const { expected, isKnown, meant, name } of settingProblems) {
      if (name == null) yield { at, messageId: "notAnObject", data: { expected } };
      else if (isKnown) yield { at, messageId: "wrongType", data: { name, expected } };
      else if (meant == null) yield { at, messageId: "unknown", data: { name: shownText(name), expected } };
      else yield { at, messageId: "misspelt", data: { name: shownText(name), meant } };
    }
  },
});
