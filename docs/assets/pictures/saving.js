/* Pictures to take away: as PNG for slides and mail, as SVG for those who set type. */

import { made, part, parts } from "../components/dom.js";
import { onPage } from "../components/page-life.js";
import { pictureOf } from "./picture.js";

/** @import { Life } from "../components/page-life.js" */

const FONT = new URL("../fonts/public-sans-latin-wght-normal.woff2", import.meta.url);
const SHARP = 2; // pixels of the file for each of the page
const MOST_PIXELS = 60e6; // what browsers will draw in one piece

/** @param {Blob} blob */
function addressOf(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(/** @type {string} */ (reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The site's own face as a data address: a picture can't fetch it. Without it, the machine's own is taken. */
async function face() {
  try {
    const answer = await fetch(FONT);
    return answer.ok ? await addressOf(await answer.blob()) : "";
  } catch {
    return "";
  }
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {{ text: string, width: number, height: number }} picture
 * @returns {Promise<Blob | null>}
 */
async function png({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = made("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** The headings above a picture: of the page, and of its part. */
function titleOf(/** @type {Element} */ figure) {
  const before = parts(document, ".pb h1, .pb h2").filter(
    (heading) => heading.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const names = [document.querySelector(".pb h1"), before.at(-1)].map((one) => one?.firstChild?.textContent?.trim());
  return [...new Set(names.filter(Boolean))].join(" · ");
}

class Saving {
  /**
   * @param {HTMLElement} page
   * @param {Life} life
   */
  constructor(page, life) {
    for (const bar of parts(page, "[data-save]")) {
      const figure = bar.previousElementSibling;
      if (!figure) continue;
      bar.hidden = false;
      for (const button of parts(bar, "button")) {
        life.on(button, "click", () => this.save(figure, bar.dataset.save ?? "", button.dataset.as ?? "svg"));
      }
    }
    part(page, "[data-save]").dataset.ready = "yes";
  }

  /**
   * @param {Element} figure
   * @param {string} name
   * @param {string} kind
   */
  async save(figure, name, kind) {
    const { origin, pathname } = location;
    const source = `Peerbook · ${origin}${pathname} · CC BY 4.0`;
    const picture = pictureOf(figure, { title: titleOf(figure), source, font: await face() });
    const blob = kind === "png" ? await png(picture) : new Blob([picture.text], { type: "image/svg+xml" });
    if (blob) save(blob, `${name}.${kind}`);
  }
}

onPage(".pb:has([data-save])", Saving);
