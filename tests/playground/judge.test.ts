import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Judgement, Verdict } from "../../playground/src/verdict.js";
import { NOW, judged, tokenOf } from "./judging.js";

const id = "client_01HAAAAAAAAAAAAAAAAAAAAAAA";
const other = "client_01HBBBBBBBBBBBBBBBBBBBBBBB";
const root = "https://api.workos.com";

const session = { iss: `${root}/user_management/${id}` };
const sharedToken = { iss: `${root}/`, aud: id };
const vendorToken = { iss: "https://tokens.example.com", aud: "my-app" };

const jwks = "jwks: `https://api.workos.com/sso/jwks/${clientId}`";
const shared = `{ type: "customJwt", issuer: "https://api.workos.com/", algorithm: "RS256", applicationID: clientId, ${jwks} }`;
const user = `{ type: "customJwt", issuer: \`https://api.workos.com/user_management/\${clientId}\`, algorithm: "RS256", ${jwks} }`;
const vendor =
  '{ type: "customJwt", issuer: "https://tokens.example.com/", algorithm: "ES256", jwks: "https://tokens.example.com/jwks" }';
const file = (...providers: readonly string[]): string =>
  `const clientId = process.env.WORKOS_CLIENT_ID;\nexport default { providers: [${providers.join(", ")}] };`;

const ours = `WORKOS_CLIENT_ID=${id}`;
const theirs = `WORKOS_CLIENT_ID=${other}`;

/** A token whose header says what WorkOS's says. */
function said(text: string, variables: string, claims: object, header: object = { alg: "RS256", kid: "key" }): string {
  return render(
    judged(
      text,
      variables,
      tokenOf(`${JSON.stringify(header)}${JSON.stringify({ exp: NOW.getTime() / 1000 + 300, ...claims })}`),
    ),
    text,
  );
}

function render({ notes, alternatives, ...judgement }: Verdict, text: string): string {
  const others = alternatives.flatMap((each) => ["or", ...lines(each, text)]);
  return [
    ...lines(judgement, text),
    ...others,
    ...notes.filter((note) => !note.startsWith("The signature")).map((note) => `note: ${note}`),
  ].join("\n");
}

function lines({ outcome, headline, advice, providers, convexSays }: Judgement, text: string): readonly string[] {
  const place = (range: readonly [number, number] | null): string =>
    range == null ? "" : ` «${text.slice(...range).slice(0, 40)}»`;
  const change = (each: Judgement["advice"]): string =>
    each == null ? "" : `${each.text}${each.rule == null ? "" : ` (${each.rule})`}${place(each.range)}`;
  return [
    `${outcome}: ${headline}`,
    ...(advice == null ? [] : [`→ ${change(advice)}`]),
    ...providers.flatMap((each) => [
      `${String(each.index)} ${each.outcome} ${each.issuer}${place(each.range)}`,
      `  ${each.why}`,
      ...(each.advice == null ? [] : [`  ${change(each.advice)}`]),
    ]),
    ...convexSays.map(({ where, text: words }) => `${where}: ${words}`),
  ];
}

describe("a session token", () => {
  it("is taken by the user-management provider of the template", () => {
    expect(said(file(shared, user), ours, session)).toMatchInlineSnapshot(`
      "accepted: Provider 2 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      1 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience."
    `);
  });

  it("is not taken where the variable holds something around the client ID, and it is the variable that is to be mended", () => {
    expect(said(file(user), `WORKOS_CLIENT_ID=<${id}>`, session)).toContain(
      "`WORKOS_CLIENT_ID` of the deployment is no client ID, and the issuer ends in it – the token's ends in `client_01HAAAAAAAAAAAAAAAAAAAAAAA`.\n  Set `WORKOS_CLIENT_ID` to the client ID that the app signs in with, and to nothing else. (env-client-id)",
    );
  });

  it("is taken under an assumption where no variable is given", () => {
    expect(said(file(shared, user), "", session)).toMatchInlineSnapshot(`
      "accepted-if: Provider 2 takes this token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – no value of it is given here.
      → To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      1 takes-if https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – an assumption, since no value is given here.
        To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»"
    `);
  });

  it("is taken under an assumption where the value comes from elsewhere", () => {
    expect(said(file(user), "WORKOS_CLIENT_ID=op://vault/workos/id", session)).toMatchInlineSnapshot(`
      "accepted-if: Provider 1 takes this token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – no value of it is given here.
      → To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»
      0 takes-if https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – an assumption, since no value is given here.
        To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»"
    `);
  });

  it("is not taken while the variable is unset, since Convex refuses the push", () => {
    expect(said(file(shared, user), "OTHER=1", session)).toMatchInlineSnapshot(`
      "refused-push: \`WORKOS_CLIENT_ID\` is not among the Convex variables – while it is unset, Convex refuses the push and goes on with the config that it had before.
      → Run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`, and deploy again.
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      1 takes-if https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – an assumption, since no value is given here.
        To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»
      push: Environment variable WORKOS_CLIENT_ID is used in auth config file but its value was not set"
    `);
  });

  it("is not taken where the deployment names another client", () => {
    expect(said(file(shared, user), theirs, session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → If the app signs in with the token's client, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «\`https://api.workos.com/user_management/»
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      1 issuer-differs https://api.workos.com/user_management/client_01HBBBBBBBBBBBBBBBBBBBBBBB «\`https://api.workos.com/user_management/»
        \`WORKOS_CLIENT_ID\` of the deployment is \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\`, the token names \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – Convex takes them for two apps.
        If the app signs in with the token's client, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «\`https://api.workos.com/user_management/»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/, app_id=client_01HBBBBBBBBBBBBBBBBBBBBBBB), CustomJWT(issuer=https://api.workos.com/user_management/client_01HBBBBBBBBBBBBBBBBBBBBBBB, app_id=none)]
      production: No auth provider found matching the given token"
    `);
  });

  it("is not taken where the file names another client", () => {
    const literal = `{ type: "customJwt", issuer: "${root}/user_management/${other}", algorithm: "RS256", jwks: "${root}/sso/jwks/${other}" }`;
    expect(said(file(literal), ours, session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Read \`process.env.WORKOS_CLIENT_ID\` in place of that ID, and set it to the token's on the deployment. (no-hardcoded-client-id) «"https://api.workos.com/user_management/»
      0 issuer-differs https://api.workos.com/user_management/client_01HBBBBBBBBBBBBBBBBBBBBBBB «"https://api.workos.com/user_management/»
        The file names the client \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\`, the token \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – Convex takes them for two apps.
        Read \`process.env.WORKOS_CLIENT_ID\` in place of that ID, and set it to the token's on the deployment. (no-hardcoded-client-id) «"https://api.workos.com/user_management/»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/user_management/client_01HBBBBBBBBBBBBBBBBBBBBBBB, app_id=none)]
      production: No auth provider found matching the given token"
    `);
  });

  it("is not taken where the file has the shared issuer only", () => {
    expect(said(file(shared), ours, session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add the user-management provider of the template. (require-user-management-provider) «[{ type: "customJwt", issuer: "https://a»
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/, app_id=client_01HAAAAAAAAAAAAAAAAAAAAAAA)]
      production: No auth provider found matching the given token"
    `);
  });

  it("is not taken where the user-management provider asks for an audience, whatever the variable is", () => {
    expect(said(file(user.replace("{ type", "{ applicationID: clientId, type")), "", session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Remove \`applicationID\`. (no-user-management-application-id) «clientId»
      0 audience-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «clientId»
        \`applicationID\` asks for an audience, and the token has no \`aud\` – Convex matches no such token with this provider.
        Remove \`applicationID\`. (no-user-management-application-id) «clientId»
      production: No auth provider found matching the given token"
    `);
  });

  it("is taken there if it has one", () => {
    expect(said(file(user.replace("{ type", "{ applicationID: clientId, type")), ours, { ...session, aud: id }))
      .toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ applicationID: clientId, type: "custom»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and \`aud\` holds \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\`."
    `);
  });

  it("is not taken by the OIDC form", () => {
    expect(
      said(
        file("{ domain: `https://api.workos.com/user_management/${clientId}`, applicationID: clientId }"),
        ours,
        session,
      ),
    ).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Use the custom JWT form of the template. (no-workos-oidc-provider) «clientId»
      0 audience-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «clientId»
        \`applicationID\` asks for an audience, and the token has no \`aud\` – Convex matches no such token with this provider.
        Use the custom JWT form of the template. (no-workos-oidc-provider) «clientId»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [OIDC(domain=https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA, app_id=client_01HAAAAAAAAAAAAAAAAAAAAAAA)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file('{ domain: "https://api.workos.com/", applicationID: clientId }'), ours, sharedToken))
      .toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Use the custom JWT form of the template. (no-workos-oidc-provider) «"https://api.workos.com/"»
      0 keys-missing https://api.workos.com/ «"https://api.workos.com/"»
        The OIDC form looks for a discovery document at the issuer – WorkOS has none there, so no signature verifies.
        Use the custom JWT form of the template. (no-workos-oidc-provider) «"https://api.workos.com/"»"
    `);
  });

  it("is not taken where the list is empty", () => {
    expect(said("export default { providers: [] };", "", session)).toMatchInlineSnapshot(`
      "rejected: The list of providers is empty – Convex takes no token, and nobody is signed in.
      → Add the user-management provider of the template. (require-user-management-provider) «[]»
      development: No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.
      production: No auth provider found matching the given token"
    `);
  });
});

