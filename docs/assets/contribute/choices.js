/* Entries of a register, chosen with boxes; a long register is filtered by what one types. And who took a practice over. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { fold } from "../search/words.js";
import { box, group, writes } from "./fields.js";
import { folded } from "./later.js";
import { idOf, listAt } from "./paths.js";
import { cited, list } from "./statements.js";
import { subject, suggestedFor } from "./suggested.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Asked } from "./fields.js" */
/** @import { Entry } from "./types.js" */

const FEW = 10;

/**
 * @param {PracticeForm} form
 * @param {Asked} asked
 * @param {Entry[]} entries
 */
export function someOf(form, asked, entries) {
  const id = idOf(asked.path);
  const chosen = listAt(form.draftGroup, asked.path);
  const said = made("p", { className: "pb-chosen" });
  const tell = () => {
    const names = entries.filter((one) => chosen.includes(one.id)).map(({ name }) => name);
    said.textContent = names.length ? _("Chosen: %(names)s", { names: names.join("; ") }) : _("None chosen yet");
  };
  const row = (/** @type {Entry} */ entry) => {
    const tick = made("input", { type: "checkbox", checked: chosen.includes(entry.id), value: entry.id });
    tick.addEventListener("change", () => {
      const where = chosen.indexOf(entry.id);
      if (where >= 0) chosen.splice(where, 1);
      if (tick.checked) chosen.push(entry.id);
      tell();
      form.changed();
      form.touch(asked.path);
    });
    const words = made("span", {}, entry.name, made("span", { className: "pb-small", textContent: entry.about }));
    return made("label", { className: "pb-choice" }, tick, words);
  };
  tell();
  const isFew = entries.length <= FEW;
  const first = isFew ? entries : suggestedFor(entries, subject(form.draft.practice, form.draft.label));
  const choices = made("div", { className: "pb-choices" }, ...first.map(row));
  const tick = choices.querySelector("input");
  if (tick) tick.id = id;
  if (isFew) return group(asked, choices, said);
  const others = entries.filter((entry) => !first.includes(entry));
  if (!first.length) return group(asked, said, ...narrowed(id, others, row));
  const hint = made("p", { className: "pb-small", textContent: _("Suggested from what you typed:") });
  const isElsewhere = others.some((entry) => chosen.includes(entry.id));
  const rest = narrowed(`${id}-filter`, others, row);
  return group(
    asked,
    said,
    hint,
    choices,
    folded(_("%(count)s more to choose from", { count: others.length }), isElsewhere, ...rest),
  );
}

/**
 * Many entries, narrowed down by what one types.
 *
 * @param {string} id of the field that one types in
 * @param {Entry[]} entries
 * @param {(entry: Entry) => HTMLElement} row
 */
function narrowed(id, entries, row) {
  const rows = entries.map(row);
  const choices = made("div", { className: "pb-choices pb-choices--many" }, ...rows);
  const filter = made("input", { type: "search", id, autocomplete: "off" });
  const label = made("label", {
    htmlFor: id,
    className: "pb-small",
    textContent: _("Type to narrow down %(count)s entries", { count: entries.length }),
  });
  const found = made("p", { className: "pb-hidden" });
  found.setAttribute("role", "status");
  const texts = entries.map(({ name, about, words }) => fold(`${name} ${about} ${words}`));
  filter.addEventListener("input", () => {
    const wanted = fold(filter.value).split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((one, place) => {
      one.hidden = !wanted.every((word) => texts[place].includes(word));
      count += one.hidden ? 0 : 1;
    });
    found.textContent = _("%(count)s of %(all)s shown", { count, all: entries.length });
  });
  return [label, filter, found, choices];
}

/**
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 */
export function adoptionList(form, asked) {
  return list(
    form,
    asked,
    (path, place) => {
      const text = cited(form, { path: [...path, "text"], label: _("What did it take over?") });
      return group({ path, label: _("Government %(number)s", { number: place + 1 }) }, government(form, path), text);
    },
    {},
    _("Government"),
  );
}

/**
 * One field for the name of a government: that of a city of the library goes into its file as the city's id.
 *
 * @param {PracticeForm} form
 * @param {import("./types.js").Path} path
 */
function government(form, path) {
  const { cities } = form.data;
  const known = cities.find(({ id }) => id === form.text([...path, "city"]));
  const control = made("input", {
    type: "text",
    value: known?.label ?? form.text([...path, "name"]),
    autocomplete: "off",
  });
  const options = made(
    "datalist",
    { id: `${idOf(path)}-known` },
    ...cities.map(({ label }) => made("option", { value: label })),
  );
  control.setAttribute("list", options.id);
  writes(form, control, [...path, "name"], (text) => {
    const city = cities.find(({ label }) => label === text.trim());
    form.set([...path, "city"], city?.id ?? "");
    return city ? "" : text;
  });
  const whole = box(
    {
      path: [...path, "name"],
      label: _("City or government"),
      help: _("Choose it from the list if it is in the library; else write its name."),
    },
    control,
    options,
  );
  control.id = idOf(path);
  whole.querySelector("label")?.setAttribute("for", control.id);
  return whole;
}

/**
 * Ticks for keys of sources in a list, as cities cite them.
 *
 * @param {PracticeForm} form
 * @param {import("./types.js").Path} path
 * @param {string} label
 */
export function keyList(form, path, label) {
  return {
    label,
    id: idOf(path),
    read: () => listAt(form.draftGroup, path).map(String),
    write: (/** @type {string[]} */ keys) => form.set(path, keys),
    done: () => form.touch(path),
  };
}
