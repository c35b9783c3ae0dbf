import type { NamedClient, Provider } from "../auth-config/provider.js";
import { literalText } from "../auth-config/values.js";
import type { Member } from "../auth-config/values.js";
import type { Variant } from "../auth-config/config.js";
import { writeAudience } from "../edit/audience.js";
import type { Candidates, Editor } from "../edit/editor.js";
import { canBeClientId, isClientId } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { Finding, RuleInput } from "../rule-definition.js";

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
      if (!provider.isWorkOS || provider.isOidcForm) continue;
      const clients = comparableClients(provider, input);
      const audience = clients.find(
        ({ member, pattern }) => member.name === "applicationID" && !canBeClientId(pattern),
      );
      if (audience != null && audience.pattern !== "" && !provider.readsPlaceholder(audience.member.value)) {
        yield {
          at: audience.member.value.origin.at,
          messageId: "notAClientId",
          data: { id: shownText(shownPattern(audience.pattern)) },
          fix: (editor) =>
            literalText(audience.member.value) == null
              ? writeAudience(provider, input, editor)
              : editor.setText(audience.member, provider.object, (place) => [editor.clientId(provider, input, place)]),
        };
      }
      yield* compare(
        provider,
        clients.filter((client) => client !== audience),
        input,
        () => (agreed ??= idsOfSeveralMembers(input)),
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
  input: RuleInput,
  agreed: () => ReadonlySet<string>,
): Generator<Finding<MessageId>> {
  const alone = clients.find(({ pattern }) => pattern.length === 1);
  for (const client of clients) {
    if (alone == null || !holdsMoreThan(client.pattern, alone.pattern, input)) continue;
    const { member } = client;
    yield {
      at: member.value.origin.at,
      messageId: "moreThanTheId",
      data: { member: member.name, other: alone.member.name },
      fix: (editor) =>
        member.name === "applicationID"
          ? writeAudience(provider, input, editor)
          : replaceId(provider, client, alone.pattern, input, editor),
    };
  }
  const literals = clients.filter(({ pattern }) => isClientId(pattern));
  const variable = clients.find(({ pattern }) => isVariable(pattern, input));
  if (variable != null) {
    for (const client of literals) {
      yield {
        at: client.member.value.origin.at,
        messageId: "literalBesideVariable",
        data: { member: client.member.name, other: variable.member.name },
        fix: (editor) => replaceId(provider, client, variable.pattern, input, editor),
      };
    }
    return;
  }
  const [first] = literals;
  const odd = literals.find(({ pattern }) => pattern !== first?.pattern);
  if (first == null || odd == null) return;
  const decided = decidedByOthers(first, odd, agreed());
  const wrong = decided === odd ? first : odd;
  const right = wrong === odd ? first : odd;
  yield {
    at: wrong.member.value.origin.at,
    messageId: "twoLiterals",
    data: { member: wrong.member.name, id: shownText(wrong.pattern), other: right.member.name },
    fix: decided == null ? undefined : (editor) => replaceId(provider, wrong, right.pattern, input, editor),
    suggest:
      decided == null
        ? [
            {
              messageId: "useThisId",
              data: { id: shownText(right.pattern) },
              fix: (editor) => replaceId(provider, wrong, right.pattern, input, editor),
            },
            {
              messageId: "useThisId",
              data: { id: shownText(wrong.pattern) },
              fix: (editor) => replaceId(provider, right, wrong.pattern, input, editor),
            },
          ]
        : undefined,
  };
}

type MessageId = "literalBesideVariable" | "moreThanTheId" | "notAClientId" | "twoLiterals" | "useThisId";

/** The client ids that several members of WorkOS providers name. */
function idsOfSeveralMembers({ providers }: Variant): ReadonlySet<string> {
  const members = new Map<string, Set<Member>>();
  for (const { member, pattern } of providers
    .filter(({ isWorkOS }) => isWorkOS)
    .flatMap(({ namedClients }) => namedClients)) {
    const known = members.get(pattern);
    if (known == null) members.set(pattern, new Set([member]));
    else known.add(member);
  }
  return new Set([...members].filter(([, { size }]) => size > 1).map(([pattern]) => pattern));
}

/** Of two ids, the one that another member names, too. */
function decidedByOthers(first: NamedClient, second: NamedClient, agreed: ReadonlySet<string>): NamedClient | null {
  const isFirstNamed = agreed.has(first.pattern);
  if (isFirstNamed === agreed.has(second.pattern)) return null;
  return isFirstNamed ? first : second;
}

/** Whether a pattern is an id with something beside it that is certainly not empty. */
function holdsMoreThan(pattern: string, id: string, { patterns }: Variant): boolean {
  if (!pattern.includes(id)) return false;
  return [...pattern.replace(id, "")].some((character) => {
    const part = patterns.partOf(character);
    return part == null || (part.kind === "env" && !part.isOptional);
  });
}

/** Only a variable certainly differs from every literal in the file; an import may hold the very same text. */
function isVariable(pattern: string, { patterns }: Variant): boolean {
  return pattern.length === 1 && patterns.partOf(pattern)?.kind === "env";
}

function replaceId(
  provider: Provider,
  { member, pattern, text, whole }: NamedClient,
  wanted: string,
  input: RuleInput,
  editor: Editor,
): Candidates {
  const { origin } = text;
  const written = editor.writtenParts(whole.replace(pattern, wanted), input, origin);
  return written == null
    ? []
    : editor.rewriteText(text, { node: origin.node, owner: provider.object, name: member.name }, written);
}

function shownPattern(pattern: string): string {
  return pattern.replaceAll(/[\uE000-\uF8FF]/gu, "…");
}
