/* Which level of evidence the results carry: by the rules of generator/model/evidence.py, which the page's data holds. */

/** @import { Group, Json, Level } from "./types.js" */

/**
 * Whether one of the results carries a level.
 *
 * @param {Level} level
 * @param {Group[]} results as written
 */
export function carries({ anyOf, without }, results) {
  if (!anyOf) return true;
  return results.some(
    (result) =>
      anyOf.some((fields) => fields.every((field) => result[field])) && !without.some((field) => result[field]),
  );
}

/**
 * The levels that the results carry, strongest first. Of two that rest on the same fields, whether chance decided who got
 * the practice tells; only the writer knows that.
 *
 * @param {Level[]} levels
 * @param {Group[]} results
 */
export function carried(levels, results) {
  return levels.filter((level) => carries(level, results));
}

/**
 * The level to suggest: the strongest that is carried; where only chance would tell it from the next one, the next one.
 *
 * @param {Level[]} levels
 * @param {Group[]} results
 */
export function suggested(levels, results) {
  const possible = carried(levels, results);
  const twins = possible.filter((level) => JSON.stringify(level.anyOf) === JSON.stringify(possible[0].anyOf));
  return twins[twins.length - 1];
}

/** So many results that do not carry a level make one that does worth a second look, as `peerbook check --hints` has it. */
const MANY = 2;

/**
 * How many measured results do not carry a level that one alone carries; 0 where more carry it, or the others are few.
 *
 * @param {Level} level
 * @param {Group[]} results as written
 */
export function restingOnOne(level, results) {
  if (!level.anyOf) return 0;
  const measured = results.filter((result) => result.metric);
  const others = measured.filter((result) => !carries(level, [result])).length;
  return measured.length - others === 1 && others >= MANY ? others : 0;
}

/**
 * The results of a write-up as groups.
 *
 * @param {Json | undefined} results
 * @returns {Group[]}
 */
export function resultsIn(results) {
  /** @param {Json} one @returns {one is Group} */
  const isGroup = (one) => one !== null && typeof one === "object" && !Array.isArray(one);
  return Array.isArray(results) ? results.filter(isGroup) : [];
}
