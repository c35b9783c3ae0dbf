import convexAuthkit from "eslint-plugin-convex-authkit";

export default [
  ...convexAuthkit.configs.recommended,
  ...convexAuthkit.configs.env,
];
