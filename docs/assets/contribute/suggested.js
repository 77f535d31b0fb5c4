/* Which entries of a register go with what was typed: by the words that the register itself has for each. */

import { wordsIn } from "../search/words.js";

/** @import { Entry, Group, Json } from "./types.js" */

/** Of the topics of the write-ups here, three in four are among so many; of the kinds of answer, five in eight. */
const MOST = 6;
const ENDING = /(?:ing|ed|es|s)$/;
const SHORTEST_ROOT = 4;
const SHORTEST_WORD = 3;
/** How much a longer list of words counts against an entry, of which some are then met by chance. */
const LENGTH = 0.3;
/** A word of its name, or one that people use for it, tells more than one of its description. */
const OF_NAME = 2;

/**
 * What is typed of the subject, without the name of the city: Overland Park is no park.
 *
 * @param {Group} practice
 * @param {string} city as it is labelled
 */
export function subject({ title, summary, problem, approach }, city) {
  const [name] = city.split(",");
  const text = [title, summary, problem, approach].map(textIn).join(" ");
  return name ? text.replaceAll(name, " ") : text;
}

/** @param {Json | undefined} value @returns {string} */
function textIn(value) {
  if (Array.isArray(value)) return value.map(textIn).join(" ");
  return typeof value === "string" ? value.replace(/\[\^[^\]]*\]/g, " ") : "";
}

/**
 * The entries to suggest for a text, best first; none where no word of theirs is in it.
 *
 * @param {Entry[]} entries
 * @param {string} text
 */
export function suggestedFor(entries, text) {
  const typed = roots(text);
  const held = entries.map(({ name, words, about }) => ({ own: roots(`${name} ${words}`), about: roots(about) }));
  /** @type {Map<string, number>} */
  const holders = new Map();
  for (const { own, about } of held)
    for (const word of new Set([...own, ...about])) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weigh = (/** @type {Set<string>} */ words) =>
    Array.from(words)
      .filter((word) => typed.has(word))
      .reduce((sum, word) => sum + Math.log(entries.length / (holders.get(word) ?? 1)), 0);
  return entries
    .map((entry, place) => {
      const { own, about } = held[place];
      return { entry, score: (OF_NAME * weigh(own) + weigh(about)) / (1 + own.size + about.size) ** LENGTH };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** @param {string} text */
function roots(text) {
  const words = wordsIn(text).filter((word) => word.length >= SHORTEST_WORD);
  return new Set(
    words.map((word) => (word.replace(ENDING, "").length >= SHORTEST_ROOT ? word.replace(ENDING, "") : word)),
  );
}
