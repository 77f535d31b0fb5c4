/* Fields: a label, what the model says of it, an example, and what is wrong. After the habits of the GOV.UK design system. */

import { made } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { length } from "../readiness/limits.js";
import { idOf } from "./paths.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Named, Path } from "./types.js" */

/**
 * @typedef {object} Asked
 * @property {Path} path in the draft
 * @property {string} label
 * @property {string} [help]
 * @property {string} [example]
 * @property {boolean} [isHidden] whether the label is for those alone who listen
 * @property {boolean} [isOptional]
 * @property {boolean} [isNeeded] whether those who listen are told that it has to be filled in
 * @property {string[]} [describedBy] ids of more that is said of it, outside of its box
 */

/** The text of the paragraph below a field that says what is wrong. */
export const ERROR = "pb-field__error";

/**
 * A box around a control, with its words.
 *
 * @param {Asked} asked
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {...Node} more
 */
export function box(asked, control, ...more) {
  const { path, label, help, example, isHidden, isOptional, isNeeded, describedBy = [] } = asked;
  const id = idOf(path);
  control.id = id;
  const words = made("label", { htmlFor: id, className: isHidden ? "pb-hidden" : "pb-field__label" }, label);
  if (isOptional) words.append(" ", made("span", { className: "pb-field__optional", textContent: _("(if known)") }));
  const parts = [words, ...hints(id, help, example)];
  const error = made("p", { id: `${id}-error`, className: ERROR, hidden: true });
  const ids = [...describedBy, ...parts.slice(1).map((one) => one.id), error.id];
  control.setAttribute("aria-describedby", ids.join(" "));
  if (isNeeded) control.setAttribute("aria-required", "true");
  const whole = made("div", { className: "pb-field" }, ...parts, error, control, ...more);
  whole.dataset.path = JSON.stringify(path);
  return whole;
}

/**
 * A group of controls with a legend in place of a label. Its first control is where one lands.
 *
 * @param {Asked} asked
 * @param {...Node} inside
 */
export function group({ path, label, help, example, isHidden, isOptional }, ...inside) {
  const id = idOf(path);
  const legend = made("legend", { className: isHidden ? "pb-hidden" : "pb-field__label" }, label);
  if (isOptional) legend.append(" ", made("span", { className: "pb-field__optional", textContent: _("(if known)") }));
  const words = hints(id, help, example);
  const error = made("p", { id: `${id}-error`, className: ERROR, hidden: true });
  const whole = made("fieldset", { className: "pb-field pb-field--group" }, legend, ...words, error, ...inside);
  whole.setAttribute("aria-describedby", [...words.map((one) => one.id), error.id].join(" "));
  whole.dataset.path = JSON.stringify(path);
  return whole;
}

/**
 * @param {string} id
 * @param {string} [help]
 * @param {string} [example]
 */
function hints(id, help, example) {
  const said = [];
  if (help) said.push(made("p", { id: `${id}-help`, className: "pb-field__help", textContent: help }));
  if (example)
    said.push(
      made(
        "p",
        { id: `${id}-example`, className: "pb-field__example" },
        made("b", { textContent: `${_("Example:")} ` }),
        example,
      ),
    );
  return said;
}

/** What a file has in place of a number, by how it is typed in the language. */
const TYPED = new Map([
  [_("unknown"), "unknown"],
  [_("undated"), "undated"],
]);

/**
 * A text field that writes into the draft.
 *
 * @param {PracticeForm} form
 * @param {Asked & { rows?: number, most?: number, mode?: string, type?: string, isOrWord?: boolean }} asked `isOrWord`
 *   where a word may stand in place of a number
 */
export function textField(form, asked) {
  const { path, rows, most, mode, type = "text", isOrWord } = asked;
  const control = rows ? made("textarea", { rows }) : made("input", { type });
  const held = form.text(path);
  const word = isOrWord ? Array.from(TYPED).find(([, one]) => one === held) : undefined;
  control.value = word ? word[0] : held;
  control.autocomplete = "off";
  if (mode) control.inputMode = mode;
  const count = most ? [counter(control, most)] : [];
  writes(form, control, path, (text) => (isOrWord && TYPED.get(text.trim().toLowerCase())) || text);
  return box({ isNeeded: form.isNeeded(path), ...asked }, control, ...count);
}

