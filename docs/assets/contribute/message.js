/* A new city and its practice handed in together: as one message on GitHub, of which a program makes one proposal. */

import { _ } from "../components/language.js";
import { textAt } from "./paths.js";
import { yamlOf } from "./yaml.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Group } from "./types.js" */

/** By this line the program knows the message; `contributing/headings.py` and the workflow from-issue.yml have it too. */
const MARK = "# peerbook draft";

/**
 * Title and text of the message.
 *
 * @param {PracticeForm} form
 */
export function message(form) {
  const { draft, data } = form;
  const practice = form.written("practice").data;
  const profile = form.written("city").data;
  const [{ sources, ...certification }] = /** @type {Group[]} */ (profile.certifications);
  const source = /** @type {Group} */ (profile.sources).certification ?? {};
  const head = { city: draft.city, name: draft.slug, certification: { ...certification, source } };
  const words = [
    _(
      "Nothing is left to do here but to choose “Create”. A program reads this and opens a proposal, or says what to mend.",
    ),
    _("This may be published under CC BY 4.0, and I wrote it in my own words."),
  ];
  const written = `${MARK}\n${yamlOf(head, {})}${yamlOf(practice, data.schemas.practice)}`;
  return {
    title: _("New practice: %(title)s", { title: textAt(practice, ["title"]) }),
    text: `${words.join("\n")}\n\n\`\`\`yaml\n${written}\`\`\`\n`,
  };
}
