/* The map: the name of a city under the pointer or the focus, and the way from city to city by arrow keys. */

import { made, parts } from "../components/dom.js";
import { onPage } from "../components/page-life.js";
import { nearest } from "./directions.js";

/** @import { Life } from "../components/page-life.js" */

class CityMap {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.cities = /** @type {HTMLAnchorElement[]} */ (parts(element, "a"));
    if (!this.cities.length) return;
    this.name = made("span", { className: "pb-map__name", hidden: true });
    this.name.setAttribute("aria-hidden", "true"); // each link says the same
    element.append(this.name);
    element.removeAttribute("aria-hidden");
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", element.dataset.label ?? "");
    this.cities[0].tabIndex = 0;
    life.on(element, "pointerover", (event) => this.tell(event.target));
    life.on(element, "pointerleave", () => this.tell(document.activeElement));
    life.on(element, "focusin", (event) => this.tell(event.target));
    life.on(element, "focusout", () => this.tell(null));
    life.on(element, "keydown", (/** @type {KeyboardEvent} */ event) => this.press(event));
  }

  /** @param {EventTarget | null} target */
  tell(target) {
    const city = this.cities.find((one) => one === target);
    const { name } = this;
    if (!name) return;
    name.hidden = !city;
    if (!city) return;
    name.textContent = city.getAttribute("aria-label");
    const isRight = "right" in city.dataset;
    name.style.left = isRight ? "" : city.style.left;
    name.style.right = isRight ? `${100 - Number.parseFloat(city.style.left)}%` : "";
    name.style.top = `calc(${city.style.top} + 0.6rem)`;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const here = this.cities.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    const places = this.cities.map(({ style }) => [Number.parseFloat(style.left), Number.parseFloat(style.top)]);
    const there = nearest(places, here, event.key);
    if (here < 0 || there === null) {
      if (event.key === "Escape" && this.name) this.name.hidden = true;
      return;
    }
    event.preventDefault();
    this.cities[here].tabIndex = -1;
    this.cities[there].tabIndex = 0;
    this.cities[there].focus({ preventScroll: true });
  }
}

onPage(".pb-map", CityMap);
