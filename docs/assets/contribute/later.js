/* What a first version passes without: folded away, and opened where one comes for something inside. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { at } from "./paths.js";
import { pathOf } from "./steps.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { FieldSpec, Json } from "./types.js" */

/**
 * The fields of a step that are folded away; open where one of them is filled in.
 *
 * @param {PracticeForm} form
 * @param {FieldSpec[]} specs
 * @param {(spec: FieldSpec) => Node} fieldOf
 * @returns {Node[]}
 */
export function later(form, specs, fieldOf) {
  if (!specs.length) return [];
  const isFilled = specs.some((spec) => holds(at(form.draftGroup, pathOf(spec))));
  const words = _("Add more, now or later: %(fields)s", { fields: specs.map(({ label }) => label).join("; ") });
  return [folded(words, isFilled, ...specs.map(fieldOf))];
}

/**
 * @param {string} words on what is inside
 * @param {boolean} isOpen
 * @param {...Node} inside
 */
export function folded(words, isOpen, ...inside) {
  const summary = made("summary", { textContent: words });
  return made("details", { className: "pb-later", open: isOpen }, summary, ...inside);
}

/**
 * Open all that an element is folded away in.
 *
 * @param {Element} element
 */
export function unfold(element) {
  for (let around = element.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
    around.open = true;
}

/**
 * Whether something is filled in.
 *
 * @param {Json | undefined} value
 * @returns {boolean}
 */
function holds(value) {
  return value !== null && typeof value === "object" ? Object.values(value).some(holds) : Boolean(value);
}
