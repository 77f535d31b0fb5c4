/* A self-assessment, and the text of the file in which it is saved. */

import { _ } from "../components/language.js";

/** @import { Answer, Assessment, Limits } from "../types.js" */

/** @type {Record<Answer, string>} */
export const WORDS = { yes: _("yes"), partly: _("partly"), no: _("no"), "not-sure": _("not sure") };
/** The same where they stand alone. @type {Record<Answer, string>} */
export const LABELS = { yes: _("Yes"), partly: _("Partly"), no: _("No"), "not-sure": _("Not sure") };

/** @returns {Assessment} */
export function empty() {
  return { city: "", by: "", answers: {} };
}

/**
 * Whether nothing was said of any criterion.
 *
 * @param {Pick<Assessment, "answers">} assessment
 */
export function isEmpty({ answers }) {
  return !Object.keys(answers).length;
}

/**
 * The text of the file in which it is saved.
 *
 * @param {Assessment} assessment
 * @param {string} day
 * @param {Pick<Limits, "format" | "version">} limits
 */
export function asText({ city, by, answers }, day, { format, version }) {
  const given = Object.entries(answers).map(([code, { answer, checks, note }]) => [
    code,
    { ...(answer && { answer }), ...(checks.length && { checks }), ...(note && { note }) },
  ]);
  const whole = { format, version, ...(city && { city }), ...(by && { by }), saved: day };
  return `${JSON.stringify({ ...whole, answers: Object.fromEntries(given) }, null, 2)}\n`;
}
