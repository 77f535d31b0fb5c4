/* The card of a practice: what it is, and what it is linked with. */

import { made } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { ROOT } from "../search/store.js";

/** @import { Picture } from "./picture.js" */

const LINKED_SHOWN = 5;
const NARROW = 700; // pixels of the picture below which the card stands under or over its point, not beside it
const MARGIN = 6;
const GAP = 24;

/**
 * The parts of the card of a practice, given its row.
 *
 * @param {Picture} picture
 * @param {number} row
 */
export function cardOf({ linked, width, data }, row) {
  const { practices, cities, areas, evidence, communities } = data;
  /** @param {number} one */
  const link = (one) => {
    const { href } = new URL(`practices/${practices.id[one]}/`, ROOT);
    return made("a", { href, textContent: practices.title[one] });
  };
  const meter = made("span", { className: "pb-meter" });
  meter.setAttribute("aria-hidden", "true");
  const level = made("span", { className: "pb-evidence" }, meter, ` ${evidence[practices.evidence[row] - 1]}`);
  level.dataset.level = String(practices.evidence[row]);
  const city = made("span", { textContent: cities[practices.city[row]] });
  const most = width < NARROW ? LINKED_SHOWN - 2 : LINKED_SHOWN;
  const rest = linked[row].length - most;
  const why = linked[row].length
    ? _("In the group “%(group)s”, linked with", { group: communities.name[practices.community[row]] })
    : _("Not linked with any other practice yet");
  return [
    made("p", { className: "pb-explore__title" }, link(row)),
    made("p", { className: "pb-explore__facts" }, city, level),
    made("p", { textContent: practices.areas[row].map((area) => areas[area]).join(" · ") }),
    made("p", { className: "pb-explore__why", textContent: why }),
    made("ul", {}, ...linked[row].slice(0, most).map((other) => made("li", {}, link(other)))),
    made("p", { textContent: rest > 0 ? many("and %(count)s more", "and %(count)s more", rest) : "" }),
  ];
}

/**
 * Put the card beside the point of its practice, inside the picture.
 *
 * @param {HTMLElement} card
 * @param {Picture} picture
 * @param {number} row
 */
export function placeBeside(card, picture, row) {
  const { width, height } = picture;
  const [x, y] = picture.at(row);
  const { offsetWidth: wide, offsetHeight: high } = card;
  const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(MARGIN, Math.min(value, most));
  const beside = x + GAP + wide < width ? x + GAP : x - GAP - wide;
  const under = y < height / 2 ? y + GAP : y - GAP - high;
  const isNarrow = width < NARROW;
  const left = isNarrow ? within(x - wide / 2, width - wide - MARGIN) : beside;
  const top = isNarrow ? under : within(y - high / 2, height - high - MARGIN);
  Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
}
