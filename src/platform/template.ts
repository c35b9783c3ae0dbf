/**
 * The known-good auth config: what `--init` writes and what every fix leads to.
 *
 * Source: the official guide, https://docs.convex.dev/auth/authkit/
 */
import {
  API_HOST,
  CLIENT_ID_VARIABLE,
  SIGNING_ALGORITHM,
  jwksUrl,
  sharedIssuer,
  userManagementIssuer,
} from "./workos.js";

export type TemplateRole = "shared" | "user-management";

export type TemplateMember = "algorithm" | "applicationID" | "issuer" | "jwks" | "type";

/** Stands for the client ID in a value. */
export const CLIENT_ID = Symbol("client ID");

export type TemplateValue = readonly (string | typeof CLIENT_ID)[];

/** The members of each provider, in the order of the template. */
export const TEMPLATE_MEMBERS: Readonly<Record<TemplateRole, readonly TemplateMember[]>> = {
  shared: ["type", "issuer", "algorithm", "applicationID", "jwks"],
  "user-management": ["type", "issuer", "algorithm", "jwks"],
};

/** The value of a member, in pieces. */
export function templateValue(role: TemplateRole, member: TemplateMember, host = API_HOST): TemplateValue {
  switch (member) {
    case "type":
      return ["customJwt"];
    case "issuer":
      return role === "shared" ? [sharedIssuer(host)] : [userManagementIssuer(host, ""), CLIENT_ID];
    case "algorithm":
      return [SIGNING_ALGORITHM];
    case "applicationID":
      return [CLIENT_ID];
    case "jwks":
      return [jwksUrl(host, ""), CLIENT_ID];
  }
}

/** The whole file, as TypeScript or as JavaScript. */
export function templateFile(language: "js" | "ts"): string {
  const body = `const clientId = process.env.${CLIENT_ID_VARIABLE};

export default {
  providers: [
${written("shared")}
${written("user-management")}
  ],
}`;
  return language === "js"
    ? `${body};\n`
    : `import type { AuthConfig } from "convex/server";\n\n${body} satisfies AuthConfig;\n`;
}

const NO_AUDIENCE =
  "      // No applicationID here: these tokens carry no `aud`, so Convex would reject every one of them.";

function written(role: TemplateRole): string {
  const members = TEMPLATE_MEMBERS[role].map((name) => `      ${name}: ${asCode(templateValue(role, name))},`);
  return ["    {", ...(role === "shared" ? [] : [NO_AUDIENCE]), ...members, "    },"].join("\n");
}

function asCode(value: TemplateValue): string {
  const [first, second] = value;
  if (second == null) return first === CLIENT_ID ? "clientId" : JSON.stringify(first);
  return `\`${value.map((piece) => (piece === CLIENT_ID ? "${clientId}" : piece)).join("")}\``;
}
