/* From scores to results: what is near enough, whether any of it answers, and what belongs to a topic that is named. */

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Group} Group */
/** @typedef {import("../types.js").Scores} Scores */
/** @typedef {import("../types.js").ReadAgain} ReadAgain */

/** Kinds of things that are named beside practices, and how many of each. @type {Record<string, number>} */
const BESIDES = { topic: 1, method: 1, criterion: 2, city: 2 };
const SHARE_OF_QUERY = 0.6; // what holds less of it is not named

/**
 * How sure it is that each practice answers the query: by how near its nearest passages come, what its title or one of
 * its questions holds, whether it is about the words or only holds them, and its agreement in meaning. Fitted on
 * questions that the library answers and on some that it can't.
 *
 * @param {SearchIndex} index
 * @param {Map<number, ReadAgain>} read
 * @param {Float32Array} firm
 * @param {Float32Array} agreement
 */
export function assured(index, read, firm, agreement) {
  const weights = index.ranking;
  return Float32Array.from({ length: index.practices }, (_, row) => {
    const { near, held } = read.get(row) || { near: agreement[row], held: firm[row] };
    return (
      near +
      weights.assuredByPassage * held +
      weights.assuredByWords * firm[row] +
      weights.assuredByMeaning * Math.max(0, agreement[row])
    );
  });
}

/**
 * Whether no practice answers: a logistic regression on what was found. A library too small to know which words are rare
 * does not say so, nor does one of which somebody is still asking.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 * @param {string | null} begun
 * @param {number[]} top the best practices
 * @param {Map<number, ReadAgain>} read
 * @param {Float32Array} firm
 * @param {Float32Array} assurance
 * @param {boolean} isTranslated
 */
export function isNothing(index, asked, begun, top, read, firm, assurance, isTranslated) {
  const weights = index.ranking;
  if (!asked.tells || begun || index.practices < weights.fewest) return false;
  if (!top.length) return true;
  const others = top.slice(0, othersOf(index));
  const best = top.slice(0, weights.lookedAt).reduce((one, other) => (assurance[other] > assurance[one] ? other : one));
  const sure =
    weights.sureByNearness * (read.get(best)?.near || 0) +
    weights.sureByWords * firm[best] +
    (weights.sureByOthers * others.reduce((sum, row) => sum + firm[row], 0)) / others.length +
    weights.sureByTranslation * Number(isTranslated) -
    weights.sureAgainst * asksForUnanswered(index, asked);
  return sure < weights.doubt;
}

/**
 * How far a query is about a subject that the library is known to have nothing on: what the subject's words hold of the
 * query, times how many of them the query holds, where that is most.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 */
function asksForUnanswered({ unanswered }, { groups, aside, tells }) {
  const all = [...groups, ...aside];
  /** @type {Map<number, number>} */
  const asked = new Map();
  for (const { weights } of all) {
    for (const [term, weight] of weights) asked.set(term, Math.max(weight, asked.get(term) || 0));
  }
  return unanswered.reduce((most, terms) => {
    const named = terms.reduce((sum, term) => sum + (asked.get(term) || 0), 0) / terms.length;
    return named ? Math.max(most, (named * heldBy(all, terms, "tells")) / tells) : most;
  }, 0);
}

/**
 * How much of the query some terms hold: the worth of the groups that one of them belongs to.
 *
 * @param {Group[]} groups
 * @param {number[]} terms
 * @param {"rarity" | "tells"} by
 */
export function heldBy(groups, terms, by) {
  return groups.reduce((before, group) => {
    const best = Math.max(0, ...terms.map((term) => group.weights.get(term) || 0));
    return before + group[by] * best;
  }, 0);
}

/**
 * How many of the best practices tell whether a library has a subject.
 *
 * @param {SearchIndex} index
 */
export function othersOf(index) {
  return Math.max(1, Math.round(index.practices * index.ranking.others));
}

/**
 * Practices of the topics that a query names and nothing else: results in any case, if only the last.
 *
 * @param {SearchIndex} index
 * @param {Asked} asked
 */
export function ofTopics(index, asked) {
  if (asked.unknown.length) return [];
  const terms = new Set(asked.groups.map((group) => group.weights.keys().next().value));
  const isNamed = (/** @type {number[]} */ name) => name.length === terms.size && name.every((term) => terms.has(term));
  return index.topics.flatMap(([names, rows]) => (names.some(isNamed) ? rows : []));
}

/**
 * Rows of a kind that come near the best of it, best first.
 *
 * @param {SearchIndex} index
 * @param {Scores} scored
 * @param {Float32Array} agreement
 * @param {string} kind
 * @param {number} count how many there are of the kind
 */
function nearBest(index, { scores, covered }, agreement, kind, count) {
  const { shareOfBest, near } = index.ranking;
  const all = Array.from({ length: count }, (_, place) => index.starts[kind] + place);
  const best = all.reduce((most, row) => Math.max(most, scores[row]), 0);
  const held = all.filter((row) => scores[row] >= shareOfBest * best && (covered[row] > 0 || agreement[row] >= near));
  return bestFirst(held, scores);
}

/**
 * @param {number[]} rows
 * @param {Float32Array} scores
 */
function bestFirst(rows, scores) {
  return rows.sort((one, other) => scores[other] - scores[one] || one - other);
}

/**
 * Rows of each kind that come near the best of their kind, best first.
 *
 * @param {SearchIndex} index
 * @param {Scores} scored
 * @param {Float32Array} agreement
 * @param {Float32Array} assurance
 * @param {number[]} floor practices that are results in any case
 */
export function chosen(index, scored, agreement, assurance, floor) {
  const rows = Object.fromEntries(
    index.kinds.map(([kind, count]) => [kind, nearBest(index, scored, agreement, kind, count)]),
  );
  const sure = rows.practice.filter((row) => assurance[row] >= index.ranking.related);
  return { ...rows, practice: bestFirst([...new Set([...sure, ...floor])], scored.scores) };
}

/**
 * Of other kinds the first rows that a query speaks of: what is named beside practices.
 *
 * @param {SearchIndex} index
 * @param {Scores} scored
 * @param {Float32Array} agreement
 * @returns {Record<string, number[]>}
 */
export function besides(index, scored, agreement) {
  const speaksOf = (/** @type {number} */ row) => Math.max(scored.covered[row], agreement[row] || 0) >= SHARE_OF_QUERY;
  return Object.fromEntries(
    index.kinds
      .filter(([kind]) => kind in BESIDES)
      .map(([kind, count]) => [
        kind,
        nearBest(index, scored, agreement, kind, count).filter(speaksOf).slice(0, BESIDES[kind]),
      ]),
  );
}
