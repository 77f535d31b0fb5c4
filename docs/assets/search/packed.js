/* How the pieces of the index are packed, undone: words, terms, groups and directions. generator/finding/pieces.py packs. */

/**
 * Words from what each shares with the one before it.
 *
 * @param {string} coded
 * @returns {string[]}
 */
export function spelled(coded) {
  let last = "";
  return (coded.match(/[A-Z][^A-Z]*/g) || []).map((one) => {
    last = last.slice(0, one.charCodeAt(0) - 65) + one.slice(1);
    return last;
  });
}

/**
 * Terms from the steps between them; -1 for a word that has none.
 *
 * @param {(number | null)[]} steps
 * @param {number} [from] what the first step is taken from
 */
export function summed(steps, from = 0) {
  let term = from;
  return steps.map((step) => {
    if (step === null) return -1;
    term += step;
    return term;
  });
}

/**
 * Of each kind the first row, and the number of all rows.
 *
 * @param {[kind: string, count: number][]} kinds
 * @returns {[Record<string, number>, number]}
 */
export function startsOf(kinds) {
  /** @type {Record<string, number>} */
  const starts = {};
  let size = 0;
  for (const [kind, count] of kinds) {
    starts[kind] = size;
    size += count;
  }
  return [starts, size];
}

/**
 * For each term of a range those that stand for the same thing.
 *
 * @param {number[][]} groups
 * @param {number} first
 * @param {number} end
 */
export function related(groups, first, end) {
  /** @type {Map<number, Set<number>>} */
  const synonyms = new Map();
  for (const group of groups) {
    for (const term of group) {
      if (term < first || term >= end) continue;
      const others = synonyms.get(term) || new Set();
      for (const other of group) if (other !== term) others.add(other);
      synonyms.set(term, others);
    }
  }
  return synonyms;
}

/**
 * Vectors of length 1, one after the other.
 *
 * @param {Uint8Array} bytes
 * @param {number} dimensions
 */
export function directions(bytes, dimensions) {
  const rows = (bytes.length * 2) / dimensions;
  const vectors = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    const begin = row * dimensions;
    unpack(bytes, begin / 2, dimensions, vectors, begin);
    let square = 0;
    for (let place = begin; place < begin + dimensions; place++) square += vectors[place] * vectors[place];
    const length = Math.sqrt(square) || 1;
    for (let place = begin; place < begin + dimensions; place++) vectors[place] /= length;
  }
  return vectors;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} from
 * @param {number} dimensions
 * @param {Float32Array} vector
 * @param {number} to
 */
export function unpack(bytes, from, dimensions, vector, to) {
  for (let pair = 0; pair < dimensions / 2; pair++) {
    const byte = bytes[from + pair];
    vector[to + 2 * pair] = (byte >> 4) - 8;
    vector[to + 2 * pair + 1] = (byte & 15) - 8;
  }
}
