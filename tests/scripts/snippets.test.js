/* What is pasted into another site: whatever a field holds is text there. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, isPractice, quotation } from "../../docs/assets/embedding/snippets.js";

const PRACTICE = {
  id: "boulder-co/nurses",
  title: `"><script>alert('1')</script>&`,
  city: { name: "Boulder, CO", certification: "Gold 2021" },
  evidence: { label: "Monitoring", meaning: "Running figures." },
  figures: ["8: <b>cities</b>"],
  updated: "2024-01-31",
};

test("only an id of a practice gets into an address", () => {
  assert.equal(isPractice("boulder-co/nurses"), true);
  for (const text of ["", "boulder-co", "../x", "a/b/c", "a/b?x", "//evil.example/x", "A/b", `${"a".repeat(200)}/b`]) {
    assert.equal(isPractice(text), false, text);
  }
});

test("the title of a frame stays in its attribute", () => {
  const html = frame("https://peerbook.example/embed/boulder-co/nurses/", PRACTICE.title);
  assert.equal(html.match(/</g)?.length, 2);
  assert.match(html, /title="&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;"/);
});

test("a quotation names figure, evidence, city, day and license", () => {
  const html = quotation(PRACTICE, "https://peerbook.example/practices/boulder-co/nurses/");
  assert.doesNotMatch(html, /<script|<b>/);
  for (const part of ["8: ", "Monitoring. Running figures.", "Boulder, CO, Gold 2021", "2024-01-31", "CC BY 4.0"]) {
    assert.ok(html.includes(part), part);
  }
});

test("a practice without a figure is quoted without one", () => {
  assert.equal(quotation({ ...PRACTICE, figures: [] }, "x").match(/<p>/g)?.length, 3);
});
