import { inspect } from "node:util";
import plugin from "../index.js";
import { HELP, readArguments } from "./arguments.js";
import { checkFolder } from "./check-folder.js";
import { CouldNotRun } from "./could-not-run.js";
import { FORMATS } from "./formats.js";

/** What the command needs from the process around it. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Runs `eslint-plugin-convex-authkit` with these arguments and returns the exit code. */
export async function main(argv: readonly string[], { stdout, stderr, cwd, env }: Surroundings): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request.task !== "check") {
      stdout.write(request.task === "help" ? HELP : `${plugin.meta.version}\n`);
      return 0;
    }
    const { options } = request;
    const report = await checkFolder(options, cwd);
    const colour = stdout.isTTY === true && !env["NO_COLOR"];
    stdout.write(FORMATS[options.format](report, { colour }));

    const { errors, warnings } = report.summary;
    if (warnings > options.maxWarnings) {
      stderr.write(`Too many warnings: ${warnings}, and at most ${options.maxWarnings} are allowed.\n`);
      return 1;
    }
    return errors > 0 ? 1 : 0;
  } catch (error) {
    stderr.write(`${error instanceof CouldNotRun ? error.message : inspect(error)}\n`);
    return 2;
  }
}
