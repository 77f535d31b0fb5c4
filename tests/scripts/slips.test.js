/* Slips in another language: which word is meant, if anybody can say. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { prepared } from "../../docs/assets/search/lexicon.js";
import { isLong, mended } from "../../docs/assets/search/slips.js";

const words = { contrato: "contract", contacto: "contact", cobrar: "charge", carretera: "road", elevado: "high" };
const lexicon = prepared({ language: "Spanish", letters: "", plurals: {}, filler: ["cuando"], words });
const said = new Set("contratos contactos cobraron carretera carreteras elevado cuando constatado".split(" "));
const meant = (/** @type {string} */ typed) => mended(lexicon, typed, said);

test("a swap, a letter too many, one that is missing and one that is wrong are mended", () => {
  assert.equal(meant("carretrea"), "carretera");
  assert.equal(meant("carreetera"), "carretera");
  assert.equal(meant("carrtera"), "carretera");
  assert.equal(meant("carretexa"), "carretera");
  assert.equal(meant("cobrarno"), "cobraron"); // a form of a verb
  assert.equal(meant("cuadno"), "cuando"); // filler
});

test("a swap comes before another letter, and where two words are as near none is taken", () => {
  assert.equal(meant("contartos"), "contratos"); // and not contactos
  assert.equal(meant("contaatos"), null);
});

test("the first letter is right, the last too if one is another, and a short word has no slip but a swap", () => {
  assert.equal(meant("arretera"), null);
  assert.equal(meant("elevador"), null);
  assert.equal(meant("cundo"), null);
  assert.equal(meant("constatadeo"), null); // which write-ups hold and the lexicon does not
  assert.ok(isLong("calle") && !isLong("call") && !isLong("calle5"));
});
