/* A field with a list of options below it, of which the arrow keys mark one (WAI-ARIA Authoring Practices, combobox). */

export class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {() => HTMLElement[]} options those that are shown now
   */
  constructor(input, options) {
    this.input = input;
    this.options = options;
    this.place = -1;
  }

  /** The option that is marked. */
  get marked() {
    return this.place < 0 ? undefined : this.options()[this.place];
  }

  /**
   * Say whether the list is open; no option of it is marked.
   *
   * @param {boolean} isOpen
   */
  show(isOpen) {
    this.place = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  /**
   * Take a key: whether it was an arrow that moved the mark, round and round.
   *
   * @param {KeyboardEvent} event
   */
  take(event) {
    const options = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !options.length) return false;
    event.preventDefault();
    this.marked?.setAttribute("aria-selected", "false");
    const from = this.place < 0 && step < 0 ? 0 : this.place;
    this.place = (from + step + options.length) % options.length;
    const marked = options[this.place];
    marked.setAttribute("aria-selected", "true");
    marked.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", marked.id);
    return true;
  }
}
