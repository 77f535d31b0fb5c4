/* The page "Readiness": a city assesses itself, sees where it stands, and gets a plan. Nothing leaves the browser. */

import { counted } from "../search/results.js";
import { open } from "../search/store.js";
import { Picker } from "../your-city/picker.js";
import { load } from "../your-city/places.js";
import { asText, empty, isEmpty, merge, parse } from "./assessment.js";
import { drawEstimate } from "./estimate.js";
import { Form } from "./form.js";
import { made } from "./made.js";
import { settle, sourcesOf } from "./merging.js";
import { plan } from "./plan.js";
import { readStandard } from "./standard.js";
import { standing } from "./standing.js";
import { drawSteps } from "./steps.js";
import { KEY, UNREADABLE, asideOf, download, fileName, keep, kept, readFile, today } from "./storage.js";

const STEPS_WITH_CARDS = 8;
const WAIT = 300; // ms after a change until the plan is drawn anew
const MISTAKES_TOLD = 10;

let page = null;

function prepare() {
  const element = document.querySelector(".pb-readiness");
  if (page && page.element === element) return;
  page = element ? new Readiness(element) : null;
}

class Readiness {
  constructor(element) {
    this.element = element;
    this.find = (selector) => element.querySelector(selector);
    this.standard = readStandard(element);
    this.said = this.find(".pb-readiness__said");
    this.city = "";
    this.asked = ""; // a city that the address names, until it is known whether there is one
    this.data = null;
    this.most = STEPS_WITH_CARDS;
    this.turn = 0;
    this.form = new Form(element, (code) => this.changed(code));
    this.picker = new Picker(this.find(".pb-place"), this.find(".pb-readiness__place"), (place) => this.choose(place));
    element.querySelectorAll("[data-live]").forEach(function (part) { part.hidden = false; });
    this.listen();
    this.restore();
    this.readAddress();
    this.start();
  }

  listen() {
    const on = (name, act) => this.find("[data-do=" + name + "]").addEventListener("click", act);
    const [one, several] = [this.find("[data-file=one]"), this.find("[data-file=several]")];
    on("save", () => this.save());
    on("load", function () { one.click(); });
    on("merge", function () { several.click(); });
    on("clear", () => this.askToClear());
    on("more", () => this.more());
    one.addEventListener("change", () => this.opened(one, (files) => this.replace(files[0])));
    several.addEventListener("change", () => this.opened(several, (files) => this.merge(files)));
    this.find(".pb-readiness__form").addEventListener("submit", function (event) { event.preventDefault(); });
    const place = this.find(".pb-place");
    place.addEventListener("focusout", (event) => { if (!place.contains(event.relatedTarget)) this.leftPlace(); });
  }

  /** Places and practices, which the picker and the plan need and the form does not. */
  async start() {
    try {
      [this.data, this.index] = await Promise.all([load(), open()]);
    } catch (error) {
      this.find(".pb-plan__status").textContent = "The practices could not be loaded, so there is no plan. Check the connection, and load the page again. Your answers are kept.";
      return;
    }
    this.picker.data = this.data;
    this.showCity();
    this.answerAddress();
    await this.drawPlan();
    this.element.dataset.ready = "yes";
  }

  /* What is kept in the browser. */

  restore() {
    const text = kept();
    const { assessment, mistakes } = text ? parse(text, this.standard) : { assessment: empty(), mistakes: [] };
    if (text === null) this.warnOfStorage();
    if (mistakes.length) this.setUnreadableAside(text);
    this.put(assessment || empty());
  }

  /** What can't be read is not thrown away: it may be the work of weeks. */
  setUnreadableAside(text) {
    keep(text, UNREADABLE);
    const save = this.button("Save it as a file", () => download(text, "self-assessment-kept.json"));
    this.tell("What was kept in this browser can’t be read any more, so the form begins empty. It is not lost.", save);
  }

  /** A city in the address, as other pages link to this one. Nothing is done with it before the cities are loaded. */
  readAddress() {
    this.asked = new URLSearchParams(location.search).get("city") || "";
    if (this.asked) history.replaceState(history.state, "", location.pathname + location.hash);
  }

  answerAddress() {
    const asked = this.asked;
    this.asked = "";
    const place = asked && this.placeOf(asked);
    if (place) this.choose(place);
    else if (asked) this.find(".pb-readiness__place").textContent = "No city “" + asked.slice(0, 80) + "” is known here. Type its name, and choose from the list.";
  }

  /** The answers as they stand, with the city and who filled them in. */
  get assessment() {
    return { city: this.city, ...this.form.read() };
  }

  put(assessment) {
    this.city = assessment.city;
    this.form.fill(assessment);
    this.showCity();
    this.draw();
  }

