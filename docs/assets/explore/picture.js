/* What there is to draw, and the view of it. generator/publishing/explore.py says what the data holds. */

import { fold } from "../search/words.js";

/** @import { PictureData } from "../types.js" */
/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

const LARGE = 2000;
const SEPARATE = 9; // pixels between points from which on a large picture shows them
const CLOSEST = 150; // pixels between points at the strongest zoom

export class Picture {
  /** @param {PictureData} data */
  constructor(data) {
    const { practices, communities } = data;
    this.data = data;
    this.count = practices.id.length;
    this.isLarge = this.count > LARGE;
    this.words = practices.title.map((title, row) => fold(`${title} ${data.cities[practices.city[row]]}`));
    /** @type {number[][]} rows of the practices with which each is linked */
    this.linked = practices.id.map(() => []);
    for (let place = 0; place < data.edges.length; place += 2) {
      this.linked[data.edges[place]].push(data.edges[place + 1]);
      this.linked[data.edges[place + 1]].push(data.edges[place]);
    }
    this.sizes = communities.name.map(() => 0);
    for (const community of practices.community) this.sizes[community]++;
    this.groups = Array.from(communities.name.keys()).filter((group) => this.sizes[group] > 1 && communities.r[group]);
    this.sign = new Int16Array(this.count); // the area whose sign a practice bears, -1 while it is left out
    this.hit = new Uint8Array(this.count);
    /** @type {number[] | null} rows found, while something is searched for */
    this.hits = null;
    this.shown = 0;
    this.row = -1; // the practice whose card is shown
    this.width = 0;
    this.height = 0;
    this.scale = 1; // pixels of a unit, between these two
    this.least = 1;
    this.most = 1;
    this.middleX = 0;
    this.middleY = 0;
    this.x = practices.x;
    this.y = practices.y;
    this.groupX = communities.x;
    this.groupY = communities.y;
    this.cell = 2 * data.spacing;
    /** @type {Map<number, number[]>} rows of the practices in each square */
    this.cells = new Map();
    /** @type {Box} */
    this.box = [-1, -1, 1, 1];
  }

  /**
   * Leaves out practices of no checked area, and finds those that hold all words.
   *
   * @param {boolean[]} checked
   * @param {string[]} words
   */
  choose(checked, words) {
    const { areas } = this.data.practices;
    this.hits = words.length ? [] : null;
    this.shown = 0;
    for (let row = 0; row < this.count; row++) {
      const area = areas[row].find((one) => checked[one]);
      const found = this.hits && area !== undefined && words.every((word) => this.words[row].includes(word));
      this.sign[row] = area === undefined ? -1 : area;
      this.hit[row] = found ? 1 : 0;
      if (area !== undefined) this.shown++;
      if (found) this.hits?.push(row);
    }
  }

  /* Where things are. On a screen that is taller than wide the picture lies on its side. */

