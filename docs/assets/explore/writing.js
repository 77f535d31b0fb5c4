/* Writing on the picture: in lines, centered, and never over other writing. */

/** @import { Box } from "./picture.js" */

const EDGE = 6; // pixels that are kept free at the edges of the picture

export class Writing {
  /** @param {CanvasRenderingContext2D} pen */
  constructor(pen) {
    this.pen = pen;
    this.paper = "";
    this.family = "";
    /** @type {Map<string, string[]>} */
    this.lined = new Map();
    this.width = 0;
    this.height = 0;
    /** @type {Box[]} where something is written, or nothing may be */
    this.taken = [];
  }

  /** @param {string} family */
  setFont(family) {
    this.family = family;
    this.lined.clear();
  }

  /**
   * Begin on an empty picture, with boxes where nothing may be written.
   *
   * @param {number} width
   * @param {number} height
   * @param {Box[]} taken
   */
  begin(width, height, taken) {
    this.width = width;
    this.height = height;
    this.taken = taken;
  }

  /**
   * Text in lines of at most so many pixels; kept, because measuring is slow.
   *
   * @param {string} text
   * @param {string} font weight and size
   * @param {number} most
   */
  wrapped(text, font, most) {
    const key = [font, most, text].join();
    this.pen.font = `${font} ${this.family}`;
    const lines = this.lined.get(key) ?? this.broken(text, most);
    this.lined.set(key, lines);
    return lines;
  }

  /**
   * @param {string} text
   * @param {number} most
   */
  broken(text, most) {
    /** @type {string[]} */
    const lines = [];
    for (const word of text.split(" ")) {
      const last = lines.length - 1;
      const longer = last < 0 ? word : `${lines[last]} ${word}`;
      const fits = this.pen.measureText(longer).width <= most;
      if (last >= 0 && (fits || word === "·"))
        lines[last] = longer; // no line begins with a dot
      else lines.push(word);
    }
    return lines;
  }

  /** @param {string[]} lines */
  widthOf(lines) {
    return Math.max(...lines.map((line) => this.pen.measureText(line).width));
  }

  /**
   * Write lines below `top` unless other writing, or one of these boxes, is in the way; whether it was written.
   *
   * @param {string[]} lines
   * @param {{ middle: number, top: number, height: number, colour: string }} place
   * @param {Box[]} boxes
   */
  write(lines, { middle, top, height, colour }, boxes) {
    const { pen } = this;
    const half = this.widthOf(lines) / 2;
    const x = Math.max(half + EDGE, Math.min(middle, this.width - half - EDGE));
    const [left, right, bottom] = [x - half - 3, x + half + 3, top + lines.length * height];
    if (Math.abs(x - middle) > half || bottom > this.height || top < 0) return false;
    const isIn = (/** @type {Box} */ box) => left < box[2] && right > box[0] && top < box[3] && bottom > box[1];
    if (this.taken.some(isIn) || boxes.some(isIn)) return false;
    this.taken.push([left, top, right, bottom]);
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineJoin = "round";
    pen.lineWidth = 4;
    pen.strokeStyle = this.paper;
    pen.fillStyle = colour;
    lines.forEach((line, number) => {
      pen.strokeText(line, x, top + number * height);
      pen.fillText(line, x, top + number * height);
    });
    return true;
  }
}
