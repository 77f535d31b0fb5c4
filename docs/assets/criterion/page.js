/* The page of a criterion: its self-check points, ticked here or on the page Readiness, are the same. */

import { part, parts } from "../components/dom.js";
import { _ } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { KEY, keep, kept, today } from "../readiness/storage.js";
import { ticksIn, withTicks } from "./ticks.js";

/** @import { Life } from "../components/page-life.js" */

const UNREADABLE = _("What this browser keeps for Readiness can’t be read, so ticks on this page are not kept.");
const UNKEPT = _("This browser keeps nothing for this page, so ticks are gone when you leave it.");

class Criterion {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    const { code = "", format = "", version = "" } = element.dataset;
    this.code = code;
    this.known = { format, version: Number(version) };
    this.boxes = /** @type {HTMLInputElement[]} */ (parts(element, ".pb-checks input"));
    this.status = part(element, ".pb-checks__status");
    this.show();
    life.on(part(element, ".pb-checks"), "change", () => this.keep());
    life.on(window, "storage", (/** @type {StorageEvent} */ { key }) => {
      if (key === KEY || key === null) this.show();
    });
  }

  show() {
    const text = kept();
    const ticks = text === null ? null : ticksIn(text, this.code, this.known);
    if (!ticks) this.status.textContent = text === null ? UNKEPT : UNREADABLE;
    else for (const box of this.boxes) box.checked = ticks.includes(box.value);
  }

  keep() {
    const ticked = this.boxes.filter((box) => box.checked).map((box) => box.value);
    const text = kept();
    const after = text === null ? null : withTicks(text, this.code, ticked, this.known, today());
    if (after === null) this.status.textContent = text === null ? UNKEPT : UNREADABLE;
    else if (!keep(after)) this.status.textContent = UNKEPT;
    else {
      const parts = { count: ticked.length, all: this.boxes.length };
      this.status.textContent = _("%(count)s of %(all)s ticked, and kept.", parts);
    }
  }
}

onPage(".pb-criterion", Criterion);
