/* "Looks like these we already have": what the site's search finds for the title and the summary that are being typed. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { Pause } from "./pause.js";

/** @import { PracticeForm } from "./form.js" */

const SHOWN = 3;
const PAUSE = 600; // ms without a key until it is looked up
const SHORTEST = 12;

export class Similar {
  /** @param {PracticeForm} form */
  constructor(form) {
    this.form = form;
    this.turn = 0;
    this.asked = "";
    this.list = made("ul", { className: "pb-cards" });
    this.head = made("p", { className: "pb-field__label" });
    this.head.setAttribute("role", "status");
    this.element = made("div", { className: "pb-similar" }, this.head, this.list);
    this.pause = new Pause(form.life, PAUSE, () => this.look().catch(() => {}));
  }

  later() {
    this.pause.begin();
  }

  async look() {
    const { title = "", summary = "" } = this.form.draft.practice;
    const text = `${title} ${summary}`.trim();
    if (text.length < SHORTEST || text === this.asked) return;
    this.asked = text;
    const mine = ++this.turn;
    const [{ search }, { rowsOf }, { cardsOf }, { open }] = await Promise.all([
      import("../search/engine.js"),
      import("../search/pieces.js"),
      import("../search/results.js"),
      import("../search/store.js"),
    ]);
    const index = await open();
    const result = await search(index, text);
    const own = (await rowsOf(index, "practice", [this.form.draft.mends])).get(this.form.draft.mends);
    const rows = result.nothing ? [] : result.rows.practice.filter((row) => row !== own).slice(0, SHOWN);
    const cards = await cardsOf({ ...result, terms: new Set() }, rows);
    if (mine !== this.turn) return;
    this.head.textContent = cards.length ? _("Looks like these we already have. Is yours one of them?") : "";
    this.list.replaceChildren(...cards);
    for (const link of this.list.querySelectorAll("a")) link.target = "_blank";
  }
}
