/* What is done a moment after the last key, so that nothing is done at each. */

/** @import { Life } from "../components/page-life.js" */

export class Pause {
  /**
   * @param {Life} life
   * @param {number} length in ms
   * @param {() => void} act
   * @param {() => void} [leave] in place of it, where the page goes or is put aside before the moment is over
   */
  constructor(life, length, act, leave) {
    this.length = length;
    this.act = act;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    const left = () => this.waiting && leave?.();
    life.on(document, "visibilitychange", left);
    life.atEnd(() => {
      left();
      this.end();
    });
  }

  /** Begin anew. */
  begin() {
    this.end();
    this.waiting = setTimeout(() => {
      this.end();
      this.act();
    }, this.length);
  }

  end() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}