  place() {
    const { practices, communities, spacing } = this.data;
    const isUpright = this.height > this.width;
    [this.x, this.y] = isUpright ? [practices.y, practices.x] : [practices.x, practices.y];
    [this.groupX, this.groupY] = isUpright ? [communities.y, communities.x] : [communities.x, communities.y];
    this.cell = 2 * spacing;
    this.cells = new Map();
    this.box = this.count ? [Infinity, Infinity, -Infinity, -Infinity] : [-1, -1, 1, 1];
    const widen = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ radius) => {
      const [left, top, right, bottom] = this.box;
      const [west, north, east, south] = [x - radius, y - radius, x + radius, y + radius];
      this.box = [Math.min(left, west), Math.min(top, north), Math.max(right, east), Math.max(bottom, south)];
    };
    for (let row = 0; row < this.count; row++) {
      const key = this.key(this.cellOf(this.x[row]), this.cellOf(this.y[row]));
      const cell = this.cells.get(key) ?? [];
      cell.push(row);
      this.cells.set(key, cell);
      widen(this.x[row], this.y[row], spacing / 2);
    }
    for (const group of this.groups) widen(this.groupX[group], this.groupY[group], communities.r[group]);
  }

  /** @param {number} value of a coordinate */
  cellOf(value) {
    return Math.floor(value / this.cell);
  }

  /**
   * @param {number} column
   * @param {number} line
   */
  key(column, line) {
    return column * 65536 + line;
  }

  /**
   * Calls `visit` with each row within a rectangle, and with some beside it.
   *
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   * @param {(row: number) => void} visit
   */
  within(left, top, right, bottom, visit) {
    const [first, upper, last, lower] = this.box;
    const [west, north] = [this.cellOf(Math.max(left, first)), this.cellOf(Math.max(top, upper))];
    const [east, south] = [this.cellOf(Math.min(right, last)), this.cellOf(Math.min(bottom, lower))];
    for (let column = west; column <= east; column++) {
      for (let line = north; line <= south; line++) {
        for (const row of this.cells.get(this.key(column, line)) ?? []) visit(row);
      }
    }
  }

  /**
   * The practice drawn nearest to a point of the screen, at most `reach` pixels away; -1 if there is none.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  nearest(x, y, reach) {
    const [worldX, worldY] = this.toWorld(x, y);
    let best = -1;
    let least = reach / this.scale;
    this.within(worldX - least, worldY - least, worldX + least, worldY + least, (row) => {
      const distance = Math.hypot(this.x[row] - worldX, this.y[row] - worldY);
      if (distance > least || !this.isDrawn(row)) return;
      least = distance;
      best = row;
    });
    return best;
  }

  /** @param {number} row */
  isDrawn(row) {
    return this.sign[row] >= 0 && (this.isSeparate || this.hit[row] === 1);
  }

  /**
   * The group whose disc is at a point of the screen, while discs stand for points.
   *
   * @param {number} x
   * @param {number} y
   */
  groupAt(x, y) {
    const [worldX, worldY] = this.toWorld(x, y);
    const { r } = this.data.communities;
    return this.isSeparate
      ? undefined
      : this.groups.find((group) => Math.hypot(this.groupX[group] - worldX, this.groupY[group] - worldY) < r[group]);
  }

  /** Whether points are drawn, and not only the discs of groups. */
  get isSeparate() {
    return !this.isLarge || this.data.spacing * this.scale >= SEPARATE;
  }

  /* The view: the point in the middle, and how many pixels a unit is. */

  /**
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    const isTurned = !this.width || height > width !== this.height > this.width;
    const wasWhole = isTurned || this.scale === this.least;
    [this.width, this.height] = [width, height];
    if (isTurned) this.place();
    const [left, top, right, bottom] = this.box;
    this.least = Math.min(
      (width - 16) / (right - left),
      (height - 64) / (bottom - top),
      CLOSEST / 3 / this.data.spacing,
    );
    this.most = Math.max(CLOSEST / this.data.spacing, this.least);
    if (wasWhole) this.reset();
    else this.look(this.middleX, this.middleY, this.scale);
  }

  reset() {
    const [left, top, right, bottom] = this.box;
    this.look((left + right) / 2, (top + bottom) / 2 - 8 / this.least, this.least);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} scale
   */
  look(x, y, scale) {
    const [left, top, right, bottom] = this.box;
    this.scale = Math.min(Math.max(scale, this.least), this.most);
    [this.middleX, this.middleY] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  }

  /**
   * @param {number} factor
   * @param {number} x
   * @param {number} y
   */
  zoom(factor, x, y) {
    const [worldX, worldY] = this.toWorld(x, y);
    const scale = Math.min(Math.max(this.scale * factor, this.least), this.most);
    if (scale === this.least) this.reset();
    else this.look(worldX - (x - this.width / 2) / scale, worldY - (y - this.height / 2) / scale, scale);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  lookAt(x, y, radius) {
    this.look(x, y, Math.min(this.width, this.height) / 2.3 / radius);
    if (!this.isSeparate) this.look(x, y, SEPARATE / this.data.spacing);
  }

  /** @param {number} group */
  lookAtGroup(group) {
    this.lookAt(this.groupX[group], this.groupY[group], this.data.communities.r[group]);
  }

  /** @param {number[]} hits */
  lookAtHits(hits) {
    const [left, right] = span(hits.map((row) => this.x[row]));
    const [top, bottom] = span(hits.map((row) => this.y[row]));
    this.lookAt((left + right) / 2, (top + bottom) / 2, Math.max(right - left, bottom - top) / 2 + this.data.spacing);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {[x: number, y: number]}
   */
  toWorld(x, y) {
    return [this.middleX + (x - this.width / 2) / this.scale, this.middleY + (y - this.height / 2) / this.scale];
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {[x: number, y: number]}
   */
  toScreen(x, y) {
    return [(x - this.middleX) * this.scale + this.width / 2, (y - this.middleY) * this.scale + this.height / 2];
  }

  /** @param {number} row */
  at(row) {
    return this.toScreen(this.x[row], this.y[row]);
  }
}

/**
 * The smallest and the largest of some numbers.
 *
 * @param {number[]} values
 */
function span(values) {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
