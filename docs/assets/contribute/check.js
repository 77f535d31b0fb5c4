/* What is wrong with a write-up or a city: by the JSON Schema of the models, and by the rules of the checker that a schema
 * can't say (generator/reading/checks.py). Both sides are held to tests/spec/write-ups.json. */

import { _ } from "../components/language.js";
import { Validator } from "../vendor/json-schema.js";
import { isAhead, wrongAddress, wrongDate } from "./dates.js";
import { carries, resultsIn } from "./evidence.js";
import { citations, hasMarks } from "./markup.js";
import { at, schemaAt } from "./paths.js";
import { missing, pathOf } from "./pointers.js";
import { groupOf, listsOfSources, statements } from "./texts.js";
import { sayError, sayRule } from "./words.js";

/** @import { FileKind, FormData, Group, Json, Path, Problem } from "./types.js" */

const TOLD = new Set(
  "type enum const minLength maxLength pattern minItems maxItems required minimum maximum minProperties maxProperties exclusiveMinimum".split(
    " ",
  ),
);
const LINK = /\]\(\s*<?\s*([^)\s>]*)/g;

export class Checker {
  /**
   * @param {FormData} data
   * @param {string} today
   */
  constructor(data, today) {
    this.data = data;
    this.today = today;
    this.leftover = new RegExp(data.leftover.replace(/\\p\{L\}\\p\{N\}_/g, "\\p{L}\\p{N}_"), "mu");
    this.validators = {
      practice: new Validator(/** @type {any} */ (data.schemas.practice), "2020-12", false),
      city: new Validator(/** @type {any} */ (data.schemas.city), "2020-12", false),
    };
    this.cities = new Set(data.cities.map(({ id }) => id));
  }

  /**
   * What is wrong with a file, by the paths in it.
   *
   * @param {FileKind} kind
   * @param {Group} file as `written` gives it
   * @returns {Problem[]}
   */
  problems(kind, file) {
    const broken = this.bySchema(kind, file);
    const found = [...broken, ...this.values(kind, file, [], broken)];
    found.push(...(kind === "practice" ? this.ofPractice(file, found) : this.ofCity(file)));
    const said = new Set();
    return found.filter(({ path }) => {
      const place = JSON.stringify(path);
      return !said.has(place) && said.add(place);
    });
  }

  /**
   * @param {FileKind} kind
   * @param {Group} file
   * @returns {Problem[]}
   */
  bySchema(kind, file) {
    const schema = this.data.schemas[kind];
    return this.validators[kind].validate(file).errors.flatMap(({ keyword, instanceLocation, keywordLocation }) => {
      if (!TOLD.has(keyword)) return [];
      const path = pathOf(instanceLocation, file);
      // What a date lacks is said better below.
      if (keyword === "pattern" && this.wrongDate(path, at(file, path) ?? "")) return [];
      if (keyword === "required") return missing(file, path, schema);
      // A value of two types tells of one of them: that for which it was meant.
      if (keywordLocation.includes("/anyOf/") && keyword === "const" && typeof at(file, path) === "number") return [];
      return [{ path, words: sayError(keyword, at(file, path), schemaAt(schema, path), schema) }];
    });
  }

  /**
   * What is wrong with single values, whatever the file.
   *
   * @param {FileKind} kind
   * @param {Json} value
   * @param {Path} path
   * @param {Problem[]} broken
   * @returns {Problem[]}
   */
  values(kind, value, path, broken) {
    if (value !== null && typeof value === "object") {
      return Object.entries(value).flatMap(([key, one]) =>
        this.values(kind, one, [...path, Array.isArray(value) ? Number(key) : key], broken),
      );
    }
    const said = [
      this.wrongDate(path, value),
      typeof value === "string" && value.length <= this.data.longest ? this.wrongText(kind, path, value) : "",
    ];
    return said.filter(Boolean).map((words) => ({ path, words }));
  }

  /**
   * @param {Path} path
   * @param {Json} value
   */
  wrongDate(path, value) {
    const name = path[path.length - 1];
    const isWhole = name === "reviewed" || name === "added" || (name === "date" && path[0] !== "sources");
    const isDate = isWhole || (name === "date" && path[0] === "sources") || name === "announced";
    const isYear = name === "started" || (name === "year" && path[0] === "certifications");
    if (!isDate && !isYear) return "";
    const words = isDate ? wrongDate(String(value), this.data.years, isWhole) : "";
    if (words || name === "announced") return words;
    return isAhead(String(value), this.today) ? _("This lies in the future.") : "";
  }

  /**
   * @param {FileKind} kind
   * @param {Path} path
   * @param {string} text
   */
  wrongText(kind, path, text) {
    const fields = path.filter((step) => typeof step === "string");
    if (fields[0] === "sources" && fields.length > 1) fields.splice(1, 1);
    const marks = this.data.marks[kind][fields.join(".")] ?? "plain";
    const name = fields[fields.length - 1];
    if (fields[0] === "sources" && name === "url") {
      const words = wrongAddress(text, this.data.schemes);
      if (words) return words;
    }
    if (["topics", "methods", "areas"].includes(name) && this.data.reserved.includes(text))
      return _("This can’t be an id.");
    if (marks !== "cited" && citations(text).length)
      return _("Sources are not cited here. Cite them in the statements.");
    if (marks === "plain" && fields[0] !== "sources" && hasMarks(text))
      return _("Plain words only here: no emphasis, no links.");
    if (this.leftover.test(text)) return _("This looks like a leftover: write the text, or take it out.");
    const isAllowed = (/** @type {RegExpExecArray} */ [, url = ""]) =>
      this.data.schemes.some((scheme) => url.toLowerCase().startsWith(`${scheme}:`));
    return Array.from(text.matchAll(LINK)).every(isAllowed) ? "" : _("A link begins with https:, http: or mailto:.");
  }

