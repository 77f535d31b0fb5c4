/* The parts of a file: its sourced texts, and its lists of sources. */

/** @import { Group, Json, Path } from "./types.js" */

/**
 * The texts of a section: one text, a group with one, or a list of either.
 *
 * @param {Group} file
 * @param {string} field
 * @param {string} inner
 */
export function statements(file, field, inner) {
  const value = file[field];
  const items = Array.isArray(value)
    ? value.map((item, place) => ({ path: /** @type {Path} */ ([field, place]), item }))
    : [{ path: /** @type {Path} */ ([field]), item: value }];
  return items.flatMap(({ path, item }) => {
    if (typeof item === "string") return [{ path, text: item }];
    const text = groupOf(item)[inner];
    return typeof text === "string" ? [{ path: [...path, inner], text }] : [];
  });
}

/**
 * @param {Json} value
 * @param {Path} path
 * @returns {{ path: Path, keys: Json[] }[]}
 */
export function listsOfSources(value, path) {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === "sources" && Array.isArray(one) ? [{ path: here, keys: one }] : listsOfSources(one, here);
  });
}

/**
 * @param {Json | undefined} value
 * @returns {Group}
 */
export function groupOf(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}
