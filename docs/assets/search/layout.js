/* The parts of the Find page that stay while results come and go. */

import { part } from "../components/dom.js";

/** @param {HTMLElement} live where they stand */
export function laidOut(live) {
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
