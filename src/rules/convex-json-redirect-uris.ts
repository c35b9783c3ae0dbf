import { membersOf, nameOf, rangeOf, stringsOf, valueAt } from "../convex-json/json.js";
import type { JsonNode, StringNode } from "../convex-json/json.js";
import type { TextEdit } from "../edit/editor.js";
import { defineConvexJsonRule } from "../file-rule.js";
import type { ConvexJsonInput, FileFinding } from "../file-rule.js";
import { pathOfTemplate } from "../platform/convex-json.js";
import { isPlainUrl, variableKind } from "../platform/env-variables.js";
import { mayAnswer, pathOf } from "../platform/routes.js";
import { shownList, shownText } from "../platform/shown-text.js";

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
  const routes = pathname == null ? null : app.routes();
  if (pathname == null || routes == null || routes.some((route) => mayAnswer(route, pathname))) return;
  const found = app.callbackRoutes().flatMap((route) => pathOf(route) ?? []);
  const data = { routes: shownList(found.map(shownText)) };
  const [start, end] = rangeOf(uri);
  const at = start + 1 + uri.value.indexOf(pathname, uri.value.indexOf("//") + 2);
  const isEditable = pathname !== "/" && text.slice(start + 1, end - 1) === uri.value;
  const range = [at, at + pathname.length] as const;
  const useRoute = (route: string) =>
    ({ messageId: "useRoute", data: { route: shownText(route) }, fix: { range, text: route } }) as const;
  const suggest = isEditable ? found.map(useRoute) : [];
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
    const add = { messageId: "add", data, fix: append(list, value, text) } as const;
    yield { at: value, messageId: "lacksLocal", data, suggest: isPlainUrl(value.value) ? [add] : [] };
  }
}

function append(list: JsonNode & { type: "Array" }, value: StringNode, text: string): TextEdit {
  const added = text.slice(...rangeOf(value));
  const last = list.elements.at(-1);
  if (last == null) return { range: rangeOf(list), text: `[${added}]` };
  const end = rangeOf(last.value)[1];
  // As the last one is separated from the comma or the bracket before it.
  const before = text.slice(0, rangeOf(last.value)[0]);
  const gap = before.slice(before.trimEnd().length);
  return { range: [end, end], text: `,${gap === "" ? " " : gap}${added}` };
}
