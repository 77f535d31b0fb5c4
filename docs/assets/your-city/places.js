/* Places of the network’s countries, certified cities and tags of practices: what generator/publishing/your_city.py writes. */

import { ROOT } from "../search/store.js";

import { findable } from "./names.js";
import { place } from "./row.js";

/** @import { Places, PlacesData } from "../types.js" */

const FORMAT = 1;

/** @type {Promise<Places> | null} */
let loading = null;

/** The data, fetched once. */
export function load() {
  if (!loading) {
    loading = fetched();
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

/** @returns {Promise<Places>} */
async function fetched() {
  const head = await (await found("index.json", { cache: "no-cache" })).json();
  if (head.format !== FORMAT) throw new Error("this script does not know the format of the places");
  const packed = await found(`${head.folder}/data.bin`);
  const stream = /** @type {ReadableStream} */ (packed.body).pipeThrough(new DecompressionStream("deflate"));
  /** @type {PlacesData} */
  const data = await new Response(stream).json();
  const all = data.cities.concat(data.places).map((row, number) => findable(place(row, number)));
  return { ...data, all: all.sort((one, other) => other.population - one.population) };
}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 */
async function found(name, options) {
  const response = await fetch(new URL(`your-city/${name}`, ROOT), options);
  if (!response.ok) throw new Error("the places are not there");
  return response;
}
