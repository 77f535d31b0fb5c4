/* The dialog in which a source is added; what is wrong with it is told as one leaves a field, and none is taken with it. */

import { made, part } from "../components/dom.js";
import { _ } from "../components/language.js";
import { box } from "./fields.js";
import { folded, unfold } from "./later.js";
import { citeInAll } from "./one-source.js";
import { idOf, textAt } from "./paths.js";
import { Pause } from "./pause.js";
import { FIELDS, keyFor, MARK, nameOf } from "./sources.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Group } from "./types.js" */

/** ms after a field is left until what is wrong with it is told: at once, it would push away the button that is pressed. */
const PAUSE = 300;

export class SourceDialog {
  /** @param {PracticeForm} form */
  constructor(form) {
    this.form = form;
    this.dialog = /** @type {HTMLDialogElement} */ (form.find(".pb-form__source"));
    /** @type {((key: string) => void) | null} */
    this.added = null;
    part(this.dialog, "form").addEventListener("submit", (event) => this.take(event));
    part(this.dialog, "[data-close]").addEventListener("click", () => this.dialog.close());
    const fields = FIELDS.map(([name, label]) => {
      const control = made("input", { type: name === "url" ? "url" : "text", autocomplete: "off" });
      const wrong = () => this.wrong(this.source)[name] ?? "";
      const left = new Pause(form.life, PAUSE, () => this.mark(control, wrong()));
      control.addEventListener("change", () => left.begin());
      control.addEventListener("input", () => control.ariaInvalid && this.mark(control, wrong()));
      const asked = {
        path: ["new-source", name],
        label,
        isOptional: name !== "title",
        help: name === "date" ? MARK : "",
      };
      return box(asked, control);
    });
    const date = folded(_("Add its date"), false, ...fields.splice(-1));
    part(this.dialog, "[data-fields]").replaceChildren(...fields, date);
  }

  /** @param {(key: string) => void} added takes the key of the source that was added */
  ask(added) {
    this.added = added;
    for (const input of this.inputs) {
      input.value = "";
      this.mark(input, "");
    }
    this.dialog.showModal();
  }

  get inputs() {
    return FIELDS.map(
      ([name]) => /** @type {HTMLInputElement} */ (part(this.dialog, `#${idOf(["new-source", name])}`)),
    );
  }

  /** The source as it is typed. */
  get source() {
    /** @type {Group} */
    const source = {};
    this.inputs.forEach((input, place) => {
      const text = this.form.clean(input.value).trim();
      if (text) source[FIELDS[place][0]] = text;
    });
    return source;
  }

  /**
   * What is wrong with a source, by the name of its field.
   *
   * @param {Group} source
   * @returns {Record<string, string>}
   */
  wrong(source) {
    const problems = this.form.checker.problems("practice", { sources: { new: source } });
    const own = problems.filter(({ path }) => path.length > 2 && path[0] === "sources");
    return Object.fromEntries(own.reverse().map(({ path, words }) => [path[2], words])); // the first of a field counts
  }

  /** @param {Event} event */
  take(event) {
    event.preventDefault();
    const { form, source } = this;
    const wrong = this.wrong(source);
    this.inputs.forEach((input, place) => {
      this.mark(input, wrong[FIELDS[place][0]] ?? "");
    });
    const broken = this.inputs.find((input) => input.hasAttribute("aria-invalid"));
    if (broken) {
      unfold(broken);
      return broken.focus();
    }
    const { sources } = form;
    const known = Object.keys(sources).find((key) => source.url && textAt(sources, [key, "url"]) === source.url);
    const key = known ?? keyFor(source, sources);
    const isFirst = !Object.keys(sources).length;
    if (!known) sources[key] = source;
    if (isFirst && !form.isOfCity) citeInAll(form, key);
    form.changed();
    this.dialog.close();
    this.added?.(key);
    form.hear(_("Added: %(source)s", { source: nameOf(sources, key) }));
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} words
   */
  mark(input, words) {
    const error = part(this.dialog, `#${input.id}-error`);
    error.hidden = !words;
    error.textContent = words;
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}
