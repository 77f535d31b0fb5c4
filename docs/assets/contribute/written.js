/* From what is typed to what a file holds, and from a file that may hold anything to what can be typed on. */

import { resolved } from "./paths.js";

/** @import { Group, Json, Path, Schema } from "./types.js" */

const INTEGER = /^-?\d{1,15}$/;
const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;

/**
 * What the file holds, in the order of the schema: trimmed, without what is empty. `places` tells for each path in it,
 * as JSON, the path in the draft.
 *
 * @param {Group} typed
 * @param {Schema} schema
 * @returns {{ data: Group, places: Map<string, Path> }}
 */
export function written(typed, schema) {
  /** @type {Map<string, Path>} */
  const places = new Map();
  const data = part(typed, schema, schema, [], [], places);
  return { data: isGroup(data) ? data : {}, places };
}

/**
 * @param {Json | undefined} value
 * @param {Schema} given
 * @param {Schema} whole
 * @param {Path} from
 * @param {Path} to
 * @param {Map<string, Path>} places
 * @returns {Json | undefined}
 */
function part(value, given, whole, from, to, places) {
  const schema = resolved(whole, given);
  places.set(JSON.stringify(to), from);
  if (Array.isArray(value)) {
    /** @type {Json[]} */
    const list = [];
    value.forEach((one, place) => {
      const item = part(one, schema.items ?? {}, whole, [...from, place], [...to, list.length], places);
      if (item !== undefined) list.push(item);
    });
    return list.length ? list : undefined;
  }
  if (isGroup(value)) {
    /** @type {Group} */
    const group = {};
    for (const key of keysOf(value, schema)) {
      const inner = schema.properties?.[key] ?? Object.values(schema.patternProperties ?? {})[0] ?? {};
      const item = part(value[key], inner, whole, [...from, key], [...to, key], places);
      if (item !== undefined) group[key] = item;
    }
    return Object.keys(group).length || schema.patternProperties ? group : undefined;
  }
  return typeof value === "string" ? scalar(value.replace(/\s*[\n\t]\s*/g, " ").trim(), schema) : (value ?? undefined);
}

/**
 * @param {Group} value
 * @param {Schema} schema
 */
function keysOf(value, schema) {
  return schema.properties
    ? Object.keys(schema.properties).filter((key) => Object.hasOwn(value, key))
    : Object.keys(value);
}

/**
 * @param {string} text
 * @param {Schema} schema
 */
function scalar(text, schema) {
  if (!text) return undefined;
  const types = [schema, ...(schema.anyOf ?? [])].flatMap(({ type = [] }) => type);
  if (types.includes("integer") && INTEGER.test(text) && (schema.anyOf || !types.includes("string")))
    return Number(text);
  if (types.includes("number") && DECIMAL.test(text) && !types.includes("string")) return Number(text);
  if (types.includes("boolean")) return text === "true";
  return text;
}

/**
 * What fits the schema of a value that may be anything, as the form holds it: numbers as text, what no schema knows left
 * out. `clean` takes signs away that no text may hold.
 *
 * @param {Json | undefined} value
 * @param {Schema} given
 * @param {Schema} whole
 * @param {(text: string) => string} clean
 * @returns {Json | undefined}
 */
export function shaped(value, given, whole, clean) {
  const schema = resolved(whole, given);
  if (schema.properties || schema.patternProperties) return shapedGroup(value, schema, whole, clean);
  if (schema.items) {
    if (!Array.isArray(value)) return undefined;
    const { items, maxItems = Number.POSITIVE_INFINITY } = schema;
    return value.slice(0, maxItems).flatMap((one) => shaped(one, items, whole, clean) ?? []);
  }
  if (schema.type === "boolean") return typeof value === "boolean" ? value : undefined;
  if (typeof value === "string") return clean(value);
  return typeof value === "number" ? String(value) : undefined;
}

/**
 * @param {Json | undefined} value
 * @param {Schema} schema
 * @param {Schema} whole
 * @param {(text: string) => string} clean
 */
function shapedGroup(value, schema, whole, clean) {
  if (!isGroup(value)) return undefined;
  /** @type {Group} */
  const group = {};
  const [pattern, inner] = Object.entries(schema.patternProperties ?? {})[0] ?? [];
  for (const [key, one] of Object.entries(value)) {
    const isKnown = schema.properties
      ? Object.hasOwn(schema.properties, key)
      : pattern && new RegExp(pattern).test(key);
    const own = schema.properties?.[key] ?? inner;
    if (!isKnown || !own || key === "__proto__") continue;
    const item = shaped(one, own, whole, clean);
    if (item !== undefined) group[key] = item;
  }
  return group;
}

/**
 * @param {unknown} value
 * @returns {value is Group}
 */
export function isGroup(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
