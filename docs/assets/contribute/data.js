/* What the form fetches from the site: its data, where places lie, and write-ups to mend. */

import { ROOT } from "../search/store.js";

/** @import { FormData, Group, PlaceFacts } from "./types.js" */

const FORMAT = 1;
const FOLDER = "contribute/data/";

/** @type {Promise<FormData> | null} */
let loading = null;
/** @type {Promise<Record<string, PlaceFacts>> | null} */
let placing = null;

/** The data of the form, fetched once. */
export function formData() {
  loading ??= packed("form.bin");
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** Names, states and coordinates of places, by id; fetched when a city is added. */
export function placeFacts() {
  placing ??= packed("places.bin");
  placing.catch(() => {
    placing = null;
  });
  return placing;
}

/**
 * A write-up as its file holds it; null if there is none.
 *
 * @param {string} id
 * @returns {Promise<Group | null>}
 */
export async function writeUp(id) {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)) return null;
  const response = await fetch(new URL(`${FOLDER}write-ups/${id}.json`, ROOT));
  return response.ok ? response.json() : null;
}

/**
 * A city as its file holds it, and the ids and titles of its write-ups.
 *
 * @param {string} id
 * @returns {Promise<{ profile: Group, practices: [string, string][] } | null>}
 */
export async function cityFile(id) {
  const found = await writeUp(`${id}/city`);
  return /** @type {any} */ (found);
}

/** @param {string} name */
async function packed(name) {
  const head = await (await fetched("index.json", { cache: "no-cache" })).json();
  if (head.format !== FORMAT) throw new Error("this script does not know the format of the form");
  const { body } = await fetched(`${head.folder}/${name}`);
  const stream = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 */
async function fetched(name, options) {
  const response = await fetch(new URL(FOLDER + name, ROOT), options);
  if (!response.ok) throw new Error("the data of the form are not there");
  return response;
}
