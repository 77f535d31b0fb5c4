/* What a row of the places holds. It words nothing: what is asked for before a page begins knows no messages yet. */

/** @import { Place, PlaceRow } from "../types.js" */

/**
 * A city or place from its row.
 *
 * @param {PlaceRow} values
 * @param {number} row
 * @returns {Place}
 */
export function place([id, label, country, region, population, about, others], row) {
  return { id, label, country, region, population, row, about, others: others ? others.split("|") : [] };
}
