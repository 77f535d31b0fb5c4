/* What happens when a page comes and goes. The theme puts one page in place of another without a reload (instant
 * navigation); this is the only script that knows how it tells so. */

/** @typedef {{ subscribe(act: () => void): { unsubscribe(): void } }} Told */

const { document$, location$ } = /** @type {{ document$?: Told, location$?: Told }} */ (
  /** @type {unknown} */ (window)
);

/**
 * Call `act` for this page, and for each one that takes its place.
 *
 * @param {() => void} act
 */
export function onEveryPage(act) {
  if (document$) document$.subscribe(act);
  else act();
}

/**
 * Call `act` whenever instant navigation leads to another address, until `signal` is aborted.
 *
 * @param {() => void} act
 * @param {AbortSignal} [signal]
 */
export function onNavigation(act, signal) {
  const subscription = location$?.subscribe(act);
  signal?.addEventListener("abort", () => subscription?.unsubscribe());
}

/** The time during which a page is shown. All that is listened to in it ends with it. */
export class Life {
  /** @param {AbortSignal} signal aborted as soon as another page is shown */
  constructor(signal) {
    this.signal = signal;
  }

  get isOver() {
    return this.signal.aborted;
  }

  /**
   * Listen to an event of `target`.
   *
   * @template {Event} [Kind=Event]
   * @param {EventTarget} target
   * @param {string} kind
   * @param {(event: Kind) => void} act
   * @param {AddEventListenerOptions} [options]
   */
  on(target, kind, act, options) {
    target.addEventListener(kind, /** @type {EventListener} */ (act), { ...options, signal: this.signal });
  }

  /**
   * Call `act` when the reader goes a step back or forward and stays on the page.
   *
   * @param {() => void} act
   */
  onReturn(act) {
    this.on(window, "popstate", act);
  }

  /**
   * Call `act` when the page turns light or dark.
   *
   * @param {() => void} act
   */
  onScheme(act) {
    const observer = new MutationObserver(act);
    observer.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    this.atEnd(() => observer.disconnect());
  }

  /** @param {() => void} act */
  atEnd(act) {
    this.signal.addEventListener("abort", act);
  }
}

/**
 * Make a `Page` whenever a page with such an element is shown. It is made once for each element.
 *
 * @param {string} selector
 * @param {new (element: HTMLElement, life: Life) => unknown} Page
 */
export function onPage(selector, Page) {
  /** @type {{ element: HTMLElement, leaving: AbortController } | null} */
  let shown = null;
  onEveryPage(() => {
    const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    if (shown?.element === element) return;
    shown?.leaving.abort();
    shown = element && { element, leaving: new AbortController() };
    if (shown) new Page(shown.element, new Life(shown.leaving.signal));
  });
}
