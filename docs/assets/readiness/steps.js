/* The plan as it is shown: each step with its reasons, and cards of practices that show how. */

import { made, part } from "../components/dom.js";
import { cardsById, explain } from "../search/results.js";
import { ROOT } from "../search/store.js";

/** @import { CardIndex } from "../types.js" */
/** @import { Standard, Step } from "../types.js" */

/**
 * Elements of the steps of a plan; the first `most` with cards, the others without.
 *
 * @param {Step[]} steps
 * @param {number} most
 * @param {Standard} standard
 * @param {CardIndex} index
 */
export function drawSteps(steps, most, standard, index) {
  return Promise.all(
    steps.map(async (step, number) => {
      const code = step.criterion;
      const { href } = new URL(`criteria/${code.toLowerCase()}/`, ROOT);
      const name = ` ${standard.byCode.get(code)?.name}`;
      const title = made("a", { href }, made("span", { className: "pb-code", textContent: code }), name);
      const place = made("span", { className: "pb-step__number", textContent: `${number + 1}. ` });
      const reasons = step.reasons.map((reason) => made("span", { textContent: reason }));
      const why = made("p", { className: "pb-why" }, ...reasons);
      const item = made("li", { className: "pb-step" }, made("h3", {}, place, title), why);
      item.dataset.step = code;
      if (number < most) item.append(...(await practicesOf(step, index)));
      return item;
    }),
  );
}

/**
 * @param {Step} step
 * @param {CardIndex} index
 */
async function practicesOf({ practices, note }, index) {
  const held = await cardsById(
    index,
    "practice",
    practices.map(({ practice }) => practice),
  );
  const cards = practices.flatMap(({ practice, reasons }) => {
    const card = held.get(practice);
    if (card) tell(card, reasons);
    return card ? [card] : [];
  });
  const words = note + (cards.length ? ":" : ".");
  const notes = note ? [made("p", { className: "pb-quiet", textContent: words })] : [];
  return cards.length ? [...notes, made("ul", { className: "pb-cards" }, ...cards)] : notes;
}

/**
 * The reasons on a card. That it shows the criterion is said by the step it stands in.
 *
 * @param {HTMLElement} card
 * @param {string[]} reasons
 */
function tell(card, reasons) {
  explain(card, reasons.length > 1 ? reasons.slice(1) : reasons);
  const title = part(card, ".pb-card__title");
  title.replaceWith(made("h4", { className: title.className }, ...title.childNodes));
}
