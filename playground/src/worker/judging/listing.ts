/** What to say where a file lists `process.env`: the listing is the cause, whatever follows from it. */
import type { Listings } from "../../../../src/auth-config/values.js";
import type { Judgement } from "../../verdict.js";

const WHY =
  "The file lists the variables in `process.env` – Convex shows that list as empty, so what is made from it is missing.";

/** A judgement that depends on some listings. */
export function judgedForListing(judgement: Judgement, listings: Listings): Judgement {
  const [listing] = listings;
  if (listing == null || (judgement.outcome !== "refused-push" && judgement.outcome !== "rejected")) return judgement;
  const text = "Read each variable by its name.";
  return {
    ...judgement,
    headline: WHY,
    advice: { text, rule: "no-env-enumeration", command: null, range: listing.range },
  };
}
