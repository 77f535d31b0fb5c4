/* Which text may become markup or script (https://www.w3.org/TR/trusted-types/). The site's own files, and nothing else. */
(() => {
  /** @typedef {(text: string) => string | null} Rule */
  /** @typedef {{ createPolicy(name: string, rules: Record<string, Rule>): void }} TrustedTypes */

  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (/** @type {unknown} */ (window));
  if (!trustedTypes) return;
  const known = new Set(Array.from(document.scripts, (script) => script.textContent));

  /** @param {string} text */
  function isData(text) {
    try {
      return typeof JSON.parse(text) === "object";
    } catch {
      return false;
    }
  }

  trustedTypes.createPolicy("default", {
    // The theme parses other pages of this site, which the content security policy holds to the same rules.
    createHTML: (text) => text,
    // It also puts their inline scripts in again: the same ones, and settings as JSON.
    createScript: (text) => (!text.trim() || known.has(text) || isData(text) ? text : null),
    createScriptURL: (url) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
  });
})();
