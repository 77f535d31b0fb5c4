/* From what the validator tells to places in a file. */

import { at, schemaAt } from "./paths.js";
import { groupOf } from "./texts.js";
import { sayError } from "./words.js";

/** @import { Group, Path, Problem, Schema } from "./types.js" */

/**
 * What is not there and has to be: the validator tells of each in a sentence, and of all when it tells of one.
 *
 * @param {Group} file
 * @param {Path} path of the group around it
 * @param {Schema} whole
 * @returns {Problem[]}
 */
export function missing(file, path, whole) {
  const group = groupOf(at(file, path));
  const names = (schemaAt(whole, path).required ?? []).filter((name) => !Object.hasOwn(group, name));
  return names.map((name) => {
    const place = [...path, name];
    return { path: place, words: sayError("required", undefined, schemaAt(whole, place), whole) };
  });
}

/**
 * @param {string} pointer
 * @param {Group} file
 * @returns {Path}
 */
export function pathOf(pointer, file) {
  /** @type {Path} */
  const path = [];
  for (const step of pointer.split("/").slice(1)) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(at(file, path)) ? Number(key) : key);
  }
  return path;
}
