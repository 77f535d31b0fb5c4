/* The table: a column for each that is compared, the same rows for all. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";

/** @import { Compared } from "../types.js" */

const AREA = 290_000; // letters times square points, found by printing
const NOT_SAID = _("not known from our sources");

/**
 * A row that no page has is left out; where only some have it, the others say that it is not known. The roles are those
 * that a table has anyway: a phone, on which rows stand as blocks, would take them away.
 *
 * @param {string} caption
 * @param {Compared[]} pages
 * @param {[key: string, label: string][]} rows
 * @param {(id: string) => void} takeOut
 */
export function drawTable(caption, pages, rows, takeOut) {
  const heads = pages.map(({ id, url, title }) => {
    const name = made("a", { href: url, textContent: title });
    const out = made("button", { type: "button", className: "pb-compare__out", textContent: _("Take out") });
    out.append(made("span", { className: "pb-hidden", textContent: `: ${title}` }));
    out.addEventListener("click", () => takeOut(id));
    return withRole(made("th", { scope: "col" }, name, out), "columnheader");
  });
  const corner = withRole(made("td", { className: "pb-compare__corner" }), "cell");
  const head = made("thead", {}, withRole(made("tr", {}, corner, ...heads), "row"));
  const held = rows.filter(([key]) => pages.some((page) => page.rows.has(key)));
  const body = made("tbody", {}, ...held.map(([key, label]) => row(key, label, pages)));
  const table = made("table", { className: "pb-compare__grid" }, head, body);
  table.style.setProperty("--print-size", `${printSize(table.textContent?.length ?? 0)}pt`);
  table.prepend(made("caption", { className: "pb-hidden", textContent: caption }));
  return withRole(table, "table");
}

/**
 * Size of the text on paper, in points, so that the table stands on one page: a sheet holds a given area of letters.
 *
 * @param {number} letters
 */
export function printSize(letters) {
  const [least, most] = [5.2, 8];
  return Math.round(10 * Math.min(most, Math.max(least, Math.sqrt(AREA / Math.max(letters, 1))))) / 10;
}

/**
 * @param {string} key
 * @param {string} label
 * @param {Compared[]} pages
 */
function row(key, label, pages) {
  const cells = pages.map(({ title, rows }) => {
    const said = rows.get(key) ?? [made("span", { className: "pb-quiet", textContent: NOT_SAID })];
    const cell = made("td", {}, made("p", { className: "pb-compare__whose", textContent: title }), ...said);
    return withRole(cell, "cell");
  });
  const name = withRole(made("th", { scope: "row", textContent: label }), "rowheader");
  const line = withRole(made("tr", {}, name, ...cells), "row");
  line.dataset.key = key;
  return line;
}

/**
 * @template {HTMLElement} Kind
 * @param {Kind} element
 * @param {string} role
 */
function withRole(element, role) {
  element.setAttribute("role", role);
  return element;
}
