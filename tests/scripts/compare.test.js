/* What is chosen to be put side by side. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asSearch, chosenIn, inWords, MOST, nothing, toggled } from "../../docs/assets/compare/chosen.js";
import { printSize } from "../../docs/assets/compare/table.js";
import { ticksIn, withTicks } from "../../docs/assets/criterion/ticks.js";
import { fileName } from "../../docs/assets/readiness/storage.js";

test("an address says what is compared, and nothing else gets in", () => {
  assert.deepEqual(chosenIn("?p=a-b/c,d/e"), { kind: "p", ids: ["a-b/c", "d/e"] });
  assert.deepEqual(chosenIn("?c=boulder-co,boulder-co,omaha-ne"), { kind: "c", ids: ["boulder-co", "omaha-ne"] });
  assert.deepEqual(chosenIn("?p=../../x,a/b/c,<img>,javascript:1,A/b,/a/b,a/b"), { kind: "p", ids: ["a/b"] });
  assert.equal(chosenIn(`?c=${["a", "b", "c", "d", "e"].join(",")}`).ids.length, MOST);
  assert.deepEqual(chosenIn(""), nothing());
  for (const search of ["?p=a/b,c/d", "?c=a,b", ""]) assert.equal(asSearch(chosenIn(search)), search);
});

test("a second choice takes out, a fifth does not fit, and cities don't mix with practices", () => {
  const two = chosenIn("?p=a/b,c/d");
  assert.deepEqual(toggled(two, "p", "a/b"), { kind: "p", ids: ["c/d"] });
  assert.deepEqual(toggled(two, "c", "omaha-ne"), { kind: "c", ids: ["omaha-ne"] });
  assert.equal(toggled(chosenIn("?p=a/b,c/d,e/f,g/h"), "p", "i/j"), null);
  assert.equal(inWords(two), "2 practices chosen.");
  assert.equal(inWords(chosenIn("?c=omaha-ne")), "1 city chosen.");
});

test("the more there is to print, the smaller it stands", () => {
  assert.ok(printSize(3000) > printSize(7000));
  assert.ok(printSize(1e6) >= 5 && printSize(0) <= 8);
});

test("a saved file tells in its name for which city, by whom and when", () => {
  const day = "2026-11-29";
  assert.equal(fileName({ city: "", by: "" }, day), "self-assessment-2026-11-29.json");
  const named = fileName({ city: "omaha-ne", by: "José Núñez / Data & IT" }, day);
  assert.equal(named, "self-assessment-omaha-ne-jose-nunez-data-it-2026-11-29.json");
  assert.match(fileName({ city: "", by: "../..\\\\<>:|?*" }, day), /^self-assessment-2026-11-29\.json$/);
});

const known = { format: "peerbook-self-assessment", version: 1 };

test("ticks of one criterion go into what is kept, and all else stays", () => {
  const text = JSON.stringify({ ...known, city: "omaha-ne", answers: { DM1: { answer: "yes" }, LC1: { note: "n" } } });
  const after = withTicks(text, "DM1", ["One"], known, "2026-11-29") ?? "";
  assert.deepEqual(ticksIn(after, "DM1", known), ["One"]);
  assert.deepEqual(JSON.parse(after), {
    ...known,
    city: "omaha-ne",
    saved: "2026-11-29",
    answers: { DM1: { answer: "yes", checks: ["One"] }, LC1: { note: "n" } },
  });
  const without = JSON.parse(
    withTicks(withTicks("", "PA1", ["A"], known, "2026-11-29") ?? "", "PA1", [], known, "x") ?? "",
  );
  assert.deepEqual(without.answers, {});
});

test("what can't be read is not written over", () => {
  for (const text of ["{", "[]", '{"format":"other","version":1}', '{"answers":[]}']) {
    assert.equal(withTicks(text, "DM1", ["One"], known, "2026-11-29"), null);
    assert.equal(ticksIn(text, "DM1", known), null);
  }
});
