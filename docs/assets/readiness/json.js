/* What JSON.parse does not tell of a text. */

/**
 * Keys that stand twice in one group; JSON.parse keeps the last of them without a word.
 *
 * @param {string} text of valid JSON
 * @returns {string[]}
 */
export function repeatedKeys(text) {
  const repeated = [];
  /** @type {Set<string>[]} of the groups and lists that are open, the innermost last */
  const open = [];
  for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (key) {
      const name = JSON.parse(key);
      const seen = open[open.length - 1];
      if (seen.has(name)) repeated.push(name);
      seen.add(name);
    } else if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
  }
  return repeated;
}
