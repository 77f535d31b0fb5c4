/* The search box in the header: results of every kind as one types. Enter leads to the Find page. */

import { Combobox } from "../components/combobox.js";
import { made, part, parts } from "../components/dom.js";
import { _, many } from "../components/language.js";
import { onNavigation } from "../components/page-life.js";

/** @typedef {import("../types.js").SearchResult} SearchResult */
/** @typedef {{ kind: string, name: string, cards: HTMLElement[] }} Group */
/** @typedef {Awaited<ReturnType<typeof engine>>} Engine */

/** @type {[kind: string, name: string, most: number][]} */
const GROUPS = [
  ["practice", _("Practices"), 5],
  ["topic", _("Topics"), 2],
  ["method", _("Kinds of answer"), 2],
  ["criterion", _("Criteria"), 3],
  ["area", _("Practice areas"), 1],
  ["city", _("Cities"), 3],
  ["page", _("Pages"), 2],
];
const MOST_PRACTICES = GROUPS[0][2];
const ROOT = new URL("../../", import.meta.url);
const SHARE_OF_QUERY = 0.6; // what holds less of the query than this is not named beside the practices
const SHARE_OF_BEST = 0.6;
const NEAREST = 3; // practices named where none answers

/** The search itself, which most pages are read without. */
async function engine() {
  const [{ search }, { cardsOf, nothingOn, practices, remarks }, { open }] = await Promise.all([
    import("./engine.js"),
    import("./results.js"),
    import("./store.js"),
  ]);
  return { search, cardsOf, nothingOn, practices, remarks, open };
}

class Box {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.input = /** @type {HTMLInputElement} */ (part(element, ".pb-box__input"));
    this.output = part(element, ".pb-box__output");
    this.list = part(element, "[role=listbox]");
    this.status = part(element, ".pb-box__status");
    this.opener = part(element, ".pb-box__open");
    this.closer = part(element, ".pb-box__close");
    this.combobox = new Combobox(this.input, () => (this.output.hidden ? [] : parts(this.list, ".pb-hit")));
    this.turn = 0;
    this.listen();
  }

  listen() {
    this.opener.addEventListener("click", () => this.open());
    this.closer.addEventListener("click", () => {
      this.input.value = "";
      this.close();
    });
    this.input.addEventListener("focus", () => {
      engine()
        .then((found) => found.open())
        .catch(() => {}); // whoever types is told
      if (this.input.value.trim()) this.show();
    });
    this.input.addEventListener("input", () => this.show());
    this.input.addEventListener("keydown", (event) => this.key(event));
    part(this.element, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.findUrl());
    });
    document.addEventListener("pointerdown", (event) => this.leftFor(event.target));
    this.element.addEventListener("focusout", (event) => event.relatedTarget && this.leftFor(event.relatedTarget));
    document.addEventListener("keydown", (event) => this.shortcut(event));
    onNavigation(() => this.leave());
  }

  open() {
    this.element.classList.add("pb-box--open");
    this.opener.setAttribute("aria-expanded", "true");
    this.input.focus();
    this.input.select();
  }

  close() {
    this.turn++;
    this.output.hidden = true;
    this.closer.hidden = !this.input.value;
    this.combobox.show(false);
    this.opener.setAttribute("aria-expanded", "false");
    this.element.classList.remove("pb-box--open");
  }

  /** Another page is shown: the box is as at the beginning. */
  leave() {
    this.input.value = "";
    this.close();
    this.input.blur();
  }

  /** @param {EventTarget | null} target */
  leftFor(target) {
    if (!this.element.contains(/** @type {Node} */ (target))) this.close();
  }

  /**
   * Open the box by "/" or "s", as the theme does, where nobody is typing.
   *
   * @param {KeyboardEvent} event
   */
  shortcut(event) {
    const target = /** @type {Element} */ (event.target);
    const isTyping = target.closest("input, textarea, select, [contenteditable]");
    if ((event.key !== "/" && event.key !== "s") || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    this.open();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
      if (this.opener.offsetParent) this.opener.focus();
    } else if (event.key === "Enter" && this.combobox.marked) {
      event.preventDefault();
      this.combobox.marked.click();
    } else this.combobox.take(event);
  }

  async show() {
    const query = this.input.value;
    this.turn++;
    const mine = this.turn;
    this.closer.hidden = !query;
    if (!query.trim()) {
      this.output.hidden = true;
      this.combobox.show(false);
      return;
    }
    try {
      const found = await engine();
      const result = await found.search(await found.open(), query, true);
      const groups = await groupsOf(result, found);
      if (mine === this.turn) this.draw(query, result, groups, found);
    } catch {
      if (mine === this.turn) this.say(_("The search could not be loaded. Check the connection, and try again."));
    }
  }

  /**
   * @param {string} query
   * @param {SearchResult} result
   * @param {Group[]} groups
   * @param {Engine} engine
   */
  draw(query, result, groups, { nothingOn, practices, remarks }) {
    const count = result.nothing ? 0 : result.rows.practice.length;
    this.list.replaceChildren(...groups.map(groupElement));
    if (count > MOST_PRACTICES) this.list.append(this.linkToAll(count, query.trim()));
    parts(this.list, ".pb-hit").forEach((one, number) => {
      one.id = `pb-hit-${number}`;
      one.tabIndex = -1;
      one.setAttribute("role", "option");
      one.setAttribute("aria-selected", "false");
    });
    const none = result.empty ? _("Type what is on your desk") : _("No practice found");
    const told = count ? practices(count) : none;
    this.say([...remarks(result), result.nothing ? nothingOn(result.nothing, groups.length > 0) : told].join(" "));
  }

  /**
   * @param {number} count
   * @param {string} query
   */
  linkToAll(count, query) {
    const all = made("a", {
      className: "pb-hit pb-hit--all",
      href: this.findUrl(),
      textContent: many("All %(count)s practice for “%(query)s”", "All %(count)s practices for “%(query)s”", count, {
        query,
      }),
    });
    all.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.go(all.href);
    });
    return all;
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
    this.output.hidden = false;
    this.combobox.show(true);
  }

  findUrl() {
    return new URL(`find/?q=${encodeURIComponent(this.input.value.trim())}`, ROOT).href;
  }

  /**
   * Open an address as a click on a link would, so that instant navigation takes it; the Find page is told itself.
   *
   * @param {string} url
   */
  go(url) {
    if (document.querySelector(".pb-find")) {
      history.pushState(null, "", url);
      window.dispatchEvent(new PopStateEvent("popstate"));
      this.leave();
      return;
    }
    const link = made("a", { href: url });
    document.body.append(link);
    link.click();
    link.remove();
  }
}

