import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../docs/assets/pictures/directions.js";
import { broken } from "../../docs/assets/pictures/picture.js";

const CROSS = [
  [50, 50],
  [40, 50],
  [60, 48],
  [50, 10],
  [53, 90],
];

test("an arrow leads to the nearest point on its side", () => {
  assert.equal(nearest(CROSS, 0, "ArrowLeft"), 1);
  assert.equal(nearest(CROSS, 0, "ArrowRight"), 2);
  assert.equal(nearest(CROSS, 0, "ArrowUp"), 3);
  assert.equal(nearest(CROSS, 0, "ArrowDown"), 4);
});

test("at the edge, with another key and from nowhere, one stays", () => {
  assert.equal(nearest(CROSS, 1, "ArrowLeft"), null);
  assert.equal(nearest(CROSS, 0, "a"), null);
  assert.equal(nearest(CROSS, -1, "ArrowLeft"), null);
  assert.equal(nearest([], 0, "Home"), null);
});

test("Home and End lead to the first and the last", () => {
  assert.equal(nearest(CROSS, 3, "Home"), 0);
  assert.equal(nearest(CROSS, 0, "End"), 4);
});

test("every point can be reached from every other", () => {
  const reached = new Set([0]);
  for (const place of reached) {
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      const next = nearest(CROSS, place, key);
      if (next !== null) reached.add(next);
    }
  }
  assert.equal(reached.size, CROSS.length);
});

test("a heading is broken between words, and a long word stands alone", () => {
  const widthOf = (/** @type {string} */ words) => words.length;
  assert.deepEqual(broken("a bc  def g", 4, widthOf), ["a bc", "def", "g"]);
  assert.deepEqual(broken("abcdefgh i", 4, widthOf), ["abcdefgh", "i"]);
  assert.deepEqual(broken("", 4, widthOf), []);
});
