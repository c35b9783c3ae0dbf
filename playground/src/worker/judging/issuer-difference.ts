/** In what the issuer of a provider differs from that of a token, in words. */
import { comparableIssuer } from "../../../../src/platform/convex.js";
import { readIssuer } from "../../../../src/platform/issuer.js";
import type { IssuerDamage, IssuerReading } from "../../../../src/platform/issuer.js";
import { CLIENT_ID_VARIABLE, DEFAULT_WORLD, isClientId } from "../../../../src/platform/workos.js";
import type { Role } from "../../../../src/platform/workos.js";
import { code, setCommand } from "./shown.js";
import type { TextReading } from "./text-reading.js";

export interface Difference {
  readonly why: string;
  /** Null where the provider is right as it is, for other tokens. */
  readonly fix: string | null;
  readonly rule: string | null;
  readonly command: string | null;
}

/** What an issuer is there for, where its text says so. */
function readAnyIssuer(pattern: string): IssuerReading {
  return readIssuer(pattern, { world: DEFAULT_WORLD, isKnownClientId: () => false });
}

export function roleOf(iss: string): Role {
  return readAnyIssuer(iss).role;
}

export function describeDifference(issuer: TextReading, iss: string): Difference {
  const [left, right] = [comparableIssuer(issuer.pattern), comparableIssuer(iss)];
  return (
    inSpelling(left, right) ??
    inClient(issuer, left, right) ??
    inVariable(issuer, left, right) ??
    inDamage(left, right) ??
    inRole(issuer, left, right) ??
    inAddress(issuer, left, right)
  );
}

/** Texts that a person would call the same. */
function inSpelling(left: string, right: string): Difference | null {
  if (withoutScheme(left) === withoutScheme(right)) {
    const [scheme] = right.split("//");
    return spelling(
      "The issuer and the token's `iss` differ in `http:` and `https:` – Convex compares the scheme as well.",
      `Begin the issuer with \`${scheme}//\`.`,
    );
  }
  if (left.toLowerCase() === right.toLowerCase()) {
    const part = hostOf(left) === hostOf(right) ? "path" : "host";
    return spelling(
      `The ${part} of the issuer is written in another case than in the token – Convex compares every character.`,
      COPY,
    );
  }
  if (withoutDoubledSlashes(left) === withoutDoubledSlashes(right)) {
    return spelling(
      "The issuer has another number of slashes inside than the token's `iss` – only those at the end never matter.",
      COPY,
    );
  }
  return null;
}

const COPY = "Write the issuer as the token does.";

function spelling(why: string, fix: string): Difference {
  return { why, fix, rule: "valid-issuer", command: null };
}

/** Two clients under the same address. */
function inClient(issuer: TextReading, left: string, right: string): Difference | null {
  const [address, id] = splitLast(left);
  const [tokenAddress, tokenId] = splitLast(right);
  if (address !== tokenAddress || !isClientId(id) || !isClientId(tokenId)) return null;
  return describeClients(issuer.variableOf(id), id, tokenId);
}

/** A variable that should hold the client id, and holds something else. */
function inVariable(issuer: TextReading, left: string, right: string): Difference | null {
  const [address, value] = splitLast(left);
  const [tokenAddress, tokenId] = splitLast(right);
  const variable = issuer.variableOf(value);
  if (variable == null || address !== tokenAddress || !isClientId(tokenId)) return null;
  const command = setCommand(variable, tokenId);
  return {
    why: `\`${variable}\` of the deployment is no client ID, and the issuer ends in it – the token's ends in ${code(tokenId)}.`,
    fix: `Set \`${variable}\` to the client ID that the app signs in with, and to nothing else.`,
    rule: "env-client-id",
    command,
  };
}

/** Two client ids, one of the provider and one of the token. */
export function describeClients(variable: string | null, id: string, tokenId: string): Difference {
  if (variable != null) {
    const command = setCommand(variable, tokenId);
    return {
      why: `\`${variable}\` of the deployment is ${code(id)}, the token names ${code(tokenId)} – Convex takes them for two apps.`,
      fix:
        command == null
          ? `Set \`${variable}\` to the client that the app signs in with.`
          : `If the app signs in with the token's client, run \`${command}\`.`,
      rule: null,
      command,
    };
  }
  return {
    why: `The file names the client ${code(id)}, the token ${code(tokenId)} – Convex takes them for two apps.`,
    fix: `Read \`process.env.${CLIENT_ID_VARIABLE}\` in place of that ID, and set it to the token's on the deployment.`,
    rule: "no-hardcoded-client-id",
    command: setCommand(CLIENT_ID_VARIABLE, tokenId),
  };
}

