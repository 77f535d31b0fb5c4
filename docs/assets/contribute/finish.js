/* The last step: what is still wrong, with the way to each field, a preview, and the files to hand in. */

import { made } from "../components/dom.js";
import { textField } from "./fields.js";
import { handIn } from "./hand-in.js";
import { textAt } from "./paths.js";
import { preview } from "./preview.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Problem } from "./types.js" */

const SMALL = new Set(
  "a an and the of to for in on with its it by at from that which as is are was were has have city".split(" "),
);

/**
 * The short name of a write-up that its title suggests.
 *
 * @param {string} title
 * @param {string} city as it is labelled
 */
export function slugOf(title, city) {
  const plain = (/** @type {string} */ text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}|['’]/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const own = new Set(plain(city));
  const words = plain(title).filter((word) => !SMALL.has(word) && !own.has(word));
  return words.slice(0, 4).join("-").slice(0, 60).replace(/-$/, "");
}

/**
 * What is wrong with the short name.
 *
 * @param {PracticeForm} form
 * @returns {Problem[]}
 */
export function slugProblems(form) {
  const { slug, mends, city } = form.draft;
  if (mends) return [];
  const wrong = (/** @type {string} */ words) => [{ path: ["slug"], words }];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return wrong("Write small letters, digits and single hyphens, such as nurse-triage-line.");
  if (slug === "city" || form.data.reserved.includes(slug))
    return wrong("This name has a meaning of its own. Choose another one.");
  if (slug.length > 80) return wrong("Write at most 80 characters.");
  return form.taken.includes(`${city}/${slug}`)
    ? wrong("The city has a write-up of this name. Choose another one.")
    : [];
}

/** @param {PracticeForm} form */
export function finishStep(form) {
  const { draft } = form;
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
        label: form.spec("reviewed").label,
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
    const link = made("a", { href: "#" }, `${form.nameOf(path)}: ${words}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
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
