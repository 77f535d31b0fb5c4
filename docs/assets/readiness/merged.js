/* Several people's self-assessments as one. */

import { _ } from "../components/language.js";
import { empty, WORDS } from "./assessment.js";
import { length } from "./limits.js";

/** @import { Answer, Assessment, Conflict, Standard } from "../types.js" */
/** @typedef {{ value: string, who: string, note: string }} Said */

/**
 * Where all who answered agree, their answer stands; where they differ, the answer stays open and is a conflict. Ticks
 * are put together, and so are notes, each with its author where they differ.
 *
 * @param {{ who: string, assessment: Assessment }[]} sources
 * @param {Pick<Standard, "criteria" | "limits">} standard
 * @returns {{ assessment: Assessment, conflicts: Conflict[], remarks: string[] }}
 */
export function merge(sources, { criteria, limits }) {
  const assessment = empty();
  /** @type {Conflict[]} */
  const conflicts = [];
  /** @type {string[]} */
  const remarks = [];
  /**
   * @param {string} code
   * @param {Said[]} said
   */
  const settle = (code, said) => {
    const options = grouped(said.filter(({ value }) => value));
    if (options.length > 1) conflicts.push({ code, options });
    return options.length === 1 ? options[0].value : "";
  };
  const cities = sources.map(({ who, assessment: { city } }) => ({ value: city, who, note: "" }));
  assessment.city = settle("", cities);
  const names = new Set(sources.map((one) => one.assessment.by).filter(Boolean));
  assessment.by = cut(Array.from(names).join(", "), limits.line);
  for (const { code, checks } of criteria) {
    const said = sources.flatMap(({ who, assessment: { answers } }) => {
      const given = answers[code];
      return given ? [{ value: given.answer, who, note: given.note, checks: given.checks }] : [];
    });
    if (!said.length) continue;
    const notes = joined(said.filter(({ note }) => note));
    if (length(notes) > limits.note) {
      remarks.push(_("%(code)s: the notes together were too long, and their end was cut.", { code }));
    }
    assessment.answers[code] = {
      answer: /** @type {Answer | ""} */ (settle(code, said)),
      checks: checks.filter((point) => said.some((one) => one.checks.includes(point))),
      note: cut(notes, limits.note),
    };
  }
  return { assessment, conflicts, remarks };
}

/**
 * @param {Said[]} said
 * @returns {Conflict["options"]}
 */
function grouped(said) {
  /** @type {Map<string, Conflict["options"][number]>} */
  const options = new Map();
  for (const { value, who, note } of said) {
    const option = options.get(value) ?? { value, said: [] };
    option.said.push({ who, note });
    options.set(value, option);
  }
  const order = Object.keys(WORDS);
  return Array.from(options.values()).sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

/** @param {Said[]} said */
function joined(said) {
  const texts = new Set(said.map(({ note }) => note));
  if (texts.size < 2) return Array.from(texts).join("");
  return said.map(({ who, note }) => `${who}: ${note}`).join("\n");
}

/**
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  const signs = Array.from(text);
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : text;
}
