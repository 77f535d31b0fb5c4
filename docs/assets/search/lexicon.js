/* A question in another language, told in English by the words and phrases of the library's lexicons.

They are fetched only when a query holds a word that is no English one. */

import { wordsIn } from "./words.js";

const LONGEST = 8; // words of a phrase
const SHORTEST_STEM = 3;
const FORMS = new Set(("o a e as es os an en am em amos emos imos ais ando iendo endo indo ado ido ada ida ados idos adas idas aron ieron" +
  " aram eram iram aba aban ava avam ia ian iam ara era ira aran eran iran ou eu iu i io").split(" ")); // of regular verbs

/** The query in English and the language it was in; null if it is English already. `begun` is a word still being typed. */
export async function translated(index, query, begun, fetched) {
  const words = wordsIn(query);
  const foreign = words.filter(function (word) { return word !== begun && sure(index, word); });
  if (!foreign.length || !index.lexicons) return null;
  const told = (await fetched(index)).map(function (lexicon) { return inEnglish(lexicon, words, index); });
  const best = told.reduce(function (one, other) { return other.held > one.held ? other : one; });
  return best.held > best.english ? { language: best.language, text: best.text.join(" ") } : null;
}

/** A query told by one lexicon, how many of its words that is sure of, and how many are English alone. */
function inEnglish(lexicon, words, index) {
  const told = { language: lexicon.language, text: [], held: 0, english: 0 };
  for (let place = 0; place < words.length;) {
    const [count, text] = longest(lexicon, words.slice(place, place + LONGEST));
    const word = words[place];
    if (count) {
      told.text.push(text);
      words.slice(place, place + count).forEach(function (one) { told.held += sure(index, one) ? 1 : 0; });
    } else if (!lexicon.filler.has(word)) {
      told.text.push(word);
      if (index.place.has(word) && !index.filler.has(word)) told.english++;
    } else if (!index.place.has(word)) told.held += 0.5;
    place += count || 1;
  }
  return told;
}

/** Whether a word is not an English one. */
function sure(index, word) {
  return !index.place.has(word) || index.foreign.has(word);
}

/** How many of the first words stand in the lexicon together, at most, and what that is in English. */
function longest(lexicon, words) {
  for (let count = words.length; count > 1; count--) {
    const text = lexicon.phrases.get(words.slice(0, count).map(lexicon.root).join(" "));
    if (text) return [count, text];
  }
  if (lexicon.filler.has(words[0])) return [0, null];
  const text = lexicon.words.get(words[0]) || lexicon.roots.get(lexicon.root(words[0])) || verb(lexicon, words[0]);
  return text ? [1, text] : [0, null];
}

function verb(lexicon, word) {
  for (let end = word.length; end >= SHORTEST_STEM; end--) {
    if (lexicon.verbs.has(word.slice(0, end)) && FORMS.has(word.slice(end))) return lexicon.verbs.get(word.slice(0, end));
  }
  return null;
}

/** A lexicon as it was fetched, made ready to look words up in. */
export function prepared({ language, plurals, filler, words }) {
  const lexicon = {
    language: language, filler: new Set(filler), words: new Map(Object.entries(words)),
    phrases: new Map(), roots: new Map(), verbs: new Map(),
  };
  lexicon.root = function (word) { return rootOf(word, plurals); };
  lexicon.words.forEach(function (english, word) {
    const parts = word.split(" ");
    const root = parts.map(lexicon.root).join(" ");
    const held = parts.length > 1 ? lexicon.phrases : lexicon.roots;
    if (!held.has(root)) held.set(root, english);
    if (parts.length === 1 && /[aei]r$/.test(word) && word.length >= SHORTEST_STEM + 2) lexicon.verbs.set(word.slice(0, -2), english);
  });
  return lexicon;
}

/** What the singular, the plural and both genders of a word have in common. */
function rootOf(word, plurals) {
  if (word.length < 4) return word;
  const ending = Object.keys(plurals).find(function (one) { return word.endsWith(one); });
  if (ending) word = word.slice(0, -ending.length) + plurals[ending];
  else word = word.replace(/([dlrnsjz])es$/, "$1").replace(/s$/, "");
  return word.length > 3 ? word.replace(/[aeo]$/, "") : word;
}
