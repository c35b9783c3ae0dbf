/** What rules see of the files around `auth.config`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { readEnvFile } from "../env-file/content.js";
import type { EnvFile } from "../env-file/parse.js";
import type { ConvexJsonInput, EnvInput, RouteInput } from "../rule/rule.js";
import { readRoute } from "../platform/routes.js";
import type { DocumentNode } from "../convex-json/json.js";
import { openApp, readEnvFiles } from "../app/app.js";
import type { FileKind } from "./create-file-rule.js";

export const envFiles: FileKind<EnvInput> = {
  root: "EnvFile",
  // Whatever file somebody reads with the language.
  isMeant: () => true,
  open({ path, text, ast }) {
    const [folder, name] = splitPath(path);
    const { body } = ast as EnvFile;
    return {
      ...readEnvFile(name, ast as EnvFile),
      invalidLines: body.filter(({ type }) => type === "InvalidLine"),
      text,
      app: openApp(folder),
      neighbours: () => readEnvFiles(folder).filter(({ file }) => file.name !== name),
    };
  },
};

export const convexJson: FileKind<ConvexJsonInput> = {
  root: "Document",
  isMeant: (path) => splitPath(path)[1] === "convex.json",
  open: ({ path, text, ast }) => ({ root: (ast as DocumentNode).body, text, app: openApp(splitPath(path)[0]) }),
};

/** Next.js alone: the others handle the callback in files that may have any name. */
export const callbackRoutes: FileKind<RouteInput> = {
  root: "Program",
  isMeant: (path) => /[/\\]app[/\\](?:.*[/\\])?route\.[cm]?[jt]sx?$/su.test(path),
  open({ path, ast }) {
    const app = openApp(splitPath(path)[0]);
    const below = path.slice(app.folder.length + 1).replaceAll("\\", "/");
    const route = app.framework === "next" ? readRoute("next", below) : null;
    return route == null ? null : { route, program: ast as TSESTree.Program, app };
  },
};

function splitPath(path: string): readonly [folder: string, name: string] {
  const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
}
