import { testFileRule } from "./file-rule-tester.js";
import type { ExpectedReport, InvalidFile, ValidFile } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "convex-json-authkit";
const path = "convex.json";

function file(authKit: string): string {
  return `{\n  "functions": "convex/",\n  "authKit": ${authKit}\n}\n`;
}

function sound(name: string, authKit: string): ValidFile {
  return { name, path, text: file(authKit) };
}

function reported(name: string, authKit: string, errors: readonly ExpectedReport[], output?: string): InvalidFile {
  return { name, path, text: file(authKit), errors, ...(output == null ? {} : { output: file(output) }) };
}

/** What is said of a text, in the places that hold one. */
function inDev(dev: string): string {
  return `{ "dev": ${dev} }`;
}

testFileRule(rule, "what the CLI reads", {
  valid: [
    sound(
      "everything",
      `{
    "dev": {
      "configure": { "redirectUris": ["http://localhost:3000/callback"], "appHomepageUrl": "http://localhost:3000", "corsOrigins": ["http://localhost:3000"] },
      "localEnvVars": { "WORKOS_CLIENT_ID": "\${authEnv.WORKOS_CLIENT_ID}", "WORKOS_API_KEY": "\${authEnv.WORKOS_API_KEY}", "WORKOS_ENVIRONMENT_ID": "\${authEnv.WORKOS_ENVIRONMENT_ID}", "A": "b" }
    },
    "preview": { "configure": { "redirectUris": ["https://\${buildEnv.VERCEL_BRANCH_URL}/callback"] } },
    "prod": { "environmentType": "production", "configure": { "corsOrigins": ["https://\${buildEnv.VERCEL_PROJECT_PRODUCTION_URL}"] } }
  }`,
    ),
    sound("nothing", "{}"),
    sound("empty sections", '{ "dev": {}, "preview": {}, "prod": {} }'),
    sound(
      "what is switched off",
      '{ "dev": { "configure": false, "localEnvVars": false }, "preview": { "configure": false } }',
    ),
    sound(
      "no variables where none can be",
      '{ "preview": { "localEnvVars": false }, "prod": { "localEnvVars": false } }',
    ),
    sound(
      "each kind of environment",
      '{ "prod": { "environmentType": "staging" }, "prod": { "environmentType": "development" } }',
    ),
    sound("text with signs of templates", inDev('{ "localEnvVars": { "A": "${}", "B": "$5 {x}", "C": "{{x}}" } }')),
    sound("the last of a name", inDev('{ "configure": 1, "configure": false }')),
    {
      name: "other sections",
      path,
      text: '{ "node": { "externalPackages": ["*"] }, "authConfig": 1, "codegen": {} }\n',
    },
    { name: "a file that is no object", path, text: "null\n" },
    { name: "an empty object behind a byte-order mark", path, text: withByteOrderMark("{}\n") },
  ],
});

testFileRule(rule, "the name of the section", {
  invalid: [
    ...["authkit", "AuthKit", "auth_kit", "AUTHKIT", "auth-kit"].map((key) => ({
      name: key,
      path,
      text: `{ «"${key}"»: { "dev": {} } }\n`,
      errors: [{ messageId: "wrongCase", data: { key } }],
      output: '{ "authKit": { "dev": {} } }\n',
    })),
    {
      name: "beside the right one",
      path,
      text: '{ «"authkit"»: {}, "authKit": {} }\n',
      errors: [{ messageId: "wrongCase", data: { key: "authkit" } }],
    },
  ],
});

