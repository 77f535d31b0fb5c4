/* The way to the repository: a new file filled in, as far as an address can hold it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_ADDRESS, newFile, newMessage } from "../../docs/assets/contribute/hand-in.js";
import { slugOf } from "../../docs/assets/contribute/slug.js";
import { keyFor } from "../../docs/assets/contribute/sources.js";

const BASE = "https://github.com/owner/name/new/main/";

test("a short file is in the address, whatever it holds", () => {
  const text = "title: 100% & more? #1\né “x”\n";
  const { url, isWhole } = newFile(BASE, "practices/omaha-ne/nurse-line.yaml", text);
  assert.ok(isWhole);
  const { pathname, searchParams } = new URL(url);
  assert.equal(pathname, "/owner/name/new/main/practices/omaha-ne");
  assert.equal(searchParams.get("filename"), "nurse-line.yaml");
  assert.equal(searchParams.get("value"), text);
});

test("a long file is left to be pasted", () => {
  const { url, isWhole } = newFile(BASE, "practices/omaha-ne/nurse-line.yaml", "é".repeat(LONGEST_ADDRESS / 6));
  assert.ok(!isWhole);
  assert.equal(url, `${BASE}practices/omaha-ne?filename=nurse-line.yaml`);
});

test("a message is in the address as far as that can hold it, its title always", () => {
  const base = "https://github.com/owner/name/issues/new";
  const short = newMessage(base, { title: "Omaha & more", text: "a: 1\n" });
  assert.deepEqual(Object.fromEntries(new URL(short.url).searchParams), { title: "Omaha & more", body: "a: 1\n" });
  const long = newMessage(base, { title: "Omaha", text: "é".repeat(LONGEST_ADDRESS / 6) });
  assert.deepEqual(long, { url: `${base}?title=Omaha`, isWhole: false });
});

test("a title suggests a short name without the city and small words", () => {
  assert.equal(
    slugOf("Bogotá’s city buses run on the clean energy of the sun", "Bogotá, Colombia"),
    "bogotas-buses-run-clean",
  );
  assert.equal(slugOf("New York sends nurses to 911 calls", "New York, NY"), "sends-nurses-911-calls");
  assert.equal(
    slugOf("Villa María avisa por WhatsApp qué día pasa el camión de la basura", "Villa María, Argentina"),
    "avisa-whatsapp-dia-pasa",
  );
  assert.equal(slugOf("", "Omaha, NE"), "");
});

test("a source gets a key of its own", () => {
  assert.equal(keyFor({ publisher: "City of Omaha" }, {}), "city-omaha");
  assert.equal(keyFor({ title: "Ñandú: a report" }, { "nandu-report": {} }), "nandu-report-2");
  assert.equal(keyFor({ publisher: "Municipalidad de Rosario" }, {}), "municipalidad-rosario");
  assert.equal(keyFor({ publisher: "City of Omaha" }, { "city-omaha": {} }), "city-omaha-2");
  assert.equal(keyFor({ title: "漢字" }, {}), "source");
});
