/* The ticks of one criterion inside a kept self-assessment, of which everything else stays as it is. */

/**
 * The ticks that a kept text has for a criterion; null where the text can't be read as a self-assessment.
 *
 * @param {string} text "" for none kept
 * @param {string} code
 * @param {{ format: string, version: number }} known
 * @returns {string[] | null}
 */
export function ticksIn(text, code, known) {
  if (!text) return [];
  const held = read(text, known);
  if (!held) return null;
  const checks = held.answers[code]?.checks ?? [];
  return Array.isArray(checks) ? checks.filter((one) => typeof one === "string") : null;
}

/**
 * The text with these ticks in place of those it had; null where it can't be read, and so is not to be written over.
 *
 * @param {string} text
 * @param {string} code
 * @param {string[]} checks
 * @param {{ format: string, version: number }} known
 * @param {string} day
 * @returns {string | null}
 */
export function withTicks(text, code, checks, known, day) {
  const held = text ? read(text, known) : { ...known, answers: {} };
  if (!held) return null;
  const { checks: _, ...rest } = held.answers[code] ?? {};
  const one = { ...rest, ...(checks.length && { checks }) };
  const answers = { ...held.answers, [code]: one };
  if (!Object.keys(one).length) delete answers[code];
  return `${JSON.stringify({ ...held, saved: day, answers }, null, 2)}\n`;
}

/**
 * @param {string} text
 * @param {{ format: string, version: number }} known
 * @returns {{ answers: Record<string, { checks?: unknown }> } | null}
 */
function read(text, { format, version }) {
  try {
    const held = JSON.parse(text);
    const isOurs = held?.format === format && held.version === version;
    const answers = held?.answers ?? {};
    return isOurs && typeof answers === "object" && !Array.isArray(answers) ? { ...held, answers } : null;
  } catch {
    return null;
  }
}
