/* The Find page: search as one types, facets, sorting. The address bar holds all of it. */

import { painted, part } from "../components/dom.js";
import { _ } from "../components/language.js";
import { onNavigation, onPage } from "../components/page-life.js";
import { toggled, writeState } from "./address.js";
import { alsoNamed } from "./also.js";
import { chipsOf } from "./chips.js";
import { foundEarly } from "./early.js";
import { search } from "./engine.js";
import { Facets } from "./facets.js";
import { stateHere } from "./kept-city.js";
import { laidOut } from "./layout.js";
import { nearTopics, noneLeft } from "./none.js";
import { LIKE, SORTS } from "./orders.js";
import { facetsOf } from "./pieces.js";
import { cardsOf, morePractices, nothingOn, practices, practicesFor, remarks, showPractices } from "./results.js";
import { sortedBy } from "./sorting.js";
import { open } from "./store.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { SearchIndex, SearchResult } from "../types.js" */

const PAGE = 10;
const NEAREST = 5; // practices named where none answers
const CLOSEST = 3; // and where filters leave none
const phone = window.matchMedia("(max-width: 59.9375em)");

class Find {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.life = life;
    this.input = /** @type {HTMLInputElement} */ (part(element, "input[name=q]"));
    this.isTyping = false;
    this.turn = 0;
    this.state = stateHere();
    this.input.value = this.state.q;
    life.onReturn(() => this.returned());
    onNavigation(() => this.returned(), life.signal);
    this.start();
  }

  async start() {
    /** @type {SearchIndex} */
    let index;
    try {
      index = await open(() => ["facets"]);
      this.facets = new Facets(await facetsOf(index), new Set(this.state.facets.keys()), phone.matches);
    } catch {
      this.element.classList.add("pb-find--failed"); // the way by topic comes in its place
      return;
    }
    if (this.life.isOver) return; // the index came after the reader had left
    this.index = index;
    this.parts = this.build(this.facets);
    if (this.state.city) await this.bringCity(index);
    this.element.classList.add("pb-find--ready");
    this.input.addEventListener("input", () => this.type());
    this.input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.isTyping = false;
      this.update({ isQuiet: true });
    });
    await this.update({ isQuiet: true });
    if (this.city || this.life.isOver) return;
    await painted(); // few look from a city: what that takes comes after the first results
    if (this.life.isOver) return;
    await this.bringCity(index);
    if (this.state.city) this.update({});
  }

  /** @param {SearchIndex} index */
  async bringCity(index) {
    const { AskingCity } = await import("./city.js").catch(() => ({ AskingCity: null }));
    if (!AskingCity) return;
    this.city = new AskingCity(part(this.element, ".pb-find__city"), index, (city) => {
      this.state.city = city;
      if (!city && this.state.sort === LIKE) this.state.sort = "";
      this.change();
    });
  }

  type() {
    this.state.q = this.input.value;
    writeState(this.state, this.isTyping); // one step back leads to what was there before typing began
    this.isTyping = true;
    this.update({ isTyping: true });
  }

  change() {
    this.isTyping = false;
    writeState(this.state, false);
    this.update({});
  }

  returned() {
    this.state = stateHere();
    this.isTyping = false;
    if (document.activeElement !== this.input || this.input.value !== this.state.q) this.input.value = this.state.q;
    if (this.index) this.update({});
  }

  /**
   * @param {string} facet
   * @param {string} value
   * @param {boolean} isOn
   */
  toggle(facet, value, isOn) {
    this.state.facets = toggled(this.state.facets, facet, value, isOn);
    this.change();
  }

  /**
   * Make the parts of the page that stay.
   *
   * @param {Facets} facets
   */
  build(facets) {
    const drawn = laidOut(part(this.element, ".pb-find__live"));
    drawn.facets.append(...facets.elements);
    drawn.facets.addEventListener("change", (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      this.toggle(box.name, box.value, box.checked);
    });
    drawn.facets.addEventListener("submit", (event) => event.preventDefault());
    drawn.sort.addEventListener("change", () => {
      this.state.sort = drawn.sort.value;
      this.change();
    });
    drawn.more.addEventListener("click", () => this.more());
    drawn.open.addEventListener("click", () => drawn.sheet.showModal());
    drawn.close.addEventListener("click", () => drawn.sheet.close());
    const place = () => {
      if (!phone.matches && drawn.sheet.open) drawn.sheet.close();
      (phone.matches ? drawn.sheet : drawn.aside).append(drawn.facets);
    };
    this.life.on(phone, "change", place);
    place();
    return drawn;
  }

  /**
   * Draw what changes with the state.
   *
   * @param {{ isTyping?: boolean, isQuiet?: boolean }} how
   */
  async update({ isTyping = false, isQuiet = false }) {
    const { index, facets } = this;
    if (!index || !facets) return;
    this.turn += 1;
    const mine = this.turn;
    const early = await foundEarly(this.state.q);
    const searching = early ?? search(index, this.state.q, isTyping);
    const [result] = await Promise.all([searching, this.city?.look(this.state.city)]);
    if (mine !== this.turn || this.life.isOver) return;
    facets.lead(this.city?.facets ?? []);
    const all = Array.from({ length: index.practices }, (_, row) => row);
    const answers = result.nothing ? result.rows.practice.slice(0, NEAREST) : result.rows.practice;
    const found = result.empty ? all : answers;
    const rows = this.sorted(result, facets.filtered(found, this.state.facets));
    this.shown = { result, found, rows };
    facets.draw(found, this.state.facets);
    this.drawBar(result, rows);
    this.drawChips(facets);
    const also = this.drawAlso(result, mine);
    if (isQuiet) await also; // nothing comes above the first results once they stand
    await this.drawResults(mine);
    if (!isTyping && !isQuiet && window.scrollY > this.element.offsetTop + 200) this.element.scrollIntoView();
  }

  /**
   * @param {SearchResult} result
   * @param {number[]} rows
   */
  sorted(result, rows) {
    const order = this.order(result);
    if (order === "relevance") return rows;
    return sortedBy((order === LIKE && this.city?.likeness) || order, rows, result);
  }

  /** The orders that results can have now, and what each is called. */
  get orders() {
    const like = this.city?.order;
    return like ? { ...SORTS, [LIKE]: like } : SORTS;
  }

  /** @param {SearchResult} result */
  order(result) {
    const isAsked = !result.empty;
    if (this.state.sort in this.orders && (isAsked || this.state.sort !== "relevance")) return this.state.sort;
    return isAsked ? "relevance" : "evidence";
  }

  /**
   * @param {SearchResult} result
   * @param {number[]} rows
   */
  drawBar(result, rows) {
    if (!this.parts) return;
    const { count, sort, remark, close } = this.parts;
    const query = this.state.q.trim();
    const told = query ? practicesFor(rows.length, query) : practices(rows.length);
    count.textContent = result.nothing ? nothingOn(result.nothing, rows.length > 0) : told;
    const orders = Object.entries(this.orders).filter(([order]) => order !== "relevance" || !result.empty);
    sort.replaceChildren(...orders.map(([order, name]) => new Option(name, order)));
    sort.value = this.order(result);
    const said = remarks(result);
    remark.textContent = said.join(" ");
    remark.hidden = !said.length;
    close.textContent = showPractices(rows.length);
  }

  /** @param {Facets} facets */
  drawChips(facets) {
    if (!this.parts) return;
    const { chips, open: opener } = this.parts;
    const active = facets.active(this.state.facets);
    const remove = (/** @type {string} */ facet, /** @type {string} */ value) => {
      this.toggle(facet, value, false);
      (chips.querySelector("button") || this.input).focus();
    };
    const clear = () => {
      this.state.facets = new Map();
      this.change();
      this.input.focus();
    };
    chips.replaceChildren(...chipsOf(active, remove, clear));
    chips.hidden = !active.length;
    opener.textContent = active.length ? _("Filters (%(count)s)", { count: active.length }) : _("Filters");
  }

  /**
   * Name things of other kinds that the query speaks of.
   *
   * @param {SearchResult} result
   * @param {number} mine
   */
  async drawAlso(result, mine) {
    const named = await alsoNamed(result);
    if (mine !== this.turn || !this.parts) return;
    this.parts.also.replaceChildren(...named);
    this.parts.also.hidden = !named.length;
  }

  /** @param {number} mine */
  async drawResults(mine) {
    const { shown, parts, facets } = this;
    if (!shown || !parts || !facets) return;
    const { result, found, rows } = shown;
    const cards = await this.cards(rows.slice(0, PAGE));
    /** @type {HTMLElement[]} */
    const remark = result.nothing ? [await nearTopics(result)] : [];
    if (!result.nothing && !rows.length) {
      const closest = found.length ? this.sorted(result, found).slice(0, CLOSEST) : undefined;
      const remove = (/** @type {string} */ facet, /** @type {string} */ value) => this.toggle(facet, value, false);
      remark.push(...(await noneLeft(result, facets, found, this.state.facets, remove, closest)));
    }
    if (mine !== this.turn) return;
    parts.list.replaceChildren(...cards);
    parts.none.replaceChildren(...remark);
    parts.none.hidden = !remark.length;
    this.drawMore();
    this.element.dataset.query = this.state.q;
  }

  /** @param {number[]} rows */
  async cards(rows) {
    if (!this.shown) return [];
    const cards = await cardsOf(this.shown.result, rows);
    this.city?.tell(cards, rows);
    return cards;
  }

  drawMore() {
    if (!this.parts || !this.shown) return;
    const rest = this.shown.rows.length - this.parts.list.children.length;
    this.parts.more.hidden = rest <= 0;
    this.parts.more.textContent = morePractices(Math.min(rest, PAGE));
  }

  async more() {
    const { shown, parts } = this;
    if (!shown || !parts) return;
    const from = parts.list.children.length;
    const cards = await this.cards(shown.rows.slice(from, from + PAGE));
    parts.list.append(...cards);
    this.drawMore();
    cards[0]?.querySelector("a")?.focus();
  }
}

onPage(".pb-find", Find);
