/* The order in which results stand. */

/** @import { SearchResult } from "../types.js" */

/**
 * Rows by what each has of `keys`, most first; then by how well they answer, how well they were measured, and their place.
 *
 * @param {number[]} keys
 * @param {number[]} rows
 * @param {SearchResult} result
 */
export function sortedBy(keys, rows, { scores, index }) {
  const { evidence } = index.sorts;
  return rows
    .slice()
    .sort(
      (one, other) =>
        keys[other] - keys[one] || scores[other] - scores[one] || evidence[other] - evidence[one] || one - other,
    );
}
