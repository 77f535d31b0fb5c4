/* The form: the draft, its steps, what is typed and what is wrong with it. */

import { made, part } from "../components/dom.js";
import { _, language } from "../components/language.js";
import { clean } from "../readiness/limits.js";
import { today } from "../readiness/storage.js";
import { learnTaken, stepInAddress, writeAddress } from "./address.js";
import { Checker } from "./check.js";
import { empty } from "./drafts.js";
import { DraftsBox } from "./drafts-box.js";
import { button, showProblems } from "./fields.js";
import { focusOn, landOn } from "./landing.js";
import { idOf, listAt, schemaAt, setAt, textAt } from "./paths.js";
import { Pause } from "./pause.js";
import { allProblems, wrongIn } from "./problems.js";
import { Similar } from "./similar.js";
import { SourceDialog } from "./source-dialog.js";
import { stepContent, stepList, stepOf } from "./steps.js";
import { written } from "./written.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { Draft, FileKind, FormData, Group, Json, Path, Problem } from "./types.js" */

const WRITTEN_IN = language.slice(0, 2);
const PAUSE = 300; // ms after a key until the draft is kept and checked

export class PracticeForm {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   * @param {FormData} data
   */
  constructor(element, life, data) {
    this.element = element;
    this.life = life;
    this.data = data;
    this.today = today();
    /** @type {Draft} */
    this.draft = empty();
    /** @type {Set<string>} what one has been at, as JSON of its path */
    this.touched = new Set();
    this.isAllTouched = false;
    /** @type {Path | null} the field that was left last */
    this.left = null;
    /** @type {Set<string>} ids of steps */
    this.visited = new Set();
    this.step = 0;
    /** @type {string[]} ids of the city's write-ups */
    this.taken = [];
    this.takenOf = "";
    /** @type {Problem[] | null} */
    this.found = null;
    /** @type {number | null} the place of the correction that this mend adds */
    this.ownCorrection = null;
    const { new: creates = "", edit: edits = "", issues: asks = "" } = element.dataset;
    this.repository = { creates, edits, asks };
    const { invisible, combining, mostCombining } = data.letters;
    const heaped = new RegExp(`(${combining}{${mostCombining}})${combining}+`, "gu");
    const signs = { unseen: new RegExp(invisible, "gu"), heaped };
    /** @param {string} text */
    this.clean = (text) => clean(text, signs);
    this.checker = new Checker(data, this.today);
    this.dialog = new SourceDialog(this);
    this.similar = new Similar(this);
    this.drafts = new DraftsBox(this);
    const keep = () => this.drafts.keep();
    this.pause = new Pause(life, PAUSE, () => this.settle(), keep);
    life.onReturn(() => this.show(stepInAddress(this), "", true));
  }

  /* What the parts of the form need. */

  /** @param {string} selector */
  find(selector) {
    return part(this.element, selector);
  }

  /**
   * What a button does.
   *
   * @param {string} name
   * @param {() => void} act
   */
  on(name, act) {
    this.find(`[data-do=${name}]`).addEventListener("click", act);
  }

  /** The draft as a group like any other. */
  get draftGroup() {
    return /** @type {Group} */ (/** @type {unknown} */ (this.draft));
  }

  get isOfCity() {
    return this.draft.mends.endsWith("/city");
  }

  /** Where sources of the present file stand. */
  get sources() {
    const file = this.isOfCity ? (this.draft.profile ?? {}) : this.draft.practice;
    const { sources } = file;
    if (sources && typeof sources === "object" && !Array.isArray(sources)) return sources;
    /** @type {Group} */
    const made = {};
    file.sources = made;
    return made;
  }

  /** The file as it stands. */
  get file() {
    return this.written(this.isOfCity ? "city" : "practice").data;
  }

  /** The steps: of a city there is one, and the last. */
  get steps() {
    const { steps } = this.data;
    return this.isOfCity ? [{ ...steps[0], title: this.draft.label, lead: "" }, steps[steps.length - 1]] : steps;
  }

  /** @param {Path} path */
  text(path) {
    return textAt(this.draftGroup, path);
  }

  /** @param {Path} path */
  listAt(path) {
    return listAt(this.draftGroup, path);
  }

  /** @param {Path} path */
  schemaOf(path) {
    const kind = path[0] === "profile" ? "city" : "practice";
    return schemaAt(this.data.schemas[kind], path.slice(1));
  }

  /** @param {Path} path */
  help(path) {
    return path.length > 1 ? (this.schemaOf(path).description ?? "") : "";
  }

  /** @param {Path} path */
  isNeeded(path) {
    const around = path.length > 1 ? this.schemaOf(path.slice(0, -1)) : {};
    return (around.required ?? []).includes(String(path[path.length - 1]));
  }

