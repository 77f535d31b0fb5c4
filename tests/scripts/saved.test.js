/* A saved self-assessment: the page takes what Python takes, and refuses what it refuses. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asText } from "../../docs/assets/readiness/assessment.js";
import { clean } from "../../docs/assets/readiness/limits.js";
import { parse } from "../../docs/assets/readiness/saved.js";
import { limits, spec, standardOf } from "./spec.js";

const { criteria, cases } = spec("assessment");
const standard = standardOf(criteria);

for (const { name, text, taken, mistakes, remarks } of cases) {
  test(`${taken ? "taken" : "refused"}: ${name}`, () => {
    const found = parse(text, standard);
    assert.deepEqual(found.assessment, taken);
    assert.equal(found.mistakes.length, mistakes, found.mistakes.join(" "));
    if (taken) assert.deepEqual(found.remarks, remarks);
  });
}

test("what is saved is read again as it was", () => {
  for (const { taken } of cases.filter((/** @type {{ taken: unknown }} */ one) => one.taken)) {
    const { assessment, mistakes } = parse(asText(taken, "2026-01-31", limits), standard);
    assert.deepEqual([assessment, mistakes], [taken, []]);
  }
});

test("whatever is typed is cleaned of what a reader of files refuses", () => {
  const typed = ["bell\u0007 null\0 mark\ufeff", "a\tb\r\nc", "🎉 é\u2028\u202eevil", "e\u0301\u0301\u0301\u0301"];
  const notes = typed.map((text) => clean(text, limits));
  assert.deepEqual(notes, ["bell null mark", "a\tb\nc", "🎉 éevil", "e\u0301\u0301"]);
  for (const note of notes) {
    const answers = { DM1: { answer: /** @type {const} */ (""), checks: [], note } };
    assert.deepEqual(parse(asText({ city: "", by: "", answers }, "2026-01-31", limits), standard).mistakes, []);
  }
});
