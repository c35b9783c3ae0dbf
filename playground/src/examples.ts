/** The two apps of the repository that the page opens with one click: the known-good one and the broken one. */
import brokenConfig from "../../examples/next-authkit-broken/convex/auth.config.ts?raw";
import brokenConvexEnv from "../../examples/next-authkit-broken/.env.convex.prod?raw";
import brokenConvexJson from "../../examples/next-authkit-broken/convex.json?raw";
import brokenHostEnv from "../../examples/next-authkit-broken/.env.production?raw";
import brokenRoute from "../../examples/next-authkit-broken/app/callback/route.ts?raw";
import soundConfig from "../../examples/next-authkit/convex/auth.config.ts?raw";
import soundConvexEnv from "../../examples/next-authkit/.env.convex.prod?raw";
import soundConvexJson from "../../examples/next-authkit/convex.json?raw";
import soundHostEnv from "../../examples/next-authkit/.env.production?raw";
import soundRoute from "../../examples/next-authkit/app/callback/route.ts?raw";
import type { App } from "./app.js";

const routePath = "app/callback/route.ts";

export const template: App = {
  framework: "next",
  routePath,
  isStrict: false,
  texts: {
    authConfig: soundConfig,
    hostEnv: soundHostEnv,
    convexEnv: soundConvexEnv,
    route: soundRoute,
    convexJson: soundConvexJson,
  },
};

export const brokenExample: App = {
  framework: "next",
  routePath,
  isStrict: false,
  texts: {
    authConfig: brokenConfig,
    hostEnv: brokenHostEnv,
    convexEnv: brokenConvexEnv,
    route: brokenRoute,
    convexJson: brokenConvexJson,
  },
};

export const emptyApp: App = {
  framework: "next",
  routePath,
  isStrict: false,
  texts: { authConfig: "", hostEnv: "", convexEnv: "", route: "", convexJson: "" },
};
