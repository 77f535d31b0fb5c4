/* The plan on two sheets of paper, for the meeting: where the city stands, and what to do first, who does it and when. */

import { made, part, parts } from "../components/dom.js";
import { _, around, date } from "../components/language.js";
import { cardsById } from "../search/results.js";
import { WORDS } from "./assessment.js";
import { given } from "./standing.js";

/** @import { CardIndex } from "../types.js" */
/** @import { Answers, Standard, Step } from "../types.js" */

const STEPS = 8;
const LOOKED_AT = 2;

/**
 * The sheets as an element that only paper shows.
 *
 * @param {HTMLElement} element the page, which holds the questions and the estimate
 * @param {Standard} standard
 * @param {Answers} answers
 * @param {Step[]} steps
 * @param {CardIndex} index
 * @param {{ city: string, by: string, day: string }} head
 */
export async function sheetOf(element, standard, answers, steps, index, head) {
  const estimate = parts(element, ".pb-estimate__words p").map((one) => made("p", { textContent: one.textContent }));
  const mandatory = standard.criteria.filter((one) => one.mandatory);
  const states = mandatory.map(({ code, name }) => {
    const answer = given(answers, code);
    return made("li", {}, made("b", { textContent: code }), ` ${name}: ${answer ? WORDS[answer] : _("not answered")}`);
  });
  const items = await Promise.all(steps.slice(0, STEPS).map((step) => item(element, step, answers, index)));
  const rest = steps.length - items.length;
  return made(
    "section",
    { className: "pb-plan-sheet" },
    made("h1", {
      textContent: head.city ? _("%(city)s: what to do first", { city: head.city }) : _("What to do first"),
    }),
    made("p", { className: "pb-plan-sheet__head" }, ...headOf(head)),
    ...estimate,
    made("h2", { textContent: _("Mandatory criteria") }),
    made("ul", { className: "pb-plan-sheet__states" }, ...states),
    made("h2", {
      textContent:
        rest > 0
          ? _("The first %(count)s of %(total)s steps", { count: items.length, total: steps.length })
          : _("Steps"),
    }),
    made("ol", { className: "pb-plan-sheet__steps" }, ...items),
    made("p", {
      className: "pb-plan-sheet__end",
      textContent: _("An unofficial aid. Made on the page Readiness of Peerbook."),
    }),
  );
}

/** @param {{ by: string, day: string }} head */
function headOf({ by, day }) {
  return [
    made("span", {}, ...around("Filled in by %(name)s", { name: made("i", { textContent: by }) })),
    made("span", {}, ...around("Printed on %(day)s", { day: made("i", { textContent: date(day) }) })),
    made("span", {}, ...around("Next meeting %(day)s", { day: made("i") })),
  ];
}

/**
 * @param {HTMLElement} element
 * @param {Step} step
 * @param {Answers} answers
 * @param {CardIndex} index
 */
async function item(element, { criterion: code, practices }, answers, index) {
  const question = part(element, `[data-code=${code}]`);
  const plain = part(question, "legend").textContent ?? "";
  const open = parts(question, ".pb-points label").filter((label) => !part(label, "input").matches(":checked"));
  const note = answers[code]?.note ?? "";
  const ids = practices.slice(0, LOOKED_AT).map(({ practice }) => practice);
  const cards = await cardsById(index, "practice", ids);
  const looked = ids.flatMap((id) => {
    const card = cards.get(id);
    if (!card) return [];
    const city = card.querySelector(".pb-meta span")?.textContent ?? "";
    return [`${part(card, ".pb-card__title").textContent} (${city})`];
  });
  return made(
    "li",
    {},
    made("p", { className: "pb-plan-sheet__question" }, made("b", { textContent: `${code} ` }), plain),
    made("ul", {}, ...open.map((label) => made("li", { textContent: label.textContent }))),
    ...(note ? [made("p", { textContent: _("Note: %(note)s", { note }) })] : []),
    ...(looked.length
      ? [made("p", { textContent: _("Look at: %(practices)s", { practices: looked.join("; ") }) })]
      : []),
    made("p", { className: "pb-plan-sheet__who" }, lined(_("Who")), lined(_("By when"))),
  );
}

/** @param {string} words */
function lined(words) {
  return made("span", {}, `${words} `, made("i"));
}
