/* The Find page: search as one types, facets, sorting. The address bar holds all of it. */

import { onNavigation, onPage } from "../components/page-life.js";
import { ROOT, open } from "./store.js";
import { search } from "./engine.js";
import { cardsOf, counted, remarks } from "./results.js";

const PAGE = 10;
const OPEN_FACETS = ["topic", "method", "evidence", "size"];
const SHOWN_VALUES = 7;
const CLOSEST = 3;
const NEAREST = 5; // practices named where none answers
const TOPICS = 3; // and topics beside them
const ALSO = { topic: ["Topic", 1], method: ["Kind of answer", 1], criterion: ["Criterion", 2], city: ["City", 2] };
const SHARE_OF_QUERY = 0.6;
const SORTS = { relevance: "Best match", evidence: "Strongest evidence", newest: "Newest", size: "Largest city" };
const phone = window.matchMedia("(max-width: 59.9375em)");

class Find {
  constructor(element, life) {
    this.element = element;
    this.life = life;
    this.input = element.querySelector("input[name=q]");
    this.typed = false;
    this.turn = 0;
    this.widened = new Set();
    life.onReturn(() => this.returned());
    onNavigation(() => this.returned(), life.signal);
    this.start();
  }

  async start() {
    this.read();
    this.input.value = this.state.q;
    try {
      this.index = await open();
    } catch (error) {
      this.element.classList.add("pb-find--failed"); // the list of all practices comes in its place
      return;
    }
    if (this.life.isOver) return; // the index came after the reader had left
    this.build();
    this.element.classList.add("pb-find--ready");
    this.input.addEventListener("input", () => this.type());
    this.input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.typed = false;
      this.update({ quiet: true });
    });
    await this.update({ quiet: true });
  }

  /* The state is what the address says: the words, the values of each facet, the order. */

  read() {
    const asked = new URLSearchParams(location.search);
    this.state = { q: asked.get("q") || "", sort: asked.get("sort") || "", facets: new Map() };
    for (const key of new Set(asked.keys())) {
      if (key !== "q" && key !== "sort") this.state.facets.set(key, new Set(asked.getAll(key)));
    }
  }

  write(replace) {
    const said = new URLSearchParams();
    if (this.state.q.trim()) said.set("q", this.state.q.trim());
    this.state.facets.forEach(function (values, facet) { values.forEach(function (value) { said.append(facet, value); }); });
    if (this.state.sort) said.set("sort", this.state.sort);
    const text = said.toString();
    const url = location.pathname + (text ? "?" + text : "");
    if (url === location.pathname + location.search) return;
    if (replace) history.replaceState(history.state, "", url);
    else history.pushState(null, "", url);
  }

  type() {
    this.state.q = this.input.value;
    this.write(this.typed); // one step back leads to what was there before typing began
    this.typed = true;
    this.update({ typing: true });
  }

  change() {
    this.typed = false;
    this.write(false);
    this.update({});
  }

  returned() {
    this.read();
    this.typed = false;
    if (document.activeElement !== this.input || this.input.value !== this.state.q) this.input.value = this.state.q;
    if (this.index) this.update({});
  }

  toggle(facet, value, on) {
    const values = this.state.facets.get(facet) || new Set();
    if (on) values.add(value);
    else values.delete(value);
    if (values.size) this.state.facets.set(facet, values);
    else this.state.facets.delete(facet);
    this.change();
  }

  /* Parts of the page that stay. */

  build() {
    const live = this.element.querySelector(".pb-find__live");
    const find = (selector) => live.querySelector(selector);
    this.parts = {
      count: find(".pb-find__count"), sort: find("select"), remark: find(".pb-find__remark"), also: find(".pb-find__also"),
      chips: find(".pb-chips"), facets: find(".pb-facets"), aside: find(".pb-find__aside"), none: find(".pb-find__none"),
      list: find(".pb-cards"), more: find(".pb-find__more"), sheet: find("dialog"), open: find(".pb-find__open"),
      close: find(".pb-sheet__close"),
    };
    this.facets = this.index.facets.filter(function (facet) { return facet.values.length > 1 || facet.values.some(function (value) { return value[0] === "yes"; }); });
    this.facets.forEach((facet, number) => this.parts.facets.append(this.facetElement(facet, number)));
    this.parts.facets.addEventListener("change", (event) => this.toggle(event.target.name, event.target.value, event.target.checked));
    this.parts.facets.addEventListener("submit", function (event) { event.preventDefault(); });
    this.parts.sort.addEventListener("change", () => {
      this.state.sort = this.parts.sort.value;
      this.change();
    });
    this.parts.more.addEventListener("click", () => this.more());
    this.parts.open.addEventListener("click", () => this.parts.sheet.showModal());
    this.parts.close.addEventListener("click", () => this.parts.sheet.close());
    const place = () => {
      if (!phone.matches && this.parts.sheet.open) this.parts.sheet.close();
      (phone.matches ? this.parts.sheet : this.parts.aside).append(this.parts.facets);
    };
    this.life.on(phone, "change", place);
    place();
  }

  facetElement(facet, number) {
    const details = document.createElement("details");
    details.className = "pb-facet";
    details.open = OPEN_FACETS.includes(facet.id) && !phone.matches || this.state.facets.has(facet.id);
    const summary = document.createElement("summary");
    summary.textContent = facet.name;
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "pb-hidden";
    legend.textContent = facet.name;
    group.append(legend);
    facet.boxes = facet.values.map(function ([value, name], place) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: facet.id, value: value, id: "facet-" + number + "-" + place });
      const count = Object.assign(document.createElement("span"), { className: "pb-facet__count" });
      label.append(box, name + " ", count);
      group.append(label);
      return { label: label, box: box, count: count, place: place };
    });
    facet.more = Object.assign(document.createElement("button"), { type: "button", className: "pb-facet__more", hidden: true });
    facet.more.addEventListener("click", () => {
      if (this.widened.has(facet.id)) this.widened.delete(facet.id);
      else this.widened.add(facet.id);
      this.drawFacet(facet);
    });
    group.append(facet.more);
    details.append(summary, group);
    return details;
  }

  /* What changes with the state. */

  async update({ typing, quiet }) {
    const mine = ++this.turn;
    const result = await search(this.state.q, typing);
    if (mine !== this.turn || this.life.isOver) return;
    this.result = result;
    const all = Array.from({ length: this.index.practices }, function (_, row) { return row; });
    const found = result.empty ? all : result.nothing ? result.rows.practice.slice(0, NEAREST) : result.rows.practice;
    this.found = found;
    this.rows = this.sorted(this.filtered(found, null));
    this.facets.forEach((facet) => {
      facet.counts = new Array(facet.values.length).fill(0);
      this.filtered(found, facet.id).forEach(function (row) { facet.of[row].forEach(function (value) { facet.counts[value]++; }); });
      this.drawFacet(facet);
    });
    this.drawBar();
    this.drawChips();
    const also = this.drawAlso();
    if (quiet) await also; // nothing comes above the first results once they stand
    await this.drawResults(mine);
    if (!typing && !quiet && window.scrollY > this.element.offsetTop + 200) this.element.scrollIntoView();
  }

  /** Rows that every facet but `but` lets through. */
  filtered(rows, but) {
    const wanted = this.facets.filter((facet) => facet.id !== but && this.state.facets.has(facet.id)).map((facet) => {
      const values = this.state.facets.get(facet.id);
      return [facet.of, new Set(facet.values.flatMap(function (value, place) { return values.has(value[0]) ? [place] : []; }))];
    });
    if (!wanted.length) return rows;
    return rows.filter(function (row) {
      return wanted.every(function ([of, values]) { return of[row].some(function (value) { return values.has(value); }); });
    });
  }

  sorted(rows) {
    const order = this.order();
    if (order === "relevance") return rows;
    const keys = this.index.sorts[order];
    const scores = this.result.scores;
    return rows.slice().sort(function (one, other) { return keys[other] - keys[one] || scores[other] - scores[one] || one - other; });
  }

  order() {
    const relevant = this.result && !this.result.empty;
    if (this.state.sort in SORTS && (relevant || this.state.sort !== "relevance")) return this.state.sort;
    return relevant ? "relevance" : "evidence";
  }

  drawBar() {
    const count = counted(this.rows.length, "practice");
    const query = this.state.q.trim();
    if (this.result.nothing) this.parts.count.textContent = "Nothing here on “" + this.result.nothing + "”." + (this.rows.length ? " Nearest:" : "");
    else this.parts.count.textContent = query ? count + " for “" + query + "”" : count;
    const orders = Object.keys(SORTS).filter((order) => order !== "relevance" || !this.result.empty);
    this.parts.sort.replaceChildren(...orders.map(function (order) { return new Option(SORTS[order], order); }));
    this.parts.sort.value = this.order();
    const said = remarks(this.result);
    this.parts.remark.textContent = said.join(" ");
    this.parts.remark.hidden = !said.length;
    this.parts.close.textContent = "Show " + count;
  }

  drawFacet(facet) {
    const wanted = this.state.facets.get(facet.id) || new Set();
    const wide = this.widened.has(facet.id);
    const many = facet.values.length > SHOWN_VALUES + 2;
    const boxes = many ? facet.boxes.slice().sort(function (one, other) { return facet.counts[other.place] - facet.counts[one.place] || one.place - other.place; }) : facet.boxes;
    let rest = 0;
    boxes.forEach(function (entry, rank) {
      const [value] = facet.values[entry.place];
      const count = facet.counts[entry.place];
      const checked = wanted.has(value);
      const hidden = many && !wide && rank >= SHOWN_VALUES && !checked;
      if (hidden) rest++;
      entry.box.checked = checked;
      if (entry.shown !== count) {
        entry.count.textContent = count.toLocaleString("en");
        entry.shown = count;
      }
      const idle = !count && !checked;
      if (entry.box.disabled !== idle) {
        entry.box.disabled = idle;
        entry.label.classList.toggle("pb-facet__idle", idle);
      }
      if (entry.label.hidden !== hidden) entry.label.hidden = hidden;
    });
    const order = boxes.map(function (entry) { return entry.place; }).join();
    if (many && facet.order !== order) facet.more.before(...boxes.map(function (entry) { return entry.label; }));
    facet.order = order;
    facet.more.hidden = !many || (!rest && !wide);
    facet.more.textContent = wide ? "Fewer" : rest + " more";
  }

  drawChips() {
    const chips = [];
    const chip = (text, name, act) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "pb-chip", textContent: text });
      if (name) button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      const item = document.createElement("li");
      item.append(button);
      chips.push(item);
    };
    this.chosen().forEach(([facet, value, name]) => {
      chip(name + " ×", "Remove the filter " + facet.name + ": " + name, () => {
        this.toggle(facet.id, value, false);
        (this.parts.chips.querySelector("button") || this.input).focus();
      });
    });
    const count = chips.length;
    if (count > 1) chip("Clear all", "", () => {
      this.state.facets.clear();
      this.change();
      this.input.focus();
    });
    this.parts.chips.replaceChildren(...chips);
    this.parts.chips.hidden = !count;
    this.parts.open.textContent = count ? "Filters (" + count + ")" : "Filters";
  }

  /** Each active filter: its facet, value and name. */
  chosen() {
    return this.facets.flatMap((facet) => facet.values.filter(([value]) => (this.state.facets.get(facet.id) || new Set()).has(value))
      .map(function ([value, name]) { return [facet, value, name]; }));
  }

  /** Things of other kinds that the query names. */
  async drawAlso() {
    const mine = this.turn;
    const parts = await Promise.all(Object.entries(ALSO).map(async ([kind, [name, most]]) => {
      const near = (row) => Math.max(this.result.covered[row], this.result.agreement[row] || 0) >= SHARE_OF_QUERY;
      const cards = await cardsOf(this.result, this.result.rows[kind].filter(near).slice(0, most));
      return cards.map(function (card) {
        const link = card.querySelector(".pb-card__title a");
        const part = document.createElement("span");
        part.dataset.id = card.dataset.id;
        part.append(name + ": ", link);
        return part;
      });
    }));
    if (mine !== this.turn) return;
    this.parts.also.replaceChildren(...parts.flat());
    this.parts.also.hidden = !parts.flat().length;
  }

  async drawResults(mine) {
    const cards = await cardsOf(this.result, this.rows.slice(0, PAGE));
    const none = this.result.nothing ? await this.missing() : this.rows.length ? [] : await this.nothing();
    if (mine !== this.turn) return;
    this.parts.list.replaceChildren(...cards);
    this.parts.none.replaceChildren(...none);
    this.parts.none.hidden = !none.length;
    this.drawMore();
    this.element.dataset.query = this.state.q;
  }

  drawMore() {
    const rest = this.rows.length - this.parts.list.children.length;
    this.parts.more.hidden = rest <= 0;
    this.parts.more.textContent = "Show " + counted(Math.min(rest, PAGE), "more practice");
  }

  async more() {
    const shown = this.parts.list.children.length;
    const cards = await cardsOf(this.result, this.rows.slice(shown, shown + PAGE));
    this.parts.list.append(...cards);
    this.drawMore();
    cards[0].querySelector("a").focus();
  }

  /** What to offer when no practice answers: the topics that come nearest, and a way to share what is missing. */
  async missing() {
    const [kind] = this.index.kinds.filter(function ([name]) { return name === "topic"; });
    const near = this.result.agreement;
    const rows = Array.from({ length: kind[1] }, (_, place) => this.index.starts.topic + place).sort(function (one, other) { return near[other] - near[one]; });
    const topics = await cardsOf(this.result, rows.slice(0, TOPICS));
    const line = document.createElement("p");
    const share = Object.assign(document.createElement("a"), { href: new URL("contribute/", ROOT).href, textContent: "share it" });
    const every = Object.assign(document.createElement("a"), { href: new URL("topics/", ROOT).href, textContent: "all topics" });
    line.append("See also ");
    topics.forEach(function (card) { line.append(card.querySelector(".pb-card__title a"), ", "); });
    line.append("or ", every, ". ");
    line.append("Does your city have a practice for this? Please ", share, ".");
    return [line];
  }

  /** What to say when nothing is left: which filter stands in the way, and what comes closest. */
  async nothing() {
    const parts = [];
    const paragraph = function (text) {
      const element = document.createElement("p");
      element.textContent = text;
      parts.push(element);
    };
    const chosen = this.chosen();
    if (this.found.length && chosen.length) {
      paragraph("No practice meets all filters. What each one holds back:");
      const list = Object.assign(document.createElement("ul"), { className: "pb-chips" });
      chosen.forEach(([facet, value, name]) => {
        const kept = this.state.facets.get(facet.id);
        const others = new Set(Array.from(kept).filter(function (one) { return one !== value; }));
        this.state.facets.set(facet.id, others);
        if (!others.size) this.state.facets.delete(facet.id);
        const count = this.filtered(this.found, null).length;
        this.state.facets.set(facet.id, kept);
        const button = Object.assign(document.createElement("button"), { type: "button", className: "pb-chip", textContent: "Without “" + name + "”: " + counted(count, "practice") });
        button.disabled = !count;
        button.addEventListener("click", () => this.toggle(facet.id, value, false));
        const item = document.createElement("li");
        item.append(button);
        list.append(item);
      });
      parts.push(list);
    } else {
      paragraph("No practice here answers this. Other words may, or nobody has written it up yet.");
    }
    const closest = this.closest();
    if (closest.length) {
      paragraph(this.found.length ? "Closest without the filters:" : "Closest in meaning:");
      const list = Object.assign(document.createElement("ul"), { className: "pb-cards pb-cards--wide" });
      list.append(...await cardsOf(this.result, closest));
      parts.push(list);
    }
    return parts;
  }

  closest() {
    if (this.found.length) return this.sorted(this.found).slice(0, CLOSEST);
    const scores = this.result.scores;
    const rows = Array.from({ length: this.index.practices }, function (_, row) { return row; });
    return rows.filter(function (row) { return scores[row] > 0; }).sort(function (one, other) { return scores[other] - scores[one]; }).slice(0, CLOSEST);
  }
}

onPage(".pb-find", Find);
