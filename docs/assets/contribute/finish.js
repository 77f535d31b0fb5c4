/* The last step: what is still wrong, with the way to each field, a preview, and the files to hand in. */

import { made } from "../components/dom.js";
import { textField } from "./fields.js";
import { handIn } from "./hand-in.js";
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
  form.found = null;
  if (!draft.slug && !form.isOfCity) draft.slug = slugOf(textAt(draft.practice, ["title"]), draft.label);
  form.touchAll();
  const problems = form.problems();
  const parts = [problems.length ? summary(form, problems) : ready(form)];
  if (!form.isOfCity) {
    const fields = [];
    if (!draft.mends)
      fields.push(
        textField(form, {
          path: ["slug"],
          label: "Short name, for the address of the page",
          help: "Small letters and hyphens, such as nurse-triage-line. It stays the same for good.",
        }),
      );
    fields.push(
      textField(form, {
        path: ["practice", "reviewed"],
        label: step.fields[0].label,
        help: form.help(["practice", "reviewed"]),
      }),
    );
    if (draft.mends) fields.push(correction(form));
    parts.push(
      made("div", {}, ...fields),
      made("h3", { textContent: "As the page will look" }),
      preview(form.data, draft, form.written("practice").data),
    );
  }
  parts.push(made("h3", { id: "hand-in", textContent: "The finished file" }));
  if (problems.length)
    parts.push(
      made("p", {
        textContent:
          "Something is missing yet. You can copy or download it as it is and go on later, but the check would refuse it.",
      }),
    );
  parts.push(handIn(form));
  return made("div", {}, ...parts);
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
    label: "Could a reader have been misled? Say what was wrong",
    help: `${form.help([...path, "text"])} Leave it empty if nobody was misled.`,
    rows: 2,
    isOptional: true,
  });
  field.addEventListener("input", () => form.set([...path, "date"], form.text([...path, "text"]) ? form.today : ""));
  return field;
}

/** @param {PracticeForm} form */
function ready(form) {
  const words = form.isOfCity ? "The city’s file" : "The write-up";
  return made(
    "div",
    { className: "pb-ready" },
    made("h3", { textContent: "Nothing is missing" }),
    made("p", {
      textContent: `${words} passes every rule of the checker. Look it over once more, then hand it in below.`,
    }),
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
    const link = made("a", { href: "#" }, `${nameOf(form, path)}: ${words}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // the theme would take it for a way to another page
      form.go(path);
    });
    return made("li", {}, link);
  });
  const count = problems.length === 1 ? "One thing is" : `${problems.length} things are`;
  const title = made("h3", { id: "pb-summary", textContent: `${count} still missing` });
  const element = made("div", { className: "pb-summary", tabIndex: -1 }, title, made("ul", {}, ...items));
  element.setAttribute("aria-labelledby", "pb-summary");
  element.setAttribute("role", "group");
  return element;
}
