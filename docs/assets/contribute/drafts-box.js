/* The box above the form: which draft is open, its name, the others, and files. */

import { made, part } from "../components/dom.js";
import { _ } from "../components/language.js";
import { download, today } from "../readiness/storage.js";
import { all, asText, empty, keyOf, read, setLast, store, textOf, titleOf } from "./drafts.js";
import { button } from "./fields.js";

/** @import { PracticeForm } from "./form.js" */

export class DraftsBox {
  /** @param {PracticeForm} form */
  constructor(form) {
    this.form = form;
    this.id = "";
    this.name = /** @type {HTMLInputElement} */ (form.find("#pb-draft-name"));
    this.name.addEventListener("input", () => {
      form.draft.name = form.clean(this.name.value);
      form.changed();
      this.tell();
    });
    const file = /** @type {HTMLInputElement} */ (form.find("[data-file]"));
    form.on("save", () =>
      download(asText(form.draft, today()), `${form.draft.slug || form.draft.city || "practice"}-draft.json`),
    );
    form.on("load", () => file.click());
    file.addEventListener("change", () => this.load(file));
    form.on("new", () => this.begin(empty()));
    const ask = /** @type {HTMLDialogElement} */ (form.find(".pb-form__delete"));
    form.on("delete", () => ask.showModal());
    ask.addEventListener("close", () => {
      if (ask.returnValue === "delete") this.remove();
      ask.returnValue = "";
    });
    // What another tab of the same browser changed.
    form.life.on(window, "storage", (/** @type {StorageEvent} */ { key, newValue }) => {
      if (key !== keyOf(this.id) || !newValue) return;
      const draft = read(newValue, form.data, form.clean);
      if (draft) form.open(draft);
    });
  }

  /**
   * Open a draft as one of its own.
   *
   * @param {import("./types.js").Draft} draft
   */
  begin(draft) {
    this.form.settle();
    this.id = crypto.randomUUID?.() ?? String(all().length + 1);
    setLast(this.id);
    this.form.visited.clear();
    this.form.touched.clear();
    this.form.open(draft);
  }

  /**
   * Open a draft that this browser keeps; whether there was one.
   *
   * @param {string} id
   */
  restore(id) {
    const text = id && textOf(id);
    const draft = text ? read(text, this.form.data, this.form.clean) : null;
    if (!draft) return false;
    this.form.settle();
    this.id = id;
    setLast(id);
    this.form.open(draft);
    return true;
  }

  /** The draft that mends a write-up, if one was begun. */
  idOfMend(/** @type {string} */ mends) {
    return all().find((id) => read(textOf(id) ?? "", this.form.data, this.form.clean)?.mends === mends) ?? "";
  }

  keep() {
    if (!this.id) return;
    const { draft } = this.form;
    const { added, reviewed, ...typed } = draft.practice;
    const isBlank =
      !draft.city &&
      !draft.name &&
      !/[^[\]{}",:]/.test(
        Object.values(typed)
          .map((one) => JSON.stringify(one))
          .join(),
      );
    if (isBlank && !textOf(this.id)) return;
    if (!store(this.id, asText(draft, today()))) this.form.find(".pb-form__storage").hidden = false;
  }

  remove() {
    store(this.id, "");
    this.id = "";
    const [other = ""] = all();
    if (!this.restore(other)) this.begin(empty());
    this.form.tell(_("The draft was deleted."));
  }

  /** @param {HTMLInputElement} input */
  async load(input) {
    const [file] = Array.from(input.files ?? []);
    input.value = "";
    if (!file) return;
    const { form } = this;
    const isSmall = file.size <= form.data.bytes;
    const draft = isSmall ? read(await file.text().catch(() => ""), form.data, form.clean) : null;
    if (!draft)
      return form.tell(
        isSmall
          ? _("This is not a draft that this page saved. Nothing was changed.")
          : _("The file is too large to be a draft. Nothing was changed."),
      );
    this.begin(draft);
    form.settle();
    form.tell(_("The draft was loaded, beside those that were here."));
  }

  /** Show what the draft is called, and the others. */
  tell() {
    const { draft } = this.form;
    this.form.find("[data-draft]").textContent = _("Draft: %(title)s", { title: titleOf(draft) });
    if (document.activeElement !== this.name) this.name.value = draft.name;
    const others = all().flatMap((id) => {
      const other = id === this.id ? null : read(textOf(id) ?? "", this.form.data, this.form.clean);
      return other
        ? [
            made(
              "li",
              {},
              titleOf(other),
              " ",
              button(_("Open"), () => this.restore(id), titleOf(other)),
            ),
          ]
        : [];
    });
    part(this.form.element, ".pb-drafts__list").replaceChildren(...others);
  }
}
