/* The order in which results stand. */

/** @import { SearchResult } from "../types.js" */

/**
 * Rows in an order, most first; then by how well they answer, how well they were measured, and their place.
 *
 * @param {number[] | string} order what each row has of it, or its name in the index
 * @param {number[]} rows
 * @param {SearchResult} result
 */
export function sortedBy(order, rows, { scores, index }) {
  const { evidence } = index.sorts;
  const keys = typeof order === "string" ? index.sorts[/** @type {"evidence"} */ (order)] : order;
  return rows
    .slice()
    .sort(
      (one, other) =>
        keys[other] - keys[one] || scores[other] - scores[one] || evidence[other] - evidence[one] || one - other,
    );
}
