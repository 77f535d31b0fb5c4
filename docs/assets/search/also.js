/* Things of other kinds that a query speaks of: topics, kinds of answer, criteria, cities. */

import { made, part } from "../components/dom.js";
import { cardsOf } from "./results.js";

/** @type {[kind: string, name: string, most: number][]} */
const KINDS = [
  ["topic", "Topic", 1],
  ["method", "Kind of answer", 1],
  ["criterion", "Criterion", 2],
  ["city", "City", 2],
];
const SHARE_OF_QUERY = 0.6;

/**
 * @param {import("../types.js").SearchResult} result
 * @returns {Promise<HTMLElement[]>}
 */
export async function alsoNamed(result) {
  const named = await Promise.all(
    KINDS.map(async ([kind, name, most]) => {
      const near = result.rows[kind].filter(
        (row) => Math.max(result.covered[row], result.agreement[row] || 0) >= SHARE_OF_QUERY,
      );
      return (await cardsOf(result, near.slice(0, most))).map((card) => {
        const also = made("span", {}, `${name}: `, part(card, ".pb-card__title a"));
        also.dataset.id = card.dataset.id;
        return also;
      });
    }),
  );
  return named.flat();
}
