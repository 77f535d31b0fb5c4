/* What a word is: the same rules as in generator/language/words.py. And what a mistyped one was meant to be. */

export function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

export function wordsIn(text) {
  return fold(text).replace(/['’]s(?![\p{L}\p{N}_])/gu, "").match(/[a-z0-9]+/g) || [];
}

const ENDINGS = new Set(["", "s", "es", "e", "d", "ed", "ing", "r", "er", "ers", "or", "ors", "ion", "ions", "y", "ies", "ied", "ly", "al", "ment"]);
const SHORTEST_ROOT = 5;

/** The known word that differs from `typed` in its ending alone and shares most with it; the more frequent one of two. */
export function relative(typed, index) {
  let best = null;
  index.words.forEach(function (word, place) {
    if (index.terms[place] < 0) return;
    let shared = 0;
    while (shared < word.length && word[shared] === typed[shared]) shared++;
    if (shared < SHORTEST_ROOT || (best && shared < best.shared)) return;
    if (!ENDINGS.has(word.slice(shared)) || !ENDINGS.has(typed.slice(shared))) return;
    const holders = index.holders[index.terms[place]];
    if (!best || shared > best.shared || holders > best.holders) best = { word: place, shared: shared, holders: holders };
  });
  return best && best.word;
}

export const SHORTEST_CORRECTED = 5;
const TWO_SLIPS = 9; // letters from which two slips are forgiven, if the first letter is right

/** The known word nearest to `typed`, by letters left out, added, exchanged or swapped; the more frequent one of two. */
export function corrected(typed, index) {
  if (typed.length < SHORTEST_CORRECTED || /\d/.test(typed)) return null;
  const most = typed.length >= TWO_SLIPS ? 2 : 1;
  let best = null;
  index.words.forEach(function (word, place) {
    if (index.terms[place] < 0 || Math.abs(word.length - typed.length) > most) return;
    const allowed = Math.min(best ? best.slips : most, word[0] === typed[0] ? most : 1);
    const slips = distance(typed, word, allowed);
    if (slips > allowed) return;
    const holders = index.holders[index.terms[place]];
    if (!best || slips < best.slips || holders > best.holders) best = { word: place, slips: slips, holders: holders };
  });
  return best && best.word;
}

/** Edits between two words (optimal string alignment), or more than `most` as soon as that is certain. */
export function distance(one, other, most) {
  let older = null;
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        edits = Math.min(edits, older[column - 2] + 1);
      }
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    older = last;
    last = current;
  }
  return last[other.length];
}