describe("the issuer", () => {
  const withIssuer = (issuer: string): string => file(user.replace(/issuer: `[^`]*`/u, () => `issuer: ${issuer}`));
  const because = (issuer: string, variables = ours, claims: object = session): string =>
    /^0 [^]*?(?=\n\w|(?![^]))/mu.exec(said(withIssuer(issuer), variables, claims))?.[0] ?? "";

  it("may have slashes at its end, or no scheme", () => {
    expect(because("`https://api.workos.com/user_management/${clientId}//`")).toMatch(/^0 takes /u);
    expect(because("`api.workos.com/user_management/${clientId}/`")).toMatch(/^0 takes /u);
    expect(because("`api.workos.com/user_management/${clientId}/`", "")).toContain(
      `if \`WORKOS_CLIENT_ID\` is \`${id}\``,
    );
  });

  it("differs in its scheme, its case, its slashes", () => {
    expect(because("`http://api.workos.com/user_management/${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs http://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`http://api.workos.com/user_management/$»
        The issuer and the token's \`iss\` differ in \`http:\` and \`https:\` – Convex compares the scheme as well.
        Begin the issuer with \`https://\`. (valid-issuer) «\`http://api.workos.com/user_management/$»"
    `);
    expect(because("`https://API.workos.com/user_management/${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://API.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://API.workos.com/user_management/»
        The host of the issuer is written in another case than in the token – Convex compares every character.
        Write the issuer as the token does. (valid-issuer) «\`https://API.workos.com/user_management/»"
    `);
    expect(because("`https://api.workos.com/User_Management/${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/User_Management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/User_Management/»
        The path of the issuer is written in another case than in the token – Convex compares every character.
        Write the issuer as the token does. (valid-issuer) «\`https://api.workos.com/User_Management/»"
    `);
    expect(because("`https://api.workos.com//user_management/${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com//user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com//user_management»
        The issuer has another number of slashes inside than the token's \`iss\` – only those at the end never matter.
        Write the issuer as the token does. (valid-issuer) «\`https://api.workos.com//user_management»"
    `);
  });

  it("is spoilt", () => {
    expect(because("`https://api.workos.com/user_management${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_managementclient_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/user_management$»
        The issuer has no slash before the client ID – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/user_management$»"
    `);
    expect(because("`https://api.workos.com/user_management`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_management «\`https://api.workos.com/user_management\`»
        The issuer names no client, and the token's \`iss\` does – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/user_management\`»"
    `);
    expect(because('"https://api.workos.com/user_management/${clientId}"')).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_management/\${clientId} «"https://api.workos.com/user_management/»
        The issuer holds \`\${…}\` in plain quotes, which stays as it is – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «"https://api.workos.com/user_management/»"
    `);
    expect(because("`https://api.worksos.com/user_management/${clientId}`", "")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.worksos.com/user_management/$WORKOS_CLIENT_ID «\`https://api.worksos.com/user_management»
        The host of the issuer issues no WorkOS tokens – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.worksos.com/user_management»"
    `);
    expect(because("`https://api.workos.com/sso/oidc/${clientId}`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/sso/oidc/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/sso/oidc/\${clien»
        The path of the issuer stands in no WorkOS token – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/sso/oidc/\${clien»"
    `);
    expect(because('"https://api.workos.com/user_management/client_your_client_id_here"')).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_management/client_your_client_i… «"https://api.workos.com/user_management/»
        The issuer ends in a text that is no client ID – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «"https://api.workos.com/user_management/»"
    `);
    expect(because("`https://api.workos.com/user_management/${clientId}/.well-known/openid-configuration`"))
      .toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_management/client_01HAAAAAAAAAA… «\`https://api.workos.com/user_management/»
        The issuer is the address of a metadata document – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/user_management/»"
    `);
    expect(because("`https://api.workos.com/user_management/${clientId}?x`")).toMatchInlineSnapshot(`
      "0 issuer-differs https://api.workos.com/user_management/client_01HAAAAAAAAAA… «\`https://api.workos.com/user_management/»
        The issuer has a query or a hash – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/user_management/»"
    `);
  });

  it("is that of another vendor", () => {
    expect(said(file(vendor), "", session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add the user-management provider of the template. (require-user-management-provider) «[{ type: "customJwt", issuer: "https://t»
      0 issuer-differs https://tokens.example.com/ «"https://tokens.example.com/"»
        This issuer is on \`tokens.example.com\`, and the token comes from WorkOS – it takes other tokens than this.
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://tokens.example.com/, app_id=none)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file(user), ours, { iss: "https://verb-noun-00.clerk.accounts.dev", aud: "convex" }))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add a provider whose issuer is \`https://verb-noun-00.clerk.accounts.dev\`, if its tokens are meant to sign users in. «[{ type: "customJwt", issuer: \`https://a»
      0 issuer-differs https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/user_management/»
        This issuer is that of WorkOS, and the token comes from \`verb-noun-00.clerk.accounts.dev\` – it takes other tokens than this.
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA, app_id=none)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file(vendor), "", { iss: "https://tokens.example.org" }, { alg: "ES256" })).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add a provider whose issuer is \`https://tokens.example.org\`, if its tokens are meant to sign users in. «[{ type: "customJwt", issuer: "https://t»
      0 issuer-differs https://tokens.example.com/ «"https://tokens.example.com/"»
        The issuer is on \`tokens.example.com\`, and the token's on \`tokens.example.org\` – Convex compares every character but slashes at the end.
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://tokens.example.com/, app_id=none)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file(vendor), "", { iss: "https://tokens.example.com/other" }, { alg: "ES256" }))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → If this provider is for such tokens, write its issuer as \`https://tokens.example.com/other\`. (valid-issuer) «"https://tokens.example.com/"»
      0 issuer-differs https://tokens.example.com/ «"https://tokens.example.com/"»
        The path of the issuer is not that of the token's \`iss\` – Convex compares every character but slashes at the end.
        If this provider is for such tokens, write its issuer as \`https://tokens.example.com/other\`. (valid-issuer) «"https://tokens.example.com/"»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://tokens.example.com/, app_id=none)]
      production: No auth provider found matching the given token"
    `);
  });

  it("is no issuer of a token that has none", () => {
    expect(said(file(user), ours, { iss: undefined })).toMatchInlineSnapshot(
      `"rejected: The token has no \`iss\` – Convex finds no provider without an issuer, whatever the file says."`,
    );
  });

  it("reads a variable whose value is more than a client id", () => {
    expect(said(withIssuer("process.env.AUTH_ISSUER"), "", session)).toMatchInlineSnapshot(`
      "accepted-if: Provider 1 takes this token if \`AUTH_ISSUER\` is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – no value of it is given here.
      → To set it, run \`npx convex env set AUTH_ISSUER https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: process.env»
      0 takes-if https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: process.env»
        Takes the token if \`AUTH_ISSUER\` is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – an assumption, since no value is given here.
        To set it, run \`npx convex env set AUTH_ISSUER https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: process.env»
      note: \`jwks\` reads a variable whose value is not given here – whether the right keys lie there is not known."
    `);
    expect(
      said(withIssuer("`https://${process.env.AUTH_HOST}/user_management/${process.env.AUTH_CLIENT_ID}`"), "", session),
    ).toMatchInlineSnapshot(`
      "cannot-say: No other provider takes this token – provider 1 cannot be read here and may match it.
      → Paste the Convex variables. «\`https://\${process.env.AUTH_HOST}/user_m»
      0 unreadable https://$AUTH_HOST/user_management/$AUTH_CLIENT_ID «\`https://\${process.env.AUTH_HOST}/user_m»
        \`issuer\` reads several variables whose values are not given here – it may take the token or not.
        Paste the Convex variables. «\`https://\${process.env.AUTH_HOST}/user_m»"
    `);
    expect(said(withIssuer("`https://api.workos.com/${process.env.AUTH_CLIENT_ID}`"), "", session))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add the user-management provider of the template. (require-user-management-provider) «[{ type: "customJwt", issuer: \`https://a»
      0 issuer-differs https://api.workos.com/$AUTH_CLIENT_ID «\`https://api.workos.com/\${process.env.AU»
        The path of the issuer is not that of the token's \`iss\` – Convex compares every character but slashes at the end.
        If this provider is for such tokens, write its issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/\${process.env.AU»
      production: No auth provider found matching the given token"
    `);
  });

  it("is trimmed by the file", () => {
    const text = withIssuer("`${base}/user_management/${clientId}`").replace(
      "export",
      'const base = process.env.BASE.replace(/\\/$/, "");\nexport',
    );
    expect(said(text, `${ours}\nBASE=https://api.workos.com/`, session)).toContain("accepted");
    expect(said(text, `${ours}\nBASE=https://api.workos.com//`, session)).toContain("rejected");
    expect(said(text, `${ours}\nBASE=https://api.workos.com`, session)).toContain("accepted");
  });
});

describe("a token of the shared issuer", () => {
  it("is taken by the provider that asks for its audience", () => {
    expect(said(file(shared, user), ours, sharedToken)).toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/ «{ type: "customJwt", issuer: "https://ap»
        Takes the token – its issuer is \`https://api.workos.com/\`, and \`aud\` holds \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\`.
      1 not-reached https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/user_management/»
        Not reached – provider 1 matches the token first, and Convex tries no later one."
    `);
    expect(said(file(shared, user), "", { ...sharedToken, aud: ["x", id] })).toContain(
      `accepted-if: Provider 1 takes this token if \`WORKOS_CLIENT_ID\` is \`${id}\``,
    );
  });

  it("is not taken without an audience", () => {
    expect(said(file(shared, user), "", { iss: root })).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Keep \`applicationID\`, since the issuer is shared by many apps: add \`"aud": "<client ID>"\` to the JWT template in the WorkOS dashboard. (require-shared-issuer-application-id) «clientId»
      0 audience-missing https://api.workos.com/ «clientId»
        \`applicationID\` asks for an audience, and the token has no \`aud\` – Convex matches no such token with this provider.
        Keep \`applicationID\`, since the issuer is shared by many apps: add \`"aud": "<client ID>"\` to the JWT template in the WorkOS dashboard. (require-shared-issuer-application-id) «clientId»
      1 issuer-differs https://api.workos.com/user_management/$WORKOS_CLIENT_ID «\`https://api.workos.com/user_management/»
        This issuer names a client, and the token's \`iss\` is the shared one – it takes other tokens than this.
      production: No auth provider found matching the given token"
    `);
  });

  it("is not taken with another audience", () => {
    expect(said(file(shared), theirs, sharedToken)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → If the app signs in with the token's client, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «clientId»
      0 audience-differs https://api.workos.com/ «clientId»
        \`WORKOS_CLIENT_ID\` of the deployment is \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\`, the token names \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – Convex takes them for two apps.
        If the app signs in with the token's client, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «clientId»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/, app_id=client_01HBBBBBBBBBBBBBBBBBBBBBBB)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file(shared.replace("applicationID: clientId", 'applicationID: "convex"')), ours, sharedToken))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Set \`applicationID\` to your client ID. (consistent-client-id) «"convex"»
      0 audience-differs https://api.workos.com/ «"convex"»
        \`applicationID\` is \`convex\`, and the token's \`aud\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – Convex looks for the one in the other.
        Set \`applicationID\` to your client ID. (consistent-client-id) «"convex"»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/, app_id=convex)]
      production: No auth provider found matching the given token"
    `);
    expect(said(file(shared.replace("applicationID: clientId", `applicationID: "${other}"`)), ours, sharedToken))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Read \`process.env.WORKOS_CLIENT_ID\` in place of that ID, and set it to the token's on the deployment. (no-hardcoded-client-id) «"client_01HBBBBBBBBBBBBBBBBBBBBBBB"»
      0 audience-differs https://api.workos.com/ «"client_01HBBBBBBBBBBBBBBBBBBBBBBB"»
        The file names the client \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\`, the token \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – Convex takes them for two apps.
        Read \`process.env.WORKOS_CLIENT_ID\` in place of that ID, and set it to the token's on the deployment. (no-hardcoded-client-id) «"client_01HBBBBBBBBBBBBBBBBBBBBBBB"»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/, app_id=client_01HBBBBBBBBBBBBBBBBBBBBBBB)]
      production: No auth provider found matching the given token"
    `);
  });

  it("is taken from anybody where Convex's own check is evaded", () => {
    expect(said(file(shared.replace("applicationID: clientId", "applicationID: null")), ours, sharedToken))
      .toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      → Add \`applicationID\` with your client ID. (require-shared-issuer-application-id) «null»
      0 takes https://api.workos.com/ «null»
        Takes the token, and those of other apps as well – the issuer is shared, and no audience is asked for.
        Add \`applicationID\` with your client ID. (require-shared-issuer-application-id) «null»"
    `);
  });

  it("has no provider where the file has the user-management one only", () => {
    expect(said(file(user), "", sharedToken)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Add the provider of the shared issuer, with \`applicationID\`, as in the template. (require-shared-issuer-provider) «[{ type: "customJwt", issuer: \`https://a»
      0 issuer-differs https://api.workos.com/user_management/$WORKOS_CLIENT_ID «\`https://api.workos.com/user_management/»
        This issuer names a client, and the token's \`iss\` is the shared one – it takes other tokens than this.
      production: No auth provider found matching the given token"
    `);
  });
});

describe("what follows the match", () => {
  it("is the algorithm", () => {
    expect(said(file(user.replace("RS256", "ES256"), user), ours, session)).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Write \`algorithm: "RS256"\`. (valid-algorithm) «"ES256"»
      0 algorithm-differs https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"ES256"»
        The token is signed with \`RS256\`, and this provider takes \`ES256\` – Convex rejects it after the match.
        Write \`algorithm: "RS256"\`. (valid-algorithm) «"ES256"»
      1 not-reached https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Not reached – provider 1 matches the token first, and Convex tries no later one."
    `);
    expect(said(file(user), ours, session, { alg: "HS256" })).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Let the issuer sign with RS256 or ES256: Convex takes no other. «"RS256"»
      0 algorithm-differs https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"RS256"»
        The token is signed with \`HS256\`, and this provider takes \`RS256\` – Convex rejects it after the match.
        Let the issuer sign with RS256 or ES256: Convex takes no other. «"RS256"»"
    `);
    expect(said(file(user.replace("RS256", "ES256")), "", session)).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Write \`algorithm: "RS256"\`. (valid-algorithm) «"ES256"»
      0 algorithm-differs https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"ES256"»
        The token is signed with \`RS256\`, and this provider takes \`ES256\` – Convex rejects it after the match.
        Write \`algorithm: "RS256"\`. (valid-algorithm) «"ES256"»"
    `);
  });

  it("is taken to be that of WorkOS where only the payload was pasted", () => {
    const verdict = judged(file(user), ours, tokenOf(JSON.stringify(session)));
    expect(verdict).toMatchObject({
      outcome: "accepted",
      notes: [
        expect.stringMatching(/^Only the payload was pasted/u),
        expect.stringMatching(/^The signature is not checked/u),
      ],
    });
  });

  it("is the single audience of the OIDC form", () => {
    const oidc = file('{ domain: "https://tokens.example.com", applicationID: "my-app" }');
    expect(said(oidc, "", vendorToken)).toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://tokens.example.com «{ domain: "https://tokens.example.com", »
        Takes the token – its issuer is \`https://tokens.example.com\`, and \`aud\` holds \`my-app\`."
    `);
    expect(said(oidc, "", { ...vendorToken, aud: ["my-app", "b"] })).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Use the custom JWT form, or let the vendor name one. «"my-app"»
      0 audience-differs https://tokens.example.com «"my-app"»
        The token has several audiences – in the OIDC form Convex takes one only.
        Use the custom JWT form, or let the vendor name one. «"my-app"»"
    `);
    expect(said(oidc, "", { ...vendorToken, aud: undefined })).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Let the vendor put an \`aud\` into the token: the OIDC form needs one. «"my-app"»
      0 audience-missing https://tokens.example.com «"my-app"»
        \`applicationID\` asks for an audience, and the token has no \`aud\` – Convex matches no such token with this provider.
        Let the vendor put an \`aud\` into the token: the OIDC form needs one. «"my-app"»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [OIDC(domain=https://tokens.example.com, app_id=my-app)]
      production: No auth provider found matching the given token"
    `);
    expect(said(oidc, "", { ...vendorToken, aud: "b" })).toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Write the token's audience as \`applicationID\`. «"my-app"»
      0 audience-differs https://tokens.example.com «"my-app"»
        \`applicationID\` is \`my-app\`, and the token's \`aud\` is \`b\` – Convex looks for the one in the other.
        Write the token's audience as \`applicationID\`. «"my-app"»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [OIDC(domain=https://tokens.example.com, app_id=my-app)]
      production: No auth provider found matching the given token"
    `);
  });

  const withKeys = (keys: string): string => file(user.replace(/jwks: `[^`]*`/u, () => `jwks: ${keys}`));

  it("are the keys", () => {
    expect(said(withKeys("`https://api.workos.com/user_management/jwks/${clientId}`"), "", session))
      .toMatchInlineSnapshot(`
      "rejected: No provider takes this token – Convex leaves the user signed out.
      → Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «\`https://api.workos.com/user_management/»
      0 keys-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «\`https://api.workos.com/user_management/»
        The JWKS URL is not where WorkOS publishes keys – Convex finds no key there that verifies the signature.
        Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «\`https://api.workos.com/user_management/»"
    `);
    expect(said(withKeys('"https://api.workos.com/sso/jwks"'), ours, session)).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «"https://api.workos.com/sso/jwks"»
      0 keys-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"https://api.workos.com/sso/jwks"»
        The JWKS URL lacks the client ID – Convex finds no key there that verifies the signature.
        Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «"https://api.workos.com/sso/jwks"»"
    `);
    expect(said(withKeys('"https://api.workos.com/sso/jwks/${clientId}"'), ours, session)).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «"https://api.workos.com/sso/jwks/\${clien»
      0 keys-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"https://api.workos.com/sso/jwks/\${clien»
        The JWKS URL holds \`\${…}\` in plain quotes, which stays as it is – Convex finds no key there that verifies the signature.
        Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (valid-jwks) «"https://api.workos.com/sso/jwks/\${clien»"
    `);
    expect(said(withKeys(`"https://api.workos.com/sso/jwks/${other}"`), ours, session)).toMatchInlineSnapshot(`
      "rejected: Provider 1 matches this token and rejects it – Convex tries no later one, and the user stays signed out.
      → Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (consistent-client-id) «"https://api.workos.com/sso/jwks/client_»
      0 keys-missing https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"https://api.workos.com/sso/jwks/client_»
        The JWKS URL names the client \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\`, the token \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` – the keys of one verify no token of another.
        Write \`jwks\` as the template \`https://api.workos.com/sso/jwks/\${process.env.WORKOS_CLIENT_ID}\`. (consistent-client-id) «"https://api.workos.com/sso/jwks/client_»"
    `);
  });

  it("may be keys that another variable names, or that lie elsewhere", () => {
    expect(
      said(
        withKeys("`https://api.workos.com/sso/jwks/${process.env.APP_CLIENT_ID}`"),
        `${ours}\nAPP_CLIENT_ID=${other}`,
        session,
      ),
    ).toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      note: The keys are those of the client \`client_01HBBBBBBBBBBBBBBBBBBBBBBB\` – they verify this token only if both clients belong to one WorkOS environment."
    `);
    expect(said(withKeys("process.env.KEYS"), "", session)).toMatchInlineSnapshot(`
      "accepted-if: Provider 1 takes this token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – no value of it is given here.
      → To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»
      0 takes-if https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token if \`WORKOS_CLIENT_ID\` is \`client_01HAAAAAAAAAAAAAAAAAAAAAAA\` on the deployment – an assumption, since no value is given here.
        To set it, run \`npx convex env set WORKOS_CLIENT_ID client_01HAAAAAAAAAAAAAAAAAAAAAAA --prod\`. «{ type: "customJwt", issuer: \`https://ap»
      note: \`jwks\` reads a variable whose value is not given here – whether the right keys lie there is not known."
    `);
    expect(said(withKeys('"https://keys.example.com/jwks"'), ours, session)).toContain("accepted");
  });
});

