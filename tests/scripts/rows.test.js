import assert from "node:assert/strict";
import { test } from "node:test";
import { asked } from "../../docs/assets/evidence/rows.js";

const DATA = {
  folder: "",
  rowsAFile: 50,
  words: {},
  levels: "5542",
  held: "0012",
  found: "1011",
  of: [0, 0, 1, 2],
  names: { topic: ["health", "heat"], method: ["training", "letters"] },
  topics: [[0], [0, 1], [1]],
  methods: [[0], [1], []],
};
const ANYTHING = { topic: "", method: "", evidence: "", held: "", null: "" };

test("asked for nothing, all rows are there", () => {
  assert.deepEqual(asked(DATA, ANYTHING), [0, 1, 2, 3]);
});

test("each filter takes away what does not have it, and all hold together", () => {
  assert.deepEqual(asked(DATA, { ...ANYTHING, topic: "health" }), [0, 1, 2]);
  assert.deepEqual(asked(DATA, { ...ANYTHING, method: "letters" }), [2]);
  assert.deepEqual(asked(DATA, { ...ANYTHING, evidence: "5" }), [0, 1]);
  assert.deepEqual(asked(DATA, { ...ANYTHING, held: "2" }), [3]);
  assert.deepEqual(asked(DATA, { ...ANYTHING, null: "1" }), [1]);
  assert.deepEqual(asked(DATA, { ...ANYTHING, topic: "heat", evidence: "4" }), [2]);
});

test("a name that is not known finds nothing", () => {
  assert.deepEqual(asked(DATA, { ...ANYTHING, topic: "gone" }), []);
});
