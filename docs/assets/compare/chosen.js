/* What is to be put side by side: two to four practices, or two to four cities. A value, and its form in an address. */

import { many } from "../components/language.js";

/** @import { Choice, Kind } from "../types.js" */

export const MOST = 4;
export const LEAST = 2;
const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
/** @type {Record<Kind, { folder: string, isId: RegExp }>} */
export const KINDS = {
  p: { folder: "practices", isId: new RegExp(`^${SLUG}/${SLUG}$`) },
  c: { folder: "cities", isId: new RegExp(`^${SLUG}$`) },
};

/** @returns {Choice} */
export function nothing() {
  return { kind: "p", ids: [] };
}

/**
 * What an address asks for. What is no id, stands twice or is one too many is left out.
 *
 * @param {string} search the part of an address from its question mark on
 * @returns {Choice}
 */
export function chosenIn(search) {
  const asked = new URLSearchParams(search);
  const kind = asked.has("p") || !asked.has("c") ? "p" : "c";
  return { kind, ids: known(kind, (asked.get(kind) ?? "").split(",")) };
}

/**
 * The same as the end of an address; "" for nothing.
 *
 * @param {Choice} choice
 */
export function asSearch({ kind, ids }) {
  return ids.length ? `?${kind}=${ids.join(",")}` : "";
}

/**
 * With this one added, or taken out where it is in already. Practices and cities don't mix: the first of the other kind
 * begins anew. Null where no more go in.
 *
 * @param {Choice} choice
 * @param {Kind} kind
 * @param {string} id
 * @returns {Choice | null}
 */
export function toggled(choice, kind, id) {
  const ids = choice.kind === kind ? choice.ids : [];
  if (ids.includes(id)) return { kind, ids: ids.filter((one) => one !== id) };
  return ids.length < MOST ? { kind, ids: known(kind, [...ids, id]) } : null;
}

/**
 * @param {Kind} kind
 * @param {string[]} ids
 */
function known(kind, ids) {
  const wanted = ids.filter((id) => KINDS[kind].isId.test(id));
  return Array.from(new Set(wanted)).slice(0, MOST);
}

/**
 * How many are chosen, in a sentence.
 *
 * @param {Choice} choice
 */
export function inWords({ kind, ids }) {
  if (kind === "p") return many("%(count)s practice chosen.", "%(count)s practices chosen.", ids.length);
  return many("%(count)s city chosen.", "%(count)s cities chosen.", ids.length);
}
