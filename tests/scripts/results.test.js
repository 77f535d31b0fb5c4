/* Results of a kind, the level that they carry, and drafts from files that may hold anything. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, empty, read } from "../../docs/assets/contribute/drafts.js";
import { restingOnOne, suggested } from "../../docs/assets/contribute/evidence.js";
import { citations, joined, split } from "../../docs/assets/contribute/markup.js";
import { kindOf, turn } from "../../docs/assets/contribute/results.js";
import { spec } from "./spec.js";

const { data } = spec("write-ups");
/** @param {string} text */
const same = (text) => text;

test("the strongest level that the results carry is suggested; chance is never taken for granted", () => {
  const level = (/** @type {any[]} */ ...results) => suggested(data.levels, results).id;
  assert.equal(level(), "descriptive");
  assert.equal(level({ text: "Good." }), "descriptive");
  assert.equal(level({ value: "3" }), "monitoring");
  assert.equal(level({ change: "-3%" }), "monitoring");
  assert.equal(level({ change: "-3%", period: "2020" }), "before-after");
  assert.equal(level({ before: "3", after: "2" }, { value: "3" }), "before-after");
  assert.equal(level({ treated: "3", comparison: "2", comparison_group: "others" }), "quasi-experimental");
});

test("a level that one result of several carries is worth a second look", () => {
  const level = data.levels.find((/** @type {any} */ one) => one.id === "before-after");
  const figure = { metric: "riders", value: "3" };
  const change = { metric: "rides", before: "3", after: "2" };
  assert.equal(restingOnOne(level, [change, figure, figure]), 2);
  assert.equal(restingOnOne(level, [change, figure, { text: "Good." }]), 0);
  assert.equal(restingOnOne(level, [change, change, figure, figure]), 0);
  assert.equal(restingOnOne(data.levels.at(-1), [figure, figure, figure]), 0);
});

test("a result of another kind loses what it can't have, and gets it back", () => {
  /** @type {import("../../docs/assets/contribute/types.js").Group} */
  const result = { text: "It fell.", metric: "calls", before: "4", after: "3" };
  assert.equal(kindOf(result), "two-times");
  turn(result, "no-effect");
  assert.equal(result.no_effect, true);
  assert.equal(result.before, undefined);
  turn(result, "two-times");
  assert.deepEqual([result.before, result.after, result.no_effect], ["4", "3", undefined]);
});

test("sources stand behind a text, and a citation that is no citation stays text", () => {
  assert.deepEqual(split("It fell.[^a][^b]"), { body: "It fell.", keys: ["a", "b"] });
  assert.equal(joined("It fell. ", ["a"]), "It fell.[^a]");
  assert.deepEqual(citations(joined("C:\\", ["a"])), ["a"]);
  assert.deepEqual(citations("no \\[^a] here"), []);
});

test("a draft is the same after it was saved and loaded, and nothing strange gets in", () => {
  const draft = {
    ...empty(),
    city: "boulder-co",
    practice: { title: "A title", results: [{ value: "3", _kind: "figure" }] },
  };
  const text = asText(draft, "2026-01-02");
  assert.ok(!text.includes("_kind"));
  const back = read(text, data, same);
  assert.deepEqual(back?.practice, { title: "A title", results: [{ value: "3" }] });
  for (const broken of ["", "[]", "{}", '{"format":"peerbook-draft","version":2}'])
    assert.equal(read(broken, data, same), null);
  const strange = {
    format: "peerbook-draft",
    version: 1,
    city: 3,
    practice: {
      title: ["x"],
      more: 1,
      problem: "x",
      results: [1, { text: 5 }],
      sources: { __proto__: { title: "x" }, "a b": {} },
    },
  };
  assert.deepEqual(read(JSON.stringify(strange), data, same)?.practice, { results: [{ text: "5" }], sources: {} });
});
