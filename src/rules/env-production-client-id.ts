import { isForTests, isOwnClientId } from "../platform/env-variables.js";
import { shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// Each environment has clients of its own: https://workos.com/docs/authkit/environments
export default defineEnvRule({
  name: "env-production-client-id",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow the client ID of development in a `.env` file for production",
      preset: "env",
      level: "warn",
      repair: "The client ID of the production environment is in the WorkOS dashboard.",
    },
  },
  messages: {
    sameAsDevelopment:
      "`{{name}}` is the client of `{{file}}` – production then signs in the users of development. Put the client ID of production there.",
  },
  *check({ file, variables, neighbours }) {
    const own = file.isProduction ? variables.filter(isOwnClientId) : [];
    // Of two that differ, nobody knows which is right: the business of another rule.
    if (new Set(own.map(({ value }) => value)).size !== 1) return;
    const development = neighbours().filter(
      (neighbour) => neighbour.file.role === "development" && !isForTests(neighbour.file.name),
    );
    for (const { name, value, valueNode } of own) {
      const same = development.find((neighbour) =>
        neighbour.variables.some((other) => isOwnClientId(other) && other.value === value),
      );
      if (same != null)
        yield {
          at: valueNode,
          messageId: "sameAsDevelopment",
          data: { name: shownText(name), file: shownText(same.file.name) },
        };
    }
  },
});