/**
 * Let a control write into the draft as one types, and say what is wrong once one leaves it.
 *
 * @param {PracticeForm} form
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @param {Path} path
 * @param {(text: string) => string} meant
 */
export function writes(form, control, path, meant) {
  control.addEventListener("input", () => form.set(path, meant(form.clean(control.value))));
  control.addEventListener("change", () => form.touch(path));
  if (control instanceof HTMLTextAreaElement) {
    const grow = () => {
      control.style.height = "auto";
      control.style.height = `${control.scrollHeight + 2}px`;
    };
    control.addEventListener("input", grow);
    requestAnimationFrame(grow);
  }
}

/**
 * How many characters are left, told to those who listen when few are.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {number} most
 */
function counter(control, most) {
  const told = made("p", { className: "pb-field__count" });
  const tell = () => {
    const left = most - length(control.value.trim());
    told.textContent =
      left >= 0
        ? many("%(count)s character left", "%(count)s characters left", left)
        : many("%(count)s character too many", "%(count)s characters too many", -left);
    told.toggleAttribute("data-over", left < 0);
  };
  control.addEventListener("input", tell);
  tell();
  return told;
}

/**
 * One of a few values, as radio buttons.
 *
 * @param {PracticeForm} form
 * @param {Asked} asked
 * @param {(Named & { about?: string })[]} options
 * @param {(value: string) => void} [then]
 */
export function oneOf(form, asked, options, then) {
  const id = idOf(asked.path);
  const chosen = form.text(asked.path);
  const labels = options.map(({ id: value, name, about }, place) => {
    const radio = made("input", { type: "radio", name: id, value, checked: value === chosen });
    if (!place) radio.id = id;
    radio.addEventListener("change", () => {
      form.set(asked.path, value);
      form.touch(asked.path);
      then?.(value);
    });
    const words = made("span", {}, name);
    if (about) words.append(made("span", { className: "pb-small", textContent: about }));
    return made("label", { className: "pb-choice" }, radio, words);
  });
  const whole = group(asked, made("div", { className: "pb-choices" }, ...labels));
  whole.setAttribute("role", "radiogroup");
  if (form.isNeeded(asked.path)) whole.setAttribute("aria-required", "true");
  return whole;
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [about] for those who hear the button out of its context
 */
export function button(words, act, about) {
  const element = made("button", { type: "button", className: "pb-button" }, words);
  if (about) element.append(made("span", { className: "pb-hidden", textContent: ` ${about}` }));
  element.addEventListener("click", act);
  return element;
}

/**
 * Show what is wrong beside each field that one has been at, and mark it.
 *
 * @param {HTMLElement} root
 * @param {{ path: Path, words: string }[]} problems
 * @param {(path: Path) => boolean} isShown
 */
export function showProblems(root, problems, isShown) {
  const boxes = Array.from(/** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".pb-field[data-path]")));
  const paths = boxes.map((one) => /** @type {Path} */ (JSON.parse(one.dataset.path ?? "[]")));
  boxes.forEach((one, place) => {
    const own = problems.find(({ path }) => nearest(paths, path) === place);
    const error = /** @type {HTMLElement | null} */ (one.querySelector(`:scope > .${ERROR}`));
    const words = own && isShown(paths[place]) ? own.words : "";
    if (!error) return;
    error.hidden = !words;
    error.replaceChildren(
      ...(words ? [made("span", { className: "pb-hidden", textContent: `${_("Error:")} ` }), words] : []),
    );
    one.toggleAttribute("data-wrong", Boolean(words));
    const isChoice = one.getAttribute("role") === "radiogroup";
    const control = isChoice ? one : one.matches("fieldset") ? null : one.querySelector("input, textarea, select");
    if (words) control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  });
}

/**
 * The place of the longest path that a path begins with, -1 if there is none.
 *
 * @param {Path[]} paths
 * @param {Path} path
 */
export function nearest(paths, path) {
  let best = -1;
  paths.forEach((one, place) => {
    const isAround = one.length <= path.length && one.every((step, at) => step === path[at]);
    if (isAround && (best < 0 || one.length > paths[best].length)) best = place;
  });
  return best;
}
