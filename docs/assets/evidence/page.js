/* The evidence page: every measured result, narrowed down by what the address says, fetched as it is shown. */

import { made, part, parts } from "../components/dom.js";
import { _ } from "../components/language.js";
import { onNavigation, onPage } from "../components/page-life.js";
import { ROOT } from "../search/store.js";
import { asked } from "./rows.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { ResultRow, RowsAsked, RowsData } from "../types.js" */

const PAGE = 30; // as many as the page comes with

/**
 * @param {string} path
 * @param {AbortSignal} signal
 */
async function fetched(path, signal) {
  const answer = await fetch(new URL(`evidence/${path}`, ROOT), { signal });
  if (!answer.ok) throw new Error(`${path} is not there`);
  return answer.json();
}

class Evidence {
  /**
   * @param {HTMLElement} page
   * @param {Life} life
   */
  constructor(page, life) {
    this.page = page;
    this.life = life;
    this.form = /** @type {HTMLFormElement} */ (part(page, ".pb-rows__form"));
    this.status = part(page, ".pb-rows__status");
    this.body = part(page, ".pb-rows tbody");
    this.more = part(page, ".pb-rows__more");
    this.turn = 0;
    this.shown = 0;
    /** @type {number[]} */
    this.rows = [];
    /** @type {Map<number, Promise<ResultRow[]>>} */
    this.pieces = new Map();
    this.start();
  }

  async start() {
    try {
      /** @type {RowsData} */
      this.data = await fetched("rows.json", this.life.signal);
    } catch {
      this.page.classList.add("pb-evidence-page--failed"); // the first rows and the way by topic stay
      return;
    }
    const { life } = this;
    life.on(this.form, "change", () => {
      this.write();
      this.choose();
    });
    life.on(this.form, "submit", (event) => event.preventDefault());
    life.on(this.more, "click", () => this.show());
    const returned = () => {
      this.read();
      this.choose();
    };
    life.onReturn(returned);
    onNavigation(returned, life.signal);
    returned();
  }

  /** The address says what is asked for. */
  read() {
    const said = new URLSearchParams(location.search);
    for (const field of /** @type {(HTMLSelectElement | HTMLInputElement)[]} */ (parts(this.form, "[name]"))) {
      if (field instanceof HTMLInputElement) field.checked = said.get(field.name) === field.value;
      else field.value = said.get(field.name) ?? "";
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }

  write() {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (value) said.set(name, String(value));
    const text = said.toString();
    history.pushState(null, "", location.pathname + (text ? `?${text}` : ""));
  }

  choose() {
    if (!this.data) return;
    const said = new FormData(this.form);
    const [topic, method, evidence, held, isNull] = ["topic", "method", "evidence", "held", "null"].map((name) =>
      String(said.get(name) ?? ""),
    );
    /** @type {RowsAsked} */
    const wish = { topic, method, evidence, held, null: isNull };
    this.rows = asked(this.data, wish);
    this.shown = 0;
    this.turn++;
    this.show();
  }

  async show() {
    const { data, rows, shown, turn } = this;
    if (!data) return;
    const wanted = rows.slice(shown, shown + PAGE);
    let lines;
    try {
      lines = await Promise.all(wanted.map((row) => this.row(row)));
    } catch {
      this.status.textContent = _("The rows could not be loaded. Check the connection, and load the page again.");
      return;
    }
    if (turn !== this.turn || this.life.isOver) return;
    if (!shown) this.body.replaceChildren();
    this.body.append(...lines.map((line) => this.drawn(line)));
    this.shown = shown + wanted.length;
    this.more.hidden = this.shown >= rows.length;
    const parts = { found: rows.length, shown: this.shown };
    this.status.textContent = rows.length
      ? _("%(found)s found, %(shown)s shown.", parts)
      : _("None yet. Ask for less.");
    this.page.dataset.ready = "yes";
  }

  /**
   * @param {number} row
   * @returns {Promise<ResultRow>}
   */
  async row(row) {
    const { folder, rowsAFile } = /** @type {RowsData} */ (this.data);
    const piece = Math.floor(row / rowsAFile);
    let loading = this.pieces.get(piece);
    if (!loading) {
      loading = fetched(`${folder}/${piece}.json`, this.life.signal);
      this.pieces.set(piece, loading);
      loading.catch(() => this.pieces.delete(piece));
    }
    return (await loading)[row % rowsAFile];
  }

  /** @param {ResultRow} row */
  drawn([measure, figures, basis, title, url, city, strength]) {
    const link = made("a", { href: new URL(url, ROOT).href, textContent: title });
    const meter = made("span", { className: "pb-meter" });
    meter.setAttribute("aria-hidden", "true");
    const evidence = made("span", { className: "pb-evidence" }, meter, ` ${this.data?.words[strength] ?? ""}`);
    evidence.dataset.level = String(strength);
    return made(
      "tr",
      {},
      made("th", { scope: "row", textContent: measure }),
      made("td", {}, made("b", { textContent: figures })),
      made("td", { textContent: basis }),
      made("td", {}, link, " ", made("span", { className: "pb-small", textContent: city })),
      made("td", {}, evidence),
    );
  }
}

onPage(".pb-evidence-page", Evidence);
