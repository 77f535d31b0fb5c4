/* The plan as it is shown: each step with its reasons, and cards of practices that show how. */

import { ROOT } from "../search/store.js";
import { cardsById, explain } from "../search/results.js";
import { made } from "./made.js";

/** Elements of the steps of a plan; the first `most` with cards, the others without. */
export function drawSteps(steps, most, standard, index) {
  return Promise.all(steps.map(async function (step, number) {
    const { code, name } = standard.byCode.get(step.criterion);
    const address = new URL("criteria/" + code.toLowerCase() + "/", ROOT).href;
    const why = made("p", { className: "pb-why" });
    step.reasons.forEach(function (reason) { why.append(made("span", { textContent: reason })); });
    const item = made("li", { className: "pb-step" },
      made("h3", {}, made("span", { className: "pb-step__number", textContent: number + 1 + ". " }), made("a", { href: address }, made("span", { className: "pb-code", textContent: code }), " " + name)),
      why,
    );
    item.dataset.step = code;
    if (number < most) item.append(...await practicesOf(step, index));
    return item;
  }));
}

async function practicesOf(step, index) {
  const held = await cardsById(index, "practice", step.practices.map(function (one) { return one.practice; }));
  const cards = step.practices.flatMap(function ({ practice, reasons }) {
    const card = held.get(practice);
    if (card) tell(card, reasons);
    return card ? [card] : [];
  });
  const note = step.note ? [made("p", { className: "pb-quiet", textContent: step.note + (cards.length ? ":" : ".") })] : [];
  return cards.length ? note.concat(made("ul", { className: "pb-cards" }, ...cards)) : note;
}

/** The reasons on a card. That it shows the criterion is said by the step it stands in. */
function tell(card, reasons) {
  explain(card, reasons.length > 1 ? reasons.slice(1) : reasons);
  const title = card.querySelector(".pb-card__title");
  const lower = made("h4", { className: title.className });
  lower.append(...title.childNodes);
  title.replaceWith(lower);
}
