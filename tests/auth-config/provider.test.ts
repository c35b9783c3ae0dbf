import { describe, expect, it } from "vitest";
import { read, readOne, readProvider } from "./read.js";
import type { World } from "../../src/platform/workos.js";
import type { Value } from "../../src/auth-config/values.js";

const id = "client_01ABCDEFGHJKMNPQRSTVWXYZ00";
const otherId = "client_01ZYXWVTSRQPNMKJHGFEDCBA00";

/** A file whose only provider has these members. */
const only = (members: string, before = ""): string => `${before}\nexport default { providers: [{ ${members} }] };`;

const provider = (members: string, before = "", world: Partial<World> = {}) =>
  readProvider(only(members, before), world);

describe("the role of a provider", () => {
  it.each([
    { issuer: '"https://api.workos.com/"', role: "shared" },
    { issuer: '"https://api.workos.com"', role: "shared" },
    { issuer: '"api.workos.com"', role: "shared" },
    { issuer: '"<https://api.workos.com/>,"', role: "shared" },
    { issuer: '"https://API.WORKOS.COM/"', role: "shared" },
    { issuer: '"https://workos.com"', role: "shared" },
    { issuer: `"https://api.workos.com/user_management/${id}"`, role: "user-management" },
    { issuer: "`https://api.workos.com/user_management/${process.env.WORKOS_CLIENT_ID}`", role: "user-management" },
    { issuer: '"https://api.workos.com/user_management"', role: "user-management" },
    { issuer: '"https://api.workos.com/user-management/${clientId}"', role: "user-management" },
    { issuer: `"https://api.workos.com/sso/${id}"`, role: "on-request" },
    { issuer: `"https://api.workos.com/convex/${id}"`, role: "on-request" },
    { issuer: '"https://api.workos.com/sso"', role: "workos-unspecified" },
    { issuer: `"https://api.workos.com/${id}"`, role: "workos-unspecified" },
    { issuer: "`https://api.workos.com/${process.env.PATH_OF_ISSUER}`", role: "unreadable" },
    { issuer: "process.env.ISSUER", role: "unreadable" },
    { issuer: "issuer", role: "unreadable" },
    { issuer: "5", role: "other" },
    { issuer: '"https://auth.example.com/"', role: "other" },
    { issuer: '"https://example.authkit.app"', role: "other" },
  ])("is $role for $issuer", ({ issuer, role }) => {
    expect(provider(`type: "customJwt", issuer: ${issuer}`, 'import { issuer } from "./issuer";').role).toBe(role);
  });

  it("is read from the domain of the OIDC form as well", () => {
    expect(provider('domain: "https://api.workos.com/", applicationID: "x"').role).toBe("shared");
    expect(provider('domain: process.env.CLERK_JWT_ISSUER_DOMAIN, applicationID: "convex"').role).toBe("unreadable");
  });

  it("is the issuer's where there is a domain, too", () => {
    expect(provider('issuer: "https://api.workos.com/", domain: "https://auth.example.com"').role).toBe("shared");
    expect(provider('issuer: null, domain: "https://api.workos.com/"').role).toBe("shared");
    expect(provider('issuer: undefined, domain: "https://api.workos.com/"').role).toBe("shared");
  });

  it("is open where the issuer is missing and the JWKS is WorkOS's", () => {
    expect(provider(`type: "customJwt", jwks: "https://api.workos.com/sso/jwks/${id}"`).role).toBe(
      "workos-unspecified",
    );
  });

  it("is another's where neither says WorkOS", () => {
    expect(provider('type: "customJwt", jwks: "https://auth.example.com/jwks"').role).toBe("other");
    expect(provider('type: "customJwt"').role).toBe("other");
    expect(provider('type: "customJwt", jwks: "sso/jwks"').role).toBe("other");
  });

  it("is unclear where the issuer may be unseen", () => {
    expect(provider("...rest", 'import { rest } from "./rest";').role).toBe("unreadable");
  });

  it("is known where the issuer is after what is unseen", () => {
    expect(provider('...rest, issuer: "https://api.workos.com/"', 'import { rest } from "./rest";').role).toBe(
      "shared",
    );
  });

  it("counts custom Authentication API domains", () => {
    const world = { apiHostnames: ["auth.example.com"] };
    expect(provider('issuer: "https://auth.example.com/"', "", world).role).toBe("shared");
    expect(provider(`issuer: "https://auth.example.com/user_management/${id}"`, "", world).role).toBe(
      "user-management",
    );
    expect(provider('issuer: "https://other.example.com/"', "", world).role).toBe("other");
  });

  it("is WorkOS's for all but other vendors and what cannot be read", () => {
    const isWorkOS = (issuer: string) => provider(`issuer: ${issuer}`).isWorkOS;
    expect(isWorkOS('"https://api.workos.com/"')).toBe(true);
    expect(isWorkOS(`"https://api.workos.com/user_management/${id}"`)).toBe(true);
    expect(isWorkOS(`"https://api.workos.com/sso/${id}"`)).toBe(true);
    expect(isWorkOS('"https://api.workos.com/sso"')).toBe(true);
    expect(isWorkOS('"https://auth.example.com/"')).toBe(false);
    expect(isWorkOS("process.env.ISSUER")).toBe(false);
  });
});

