/* A question in another language, told in English word by word: by the words and phrases of one lexicon. */

import { ofVerb, SHORTEST_STEM, verb } from "./verbs.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Lexicon} Lexicon */
/** @typedef {import("../types.js").LexiconData} LexiconData */
/** @typedef {import("../types.js").LexiconWord} LexiconWord */
/** @typedef {import("../types.js").Translation} Translation */

const LONGEST = 8; // words of a phrase
const DERIVED = 0.6; // what a form of a verb tells of the language, beside a word that stands in its lexicon
const ENDINGS = /mente$|(c?it|isim|z?inh)[oa]s?$/; // of adverbs, of what is small, and of what is very much so

/**
 * A query told by one lexicon, how likely it is in that language, how many of its words that is sure of, and how many are
 * English alone.
 *
 * @param {Lexicon} lexicon
 * @param {number} number
 * @param {string[]} words
 * @param {SearchIndex} index
 */
export function inEnglish(lexicon, number, words, index) {
  const told = {
    language: lexicon.language,
    number,
    ownPieces: lexicon.own,
    text: /** @type {string[]} */ ([]),
    words: /** @type {string[]} */ ([]),
    rest: /** @type {string[]} */ ([]),
    places: /** @type {number[]} */ ([]),
    others: /** @type {Translation["others"]} */ ([]),
    own: /** @type {Translation["own"]} */ ([]),
    likely: 0,
    held: 0,
    english: 0,
  };
  for (let place = 0; place < words.length; ) {
    const [count, found] = longest(lexicon, words.slice(place, place + LONGEST));
    const word = words[place];
    if (found) {
      told.likely += count > 1 || byItself(lexicon, word) ? count : DERIVED;
      told.text.push(found.english);
      told.places.push(found.place);
      told.own.push([found.english, `#${found.place}`]);
      if (found.others.length) told.others.push([found.english, found.others]);
      told.words.push(...words.slice(place, place + count).filter((one) => !lexicon.filler.has(one)));
      for (const one of words.slice(place, place + count)) told.held += sure(index, one) ? 1 : 0;
    } else if (lexicon.filler.has(word)) {
      told.likely++;
      if (!index.filler.has(word) && !index.place.has(word)) told.held++;
    } else {
      const english = asEnglish(index, lexicon, word);
      told.text.push(english);
      told.rest.push(english);
      told.own.push([english, lexicon.root(word)]);
      if (index.place.has(word) && !index.filler.has(word)) told.english++;
    }
    place += count || 1;
  }
  return told;
}

/**
 * A word that the lexicon lacks, in the singular if that is one of the index: "legales", "totais".
 *
 * @param {SearchIndex} index
 * @param {Lexicon} lexicon
 * @param {string} word
 */
function asEnglish(index, lexicon, word) {
  const single = lexicon.single(word);
  return !index.place.has(word) && index.place.has(single) ? single : word;
}

/**
 * Whether a word is not an English one.
 *
 * @param {SearchIndex} index
 * @param {string} word
 */
export function sure(index, word) {
  return !index.filler.has(word) && (!index.place.has(word) || index.foreign.has(word));
}

/**
 * How many of the first words stand in the lexicon together, at most, and what that is in English.
 *
 * @param {Lexicon} lexicon
 * @param {string[]} words
 * @returns {[count: number, found: LexiconWord | null]}
 */
function longest(lexicon, words) {
  const most = lexicon.beginnings.get(lexicon.root(words[0])) || 1;
  const roots = most > 1 ? words.slice(0, most).map(lexicon.root) : [];
  for (let count = roots.length; count > 1; count--) {
    const found = lexicon.phrases.get(roots.slice(0, count).join(" "));
    if (found) return [count, found];
  }
  const [word] = words;
  if (lexicon.filler.has(word)) return [0, null];
  const found =
    byItself(lexicon, word) ||
    verb(lexicon, word) ||
    byItself(lexicon, word.replace(ENDINGS, "")) ||
    ofVerb(lexicon, word);
  return found ? [1, found] : [0, null];
}

/**
 * A word in English, by itself, its singular or what its genders have in common.
 *
 * @param {Lexicon} lexicon
 * @param {string} word
 */
export function byItself(lexicon, word) {
  const { words, roots, single, root } = lexicon;
  return words.get(word) || words.get(word.replace(/s$/, "")) || words.get(single(word)) || roots.get(root(word));
}

/**
 * A lexicon as it was fetched, made ready to look words up in.
 *
 * @param {LexiconData} data
 * @returns {Lexicon}
 */
export function prepared({ language, letters, plurals, filler, words, own = 0 }) {
  /** @type {Lexicon} */
  const lexicon = {
    language,
    letters: [...letters],
    own,
    single: once((word) => singleOf(word, plurals)),
    root: once((word) => rootOf(word, plurals)),
    filler: new Set(filler),
    words: new Map(),
    phrases: new Map(),
    beginnings: new Map(),
    roots: new Map(),
    verbs: new Map(),
  };
  taught(lexicon, 0, words);
  return lexicon;
}

/**
 * The same function, which works out each word once: most words of a language come again and again.
 *
 * @param {(word: string) => string} find
 * @returns {(word: string) => string}
 */
function once(find) {
  /** @type {Map<string, string>} */
  const found = new Map();
  return (word) => {
    const known = found.get(word) ?? find(word);
    found.set(word, known);
    return known;
  };
}

/**
 * Add words to a lexicon, of which the first has a place; what it knows already stays.
 *
 * @param {Lexicon} lexicon
 * @param {number} first
 * @param {LexiconData["words"]} words
 */
export function taught(lexicon, first, words) {
  Object.entries(words).forEach(([word, alternatives], number) => {
    if (lexicon.words.has(word)) return;
    const [english, ...others] = alternatives.split(" / ");
    const told = { english, others, place: first + number };
    lexicon.words.set(word, told);
    const parts = word.split(" ");
    const held = parts.length > 1 ? lexicon.phrases : lexicon.roots;
    const roots = parts.map(lexicon.root);
    const key = roots.join(" ");
    if (!held.has(key)) held.set(key, told);
    lexicon.beginnings.set(roots[0], Math.max(parts.length, lexicon.beginnings.get(roots[0]) || 0));
    if (parts.length === 1 && /[aei]r$/.test(word) && word.length >= SHORTEST_STEM + 2) {
      lexicon.verbs.set(word.slice(0, -2), told);
    }
  });
}

/**
 * The singular of a word.
 *
 * @param {string} word
 * @param {Record<string, string>} plurals
 */
function singleOf(word, plurals) {
  if (word.length < 4) return word;
  const ending = Object.keys(plurals).find((one) => word.endsWith(one));
  return ending
    ? word.slice(0, -ending.length) + plurals[ending]
    : word.replace(/([dlrnsjz])es$/, "$1").replace(/s$/, "");
}

/**
 * What the singular, the plural and both genders of a word have in common.
 *
 * @param {string} word
 * @param {Record<string, string>} plurals
 */
function rootOf(word, plurals) {
  const single = singleOf(word, plurals);
  return single.length > 3 ? single.replace(/[ao]$/, "") : single;
}
