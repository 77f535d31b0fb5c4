/* The same page in the reader's language: addresses kept in step, the choice kept, an offer made once and never forced. */

import { made, parts } from "./dom.js";
import { onEveryPage } from "./page-life.js";

const KEPT = "pb-language";

/** @param {string} code */
const base = (code) => code.split("-")[0].toLowerCase();
const here = base(document.documentElement.lang || "en");

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** @param {string} code */
function keep(code) {
  try {
    localStorage.setItem(KEPT, code);
  } catch {
    // Without a place to keep it, the choice holds for the pages that it leads to.
  }
}

const links = () => /** @type {HTMLAnchorElement[]} */ (parts(document, ".pb-languages a"));

/** Instant navigation leaves header and footer as they were; the head knows where the page stands in each language. */
function keepInStep() {
  const root = document.querySelector(".pb-name")?.getAttribute("href");
  if (!root) return;
  const below = location.href.slice(new URL(root, location.href).href.length).replace(/[?#].*$/, "");
  for (const link of links()) {
    link.dataset.root ??= rootOf(link, below);
    link.href = link.dataset.root + below + location.search;
    link.onclick = () => keep(link.hreflang);
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} below
 */
function rootOf({ href }, below) {
  return below && href.endsWith(below) ? href.slice(0, -below.length) : href;
}

function offer() {
  const wanted = kept() ?? navigator.languages?.[0] ?? navigator.language;
  const link = links().find(({ hreflang }) => base(hreflang) === base(wanted));
  if (!link || base(wanted) === here) return;
  const go = made("a", { href: link.href, className: "pb-button" }, link.dataset.go ?? "");
  go.addEventListener("click", () => keep(link.hreflang));
  const stay = made("button", { type: "button", className: "pb-button" }, link.dataset.stay ?? "");
  const bar = made(
    "aside",
    { className: "pb-offer", lang: link.lang },
    made("p", {}, link.dataset.offer ?? ""),
    go,
    stay,
  );
  bar.setAttribute("aria-label", link.textContent ?? "");
  stay.addEventListener("click", () => {
    keep(document.documentElement.lang);
    bar.remove();
  });
  document.body.append(bar);
}

onEveryPage(keepInStep);
offer();
