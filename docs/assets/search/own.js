/* Questions in the language of the page, where that is not English: its cards hold the words as they were asked. */

import { language } from "../components/language.js";

/** @typedef {import("../types.js").SearchResult} SearchResult */

/** The one of the page, by its English name. */
const OWN = new Map([
  ["es", "Spanish"],
  ["pt", "Portuguese"],
]).get(language.slice(0, 2));
const ENDING = 2; // letters in which forms of a word of another language may differ

/**
 * Whether the question was in the language of the page, and its words stand on cards as they were asked.
 *
 * @param {SearchResult} result
 */
export function isInOwnLanguage({ translation }) {
  return translation !== null && translation.language === OWN;
}

/**
 * Whether two words of another language look like forms of one: "homicidios", "homicidio".
 *
 * @param {string} word
 * @param {string} asked
 */
export function isForm(word, asked) {
  const shared = Math.max(4, Math.min(word.length, asked.length) - ENDING);
  return Math.abs(word.length - asked.length) <= ENDING && word.slice(0, shared) === asked.slice(0, shared);
}
