/* Facets: what the results can be narrowed down by, as boxes to tick, with how many each would leave. */

import { made } from "../components/dom.js";
import { _, many, number } from "../components/language.js";

/** @typedef {import("../types.js").FacetData} FacetData */
/** @typedef {{ label: HTMLLabelElement, box: HTMLInputElement, count: HTMLElement, place: number, shown: number }} Box */
/** @typedef {Map<string, Set<string>>} Chosen values of each facet, by its id */

const OPEN = ["topic", "method", "evidence", "size"];
const SHOWN_VALUES = 7;

/** One facet on the page. */
export class Facet {
  /**
   * @param {FacetData} data
   * @param {number | string} number sets its boxes apart from those of others
   * @param {boolean} isOpen
   */
  constructor(data, number, isOpen) {
    this.id = data.id;
    this.name = data.name;
    this.values = data.values;
    this.of = data.of.map((value) => (Array.isArray(value) ? value : [value]));
    this.counts = data.values.map(() => 0);
    this.isWide = false;
    this.order = "";
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.more = made("button", { type: "button", className: "pb-facet__more", hidden: true });
    this.more.addEventListener("click", () => {
      this.isWide = !this.isWide;
      this.draw(this.chosen);
    });
    this.boxes = data.values.map(([value, name], place) => this.box(value, name, `facet-${number}-${place}`, place));
    this.element = this.group(isOpen);
  }

  /**
   * @param {string} value
   * @param {string} name
   * @param {string} id
   * @param {number} place
   * @returns {Box}
   */
  box(value, name, id, place) {
    const box = made("input", { type: "checkbox", name: this.id, value, id });
    const count = made("span", { className: "pb-facet__count" });
    return { label: made("label", {}, box, `${name} `, count), box, count, place, shown: -1 };
  }

  /** @param {boolean} isOpen */
  group(isOpen) {
    const legend = made("legend", { className: "pb-hidden", textContent: this.name });
    const group = made("fieldset", {}, legend, ...this.boxes.map((one) => one.label), this.more);
    const summary = made("summary", { textContent: this.name });
    return made("details", { className: "pb-facet", open: isOpen }, summary, group);
  }

  /**
   * Whether a practice has one of these values.
   *
   * @param {number} row
   * @param {Set<number>} places
   */
  has(row, places) {
    return this.of[row].some((place) => places.has(place));
  }

  /** @param {Set<string>} values */
  places(values) {
    return new Set(this.values.flatMap(([value], place) => (values.has(value) ? [place] : [])));
  }

  /** @param {number[]} rows that every other facet lets through */
  tally(rows) {
    this.counts.fill(0);
    for (const row of rows) for (const place of this.of[row]) this.counts[place]++;
  }

  /** @param {Set<string>} chosen */
  draw(chosen) {
    this.chosen = chosen;
    const isLong = this.values.length > SHOWN_VALUES + 2;
    const boxes = isLong ? this.byCount() : this.boxes;
    let rest = 0;
    boxes.forEach((one, rank) => {
      const isChosen = chosen.has(one.box.value);
      const isHidden = isLong && !this.isWide && rank >= SHOWN_VALUES && !isChosen;
      if (isHidden) rest++;
      drawBox(one, this.counts[one.place], isChosen, isHidden);
    });
    const order = boxes.map((one) => one.place).join();
    if (isLong && this.order !== order) this.more.before(...boxes.map((one) => one.label));
    this.order = order;
    this.more.hidden = !isLong || (!rest && !this.isWide);
    this.more.textContent = this.isWide ? _("Fewer") : many("%(count)s more", "%(count)s more", rest);
  }

  byCount() {
    const { counts } = this;
    return this.boxes.slice().sort((one, other) => counts[other.place] - counts[one.place] || one.place - other.place);
  }
}

/**
 * Touch only what changes: a page of boxes is drawn with every key.
 *
 * @param {Box} one
 * @param {number} count
 * @param {boolean} isChosen
 * @param {boolean} isHidden
 */
function drawBox(one, count, isChosen, isHidden) {
  one.box.checked = isChosen;
  if (one.shown !== count) {
    one.count.textContent = number(count);
    one.shown = count;
  }
  const isIdle = !count && !isChosen;
  if (one.box.disabled !== isIdle) {
    one.box.disabled = isIdle;
    one.label.classList.toggle("pb-facet__idle", isIdle);
  }
  if (one.label.hidden !== isHidden) one.label.hidden = isHidden;
}

/** All facets of the page. */
export class Facets {
  /**
   * @param {FacetData[]} data
   * @param {Set<string>} used ids of the facets that already narrow the results
   * @param {boolean} isNarrow whether the window is that of a phone
   */
  constructor(data, used, isNarrow) {
    this.isNarrow = isNarrow;
    /** @type {Facet[]} */
    this.led = [];
    /** @type {FacetData[] | undefined} */
    this.leading = undefined;
    this.all = data
      .filter(({ values }) => values.length > 1 || values.some(([value]) => value === "yes"))
      .map((one, number) => new Facet(one, number, (OPEN.includes(one.id) && !isNarrow) || used.has(one.id)));
  }

  /**
   * Put these facets first, in place of those that were put there before.
   *
   * @param {FacetData[]} data
   */
  lead(data) {
    if (this.leading === data) return;
    const others = this.all.filter((facet) => !this.led.includes(facet));
    for (const facet of this.led) facet.element.remove();
    this.led = data.map((one) => new Facet(one, one.id, !this.isNarrow));
    others[0]?.element.before(...this.led.map((facet) => facet.element));
    this.all = [...this.led, ...others];
    this.leading = data;
  }

  get elements() {
    return this.all.map((facet) => facet.element);
  }

  /**
   * Rows that every facet lets through, except perhaps one.
   *
   * @param {number[]} rows
   * @param {Chosen} chosen
   * @param {Facet} [but]
   */
  filtered(rows, chosen, but) {
    const wanted = this.all.flatMap((facet) => {
      const values = facet === but ? undefined : chosen.get(facet.id);
      return values ? [{ facet, places: facet.places(values) }] : [];
    });
    if (!wanted.length) return rows;
    return rows.filter((row) => wanted.every(({ facet, places }) => facet.has(row, places)));
  }

  /**
   * @param {number[]} rows
   * @param {Chosen} chosen
   */
  draw(rows, chosen) {
    for (const facet of this.all) {
      facet.tally(this.filtered(rows, chosen, facet));
      facet.draw(chosen.get(facet.id) || new Set());
    }
  }

  /**
   * Each active filter: its facet, value and name.
   *
   * @param {Chosen} chosen
   */
  active(chosen) {
    return this.all.flatMap((facet) =>
      facet.values
        .filter(([value]) => chosen.get(facet.id)?.has(value))
        .map(([value, name]) => ({ facet, value, name })),
    );
  }
}
