/** Answers the page, one request after the other. */
import { fixAll, lint, loadParser } from "./linter.js";
import { judge } from "./judge.js";
import type { App } from "../app.js";
import type { Token } from "../token.js";
import type { Verdict } from "../verdict.js";

const requests = {
  fixAll,
  lint,
  async judge({ app, token }: { readonly app: App; readonly token: Token }): Promise<Verdict> {
    const { parse } = await loadParser();
    return judge(app, token, (text) => parse(text, { loc: true, range: true, sourceType: "module" }), new Date());
  },
  async warmUp(_: null): Promise<void> {
    await loadParser();
  },
};

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
