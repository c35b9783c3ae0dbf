// What a project has whose TypeScript is all parsed, for other rules: here the parser alone, and this plugin.
import { configFor } from "./folder-configs.js";

export default await configFor("ours");
