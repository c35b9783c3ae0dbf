import type { Node } from "../auth-config/ast.js";
import type { ConfigCandidate } from "../auth-config/config.js";
import { described } from "../auth-config/described.js";
import {
  isCertainlyNoObject,
  isFalsy,
  isLeftOut,
  isNullish,
  isUndefined,
  soleOpaquePart,
} from "../auth-config/values.js";
import type { ObjectValue, Value } from "../auth-config/values.js";
import { assignInstead } from "../edit/export.js";
import { defineRule } from "../rule/rule.js";
import type { Finding, VariantInput } from "../rule/rule.js";

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
        fix: (editor) => assignInstead(node, "export default ", config.program, editor),
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

function missingExport({ candidate, config }: VariantInput): Finding<MessageId> {
  if (candidate?.name == null) return { at: config.program, messageId: "missing" };
  const { declaration, name } = candidate;
  return { at: declaration, messageId: "missing", fix: (editor) => editor.append(`export default ${name};`) };
}

function* checkConfig(config: ObjectValue, node: Node, input: VariantInput): Generator<Finding<MessageId>> {
  const member = config.members.get("providers");
  if (member != null && (isLeftOut(member.value) || !isUndefined(member.value))) {
    yield* checkList(member.value);
  } else if (input.config.isCommonJs && input.candidate != null) {
    yield misplacedExport(input.candidate, input);
  } else if (config.isClosed) {
    yield { at: member?.origin.at ?? node, messageId: "notAConfig" };
  }
}

function misplacedExport({ declaration }: ConfigCandidate, input: VariantInput): Finding<MessageId> {
  const isModule = input.file.packageType() === "module";
  return {
    at: declaration,
    messageId: "exportsDefault",
    data: { instead: isModule ? "`export default`" : "`module.exports`" },
    fix: (editor) =>
      assignInstead(declaration, isModule ? "export default " : "module.exports = ", input.config.program, editor),
  };
}

function* checkList(value: Value): Generator<Finding<MessageId>> {
  if (value.kind === "list") {
    for (const element of value.elements) {
      if (isCertainlyNoObject(element))
        yield { at: element.origin.at, messageId: "notAProvider", data: { what: described(element) } };
    }
  } else if (isFalsy(value) || (value.kind !== "unknown" && !isOpaqueText(value))) {
    yield { at: value.origin.at, messageId: "noList", data: { what: described(value) } };
  }
}

function isOpaqueText(value: Value): boolean {
  const part = soleOpaquePart(value);
  return part?.kind === "unknown";
}

function isModuleExports(node: Node): boolean {
  return node.type === "AssignmentExpression" || node.type === "Program";
}
