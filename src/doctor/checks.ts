import { describeReads } from "./describe-reads.js";
import type { Project } from "./project.js";
import type { Note } from "./report.js";

/** One step of the doctor: the files of one kind, and what can be said without reading them. */
export interface Check {
  readonly title: string;
  notes(project: Project): Note[];
  /** The files to lint: absolute paths, none twice. */
  files(project: Project): string[];
}

/** All steps, in the order in which a person would take them. Another kind of file is another entry. */
export const checks: readonly Check[] = [
  {
    title: "auth.config",
    notes: ({ folder, backends }) => backends.map((backend) => describeReads(folder, backend)),
    files: ({ backends }) => backends.flatMap(({ reads, ignored }) => [...reads, ...ignored]),
  },
];
