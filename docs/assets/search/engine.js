/* From a query to ranked rows: one engine, in the reader's browser and in Python (generator/finding/engine.py).

A question in another language is told in English first. Then every entry: how well it holds the words (impacts of
BM25F), and whether it speaks of the same thing (directions of words). Then the best practices once more, passage by
passage: a title or a question that by itself holds most of the query, or comes near it in meaning, is a better sign than
words scattered over a page. Last, whether the best of them answers at all, or only shares words. All weights come with
the index, from generator/finding/weights.py. */

import { assured, besides, chosen, heldBy, isNothing, ofTopics, othersOf } from "./answer.js";
import { named, placesOf, rarityOf, understood, unfinished, weigh } from "./asking.js";
import { learn, learnMeant } from "./letters.js";
import { meanings, ownPostings, passagesOf, postings } from "./pieces.js";
import { translated } from "./translation.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Group} Group */
/** @typedef {import("../types.js").Postings} Postings */
/** @typedef {import("../types.js").Scores} Scores */
/** @typedef {import("../types.js").ReadAgain} ReadAgain */
/** @typedef {import("../types.js").Translation} Translation */

/**
 * Rank all entries for a query.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {boolean} [isTyping] whether its last word may still grow
 * @returns {Promise<import("../types.js").SearchResult>}
 */
export async function search(index, query, isTyping = false) {
  await learn(index, query);
  const begun = isTyping ? unfinished(index, query) : null;
  const isGrowing = isTyping && /[\p{L}\p{N}]$/u.test(query);
  const translation = await translated(index, query, begun, isGrowing);
  const text = translation ? translation.text : query;
  const right = await learnMeant(index, text, translation, begun);
  const own = translation ? await ownWords(index, translation, isGrowing) : new Map();
  const asked = understood(index, text, translation ? null : begun, right, new Map(translation?.others), own);
  const groups = [...asked.groups, ...asked.aside];
  const [vectors, lists] = await Promise.all([
    meanings(
      index,
      asked.words.map((word) => word.place),
    ),
    Promise.all(groups.map((group) => postings(index, [...group.weights.keys()]))),
  ]);
  weigh(index, asked, vectors);
  const scored = byWords(index, asked, groups, lists);
  const direction = translation
    ? directionOf(index, await ownMeanings(index, translation))
    : directionOf(
        index,
        vectors,
        asked.words.map((word) => word.weight),
      );
  const agreement = agreements(direction, index.vectors, index.dimensions);
  addMeaning(index, scored.scores, agreement);
  const beside = besides(index, scored, agreement);
  const [read] = await Promise.all([
    readAgain(index, asked, direction, scored.scores),
    passagesOf(index, Object.values(beside).flat()),
  ]);
  const assurance = assured(index, read, scored.firm, agreement);
  const floor = begun ? [] : ofTopics(index, asked);
  const top = highest(scored.scores, index.practices, Math.max(index.ranking.lookedAt, othersOf(index)));
  const rows = chosen(index, scored, agreement, assurance, floor);
  return {
    index,
    rows,
    beside,
    nothing:
      !floor.length && isNothing(index, asked, begun, top, read, scored.firm, assurance, translation !== null)
        ? named(index, asked, text)
        : null,
    scores: scored.scores,
    covered: scored.covered,
    agreement,
    read,
    groups,
    terms: new Set(groups.flatMap((group) => [...group.weights.keys()])),
    corrections: [...(translation?.corrections ?? []), ...asked.corrections],
    unknown: asked.unknown,
    translation,
    empty: !asked.groups.length && !asked.words.length && !asked.unknown.length,
  };
}

/**
 * What every entry holds of the query: its score, the share of the query it holds, and how firmly it is about that.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 * @param {Group[]} groups
 * @param {Postings[][]} lists for each group those of its terms
 * @returns {Scores}
 */
function byWords(index, asked, groups, lists) {
  const scored = {
    scores: new Float32Array(index.size),
    covered: new Float32Array(index.size),
    firm: new Float32Array(index.size),
  };
  groups.forEach((group, number) => {
    const weights = [...group.weights.values(), ...group.own.map(() => index.ranking.own)];
    const best = bestOf([...lists[number], ...group.own], weights);
    const share = group.tells / asked.tells;
    const most = index.ranking.firm * rarityOf(index, group);
    const full = Math.max(...weights); // a word that nobody writes is as good as those written for it
    best.forEach(([impact, weight], row) => {
      scored.scores[row] += group.weight * index.impact * impact;
      scored.covered[row] += share;
      scored.firm[row] += share * Math.min(weight / full, (index.impact * impact) / most);
    });
  });
  return scored;
}

/**
 * For each row that holds any term of a group the largest impact, weighted, and what that term counts.
 *
 * @param {Postings[]} lists
 * @param {number[]} weights
 */
