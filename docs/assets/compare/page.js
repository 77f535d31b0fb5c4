/* The page Compare: what the address names, side by side. Its address is all there is to share. */

import { Combobox } from "../components/combobox.js";
import { made, part } from "../components/dom.js";
import { _, many, marked } from "../components/language.js";
import { onNavigation, onPage } from "../components/page-life.js";
import { asSearch, chosenIn, LEAST, MOST, nothing, toggled } from "./chosen.js";
import { fetched } from "./fetched.js";
import { keepChoice, keptChoice } from "./kept.js";
import { drawTable } from "./table.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { Choice, Compared, Kind } from "../types.js" */

const SUGGESTED = 6;
const WORDS = {
  p: {
    isLost: marked("There is no practice “%(id)s” here, or it could not be loaded."),
    another: marked("Add another practice to compare it with."),
  },
  c: {
    isLost: marked("There is no city “%(id)s” here, or it could not be loaded."),
    another: marked("Add another city to compare it with."),
  },
};

class Compare {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.life = life;
    this.status = part(element, ".pb-compare__status");
    this.place = part(element, ".pb-compare__table");
    /** @type {HTMLInputElement} */
    this.input = part(element, "#pb-compare");
    this.list = part(element, "#pb-compare-list");
    this.combobox = new Combobox(this.input, () => this.options());
    this.turn = 0;
    this.asked = 0;
    this.listen();
    this.choice = chosenIn(location.search);
    if (!location.search) this.change(keptChoice(), true);
    else this.draw();
  }

  listen() {
    const { life, input } = this;
    life.onReturn(() => this.read());
    onNavigation(() => this.read(), life.signal);
    life.on(part(this.element, "[data-do=clear]"), "click", () => {
      this.change(nothing());
      input.focus();
    });
    life.on(part(this.element, ".pb-compare__find"), "submit", (event) => {
      event.preventDefault();
      (this.combobox.marked ?? this.options()[0])?.click();
    });
    life.on(input, "input", () => this.suggest());
    life.on(input, "keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") this.close();
      else this.combobox.take(event);
    });
    life.on(part(this.element, ".pb-compare__find"), "focusout", (/** @type {FocusEvent} */ { relatedTarget }) => {
      if (!this.list.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    /** @type {HTMLSelectElement} */
    const cities = part(this.element, "select");
    life.on(part(this.element, ".pb-compare__city"), "submit", (event) => event.preventDefault());
    life.on(cities, "change", () => {
      this.add("c", cities.value);
      cities.value = "";
    });
  }

  read() {
    if (!document.contains(this.element)) return;
    this.choice = chosenIn(location.search);
    this.draw();
  }

  /**
   * @param {Choice} choice
   * @param {boolean} [isFirst] whether the address only says what is shown anyway
   */
  change(choice, isFirst = false) {
    this.choice = choice;
    const url = location.pathname + asSearch(choice);
    if (url !== location.pathname + location.search) {
      if (isFirst) history.replaceState(history.state, "", url);
      else history.pushState(null, "", url);
    }
    this.draw();
  }

  /**
   * @param {Kind} kind
   * @param {string} id
   */
  add(kind, id) {
    if (!id || (this.choice.kind === kind && this.choice.ids.includes(id))) return;
    const after = toggled(this.choice, kind, id);
    if (after) this.change(after);
    else this.status.textContent = _("%(count)s stand here, and no more fit. Take one out first.", { count: MOST });
  }

  async draw() {
    const mine = ++this.turn;
    const { kind, ids } = this.choice;
    keepChoice(this.choice);
    this.element.toggleAttribute("data-empty", !ids.length);
    part(this.element, "[data-do=clear]").hidden = !ids.length;
    const found = await Promise.all(
      ids.map((id) => fetched(kind, id, this.life.signal).catch(() => /** @type {string} */ (id))),
    );
    if (mine !== this.turn || this.life.isOver) return;
    const pages = /** @type {Compared[]} */ (found.filter((one) => typeof one !== "string"));
    const lost = found.filter((one) => typeof one === "string");
    this.status.textContent = this.words(pages, lost);
    const rows = JSON.parse(this.place.dataset[kind] ?? "[]");
    const table = drawTable(sideBySide(kind, pages.length), pages, rows, (id) => this.takeOut(id));
    this.place.replaceChildren(...(pages.length ? [table] : []));
    this.element.dataset.shown = pages.map(({ id }) => id).join(" ");
  }

  /**
   * @param {Compared[]} pages
   * @param {string[]} lost
   */
  words(pages, lost) {
    const { kind } = this.choice;
    const { isLost, another } = WORDS[kind];
    const said = lost.map((id) => _(isLost, { id }));
    if (pages.length && pages.length < LEAST) said.push(_(another));
    else if (pages.length) said.push(sideBySide(kind, pages.length));
    return said.join(" ");
  }

  /** @param {string} id */
  takeOut(id) {
    this.change({ ...this.choice, ids: this.choice.ids.filter((one) => one !== id) });
    this.input.focus(); // the button is gone
  }

  /* Adding a practice by its words. */

  options() {
    return this.list.hidden ? [] : /** @type {HTMLElement[]} */ (Array.from(this.list.children));
  }

  async suggest() {
    const mine = ++this.asked;
    const query = this.input.value.trim();
    if (!query) return this.close();
    try {
      const [{ search }, { cardsOf }, { open }] = await Promise.all([
        import("../search/engine.js"),
        import("../search/results.js"),
        import("../search/store.js"),
      ]);
      const result = await search(await open(), query, true);
      const cards = await cardsOf(result, result.rows.practice.slice(0, SUGGESTED));
      if (mine !== this.asked || this.life.isOver) return;
      this.list.replaceChildren(...cards.map((card, place) => this.option(card, place)));
      this.list.hidden = !cards.length;
      this.combobox.show(cards.length > 0);
      this.status.textContent = cards.length
        ? _("%(count)s to choose from", { count: cards.length })
        : _("No practice found by these words.");
    } catch {
      this.status.textContent = _("The search could not be loaded. Check the connection, and try again.");
    }
  }

  /**
   * @param {HTMLElement} card
   * @param {number} place
   */
  option(card, place) {
    const title = part(card, ".pb-card__title").textContent ?? "";
    const city = card.querySelector(".pb-meta span")?.textContent ?? "";
    const option = made("div", { id: `pb-compare-${place}` }, `${title} `, made("span", { textContent: city }));
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => {
      this.input.value = "";
      this.close();
      this.add("p", card.dataset.id ?? "");
    });
    return option;
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.combobox.show(false);
  }
}

/**
 * @param {Kind} kind
 * @param {number} count
 */
function sideBySide(kind, count) {
  if (kind === "p") return many("%(count)s practice side by side.", "%(count)s practices side by side.", count);
  return many("%(count)s city side by side.", "%(count)s cities side by side.", count);
}

onPage(".pb-compare", Compare);
