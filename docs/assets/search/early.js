/* On a page that searches at once, the index is asked for before the theme has begun, and then what the address asks. */

import { search } from "./engine.js";
import { piecesFor } from "./letters.js";
import { open } from "./store.js";

/** @import { SearchResult } from "../types.js" */

const query = new URLSearchParams(location.search).get("q") || "";
const opening = open(({ filler }) => ["facets", ...piecesFor(filler, query)]);
/** @type {Promise<SearchResult | null>} */
let searching = opening.then((index) => (query ? search(index, query) : null));
searching.catch(() => {}); // find.js asks again, and tells of failing

/**
 * What was found before the page was there: once, and only for what its address asked.
 *
 * @param {string} asked
 */
export function foundEarly(asked) {
  const found = asked === query ? searching.catch(() => null) : null;
  searching = Promise.resolve(null);
  return found;
}
