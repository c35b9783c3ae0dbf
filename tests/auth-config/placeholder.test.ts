import { describe, expect, it } from "vitest";
import {
  isIssuerOfPlaceholder,
  membersReading,
  placeholderOf,
  readsPlaceholder,
} from "../../src/auth-config/placeholder.js";
import { readOne, readProvider } from "./read.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";

/** A file whose only provider has these members. */
const only = (members: string, before = ""): string => `${before}\nexport default { providers: [{ ${members} }] };`;

const provider = (members: string, before = "") => readProvider(only(members, before));

describe("a constant that is a placeholder for the client ID", () => {
  const jwks = "jwks: `https://api.workos.com/sso/jwks/${ID}`";
  const issuer = "issuer: `https://api.workos.com/user_management/${ID}`";
  const constant = 'const ID = "your-client-id";';
  const both = `${issuer}, ${jwks}`;

  it.each([
    { form: "a name", members: both, before: constant },
    { form: "a template without expressions", members: both, before: "const ID = `your-client-id`;" },
    {
      form: "a member",
      members: both.replaceAll("ID", "ids.workos"),
      before: 'const ids = { workos: "your-client-id" };',
    },
    { form: "a constant of a constant", members: both, before: 'const OTHER = "your-client-id"; const ID = OTHER;' },
    { form: "beside the shared issuer", members: `issuer: "https://api.workos.com/", ${jwks}`, before: constant },
    {
      form: "where the issuer leaves the role open",
      members: `issuer: "https://api.workos.com/sso", ${jwks}`,
      before: constant,
    },
    {
      form: "where the type makes it no OIDC form",
      members: `type: "customJwt", domain: "https://api.workos.com/", ${jwks}`,
      before: constant,
    },
  ])("is the constant of the key set: $form", ({ members, before }) => {
    expect(placeholderOf(provider(members, before))?.text).toBe("your-client-id");
  });

  it.each([
    {
      form: "another vendor's",
      members: "issuer: `https://auth.example.com/`, jwks: `https://auth.example.com/sso/jwks/${ID}`",
      before: constant,
    },
    { form: "the OIDC form", members: `type: "oidc", domain: "https://api.workos.com/", ${jwks}`, before: constant },
    { form: "a key set without damage", members: both, before: `const ID = "${id}";` },
    { form: "no key set", members: issuer, before: constant },
    { form: "other damage", members: `${issuer}, jwks: \`http://api.workos.com/sso/jwks/\${ID}\``, before: constant },
    {
      form: "text in its place",
      members: `${issuer}, jwks: "https://api.workos.com/sso/jwks/your-client-id"`,
      before: constant,
    },
    {
      form: "a text without a name",
      members: `${issuer}, jwks: "https://api.workos.com/sso/jwks/" + "your-client-id"`,
      before: constant,
    },
    { form: "computed characters", members: both, before: 'const ID = "YOUR-CLIENT-ID".toLowerCase();' },
    { form: "a constant of two pieces", members: both, before: 'const ID = `${"your"}-client-id`;' },
    {
      form: "a constant with a piece of the path",
      members: `${issuer}, jwks: "https://api.workos.com/sso/" + PATH`,
      before: `${constant} const PATH = "jwks/your-client-id";`,
    },
    {
      form: "a constant URL",
      members: `${issuer}, jwks: URL`,
      before: `${constant} const URL = "https://api.workos.com/sso/jwks/your-client-id";`,
    },
    {
      form: "a text behind the constant",
      members: `${issuer}, jwks: \`https://api.workos.com/sso/jwks/\${ID}-2\``,
      before: constant,
    },
    {
      form: "a variable at the end",
      members: `${issuer}, jwks: \`https://api.workos.com/sso/jwks/my-\${process.env.ID}\``,
      before: constant,
    },
  ])("is none: $form", ({ members, before }) => {
    expect(placeholderOf(provider(members, before))?.text).toBeUndefined();
  });

  const membersWithIt = (members: string, before = constant): readonly string[] => {
    const found = provider(members, before);
    const leaf = placeholderOf(found)?.leaf;
    if (leaf == null) throw new Error("no placeholder");
    return membersReading(leaf, found).map(({ name }) => name);
  };

  it.each([
    { form: "issuer and key set", members: both, names: ["issuer", "jwks"] },
    { form: "the audience", members: `${both}, applicationID: ID`, names: ["issuer", "jwks", "applicationID"] },
    {
      form: "a member that Convex does not look at",
      members: `${both}, clientId: ID`,
      names: ["issuer", "jwks", "clientId"],
    },
    {
      form: "an issuer of which nothing but the path is wrong",
      members: `issuer: \`https://api.workos.com/\${ID}\`, ${jwks}`,
      names: ["issuer", "jwks"],
    },
    {
      form: "no issuer with another mistake",
      members: `issuer: \`http://api.workos.com/user_management/\${ID}\`, ${jwks}`,
      names: ["jwks"],
    },
    {
      form: "no member with something else",
      members: `issuer: "https://api.workos.com/", ${jwks}, name: "x", n: 5, applicationID: process.env.A`,
      names: ["jwks"],
    },
    {
      form: "no member with another constant",
      members: `issuer: "https://api.workos.com/", ${jwks}, applicationID: OTHER`,
      before: `${constant} const OTHER = "your-client-id";`,
      names: ["jwks"],
    },
  ])("is in $form", ({ members, before, names }) => {
    expect(membersWithIt(members, before)).toEqual(names);
  });

  it("is in no member of another vendor's, or of the OIDC form", () => {
    const others =
      'issuer: "https://auth.example.com/", name: ID }, { type: "oidc", domain: "https://api.workos.com/", name: ID';
    const { providers } = readOne(`${constant} export default { providers: [{ ${both} }, { ${others} }] };`);
    const [first] = providers;
    const leaf = first == null ? null : placeholderOf(first)?.leaf;
    if (leaf == null) throw new Error("no placeholder");
    expect(providers.map((found) => membersReading(leaf, found).map(({ name }) => name))).toEqual([
      ["issuer", "jwks"],
      [],
      [],
    ]);
  });

  it.each([
    { form: "in its place", members: both, is: true },
    { form: "where only the path is wrong", members: `issuer: \`https://api.workos.com/\${ID}\`, ${jwks}`, is: true },
    {
      form: "in a URL with another mistake",
      members: `issuer: \`http://api.workos.com/user_management/\${ID}\`, ${jwks}`,
      is: false,
    },
    { form: "nowhere", members: `issuer: "https://api.workos.com/", ${jwks}`, is: false },
    {
      form: "nowhere, where another text is in its place",
      members: `issuer: "https://api.workos.com/user_management/mine", ${jwks}`,
      is: false,
    },
    { form: "nowhere, where there is no issuer", members: jwks, is: false },
  ])("is all that is wrong with the issuer or not: $form", ({ members, is }) => {
    const { placeholders, providers } = readOne(only(members, constant));
    expect(providers.map((found) => isIssuerOfPlaceholder(found, placeholders))).toEqual([is]);
  });

  it("is read by a text that is made from it", () => {
    const text = only(
      `${both}, applicationID: ID, audience: \`x-\${ID}\`, other: "your-client-id", variable: process.env.A, computed: \`\${5}\`, n: 5`,
      constant,
    );
    const { placeholders, providers } = readOne(text);
    const reading = providers.flatMap(({ members }) =>
      members.filter(({ value }) => readsPlaceholder(value, placeholders)).map(({ name }) => name),
    );
    expect(reading).toEqual(["issuer", "jwks", "applicationID", "audience"]);
  });
});
