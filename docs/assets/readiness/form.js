/* The form: answers, ticks and notes in the controls of the page, and the same on paper. */

import { clean } from "./assessment.js";

export class Form {
  /** `changed` is called after the reader changed something, with the code of the criterion, or "" for who fills it in. */
  constructor(element, changed) {
    this.by = element.querySelector("#pb-by");
    this.paperBy = element.querySelector("[data-paper=by]");
    this.parts = new Map(Array.from(element.querySelectorAll("[data-code]"), (part) => [part.dataset.code, controlsOf(part)]));
    this.parts.forEach((part, code) => {
      part.element.addEventListener("input", () => changed(code));
      part.clear.addEventListener("click", () => {
        part.radios.forEach(function (radio) { radio.checked = false; });
        part.radios[0].focus();
        changed(code);
      });
    });
    this.by.addEventListener("input", function () { changed(""); });
  }

  /** Who filled it in, and the answers by code. */
  read() {
    const answers = {};
    this.parts.forEach(function ({ radios, boxes, note }, code) {
      const chosen = radios.find(function (radio) { return radio.checked; });
      const checks = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      const one = { answer: chosen ? chosen.value : "", checks: checks, note: clean(note.value).trim() };
      if (one.answer || checks.length || one.note) answers[code] = one;
    });
    return { by: clean(this.by.value).trim(), answers: answers };
  }

  /** Put an assessment into the controls. */
  fill({ by, answers }) {
    this.by.value = by;
    this.parts.forEach(function (part, code) {
      const { answer, checks, note } = answers[code] || { answer: "", checks: [], note: "" };
      part.radios.forEach(function (radio) { radio.checked = radio.value === answer; });
      part.boxes.forEach(function (box) { box.checked = checks.includes(box.value); });
      part.note.value = note;
      part.details.open = Boolean(note);
    });
    this.refresh();
  }

  /** What follows from the controls: which answers can be cleared, and what stands on paper. */
  refresh() {
    this.paperBy.textContent = this.by.value.trim();
    this.parts.forEach(function ({ radios, clear, note, paper }) {
      clear.hidden = !radios.some(function (radio) { return radio.checked; });
      paper.textContent = clean(note.value).trim();
    });
  }
}

function controlsOf(part) {
  const find = function (selector) { return part.querySelector(selector); };
  return {
    element: part,
    radios: Array.from(part.querySelectorAll("input[type=radio]")),
    boxes: Array.from(part.querySelectorAll("input[type=checkbox]")),
    clear: find(".pb-answer__clear"),
    details: find("details"),
    note: find("textarea"),
    paper: find(".pb-paper-note"),
  };
}
