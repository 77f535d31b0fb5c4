/* A question in another language, told in English by the library's lexicons: in which language it is, and of its words
that nobody knows those that are slips. Lexicons are fetched only when a query holds a word that is no English one. */

import { learnAll, lexicons, spoken } from "./letters.js";
import { inEnglish, sure } from "./lexicon.js";
import { english } from "./pieces.js";
import { isLong, mended } from "./slips.js";
import { corrected, distance, relative, wordsIn } from "./words.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Lexicon} Lexicon */
/** @typedef {import("../types.js").Translation} Translation */
/** @typedef {ReturnType<typeof inEnglish>} Told */

const MENDED = 1; // what a mended word tells of the language, beside one that stands in its lexicon

/**
 * The query in English, and where that was found; null if it is English already. `begun` is a word still being typed.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {string | null} begun
 * @param {boolean} isGrowing whether the last word may still grow
 * @returns {Promise<Translation | null>}
 */
export async function translated(index, query, begun, isGrowing) {
  const words = wordsIn(query);
  const foreign = words.filter((word) => word !== begun && sure(index, word));
  if (!foreign.length || !index.lexicons.length) return null;
  const known = await lexicons(index, words);
  const letters = new Set(query.toLowerCase().normalize("NFC"));
  const told = known.map((lexicon, number) => {
    const one = inEnglish(lexicon, number, words, index);
    return { ...one, likely: one.likely + lexicon.letters.filter((letter) => letters.has(letter)).length };
  });
  const typed = isGrowing ? words.at(-1) : undefined;
  const strange = foreign.filter((word) => isStrange(index, told, word) && !(word === typed && begins(known, word)));
  const said = await Promise.all(known.map((lexicon, number) => spoken(index, lexicon, number, strange)));
  const mends = mendsOf(known, strange, said);
  const isKnown = holds(likeliest(told, () => 0));
  const best = likeliest(isKnown ? told.filter(holds) : told, ({ number }) => MENDED * mends[number].size);
  const mend = mends[best.number];
  if (!isKnown && !(mend.size && (await isMeant(index, query, best, strange, mend.size)))) return null;
  const right = words.map((word) => mend.get(word) ?? word);
  const taken = mend.size ? inEnglish(known[best.number], best.number, right, index) : best;
  /** @type {Translation["corrections"]} */
  const corrections = [...mend].map(([typed, meant]) => [typed, said[best.number].get(meant) ?? meant]);
  return { ...taken, text: taken.text.join(" "), corrections };
}

/**
 * Whether nobody knows a word: neither one of the lexicons nor the index, not even with another ending.
 *
 * @param {SearchIndex} index
 * @param {Told[]} told the query by each lexicon
 * @param {string} word
 */
function isStrange(index, told, word) {
  return (
    isLong(word) &&
    !index.place.has(word) &&
    told.every(({ rest }) => rest.includes(word)) &&
    relative(word, index) === null
  );
}

/**
 * Whether any word of the lexicons begins so.
 *
 * @param {Lexicon[]} known
 * @param {string} begun
 */
function begins(known, begun) {
  return known.some(({ words }) => [...words.keys()].some((word) => word.startsWith(begun)));
}

/**
 * For each lexicon the words that are slips, and what they are taken for. What either language knows is none.
 *
 * @param {Lexicon[]} known
 * @param {string[]} strange
 * @param {Map<string, string>[]} said the words of each language
 */
function mendsOf(known, strange, said) {
  const slips = strange.filter((word) => !said.some((words) => words.has(word)));
  return known.map((lexicon, number) => {
    /** @type {Map<string, string>} */
    const mends = new Map();
    for (const word of slips) {
      const meant = mended(lexicon, word, said[number]);
      if (meant !== null) mends.set(word, meant);
    }
    return mends;
  });
}

/**
 * Whether a query holds words of a language, and no fewer than of English.
 *
 * @param {Told} told
 */
function holds({ held, english }) {
  return held > 0 && held >= english;
}

/**
 * The query by the lexicon of which it is likeliest.
 *
 * @param {Told[]} told
 * @param {(one: Told) => number} more what speaks for it beside its words as they are
 */
function likeliest(told, more) {
  return told.reduce((one, other) => (other.likely + more(other) > one.likely + more(one) ? other : one));
}

/**
 * Whether a query is in a language of which it holds no word but slips and what English has too: what else it holds is of
 * that language rather than English, and if it holds nothing else, it has accents or fewer of its words are near English.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {Told} told
 * @param {string[]} strange
 * @param {number} slips how many of these are slips in the language
 */
async function isMeant(index, query, told, strange, slips) {
  if ((await english(index, strange)).size) return false;
  if (wordsIn(query).length > strange.length) return told.likely > told.rest.length - strange.length;
  if (/\p{M}/u.test(query.normalize("NFD"))) return true;
  await learnAll(index);
  const near = strange.filter((word) => {
    const meant = corrected(word, index);
    return meant !== null && distance(word, index.words[meant], 1) <= 1;
  });
  return slips > near.length;
}
