import type { Node } from "../auth-config/ast.js";
import {
  isCertainlyPresent,
  isFalsy,
  isNullish,
  isUndefined,
  literalText,
  soleOpaquePart,
} from "../auth-config/values.js";
import type { ObjectValue, Value } from "../auth-config/values.js";
import type { Candidates, Editor } from "../edit/editor.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { Finding, RuleInput } from "../rule-definition.js";

type MessageId = "commonJsInModule" | "exportsDefault" | "missing" | "noList" | "notAConfig" | "notAProvider";

// Convex reads the default export alone, and of it the list under `providers`:
// https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
export default defineRule({
  name: "require-default-export",
  meta: {
    type: "problem",
    docs: {
      description: "Require a default export that holds a list of providers",
      preset: "recommended",
      level: "error",
      repair: "The export is added where exactly one object can be meant.",
    },
    fixable: "code",
  },
  messages: {
    missing:
      "No default export – Convex reads nothing else of this file, and the push is refused. Export the config as default.",
    exportsDefault:
      "`exports.default` – esbuild makes it a member of the default export, and Convex finds no `providers`. Write {{instead}}.",
    commonJsInModule:
      '`module.exports` where package.json says `"type": "module"` – the file exports nothing there. Write `export default`.',
    notAConfig:
      "The default export is no object with `providers` – Convex refuses the push. Export `{ providers: [...] }`.",
    noList: "`providers` is {{what}} – Convex refuses the push. Make it a list of providers.",
    notAProvider:
      "An element of `providers` is {{what}} – Convex refuses the push. Write an object, or leave the element out.",
  },
  *check(input) {
    const { candidate, config, defaultExport, file } = input;
    if (defaultExport == null) {
      yield missingExport(input);
      return;
    }
    const { node, value } = defaultExport;
    if (config.isCommonJs && file.packageType() === "module" && candidate == null && isModuleExports(node)) {
      yield {
        at: node,
        messageId: "commonJsInModule",
        fix: (editor) => replaceTarget(node, "export default ", input, editor),
      };
    } else if (value.kind === "object") {
      yield* checkConfig(value, node, input);
    } else if (isNullish(value)) {
      yield { at: node, messageId: "missing" };
    } else if (isCertainlyNoObject(value)) {
      yield { at: node, messageId: "notAConfig" };
    }
  },
});

function missingExport({ candidate, config }: RuleInput): Finding<MessageId> {
  if (candidate?.name == null) return { at: config.program, messageId: "missing" };
  const { declaration, name } = candidate;
  return { at: declaration, messageId: "missing", fix: (editor) => editor.append(`export default ${name};`) };
}

function* checkConfig(config: ObjectValue, node: Node, input: RuleInput): Generator<Finding<MessageId>> {
  const member = config.members.get("providers");
  if (member == null || isUndefined(member.value)) {
    const { candidate } = input;
    if (input.config.isCommonJs && candidate != null) {
      const isModule = input.file.packageType() === "module";
      yield {
        at: candidate.declaration,
        messageId: "exportsDefault",
        data: { instead: isModule ? "`export default`" : "`module.exports`" },
        fix: (editor) =>
          replaceTarget(candidate.declaration, isModule ? "export default " : "module.exports = ", input, editor),
      };
    } else if (config.isClosed) {
      yield { at: member?.origin.at ?? node, messageId: "notAConfig" };
    }
    return;
  }
  const { value } = member;
  if (value.kind === "list") {
    for (const element of value.elements) {
      if (isCertainlyNoObject(element))
        yield { at: element.origin.at, messageId: "notAProvider", data: { what: describe(element) } };
    }
  } else if (isFalsy(value) || (value.kind !== "unknown" && !isOpaqueText(value))) {
    yield { at: value.origin.at, messageId: "noList", data: { what: describe(value) } };
  }
}

/** A value that Convex cannot read as an object, whatever the environment holds. */
function isCertainlyNoObject(value: Value): boolean {
  if (value.kind === "host") return value.name === "class";
  if (value.kind === "constant" || value.kind === "function" || value.kind === "list") return true;
  return isFalsy(value) || (value.kind === "text" && isCertainlyPresent(value));
}

function isOpaqueText(value: Value): boolean {
  const part = soleOpaquePart(value);
  return part?.kind === "unknown" || part?.isOptional === true;
}

function describe(value: Value): string {
  switch (value.kind) {
    case "constant":
      return `\`${shownText(String(value.value))}\``;
    case "text":
      return literalText(value) == null ? "a text from the environment" : "a text";
    case "function":
      return "a function";
    case "host":
      return "a class";
    case "list":
      return "a list";
    case "unknown":
      return "empty wherever the left side of `&&` is";
    default:
      return "an object";
  }
}

function isModuleExports(node: Node): boolean {
  return node.type === "AssignmentExpression" || node.type === "Program";
}

/** Replaces what an assignment assigns to: `exports.default = x` → `export default x`. */
function replaceTarget(node: Node, instead: string, { config }: RuleInput, editor: Editor): Candidates {
  const statement = config.program.body.find(
    (candidate) => candidate.type === "ExpressionStatement" && candidate.expression === node,
  );
  if (statement == null || node.type !== "AssignmentExpression") return [];
  const target = editor.textOf(node).slice(0, node.right.range[0] - node.range[0]);
  if (/\/\*|\/\//u.test(target) || editor.usesCommonJs(node, instead.startsWith("export"))) return [];
  return [{ edits: [{ range: [node.range[0], node.right.range[0]], text: instead }], touches: [] }];
}
