/* The page "Your city": choose a place, see certified cities like it and what to look at first. */

import { open } from "../search/store.js";
import { cardsById, explain } from "../search/results.js";
import { advise, alike } from "./advice.js";
import { Picker } from "./picker.js";
import { load } from "./places.js";

const PRACTICES = 10;
const CITIES = 8;

let page = null;

function prepare() {
  const element = document.querySelector(".pb-your-city");
  if (page && page.element === element) return;
  page = element ? new YourCity(element) : null;
}

class YourCity {
  constructor(element) {
    this.element = element;
    this.find = (selector) => element.querySelector(selector);
    this.status = this.find(".pb-your-city__status");
    this.picker = new Picker(this.find(".pb-place"), this.status, () => this.write());
    this.turn = 0;
    this.start();
  }

  async start() {
    this.find(".pb-your-city__live").hidden = false;
    this.find(".pb-your-city__filters").addEventListener("change", () => this.write());
    try {
      [this.data, this.index] = await Promise.all([load(), open()]);
    } catch (error) {
      this.status.textContent = "The places could not be loaded. Check the connection, and load the page again.";
      return;
    }
    this.picker.data = this.data;
    this.read();
  }

  /* The address holds the place and what was ticked. */

  read() {
    const asked = new URLSearchParams(location.search);
    this.picker.show(this.data.all.find(function (one) { return one.id === asked.get("city"); }) || null);
    ["topic", "area"].forEach((kind) => {
      const values = new Set(asked.getAll(kind));
      this.element.querySelectorAll("[name=" + kind + "]").forEach(function (box) { box.checked = values.has(box.value); });
    });
    if (asked.get("city") && !this.picker.here) this.status.textContent = "No city of this name is known here. Type it, and choose from the list.";
    this.draw();
  }

  write() {
    const said = new URLSearchParams({ city: this.picker.here.id });
    this.element.querySelectorAll("fieldset :checked").forEach(function (box) { said.append(box.name, box.value); });
    history.pushState(null, "", location.pathname + "?" + said);
    this.draw();
  }

  async draw() {
    const mine = ++this.turn;
    const here = this.picker.here;
    this.find(".pb-your-city__found").hidden = !here;
    if (!here) return;
    const readiness = this.find("[data-readiness]");
    readiness.search = new URLSearchParams({ city: here.id });
    const asked = Array.from(this.element.querySelectorAll("fieldset :checked"), function (box) { return box.name + ":" + box.value; });
    const advice = advise(this.data, here, asked).slice(0, PRACTICES);
    const peers = alike(this.data, here).slice(0, CITIES);
    const [practices, cities] = await Promise.all([
      this.explained("practice", advice.map(function (one) { return [one.practice, one.reasons]; })),
      this.explained("city", peers.map(function (peer) { return [peer.city.id, peer.reasons]; })),
    ]);
    if (mine !== this.turn) return;
    this.find("[data-list=practices]").replaceChildren(...practices);
    this.find("[data-list=cities]").replaceChildren(...cities);
    this.status.textContent = practices.length ? "For " + here.label + (asked.length ? ", on what you ticked" : "") : "No practice here is on what you ticked.";
    this.element.dataset.city = here.id + " " + asked.join(" ");
  }

  /** Cards with their reasons; what the index, which may be newer than the places, does not hold is left out. */
  async explained(kind, reasons) {
    const cards = await cardsById(this.index, kind, reasons.map(function ([id]) { return id; }));
    return reasons.flatMap(function ([id, said]) {
      const card = cards.get(id);
      if (card) explain(card, said);
      return card ? [card] : [];
    });
  }
}

if (window.document$) window.document$.subscribe(prepare);
else prepare();
window.addEventListener("popstate", function () { if (page && page.data && document.contains(page.element)) page.read(); });
