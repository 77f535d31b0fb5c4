/* The choice, kept in this tab from page to page. */

import { asSearch, chosenIn } from "./chosen.js";

/** @import { Choice } from "../types.js" */

const KEY = "peerbook-compare";
let unkept = ""; // where the browser keeps nothing

/** @returns {Choice} */
export function keptChoice() {
  try {
    return chosenIn(sessionStorage.getItem(KEY) ?? "");
  } catch {
    return chosenIn(unkept);
  }
}

/** @param {Choice} choice */
export function keepChoice(choice) {
  unkept = asSearch(choice);
  try {
    sessionStorage.setItem(KEY, unkept);
  } catch {
    // kept as long as this page is shown
  }
}
