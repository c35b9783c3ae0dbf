import { isForTests, isPlaceholder, pathOfUrl, withoutDebris } from "../platform/env-variables.js";
import { FRAMEWORKS, requiredVariables } from "../platform/frameworks.js";
import { callbackPathsInsteadOf } from "../platform/routes.js";
import { shownList, shownText } from "../platform/shown-text.js";
import { defineEnvRule } from "../rule/rule.js";

// After signing in, WorkOS sends the browser to the redirect URI, where the SDK's handler has to be: https://workos.com/docs/authkit/nextjs
export default defineEnvRule({
  name: "env-callback-route",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require the path of the redirect URI to be a route of the app",
      preset: "env",
      level: "warn",
      repair: "The redirect URI, the route and the WorkOS dashboard have to change together.",
    },
  },
  messages: {
    otherRoute:
      "The path of `{{name}}` is no route of this app – who signs in ends on a page that does not exist. Use {{routes}}.",
    noRoute:
      "The path of `{{name}}` is no route of this app – who signs in ends on a page that does not exist. Add a route that calls `{{handler}}`.",
  },
  *check({ file, variables, app }) {
    const handler = app.framework == null ? null : FRAMEWORKS[app.framework].callbackHandler;
    if (handler == null || file.role === "convex" || isForTests(file.name)) return;
    for (const { name, kind, value, valueNode } of variables) {
      // Under any other name it is there for another app, or for nobody.
      if (kind !== "redirect-uri" || isPlaceholder(value) || !requiredVariables(app.framework).includes(name)) continue;
      const pathname = pathOfUrl(withoutDebris(value));
      const found = pathname == null ? null : callbackPathsInsteadOf(pathname, app);
      if (found == null) continue;
      const data = { name: shownText(name), handler, routes: shownList(found.map(shownText)) };
      yield { at: valueNode, messageId: found.length > 0 ? "otherRoute" : "noRoute", data };
    }
  },
});
