/* What readers do with the picture, by mouse, finger or keyboard. */

/** @import { Life } from "../components/page-life.js" */
/** @import { Explore } from "./page.js" */
/** @typedef {[x: number, y: number]} Point */

export const STEP = 1.6;
/** @type {Record<string, number>} */
const ZOOMS = { "+": STEP, "=": STEP, "-": 1 / STEP };
/** @type {Record<string, Point>} */
const MOVES = { ArrowLeft: [-50, 0], ArrowRight: [50, 0], ArrowUp: [0, -50], ArrowDown: [0, 50] };
const REACH = { mouse: 14, other: 26 };
const SLACK = { mouse: 4, other: 10 }; // pixels that a press may move and still be a tap

export class Gestures {
  /**
   * @param {Explore} page
   * @param {Life} life
   */
  constructor(page, life) {
    this.page = page;
    this.picture = page.picture;
    this.canvas = page.canvas;
    /** @type {Map<number, Point>} where each finger is that is down */
    this.pointers = new Map();
    /** @type {Point | null} where a press began that may still be a tap */
    this.pressed = null;
    const { canvas } = this;
    life.on(canvas, "wheel", (/** @type {WheelEvent} */ event) => this.turn(event), { passive: false });
    life.on(canvas, "pointerdown", (/** @type {PointerEvent} */ event) => this.press(event));
    life.on(canvas, "pointermove", (/** @type {PointerEvent} */ event) => this.drag(event));
    life.on(canvas, "pointerup", (/** @type {PointerEvent} */ event) => this.release(event));
    life.on(canvas, "pointercancel", (/** @type {PointerEvent} */ event) => this.forget(event));
    life.on(canvas, "keydown", (/** @type {KeyboardEvent} */ event) => this.type(event));
  }

  /**
   * @param {number} factor
   * @param {number} x
   * @param {number} y
   */
  zoom(factor, x = this.picture.width / 2, y = this.picture.height / 2) {
    this.picture.zoom(factor, x, y);
    this.page.changed();
  }

  /**
   * @param {number} right
   * @param {number} down
   */
  move(right, down) {
    const { middleX, middleY, scale } = this.picture;
    this.picture.look(middleX + right / scale, middleY + down / scale, scale);
    this.page.changed();
  }

  /** @param {WheelEvent} event */
  turn(event) {
    if (event.deltaY > 0 && this.picture.scale === this.picture.least) return; // the page scrolls on
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? 30 : 1);
    this.zoom(Math.exp(-0.003 * Math.max(-120, Math.min(120, pixels))), event.offsetX, event.offsetY);
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    this.pressed = this.pointers.size > 1 ? null : [event.offsetX, event.offsetY];
  }

  /** @param {PointerEvent} event */
  drag(event) {
    /** @type {Point} */
    const here = [event.offsetX, event.offsetY];
    const last = this.pointers.get(event.pointerId);
    if (!last) {
      if (isMouse(event)) this.hover(...here);
      return;
    }
    const slack = isMouse(event) ? SLACK.mouse : SLACK.other;
    if (this.pressed && distance(here, this.pressed) <= slack) return;
    this.pressed = null;
    this.canvas.toggleAttribute("data-drags", true);
    this.pointers.set(event.pointerId, here);
    const other = Array.from(this.pointers).find(([id]) => id !== event.pointerId);
    if (!other) {
      this.move(last[0] - here[0], last[1] - here[1]);
      return;
    }
    const there = other[1];
    const factor = Math.max(distance(here, there), 1) / Math.max(distance(last, there), 1);
    this.move((last[0] - here[0]) / 2, (last[1] - here[1]) / 2);
    this.zoom(factor, (here[0] + there[0]) / 2, (here[1] + there[1]) / 2);
  }

  /** @param {PointerEvent} event */
  forget(event) {
    this.pointers.delete(event.pointerId);
    this.canvas.removeAttribute("data-drags");
  }

  /** @param {PointerEvent} event */
  release(event) {
    const isTap = this.pressed && this.pointers.size === 1;
    this.forget(event);
    if (!isTap) return;
    const { page, picture } = this;
    const row = picture.nearest(event.offsetX, event.offsetY, isMouse(event) ? REACH.mouse : REACH.other);
    const group = picture.groupAt(event.offsetX, event.offsetY);
    if (row >= 0 && (isMouse(event) || row === picture.row)) page.open(row, event);
    else if (row >= 0) page.show(row);
    else if (group !== undefined) {
      picture.lookAtGroup(group);
      page.changed();
    } else page.hide();
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  hover(x, y) {
    const row = this.picture.nearest(x, y, REACH.mouse);
    this.canvas.toggleAttribute("data-over", row >= 0 || this.picture.groupAt(x, y) !== undefined);
    if (row < 0) this.page.hideSoon();
    else this.page.show(row);
  }

  /** @param {KeyboardEvent} event */
  type(event) {
    const { page, picture } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      const row = picture.row >= 0 ? picture.row : this.middle();
      if (row >= 0) page.open(row, event);
    } else if (event.key in ZOOMS) this.zoom(ZOOMS[event.key]);
    else if (event.key in MOVES) this.move(...MOVES[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the theme has keys of its own
    const row = event.key === "Enter" ? -1 : this.middle();
    if (row >= 0) page.show(row);
  }

  /** The practice nearest to the middle of the picture. */
  middle() {
    const { width, height } = this.picture;
    return this.picture.nearest(width / 2, height / 2, Math.min(width, height) / 2);
  }
}

/** @param {PointerEvent} event */
export function isMouse(event) {
  return event.pointerType === "mouse";
}

/**
 * @param {Point} one
 * @param {Point} other
 */
function distance(one, other) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
