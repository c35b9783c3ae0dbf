import type { Node } from "../auth-config/ast.js";
import type { Provider } from "../auth-config/provider.js";
import { isCertainlyNoString, isNullish, isUndefined, literalText } from "../auth-config/values.js";
import type { Member, Value } from "../auth-config/values.js";
import { writeAudience } from "../edit/audience.js";
import { combine } from "../edit/editor.js";
import type { Candidates, Editor, NewMember } from "../edit/editor.js";
import { rolesByNeed, templateIssuer, templateJwks } from "../edit/template.js";
import type { TemplateRole } from "../edit/template.js";
import {
  ALGORITHMS,
  REFUSED_AUDIENCE_SPELLINGS,
  intendedAlgorithm,
  intendedMember,
  intendedType,
  isAudienceStandIn,
} from "../platform/provider-members.js";
import { API_HOST, SIGNING_ALGORITHM, canBeClientId } from "../platform/workos.js";
import { shownText } from "../platform/shown-text.js";
import { defineRule } from "../rule-definition.js";
import type { Finding, RuleInput } from "../rule-definition.js";

type MessageId =
  | "addType"
  | "algorithmUnsupported"
  | "audienceElsewhere"
  | "domainBesideCustomJwt"
  | "emptyArm"
  | "issuerWithoutType"
  | "memberMissing"
  | "memberMisspelt"
  | "notAString"
  | "typeUnknown"
  | "useAlgorithm"
  | "useDomain"
  | "useShared"
  | "useUserManagement";

// The two shapes that Convex accepts, and what it says to all others: https://docs.convex.dev/auth/advanced/custom-jwt
export default defineRule({
  name: "valid-provider",
  meta: {
    type: "problem",
    docs: {
      description: "Require each provider to have one of the two shapes that Convex accepts",
      preset: "recommended",
      level: "error",
      repair: "What the template or a near miss determines; suggestions where an unknown vendor leaves two ways.",
    },
    fixable: "code",
    hasSuggestions: true,
  },
  messages: {
    memberMisspelt: "`{{name}}` is no member of a provider – Convex {{effect}}. Spell it `{{right}}`.",
    audienceElsewhere:
      "`{{name}}` does nothing here – Convex takes the audience from `applicationID`, which is missing. Rename it.",
    typeUnknown:
      "`type` is `{{type}}` – Convex knows only `customJwt` and `oidc` and refuses the push. Write one of them.",
    issuerWithoutType:
      '`{{member}}` without `type: "customJwt"` – Convex takes the provider for OIDC and refuses the push. Add the type.',
    domainBesideCustomJwt:
      "`domain` beside `customJwt` – Convex refuses the push, a custom JWT has an `issuer`. Use `issuer` alone.",
    algorithmUnsupported: "`algorithm` is {{algorithm}} – {{reason}}. Write `{{right}}`.",
    memberMissing: "{{names}} missing – Convex refuses the push without. Add what is missing.",
    emptyArm:
      "`{{name}}` is empty wherever the left side of `&&` is – the provider takes no token without it. Use a value that is always there.",
    notAString: "`{{name}}` is {{what}} – Convex takes a string and refuses the push. Write a string.",
    addType: "Make it a custom JWT provider.",
    useDomain: "Make it an OIDC provider.",
    useAlgorithm: "Use `{{algorithm}}`.",
    useShared: "Make it the provider with the shared issuer.",
    useUserManagement: "Make it the user-management provider.",
  },
  *check(input) {
    for (const provider of input.providers) {
      // The OIDC form with a WorkOS domain is one defect, with one repair for all of its members.
      const isOidc = provider.isOidcForm && provider.isWorkOS;
      if (isOidc && !(input.world.tokensCarryAudience && provider.role === "user-management")) continue;
      const shape = readShape(provider);
      yield* checkNames(shape, input);
      yield* checkType(shape);
      yield* checkDomain(shape);
      yield* checkAlgorithm(shape);
      yield* checkStrings(shape, input);
      yield* checkRequired(shape, input);
    }
  },
});

interface Shape {
  readonly provider: Provider;
  /** Whether the members speak of a custom JWT, whatever the type says. */
  readonly isCustomJwt: boolean;
  /** Members that hold the value of another one under a wrong name. */
  readonly misspelt: ReadonlyMap<string, Member>;
  /** `issuer` alone, of an unknown vendor: it may be meant as either form. */
  readonly isAmbiguous: boolean;
  /** `issuer` and `domain` without a type: which of them goes decides what else is missing. */
  readonly isMixed: boolean;
}

