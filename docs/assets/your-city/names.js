/* Finding a place by what people type: "Dayton Ohio", "dayton oh", "nyc", "st louis", one slip of the finger. */

import { distance, wordsIn } from "../search/words.js";

/** @import { NamedPlace, Place } from "../types.js" */

const SHORTEST_MENDED = 5;
const SAME = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["ft", "fort"],
  ["mt", "mount"],
  ["sto", "santo"],
  ["sta", "santa"],
]);

/**
 * A place with the words that it is found by: those of its label, its state and its other names.
 *
 * @param {Place} place
 * @returns {NamedPlace}
 */
export function findable(place) {
  const names = [place.label, ...place.others].map(plain);
  const compact = names.map((name) => name.join(""));
  return { ...place, names, compact, around: [...plain(place.about), ...names[0]] };
}

/**
 * The places that a text names, those first whose name begins with it, then the largest.
 *
 * @param {NamedPlace[]} places
 * @param {string} text
 */
export function named(places, text) {
  const typed = plain(text);
  if (!typed.length) return [];
  const compact = typed.join("");
  /** @type {NamedPlace[][]} */
  const ranked = [[], [], []];
  for (const one of places) {
    const rank = rankOf(one, typed, compact);
    if (rank !== null) ranked[rank].push(one);
  }
  const found = ranked.flat();
  return found.length || compact.length < SHORTEST_MENDED ? found : mended(places, typed, compact);
}

/**
 * 0 for a name that begins with what was typed, 1 for a name and its state or country, 2 for any of its words; else null.
 *
 * @param {NamedPlace} place
 * @param {string[]} typed
 * @param {string} compact
 */
function rankOf(place, typed, compact) {
  if (place.compact.some((name) => name.startsWith(compact))) return 0;
  const told = place.names.some((name) => {
    let first = 0;
    while (first < typed.length && begins(name[first], typed[first])) first++;
    return first > 0 && typed.slice(first).every((word) => place.around.some((one) => begins(one, word)));
  });
  if (told) return 1;
  const held = place.names.some((name) => typed.every((word) => name.some((one) => begins(one, word))));
  return held ? 2 : null;
}

/**
 * @param {string | undefined} word
 * @param {string} typed
 */
function begins(word, typed) {
  return word?.startsWith(typed) ?? false;
}

/**
 * Places whose name, or name and state, is one slip away.
 *
 * @param {NamedPlace[]} places
 * @param {string[]} typed
 * @param {string} compact
 */
function mended(places, typed, compact) {
  return places.filter((place) =>
    place.names.some((name) =>
      name.some((_, end) => {
        const short = name.slice(0, end + 1).join("");
        if (Math.abs(short.length - compact.length) <= 1 && distance(compact, short, 1) <= 1) return true;
        if (end + 1 >= typed.length) return false;
        const start = typed.slice(0, end + 1).join("");
        const rest = typed.slice(end + 1);
        const isNear = start.length >= SHORTEST_MENDED && distance(start, short, 1) <= 1;
        return isNear && rest.every((word) => place.around.includes(word));
      }),
    ),
  );
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function plain(text) {
  /** @type {string[]} */
  const words = wordsIn(text);
  return words.length < 2 ? words : words.map((word) => SAME.get(word) || word);
}
