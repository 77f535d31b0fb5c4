/* The city that this browser keeps for Find. */

import { readState } from "./address.js";

const KEY = "peerbook-city";

/** The city that was chosen last, if this browser keeps anything. */
export function keptCity() {
  try {
    return localStorage.getItem(KEY) || "";
  } catch {
    return "";
  }
}

/** @param {string} city "" forgets it */
export function keepCity(city) {
  try {
    if (city) localStorage.setItem(KEY, city);
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing: the address still does
  }
}

/** What the address says; where it names no city, the one that this browser keeps. */
export function stateHere() {
  const state = readState();
  state.city ||= keptCity();
  return state;
}
