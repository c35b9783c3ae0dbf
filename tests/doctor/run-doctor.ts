import { main } from "../../src/doctor/main.js";

interface Surroundings {
  cwd: string;
  isTTY?: boolean;
  env?: Record<string, string>;
}

/** Runs the command in this process. */
export async function runDoctor(argv: string[], { cwd, isTTY = false, env = {} }: Surroundings) {
  const written = { stdout: "", stderr: "" };
  const exitCode = await main(argv, {
    stdout: { write: (text) => (written.stdout += text), isTTY },
    stderr: { write: (text) => (written.stderr += text) },
    cwd,
    env,
  });
  return { exitCode, ...written };
}