describe("the order", () => {
  it("decides: no provider is reached behind the first that matches", () => {
    expect(said(file(user, user), ours, session)).toMatchInlineSnapshot(`
      "accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      1 not-reached https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Not reached – provider 1 matches the token first, and Convex tries no later one."
    `);
  });

  it("leaves it open where one cannot be read that stands before", () => {
    expect(said(`import { first } from "./first";\n${file("first", user)}`, ours, session)).toMatchInlineSnapshot(`
      "cannot-say: Provider 2 matches this token, unless provider 1 does so first – that one cannot be read here.
      → Compare what it comes to with the token's \`iss\` and \`aud\`. «first»
      0 unreadable … «first»
        Part of this provider is computed in a way that this page does not follow – it may take the token or not.
        Compare what it comes to with the token's \`iss\` and \`aud\`. «first»
      1 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience."
    `);
    expect(said(`import { first } from "./first";\n${file(user, "first")}`, ours, session)).toContain(
      "accepted: Provider 1 takes",
    );
    expect(said(`import { first } from "./first";\n${file("first", shared)}`, ours, session)).toMatchInlineSnapshot(`
      "cannot-say: No other provider takes this token – provider 1 cannot be read here and may match it.
      → Compare what it comes to with the token's \`iss\` and \`aud\`. «first»
      0 unreadable … «first»
        Part of this provider is computed in a way that this page does not follow – it may take the token or not.
        Compare what it comes to with the token's \`iss\` and \`aud\`. «first»
      1 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only."
    `);
    expect(said(`import { more } from "./more";\n${file("...more", user)}`, ours, session)).toMatchInlineSnapshot(`
      "cannot-say: Provider 1 matches this token, unless another one in the list does so first – that one cannot be read here.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience."
    `);
    expect(said(`import { more } from "./more";\n${file("...more", shared)}`, ours, session)).toMatchInlineSnapshot(`
      "cannot-say: No other provider takes this token – the list has providers that cannot be read here.
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only."
    `);
  });

  it("leaves it open where the only one reads several variables", () => {
    const text = "`https://${process.env.AUTH_HOST}/user_management/${process.env.AUTH_CLIENT_ID}`";
    expect(said(file(user.replace(/issuer: `[^`]*`/u, () => `issuer: ${text}`)), "", session)).toMatchInlineSnapshot(`
      "cannot-say: No other provider takes this token – provider 1 cannot be read here and may match it.
      → Paste the Convex variables. «\`https://\${process.env.AUTH_HOST}/user_m»
      0 unreadable https://$AUTH_HOST/user_management/$AUTH_CLIENT_ID «\`https://\${process.env.AUTH_HOST}/user_m»
        \`issuer\` reads several variables whose values are not given here – it may take the token or not.
        Paste the Convex variables. «\`https://\${process.env.AUTH_HOST}/user_m»"
    `);
  });

  it("does not matter for one that cannot be read and matches in no case", () => {
    const half =
      '{ type: "customJwt", issuer: "https://tokens.example.com", algorithm: "RS256", jwks: keys(), applicationID: keys() }';
    expect(said(`import { keys } from "./keys";\n${file(half, user)}`, ours, session)).toContain(
      "accepted: Provider 2 takes",
    );
    expect(said(`import { keys } from "./keys";\n${file(half)}`, ours, vendorToken)).toContain(
      "0 unreadable https://tokens.example.com",
    );
  });

  it("depends on what is not seen of a provider", () => {
    const from = 'import { base } from "./base";\n';
    // The unseen part may have the issuer, in the form that asks for no audience.
    const withoutIssuer = user
      .replace('type: "customJwt"', "...base, type: base.type")
      .replace(/issuer: `[^`]*`, /u, "");
    expect(said(from + file(withoutIssuer), ours, session)).toContain("0 unreadable");
    const other = '{ ...base, issuer: "https://tokens.example.com" }';
    expect(said(from + file(user, other), ours, session)).toMatchInlineSnapshot(`
      "cannot-say: Provider 2 is complete only if the part that cannot be read here has the rest – otherwise Convex refuses the push.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      1 not-reached https://tokens.example.com «"https://tokens.example.com"»
        Not reached – provider 1 matches the token first, and Convex tries no later one."
    `);
    expect(said(from + file(user, vendor.replace("{", "{ ...base,")), ours, session)).toContain("accepted: ");
    // What may be nothing is the audience, and only the shared issuer needs one.
    const audience = "applicationID: base.audience";
    expect(said(from + file(user, shared.replace("applicationID: clientId", audience)), ours, session)).toContain(
      "cannot-say: Provider 2 is complete only if",
    );
    expect(said(from + file(user, vendor.replace("{", `{ ${audience},`)), ours, session)).toContain("accepted: ");
  });

  it("leaves it open where an earlier one depends on a variable and fails then", () => {
    const first = user.replace("RS256", "ES256").replaceAll("${clientId}", "${process.env.FIRST_CLIENT_ID}");
    expect(
      said(
        file(
          first,
          `{ type: "customJwt", issuer: "${root}/user_management/${id}", algorithm: "RS256", jwks: "${root}/sso/jwks/${id}" }`,
        ),
        "",
        session,
      ),
    ).toMatchInlineSnapshot(`
      "cannot-say: Provider 2 matches this token, unless an earlier one does so first – that depends on a variable whose value is not given here.
      0 algorithm-differs https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «"ES256"»
        The token is signed with \`RS256\`, and this provider takes \`ES256\` – Convex rejects it after the match.
        Write \`algorithm: "RS256"\`. (valid-algorithm) «"ES256"»
      1 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: "https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience."
    `);
  });
});

describe("a file that Convex refuses", () => {
  test.each<[what: string, provider: string, says: readonly string[]]>([
    [
      "a misspelt applicationID",
      user.replace("{ type", "{ applicationId: clientId, type"),
      [
        "`applicationID` is misspelt – Convex refuses the push.",
        "Write `applicationID`, or remove it where the issuer names your client. (valid-member-name) «clientId»",
        "auth config file must include a list of provider credentials: Provider at index 0 must have applicationID property spelled lowercase 'application', capital I, capital D.",
      ],
    ],
    [
      "another misspelt one, whatever the variable is",
      user.replace("{ type", "{ applicationid: process.env.OTHER, type"),
      [
        "`applicationID` is misspelt – Convex refuses the push.",
        "Write `applicationID`, or remove it where the issuer names your client. (valid-member-name) «process.env.OTHER»",
        "auth config file must include a list of provider credentials: Provider at index 0 must have applicationID property spelled lowercase 'application', capital I, capital D.",
      ],
    ],
    [
      "a type that is none",
      user.replace("customJwt", "customJWT"),
      [
        "`type` is neither `customJwt` nor `oidc` – Convex refuses the push.",
        'Write `type: "customJwt"`. (valid-provider-type) «"customJWT"»',
        "auth config file must include a list of provider credentials: Provider at index 0 has unexpected 'type' value 'customJWT'",
      ],
    ],
    [
      "a domain beside an issuer",
      user.replace("{ type", '{ domain: "x.com", type'),
      [
        "A custom JWT provider has an `issuer`, not a `domain` – Convex refuses the push.",
        'Write `issuer` in place of `domain`. (valid-provider-type) «"x.com"»',
        "auth config file must include a list of provider credentials: Provider at index 0 is a customJwt so cannot have a 'domain' specified",
      ],
    ],
    [
      "an issuer without a type",
      vendor.replace('type: "customJwt", ', ""),
      [
        "`issuer` without `type` is read as the OIDC form, which has none – Convex refuses the push.",
        'Add `type: "customJwt"`. (valid-provider-type) «"https://tokens.example.com/"»',
        "auth config file must include a list of provider credentials: Provider at index 0 is oidc so cannot have an 'issuer' specified.",
      ],
    ],
    [
      "no algorithm",
      '{ type: "customJwt", issuer: "x.com" }',
      [
        "A member is missing, or has a value that Convex does not know – Convex refuses the push.",
        'Give the provider `type`, `issuer`, `jwks` and `algorithm` as in the template. (require-provider-members) «{ type: "customJwt", issuer: "x.com" }»',
        "auth config file must include a list of provider credentials: data did not match any variant of untagged enum SerializedAuthInfo",
      ],
    ],
    [
      "the shared issuer without an audience",
      shared.replace("applicationID: clientId, ", ""),
      [
        "The shared issuer needs an `applicationID`, since tokens of other apps carry it too – Convex refuses the push.",
        'Add `applicationID` with your client ID. (require-shared-issuer-application-id) «"https://api.workos.com/"»',
        "This auth configuration appears potentially insecure: Provider at index 0 has an issuer that is shared among many applications, so must to specify an ApplicationID to check against an `aud` field of a JWT.",
      ],
    ],
    [
      "an address that is none",
      vendor.replace("https://tokens.example.com/", "<https://tokens.example.com/>"),
      [
        "The address is no URL that Convex accepts – Convex refuses the push.",
        'Begin the address with `https://` and a host. (valid-issuer) «"<https://tokens.example.com/>"»',
        'Invalid provider domain URL "<https://tokens.example.com/>": not a valid URL',
      ],
    ],
    [
      "an address that no client ID mends",
      user.replace("`https://api", "` https://api"),
      [
        "The address is no URL that Convex accepts – Convex refuses the push.",
        "Begin the address with `https://` and a host. (valid-issuer) «` https://api.workos.com/user_management»",
        'Invalid provider domain URL " https://api.workos.com/user_management/$WORKOS_CLIENT_ID": not a valid URL',
      ],
    ],
    [
      "something that is no provider",
      "false",
      [
        "A member is missing, or has a value that Convex does not know – Convex refuses the push.",
        "Give the provider `type`, `issuer`, `jwks` and `algorithm` as in the template. (require-provider-members) «false»",
        "auth config file must include a list of provider credentials: data did not match any variant of untagged enum SerializedAuthInfo",
      ],
    ],
  ])("with %s", (_what, provider, [why = "", advice = "", words = ""]) => {
    const [headline, first, , reason, change, push, ...rest] = said(file(provider), "", session).split("\n");
    expect(headline).toBe(
      "refused-push: One of the providers is not as Convex wants it – Convex refuses the push and goes on with the config that it had before.",
    );
    expect([first, reason, change, push, rest]).toEqual([
      `→ ${advice}`,
      `  ${why}`,
      `  ${advice}`,
      `push: ${words}`,
      [],
    ]);
  });

  it("says so of the provider alone, and still judges the others", () => {
    expect(said(file(shared.replace("applicationID: clientId, ", ""), user), ours, session)).toMatchInlineSnapshot(`
      "refused-push: One of the providers is not as Convex wants it – Convex refuses the push and goes on with the config that it had before.
      → Add \`applicationID\` with your client ID. (require-shared-issuer-application-id) «"https://api.workos.com/"»
      0 refused https://api.workos.com/ «"https://api.workos.com/"»
        The shared issuer needs an \`applicationID\`, since tokens of other apps carry it too – Convex refuses the push.
        Add \`applicationID\` with your client ID. (require-shared-issuer-application-id) «"https://api.workos.com/"»
      1 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      push: This auth configuration appears potentially insecure: Provider at index 0 has an issuer that is shared among many applications, so must to specify an ApplicationID to check against an \`aud\` field of a JWT."
    `);
  });

  it("with no list", () => {
    expect(said("const config = { providers: [] };", "", session)).toMatchInlineSnapshot(`
      "refused-push: The default export holds no list of providers – Convex refuses the push and goes on with the config that it had before.
      → Write \`export default { providers: […] }\`, as the template does. (require-default-export)
      push: auth config file is missing default export. To learn more, see the auth documentation at https://docs.convex.dev/auth."
    `);
    expect(said("export default {};", "", session)).toMatchInlineSnapshot(`
      "refused-push: The default export holds no list of providers – Convex refuses the push and goes on with the config that it had before.
      → Write \`export default { providers: […] }\`, as the template does. (require-default-export) «{}»
      push: auth config file must include a list of provider credentials: missing field \`providers\`"
    `);
    expect(said('export default { providers: "none" };', "", session)).toContain("refused-push");
    expect(said("export default [];", "", session)).toContain("refused-push");
    expect(said("export default () => ({ providers: [] });", "", session)).toContain("refused-push");
    expect(said("export default { providers: [{ applicationID: 5n }] };", "", session)).toContain("refused-push");
  });

  it("with code that does not run there", () => {
    expect(said(`const now = Date.now();\n${file(user)}`, ours, session)).toMatchInlineSnapshot(`
      "refused-push: \`Date.now()\` does not run in this file – Convex refuses the push and goes on with the config that it had before.
      → Remove the call. (no-unsupported-api) «Date.now()»"
    `);
    expect(said(file(user).replace("process.env", "import.meta.env"), ours, session)).toMatchInlineSnapshot(`
      "refused-push: \`import.meta.env\` does not exist on Convex – Convex refuses the push and goes on with the config that it had before.
      → Read the deployment's variable from \`process.env\`. (no-front-end-env) «import.meta.env.WORKOS_CLIENT_ID»"
    `);
    expect(said(`const now = () => Date.now();\n${file(user)}`, ours, session)).toContain("accepted");
  });

  it("only under a condition", () => {
    const text = `if (!process.env.WORKOS_CLIENT_ID.startsWith("client_")) throw new Error();\n${file(user)}`;
    expect(said(text, ours, session)).toContain("accepted: ");
    expect(said(text, "", session)).toContain("accepted-if: ");
    expect(said(text, "WORKOS_CLIENT_ID=app_123", session)).toContain("cannot-say: There is a way through this file");
    expect(said(`import { isOff } from "./flags";\nif (isOff) throw new Error();\n${file(user)}`, ours, session))
      .toMatchInlineSnapshot(`
      "cannot-say: It depends on a condition in the file – this page cannot tell how it turns out on your deployment.
      or
      accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      or
      refused-push: The file throws – Convex refuses the push and goes on with the config that it had before."
    `);
  });

  it("in code that is run on a condition which the page does not follow", () => {
    const open = 'import { isOff } from "./flags";\nif (isOff || Object.keys(process.env).length > 0)';
    expect(said(`${open} throw new Error();\n${file(user)}`, ours, session)).toContain("cannot-say: There is a way");
    const text = `${open} console.log(process.env.TENANT);\n${file(user)}`;
    expect(said(text, ours, session)).toContain("cannot-say: There is a way");
    expect(said(text, `${ours}\nTENANT=one`, session)).toContain("accepted: ");
    expect(said(text, "", session)).toContain("accepted-if: ");
  });

  it("for a variable that is not set, whatever it exports", () => {
    const text = 'import { list } from "./elsewhere";\nexport default list(process.env.TENANT);';
    expect(said(text, ours, session)).toContain("refused-push: `TENANT` is not among the Convex variables");
    expect(said(text, `${ours}\nTENANT=one`, session)).toContain("cannot-say: What this file exports comes from");
  });

  it("with a variable that is read in vain", () => {
    expect(said(`console.log(process.env.UNUSED);\n${file(user)}`, ours, session)).toContain(
      "`UNUSED` is not among the Convex variables",
    );
    expect(said(`const log = () => process.env.UNUSED;\n${file(user)}`, ours, session)).toContain("accepted");
    expect(
      said('export default { providers: [{ domain: process.env.CONVEX_SITE_URL, applicationID: "convex" }] };', ours, {
        iss: "https://happy-animal-123.convex.site",
        aud: "convex",
      }),
    ).toContain("accepted-if");
  });
});

describe("a condition", () => {
  it("decides nothing where all come to the same", () => {
    expect(
      said(
        file(`...(process.env.STAGE === "live" ? [${user}] : [${shared}, ${user}])`),
        `${ours}\nSTAGE=live`,
        session,
      ),
    ).toContain("accepted: ");
  });

  it("decides which provider takes the token, and not whether one does", () => {
    expect(
      said(`import { isOld } from "./flags";\n${file(`...(isOld ? [${shared}, ${user}] : [${user}])`)}`, ours, session),
    ).toMatchInlineSnapshot(`
      "accepted: Convex takes this token on every way through the file – by which provider depends on a condition in it.
      or
      accepted: Provider 2 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 issuer-differs https://api.workos.com/ «"https://api.workos.com/"»
        This is the shared issuer, and the token's \`iss\` names a client – it takes tokens of older environments only.
      1 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      or
      accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience."
    `);
  });

  it("is answered by the variables", () => {
    const text = file(`...(process.env.STAGE === "live" ? [${user}] : [])`);
    expect(said(text, `${ours}\nSTAGE=live`, session)).toContain("accepted: ");
    expect(said(text, `${ours}\nSTAGE=test`, session)).toContain("rejected: The list of providers is empty");
    expect(said(text, ours, session)).toContain("refused-push: `STAGE` is not among the Convex variables");
  });

  it("leaves it open where they do not", () => {
    expect(said(`import { isLive } from "./flags";\n${file(`...(isLive ? [${user}] : [])`)}`, ours, session))
      .toMatchInlineSnapshot(`
      "cannot-say: It depends on a condition in the file – this page cannot tell how it turns out on your deployment.
      or
      accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature.
      0 takes https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA «{ type: "customJwt", issuer: \`https://ap»
        Takes the token – its issuer is \`https://api.workos.com/user_management/client_01HAAAAAAAAAAAAAAAAAAAAAAA\`, and it asks for no audience.
      or
      rejected: The list of providers is empty – Convex takes no token, and nobody is signed in.
      → Add the user-management provider of the template. (require-user-management-provider) «[...(isLive ? [{ type: "customJwt", issu»
      development: No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.
      production: No auth provider found matching the given token"
    `);
  });

  it("leaves it open where it may turn out in a way that is not followed", () => {
    const text = file(`process.env.WORKOS_CLIENT_ID === "${other}" ? ${shared} : ${user}`);
    expect(said(text, ours, session)).toContain("accepted: ");
    expect(said(text, theirs, session)).toMatchInlineSnapshot(
      `"cannot-say: There is a way through this file that the page does not follow. Paste what it comes to on your deployment."`,
    );
    expect(said(text, "", sharedToken)).toContain("cannot-say: ");
    // Under the condition that another one answers.
    const inner = `import { isLive } from "./flags";\n${file(`...(isLive ? [${text.slice(text.indexOf("[") + 1, -4)}] : [])`)}`;
    expect(said(inner, theirs, sharedToken)).toMatch(/^cannot-say: [^]*\nor\ncannot-say: There is a way through/u);
  });

  it("leaves it open whether a client ID is set, where the file catches that it is not", () => {
    const text = `const list = [];
try { list.push({ ...${user.replaceAll("clientId", "process.env.WORKOS_CLIENT_ID")} }); } catch { list.push(${vendor}); }
export default { providers: list };`;
    expect(said(text, ours, session)).toContain("accepted: ");
    expect(said(text, ours, vendorToken)).toContain("rejected: ");
    expect(said(text, "", session)).toContain("accepted-if: ");
    expect(said(text, "", vendorToken)).toContain("cannot-say: ");
    expect(said(text, "OTHER=yes", vendorToken)).toContain("cannot-say: ");
  });

  it("asks for a variable that may be missing", () => {
    const text = `let audience;
try { audience = process.env.AUDIENCE; } catch {}
${file(vendor.replace("type:", "...(audience ? { applicationID: audience } : {}), type:"))}`;
    const es256 = { alg: "ES256", kid: "key" };
    expect(said(text, ours, vendorToken, es256)).toContain("accepted: ");
    expect(said(text, `${ours}\nAUDIENCE=my-app`, vendorToken, es256)).toContain("accepted: ");
    expect(said(text, `${ours}\nAUDIENCE=your-app`, vendorToken, es256)).toContain("rejected: ");
    expect(said(text, `${ours}\nAUDIENCE=`, vendorToken, es256)).toMatchInlineSnapshot(`
      "cannot-say: \`AUDIENCE\` is empty among the Convex variables – the page does not follow what a file makes of that.
      → Set it with \`npx convex env set AUDIENCE … --prod\`, and deploy again."
    `);
  });

  it("is taken for granted, and so are the other variables", () => {
    const tenant = vendor.replace('"https://tokens.example.com/"', "process.env.TENANT").replace("ES256", "RS256");
    const text = `export default { providers: [${tenant.replace("{", "{ applicationID: process.env.APP_NAME,")}] };`;
    expect(said(text, "", vendorToken)).toContain("and `APP_NAME` fits as well on the deployment");
    expect(said(text, "APP_NAME=my-app", vendorToken)).toContain("refused-push: `TENANT` is not among");
  });

  it("leaves it open which variable has to be what", () => {
    const second = user.replaceAll("${clientId}", "${process.env.STAGING_CLIENT_ID}");
    expect(said(file(`process.env.STAGE === "live" ? ${user} : ${second}`), "", session)).toMatch(
      /cannot-say: It depends.*\nor\naccepted-if: .*`WORKOS_CLIENT_ID`[^]*\nor\naccepted-if: .*`STAGING_CLIENT_ID`/u,
    );
  });
});

describe("a file that cannot be read", () => {
  test.each<[what: string, text: string, headline: string]>([
    ["is empty", "\n", "There is no `auth.config.ts` – nothing says which tokens Convex takes. Paste the file."],
    [
      "has a syntax error",
      "export default {",
      "`auth.config.ts` has a syntax error – nothing can be read from it. Repair it first.",
    ],
    [
      "is of Auth.js",
      'import GitHub from "next-auth/providers/github";\nexport default { providers: [GitHub] };',
      "This is a file of Auth.js – Convex's file has the same name and other contents. Paste that one.",
    ],
    [
      "comes from elsewhere",
      'export { default } from "./elsewhere";',
      "What this file exports comes from elsewhere, or from code that the page does not follow. Paste the list of providers itself.",
    ],
    [
      "has a list from elsewhere",
      'import { providers } from "./elsewhere"; export default { providers };',
      "What this file exports comes from elsewhere, or from code that the page does not follow. Paste the list of providers itself.",
    ],
    [
      "has too many conditions",
      `import * as flags from "./flags";\nconst providers = [];\n${Array.from({ length: 8 }, (_, index) => `if (flags.is${String(index)}) providers.push({});`).join("\n")}\nexport default { providers };`,
      "There are too many ways through this file – the page does not follow them all. Paste what it comes to.",
    ],
  ])("%s", (_what, text, headline) => {
    expect(judged(text, "", tokenOf(JSON.stringify(session)))).toMatchObject({
      outcome: "cannot-say",
      headline,
      providers: [],
      alternatives: [],
    });
  });

  it("lists the variables", () => {
    expect(
      said(file(user).replace("process.env.WORKOS_CLIENT_ID", "({ ...process.env }).WORKOS_CLIENT_ID"), ours, session),
    ).toMatchInlineSnapshot(`
      "rejected: The file lists the variables in \`process.env\` – Convex shows that list as empty, so what is made from it is missing.
      → Read each variable by its name. (no-env-enumeration) «...process.env»
      0 issuer-differs https://api.workos.com/user_management/undefined «\`https://api.workos.com/user_management/»
        The issuer ends in a text that is no client ID – Convex compares it with \`iss\` character by character.
        Write the issuer as the template \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`. (valid-issuer) «\`https://api.workos.com/user_management/»
      development: No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [CustomJWT(issuer=https://api.workos.com/user_management/undefined, app_id=none)]
      production: No auth provider found matching the given token"
    `);
  });
});

describe("the time", () => {
  const at = (claims: object): string =>
    said(file(user), ours, { ...session, ...claims })
      .split("\n")
      .filter((line) => /^(?:accepted|note)/u.test(line))
      .join("\n");
  const seconds = NOW.getTime() / 1000;

  it("is over", () => {
    expect(at({ exp: seconds - 6 })).toMatchInlineSnapshot(`
      "accepted: Provider 1 is the one for this token – issuer and audience fit, and only the time does not.
      note: The token expired on 2026-08-01 at 11:59:54 UTC – Convex rejects it, whatever the config says. Get a fresh one."
    `);
    expect(at({ exp: seconds - 5 })).toMatchInlineSnapshot(
      `"accepted: Provider 1 takes this token – issuer and audience fit, and Convex goes on to the signature."`,
    );
    expect(at({ exp: -1e300 })).toContain("note: The token expired – ");
  });

  it("has not begun", () => {
    expect(at({ nbf: seconds + 6 })).toMatchInlineSnapshot(`
      "accepted: Provider 1 is the one for this token – issuer and audience fit, and only the time does not.
      note: The token is not valid yet before 2026-08-01 at 12:00:06 UTC – Convex rejects it until then. Look at the clock of what issued it."
    `);
    expect(at({ nbf: seconds + 5 })).not.toContain("note");
  });

  it("is told where no provider takes the token, too", () => {
    expect(said(file(shared), ours, { ...session, exp: 1 })).toMatch(
      /^rejected: [^]*note: The token expired on 1970-01-01 at 00:00:01 UTC/u,
    );
  });
});

describe("places in the file", () => {
  it("count a byte-order mark", () => {
    const text = `\uFEFF${file(user.replace("api.", "API."))}`;
    const { advice, providers } = judged(text, ours, tokenOf(JSON.stringify(session)));
    for (const range of [advice?.range, providers[0]?.range, providers[0]?.advice?.range]) {
      expect(text.slice(...(range ?? [0, 0]))).toBe("`https://API.workos.com/user_management/${clientId}`");
    }
  });
});

describe("an ID token", () => {
  it("is judged, and named", () => {
    expect(judged(file(user), ours, tokenOf(JSON.stringify({ ...session, nonce: "n" }))).notes[0]).toBe(
      "This looks like an ID token – AuthKit hands Convex the access token, whose claims differ. Look at which one the app sends.",
    );
  });
});

describe("what is nobody's business", () => {
  it("is in no verdict: whose the token is, its signature, the value of a variable that is not public", () => {
    const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    const secret = fc.string({ unit: letters, minLength: 10, maxLength: 40 });
    const place = fc.constantFrom(
      (provider: string) => provider.replace("{ type", "{ applicationID: process.env.SECRET, type"),
      (provider: string) => provider.replace(/issuer: `[^`]*`/u, "issuer: process.env.SECRET"),
      (provider: string) => provider.replace(/issuer: `[^`]*`/u, "issuer: ` https://${process.env.SECRET}`"),
      (provider: string) =>
        provider.replace(/issuer: `[^`]*`/u, "issuer: `https://${process.env.SECRET}.example.com/`"),
      (provider: string) =>
        provider.replace(/issuer: `[^`]*`/u, "issuer: `https://api.workos.com/user_management/${process.env.SECRET}`"),
      (provider: string) =>
        provider.replace("customJwt", "${process.env.SECRET}").replace('"${process.env.SECRET}"', "process.env.SECRET"),
      (provider: string) => provider.replace(/jwks: `[^`]*`/u, "jwks: process.env.SECRET"),
      (provider: string) => provider.replace('"RS256"', "process.env.SECRET"),
    );
    const claims = fc.constantFrom(session, sharedToken, vendorToken, { ...session, aud: id }, { ...session, exp: 1 });
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    fc.assert(
      fc.property(
        place,
        claims,
        fc.uniqueArray(secret, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (put, token, secrets, isSet) => {
          const [value = "", sub = "", email = "", org = "", signature = "", cookie = ""] = secrets;
          const text = file(shared, put(user));
          const jwt = `${encode({ alg: "RS256", kid: sub })}.${encode({ ...token, sub, email: `${email}@example.com`, org_id: org, sid: sub })}.${signature}`;
          const verdict = JSON.stringify(
            judged(text, `${ours}\nWORKOS_COOKIE_PASSWORD=${cookie}\n${isSet ? `SECRET=${value}` : ""}`, tokenOf(jwt)),
          );
          for (const each of secrets) expect(verdict).not.toContain(each);
        },
      ),
      { numRuns: 500, seed: 20_260_801 },
    );
  });
});
