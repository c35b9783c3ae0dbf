/** Answers the page, one request after the other. */
import { fixAll, lint, loadParser } from "./linter.js";

const requests = { fixAll, lint, loadParser };

export type Requests = typeof requests;

export interface Request {
  readonly id: number;
  readonly name: keyof Requests;
  readonly argument: unknown;
}

export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  void answer(data);
});

async function answer({ id, name, argument }: Request): Promise<void> {
  try {
    const request = requests[name] as (argument: unknown) => Promise<unknown>;
    postMessage({ id, value: await request(argument) } satisfies Answer);
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
}
