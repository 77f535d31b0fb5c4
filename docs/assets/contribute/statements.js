/* Lists of sentences, each with the sources that tell it; and plain lists. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { box, button, group, writes } from "./fields.js";
import { joined, split } from "./markup.js";
import { citedFromTheStart } from "./one-source.js";
import { idOf, listAt } from "./paths.js";
import { citing } from "./sources.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Asked } from "./fields.js" */
/** @import { Json, Path } from "./types.js" */

/**
 * One text with its sources.
 *
 * @param {PracticeForm} form
 * @param {Asked & { rows?: number }} asked
 */
export function cited(form, asked) {
  const { path, rows = 3 } = asked;
  const control = made("textarea", { rows });
  control.value = split(form.text(path)).body;
  let cites = form.text(path) ? split(form.text(path)).keys : citedFromTheStart(form, path);
  const picker = citing(form, {
    label: asked.label,
    id: `${idOf(path)}-cite`,
    read: () => cites,
    write: (keys) => {
      cites = keys;
      form.set(path, joined(control.value, keys));
    },
    done: () => form.touch(path),
  });
  writes(form, control, path, (text) => {
    const { body, keys } = split(text);
    cites = Array.from(new Set([...cites, ...keys]));
    return body.trim() ? joined(body, cites) : "";
  });
  return box(asked, control, picker);
}

/**
 * A list of items, with a button that adds one and one with each that takes it out.
 *
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 * @param {(path: Path, place: number) => Node} item
 * @param {Json} empty a new item
 * @param {string} name of an item
 */
export function list(form, asked, item, empty, name) {
  const { path, another } = asked;
  const items = listAt(form.draftGroup, path);
  const whole = group(asked);
  items.forEach((_item, place) => {
    const tools = made("div", { className: "pb-item__tools" });
    if (place) tools.append(button(_("Move up"), () => move(place, place - 1), `${name} ${place + 1}`));
    const isBlank = items.length === 1 && !items[0];
    if (!isBlank) tools.append(button(_("Take out"), () => take(place), `${name} ${place + 1}`));
    whole.append(made("div", { className: "pb-item" }, item([...path, place], place), tools));
  });
  const add = button(another, () => {
    items.push(structuredClone(empty));
    form.changed();
    form.draw(idOf([...path, items.length - 1]));
  });
  add.id = `${idOf(path)}-add`;
  if (!items.length) add.dataset.first = idOf(path);
  whole.append(made("div", { className: "pb-buttons" }, add));
  return whole;

  /**
   * @param {number} from
   * @param {number} to
   */
  function move(from, to) {
    items.splice(to, 0, ...items.splice(from, 1));
    form.changed();
    form.draw(idOf([...path, to]));
    form.tell(_("%(name)s %(from)s is now number %(to)s.", { name, from: from + 1, to: to + 1 }));
  }

  /** @param {number} place */
  function take(place) {
    const [taken] = items.splice(place, 1);
    form.changed();
    form.draw(items.length ? idOf([...path, Math.min(place, items.length - 1)]) : add.id);
    form.tell(
      _("%(name)s %(number)s was taken out.", { name, number: place + 1 }),
      button(_("Undo"), () => {
        items.splice(place, 0, taken);
        form.changed();
        form.draw(idOf([...path, place]));
      }),
    );
  }
}

/**
 * What those who listen are told at the first item of a list: what the list is for, and what is wrong with it as a whole.
 *
 * @param {PracticeForm} form
 * @param {Asked} list
 * @param {number} place
 */
function heardFirst(form, { path, help, example }, place) {
  if (place) return {};
  const id = idOf(path);
  const describedBy = [...(help ? [`${id}-help`] : []), ...(example ? [`${id}-example`] : []), `${id}-error`];
  return { describedBy, isNeeded: form.isNeeded(path) };
}

/**
 * A list of sentences with sources. One empty one is there from the start.
 *
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 */
export function statementList(form, asked) {
  const items = listAt(form.draftGroup, asked.path);
  if (!items.length) items.push("");
  const name = asked.label;
  return list(
    form,
    asked,
    (path, place) =>
      cited(form, { path, label: `${name} ${place + 1}`, isHidden: true, ...heardFirst(form, asked, place) }),
    "",
    name,
  );
}

/**
 * A list of short lines without sources.
 *
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 * @param {(path: Path) => Node | null} [below] what stands below each
 */
export function lineList(form, asked, below) {
  const items = listAt(form.draftGroup, asked.path);
  if (!items.length) items.push("");
  const line = (/** @type {Path} */ path, /** @type {number} */ place) => {
    const control = made("input", { type: "text", value: form.text(path), autocomplete: "off" });
    writes(form, control, path, (text) => text);
    control.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !control.value.trim()) return;
      event.preventDefault();
      form.touch(path); // the field goes before it could say that it was left
      items.splice(place + 1, 0, "");
      form.changed();
      form.draw(idOf([...asked.path, place + 1]));
    });
    const more = below?.(path);
    const said = { path, label: `${asked.label} ${place + 1}`, isHidden: true, ...heardFirst(form, asked, place) };
    return box(said, control, ...(more ? [more] : []));
  };
  return list(form, asked, line, "", asked.label);
}
