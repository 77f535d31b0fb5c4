/* What to say where no practice answers, or filters leave none. */

import { made, part } from "../components/dom.js";
import { _, around, many } from "../components/language.js";
import { toggled } from "./address.js";
import { cardsOf } from "./results.js";
import { ROOT } from "./store.js";

/** @typedef {import("../types.js").SearchResult} SearchResult */

const TOPICS = 3;
const CLOSEST = 3;

/**
 * The topics that come nearest, and a way to share what is missing.
 *
 * @param {SearchResult} result
 */
export async function nearTopics(result) {
  const { index, agreement } = result;
  const count = index.kinds.find(([kind]) => kind === "topic")?.[1] || 0;
  const rows = Array.from({ length: count }, (_, place) => index.starts.topic + place);
  rows.sort((one, other) => agreement[other] - agreement[one]);
  const topics = await cardsOf(result, rows.slice(0, TOPICS));
  const all = made("a", { href: new URL("topics/", ROOT).href, textContent: _("all topics") });
  const share = made("a", { href: new URL("contribute/", ROOT).href, textContent: _("share it") });
  return made(
    "p",
    {},
    ...around("See also %(topics)s, or %(all)s. Does your city have a practice for this? Please %(share)s.", {
      topics: topics.flatMap((card, place) => [place ? ", " : "", part(card, ".pb-card__title a")]),
      all,
      share,
    }),
  );
}

/**
 * Which filter stands in the way, and what comes closest.
 *
 * @param {SearchResult} result
 * @param {import("./facets.js").Facets} facets
 * @param {number[]} found rows before any filter
 * @param {import("./facets.js").Chosen} chosen
 * @param {(facet: string, value: string) => void} remove
 * @param {number[]} [closest] rows that come closest without filters
 */
export async function noneLeft(result, facets, found, chosen, remove, closest = nearest(result)) {
  const active = facets.active(chosen);
  const isFiltered = found.length > 0 && active.length > 0;
  /** @type {HTMLElement[]} */
  const said = isFiltered
    ? [
        made("p", { textContent: _("No practice meets all filters. What each one holds back:") }),
        made(
          "ul",
          { className: "pb-chips" },
          ...active.map(({ facet, value, name }) => {
            const count = facets.filtered(found, toggled(chosen, facet.id, value, false)).length;
            const button = made("button", {
              type: "button",
              className: "pb-chip",
              textContent: many(
                "Without “%(filter)s”: %(count)s practice",
                "Without “%(filter)s”: %(count)s practices",
                count,
                { filter: name },
              ),
              disabled: !count,
            });
            button.addEventListener("click", () => remove(facet.id, value));
            return made("li", {}, button);
          }),
        ),
      ]
    : [
        made("p", {
          textContent: _("No practice here answers this. Other words may, or nobody has written it up yet."),
        }),
      ];
  if (closest.length) {
    const heading = found.length ? _("Closest without the filters:") : _("Closest in meaning:");
    const cards = await cardsOf(result, closest);
    said.push(made("p", { textContent: heading }), made("ul", { className: "pb-cards pb-cards--wide" }, ...cards));
  }
  return said;
}

/** @param {SearchResult} result */
function nearest({ index, scores }) {
  const rows = Array.from({ length: index.practices }, (_, row) => row).filter((row) => scores[row] > 0);
  return rows.sort((one, other) => scores[other] - scores[one]).slice(0, CLOSEST);
}
