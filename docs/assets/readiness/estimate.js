/* The estimate and the progress, in words and as bars. */

import { WORDS } from "./assessment.js";
import { given } from "./standing.js";
import { made } from "./made.js";

/** Show where the answers put the city; `found` is what `standing` gave. */
export function drawEstimate(element, standard, answers, found) {
  const { overall, reach, mandatoryNotMet, sentences } = found;
  const answered = overall.total - overall.unanswered;
  const find = function (selector) { return element.querySelector(selector); };
  find(".pb-estimate__words").replaceChildren(...(answered ? sentences : ["Answer a question, and the estimate begins."]).map(function (sentence, number) {
    const isWarning = answered > 0 && number === 1 && mandatoryNotMet.length > 0;
    return made("p", { className: isWarning ? "pb-estimate__warning" : number ? "" : "pb-estimate__first" }, ...unbroken(sentence));
  }));
  const share = function (count) { return (100 * count) / overall.total + "%"; };
  find(".pb-bands__yes").style.width = share(overall.yes);
  find(".pb-bands__partly").style.width = share(overall.partly);
  standard.criteria.filter(function (one) { return one.mandatory; }).forEach(function ({ code }) {
    find("[data-state=" + code + "]").textContent = WORDS[given(answers, code)] || "not answered";
  });
  standard.areas.forEach(function ({ id }) {
    const tally = found.areas.get(id);
    const done = tally.total - tally.unanswered;
    const words = done + " of " + tally.total + " answered" + (done ? ", " + tally.yes + " yes" : "");
    find("[data-progress=" + id + "]").textContent = words;
    find("[data-count=" + id + "]").textContent = words;
    const [yes, rest] = find("[data-bar=" + id + "]").children;
    yes.style.width = (100 * tally.yes) / tally.total + "%";
    rest.style.width = (100 * (done - tally.yes)) / tally.total + "%";
  });
  const tier = reach.tier ? (reach.isBetween ? "above " : "") + reach.tier : "below " + standard.tiers[0].name;
  find(".pb-readiness__short").textContent = answered + " of " + overall.total + (answered ? " · " + reach.percent + "% yes · " + tier : " answered");
  element.toggleAttribute("data-answered", answered > 0);
}

/** The sentence, with spans of percents kept on one line. */
function unbroken(sentence) {
  return sentence.split(/(\d+–\d+%)/).map(function (part, number) { return number % 2 ? made("span", { textContent: part }) : part; });
}
