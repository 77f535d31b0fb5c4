/* The orders that results can have, and what each is called. */

import { _ } from "../components/language.js";

/** @type {Record<string, string>} */
export const SORTS = {
  relevance: _("Best match"),
  evidence: _("Strongest evidence"),
  newest: _("Newest"),
  size: _("Largest city"),
};
/** The order by how like a city is to the one that asks. */
export const LIKE = "like";
