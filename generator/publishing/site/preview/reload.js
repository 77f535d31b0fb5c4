// The one script that a previewed page has more than a built one: loads the page anew when it has changed.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { mark: first, problems = "/" } = script.dataset;
  /** @type {EventSource | undefined} */
  let source;
  let path = location.pathname;
  /** What this page shows; not known where the theme has changed pages without loading one. */
  let mark = first;

  /** @param {number} count */
  function tell(count) {
    let note = document.getElementById("peerbook-problems");
    if (!count) return note?.remove();
    if (!note) {
      note = document.createElement("p");
      note.id = "peerbook-problems";
      note.setAttribute("role", "status");
      note.style.cssText =
        "position:fixed;inset:auto 0 0;z-index:99;margin:0;padding:.6rem 1rem;background:#7a1f1f;color:#fff;font:1rem/1.4 system-ui,sans-serif";
      document.body.append(note);
    }
    const link = document.createElement("a");
    link.href = problems;
    link.style.color = "#fff";
    link.textContent = "What to mend";
    note.replaceChildren(
      `${count === 1 ? "1 problem" : `${count} problems`} in the files. This is the last good state. `,
      link,
    );
  }

  function listen() {
    source?.close();
    source = new EventSource(`/.peerbook/changes?path=${encodeURIComponent(path)}`);
    source.onmessage = (event) => {
      const news = JSON.parse(event.data);
      mark ??= news.mark;
      if (news.mark !== mark) return location.reload();
      tell(news.problems);
    };
  }

  // Only pages that somebody sees hold a connection: a browser has few for one server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else listen();
  });
  setInterval(() => {
    if (location.pathname === path) return;
    path = location.pathname;
    mark = undefined;
    listen();
  }, 500);
  if (!document.hidden) listen();
})();
