/* Finding a place by what people type: "Dayton Ohio", "dayton oh", "nyc", "st louis", one slip of the finger. */

import { distance, wordsIn } from "../search/words.js";

const SHORTEST_MENDED = 5;
const SAME = new Map([["st", "saint"], ["ste", "sainte"], ["ft", "fort"], ["mt", "mount"], ["sto", "santo"], ["sta", "santa"]]);

/** Give a place the words that it is found by: those of its label, its state and its other names. */
export function findable(place) {
  place.names = [place.label].concat(place.others).map(function (name) { return plain(name); });
  place.compact = place.names.map(function (name) { return name.join(""); });
  place.about = plain(place.about).concat(place.names[0]);
}

/** The places that a text names, those first whose name begins with it, then the largest. */
export function named(places, text) {
  const typed = plain(text);
  if (!typed.length) return [];
  const compact = typed.join("");
  const ranked = [[], [], []];
  places.forEach(function (one) {
    const rank = rankOf(one, typed, compact);
    if (rank !== null) ranked[rank].push(one);
  });
  const found = ranked.flat();
  return found.length || compact.length < SHORTEST_MENDED ? found : mended(places, typed, compact);
}

/** 0 for a name that begins with what was typed, 1 for a name and its state or country, 2 for any of its words; else null. */
function rankOf(place, typed, compact) {
  if (place.compact.some(function (name) { return name.startsWith(compact); })) return 0;
  const told = place.names.some(function (name) {
    let first = 0;
    while (first < typed.length && begins(name[first], typed[first])) first++;
    return first > 0 && typed.slice(first).every(function (word) { return place.about.some(function (one) { return begins(one, word); }); });
  });
  if (told) return 1;
  const held = place.names.some(function (name) { return typed.every(function (word) { return name.some(function (one) { return begins(one, word); }); }); });
  return held ? 2 : null;
}

function begins(word, typed) {
  return word !== undefined && word.startsWith(typed);
}

/** Places whose name, or name and state, is one slip away. */
function mended(places, typed, compact) {
  return places.filter(function (place) {
    return place.names.some(function (name) {
      return name.some(function (_, end) {
        const short = name.slice(0, end + 1).join("");
        if (Math.abs(short.length - compact.length) <= 1 && distance(compact, short, 1) <= 1) return true;
        if (end + 1 >= typed.length) return false;
        const start = typed.slice(0, end + 1).join("");
        const rest = typed.slice(end + 1);
        return start.length >= SHORTEST_MENDED && distance(start, short, 1) <= 1 && rest.every(function (word) { return place.about.includes(word); });
      });
    });
  });
}

function plain(text) {
  const words = wordsIn(text);
  return words.length < 2 ? words : words.map(function (word) { return SAME.get(word) || word; });
}
