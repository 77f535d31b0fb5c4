/* What a saved self-assessment may hold. The page brings it along, so that Python and the browser keep to one contract. */

/** @import { Limits, LimitsData } from "../types.js" */

/**
 * @param {LimitsData} data
 * @returns {Limits}
 */
export function limitsFrom(data) {
  const { combining, mostCombining } = data;
  return {
    ...data,
    isId: new RegExp(data.id),
    // Signs that nobody sees: the reader of saved files refuses them, so they never get into one.
    unseen: new RegExp(data.invisible, "gu"),
    heaped: new RegExp(`(${combining}{${mostCombining}})${combining}+`, "gu"),
  };
}

/**
 * What was typed, without signs that nobody sees and marks heaped on one letter.
 *
 * @param {string} text
 * @param {Pick<Limits, "unseen" | "heaped">} limits
 */
export function clean(text, { unseen, heaped }) {
  return text.replace(/\r\n?/g, "\n").replace(unseen, "").replace(heaped, "$1");
}

/**
 * @param {string} text
 * @param {Limits} limits
 */
export function isClean(text, { unseen, heaped }) {
  return text.search(unseen) < 0 && text.search(heaped) < 0;
}

/**
 * The length of a text in characters, as Python counts them.
 *
 * @param {string} text
 */
export function length(text) {
  return Array.from(text).length;
}
