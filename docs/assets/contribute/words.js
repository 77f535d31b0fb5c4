/* What is wrong with a value, in words for somebody who fills in a form. */

import { _, either } from "../components/language.js";
import { length } from "../readiness/limits.js";
import { resolved } from "./paths.js";

/** @import { Json, Schema } from "./types.js" */

/** What the fields of a result are called in a sentence. */
const RESULT = new Map([
  ["before", _("the figure before")],
  ["after", _("the figure after")],
  ["change", _("the change")],
  ["treated", _("the figure with the practice")],
  ["comparison", _("the figure without it")],
  ["comparison_group", _("who or what it is compared with")],
  ["value", _("the figure")],
  ["target", _("the goal")],
  ["metric", _("what is measured")],
  ["no_effect", _("no effect")],
]);

/**
 * What a field of a result is called in a sentence.
 *
 * @param {string} field
 */
function naming(field) {
  return RESULT.get(field) ?? field;
}

/**
 * @param {string} keyword of the schema that is broken
 * @param {Json | undefined} value
 * @param {Schema} schema of the value
 * @param {Schema} whole
 */
export function sayError(keyword, value, schema, whole) {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema.anyOf
    ? { ...schema, ...resolved(whole, schema.anyOf[0]) }
    : schema;
  const size = typeof value === "string" ? length(value) : 0;
  switch (keyword) {
    case "required":
      return schema.type === "array" ? _("At least one is needed.") : _("This is needed.");
    case "minProperties":
      return _("Name at least one.");
    case "minItems":
      return minItems === 1
        ? _("Choose or write at least one.")
        : _("At least %(least)s are needed.", { least: minItems ?? 0 });
    case "maxItems":
    case "maxProperties":
      return maxItems ? _("At most %(most)s fit here. Take some out.", { most: maxItems }) : _("These are too many.");
    case "minLength":
      return _("Write at least %(least)s characters; these are %(count)s.", { least: minLength ?? 0, count: size });
    case "maxLength":
      return _("Write at most %(most)s characters; these are %(count)s.", { most: maxLength ?? 0, count: size });
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return maximum === undefined
        ? _("This number is too small.")
        : _("Write a number from %(least)s to %(most)s.", { least: minimum ?? 1, most: maximum });
    case "pattern":
      return _("This is not written as it should be.");
    case "type":
      return _("Write digits only.");
    default:
      return _("Choose one from the list.");
  }
}

/**
 * @param {string} given
 * @param {string[]} needs
 */
export function sayRule(given, needs) {
  const fields = needs.filter((field) => field !== "no_effect").map(naming);
  return _("Fill in %(fields)s: %(given)s says little without.", { fields: either(fields), given: naming(given) });
}
