/* The page "Your city": choose a place, see certified cities like it and what to look at first. */

import { part, parts } from "../components/dom.js";
import { _, either, many } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { search } from "../search/engine.js";
import { rowsOf } from "../search/pieces.js";
import { cardsById, cardsOf, explain, nothingOn } from "../search/results.js";
import { open, openCards } from "../search/store.js";
import { advise, alike, readableFirst } from "./advice.js";
import { Picker } from "./picker.js";
import { load } from "./places.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { Advice, CardIndex, SearchResult } from "../types.js" */

const PRACTICES = 10;
const CITIES = 8;

class YourCity {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.life = life;
    this.status = part(element, ".pb-your-city__status");
    this.told = part(element, ".pb-your-city__told");
    /** @type {HTMLInputElement} */
    this.words = part(element, "#pb-words");
    this.picker = new Picker(part(element, ".pb-place"), this.status, () => this.write());
    this.turn = 0;
    this.start();
  }

  async start() {
    part(this.element, ".pb-your-city__filters").addEventListener("change", () => this.write());
    part(this.element, ".pb-your-city__words").addEventListener("submit", (event) => {
      event.preventDefault();
      this.write();
    });
    this.words.addEventListener("change", () => this.write());
    try {
      const [data, index] = await Promise.all([load(), openCards()]);
      this.known = { data, index };
    } catch {
      return this.failed();
    }
    if (this.life.isOver) return;
    this.life.onReturn(() => this.read());
    this.picker.data = this.known.data;
    this.read();
  }

  failed() {
    this.status.textContent = _("The places could not be loaded. Check the connection, and load the page again.");
    this.element.dataset.drawn = "";
  }

  /* The address holds the place, the words and what was ticked. */

  read() {
    const asked = new URLSearchParams(location.search);
    const city = asked.get("city");
    this.picker.show(this.known?.data.all.find((one) => one.id === city) ?? null);
    this.words.value = asked.get("q") ?? "";
    for (const box of this.boxes("fieldset input")) box.checked = asked.getAll(box.name).includes(box.value);
    if (city && !this.picker.here) {
      this.status.textContent = _("No city of this name is known here. Type it, and choose from the list.");
    }
    this.draw();
  }

  write() {
    const said = new URLSearchParams({ city: this.picker.here?.id ?? "" });
    const words = this.words.value.trim();
    if (words) said.set("q", words);
    for (const { name, value } of this.boxes("fieldset :checked")) said.append(name, value);
    const address = `${location.pathname}?${said}`;
    if (address === location.pathname + location.search) return;
    history.pushState(null, "", address);
    this.draw();
  }

  /** @param {string} selector */
  boxes(selector) {
    return /** @type {HTMLInputElement[]} */ (parts(this.element, selector));
  }

  async draw() {
    const mine = ++this.turn;
    const { here } = this.picker;
    part(this.element, ".pb-your-city__found").hidden = !here;
    if (!here || !this.known) {
      this.element.dataset.drawn = "";
      return;
    }
    const { data, index } = this.known;
    /** @type {HTMLAnchorElement} */ (part(this.element, "[data-readiness]")).search = `?city=${here.id}`;
    const asked = this.boxes("fieldset :checked").map(({ name, value }) => `${name}:${value}`);
    const words = this.words.value.trim();
    const result = words ? await searched(words) : null;
    if (result === undefined) return this.failed();
    const isAnswered = result !== null && !result.empty;
    const fits = isAnswered ? await fitOf(result, data.practices) : undefined;
    const all = alike(data, here);
    const advice = advise(data, here, asked, all, fits).slice(0, PRACTICES);
    const peers = readableFirst(data, all).slice(0, CITIES);
    const [practices, cities] = await Promise.all([
      isAnswered ? answering(result, advice) : explained(index, "practice", advice.map(reasoned)),
      explained(
        index,
        "city",
        peers.map(({ city, reasons }) => ({ id: city.id, reasons })),
      ),
    ]);
    if (mine !== this.turn) return;
    part(this.element, "[data-list=practices]").replaceChildren(...practices);
    part(this.element, "[data-list=cities]").replaceChildren(...cities);
    part(this.element, "[data-paper=city]").textContent = here.label;
    this.status.textContent = "";
    this.told.textContent = told(here.label, asked.length, practices.length, words, result?.nothing ?? null);
    this.element.dataset.drawn = "";
    this.element.dataset.city = `${here.id} ${asked.join(" ")} ${words}`;
  }
}

