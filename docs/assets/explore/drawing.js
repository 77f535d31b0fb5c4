/* The picture on its canvas: discs of groups, lines, markers, names. Colours and shapes are those of the page. */

const TITLES = 60; // pixels between points from which on titles have room
const MOST_TITLED = 12; // that many finds are named at any zoom
const MOST_LINES = 8000; // more make a grey cloud, slowly
const FULL_LINES = 1500; // more are drawn fainter
const OUTLINE = 5.6; // half the size at which markers are outlined on the page

export class Drawing {
  constructor(canvas, buttons, picture, outlines) {
    Object.assign(this, { canvas, buttons, picture, outlines, frame: 0 });
    this.pen = canvas.getContext("2d");
    this.readColours();
  }

  readColours() {
    const style = getComputedStyle(this.canvas);
    this.font = style.fontFamily;
    this.colours = Object.fromEntries(["ink", "ink-2", "paper", "wash", "line", "accent"].map(function (name) { return [name, style.getPropertyValue("--pb-" + name).trim()]; }));
    this.sprites = new Map();
    this.lined = new Map();
  }

  /** Draws anew before the screen is next shown. */
  touch() {
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  draw() {
    const { canvas, pen, picture } = this;
    const { width, height, data, hits, hit } = picture;
    if (!width) return;
    this.ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * this.ratio), Math.round(height * this.ratio)];
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    const half = this.half = Math.min(Math.max(0.3 * data.spacing * picture.scale, picture.isLarge ? 2.5 : 3.5), 9);
    const rows = [];
    if (picture.isSeparate) picture.within(...picture.toWorld(-20, -20), ...picture.toWorld(width + 20, height + 20), function (row) { if (picture.sign[row] >= 0) rows.push(row); });
    else if (hits) rows.push(...hits);
    const plain = hits ? rows.filter(function (row) { return hit[row]; }) : rows;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.discs();
    if (picture.isSeparate) this.lines(rows);
    if (hits) {
      pen.globalAlpha = 0.25;
      this.markers(rows.filter(function (row) { return !hit[row]; }), half);
      pen.globalAlpha = 1;
    }
    const bold = hits ? Math.max(half, 5.5) : half;
    this.markers(plain, bold);
    const { offsetLeft, offsetTop } = this.buttons;
    this.taken = [[offsetLeft - 4, offsetTop - 4, width, height]];
    this.marked = plain.map(function (row) {
      const [x, y] = picture.at(row);
      return [x - bold, y - bold, x + bold, y + bold];
    });
    if (hits && plain.length <= MOST_TITLED) this.titles(plain, bold);
    this.names();
    if (data.spacing * picture.scale >= TITLES) this.titles(plain, bold);
    if (picture.row >= 0) this.chosen(picture.row);
  }

  /** Calls `draw` with each group in view: its number, the middle of its disc, and the radius. */
  eachGroup(draw) {
    const { picture } = this;
    picture.groups.forEach(function (group) {
      const [x, y] = picture.toScreen(picture.groupX[group], picture.groupY[group]);
      const radius = picture.data.communities.r[group] * picture.scale;
      if (x + radius > 0 && y + radius > 0 && x - radius < picture.width && y - radius < picture.height) draw(group, x, y, radius);
    });
  }

  discs() {
    const { pen } = this;
    Object.assign(pen, { fillStyle: this.colours.wash, strokeStyle: this.colours.line, lineWidth: 1 });
    this.eachGroup((group, x, y, radius) => {
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fill();
      if (!this.picture.isSeparate) pen.stroke();
    });
  }

  /** Links inside a group, and fainter those between groups. */
  lines(rows) {
    const { pen, picture } = this;
    const { community } = picture.data.practices;
    const ends = [[], []];
    rows.forEach(function (row) {
      picture.linked[row].forEach(function (other) { if (picture.sign[other] >= 0) ends[Number(community[row] !== community[other])].push(row, other); });
    });
    Object.assign(pen, { strokeStyle: this.colours.line, lineWidth: 1 });
    ends.forEach((pairs, between) => {
      if (pairs.length > 2 * MOST_LINES) return;
      pen.globalAlpha = (between ? 0.35 : 0.8) * (picture.hits ? 0.4 : 1) * Math.sqrt(Math.min(1, 2 * FULL_LINES / pairs.length));
      this.stroke(pairs);
    });
    pen.globalAlpha = 1;
  }

  stroke(pairs) {
    this.pen.beginPath();
    for (let place = 0; place < pairs.length; place += 2) {
      this.pen.moveTo(...this.picture.at(pairs[place]));
      this.pen.lineTo(...this.picture.at(pairs[place + 1]));
    }
    this.pen.stroke();
  }

  markers(rows, half) {
    const snapped = (value) => Math.round(value * this.ratio) / this.ratio; // an image between two pixels is blurred
    rows.forEach((row) => {
      const image = this.sprite(this.picture.sign[row], half);
      const side = image.width / this.ratio;
      const [x, y] = this.picture.at(row);
      this.pen.drawImage(image, snapped(x - side / 2), snapped(y - side / 2), side, side);
    });
  }

  /** Each marker is drawn once, into an image of its own: copying that is much faster than drawing it anew. */
  sprite(area, half) {
    const size = Math.round(half * 2) / 2;
    const key = [area, size, this.ratio].join();
    if (!this.sprites.has(key)) {
      const side = Math.ceil((2.6 * size + 4) * this.ratio);
      const image = Object.assign(document.createElement("canvas"), { width: side, height: side });
      const pen = image.getContext("2d");
      const scale = size / OUTLINE * this.ratio;
      const shape = new Path2D(this.outlines[area].getAttribute("d"));
      pen.setTransform(scale, 0, 0, scale, side / 2, side / 2);
      Object.assign(pen, { strokeStyle: this.colours.wash, lineWidth: 2.4 * OUTLINE / size, fillStyle: getComputedStyle(this.outlines[area]).fill });
      pen.stroke(shape);
      pen.fill(shape);
      this.sprites.set(key, image);
    }
    return this.sprites.get(key);
  }

  chosen(row) {
    const { pen, picture } = this;
    const others = picture.linked[row].filter(function (other) { return picture.sign[other] >= 0; });
    Object.assign(pen, { strokeStyle: this.colours.accent, lineWidth: 2.2 });
    this.stroke(others.flatMap(function (other) { return [row, other]; }));
    this.markers(others, this.half + 1);
    this.markers([row], this.half + 3);
    pen.beginPath();
    pen.arc(...picture.at(row), this.half + 8, 0, 2 * Math.PI);
    pen.stroke();
  }

  /** Names of groups, the largest first, over or under their discs: shortened, and at last left out, for want of room. */
  names() {
    const { picture } = this;
    this.eachGroup((group, x, y, radius) => {
      const parts = picture.data.communities.name[group].split(" · ");
      const count = picture.isSeparate ? "" : " (" + picture.sizes[group].toLocaleString("en") + ")";
      const most = Math.max(1, Math.floor(radius * (picture.isSeparate ? 0.042 : 0.1)));
      const widest = Math.min(Math.max(2 * radius, 70), 180);
      [3, 2, 1].some((kept) => {
        const lines = this.wrapped(parts.slice(0, kept).join(" · ") + count, "650 12px ", most === 1 ? Infinity : widest);
        const width = this.width(lines);
        if (lines.length > most || width > Math.max(3.2 * radius, widest)) return false;
        const high = lines.length * 15;
        const write = (top, others) => this.write(lines, x, top, 15, this.colours.ink, others);
        if (!picture.isSeparate) return write(y - high / 2, []);
        const above = Math.min(Math.max(y - radius - high / 2, 6), y + radius - high);
        return write(above, this.marked) || write(y + radius - high / 2, this.marked) || (kept === 1 && write(above, []));
      });
    });
  }

  /** Titles under their markers; they cover no other marker. */
  titles(rows, half) {
    rows.forEach((row) => {
      const [x, y] = this.picture.at(row);
      this.write(this.wrapped(this.picture.data.practices.title[row], "400 12px ", 150), x, y + half + 4, 14, this.colours["ink-2"], this.marked);
    });
  }

  /** Text in lines of at most so many pixels; kept, because measuring is slow. */
  wrapped(text, font, most) {
    const key = [font, most, text].join();
    this.pen.font = font + this.font;
    if (!this.lined.has(key)) this.lined.set(key, this.broken(text, most));
    return this.lined.get(key);
  }

  broken(text, most) {
    return text.split(" ").reduce((lines, word) => {
      const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
      if (lines.length && this.pen.measureText(longer).width <= most) lines[lines.length - 1] = longer;
      else if (lines.length && word === "·") lines[lines.length - 1] += " ·"; // no line begins with a dot
      else lines.push(word);
      return lines;
    }, []);
  }

  width(lines) {
    return Math.max(...lines.map((line) => this.pen.measureText(line).width));
  }

  /** Writes lines below `top` unless other writing, or one of these boxes, is in the way; says whether it did. */
  write(lines, middle, top, height, colour, boxes) {
    const { pen, picture } = this;
    const half = this.width(lines) / 2;
    const x = Math.max(half + 6, Math.min(middle, picture.width - half - 6));
    const [left, right, bottom] = [x - half - 3, x + half + 3, top + lines.length * height];
    if (Math.abs(x - middle) > half || bottom > picture.height || top < 0) return false;
    const isIn = function (other) { return left < other[2] && right > other[0] && top < other[3] && bottom > other[1]; };
    if (this.taken.some(isIn) || boxes.some(isIn)) return false;
    this.taken.push([left, top, right, bottom]);
    Object.assign(pen, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 4, strokeStyle: this.colours.paper, fillStyle: colour });
    lines.forEach(function (line, number) {
      pen.strokeText(line, x, top + number * height);
      pen.fillText(line, x, top + number * height);
    });
    return true;
  }
}
