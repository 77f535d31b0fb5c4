/* The index, read piece by piece from wherever it lies: a site, or the memory of a Python process. How it is cut is told
 * in generator/finding/pieces.py. */

import { directions, spelled, startsOf, summed, unpack } from "./packed.js";

/** @typedef {import("../types.js").SearchIndex} SearchIndex */
/** @typedef {import("../types.js").CardIndex} CardIndex */
/** @typedef {import("../types.js").SearchHead} SearchHead */
/** @typedef {import("../types.js").PieceSource} PieceSource */
/** @typedef {import("../types.js").Passages} Passages */
/** @typedef {import("../types.js").Postings} Postings */

/**
 * The index without the pieces that depend on the query.
 *
 * @param {SearchHead} head
 * @param {PieceSource} source
 * @param {string[]} [soon] further pieces that are wanted at once
 * @param {Map<string, Promise<unknown>>} [known] pieces that were asked for before
 * @returns {Promise<SearchIndex>}
 */
export async function opened(head, source, soon = [], known = new Map()) {
  const pieces = { held: known };
  for (const name of soon) held(pieces, name, () => source.json(name));
  const [entries, vectors] = await Promise.all([
    held(pieces, "entries", () => source.json("entries")),
    source.bytes("vectors"),
  ]);
  const [starts, size] = startsOf(entries.kinds);
  return {
    ...head,
    ...entries,
    source,
    ...pieces,
    starts,
    size,
    practices: entries.kinds[0][1],
    words: [],
    place: new Map(),
    terms: [],
    holders: [],
    synonyms: new Map(),
    filler: new Set(head.filler),
    light: new Set(),
    foreign: new Set(),
    learnt: new Set(),
    vectors: directions(vectors, head.dimensions),
  };
}

/**
 * What cards take of the index, where nothing is searched for.
 *
 * @param {SearchHead} head
 * @param {PieceSource} source
 * @param {Map<string, Promise<unknown>>} known pieces that were asked for before
 * @returns {Promise<CardIndex>}
 */
export async function openedForCards({ dimensions }, source, known) {
  const { kinds } = await held({ held: known }, "entries", () => source.json("entries"));
  return { dimensions, source, held: known, starts: startsOf(kinds)[0] };
}

/**
 * For each term the rows that hold it and its impact on each, as two lists.
 *
 * @param {SearchIndex} index
 * @param {number[]} terms
 * @returns {Promise<Postings[]>}
 */
export function postings(index, terms) {
  return Promise.all(
    terms.map(async (term) => {
      let file = 0;
      let end = index.termStarts.length;
      while (end - file > 1) {
        const middle = (file + end) >> 1;
        if (index.termStarts[middle] <= term) file = middle;
        else end = middle;
      }
      const lists = await held(index, `terms/${file}`, () => index.source.json(`terms/${file}`));
      return spread(lists[term - index.termStarts[file]]);
    }),
  );
}

/**
 * For each word, as a question in the language of a lexicon is read, the practices that hold it in that language; words
 * that none holds are left out.
 *
 * @param {SearchIndex} index
 * @param {number} number of the lexicon
 * @param {number} own how many pieces hold such words
 * @param {string[]} words
 * @returns {Promise<Map<string, Postings>>}
 */
export async function ownPostings(index, number, own, words) {
  /** @type {Map<string, Postings>} */
  const found = new Map();
  if (!own) return found;
  await Promise.all(
    words.map(async (word) => {
      const name = `lexicons/${number}/own/${[...word].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % own}`;
      const lists = await held(index, name, () => index.source.json(name));
      if (Object.hasOwn(lists, word)) found.set(word, spread(lists[word]));
    }),
  );
  return found;
}

/**
 * Rows from the steps between them, and their impacts.
 *
 * @param {[steps: number[], impacts: number[]]} list
 * @returns {Postings}
 */
function spread([steps, impacts]) {
  return { rows: summed(steps), impacts };
}

/**
 * For each word, given by its place, its vector; its length tells how much the word says.
 *
 * @param {SearchIndex} index
 * @param {number[]} words
 * @param {string} [folder] where the vectors lie: of a lexicon's words beside it
 */
export function meanings(index, words, folder = "meanings") {
  const width = 1 + index.dimensions / 2;
  return Promise.all(
    words.map(async (word) => {
      const name = `${folder}/${Math.floor(word / index.wordsAFile)}`;
      const bytes = await held(index, name, () => index.source.bytes(name));
      const begin = (word % index.wordsAFile) * width;
      const vector = new Float32Array(index.dimensions);
      unpack(bytes, begin + 1, index.dimensions, vector, 0);
      for (let dimension = 0; dimension < vector.length; dimension++) vector[dimension] *= bytes[begin];
      return vector;
    }),
  );
}

/**
 * For each of these rows what is shown of it (HTML made with the site), the terms of its title and each question, and
 * the directions of these and of what else it says of the problem, one after the other.
 *
 * @param {CardIndex} index
 * @param {number[]} rows
 * @returns {Promise<Passages[]>}
 */
export function passagesOf(index, rows) {
  return Promise.all(
    rows.map((row) =>
      held(index, `cards/${row}`, async () => {
        const [html, terms, packed] = await index.source.json(`cards/${row}`);
        const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
        return { html, terms, directions: directions(bytes, index.dimensions) };
      }),
    ),
  );
}

/**
 * Rows of practices or cities by their ids: a Map that leaves out what this index does not hold.
 *
 * @param {CardIndex} index
 * @param {"practice" | "city"} kind
 * @param {Iterable<string>} ids
 * @returns {Promise<Map<string, number>>}
 */
export async function rowsOf(index, kind, ids) {
  const known = await held(index, "ids", () => index.source.json("ids"));
  const wanted = new Set(ids);
  /** @type {Map<string, number>} */
  const rows = new Map();
  known[kind].forEach((/** @type {string} */ id, /** @type {number} */ place) => {
    if (wanted.has(id)) rows.set(id, index.starts[kind] + place);
  });
  return rows;
}

/**
 * What results can be narrowed down by; only a site tells.
 *
 * @param {SearchIndex} index
 * @returns {Promise<import("../types.js").FacetData[]>}
 */
export function facetsOf(index) {
  return held(index, "facets", () => index.source.json("facets"));
}

/**
 * Those of these words that English knows though the index does not.
 *
 * @param {SearchIndex} index
 * @param {string[]} words
 */
export async function english(index, words) {
  const known = await Promise.all(
    words.map(async (word) => {
      if (!/^[a-z]/.test(word)) return false;
      const name = `spelling/${word[0]}`;
      const others = await held(index, name, async () => new Set(spelled(await index.source.json(name))));
      const forms = [word, word.replace(/s$/, ""), word.replace(/(es|ed|ing)$/, ""), word.replace(/(ed|ing)$/, "e")];
      return forms.some((form) => others.has(form) || index.place.has(form));
    }),
  );
  return new Set(words.filter((_, place) => known[place]));
}

/**
 * A piece that several queries need: read once.
 *
 * @template Piece
 * @param {Pick<SearchIndex, "held">} index
 * @param {string} name
 * @param {() => Promise<Piece>} read
 * @returns {Promise<Piece>}
 */
export function held(index, name, read) {
  const known = index.held.get(name);
  if (known) return /** @type {Promise<Piece>} */ (known);
  const reading = read();
  reading.catch(() => index.held.delete(name));
  index.held.set(name, reading);
  return reading;
}