describe("the role that a complete list lacks", () => {
  const shared = `{ type: "customJwt", issuer: "https://api.workos.com/", applicationID: "${id}" }`;
  const userManagement = `{ type: "customJwt", issuer: "https://api.workos.com/user_management/${id}" }`;
  const open = '{ type: "customJwt", issuer: "https://api.workos.com/sso" }';
  const rolesOf = (list: string, before = "") =>
    readOne(`${before} export default { providers: [${list}] };`).providers.map(({ role }) => role);

  it("is user management next to the shared issuer", () => {
    expect(rolesOf(`${shared}, ${open}`)).toEqual(["shared", "user-management"]);
  });

  it("is the shared one next to user management", () => {
    expect(rolesOf(`${open}, ${userManagement}`)).toEqual(["shared", "user-management"]);
  });

  it("is none where both are there", () => {
    expect(rolesOf(`${shared}, ${userManagement}, ${open}`)).toEqual([
      "shared",
      "user-management",
      "workos-unspecified",
    ]);
  });

  it("is none where neither is there", () => {
    expect(rolesOf(open)).toEqual(["workos-unspecified"]);
  });

  it("goes to the first provider that leaves it open", () => {
    expect(rolesOf(`${shared}, ${open}, ${open}`)).toEqual(["shared", "user-management", "workos-unspecified"]);
  });

  it("is not guessed where the list may hold more", () => {
    expect(rolesOf(`${shared}, ${open}, ...more`, 'import { more } from "./more";')).toEqual([
      "shared",
      "workos-unspecified",
    ]);
    expect(rolesOf(`${shared}, ${open}, { issuer: process.env.ISSUER }`)).toEqual([
      "shared",
      "workos-unspecified",
      "unreadable",
    ]);
  });

  it.each([
    "https://api.workos.com/sso/",
    "https://api.workos.com/convex/",
    "https://auth.example.com/user_management/",
    "https://auth.example.com/sso/",
    "https://auth.example.com/convex/",
  ])("is not user management where an issuer is %s and a client id", (issuer) => {
    expect(rolesOf(`${shared}, ${open}, { type: "customJwt", issuer: "${issuer}${id}" }`).slice(0, 2)).toEqual([
      "shared",
      "workos-unspecified",
    ]);
  });
});