testFileRule(rule, "keys that were meant for others", {
  invalid: [
    ...(
      [
        ["development", "dev"],
        ["Dev", "dev"],
        ["production", "prod"],
        ["previews", "preview"],
      ] as const
    ).map(([key, meant]) =>
      reported(
        key,
        `{ «"${key}"»: {} }`,
        [{ messageId: "misspelt", data: { key, parent: "authKit", meant } }],
        `{ "${meant}": {} }`,
      ),
    ),
    ...(
      [
        ["redirectUri", "redirectUris"],
        ["redirectURIs", "redirectUris"],
        ["redirect_uris", "redirectUris"],
        ["redirectUrls", "redirectUris"],
        ["corsOrigin", "corsOrigins"],
      ] as const
    ).map(([key, meant]) =>
      reported(
        key,
        inDev(`{ "configure": { «"${key}"»: ["http://localhost:3000"] } }`),
        [{ messageId: "misspelt", data: { key, parent: "authKit.dev.configure", meant } }],
        inDev(`{ "configure": { "${meant}": ["http://localhost:3000"] } }`),
      ),
    ),
    reported(
      "a text in place of a list",
      inDev('{ "configure": { «"redirectUri"» : "http://localhost:3000/callback" } }'),
      [{ messageId: "misspelt", data: { key: "redirectUri", parent: "authKit.dev.configure", meant: "redirectUris" } }],
      inDev('{ "configure": { "redirectUris" : ["http://localhost:3000/callback"] } }'),
    ),
    reported(
      "a text that could hold a secret in place of a list",
      inDev('{ "configure": { «"redirectUri"»: "http://me:hunter2hunter2@localhost:3000/callback" } }'),
      [{ messageId: "misspelt", data: { key: "redirectUri", parent: "authKit.dev.configure", meant: "redirectUris" } }],
    ),
    reported(
      "a text where one belongs",
      inDev('{ "configure": { «"homepage"»: "http://localhost:3000" } }'),
      [{ messageId: "misspelt", data: { key: "homepage", parent: "authKit.dev.configure", meant: "appHomepageUrl" } }],
      inDev('{ "configure": { "appHomepageUrl": "http://localhost:3000" } }'),
    ),
    reported("beside the right one", '{ «"development"»: {}, "dev": {} }', [
      { messageId: "misspelt", data: { key: "development", parent: "authKit", meant: "dev" } },
    ]),
    reported(
      "variables",
      inDev('{ «"envVars"»: {} }'),
      [{ messageId: "misspelt", data: { key: "envVars", parent: "authKit.dev", meant: "localEnvVars" } }],
      inDev('{ "localEnvVars": {} }'),
    ),
    reported(
      "the environment",
      '{ "prod": { «"environment"»: "production" } }',
      [{ messageId: "misspelt", data: { key: "environment", parent: "authKit.prod", meant: "environmentType" } }],
      '{ "prod": { "environmentType": "production" } }',
    ),
    reported(
      "the configuration",
      '{ "preview": { «"config"»: false } }',
      [{ messageId: "misspelt", data: { key: "config", parent: "authKit.preview", meant: "configure" } }],
      '{ "preview": { "configure": false } }',
    ),
  ],
});

testFileRule(rule, "keys that stand elsewhere, or nowhere", {
  invalid: [
    reported("variables for production", '{ "prod": { «"localEnvVars"»: {} } }', [
      { messageId: "misplaced", data: { key: "localEnvVars", parent: "authKit.prod", home: "authKit.dev" } },
    ]),
    reported("variables of the section", '{ «"localEnvVars"»: {} }', [
      { messageId: "misplaced", data: { key: "localEnvVars", parent: "authKit", home: "authKit.dev" } },
    ]),
    reported("the environment for development", inDev('{ «"environmentType"»: "production" }'), [
      { messageId: "misplaced", data: { key: "environmentType", parent: "authKit.dev", home: "authKit.prod" } },
    ]),
    reported("the list, one level too high", inDev('{ «"redirectUris"»: [] }'), [
      { messageId: "misplaced", data: { key: "redirectUris", parent: "authKit.dev", home: "configure" } },
    ]),
    reported("the configuration, one level too high", '{ «"configure"»: {} }', [
      { messageId: "misplaced", data: { key: "configure", parent: "authKit", home: "authKit.dev" } },
    ]),
    reported("a word", '{ «"staging"»: {} }', [
      { messageId: "unknownKey", data: { key: "staging", parent: "authKit", keys: "`dev`, `preview`, `prod`" } },
    ]),
    reported("the name of what every object has", '{ «"constructor"»: {} }', [
      { messageId: "unknownKey", data: { key: "constructor", parent: "authKit", keys: "`dev`, `preview`, `prod`" } },
    ]),
    reported("a word, in the configuration", inDev('{ "configure": { «"logoutUris"»: [] } }'), [
      {
        messageId: "unknownKey",
        data: {
          key: "logoutUris",
          parent: "authKit.dev.configure",
          keys: "`redirectUris`, `appHomepageUrl`, `corsOrigins`",
        },
      },
    ]),
    reported(
      "two words",
      '{ "preview": { «"a"»: 1, «"b"»: 2 } }',
      ["a", "b"].map((key) => ({
        messageId: "unknownKey",
        data: { key, parent: "authKit.preview", keys: "`configure`" },
      })),
    ),
  ],
});

