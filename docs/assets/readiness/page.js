/* The page "Readiness": a city assesses itself, sees where it stands, and gets a plan. Nothing leaves the browser. */

import { made, part, parts } from "../components/dom.js";
import { _, language, many, marked } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { openCards } from "../search/store.js";
import { load } from "../your-city/places.js";
import { asText, empty, isEmpty } from "./assessment.js";
import { City } from "./city.js";
import { drawEstimate } from "./estimate.js";
import { Files } from "./files.js";
import { Form } from "./form.js";
import { plan } from "./plan.js";
import { parse } from "./saved.js";
import { sheetOf } from "./sheet.js";
import { readStandard } from "./standard.js";
import { standing } from "./standing.js";
import { drawSteps } from "./steps.js";
import { download, fileName, KEY, keep, kept, today, UNREADABLE } from "./storage.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { Assessment } from "../types.js" */

const STEPS_WITH_CARDS = 8;
const WAIT = 300; // ms after a change until the plan is drawn anew
const NO_PLAN = _(
  "The practices could not be loaded, so there is no plan. Check the connection, and load the page again. Your answers are kept.",
);

export class Readiness {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.life = life;
    this.standard = readStandard(element);
    this.said = this.find(".pb-readiness__said");
    this.most = STEPS_WITH_CARDS;
    this.turn = 0;
    this.form = new Form(element, this.standard.limits, (code) => this.changed(code));
    this.city = new City(this);
    this.files = new Files(this);
    this.on("more", () => this.more());
    this.on("plan", () => this.printPlan());
    this.find(".pb-readiness__form").addEventListener("submit", (event) => event.preventDefault());
    this.restore();
    this.city.readAddress();
    this.city.picker.input.addEventListener("focus", () => this.fetch());
    if (this.isBlank) this.begin();
    else this.fetch();
    // What another tab of the same browser changed.
    life.on(window, "storage", (/** @type {StorageEvent} */ { key }) => {
      if (key === KEY || key === null) this.restore();
    });
    life.atEnd(() => {
      clearTimeout(this.waiting);
      clearTimeout(this.announcing);
    });
  }

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

  /** Places and practices, which the picker and a plan need and an empty form does not: once, or again if they failed. */
  async fetch() {
    if (this.fetching) return;
    this.fetching = true;
    try {
      const [data, index] = await Promise.all([load(), openCards()]);
      this.known = { data, index };
    } catch {
      this.fetching = false;
      this.find(".pb-plan__status").textContent = NO_PLAN;
      return;
    }
    if (this.life.isOver) return;
    this.city.know(this.known.data);
    await this.begin();
  }

  async begin() {
    await this.drawPlan();
    this.element.dataset.ready = "yes";
  }

  /* What is kept in the browser. */

  restore() {
    const text = kept();
    if (text === null) this.warnOfStorage();
    const { assessment } = text ? parse(text, this.standard) : { assessment: empty() };
    if (text && !assessment) this.setUnreadableAside(text);
    this.put(assessment ?? empty());
  }

  /**
   * What can't be read is not thrown away: it may be the work of weeks.
   *
   * @param {string} text
   */
  setUnreadableAside(text) {
    keep(text, UNREADABLE);
    const save = this.button(_("Save it as a file"), () => download(text, "self-assessment-kept.json"));
    const words = _("What was kept in this browser can’t be read any more, so the form begins empty. It is not lost.");
    this.tell(words, save);
  }

  /**
   * The answers as they stand, with the city and who filled them in.
   *
   * @returns {Assessment}
   */
  get assessment() {
    return { city: this.city.id, ...this.form.read() };
  }

  /** Whether nobody has said or asked for anything yet. */
  get isBlank() {
    return isEmpty(this.assessment) && !this.city.id && !this.city.asked;
  }

  /** @param {Assessment} assessment */
  put(assessment) {
    this.city.id = assessment.city;
    this.form.fill(assessment);
    this.city.show();
    this.draw();
  }

  keep() {
    const { assessment } = this;
    const isBlank = isEmpty(assessment) && !assessment.city && !assessment.by;
    if (!keep(isBlank ? "" : this.textOf(assessment))) this.warnOfStorage();
  }

  /** @param {Assessment} assessment */
  textOf(assessment) {
    return asText(assessment, today(), this.standard.limits);
  }

  warnOfStorage() {
    this.find(".pb-readiness__storage").hidden = false;
  }

  /** @param {string} code */
  changed(code) {
    this.said.replaceChildren();
    this.form.refresh();
    this.keep();
    this.draw();
    clearTimeout(this.announcing);
    if (code) this.announcing = setTimeout(() => this.announce(code), 3 * WAIT);
  }

  /**
   * Tell those who listen how far they are, once they pause.
   *
   * @param {string} code
   */
  announce(code) {
    const area = this.standard.areas.find(({ codes }) => codes.includes(code));
    if (!area) return;
    const { yes, total } = standing(this.standard, this.form.read().answers).overall;
    const answered = this.find(`[data-count=${area.id}]`).textContent ?? "";
    const message = marked("%(area)s: %(answered)s. In all, yes to %(yes)s of %(total)s.");
    this.find(".pb-readiness__heard").textContent = _(message, { area: area.name, answered, yes, total });
  }

  /**
   * @param {string} words
   * @param {() => void} act
   */
  button(words, act) {
    const button = made("button", { type: "button", className: "pb-button", textContent: words });
    button.addEventListener("click", act);
    return button;
  }

  /**
   * Say something where all can see and hear it.
   *
   * @param {...(string | HTMLElement)} said
   */
  tell(...said) {
    const elements = said.map((one) => (typeof one === "string" ? made("p", { textContent: one }) : one));
    this.said.replaceChildren(...elements);
  }

  /* What follows from the answers. */

  draw() {
    const { answers, by } = this.form.read();
    drawEstimate(this.element, this.standard, answers, standing(this.standard, answers));
    const city = this.city.id ? ` --city ${this.city.id}` : "";
    const spoken = language.slice(0, 2) === "en" ? "" : ` --language ${language.slice(0, 2)}`;
    this.find(".pb-plan__command").textContent =
      `peerbook guide --assessment ${fileName({ city: this.city.id, by }, today())}${city}${spoken}`;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.drawPlan(), WAIT);
  }

  async drawPlan() {
    if (!this.known) {
      if (this.isBlank) this.find(".pb-plan__status").textContent = this.planInWords(0, true);
      else this.fetch();
      return;
    }
    const mine = ++this.turn;
    const { answers } = this.form.read();
    const steps = plan(this.standard, answers, this.city.here, this.known.data);
    this.steps = steps;
    this.find("[data-do=plan]").toggleAttribute("disabled", !steps.length);
    const items = await drawSteps(steps, this.most, this.standard, this.known.index);
    if (mine !== this.turn) return;
    this.find(".pb-plan").replaceChildren(...items);
    const more = this.find("[data-do=more]");
    more.hidden = steps.length <= this.most;
    more.textContent = many(
      "Show practices for the other %(count)s step",
      "Show practices for the other %(count)s steps",
      steps.length - this.most,
    );
    this.find(".pb-plan__status").textContent = this.planInWords(steps.length, isEmpty({ answers }));
    const count = steps.length ? many("Plan (%(count)s step)", "Plan (%(count)s steps)", steps.length) : _("Plan");
    for (const link of parts(this.element, "[data-steps]")) link.textContent = count;
    this.element.dataset.plan = steps.map(({ criterion }) => criterion).join(" ");
  }

  /**
   * @param {number} count
   * @param {boolean} isBlank
   */
  planInWords(count, isBlank) {
    const { here } = this.city;
    if (isBlank) {
      return _("The plan is made of your answers: what is answered partly, no or not sure becomes a step.");
    }
    if (!count) return _("No gap so far: nothing is answered partly, no or not sure.");
    if (here) {
      return many(
        "%(count)s step, with practices of cities like %(city)s first.",
        "%(count)s steps, with practices of cities like %(city)s first.",
        count,
        { city: here.label },
      );
    }
    return many(
      "%(count)s step. Name your city above, and practices of cities like it come first.",
      "%(count)s steps. Name your city above, and practices of cities like it come first.",
      count,
    );
  }

  /** Two pages for the meeting in place of the whole worksheet. */
  async printPlan() {
    if (!this.known || !this.steps?.length) return;
    const { answers, by } = this.form.read();
    const head = { city: this.city.here?.label ?? "", by, day: today() };
    const sheet = await sheetOf(this.element, this.standard, answers, this.steps, this.known.index, head);
    this.element.append(sheet);
    this.element.dataset.printing = "plan";
    const done = () => {
      delete this.element.dataset.printing;
      sheet.remove();
    };
    window.addEventListener("afterprint", done, { once: true });
    window.print();
  }

  async more() {
    const first = this.most;
    this.most = this.standard.criteria.length;
    await this.drawPlan();
    const item = /** @type {HTMLElement} */ (this.find(".pb-plan").children[first]);
    part(item, "a").focus();
  }
}

onPage(".pb-readiness", Readiness);
