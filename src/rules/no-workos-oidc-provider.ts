import { countsAsUserManagement } from "../auth-config/config.js";
import type { Provider } from "../auth-config/provider.js";
import type { Member } from "../auth-config/values.js";
import { combine } from "../edit/editor.js";
import type { Candidates, Editor, NewMember } from "../edit/editor.js";
import { templateIssuer, templateJwks, templateMembers } from "../edit/template.js";
import type { TemplateRole } from "../edit/template.js";
import { SIGNING_ALGORITHM, isClientId } from "../platform/workos.js";
import type { IssuerReading } from "../platform/workos.js";
import { defineRule } from "../rule-definition.js";
import type { RuleInput } from "../rule-definition.js";

// The OIDC form demands an audience and a discovery document; AuthKit's tokens have neither: https://docs.convex.dev/auth/authkit
export default defineRule({
  name: "no-workos-oidc-provider",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow the OIDC form for WorkOS",
      preset: "recommended",
      level: "error",
      repair:
        "The template decides: the provider becomes a custom JWT, and the user-management one is added where the list lacks it.",
    },
    fixable: "code",
  },
  messages: {
    oidcForm:
      "The OIDC form with a WorkOS `domain` – Convex looks for an audience and a discovery document that AuthKit lacks. Use `customJwt`.",
  },
  *check(input) {
    let plan: Plan | null = null;
    for (const provider of input.providers) {
      const { issuer, issuerMember } = provider;
      if (!provider.isOidcForm || !provider.isWorkOS || issuer == null || issuerMember == null) continue;
      if (provider.role === "user-management" && input.world.tokensCarryAudience && !provider.isDamaged) continue;
      yield {
        at: issuerMember.origin.at,
        messageId: "oidcForm",
        fix: (editor) => convert(provider, issuer, issuerMember, (plan ??= planFor(input)), input, editor),
      };
    }
  },
});

/** Where the user-management provider comes from that a list lacks: at most one of both. */
interface Plan {
  /** The provider beside which it is added. */
  readonly adding?: Provider | undefined;
  /** The provider that becomes it. */
  readonly turning?: Provider | undefined;
}

function planFor({ isComplete, providers }: RuleInput): Plan {
  if (!isComplete || providers.some(countsAsUserManagement)) return {};
  const shared = providers.filter(({ isWorkOS }) => isWorkOS);
  const oidc = shared.filter(({ isOidcForm }) => isOidcForm);
  const [audience, ...others] = new Set(
    shared.map((provider) => provider.patternOf(provider.written("applicationID")?.value)),
  );
  // Of several for one client, one gets the shared issuer.
  if (shared.length > 1 && audience != null && others.length === 0) return { turning: oidc.at(-1) };
  return { adding: oidc[0] };
}

function convert(
  provider: Provider,
  issuer: IssuerReading,
  domain: Member,
  plan: Plan,
  input: RuleInput,
  editor: Editor,
): Candidates {
  if (!provider.object.isClosed) return [];
  const role: TemplateRole =
    provider.role === "user-management" || plan.turning === provider ? "user-management" : "shared";
  const converted = convertMembers(role, provider, issuer, domain, input, editor);
  if (input.list == null || plan.adding !== provider) return converted;
  const place = editor.placeBeside(input.list, provider.object);
  const second = templateMembers("user-management", provider, issuer.host, input, place, editor);
  return combine(converted, editor.addElement(input.list, provider.object, second, "after"));
}

function convertMembers(
  role: TemplateRole,
  provider: Provider,
  issuer: IssuerReading,
  domain: Member,
  input: RuleInput,
  editor: Editor,
): Candidates {
  const { object } = provider;
  const { host } = issuer;
  const clientId = editor.clientId(provider, input, object.origin);
  const issuerParts = templateIssuer(role, host, clientId);
  const customJwt = editor.literal("customJwt", object.origin.node);
  const edits: Candidates[] = [];
  const added: NewMember[] = [];

  const type = provider.written("type");
  if (type == null) added.push({ name: "type", value: customJwt });
  else edits.push(editor.setValue(type, object, editor.quote("customJwt")));

  const isSound =
    issuer.canonical === provider.issuerPattern &&
    (role === "user-management") === (provider.role === "user-management");
  edits.push(
    isSound
      ? editor.renameMember(domain, object, "issuer")
      : editor.respellMember(domain, object, "issuer", editor.write(issuerParts)),
  );

  const algorithm = provider.written("algorithm");
  if (algorithm == null)
    added.push({ name: "algorithm", value: editor.literal(SIGNING_ALGORITHM, object.origin.node) });
  else edits.push(editor.setValue(algorithm, object, editor.quote(SIGNING_ALGORITHM)));

  const jwks = provider.written("jwks");
  const jwksValue = editor.write(templateJwks(host, clientId));
  if (jwks == null) added.push({ name: "jwks", value: jwksValue });
  else if (provider.jwks?.kind !== "workos" || provider.jwks.damage != null)
    edits.push(editor.setValue(jwks, object, jwksValue));

  const audience = provider.written("applicationID") ?? provider.audienceLookalike;
  if (role === "shared") {
    const value = editor.write([clientId]);
    if (audience == null) added.push({ name: "applicationID", value });
    else edits.push(keepAudience(audience, provider, value, editor));
    if (added.length > 0) edits.push(editor.addMembers(object, added));
  } else if (audience == null || !audience.name.startsWith("app")) {
    edits.push(editor.addMembers(object, added));
  } else {
    // The members that lead stay in front; the others take the place of the audience.
    const leading = added.filter(({ name }) => name === "type");
    const following = added.filter(({ name }) => name !== "type");
    if (leading.length > 0) edits.push(editor.addMembers(object, leading, audience));
    edits.push(
      following.length > 0 ? editor.replaceMember(audience, object, following) : editor.removeMember(audience, object),
    );
  }
  return combine(...edits);
}

/** An audience that can be the client id stays as it is written; any other becomes the client id, as does one with more in it. */
function keepAudience(audience: Member, provider: Provider, clientId: string, editor: Editor): Candidates {
  const pattern = provider.patternOf(audience.value);
  const isUsable =
    audience.value.kind === "unknown" || pattern?.length === 1 || (pattern != null && isClientId(pattern));
  if (audience.name === "applicationID")
    return isUsable ? [{ edits: [], touches: [] }] : editor.setValue(audience, provider.object, clientId);
  return isUsable
    ? editor.renameMember(audience, provider.object, "applicationID")
    : editor.respellMember(audience, provider.object, "applicationID", clientId);
}
