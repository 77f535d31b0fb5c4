/* Names of groups and titles of practices on the picture, where there is room. */

import { number } from "../components/language.js";

/** @import { Drawing } from "./drawing.js" */
/** @import { Box } from "./picture.js" */
/** @typedef {{ group: number, x: number, y: number, radius: number }} Place of a group's disc on the screen */

const ASIDE = [0, 14, -14]; // pixels by which a name that has no other room may stand off the middle of its disc

/**
 * Names of groups, the largest first, over or under their discs; shortened, then over markers, for want of room.
 *
 * @param {Drawing} drawing
 */
export function names(drawing) {
  /** @type {(() => boolean)[]} */
  const left = [];
  const kept = drawing.isCrowded ? [1] : [3, 2, 1];
  drawing.eachGroup((group, x, y, radius) => {
    const place = { group, x, y, radius };
    if (kept.some((parts) => name(drawing, parts, place, drawing.marked)) || !drawing.picture.isSeparate) return;
    const inside = (/** @type {number} */ aside) => name(drawing, 1, { group, x: x + aside, y, radius: 0 }, []);
    left.push(() => name(drawing, 1, place, []) || ASIDE.some(inside));
  });
  for (const write of left) write();
}

/**
 * Write the first parts of a group's name, none of it over these boxes; whether it was written.
 *
 * @param {Drawing} drawing
 * @param {number} kept
 * @param {Place} place
 * @param {Box[]} others
 */
function name({ picture, writing, colours, isCrowded }, kept, { group, x, y, radius }, others) {
  const size = picture.data.communities.r[group] * picture.scale;
  const count = picture.isSeparate ? "" : ` (${number(picture.sizes[group])})`;
  const most = Math.max(isCrowded ? 2 : 1, Math.floor(size * (picture.isSeparate ? 0.042 : 0.1)));
  const widest = Math.min(Math.max(2 * size, isCrowded ? 84 : 70), 180);
  const text = picture.data.communities.name[group].split(" · ").slice(0, kept).join(" · ") + count;
  const lines = writing.wrapped(text, isCrowded ? "650 11px" : "650 12px", most === 1 ? Infinity : widest);
  if (lines.length > most || writing.widthOf(lines) > Math.max(3.2 * size, widest)) return false;
  const height = isCrowded ? 13 : 15;
  const high = lines.length * height;
  const write = (/** @type {number} */ top) =>
    writing.write(lines, { middle: x, top, height, colour: colours.ink }, others);
  if (!picture.isSeparate || !radius) return write(y - high / 2);
  const above = Math.min(Math.max(y - radius - high / 2, 6), y + radius - high);
  return write(above) || write(y + radius - high / 2);
}

/**
 * Titles under their markers; they cover no other marker.
 *
 * @param {Drawing} drawing
 * @param {number[]} rows
 * @param {number} half
 */
export function titles({ picture, writing, colours, marked }, rows, half) {
  for (const row of rows) {
    const [middle, y] = picture.at(row);
    const lines = writing.wrapped(picture.data.practices.title[row], "400 12px", 150);
    writing.write(lines, { middle, top: y + half + 4, height: 14, colour: colours["ink-2"] }, marked);
  }
}
