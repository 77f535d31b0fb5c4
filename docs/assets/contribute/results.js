/* Results, by the kind of figure; and the level of evidence that they carry. */

import { made } from "../components/dom.js";
import { _, listed, many } from "../components/language.js";
import { carries, restingOnOne, resultsIn, suggested } from "./evidence.js";
import { button, group, oneOf, textField } from "./fields.js";
import { folded } from "./later.js";
import { at, idOf, setAt } from "./paths.js";
import { cited, list } from "./statements.js";
import { written } from "./written.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Asked } from "./fields.js" */
/** @import { Group, Path } from "./types.js" */

/** What each kind of result asks for, and how it is asked. */
const KINDS = [
  { id: "two-times", name: _("The same measure at two times"), fields: ["metric", "before", "after", "period"] },
  {
    id: "comparison",
    name: _("With the practice, against a group without it"),
    fields: ["metric", "comparison_group", "treated", "comparison", "change", "period"],
  },
  { id: "change", name: _("Only a change is known"), fields: ["metric", "change", "period"] },
  { id: "figure", name: _("A figure on its own"), fields: ["metric", "value", "target", "period"] },
  {
    id: "no-effect",
    name: _("It was tested, and no effect was found"),
    fields: ["metric", "comparison_group", "period"],
  },
  { id: "account", name: _("No figure"), fields: ["period"] },
];
const LABELS = new Map([
  ["metric", _("What is measured")],
  ["before", _("Before")],
  ["after", _("After")],
  ["change", _("The change")],
  ["treated", _("With the practice")],
  ["comparison", _("Without it")],
  ["comparison_group", _("Compared with whom or what?")],
  ["value", _("The figure, with its unit")],
  ["target", _("The goal, if there was one")],
  ["period", _("When was it measured?")],
]);
/** What of a result a level rests on. */
const WHY = new Map([
  ["before", _("a figure before and one after")],
  ["change", _("a change")],
  ["period", _("its time")],
  ["comparison_group", _("a comparison group")],
  ["value", _("a figure")],
  ["no_effect", _("a test that found nothing")],
]);
/** What a comparison has in place of its two figures. */
const DIFFERENCE = _("Or the difference, where only that is known");
const OPTIONAL = new Set(["target", "period"]);
/** What few results of a kind have, which is folded away. */
const RARE = new Map([
  ["target", ["figure"]],
  ["change", ["comparison"]],
  ["period", ["account"]],
]);
const KIND = "_kind";
const ASIDE = "_aside";

/**
 * The kind of a result: as chosen, or by the figures that it has.
 *
 * @param {Group} result
 */
export function kindOf(result) {
  if (typeof result[KIND] === "string") return result[KIND];
  if (result.no_effect) return "no-effect";
  if (result.comparison_group || result.treated) return "comparison";
  if (result.before || result.after) return "two-times";
  if (result.change) return "change";
  return result.value ? "figure" : result.text ? "account" : "";
}

/**
 * Make a result one of another kind. What the new kind doesn't ask for is set aside, and comes back with the old one.
 *
 * @param {Group} result
 * @param {string} kind
 */
export function turn(result, kind) {
  const fields = new Set([...(KINDS.find(({ id }) => id === kind)?.fields ?? []), "text"]);
  const aside = /** @type {Group} */ (result[ASIDE] ?? {});
  for (const field of [...LABELS.keys(), "no_effect"]) {
    if (fields.has(field) && !result[field] && aside[field] !== undefined) result[field] = aside[field];
    else if (!fields.has(field) && result[field] !== undefined) {
      aside[field] = result[field];
      delete result[field];
    }
  }
  result[ASIDE] = aside;
  result[KIND] = kind;
  if (kind === "no-effect") result.no_effect = true;
}

/**
 * @param {PracticeForm} form
 * @param {Asked & { another: string }} asked
 */
export function resultList(form, asked) {
  return list(form, asked, (path, place) => resultFields(form, path, place), {}, _("Result"));
}

/**
 * @param {PracticeForm} form
 * @param {Path} path
 * @param {number} place
 */
