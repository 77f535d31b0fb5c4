/* Where answers are kept between visits: the browser's own storage, and files that the reader saves and opens. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { parse } from "./saved.js";

/** @import { Parsed, Standard } from "../types.js" */

export const KEY = "peerbook-self-assessment";
/** Under this key lies what was kept once and can't be read any more, so that it is not lost. */
export const UNREADABLE = `${KEY}:unreadable`;

/**
 * Where the answers for a city lie while those for another one are open; "" is no city.
 *
 * @param {string} city
 */
export function asideOf(city) {
  return `${KEY}:city:${city}`;
}

/** The text that was kept: "" if there is none, null if the browser keeps nothing for this page. */
export function kept(key = KEY) {
  try {
    return localStorage.getItem(key) || "";
  } catch {
    return null;
  }
}

/**
 * Keep the text, or with "" forget it; whether that worked.
 *
 * @param {string} text
 */
export function keep(text, key = KEY) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Today, as the reader's calendar has it. */
export function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

const LONGEST_BY = 40;

/**
 * The name of the file in which answers are saved: for which city, filled in by whom, and when, so that the files of
 * several people lie side by side in one folder and tell which is which.
 *
 * @param {{ city: string, by: string }} assessment
 * @param {string} day
 */
export function fileName({ city, by }, day) {
  const who =
    by
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const short = who.join("-").slice(0, LONGEST_BY).replace(/-$/, "");
  return `${["self-assessment", city, short, day].filter(Boolean).join("-")}.json`;
}

/**
 * @param {string} text
 * @param {string} name
 */
export function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * What a file holds that was chosen.
 *
 * @param {File} file
 * @param {Standard} standard
 * @returns {Promise<Parsed & { name: string }>}
 */
export async function readFile(file, standard) {
  const { name, size } = file;
  const most = standard.limits.bytes;
  try {
    if (size <= most) return { name, ...parse(await file.text(), standard) };
  } catch {
    return { name, assessment: null, mistakes: [_("The file could not be read.")], remarks: [] };
  }
  const words = _("The file has %(size)s KiB; a saved self-assessment has at most %(most)s.", {
    size: Math.ceil(size / 1024),
    most: most / 1024,
  });
  return { name, assessment: null, mistakes: [words], remarks: [] };
}
