/* A folder served as a good host serves it: over HTTP/2, compressed, to be kept for ten minutes.

node bench/serving.js FOLDER KEY CERTIFICATE
Says its address on a line once it listens. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, key, certificate] = process.argv.slice(2);
/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".woff2": "font/woff2",
  ".xml": "text/xml",
};
const PACKED = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

/**
 * @param {string} url
 * @returns {[status: number, headers: Record<string, string | number>, body: Buffer]}
 */
function answer(url) {
  const { pathname } = new URL(url, "https://localhost"); // which also takes every ".." out
  let path = join(folder, decodeURIComponent(pathname));
  if (pathname.endsWith("/")) path = join(path, "index.html");
  if (!existsSync(path) || !statSync(path).isFile()) return [404, {}, Buffer.from("")];
  const ending = extname(path);
  const isPacked = PACKED.has(ending);
  const body = isPacked ? gzipSync(readFileSync(path)) : readFileSync(path);
  const headers = {
    "content-type": TYPES[ending] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": "max-age=600",
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
  };
  return [200, headers, body];
}

/** @type {Map<string, ReturnType<typeof answer>>} */
const kept = new Map();
const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) }, ({ url }, response) => {
  const known = kept.get(url) ?? answer(url);
  kept.set(url, known);
  response.writeHead(known[0], known[1]).end(known[2]);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(`https://127.0.0.1:${address.port}/`);
});
