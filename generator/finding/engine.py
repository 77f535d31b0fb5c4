"""The engine of the search, run outside of a browser: the very scripts of the site, in QuickJS.

One engine serves both, so what a terminal or an assistant finds is what the site finds. QuickJS is a wheel of 2 MB,
starts in a few milliseconds and needs about ten for a question. V8 (mini-racer) ranks the same and needs one, but takes
80 MB on the disk and starts ten times slower. A second implementation would be 500 lines to hold equal by hand.
"""

import json
from typing import Any

from generator.finding.pieces import Pieces
from generator.finding.program import running

_DOOR = """
const told = { head: JSON.parse(piece("head")), text: "", wrong: "" };
let opening = null;
function ask(query) {
  told.text = told.wrong = "";
  opening ||= modules["pieces.js"].opened(told.head, {
    json: async (name) => JSON.parse(piece(name)),
    bytes: async (name) => Uint8Array.from(piece(name), (sign) => sign.charCodeAt(0)),
  });
  opening.then((index) => modules["engine.js"].search(index, query)).then(
    (result) => {
      const { rows, nothing, corrections, unknown, translation, terms, empty } = result;
      const found = rows.practice.map((row) => [row, result.scores[row], result.read.get(row)?.answers ?? -1]);
      const said = { found, rows, nothing, corrections, unknown, translation, terms: [...terms], empty };
      told.text = JSON.stringify(said);
    },
    (error) => { told.wrong = `${error}\\n${error.stack}`; },
  );
}
"""


class RankingError(Exception):
    """The engine ended with an error: a defect of ours, never of the question."""


class RankingEngine:
    """The engine over the pieces of an index. It belongs to the thread that made it."""

    def __init__(self, pieces: Pieces) -> None:
        def piece(name: str) -> str:
            if name in pieces.packed:
                return pieces.packed[name].decode("latin-1")  # a letter a byte
            return json.dumps(pieces.head if name == "head" else pieces.named[name]())

        self._context = running()
        self._context.add_callable("piece", piece)
        self._context.eval(_DOOR)

    def ask(self, question: str) -> dict[str, Any]:
        """Return what `search` of `docs/assets/search/engine.js` returns, its rows as lists.

        Raises:
            RankingError: if the engine fails.
        """
        self._context.eval(f"ask({json.dumps(question)})")
        while self._context.execute_pending_job():
            pass
        text = self._context.eval("told.text")
        if not text:
            raise RankingError(self._context.eval("told.wrong") or "the engine has not answered")
        answer: dict[str, Any] = json.loads(text)
        return answer
