// Loaded before what is measured, by `node --import`. When the process ends, writes the processor time that it took, in
// milliseconds, to a stream of its own: stdout belongs to what is measured.
import { writeSync } from "node:fs";
import { processorTime } from "./processor-time.js";

process.on("exit", () => writeSync(3, String(processorTime())));