  keep() {
    const assessment = this.assessment;
    const isBlank = isEmpty(assessment) && !assessment.city && !assessment.by;
    if (!keep(isBlank ? "" : asText(assessment, today()))) this.warnOfStorage();
  }

  warnOfStorage() {
    this.find(".pb-readiness__storage").hidden = false;
  }

  changed(code) {
    this.said.replaceChildren();
    this.form.refresh();
    this.keep();
    this.draw();
    clearTimeout(this.announcing);
    if (code) this.announcing = setTimeout(() => this.announce(code), 3 * WAIT);
  }

  /** Tell those who listen how far they are, once they pause. */
  announce(code) {
    const { id, name } = this.standard.areas.find(function (one) { return one.codes.includes(code); });
    const { yes, total } = standing(this.standard, this.form.read().answers).overall;
    const words = name + ": " + this.find("[data-count=" + id + "]").textContent + ". In all, yes to " + yes + " of " + total + ".";
    this.find(".pb-readiness__heard").textContent = words;
  }

  /* The city. */

  /** A city was chosen. Answers that were given for another one, or for none, are neither renamed nor dropped unasked. */
  choose(place) {
    const city = place ? place.id : "";
    if (city === this.city) return this.showCity();
    if (isEmpty(this.assessment)) return this.open(city);
    this.picker.show(this.here());
    const [here, there] = [this.nameOf(this.city), this.nameOf(city)];
    const aside = kept(asideOf(city));
    const open = this.button((aside ? "Open the answers for " : "Begin answers for ") + there, () => this.open(city));
    const rename = this.button("They are for " + there, () => this.rename(city));
    this.tell("The answers here are for " + here + ".", open, ...(aside ? [] : [rename]));
    this.said.focus();
  }

  /** Set the answers for the city at hand aside, and open those for another. */
  open(city) {
    const before = this.city;
    const isAside = !isEmpty(this.assessment);
    if (isAside && !keep(asText(this.assessment, today()), asideOf(before))) return this.warnOfStorage();
    const { assessment } = parse(kept(asideOf(city)) || "{}", this.standard);
    this.put({ ...(assessment || { ...empty(), by: this.assessment.by }), city: city });
    this.keep();
    if (assessment) keep("", asideOf(city));
    if (isAside) {
      const back = this.button("Back to " + this.nameOf(before), () => this.open(before));
      this.tell("These are the answers for " + this.nameOf(city) + ". Those for " + this.nameOf(before) + " are kept in this browser.", back);
    } else if (assessment) this.tell("These are the answers for " + this.nameOf(city) + " that this browser kept.");
  }

  /** Say that the answers at hand are for another city. */
  rename(city) {
    const before = this.city;
    this.city = city;
    this.keep();
    this.showCity();
    this.draw();
    this.tell("The answers are now for " + this.nameOf(city) + ".", this.button("Undo", () => this.rename(before)));
  }

  placeOf(city) {
    return (this.data && this.data.all.find(function (one) { return one.id === city; })) || null;
  }

  nameOf(city) {
    const place = this.placeOf(city);
    return place ? place.label : city || "no city yet";
  }

  button(words, act) {
    const button = made("button", { type: "button", className: "pb-button", textContent: words });
    button.addEventListener("click", act);
    return button;
  }

  /** A field left empty means no city; one with half a name goes back to the city chosen. */
  leftPlace() {
    if (!this.data) return;
    if (!this.picker.input.value.trim() && this.city) this.choose(null);
    else this.picker.show(this.here());
  }

  here() {
    return this.placeOf(this.city);
  }

  showCity() {
    if (!this.data) return;
    const here = this.here();
    if (this.city && !here) {
      this.find(".pb-readiness__place").textContent = "The city of these answers, “" + this.city + "”, is not among the cities here. The answers are kept under it.";
    } else if (here) this.find(".pb-readiness__place").textContent = "";
    this.picker.show(here);
    this.find("[data-paper=city]").textContent = here ? here.label : "";
  }

  /* Files. */

  save() {
    const name = fileName(this.city);
    download(asText(this.assessment, today()), name);
    this.tell("Saved as " + name + " where your browser puts downloads.");
  }

  async opened(input, use) {
    const files = await Promise.all(Array.from(input.files, (file) => readFile(file, this.standard)));
    input.value = ""; // so that the same file can be chosen again
    const bad = files.filter(function (file) { return !file.assessment; });
    if (bad.length) this.refuse(bad);
    else if (files.length) await use(files);
  }

  refuse(files) {
    const parts = files.flatMap(function ({ name, mistakes }) {
      const rest = mistakes.length - MISTAKES_TOLD;
      const told = mistakes.slice(0, MISTAKES_TOLD).concat(rest > 0 ? ["and " + rest + " more"] : []);
      return [made("p", {}, made("b", { textContent: name }), " was not loaded. Your answers are as they were."), made("ul", {}, ...told.map(function (words) { return made("li", { textContent: words }); }))];
    });
    this.tell(...parts);
  }

