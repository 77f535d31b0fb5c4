/* From a query to ranked rows.

A question in another language is told in English first. Then every entry: how well it holds the words (impacts of BM25F),
and whether it speaks of the same thing (directions of words). Then the best practices once more, passage by passage: a
title or a question that by itself holds most of the query, or comes near it in meaning, is a better sign than words
scattered over a page. Last, whether the best of them answers at all, or only shares words. */

import { cards, english, lexicons, meanings, open, postings } from "./store.js";
import { translated } from "./lexicon.js";
import { SHORTEST_CORRECTED, corrected, relative, wordsIn } from "./words.js";

const MEANING = 2; // what full agreement in meaning is worth beside the impacts of words
const FEW = 8; // what fewer entries hold is looked up by its synonyms too
const SYNONYM = 0.6; // what they count beside the word itself
const LIGHT = 0.7; // what a word that says little counts
const READ_AGAIN = 20; // practices whose passages are looked at
const PASSAGE = 0.7; // what the best of them is worth
const PASSAGE_LENGTH = 0.1; // and how much less for each of its words
const NEAREST = 2; // passages of a practice that count, the nearest
const NEARNESS = 7; // what they are worth when they agree in full with the query
const STRONGER = 0.02; // what each level of evidence is worth: it decides near ties
const FIRM = 0.45; // of the most that a word can count on a page: it is about that, and does not only hold it
const ANSWERED = 1.72; // assurance (below) from which the best practice is taken for an answer
const FEW_WORDS = 3; // of a query of so few words more is asked
const ANSWERED_FEW = 2.05;
const RELATED = 1; // and from which another one is a result beside it
const FEWEST = 30; // practices from which a library knows which words are rare, and so what it does not hold
const LOOKED_AT = 10; // of the best practices, to see whether one is an answer
const SHORT = 4; // words of a query that is named as a whole
const COMPLETIONS = 8; // endings tried for a word that is still being typed
const SHORTEST_COMPLETED = 3;
const SHARE_OF_BEST = 0.4; // what scores less than this share of the best is not a result
const NEAR = 0.5; // agreement in meaning from which an entry is a result that holds none of the words

/**
 * Rank all entries for a query.
 *
 * Returns `rows`, for each kind those that answer it, best first; `nothing`, what no practice answers, or null; the `scores` of all rows; `covered`, the share of the
 * query that each holds, and its `agreement` in meaning (-1 to 1); the `terms` to mark; `corrections`, pairs of what
 * was typed and what was taken; the words that are `unknown` to every entry; `translation`, what it was taken for in
 * English and from which language; what was `read` again, by row; and whether the query is `empty`.
 */
export async function search(query, typing) {
  const index = await open();
  const begun = typing ? unfinished(index, query) : null;
  const translation = await translated(index, query, begun, lexicons);
  const text = translation ? translation.text : query;
  const strange = wordsIn(text).filter(function (word) { return !index.place.has(word) && word !== begun && word.length >= SHORTEST_CORRECTED; });
  const right = translation ? new Set(strange) : await english(index, strange);
  const asked = understood(index, text, translation ? null : begun, right);
  const scores = new Float32Array(index.size);
  const covered = new Float32Array(index.size);
  const firm = new Float32Array(index.size);
  const [lists, vectors] = await Promise.all([
    Promise.all(asked.groups.map(function (group) { return postings(index, Array.from(group.weights.keys())); })),
    meanings(index, asked.words.map(function (word) { return word.place; })),
  ]);
  weigh(index, asked, vectors);
  asked.groups.forEach(function (group, number) {
    const weights = Array.from(group.weights.values());
    const best = weights.length > 1 ? bestOf(lists[number], weights) : lists[number][0];
    const share = group.tells / asked.tells;
    const bare = rarityOf(index, group.weights);
    const factor = group.weight * index.impact * (weights.length > 1 ? 1 : weights[0]);
    for (let place = 0; place < best.rows.length; place++) {
      scores[best.rows[place]] += factor * best.impacts[place];
      covered[best.rows[place]] += share;
      firm[best.rows[place]] += share * Math.min(best.weights ? best.weights[place] : weights[0], index.impact * best.impacts[place] / (FIRM * bare));
    }
  });
  const direction = directionOf(index, asked.words, vectors);
  const agreement = agreements(direction, index.vectors, index.dimensions);
  for (let row = 0; row < agreement.length; row++) scores[row] += MEANING * Math.max(0, agreement[row]);
  index.sorts.evidence.forEach(function (level, row) { if (scores[row] > 0) scores[row] += STRONGER * level; });
  const read = await readAgain(index, asked, direction, scores);
  const assurance = assured(index, read, firm, agreement);
  const rows = chosen(index, scores, covered, agreement, assurance);
  const best = rows.practice.slice(0, LOOKED_AT).reduce(function (most, row) { return Math.max(most, assurance[row]); }, 0);
  const enough = asked.words.length + asked.unknown.length > FEW_WORDS ? ANSWERED : ANSWERED_FEW;
  return {
    index: index,
    rows: rows,
    nothing: asked.tells && !begun && best < enough && index.practices >= FEWEST ? named(index, asked, text) : null,
    scores: scores,
    covered: covered,
    agreement: agreement,
    read: read,
    terms: new Set(asked.groups.flatMap(function (group) { return Array.from(group.weights.keys()); })),
    corrections: asked.corrections,
    unknown: asked.unknown,
    translation: translation,
    empty: !asked.groups.length && !asked.words.length && !asked.unknown.length,
  };
}

