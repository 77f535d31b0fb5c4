/* Drafts: several of them, kept in the browser, saved to files and loaded again. */

import { _ } from "../components/language.js";
import { keep, kept } from "../readiness/storage.js";
import { isGroup, shaped } from "./written.js";

/** @import { Draft, FormData, Group, Json } from "./types.js" */

const KEY = "peerbook-draft";
const FORMAT = "peerbook-draft";
const VERSION = 1;
const LINES = /** @type {const} */ (["name", "city", "label", "slug", "mends", "certified"]);
const LONGEST = 300;

/** @returns {Draft} */
export function empty() {
  return { name: "", city: "", label: "", slug: "", mends: "", certified: "", practice: {}, profile: null };
}

/**
 * A draft as text.
 *
 * @param {Draft} draft
 * @param {string} saved the day
 */
export function asText(draft, saved) {
  return JSON.stringify(
    { format: FORMAT, version: VERSION, saved, ...draft },
    (key, value) => (key.startsWith("_") ? undefined : value),
    1,
  );
}

/**
 * The draft in a text that may hold anything; or null.
 *
 * @param {string} text
 * @param {FormData} data
 * @param {(text: string) => string} clean
 * @returns {Draft | null}
 */
export function read(text, data, clean) {
  /** @type {Json} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isGroup(found) || found.format !== FORMAT || found.version !== VERSION) return null;
  const draft = empty();
  for (const name of LINES) {
    const line = found[name];
    if (typeof line === "string") draft[name] = clean(line).slice(0, LONGEST);
  }
  draft.practice = fitting(found.practice, data, "practice", clean) ?? {};
  draft.profile = fitting(found.profile, data, "city", clean);
  return draft;
}

/**
 * What of a file's data fits the form.
 *
 * @param {Json} value
 * @param {FormData} data
 * @param {"practice" | "city"} kind
 * @param {(text: string) => string} clean
 * @returns {Group | null}
 */
export function fitting(value, data, kind, clean) {
  const schema = data.schemas[kind];
  const found = shaped(value, schema, schema, clean);
  return isGroup(found) ? found : null;
}

/** Ids of the drafts in this browser. */
export function all() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${KEY}:`))
      .map((key) => key.slice(KEY.length + 1))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The text of a draft: "" if there is none, null if the browser keeps nothing.
 *
 * @param {string} id
 */
export function textOf(id) {
  return kept(`${KEY}:${id}`);
}

/**
 * Keep a draft, or with "" forget it; whether that worked.
 *
 * @param {string} id
 * @param {string} text
 */
export function store(id, text) {
  return keep(text, `${KEY}:${id}`);
}

/** The id of the draft that was open last. */
export function last() {
  return kept(KEY) ?? "";
}

/** @param {string} id */
export function setLast(id) {
  keep(id, KEY);
}

export const keyOf = (/** @type {string} */ id) => `${KEY}:${id}`;

/**
 * What a draft is called in lists.
 *
 * @param {Draft} draft
 */
export function titleOf(draft) {
  const title = typeof draft.practice.title === "string" ? draft.practice.title.trim() : "";
  return draft.name || title || (draft.label ? _("A practice of %(city)s", { city: draft.label }) : _("A new draft"));
}
