/**
 * What listing `process.env` does to a config. Convex's `process.env` answers reads of single names and shows nothing else, so a listing
 * is known to be empty; that is a defect where something is broken because of it. The listing is the cause then, and not what depends on it.
 */
import type { AuthConfig, Variant } from "./config.js";
import { leaveOpen } from "./leave-open.js";
import { Provider } from "./provider.js";
import { Shape } from "./shape.js";
import { isNullish, listingsOf, unionOf } from "./values.js";
import type { Listings, ObjectValue } from "./values.js";

/** The listings without which the file would not be broken as it is. */
export function harmfulListings({ endings, variants }: AuthConfig): Listings {
  return unionOf([...endings.threw.map(({ thrown }) => thrown.listings), ...variants.map(harmfulListingsIn)]);
}

/** The listings without which the file would not be broken as it is on one way through it. */
export function harmfulListingsIn(variant: Variant): Listings {
  return unionOf([...harmIn(variant)]);
}

function* harmIn({ context, list, listedObjects, listings }: Variant): Generator<Listings> {
  const exact = (object: ObjectValue): Provider => new Provider(object, context);
  if (listings.size > 0 && !listedObjects.some((object) => exact(object).mayTakeSessionTokens)) yield listings;
  for (const element of list?.elements ?? []) if (element.kind !== "object") yield listingsOf(element);
  for (const object of listedObjects) {
    const own = listingsIn(object);
    if (own.size > 0 && isBroken(exact(object))) yield own;
  }
}

/** Whether anything about a provider is an error, whatever the cause. */
function isBroken(provider: Provider): boolean {
  const { defect, issuer, jwks, type } = provider;
  const shape = new Shape(provider);
  if (defect != null || type === "misspelt" || shape.untyped != null || shape.missing.length > 0) return true;
  if (issuer?.damage != null || (provider.isWorkOS && jwks?.damage != null)) return true;
  const audience = provider.member("applicationID");
  if (provider.isSharedWithStrangers) return audience == null || isNullish(audience.value);
  return provider.role === "user-management" && provider.unwantedAudiences.length > 0;
}

function listingsIn(object: ObjectValue): Listings {
  const all = [listingsOf(object)];
  for (const { value } of object.members.values()) all.push(listingsOf(value));
  return unionOf(all);
}

/** An object as the other rules see it: what depends on a listing is unknown. */
export function withoutListings(object: ObjectValue): ObjectValue {
  const left = leaveOpen(object, ({ value }) => listingsOf(value).size > 0);
  return listingsOf(object).size === 0 ? left : { ...left, isClosed: false };
}
