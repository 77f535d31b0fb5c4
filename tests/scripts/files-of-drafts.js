/* For tests in Python: from drafts as JSON on standard input to the files that the form makes of them, as JSON. */

import { readFileSync } from "node:fs";
import { fitting } from "../../docs/assets/contribute/drafts.js";
import { written } from "../../docs/assets/contribute/written.js";
import { fileText } from "../../docs/assets/contribute/yaml.js";
import { clean } from "../../docs/assets/readiness/limits.js";
import { spec } from "./spec.js";

const { data } = spec("write-ups");
const { invisible, combining, mostCombining } = data.letters;
const signs = {
  unseen: new RegExp(invisible, "gu"),
  heaped: new RegExp(`(${combining}{${mostCombining}})${combining}+`, "gu"),
};

const drafts = JSON.parse(readFileSync(0, "utf8"));
const files = drafts.map((/** @type {[ "practice" | "city", any ]} */ [kind, typed]) => {
  const schema = data.schemas[kind];
  const file = written(fitting(typed, data, kind, (text) => clean(text, signs)) ?? {}, schema).data;
  return { text: fileText(kind, file, schema), data: file };
});
process.stdout.write(JSON.stringify(files));
