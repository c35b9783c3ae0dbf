/**
 * Which repairs are made: those that every place which their text reaches asks for.
 */
import { combine } from "../edit/editor.js";
import type { Editor, Repair } from "../edit/editor.js";
import type { Finding } from "../rule-definition.js";
import type { Places } from "./places.js";

interface Offer {
  readonly repair: Repair;
  /** Equal for equal edits. */
  readonly key: string;
}

/** The repairs that all findings of one rule in one file offer. */
export class Offers {
  readonly #places: Places;
  readonly #byFinding = new Map<Finding<string>, readonly Offer[]>();
  /** The places that ask for an edit, by the key of the edit. */
  readonly #wanted = new Map<string, Set<string>>();
  /** Whether an edit is made, by its key. */
  readonly #agreed = new Map<string, boolean>();

  constructor(findings: readonly Finding<string>[], editor: Editor, places: Places) {
    this.#places = places;
    for (const finding of findings) {
      const offers = (finding.fix?.(editor) ?? []).map((repair) => ({ repair, key: JSON.stringify(repair.edits) }));
      this.#byFinding.set(finding, offers);
      for (const { key, repair } of offers) {
        const wanted = this.#wanted.get(key) ?? new Set();
        for (const touch of repair.touches) wanted.add(places.keyOf(touch));
        this.#wanted.set(key, wanted);
      }
    }
  }

  /** The repair of findings that share a place: all of their edits together, or none. */
  agreed(findings: readonly Finding<string>[]): Repair | null {
    const chosen = new Map<string, Repair>();
    for (const finding of findings) {
      const offer = this.#byFinding.get(finding)?.find((candidate) => this.#isAgreed(candidate));
      if (offer == null) return null;
      chosen.set(offer.key, offer.repair);
    }
    return combine(...[...chosen.values()].map((repair) => [repair]))[0] ?? null;
  }

  #isAgreed({ key, repair }: Offer): boolean {
    const known = this.#agreed.get(key);
    if (known != null) return known;
    const isAgreed = this.#isWantedEverywhere(repair, this.#wanted.get(key));
    this.#agreed.set(key, isAgreed);
    return isAgreed;
  }

  #isWantedEverywhere(repair: Repair, wanted: ReadonlySet<string> | undefined): boolean {
    return repair.touches.every((touch) => {
      for (const place of this.#places.reachedBy(touch)) if (wanted?.has(place) !== true) return false;
      return !this.#places.hasUnseenUses(touch.node);
    });
  }
}
