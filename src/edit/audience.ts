import type { Provider } from "../auth-config/provider.js";
import type { Editor } from "./editor.js";
import type { RepairOptions } from "./repair.js";
import { TemplateProvider } from "./template.js";

/** Gives a provider the client ID as its `applicationID`, whether the member is there or not. */
export function writeAudience(provider: Provider, editor: Editor): RepairOptions {
  return editor.writeMembers(provider, [new TemplateProvider("shared", provider, editor).member("applicationID")]);
}
