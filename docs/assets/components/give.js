/* Handing a page on: the phone's own sheet where there is one, else its address is copied; and copying of citations. */

import { parts } from "./dom.js";
import { _ } from "./language.js";
import { onEveryPage } from "./page-life.js";

const COPIED = _("The address is copied. Paste it into a message.");

/** @param {string} words */
function say(words) {
  for (const status of parts(document, ".pb-give__said")) status.textContent = words;
}

/**
 * @param {string} text
 * @param {string} done
 */
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(_("Copying did not work here. Copy it by hand: %(text)s", { text }));
  }
}

async function share() {
  const url = location.origin + location.pathname + location.search;
  const title = document.querySelector("h1")?.textContent ?? document.title;
  const isHandheld = matchMedia("(pointer: coarse)").matches;
  if (!navigator.share || !isHandheld) return copy(url, COPIED);
  try {
    await navigator.share({ title, url });
  } catch (error) {
    const isLeft = error instanceof DOMException && error.name === "AbortError"; // the reader closed the sheet
    if (!isLeft) await copy(url, COPIED);
  }
}

onEveryPage(() => {
  for (const button of parts(document, "[data-share]")) button.onclick = share;
  for (const button of parts(document, "[data-copy]")) {
    const held = document.getElementById(button.dataset.copy ?? "");
    button.onclick = () => copy(held?.textContent ?? "", _("Copied. Paste it into your text."));
  }
});
