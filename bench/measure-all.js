import { measureCommand } from "./command.js";
import { measureGrowth } from "./growth.js";
import { measureImport } from "./import-time.js";
import { measureManyFiles } from "./many-files.js";
import { measureOneFile } from "./one-file.js";

/**
 * All rows of the table, one group after the other. What takes less time is measured more often.
 *
 * @param {number} runs how often the longest is measured
 * @param {(title: string) => void} tell what comes next
 */
export async function measureAll(runs, tell) {
  tell("Importing");
  const importing = await measureImport(7 * runs);
  tell("Many files");
  const manyFiles = await measureManyFiles(runs);
  tell("One file");
  const oneFile = await measureOneFile(300 * runs);
  tell("Many providers");
  const growth = await measureGrowth(runs);
  tell("The doctor");
  const command = await measureCommand(4 * runs);
  return [...importing, ...manyFiles, ...oneFile, ...growth, ...command];
}
