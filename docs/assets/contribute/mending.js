/* Opening the form with a write-up of the library, and with the field in focus that somebody came for. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { cityFile, writeUp } from "./data.js";
import { empty, fitting } from "./drafts.js";
import { button } from "./fields.js";
import { idOf, listAt } from "./paths.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Draft, Path } from "./types.js" */

/** Where what was not known goes once somebody knows it. */
const PLACES = [
  ["results", _("What changed")],
  ["cost", _("Cost")],
  ["resources", _("Money, staff and time")],
  ["people", _("People")],
  ["tools", _("Tools and data")],
  ["lessons", _("Lessons")],
  ["approach", _("What the city did")],
  ["adopted_by", _("Who took it over")],
];

/**
 * A draft that mends a write-up, or a city (`city/city`); null if there is none of this id.
 *
 * @param {PracticeForm} form
 * @param {string} id
 * @returns {Promise<Draft | null>}
 */
export async function mendingDraft(form, id) {
  const [city, name] = id.split("/");
  const label = form.data.cities.find((one) => one.id === city)?.label;
  if (!label) return null;
  const draft = { ...empty(), city, label, slug: name, mends: id };
  if (name === "city") {
    const found = await cityFile(city);
    draft.profile = found && fitting(found.profile, form.data, "city", form.clean);
    return draft.profile ? { ...draft, name: _("Mend: %(title)s", { title: label }) } : null;
  }
  const found = await writeUp(id);
  const practice = found && fitting(found, form.data, "practice", form.clean);
  return practice ? { ...draft, name: _("Mend: %(title)s", { title: String(practice.title) }), practice } : null;
}

/**
 * The path that an address names: `unknown.2`.
 *
 * @param {string} text
 * @returns {Path}
 */
export function pathIn(text) {
  return text
    .split(".")
    .filter(Boolean)
    .map((step) => (/^\d{1,3}$/.test(step) ? Number(step) : step));
}

/**
 * Below something that nobody knows: a way to say it with its source.
 *
 * @param {PracticeForm} form
 * @param {Path} path of the unknown
 */
export function knownNow(form, path) {
  if (!form.draft.mends) return null;
  const choices = PLACES.map(([field, name]) => button(name, () => tellIt(form, path, field)));
  const summary = made("summary", { textContent: _("Do you know it? Say where it belongs") });
  return made("details", { className: "pb-cites" }, summary, made("div", { className: "pb-buttons" }, ...choices));
}

/**
 * Take an unknown out, and open an empty statement where it belongs.
 *
 * @param {PracticeForm} form
 * @param {Path} path
 * @param {string} field
 */
function tellIt(form, path, field) {
  const before = structuredClone(form.draft);
  const list = listAt(form.draftGroup, path.slice(0, -1));
  const [known] = list.splice(Number(path[path.length - 1]), 1);
  /** @type {Path} */
  let target = ["practice", field];
  if (field !== "cost") {
    const items = listAt(form.draftGroup, target);
    items.push(field === "results" || field === "adopted_by" ? {} : "");
    target = [...target, items.length - 1];
  }
  form.changed();
  form.go(target, idOf(target));
  form.tell(
    _("“%(text)s” is no longer among what nobody knows. Write it here, with its source.", { text: String(known) }),
    button(_("Undo"), () => form.open(before)),
  );
}
