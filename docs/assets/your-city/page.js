/* The page "Your city": choose a place, see certified cities like it and what to look at first. */

import { ROOT, open } from "../search/store.js";
import { cardsOf } from "../search/results.js";
import { fold } from "../search/words.js";
import { advise, alike, place } from "./advice.js";

const SUGGESTED = 8;
const PRACTICES = 10;
const CITIES = 8;
const PLAIN = { terms: new Set() }; // no words to mark

let page = null;
let loading = null;

function load() {
  loading = loading || fetch(new URL("your-city/data.bin", ROOT)).then(async function (response) {
    if (!response.ok) throw new Error("the places are not there");
    const data = await new Response(response.body.pipeThrough(new DecompressionStream("deflate"))).json();
    data.all = data.cities.concat(data.places).map(place);
    data.all.forEach(function (one) { one.folded = fold(one.label); });
    data.all.sort(function (one, other) { return other.population - one.population; });
    return data;
  });
  loading.catch(function () { loading = null; });
  return loading;
}

function prepare() {
  const element = document.querySelector(".pb-your-city");
  if (page && page.element === element) return;
  page = element ? new YourCity(element) : null;
}

class YourCity {
  constructor(element) {
    this.element = element;
    this.find = (selector) => element.querySelector(selector);
    this.input = this.find("input[role=combobox]");
    this.list = this.find("[role=listbox]");
    this.status = this.find(".pb-your-city__status");
    this.chosen = -1;
    this.turn = 0;
    this.start();
  }

  async start() {
    this.find(".pb-your-city__live").hidden = false;
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const options = this.list.children;
      if (!this.list.hidden && options.length) options[Math.max(this.chosen, 0)].click();
    });
    this.element.addEventListener("focusout", (event) => { if (!this.input.form.contains(event.relatedTarget)) this.close(); });
    this.find(".pb-your-city__filters").addEventListener("change", () => this.write());
    try {
      [this.data, this.index] = await Promise.all([load(), open()]);
    } catch (error) {
      this.status.textContent = "The places could not be loaded. Check the connection, and load the page again.";
      return;
    }
    this.read();
  }

  /* The address holds the place and what was ticked. */

  read() {
    const asked = new URLSearchParams(location.search);
    this.here = this.data.all.find(function (one) { return one.id === asked.get("city"); });
    ["topic", "area"].forEach((kind) => {
      const values = new Set(asked.getAll(kind));
      this.element.querySelectorAll("[name=" + kind + "]").forEach(function (box) { box.checked = values.has(box.value); });
    });
    this.input.value = this.here ? this.here.label : "";
    if (asked.get("city") && !this.here) this.status.textContent = "No city of this name is known here. Type it, and choose from the list.";
    this.draw();
  }

  write() {
    const said = new URLSearchParams({ city: this.here.id });
    this.element.querySelectorAll("fieldset :checked").forEach(function (box) { said.append(box.name, box.value); });
    history.pushState(null, "", location.pathname + "?" + said);
    this.draw();
  }

  suggest() {
    const typed = fold(this.input.value).trim();
    if (!this.data || typed.length < 2) return this.close();
    const begins = this.data.all.filter(function (one) { return one.folded.startsWith(typed); });
    const holds = this.data.all.filter(function (one) { return !one.folded.startsWith(typed) && one.folded.includes(" " + typed); });
    const found = begins.concat(holds).slice(0, SUGGESTED);
    this.list.replaceChildren(...found.map((one, number) => {
      const option = document.createElement("div");
      option.id = "pb-place-" + number;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = one.id;
      const people = document.createElement("span");
      people.textContent = one.population ? one.population.toLocaleString("en") + " people" : "";
      option.append(one.label + " ", people);
      option.addEventListener("pointerdown", function (event) { event.preventDefault(); });
      option.addEventListener("click", () => this.choose(one));
      return option;
    }));
    this.chosen = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    if (!found.length) this.status.textContent = "No city of the Americas with more than 30,000 people has this name.";
    else if (!this.here) this.status.textContent = found.length + (found.length === 1 ? " city" : " cities") + " to choose from";
  }

  key(event) {
    const options = Array.from(this.list.children);
    if (event.key === "Escape") this.close();
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || this.list.hidden) return;
    event.preventDefault();
    if (this.chosen >= 0) options[this.chosen].setAttribute("aria-selected", "false");
    const step = event.key === "ArrowDown" ? 1 : -1;
    this.chosen = (this.chosen + step + options.length + (this.chosen < 0 && step < 0 ? 1 : 0)) % options.length;
    options[this.chosen].setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", options[this.chosen].id);
  }

  choose(one) {
    this.here = one;
    this.input.value = one.label;
    this.close();
    this.write();
  }

  close() {
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  async draw() {
    const mine = ++this.turn;
    const found = this.find(".pb-your-city__found");
    found.hidden = !this.here;
    if (!this.here) return;
    const asked = Array.from(this.element.querySelectorAll("fieldset :checked"), function (box) { return box.name + ":" + box.value; });
    const advice = advise(this.data, this.here, asked).slice(0, PRACTICES);
    const peers = alike(this.data, this.here).slice(0, CITIES);
    const result = Object.assign({ index: this.index }, PLAIN);
    const [practices, cities] = await Promise.all([
      cardsOf(result, advice.map(function (one) { return one.row; })),
      cardsOf(result, peers.map((peer) => this.index.starts.city + peer.city.row)),
    ]);
    if (mine !== this.turn) return;
    practices.forEach(function (card, number) { explain(card, advice[number].reasons); });
    cities.forEach(function (card, number) { explain(card, peers[number].reasons); });
    this.find("[data-list=practices]").replaceChildren(...practices);
    this.find("[data-list=cities]").replaceChildren(...cities);
    this.status.textContent = practices.length ? "For " + this.here.label + (asked.length ? ", on what you ticked" : "") : "No practice here is on what you ticked.";
    this.element.dataset.city = this.here.id + " " + asked.join(" ");
  }
}

/** Put the reasons under the title of a card, the first in bold. */
function explain(card, reasons) {
  const line = document.createElement("p");
  line.className = "pb-why";
  reasons.forEach(function (reason, number) {
    const part = document.createElement(number ? "span" : "b");
    part.textContent = reason;
    if (number) line.append(document.createElement("br"));
    line.append(part);
  });
  card.querySelector(".pb-card__title").after(line);
}

if (window.document$) window.document$.subscribe(prepare);
else prepare();
window.addEventListener("popstate", function () { if (page && page.data && document.contains(page.element)) page.read(); });