testFileRule(rule, "values of another type", {
  invalid: (
    [
      ["«true»", "authKit", "an object"],
      ["«null»", "authKit", "an object"],
      ["«false»", "authKit", "an object"],
      [inDev("«[]»"), "authKit.dev", "an object"],
      [inDev('{ "configure": «true» }'), "authKit.dev.configure", "`false` or an object"],
      [inDev('{ "configure": «null» }'), "authKit.dev.configure", "`false` or an object"],
      [
        inDev('{ "configure": { "redirectUris": «"http://localhost:3000"» } }'),
        "authKit.dev.configure.redirectUris",
        "a list of texts",
      ],
      [inDev('{ "configure": { "redirectUris": [«1»] } }'), "authKit.dev.configure.redirectUris", "a text"],
      [inDev('{ "configure": { "appHomepageUrl": «[]» } }'), "authKit.dev.configure.appHomepageUrl", "a text"],
      [inDev('{ "localEnvVars": «[]» }'), "authKit.dev.localEnvVars", "`false` or an object of texts"],
      [inDev('{ "localEnvVars": «true» }'), "authKit.dev.localEnvVars", "`false` or an object of texts"],
      [inDev('{ "localEnvVars": { "PORT": «3000» } }'), "authKit.dev.localEnvVars.PORT", "a text"],
      [
        '{ "prod": { "environmentType": «"live"» } }',
        "authKit.prod.environmentType",
        'one of "development", "staging", "production"',
      ],
      [
        '{ "prod": { "environmentType": «["production"]» } }',
        "authKit.prod.environmentType",
        'one of "development", "staging", "production"',
      ],
    ] as const
  ).map(([authKit, place, expected]) =>
    reported(authKit.replaceAll(/[«»]/gu, ""), authKit, [{ messageId: "wrongType", data: { path: place, expected } }]),
  ),
});

/** A template in a variable, and what becomes of it. */
function template(name: string, value: string, shown: string, output?: string): InvalidFile {
  const text = (marked: string): string => inDev(`{ "localEnvVars": { "A": ${marked} } }`);
  return reported(
    name,
    text(`«${JSON.stringify(value)}»`),
    [{ messageId: "unknownTemplate", data: { template: shown } }],
    output == null ? undefined : text(JSON.stringify(output)),
  );
}

testFileRule(rule, "templates", {
  invalid: [
    template(
      "another variable of the environment",
      "${authEnv.WORKOS_COOKIE_PASSWORD}",
      "authEnv.WORKOS_COOKIE_PASSWORD",
    ),
    template("another object", "${process.env.WORKOS_CLIENT_ID}", "process.env.WORKOS_CLIENT_ID"),
    template("another object of the same form", "${env.WORKOS_CLIENT_ID}", "env.WORKOS_CLIENT_ID"),
    template("a name alone that is none", "${CLIENT}", "CLIENT"),
    template("a name alone", "${WORKOS_CLIENT_ID}", "WORKOS_CLIENT_ID", "${authEnv.WORKOS_CLIENT_ID}"),
    template("another case", "${authEnv.workos_client_id}", "authEnv.workos_client_id", "${authEnv.WORKOS_CLIENT_ID}"),
    template(
      "another case of the object",
      "${authenv.WORKOS_API_KEY}",
      "authenv.WORKOS_API_KEY",
      "${authEnv.WORKOS_API_KEY}",
    ),
    template(
      "spaces",
      "${ authEnv.WORKOS_ENVIRONMENT_ID }",
      " authEnv.WORKOS_ENVIRONMENT_ID ",
      "${authEnv.WORKOS_ENVIRONMENT_ID}",
    ),
    template(
      "another case of the build",
      "https://${buildenv.VERCEL_URL}/x",
      "buildenv.VERCEL_URL",
      "https://${buildEnv.VERCEL_URL}/x",
    ),
    template(
      "the same twice, and another",
      "${WORKOS_CLIENT_ID} ${WORKOS_CLIENT_ID} ${auth_env.WORKOS_API_KEY}",
      "WORKOS_CLIENT_ID",
      "${authEnv.WORKOS_CLIENT_ID} ${authEnv.WORKOS_CLIENT_ID} ${authEnv.WORKOS_API_KEY}",
    ),
    {
      ...reported(
        "with an escape, which is not looked for",
        inDev('{ "localEnvVars": { "A": «"${WORKOS\\u005FCLIENT_ID}"» } }'),
        [{ messageId: "unknownTemplate", data: { template: "WORKOS_CLIENT_ID" } }],
      ),
    },
    reported(
      "in a list",
      '{ "prod": { "configure": { "redirectUris": ["x", «"https://${VERCEL_URL}/callback"»] } } }',
      [{ messageId: "unknownTemplate", data: { template: "VERCEL_URL" } }],
    ),
    reported(
      "in the home page",
      '{ "prod": { "configure": { "appHomepageUrl": «"https://${buildenv.A}"» } } }',
      [{ messageId: "unknownTemplate", data: { template: "buildenv.A" } }],
      '{ "prod": { "configure": { "appHomepageUrl": "https://${buildEnv.A}" } } }',
    ),
    {
      name: "with Windows line ends and a byte-order mark",
      path: "packages/backend/convex.json",
      text: withByteOrderMark(crlf(file(inDev('{\n  "localEnvVars": { "A": «"${WORKOS_CLIENT_ID}"» }\n}')))),
      errors: [{ messageId: "unknownTemplate", data: { template: "WORKOS_CLIENT_ID" } }],
      output: withByteOrderMark(crlf(file(inDev('{\n  "localEnvVars": { "A": "${authEnv.WORKOS_CLIENT_ID}" }\n}')))),
    },
  ],
});
