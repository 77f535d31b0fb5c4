/* The search box in the header: results of every kind as one types. Enter leads to the Find page. */

import { Combobox } from "../components/combobox.js";
import { onNavigation } from "../components/page-life.js";

const GROUPS = [
  ["practice", "Practices", 5], ["topic", "Topics", 2], ["method", "Kinds of answer", 2], ["criterion", "Criteria", 3],
  ["area", "Practice areas", 1], ["city", "Cities", 3], ["page", "Pages", 2],
];
const ROOT = new URL("../../", import.meta.url);
const SHARE_OF_QUERY = 0.6; // what holds less of the query than this is not named beside the practices
const SHARE_OF_BEST = 0.6;
const NEAREST = 3; // practices named where none answers

const box = document.querySelector(".pb-box");
const [input, output, list, state, opener, closer] = [
  ".pb-box__input", ".pb-box__output", "[role=listbox]", ".pb-box__status", ".pb-box__open", ".pb-box__close",
].map(function (selector) { return box.querySelector(selector); });
const combobox = new Combobox(input, function () { return output.hidden ? [] : Array.from(list.querySelectorAll(".pb-hit")); });
let turn = 0;
let counted, remarks, cardsOf; // with the engine, of results.js

/** The search itself, which most pages are read without. */
async function engine() {
  const [{ open }, { search }, results] = await Promise.all([import("./store.js"), import("./engine.js"), import("./results.js")]);
  ({ counted, remarks, cardsOf } = results);
  return { open, search };
}

opener.addEventListener("click", function () { openBox(); });
closer.addEventListener("click", function () {
  input.value = "";
  closeBox();
});
input.addEventListener("focus", function () {
  engine().then(function (one) { return one.open(); }).catch(function () {});
  if (input.value.trim()) show();
});
input.addEventListener("input", show);
input.addEventListener("keydown", key);
box.querySelector("form").addEventListener("submit", function (event) {
  event.preventDefault();
  go(findUrl());
});
document.addEventListener("pointerdown", function (event) { if (!box.contains(event.target)) closeBox(); });
box.addEventListener("focusout", function (event) { if (event.relatedTarget && !box.contains(event.relatedTarget)) closeBox(); });
document.addEventListener("keydown", function (event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if ((event.key !== "/" && event.key !== "s") || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  event.preventDefault();
  openBox();
});
onNavigation(leave);

function openBox() {
  box.classList.add("pb-box--open");
  opener.setAttribute("aria-expanded", "true");
  input.focus();
  input.select();
}

function closeBox() {
  turn++;
  output.hidden = true;
  closer.hidden = !input.value;
  combobox.show(false);
  opener.setAttribute("aria-expanded", "false");
  box.classList.remove("pb-box--open");
}

/** Another page is shown: the box is as at the beginning. */
function leave() {
  input.value = "";
  closeBox();
  input.blur();
}

async function show() {
  const query = input.value;
  const mine = ++turn;
  closer.hidden = !query;
  if (!query.trim()) {
    output.hidden = true;
    combobox.show(false);
    return;
  }
  try {
    const { search } = await engine();
    const result = await search(query, true);
    const groups = await Promise.all(GROUPS.map(async function ([kind, name, most]) {
      const rows = result.rows[kind].filter(function (row) { return kind === "practice" || near(result, kind, row); });
      return { kind: kind, name: name, cards: await cardsOf(result, rows.slice(0, result.nothing ? Math.min(most, NEAREST) : most)) };
    }));
    if (mine !== turn) return;
    draw(query, result, groups.filter(function (group) { return group.cards.length; }));
  } catch (error) {
    if (mine === turn) say("The search could not be loaded. Check the connection, and try again.");
  }
}

/** Whether an entry that is not a practice speaks of most of what was asked. */
function near(result, kind, row) {
  const share = Math.max(result.covered[row], result.agreement[row] || 0);
  return share >= SHARE_OF_QUERY && result.scores[row] >= SHARE_OF_BEST * result.scores[result.rows[kind][0]];
}

function draw(query, result, groups) {
  const practices = result.nothing ? 0 : result.rows.practice.length;
  list.replaceChildren.apply(list, groups.map(function (group) {
    const element = document.createElement("div");
    element.setAttribute("role", "group");
    const heading = document.createElement("div");
    heading.className = "pb-box__group";
    heading.id = "pb-box-" + group.kind;
    heading.textContent = group.name;
    heading.setAttribute("aria-hidden", "true");
    element.setAttribute("aria-label", group.name);
    element.append(heading, ...group.cards.map(function (card) { return hit(card, group.kind); }));
    return element;
  }));
  if (practices > GROUPS[0][2]) {
    const all = document.createElement("a");
    all.className = "pb-hit pb-hit--all";
    all.href = findUrl();
    all.addEventListener("click", function (event) {
      event.preventDefault();
      event.stopPropagation();
      go(all.href);
    });
    all.textContent = "All " + counted(practices, "practice") + " for “" + query.trim() + "”";
    list.append(all);
  }
  list.querySelectorAll(".pb-hit").forEach(function (one, number) {
    one.id = "pb-hit-" + number;
    one.tabIndex = -1;
    one.setAttribute("role", "option");
    one.setAttribute("aria-selected", "false");
  });
  const count = result.nothing ? "Nothing here on “" + result.nothing + "”." + (groups.length ? " Nearest:" : "") : practices ? counted(practices, "practice") : result.empty ? "Type what is on your desk" : "No practice found";
  say(remarks(result).concat(count).join(" "));
}

function say(text) {
  state.textContent = text;
  output.hidden = false;
  combobox.show(true);
}

/** A card as one line of the list. */
function hit(card, kind) {
  const link = document.createElement("a");
  const title = card.querySelector(".pb-card__title a");
  link.className = "pb-hit";
  link.href = title.href;
  link.dataset.id = card.dataset.id;
  link.dataset.kind = kind;
  const name = document.createElement("span");
  name.className = "pb-hit__title";
  name.append(...title.childNodes);
  link.append(name);
  const meta = card.querySelector(".pb-meta");
  if (meta) {
    meta.querySelectorAll("button").forEach(function (button) { button.remove(); }); // a hit is one link
    meta.className = "pb-meta pb-hit__meta";
    const line = document.createElement("span");
    line.className = meta.className;
    line.append(...meta.childNodes);
    link.append(line);
  }
  return link;
}

function key(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    closeBox();
    if (opener.offsetParent) opener.focus();
  } else if (event.key === "Enter" && combobox.marked) {
    event.preventDefault();
    combobox.marked.click();
  } else combobox.take(event);
}

function findUrl() {
  return new URL("find/?q=" + encodeURIComponent(input.value.trim()), ROOT).href;
}

/** Open an address as a click on a link would, so that instant navigation takes it; the Find page is told itself. */
function go(url) {
  if (document.querySelector(".pb-find")) {
    history.pushState(null, "", url);
    window.dispatchEvent(new PopStateEvent("popstate"));
    leave();
    return;
  }
  const link = document.createElement("a");
  link.href = url;
  document.body.append(link);
  link.click();
  link.remove();
}
