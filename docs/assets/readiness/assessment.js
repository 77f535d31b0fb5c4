/* A self-assessment: its form, what is wrong with one that was loaded, and several put together.
 *
 * {city, by, answers: {code: {answer, checks, note}}}, where what is not known is "". The form is that of
 * generator/model/assessment.py, the checks are those of generator/reading/assessment.py. */

export const MOST_BYTES = 256 * 1024;
const FORM = { format: "peerbook-self-assessment", version: 1 };
const MOST_NOTE = 2000;
const MOST_LINE = 300;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// Signs that nobody sees: the reader of saved files refuses them, so they never get into one.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}\u{180b}-\u{180f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{fff0}-\u{fffb}\p{NChar}]/gu;
const HEAPED = /(\p{M}{2})\p{M}+/gu;

export const WORDS = { yes: "yes", partly: "partly", no: "no", "not-sure": "not sure" };

export function empty() {
  return { city: "", by: "", answers: {} };
}

/** Whether nothing was said of any criterion. */
export function isEmpty(assessment) {
  return !Object.keys(assessment.answers).length;
}

/** What was typed, without signs that nobody sees. */
export function clean(text) {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, (sign) => (sign === "\n" || sign === "\t" ? sign : "")).replace(HEAPED, "$1");
}

/** The text of the file in which it is saved. */
export function asText(assessment, day) {
  const { city, by, answers } = assessment;
  const given = Object.fromEntries(Object.entries(answers).map(function ([code, { answer, checks, note }]) {
    return [code, { ...(answer && { answer: answer }), ...(checks.length && { checks: checks }), ...(note && { note: note }) }];
  }));
  return JSON.stringify({ ...FORM, ...(city && { city: city }), ...(by && { by: by }), saved: day, answers: given }, null, 2) + "\n";
}

/** {assessment, mistakes, remarks}: what a file holds, or what is wrong with it in words; remarks tell what was left out. */
export function parse(text, standard) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { assessment: null, mistakes: ["This is not a file that this page saved: it is not JSON."], remarks: [] };
  }
  const mistakes = [];
  const remarks = [];
  const assessment = read(data, standard, mistakes, remarks);
  return { assessment: mistakes.length ? null : assessment, mistakes: mistakes, remarks: remarks };
}

function read(data, standard, mistakes, remarks) {
  const wrong = function (words) { mistakes.push(words); };
  if (!isGroup(data)) {
    wrong("This is not a file that this page saved.");
    return null;
  }
  if (data.format !== FORM.format) wrong("This is not a self-assessment: its format is not “" + FORM.format + "”.");
  else if (data.version !== FORM.version) wrong("The file is of another version of this form. This page knows version " + FORM.version + ".");
  strange(data, ["format", "version", "city", "by", "saved", "answers"], "such a file", wrong);
  const { city = null, by = null, saved = null, answers = {} } = data;
  if (city !== null && !(isText(city) && ID.test(city) && city.length <= 80)) wrong("The city is not written as here, such as omaha-ne.");
  if (by !== null && !(isText(by) && by.trim() && length(by) <= MOST_LINE)) wrong("Who filled it in is not a text of at most " + MOST_LINE + " characters.");
  if (saved !== null && !(isText(saved) && isDay(saved))) wrong("The day on which it was saved is not a date such as 2026-01-31.");
  if (!isGroup(answers)) wrong("The answers are not a group of criteria.");
  const given = {};
  for (const [code, one] of Object.entries(isGroup(answers) ? answers : {})) {
    const criterion = standard.byCode.get(code);
    if (!criterion) wrong("“" + short(code) + "” is not a criterion of the standard.");
    else given[code] = readAnswer(one, criterion, wrong, remarks);
  }
  return { city: city || "", by: isText(by) ? clean(by).trim() : "", answers: withoutEmpty(given) };
}

