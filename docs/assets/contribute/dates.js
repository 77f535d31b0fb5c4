/* Dates as far as they are known, and web addresses: the same rules as in generator/model/value.py. */

import { _ } from "../components/language.js";

const PARTIAL = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Armenian",
  "Hebrew",
  "Arabic",
  "Devanagari",
  "Thai",
  "Georgian",
  "Hangul",
];
const OF_SCRIPT = [...SCRIPTS, "Hiragana", "Katakana", "Han", "Cherokee"].map(
  (name) => new RegExp(`\\p{Script=${name}}`, "u"),
);

/**
 * What is wrong with a date, or "".
 *
 * @param {string} text
 * @param {[number, number]} years the first and the last
 * @param {boolean} isWhole whether a day is asked for
 */
export function wrongDate(text, [first, last], isWhole) {
  const match = PARTIAL.exec(text);
  if (!match) return _("Write a date as 2018, 2018-06 or 2018-06-18.");
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (year < first || year > last) {
    return _("Write a year from %(first)s to %(last)s.", { first: String(first), last: String(last) });
  }
  const length = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (day < 1 || day > length) return _("This is not a day of the calendar.");
  return isWhole && text.length !== 10 ? _("Write the whole date, as 2018-06-18.") : "";
}

/**
 * Whether a date, or the part of it that is known, is after today.
 *
 * @param {string} text
 * @param {string} today
 */
export function isAhead(text, today) {
  return /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(text) && text > today.slice(0, text.length);
}

/**
 * What is wrong with a web address, or "".
 *
 * @param {string} text
 * @param {string[]} schemes
 */
export function wrongAddress(text, schemes) {
  const [, scheme = "", rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  const host = /^\/\/([^/?#]*)/.exec(rest)?.[1] ?? "";
  const isMail = scheme.toLowerCase() === "mailto";
  if (!schemes.includes(scheme.toLowerCase()) || (!isMail && !host))
    return _("Write the whole address: https://example.org/page.");
  if (/[\s<>"\\^`{|}]/.test(text)) return _("An address holds no spaces, quotes, backslashes or angle brackets.");
  if (isMail) return "";
  if (host.includes("@")) return _("Leave out what stands before the @.");
  const [, name = "", port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host) ?? [];
  if (!name) return _("Name a host: https://example.org/page.");
  if (port && !(/^[0-9]+$/.test(port) && Number(port) < 65_536)) return _("The port of an address is a number.");
  const isMixed = name.split(".").some((label) => OF_SCRIPT.filter((script) => script.test(label)).length > 1);
  return isMixed ? _("Copy the address from the browser: its letters are of several scripts.") : "";
}
