/* The parts of the Find page that stay while results come and go. */

import { part } from "../components/dom.js";

/** @param {HTMLElement} live where they are put */
export function laidOut(live) {
  live.innerHTML = `
    <div class="pb-find__bar">
      <p class="pb-find__count" role="status"></p>
      <button type="button" class="pb-button pb-find__open" aria-haspopup="dialog">Filters</button>
      <label class="pb-find__sort">Sort by <select></select></label>
    </div>
    <p class="pb-find__remark" hidden></p>
    <p class="pb-find__also" hidden></p>
    <ul class="pb-chips" aria-label="Active filters" hidden></ul>
    <div class="pb-find__columns">
      <aside class="pb-find__aside" aria-label="Filters"><form class="pb-facets"></form></aside>
      <section class="pb-find__results" aria-labelledby="pb-results">
        <h2 id="pb-results" class="pb-hidden">Results</h2>
        <div class="pb-find__none" hidden></div>
        <ul class="pb-cards pb-cards--wide"></ul>
        <button type="button" class="pb-button pb-find__more" hidden>Show more</button>
      </section>
    </div>
    <dialog class="pb-sheet" aria-label="Filters">
      <div class="pb-sheet__head"><b>Filters</b> <button type="button" class="pb-button pb-button--main pb-sheet__close">Show results</button></div>
    </dialog>`;
  live.hidden = false;
  return {
    count: part(live, ".pb-find__count"),
    sort: /** @type {HTMLSelectElement} */ (part(live, "select")),
    remark: part(live, ".pb-find__remark"),
    also: part(live, ".pb-find__also"),
    chips: part(live, ".pb-chips"),
    facets: /** @type {HTMLFormElement} */ (part(live, ".pb-facets")),
    aside: part(live, ".pb-find__aside"),
    none: part(live, ".pb-find__none"),
    list: part(live, ".pb-cards"),
    more: part(live, ".pb-find__more"),
    sheet: /** @type {HTMLDialogElement} */ (part(live, "dialog")),
    open: part(live, ".pb-find__open"),
    close: part(live, ".pb-sheet__close"),
  };
}