/** The word that is still being typed, if it is none yet and there are some that begin so; else null. */
function unfinished(index, query) {
  const last = /[\p{L}\p{N}]$/u.test(query) ? wordsIn(query).pop() : null;
  return last && !index.place.has(last) && (last.length < SHORTEST_COMPLETED || completions(index, last).size) ? last : null;
}

/**
 * The query as groups of terms, any of which will do, and as words of known meaning. `begun` is the word that is still
 * being typed; `right` words are no slips.
 */
function understood(index, query, begun, right) {
  const typed = wordsIn(query);
  const asked = { groups: [], words: [], corrections: [], unknown: [], rarity: 0 };
  const taken = new Set();
  new Set(typed).forEach(function (word) {
    if (index.filler.has(word)) return;
    let place = index.place.get(word);
    if (word === begun) {
      const ends = completions(index, word);
      if (ends.size) asked.groups.push({ word: word, weights: ends, weight: 1, rarity: rarityOf(index, ends) });
      return;
    }
    if (place === undefined) {
      const same = relative(word, index);
      place = same === null && !right.has(word) ? corrected(word, index) : same;
      if (place === null) {
        asked.unknown.push(word);
        return;
      }
      if (same === null) asked.corrections.push([word, index.words[place]]);
    }
    const weight = index.light.has(word) ? LIGHT : 1;
    const term = index.terms[place];
    const weights = withSynonyms(index, term);
    const group = { word: word, weights: weights, weight: weight, rarity: weight * rarityOf(index, weights) };
    asked.words.push({ place: place, weight: weight, group: group });
    if (!weights.size) asked.unknown.push(word);
    else if (!taken.has(term)) asked.groups.push(group);
    taken.add(term);
  });
  asked.groups.forEach(function (group) { asked.rarity += group.rarity; });
  asked.rarity += asked.unknown.length * rarity(index, 0);
  return asked;
}

