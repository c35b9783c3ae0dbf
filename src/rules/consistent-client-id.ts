import { idsOfSeveralMembers } from "../auth-config/client-ids.js";
import { readsPlaceholder } from "../auth-config/placeholder.js";
import type { NamedClient, Provider } from "../auth-config/provider.js";
import { literalText } from "../auth-config/values.js";
import type { Variant } from "../auth-config/config.js";
import { writeAudience } from "../edit/audience.js";
import { readablePattern } from "../platform/patterns.js";
import { canBeClientId, isClientId } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule/rule.js";
import type { Finding, VariantInput, Suggestion } from "../rule/rule.js";

// Keys, issuer and audience belong to one client; a deployment that reads another id from its environment rejects every token.
export default defineRule({
  name: "consistent-client-id",
  meta: {
    type: "problem",
    docs: {
      description: "Require issuer, JWKS and `applicationID` of a WorkOS provider to name the same client",
      preset: "recommended",
      level: "error",
      repair:
        "The file's own client-id expression; a suggestion for each where two literals disagree and nothing else decides.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    notAClientId:
      "`applicationID` is `{{id}}`, which is no client ID – the `aud` of a WorkOS token never is. Use your client ID.",
    literalBesideVariable:
      "`{{member}}` holds a literal client ID, `{{other}}` reads one from the environment – they differ per deployment. Read the same one.",
    moreThanTheId:
      "`{{member}}` puts other characters beside the client ID that `{{other}}` reads – no token satisfies both. Use the ID alone.",
    twoLiterals:
      "`{{member}}` names client `{{id}}`, `{{other}}` another one – no token satisfies both. Use one client ID.",
    useThisId: "Use `{{id}}` everywhere in this provider.",
  },
  *check(input) {
    let agreed: ReadonlySet<string> | null = null;
    for (const provider of input.providers) {
      if (!provider.isWorkOS || provider.defect === "oidc-form") continue;
      const clients = comparableClients(provider, input);
      const audience = clients.find(
        ({ member, pattern }) => member.name === "applicationID" && !canBeClientId(pattern),
      );
      if (audience != null && audience.pattern !== "" && !readsPlaceholder(audience.member.value, input.placeholders)) {
        yield {
          at: audience.member.value.origin.at,
          messageId: "notAClientId",
          data: { id: shownText(readablePattern(audience.pattern)) },
          fix: (editor) =>
            literalText(audience.member.value) == null
              ? writeAudience(provider, editor)
              : editor.setText(audience.member, (place) => [editor.clientId(provider, place)]),
        };
      }
      yield* compare(
        provider,
        clients.filter((client) => client !== audience),
        input,
        () => (agreed ??= idsOfSeveralMembers(input.providers)),
      );
    }
  },
});

/** The clients that must be one: the audience counts only where tokens carry one. */
function comparableClients(provider: Provider, { world }: Variant): readonly NamedClient[] {
  const hasAudience = provider.role === "shared" || world.tokensCarryAudience;
  return provider.namedClients.filter(({ member }) => hasAudience || member.name !== "applicationID");
}

function* compare(
  provider: Provider,
  clients: readonly NamedClient[],
  input: VariantInput,
  agreed: () => ReadonlySet<string>,
): Generator<Finding<MessageId>> {
  yield* checkWhole(provider, clients, input);
  const literals = clients.filter(({ pattern }) => isClientId(pattern));
  const variable = clients.find(({ pattern }) => input.patterns.isVariable(pattern));
  if (variable != null) {
    for (const literal of literals) yield literalBeside(variable, literal);
    return;
  }
  const [first] = literals;
  const odd = literals.find(({ pattern }) => pattern !== first?.pattern);
  if (first != null && odd != null) yield contradiction(first, odd, agreed());
}

/** Members with other characters around the client ID that another member reads. */
function* checkWhole(
  provider: Provider,
  clients: readonly NamedClient[],
  input: VariantInput,
): Generator<Finding<MessageId>> {
  const alone = clients.find(({ pattern }) => pattern.length === 1);
  for (const client of clients) {
    if (alone == null || !input.patterns.holdsMoreThan(alone.pattern, client.pattern)) continue;
    const { member } = client;
    yield {
      at: member.value.origin.at,
      messageId: "moreThanTheId",
      data: { member: member.name, other: alone.member.name },
      fix: (editor) =>
        member.name === "applicationID" ? writeAudience(provider, editor) : editor.replaceClient(client, alone.pattern),
    };
  }
}

function literalBeside(variable: NamedClient, literal: NamedClient): Finding<MessageId> {
  return {
    at: literal.member.value.origin.at,
    messageId: "literalBesideVariable",
    data: { member: literal.member.name, other: variable.member.name },
    fix: (editor) => editor.replaceClient(literal, variable.pattern),
  };
}

/** Two literals that differ: the one that other members do not name is wrong. */
function contradiction(first: NamedClient, odd: NamedClient, agreed: ReadonlySet<string>): Finding<MessageId> {
  const decided = decidedByOthers(first, odd, agreed);
  const [right, wrong] = decided === odd ? [odd, first] : [first, odd];
  const useIdOf = (named: NamedClient, other: NamedClient): Suggestion<MessageId> => ({
    messageId: "useThisId",
    data: { id: shownText(named.pattern) },
    fix: (editor) => editor.replaceClient(other, named.pattern),
  });
  return {
    at: wrong.member.value.origin.at,
    messageId: "twoLiterals",
    data: { member: wrong.member.name, id: shownText(wrong.pattern), other: right.member.name },
    fix: decided == null ? undefined : (editor) => editor.replaceClient(wrong, right.pattern),
    suggest: decided == null ? [useIdOf(right, wrong), useIdOf(wrong, right)] : undefined,
  };
}

type MessageId = "literalBesideVariable" | "moreThanTheId" | "notAClientId" | "twoLiterals" | "useThisId";

/** Of two ids, the one that another member names, too. */
function decidedByOthers(first: NamedClient, second: NamedClient, agreed: ReadonlySet<string>): NamedClient | null {
  const isFirstNamed = agreed.has(first.pattern);
  if (isFirstNamed === agreed.has(second.pattern)) return null;
  return isFirstNamed ? first : second;
}
