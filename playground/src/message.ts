import { create } from "./create.js";

/** A link to the page of a rule. */
export function ruleLink(rule: string): HTMLAnchorElement {
  return create("a", { href: `docs/rules/${rule}.html`, target: "_blank", rel: "noopener" }, rule);
}

/** A message, with what stands in backticks as code. */
export function messageNodes(message: string): readonly (Node | string)[] {
  return message.split("`").map((part, index) => (index % 2 === 0 ? part : create("code", {}, part)));
}
