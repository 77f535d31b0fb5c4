/* Choosing a place: a field with a list of cities below it, by keyboard, mouse or finger. */

import { named } from "./names.js";

const SUGGESTED = 8;

export class Picker {
  /** `form` holds the field and its list, `status` is where it is said what was found, `chosen` takes the place. */
  constructor(form, status, chosen) {
    this.input = form.querySelector("input[role=combobox]");
    this.list = form.querySelector("[role=listbox]");
    this.status = status;
    this.chosen = chosen;
    this.data = null;
    this.here = null;
    this.marked = -1;
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const options = this.list.children;
      if (!this.list.hidden && options.length) options[Math.max(this.marked, 0)].click();
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) this.close(); });
  }

  /** Show a place as the one that is chosen; null for none. */
  show(place) {
    this.here = place;
    this.input.value = place ? place.label : "";
  }

  suggest() {
    if (!this.data || this.input.value.trim().length < 2) return this.close();
    const found = named(this.data.all, this.input.value).slice(0, SUGGESTED);
    this.list.replaceChildren(...found.map((one, number) => this.option(one, number)));
    this.marked = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    if (!found.length) this.status.textContent = "No match. The list holds the cities of the Americas with more than 30,000 people: try the name of the largest one near.";
    else if (!this.here) this.status.textContent = found.length + (found.length === 1 ? " city" : " cities") + " to choose from";
  }

  option(one, number) {
    const option = document.createElement("div");
    option.id = "pb-place-" + number;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.id = one.id;
    const people = document.createElement("span");
    people.textContent = one.population ? one.population.toLocaleString("en") + " people" : "";
    option.append(one.label + " ", people);
    option.addEventListener("pointerdown", function (event) { event.preventDefault(); });
    option.addEventListener("click", () => {
      this.show(one);
      this.close();
      this.chosen(one);
    });
    return option;
  }

  key(event) {
    const options = Array.from(this.list.children);
    if (event.key === "Escape") this.close();
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || this.list.hidden) return;
    event.preventDefault();
    if (this.marked >= 0) options[this.marked].setAttribute("aria-selected", "false");
    const step = event.key === "ArrowDown" ? 1 : -1;
    this.marked = (this.marked + step + options.length + (this.marked < 0 && step < 0 ? 1 : 0)) % options.length;
    options[this.marked].setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", options[this.marked].id);
  }

  close() {
    this.list.hidden = true;
    this.marked = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
