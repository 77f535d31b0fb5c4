// Write-ups as the editor holds them: `sources` is a list, since the editor has no groups under keys of one's own.

import { dump, FAILSAFE_SCHEMA, load } from "./js-yaml.js";

/** Returns what a file holds; every value is text, as in the checker. */
export function fromFile(text) {
  const held = load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
  const sources = Object.entries(held.sources ?? {}).map(([key, source]) => ({ key, ...source }));
  return { ...held, sources, ...flags(held) };
}

/** Returns the file of what the editor holds: empty values left out, the schema named in the first line. */
export function toFile(held) {
  const sources = {};
  for (const { key, ...source } of held.sources ?? []) if (key) sources[key] = source;
  const schema = "certifications" in held ? "city" : "practice";
  const text = dump(plain({ ...held, sources }), { schema: FAILSAFE_SCHEMA, lineWidth: 110, noRefs: true });
  return `# yaml-language-server: $schema=../${schema}.schema.json\n${text}`;
}

/** The results with their flags as the editor's switches hold them. */
function flags(held) {
  const read = (items, name) => items.map((item) => ({ ...item, ...(name in item && { [name]: item[name] === "true" }) }));
  const changed = {};
  if (Array.isArray(held.results)) changed.results = read(held.results, "no_effect");
  if (Array.isArray(held.certifications)) changed.certifications = read(held.certifications, "inferred");
  return changed;
}

/** A value without what is empty; lines of a text become one, numbers and switches become text. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain).filter((item) => item !== undefined);
  if (value && typeof value === "object") {
    const kept = Object.entries(value).map(([key, item]) => [key, plain(item)]);
    const filled = kept.filter(([, item]) => item !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }
  if (value === true) return "true";
  if (value === false || value === null || value === undefined || value === "") return undefined;
  return String(value).split(/\s+/).join(" ").trim() || undefined;
}

/** Returns the settings with the fields themselves where the file names them. */
export function withFields({ fields, ...settings }) {
  const filled = (one) => ({ ...one, ...(one.fields && { fields: fields[one.fields] }) });
  const collections = settings.collections.map((one) => filled({ ...one, ...(one.files && { files: one.files.map(filled) }) }));
  return { ...settings, collections };
}
