// What a project has that uses ESLint for nothing but this.
import convexAuthkit from "eslint-plugin-convex-authkit";

export default [...convexAuthkit.configs.recommended];
