/** The page's side of the worker. */
import type { Answer, Request, Requests } from "./worker/worker.js";
import workerUrl from "./worker/worker.ts?worker&url";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let requests = 0;
let hasFailed = false;

const FAILURE = "The checks could not be loaded. Reload the page.";

/**
 * A worker that is loaded by its URL has no policy but what its own response says, and a static host says nothing. One that starts from a blob
 * has that of the page. It imports dynamically, since what it imports otherwise counts as a worker of its own, and hands on what is asked before.
 */
const code = `
  const early = [];
  const keep = ({ data }) => early.push(data);
  addEventListener("message", keep);
  import(${JSON.stringify(new URL(workerUrl, import.meta.url).href)}).then(() => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  }, () => postMessage(null));
`;

const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });

worker.addEventListener("message", ({ data }: MessageEvent<Answer | null>) => {
  if (data == null) return fail();
  const request = waiting.get(data.id);
  waiting.delete(data.id);
  if ("error" in data) request?.reject(new Error(data.error));
  else request?.resolve(data.value);
});
worker.addEventListener("error", fail);

function fail(): void {
  hasFailed = true;
  for (const { reject } of waiting.values()) reject(new Error(FAILURE));
  waiting.clear();
}

/** Asks the worker. Requests are answered in turn. */
export function ask<Name extends keyof Requests>(
  name: Name,
  argument: Parameters<Requests[Name]>[0],
): Promise<Awaited<ReturnType<Requests[Name]>>> {
  if (hasFailed) return Promise.reject(new Error(FAILURE));
  requests += 1;
  const id = requests;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    worker.postMessage({ id, name, argument } satisfies Request);
  });
}
