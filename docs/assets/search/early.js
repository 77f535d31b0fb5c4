/* On a page that searches at once, the index is asked for before the theme has begun. */

import { open } from "./store.js";

open(["facets"]).catch(() => {}); // find.js asks again, and says so where it is not there
