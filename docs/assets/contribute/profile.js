/* What the file of a city holds: all of it, to be mended, and the part that a new one is asked. */

import { made } from "../components/dom.js";
import { keyList } from "./choices.js";
import { box, group, oneOf, textField, writes } from "./fields.js";
import { citing, sourceRows } from "./sources.js";
import { lineList, list } from "./statements.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Path } from "./types.js" */

const PROFILE = /** @type {Path} */ (["profile"]);

/**
 * The fields of one step of a certification history.
 *
 * @param {PracticeForm} form
 * @param {Path} path
 */
export function certification(form, path) {
  const { certificationLevels, awards } = form.data;
  return [
    oneOf(form, { path: [...path, "level"], label: "Level" }, certificationLevels),
    textField(form, {
      path: [...path, "year"],
      label: "Year in which it was announced",
      help: "Four digits, or unknown.",
      mode: "numeric",
    }),
    oneOf(form, { path: [...path, "award"], label: "What was it?" }, awards),
  ];
}

/**
 * All that the file of a city holds, to be mended.
 *
 * @param {PracticeForm} form
 */
export function profileFields(form) {
  const { governments } = form.data;
  const own = (/** @type {Path} */ ...path) => [...PROFILE, ...path];
  const sources = (/** @type {Path} */ path, /** @type {string} */ label) => citing(form, keyList(form, path, label));
  const unsaid = (/** @type {Path} */ path, /** @type {string} */ label) => {
    const control = made("textarea", { rows: 2, value: form.text(path) });
    writes(form, control, path, (text) => text);
    return box({ path, label, isOptional: true }, control);
  };
  return made(
    "div",
    {},
    textField(form, { path: own("name"), label: "Name" }),
    textField(form, { path: own("state"), label: "State or province", isOptional: true }),
    lineList(form, { path: own("other_names"), label: "Other names", another: "Add another name" }),
    group(
      { path: own("population"), label: "Population" },
      textField(form, {
        path: own("population", "count"),
        label: "Residents",
        help: "Digits only, or unknown.",
        mode: "numeric",
      }),
      textField(form, {
        path: own("population", "year"),
        label: "Year of the figure",
        help: "Four digits, undated or unknown.",
      }),
      sources(own("population", "sources"), "the population"),
    ),
    group(
      { path: own("government"), label: "Government" },
      oneOf(form, { path: own("government", "form"), label: "Form", isHidden: true }, governments),
      sources(own("government", "sources"), "the form of government"),
    ),
    group(
      { path: own("location"), label: "Where it lies" },
      textField(form, { path: own("location", "latitude"), label: "Latitude" }),
      textField(form, { path: own("location", "longitude"), label: "Longitude" }),
      sources(own("location", "sources"), "where it lies"),
    ),
    list(
      form,
      {
        path: own("certifications"),
        label: "Certification history",
        help: form.help(own("certifications")),
        another: "Add a step",
      },
      (path, place) =>
        group(
          { path, label: `Step ${place + 1}` },
          ...certification(form, path),
          textField(form, { path: [...path, "announced"], label: "Date of the announcement", isOptional: true }),
          unsaid([...path, "note"], "What else to know"),
          sources([...path, "sources"], `step ${place + 1}`),
        ),
      { award: "new", sources: [] },
      "Step",
    ),
    lineList(form, { path: own("notes"), label: "Notes", another: "Add a note" }),
    sourceRows(form, { path: own("sources"), label: "Sources", another: "Add a source" }),
  );
}
