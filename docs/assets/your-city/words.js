/* Names and numbers as they stand inside a sentence: the same rules as generator/language/names.py. */

/**
 * Names as an English list, "a, b and c"; without the "and" where a name has one itself.
 *
 * @param {string[]} names
 */
export function listed(names) {
  if (names.some((name) => name.includes(" and "))) return names.join(", ");
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");
}

/**
 * A number of people as it is said: "8,500", "147,000", "1.3 million".
 *
 * @param {number} count
 */
export function people(count) {
  if (count >= 999_500) return `${Math.floor((count + 50_000) / 100_000) / 10} million`;
  const step = count >= 10_000 ? 1000 : 100;
  return (Math.floor((count + step / 2) / step) * step).toLocaleString("en-US");
}
