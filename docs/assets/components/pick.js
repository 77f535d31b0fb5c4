/* Picking cards for the page Compare: the buttons on cards, and the bar at the foot of the page that counts them. */

import { asSearch, inWords, LEAST, MOST, nothing, toggled } from "../compare/chosen.js";
import { keepChoice, keptChoice } from "../compare/kept.js";
import { made, parts } from "./dom.js";
import { _ } from "./language.js";
import { onEveryPage } from "./page-life.js";

/** @import { Choice, Kind } from "../types.js" */

const ROOT = new URL("../../", import.meta.url);
const status = made("p", { className: "pb-tray__status" });
const link = made("a", { className: "pb-button pb-button--main", textContent: _("Compare") });
const clear = made("button", { type: "button", className: "pb-button", textContent: _("Clear") });
const tray = made("section", { className: "pb-tray", hidden: true }, status, link, clear);
status.setAttribute("role", "status");
tray.setAttribute("aria-label", _("Chosen to compare"));
clear.addEventListener("click", () => choose(nothing()));

/** @param {Choice} choice */
function choose(choice) {
  keepChoice(choice);
  show(choice);
  tell(choice);
}

/**
 * Which buttons are pressed.
 *
 * @param {Choice} choice
 */
function show({ kind, ids }, root = /** @type {ParentNode} */ (document)) {
  for (const button of parts(root, "[data-pick]")) {
    const isIn = button.dataset.pick === kind && ids.includes(idOf(button));
    button.setAttribute("aria-pressed", String(isIn));
  }
}

/** @param {Choice} choice */
function tell(choice, words = inWords(choice)) {
  tray.hidden = !choice.ids.length || Boolean(document.querySelector(".pb-compare"));
  status.textContent = choice.ids.length === 1 ? `${words} ${_("Choose another.")}` : words;
  link.hidden = choice.ids.length < LEAST;
  link.href = new URL(`compare/${asSearch(choice)}`, ROOT).href;
}

/** @param {Element} button */
function idOf(button) {
  return /** @type {HTMLElement | null} */ (button.closest("[data-id]"))?.dataset.id ?? "";
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-pick]")) : null;
  if (!button) return;
  const before = keptChoice();
  const after = toggled(before, /** @type {Kind} */ (button.dataset.pick), idOf(button));
  if (after) choose(after);
  else tell(before, _("%(count)s are chosen, and no more fit. Take one out first.", { count: MOST }));
});

// Cards come later too: results of a search, advice for a city.
new MutationObserver((changes) => {
  const added = changes.flatMap(({ addedNodes }) => Array.from(addedNodes)).filter((node) => node instanceof Element);
  if (added.some((one) => one.matches("[data-id]") || one.querySelector("[data-pick]"))) show(keptChoice());
}).observe(document.body, { childList: true, subtree: true });

onEveryPage(() => {
  document.body.append(tray);
  const choice = keptChoice();
  show(choice);
  tell(choice);
});
