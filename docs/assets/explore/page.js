/* The Explore page: the picture, what is searched for in it, and the card of a practice. */

import { made, part, parts } from "../components/dom.js";
import { _, language, many, number } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { ROOT } from "../search/store.js";
import { fold } from "../search/words.js";
import { cardOf, placeBeside } from "./card.js";
import { Drawing } from "./drawing.js";
import { Gestures, isMouse, STEP } from "./gestures.js";
import { Picture } from "./picture.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { PictureData } from "../types.js" */

const LINGER = 300; // ms for which a card stays after the pointer has left
const FOUND_TOLD = 50;

/** The picture once its data is there. */
export class Explore {
  /**
   * @param {HTMLElement} element
   * @param {PictureData} data
   * @param {Life} life
   */
  constructor(element, data, life) {
    this.element = element;
    this.card = part(element, ".pb-explore__card");
    this.status = part(element, ".pb-explore__status");
    /** @type {HTMLCanvasElement} */
    this.canvas = part(element, "canvas");
    /** @type {HTMLInputElement} */
    this.input = part(element, "input[type=search]");
    this.boxes = /** @type {HTMLInputElement[]} */ (parts(element, "fieldset input"));
    this.all = part(element, "fieldset button");
    /** @type {HTMLSelectElement} */
    this.group = part(element, "select");
    this.picture = new Picture(data);
    const outlines = /** @type {SVGPathElement[]} */ (parts(element, "fieldset path"));
    this.drawing = new Drawing(this.canvas, part(element, ".pb-explore__buttons"), this.picture, outlines);
    this.nameGroups();
    this.picture.resize(this.canvas.clientWidth, this.canvas.clientHeight);
    this.gestures = new Gestures(this, life);
    this.listen(life);
    this.watch(life);
    this.choose();
    this.changed();
    element.dataset.ready = "yes";
  }

  /** @param {Life} life */
  listen(life) {
    const { picture } = this;
    const hideSoon = (/** @type {PointerEvent} */ event) => {
      if (isMouse(event)) this.hideSoon();
    };
    life.on(this.canvas, "pointerleave", hideSoon);
    life.on(this.card, "pointerleave", hideSoon);
    life.on(this.card, "pointerenter", () => clearTimeout(this.hiding));
    life.on(document, "keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") this.hide();
    });
    for (const button of parts(this.element, "[data-zoom]")) {
      const { zoom } = button.dataset;
      life.on(button, "click", () => {
        if (zoom === "reset") picture.reset();
        else this.gestures.zoom(zoom === "in" ? STEP : 1 / STEP);
        this.changed();
      });
    }
    life.on(this.group, "change", () => this.lookAt(this.group.value));
    life.on(this.input, "input", () => this.choose());
    life.on(part(this.element, "form"), "submit", (event) => {
      event.preventDefault();
      if (!picture.hits?.length) return;
      picture.lookAtHits(picture.hits);
      this.changed();
    });
    life.on(part(this.element, "fieldset"), "change", () => this.choose());
    life.on(this.all, "click", () => {
      const checked = !this.boxes.some((box) => box.checked);
      for (const box of this.boxes) box.checked = checked;
      this.choose();
    });
  }

  /**
   * Draw anew when colors, font or size are others.
   *
   * @param {Life} life
   */
  watch(life) {
    const restyle = () => {
      this.drawing.readColours();
      this.drawing.touch();
    };
    life.onScheme(restyle);
    document.fonts.ready.then(restyle);
    const { canvas, picture } = this;
    const size = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = canvas;
      if (!clientWidth || (clientWidth === picture.width && clientHeight === picture.height)) return;
      picture.resize(clientWidth, clientHeight);
      this.changed();
    });
    size.observe(canvas);
    life.atEnd(() => size.disconnect());
  }

  /** Lets readers choose a group by its name. */
  nameGroups() {
    const { data, groups, sizes } = this.picture;
    const named = groups.map((group) => ({ group, name: data.communities.name[group] }));
    named.sort((one, other) => one.name.localeCompare(other.name, language));
    const choices = named.map(({ group, name }) =>
      made("option", { value: String(group), textContent: `${name} (${number(sizes[group])})` }),
    );
    this.group.append(...choices);
  }

  /** @param {string} group, or none for all of them */
  lookAt(group) {
    if (group) this.picture.lookAtGroup(Number(group));
    else this.picture.reset();
    this.changed();
    this.group.value = group;
  }

  /** After the view has changed. */
  changed() {
    this.group.value = "";
    const { scale, least, middleX, middleY } = this.picture;
    Object.assign(this.element.dataset, { scale: scale.toFixed(5), x: middleX.toFixed(2), y: middleY.toFixed(2) });
    this.canvas.toggleAttribute("data-zoomed", scale > least);
    this.hide();
    this.drawing.touch();
  }

  /** Takes over the words searched for and the areas that are checked. */
  choose() {
    const { picture } = this;
    const words = fold(this.input.value).split(/\s+/).filter(Boolean);
    picture.choose(
      this.boxes.map((box) => box.checked),
      words,
    );
    this.status.textContent = this.found();
    this.all.textContent = this.boxes.some((box) => box.checked) ? _("Clear all") : _("Check all");
    this.element.dataset.shown = String(picture.shown);
    const told = (picture.hits ?? []).slice(0, FOUND_TOLD);
    this.element.dataset.found = told.map((row) => picture.data.practices.id[row]).join(" ");
    this.hide();
    this.drawing.touch();
  }

  /** How many are found or shown, in words. */
  found() {
    const { hits, shown, count } = this.picture;
    if (!hits) return _("%(shown)s of %(count)s practices shown", { shown, count });
    if (!hits.length) return _("None found.");
    return many("%(count)s found. Enter brings it closer.", "%(count)s found. Enter brings them closer.", hits.length);
  }

  /* The card. */

  /** @param {number} row */
  show(row) {
    clearTimeout(this.hiding);
    const { card, picture } = this;
    if (row === picture.row) return;
    picture.row = row;
    this.element.dataset.row = picture.data.practices.id[row];
    card.replaceChildren(...cardOf(picture, row));
    card.hidden = false;
    placeBeside(card, picture, row);
    this.drawing.touch();
  }

  hideSoon() {
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.hide(), LINGER);
  }

  hide() {
    clearTimeout(this.hiding);
    if (this.picture.row < 0) return;
    this.picture.row = -1;
    delete this.element.dataset.row;
    this.card.hidden = true;
    this.drawing.touch();
  }

  /**
   * A real click on a link, so that instant navigation, and keys for new tabs, work as everywhere.
   *
   * @param {number} row
   * @param {PointerEvent | KeyboardEvent} event
   */
  open(row, { ctrlKey, metaKey, shiftKey }) {
    this.show(row);
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    part(this.card, "a").dispatchEvent(click);
  }
}

class ExplorePage {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.start(element, life);
  }

  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  async start(element, life) {
    let data;
    try {
      const response = await fetch(new URL("explore/graph.json", ROOT), { cache: "no-cache", signal: life.signal });
      if (!response.ok) throw new Error("the picture is not there");
      data = await response.json();
    } catch {
      element.classList.add("pb-explore--failed");
      part(element, ".pb-explore__live").hidden = true;
      return;
    }
    if (!life.isOver) new Explore(element, data, life);
  }
}

onPage(".pb-explore", ExplorePage);
