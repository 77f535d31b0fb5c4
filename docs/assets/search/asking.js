/* What a query asks for: groups of terms, any of which will do, and words of known meaning. */

import { beginning, corrected, relative, wordsIn } from "./words.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Group} Group */
/** @typedef {import("../types.js").Postings} Postings */

/**
 * The word that is still being typed, if it is none yet and there are some that begin so; else null.
 *
 * @param {SearchIndex} index
 * @param {string} query
 */
export function unfinished(index, query) {
  const last = /[\p{L}\p{N}]$/u.test(query) ? wordsIn(query).pop() : undefined;
  if (!last || index.filler.has(last) || index.place.has(last)) return null;
  return last.length < index.ranking.shortestCompleted || completions(index, last).size ? last : null;
}

/**
 * The query as groups of terms and as words. `begun` is the word that is still being typed; `right` words are no slips;
 * `others` are what a word may be instead, where another language has one word for both; `own` the practices that hold it
 * as it was asked in that language.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {string | null} begun
 * @param {Set<string>} right
 * @param {Map<string, string[]>} [others]
 * @param {Map<string, Postings[]>} [own]
 * @returns {Asked}
 */
export function understood(index, query, begun, right, others = new Map(), own = new Map()) {
  /** @type {Asked} */
  const asked = { groups: [], aside: [], words: [], corrections: [], unknown: [], tells: 0 };
  /** @type {Set<number>} */
  const taken = new Set();
  for (const word of new Set(wordsIn(query))) {
    if (index.filler.has(word)) continue;
    if (word === begun) {
      const ends = completions(index, word);
      if (ends.size) asked.groups.push(group(index, word, ends, 1, []));
      continue;
    }
    const place = placeOf(index, word, right, asked);
    const lists = own.get(word) || [];
    if (place !== null) take(index, word, [place, ...placesOf(index, others.get(word) || [])], lists, asked, taken);
    else if (lists.length) asked.groups.push(group(index, word, new Map(), index.ranking.ownAlone, lists));
    else asked.unknown.push(word);
  }
  return asked;
}

/**
 * Where a word stands among those that the index knows, the nearest one if it is a slip; null if there is none.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @param {Set<string>} right
 * @param {Asked} asked
 */
function placeOf(index, word, right, asked) {
  const known = index.place.get(word);
  if (known !== undefined) return known;
  const same = relative(word, index);
  if (same !== null || right.has(word)) return same;
  const meant = corrected(word, index);
  if (meant !== null) asked.corrections.push([word, index.words[meant]]);
  return meant;
}

/**
 * Where those of these words stand that the index knows.
 *
 * @param {SearchIndex} index
 * @param {string[]} words
 */
