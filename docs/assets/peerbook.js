/* Sorting tables, printing, and the mark in the menu. Runs anew on every page, instant navigation included. */
(function () {
  "use strict";

  function sortable(table) {
    const body = table.tBodies[0];
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (head.querySelector("button")) return;
      const button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.append(head.firstChild);
      head.append(button);
      button.addEventListener("click", function () {
        const numeric = head.dataset.sort === "number";
        const current = head.getAttribute("aria-sort");
        const direction = current ? (current === "ascending" ? "descending" : "ascending") : numeric ? "descending" : "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", direction);
        const sign = direction === "ascending" ? 1 : -1;
        const rows = Array.from(body.rows).map(function (row) {
          const cell = row.cells[column];
          const text = cell.dataset.value || cell.textContent.trim();
          return { row: row, key: numeric ? Number(text) : text };
        });
        const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
        rows.sort(function (a, b) { return sign * (numeric ? a.key - b.key : collator.compare(a.key, b.key)); });
        body.append.apply(body, rows.map(function (entry) { return entry.row; }));
      });
    });
  }

  /* Instant navigation leaves the header as it was, so the menu's mark moves here. */
  function markMenu() {
    let best = null;
    document.querySelectorAll(".pb-menu a").forEach(function (link) {
      link.removeAttribute("aria-current");
      const path = new URL(link.href).pathname;
      if (location.pathname.startsWith(path)) best = link;
    });
    if (best) best.setAttribute("aria-current", new URL(best.href).pathname === location.pathname ? "page" : "true");
  }

  function prepare() {
    markMenu();
    document.querySelectorAll("table[data-sortable]").forEach(sortable);
    document.querySelectorAll("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.onclick = function () { window.print(); };
    });
  }

  if (window.document$) window.document$.subscribe(prepare);
  else document.addEventListener("DOMContentLoaded", prepare);
})();
