import { spawnSync } from "node:child_process";

/** Whether npm runs, asked for something that only the registry knows. */
export function canRun(...words: string[]): boolean {
  const options = ["--fetch-retries=0", "--fetch-timeout=10000"];
  return (
    spawnSync("npm", [...words, ...options], { shell: process.platform === "win32", timeout: 30_000 }).status === 0
  );
}

/** Whether something can be installed; says so where it cannot, since tests are then skipped. */
export function canReachRegistry(): boolean {
  const isReached = canRun("view", "diff", "version");
  if (!isReached) process.stdout.write("Skipped: the registry cannot be reached, so nothing is installed from it.\n");
  return isReached;
}
