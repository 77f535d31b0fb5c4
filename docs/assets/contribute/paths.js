/* Values inside of values, by their path; and what the schema says of them. */

/** @import { Group, Json, Path, Schema } from "./types.js" */

/**
 * The value at a path, undefined where there is none.
 *
 * @param {Json | undefined} value
 * @param {Path} path
 * @returns {Json | undefined}
 */
export function at(value, path) {
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== "object") return undefined;
    here = Object.hasOwn(here, step) ? /** @type {Record<string | number, Json>} */ (here)[step] : undefined;
  }
  return here;
}

/**
 * The text at a path, "" where there is none.
 *
 * @param {Json | undefined} value
 * @param {Path} path
 */
export function textAt(value, path) {
  const found = at(value, path);
  return found === undefined || found === null || typeof found === "object" ? "" : String(found);
}

/**
 * Put a value at a path, with the groups and lists on the way to it.
 *
 * @param {Group} value
 * @param {Path} path
 * @param {Json} put
 */
export function setAt(value, path, put) {
  let here = /** @type {Record<string | number, Json>} */ (value);
  path.slice(0, -1).forEach((step, place) => {
    const inner = Object.hasOwn(here, step) ? here[step] : null;
    if (inner === null || typeof inner !== "object") here[step] = typeof path[place + 1] === "number" ? [] : {};
    here = /** @type {Record<string | number, Json>} */ (here[step]);
  });
  here[path[path.length - 1]] = put;
}

/**
 * The list at a path; an empty one is put there if there is none.
 *
 * @param {Group} value
 * @param {Path} path
 * @returns {Json[]}
 */
export function listAt(value, path) {
  const found = at(value, path);
  if (Array.isArray(found)) return found;
  /** @type {Json[]} */
  const made = [];
  setAt(value, path, made);
  return made;
}

/**
 * The schema of the value at a path, with what it refers to.
 *
 * @param {Schema} whole
 * @param {Path} path
 * @returns {Schema}
 */
export function schemaAt(whole, path) {
  let here = resolved(whole, whole);
  for (const step of path) {
    const inner =
      typeof step === "number"
        ? here.items
        : (here.properties?.[step] ?? Object.values(here.patternProperties ?? {})[0]);
    if (!inner) return {};
    here = resolved(whole, inner);
  }
  return here;
}

/**
 * @param {Schema} whole
 * @param {Schema} part
 * @returns {Schema}
 */
export function resolved(whole, part) {
  if (!part.$ref) return part;
  const { $ref, ...own } = part;
  return { ...whole.$defs?.[$ref.replace("#/$defs/", "")], ...own };
}

/** @param {Path} path */
export function idOf(path) {
  const steps = path.map((step) => String(step).replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0)}`));
  return `pb-${steps.join("-")}`;
}
