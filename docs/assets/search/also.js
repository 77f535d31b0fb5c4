/* Things of other kinds that a query speaks of: topics, kinds of answer, criteria, cities. */

import { made, part } from "../components/dom.js";
import { around, marked } from "../components/language.js";
import { cardsOf } from "./results.js";

/** @type {[kind: string, message: string][]} */
const KINDS = [
  ["topic", marked("Topic: %(name)s")],
  ["method", marked("Kind of answer: %(name)s")],
  ["criterion", marked("Criterion: %(name)s")],
  ["city", marked("City: %(name)s")],
];

/**
 * @param {import("../types.js").SearchResult} result
 * @returns {Promise<HTMLElement[]>}
 */
export async function alsoNamed(result) {
  const named = await Promise.all(
    KINDS.map(async ([kind, message]) => {
      return (await cardsOf(result, result.beside[kind])).map((card) => {
        const also = made("span", {}, ...around(message, { name: part(card, ".pb-card__title a") }));
        also.dataset.id = card.dataset.id;
        return also;
      });
    }),
  );
  return named.flat();
}
