import { membersOf, nameOf, stringsOf, valueAt } from "../convex-json/json.js";
import type { StringNode } from "../convex-json/json.js";
import { appendString, replacePath } from "../edit/json.js";
import { pathOfTemplate } from "../platform/convex-json.js";
import { isPlainUrl, variableKind } from "../platform/env-variables.js";
import { callbackPathsInsteadOf } from "../platform/routes.js";
import { shownList, shownText } from "../platform/shown-text.js";
import { defineConvexJsonRule } from "../rule/rule.js";
import type { ConvexJsonInput, FileFinding } from "../rule/rule.js";

type MessageId = "add" | "lacksLocal" | "noRoute" | "otherRoute" | "useRoute";

// The CLI tells WorkOS these redirect URIs: https://docs.convex.dev/auth/authkit/auto-provision
export default defineConvexJsonRule({
  name: "convex-json-redirect-uris",
  meta: {
    type: "suggestion",
    docs: {
      description: "Require `redirectUris` to lead to the app's callback route, and to hold that of `localEnvVars`",
      preset: "env",
      level: "warn",
      repair: "The list, the variable and the route say different things: following one of them is offered.",
    },
    hasSuggestions: true,
  },
  messages: {
    lacksLocal:
      "`{{name}}` is not among `redirectUris` – the CLI does not register it, and WorkOS refuses it. Add it to the list.",
    add: "Add the redirect URI of `{{name}}`.",
    otherRoute:
      "The path of this redirect URI is no route of this app – who signs in ends on a page that does not exist. Use {{routes}}.",
    noRoute:
      "The path of this redirect URI is no route of this app – who signs in ends on a page that does not exist. Add a route there.",
    useRoute: "Use the route `{{route}}`.",
  },
  *check(input) {
    for (const section of ["dev", "preview", "prod"]) {
      for (const uri of stringsOf(valueAt(input.root, "authKit", section, "configure", "redirectUris")))
        yield* checkRoute(uri, input);
    }
    yield* checkLocal(input);
  },
});

function* checkRoute(uri: StringNode, { app, text }: ConvexJsonInput): Generator<FileFinding<MessageId>> {
  const pathname = pathOfTemplate(uri.value);
  const found = pathname == null ? null : callbackPathsInsteadOf(pathname, app);
  if (pathname == null || found == null) return;
  const data = { routes: shownList(found.map(shownText)) };
  const suggest = found.flatMap((route) => {
    const fix = replacePath(uri, pathname, route, text);
    return fix == null ? [] : [{ messageId: "useRoute" as const, data: { route: shownText(route) }, fix }];
  });
  yield { at: uri, messageId: found.length > 0 ? "otherRoute" : "noRoute", data, suggest };
}

function* checkLocal({ root, text }: ConvexJsonInput): Generator<FileFinding<MessageId>> {
  const list = valueAt(root, "authKit", "dev", "configure", "redirectUris");
  if (list?.type !== "Array") return;
  const registered = stringsOf(list).map(({ value }) => value);
  for (const member of membersOf(valueAt(root, "authKit", "dev", "localEnvVars"))) {
    const { value } = member;
    const name = nameOf(member);
    if (variableKind(name) !== "redirect-uri" || value.type !== "String" || registered.includes(value.value)) continue;
    // A template may stand for one of the others, and so may `*`.
    if ([value.value, ...registered].some((uri) => /\$\{|\*/u.test(uri))) continue;
    const data = { name: shownText(name) };
    const add = { messageId: "add", data, fix: appendString(list, value, text) } as const;
    yield { at: value, messageId: "lacksLocal", data, suggest: isPlainUrl(value.value) ? [add] : [] };
  }
}
