/* Which city the answers are for. Answers for another one are neither renamed nor dropped unasked. */

import { part } from "../components/dom.js";
import { _, marked } from "../components/language.js";
import { Picker } from "../your-city/picker.js";
import { empty, isEmpty } from "./assessment.js";
import { parse } from "./saved.js";
import { asideOf, keep, kept } from "./storage.js";

/** @import { Place, Places } from "../types.js" */
/** @import { Readiness } from "./page.js" */

const LONGEST_SHOWN = 80;

export class City {
  /** @param {Readiness} page */
  constructor(page) {
    this.page = page;
    this.id = "";
    this.asked = ""; // a city that the address names, until it is known whether there is one
    /** @type {Places | null} */
    this.data = null;
    const field = page.find(".pb-place");
    this.status = page.find(".pb-readiness__place");
    this.picker = new Picker(field, this.status, (place) => this.choose(place));
    field.addEventListener("focusout", ({ relatedTarget }) => {
      if (!field.contains(/** @type {Node | null} */ (relatedTarget))) this.left();
    });
  }

  /**
   * The places are there. What was typed meanwhile stays, and is answered.
   *
   * @param {Places} data
   */
  know(data) {
    this.data = data;
    if (this.id) this.show();
    this.picker.data = data;
    this.answerAddress();
  }

  /** The place that the answers are for; null without one, and as long as the places are not known. */
  get here() {
    return this.placeOf(this.id);
  }

  /**
   * @param {string} city
   * @returns {Place | null}
   */
  placeOf(city) {
    return this.data?.all.find(({ id }) => id === city) ?? null;
  }

  /** @param {string} city */
  nameOf(city) {
    return this.placeOf(city)?.label ?? (city || _("no city yet"));
  }

  show() {
    if (!this.data) return;
    const { here, id } = this;
    if (here) this.status.textContent = "";
    else if (id) {
      this.status.textContent = _(
        "The city of these answers, “%(id)s”, is not among the cities here. The answers are kept under it.",
        { id },
      );
    }
    this.picker.show(here);
    part(this.page.element, "[data-paper=city]").textContent = here ? here.label : "";
  }

  /** A city in the address, as other pages link to this one. Nothing is done with it before the cities are loaded. */
  readAddress() {
    this.asked = new URLSearchParams(location.search).get("city") || "";
    if (this.asked) history.replaceState(history.state, "", location.pathname + location.hash);
  }

  answerAddress() {
    const { asked } = this;
    this.asked = "";
    const place = this.placeOf(asked);
    if (place) this.choose(place);
    else if (asked) {
      const name = asked.slice(0, LONGEST_SHOWN);
      const message = marked("No city “%(name)s” is known here. Type its name, and choose from the list.");
      this.status.textContent = _(message, { name });
    }
  }

  /** A field left empty means no city; one with half a name goes back to the city chosen. */
  left() {
    if (!this.data) return;
    if (!this.picker.input.value.trim() && this.id) this.choose(null);
    else this.picker.show(this.here);
  }

  /**
   * A city was chosen; null for none.
   *
   * @param {Place | null} place
   */
  choose(place) {
    const { page } = this;
    const city = place ? place.id : "";
    if (city === this.id) return this.show();
    if (isEmpty(page.assessment)) return this.open(city);
    this.picker.show(this.here);
    const there = this.nameOf(city);
    const aside = kept(asideOf(city));
    const open = page.button(
      aside ? _("Open the answers for %(city)s", { city: there }) : _("Begin answers for %(city)s", { city: there }),
      () => this.open(city),
    );
    const rename = page.button(_("They are for %(city)s", { city: there }), () => this.rename(city));
    page.tell(
      _("The answers here are for %(city)s.", { city: this.nameOf(this.id) }),
      open,
      ...(aside ? [] : [rename]),
    );
    page.said.focus();
  }

  /**
   * Set the answers for the city at hand aside, and open those for another.
   *
   * @param {string} city
   */
  open(city) {
    const { page, id: before } = this;
    const present = page.assessment;
    const isAside = !isEmpty(present);
    if (isAside && !keep(page.textOf(present), asideOf(before))) return page.warnOfStorage();
    const { assessment } = parse(kept(asideOf(city)) || "{}", page.standard);
    page.put({ ...(assessment ?? { ...empty(), by: present.by }), city });
    page.keep();
    if (assessment) keep("", asideOf(city));
    const here = this.nameOf(city);
    if (isAside) {
      const back = page.button(_("Back to %(city)s", { city: this.nameOf(before) }), () => this.open(before));
      const message = marked("These are the answers for %(city)s. Those for %(other)s are kept in this browser.");
      page.tell(_(message, { city: here, other: this.nameOf(before) }), back);
    } else if (assessment) page.tell(_("These are the answers for %(city)s that this browser kept.", { city: here }));
  }

  /**
   * Say that the answers at hand are for another city.
   *
   * @param {string} city
   */
  rename(city) {
    const { page, id: before } = this;
    this.id = city;
    page.keep();
    this.show();
    page.draw();
    const undo = page.button(_("Undo"), () => this.rename(before));
    page.tell(_("The answers are now for %(city)s.", { city: this.nameOf(city) }), undo);
  }
}
