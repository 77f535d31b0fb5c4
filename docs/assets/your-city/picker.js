/* Choosing a place: a field with a list of cities below it, by keyboard, mouse or finger. */

import { Combobox } from "../components/combobox.js";
import { made, part } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { named } from "./names.js";

/** @import { Place, Places } from "../types.js" */

const SUGGESTED = 8;

export class Picker {
  /**
   * @param {HTMLElement} form holds the field and its list
   * @param {HTMLElement} status where it is said what was found
   * @param {(place: Place) => void} chosen takes the place
   */
  constructor(form, status, chosen) {
    /** @type {HTMLInputElement} */
    this.input = part(form, "input[role=combobox]");
    this.list = part(form, "[role=listbox]");
    this.status = status;
    this.chosen = chosen;
    /** @type {Places | null} */
    this.places = null;
    /** @type {Place | null} */
    this.here = null;
    this.combobox = new Combobox(this.input, () => this.options());
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      else this.combobox.take(event);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      (this.combobox.marked ?? this.options()[0])?.click();
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
  }

  get data() {
    return this.places;
  }

  /** The places, once they are there: a name that was typed before gets its suggestions now. */
  set data(data) {
    const isFirst = !this.places;
    this.places = data;
    const isTyped = document.activeElement === this.input && this.input.value !== (this.here?.label ?? "");
    if (isFirst && data && isTyped) this.suggest();
  }

  options() {
    return this.list.hidden ? [] : /** @type {HTMLElement[]} */ (Array.from(this.list.children));
  }

  /**
   * Show a place as the one that is chosen; null for none.
   *
   * @param {Place | null} place
   */
  show(place) {
    this.here = place;
    this.input.value = place ? place.label : "";
  }

  suggest() {
    if (!this.data || this.input.value.trim().length < 2) return this.close();
    const found = named(this.data.all, this.input.value).slice(0, SUGGESTED);
    this.list.replaceChildren(...found.map((one, number) => this.option(one, number)));
    this.list.hidden = !found.length;
    this.combobox.show(found.length > 0);
    if (!found.length)
      this.status.textContent = _(
        "No match. The list holds the cities of %(territory)s with more than %(least)s people: try the name of the largest one near.",
        { territory: this.data.territory, least: this.data.leastPeople },
      );
    else if (!this.here) {
      this.status.textContent = many("%(count)s city to choose from", "%(count)s cities to choose from", found.length);
    }
  }

  /**
   * @param {Place} one
   * @param {number} number
   */
  option(one, number) {
    const people = one.population ? _("%(number)s people", { number: one.population }) : "";
    const option = made("div", { id: `pb-place-${number}` }, `${one.label} `, made("span", { textContent: people }));
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.id = one.id;
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => {
      this.show(one);
      this.close();
      this.chosen(one);
    });
    return option;
  }

  close() {
    this.list.hidden = true;
    this.combobox.show(false);
  }
}
