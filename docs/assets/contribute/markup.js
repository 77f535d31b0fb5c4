/* The little Markdown that fields may hold: the same parser, and the same rules, as in generator/model/markup.py. */

import { MarkdownIt } from "../vendor/markdown.js";

const CITATION = /\[\^([A-Za-z0-9][A-Za-z0-9_.-]*)\]/y;
const CITATIONS = new RegExp(CITATION.source, "g");
const TAIL = new RegExp(`(?:\\s*${CITATION.source})+\\s*$`);

const parser = new MarkdownIt("zero", { html: false }).enable(["emphasis", "link", "escape"]);
parser.inline.ruler.before("link", "citation", (state, silent) => {
  CITATION.lastIndex = state.pos;
  const match = CITATION.exec(state.src);
  if (!match) return false;
  if (!silent) state.push("citation", "", 0).meta = { key: match[1] };
  state.pos = CITATION.lastIndex;
  return true;
});
parser.validateLink = (url) => /^(https?|mailto):/i.test(url);

/** @param {string} text */
function tokens(text) {
  return parser.parseInline(text, {})[0]?.children ?? [];
}

/**
 * The text up to the citations that end it, and their keys.
 *
 * @param {string} text
 * @returns {{ body: string, keys: string[] }}
 */
export function split(text) {
  const tail = TAIL.exec(text);
  if (!tail || text.slice(0, tail.index).endsWith("\\")) return { body: text, keys: [] };
  return { body: text.slice(0, tail.index), keys: Array.from(tail[0].matchAll(CITATIONS), ([, key]) => key) };
}

/**
 * A text with these citations at its end.
 *
 * @param {string} body
 * @param {string[]} keys
 */
export function joined(body, keys) {
  const text = body.trimEnd();
  const between = text.endsWith("\\") ? " " : ""; // else it would take the citation for one that is meant as text
  return text || keys.length ? text + between + keys.map((key) => `[^${key}]`).join("") : "";
}

/**
 * Keys of the sources that a text cites, in order, each once.
 *
 * @param {string} text
 */
export function citations(text) {
  if (!text.includes("[^")) return [];
  const { body, keys } = split(text);
  const inside = body.includes("[^")
    ? tokens(body).flatMap(({ type, meta }) => (type === "citation" ? String(meta?.key) : []))
    : [];
  return Array.from(new Set([...inside, ...keys]));
}

/**
 * Whether a text holds emphasis or a link.
 *
 * @param {string} text
 */
export function hasMarks(text) {
  if (!/[*_[\\]/.test(text)) return false;
  return tokens(text).some(({ type }) => !["text", "citation", "text_special"].includes(type));
}

/**
 * A text as elements, its citations as numbers; a source that has none is left out.
 *
 * @param {string} text
 * @param {Map<string, number>} numbers
 */
export function inline(text, numbers) {
  const { body, keys } = split(text);
  const whole = document.createElement("span");
  const open = [whole];
  for (const { type, content, meta, attrs } of tokens(body)) {
    const here = open[open.length - 1];
    if (type === "citation") here.append(mark(String(meta?.key), numbers));
    else if (type.endsWith("_open")) {
      const name = type === "link_open" ? "a" : type === "strong_open" ? "strong" : "em";
      const element = document.createElement(name);
      const href = attrs?.find(([key]) => key === "href")?.[1];
      if (name === "a" && href) element.setAttribute("href", String(href));
      if (name === "a") element.setAttribute("rel", "ugc nofollow");
      here.append(element);
      open.push(element);
    } else if (type.endsWith("_close")) open.pop();
    else here.append(content);
  }
  whole.append(...Array.from(new Set(keys), (key) => mark(key, numbers)));
  return whole;
}

/**
 * @param {string} key
 * @param {Map<string, number>} numbers
 */
function mark(key, numbers) {
  const sup = document.createElement("sup");
  sup.className = "pb-cite";
  sup.textContent = String(numbers.get(key) ?? "?");
  return sup;
}

/**
 * What a source is called where it is cited, in place of another key.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to "" to take the citation out
 */
export function recited(text, from, to) {
  return text.replaceAll(`[^${from}]`, to ? `[^${to}]` : "");
}
