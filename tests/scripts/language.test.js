/* What the language of the page does with messages, numbers and lists. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  _,
  around,
  date,
  either,
  labelled,
  listed,
  many,
  number,
  quoted,
} from "../../docs/assets/components/language.js";
import { spec } from "./spec.js";

let pages = 0;

/**
 * The same as in a page that brings these messages.
 *
 * @param {string} language
 * @param {Record<string, string | Record<string, string>>} messages
 * @returns {Promise<typeof import("../../docs/assets/components/language.js")>}
 */
async function spoken(language, messages) {
  Object.assign(globalThis, { peerbookMessages: { language, messages } });
  const address = new URL(`../../docs/assets/components/language.js?${language}-${pages++}`, import.meta.url);
  const found = await import(address.href);
  Reflect.deleteProperty(globalThis, "peerbookMessages");
  return found;
}

test("English needs no messages: each is its own key, with its parts put in", () => {
  assert.equal(_("Step %(step)s of %(steps)s", { step: 3, steps: 1200 }), "Step 3 of 1,200");
  assert.equal(_("100% of it"), "100% of it");
  assert.equal(_("%(share)s%% of it", { share: "12.5" }), "12.5% of it");
  assert.equal(_("In %(year)s, “%(name)s”", { year: "2026", name: "%(year)s $& %%" }), "In 2026, “%(year)s $& %%”");
  assert.equal(
    many("%(count)s city like %(name)s", "%(count)s cities like %(name)s", 1, { name: "x" }),
    "1 city like x",
  );
  assert.equal(many("%(count)s city", "%(count)s cities", 0), "0 cities");
  assert.equal(many("%(count)s city", "%(count)s cities", 12_345), "12,345 cities");
  assert.equal(quoted("x"), "“x”");
  assert.deepEqual([listed(["a", "b", "c"]), either(["a", "b", "c"]), either(["a"])], ["a, b and c", "a, b or c", "a"]);
  assert.deepEqual([number(12, 1), number(0.25, 0)], ["12.0", "0"]);
});

test("a label takes a colon before what is said of it, a question does not", () => {
  assert.equal(labelled("In one line", "This is needed."), "In one line: This is needed.");
  assert.equal(labelled("¿Cuándo empezó?", "Falta este dato."), "¿Cuándo empezó? Falta este dato.");
});

test("dates are told as the specification has them; what is no date stays as it was typed", async () => {
  for (const code of ["en", "es-419", "pt-BR"]) {
    const { date: told } = await spoken(code, {});
    for (const { date: day, [code]: words } of spec("dates").cases) assert.equal(told(day), words);
  }
  for (const typed of ["", "18/06/2018", "2018-02-31", "2018-13", "summer"]) assert.equal(date(typed), typed);
});

test("elements stand where the message has them, in whatever order", async () => {
  const message = "See %(page)s, or %(other)s.";
  assert.deepEqual(around(message, { page: "A", other: ["B", "C"] }), ["See ", "A", ", or ", "B", "C", "."]);
  const { around: spanish } = await spoken("es", { [message]: "%(other)s, o bien %(page)s" });
  assert.deepEqual(spanish(message, { page: "A", other: 1200 }), ["1200", ", o bien ", "A"]);
});

test("another language has its own plurals, numbers and lists", async () => {
  const forms = { one: "%(count)s cidade", many: "%(count)s de cidades", other: "%(count)s cidades" };
  const brazil = await spoken("pt-BR", { "%(count)s city": forms, "Read next": "Leia a seguir" });
  const cities = (/** @type {number} */ count) => brazil.many("%(count)s city", "%(count)s cities", count);
  assert.deepEqual([0, 1, 2, 12_345, 2_000_000].map(cities), [
    "0 cidade",
    "1 cidade",
    "2 cidades",
    "12.345 cidades",
    "2.000.000 de cidades",
  ]);
  assert.deepEqual([brazil._("Read next"), brazil._("Not translated")], ["Leia a seguir", "Not translated"]);
  assert.deepEqual([brazil.number(1234.5), brazil.people(1_340_000)], ["1.234,5", "1,3 milhão"]);
  assert.deepEqual([brazil.listed(["a", "b", "c"]), brazil.either(["a", "b"])], ["a, b e c", "a ou b"]);
  const spanish = await spoken("es-419", {});
  assert.deepEqual([spanish.number(12_345.5), spanish.listed(["uno", "dos"])], ["12,345.5", "uno y dos"]);
});
