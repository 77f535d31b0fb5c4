/* The active filters, each a button that takes it away. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";

/**
 * @param {ReturnType<import("./facets.js").Facets["active"]>} active
 * @param {(facet: string, value: string) => void} remove
 * @param {() => void} clear
 */
export function chipsOf(active, remove, clear) {
  const chips = active.map(({ facet, value, name }) => {
    const button = made("button", { type: "button", className: "pb-chip", textContent: `${name} ×` });
    button.setAttribute("aria-label", _("Remove the filter %(facet)s: %(value)s", { facet: facet.name, value: name }));
    button.addEventListener("click", () => remove(facet.id, value));
    return made("li", {}, button);
  });
  if (chips.length < 2) return chips;
  const all = made("button", { type: "button", className: "pb-chip", textContent: _("Clear all") });
  all.addEventListener("click", clear);
  return [...chips, made("li", {}, all)];
}