/**
 * What is named of each kind.
 *
 * @param {SearchResult} result
 * @param {Engine} engine
 * @returns {Promise<Group[]>}
 */
async function groupsOf(result, { cardsOf }) {
  const groups = await Promise.all(
    GROUPS.map(async ([kind, name, most]) => {
      const rows = result.rows[kind].filter((row) => kind === "practice" || isNear(result, kind, row));
      return {
        kind,
        name,
        cards: await cardsOf(result, rows.slice(0, result.nothing ? Math.min(most, NEAREST) : most)),
      };
    }),
  );
  return groups.filter((group) => group.cards.length);
}

/**
 * Whether an entry that is not a practice speaks of most of what was asked.
 *
 * @param {SearchResult} result
 * @param {string} kind
 * @param {number} row
 */
function isNear(result, kind, row) {
  const share = Math.max(result.covered[row], result.agreement[row] || 0);
  return share >= SHARE_OF_QUERY && result.scores[row] >= SHARE_OF_BEST * result.scores[result.rows[kind][0]];
}

/** @param {Group} group */
function groupElement({ kind, name, cards }) {
  const heading = made("div", { className: "pb-box__group", id: `pb-box-${kind}`, textContent: name });
  heading.setAttribute("aria-hidden", "true");
  const element = made("div", {}, heading, ...cards.map((card) => hit(card, kind)));
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", name);
  return element;
}

/**
 * A card as one line of the list.
 *
 * @param {HTMLElement} card
 * @param {string} kind
 */
function hit(card, kind) {
  const title = /** @type {HTMLAnchorElement} */ (part(card, ".pb-card__title a"));
  const name = made("span", { className: "pb-hit__title" }, ...title.childNodes);
  const link = made("a", { className: "pb-hit", href: title.href }, name);
  link.dataset.id = card.dataset.id;
  link.dataset.kind = kind;
  const meta = card.querySelector(".pb-meta");
  for (const button of meta?.querySelectorAll("button") ?? []) button.remove(); // a hit is one link
  if (meta) link.append(made("span", { className: "pb-meta pb-hit__meta" }, ...meta.childNodes));
  return link;
}

const element = /** @type {HTMLElement | null} */ (document.querySelector(".pb-box"));
if (element) new Box(element);
