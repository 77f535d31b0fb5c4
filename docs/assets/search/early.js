/* On a page that searches at once, the index is asked for before the theme has begun. */

import { piecesFor } from "./letters.js";
import { open } from "./store.js";

const query = new URLSearchParams(location.search).get("q") || "";
open(({ filler }) => ["facets", ...piecesFor(filler, query)]).catch(() => {}); // find.js asks again, and tells of failing
