/* What the form suggests of a register for what was typed. */

import assert from "node:assert/strict";
import test from "node:test";
import { subject, suggestedFor } from "../../docs/assets/contribute/suggested.js";

/** @type {(id: string, name: string, about: string, words?: string) => Record<"id" | "name" | "about" | "words", string>} */
const entry = (id, name, about, words = "") => ({ id, name, about, words });
const TOPICS = [
  entry("parking", "Parking", "Where cars stand.", "meters curb"),
  entry("housing", "Housing", "Homes, rents and evictions.", "tenants landlord"),
  entry("snow", "Snow and ice", "Plows and salt on streets.", "plowing"),
];
const names = (/** @type {string} */ text) => suggestedFor(TOPICS, text).map(({ id }) => id);

test("an entry is suggested for its name, its other words, and its description, in any form of a word", () => {
  assert.deepEqual(names("Tenants who are evicted"), ["housing"]);
  assert.deepEqual(names("The city plows its streets"), ["snow"]);
});

test("a word of the name tells more than one of the description", () => {
  assert.deepEqual(names("Streets, parking"), ["parking", "snow"]);
});

test("nothing is suggested for words that no entry has", () => {
  assert.deepEqual(names("Potholes"), []);
  assert.deepEqual(names(""), []);
});

test("the subject is what was wrong and what was done, without its citations and the city", () => {
  const practice = { title: "Overland Park A", summary: "B", problem: ["C[^snow]"], approach: [], lessons: ["D"] };
  assert.equal(subject(practice, "Overland Park, KS").replace(/\s+/g, " ").trim(), "A B C");
});
