/* Where several people's answers differ: who said what, and which answer is to stand. */

import { WORDS, isEmpty } from "./assessment.js";
import { made } from "./made.js";

/** Whose answers are merged, {who, assessment}: those on the page, if there are any, then those of each file. Who is a
 * name if one is given, and with it the file's where two have the same. */
export function sourcesOf(here, files) {
  const sources = files.map(function ({ name, assessment }) { return { who: assessment.by || name, where: name, assessment: assessment }; });
  if (!isEmpty(here)) sources.unshift({ who: here.by || "On this page", where: "on this page", assessment: here });
  return sources.map(function ({ who, where, assessment }) {
    const isShared = sources.filter(function (one) { return one.who === who; }).length > 1;
    return { who: isShared && who !== where ? who + " (" + where + ")" : who, assessment: assessment };
  });
}

/** Ask in the dialog which answer is to stand for each conflict; the assessment settled, or null if the reader gave up.
 * `merged` is what `merge` gave, `nameOf` tells the name of a city. */
export function settle(dialog, merged, standard, nameOf) {
  const { assessment, conflicts } = merged;
  if (!conflicts.length) return Promise.resolve(assessment);
  const form = dialog.querySelector("form");
  const trouble = dialog.querySelector("[role=alert]");
  trouble.textContent = "";
  dialog.querySelector("[data-words]").textContent = conflicts.length === 1
    ? "One answer differs. Choose the one that is to stand." : conflicts.length + " answers differ. Choose for each the one that is to stand.";
  dialog.querySelector("[data-conflicts]").replaceChildren(...conflicts.map(function (conflict, number) {
    return asked(conflict, number, standard, nameOf);
  }));
  return new Promise(function (resolve) {
    form.onsubmit = function (event) {
      if (event.submitter && event.submitter.value === "cancel") return;
      const open = conflicts.findIndex(function (_, number) { return !form.elements["conflict-" + number].value; });
      if (open >= 0) {
        event.preventDefault();
        trouble.textContent = "Not chosen yet: " + (conflicts[open].code || "the city") + ".";
        form.elements["conflict-" + open][0].focus();
      }
    };
    dialog.onclose = function () {
      if (dialog.returnValue !== "use") return resolve(null);
      conflicts.forEach(function ({ code }, number) {
        const { value } = form.elements["conflict-" + number];
        if (code) assessment.answers[code].answer = value;
        else assessment.city = value;
      });
      resolve(assessment);
    };
    dialog.returnValue = "";
    dialog.showModal();
  });
}

function asked({ code, options }, number, standard, nameOf) {
  const title = code ? [made("span", { className: "pb-code", textContent: code }), " " + standard.byCode.get(code).name] : ["City"];
  return made("fieldset", { className: "pb-conflict" }, made("legend", {}, ...title), ...options.map(function ({ value, said }) {
    const words = code ? WORDS[value] : nameOf(value);
    return made("label", {},
      made("input", { type: "radio", name: "conflict-" + number, value: value }),
      made("b", { textContent: words[0].toUpperCase() + words.slice(1) }),
      made("span", { className: "pb-conflict__who", textContent: said.map(function (one) { return one.who; }).join(", ") }),
      ...said.filter(function (one) { return one.note; }).map(function (one) {
        return made("span", { className: "pb-conflict__note", textContent: one.who + ": “" + one.note + "”" });
      }),
    );
  }));
}
