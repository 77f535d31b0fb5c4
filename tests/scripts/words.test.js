/* Words and numbers are as Python has them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, people } from "../../docs/assets/components/language.js";
import { fold, wordsIn } from "../../docs/assets/search/words.js";
import { spec } from "./spec.js";

test("texts are folded and cut into words as in Python", () => {
  for (const { text, folded, words } of spec("words").cases) {
    assert.equal(fold(text), folded);
    assert.deepEqual(wordsIn(text), words, text);
  }
});

test("numbers of people and lists of names are said as in Python", () => {
  const sentences = spec("sentences");
  for (const [count, words] of sentences.people) assert.equal(people(count), words);
  for (const [names, words] of sentences.listed) assert.equal(listed(names), words);
});
