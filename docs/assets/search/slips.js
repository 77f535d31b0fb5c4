/* What a mistyped word of a question in another language was meant to be: a word that its lexicon knows, one slip away. */

import { byItself } from "./lexicon.js";
import { verb } from "./verbs.js";
import { SHORTEST_CORRECTED } from "./words.js";

/** @typedef {import("../types.js").Lexicon} Lexicon */

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const SHORTEST_OTHER = 7; // letters from which one may be missing, too many or wrong: "eterna" is no slip of "externa"

/**
 * Whether a word can be mended at all.
 *
 * @param {string} word
 */
export function isLong(word) {
  return word.length >= SHORTEST_CORRECTED && /^[a-z]+$/.test(word);
}

/**
 * The word, in the form that `typed` is one slip away from; null if there is none, or nobody can say which. Its first
 * letter is right, and so is its last if the letters are not the same: "elevador" is no slip of "elevado". By chance,
 * what has the same letters or one less is another word more seldom than what has one more or another one.
 *
 * @param {Lexicon} lexicon
 * @param {string} typed
 * @param {{ has: (word: string) => boolean }} said the words of the language that write-ups hold; it is one of these
 */
export function mended(lexicon, typed, said) {
  const makers = typed.length < SHORTEST_OTHER ? [swapped] : [swapped, shortened, changed];
  for (const made of makers) {
    const forms = made(typed).filter((form) => said.has(form));
    const meant = new Set(forms.map((form) => told(lexicon, form)));
    if (meant.size) return meant.size === 1 && !meant.has(null) ? forms[0] : null;
  }
  return null;
}

/**
 * A word in English; filler is nothing, each of its own.
 *
 * @param {Lexicon} lexicon
 * @param {string} word
 */
function told(lexicon, word) {
  if (lexicon.filler.has(word)) return ` ${word}`;
  return (byItself(lexicon, word) || verb(lexicon, word))?.english ?? null;
}

/** @param {string} word two neighbours of which are swapped */
function swapped(word) {
  return inside(word).map((at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
}

/** @param {string} word one letter of which is too many */
function shortened(word) {
  return inside(word).map((at) => word.slice(0, at) + word.slice(at + 1));
}

/** @param {string} word a letter of which is missing, or another one */
function changed(word) {
  const longer = [...inside(word), word.length - 1].map((at) => [word.slice(0, at), word.slice(at)]);
  const other = inside(word).map((at) => [word.slice(0, at), word.slice(at + 1)]);
  return [...longer, ...other].flatMap(([before, after]) => LETTERS.map((letter) => before + letter + after));
}

/** @param {string} word whose letters between the first and the last may be wrong */
function inside(word) {
  return Array.from(word, (_, at) => at).slice(1, -1);
}
