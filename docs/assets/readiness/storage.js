/* Where answers are kept between visits: the browser's own storage, and files that the reader saves and opens. */

import { MOST_BYTES, parse } from "./assessment.js";

export const KEY = "peerbook-self-assessment";
/** Under this key lies what was kept once and can't be read any more, so that it is not lost. */
export const UNREADABLE = KEY + ":unreadable";

/** Where the answers for a city lie while those for another one are open; "" is no city. */
export function asideOf(city) {
  return KEY + ":city:" + city;
}

/** The text that was kept: "" if there is none, null if the browser keeps nothing for this page. */
export function kept(key = KEY) {
  try {
    return localStorage.getItem(key) || "";
  } catch (error) {
    return null;
  }
}

/** Keep the text, or with "" forget it; whether that worked. */
export function keep(text, key = KEY) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch (error) {
    return false;
  }
}

/** Today, as the reader's calendar has it. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (part) { return String(part).padStart(2, "0"); }).join("-");
}

/** The name of the file in which a city's answers are saved. */
export function fileName(city) {
  return (city ? "self-assessment-" + city : "self-assessment") + ".json";
}

export function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
}

/** {name, assessment, mistakes, remarks} of a file that was chosen. */
export async function readFile(file, standard) {
  if (file.size > MOST_BYTES) {
    const words = "The file has " + Math.ceil(file.size / 1024).toLocaleString("en") + " KiB; a saved self-assessment has at most " + MOST_BYTES / 1024 + ".";
    return { name: file.name, assessment: null, mistakes: [words], remarks: [] };
  }
  try {
    return { name: file.name, ...parse(await file.text(), standard) };
  } catch (error) {
    return { name: file.name, assessment: null, mistakes: ["The file could not be read."], remarks: [] };
  }
}
