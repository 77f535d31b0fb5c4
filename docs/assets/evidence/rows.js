/* Which rows are asked for. */

/** @import { RowsAsked, RowsData } from "../types.js" */

/**
 * The places of the rows that have all that is asked for.
 *
 * @param {RowsData} data
 * @param {RowsAsked} asked
 * @returns {number[]}
 */
export function asked(data, { topic, method, evidence, held, null: isNull }) {
  const holds = (/** @type {number[][]} */ lists, /** @type {string[]} */ names, /** @type {string} */ name) => {
    if (!name) return null;
    const place = names.indexOf(name);
    return lists.map((list) => list.includes(place));
  };
  const about = holds(data.topics, data.names.topic, topic);
  const by = holds(data.methods, data.names.method, method);
  const found = [];
  for (let row = 0; row < data.of.length; row++) {
    const practice = data.of[row];
    if (about && !about[practice]) continue;
    if (by && !by[practice]) continue;
    if (evidence && data.levels[row] !== evidence) continue;
    if (held && data.held[row] !== held) continue;
    if (isNull && data.found[row] !== "0") continue;
    found.push(row);
  }
  return found;
}
