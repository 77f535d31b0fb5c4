/* Libraries that the site ships, each bundled once into docs/assets/vendor/ with its licence: `npm run vendor`. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const INTO = join(ROOT, "docs/assets/vendor");

/** What stands in the folder: contents by name of the file. */
export async function bundles() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["yaml", "json-schema", "markdown"].map((name) => `vendor/${name}.js`),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    legalComments: "none",
    outdir: INTO,
    write: false,
    metafile: true,
  });
  const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
  /** @type {Record<string, string>} */
  const files = {
    "LICENSES.txt": Array.from(packages)
      .sort()
      .map(licence)
      .join(`\n\n${"-".repeat(80)}\n\n`),
  };
  for (const { path, text } of outputFiles) files[path.slice(INTO.length + 1)] = text;
  return files;
}

/** @param {string} path */
function packageOf(path) {
  return path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
}

/** @param {string} name */
function licence(name) {
  const folder = join(ROOT, "node_modules", name);
  const { version, license, author = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const by = (typeof author === "string" ? author : author.name).replace(/\s*<.*>/, "");
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `${license} license. Author: ${by}.`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(INTO)) {
  for (const [name, text] of Object.entries(await bundles())) writeFileSync(join(INTO, name), text);
}
