import { defineEnvRule } from "../rule/rule.js";

// What is neither an assignment nor a comment is skipped without a word: https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow
export default defineEnvRule({
  name: "env-valid-line",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow lines in `.env` files that set nothing",
      preset: "env",
      level: "warn",
      repair: "Nobody but you knows what the line was meant to set.",
    },
  },
  messages: {
    setsNothing:
      "This line is neither an assignment nor a comment – it is skipped without a word. Write `NAME=value`, or begin it with `#`.",
  },
  *check({ invalidLines }) {
    for (const line of invalidLines) yield { at: line, messageId: "setsNothing" };
  },
});
