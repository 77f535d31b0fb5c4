/* Where one source is there, nobody cites by hand: it is the one that tells what is typed. */

import { citations, joined } from "./markup.js";
import { setAt } from "./paths.js";
import { statements } from "./texts.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Path } from "./types.js" */

/**
 * The sources that a text cites as soon as it is typed: the only one that is there, if the text needs one.
 *
 * @param {PracticeForm} form
 * @param {Path} path of the text
 * @returns {string[]}
 */
export function citedFromTheStart(form, [file, field]) {
  const keys = Object.keys(form.sources);
  const needsOne = file === "practice" && form.data.sections.some((one) => one.field === field && one.needsSource);
  return needsOne && keys.length === 1 ? keys : [];
}

/**
 * Cite a source that is the first in all that was typed before it, and needs one.
 *
 * @param {PracticeForm} form
 * @param {string} key
 */
export function citeInAll(form, key) {
  const { practice } = form.draft;
  for (const { field, inner, needsSource } of form.data.sections) {
    for (const { path, text } of needsSource ? statements(practice, field, inner) : [])
      if (text.trim() && !citations(text).length) setAt(practice, path, joined(text, [key]));
  }
}
