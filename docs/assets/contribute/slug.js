/* The short name of a write-up, which its file and its address have. */

import { _ } from "../components/language.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Problem } from "./types.js" */

/** Words that tell nothing, in any of the languages. */
export const SMALL = new Set(
  [
    "a an and the of to for in on with its it by at from that which as is are was were has have city",
    "al como con de del el en es la las lo los para por que se sin su sus un una y ciudad",
    "ao com da das do dos e em na nas nos o os pela pelo sem seu sua uma um cidade",
  ].flatMap((words) => words.split(" ")),
);

/**
 * The short name of a write-up that its title suggests.
 *
 * @param {string} title
 * @param {string} city as it is labelled
 */
export function slugOf(title, city) {
  const plain = (/** @type {string} */ text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}|['’]/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const own = new Set(plain(city));
  const words = plain(title).filter((word) => !SMALL.has(word) && !own.has(word));
  return words.slice(0, 4).join("-").slice(0, 60).replace(/-$/, "");
}

/**
 * What is wrong with the short name.
 *
 * @param {PracticeForm} form
 * @returns {Problem[]}
 */
export function slugProblems(form) {
  const { slug, mends, city } = form.draft;
  if (mends) return [];
  const wrong = (/** @type {string} */ words) => [{ path: ["slug"], words }];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return wrong(_("Write small letters, digits and single hyphens, such as nurse-triage-line."));
  if (slug === "city" || form.data.reserved.includes(slug))
    return wrong(_("This name has a meaning of its own. Choose another one."));
  if (slug.length > 80) return wrong(_("Write at most 80 characters."));
  return form.taken.includes(`${city}/${slug}`)
    ? wrong(_("The city has a write-up of this name. Choose another one."))
    : [];
}
