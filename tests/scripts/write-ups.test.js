/* What is wrong with a write-up: what the form finds is what the checker finds. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Checker } from "../../docs/assets/contribute/check.js";
import { at } from "../../docs/assets/contribute/paths.js";
import { written } from "../../docs/assets/contribute/written.js";
import { spec } from "./spec.js";

const { today, data, cases } = spec("write-ups");
const checker = new Checker(data, today);

/**
 * The part of a path that is in the file: of what is missing, the checker tells the place where it would stand.
 *
 * @param {import("../../docs/assets/contribute/types.js").Group} typed
 * @param {import("../../docs/assets/contribute/types.js").Path} path
 */
function existing(typed, path) {
  let length = path.length;
  while (length && at(typed, path.slice(0, length)) === undefined) length--;
  return JSON.stringify(path.slice(0, length));
}

for (const { kind, name, typed, wrong } of cases) {
  test(`${kind}: ${name}`, () => {
    const schema = data.schemas[kind];
    const { data: file, places } = written(typed, schema);
    const found = checker.problems(kind, file).map(({ path }) => {
      const known = path
        .map((_, place) => places.get(JSON.stringify(path.slice(0, path.length - place))))
        .findIndex(Boolean);
      if (known < 0) return existing(typed, path);
      const inside = path.slice(0, path.length - known);
      return existing(typed, [...(places.get(JSON.stringify(inside)) ?? []), ...path.slice(inside.length)]);
    });
    const expected = wrong.map((/** @type {(string | number)[]} */ place) => JSON.stringify(place));
    assert.deepEqual(Array.from(new Set(found)).sort(), expected.sort());
  });
}
