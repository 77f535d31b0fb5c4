/* The page "Your city": choose a place, see certified cities like it and what to look at first. */

import { part, parts } from "../components/dom.js";
import { onPage } from "../components/page-life.js";
import { cardsById, explain } from "../search/results.js";
import { open } from "../search/store.js";
import { advise, alike } from "./advice.js";
import { Picker } from "./picker.js";
import { load } from "./places.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { SearchIndex } from "../types.js" */

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
    this.picker = new Picker(part(element, ".pb-place"), this.status, () => this.write());
    this.turn = 0;
    this.start();
  }

  async start() {
    part(this.element, ".pb-your-city__filters").addEventListener("change", () => this.write());
    try {
      const [data, index] = await Promise.all([load(), open()]);
      this.known = { data, index };
    } catch {
      this.status.textContent = "The places could not be loaded. Check the connection, and load the page again.";
      this.element.dataset.drawn = "";
      return;
    }
    if (this.life.isOver) return;
    this.life.onReturn(() => this.read());
    this.picker.data = this.known.data;
    this.read();
  }

  /* The address holds the place and what was ticked. */

  read() {
    const asked = new URLSearchParams(location.search);
    const city = asked.get("city");
    this.picker.show(this.known?.data.all.find((one) => one.id === city) ?? null);
    for (const box of this.boxes("fieldset input")) box.checked = asked.getAll(box.name).includes(box.value);
    if (city && !this.picker.here) {
      this.status.textContent = "No city of this name is known here. Type it, and choose from the list.";
    }
    this.draw();
  }

  write() {
    const said = new URLSearchParams({ city: this.picker.here?.id ?? "" });
    for (const { name, value } of this.boxes("fieldset :checked")) said.append(name, value);
    history.pushState(null, "", `${location.pathname}?${said}`);
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
    const advice = advise(data, here, asked).slice(0, PRACTICES);
    const peers = alike(data, here).slice(0, CITIES);
    const [practices, cities] = await Promise.all([
      explained(
        index,
        "practice",
        advice.map(({ practice, reasons }) => ({ id: practice, reasons })),
      ),
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
    const shown = `For ${here.label}${asked.length ? ", on what you ticked" : ""}`;
    this.status.textContent = practices.length ? shown : "No practice here is on what you ticked.";
    this.element.dataset.drawn = "";
    this.element.dataset.city = `${here.id} ${asked.join(" ")}`;
  }
}

/**
 * Cards with their reasons; what the index, which may be newer than the places, does not hold is left out.
 *
 * @param {SearchIndex} index
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
