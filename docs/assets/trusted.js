/* Which text may become markup or script (https://www.w3.org/TR/trusted-types/). The site's own files, and nothing else. */
(function () {
  "use strict";
  if (!window.trustedTypes) return;
  const known = new Set(Array.from(document.scripts, function (script) { return script.textContent; }));

  function isData(text) {
    try {
      return typeof JSON.parse(text) === "object";
    } catch (error) {
      return false;
    }
  }

  window.trustedTypes.createPolicy("default", {
    // The theme parses other pages of this site, which the content security policy holds to the same rules.
    createHTML: function (text) { return text; },
    // It also puts their inline scripts in again: the same ones, and settings as JSON.
    createScript: function (text) { return !text.trim() || known.has(text) || isData(text) ? text : null; },
    createScriptURL: function (url) { return new URL(url, document.baseURI).origin === location.origin ? url : null; },
  });
})();
