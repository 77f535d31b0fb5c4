/* What several tests need of the specification in tests/spec/, which Python made and is held to as well. */

import { readFileSync } from "node:fs";
import { limitsFrom } from "../../docs/assets/readiness/limits.js";

/**
 * A file of the specification.
 *
 * @param {string} name
 */
export function spec(name) {
  return JSON.parse(readFileSync(new URL(`../spec/${name}.json`, import.meta.url), "utf8"));
}

/** What may stand in a saved self-assessment. */
export const limits = limitsFrom(spec("limits"));

/**
 * A standard with these self-check points by code, all in one area.
 *
 * @param {Record<string, string[]>} checks
 */
export function standardOf(checks) {
  const criteria = Object.entries(checks).map(([code, points]) => ({
    code,
    name: code,
    area: "open-data",
    mandatory: false,
    restsOn: [],
    checks: points,
  }));
  return { criteria, byCode: new Map(criteria.map((one) => [one.code, one])), limits };
}
