/* Cards of results: made with the site, here put in place, the matched words marked. */

import { ROOT, cards, rowsOf } from "./store.js";
import { fold } from "./words.js";

/** The cards of these rows as elements. `result` is what the search returned. */
export async function cardsOf(result, rows) {
  const texts = await cards(result.index, rows);
  return texts.map(function ([text], number) {
    const template = document.createElement("template");
    template.innerHTML = text; // our own page, built with every text in it escaped
    const card = template.content.firstElementChild;
    card.querySelectorAll("a[href]").forEach(function (link) { link.href = new URL(link.getAttribute("href"), ROOT).href; });
    tellWhy(card, result, result.read && result.read.get(rows[number]));
    mark(card, result);
    return card;
  });
}

/** The cards of these practices or cities (`kind`), by id: a Map without those that this index does not hold. */
export async function cardsById(index, kind, ids) {
  const rows = Array.from(await rowsOf(index, kind, ids));
  const elements = await cardsOf({ index: index, terms: new Set() }, rows.map(function ([, row]) { return row; }));
  return new Map(rows.map(function ([id], place) { return [id, elements[place]]; }));
}

/** Put the reasons why a card is shown under its title, the first in bold. */
export function explain(card, reasons) {
  const line = document.createElement("p");
  line.className = "pb-why";
  reasons.forEach(function (reason, number) {
    const part = document.createElement(number ? "span" : "b");
    part.textContent = reason;
    if (number) line.append(document.createElement("br"));
    line.append(part);
  });
  card.querySelector(".pb-card__title").after(line);
}

/**
 * Show what belongs to what was asked: the question for which the practice was found, if that is not its title, and of its
 * results the one that holds most of the words.
 */
function tellWhy(card, result, read) {
  const asked = card.querySelector(".pb-asked");
  if (asked && read && read.answers > 0 && !result.nothing) {
    const line = document.createElement("p");
    line.className = "pb-asked";
    line.textContent = "Answers: “" + asked.children[read.answers - 1].textContent + "”";
    asked.before(line);
  }
  if (asked) asked.remove();
  const results = Array.from(card.querySelectorAll(".pb-headline"));
  const held = results.map(function (one) { return matches(one.textContent, result).size; });
  const best = Math.max(0, held.indexOf(Math.max.apply(null, held.concat(0))));
  results.forEach(function (one, place) { one.hidden = place !== best; });
}

/** Wrap every word that the query asks for in a mark. */
function mark(element, result) {
  if (!result.terms.size) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.forEach(function (text) {
    const pieces = [];
    let end = 0;
    for (const word of text.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!result.terms.has(termOf(word[0], result.index))) continue;
      const marked = document.createElement("mark");
      marked.textContent = word[0];
      pieces.push(text.data.slice(end, word.index), marked);
      end = word.index + word[0].length;
    }
    if (pieces.length) text.replaceWith(...pieces, text.data.slice(end));
  });
}

function matches(text, result) {
  const found = new Set();
  for (const word of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const term = termOf(word[0], result.index);
    if (result.terms.has(term)) found.add(term);
  }
  return found;
}

function termOf(word, index) {
  const place = index.place.get(fold(word));
  return place === undefined ? -1 : index.terms[place];
}

/** A count with its noun: "1 practice", "12 practices". */
export function counted(count, one, many) {
  return count.toLocaleString("en") + " " + (count === 1 ? one : many || one + "s");
}

/** What was understood otherwise than typed, as a sentence for each thing. */
export function remarks(result) {
  const said = result.translation ? ["From " + result.translation.language + ": showing results for “" + result.translation.text + "”."] : [];
  result.corrections.forEach(function ([typed, taken]) { said.push("Showing results for “" + taken + "”, not “" + typed + "”."); });
  if (result.unknown.length && !result.nothing) said.push("No practice speaks of " + result.unknown.map(function (word) { return "“" + word + "”"; }).join(" or ") + ".");
  return said;
}
