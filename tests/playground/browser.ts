/** The built site on a host of its own, and a browser that opens it as a person would. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build } from "vite";
import { findChromium } from "../../scripts/chromium.js";

const root = join(import.meta.dirname, "../..");

/** Whether there is a browser; says so where there is none, since tests are then skipped. */
export function hasBrowser(): boolean {
  const isThere = findChromium() != null;
  if (!isThere) process.stdout.write("There is no Chromium: the tests of the page are skipped.\n");
  return isThere;
}

export const FIREFOX = "/usr/bin/firefox-esr";

/** The same for Firefox. */
export function hasFirefox(): boolean {
  const isThere = existsSync(FIREFOX);
  if (!isThere) process.stdout.write("There is no Firefox: the test of the page in it is skipped.\n");
  return isThere;
}

export { startChromium as startBrowser } from "../../scripts/chromium.js";

/** A token of the form that WorkOS's have, with a signature that is none. */
export function tokenOf(claims: Readonly<Record<string, unknown>>): string {
  const parts = [{ alg: "RS256", kid: "key" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return [...parts, "c2lnbmF0dXJl"].join(".");
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** A static host that serves a folder below some path, and knows what it was asked for. */
export class Host {
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor(folder: string, base: string) {
    this.#server = createServer((request: IncomingMessage, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      this.requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
      const path = pathname.startsWith(base) ? join(folder, pathname.slice(base.length)) : "";
      const file = path.endsWith("/") || path === folder ? join(path, "index.html") : path;
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
      response.writeHead(isFile ? 200 : 404, {
        "content-type": TYPES[extname(file)] ?? "text/plain",
        "cache-control": "max-age=600",
      });
      response.end(isFile ? readFileSync(file) : "");
    });
    this.#server.on("upgrade", (request, socket) => {
      this.requests.push(`UPGRADE ${request.url ?? ""}`);
      socket.destroy();
    });
  }

  static async start(folder: string, base = "/some/where/"): Promise<Host> {
    const host = new Host(folder, base);
    await new Promise<void>((resolve) => host.#server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Builds the site, unless it has been built from the same sources, and returns its folder. */
export async function builtSite(): Promise<string> {
  const cache = join(root, "node_modules/.cache/convex-authkit-site");
  mkdirSync(cache, { recursive: true });
  const folder = join(cache, hashOfSources());
  if (existsSync(folder)) return folder;
  for (const old of readdirSync(cache)) if (!old.startsWith("building-")) rmSync(join(cache, old), { recursive: true });
  const fresh = mkdtempSync(join(cache, "building-"));
  await build({ configFile: join(root, "playground/vite.config.js"), logLevel: "warn", build: { outDir: fresh } });
  try {
    renameSync(fresh, folder);
  } catch {
    // Another test file has built the same meanwhile.
    rmSync(fresh, { recursive: true });
  }
  return folder;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const sources = ["docs", "examples", "playground", "src", "package.json", "README.md"];
  for (const path of sources.flatMap((name) => filesIn(join(root, name)))) hash.update(path).update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== "dist" && name !== "node_modules")
    .flatMap((name) => filesIn(join(path, name)));
}
