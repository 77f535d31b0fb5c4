/* The parts of a page that stand side by side: each bears data-row on the page of the practice or city itself, so that
 * what is compared is what a reader finds there, word for word. */

import { made, parts } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { ROOT } from "../search/store.js";
import { KINDS } from "./chosen.js";

/** @import { Compared, Kind } from "../types.js" */

const TILES = 3;
const LINKS = 5;

/**
 * A page with its rows.
 *
 * @param {Kind} kind
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Compared>}
 */
export async function fetched(kind, id, signal) {
  const url = new URL(`${KINDS[kind].folder}/${id}/`, ROOT);
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const title = page.querySelector(".pb h1")?.textContent;
  if (!title) throw new Error("this is no page of a practice or a city");
  const rows = new Map(parts(page, "[data-row]").map((part) => [part.dataset.row ?? "", contentOf(part, url)]));
  return { id, url: url.href, title, rows };
}

/**
 * What stands in a cell: a copy without what belongs to its page alone, its links leading where they did.
 *
 * @param {HTMLElement} part
 * @param {URL} url
 * @returns {Node[]}
 */
function contentOf(part, url) {
  const copy = /** @type {HTMLElement} */ (document.importNode(part, true));
  for (const one of parts(copy, ".pb-cite, button")) one.remove();
  for (const one of parts(copy, "[id]")) one.removeAttribute("id");
  for (const link of /** @type {HTMLAnchorElement[]} */ (parts(copy, "a[href]"))) {
    link.href = new URL(link.getAttribute("href") ?? "", url).href;
  }
  const cards = parts(copy, ".pb-card__title a");
  if (cards.length) return [listOf(cards.slice(0, LINKS))];
  if (copy.matches(".pb-tiles")) return tilesIn(copy, url);
  if (copy.matches(".pb-accounts"))
    return [figure(_("not measured")), ...parts(copy, "li").slice(0, 1).flatMap(textOf)];
  return copy.matches("ul") ? [listOf(parts(copy, "li").map((item) => item.childNodes))] : Array.from(copy.childNodes);
}

/**
 * @param {HTMLElement} copy
 * @param {URL} url
 */
function tilesIn(copy, url) {
  const tiles = parts(copy, ".pb-tile");
  const rest = tiles.length - TILES;
  const shown = tiles.slice(0, TILES).map((tile) => made("div", { className: "pb-compare__tile" }, ...tile.childNodes));
  const words = many("and one more result", "and %(count)s more results", rest);
  return rest > 0 ? [...shown, made("a", { href: `${url}#what-changed`, textContent: words })] : shown;
}

/** @param {string} words */
function figure(words) {
  return made("p", { className: "pb-figure", textContent: words });
}

/** @param {HTMLElement} item */
function textOf(item) {
  return [made("p", {}, ...item.childNodes)];
}

/** @param {(Node | Iterable<Node>)[]} items */
function listOf(items) {
  return made("ul", {}, ...items.map((one) => made("li", {}, ...(one instanceof Node ? [one] : one))));
}
