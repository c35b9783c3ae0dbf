import type { Variant } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import type { Candidates, Editor } from "./editor.js";

/** Gives a provider the client id as its `applicationID`, whether the member is there or not. */
export function writeAudience(provider: Provider, variant: Variant, editor: Editor): Candidates {
  const { object } = provider;
  const clientId = editor.write([editor.clientId(provider, variant, object.origin)]);
  const member = provider.written("applicationID");
  if (member == null) return editor.addMembers(object, [{ name: "applicationID", value: clientId }]);
  return editor.setValue(member, object, clientId);
}
