/* The search ranks as specified: the same pieces and the same questions as in tests/finding/test_ranking_spec.py. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../docs/assets/search/engine.js";
import { learnAll } from "../../docs/assets/search/letters.js";
import { opened } from "../../docs/assets/search/pieces.js";
import { corrected, distance, relative } from "../../docs/assets/search/words.js";
import { spec } from "./spec.js";

const ranking = spec("ranking");
const named = new Map(ranking.named);
const packed = new Map(ranking.packed);

/** @param {string} name a piece in which no words stand, of English or of another language */
function noWords(name) {
  return name.startsWith("lexicons/") ? { words: "", marked: [] } : "";
}

function openIndex() {
  return opened(ranking.head, {
    json: async (name) => structuredClone(named.get(name) ?? noWords(name)),
    bytes: async (name) => Uint8Array.from(Buffer.from(packed.get(name), "base64")),
  });
}

test("each question finds what is specified", async () => {
  const index = await openIndex();
  for (const { question, found, ...expected } of ranking.cases) {
    const { rows, nothing, corrections, unknown, translation, empty, scores, read } = await search(index, question);
    assert.deepEqual({ rows, nothing, corrections, unknown, translation, empty }, expected, question);
    const ranked = rows.practice.map((/** @type {number} */ row) => [row, scores[row], read.get(row)?.answers ?? -1]);
    assert.equal(ranked.length, found.length, question);
    ranked.forEach(([row, score, passage], place) => {
      assert.deepEqual([row, passage], [found[place][0], found[place][2]], question);
      assert.ok(Math.abs(score - found[place][1]) < 0.001, question);
    });
  }
});

test("a question reads the words of its own letters, and all words where one may be a slip", async () => {
  const index = await openIndex();
  await search(index, "potholes in a day");
  assert.deepEqual(new Set([...index.place.keys()].map((word) => word[0])), new Set("pd"));
  const { terms } = await search(index, "rubbish"); // which stands for trash
  assert.ok(index.place.has("trash"));
  assert.ok(terms.has(index.terms[index.place.get("trash") ?? -1]));
  assert.ok(!index.place.has("sensors"));
  await search(index, "ambulence");
  assert.equal(index.place.size, index.letterWords.at(-1));
});

test("a word that is still being typed is completed, and nothing is said to be missing", async () => {
  const index = await openIndex();
  const whole = await search(index, "potholes", true);
  const begun = await search(index, "poth", true);
  assert.equal(begun.rows.practice[0], whole.rows.practice[0]);
  assert.equal(begun.nothing, null);
  assert.deepEqual(begun.corrections, []);
  assert.deepEqual((await search(index, "zq", true)).unknown, []);
});

test("a word that is still being typed after words of another language breaks nothing", async () => {
  const index = await openIndex();
  const { translation, corrections } = await search(index, "ambulancias de potho", true);
  assert.equal(translation?.text, "ambulance potho");
  assert.deepEqual(corrections, []);
});

test("a weight of the index changes the ranking", async () => {
  const index = await openIndex();
  const usual = await search(index, "ambulance come too late");
  index.ranking = { ...index.ranking, nearness: 0, meaning: 0, passage: 0, stronger: 0 };
  const other = await search(index, "ambulance come too late");
  assert.ok(other.scores[other.rows.practice[0]] < usual.scores[usual.rows.practice[0]]);
});

test("one slip of a short word is mended, two of a long one, none of a number", async () => {
  const index = await openIndex();
  await learnAll(index);
  const meant = (/** @type {string} */ typed) => {
    const place = corrected(typed, index);
    return place === null ? null : index.words[place];
  };
  assert.equal(meant("ambulence"), "ambulance");
  assert.equal(meant("abmulnace"), "ambulance");
  assert.equal(meant("nuress"), "nurses");
  assert.equal(meant("nusers"), null);
  assert.equal(meant("12345"), null);
  assert.equal(index.words[relative("potholed", index) ?? 0], "potholes");
  assert.equal(relative("pots", index), null);
});

test("the filter by letters never hides a word within reach", () => {
  const letters = "abcde";
  let seed = 7;
  const drawn = (/** @type {number} */ most) => {
    seed = (seed * 16807) % 2147483647;
    return seed % most;
  };
  const word = () => Array.from({ length: 5 + drawn(6) }, () => letters[drawn(letters.length)]).join("");
  const words = [...new Set(Array.from({ length: 400 }, word))].sort();
  const index = /** @type {import("../../docs/assets/types.js").SearchIndex} */ (
    /** @type {unknown} */ ({
      words,
      terms: words.map((_, place) => place),
      holders: words.map(() => 1),
      synonyms: new Map(),
    })
  );
  for (let round = 0; round < 100; round++) {
    const typed = word();
    const most = typed.length >= 9 ? 2 : 1;
    const reach = words.filter((one) => distance(typed, one, most) <= (one[0] === typed[0] ? most : 1));
    const least = Math.min(...reach.map((one) => distance(typed, one, most)));
    const place = corrected(typed, index);
    assert.equal(place === null ? Number.POSITIVE_INFINITY : distance(typed, words[place], most), least);
  }
});