function bestOf(lists, weights) {
  /** @type {Map<number, [impact: number, weight: number]>} */
  const best = new Map();
  lists.forEach(({ rows, impacts }, number) => {
    rows.forEach((row, place) => {
      const impact = weights[number] * impacts[place];
      const before = best.get(row);
      if (!before || before[0] < impact) best.set(row, [impact, weights[number]]);
    });
  });
  return best;
}

/**
 * For each word of a translated query the practices that hold it as it was asked. Of one that is still being typed only a
 * word that the lexicon knows is looked up: each letter would fetch another piece.
 *
 * @param {SearchIndex} index
 * @param {Translation} translation
 * @param {boolean} isGrowing
 * @returns {Promise<Map<string, Postings[]>>}
 */
async function ownWords(index, { number, ownPieces, own }, isGrowing) {
  const words = own.map(([, word]) => word);
  if (isGrowing && !words.at(-1)?.startsWith("#")) words.pop();
  const found = await ownPostings(index, number, ownPieces, words);
  /** @type {Map<string, Postings[]>} */
  const held = new Map();
  for (const [text, word] of own) {
    const list = found.get(word);
    if (list) for (const one of wordsIn(text)) held.set(one, [...(held.get(one) || []), list]);
  }
  return held;
}

/**
 * Vectors of a query's words as they were asked in another language: those of the lexicon, and of words that are English.
 *
 * @param {SearchIndex} index
 * @param {Translation} translation
 */
async function ownMeanings(index, { number, places, rest }) {
  const found = [meanings(index, places, `lexicons/${number}`), meanings(index, placesOf(index, rest))];
  return (await Promise.all(found)).flat();
}

/**
 * Where words point together, of length 1; null if that is nowhere.
 *
 * @param {SearchIndex} index
 * @param {Float32Array[]} vectors
 * @param {number[]} [weights]
 */
function directionOf(index, vectors, weights = []) {
  const sum = new Float32Array(index.dimensions);
  vectors.forEach((vector, number) => {
    const weight = weights[number] ?? 1;
    for (let place = 0; place < sum.length; place++) sum[place] += weight * vector[place];
  });
  const length = Math.hypot(...sum);
  return length ? sum.map((value) => value / length) : null;
}

/**
 * Cosine of a direction and each of the `vectors`, which stand one after the other.
 *
 * @param {Float32Array | null} direction
 * @param {Float32Array} vectors
 * @param {number} width
 */
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
 * @param {SearchIndex} index
 * @param {Float32Array} scores
 * @param {Float32Array} agreement
 */
function addMeaning(index, scores, agreement) {
  agreement.forEach((one, row) => {
    scores[row] += index.ranking.meaning * Math.max(0, one);
  });
  index.sorts.evidence.forEach((level, row) => {
    if (scores[row] > 0) scores[row] += index.ranking.stronger * level;
  });
}

/**
 * Look at the passages of the best practices: add to each what its title or one of its questions holds of the query, and
 * how near its nearest passages come. Those that are not looked at are no worse than those that are.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 * @param {Float32Array | null} direction
 * @param {Float32Array} scores
 */
async function readAgain(index, asked, direction, scores) {
  const { passage, passageLength, nearest, nearness } = index.ranking;
  /** @type {Map<number, ReadAgain>} */
  const read = new Map();
  let least = Number.POSITIVE_INFINITY;
  const rows = highest(scores, index.practices, index.ranking.readAgain);
  (await passagesOf(index, rows)).forEach(({ terms, directions }, number) => {
    const worth = terms.map(
      (held) => (passage * heldBy(asked.groups, held, "rarity")) / (1 + passageLength * held.length),
    );
    const told = terms.map((held) => heldBy(asked.groups, held, "tells") / (asked.tells || 1));
    const near = agreements(direction, directions, index.dimensions);
    const best = near.slice().sort().reverse().slice(0, nearest);
    const mean = best.reduce((sum, one) => sum + Math.max(0, one) / best.length, 0);
    const more = Math.max(0, ...worth) + nearness * mean;
    scores[rows[number]] += more;
    least = Math.min(least, more);
    const both = worth.map((one, place) => one + nearness * near[place]);
    read.set(rows[number], { near: mean, held: Math.max(0, ...told), answers: both.indexOf(Math.max(...both)) });
  });
  for (let row = 0; row < index.practices; row++) {
    if (scores[row] > 0 && !read.has(row)) scores[row] += least;
  }
  return read;
}

/**
 * The rows before `end` with the highest scores above 0, best first.
 *
 * @param {Float32Array} scores
 * @param {number} end
 * @param {number} most
 */
function highest(scores, end, most) {
  /** @type {number[]} */
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
