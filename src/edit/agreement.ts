/** Which repairs are made: those that every place which their text reaches asks for. */
import type { Reach } from "./reach.js";
import { combine } from "./repair.js";
import type { Repair, RepairOptions } from "./repair.js";

/** Asks for one of several repairs. */
export type Request = () => RepairOptions;

interface Option {
  readonly repair: Repair;
  /** Equal for equal edits. */
  readonly key: string;
}

/** What all requests of one rule in one file agree on. */
export class Agreement {
  readonly #reach: Reach;
  readonly #options = new Map<Request, readonly Option[]>();
  /** The places that ask for an edit, by the key of the edit. */
  readonly #wanted = new Map<string, Set<string>>();
  /** Whether an edit is made, by its key. */
  readonly #agreed = new Map<string, boolean>();

  constructor(requests: readonly Request[], reach: Reach) {
    this.#reach = reach;
    for (const request of requests) {
      const options = request().map((repair) => ({ repair, key: JSON.stringify(repair.edits) }));
      this.#options.set(request, options);
      for (const option of options) this.#note(option);
    }
  }

  #note({ key, repair }: Option): void {
    const wanted = this.#wanted.get(key) ?? new Set();
    for (const place of repair.places) wanted.add(this.#reach.keyOf(place));
    this.#wanted.set(key, wanted);
  }

  /** The repair that several places make together: one of the requests of each, or none at all. */
  repairFor(wishes: readonly (readonly Request[])[]): Repair | null {
    const chosen = new Map<string, Repair>();
    for (const requests of wishes) {
      const options = requests.flatMap((request) => this.#options.get(request) ?? []);
      const option = options.find((candidate) => this.#isAgreed(candidate));
      if (option == null) return null;
      chosen.set(option.key, option.repair);
    }
    return combine(...[...chosen.values()].map((repair) => [repair]))[0] ?? null;
  }

  #isAgreed({ key, repair }: Option): boolean {
    const known = this.#agreed.get(key);
    if (known != null) return known;
    const isAgreed = this.#isWantedEverywhere(repair, this.#wanted.get(key));
    this.#agreed.set(key, isAgreed);
    return isAgreed;
  }

  #isWantedEverywhere({ places }: Repair, wanted: ReadonlySet<string> | undefined): boolean {
    return places.every((place) => {
      for (const reached of this.#reach.reachedBy(place)) if (wanted?.has(reached) !== true) return false;
      return !this.#reach.hasUnseenUses(place.node);
    });
  }
}
