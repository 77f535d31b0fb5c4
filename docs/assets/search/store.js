/* The index of this site, fetched as it is asked for. */

import { opened, openedForCards } from "./pieces.js";

export const ROOT = new URL("../../", import.meta.url);
const FORMAT = 4;

/** @import { PieceSource, SearchHead, SearchIndex } from "../types.js" */
/** @typedef {{ head: SearchHead, source: PieceSource, held: Map<string, Promise<unknown>> }} Begun */

/** @type {Promise<Begun> | null} */
let beginning = null;
/** @type {Promise<SearchIndex> | null} */
let opening = null;

/**
 * The index without the pieces that depend on the query.
 *
 * @param {(head: SearchHead) => string[]} [soon] further pieces that are wanted at once
 */
export function open(soon = () => []) {
  if (!opening) {
    opening = begun().then(({ head, source, held }) => opened(head, source, soon(head), held));
    opening.catch(forget);
  }
  return opening;
}

/** As much of it as cards take, where nothing is searched for. */
export function openCards() {
  const cards = begun().then(({ head, source, held }) => openedForCards(head, source, held));
  cards.catch(forget);
  return cards;
}

/** What failed is asked for anew the next time. */
function forget() {
  beginning = null;
  opening = null;
}

function begun() {
  beginning ??= begin();
  return beginning;
}

/** @returns {Promise<Begun>} */
async function begin() {
  const response = await fetch(new URL("search/index.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error("the search index is not there");
  /** @type {SearchHead} */
  const head = await response.json();
  if (head.format !== FORMAT) throw new Error("this script does not know the format of the search index");
  /** @type {PieceSource} */
  const source = {
    json: async (name) => JSON.parse(new TextDecoder().decode(await piece(head.folder, name))),
    bytes: (name) => piece(head.folder, name),
  };
  return { head, source, held: new Map() };
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function piece(folder, name) {
  const response = await fetch(new URL(`search/${folder}/${name}.bin`, ROOT));
  if (!response.ok || !response.body) throw new Error(`a piece of the search index is not there: ${name}`);
  const inflated = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