function resultFields(form, path, place) {
  const result = /** @type {Group} */ (at(form.draftGroup, path));
  const kind = kindOf(result);
  const id = idOf([...path, "kind"]);
  const radios = KINDS.map(({ id: value, name }, number) => {
    const radio = made("input", {
      type: "radio",
      name: id,
      value,
      checked: value === kind,
      id: number ? `${id}-${number}` : idOf(path),
    });
    radio.addEventListener("change", () => {
      turn(result, value);
      form.changed();
      form.draw(radio.id);
    });
    return made("label", { className: "pb-choice" }, radio, made("span", { textContent: name }));
  });
  const choice = made(
    "fieldset",
    { className: "pb-kinds" },
    made("legend", { className: "pb-field__label", textContent: _("What do you have?") }),
    made("div", { className: "pb-choices" }, ...radios),
  );
  const fields = kind ? fieldsOf(form, path, result, kind) : [];
  return group({ path, label: _("Result %(number)s", { number: place + 1 }) }, choice, ...fields);
}

/**
 * @param {PracticeForm} form
 * @param {Path} path
 * @param {Group} result
 * @param {string} kind
 */
function fieldsOf(form, path, result, kind) {
  const asked = KINDS.find(({ id }) => id === kind)?.fields ?? [];
  const others = Array.from(LABELS.keys()).filter((field) => result[field] && !asked.includes(field));
  const input = (/** @type {string} */ field) =>
    textField(form, {
      path: [...path, field],
      label: labelOf(field, kind),
      example: exampleOf(form, field, kind),
      isOptional: OPTIONAL.has(field) || (kind === "no-effect" && field === "comparison_group"),
    });
  const isFolded = (/** @type {string} */ field) => !result[field] && (RARE.get(field)?.includes(kind) ?? false);
  const shown = [...asked, ...others];
  const rare = shown.filter(isFolded);
  const text = cited(form, {
    path: [...path, "text"],
    label: _("What came of it, in a sentence"),
    example: exampleOf(form, "text", kind),
  });
  const figures = made("div", { className: "pb-figures" }, ...shown.filter((field) => !isFolded(field)).map(input));
  if (!rare.length) return [text, figures];
  const words = rare.map((field) => labelOf(field, kind)).join("; ");
  return [text, figures, folded(words, false, ...rare.map(input))];
}

/**
 * @param {string} field
 * @param {string} kind
 */
function labelOf(field, kind) {
  return kind === "comparison" && field === "change" ? DIFFERENCE : (LABELS.get(field) ?? field);
}

/**
 * @param {PracticeForm} form
 * @param {string} field
 * @param {string} kind
 */
function exampleOf(form, field, kind) {
  const fitting = resultsIn(form.data.example.results).find((one) => kindOf(one) === kind);
  const text = fitting?.[field];
  return typeof text === "string" ? text.replace(/\[\^[^\]]*\]/g, "") : "";
}

/**
 * The level of evidence: what the results carry, which one is suggested, and why.
 *
 * @param {PracticeForm} form
 * @param {Asked} asked
 */
export function evidenceLevel(form, asked) {
  const { levels, schemas } = form.data;
  const results = resultsIn(written({ results: form.draft.practice.results ?? [] }, schemas.practice).data.results);
  const best = suggested(levels, results);
  const field = asked.path;
  if (!form.text(field)) setAt(form.draftGroup, field, best.id);
  const carrying = best.anyOf?.find((fields) => results.some((result) => fields.every((one) => result[one])));
  const why = carrying
    ? _("By its rule, because one of your results has %(what)s.", {
        what: listed(carrying.map((one) => WHY.get(one) ?? one)),
      })
    : _("By its rule, because none of your results has a figure.");
  const said = made(
    "p",
    { className: "pb-suggested" },
    made("b", {}, _("Suggested: %(level)s.", { level: best.name }), " "),
    `${why} `,
  );
  const others = restingOnOne(best, results);
  if (others)
    said.append(
      many(
        "Only one of your results carries it, and %(count)s does not: if it does not stand for the practice as a whole, choose a weaker level.",
        "Only one of your results carries it, and %(count)s do not: if it does not stand for the practice as a whole, choose a weaker level.",
        others,
      ),
      " ",
    );
  if (best.id === "quasi-experimental") said.append(_("If chance decided who got it, choose “Randomized trial”."));
  const options = levels.map((level) => {
    const isCarried = carries(level, results);
    return {
      id: level.id,
      name: level.name,
      about: isCarried ? level.meaning : `${level.meaning} ${_("None of your results carries it.")}`,
    };
  });
  const radios = oneOf(form, asked, options);
  radios.querySelector(".pb-choices")?.before(said);
  if (form.text(field) !== best.id) {
    const use = button(_("Use “%(level)s”", { level: best.name }), () => {
      form.set(field, best.id);
      form.draw(idOf(field));
    });
    said.append(made("span", { className: "pb-buttons" }, use));
  }
  return radios;
}