describe("the type of a provider", () => {
  it.each([
    { members: 'type: "customJwt"', type: "customJwt" },
    { members: 'type: "oidc"', type: "oidc" },
    { members: 'type: "customJWT"', type: "misspelt" },
    { members: 'type: ""', type: "misspelt" },
    { members: "", type: "none" },
    { members: "type: undefined", type: "none" },
    { members: "type: null", type: "none" },
    { members: "type: 5", type: "none" },
    { members: "type: process.env.TYPE", type: "unreadable" },
    { members: "type: kind", type: "unreadable" },
    { members: "type: `${kind}Jwt`", type: "unreadable" },
    { members: "...kind", type: "unreadable" },
    { members: "...kind, type: undefined", type: "none" },
  ])("is $type for { $members }", ({ members, type }) => {
    expect(provider(members, 'import { kind } from "./kind";').type).toBe(type);
  });

  it("makes the OIDC form together with a domain", () => {
    const isOidcForm = (members: string) => provider(members).isOidcForm;
    expect(isOidcForm('domain: "https://a.example", applicationID: "x"')).toBe(true);
    expect(isOidcForm('type: "oidc", domain: "https://a.example"')).toBe(true);
    expect(isOidcForm('type: "customJwt", domain: "https://a.example"')).toBe(false);
    expect(isOidcForm('type: "customJWT", domain: "https://a.example"')).toBe(false);
    expect(isOidcForm('type: "oidc", issuer: "https://a.example"')).toBe(false);
    expect(isOidcForm('issuer: "https://a.example", domain: "https://a.example"')).toBe(false);
  });
});

describe("what a provider lacks", () => {
  it.each([
    { members: "", lacks: true },
    { members: "jwks: undefined", lacks: true },
    { members: "jwks: null", lacks: true },
    { members: 'jwks: ""', lacks: false },
    { members: 'jwks: "x"', lacks: false },
    { members: "jwks: process.env.JWKS", lacks: false },
    { members: "jwks: rest", lacks: false },
    { members: "...rest", lacks: false },
    { members: "...rest, jwks: null", lacks: true },
    { members: "jwks: null, ...rest", lacks: false },
  ])("is the JWKS or not: { $members }", ({ members, lacks }) => {
    expect(provider(members, 'import { rest } from "./rest";').lacks("jwks")).toBe(lacks);
  });

  it("may be there as undefined, which vanishes, but can be edited", () => {
    const found = provider("jwks: undefined");
    expect(found.member("jwks")?.name).toBeUndefined();
    expect(found.written("jwks")?.name).toBe("jwks");
  });
});

