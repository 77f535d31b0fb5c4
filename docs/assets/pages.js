/* What only one page needs is loaded on that page. Each script then looks after itself as pages come and go. */

const SCRIPTS = [
  [".pb-find", "./search/find.js"],
  [".pb-your-city", "./your-city/page.js"],
  [".pb-readiness", "./readiness/page.js"],
  [".pb-explore", "./explore.js"],
];

function load() {
  for (const [selector, script] of SCRIPTS) {
    if (document.querySelector(selector)) import(script);
  }
}

if (window.document$) window.document$.subscribe(load);
else load();
