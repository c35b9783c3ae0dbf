import { showPath } from "../app/disk.js";
import type { Variable } from "../env-file/content.js";
import { CLIENT_ID_IN_TEXT, isClientId } from "../platform/workos.js";
import type { EnvFileAt, Project } from "./project.js";
import type { Note } from "./report.js";
import { readSource } from "./source-file.js";

const LIST = new Intl.ListFormat("en", { type: "disjunction" });

const CLIENT_IDS = new RegExp(`\\b${CLIENT_ID_IN_TEXT.source}\\b`, "gu");

/** Where client IDs are named: a file, and the IDs in it. */
interface Named {
  readonly path: string;
  readonly ids: readonly string[];
}

/**
 * Compares the clients that the app signs in with in production with those whose tokens Convex accepts there: those of the deployment's variables, or
 * those that auth.config itself names where it reads no variable. Shows only the last four characters of an ID.
 */
export function compareClientIds(project: Project): readonly Note[] {
  const accepted = acceptedIn(project);
  if (accepted.length === 0) return [];
  const known = new Set(accepted.flatMap(({ ids }) => ids));
  const show = ({ path, ids }: Named): string => `${showPath(project.folder, path)} (${ids.map(lastFour).join(", ")})`;
  const others = LIST.format(accepted.map(show));
  return project.envFiles
    .filter(({ content: { file } }) => file.role === "production")
    .flatMap((file): readonly Note[] => {
      const strange = clientsIn(file).filter(({ value }) => !known.has(value));
      const [first] = strange;
      if (first == null) return [];
      const named = show({ path: file.path, ids: idsOf(strange) });
      const message = `${named} names a client that is not in ${others}: Convex rejects its tokens. Use the same client ID on both sides.`;
      return [{ error: true, message, path: showPath(project.folder, file.path), line: file.lineOf(first.valueNode) }];
    });
}

function acceptedIn({ envFiles, backends }: Project): readonly Named[] {
  const deployment = envFiles
    .filter(({ content: { file } }) => file.role === "convex" && file.isProduction)
    .map((file) => ({ path: file.path, ids: idsOf(clientsIn(file)) }));
  const configs = backends.flatMap(({ reads }) => reads).map(readConfig);
  const isReading = configs.some(({ readsVariables }) => readsVariables);
  // Variables that no file names may hold anything.
  if (isReading && deployment.length === 0) return [];
  return [...deployment, ...configs].filter(({ ids }) => ids.length > 0);
}

/** The variables that hold a client ID. */
function clientsIn({ content }: EnvFileAt): readonly Variable[] {
  return content.variables.filter(({ kind, value }) => kind === "client-id" && isClientId(value));
}

function idsOf(variables: readonly Variable[]): readonly string[] {
  return [...new Set(variables.map(({ value }) => value))];
}

function readConfig(path: string): Named & { readonly readsVariables: boolean } {
  const text = readSource(path) ?? "";
  const ids = [...text.matchAll(CLIENT_IDS)].map(([id]) => id);
  return {
    path,
    ids: [...new Set(ids)],
    readsVariables: /\benv\b|\bimport\b/u.test(text.replaceAll(/^import type .*$/gmu, "")),
  };
}

function lastFour(id: string): string {
  return `…${id.slice(-4)}`;
}
