/**
 * The world in which an auth config is sound or broken, as docs/severity.md states it.
 *
 * Nothing here looks at source text: a config has been executed, Convex's push validates the result, tokens are signed with
 * real keys and offered to the providers, and the key sets come from a table of URLs.
 */
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import type { CryptoKey, JSONWebKeySet } from "jose";
import { acceptedAlgorithms, acceptsAudience, issuerOf, matchToken, validatePush } from "../../src/platform/convex.js";
import type { Provider } from "../../src/platform/convex.js";
import type { Environment, Execution } from "./execute.js";

/** One execution of a file, with the variables that it was given. */
export interface Run {
  readonly environment: Environment;
  readonly execution: Execution;
}

/** Why a file is broken, one line a reason; a sound file has none. */
export interface Verdict {
  readonly broken: boolean;
  readonly reasons: readonly string[];
}

const apiHost = "api.workos.com";
const sharedIssuer = `https://${apiHost}/`;
const clientIdPattern = /client_[A-Za-z0-9]{20,}/g;
/** The client id of a sibling app: in no file, but its tokens are signed with the environment's keys. */
const strangerId = "client_01HSTRANGERSTRANGERSTRANG0";

/**
 * Judges all runs of one file: broken as soon as one of them is.
 *
 * `namesWorkos` says that the file's text holds a WorkOS provider. If no run shows one, then it is never reached, and
 * no session token is accepted.
 */
export async function judge(runs: readonly Run[], options: { readonly namesWorkos: boolean }): Promise<Verdict> {
  const reasons: string[] = [];
  let workosSeen = false;
  for (const { environment, execution } of runs) {
    const result = await judgeRun(environment, execution);
    workosSeen ||= result.workosSeen;
    reasons.push(...result.reasons);
  }
  if (reasons.length === 0 && options.namesWorkos && !workosSeen) {
    reasons.push("the WorkOS provider of the file is never reached");
  }
  return { broken: reasons.length > 0, reasons: [...new Set(reasons)] };
}

interface RunResult {
  readonly workosSeen: boolean;
  readonly reasons: readonly string[];
}

async function judgeRun(environment: Environment, execution: Execution): Promise<RunResult> {
  if (execution.outcome === "unresolved") throw new Error(`nothing is known about ${execution.specifier}`);
  if (execution.outcome !== "exported") return refused(execution.message);
  const push = validatePush(execution.value);
  if (!push.accepted) return refused(push.refusal.message);

  const world = new World(environment, push.providers);
  const workos = push.providers.filter(isWorkos);
  const reasons: string[] = [];
  for (const provider of workos) reasons.push(...(await world.defectsOf(provider)));
  if (workos.length > 0 && !(await world.acceptsSession(push.providers))) reasons.push("no session token is accepted");
  return { workosSeen: workos.length > 0, reasons };
}

function refused(message: string): RunResult {
  return { workosSeen: true, reasons: [`push refused: ${message}`] };
}

interface Token {
  readonly iss: string;
  readonly aud: string | undefined;
  /** The WorkOS environment whose key signs it. */
  readonly signer: string;
}

/** The WorkOS environments and tokens that one executed config can meet. */
class World {
  readonly #environment: Environment;
  readonly #ids: readonly string[];

  constructor(environment: Environment, providers: readonly Provider[]) {
    this.#environment = environment;
    const texts = [
      ...Object.values(environment),
      ...providers.flatMap((provider) => Object.values(provider) as unknown[]),
    ];
    const ids = texts.flatMap((text) => (typeof text === "string" ? [...text.matchAll(clientIdPattern)] : []));
    this.#ids = [...new Set(ids.map(([id]) => id))];
  }