export function placesOf(index, words) {
  return words.flatMap((word) => index.place.get(word) ?? []);
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @param {number[]} places where it stands, and then what it may be instead
 * @param {Postings[]} own
 * @param {Asked} asked
 * @param {Set<number>} taken
 */
function take(index, word, [place, ...others], own, asked, taken) {
  const weight = index.light.has(word) ? index.ranking.light : 1;
  const term = index.terms[place];
  const weights = withSynonyms(index, term);
  for (const other of others) {
    const held = index.terms[other];
    if (held >= 0 && index.holders[held] && !weights.has(held)) weights.set(held, index.ranking.other);
  }
  const found = group(index, word, weights, weight, own);
  asked.words.push({ place, weight, group: found });
  if (!weights.size && !own.length) {
    asked.unknown.push(word); // though pages of the site itself may hold it
    if (term >= 0) asked.aside.push(group(index, word, new Map([[term, 1]]), weight, []));
  } else if (!taken.has(term)) asked.groups.push(found);
  taken.add(term);
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @param {Map<number, number>} weights
 * @param {number} weight
 * @param {Postings[]} own
 * @returns {Group}
 */
function group(index, word, weights, weight, own) {
  return { word, weights, weight, own, rarity: weight * rarityOf(index, { weights, own }), tells: 0 };
}

/**
 * What each group tells of what is asked: the more, the rarer it is, and the longer the vector of its word.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 * @param {Float32Array[]} vectors
 */
export function weigh(index, asked, vectors) {
  const lengths = new Map(asked.words.map((word, number) => [word.group, Math.hypot(...vectors[number])]));
  const known = [...lengths.values()].filter(Boolean);
  const usual = known.length ? known.reduce((sum, one) => sum + one, 0) / known.length : 1;
  const strange = rarity(index, 0);
  for (const one of asked.groups) one.tells = (one.rarity * (lengths.get(one) || usual)) / usual;
  for (const one of asked.aside) one.tells = strange;
  asked.tells = asked.unknown.length * strange;
  for (const one of asked.groups) asked.tells += one.tells;
}

/**
 * A term, and if few entries hold it those of the same meaning, with what each counts.
 *
 * @param {SearchIndex} index
 * @param {number} term
 */
function withSynonyms(index, term) {
  /** @type {Map<number, number>} */
  const weights = new Map();
  const holders = index.holders[term] || 0;
  if (holders) weights.set(term, 1);
  for (const other of synonymsOf(index, term)) {
    if (index.holders[other]) weights.set(other, index.ranking.synonym);
  }
  return weights;
}

/**
 * Terms that stand for the same thing, if few entries hold a term.
 *
 * @param {SearchIndex} index
 * @param {number} term
 * @returns {Iterable<number>}
 */
function synonymsOf(index, term) {
  return (index.holders[term] < index.ranking.few && index.synonyms.get(term)) || [];
}

/**
 * Terms that may be looked up for these words instead.
 *
 * @param {SearchIndex} index
 * @param {string[]} words
 */
export function alike(index, words) {
  const places = words.flatMap((word) => index.place.get(word) ?? relative(word, index) ?? []);
  return places.flatMap((place) => [...synonymsOf(index, index.terms[place])]);
}

/**
 * Terms of the most frequent words that begin with what was typed so far; the less frequent ones count less.
 *
 * @param {SearchIndex} index
 * @param {string} begun
 * @returns {Map<number, number>}
 */
function completions(index, begun) {
  if (begun.length < index.ranking.shortestCompleted) return new Map();
  const { holders } = index;
  /** @type {Set<number>} */
  const terms = new Set();
  const [first, end] = beginning(index, begun);
  for (let place = first; place < end; place++) {
    const term = index.terms[place];
    if (term >= 0 && holders[term]) terms.add(term);
  }
  const ranked = [...terms].sort((one, other) => holders[other] - holders[one]);
  return new Map(
    ranked.slice(0, index.ranking.completions).map((term) => [term, Math.sqrt(holders[term] / holders[ranked[0]])]),
  );
}

/**
 * How much it tells that an entry holds a group: as much as its first term does.
 *
 * @param {SearchIndex} index
 * @param {Pick<Group, "weights" | "own">} group
 */
export function rarityOf(index, { weights, own }) {
  const [first] = weights.keys();
  return rarity(index, first === undefined ? own[0]?.rows.length || 0 : index.holders[first] || 0);
}

/**
 * @param {SearchIndex} index
 * @param {number} holders
 */
function rarity(index, holders) {
  return Math.log1p((index.counted - holders + 0.5) / (holders + 0.5));
}

/**
 * What is not found, in a few words: a short query as it is, of a long one the word that no practice knows or that tells
 * most. Several are alternatives.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 * @param {string} text
 * @returns {string[]}
 */
export function named(index, asked, text) {
  const words = wordsIn(text).filter((word) => !index.filler.has(word));
  if (words.length <= index.ranking.short) return [words.join(" ")];
  if (asked.unknown.length) return asked.unknown.slice(0, 2);
  return [asked.groups.reduce((most, one) => (one.tells > most.tells ? one : most)).word];
}
