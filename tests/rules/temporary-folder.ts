import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

/**
 * Writes files into a new folder, which is removed after the last test of the file, and returns its real path.
 * It is the root of a project, so that nothing above it is looked at.
 */
export function temporaryFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rules-")));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, ".git"));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}
