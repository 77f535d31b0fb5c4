/* From a query to ranked rows.

First every entry: how well it holds the words (impacts of BM25F), and whether it speaks of the same thing (directions
of words). Then the best practices once more: a title or a question that by itself holds most of the query is a better
sign than words scattered over a page. */

import { cards, meanings, open, postings } from "./store.js";
import { corrected, relative, wordsIn } from "./words.js";

const MEANING = 5; // what full agreement in meaning is worth beside the impacts of words
const FEW = 4; // what fewer entries hold is looked up by its synonyms too
const SYNONYM = 0.6; // what they count beside the word itself
const LIGHT = 0.7; // what a word that says little counts
const READ_AGAIN = 10; // practices whose title and questions are looked at
const PASSAGE = 0.7; // what the best of them is worth
const PASSAGE_LENGTH = 0.1; // and how much less for each of its words
const COMPLETIONS = 8; // endings tried for a word that is still being typed
const SHORTEST_COMPLETED = 3;
const SHARE_OF_BEST = 0.4; // what scores less than this share of the best is not a result
const NEAR = 0.5; // agreement in meaning from which an entry is a result that holds none of the words

/**
 * Rank all entries for a query.
 *
 * Returns `rows`, for each kind those that answer it, best first; the `scores` of all rows; `covered`, the share of the
 * query that each holds, and its `agreement` in meaning (-1 to 1); the `terms` to mark; `corrections`, pairs of what
 * was typed and what was taken; the words that are `unknown` to every entry; and whether the query is `empty`.
 */
export async function search(query, typing) {
  const index = await open();
  const asked = understood(index, query, typing);
  const scores = new Float32Array(index.size);
  const covered = new Float32Array(index.size);
  const [lists, vectors] = await Promise.all([
    Promise.all(asked.groups.map(function (group) { return postings(index, Array.from(group.weights.keys())); })),
    meanings(index, asked.words.map(function (word) { return word.place; })),
  ]);
  asked.groups.forEach(function (group, number) {
    const weights = Array.from(group.weights.values());
    const best = weights.length > 1 ? bestOf(lists[number], weights) : lists[number][0];
    const share = group.rarity / asked.rarity;
    const factor = group.weight * index.impact * (weights.length > 1 ? 1 : weights[0]);
    for (let place = 0; place < best.rows.length; place++) {
      scores[best.rows[place]] += factor * best.impacts[place];
      covered[best.rows[place]] += share;
    }
  });
  const agreement = agreements(index, asked.words, vectors);
  for (let row = 0; row < agreement.length; row++) scores[row] += MEANING * Math.max(0, agreement[row]);
  await readAgain(index, asked.groups, scores);
  return {
    index: index,
    rows: chosen(index, scores, covered, agreement),
    scores: scores,
    covered: covered,
    agreement: agreement,
    terms: new Set(asked.groups.flatMap(function (group) { return Array.from(group.weights.keys()); })),
    corrections: asked.corrections,
    unknown: asked.unknown,
    empty: !asked.groups.length && !asked.words.length && !asked.unknown.length,
  };
}

/** The query as groups of terms, any of which will do, and as words of known meaning. */
function understood(index, query, typing) {
  const typed = wordsIn(query);
  const last = typing && /[\p{L}\p{N}]$/u.test(query) ? typed[typed.length - 1] : null;
  const asked = { groups: [], words: [], corrections: [], unknown: [], rarity: 0 };
  const taken = new Set();
  new Set(typed).forEach(function (word) {
    if (index.filler.has(word)) return;
    let place = index.place.get(word);
    if (place === undefined && word === last) {
      const ends = completions(index, word);
      if (ends.size) asked.groups.push({ weights: ends, weight: 1, rarity: rarityOf(index, ends) });
      if (ends.size || word.length < SHORTEST_COMPLETED) return;
    }
    if (place === undefined) {
      const same = relative(word, index);
      place = same === null ? corrected(word, index) : same;
      if (place === null) {
        asked.unknown.push(word);
        return;
      }
      if (same === null) asked.corrections.push([word, index.words[place]]);
    }
    const weight = index.light.has(word) ? LIGHT : 1;
    const term = index.terms[place];
    const weights = withSynonyms(index, term);
    asked.words.push({ place: place, weight: weight });
    if (!weights.size) asked.unknown.push(word);
    else if (!taken.has(term)) asked.groups.push({ weights: weights, weight: weight, rarity: weight * rarityOf(index, weights) });
    taken.add(term);
  });
  asked.groups.forEach(function (group) { asked.rarity += group.rarity; });
  asked.rarity += asked.unknown.length * rarity(index, 0);
  return asked;
}

