/* The bundled libraries are what the pinned packages make. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundles } from "../../vendor/build.js";

test("the bundles are fresh: else run npm run vendor", async () => {
  for (const [name, text] of Object.entries(await bundles())) {
    const shipped = readFileSync(new URL(`../../docs/assets/vendor/${name}`, import.meta.url), "utf8");
    assert.equal(shipped, text, name);
    assert.ok(!/\beval\(|new Function\b/.test(text), `${name} would run text as code`);
  }
});
