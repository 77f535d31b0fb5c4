/* Why a card is among the results, where none of the words asked for stands on it. */

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
  if (others.length) return `Found by ${others.map(([other, word]) => `“${other}”, for “${word}”`).join("; ")}`;
  if (result.empty || result.nothing || card.querySelector("mark")) return "";
  const held = await heldWords(result, row);
  if (held.length) return `Further down on its page: ${held.map((word) => `“${word}”`).join(", ")}`;
  const read = result.read.get(row);
  if (!read) return "Close in meaning to what you asked";
  return read.answers > 0
    ? "That question is close in meaning to yours"
    : "Its title is close in meaning to what you asked";
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
