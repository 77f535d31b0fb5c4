/* On the page "Your city", places and cards are asked for before the theme has begun. */

import { openCards } from "../search/store.js";
import { load } from "./places.js";

for (const asked of [load(), openCards()]) asked.catch(() => {}); // page.js asks again, and says so
