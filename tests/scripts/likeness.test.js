/* How certified cities look from the one that asks: in a line, and as filters. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readableFirst } from "../../docs/assets/your-city/advice.js";
import { likenessFacets, views } from "../../docs/assets/your-city/likeness.js";
import { place } from "../../docs/assets/your-city/row.js";
import { spec } from "./spec.js";

const { data } = spec("advice");
const here = (/** @type {string} */ id) =>
  place(data.cities.concat(data.places).find((/** @type {string[]} */ [one]) => one === id) ?? [], -1);
const seen = (/** @type {string} */ id) => {
  const from = here(id);
  return new Map(views(data, from).map((view, row) => [data.cities[row][0], view.line("Here")]));
};

test("a city is like, larger or smaller, or of a size that nobody knows", () => {
  const lines = seen("omaha-ne");
  assert.equal(lines.get("omaha-ne"), "From Here itself");
  assert.equal(lines.get("there-mexico"), "Like Here: 600,000 people, Mexico");
  assert.match(lines.get("big-tx") ?? "", /^Larger than Here: 2.3 million people, /);
  assert.match(lines.get("near-tx") ?? "", /^Smaller than Here: 95,000 people, /);
  assert.match(lines.get("unknown-tx") ?? "", /^Against Here: /);
});

test("filters name sizes and places, the wider holding the narrower", () => {
  const from = here("omaha-ne");
  const all = views(data, from);
  const viewOf = data.practices.map((/** @type {any[]} */ [, city]) => all[city]);
  const [size, near] = likenessFacets(data, from, viewOf);
  assert.deepEqual(
    near.values.map(([value]) => value),
    ["region", "country"],
  );
  for (const places of size.of)
    assert.ok(!(/** @type {number[]} */ (places).includes(0)) || /** @type {number[]} */ (places).includes(1));
  assert.ok(size.of.some((places) => /** @type {number[]} */ (places).length === 2));
  const abroad = likenessFacets(data, here("there-mexico"), viewOf).find(({ id }) => id === "near");
  assert.deepEqual(
    abroad?.values.map(([value]) => value),
    ["country", "part"],
  );
  assert.equal(likenessFacets(data, { ...from, population: 0 }, viewOf).length, 1);
});

test("close peers without a write-up come after the others that are close", () => {
  const peer = (/** @type {number} */ row, /** @type {number} */ score) => ({
    city: place(data.cities[row], row),
    score,
    reasons: ["Like size"],
    short: "like size",
    like: "A city like yours",
  });
  const without = { ...data, practices: data.practices.filter((/** @type {any[]} */ [, city]) => city !== 0) };
  const found = readableFirst(without, [peer(0, 0.9), peer(1, 0.8), peer(2, 0.2)]);
  assert.deepEqual(
    found.map(({ city }) => city.row),
    [1, 0, 2],
  );
});