/** What each group tells of what is asked: the more, the rarer it is, and the longer the vector of its word. */
function weigh(index, asked, vectors) {
  const lengths = new Map(asked.words.map(function (word, number) { return [word.group, Math.hypot.apply(null, vectors[number])]; }));
  const known = Array.from(lengths.values()).filter(Boolean);
  const usual = known.length ? known.reduce(function (sum, one) { return sum + one; }, 0) / known.length : 1;
  asked.groups.forEach(function (group) { group.tells = group.rarity * (lengths.get(group) || usual) / usual; });
  asked.tells = asked.unknown.length * rarity(index, 0);
  asked.groups.forEach(function (group) { asked.tells += group.tells; });
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

/** Each row that holds any term of a group, with the largest impact and what that term counts, as three lists. */
function bestOf(lists, weights) {
  const best = new Map();
  lists.forEach(function (list, number) {
    for (let place = 0; place < list.rows.length; place++) {
      const impact = weights[number] * list.impacts[place];
      if (best.has(list.rows[place]) && best.get(list.rows[place])[0] >= impact) continue;
      best.set(list.rows[place], [impact, weights[number]]);
    }
  });
  const held = Array.from(best.values());
  return {
    rows: Array.from(best.keys()),
    impacts: held.map(function (one) { return one[0]; }),
    weights: held.map(function (one) { return one[1]; }),
  };
}

/** How much it tells that an entry holds a group: as much as its first term does. */
function rarityOf(index, weights) {
  return rarity(index, index.holders[weights.keys().next().value] || 0);
}

function rarity(index, holders) {
  return Math.log(1 + (index.size - holders + 0.5) / (holders + 0.5));
}

/** Where the query's words point together, of length 1; null if that is nowhere. */
function directionOf(index, words, vectors) {
  const sum = new Float32Array(index.dimensions);
  vectors.forEach(function (vector, number) {
    for (let place = 0; place < sum.length; place++) sum[place] += words[number].weight * vector[place];
  });
  const length = Math.hypot.apply(null, sum);
  return length ? sum.map(function (value) { return value / length; }) : null;
}

/** Cosine of a direction and each of the `vectors`, which stand one after the other. */
function agreements(direction, vectors, width) {
  const agreement = new Float32Array(vectors.length / width);
  if (!direction) return agreement;
  for (let row = 0; row < agreement.length; row++) {
    let product = 0;
    for (let place = 0, at = row * width; place < width; place++, at++) product += direction[place] * vectors[at];
    agreement[row] = product;
  }
  return agreement;
}

/**
 * Look at the passages of the best practices: add to each what its title or one of its questions holds of the query, and
 * how near its nearest passages come. Returns for each row that was looked at how `near` they come, what the best of them
 * `held` of the query, and the number of the question (0: the title) that `answers` it best.
 */
async function readAgain(index, asked, direction, scores) {
  const read = new Map();
  let least = Infinity;
  const rows = highest(scores, index.practices, READ_AGAIN);
  (await cards(index, rows)).forEach(function ([, passages, vectors], number) {
    const held = passages.map(function (terms) { return heldBy(asked.groups, terms, "rarity"); });
    const told = passages.map(function (terms) { return heldBy(asked.groups, terms, "tells") / (asked.tells || 1); });
    const near = agreements(direction, vectors, index.dimensions);
    const worth = held.map(function (rarity, place) { return PASSAGE * rarity / (1 + PASSAGE_LENGTH * passages[place].length); });
    const nearest = near.slice().sort().reverse().slice(0, NEAREST);
    const mean = nearest.reduce(function (sum, one) { return sum + Math.max(0, one) / nearest.length; }, 0);
    const more = Math.max.apply(null, worth.concat(0)) + NEARNESS * mean;
    scores[rows[number]] += more;
    least = Math.min(least, more);
    const both = worth.map(function (one, place) { return one + NEARNESS * near[place]; });
    read.set(rows[number], { near: mean, held: Math.max.apply(null, told.concat(0)), answers: both.indexOf(Math.max.apply(null, both)) });
  });
  for (let row = 0; row < index.practices; row++) if (scores[row] > 0 && !read.has(row)) scores[row] += least; // no worse than those
  return read;
}

/** How much of the query a passage holds: the rarities of the groups that one of its terms belongs to. */
function heldBy(groups, terms, by) {
  return groups.reduce(function (before, group) {
    const best = Math.max.apply(null, terms.map(function (term) { return group.weights.get(term) || 0; }).concat(0));
    return before + group[by] * best;
  }, 0);
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

/**
 * How sure it is that each practice answers the query: by how near its nearest passages come, what its title or one of its
 * questions holds, whether it is about the words or only holds them, and its agreement in meaning. Fitted on questions that
 * the library answers and on some that it can't.
 */
function assured(index, read, firm, agreement) {
  return Float32Array.from({ length: index.practices }, function (_, row) {
    const { near, held } = read.get(row) || { near: agreement[row], held: firm[row] };
    return near + 0.75 * held + 1.5 * firm[row] + 0.5 * Math.max(0, agreement[row]);
  });
}

/** What is not found, in a few words: a short query as it is, of a long one the word that no practice knows or tells most. */
function named(index, asked, text) {
  const words = wordsIn(text).filter(function (word) { return !index.filler.has(word); });
  if (words.length <= SHORT) return words.join(" ");
  if (asked.unknown.length) return asked.unknown.slice(0, 2).join(" or ");
  return asked.groups.reduce(function (most, group) { return group.tells > most.tells ? group : most; }).word;
}

/** Rows of each kind that come near the best of their kind, best first. */
function chosen(index, scores, covered, agreement, assurance) {
  const rows = {};
  index.kinds.forEach(function ([kind, count]) {
    const begin = index.starts[kind];
    let best = 0;
    for (let row = begin; row < begin + count; row++) best = Math.max(best, scores[row]);
    const held = [];
    for (let row = begin; row < begin + count; row++) {
      if (kind === "practice" && assurance[row] < RELATED) continue;
      if (scores[row] >= SHARE_OF_BEST * best && (covered[row] > 0 || agreement[row] >= NEAR)) held.push(row);
    }
    rows[kind] = held.sort(function (one, other) { return scores[other] - scores[one] || one - other; });
  });
  return rows;
}
