/* The picture on its canvas: discs of groups, lines, markers. Colours and shapes are those of the page. */

import { made } from "../components/dom.js";
import { names, titles } from "./names.js";
import { Writing } from "./writing.js";

/** @import { Box, Picture } from "./picture.js" */

const TITLES = 60; // pixels between points from which on titles have room
const MOST_TITLED = 12; // that many finds are named at any zoom
const MOST_LINES = 8000; // more make a grey cloud, slowly
const FULL_LINES = 1500; // more are drawn fainter
const NARROW = 600; // pixels of width below which the whole picture has no room for lines between groups
const OUTLINE = 5.6; // half the size at which markers are outlined on the page

export class Drawing {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} buttons over which nothing is written
   * @param {Picture} picture
   * @param {SVGPathElement[]} outlines of the markers, by area
   */
  constructor(canvas, buttons, picture, outlines) {
    this.canvas = canvas;
    this.buttons = buttons;
    this.picture = picture;
    this.outlines = outlines;
    this.pen = penOf(canvas);
    this.frame = 0;
    this.ratio = 1;
    this.half = 0; // half the size of a marker
    /** @type {Box[]} where markers are */
    this.marked = [];
    this.writing = new Writing(this.pen);
    /** @type {Record<string, string>} */
    this.colours = {};
    /** @type {Map<string, HTMLCanvasElement>} */
    this.sprites = new Map();
    this.readColours();
  }

  readColours() {
    const style = getComputedStyle(this.canvas);
    this.colours = Object.fromEntries(
      ["ink", "ink-2", "paper", "wash", "line", "accent"].map((name) => [
        name,
        style.getPropertyValue(`--pb-${name}`).trim(),
      ]),
    );
    this.writing.setFont(style.fontFamily);
    this.writing.paper = this.colours.paper;
    this.sprites.clear();
  }

  /** Draws anew before the screen is next shown. */
  touch() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  draw() {
    const { canvas, pen, picture } = this;
    const { width, height, data, hits, hit } = picture;
    if (!width) return;
    this.ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * this.ratio), Math.round(height * this.ratio)];
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    const half = Math.min(Math.max(0.3 * data.spacing * picture.scale, picture.isLarge ? 2.5 : 3.5), 9);
    this.half = half;
    const rows = this.inView();
    const plain = hits ? rows.filter((row) => hit[row]) : rows;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.discs();
    if (picture.isSeparate) this.lines(rows);
    if (hits) {
      pen.globalAlpha = 0.25;
      this.markers(
        rows.filter((row) => !hit[row]),
        half,
      );
      pen.globalAlpha = 1;
    }
    const bold = hits ? Math.max(half, 5.5) : half;
    this.markers(plain, bold);
    const { offsetLeft, offsetTop } = this.buttons;
    this.writing.begin(width, height, [[offsetLeft - 4, offsetTop - 4, width, height]]);
    this.marked = plain.map((row) => {
      const [x, y] = picture.at(row);
      return [x - bold, y - bold, x + bold, y + bold];
    });
    if (hits && plain.length <= MOST_TITLED) titles(this, plain, bold);
    names(this);
    if (data.spacing * picture.scale >= TITLES) titles(this, plain, bold);
    if (picture.row >= 0) this.chosen(picture.row);
  }

  /** Rows of the practices that are drawn as points. */
  inView() {
    const { picture } = this;
    /** @type {number[]} */
    const rows = [];
    if (!picture.isSeparate) return picture.hits ?? rows;
    const [left, top] = picture.toWorld(-20, -20);
    const [right, bottom] = picture.toWorld(picture.width + 20, picture.height + 20);
    picture.within(left, top, right, bottom, (row) => {
      if (picture.sign[row] >= 0) rows.push(row);
    });
    return rows;
  }

  /**
   * Calls `draw` with each group in view: its number, the middle of its disc, and the radius.
   *
   * @param {(group: number, x: number, y: number, radius: number) => void} draw
   */
  eachGroup(draw) {
    const { picture } = this;
    picture.groups.forEach((group) => {
      const [x, y] = picture.toScreen(picture.groupX[group], picture.groupY[group]);
      const radius = picture.data.communities.r[group] * picture.scale;
      if (x + radius > 0 && y + radius > 0 && x - radius < picture.width && y - radius < picture.height)
        draw(group, x, y, radius);
    });
  }

  discs() {
    const { pen } = this;
    Object.assign(pen, { fillStyle: this.colours.wash, strokeStyle: this.colours.line, lineWidth: 1 });
    this.eachGroup((_group, x, y, radius) => {
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fill();
      if (!this.picture.isSeparate) pen.stroke();
    });
  }

  /**
   * Links inside a group, and fainter those between groups; of the whole picture on a phone only those inside.
   *
   * @param {number[]} rows
   */
  lines(rows) {
    const { pen, picture } = this;
    const { community } = picture.data.practices;
    /** @type {[inside: number[], between: number[]]} */
    const ends = [[], []];
    for (const row of rows) {
      for (const other of picture.linked[row].filter((one) => picture.sign[one] >= 0)) {
        ends[community[row] === community[other] ? 0 : 1].push(row, other);
      }
    }
    Object.assign(pen, { strokeStyle: this.colours.line, lineWidth: this.isCrowded ? 0.7 : 1 });
    ends.forEach((pairs, between) => {
      if (pairs.length > 2 * MOST_LINES || (between && this.isCrowded)) return;
      pen.globalAlpha =
        (between ? 0.2 : 0.8) * (picture.hits ? 0.4 : 1) * Math.sqrt(Math.min(1, (2 * FULL_LINES) / pairs.length));
      this.stroke(pairs);
    });
    pen.globalAlpha = 1;
  }

  /** Whether all is shown where there is little room. */
  get isCrowded() {
    return this.picture.width < NARROW && this.picture.scale < 1.5 * this.picture.least;
  }

  /** @param {number[]} pairs of rows, one after the other */
  stroke(pairs) {
    this.pen.beginPath();
    for (let place = 0; place < pairs.length; place += 2) {
      this.pen.moveTo(...this.picture.at(pairs[place]));
      this.pen.lineTo(...this.picture.at(pairs[place + 1]));
    }
    this.pen.stroke();
  }

  /**
   * @param {number[]} rows
   * @param {number} half
   */
  markers(rows, half) {
    // An image between two pixels is blurred.
    const snapped = (/** @type {number} */ value) => Math.round(value * this.ratio) / this.ratio;
    rows.forEach((row) => {
      const image = this.sprite(this.picture.sign[row], half);
      const side = image.width / this.ratio;
      const [x, y] = this.picture.at(row);
      this.pen.drawImage(image, snapped(x - side / 2), snapped(y - side / 2), side, side);
    });
  }

  /**
   * Each marker is drawn once, into an image of its own: copying that is much faster than drawing it anew.
   *
   * @param {number} area
   * @param {number} half
   */
  sprite(area, half) {
    const size = Math.round(half * 2) / 2;
    const key = [area, size, this.ratio].join();
    const image = this.sprites.get(key) ?? this.drawnAlone(area, size);
    this.sprites.set(key, image);
    return image;
  }

  /**
   * @param {number} area
   * @param {number} size
   */
  drawnAlone(area, size) {
    const side = Math.ceil((2.6 * size + 4) * this.ratio);
    const image = made("canvas", { width: side, height: side });
    const pen = penOf(image);
    const scale = (size / OUTLINE) * this.ratio;
    const shape = new Path2D(this.outlines[area].getAttribute("d") ?? "");
    pen.setTransform(scale, 0, 0, scale, side / 2, side / 2);
    pen.strokeStyle = this.colours.wash;
    pen.lineWidth = (2.4 * OUTLINE) / size;
    pen.fillStyle = getComputedStyle(this.outlines[area]).fill;
    pen.stroke(shape);
    pen.fill(shape);
    return image;
  }

  /** @param {number} row */
  chosen(row) {
    const { pen, picture } = this;
    const others = picture.linked[row].filter((other) => picture.sign[other] >= 0);
    Object.assign(pen, { strokeStyle: this.colours.accent, lineWidth: 2.2 });
    this.stroke(others.flatMap((other) => [row, other]));
    this.markers(others, this.half + 1);
    this.markers([row], this.half + 3);
    pen.beginPath();
    pen.arc(...picture.at(row), this.half + 8, 0, 2 * Math.PI);
    pen.stroke();
  }
}

/** @param {HTMLCanvasElement} canvas */
function penOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
