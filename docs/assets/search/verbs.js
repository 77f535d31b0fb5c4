/* Forms of Spanish and Portuguese verbs, and what is made of verbs, found by the verb that a lexicon holds. */

/** @typedef {import("../types.js").Lexicon} Lexicon */

export const SHORTEST_STEM = 3;
const INFINITIVES = ["ar", "er", "ir"];
const FORMS = new Set([
  ...listed(" o a e as es os an en am em amos emos imos ais ando iendo endo indo ado ido ada ida ados idos adas idas"),
  ...listed("aron ieron aram eram iram aba aban ava avam ia ian iam ara era ira aran eran iran ou eu iu i io"),
  ...listed("ye yen yo yeron yendo ya yan yera eron"), // of construir, and of producir
  ...joined(INFINITIVES, listed("as a an am ao e ei emos em ia ias iamos ian iam mos")), // "will pay", "would pay"
  ...joined(
    [...INFINITIVES, "ando", "iendo", "yendo"],
    listed("lo la le los las les se me te nos selo sela selos selas"),
  ),
]);
const VOWELS = /** @type {[RegExp, string][]} */ ([
  // of a stem, and back
  [/ie(?=[^aeiou]+u?$)/, "e"], // cierran, cerrar
  [/ue(?=[^aeiou]+u?$)/, "o"], // encuentra, encontrar
  [/i(?=[^aeiou]+u?$)/, "e"], // piden, pedir
  [/u(?=[^aeiou]+u?$)/, "o"], // durmiendo, dormir
  [/ue(?=[^aeiou]+u?$)/, "u"], // juegan, jugar
  [/ie(?=[^aeiou]+u?$)/, "i"], // adquieren, adquirir
]);
const CONSONANTS = /** @type {[RegExp, string][]} */ ([
  [/zc$/, "c"], // parezca, parecer
  [/g$/, ""], // pongan, poner
  [/g$/, "gu"], // sigan, seguir
  [/j$/, "g"], // recoja, recoger
  [/qu$/, "c"], // publique, publicar
  [/gu$/, "g"], // pague, pagar
  [/c$/, "z"], // organice, organizar
  [/duj$/, "duc"], // redujo, reducir
  [/raj$/, "ra"], // trajeron, traer
  [/([ln])dr$/, "$1"], // saldra, salir
  [/tuv$/, "ten"], // detuvo, detener
  [/pus$/, "pon"], // propuso, proponer
  [/vin$/, "ven"], // previno, prevenir
]);
const OF_VERBS = /^(.{3,})([aei])(?:cion(?:es)?|mientos?|mentos?|cao|coes|dor(?:[ea]s?)?|bles?|vel|veis|ntes)$/;
const VERBS = new Map([
  // whose nouns have this vowel: fixing, who fixes, what can be fixed
  ["a", ["ar"]],
  ["e", ["er", "ir"]],
  ["i", ["ir", "er"]],
]);

/** @param {string} endings */
function listed(endings) {
  return endings.split(" ");
}

/**
 * @param {string[]} endings
 * @param {string[]} others
 */
function joined(endings, others) {
  return endings.flatMap((ending) => others.map((other) => ending + other));
}

/**
 * A form of a verb in English.
 *
 * @param {Lexicon} lexicon
 * @param {string} word
 */
export function verb({ verbs }, word) {
  for (let end = word.length; end >= SHORTEST_STEM; end--) {
    if (!FORMS.has(word.slice(end))) continue;
    const stem = word.slice(0, end);
    const stems = new Set([stem, ...CONSONANTS.map(([from, to]) => stem.replace(from, to))]);
    for (const same of [...stems]) for (const [from, to] of VOWELS) stems.add(same.replace(from, to));
    for (const one of stems) {
      const found = verbs.get(one);
      if (found) return found;
    }
  }
  return null;
}

/**
 * A noun or an adjective made of a verb, in English as that verb: "contratación", "contratar".
 *
 * @param {Lexicon} lexicon
 * @param {string} word
 */
export function ofVerb({ words }, word) {
  const [, stem, vowel] = OF_VERBS.exec(word) || [];
  const verb = VERBS.get(vowel)?.find((ending) => words.has(stem + ending));
  return verb && words.get(stem + verb);
}
