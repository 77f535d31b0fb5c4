/* What only one page needs is loaded on that page. Each script then looks after itself as pages come and go. */

import { onEveryPage } from "./components/page-life.js";

const SCRIPTS = [
  [".pb-find", "./search/find.js"],
  [".pb-your-city", "./your-city/page.js"],
  [".pb-readiness", "./readiness/page.js"],
  [".pb-explore", "./explore/page.js"],
  [".pb-form", "./contribute/page.js"],
  [".pb-embedding", "./embedding/page.js"],
  [".pb-compare", "./compare/page.js"],
  [".pb-criterion", "./criterion/page.js"],
  [".pb-evidence-page", "./evidence/page.js"],
  [".pb-map", "./pictures/map.js"],
  ["[data-save]", "./pictures/saving.js"],
];

onEveryPage(() => {
  for (const [selector, script] of SCRIPTS) {
    if (document.querySelector(selector)) import(script);
  }
});
