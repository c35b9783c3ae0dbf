/** The type of processor-time.js for the tests, which are TypeScript. */
export function processorTime(): number;
