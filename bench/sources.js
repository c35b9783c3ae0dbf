// The files that are linted: what somebody might have written.

/**
 * A file of Convex functions, as there are many in an app.
 *
 * @param {number} index
 */
export function functionsFile(index) {
  const table = `items${index}`;
  return `import { v } from "convex/values";
import { internalMutation, query } from "./_generated/server";
import type { Doc } from "./_generated/dataModel";

const PAGE_SIZE = ${20 + (index % 50)};

export type Item${index} = Pick<Doc<"${table}">, "_id" | "title" | "done">;

function toItem(doc: Doc<"${table}">): Item${index} {
  return { _id: doc._id, title: doc.title.trim(), done: doc.done ?? false };
}

export const list = query({
  args: { owner: v.id("users"), done: v.optional(v.boolean()) },
  handler: async (ctx, { owner, done }): Promise<Item${index}[]> => {
    const identity = await ctx.auth.getUserIdentity();
    if (identity === null) {
      return [];
    }
    const docs = await ctx.db
      .query("${table}")
      .withIndex("by_owner", (q) => q.eq("owner", owner))
      .order("desc")
      .take(PAGE_SIZE);
    return docs.map(toItem).filter((item) => done === undefined || item.done === done);
  },
});

export const finish = internalMutation({
  args: { id: v.id("${table}") },
  handler: async (ctx, { id }) => {
    const item = await ctx.db.get("${table}", id);
    if (item !== null && !item.done) {
      await ctx.db.patch("${table}", id, { done: true, finishedAt: Date.now() });
    }
  },
});
`;
}

/**
 * An auth.config with so many providers: the template's two, again and again, for one client after another.
 *
 * @param {number} count
 */
export function soundConfig(count) {
  return configOf(count, (id) => [
    `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: ${id}, jwks: \`https://api.workos.com/sso/jwks/\${${id}}\` }`,
    `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${${id}}\`, algorithm: "RS256", jwks: \`https://api.workos.com/sso/jwks/\${${id}}\` }`,
  ]);
}

/**
 * The same with the defects of examples/next-authkit-broken in each pair.
 *
 * @param {number} count
 */
export function brokenConfig(count) {
  return configOf(count, (id) => [
    `{ type: "customJwt", issuer: "<https://api.workos.com/>", algorithm: "RS256", applicationID: ${id}, jwks: "https://api.workos.com/sso/jwks/" }`,
    `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${${id}}\`, algorithm: "RS256", applicationID: ${id}, jwks: \`https://api.workos.com/sso/jwks/\${${id}}\` }`,
  ]);
}

/**
 * A sound auth.config with so many providers, the first of which depend on a condition of their own each.
 *
 * @param {number} conditions
 * @param {number} count
 */
export function conditionalConfig(conditions, count) {
  const flags = Array.from({ length: conditions }, (_, index) => `flag${index}`);
  const providers = Array.from({ length: count }, (_, index) => {
    const own = `"https://idp${index}.example.com/"`;
    const issuer = index < conditions ? `flag${index} ? "https://old${index}.example.com/" : ${own}` : own;
    return `    { type: "customJwt", issuer: ${issuer}, algorithm: "RS256", jwks: "https://idp${index}.example.com/jwks" },\n`;
  });
  return `import { ${flags.join(", ")} } from "./flags";

export default {
  providers: [
${providers.join("")}  ],
};
`;
}

/**
 * @param {number} count
 * @param {(id: string) => [string, string]} pairFor
 */
function configOf(count, pairFor) {
  const pairs = Array.from({ length: count / 2 }, (_, index) => pairFor(`process.env.WORKOS_CLIENT_ID_${index}`));
  const providers = pairs.flat().map((provider) => `    ${provider},\n`);
  return `import type { AuthConfig } from "convex/server";

export default {
  providers: [
${providers.join("")}  ],
} satisfies AuthConfig;
`;
}
