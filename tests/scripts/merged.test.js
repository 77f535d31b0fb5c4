/* Several people's self-assessments as one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../docs/assets/readiness/merged.js";
import { sourcesOf } from "../../docs/assets/readiness/merging.js";
import { limits, standardOf } from "./spec.js";

const standard = standardOf({ DM1: ["first", "second"], LC1: [] });

/** @param {string} by */
function of(by, city = "", answers = {}) {
  return { who: by, assessment: { city, by, answers } };
}

/** @param {string} answer */
function said(answer, note = "", /** @type {string[]} */ checks = []) {
  return { answer, checks, note };
}

test("where all who answered agree, their answer stands", () => {
  const sources = [of("Ana", "omaha-ne", { DM1: said("yes") }), of("Ben", "", { DM1: said("yes"), LC1: said("no") })];
  const { assessment, conflicts, remarks } = merge(sources, standard);
  assert.deepEqual(assessment, {
    city: "omaha-ne",
    by: "Ana, Ben",
    answers: { DM1: said("yes"), LC1: said("no") },
  });
  assert.deepEqual([conflicts, remarks], [[], []]);
});

test("where they differ it stays open, and who said what is told from yes to not sure", () => {
  const sources = [of("Ana", "a", { DM1: said("not-sure", "why") }), of("Ben", "b", { DM1: said("partly") })];
  const { assessment, conflicts } = merge(sources, standard);
  assert.equal(assessment.answers.DM1.answer, "");
  assert.equal(assessment.city, "");
  assert.deepEqual(
    conflicts.map(({ code, options }) => [code, options.map(({ value }) => value)]),
    [
      ["", ["a", "b"]],
      ["DM1", ["partly", "not-sure"]],
    ],
  );
  assert.deepEqual(conflicts[1].options[1].said, [{ who: "Ana", note: "why" }]);
});

test("ticks are put together, and notes with their authors where they differ", () => {
  const ana = of("Ana", "", { DM1: said("yes", "late", ["second"]), LC1: said("", "same") });
  const ben = of("Ben", "", { DM1: said("yes", "early", ["first"]), LC1: said("", "same") });
  const { DM1, LC1 } = merge([ana, ben], standard).assessment.answers;
  assert.deepEqual(DM1, said("yes", "Ana: late\nBen: early", ["first", "second"]));
  assert.equal(LC1.note, "same");
});

test("notes that are too long together are cut and told", () => {
  const long = "🎉".repeat(limits.note - 5);
  const sources = [of("Ana", "", { DM1: said("", long) }), of("Ben", "", { DM1: said("", "x") })];
  const { assessment, remarks } = merge(sources, standard);
  assert.equal(Array.from(assessment.answers.DM1.note).length, limits.note);
  assert.deepEqual(remarks, ["DM1: the notes together were too long, and their end was cut."]);
});

test("who said it is a name, with its file where two have the same", () => {
  const file = (/** @type {string} */ name, /** @type {string} */ by) => ({ name, assessment: of(by).assessment });
  const here = of("", "", { DM1: said("yes") }).assessment;
  const sources = sourcesOf(here, [file("a.json", "Ana"), file("b.json", "Ana"), file("c.json", "")]);
  assert.deepEqual(
    sources.map(({ who }) => who),
    ["On this page", "Ana (a.json)", "Ana (b.json)", "c.json"],
  );
});
