import convexAuthkit from "eslint-plugin-convex-authkit";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: ["**/.next/", "**/.expo/", "**/dist/", "**/_generated/"],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
  },
  convexAuthkit.configs.recommended,
  convexAuthkit.configs.env,
);
