/** `auth.config.ts` is also the name that Auth.js (NextAuth 5) uses. Nothing may ever be reported there. */
import { describe, expect, it } from "vitest";
import { broken, lintProject } from "./linted-project.js";

/** As in the Next.js tutorial "Adding authentication". */
const tutorial = `import type { NextAuthConfig } from 'next-auth';

export const authConfig = {
  pages: {
    signIn: '/login',
  },
  callbacks: {
    authorized({ auth, request: { nextUrl } }) {
      const isLoggedIn = !!auth?.user;
      const isOnDashboard = nextUrl.pathname.startsWith('/dashboard');
      if (isOnDashboard) {
        if (isLoggedIn) return true;
        return false; // Redirect unauthenticated users to login page
      } else if (isLoggedIn) {
        return Response.redirect(new URL('/dashboard', nextUrl));
      }
      return true;
    },
  },
  providers: [], // Add providers with an empty array for now
} satisfies NextAuthConfig;
`;

/** As in the guide "Edge compatibility" of Auth.js. */
const edge = `import GitHub from "next-auth/providers/github"
import type { NextAuthConfig } from "next-auth"

// Notice this is only an object, not a full Auth.js instance
export default {
  providers: [GitHub],
} satisfies NextAuthConfig
`;

const authCore = `import Google from "@auth/core/providers/google";
import { PrismaAdapter } from "@auth/prisma-adapter";

export default { adapter: PrismaAdapter(prisma), providers: [Google({ clientId: process.env.GOOGLE_ID })] };
`;

const workosProvider = `import WorkOS from "next-auth/providers/workos";

export default { providers: [WorkOS({ issuer: "https://api.workos.com/", clientId: process.env.NEXT_PUBLIC_WORKOS_CLIENT_ID })] };
`;

const withoutImports = `export const authConfig = {
  pages: { signIn: "/login" },
  session: { strategy: "jwt", maxAge: Date.now() },
  providers: [],
};
`;

const customProvider = `export default {
  providers: [{ id: "workos", type: "oidc", issuer: "https://api.workos.com/", clientId: process.env.AUTH_WORKOS_ID }],
};
`;

const files = { tutorial, edge, authCore, workosProvider, withoutImports, customProvider };

describe.each(Object.entries(files))("%s", (_, text) => {
  it.each([
    "auth.config.ts",
    "src/auth.config.ts",
    "src/lib/auth.config.ts",
    "apps/web/auth.config.js",
    // A clone of Convex's own repositories, or of an app that is called so.
    "tmp/convex/app/auth.config.ts",
    "convex/apps/web/src/auth.config.ts",
    "convex/app/auth.config.mts",
  ])("draws nothing as %s", async (path) => {
    expect(await lintProject({ [path]: text })).toEqual({});
  });
});

describe("an import of Auth.js silences even the functions folder", () => {
  it.each(Object.entries({ tutorial, edge, authCore, workosProvider }))("%s", async (_, text) => {
    // In a clone named `convex`, the file at the root looks like Convex's.
    expect(await lintProject({ "convex/auth.config.ts": text, "tmp/convex/auth.config.ts": text })).toEqual({});
  });

  it.each([
    'import "next-auth";',
    'import NextAuth from "next-auth";',
    'import type { NextAuthConfig } from "next-auth";',
    'import * as providers from "next-auth/providers";',
    'import { skipCSRFCheck } from "@auth/core";',
    'export { handlers } from "next-auth";',
    'export * from "@auth/sveltekit";',
    'import type NextAuth = require("next-auth");',
    'const NextAuth = require("next-auth");',
    'const { Auth } = await import("@auth/core");',
    'type Config = import("next-auth").NextAuthConfig;',
  ])("%s", async (line) => {
    expect(await lintProject({ "convex/auth.config.ts": `${line}\n${broken}` })).toEqual({});
    expect(
      await lintProject({
        "src/auth.config.ts": `import type { AuthConfig } from "convex/server";\n${line}\n${broken}`,
      }),
    ).toEqual({});
  });

  it.each([
    'import { convexAuth } from "@convex-dev/auth/server";',
    'import x from "next-auth-lookalike";',
    'import x from "@authx/core";',
    'import x from "./next-auth";',
  ])("%s does not", async (line) => {
    expect(await lintProject({ "convex/auth.config.ts": `${line}\n${broken}` })).toEqual({
      "convex/auth.config.ts": ["no-user-management-application-id/tokenHasNoAudience"],
    });
  });
});
