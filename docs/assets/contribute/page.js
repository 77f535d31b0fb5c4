/* The page "Add a practice": a form in steps, checked as one types, kept in the browser. Nothing is sent anywhere. */

import { part, parts } from "../components/dom.js";
import { _ } from "../components/language.js";
import { onPage } from "../components/page-life.js";
import { openAsked } from "./address.js";
import { formData } from "./data.js";
import { PracticeForm } from "./form.js";

/** @import { Life } from "../components/page-life.js" */

class FormPage {
  /**
   * @param {HTMLElement} element
   * @param {Life} life
   */
  constructor(element, life) {
    this.element = element;
    this.start(life);
  }

  /** @param {Life} life */
  async start(life) {
    try {
      const data = await formData();
      if (life.isOver) return;
      for (const one of parts(this.element, "[data-live]")) one.hidden = false;
      await openAsked(new PracticeForm(this.element, life, data));
      this.element.dataset.ready = "yes";
    } catch (error) {
      part(this.element, ".pb-form__status").textContent = _(
        "The form could not be loaded. Check the connection, and load the page again.",
      );
      throw error;
    }
  }
}

onPage(".pb-form", FormPage);
