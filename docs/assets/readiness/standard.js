/* The standard, read from the page itself: areas, criteria and tiers stand in its HTML, and so do the limits. */

import { parts } from "../components/dom.js";
import { limitsFrom } from "./limits.js";

/** @import { Criterion, Standard } from "../types.js" */

/**
 * @param {HTMLElement} element
 * @returns {Standard}
 */
export function readStandard(element) {
  /** @type {Criterion[]} */
  const criteria = [];
  const areas = parts(element, "[data-area]").map((section) => {
    const { area = "", name = "" } = section.dataset;
    const codes = parts(section, "[data-code]").map((part) => {
      criteria.push(criterionOf(part, area));
      return part.dataset.code ?? "";
    });
    return { id: area, name, codes };
  });
  const tiers = parts(element, "[data-tier]").map(({ dataset: { tier = "", least, most } }) => ({
    name: tier,
    least: Number(least),
    most: Number(most),
  }));
  const byCode = new Map(criteria.map((one) => [one.code, one]));
  return { areas, criteria, byCode, tiers, limits: limitsFrom(JSON.parse(element.dataset.limits ?? "{}")) };
}

/**
 * @param {HTMLElement} part
 * @param {string} area
 * @returns {Criterion}
 */
function criterionOf(part, area) {
  const { code = "", name = "", rests = "" } = part.dataset;
  const boxes = /** @type {HTMLInputElement[]} */ (parts(part, "input[type=checkbox]"));
  return {
    code,
    name,
    area,
    mandatory: "mandatory" in part.dataset,
    restsOn: rests.split(" ").filter(Boolean),
    checks: boxes.map((box) => box.value),
  };
}
