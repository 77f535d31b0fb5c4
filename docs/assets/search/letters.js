/* The words of the index, and those of the lexicons, letter by letter: a query reads the letters that its words begin with. */

import { alike } from "./asking.js";
import { prepared, taught } from "./lexicon.js";
import { related, spelled, summed } from "./packed.js";
import { english, held } from "./pieces.js";
import { letterOf, relative, SHORTEST_CORRECTED, wordsIn } from "./words.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").Lexicon} Lexicon */
/** @typedef {import("../types.js").Translation} Translation */

const LETTERS = "0abcdefghijklmnopqrstuvwxyz"; // 0 stands for any digit

/**
 * Which letters words begin with, each once, as places among all.
 *
 * @param {string[]} words
 */
function lettersOf(words) {
  return [...new Set(words.map(letterOf))];
}

/**
 * Names of the pieces that a query needs before anything else.
 *
 * @param {Iterable<string>} filler
 * @param {string} query
 */
export function piecesFor(filler, query) {
  return lettersOf(telling(new Set(filler), query)).map((letter) => `words/${LETTERS[letter]}`);
}

/**
 * The words of a text, less filler, which is known without reading anything.
 *
 * @param {Set<string>} filler
 * @param {string} text
 */
function telling(filler, text) {
  return wordsIn(text).filter((word) => !filler.has(word));
}

/**
 * Read what the index knows of words that begin as those of a text do.
 *
 * @param {SearchIndex} index
 * @param {string} text
 */
export async function learn(index, text) {
  await Promise.all(lettersOf(telling(index.filler, text)).map((letter) => learnLetter(index, letter)));
}

/**
 * Read what it knows of all words.
 *
 * @param {SearchIndex} index
 */
export async function learnAll(index) {
  await Promise.all(Array.from(LETTERS, (_, letter) => learnLetter(index, letter)));
}

/**
 * Read what the index knows of the words that a query stands for, and give those that are right though it does not know
 * them: of one that may be a slip, all words.
 *
 * @param {SearchIndex} index
 * @param {string} text the query in English
 * @param {Translation | null} translation
 * @param {string | null} begun
 */
export async function learnMeant(index, text, translation, begun) {
  const words = telling(index.filler, text);
  const others = translation ? translation.others.flatMap(([, instead]) => instead) : [];
  await learn(index, `${text} ${others.join(" ")}`);
  const strange = words.filter((word) => !index.place.has(word) && word !== begun && word.length >= SHORTEST_CORRECTED);
  const right = translation ? new Set(words) : await english(index, strange); // slips in another language are mended by now
  if (strange.some((word) => !right.has(word) && relative(word, index) === null)) await learnAll(index);
  else await learnTerms(index, alike(index, words));
  return right;
}

/**
 * Read what it knows of the words of these terms.
 *
 * @param {SearchIndex} index
 * @param {number[]} terms
 */
async function learnTerms(index, terms) {
  const letters = new Set(terms.map((term) => index.letterTerms.findLastIndex((first) => first <= term)));
  await Promise.all([...letters].map((letter) => learnLetter(index, letter)));
}

/**
 * @param {SearchIndex} index
 * @param {number} letter
 */
async function learnLetter(index, letter) {
  if (index.learnt.has(letter)) return;
  const name = `words/${LETTERS[letter]}`;
  const piece = await held(index, name, () => index.source.json(name));
  const place = index.letterWords[letter];
  const [first, after] = index.letterTerms.slice(letter);
  const terms = summed(piece.steps, first);
  spelled(piece.words).forEach((word, number) => {
    index.words[place + number] = word;
    index.place.set(word, place + number);
    index.terms[place + number] = terms[number];
  });
  piece.holders.forEach((/** @type {number} */ half, /** @type {number} */ number) => {
    index.holders[first + number] = half < 0 ? 0 : Math.round(2 ** (half / 2));
  });
  for (const [term, others] of related(piece.synonyms, first, after)) index.synonyms.set(term, others);
  for (const word of piece.light) index.light.add(word);
  for (const word of piece.foreign) index.foreign.add(word);
  index.learnt.add(letter);
}

/**
 * The other languages that the search understands, as far as words that begin as these do.
 *
 * @param {SearchIndex} index
 * @param {string[]} words
 * @returns {Promise<Lexicon[]>}
 */
export function lexicons(index, words) {
  return Promise.all(
    index.lexicons.map(async (starts, number) => {
      const folder = `lexicons/${number}`;
      const letters = lettersOf(words).filter((letter) => starts[letter] < starts[letter + 1]);
      const names = letters.map((letter) => `${folder}/words/${LETTERS[letter]}`);
      const [lexicon, ...parts] = await Promise.all([
        held(index, folder, async () => prepared(await index.source.json(folder))),
        ...names.map((name) => held(index, name, () => index.source.json(name))),
      ]);
      for (const [place, letter] of letters.entries()) taught(lexicon, starts[letter], parts[place]);
      return lexicon;
    }),
  );
}

/**
 * The words that write-ups hold in the language of a lexicon, as far as they begin as these do, and how each is written.
 *
 * @param {SearchIndex} index
 * @param {Lexicon} lexicon
 * @param {number} number
 * @param {string[]} words
 * @returns {Promise<Map<string, string>>}
 */
export async function spoken(index, lexicon, number, words) {
  if (!lexicon.own) return new Map();
  const names = lettersOf(words).map((letter) => `lexicons/${number}/spelling/${LETTERS[letter]}`);
  const pieces = await Promise.all(names.map((name) => held(index, name, () => index.source.json(name))));
  /** @type {Map<string, string>} */
  const written = new Map();
  for (const word of pieces.flatMap((piece) => spelled(piece.words))) written.set(word, word);
  for (const word of pieces.flatMap((piece) => piece.marked)) written.set(wordsIn(word)[0], word);
  return written;
}
