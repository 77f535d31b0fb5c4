/* Why a card is among the results, where none of the words asked for stands on it. */

import { _, quoted } from "../components/language.js";
import { isInOwnLanguage } from "./own.js";
import { postings } from "./pieces.js";

/** @typedef {import("../types.js").SearchResult} SearchResult */

/**
 * A sentence that tells by what a practice was found; "" where the marks on its card tell.
 *
 * @param {SearchResult} result
 * @param {number} row
 * @param {HTMLElement} card its words marked
 */
export async function foundBy(result, row, card) {
  const others = asOtherWords(result, card);
  if (others.length) {
    const pairs = others.map(([found, asked]) => _("“%(found)s”, for “%(asked)s”", { found, asked }));
    return _("Found by %(pairs)s", { pairs: pairs.join("; ") });
  }
  if (result.empty || result.nothing || card.querySelector("mark")) return "";
  const held = await heldWords(result, row);
  if (held.length && isInOwnLanguage(result)) return _("Further down on its page");
  if (held.length) return _("Further down on its page: %(words)s", { words: held.map(quoted).join(", ") });
  const read = result.read.get(row);
  if (!read) return _("Close in meaning to what you asked");
  return read.answers > 0
    ? _("That question is close in meaning to yours")
    : _("Its title is close in meaning to what you asked");
}

/**
 * Marked words that stand for one that was asked for, where none of its own forms is marked.
 *
 * @param {SearchResult} result
 * @param {HTMLElement} card
 */
function asOtherWords({ groups }, card) {
  const marks = Array.from(card.querySelectorAll("mark"));
  return groups.flatMap(({ word, weights }) => {
    const [own] = weights.keys();
    const marked = marks.filter((mark) => weights.has(Number(mark.dataset.term)));
    const isSaid = marked.some((mark) => Number(mark.dataset.term) === own && weights.get(own) === 1);
    return marked.length && !isSaid ? [[marked[0].textContent || "", word]] : [];
  });
}

/**
 * Words asked for that the practice's page holds.
 *
 * @param {SearchResult} result
 * @param {number} row
 */
async function heldWords({ index, groups }, row) {
  const held = await Promise.all(
    groups.map(async ({ word, weights }) => {
      const lists = await postings(index, [...weights.keys()]);
      return lists.some(({ rows }) => rows.includes(row)) ? [word] : [];
    }),
  );
  return held.flat();
}
