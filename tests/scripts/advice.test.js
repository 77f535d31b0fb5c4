/* Cities like a place, what to look at first, standing and plan: all as Python has them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plan } from "../../docs/assets/readiness/plan.js";
import { standing } from "../../docs/assets/readiness/standing.js";
import { advise, alike } from "../../docs/assets/your-city/advice.js";
import { place } from "../../docs/assets/your-city/row.js";
import { spec } from "./spec.js";

/** @import { PlaceRow, PlacesData } from "../../docs/assets/types.js" */

const advice = spec("advice");
const readiness = spec("readiness");
/** @type {PlacesData} */
const data = advice.data;
const everywhere = data.cities.concat(data.places).map((/** @type {PlaceRow} */ row, number) => place(row, number));

/** @param {string | null} city */
function here(city) {
  return everywhere.find(({ id }) => id === city) ?? null;
}

for (const { city, asked, peers, practices } of advice.cases) {
  test(`for ${city ?? "no city"} on ${asked.join(", ") || "anything"}`, () => {
    const place = here(city);
    assert.equal(place === null, city === null);
    const near = place ? alike(data, place) : [];
    assert.deepEqual(
      near.map(({ city, score, reasons, short }) => [city.id, score, reasons, short]),
      peers,
    );
    const found = advise(data, place, asked);
    assert.deepEqual(
      found.map(({ practice, score, reasons }) => [practice, score, reasons]),
      practices,
    );
  });
}

test("where the answers put a city", () => {
  for (const { answers, ...expected } of readiness.standings) {
    const found = standing(readiness.standard, answers);
    assert.deepEqual({ ...found, areas: Array.from(found.areas) }, expected);
  }
});

test("in which order the gaps are closed, and by what", () => {
  for (const { city, answers, steps } of readiness.plans) {
    const found = plan(readiness.standard, answers, here(city), data);
    const plain = found.map(({ practices, ...step }) => ({
      ...step,
      practices: practices.map(({ practice, reasons }) => [practice, reasons]),
    }));
    assert.deepEqual(plain, steps);
  }
});
