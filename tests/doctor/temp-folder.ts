import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A link, as the content of an entry of `makeFolder`. */
export interface LinkTo {
  linkTo: string;
}

/**
 * Writes files into a new folder, which is removed when the test is over, and returns its real path.
 * A name that ends in `/` is an empty folder.
 */
export function makeFolder(files: Record<string, string | Uint8Array | LinkTo>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "doctor-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (name.endsWith("/")) continue;
    if (typeof content === "object" && "linkTo" in content) symlinkSync(content.linkTo, path);
    else writeFileSync(path, content);
  }
  return folder;
}