  /** @param {string} page of this site */
  link(page) {
    return new URL(`../../${page}`, location.href.replace(/[?#].*$/, "")).href;
  }

  /** @param {FileKind} kind */
  written(kind) {
    const typed = kind === "city" ? (this.draft.profile ?? {}) : this.draft.practice;
    return written(typed, this.data.schemas[kind]);
  }

  /* What is typed, and what is wrong with it. */

  /**
   * @param {Path} path
   * @param {Json} value
   */
  set(path, value) {
    setAt(this.draftGroup, path, value);
    this.changed();
    if (path[1] === "title" || path[1] === "summary") this.similar.later();
  }

  /** @param {Path} path of a field that was left */
  touch(path) {
    this.touched.add(JSON.stringify(path));
    this.left = path;
    this.later();
  }

  touchAll() {
    this.isAllTouched = true;
  }

  changed() {
    this.found = null;
    this.later();
  }

  later() {
    this.pause.begin();
  }

  /** Keep the draft, and tell what is wrong. */
  settle() {
    this.pause.end();
    if (!this.drafts.id) return;
    this.drafts.keep();
    this.drafts.tell();
    this.mark();
  }

  mark() {
    const isShown = (/** @type {Path} */ path) => this.isAllTouched || this.touched.has(JSON.stringify(path));
    showProblems(this.find(".pb-form__main"), this.problems(), isShown);
    this.find(".pb-form__steps ol").replaceChildren(...stepList(this));
    if (this.left) this.hear(wrongIn(this, this.left));
    this.left = null;
  }

  /** Say something to those who listen. @param {string} words */
  hear(words) {
    this.find(".pb-form__heard").textContent = words;
  }

  /** All that is wrong, in the order of the steps. */
  problems() {
    this.found ??= allProblems(this);
    return this.found;
  }

  /** @param {Draft} draft */
  open(draft) {
    this.draft = draft;
    this.found = null;
    this.isAllTouched = false;
    this.ownCorrection = null;
    this.find("[data-words]").textContent = draft.mends
      ? _("Mend: %(title)s", { title: draft.label })
      : _("Add a practice");
    this.draft.practice.added ||= this.today;
    if (!draft.mends && WRITTEN_IN !== "en") this.draft.practice.language ||= WRITTEN_IN;
    this.draft.practice.reviewed ||= this.today;
    if (draft.mends && !this.isOfCity) this.draft.practice.reviewed = this.today;
    this.drafts.tell();
    this.show(Math.min(this.step, this.steps.length - 1), "", true);
  }

  /**
   * Show a step.
   *
   * @param {number} place
   * @param {string} [focus] id of what is in focus then; without it the heading
   * @param {boolean} [isQuiet] whether focus and address stay
   */
  show(place, focus, isQuiet) {
    const left = this.steps[this.step];
    if (left && place !== this.step) this.visited.add(left.id);
    this.step = place;
    if (!isQuiet) writeAddress(this);
    this.draw(focus || (isQuiet ? "" : "pb-step"));
    if (this.draft.city) learnTaken(this);
  }

  /**
   * Draw the step anew.
   *
   * @param {string} [focus] id of what is in focus then
   */
  draw(focus) {
    const step = this.steps[this.step];
    const steps = /** @type {HTMLDetailsElement} */ (this.find(".pb-form__steps details"));
    const isToChoose = Boolean(this.draft.mends) && !this.isOfCity && !this.step; // the part that is wrong
    steps.open = isToChoose || matchMedia("(min-width: 45em)").matches;
    const where = _("Step %(number)s of %(all)s", { number: this.step + 1, all: this.steps.length });
    const position = made("p", { className: "pb-form__where", textContent: where });
    const moves = made("div", { className: "pb-form__moves" });
    if (this.step) moves.append(button(_("Back"), () => this.show(this.step - 1)));
    const next = this.steps[this.step + 1];
    if (next) {
      const on = button(_("Continue"), () => this.show(this.step + 1), _("to: %(step)s", { step: next.title }));
      on.classList.add("pb-button--main");
      moves.append(on);
    }
    this.element.toggleAttribute("data-begun", this.step > 0 || Boolean(this.draft.mends));
    this.find(".pb-form__main").replaceChildren(position, ...stepContent(this, step), moves);
    this.found = null;
    this.mark();
    if (focus) focusOn(focus);
    if (focus === "pb-step") this.find(".pb-form__main").scrollIntoView();
    if (focus === "pb-step") document.getElementById("pb-summary")?.parentElement?.focus();
  }

  /**
   * Go to the field of a path.
   *
   * @param {Path} path
   * @param {string} [id] of it, if that is not as its path says
   */
  go(path, id) {
    this.show(stepOf(this.steps, path), id ?? idOf(path));
    landOn(this, path);
  }

  /**
   * Say something where all can see and hear it.
   *
   * @param {...(string | HTMLElement)} said
   */
  tell(...said) {
    const elements = said.map((one) => (typeof one === "string" ? made("p", { textContent: one }) : one));
    this.find(".pb-form__said").replaceChildren(...elements);
  }
}
