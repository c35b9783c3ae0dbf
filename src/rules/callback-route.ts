import { findCall } from "../app-code/calls.js";
import { FRAMEWORKS } from "../platform/frameworks.js";
import { answers, pathOf } from "../platform/routes.js";
import { shownList, shownPath, shownText } from "../platform/shown-text.js";
import { defineRouteRule } from "../rule/rule.js";

// WorkOS sends the browser to the redirect URI and nowhere else: https://workos.com/docs/authkit/nextjs
export default defineRouteRule({
  name: "callback-route",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require the route that handles the callback to be one of the app's redirect URIs",
      preset: "recommended",
      level: "warn",
      repair: "The redirect URI, the route and the WorkOS dashboard have to change together.",
    },
  },
  messages: {
    notNamed:
      "This route answers `{{path}}`, which no redirect URI of the app names – WorkOS sends the browser elsewhere. Move it to {{uris}}, or change those.",
  },
  *check({ route, program, app }) {
    const { callbackHandler, package: sdk } = FRAMEWORKS.next;
    const call = findCall(program, callbackHandler, sdk);
    const path = pathOf(route);
    if (call == null || path == null || app.routes() == null) return;
    const paths = app.redirectPaths();
    if (paths == null || paths.length === 0 || app.mayMention(/\bredirectUri\b/u)) return;
    // Where one of several routes is named, the others are there for something else.
    if ([route, ...app.callbackRoutes()].some((each) => paths.some((pathname) => answers(each, pathname)))) return;
    yield { at: call, messageId: "notNamed", data: { path: shownText(path), uris: shownList(paths.map(shownPath)) } };
  },
});
