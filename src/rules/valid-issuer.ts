import type { Provider } from "../auth-config/provider.js";
import { readableText } from "../auth-config/values.js";
import type { TextValue } from "../auth-config/values.js";
import { combine } from "../edit/editor.js";
import type { Candidates, Editor, WantedPart } from "../edit/editor.js";
import { writeAudience } from "../edit/audience.js";
import { rolesByNeed, templateIssuer } from "../edit/template.js";
import type { TemplateRole } from "../edit/template.js";
import { isClientId, isSharedWithStrangers } from "../platform/workos.js";
import type { IssuerReading } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { RuleInput } from "../rule-definition.js";

// Convex compares `iss` character by character, but for slashes at the end: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-issuer",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow issuers that no token can match",
      preset: "recommended",
      level: "error",
      repair:
        "The template's issuer, where the text or the rest of the list says which of the two is meant; else one suggestion for each.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    "client-id-missing": "Issuer `{{issuer}}` names no client – the `iss` of a token ends in the client ID. Add it.",
    "client-id-placeholder":
      "Issuer `{{issuer}}` ends in a text that is no client ID – no token carries it. Put your client ID there.",
    debris:
      "Issuer `{{issuer}}` carries characters that do not belong to the URL – no token's `iss` equals it. Remove them.",
    "double-slash":
      "Issuer `{{issuer}}` has a doubled slash inside – Convex compares every character before the end. Write one.",
    host: "Issuer `{{issuer}}` names a host that issues no WorkOS tokens – `iss` is compared character by character. Use `{{host}}`.",
    "host-case":
      "Issuer `{{issuer}}` writes the host in another case – `iss` is compared character by character. Use `{{host}}`.",
    path: "Issuer `{{issuer}}` has a path that WorkOS never uses in `iss` – no token matches it. Use the issuer of the template.",
    "plain-template":
      "Issuer `{{issuer}}` is in plain quotes – `${…}` stays as it is and matches no token. Use backticks.",
    query: "Issuer `{{issuer}}` has a query or a hash – the `iss` of a token never does. Remove it.",
    refused: "Issuer `{{issuer}}` is no URL that Convex accepts – the push is refused. Write `https://` and a host.",
    scheme:
      "Issuer `{{issuer}}` does not begin with `https://` – the `iss` of a token does, and Convex compares it exactly. Write `https://`.",
    "well-known":
      "Issuer `{{issuer}}` is the address of a metadata document – the `iss` of a token is not. Cut it off before `/.well-known`.",
    useShared: "Make it the shared issuer.",
    useUserManagement: "Make it the user-management issuer.",
  },
  *check(input) {
    const roles = rolesByNeed(input.providers);
    for (const provider of input.providers) {
      const { issuer, issuerMember, issuerText } = provider;
      if (issuer?.damage == null || issuerMember == null || issuerText == null) continue;
      // The constant is the defect, and the key set that reads it as well says so.
      if (provider.isIssuerOfPlaceholder) continue;
      // The OIDC form is a defect of its own, and its repair rewrites the issuer as well.
      if (provider.isWorkOS && provider.isOidcForm) continue;
      const role = provider.role === "shared" || provider.role === "user-management" ? provider.role : null;
      const isOpen = provider.role === "undetermined";
      const damaged: DamagedIssuer = { provider, reading: issuer, text: issuerText, name: issuerMember.name };
      yield {
        at: issuerText.origin.at,
        messageId: issuer.damage,
        data: { issuer: shownText(readableText(issuerText)), host: issuer.host },
        fix: isOpen
          ? undefined
          : (editor) =>
              role == null ? rewriteCanonical(damaged, input, editor) : rewriteAs(role, damaged, input, editor),
        suggest: isOpen
          ? roles.map((meant) => ({
              messageId: meant === "shared" ? "useShared" : "useUserManagement",
              fix: (editor) => rewriteAs(meant, damaged, input, editor),
            }))
          : undefined,
      };
    }
  },
});

interface DamagedIssuer {
  readonly provider: Provider;
  readonly reading: IssuerReading;
  readonly text: TextValue;
  /** `issuer` or `domain`. */
  readonly name: string;
}

/** The issuer of a role, with the audience that goes with it. */
function rewriteAs(role: TemplateRole, damaged: DamagedIssuer, input: RuleInput, editor: Editor): Candidates {
  const { provider, reading, text } = damaged;
  // A literal id gives way to the variable that the provider's other members read.
  const isKept = reading.canonical != null && !isClientId(reading.clientId ?? "");
  const canonical = isKept ? editor.writtenParts(reading.canonical, input, text.origin) : null;
  const wanted = canonical ?? templateIssuer(role, reading.host, editor.clientId(provider, input, text.origin));
  const audience = adjustAudience(role, damaged, input, editor);
  const issuerRepair = rewriteIssuer(damaged, wanted, editor);
  return audience == null ? issuerRepair : combine(issuerRepair, audience);
}

/** A sound issuer of the same kind, where the role needs nothing else. */
function rewriteCanonical(damaged: DamagedIssuer, input: RuleInput, editor: Editor): Candidates {
  const { reading, text } = damaged;
  if (reading.canonical == null) return [];
  const wanted = editor.writtenParts(reading.canonical, input, text.origin);
  return wanted == null ? [] : rewriteIssuer(damaged, wanted, editor);
}

function rewriteIssuer(
  { provider, text, name }: DamagedIssuer,
  wanted: readonly WantedPart[],
  editor: Editor,
): Candidates {
  return editor.rewriteText(text, { node: text.origin.node, owner: provider.object, name }, wanted);
}

/** The edit that the role demands of `applicationID`, or null where it demands none. */
function adjustAudience(
  role: TemplateRole,
  { provider, reading }: DamagedIssuer,
  input: RuleInput,
  editor: Editor,
): Candidates | null {
  if (role === "shared") {
    const isNeeded =
      isSharedWithStrangers(reading.host) && provider.lacks("applicationID") && provider.audienceLookalike == null;
    return isNeeded ? writeAudience(provider, input, editor) : null;
  }
  const members = provider.unwantedAudiences;
  if (members.length === 0 || input.world.tokensCarryAudience) return null;
  return combine(...members.map((member) => editor.removeMember(member, provider.object)));
}
