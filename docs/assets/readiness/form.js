/* The form: answers, ticks and notes in the controls of the page, and the same on paper. */

import { part, parts } from "../components/dom.js";
import { clean } from "./limits.js";

/** @import { Answer, Answers, Assessment, Limits } from "../types.js" */

export class Form {
  /**
   * @param {HTMLElement} element
   * @param {Limits} limits
   * @param {(code: string) => void} changed called after the reader changed something, with the code of the criterion,
   *   or "" for who fills it in
   */
  constructor(element, limits, changed) {
    this.limits = limits;
    /** @type {HTMLInputElement} */
    this.by = part(element, "#pb-by");
    this.paperBy = part(element, "[data-paper=by]");
    this.parts = new Map(parts(element, "[data-code]").map((one) => [one.dataset.code ?? "", controlsOf(one)]));
    this.parts.forEach((controls, code) => {
      controls.element.addEventListener("input", () => changed(code));
      controls.clear.addEventListener("click", () => {
        for (const radio of controls.radios) radio.checked = false;
        controls.radios[0].focus();
        changed(code);
      });
    });
    this.by.addEventListener("input", () => changed(""));
  }

  /**
   * Who filled it in, and the answers by code.
   *
   * @returns {Pick<Assessment, "by" | "answers">}
   */
  read() {
    /** @type {Answers} */
    const answers = {};
    this.parts.forEach(({ radios, boxes, note }, code) => {
      const answer = /** @type {Answer | ""} */ (radios.find((radio) => radio.checked)?.value ?? "");
      const checks = boxes.filter((box) => box.checked).map((box) => box.value);
      const one = { answer, checks, note: this.typed(note) };
      if (one.answer || checks.length || one.note) answers[code] = one;
    });
    return { by: this.typed(this.by), answers };
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  typed({ value }) {
    return clean(value, this.limits).trim();
  }

  /**
   * Put an assessment into the controls.
   *
   * @param {Assessment} assessment
   */
  fill({ by, answers }) {
    this.by.value = by;
    this.parts.forEach((controls, code) => {
      const { answer, checks, note } = answers[code] ?? { answer: "", checks: [], note: "" };
      for (const radio of controls.radios) radio.checked = radio.value === answer;
      for (const box of controls.boxes) box.checked = checks.includes(box.value);
      controls.note.value = note;
      controls.details.open = Boolean(note);
    });
    this.refresh();
  }

  /** What follows from the controls: which answers can be cleared, and what stands on paper. */
  refresh() {
    this.paperBy.textContent = this.by.value.trim();
    for (const { radios, clear, note, paper } of this.parts.values()) {
      clear.hidden = !radios.some((radio) => radio.checked);
      paper.textContent = this.typed(note);
    }
  }
}

/** @param {HTMLElement} element of a criterion */
function controlsOf(element) {
  return {
    element,
    radios: /** @type {HTMLInputElement[]} */ (parts(element, "input[type=radio]")),
    boxes: /** @type {HTMLInputElement[]} */ (parts(element, "input[type=checkbox]")),
    clear: part(element, ".pb-answer__clear"),
    details: /** @type {HTMLDetailsElement} */ (part(element, "details")),
    note: /** @type {HTMLTextAreaElement} */ (part(element, "textarea")),
    paper: part(element, ".pb-paper-note"),
  };
}
