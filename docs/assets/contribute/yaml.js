/* The file: YAML as people write it here, one obvious way for each thing. */

import { Document, isCollection, isPair, isScalar, isSeq, Scalar, visit } from "../vendor/yaml.js";
import { schemaAt } from "./paths.js";

/** @import { FileKind, Group, Json, Path, Schema } from "./types.js" */

const WIDTH = 110;
/** Short lists of ids, which stand on one line. */
const ON_A_LINE = new Set(["areas", "criteria", "topics", "methods", "aliases", "other_names", "sources"]);
/** Text that has to stay on its line, and in quotes, since folding would change it. */
const NEVER_FOLDED = /[\n\t\r\u0085\u2028\u2029]|^\s|\s$|\s{2}/;

/** What readers take for a key or its value between brackets: PyYAML a question mark anywhere, libyaml the beginning. */
const NEVER_BARE_IN_BRACKETS = /^:|\?/;

/** What editors take for something else than text. */
const NO_TEXT =
  /^(?:true|false|null|~|[-+]?(?:[0-9][0-9_]*\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?|0[ox][0-9a-f]+|[-+]?\.inf|\.nan)$/i;

/**
 * The text of a file, laid out as the others are, so that a mend shows as the lines that it changed.
 *
 * @param {FileKind} kind
 * @param {Group} data as `written` gives it
 * @param {Schema} schema of such a file
 */
export function fileText(kind, data, schema) {
  return `# yaml-language-server: $schema=../${kind}.schema.json\n${yamlOf(data, schema)}`;
}

/**
 * The fields of a file.
 *
 * @param {Group} data
 * @param {Schema} schema of such a file
 */
export function yamlOf(data, schema) {
  // Without a schema of YAML's own each value is text, as the reader takes it.
  const document = new Document(asText(data), { schema: "failsafe", aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value }) {
      const list = isSeq(value) && value.items.every(isScalar) ? value : null;
      if (list && ON_A_LINE.has(String(key))) list.flow = true;
    },
    Scalar(where, node, path) {
      if (where !== "key") node.type = styleOf(String(node.value), path, schema);
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false, minContentWidth: 0 });
}

/**
 * @param {Json} value
 * @returns {Json}
 */
function asText(value) {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== "object") return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

/**
 * @param {string} text
 * @param {readonly unknown[]} path the nodes that it is in
 * @param {Schema} schema
 */
function styleOf(text, path, schema) {
  if (NEVER_FOLDED.test(text)) return Scalar.QUOTE_DOUBLE;
  if (isInBrackets(path) && NEVER_BARE_IN_BRACKETS.test(text)) return Scalar.QUOTE_DOUBLE;
  if (NO_TEXT.test(text) && isOnlyText(path, schema)) return Scalar.QUOTE_DOUBLE;
  const isLong = widthOf(path) + text.length > WIDTH || text.includes(": ") || text.includes(" #");
  return isLong && text.includes(" ") ? Scalar.BLOCK_FOLDED : undefined;
}

/**
 * Whether a value is one of a list on one line.
 *
 * @param {readonly unknown[]} path the nodes that it is in
 */
function isInBrackets(path) {
  const last = path[path.length - 1];
  return isCollection(last) && Boolean(last.flow);
}

/**
 * Whether a field takes text alone: bare, its value would be a number to an editor.
 *
 * @param {readonly unknown[]} path
 * @param {Schema} schema
 */
function isOnlyText(path, schema) {
  /** @type {Path} */
  const place = [];
  for (const node of path) {
    if (isPair(node)) place.push(String(node.key));
    else if (isSeq(node)) place.push(0);
  }
  const { type, anyOf = [] } = schemaAt(schema, place);
  const types = [type, ...anyOf.map((one) => one.type)].flat();
  return !types.some((one) => one === "number" || one === "integer" || one === "boolean");
}

/**
 * How much stands on the line before a value.
 *
 * @param {readonly unknown[]} path the nodes that it is in
 */
function widthOf(path) {
  const last = path[path.length - 1];
  const before = isPair(last) ? `${last.key}: `.length : "- ".length;
  return 2 * (path.filter(isCollection).length - 1) + before;
}
