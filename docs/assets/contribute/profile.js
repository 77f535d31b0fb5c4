/* What the file of a city holds: all of it, to be mended, and the part that a new one is asked. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
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
    oneOf(form, { path: [...path, "level"], label: _("Level") }, certificationLevels),
    textField(form, {
      path: [...path, "year"],
      label: _("Year in which it was announced"),
      help: _("Four digits, or unknown."),
      isOrWord: true,
    }),
    oneOf(form, { path: [...path, "award"], label: _("What was it?") }, awards),
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
    textField(form, { path: own("name"), label: _("Name") }),
    textField(form, { path: own("state"), label: _("State or province"), isOptional: true }),
    lineList(form, { path: own("other_names"), label: _("Other names"), another: _("Add another name") }),
    group(
      { path: own("population"), label: _("Population") },
      textField(form, {
        path: own("population", "count"),
        label: _("Residents"),
        help: _("Digits only, or unknown."),
        isOrWord: true,
      }),
      textField(form, {
        path: own("population", "year"),
        label: _("Year of the figure"),
        help: _("Four digits, undated or unknown."),
        isOrWord: true,
      }),
      sources(own("population", "sources"), _("the population")),
    ),
    group(
      { path: own("government"), label: _("Government") },
      oneOf(form, { path: own("government", "form"), label: _("Form"), isHidden: true }, governments),
      sources(own("government", "sources"), _("the form of government")),
    ),
    group(
      { path: own("location"), label: _("Where it lies") },
      textField(form, { path: own("location", "latitude"), label: _("Latitude") }),
      textField(form, { path: own("location", "longitude"), label: _("Longitude") }),
      sources(own("location", "sources"), _("where it lies")),
    ),
    list(
      form,
      {
        path: own("certifications"),
        label: _("Certification history"),
        help: form.help(own("certifications")),
        another: _("Add a step"),
      },
      (path, place) =>
        group(
          { path, label: _("Step %(number)s", { number: place + 1 }) },
          ...certification(form, path),
          textField(form, { path: [...path, "announced"], label: _("Date of the announcement"), isOptional: true }),
          unsaid([...path, "note"], _("What else to know")),
          sources([...path, "sources"], _("step %(number)s", { number: place + 1 })),
        ),
      { award: "new", sources: [] },
      _("Step"),
    ),
    lineList(form, { path: own("notes"), label: _("Notes"), another: _("Add a note") }),
    sourceRows(form, { path: own("sources"), label: _("Sources"), another: _("Add a source") }),
  );
}