function readShape(provider: Provider): Shape {
  const misspelt = new Map<string, Member>();
  for (const member of provider.object.members.values()) {
    const right = intendedMember(member.name);
    if (right != null && !isUndefined(member.value) && !misspelt.has(right)) misspelt.set(right, member);
  }
  const has = (name: string): boolean => provider.member(name) != null || (misspelt.has(name) && provider.lacks(name));
  const { type } = provider;
  const isCustomJwt =
    type === "customJwt" || (type !== "unclear" && (has("issuer") || (has("jwks") && !has("domain"))));
  const isAmbiguous =
    (type === "none" || type === "oidc") && has("issuer") && !has("jwks") && !has("domain") && !provider.isWorkOS;
  const isMixed = type !== "customJwt" && has("issuer") && has("domain");
  return { provider, isCustomJwt, misspelt, isAmbiguous, isMixed };
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function* checkNames(shape: Shape, input: RuleInput): Generator<Finding<MessageId>> {
  const { provider, misspelt, isCustomJwt } = shape;
  const isJudgedElsewhere = provider.role === "user-management" && !input.world.tokensCarryAudience;
  for (const [right, member] of misspelt) {
    if (right === "applicationID" && isJudgedElsewhere) continue;
    const isRefused = REFUSED_AUDIENCE_SPELLINGS.includes(member.name);
    const isNeeded = isCustomJwt
      ? right !== "domain"
      : right === "domain" || right === "applicationID" || right === "type";
    if (!isRefused && !(isNeeded && provider.lacks(right) && provider.isClosed)) continue;
    yield {
      at: keyOf(member),
      messageId: "memberMisspelt",
      data: { name: member.name, right, effect: isRefused ? "refuses the push" : "ignores it" },
      fix: (editor) => respell(member, right, shape, input, editor),
    };
  }
  const needsAudience =
    provider.isSharedWithStrangers ||
    (!isCustomJwt && provider.member("domain") != null && provider.type !== "unclear");
  const standIn = provider.audienceLookalike;
  if (
    !needsAudience ||
    standIn == null ||
    !isAudienceStandIn(standIn.name) ||
    !provider.lacks("applicationID") ||
    !provider.isClosed
  )
    return;
  yield {
    at: keyOf(standIn),
    messageId: "audienceElsewhere",
    data: { name: standIn.name },
    fix: (editor) => respell(standIn, "applicationID", shape, input, editor),
  };
}

function respell(
  member: Member,
  right: string,
  { provider, isCustomJwt }: Shape,
  input: RuleInput,
  editor: Editor,
): Candidates {
  const { object } = provider;
  const there = provider.written(right);
  if (there != null) {
    // The right member is there, too: the wrong one goes, or gives its place to the value that was meant.
    return provider.lacks(right) ? [] : editor.removeMember(member, object);
  }
  if (right === "algorithm") {
    const algorithm = provider.isWorkOS
      ? SIGNING_ALGORITHM
      : (intendedAlgorithm(firstText(member.value) ?? "") ?? null);
    if (algorithm == null) return [];
    return editor.respellMember(member, object, right, editor.literal(algorithm, object.origin.node));
  }
  if (
    right === "applicationID" &&
    provider.isSharedWithStrangers &&
    isCustomJwt &&
    !mayBeClientId(member.value, provider)
  ) {
    const clientId = editor.write([editor.clientId(provider, input, object.origin)]);
    return editor.respellMember(member, object, right, clientId);
  }
  return editor.renameMember(member, object, right);
}

function mayBeClientId(value: Value, provider: Provider): boolean {
  const pattern = provider.patternOf(value);
  return value.kind === "unknown" || (pattern != null && canBeClientId(pattern));
}

/** A text, or the first text of a list: `algorithms: ["RS256"]`. */
function firstText(value: Value): string | null {
  return literalText(value.kind === "list" ? value.elements[0] : value);
}

// ── Type ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function* checkType({ provider, isCustomJwt, isAmbiguous, isMixed, misspelt }: Shape): Generator<Finding<MessageId>> {
  const { object, type } = provider;
  const written = provider.member("type");
  const text = written == null ? null : literalText(written.value);
  if (type === "misspelt" && written != null && text != null) {
    const intended = isCustomJwt ? "customJwt" : provider.member("domain") != null ? "oidc" : intendedType(text);
    yield {
      at: written.value.origin.at,
      messageId: "typeUnknown",
      data: { type: shownText(text) },
      fix: intended == null ? undefined : (editor) => editor.setText(written, object, () => [intended]),
    };
    return;
  }
  const telling =
    provider.member("issuer") ?? misspelt.get("issuer") ?? provider.member("jwks") ?? misspelt.get("jwks");
  if ((type !== "none" && type !== "oidc") || !isCustomJwt || telling == null || misspelt.has("type")) return;
  const makeCustomJwt = (editor: Editor): Candidates => setOrAdd("type", "customJwt", provider, editor);
  yield {
    at: written?.value.origin.at ?? keyOf(telling),
    messageId: "issuerWithoutType",
    data: { member: telling.name },
    fix: isAmbiguous || isMixed ? undefined : makeCustomJwt,
    suggest:
      isAmbiguous && telling.name === "issuer"
        ? [
            { messageId: "addType", fix: makeCustomJwt },
            { messageId: "useDomain", fix: (editor) => editor.renameMember(telling, object, "domain") },
          ]
        : undefined,
  };
}

