/* All that is wrong with a draft: what the checker says of its files, and what is wrong with the choices around them. */

import { _, labelled } from "../components/language.js";
import { cityProblems } from "./city.js";
import { nearest } from "./fields.js";
import { slugProblems } from "./slug.js";
import { pathOf, stepOf } from "./steps.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { FieldSpec, Path, Problem } from "./types.js" */

const FIELDS_OF_CITY = new Map([
  ["name", _("name")],
  ["state", _("state")],
  ["other_names", _("other names")],
  ["country", _("country")],
  ["region", _("region")],
  ["population", _("population")],
  ["count", _("count")],
  ["government", _("government")],
  ["form", _("form")],
  ["location", _("location")],
  ["latitude", _("latitude")],
  ["longitude", _("longitude")],
  ["certifications", _("certifications")],
  ["level", _("level")],
  ["year", _("year")],
  ["award", _("award")],
  ["announced", _("announced")],
  ["note", _("note")],
  ["notes", _("notes")],
  ["sources", _("sources")],
  ["title", _("title")],
  ["publisher", _("publisher")],
  ["url", _("web address")],
  ["date", _("date")],
]);

/**
 * What is wrong, in the order of the steps and of their fields.
 *
 * @param {PracticeForm} form
 * @returns {Problem[]}
 */
export function allProblems(form) {
  const ofCity = cityProblems(form);
  const isRefused = ofCity.some(({ path }) => path[0] === "certified");
  const ofFiles = /** @type {const} */ (["city", "practice"]).flatMap((kind) => {
    if (kind === "city" ? !form.draft.profile || isRefused : form.isOfCity) return [];
    const { data, places } = form.written(kind);
    const root = kind === "city" ? "profile" : "practice";
    const found = form.checker.problems(kind, data);
    return found.map(({ path, words }) => ({ path: [root, ...typedPath(path, places)], words }));
  });
  const whole = [...ofCity, ...ofFiles, ...(form.isOfCity ? [] : slugProblems(form))];
  const fields = form.steps.flatMap((step) => step.fields.map(pathOf));
  const step = (/** @type {Problem} */ one) => stepOf(form.steps, one.path);
  const field = (/** @type {Problem} */ one) => nearest(fields, one.path);
  return whole.sort((one, other) => step(one) - step(other) || field(one) - field(other));
}

/**
 * What is wrong with a field, with its name; "" where nothing is.
 *
 * @param {PracticeForm} form
 * @param {Path} path
 */
export function wrongIn(form, path) {
  const place = JSON.stringify(path);
  const problem = form.problems().find((one) => JSON.stringify(one.path) === place);
  return problem ? labelled(nameOf(form, problem.path), problem.words) : "";
}

/**
 * What the field of a problem is called.
 *
 * @param {PracticeForm} form
 * @param {Path} path
 */
export function nameOf(form, path) {
  const fields = form.data.steps.flatMap((step) => step.fields);
  const isInside = (/** @type {FieldSpec} */ field) => path.every((step, place) => pathOf(field)[place] === step);
  const spec = fields[nearest(fields.map(pathOf), path)] ?? fields.find(isInside); // the group around it may be missing
  const number = path.find((step) => typeof step === "number");
  if (path[0] === "slug") return _("Short name");
  if (!spec || path[0] !== "practice") {
    return path[0] === "profile" ? _("City, %(field)s", { field: fieldOfCity(path) }) : _("City");
  }
  return number === undefined ? spec.label : `${spec.label} ${number + 1}`;
}

/**
 * What a field of a city is called inside of a sentence.
 *
 * @param {Path} path
 */
function fieldOfCity(path) {
  const named = path.map((step) => FIELDS_OF_CITY.get(String(step))).filter((words) => words !== undefined);
  return named.at(-1) ?? String(path.at(-1));
}

/**
 * The path in the draft of a path in the file; of what is not in the file, that of the group around it and the rest.
 *
 * @param {Path} path
 * @param {Map<string, Path>} places
 * @returns {Path}
 */
export function typedPath(path, places) {
  for (let length = path.length; length >= 0; length--) {
    const known = places.get(JSON.stringify(path.slice(0, length)));
    if (known) return [...known, ...path.slice(length)];
  }
  return path;
}
