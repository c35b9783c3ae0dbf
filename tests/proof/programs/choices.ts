/**
 * Random decisions with names. A decision depends on the seed and on its own name alone, never on how many others were made
 * before it, so that one of them can be made plain while the rest stay as they are. That is how a program is shrunk.
 */

/** What all decisions of one program share. */
interface Source {
  readonly seed: number;
  /** Names of decisions that are plain, whatever the seed says. */
  readonly plain: ReadonlySet<string>;
  /** Names of the decisions that were not plain. */
  readonly taken: Set<string>;
  readonly counts: Map<string, number>;
}

export class Choices {
  readonly #source: Source;
  readonly #path: string;

  private constructor(source: Source, path: string) {
    this.#source = source;
    this.#path = path;
  }

  static from(seed: number, plain: ReadonlySet<string> = new Set()): Choices {
    return new Choices({ seed, plain, taken: new Set(), counts: new Map() }, "");
  }

  /** The decisions of one part, under a name of their own. */
  at(name: string): Choices {
    return new Choices(this.#source, this.#nameOf(name));
  }

  /** One of several, each as likely as the others. The first is the plain one. */
  oneOf<Option>(name: string, options: readonly Option[]): Option {
    const index = Math.floor(this.#draw(name) * options.length);
    const option = options[index];
    if (option === undefined) throw new Error(`nothing to choose from for ${name}`);
    return option;
  }

  /** True with a probability; plainly false. */
  chance(name: string, probability: number): boolean {
    return 1 - this.#draw(name) <= probability;
  }

  /** The names of the decisions so far that were not plain. */
  get taken(): readonly string[] {
    return [...this.#source.taken];
  }

  /** A number in [0, 1): 0 for a plain decision. */
  #draw(name: string): number {
    const path = this.#nameOf(name);
    if (this.#source.plain.has(path)) return 0;
    this.#source.taken.add(path);
    return hash(path, this.#source.seed);
  }

  #nameOf(name: string): string {
    const path = `${this.#path}/${name}`;
    const count = this.#source.counts.get(path) ?? 0;
    this.#source.counts.set(path, count + 1);
    return count === 0 ? path : `${path}.${String(count)}`;
  }
}

/** FNV-1a with the finalizer of MurmurHash3: every bit of the name and of the seed decides. */
function hash(text: string, seed: number): number {
  let bits = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
