/* Where one lands: the field of a path in focus, whatever it is folded away in. */

import { parts } from "../components/dom.js";
import { nearest } from "./fields.js";
import { unfold } from "./later.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Path } from "./types.js" */

/**
 * Put what has an id into focus; in place of a list that is empty, the button that adds to it.
 *
 * @param {string} id
 */
export function focusOn(id) {
  const target = document.getElementById(id) ?? document.getElementById(`${id}-add`);
  if (!target) return;
  unfold(target);
  target.focus();
}

/**
 * Show the box around the field of a path, and put its first control into focus if nothing in it is.
 *
 * @param {PracticeForm} form
 * @param {Path} path
 */
export function landOn(form, path) {
  const boxes = parts(form.find(".pb-form__main"), ".pb-field[data-path]");
  const paths = boxes.map((one) => JSON.parse(/** @type {HTMLElement} */ (one).dataset.path ?? "[]"));
  const box = boxes[nearest(paths, path)];
  if (!box) return;
  unfold(box);
  if (!box.contains(document.activeElement)) {
    const first = parts(box, "input, textarea, select, button")[0];
    if (first) unfold(first);
    first?.focus();
  }
  const { activeElement } = document;
  // Of radio buttons the chosen one is where the keyboard goes on.
  if (activeElement instanceof HTMLInputElement && activeElement.type === "radio") parts(box, ":checked")[0]?.focus();
  box.scrollIntoView({ block: box.clientHeight > innerHeight ? "start" : "center" });
}
