/**
 * An app in the fragment of a URL, which browsers send to no server: `#app=` and what can be shared, compressed. Variables and tokens
 * are no part of it.
 */
import { isFramework } from "../../src/platform/frameworks.js";
import type { App } from "./app.js";

/** The part of an app that may be shared. */
export interface Shared extends Pick<App, "framework" | "isStrict" | "routePath"> {
  readonly authConfig: string;
  readonly route: string;
}

const PREFIX = "#app=";

/** More than any config and route; what is longer is refused, so that a link cannot fill the memory. */
const MAX_LENGTH = 1_000_000;

export function sharedPart({ framework, routePath, isStrict, texts }: App): Shared {
  return { framework, routePath, isStrict, authConfig: texts.authConfig, route: texts.route };
}

/** The fragment of a URL that opens the page with an app. */
export async function toFragment({ framework, routePath, isStrict, authConfig, route }: Shared): Promise<string> {
  const stream = new Blob([JSON.stringify({ framework, routePath, isStrict, authConfig, route })])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return PREFIX + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What a fragment holds; null for one that holds no app, or is damaged. */
export async function fromFragment(fragment: string): Promise<Shared | null> {
  if (!fragment.startsWith(PREFIX)) return null;
  try {
    const binary = atob(fragment.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readShared(JSON.parse(await inflate(bytes)));
  } catch {
    return null;
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    text += value;
    if (text.length > MAX_LENGTH) throw new Error("This is too long");
  }
  return text;
}

function readShared(value: unknown): Shared | null {
  if (typeof value !== "object" || value == null) return null;
  const { framework, routePath, isStrict, authConfig, route } = value as Record<keyof Shared, unknown>;
  if (
    typeof framework !== "string" ||
    !isFramework(framework) ||
    typeof routePath !== "string" ||
    typeof isStrict !== "boolean"
  )
    return null;
  return typeof authConfig === "string" && typeof route === "string"
    ? { framework, routePath, isStrict, authConfig, route }
    : null;
}
