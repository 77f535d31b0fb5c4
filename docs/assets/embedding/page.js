/* The page "Put a practice on your site": the code for the practice that the address names. */

import { part, parts } from "../components/dom.js";
import { _ } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { ROOT } from "../search/store.js";
import { frame, isPractice, quotation } from "./snippets.js";

/** @import { Life } from "../components/page-life.js" */
/** @import { PracticeRecord } from "../types.js" */

class Embedding {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    const id = new URL(location.href).searchParams.get("practice") ?? "";
    if (isPractice(id)) this.show(id, life);
  }

  /**
   * @param {string} id
   * @param {Life} life
   */
  async show(id, life) {
    const page = new URL(`practices/${id}/`, ROOT);
    const card = new URL(`embed/${id}/`, ROOT);
    const answer = await fetch(new URL("index.json", page));
    if (!answer.ok || life.isOver) return;
    /** @type {PracticeRecord} */
    const practice = await answer.json();
    part(this.element, ".pb-embedding__chosen").textContent = practice.title;
    this.code("frame").value = frame(card.href, practice.title);
    this.code("text").value = quotation(practice, page.href);
    /** @type {HTMLIFrameElement} */ (part(this.element, "iframe")).src = card.href;
    for (const button of parts(this.element, "[data-copy]")) {
      life.on(button, "click", () => this.copy(button));
    }
    part(this.element, ".pb-embedding__live").hidden = false;
    part(this.element, ".pb-embedding__all").hidden = true;
    this.element.dataset.ready = "yes";
  }

  /**
   * @param {string} name
   * @returns {HTMLTextAreaElement}
   */
  code(name) {
    return part(this.element, `.pb-embedding__${name}`);
  }

  /** @param {HTMLElement} button */
  async copy(button) {
    const code = this.code(button.dataset.copy ?? "");
    const said = part(this.element, "[role=status]");
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = _("Copied.");
    } catch {
      code.select();
      said.textContent = _("Your browser does not let the page copy. The code is marked: copy it with your keyboard.");
    }
  }
}

onPage(".pb-embedding", Embedding);
