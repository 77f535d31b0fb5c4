/* Sorting tables, showing them whole, printing, folding, and the mark in the menu: on every page, anew for each; and once light and dark. */

import { made, part, parts } from "./dom.js";
import { language } from "./language.js";
import { onEveryPage } from "./page-life.js";

/** @param {HTMLTableElement} table */
function sortable({ tHead, tBodies: [body] }) {
  const heads = Array.from(tHead?.rows[0].cells ?? []);
  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    if (!button || "sorts" in button.dataset) return;
    button.dataset.sorts = "";
    button.addEventListener("click", () => {
      const isNumeric = head.dataset.sort === "number";
      const direction = next(head.getAttribute("aria-sort"), isNumeric);
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
      const sign = direction === "ascending" ? 1 : -1;
      const rows = Array.from(body.rows, (row) => ({ row, text: textOf(row.cells[column]) }));
      rows.sort(
        ({ text: one }, { text: other }) =>
          sign * (isNumeric ? Number(one) - Number(other) : collator.compare(one, other)),
      );
      body.append(...rows.map(({ row }) => row));
    });
  });
}

/**
 * The order after the present one: numbers begin with the largest.
 *
 * @param {string | null} current
 * @param {boolean} isNumeric
 */
function next(current, isNumeric) {
  if (current) return current === "ascending" ? "descending" : "ascending";
  return isNumeric ? "descending" : "ascending";
}

/** @param {HTMLElement} cell */
function textOf(cell) {
  return cell.dataset.value || (cell.textContent ?? "").trim();
}

/** All rows of a long table, of which a phone shows the first; whoever asked for more reads on where they stand. */
function showWhole() {
  const table = part(document, ".pb-long");
  const rest = parts(table, "tbody tr").find((row) => !row.offsetParent);
  table.classList.remove("pb-long");
  if (rest) part(rest, "a").focus();
}

/** The part that the address leads to is not folded. Not every browser opens what it is led to. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details");
  if (!target || !folded) return;
  folded.open = true;
  target.scrollIntoView();
}

/** Instant navigation leaves the header as it was, so the menu's mark moves here. */
function markMenu() {
  const links = /** @type {HTMLAnchorElement[]} */ (parts(document, ".pb-menu a"));
  for (const link of links) link.removeAttribute("aria-current");
  const here = links.filter(({ pathname }) => location.pathname.startsWith(pathname)).at(-1);
  here?.setAttribute("aria-current", here.pathname === location.pathname ? "page" : "true");
}

/** The switch in the header, which stays from page to page. docs/overrides/partials/palette.html says why it is ours. */
function switchSchemes() {
  const inputs = /** @type {HTMLInputElement[]} */ (parts(document, ".pb-scheme input"));
  const around = made("meta", { name: "theme-color" }); // what a phone's browser paints around the page
  const paint = () => {
    around.content = getComputedStyle(document.body).backgroundColor;
  };
  inputs.forEach((input, index) => {
    input.addEventListener("change", () => {
      window.__pb_scheme(index);
      window.__md_set("__palette", { index });
      paint();
    });
    input.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = inputs[(index + 1) % inputs.length];
      next.click();
      next.focus();
    });
  });
  document.head.append(around);
  addEventListener("load", () => setTimeout(paint));
}

switchSchemes();
addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => {
  for (const part of parts(document, "details[data-folds]")) part.setAttribute("open", "");
});
onEveryPage(() => {
  markMenu();
  window.__pb_fold();
  unfold();
  for (const table of parts(document, "table[data-sortable]")) sortable(/** @type {HTMLTableElement} */ (table));
  for (const button of parts(document, "[data-whole]")) button.onclick = showWhole;
  for (const button of parts(document, "[data-print]")) {
    button.onclick = () => window.print();
  }
});
