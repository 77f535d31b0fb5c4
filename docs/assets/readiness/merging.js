/* Where several people's answers differ: who said what, and which answer is to stand. */

import { made, part } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { isEmpty, LABELS } from "./assessment.js";

/** @import { Answer, Assessment, Conflict, Standard } from "../types.js" */

/**
 * Whose answers are merged: those on the page, if there are any, then those of each file. Who is a name if one is
 * given, and with it the file's where two have the same.
 *
 * @param {Assessment} here
 * @param {{ name: string, assessment: Assessment }[]} files
 */
export function sourcesOf(here, files) {
  const sources = files.map(({ name, assessment }) => ({ who: assessment.by || name, where: name, assessment }));
  if (!isEmpty(here))
    sources.unshift({ who: here.by || _("On this page"), where: _("on this page"), assessment: here });
  return sources.map(({ who, where, assessment }) => {
    const isShared = sources.filter((one) => one.who === who).length > 1;
    return { who: isShared && who !== where ? `${who} (${where})` : who, assessment };
  });
}

/**
 * Ask in the dialog which answer is to stand for each conflict: the assessment settled, or null if the reader gave up.
 *
 * @param {HTMLDialogElement} dialog
 * @param {{ assessment: Assessment, conflicts: Conflict[] }} merged what `merge` gave
 * @param {Standard} standard
 * @param {(city: string) => string} nameOf
 * @returns {Promise<Assessment | null>}
 */
export function settle(dialog, { assessment, conflicts }, standard, nameOf) {
  if (!conflicts.length) return Promise.resolve(assessment);
  const form = /** @type {HTMLFormElement} */ (part(dialog, "form"));
  const trouble = part(dialog, "[role=alert]");
  const chosen = (/** @type {number} */ number) =>
    /** @type {RadioNodeList} */ (form.elements.namedItem(`conflict-${number}`));
  trouble.textContent = "";
  part(dialog, "[data-words]").textContent = many(
    "One answer differs. Choose the one that is to stand.",
    "%(count)s answers differ. Choose for each the one that is to stand.",
    conflicts.length,
  );
  part(dialog, "[data-conflicts]").replaceChildren(
    ...conflicts.map((conflict, number) => asked(conflict, number, standard, nameOf)),
  );
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "cancel") return;
      const open = conflicts.findIndex((_, number) => !chosen(number).value);
      if (open < 0) return;
      event.preventDefault();
      const what = conflicts[open].code || _("the city");
      trouble.textContent = _("Not chosen yet: %(what)s.", { what });
      /** @type {HTMLInputElement} */ (chosen(open)[0]).focus();
    };
    dialog.onclose = () => {
      if (dialog.returnValue !== "use") return resolve(null);
      conflicts.forEach(({ code }, number) => {
        const { value } = chosen(number);
        if (code) assessment.answers[code].answer = /** @type {Answer} */ (value);
        else assessment.city = value;
      });
      resolve(assessment);
    };
    dialog.returnValue = "";
    dialog.showModal();
  });
}

/**
 * @param {Conflict} conflict
 * @param {number} number
 * @param {Standard} standard
 * @param {(city: string) => string} nameOf
 */
function asked({ code, options }, number, standard, nameOf) {
  const title = code
    ? [made("span", { className: "pb-code", textContent: code }), ` ${standard.byCode.get(code)?.name}`]
    : [_("City")];
  const labels = options.map(({ value, said }) => {
    const words = code ? LABELS[/** @type {Answer} */ (value)] : nameOf(value);
    const notes = said.filter(({ note }) => note);
    return made(
      "label",
      {},
      made("input", { type: "radio", name: `conflict-${number}`, value }),
      made("b", { textContent: words }),
      made("span", { className: "pb-conflict__who", textContent: said.map(({ who }) => who).join(", ") }),
      ...notes.map(({ who, note }) =>
        made("span", { className: "pb-conflict__note", textContent: `${who}: “${note}”` }),
      ),
    );
  });
  return made("fieldset", { className: "pb-conflict" }, made("legend", {}, ...title), ...labels);
}