describe("the clients that a provider names", () => {
  const named = (members: string, before = "") =>
    provider(members, before).namedClients.map(({ member, pattern }) => [
      member.name,
      pattern.length === 1 ? "opaque" : pattern,
    ]);

  it("are those of issuer, JWKS and applicationID, in this order", () => {
    expect(
      named(
        `applicationID: "${otherId}", jwks: "https://api.workos.com/sso/jwks/${id}", issuer: "https://api.workos.com/user_management/${id}"`,
      ),
    ).toEqual([
      ["issuer", id],
      ["jwks", id],
      ["applicationID", otherId],
    ]);
  });

  it("are equal for the same variable, however it is read", () => {
    const members = `issuer: \`https://api.workos.com/user_management/\${process.env.WORKOS_CLIENT_ID}\`,
      jwks: "https://api.workos.com/sso/jwks/" + process.env["WORKOS_CLIENT_ID"], applicationID: clientId`;
    const patterns = provider(members, "const clientId = process.env.WORKOS_CLIENT_ID!;").namedClients.map(
      ({ pattern }) => pattern,
    );
    expect(patterns).toHaveLength(3);
    expect(new Set(patterns).size).toBe(1);
  });

  it("differ for different variables, and for different imports", () => {
    const members =
      "issuer: `https://api.workos.com/user_management/${process.env.A_CLIENT_ID}`, jwks: `https://api.workos.com/sso/jwks/${a}`, applicationID: b";
    const patterns = provider(members, 'import { a, b } from "./ids";').namedClients.map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it("do not count where the URL is damaged", () => {
    expect(
      named(`issuer: "https://api.workos.com//user_management/${id}", jwks: "http://api.workos.com/sso/jwks/${id}"`),
    ).toEqual([]);
  });

  it("do not count where the issuer names none, or the audience is not a string", () => {
    expect(named('issuer: "https://api.workos.com/", applicationID: null')).toEqual([]);
  });

  it("are those of a domain as well", () => {
    expect(named(`domain: "https://api.workos.com/user_management/${id}"`)).toEqual([["domain", id]]);
  });
});

describe("the value in the place of the client ID", () => {
  const issuer = "issuer: `https://api.workos.com/user_management/${x}`";
  const isOwn = (members: string, before: string) => {
    const found = provider(members, before);
    return found.isOwnClientId(found.object.members.get("applicationID")?.value as Value);
  };

  it.each([
    { form: "an import", before: 'import { x } from "./x";' },
    { form: "a call", before: 'import { f } from "./f"; const x = f();' },
    { form: "a variable", before: "const x = process.env.ANYTHING;" },
    {
      form: "a client ID that need not be set",
      before: 'import { getEnv } from "./env"; const x = getEnv("MY_CLIENT_ID");',
    },
  ])("is the client ID, whatever it is: $form", ({ before }) => {
    expect(isOwn(`${issuer}, applicationID: x`, before)).toBe(true);
    expect(
      isOwn(
        "issuer: `https://api.workos.com/`, jwks: `https://api.workos.com/sso/jwks/${x}`, applicationID: x",
        before,
      ),
    ).toBe(true);
  });

  it("is a variable that need not be set where it is set, and left open where it is not", () => {
    const text = only(`${issuer}, applicationID: x`, 'import { getEnv } from "./env"; const x = getEnv("ANYTHING");');
    const { variants } = read(text);
    expect(variants.map(({ providers }) => providers.length)).toEqual([1, 1]);
    const values = variants.flatMap(({ providers }) =>
      providers.map((found) => found.isOwnClientId(found.object.members.get("applicationID")?.value as Value)),
    );
    expect(values).toEqual([true, false]);
    expect(variants.map(({ providers }) => providers[0]?.issuer?.pattern != null)).toEqual([true, false]);
  });

  it.each([
    { form: "another import", members: `${issuer}, applicationID: y` },
    { form: "a string", members: `${issuer}, applicationID: "x"` },
    { form: "a string around it", members: `${issuer}, applicationID: \`a\${x}\`` },
    { form: "an object", members: `${issuer}, applicationID: {}` },
    { form: "where no URL has a place for it", members: "issuer: `https://api.workos.com/`, applicationID: x" },
    {
      form: "where more is in its place",
      members: "issuer: `https://api.workos.com/user_management/client_${x}`, applicationID: x",
    },
  ])("is not: $form", ({ members }) => {
    expect(isOwn(members, 'import { x, y } from "./x";')).toBe(false);
  });
});

describe("a member that was meant to be applicationID", () => {
  const lookalike = (members: string) => provider(members).audienceLookalike?.name;

  it.each([
    "applicationId",
    "applicationid",
    "application_id",
    "ApplicationID",
    "audience",
    "aud",
    "clientId",
    "client_id",
    "appId",
  ])("is %s", (name) => {
    expect(lookalike(`issuer: "a", ${name}: "x"`)).toBe(name);
  });

  it("is the misspelt one before the replaced one", () => {
    expect(lookalike('audience: "x", applicationId: "y"')).toBe("applicationId");
  });

  it("is none that is undefined, and no other member", () => {
    expect(lookalike('applicationId: undefined, audience: undefined, applicationID: "x", name: "y"')).toBeUndefined();
  });
});

describe("the JWKS of a provider", () => {
  it("is read under the host of its issuer", () => {
    expect(provider('issuer: "https://api.workos.com/", jwks: "https://x.authkit.app/oauth2/jwks"').jwks).toMatchObject(
      { kind: "workos", damage: "wrongHost" },
    );
    expect(provider('issuer: "https://x.authkit.app", jwks: "https://x.authkit.app/oauth2/jwks"').jwks?.kind).toBe(
      "elsewhere",
    );
  });

  it("is not read where there is none, or no text", () => {
    expect(provider('issuer: "https://api.workos.com/"').jwks).toBeNull();
    expect(provider('issuer: "https://api.workos.com/", jwks: 5').jwks).toBeNull();
  });
});

describe("tokens of strangers", () => {
  it("come under the shared issuer of the common host alone", () => {
    const world = { apiHostnames: ["auth.example.com"] };
    expect(provider('issuer: "https://api.workos.com/"').isSharedWithStrangers).toBe(true);
    expect(provider('issuer: "https://auth.example.com/"', "", world).isSharedWithStrangers).toBe(false);
    expect(provider(`issuer: "https://api.workos.com/user_management/${id}"`).isSharedWithStrangers).toBe(false);
  });
});

describe("unreadable text", () => {
  it("that holds characters of the private use area is no pattern", () => {
    const found = provider('issuer: "https://api.workos.com/\uE000"');
    expect(found.issuer).toBeNull();
    expect(found.role).toBe("unreadable");
    expect(found.patternOf(found.member("issuer")?.value)).toBeNull();
  });

  it("that is no text at all is no issuer", () => {
    const found = provider("issuer: 5");
    expect([found.issuer, found.role, found.defect]).toEqual([null, "other", "no-issuer"]);
  });

  it("of more pieces than there are characters for is no pattern", () => {
    const names = Array.from({ length: 6500 }, (_, index) => `V${String(index)}`);
    const { providers } = readOne(
      `export default { providers: [${names.map((name) => `{ issuer: process.env.${name} + "/x", applicationID: process.env.${name} }`).join(",")}] };`,
    );
    expect(providers.at(0)?.issuer?.pattern).toBe("\uE000/x");
    expect(providers.at(-1)?.issuer).toBeNull();
    expect(providers.at(-1)?.role).toBe("unreadable");
    expect(providers.at(-1)?.isOwnClientId(providers.at(-1)?.member("applicationID")?.value as Value)).toBe(false);
  });
});

describe("the defect of a provider", () => {
  const oidc = 'domain: "https://api.workos.com/", applicationID: "x"';
  const sessions = `domain: "https://api.workos.com/user_management/${id}", applicationID: "${id}"`;

  it.each([
    { members: 'issuer: "https://api.workos.com/"', defect: null },
    { members: "issuer: process.env.ISSUER", defect: null },
    { members: 'domain: "https://auth.example.com", applicationID: "x"', defect: null },
    { members: 'issuer: "<https://api.workos.com/>"', defect: "damaged-issuer" },
    { members: 'domain: "ftp://auth.example.com", applicationID: "x"', defect: "damaged-issuer" },
    { members: "issuer: 5", defect: "no-issuer" },
    { members: 'type: "customJwt"', defect: "no-issuer" },
    { members: oidc, defect: "oidc-form" },
    { members: sessions, defect: "oidc-form" },
    { members: 'domain: "<https://api.workos.com/>", applicationID: "x"', defect: "oidc-form" },
  ])("is $defect for { $members }", ({ members, defect }) => {
    expect(provider(members).defect).toBe(defect);
  });

  it("is not the OIDC form for session tokens that carry an audience", () => {
    const world = { tokensCarryAudience: true };
    expect(provider(sessions, "", world).defect).toBeNull();
    expect(provider(sessions.replace("https:", "http:"), "", world).defect).toBe("oidc-form");
    expect(provider(oidc, "", world).defect).toBe("oidc-form");
  });
});

describe("the API host of a provider", () => {
  const world = { apiHostnames: ["auth.example.com"] };

  it("is that of its issuer, otherwise that of its keys, otherwise the common one", () => {
    const keys = `jwks: "https://auth.example.com/sso/jwks/${id}"`;
    expect(provider(`issuer: "https://api.workos.com/", ${keys}`, "", world).apiHost).toBe("api.workos.com");
    expect(provider(keys, "", world).apiHost).toBe("auth.example.com");
    expect(provider('type: "customJwt"', "", world).apiHost).toBe("api.workos.com");
  });
});

describe("the audiences that a provider certainly has", () => {
  const audiences = (members: string, before = "") =>
    provider(
      `issuer: \`https://api.workos.com/user_management/\${x}\`, ${members}`,
      `import { x, y } from "./x"; ${before}`,
    ).unwantedAudiences.map(({ name }) => name);

  it.each([
    { members: 'applicationID: "a"', names: ["applicationID"] },
    { members: 'applicationID: ""', names: ["applicationID"] },
    { members: "applicationID: process.env.A", names: ["applicationID"] },
    { members: "applicationID: []", names: ["applicationID"] },
    { members: "applicationID: x", names: ["applicationID"] },
    { members: 'applicationId: "a"', names: ["applicationId"] },
    { members: "applicationId: null", names: ["applicationId"] },
    { members: 'applicationID: "a", applicationid: "b"', names: ["applicationID", "applicationid"] },
  ])("are $names in { $members }", ({ members, names }) => {
    expect(audiences(members)).toEqual(names);
  });

  it.each([
    "",
    "applicationID: null",
    "applicationID: undefined",
    "applicationID: y",
    'applicationID: getEnv("A")',
    "applicationId: undefined",
    'audience: "a"',
    'application_id: "a"',
    "applicationID: y && y.id",
  ])("are none in { %s }", (members) => {
    const text = `import { x, y } from "./x"; export default { providers: [{ issuer: \`https://api.workos.com/user_management/\${x}\`, ${members} }] };`;
    const found = read(text).variants.map(({ providers }) => providers[0]?.unwantedAudiences.map(({ name }) => name));
    for (const names of found) expect(names).toEqual([]);
  });
});

describe("what else the file says of a client id", () => {
  it("is the name of its variable", () => {
    expect(provider("issuer: `https://api.workos.com/${process.env.WORKOS_CLIENT_ID}`").role).toBe(
      "workos-unspecified",
    );
    expect(provider("issuer: `https://api.workos.com/${process.env.ANYTHING}`").role).toBe("unreadable");
    expect(
      provider("issuer: `https://api.workos.com/`, jwks: `https://api.workos.com/${process.env.WORKOS_CLIENT_ID}`").jwks
        ?.clientId,
    ).toBe("\uE000");
    expect(
      provider("issuer: `https://api.workos.com/`, jwks: `https://api.workos.com/${process.env.ANYTHING}`").jwks
        ?.clientId ?? null,
    ).toBeNull();
  });

  it.each([
    "https://api.workos.com/sso/jwks/",
    "https://api.workos.com/user_management/",
    "https://api.workos.com/sso/",
    "https://api.workos.com/convex/",
    "https://auth.example.com/user_management/",
  ])("is that another URL has it behind %s", (place) => {
    const rolesWith = (other: string) =>
      readOne(
        `import { x } from "./x"; export default { providers: [{ issuer: \`https://api.workos.com/\${x}\` }, { jwks: \`${other}\` }] };`,
      ).providers[0]?.role;
    expect(rolesWith(`${place}\${x}`)).toBe("workos-unspecified");
    expect(rolesWith(`${place}\${x}/y`)).toBe("unreadable");
    expect(rolesWith("https://auth.example.com/${x}")).toBe("unreadable");
  });

  it("is that another issuer has it", () => {
    const text =
      'import { x } from "./x"; export default { providers: [{ issuer: `https://api.workos.com/${x}` }, { issuer: `https://api.workos.com/user_management/${x}` }] };';
    expect(readOne(text).providers[0]?.issuer?.clientId).toBe("\uE000");
  });

  it("is nothing where that cannot be read as a pattern", () => {
    const text =
      'import { x } from "./x"; export default { providers: [{ issuer: `https://api.workos.com/${x}` }, { jwks: `\uE000/sso/jwks/${x}` }, { issuer: 5, jwks: x }] };';
    expect(readOne(text).providers[0]?.role).toBe("unreadable");
  });
});

describe("a provider of which little can be read", () => {
  it("without an issuer has no OIDC form, no text and no pattern", () => {
    const found = provider('jwks: "x"');
    expect([found.isOidcForm, found.issuer, found.patternOf(undefined)]).toEqual([false, null, null]);
  });

  it("has no text where its issuer and JWKS cannot be read", () => {
    const found = provider("issuer: x, jwks: x", 'import { x } from "./x";');
    expect([found.issuer, found.jwks]).toEqual([null, null]);
    expect(found.namedClients).toEqual([]);
  });

  it("names no client in text that cannot be told from a pattern", () => {
    expect(
      provider(
        'issuer: "https://api.workos.com/\uE000", jwks: "https://api.workos.com/sso/jwks/\uE000", applicationID: "\uE000"',
      ).namedClients,
    ).toEqual([]);
  });

  it("has a type that is none where a condition says so", () => {
    const { variants } = read('import { x } from "./x"; export default { providers: [{ type: x && "customJwt" }] };');
    expect(variants.map(({ providers }) => providers[0]?.type)).toEqual(["customJwt", "none"]);
  });

  it("has no issuer where that is undefined behind what is unseen", () => {
    expect(
      provider('...rest, issuer: undefined, jwks: "https://auth.example.com/"', 'import { rest } from "./rest";').role,
    ).toBe("other");
  });

  it("has the client id of its JWKS where there is no issuer", () => {
    const found = provider(
      "jwks: `https://api.workos.com/sso/jwks/${x}`, applicationID: x",
      'import { x } from "./x";',
    );
    expect(found.isOwnClientId(found.object.members.get("applicationID")?.value as Value)).toBe(true);
  });

  it("has no client id of its own where nothing names one", () => {
    const found = provider("applicationID: x", 'import { x } from "./x";');
    expect(found.isOwnClientId(found.object.members.get("applicationID")?.value as Value)).toBe(false);
  });

  it("may be the shared one by what the list lacks, open to strangers", () => {
    const { providers } = readOne(
      `export default { providers: [{ issuer: "https://api.workos.com/user_management/${id}" }, { jwks: "https://api.workos.com/sso/jwks/${id}" }] };`,
    );
    expect(providers.map(({ role, isSharedWithStrangers }) => [role, isSharedWithStrangers])).toEqual([
      ["user-management", false],
      ["shared", true],
    ]);
  });
});

describe("whether a provider may take the token of a session", () => {
  it.each([
    { issuer: `"https://api.workos.com/user_management/${id}"`, counts: true },
    { issuer: '"https://api.workos.com/user_management"', counts: true },
    { issuer: `"https://api.workos.com/sso/${id}"`, counts: true },
    { issuer: `"https://auth.example.com/user_management/${id}"`, counts: true },
    { issuer: "process.env.ISSUER", counts: true },
    { issuer: "issuer", counts: true },
    { issuer: '"https://api.workos.com/"', counts: false },
    { issuer: '"https://api.workos.com/sso"', counts: false },
    { issuer: '"https://auth.example.com/"', counts: false },
    { issuer: "5", counts: false },
  ])("is $counts for $issuer", ({ issuer, counts }) => {
    expect(provider(`issuer: ${issuer}`, 'import { issuer } from "./issuer";').mayTakeSessionTokens).toBe(counts);
  });

  it("is so for the one that is user management by what the list lacks", () => {
    const { providers } = readOne(
      `export default { providers: [{ issuer: "https://api.workos.com/" }, { jwks: "https://api.workos.com/sso/jwks/${id}" }] };`,
    );
    expect(providers.map(({ mayTakeSessionTokens }) => mayTakeSessionTokens)).toEqual([false, true]);
  });
});
