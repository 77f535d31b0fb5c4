/* The last step: what is still wrong, with the way to each field, a preview, and the files to hand in. */

import { made } from "../components/dom.js";
import { _, date, labelled, many } from "../components/language.js";
import { textField } from "./fields.js";
import { handIn } from "./hand-in.js";
import { folded } from "./later.js";
import { textAt } from "./paths.js";
import { preview } from "./preview.js";
import { nameOf } from "./problems.js";
import { slugOf } from "./slug.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Problem, StepSpec } from "./types.js" */

/**
 * @param {PracticeForm} form
 * @param {StepSpec} step
 */
export function finishStep(form, step) {
  const { draft } = form;
  if (!draft.slug && !form.isOfCity) draft.slug = slugOf(textAt(draft.practice, ["title"]), draft.label);
  form.touchAll();
  const state = made("div", {});
  const files = made("div", {});
  const tell = () => {
    form.found = null;
    const problems = form.problems();
    state.replaceChildren(problems.length ? summary(form, problems) : ready(form));
    files.replaceChildren(...finished(form, problems));
  };
  tell();
  if (form.isOfCity) return made("div", {}, state, files);
  const asked = lastFields(form, step);
  // They go into the files below, and into their names.
  asked.addEventListener("input", tell);
  return made(
    "div",
    {},
    state,
    asked,
    made("h3", { textContent: _("As the page will look") }),
    preview(form.data, draft, form.written("practice").data),
    files,
  );
}

/**
 * What is asked at the very end.
 *
 * @param {PracticeForm} form
 * @param {StepSpec} step
 */
function lastFields(form, step) {
  const reviewed = textField(form, {
    path: ["practice", "reviewed"],
    label: step.fields[0].label,
    help: form.help(["practice", "reviewed"]),
  });
  if (form.draft.mends) return made("div", {}, reviewed, correction(form));
  const slug = textField(form, {
    path: ["slug"],
    label: _("Short name, for the address of the page"),
    help: _("Small letters and hyphens, such as nurse-triage-line. It stays the same for good."),
  });
  const { draft } = form;
  const set = _("Set for you: short name %(name)s; held against its sources on %(date)s", {
    name: draft.slug || "…",
    date: date(textAt(draft.practice, ["reviewed"])),
  });
  const isWrong = form.problems().some(({ path }) => path[0] === "slug" || path[1] === "reviewed");
  return folded(set, isWrong, slug, reviewed);
}

/**
 * The finished files, with a word on what they lack.
 *
 * @param {PracticeForm} form
 * @param {Problem[]} problems
 */
function finished(form, problems) {
  const title = made("h3", { id: "hand-in", textContent: _("The finished file") });
  const lacking = made("p", {
    textContent: _(
      "Something is missing yet. You can copy or download it as it is and go on later, but the check would refuse it.",
    ),
  });
  return [title, ...(problems.length ? [lacking] : []), handIn(form)];
}

/**
 * Where a mend corrects what could have misled a reader, it is told on the page.
 *
 * @param {PracticeForm} form
 */
function correction(form) {
  const list = form.listAt(["practice", "corrections"]);
  const place = form.ownCorrection ?? list.length;
  form.ownCorrection = place;
  const path = ["practice", "corrections", place];
  const field = textField(form, {
    path: [...path, "text"],
    label: _("Could a reader have been misled? Say what was wrong"),
    help: `${form.help([...path, "text"])} ${_("Leave it empty if nobody was misled.")}`,
    rows: 2,
    isOptional: true,
  });
  field.addEventListener("input", () => form.set([...path, "date"], form.text([...path, "text"]) ? form.today : ""));
  return field;
}

/** @param {PracticeForm} form */
function ready(form) {
  const words = form.isOfCity
    ? _("The city’s file passes every rule of the checker. Look it over once more, then hand it in below.")
    : _("The write-up passes every rule of the checker. Look it over once more, then hand it in below.");
  return made(
    "div",
    { className: "pb-ready" },
    made("h3", { textContent: _("Nothing is missing") }),
    made("p", { textContent: words }),
  );
}

/**
 * The list of all that is wrong, each with the way to its field.
 *
 * @param {PracticeForm} form
 * @param {Problem[]} problems
 */
function summary(form, problems) {
  const items = problems.map(({ path, words }) => {
    const link = made("a", { href: "#" }, labelled(nameOf(form, path), words));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // the theme would take it for a way to another page
      form.go(path);
    });
    return made("li", {}, link);
  });
  const words = many("One thing is still missing", "%(count)s things are still missing", problems.length);
  const title = made("h3", { id: "pb-summary", textContent: words });
  const element = made("div", { className: "pb-summary", tabIndex: -1 }, title, made("ul", {}, ...items));
  element.setAttribute("aria-labelledby", "pb-summary");
  element.setAttribute("role", "group");
  return element;
}
