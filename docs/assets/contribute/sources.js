/* Sources: rows of their own, and the picker with which a statement cites them. */

import { made } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { button, group, textField } from "./fields.js";
import { folded } from "./later.js";
import { citations, recited } from "./markup.js";
import { at, idOf, setAt, textAt } from "./paths.js";
import { SMALL } from "./slug.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Asked } from "./fields.js" */
/** @import { Group, Json, Path } from "./types.js" */

/** The fields of a source with their labels. */
export const FIELDS = /** @type {const} */ ([
  ["title", _("Title of the page, article or report")],
  ["publisher", _("Who published it")],
  ["url", _("Web address")],
  ["date", _("Date, as far as it is known")],
]);
export const MARK = _("As 2018, 2018-06 or 2018-06-18. Leave it empty if there is none.");

/**
 * What a source is called in lists.
 *
 * @param {Group} sources
 * @param {string} key
 */
export function nameOf(sources, key) {
  const title = textAt(sources, [key, "title"]);
  const publisher = textAt(sources, [key, "publisher"]);
  return [publisher, title].filter(Boolean).join(": ") || key;
}

/**
 * A short key for a source, unlike those that are taken.
 *
 * @param {Group} source
 * @param {Group} taken
 */
export function keyFor(source, taken) {
  const words = `${textAt(source, ["publisher"]) || textAt(source, ["title"])}`
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  const stem =
    (words.match(/[a-z0-9]+/g) ?? [])
      .filter((word) => !SMALL.has(word) || word === "city")
      .slice(0, 2)
      .join("-")
      .slice(0, 40) || "source";
  let key = stem;
  for (let number = 2; Object.hasOwn(taken, key); number++) key = `${stem}-${number}`;
  return key;
}

/**
 * A picker that lists the sources with a box each, and adds one.
 *
 * @param {PracticeForm} form
 * @param {{ label: string, id: string, read: () => string[], write: (keys: string[]) => void, done: () => void }} of
 */
export function citing(form, { label, id, read, write, done }) {
  const { sources } = form;
  const summary = made("summary", { id });
  const tell = () => {
    const keys = read();
    const words = keys.length
      ? _("Sources: %(names)s", { names: keys.map((key) => nameOf(sources, key)).join("; ") })
      : _("Cite a source");
    summary.replaceChildren(words, forWhat(label));
  };
  const boxes = Object.keys(sources).map((key) => {
    const tick = made("input", { type: "checkbox", checked: read().includes(key) });
    tick.addEventListener("change", () => {
      const keys = read().filter((one) => one !== key);
      write(tick.checked ? [...keys, key] : keys);
      tell();
      done();
    });
    return made("label", { className: "pb-choice" }, tick, made("span", { textContent: nameOf(sources, key) }));
  });
  const add = button(_("Add a source"), () =>
    form.dialog.ask((key) => {
      write([...read().filter((one) => one !== key), key]);
      done();
      form.draw(id);
    }),
  );
  if (!boxes.length) {
    add.id = id;
    add.className = "pb-cites__first";
    add.replaceChildren(_("Cite a source"), forWhat(label));
    return add;
  }
  const choices = made(
    "fieldset",
    { className: "pb-cites__list" },
    made("legend", { className: "pb-hidden", textContent: _("Sources for %(what)s", { what: label }) }),
    ...boxes,
    add,
  );
  tell();
  return made("details", { className: "pb-cites" }, summary, choices);
}

/** For those who hear a control out of its context. @param {string} label */
function forWhat(label) {
  return made("span", { className: "pb-hidden" }, " ", _("for %(what)s", { what: label }));
}

/**
 * All sources as rows, with how often each is cited.
 *
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 */
export function sourceRows(form, asked) {
  const { path, another } = asked;
  const { sources } = form;
  const whole = group(asked);
  for (const key of Object.keys(sources)) {
    const here = [...path, key];
    const name = nameOf(sources, key);
    const fields = [...FIELDS, /** @type {const} */ (["note", _("How it was read, if not at its own address")])].map(
      ([field, label]) =>
        textField(form, {
          path: [...here, field],
          label,
          isOptional: field !== "title",
          help: field === "date" ? MARK : "",
          type: field === "url" ? "url" : "text",
        }),
    );
    const count = timesCited(form.file, key);
    const said = made("p", {
      className: "pb-quiet",
      textContent: count
        ? many("Cited once", "Cited %(count)s times", count)
        : Object.keys(sources).length === 1 && !form.isOfCity
          ? _("As long as it is the only one, it is cited by itself in what you write.")
          : _("Not cited yet: open a step, and cite it where it tells something."),
    });
    const tools = made(
      "div",
      { className: "pb-item__tools" },
      button(_("Take out"), () => takeOut(form, path, key), name),
    );
    whole.append(
      made(
        "div",
        { className: "pb-item" },
        group({ path: here, label: name }, said, folded(_("Mend this source"), false, ...fields)),
        tools,
      ),
    );
  }
  const add = button(another, () => form.dialog.ask(() => form.draw(`${idOf(path)}-add`)));
  add.id = `${idOf(path)}-add`;
  whole.append(made("div", { className: "pb-buttons" }, add));
  return whole;
}

/**
 * @param {PracticeForm} form
 * @param {Path} path
 * @param {string} key
 */
function takeOut(form, path, key) {
  const before = structuredClone(form.draft);
  const file = /** @type {Group} */ (at(form.draftGroup, path.slice(0, -1)));
  delete form.sources[key];
  const list = path[0] === "profile";
  replaceTexts(file, (text) => (list ? text : recited(text, key, "")));
  form.changed();
  form.draw(`${idOf(path)}-add`);
  form.tell(
    _("The source was taken out, and where it was cited."),
    button(_("Undo"), () => form.open(before)),
  );
}

/**
 * @param {Json} value
 * @param {(text: string) => string} act
 */
function replaceTexts(value, act) {
  if (value === null || typeof value !== "object") return;
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === "string")
      setAt(/** @type {Group} */ (value), [Array.isArray(value) ? Number(key) : key], act(one));
    else replaceTexts(one, act);
  }
}

/**
 * @param {Json} value
 * @param {string} key
 * @returns {number}
 */
function timesCited(value, key) {
  if (typeof value === "string") return citations(value).includes(key) ? 1 : 0;
  if (value === null || typeof value !== "object") return 0;
  return Object.entries(value).reduce((sum, [name, one]) => {
    if (name === "sources" && Array.isArray(one)) return sum + (one.includes(key) ? 1 : 0);
    return sum + timesCited(one, key);
  }, 0);
}