const DAMAGES: Readonly<Record<IssuerDamage, string>> = {
  clientIdMissing: "The issuer names no client, and the token's `iss` does",
  clientIdPlaceholder: "The issuer ends in a text that is no client ID",
  strayCharacters: "The issuer carries characters that do not belong to a URL",
  slashMissing: "The issuer has no slash before the client ID",
  doubleSlash: "The issuer has a doubled slash inside",
  wrongHost: "The host of the issuer issues no WorkOS tokens",
  hostInOtherCase: "The host of the issuer is written in another case",
  unknownPath: "The path of the issuer stands in no WorkOS token",
  templateInPlainQuotes: "The issuer holds `${…}` in plain quotes, which stays as it is",
  queryOrHash: "The issuer has a query or a hash",
  notAUrl: "The issuer is no URL",
  wrongScheme: "The scheme of the issuer is not `https://`",
  wellKnownAddress: "The issuer is the address of a metadata document",
};

/** An issuer that was meant for such tokens, and is spoilt. */
function inDamage(left: string, right: string): Difference | null {
  const { damage, role } = readAnyIssuer(left);
  const tokenRole = roleOf(right);
  if (damage == null || !isWorkOS(tokenRole) || (role !== tokenRole && role !== "workos-unspecified")) return null;
  return {
    why: `${DAMAGES[damage]} – Convex compares it with \`iss\` character by character.`,
    fix: `Write the issuer as ${suggested(right)}.`,
    rule: "valid-issuer",
    command: null,
  };
}

/** The issuer of a token as a file would write it. */
function suggested(iss: string): string {
  const [address, id] = splitLast(comparableIssuer(iss));
  return isClientId(id) ? `the template \`${address}/\${process.env.${CLIENT_ID_VARIABLE}}\`` : code(iss);
}

/** The shared issuer and those that name a client. */
function inRole(issuer: TextReading, left: string, right: string): Difference | null {
  const [role, tokenRole] = [roleOf(left), roleOf(right)];
  if (role === tokenRole) return null;
  if (role === "shared" && namesClient(tokenRole)) {
    return meantForOthers(
      "This is the shared issuer, and the token's `iss` names a client – it takes tokens of older environments only.",
    );
  }
  if (namesClient(role) && tokenRole === "shared") {
    return meantForOthers(
      "This issuer names a client, and the token's `iss` is the shared one – it takes other tokens than this.",
    );
  }
  if (isWorkOS(role) && !isWorkOS(tokenRole)) {
    return meantForOthers(
      `This issuer is that of WorkOS, and the token comes from ${code(hostOf(right))} – it takes other tokens than this.`,
    );
  }
  if (isWorkOS(tokenRole) && role === "other") {
    return meantForOthers(
      `This issuer is on ${code(shownHost(issuer))}, and the token comes from WorkOS – it takes other tokens than this.`,
    );
  }
  return null;
}

function meantForOthers(why: string): Difference {
  return { why, fix: null, rule: null, command: null };
}

function inAddress(issuer: TextReading, left: string, right: string): Difference {
  if (hostOf(left) !== hostOf(right)) {
    return meantForOthers(
      `The issuer is on ${code(shownHost(issuer))}, and the token's on ${code(hostOf(right))} – Convex compares every character but slashes at the end.`,
    );
  }
  return {
    why: "The path of the issuer is not that of the token's `iss` – Convex compares every character but slashes at the end.",
    fix: `If this provider is for such tokens, write its issuer as ${suggested(right)}.`,
    rule: "valid-issuer",
    command: null,
  };
}

/** The host without values that are not public. */
function shownHost(issuer: TextReading): string {
  return hostOf(comparableIssuer(issuer.shown));
}

export function isWorkOS(role: Role): boolean {
  return role === "shared" || role === "workos-unspecified" || namesClient(role);
}

function namesClient(role: Role): boolean {
  return role === "user-management" || role === "on-request";
}

/** The client id that an issuer ends in. */
export function clientOf(iss: string): string | null {
  const [, id] = splitLast(comparableIssuer(iss));
  return isClientId(id) ? id : null;
}

function splitLast(url: string): readonly [before: string, last: string] {
  const slash = url.lastIndexOf("/");
  return [url.slice(0, Math.max(slash, 0)), url.slice(slash + 1)];
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//u, "");
}

function hostOf(url: string): string {
  return /^\w+:\/\/([^/?#]*)/u.exec(url)?.[1] ?? url;
}

function withoutDoubledSlashes(url: string): string {
  return url.replaceAll(/(?<!:)\/{2,}/gu, "/");
}
