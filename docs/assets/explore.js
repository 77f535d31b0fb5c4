/* The Explore page: what readers do with the picture, and the card of a practice. */

import { Drawing } from "./explore/drawing.js";
import { Picture, folded } from "./explore/picture.js";

const ROOT = new URL("../", import.meta.url);
const LINKED_SHOWN = 5;
const NARROW = 700; // pixels of the picture below which the card stands under or over its point, not beside it
const STEP = 1.6;
const ZOOMS = { "+": STEP, "=": STEP, "-": 1 / STEP };
const MOVES = { ArrowLeft: [-50, 0], ArrowRight: [50, 0], ArrowUp: [0, -50], ArrowDown: [0, 50] };
const REACH = { mouse: 14, other: 26 };

let shown = null; // what is on the page, if it is this one

function prepare() {
  const element = document.querySelector(".pb-explore");
  if (shown && shown.element === element) return;
  if (shown) shown.leave();
  shown = element ? new Explore(element) : null;
}

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class Explore {
  constructor(element) {
    const find = function (selector) { return element.querySelector(selector); };
    this.element = element;
    this.live = find(".pb-explore__live");
    this.canvas = find("canvas");
    this.card = find(".pb-explore__card");
    this.form = find("form");
    this.input = find("input[type=search]");
    this.status = find(".pb-explore__status");
    this.boxes = Array.from(element.querySelectorAll("fieldset input"));
    this.all = find("fieldset button");
    this.leaving = new AbortController();
    this.watching = [];
    this.pointers = new Map();
    this.start();
  }

  async start() {
    try {
      const response = await fetch(new URL("explore/graph.json", ROOT), { cache: "no-cache", signal: this.leaving.signal });
      if (!response.ok) throw new Error("the picture is not there");
      this.picture = new Picture(await response.json());
    } catch (error) {
      this.element.classList.add("pb-explore--failed");
      return;
    }
    if (this.leaving.signal.aborted) return;
    this.live.hidden = false;
    this.drawing = new Drawing(this.canvas, this.element.querySelector(".pb-explore__buttons"), this.picture, Array.from(this.element.querySelectorAll("fieldset path")));
    this.picture.resize(this.canvas.clientWidth, this.canvas.clientHeight);
    this.listen();
    this.choose();
    this.changed();
    this.element.dataset.ready = "yes";
  }

  leave() {
    this.leaving.abort();
    this.watching.forEach(function (one) { one.disconnect(); });
  }

  listen() {
    const { canvas, picture, drawing } = this;
    const on = (target, kind, act, options) => target.addEventListener(kind, act, { signal: this.leaving.signal, ...options });
    on(canvas, "wheel", (event) => this.turn(event), { passive: false });
    on(canvas, "pointerdown", (event) => this.press(event));
    on(canvas, "pointermove", (event) => this.drag(event));
    on(canvas, "pointerup", (event) => this.release(event));
    on(canvas, "pointercancel", (event) => this.forget(event));
    on(canvas, "pointerleave", (event) => { if (event.pointerType === "mouse") this.hideSoon(); });
    on(canvas, "keydown", (event) => this.type(event));
    on(this.card, "pointerenter", () => clearTimeout(this.hiding));
    on(this.card, "pointerleave", (event) => { if (event.pointerType === "mouse") this.hideSoon(); });
    on(document, "keydown", (event) => { if (event.key === "Escape") this.hide(); });
    this.element.querySelectorAll("[data-zoom]").forEach((button) => on(button, "click", () => {
      if (button.dataset.zoom === "reset") picture.reset();
      else this.zoom(button.dataset.zoom === "in" ? STEP : 1 / STEP);
      this.changed();
    }));
    on(this.input, "input", () => this.choose());
    on(this.form, "submit", (event) => {
      event.preventDefault();
      if (!picture.hits || !picture.hits.length) return;
      picture.lookAtHits();
      this.changed();
    });
    on(this.element.querySelector("fieldset"), "change", () => this.choose());
    on(this.all, "click", () => {
      const check = !this.boxes.some(function (box) { return box.checked; });
      this.boxes.forEach(function (box) { box.checked = check; });
      this.choose();
    });
    const restyle = function () {
      drawing.readColours();
      drawing.touch();
    };
    const scheme = new MutationObserver(restyle);
    scheme.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    const size = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = canvas;
      if (!clientWidth || (clientWidth === picture.width && clientHeight === picture.height)) return;
      picture.resize(clientWidth, clientHeight);
      this.changed();
    });
    size.observe(canvas);
    this.watching.push(scheme, size);
    document.fonts.ready.then(restyle);
  }

  /** After the view has changed. */
  changed() {
    const { scale, least, middleX, middleY } = this.picture;
    Object.assign(this.element.dataset, { scale: scale.toFixed(5), x: middleX.toFixed(2), y: middleY.toFixed(2) });
    this.canvas.toggleAttribute("data-zoomed", scale > least);
    this.hide();
    this.drawing.touch();
  }

  zoom(factor, x = this.picture.width / 2, y = this.picture.height / 2) {
    this.picture.zoom(factor, x, y);
    this.changed();
  }

  move(right, down) {
    const { middleX, middleY, scale } = this.picture;
    this.picture.look(middleX + right / scale, middleY + down / scale, scale);
    this.changed();
  }

  turn(event) {
    if (event.deltaY > 0 && this.picture.scale === this.picture.least) return; // the page scrolls on
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? 30 : 1);
    this.zoom(Math.exp(-0.003 * Math.max(-120, Math.min(120, pixels))), event.offsetX, event.offsetY);
  }

  press(event) {
    if (event.button) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    this.pressed = this.pointers.size > 1 ? null : [event.offsetX, event.offsetY];
  }

  drag(event) {
    const here = [event.offsetX, event.offsetY];
    const last = this.pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === "mouse") this.hover(...here);
      return;
    }
    const slack = event.pointerType === "mouse" ? 4 : 10;
    if (this.pressed && Math.hypot(here[0] - this.pressed[0], here[1] - this.pressed[1]) <= slack) return;
    this.pressed = null;
    this.canvas.toggleAttribute("data-drags", true);
    this.pointers.set(event.pointerId, here);
    const other = Array.from(this.pointers).find(function ([id]) { return id !== event.pointerId; });
    if (!other) {
      this.move(last[0] - here[0], last[1] - here[1]);
      return;
    }
    const there = other[1];
    const span = function (point) { return Math.max(Math.hypot(point[0] - there[0], point[1] - there[1]), 1); };
    this.move((last[0] - here[0]) / 2, (last[1] - here[1]) / 2);
    this.zoom(span(here) / span(last), (here[0] + there[0]) / 2, (here[1] + there[1]) / 2);
  }

  forget(event) {
    this.pointers.delete(event.pointerId);
    this.canvas.removeAttribute("data-drags");
  }

  release(event) {
    const isTap = this.pressed && this.pointers.size === 1;
    this.forget(event);
    if (!isTap) return;
    const { picture } = this;
    const isMouse = event.pointerType === "mouse";
    const row = picture.nearest(event.offsetX, event.offsetY, isMouse ? REACH.mouse : REACH.other);
    const group = picture.groupAt(event.offsetX, event.offsetY);
    if (row >= 0 && (isMouse || row === picture.row)) this.open(row, event);
    else if (row >= 0) this.show(row);
    else if (group !== undefined) {
      picture.lookAtGroup(group);
      this.changed();
    } else this.hide();
  }

  hover(x, y) {
    const row = this.picture.nearest(x, y, REACH.mouse);
    this.canvas.toggleAttribute("data-over", row >= 0 || this.picture.groupAt(x, y) !== undefined);
    if (row < 0) this.hideSoon();
    else this.show(row);
  }

  type(event) {
    const { picture } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = () => picture.nearest(picture.width / 2, picture.height / 2, Math.min(picture.width, picture.height) / 2);
    if (event.key === "Enter") {
      const row = picture.row >= 0 ? picture.row : middle();
      if (row >= 0) this.open(row, event);
    } else if (event.key in ZOOMS) this.zoom(ZOOMS[event.key]);
    else if (event.key in MOVES) this.move(...MOVES[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the theme has keys of its own
    const row = event.key === "Enter" ? -1 : middle();
    if (row >= 0) this.show(row);
  }

  /** Takes over the words searched for and the areas that are checked. */
  choose() {
    const { picture } = this;
    picture.choose(this.boxes.map(function (box) { return box.checked; }), folded(this.input.value).split(/\s+/).filter(Boolean));
    const { hits } = picture;
    const number = function (value) { return value.toLocaleString("en"); };
    const found = hits && (hits.length ? number(hits.length) + " found. Enter brings " + (hits.length > 1 ? "them" : "it") + " closer." : "None found.");
    this.status.textContent = found || number(picture.shown) + " of " + number(picture.count) + " practices shown";
    this.all.textContent = this.boxes.some(function (box) { return box.checked; }) ? "Clear all" : "Check all";
    this.element.dataset.shown = picture.shown;
    this.element.dataset.found = (hits || []).slice(0, 50).map((row) => picture.data.practices.id[row]).join(" ");
    this.hide();
    this.drawing.touch();
  }

  /* The card. */

  show(row) {
    clearTimeout(this.hiding);
    if (row === this.picture.row) return;
    this.picture.row = row;
    this.element.dataset.row = this.picture.data.practices.id[row];
    this.fill(row);
    this.card.hidden = false;
    this.putBeside(row);
    this.drawing.touch();
  }

  fill(row) {
    const { linked, data: { practices, cities, areas, evidence, communities } } = this.picture;
    const link = function (one) { return made("a", { href: new URL("practices/" + practices.id[one] + "/", ROOT).href, textContent: practices.title[one] }); };
    const meter = made("span", { className: "pb-meter" }, ...evidence.map(function () { return document.createElement("i"); }));
    meter.setAttribute("aria-hidden", "true");
    const level = made("span", { className: "pb-evidence" }, meter, " " + evidence[practices.evidence[row] - 1]);
    level.dataset.level = practices.evidence[row];
    const most = this.picture.width < NARROW ? LINKED_SHOWN - 2 : LINKED_SHOWN;
    const rest = linked[row].length - most;
    const why = linked[row].length ? "In the group “" + communities.name[practices.community[row]] + "”, linked with" : "Not linked with any other practice yet";
    this.card.replaceChildren(
      made("p", { className: "pb-explore__title" }, link(row)),
      made("p", { className: "pb-explore__facts" }, made("span", { textContent: cities[practices.city[row]] }), level),
      made("p", { textContent: practices.areas[row].map(function (area) { return areas[area]; }).join(" · ") }),
      made("p", { className: "pb-explore__why", textContent: why }),
      made("ul", {}, ...linked[row].slice(0, most).map(function (other) { return made("li", {}, link(other)); })),
      made("p", { textContent: rest > 0 ? "and " + rest + " more" : "" }),
    );
  }

  putBeside(row) {
    const { card, picture: { width, height } } = this;
    const [x, y] = this.picture.at(row);
    const [wide, high] = [card.offsetWidth, card.offsetHeight];
    const within = function (value, most) { return Math.max(6, Math.min(value, most)); };
    const isNarrow = width < NARROW;
    const left = isNarrow ? within(x - wide / 2, width - wide - 6) : x + 24 + wide < width ? x + 24 : x - 24 - wide;
    const top = isNarrow ? (y < height / 2 ? y + 24 : y - 24 - high) : within(y - high / 2, height - high - 6);
    Object.assign(card.style, { left: left + "px", top: top + "px" });
  }

  hideSoon() {
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.hide(), 300);
  }

  hide() {
    clearTimeout(this.hiding);
    if (this.picture.row < 0) return;
    this.picture.row = -1;
    delete this.element.dataset.row;
    this.card.hidden = true;
    this.drawing.touch();
  }

  /** A real click on a link, so that instant navigation, and keys for new tabs, work as everywhere. */
  open(row, event) {
    this.show(row);
    const { ctrlKey, metaKey, shiftKey } = event;
    this.card.querySelector("a").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }
}

if (window.document$) window.document$.subscribe(prepare);
else prepare();
