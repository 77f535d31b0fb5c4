/* A saved self-assessment, read and checked by the same rules as in generator/reading/assessment.py. Both are held to
 * tests/spec/assessment.json. */

import { _, many, marked } from "../components/language.js";
import { WORDS } from "./assessment.js";
import { repeatedKeys } from "./json.js";
import { isClean, length } from "./limits.js";

/** @import { Answer, Answers, Assessment, Criterion, CriterionAnswer, Parsed, Standard } from "../types.js" */
/** @typedef {Record<string, unknown>} Group */

/**
 * What a file holds, or what is wrong with it in words.
 *
 * @param {string} text
 * @param {Pick<Standard, "byCode" | "limits">} standard
 * @returns {Parsed}
 */
export function parse(text, standard) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return refused(_("This is not a file that this page saved: it is not JSON."));
  }
  if (!isGroup(data)) return refused(_("This is not a file that this page saved."));
  const reader = new Reader(standard);
  for (const key of repeatedKeys(text)) reader.wrong(_("“%(key)s” stands twice in one group.", { key: short(key) }));
  if (!textsIn(data).every((one) => isClean(one, standard.limits))) {
    reader.wrong(_("The file holds signs that nobody can see, or marks heaped on one letter."));
  }
  const assessment = reader.read(data);
  const { mistakes, remarks } = reader;
  return { assessment: mistakes.length ? null : assessment, mistakes, remarks };
}

/**
 * @param {string} mistake
 * @returns {Parsed}
 */
function refused(mistake) {
  return { assessment: null, mistakes: [mistake], remarks: [] };
}

/** Reads a file once, and gathers what is wrong with it and what is left out. */
class Reader {
  /** @param {Pick<Standard, "byCode" | "limits">} standard */
  constructor({ byCode, limits }) {
    this.byCode = byCode;
    this.limits = limits;
    /** @type {string[]} */
    this.mistakes = [];
    /** @type {string[]} */
    this.remarks = [];
  }

  /** @param {string} words */
  wrong(words) {
    this.mistakes.push(words);
  }

  /**
   * @param {Group} data
   * @returns {Assessment}
   */
  read(data) {
    const { format, version, line } = this.limits;
    if (data.format !== format) {
      this.wrong(_("This is not a self-assessment: its format is not “%(format)s”.", { format }));
    }
    if (data.version !== version) {
      this.wrong(_("The file is of another version of this form. This page knows version %(version)s.", { version }));
    }
    const inFile = marked("“%(field)s” is not a field of such a file.");
    this.strange(data, ["format", "version", "city", "by", "saved", "answers"], (field) => _(inFile, { field }));
    const city = trimmed(data.city);
    const by = trimmed(data.by);
    const saved = trimmed(data.saved);
    const { answers = {} } = data;
    if (city !== null && !this.isId(city)) this.wrong(_("The city is not written as here, such as omaha-ne."));
    if (by !== null && !(isText(by) && by && length(by) <= line)) {
      this.wrong(_("Who filled it in is not a text of at most %(most)s characters.", { most: line }));
    }
    if (saved !== null && !(isText(saved) && this.isDay(saved))) {
      this.wrong(_("The day on which it was saved is not a date such as 2026-01-31."));
    }
    if (!isGroup(answers)) this.wrong(_("The answers are not a group of criteria."));
    return {
      city: isText(city) ? city : "",
      by: isText(by) ? by : "",
      answers: isGroup(answers) ? this.answers(answers) : {},
    };
  }

  /**
   * @param {Group} answers
   * @returns {Answers}
   */
  answers(answers) {
    /** @type {Answers} */
    const given = {};
    for (const [code, one] of Object.entries(answers)) {
      const criterion = this.byCode.get(code);
      if (!criterion) this.wrong(_("“%(code)s” is not a criterion of the standard.", { code: short(code) }));
      else if (!isGroup(one)) this.wrong(_("%(code)s: this is not an answer with ticks and a note.", { code }));
      else {
        const read = this.answer(one, criterion);
        if (read.answer || read.checks.length || read.note) given[code] = read;
      }
    }
    return given;
  }

  /**
   * @param {Group} group
   * @param {Criterion} criterion
   * @returns {CriterionAnswer}
   */
  answer(group, criterion) {
    const { code } = criterion;
    const { answer = null, checks = [] } = group;
    const note = group.note === undefined ? "" : trimmed(group.note);
    const inAnswer = marked("“%(field)s” is not a field of an answer (%(code)s).");
    this.strange(group, ["answer", "checks", "note"], (field) => _(inAnswer, { field, code }));
    if (answer !== null && !isAnswer(answer)) {
      const message = marked("%(code)s: the answer is “%(answer)s”. It can be yes, partly, no or not-sure.");
      this.wrong(_(message, { code, answer: short(String(answer)) }));
    }
    if (!isText(note) || length(note) > this.limits.note) {
      const message = marked("%(code)s: the note is not a text of at most %(most)s characters.");
      this.wrong(_(message, { code, most: this.limits.note }));
    }
    const isList = Array.isArray(checks) && checks.every(isText);
    if (!isList) this.wrong(_("%(code)s: the ticks are not a list of self-check points.", { code }));
    return {
      answer: isAnswer(answer) ? answer : "",
      checks: isList ? this.known(checks, criterion) : [],
      note: isText(note) ? note : "",
    };
  }

  /**
   * The points that are ticked, in the order of the standard. A point may have been put in other words since the file
   * was saved. That loses a tick, not the file.
   *
   * @param {string[]} ticks
   * @param {Criterion} criterion
   */
  known(ticks, { code, checks }) {
    const given = ticks.map((tick) => tick.trim());
    const lost = given.filter((tick) => !checks.includes(tick)).length;
    if (lost) {
      this.remarks.push(
        many(
          "%(code)s: a tick was left out, as no self-check point has these words.",
          "%(code)s: %(count)s ticks were left out, as no self-check point has these words.",
          lost,
          { code },
        ),
      );
    }
    return checks.filter((point) => given.includes(point));
  }

  /**
   * @param {Group} group
   * @param {string[]} known
   * @param {(field: string) => string} words
   */
  strange(group, known, words) {
    for (const name of Object.keys(group)) {
      if (!known.includes(name)) this.wrong(words(short(name)));
    }
  }

  /** @param {unknown} value */
  isId(value) {
    const { isId, longestId, reserved } = this.limits;
    return isText(value) && isId.test(value) && value.length <= longestId && !reserved.includes(value);
  }

  /** @param {string} text */
  isDay(text) {
    const [first, last] = this.limits.years;
    const date = new Date(`${text}T00:00:00Z`);
    const isReal = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
    const year = date.getUTCFullYear();
    return isReal && date.toISOString().startsWith(text) && first <= year && year <= last;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Group}
 */
function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Answer}
 */
function isAnswer(value) {
  return isText(value) && Object.hasOwn(WORDS, value);
}

/**
 * Texts without the space around them, null for what is not there, all else as it is.
 *
 * @param {unknown} value
 */
function trimmed(value) {
  return isText(value) ? value.trim() : (value ?? null);
}

/**
 * All texts in what JSON held, names of fields left out.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
function textsIn(value) {
  if (isText(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** @param {string} text */
function short(text) {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
