/* Sentences, numbers and lists in the language of the page: what generator/wording/language.py is to Python. English is
 * the language of the source, so each message is its own key. The page of another language brings its messages, which
 * are there before any script words something. Nothing here needs a page. */

/** @typedef {string | Record<string, string>} Said a message, or one for each plural category of the language */
/** @typedef {{ language: string, messages: Record<string, Said> }} Spoken what generator/publishing/spoken.py writes */
/** @typedef {Record<string, string | number>} Parts a number is written as the language does; a year is a text */

const PART = /%(?:%|\((\w+)\)s)/g;
const IN_MILLIONS = 999_500;

// A script of the page has put them there. Nothing is waited for: browsers differ in what they do with modules that wait.
const { peerbookMessages } = /** @type {{ peerbookMessages?: Spoken }} */ (globalThis);
const { language, messages } = peerbookMessages ?? { language: "en", messages: {} };
const known = new Map(Object.entries(messages));
const inLists = language === "en" ? "en-GB" : language; // no comma before "and", as in most of the world

// What the browser knows of the language is asked for when it is first needed: most pages need little of it.
const plurals = once(() => new Intl.PluralRules(language));
const numbers = once(() => new Intl.NumberFormat(language));
const millions = once(
  () => new Intl.NumberFormat(language, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 }),
);
const all = once(() => new Intl.ListFormat(inLists, { type: "conjunction" }));
const any = once(() => new Intl.ListFormat(inLists, { type: "disjunction" }));

/**
 * @template Kind
 * @param {() => Kind} make
 */
function once(make) {
  /** @type {Kind | undefined} */
  let held;
  return () => {
    held ??= make();
    return held;
  };
}

export { language };

/**
 * A message in this language, its parts put in. Without parts, a percent sign stands for itself.
 *
 * @param {string} message such as "Step %(step)s of %(steps)s"
 * @param {Parts} [parts]
 */
export function _(message, parts) {
  const said = known.get(message) ?? message;
  const text = typeof said === "string" ? said : said.other;
  return parts ? filled(text, parts) : text;
}

/**
 * The message that fits a count, which it names as `%(count)s`.
 *
 * @param {string} one
 * @param {string} more
 * @param {number} count
 * @param {Parts} [parts]
 */
export function many(one, more, count, parts) {
  const said = known.get(one);
  const english = count === 1 ? one : more;
  const text = typeof said === "object" ? (said[plurals().select(count)] ?? said.other) : (said ?? english);
  return filled(text, { count, ...parts });
}

/**
 * A message as it is: a mark for the catalogue on texts that are translated where they are used.
 *
 * @param {string} message
 */
export function marked(message) {
  return message;
}

/**
 * A message with elements in it, as what an element is made of.
 *
 * @param {string} message such as "See %(page)s."
 * @param {Record<string, Node | string | number | (Node | string)[]>} parts
 * @returns {(Node | string)[]}
 */
export function around(message, parts) {
  const pieces = _(message).split(/%\((\w+)\)s/);
  return pieces.flatMap((piece, place) => (place % 2 ? shown(parts[piece]) : piece)).filter((one) => one !== "");
}

/**
 * @param {string} text
 * @param {Parts} parts
 */
function filled(text, parts) {
  return text.replace(PART, (_all, name) => (name ? shown(parts[name]) : "%"));
}

/**
 * @template {Node | string | (Node | string)[]} Kind
 * @param {Kind | number} part
 */
function shown(part) {
  return typeof part === "number" ? number(part) : part;
}

/** Words that somebody else wrote, in quotation marks. @param {string} text */
export function quoted(text) {
  return _("“%(text)s”", { text });
}

/**
 * Words of a field in one line with its label; a question has its sign and takes no colon.
 *
 * @param {string} label
 * @param {string} words
 */
export function labelled(label, words) {
  return label.endsWith("?") ? `${label} ${words}` : `${label}: ${words}`;
}

/**
 * A number with the separators of the language, to so many decimals if these are given.
 *
 * @param {number} value
 * @param {number} [decimals]
 */
export function number(value, decimals) {
  if (decimals === undefined) return numbers().format(value);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString(language, digits);
}

/**
 * An ISO date, as far as it is known, as read aloud: "June 18, 2018", "June 2018" or "2018". What is none stays as it is.
 *
 * @param {string} text
 */
export function date(text) {
  const day = new Date(text);
  const isDate = /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(text) && !Number.isNaN(day.getTime());
  if (!isDate || !day.toISOString().startsWith(text)) return text;
  const parts = /** @type {const} */ ({ year: "numeric", month: "long", timeZone: "UTC" });
  return day.toLocaleDateString(language, text.length > 7 ? { ...parts, day: "numeric" } : parts);
}

/**
 * A number of people in round numbers: "8,500", "147,000", "1.3 million".
 *
 * @param {number} count
 */
export function people(count) {
  if (count >= IN_MILLIONS) return millions().format(Math.floor((count + 50_000) / 100_000) * 100_000);
  const step = count >= 10_000 ? 1000 : 100;
  return number(Math.floor((count + step / 2) / step) * step);
}

/**
 * Names as a list, "a, b and c"; without the last word where a name has one itself.
 *
 * @param {string[]} names
 */
export function listed(names) {
  const several = all().format(["", ""]);
  return names.some((name) => name.includes(several)) ? names.join(", ") : all().format(names);
}

/** Names any of which will do, "a, b or c". @param {string[]} names */
export function either(names) {
  return any().format(names);
}