function* checkDomain({ provider }: Shape): Generator<Finding<MessageId>> {
  const domain = provider.member("domain");
  if (provider.type !== "customJwt" || domain == null) return;
  yield {
    at: keyOf(domain),
    messageId: "domainBesideCustomJwt",
    fix: (editor) => {
      if (provider.written("issuer") != null) return editor.removeMember(domain, provider.object);
      return provider.object.isClosed ? editor.renameMember(domain, provider.object, "issuer") : [];
    },
  };
}

// ── Algorithm ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function* checkAlgorithm({ provider, isCustomJwt }: Shape): Generator<Finding<MessageId>> {
  const member = provider.member("algorithm");
  if (!isCustomJwt || member == null || isNullish(member.value) || isEmptyArm(member.value)) return;
  const text = literalText(member.value);
  if (text == null && !isCertainlyNoString(member.value)) return;
  const isSupported = text != null && ALGORITHMS.includes(text);
  if (isSupported && (!provider.isWorkOS || text === SIGNING_ALGORITHM)) return;
  const intended = provider.isWorkOS ? SIGNING_ALGORITHM : intendedAlgorithm(firstText(member.value) ?? "");
  yield {
    at: member.value.origin.at,
    messageId: "algorithmUnsupported",
    data: {
      algorithm: text == null ? describe(member.value) : `\`${shownText(text)}\``,
      reason: isSupported
        ? "WorkOS signs with RS256, so no token verifies"
        : "Convex knows only RS256 and ES256 and refuses the push",
      right: intended ?? SIGNING_ALGORITHM,
    },
    fix: intended == null ? undefined : (editor) => editor.setText(member, provider.object, () => [intended]),
    suggest:
      intended == null
        ? ALGORITHMS.map((algorithm) => ({
            messageId: "useAlgorithm" as const,
            data: { algorithm },
            fix: (editor: Editor) => editor.setText(member, provider.object, () => [algorithm]),
          }))
        : undefined,
  };
}

// ── Values ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function* checkStrings({ provider, isCustomJwt }: Shape, input: RuleInput): Generator<Finding<MessageId>> {
  const names = isCustomJwt ? ["issuer", "algorithm", "jwks", "applicationID"] : ["domain", "applicationID"];
  const isAudienceNeeded = !isCustomJwt || provider.isSharedWithStrangers;
  for (const name of names) {
    const member = provider.member(name);
    if (member == null) continue;
    const isEmpty = isEmptyArm(member.value);
    if (
      isEmpty
        ? name === "applicationID" && !isAudienceNeeded
        : name === "algorithm" || !isCertainlyNoString(member.value)
    )
      continue;
    // Whatever stands there, the user-management provider has no audience.
    if (name === "applicationID" && provider.role === "user-management" && !input.world.tokensCarryAudience) continue;
    yield {
      at: member.value.origin.at,
      messageId: isEmpty ? "emptyArm" : "notAString",
      data: { name, what: describe(member.value) },
      fix: (editor) => {
        const value = templateValue(name, provider, input, editor);
        return value == null ? [] : editor.setValue(member, provider.object, value);
      },
    };
  }
}

/** The value that the template has for a member, or null where it does not apply. */
function templateValue(name: string, provider: Provider, input: RuleInput, editor: Editor): string | null {
  const { role } = provider;
  if (role !== "shared" && role !== "user-management") return null;
  const host = provider.issuer?.host ?? API_HOST;
  const clientId = editor.clientId(provider, input, provider.object.origin);
  if (name === "issuer") return editor.write(templateIssuer(role, host, clientId));
  if (name === "jwks") return editor.write(templateJwks(host, clientId));
  return name === "applicationID" ? editor.write([clientId]) : editor.quote(SIGNING_ALGORITHM);
}

