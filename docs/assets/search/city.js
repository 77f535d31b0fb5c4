/* A city that the results of Find are looked at from: chosen from the list of Your city, kept in the browser. */

import { part } from "../components/dom.js";
import { _ } from "../components/language.js";
import { likenessFacets, shortName, views } from "../your-city/likeness.js";
import { Picker } from "../your-city/picker.js";
import { load } from "../your-city/places.js";
import { keepCity } from "./kept-city.js";
import { rowsOf } from "./pieces.js";

/** @import { FacetData, Place, Places, SearchIndex } from "../types.js" */
/** @typedef {ReturnType<typeof views>[number]} View */

export class AskingCity {
  /**
   * @param {HTMLElement} element
   * @param {SearchIndex} index
   * @param {(city: string) => void} chosen takes the id, "" for none
   */
  constructor(element, index, chosen) {
    this.index = index;
    this.status = part(element, "[role=status]");
    this.clear = part(element, "button");
    this.picker = new Picker(part(element, ".pb-place"), this.status, ({ id }) => {
      keepCity(id);
      chosen(id);
    });
    /** @type {Place | null} */
    this.here = null;
    /** @type {(View | undefined)[]} */
    this.viewOf = [];
    /** @type {FacetData[]} */
    this.facets = [];
    this.picker.input.addEventListener("focus", () => this.load());
    this.clear.addEventListener("click", () => {
      keepCity("");
      chosen("");
      this.picker.input.focus();
    });
    element.hidden = false;
    if (document.activeElement === this.picker.input) this.load(); // somebody was there before this script
  }

  /** The places, fetched when somebody first wants them; null if they can't be. */
  async load() {
    try {
      const data = await load();
      this.picker.data = data;
      return data;
    } catch {
      this.status.textContent = _("The cities could not be loaded. Check the connection, and load the page again.");
      return null;
    }
  }

  /**
   * Look from this city; "" from none.
   *
   * @param {string} city
   */
  async look(city) {
    if ((this.here?.id ?? "") === city) return;
    const data = city ? await this.load() : null;
    const here = data?.all.find(({ id }) => id === city) ?? null;
    if (data && here) await this.see(data, here);
    else [this.viewOf, this.facets] = [[], []];
    this.here = here;
    this.picker.show(here);
    this.clear.hidden = !here;
    if (data) this.status.textContent = here ? "" : _("No city of this name is known here. Choose one from the list.");
    else if (!city) this.status.textContent = "";
  }

  /**
   * @param {Places} data
   * @param {Place} here
   */
  async see(data, here) {
    const ofCity = views(data, here);
    const rows = await rowsOf(
      this.index,
      "practice",
      data.practices.map(([id]) => id),
    );
    this.viewOf = Array(this.index.practices).fill(undefined);
    for (const [id, city] of data.practices) {
      const row = rows.get(id);
      if (row !== undefined) this.viewOf[row] = ofCity[city];
    }
    this.facets = likenessFacets(data, here, this.viewOf);
  }

  /** What the order "most like" is called; none without a city. */
  get order() {
    return this.here ? _("Most like %(city)s", { city: shortName(this.here) }) : "";
  }

  /** How like each practice's city is, by row. */
  get likeness() {
    return this.viewOf.map((view) => view?.score ?? 0);
  }

  /**
   * Put on each card how its city compares.
   *
   * @param {HTMLElement[]} cards
   * @param {number[]} rows
   */
  tell(cards, rows) {
    if (!this.here) return;
    const name = shortName(this.here);
    cards.forEach((card, number) => {
      const view = this.viewOf[rows[number]];
      if (!view) return;
      const line = document.createElement("p");
      line.className = "pb-like";
      line.textContent = view.line(name);
      part(card, ".pb-meta").before(line);
    });
  }
}