/**
 * What answers these words; undefined where the index can't be read.
 *
 * @param {string} words
 */
async function searched(words) {
  try {
    return await search(await open(), words);
  } catch {
    return undefined;
  }
}

/** @param {Advice} advice */
function reasoned({ practice, reasons }) {
  return { id: practice, reasons };
}

/**
 * What the list of practices is, in a sentence.
 *
 * @param {string} label
 * @param {number} ticked
 * @param {number} count
 * @param {string} words
 * @param {string[] | null} nothing
 */
function told(label, ticked, count, words, nothing) {
  if (nothing !== null && !count) return nothingOn(nothing, false);
  if (nothing !== null) {
    return _("Nothing here on “%(words)s”. Nearest, for %(city)s:", { words: either(nothing), city: label });
  }
  const parts = { words, city: label };
  if (words && ticked) {
    if (!count) return _("No practice of another city here is on “%(words)s” and on what you ticked.", parts);
    return many(
      "%(count)s practice for %(city)s, on “%(words)s” and on what you ticked",
      "%(count)s practices for %(city)s, on “%(words)s” and on what you ticked",
      count,
      parts,
    );
  }
  if (words) {
    if (!count) return _("No practice of another city here is on “%(words)s”.", parts);
    return many(
      "%(count)s practice for %(city)s, on “%(words)s”",
      "%(count)s practices for %(city)s, on “%(words)s”",
      count,
      parts,
    );
  }
  if (ticked) {
    if (!count) return _("No practice of another city here is on what you ticked.");
    return many(
      "%(count)s practice for %(city)s, on what you ticked",
      "%(count)s practices for %(city)s, on what you ticked",
      count,
      parts,
    );
  }
  if (!count) return _("There is no practice of another city here.");
  return many("%(count)s practice for %(city)s", "%(count)s practices for %(city)s", count, parts);
}

/**
 * How well each practice answers the words, against the best: 0 to 1.
 *
 * @param {SearchResult} result
 * @param {import("../types.js").PracticeRow[]} practices
 */
async function fitOf({ index, rows, scores }, practices) {
  const ids = practices.map(([id]) => id);
  const found = new Set(rows.practice);
  const best = scores[rows.practice[0]];
  const known = await rowsOf(index, "practice", ids);
  return new Map([...known].flatMap(([id, row]) => (found.has(row) ? [[id, scores[row] / best]] : [])));
}

/**
 * Cards that answer words, with their reasons.
 *
 * @param {SearchResult} result
 * @param {Advice[]} advice
 */
async function answering(result, advice) {
  const known = await rowsOf(
    result.index,
    "practice",
    advice.map(({ practice }) => practice),
  );
  const shown = advice.flatMap((one) => {
    const row = known.get(one.practice);
    return row === undefined ? [] : [{ row, reasons: one.reasons }];
  });
  const cards = await cardsOf(
    result,
    shown.map(({ row }) => row),
  );
  cards.forEach((card, number) => {
    explain(card, shown[number].reasons);
  });
  return cards;
}

/**
 * Cards with their reasons; what the index, which may be newer than the places, does not hold is left out.
 *
 * @param {CardIndex} index
 * @param {"practice" | "city"} kind
 * @param {{ id: string, reasons: string[] }[]} found
 */
async function explained(index, kind, found) {
  const cards = await cardsById(
    index,
    kind,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, reasons }) => {
    const card = cards.get(id);
    if (card) explain(card, reasons);
    return card ? [card] : [];
  });
}

onPage(".pb-your-city", YourCity);