/** What `x && y` leaves where the x is falsy, whichever falsy value that is. */
function isEmptyArm(value: Value): boolean {
  return value.kind === "unknown" && value.isFalsy;
}

function describe(value: Value): string {
  switch (value.kind) {
    case "constant":
      return `\`${shownText(String(value.value))}\``;
    case "list":
      return "a list";
    case "function":
      return "a function";
    default:
      return "an object";
  }
}

// ── Required members ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function* checkRequired(shape: Shape, input: RuleInput): Generator<Finding<MessageId>> {
  const { provider, misspelt, isCustomJwt, isAmbiguous, isMixed } = shape;
  if (!provider.isClosed || isAmbiguous || isMixed || provider.type === "unclear") return;
  const required = isCustomJwt ? ["issuer", "algorithm", "jwks"] : ["domain", "applicationID"];
  const isStandInReported = !isCustomJwt && provider.audienceLookalike != null;
  const missing = required.filter((name) => {
    if (!provider.lacks(name) || misspelt.has(name)) return false;
    if (name === "issuer" && provider.member("domain") != null) return false;
    return !(name === "applicationID" && isStandInReported);
  });
  if (missing.length === 0) return;
  const telling = provider.member("type") ?? provider.issuerMember;
  const { role } = provider;
  const isOpen = missing.includes("issuer") && role === "undetermined";
  const host = provider.issuer?.host ?? provider.jwks?.host;
  const canFix = host != null && provider.isWorkOS && !isOpen && (isCustomJwt || missing.join() === "applicationID");
  yield {
    at: telling?.origin.at ?? provider.at,
    messageId: "memberMissing",
    data: { names: missing.map((name) => `\`${name}\``).join(" and ") + (missing.length > 1 ? " are" : " is") },
    fix: canFix
      ? (editor) => addMissing(missing, role === "shared" ? "shared" : "user-management", host, provider, input, editor)
      : undefined,
    suggest:
      isOpen && host != null
        ? rolesByNeed(input.providers).map((meant) => ({
            messageId: meant === "shared" ? ("useShared" as const) : ("useUserManagement" as const),
            fix: (editor: Editor) => addMissing(missing, meant, host, provider, input, editor),
          }))
        : isCustomJwt && !provider.isWorkOS && missing.join() === "algorithm"
          ? ALGORITHMS.map((algorithm) => ({
              messageId: "useAlgorithm" as const,
              data: { algorithm },
              fix: (editor: Editor) => setOrAdd("algorithm", algorithm, provider, editor),
            }))
          : undefined,
  };
}

function addMissing(
  missing: readonly string[],
  role: TemplateRole,
  host: string,
  provider: Provider,
  input: RuleInput,
  editor: Editor,
): Candidates {
  const { object } = provider;
  const clientId = editor.clientId(provider, input, object.origin);
  const members: readonly NewMember[] = [
    { name: "issuer", value: editor.write(templateIssuer(role, host, clientId)) },
    { name: "algorithm", value: editor.literal(SIGNING_ALGORITHM, object.origin.node) },
    { name: "jwks", value: editor.write(templateJwks(host, clientId)) },
    { name: "applicationID", value: editor.write([clientId]) },
  ];
  const added: NewMember[] = [];
  const edits: Candidates[] = [];
  for (const wanted of members.filter(({ name }) => missing.includes(name))) {
    const member = provider.written(wanted.name);
    if (member == null) added.push(wanted);
    else edits.push(editor.setValue(member, object, wanted.value));
  }
  // An issuer that was not there brings the demand of its role with it.
  if (missing.includes("issuer")) {
    const audience = provider.written("applicationID");
    if (role === "shared" && audience == null) added.push({ name: "applicationID", value: editor.write([clientId]) });
    else if (role === "shared" && provider.lacks("applicationID")) edits.push(writeAudience(provider, input, editor));
    else if (role === "user-management" && audience != null && !provider.lacks("applicationID"))
      edits.push(editor.removeMember(audience, object));
  }
  if (added.length > 0) edits.push(editor.addMembers(object, added));
  return combine(...edits);
}

function setOrAdd(name: string, text: string, provider: Provider, editor: Editor): Candidates {
  const { object } = provider;
  const member = provider.written(name);
  if (member != null) return editor.setValue(member, object, editor.quote(text));
  return editor.addMembers(object, [{ name, value: editor.literal(text, object.origin.node) }]);
}

/** The name of a member, where it was written with one. */
function keyOf(member: Member): Node {
  const { property, origin } = member;
  return property != null && origin.isEditable ? property.key : origin.at;
}