  /** What is wrong with a WorkOS provider, looked at alone; twins and neighbours decide nothing. */
  async defectsOf(provider: Provider): Promise<readonly string[]> {
    if (isGated(provider)) return [];
    const name = issuerOf(provider);
    const defects: string[] = [];
    if (!(await this.#accepts(provider, [...this.#sessions(), ...this.#sharedTokens()]))) {
      defects.push(`${name} accepts no token that it is there for`);
    }
    if (await this.#accepts(provider, this.#strangers())) defects.push(`${name} accepts a stranger's token`);
    return defects;
  }

  /** Whether any provider takes an AuthKit session; issuers that are not judged are trusted to be there for that. */
  async acceptsSession(providers: readonly Provider[]): Promise<boolean> {
    for (const provider of providers) {
      if (namesClient(provider) && (isGated(provider) || !isWorkos(provider))) return true;
      if (await this.#accepts(provider, this.#sessions())) return true;
    }
    return false;
  }

  #sessions(): readonly Token[] {
    return this.#ids.map((id) => ({
      iss: `https://${apiHost}/user_management/${id}`,
      aud: undefined,
      signer: this.#signer(id),
    }));
  }

  #sharedTokens(): readonly Token[] {
    return this.#ids.map((id) => ({ iss: sharedIssuer, aud: id, signer: this.#signer(id) }));
  }

  #strangers(): readonly Token[] {
    return this.#ids.flatMap((id) =>
      [strangerId, undefined].map((aud) => ({ iss: sharedIssuer, aud, signer: this.#signer(id) })),
    );
  }

  // All variables of a deployment belong to one WorkOS environment (its own id, the app's id); each literal to another.
  #signer(id: string): string {
    return Object.values(this.#environment).includes(id) ? "deployment" : id;
  }

  async #accepts(provider: Provider, tokens: readonly Token[]): Promise<boolean> {
    for (const token of tokens) if (await this.#verifies(provider, token)) return true;
    return false;
  }

  async #verifies(provider: Provider, token: Token): Promise<boolean> {
    if (!matchToken([provider], token).matched || !acceptsAudience(provider, token)) return false;
    // No WorkOS issuer of these tokens publishes a discovery document.
    if (provider.type === "oidc") return false;
    const keys = await this.#answer(provider.jwks);
    if (keys === "not judged") return true;
    if (keys === "nothing") return false;
    try {
      await jwtVerify(await sign(token), createLocalJWKSet(keys), { algorithms: [...acceptedAlgorithms(provider)] });
      return true;
    } catch {
      return false;
    }
  }

  /** What a GET of a JWKS URL gives: the table holds one URL for each client id, and other vendors are not asked. */
  async #answer(url: string): Promise<JSONWebKeySet | "not judged" | "nothing"> {
    const parsed = parse(url);
    if (parsed?.protocol === "data:") return "not judged";
    const [, host = "", path = ""] = /^https:\/\/([^/?#]*)(.*)$/.exec(url) ?? [];
    const id = this.#ids.find((each) => path === `/sso/jwks/${each}`);
    if (host.toLowerCase() === apiHost && id !== undefined) return { keys: [(await keyOf(this.#signer(id))).jwk] };
    if (parsed === null || parsed.host === "") return "nothing";
    const near = isWorkosHost(parsed) || parsed.hostname.endsWith(".authkit.app");
    return near ? "nothing" : "not judged";
  }
}

interface Key {
  readonly privateKey: CryptoKey;
  readonly jwk: JSONWebKeySet["keys"][number];
}

const keys = new Map<string, Promise<Key>>();
const signed = new Map<string, Promise<string>>();

function keyOf(environment: string): Promise<Key> {
  return remember(keys, environment, async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `sso_oidc_key_pair_${environment}`, alg: "RS256", use: "sig" };
    return { privateKey, jwk };
  });
}

function sign({ iss, aud, signer }: Token): Promise<string> {
  return remember(signed, JSON.stringify([iss, aud, signer]), async () => {
    const { privateKey, jwk } = await keyOf(signer);
    const token = new SignJWT({ sid: "session_01" }).setProtectedHeader({ alg: "RS256", kid: jwk.kid ?? "" });
    token.setIssuer(iss).setSubject("user_01").setIssuedAt().setExpirationTime("1 day");
    if (aud !== undefined) token.setAudience(aud);
    return token.sign(privateKey);
  });
}

function remember<Value>(cache: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

// What a person meant is read past the debris of copying; what Convex compares is the text as it stands.
function intendedIssuer(provider: Provider): URL | null {
  const text = issuerOf(provider).replaceAll(/[<>"'`,;\s]/g, "");
  return parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
}

/** A provider that is there for WorkOS tokens, well or badly written. */
function isWorkos(provider: Provider): boolean {
  const intended = intendedIssuer(provider);
  return intended !== null && isWorkosHost(intended);
}

function isWorkosHost({ hostname, pathname }: URL): boolean {
  if (hostname === "workos.com" || hostname.endsWith(".workos.com")) return true;
  return /^\/+(user_management|sso|oauth2)(\/|$)/.test(pathname) && editDistance(hostname, apiHost) <= 2;
}

const clientPath = /^\/(?:sso|convex|user_management)\/[^/]+\/?$/;

function namesClient(provider: Provider): boolean {
  const intended = intendedIssuer(provider);
  return intended !== null && clientPath.test(intended.pathname);
}

/** Issuers that WorkOS hands out on request: their tokens are not known here. */
function isGated(provider: Provider): boolean {
  return /^https:\/\/api\.workos\.com\/(?:sso|convex)\/client_[A-Za-z0-9]{20,}\/*$/.test(issuerOf(provider));
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...left].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...right].entries()) {
      const substituted = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
