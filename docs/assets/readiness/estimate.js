/* The estimate and the progress, in words and as bars. */

import { made, part } from "../components/dom.js";
import { _ } from "../components/language.js";
import { WORDS } from "./assessment.js";
import { given, percentOf } from "./standing.js";

/** @import { Answers, Standard, Standing } from "../types.js" */

/**
 * Show where the answers put the city; `found` is what `standing` gave.
 *
 * @param {HTMLElement} element
 * @param {Standard} standard
 * @param {Answers} answers
 * @param {Standing} found
 */
export function drawEstimate(element, standard, answers, found) {
  const { overall } = found;
  const answered = overall.total - overall.unanswered;
  const sentences = answered ? found.sentences : [_("Answer a question, and the estimate begins.")];
  const isWarning = answered > 0 && found.mandatoryNotMet.length > 0;
  part(element, ".pb-estimate__words").replaceChildren(
    ...sentences.map((sentence, number) => {
      const second = isWarning && number === 1 ? "pb-estimate__warning" : "";
      return made("p", { className: number ? second : "pb-estimate__first" }, ...unbroken(sentence));
    }),
  );
  const percent = (/** @type {number} */ count, /** @type {number} */ total) => `${(100 * count) / total}%`;
  part(element, ".pb-bands__yes").style.width = percent(overall.yes, overall.total);
  part(element, ".pb-bands__partly").style.width = percent(overall.partly, overall.total);
  for (const { code, mandatory } of standard.criteria) {
    const answer = given(answers, code);
    if (mandatory) part(element, `[data-state=${code}]`).textContent = answer ? WORDS[answer] : _("not answered");
  }
  for (const [id, { total, unanswered, yes }] of found.areas) {
    const done = total - unanswered;
    const words = done
      ? _("%(done)s of %(total)s answered, %(yes)s yes", { done, total, yes })
      : _("%(done)s of %(total)s answered", { done, total });
    part(element, `[data-progress=${id}]`).textContent = words;
    part(element, `[data-count=${id}]`).textContent = words;
    const [full, rest] = /** @type {Iterable<HTMLElement>} */ (part(element, `[data-bar=${id}]`).children);
    full.style.width = percent(yes, total);
    rest.style.width = percent(done - yes, total);
  }
  part(element, ".pb-readiness__short").textContent = short(standard, found, answered);
  element.toggleAttribute("data-answered", answered > 0);
}

/**
 * @param {Standard} standard
 * @param {Standing} found
 * @param {number} answered
 */
function short({ tiers }, { overall, reach }, answered) {
  const { total } = overall;
  if (!answered) return _("%(done)s of %(total)s answered", { done: answered, total });
  let { tier } = reach;
  if (!tier) tier = _("below %(tier)s", { tier: tiers[0].name });
  else if (reach.isBetween) tier = _("above %(tier)s", { tier });
  const percent = percentOf(reach);
  return _("%(done)s of %(total)s · %(percent)s%% yes · %(tier)s", { done: answered, total, percent, tier });
}

/**
 * The sentence, with spans of percents kept on one line.
 *
 * @param {string} sentence
 */
function unbroken(sentence) {
  const pieces = sentence.split(/(\d+–\d+%)/);
  return pieces.map((piece, number) => (number % 2 ? made("span", { textContent: piece }) : piece));
}
