/* What is pasted into another site: HTML in which every text is text. */

/** @import { PracticeRecord } from "../types.js" */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Whether a text is the id of a practice, and so safe in an address.
 *
 * @param {string} text
 */
export function isPractice(text) {
  return text.length <= 160 && ID.test(text);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/**
 * A frame with the card of a practice.
 *
 * @param {string} address of the card
 * @param {string} title
 */
export function frame(address, title) {
  const style = "border:0;width:100%;max-width:36rem;height:340px";
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" style="${style}"></iframe>`;
}

/**
 * The practice as a quotation with its source, its figures and how well they were measured.
 *
 * @param {PracticeRecord} practice
 * @param {string} address of its page
 */
export function quotation(practice, address) {
  const { city, evidence, figures } = practice;
  const measured = `${evidence.label}. ${evidence.meaning}`;
  const source = `${city.name}, ${city.certification}. Peerbook, ${practice.updated}. CC BY 4.0.`;
  const lines = [
    `<p><strong><a href="${escaped(address)}">${escaped(practice.title)}</a></strong></p>`,
    ...(figures.length ? [`<p>${escaped(figures[0])}</p>`] : []),
    `<p>${escaped(measured)}</p>`,
    `<p>${escaped(source)}</p>`,
  ];
  return `<blockquote cite="${escaped(address)}">\n${lines.join("\n")}\n</blockquote>`;
}
