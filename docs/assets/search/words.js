/* What a word is: the same rules as in generator/language/words.py. And what a mistyped one was meant to be. */

/** @typedef {import("../types.js").SearchIndex} SearchIndex */

/** @param {string} text */
export function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function wordsIn(text) {
  return (
    fold(text)
      .replace(/['’]s(?![\p{L}\p{N}_])/gu, "")
      .match(/[a-z0-9]+/g) || []
  );
}

const BEFORE_A = 96;

/**
 * Which letter a word begins with, as its place among all; 0 stands for any digit.
 *
 * @param {string} word
 */
export function letterOf(word) {
  return Math.max(0, word.charCodeAt(0) - BEFORE_A);
}

const ENDINGS = new Set(
  " s es e d ed ing r er ers or ors ion ions y ies ied ly al ment".split(" "), // the first is none
);
const SHORTEST_ROOT = 5;
export const SHORTEST_CORRECTED = 5;
const TWO_SLIPS = 9; // letters from which two slips are forgiven, if the first letter is right

/**
 * The known word that differs from `typed` in its ending alone and shares most with it; the more frequent one of two.
 *
 * @param {string} typed
 * @param {SearchIndex} index
 */
export function relative(typed, index) {
  /** @type {{ place: number, shared: number, holders: number } | null} */
  let best = null;
  if (typed.length <= SHORTEST_ROOT) return single(typed, index);
  const [first, end] = beginning(index, typed.slice(0, SHORTEST_ROOT));
  for (let place = first; place < end; place++) {
    if (!leads(index, place)) continue;
    const word = index.words[place];
    let shared = SHORTEST_ROOT;
    while (shared < word.length && word[shared] === typed[shared]) shared++;
    if (best && shared < best.shared) continue;
    if (!ENDINGS.has(word.slice(shared)) || !ENDINGS.has(typed.slice(shared))) continue;
    const holders = index.holders[index.terms[place]];
    if (!best || shared > best.shared || holders > best.holders) best = { place, shared, holders };
  }
  return best ? best.place : null;
}

/**
 * The known word of which a short one is the plural: "perps", of "perp".
 *
 * @param {string} typed
 * @param {SearchIndex} index
 */
function single(typed, index) {
  const place = typed.length > 2 && typed.endsWith("s") ? index.place.get(typed.slice(0, -1)) : undefined;
  return place !== undefined && leads(index, place) ? place : null;
}

/**
 * The known word nearest to `typed`, by letters left out, added, exchanged or swapped; the more frequent one of two.
 *
 * @param {string} typed
 * @param {SearchIndex} index
 */
export function corrected(typed, index) {
  if (typed.length < SHORTEST_CORRECTED || /\d/.test(typed)) return null;
  const most = typed.length >= TWO_SLIPS ? 2 : 1;
  const letters = lettersOf(typed);
  const known = lettersOfAll(index);
  /** @type {{ place: number, slips: number, holders: number } | null} */
  let best = null;
  for (let place = 0; place < index.words.length; place++) {
    const word = index.words[place];
    if (Math.abs(word.length - typed.length) > most || count(known[place] ^ letters) > 2 * most) continue;
    if (!leads(index, place)) continue;
    const allowed = Math.min(best ? best.slips : most, word[0] === typed[0] ? most : 1);
    const slips = distance(typed, word, allowed);
    if (slips > allowed) continue;
    const holders = index.holders[index.terms[place]];
    if (!best || slips < best.slips || holders > best.holders) best = { place, slips, holders };
  }
  return best ? best.place : null;
}

/**
 * Where the words begin and end that begin so. Words are sorted; those of its letter have been read.
 *
 * @param {SearchIndex} index
 * @param {string} begun
 * @returns {[first: number, end: number]}
 */
export function beginning({ words, letterWords }, begun) {
  let [first, after] = letterWords.slice(letterOf(begun));
  const last = after;
  while (first < after) {
    const middle = (first + after) >> 1;
    if (words[middle] < begun) first = middle + 1;
    else after = middle;
  }
  let end = first;
  while (end < last && words[end].startsWith(begun)) end++;
  return [first, end];
}

/**
 * Whether a word leads to anything: entries hold it, or a word that stands for the same thing.
 *
 * @param {SearchIndex} index
 * @param {number} place
 */
function leads(index, place) {
  const term = index.terms[place];
  return term >= 0 && (index.holders[term] > 0 || index.synonyms.has(term));
}

/** Letters of each word of an index, as bits: one slip changes two of them at most, which spares most comparisons.
 * @type {WeakMap<SearchIndex, Int32Array>} */
const LETTERS = new WeakMap();

/** @param {SearchIndex} index */
function lettersOfAll(index) {
  let letters = LETTERS.get(index);
  if (!letters) {
    letters = Int32Array.from(index.words, lettersOf);
    LETTERS.set(index, letters);
  }
  return letters;
}

/** @param {string} word */
function lettersOf(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

/** How many bits are set. @param {number} bits */
function count(bits) {
  let held = 0;
  for (let rest = bits; rest; rest &= rest - 1) held++;
  return held;
}

/**
 * Edits between two words (optimal string alignment), or more than `most` as soon as that is certain.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  /** @type {number[]} */
  let older = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        edits = Math.min(edits, older[column - 2] + 1);
      }
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    older = last;
    last = current;
  }
  return last[other.length];
}
