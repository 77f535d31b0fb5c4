/* Things of other kinds that a query speaks of: topics, kinds of answer, criteria, cities. */

import { made, part } from "../components/dom.js";
import { around, marked } from "../components/language.js";
import { cardsOf } from "./results.js";

/** @type {[kind: string, message: string, most: number][]} */
const KINDS = [
  ["topic", marked("Topic: %(name)s"), 1],
  ["method", marked("Kind of answer: %(name)s"), 1],
  ["criterion", marked("Criterion: %(name)s"), 2],
  ["city", marked("City: %(name)s"), 2],
];
const SHARE_OF_QUERY = 0.6;

/**
 * @param {import("../types.js").SearchResult} result
 * @returns {Promise<HTMLElement[]>}
 */
export async function alsoNamed(result) {
  const named = await Promise.all(
    KINDS.map(async ([kind, message, most]) => {
      const near = result.rows[kind].filter(
        (row) => Math.max(result.covered[row], result.agreement[row] || 0) >= SHARE_OF_QUERY,
      );
      return (await cardsOf(result, near.slice(0, most))).map((card) => {
        const also = made("span", {}, ...around(message, { name: part(card, ".pb-card__title a") }));
        also.dataset.id = card.dataset.id;
        return also;
      });
    }),
  );
  return named.flat();
}
