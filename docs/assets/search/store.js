/* The index, fetched piece by piece. How it is cut is told in generator/publishing/search/files.py. */

import { prepared } from "./lexicon.js";

export const ROOT = new URL("../../", import.meta.url);

let opening = null;
const pieces = new Map();

/** The index without the pieces that depend on the query. */
export function open() {
  if (!opening) {
    opening = load();
    opening.catch(function () { opening = null; });
  }
  return opening;
}

async function load() {
  const response = await fetch(new URL("search/index.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error("the search index is not there");
  const head = await response.json();
  const [words, entries, vectors] = await Promise.all([
    piece(head, "words").then(asJson), piece(head, "entries").then(asJson), piece(head, "vectors"),
  ]);
  const index = Object.assign(head, entries, {
    filler: new Set(head.filler),
    words: spelled(words.words),
    terms: summed(words.steps),
    holders: words.holders.map(function (half) { return half < 0 ? 0 : Math.round(2 ** (half / 2)); }),
    synonyms: related(words.synonyms),
    light: new Set(words.light),
    foreign: new Set(words.foreign),
  });
  index.place = new Map(index.words.map(function (word, place) { return [word, place]; }));
  index.starts = {};
  index.size = 0;
  index.kinds.forEach(function ([kind, count]) {
    index.starts[kind] = index.size;
    index.size += count;
  });
  index.practices = index.kinds[0][1];
  index.facets.forEach(function (facet) {
    facet.of = facet.of.map(function (value) { return Array.isArray(value) ? value : [value]; });
  });
  index.vectors = directions(vectors, head.dimensions);
  return index;
}

/** For each term the rows that hold it and its impact on each, as two lists. */
export async function postings(index, terms) {
  return Promise.all(terms.map(async function (term) {
    let file = 0;
    let end = index.termStarts.length;
    while (end - file > 1) {
      const middle = (file + end) >> 1;
      if (index.termStarts[middle] <= term) file = middle;
      else end = middle;
    }
    const held = await shared(index, "terms/" + file, asJson);
    const entry = held[term - index.termStarts[file]];
    if (!entry.rows) {
      let row = 0;
      entry.rows = entry[0].map(function (step) { row += step; return row; });
    }
    return { rows: entry.rows, impacts: entry[1] };
  }));
}

/** For each word, given by its place, its vector; its length tells how much the word says. */
export async function meanings(index, words) {
  const width = 1 + index.dimensions / 2;
  return Promise.all(words.map(async function (word) {
    const name = "meanings/" + Math.floor(word / index.wordsAFile);
    const bytes = await shared(index, name, null);
    const begin = (word % index.wordsAFile) * width;
    const vector = new Float32Array(index.dimensions);
    unpack(bytes, begin + 1, index.dimensions, vector, 0);
    for (let dimension = 0; dimension < vector.length; dimension++) vector[dimension] *= bytes[begin];
    return vector;
  }));
}

/**
 * For each of these rows what is shown of it (HTML made with the site), the terms of its title and each question, and the
 * directions of these and of what else it says of the problem, one after the other.
 */
export function cards(index, rows) {
  return Promise.all(rows.map(function (row) {
    return shared(index, "cards/" + row, function (bytes) {
      const [html, terms, packed] = asJson(bytes);
      return [html, terms, directions(Uint8Array.from(atob(packed), function (sign) { return sign.charCodeAt(0); }), index.dimensions)];
    });
  }));
}

/** Rows of practices or cities (`kind`) by their ids: a Map that leaves out what this index does not hold. */
export async function rowsOf(index, kind, ids) {
  const held = await shared(index, "ids", asJson);
  const wanted = new Set(ids);
  const rows = held[kind].flatMap(function (id, place) { return wanted.has(id) ? [[id, index.starts[kind] + place]] : []; });
  return new Map(rows);
}

/** The other languages that the search understands. */
export function lexicons(index) {
  return Promise.all(Array.from({ length: index.lexicons }, function (_, number) {
    return shared(index, "lexicons/" + number, function (bytes) { return prepared(asJson(bytes)); });
  }));
}

/** Those of these words that English knows though the index does not. */
export async function english(index, words) {
  const known = await Promise.all(words.map(async function (word) {
    if (!/^[a-z]/.test(word)) return false;
    const held = await shared(index, "spelling/" + word[0], function (bytes) { return new Set(spelled(asJson(bytes))); });
    return [word, word.replace(/s$/, ""), word.replace(/(es|ed|ing)$/, ""), word.replace(/(ed|ing)$/, "e")].some(function (form) {
      return held.has(form) || index.place.has(form);
    });
  }));
  return new Set(words.filter(function (_, place) { return known[place]; }));
}

/** A piece that several queries need: fetched and read once. */
function shared(index, name, read) {
  if (!pieces.has(name)) {
    const fetching = read ? piece(index, name).then(read) : piece(index, name, true);
    fetching.catch(function () { pieces.delete(name); });
    pieces.set(name, fetching);
  }
  return pieces.get(name);
}

async function piece(head, name, plain) {
  const response = await fetch(new URL("search/" + head.folder + "/" + name + ".bin", ROOT));
  if (!response.ok) throw new Error("a piece of the search index is not there: " + name);
  const stream = plain ? response.body : response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function asJson(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Words from what each shares with the one before it. */
function spelled(coded) {
  let last = "";
  return coded.match(/[A-Z][^A-Z]*/g).map(function (one) {
    last = last.slice(0, one.charCodeAt(0) - 65) + one.slice(1);
    return last;
  });
}

/** Terms from steps; -1 for a word that has none. */
function summed(steps) {
  let term = 0;
  return steps.map(function (step) { return step === null ? -1 : (term += step); });
}

/** For each term those that stand for the same thing. */
function related(groups) {
  const synonyms = new Map();
  groups.forEach(function (group) {
    group.forEach(function (term) {
      const others = synonyms.get(term) || new Set();
      group.forEach(function (other) { if (other !== term) others.add(other); });
      synonyms.set(term, others);
    });
  });
  return synonyms;
}

/** Vectors of length 1, one after the other. */
function directions(bytes, dimensions) {
  const rows = (bytes.length * 2) / dimensions;
  const vectors = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    const begin = row * dimensions;
    unpack(bytes, begin / 2, dimensions, vectors, begin);
    let square = 0;
    for (let place = begin; place < begin + dimensions; place++) square += vectors[place] * vectors[place];
    const length = Math.sqrt(square) || 1;
    for (let place = begin; place < begin + dimensions; place++) vectors[place] /= length;
  }
  return vectors;
}

function unpack(bytes, from, dimensions, vector, to) {
  for (let pair = 0; pair < dimensions / 2; pair++) {
    const byte = bytes[from + pair];
    vector[to + 2 * pair] = (byte >> 4) - 8;
    vector[to + 2 * pair + 1] = (byte & 15) - 8;
  }
}