/** A term, and if few entries hold it those of the same meaning, with what each counts. */
function withSynonyms(index, term) {
  const weights = new Map();
  if (term >= 0 && index.holders[term]) weights.set(term, 1);
  if ((index.holders[term] || 0) >= FEW) return weights;
  (index.synonyms.get(term) || []).forEach(function (other) { if (index.holders[other]) weights.set(other, SYNONYM); });
  return weights;
}

/** Terms of the most frequent words that begin with what was typed so far; the less frequent ones count less. */
function completions(index, begun) {
  if (begun.length < SHORTEST_COMPLETED) return new Map();
  let first = 0;
  let end = index.words.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (index.words[middle] < begun) first = middle + 1;
    else end = middle;
  }
  const terms = new Set();
  for (let place = first; place < index.words.length && index.words[place].startsWith(begun); place++) {
    if (index.terms[place] >= 0 && index.holders[index.terms[place]]) terms.add(index.terms[place]);
  }
  const ranked = Array.from(terms).sort(function (one, other) { return index.holders[other] - index.holders[one]; });
  return new Map(ranked.slice(0, COMPLETIONS).map(function (term) {
    return [term, Math.sqrt(index.holders[term] / index.holders[ranked[0]])];
  }));
}

/** Each row that holds any term of a group, with the largest impact, as two lists. */
function bestOf(lists, weights) {
  const best = new Map();
  lists.forEach(function (list, number) {
    for (let place = 0; place < list.rows.length; place++) {
      const impact = weights[number] * list.impacts[place];
      if (!(best.get(list.rows[place]) >= impact)) best.set(list.rows[place], impact);
    }
  });
  return { rows: Array.from(best.keys()), impacts: Array.from(best.values()) };
}

/** How much it tells that an entry holds a group: as much as its first term does. */
function rarityOf(index, weights) {
  return rarity(index, index.holders[weights.keys().next().value]);
}

function rarity(index, holders) {
  return Math.log(1 + (index.size - holders + 0.5) / (holders + 0.5));
}

/** Cosine of the query's words together and each row that has a meaning. */
function agreements(index, words, vectors) {
  const width = index.dimensions;
  const sum = new Float32Array(width);
  vectors.forEach(function (vector, number) {
    for (let place = 0; place < width; place++) sum[place] += words[number].weight * vector[place];
  });
  const length = Math.hypot.apply(null, sum);
  const agreement = new Float32Array(index.vectors.length / width);
  if (!length) return agreement;
  for (let row = 0; row < agreement.length; row++) {
    let product = 0;
    for (let place = 0, at = row * width; place < width; place++, at++) product += sum[place] * index.vectors[at];
    agreement[row] = product / length;
  }
  return agreement;
}

/** Add to the best practices what their title or one of their questions holds of the query. */
async function readAgain(index, groups, scores) {
  if (!groups.length) return;
  const rows = highest(scores, index.practices, READ_AGAIN);
  (await cards(index, rows)).forEach(function ([, passages], number) {
    const held = passages.map(function (terms) {
      const sum = groups.reduce(function (before, group) {
        const best = Math.max.apply(null, terms.map(function (term) { return group.weights.get(term) || 0; }).concat(0));
        return before + group.rarity * best;
      }, 0);
      return sum / (1 + PASSAGE_LENGTH * terms.length);
    });
    scores[rows[number]] += PASSAGE * Math.max.apply(null, held.concat(0));
  });
}

/** The rows before `end` with the highest scores above 0, best first. */
function highest(scores, end, most) {
  const rows = [];
  for (let row = 0; row < end; row++) {
    if (!(scores[row] > 0) || (rows.length === most && scores[row] <= scores[rows[most - 1]])) continue;
    let place = Math.min(rows.length, most - 1);
    while (place > 0 && scores[rows[place - 1]] < scores[row]) {
      rows[place] = rows[place - 1];
      place--;
    }
    rows[place] = row;
  }
  return rows;
}

/** Rows of each kind that come near the best of their kind, best first. */
function chosen(index, scores, covered, agreement) {
  const rows = {};
  index.kinds.forEach(function ([kind, count]) {
    const begin = index.starts[kind];
    let best = 0;
    for (let row = begin; row < begin + count; row++) best = Math.max(best, scores[row]);
    const held = [];
    for (let row = begin; row < begin + count; row++) {
      if (scores[row] >= SHARE_OF_BEST * best && (covered[row] > 0 || agreement[row] >= NEAR)) held.push(row);
    }
    rows[kind] = held.sort(function (one, other) { return scores[other] - scores[one] || one - other; });
  });
  return rows;
}