  /**
   * @param {Group} file
   * @param {Problem[]} found so far
   * @returns {Problem[]}
   */
  ofPractice(file, found) {
    const { registers, levels, resultRules } = this.data;
    /** @type {Problem[]} */
    const wrong = [];
    for (const name of /** @type {const} */ (["areas", "criteria", "topics", "methods"])) {
      const known = new Set(registers[name].map(({ id }) => id));
      wrong.push(...this.wrongNames(file[name], [name], known));
    }
    each(file.adopted_by, (adoption, place) => {
      const { city, name } = adoption;
      if (city && !this.cities.has(String(city)))
        wrong.push({
          path: ["adopted_by", place, "city"],
          words: _("This city is not in the library: write its name."),
        });
      const isWhole = !isBroken(found, ["adopted_by", place]);
      if (isWhole && !city === !name)
        wrong.push({
          path: ["adopted_by", place],
          words: _("Say which government: a city of the library, or its name."),
        });
    });
    resultsIn(file.results).forEach((result, place) => {
      if (isBroken(found, ["results", place])) return;
      const rule = resultRules.find(({ given, needs }) => result[given] && !needs.some((field) => result[field]));
      if (rule) wrong.push({ path: ["results", place], words: sayRule(rule.given, rule.needs) });
    });
    wrong.push(...this.wrongCitations(file));
    const level = levels.find(({ id }) => id === at(file, ["evidence", "level"]));
    const isRead =
      !isBroken([...found, ...wrong.filter(({ path }) => path.length === 2 && path[0] === "results")], ["results"]) &&
      !isBroken(found, ["evidence"]);
    if (level && isRead && !carries(level, resultsIn(file.results))) {
      wrong.push({
        path: ["evidence", "level"],
        words: _("No result above carries “%(level)s”. Choose a weaker level, or add the result that shows it.", {
          level: level.name,
        }),
      });
    }
    return wrong;
  }

  /**
   * @param {Json | undefined} names
   * @param {Path} path
   * @param {Set<string>} known
   * @returns {Problem[]}
   */
  wrongNames(names, path, known) {
    const seen = new Set();
    return (Array.isArray(names) ? names : []).flatMap((name, place) => {
      const words = known.has(String(name))
        ? seen.has(name)
          ? _("This is chosen twice.")
          : ""
        : _("This is not known here.");
      seen.add(name);
      return words ? [{ path: [...path, place], words }] : [];
    });
  }

  /**
   * @param {Group} file
   * @returns {Problem[]}
   */
  wrongCitations(file) {
    const sources = groupOf(file.sources);
    const cited = new Set();
    /** @type {Problem[]} */
    const wrong = [];
    for (const { field, inner, needsSource } of this.data.sections) {
      for (const { path, text } of statements(file, field, inner)) {
        const keys = citations(text);
        for (const key of keys) cited.add(key);
        if (!keys.length && needsSource && text.length <= this.data.longest)
          wrong.push({ path, words: _("Say which source tells this.") });
        const strange = keys.find((key) => !Object.hasOwn(sources, key));
        if (strange) {
          wrong.push({ path, words: _("The source “%(key)s” is not in the list of sources.", { key: strange }) });
        }
      }
    }
    return [...wrong, ...uncited(sources, cited)];
  }

  /**
   * @param {Group} file
   * @returns {Problem[]}
   */
  ofCity(file) {
    const sources = groupOf(file.sources);
    const cited = new Set();
    /** @type {Problem[]} */
    const wrong = [];
    for (const { path, keys } of listsOfSources(file, [])) {
      keys.forEach((key, place) => {
        cited.add(key);
        if (typeof key === "string" && !Object.hasOwn(sources, key))
          wrong.push({ path: [...path, place], words: _("This source is not in the list.") });
      });
    }
    return [...wrong, ...uncited(sources, cited)];
  }
}

/**
 * @param {Group} sources
 * @param {Set<unknown>} cited
 * @returns {Problem[]}
 */
function uncited(sources, cited) {
  return Object.keys(sources).flatMap((key) =>
    cited.has(key)
      ? []
      : [
          {
            path: ["sources", key],
            words: _("This source is cited nowhere. Cite it where it tells something, or take it out."),
          },
        ],
  );
}

/**
 * Whether something at a path, or inside of it, is wrong.
 *
 * @param {Problem[]} found
 * @param {Path} path
 */
function isBroken(found, path) {
  return found.some((one) => path.every((step, place) => one.path[place] === step));
}

/**
 * @param {Json | undefined} list
 * @param {(group: Group, place: number) => void} act
 */
function each(list, act) {
  if (!Array.isArray(list)) return;
  for (const [place, one] of list.entries()) act(groupOf(one), place);
}
