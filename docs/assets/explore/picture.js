/* What there is to draw, and the view of it. generator/publishing/explore.py says what the data holds. */

const LARGE = 2000;
const SEPARATE = 9; // pixels between points from which on a large picture shows them
const CLOSEST = 150; // pixels between points at the strongest zoom

export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export class Picture {
  constructor(data) {
    const { practices, communities } = this.data = data;
    this.count = practices.id.length;
    this.isLarge = this.count > LARGE;
    this.words = practices.title.map(function (title, row) { return folded(title + " " + data.cities[practices.city[row]]); });
    this.linked = practices.id.map(function () { return []; });
    for (let place = 0; place < data.edges.length; place += 2) {
      this.linked[data.edges[place]].push(data.edges[place + 1]);
      this.linked[data.edges[place + 1]].push(data.edges[place]);
    }
    this.sizes = communities.name.map(function () { return 0; });
    practices.community.forEach((community) => this.sizes[community]++);
    this.groups = Array.from(communities.name.keys()).filter((group) => this.sizes[group] > 1 && communities.r[group]);
    this.sign = new Int16Array(this.count); // the area whose sign a practice bears, -1 while it is left out
    this.hit = new Uint8Array(this.count);
    this.hits = null; // rows found, while something is searched for
    this.row = -1; // the practice whose card is shown
    this.width = this.height = 0;
  }

  /** Leaves out practices of no checked area, and finds those that hold all words. */
  choose(checked, words) {
    const { areas } = this.data.practices;
    this.hits = words.length ? [] : null;
    this.shown = 0;
    for (let row = 0; row < this.count; row++) {
      const area = areas[row].find(function (one) { return checked[one]; });
      const found = this.hits && area !== undefined && words.every((word) => this.words[row].includes(word));
      this.sign[row] = area === undefined ? -1 : area;
      this.hit[row] = found ? 1 : 0;
      if (area !== undefined) this.shown++;
      if (found) this.hits.push(row);
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
    const widen = (x, y, radius) => { this.box = this.box.map(function (edge, side) { return side < 2 ? Math.min(edge, (side ? y : x) - radius) : Math.max(edge, (side > 2 ? y : x) + radius); }); };
    for (let row = 0; row < this.count; row++) {
      const key = this.key(Math.floor(this.x[row] / this.cell), Math.floor(this.y[row] / this.cell));
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(row);
      widen(this.x[row], this.y[row], spacing / 2);
    }
    this.groups.forEach((group) => widen(this.groupX[group], this.groupY[group], communities.r[group]));
  }

  key(column, line) {
    return column * 65536 + line;
  }

  /** Calls `visit` with each row within a rectangle, and with some beside it. */
  within(left, top, right, bottom, visit) {
    const [west, north, east, south] = [left, top, right, bottom].map((edge, side) => Math.floor((side < 2 ? Math.max(edge, this.box[side]) : Math.min(edge, this.box[side])) / this.cell));
    for (let column = west; column <= east; column++) {
      for (let line = north; line <= south; line++) (this.cells.get(this.key(column, line)) || []).forEach(visit);
    }
  }

  /** The practice drawn nearest to a point of the screen, at most `reach` pixels away; -1 if there is none. */
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

  isDrawn(row) {
    return this.sign[row] >= 0 && (this.isSeparate || this.hit[row] === 1);
  }

  /** The group whose disc is at a point of the screen, while discs stand for points. */
  groupAt(x, y) {
    const [worldX, worldY] = this.toWorld(x, y);
    const { r } = this.data.communities;
    return this.isSeparate ? undefined : this.groups.find((group) => Math.hypot(this.groupX[group] - worldX, this.groupY[group] - worldY) < r[group]);
  }

  /** Whether points are drawn, and not only the discs of groups. */
  get isSeparate() {
    return !this.isLarge || this.data.spacing * this.scale >= SEPARATE;
  }

  /* The view: the point in the middle, and how many pixels a unit is. */

  resize(width, height) {
    const isTurned = !this.width || (height > width) !== (this.height > this.width);
    const wasWhole = isTurned || this.scale === this.least;
    [this.width, this.height] = [width, height];
    if (isTurned) this.place();
    const [left, top, right, bottom] = this.box;
    this.least = Math.min((width - 16) / (right - left), (height - 64) / (bottom - top), CLOSEST / 3 / this.data.spacing);
    this.most = Math.max(CLOSEST / this.data.spacing, this.least);
    if (wasWhole) this.reset();
    else this.look(this.middleX, this.middleY, this.scale);
  }

  reset() {
    const [left, top, right, bottom] = this.box;
    this.look((left + right) / 2, (top + bottom) / 2 - 8 / this.least, this.least);
  }

  look(x, y, scale) {
    const [left, top, right, bottom] = this.box;
    this.scale = Math.min(Math.max(scale, this.least), this.most);
    [this.middleX, this.middleY] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  }

  zoom(factor, x, y) {
    const [worldX, worldY] = this.toWorld(x, y);
    const scale = Math.min(Math.max(this.scale * factor, this.least), this.most);
    if (scale === this.least) this.reset();
    else this.look(worldX - (x - this.width / 2) / scale, worldY - (y - this.height / 2) / scale, scale);
  }

  lookAt(x, y, radius) {
    this.look(x, y, Math.min(this.width, this.height) / 2.3 / radius);
    if (!this.isSeparate) this.look(x, y, SEPARATE / this.data.spacing);
  }

  lookAtGroup(group) {
    this.lookAt(this.groupX[group], this.groupY[group], this.data.communities.r[group]);
  }

  lookAtHits() {
    const [left, right] = span(this.hits.map((row) => this.x[row]));
    const [top, bottom] = span(this.hits.map((row) => this.y[row]));
    this.lookAt((left + right) / 2, (top + bottom) / 2, Math.max(right - left, bottom - top) / 2 + this.data.spacing);
  }

  toWorld(x, y) {
    return [this.middleX + (x - this.width / 2) / this.scale, this.middleY + (y - this.height / 2) / this.scale];
  }

  toScreen(x, y) {
    return [(x - this.middleX) * this.scale + this.width / 2, (y - this.middleY) * this.scale + this.height / 2];
  }

  at(row) {
    return this.toScreen(this.x[row], this.y[row]);
  }
}

function span(values) {
  return values.reduce(function ([low, high], value) { return [Math.min(low, value), Math.max(high, value)]; }, [Infinity, -Infinity]);
}
