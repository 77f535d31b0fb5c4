/* What is wrong with a value, in words for somebody who fills in a form. */

import { length } from "../readiness/limits.js";
import { resolved } from "./paths.js";

/** @import { Json, Schema } from "./types.js" */

/** What the fields of a result are called in a sentence. */
const RESULT = new Map([
  ["before", "the figure before"],
  ["after", "the figure after"],
  ["change", "the change"],
  ["treated", "the figure with the practice"],
  ["comparison", "the figure without it"],
  ["comparison_group", "who or what it is compared with"],
  ["value", "the figure"],
  ["target", "the goal"],
  ["metric", "what is measured"],
  ["no_effect", "no effect"],
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
      return schema.type === "array" ? "At least one is needed." : "This is needed.";
    case "minProperties":
      return "Name at least one.";
    case "minItems":
      return minItems === 1 ? "Choose or write at least one." : `At least ${minItems} are needed.`;
    case "maxItems":
    case "maxProperties":
      return maxItems ? `At most ${maxItems} fit here. Take some out.` : "These are too many.";
    case "minLength":
      return `Write at least ${minLength} characters; these are ${size}.`;
    case "maxLength":
      return `Write at most ${maxLength} characters; these are ${size}.`;
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return maximum === undefined ? "This number is too small." : `Write a number from ${minimum ?? 1} to ${maximum}.`;
    case "pattern":
      return "This is not written as it should be.";
    case "type":
      return "Write digits only.";
    default:
      return "Choose one from the list.";
  }
}

/**
 * @param {string} given
 * @param {string[]} needs
 */
export function sayRule(given, needs) {
  return `Fill in ${needs
    .filter((field) => field !== "no_effect")
    .map(naming)
    .join(" or ")}: ${naming(given)} says little without.`;
}