function readAnswer(one, criterion, wrong, remarks) {
  const { code } = criterion;
  if (!isGroup(one)) {
    wrong(code + ": this is not an answer with ticks and a note.");
    return null;
  }
  strange(one, ["answer", "checks", "note"], "an answer (" + code + ")", wrong);
  const { answer = null, checks = [], note = "" } = one;
  if (answer !== null && !(isText(answer) && Object.hasOwn(WORDS, answer))) wrong(code + ": the answer is “" + short(String(answer)) + "”. It can be yes, partly, no or not-sure.");
  if (!isText(note) || length(note) > MOST_NOTE) wrong(code + ": the note is not a text of at most " + MOST_NOTE + " characters.");
  if (!Array.isArray(checks) || !checks.every(isText)) {
    wrong(code + ": the ticks are not a list of self-check points.");
    return null;
  }
  const known = criterion.checks.filter(function (point) { return checks.includes(point); });
  // A point may have been put in other words since the file was saved. That loses a tick, not the file.
  const lost = checks.filter(function (point) { return !criterion.checks.includes(point); }).length;
  if (lost) remarks.push(code + ": " + (lost === 1 ? "a tick was" : lost + " ticks were") + " left out, as no self-check point has these words.");
  return { answer: answer || "", checks: known, note: isText(note) ? clean(note).trim() : "" };
}

function strange(group, known, where, wrong) {
  Object.keys(group).filter(function (name) { return !known.includes(name); }).forEach(function (name) {
    wrong("“" + short(name) + "” is not a field of " + where + ".");
  });
}

function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string";
}

function isDay(text) {
  const date = new Date(text + "T00:00:00Z");
  return DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function length(text) {
  return Array.from(text).length;
}

function short(text) {
  return text.length > 40 ? text.slice(0, 39) + "…" : text;
}

function withoutEmpty(answers) {
  return Object.fromEntries(Object.entries(answers).filter(function ([, one]) { return one && (one.answer || one.checks.length || one.note); }));
}

/** Several people's assessments as one: {assessment, conflicts, remarks}.
 *
 * `sources` is a list of {who, assessment}. Where all who answered agree, their answer stands; where they differ, the
 * answer stays open and is a conflict: {code, options: [{value, said: [{who, note}]}]}, with the code "" for the city.
 * Ticks are put together, and so are notes, each with its author where they differ. */
export function merge(sources, standard) {
  const assessment = empty();
  const conflicts = [];
  const remarks = [];
  const settle = function (code, said) {
    const options = grouped(said.filter(function (one) { return one.value; }));
    if (options.length > 1) conflicts.push({ code: code, options: options });
    return options.length === 1 ? options[0].value : "";
  };
  assessment.city = settle("", sources.map(function ({ who, assessment: { city } }) { return { value: city, who: who, note: "" }; }));
  assessment.by = Array.from(new Set(sources.map(function (one) { return one.assessment.by; }).filter(Boolean))).join(", ");
  if (length(assessment.by) > MOST_LINE) assessment.by = cut(assessment.by, MOST_LINE);
  standard.criteria.forEach(function ({ code, checks }) {
    const said = sources.filter(function (one) { return one.assessment.answers[code]; }).map(function ({ who, assessment: { answers } }) {
      return { value: answers[code].answer, who: who, note: answers[code].note, checks: answers[code].checks };
    });
    if (!said.length) return;
    const notes = joined(said.filter(function (one) { return one.note; }));
    if (length(notes) > MOST_NOTE) remarks.push(code + ": the notes together were too long, and their end was cut.");
    assessment.answers[code] = {
      answer: settle(code, said),
      checks: checks.filter(function (point) { return said.some(function (one) { return one.checks.includes(point); }); }),
      note: length(notes) > MOST_NOTE ? cut(notes, MOST_NOTE) : notes,
    };
  });
  return { assessment: assessment, conflicts: conflicts, remarks: remarks };
}

function grouped(said) {
  const options = new Map();
  said.forEach(function ({ value, who, note }) {
    if (!options.has(value)) options.set(value, { value: value, said: [] });
    options.get(value).said.push({ who: who, note: note });
  });
  const order = Object.keys(WORDS);
  return Array.from(options.values()).sort(function (one, other) { return order.indexOf(one.value) - order.indexOf(other.value); });
}

function joined(said) {
  const texts = new Set(said.map(function (one) { return one.note; }));
  if (texts.size < 2) return Array.from(texts).join("");
  return said.map(function (one) { return one.who + ": " + one.note; }).join("\n");
}

function cut(text, most) {
  return Array.from(text).slice(0, most - 1).join("") + "…";
}
