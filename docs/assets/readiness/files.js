/* Answers saved to a file, loaded, merged and cleared; and each of these taken back. */

import { made } from "../components/dom.js";
import { _, around, many } from "../components/language.js";
import { empty, isEmpty } from "./assessment.js";
import { merge } from "./merged.js";
import { settle, sourcesOf } from "./merging.js";
import { asideOf, download, fileName, keep, readFile, today } from "./storage.js";

/** @import { Assessment } from "../types.js" */
/** @import { Readiness } from "./page.js" */
/** @typedef {{ name: string, assessment: Assessment, remarks: string[] }} Loaded */

const MISTAKES_TOLD = 10;

export class Files {
  /** @param {Readiness} page */
  constructor(page) {
    this.page = page;
    this.field("load", "one", ([file]) => this.replace(file));
    this.field("merge", "several", (files) => this.merge(files));
    page.on("save", () => this.save());
    page.on("clear", () => this.askToClear());
  }

  /**
   * A button that lets one choose files, and what is done with them.
   *
   * @param {string} button
   * @param {string} name of the field
   * @param {(files: Loaded[]) => void | Promise<void>} use
   */
  field(button, name, use) {
    const field = /** @type {HTMLInputElement} */ (this.page.find(`[data-file=${name}]`));
    this.page.on(button, () => field.click());
    field.addEventListener("change", async () => {
      const chosen = Array.from(field.files ?? [], (file) => readFile(file, this.page.standard));
      const files = await Promise.all(chosen);
      field.value = ""; // so that the same file can be chosen again
      const good = files.flatMap(({ assessment, ...rest }) => (assessment ? [{ ...rest, assessment }] : []));
      if (good.length < files.length) this.refuse(files.filter(({ assessment }) => !assessment));
      else if (good.length) await use(good);
    });
  }

  save() {
    const { page } = this;
    const { assessment } = page;
    const name = fileName(assessment, today());
    download(page.textOf(assessment), name);
    page.tell(_("Saved as %(name)s where your browser puts downloads.", { name }));
  }

  /** @param {{ name: string, mistakes: string[] }[]} files */
  refuse(files) {
    const said = files.flatMap(({ name, mistakes }) => {
      const rest = mistakes.length - MISTAKES_TOLD;
      const told =
        rest > 0
          ? [...mistakes.slice(0, MISTAKES_TOLD), many("and %(count)s more", "and %(count)s more", rest)]
          : mistakes;
      const bold = made("b", { textContent: name });
      const words = around("%(name)s was not loaded. Your answers are as they were.", { name: bold });
      return [made("p", {}, ...words), listOf(told)];
    });
    this.page.tell(...said);
  }

  /** @param {Loaded} file */
  replace({ name, assessment, remarks }) {
    const { page } = this;
    const before = page.assessment;
    const wasEmpty = isEmpty(before);
    if (!wasEmpty && assessment.city !== before.city) keep(page.textOf(before), asideOf(before.city));
    page.put(assessment);
    page.keep();
    const count = answersIn(assessment);
    const words = wasEmpty
      ? many("Loaded %(name)s: %(count)s answer.", "Loaded %(name)s: %(count)s answers.", count, { name })
      : many(
          "Loaded %(name)s: %(count)s answer, in place of what was here.",
          "Loaded %(name)s: %(count)s answers, in place of what was here.",
          count,
          { name },
        );
    page.tell(words, ...remarksOf(remarks));
    if (!wasEmpty) this.offerUndo(before);
  }

  /** @param {Loaded[]} files */
  async merge(files) {
    const { page } = this;
    const before = page.assessment;
    const sources = sourcesOf(before, files);
    const merged = merge(sources, page.standard);
    const dialog = /** @type {HTMLDialogElement} */ (page.find(".pb-merge"));
    const settled = await settle(dialog, merged, page.standard, (city) => page.city.nameOf(city));
    if (!settled) return page.tell(_("Nothing was merged. Your answers are as they were."));
    page.put(settled);
    page.keep();
    const remarks = [...files.flatMap((file) => file.remarks), ...merged.remarks];
    const answers = many("%(count)s answer", "%(count)s answers", answersIn(settled));
    const words = many(
      "Only one set of answers was there: %(answers)s.",
      "Merged %(count)s sets of answers: %(answers)s.",
      sources.length,
      { answers },
    );
    page.tell(words, ...remarksOf(remarks));
    this.offerUndo(before);
  }

  askToClear() {
    const dialog = /** @type {HTMLDialogElement} */ (this.page.find(".pb-clear"));
    dialog.onclose = () => {
      if (dialog.returnValue === "clear") this.clear();
    };
    dialog.returnValue = "";
    dialog.showModal();
  }

  clear() {
    const { page } = this;
    const before = page.assessment;
    page.put(empty());
    page.keep();
    const city = page.city.nameOf(before.city);
    const words = before.city
      ? _("The answers for %(city)s are cleared, here and in this browser’s storage.", { city })
      : _("Everything is cleared, here and in this browser’s storage.");
    page.tell(words);
    this.offerUndo(before);
  }

  /** @param {Assessment} before */
  offerUndo(before) {
    const { page } = this;
    const undo = page.button(_("Undo"), () => {
      page.put(before);
      page.keep();
      page.tell(_("Everything is as it was before."));
      page.said.focus(); // the button is gone
    });
    page.said.append(undo);
  }
}

/** @param {Assessment} assessment */
function answersIn({ answers }) {
  return Object.values(answers).filter(({ answer }) => answer).length;
}

/** @param {string[]} remarks */
function remarksOf(remarks) {
  return remarks.length ? [listOf(remarks)] : [];
}

/** @param {string[]} sentences */
function listOf(sentences) {
  return made("ul", {}, ...sentences.map((words) => made("li", { textContent: words })));
}
