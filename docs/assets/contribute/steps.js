/* The steps: which fields each shows, and the list of them with what is missing in each. */

import { made } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { adoptionList, someOf } from "./choices.js";
import { cityStep } from "./city.js";
import { oneOf, textField } from "./fields.js";
import { finishStep } from "./finish.js";
import { later } from "./later.js";
import { knownNow } from "./mending.js";
import { textAt } from "./paths.js";
import { profileFields } from "./profile.js";
import { evidenceLevel, resultList } from "./results.js";
import { sourceRows } from "./sources.js";
import { cited, lineList, statementList } from "./statements.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { FieldSpec, Json, Path, StepSpec } from "./types.js" */

const SHORT = 900; // characters up to which a text tells how many are left
const REGISTERS = /** @type {const} */ (["topics", "methods", "areas", "criteria"]);

/**
 * All that a step shows.
 *
 * @param {PracticeForm} form
 * @param {StepSpec} step
 */
export function stepContent(form, step) {
  const title = made("h2", { id: "pb-step", tabIndex: -1 }, step.title);
  const lead = made("p", { className: "pb-form__lead", textContent: step.lead });
  if (step.id === "check") return [title, lead, finishStep(form, step)];
  if (step.id === "city" && form.isOfCity) return [title, profileFields(form)];
  const fields = step.fields.filter(({ isLater }) => !isLater).map((field) => fieldOf(form, field));
  const looks = step.fields.some(({ path }) => path === "title");
  if (looks) fields.splice(2, 0, form.similar.element);
  const folded = step.fields.filter(({ isLater }) => isLater);
  return [title, lead, ...fields, ...later(form, folded, (field) => fieldOf(form, field))];
}

/**
 * @param {PracticeForm} form
 * @param {FieldSpec} spec
 */
function fieldOf(form, spec) {
  const path = pathOf(spec);
  const help = [spec.isPlain ? "" : form.help(path), spec.more].filter(Boolean).join(" ");
  const isOptional = !form.isNeeded(path) && (spec.kind === "phrase" || spec.kind === "line");
  const asked = {
    path,
    label: spec.label,
    help,
    example: exampleOf(form.data.example, spec),
    another: spec.another,
    isOptional,
  };
  const register = REGISTERS.find((name) => name === spec.path);
  const most = form.schemaOf(path).maxLength;
  switch (spec.kind) {
    case "city":
      return cityStep(form, { ...asked, help: "" });
    case "line":
    case "text":
      return textField(form, {
        ...asked,
        rows: spec.kind === "text" ? 4 : 2,
        most: most && most <= SHORT ? most : undefined,
      });
    case "phrase":
      return cited(form, { ...asked, rows: 2 });
    case "statements":
      return statementList(form, asked);
    case "lines":
      return lineList(form, asked, spec.path === "unknown" ? (where) => knownNow(form, where) : undefined);
    case "year":
      return textField(form, { ...asked, isOrWord: true, help: `${help} ${_("Four digits, or unknown.")}`.trim() });
    case "one-of":
      return oneOf(form, { ...asked, example: "" }, form.data.statuses);
    case "some-of":
      return register ? someOf(form, { ...asked, example: "" }, form.data.registers[register]) : made("div");
    case "results":
      return resultList(form, { ...asked, example: "" });
    case "evidence":
      return evidenceLevel(form, { ...asked, example: "" });
    case "adoptions":
      return adoptionList(form, { ...asked, example: "" });
    case "sources":
      return sourceRows(form, { ...asked, example: "" });
    default:
      return textField(form, asked);
  }
}

/**
 * @param {FieldSpec} spec
 * @returns {Path}
 */
export function pathOf({ path, kind }) {
  return kind === "city" ? ["city"] : ["practice", ...path.split(".")];
}

/**
 * @param {Json} example
 * @param {FieldSpec} spec
 */
function exampleOf(example, { path }) {
  const steps = path.split(".");
  const text = textAt(example, steps) || textAt(example, [...steps, 0]);
  return text.replace(/\[\^[^\]]*\]/g, "");
}

/**
 * The place of the step in which a path of the draft is filled in.
 *
 * @param {StepSpec[]} steps
 * @param {Path} path
 */
export function stepOf(steps, path) {
  if (path[0] === "slug") return steps.length - 1;
  if (path[0] !== "practice") return 0;
  const found = steps.findIndex(({ fields }) =>
    fields.some((field) => pathOf(field).every((step, place) => place >= path.length || path[place] === step)),
  );
  return found < 0 ? steps.length - 1 : found;
}

/**
 * The list of steps, the present one marked, with how much is missing in those that one has been to.
 *
 * @param {PracticeForm} form
 */
export function stepList(form) {
  const problems = form.problems();
  return form.steps.map((step, place) => {
    const missing = problems.filter(({ path }) => stepOf(form.steps, path) === place).length;
    const isLast = place === form.steps.length - 1;
    const state =
      isLast || !form.visited.has(step.id)
        ? ""
        : missing
          ? many("%(count)s missing", "%(count)s missing", missing)
          : _("done");
    const link = made("button", { type: "button" }, `${place + 1}. ${step.title}`);
    if (state) link.append(" ", made("span", { className: "pb-form__state", textContent: state }));
    if (place === form.step) link.setAttribute("aria-current", "step");
    link.addEventListener("click", () => form.show(place));
    const item = made("li", {}, link);
    item.dataset.state = state ? (missing ? "missing" : "done") : "";
    return item;
  });
}
