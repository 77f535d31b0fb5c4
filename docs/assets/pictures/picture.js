/* A picture of the page as one SVG file: what is seen, where it is seen, with colors and letters resolved. */

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 24; // pixels around the picture
const [HEADING, LINE] = [19, 24]; // size of its heading, and from one line of it to the next
/** What a style sheet gives to a part of an SVG, and what the file has to say itself. */
const PAINT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
];
const CLEAR = new Set(["rgba(0, 0, 0, 0)", "transparent"]);

/**
 * An element of an SVG.
 *
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function drawn(name, attributes, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** Draws a part of the page into an SVG, in pixels from the part's own corner. */
class Drawer {
  /** @param {DOMRect} box */
  constructor(box) {
    this.box = box;
    this.group = drawn("g", {});
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  }

  /**
   * @param {Element} element
   */
  draw(element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.matches(".pb-hidden")) return;
    if (element instanceof SVGSVGElement) {
      this.drawSvg(element);
      return;
    }
    this.drawBox(element, style);
    for (const child of element.childNodes) {
      if (child instanceof Element) this.draw(child);
      else if (child instanceof Text) this.drawText(child, style);
    }
  }

  /**
   * Background and rules.
   *
   * @param {Element} element
   * @param {CSSStyleDeclaration} style
   */
  drawBox(element, style) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left - this.box.left, top - this.box.top];
    const radius = Number.parseFloat(style.borderRadius) || 0;
    const rx = style.borderRadius.endsWith("%") ? (radius / 100) * width : radius;
    const edge = Number.parseFloat(style.borderTopWidth);
    const isFramed = edge > 0 && style.borderTopStyle !== "none" && Number.parseFloat(style.borderLeftWidth) > 0;
    const isHatched = style.backgroundImage.startsWith("repeating-linear-gradient");
    if (isHatched) this.group.append(drawn("rect", { x, y, width, height, fill: "url(#hatch)" }));
    if (!CLEAR.has(style.backgroundColor) || isFramed) {
      const fill = CLEAR.has(style.backgroundColor) ? "none" : style.backgroundColor;
      const [stroke, thick] = isFramed ? [style.borderTopColor, edge] : ["none", 0];
      const paint = { fill, stroke, "stroke-width": thick, opacity: style.opacity };
      const [middle, across] = [x + width / 2, y + height / 2];
      const turned = `M${middle} ${y}L${x + width} ${across}L${middle} ${y + height}L${x} ${across}Z`;
      const isTurned = style.transform.startsWith("matrix") && Number.parseFloat(style.transform.split(",")[1]) !== 0;
      this.group.append(
        isTurned ? drawn("path", { d: turned, ...paint }) : drawn("rect", { x, y, width, height, rx, ...paint }),
      );
      if (style.backgroundImage.startsWith("linear-gradient")) {
        const half = `M${middle} ${y}A${width / 2} ${height / 2} 0 0 0 ${middle} ${y + height}Z`;
        this.group.append(drawn("path", { d: half, fill: stroke }));
      }
    }
    if (isFramed) return;
    for (const [side, at] of /** @type {[string, number][]} */ ([
      ["top", y],
      ["bottom", y + height],
    ])) {
      const thick = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
      if (!thick || style.getPropertyValue(`border-${side}-style`) === "none") continue;
      const stroke = style.getPropertyValue(`border-${side}-color`);
      this.group.append(drawn("line", { x1: x, x2: x + width, y1: at, y2: at, stroke, "stroke-width": thick }));
    }
  }

  /**
   * A text, line by line as the page breaks it.
   *
   * @param {Text} node
   * @param {CSSStyleDeclaration} style
   */
  drawText(node, style) {
    const range = document.createRange();
    /** @type {{ text: string, left: number, right: number, top: number }[]} */
    const lines = [];
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const rect = range.getClientRects()[0];
      if (!rect?.width) continue;
      const line = lines.at(-1);
      const isSpace = !node.data[at].trim();
      if (isSpace && !line) continue;
      if (isSpace && line) line.text += " ";
      else if (line && Math.abs(line.top - rect.top) < rect.height / 2) {
        line.text += node.data[at];
        line.right = rect.right;
      } else lines.push({ text: node.data[at], left: rect.left, right: rect.right, top: rect.top });
    }
    this.pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const rise = this.pen.measureText("x").fontBoundingBoxAscent;
    for (const { text, left, right, top } of lines) {
      const said = drawn(
        "text",
        {
          x: left - this.box.left,
          y: top - this.box.top + rise,
          fill: style.color,
          "font-size": style.fontSize,
          "font-weight": style.fontWeight,
          textLength: right - left,
          lengthAdjust: "spacingAndGlyphs",
        },
        text.trim(),
      );
      this.group.append(said);
    }
  }

  /** @param {SVGSVGElement} svg */
  drawSvg(svg) {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    const pairs = [svg, ...svg.querySelectorAll("*")];
    for (const [place, part] of [copy, ...copy.querySelectorAll("*")].entries()) {
      const style = getComputedStyle(pairs[place]);
      for (const name of PAINT) part.setAttribute(name, style.getPropertyValue(name));
      part.removeAttribute("class");
    }
    const [x, y] = [left - this.box.left, top - this.box.top];
    for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
    copy.setAttribute("overflow", getComputedStyle(svg).overflow);
    this.group.append(copy);
  }
}

/**
 * Words in lines of at most a width.
 *
 * @param {string} words
 * @param {number} most
 * @param {(words: string) => number} widthOf
 */
export function broken(words, most, widthOf) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * What is seen of an element as the text of an SVG file, with a heading, and where it comes from.
 *
 * @param {Element} element
 * @param {{ title: string, source: string, font: string }} about `font` is a face as a data address
 * @returns {{ text: string, width: number, height: number }}
 */
export function pictureOf(element, { title, source, font }) {
  const box = element.getBoundingClientRect();
  const drawer = new Drawer(box);
  drawer.draw(element);
  const style = getComputedStyle(document.body);
  const color = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  drawer.pen.font = `700 ${HEADING}px ${style.fontFamily}`;
  const heading = broken(title, box.width, (words) => drawer.pen.measureText(words).width);
  const [head, foot] = [10 + heading.length * LINE, 30];
  const [width, height] = [Math.ceil(box.width) + 2 * EDGE, Math.ceil(box.height) + 2 * EDGE + head + foot];
  const svg = drawn("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": "Public Sans, sans-serif",
    style: 'font-feature-settings: "tnum" 1',
  });
  svg.append(drawn("title", {}, title));
  if (font)
    svg.append(drawn("style", {}, `@font-face{font-family:"Public Sans";font-weight:100 900;src:url(${font})}`));
  const hatch = drawn("pattern", { id: "hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse" });
  hatch.append(drawn("path", { d: "M-2 10L10-2M-2 2L2-2M6 10L10 6", stroke: color("--pb-rule") }));
  const defs = drawn("defs", {});
  defs.append(hatch);
  drawer.group.setAttribute("transform", `translate(${EDGE} ${EDGE + head})`);
  svg.append(
    defs,
    drawn("rect", { width, height, fill: color("--pb-paper") }),
    ...heading.map((words, place) => {
      const ink = { "font-size": HEADING, "font-weight": 700, fill: color("--pb-ink") };
      return drawn("text", { x: EDGE, y: EDGE + 14 + place * LINE, ...ink }, words);
    }),
    drawer.group,
    drawn("text", { x: EDGE, y: height - EDGE + 6, "font-size": 12, fill: color("--pb-ink-3") }, source),
  );
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}
