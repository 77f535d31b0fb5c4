/* The index of this site, fetched as it is asked for. */

import { opened } from "./pieces.js";

export const ROOT = new URL("../../", import.meta.url);

/** @typedef {import("../types.js").SearchIndex} SearchIndex */

/** @type {Promise<SearchIndex> | null} */
let opening = null;

/**
 * The index without the pieces that depend on the query.
 *
 * @param {string[]} [soon] further pieces that are wanted at once
 */
export function open(soon) {
  if (!opening) {
    opening = load(soon);
    opening.catch(() => {
      opening = null;
    });
  }
  return opening;
}

/** @param {string[]} [soon] */
async function load(soon) {
  const response = await fetch(new URL("search/index.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error("the search index is not there");
  /** @type {import("../types.js").SearchHead} */
  const head = await response.json();
  /** @type {import("../types.js").PieceSource} */
  const source = {
    json: async (name) => JSON.parse(new TextDecoder().decode(await piece(head.folder, name))),
    bytes: (name) => piece(head.folder, name),
  };
  return opened(head, source, soon);
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