  replace({ name, assessment, remarks }) {
    const before = this.assessment;
    if (!isEmpty(before) && assessment.city !== before.city) keep(asText(before, today()), asideOf(before.city));
    this.put(assessment);
    this.keep();
    const words = "Loaded " + name + ": " + this.counted(assessment) + (isEmpty(before) ? "." : ", in place of what was here.");
    this.tell(words, ...remarksOf(remarks));
    if (!isEmpty(before)) this.offerUndo(before);
  }

  async merge(files) {
    const before = this.assessment;
    const sources = sourcesOf(before, files);
    const merged = merge(sources, this.standard);
    const settled = await settle(this.find(".pb-merge"), merged, this.standard, (city) => this.nameOf(city));
    if (!settled) return this.tell("Nothing was merged. Your answers are as they were.");
    this.put(settled);
    this.keep();
    const remarks = files.flatMap(function (file) { return file.remarks; }).concat(merged.remarks);
    const whole = sources.length === 1 ? "Only one set of answers was there: " : "Merged " + counted(sources.length, "set") + " of answers: ";
    this.tell(whole + this.counted(settled) + ".", ...remarksOf(remarks));
    this.offerUndo(before);
  }

  counted({ answers }) {
    return counted(Object.values(answers).filter(function (one) { return one.answer; }).length, "answer");
  }

  /* Clearing, and taking a change back. */

  askToClear() {
    const dialog = this.find(".pb-clear");
    dialog.onclose = () => { if (dialog.returnValue === "clear") this.clear(); };
    dialog.returnValue = "";
    dialog.showModal();
  }

  clear() {
    const before = this.assessment;
    this.put(empty());
    this.keep();
    this.tell((before.city ? "The answers for " + this.nameOf(before.city) + " are" : "Everything is") + " cleared, here and in this browser’s storage.");
    this.offerUndo(before);
  }

  offerUndo(before) {
    this.said.append(this.button("Undo", () => {
      this.put(before);
      this.keep();
      this.tell("Everything is as it was before.");
      this.said.focus(); // the button is gone
    }));
  }

  /** Say something where all can see and hear it. */
  tell(...parts) {
    this.said.replaceChildren(...parts.map(function (part) { return typeof part === "string" ? made("p", { textContent: part }) : part; }));
  }

  /* What follows from the answers. */

  draw() {
    const { answers } = this.form.read();
    drawEstimate(this.element, this.standard, answers, standing(this.standard, answers));
    const name = fileName(this.city);
    this.find(".pb-plan__command").textContent = "peerbook guide --assessment " + name + (this.city ? " --city " + this.city : "");
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.drawPlan(), WAIT);
  }

  async drawPlan() {
    if (!this.data) return;
    const mine = ++this.turn;
    const here = this.here();
    const { answers } = this.form.read();
    const steps = plan(this.standard, answers, here, this.data);
    const items = await drawSteps(steps, this.most, this.standard, this.index);
    if (mine !== this.turn) return;
    this.find(".pb-plan").replaceChildren(...items);
    const more = this.find("[data-do=more]");
    more.hidden = steps.length <= this.most;
    more.textContent = "Show practices for the other " + counted(steps.length - this.most, "step");
    const status = this.find(".pb-plan__status");
    if (isEmpty({ answers: answers })) status.textContent = "The plan is made of your answers: what is answered partly, no or not sure becomes a step.";
    else if (!steps.length) status.textContent = "No gap so far: nothing is answered partly, no or not sure.";
    else status.textContent = counted(steps.length, "step") + (here ? ", with practices of cities like " + here.label + " first." : ". Name your city above, and practices of cities like it come first.");
    this.element.querySelectorAll("[data-steps]").forEach(function (link) { link.textContent = steps.length ? "Plan (" + counted(steps.length, "step") + ")" : "Plan"; });
    this.element.dataset.plan = steps.map(function (step) { return step.criterion; }).join(" ");
  }

  async more() {
    const first = this.most;
    this.most = this.standard.criteria.length;
    await this.drawPlan();
    this.find(".pb-plan").children[first].querySelector("a").focus();
  }
}

function remarksOf(remarks) {
  return remarks.length ? [made("ul", {}, ...remarks.map(function (words) { return made("li", { textContent: words }); }))] : [];
}

if (window.document$) window.document$.subscribe(prepare);
else prepare();
/* What another tab of the same browser changed. */
window.addEventListener("storage", function (event) {
  if (page && document.contains(page.element) && (event.key === KEY || event.key === null)) page.restore();
});
