/* Cards of results: made with the site, here put in place, the matched words marked. */

import { made } from "../components/dom.js";
import { _, either, many, quoted } from "../components/language.js";
import { isForm, isInOwnLanguage } from "./own.js";
import { passagesOf, rowsOf } from "./pieces.js";
import { ROOT } from "./store.js";
import { foundBy } from "./why.js";
import { fold } from "./words.js";

/** @typedef {import("../types.js").CardIndex} CardIndex */
/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").SearchResult} SearchResult */
/** @typedef {import("../types.js").ReadAgain} ReadAgain */

/** Those of which the index may know words. */
const LANGUAGES = new Map([
  ["Portuguese", _("Portuguese")],
  ["Spanish", _("Spanish")],
]);
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The cards of these rows as elements.
 *
 * @param {SearchResult} result
 * @param {number[]} rows
 */
export async function cardsOf(result, rows) {
  const cards = await bareCards(result.index, rows);
  await Promise.all(
    cards.map(async (card, number) => {
      const row = rows[number];
      tellWhy(card, result, result.read.get(row));
      mark(card, result);
      const why = row < result.index.practices ? await foundBy(result, row, card) : "";
      if (why) card.querySelector(".pb-meta")?.before(made("p", { className: "pb-found", textContent: why }));
    }),
  );
  return cards;
}

/**
 * The cards of these practices or cities, by id: a Map without those that this index does not hold.
 *
 * @param {CardIndex} index
 * @param {"practice" | "city"} kind
 * @param {Iterable<string>} ids
 * @returns {Promise<Map<string, HTMLElement>>}
 */
export async function cardsById(index, kind, ids) {
  const rows = [...(await rowsOf(index, kind, ids))];
  const cards = await bareCards(
    index,
    rows.map(([, row]) => row),
  );
  for (const card of cards) card.querySelector(".pb-asked")?.remove();
  for (const card of cards) showHeadline(card, 0);
  return new Map(rows.map(([id], place) => [id, cards[place]]));
}

/**
 * @param {CardIndex} index
 * @param {number[]} rows
 */
async function bareCards(index, rows) {
  return (await passagesOf(index, rows)).map(({ html }) => {
    const template = document.createElement("template");
    template.innerHTML = html; // our own page, built with every text in it escaped
    const card = /** @type {HTMLElement} */ (template.content.firstElementChild);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (card.querySelectorAll("a[href]"))) {
      link.href = new URL(link.getAttribute("href") || "", ROOT).href;
    }
    return card;
  });
}

/**
 * Put the reasons why a card is shown under its title, the first in bold.
 *
 * @param {HTMLElement} card
 * @param {string[]} reasons
 */
export function explain(card, reasons) {
  const line = document.createElement("p");
  line.className = "pb-why";
  reasons.forEach((reason, number) => {
    const part = document.createElement(number ? "span" : "b");
    part.textContent = reason;
    if (number) line.append(document.createElement("br"));
    line.append(part);
  });
  card.querySelector(".pb-card__title")?.after(line);
}

/**
 * Show what belongs to what was asked: the question for which the practice was ranked, if that is not its title, and of
 * its results the one that holds most of the words.
 *
 * @param {HTMLElement} card
 * @param {SearchResult} result
 * @param {ReadAgain | undefined} read
 */
function tellWhy(card, result, read) {
  const asked = card.querySelector(".pb-asked");
  if (asked && read && read.answers > 0 && !result.nothing) {
    const line = document.createElement("p");
    line.className = "pb-asked";
    line.textContent = _("Answers: “%(question)s”", { question: asked.children[read.answers - 1].textContent ?? "" });
    asked.before(line);
  }
  asked?.remove();
  const held = [...card.querySelectorAll(".pb-headline")].map((one) => matches(one.textContent || "", result));
  showHeadline(card, Math.max(0, held.indexOf(Math.max(0, ...held))));
}

/**
 * @param {HTMLElement} card
 * @param {number} number
 */
function showHeadline(card, number) {
  /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".pb-headline")).forEach((one, place) => {
    one.hidden = place !== number;
  });
}

/**
 * Wrap every word that the query asks for in a mark.
 *
 * @param {HTMLElement} element
 * @param {SearchResult} result
 */
function mark(element, result) {
  if (!result.terms.size) return;
  const own = isInOwnLanguage(result) ? (result.translation?.words ?? []) : [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    /** @type {(string | HTMLElement)[]} */
    const pieces = [];
    let end = 0;
    for (const word of text.data.matchAll(WORD)) {
      const term = termOf(word[0], result.index);
      const isTerm = result.terms.has(term);
      if (!isTerm && !own.some((asked) => isForm(fold(word[0]), asked))) continue;
      const marked = document.createElement("mark");
      marked.textContent = word[0];
      if (isTerm) marked.dataset.term = String(term);
      pieces.push(text.data.slice(end, word.index), marked);
      end = word.index + word[0].length;
    }
    if (pieces.length) text.replaceWith(...pieces, text.data.slice(end));
  }
}

/**
 * How many of the terms asked for a text holds.
 *
 * @param {string} text
 * @param {SearchResult} result
 */
function matches(text, result) {
  const found = [...text.matchAll(WORD)].map(([word]) => termOf(word, result.index));
  return new Set(found.filter((term) => result.terms.has(term))).size;
}

/**
 * @param {string} word
 * @param {SearchIndex} index
 */
function termOf(word, index) {
  const place = index.place.get(fold(word));
  return place === undefined ? -1 : index.terms[place];
}

/** "1 practice", "12 practices". @param {number} count */
export function practices(count) {
  return many("%(count)s practice", "%(count)s practices", count);
}

/** What the button says that shows these. @param {number} count */
export function showPractices(count) {
  return many("Show %(count)s practice", "Show %(count)s practices", count);
}

/** What the button says that shows further ones. @param {number} count */
export function morePractices(count) {
  return many("Show %(count)s more practice", "Show %(count)s more practices", count);
}

/**
 * "12 practices for “ambulances”".
 *
 * @param {number} count
 * @param {string} query
 */
export function practicesFor(count, query) {
  return many("%(count)s practice for “%(query)s”", "%(count)s practices for “%(query)s”", count, { query });
}

/**
 * That no practice answers these words, any of which are named, and whether what comes nearest follows.
 *
 * @param {string[]} words
 * @param {boolean} isNearest
 */
export function nothingOn(words, isNearest) {
  const parts = { words: either(words) };
  return isNearest ? _("Nothing here on “%(words)s”. Nearest:", parts) : _("Nothing here on “%(words)s”.", parts);
}

/**
 * What was understood otherwise than typed, as a sentence for each thing.
 *
 * @param {SearchResult} result
 */
export function remarks(result) {
  const said = result.corrections.map(([typed, taken]) =>
    _("Showing results for “%(taken)s”, not “%(typed)s”.", { taken, typed }),
  );
  if (result.translation && !isInOwnLanguage(result)) {
    const { language, text } = result.translation;
    said.unshift(
      _("From %(language)s: showing results for “%(text)s”.", { language: LANGUAGES.get(language) ?? language, text }),
    );
  }
  if (result.unknown.length && !result.nothing) {
    said.push(_("No practice speaks of %(words)s.", { words: either(result.unknown.map(quoted)) }));
  }
  return said;
}
