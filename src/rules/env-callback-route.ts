import { defineEnvRule } from "../file-rule.js";
import {
  CALLBACK_HANDLERS,
  isForTests,
  isPlaceholder,
  pathOfUrl,
  requiredVariables,
  withoutDebris,
} from "../platform/env-variables.js";
import { mayAnswer, pathOf } from "../platform/routes.js";
import { shownList, shownText } from "../platform/shown-text.js";

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
    const handler = app.framework == null ? null : CALLBACK_HANDLERS[app.framework];
    if (handler == null || file.role === "convex" || isForTests(file.name)) return;
    for (const { name, kind, value, valueNode } of variables) {
      // Under any other name it is there for another app, or for nobody.
      if (kind !== "redirect-uri" || isPlaceholder(value) || !requiredVariables(app.framework).includes(name)) continue;
      const pathname = pathOfUrl(withoutDebris(value));
      const routes = pathname == null ? null : app.routes();
      if (pathname == null || routes == null || routes.some((route) => mayAnswer(route, pathname))) continue;
      const found = app.callbackRoutes().flatMap((route) => pathOf(route) ?? []);
      const data = { name: shownText(name), handler, routes: shownList(found.map(shownText)) };
      yield { at: valueNode, messageId: found.length > 0 ? "otherRoute" : "noRoute", data };
    }
  },
});
