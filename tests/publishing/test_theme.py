"""The theme's styles in the weakest layer, and ours after them."""

from pathlib import Path

import pytest

from generator.publishing.theme import OURS, site_styles
from tests.conftest import ROOT


def test_the_styles_of_the_theme_are_in_the_weakest_layer(tmp_path: Path) -> None:
    own, theirs = tmp_path / "own", tmp_path / "theirs/assets/stylesheets"
    theirs.mkdir(parents=True)
    (theirs / "main.1234.min.css").write_text('@charset "UTF-8";a{color:red}')
    (theirs / "palette.5678.min.css").write_text("b{color:blue}")
    for name in OURS:
        path = tmp_path / "docs/assets" / f"{name}.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/* {name} */ .{path.stem} {{ color: green; }}")
    styles = site_styles([str(own), str(tmp_path / "theirs")], tmp_path / "docs")
    order, layer = styles.decode().split("@layer theme {")
    assert order.split() == ["@charset", '"UTF-8";', "@layer", "theme,", "base,", "components,", "pages;"]
    theme, ours = layer.split("\n}\n")
    assert theme.split() == ["a{color:red}", "b{color:blue}"]
    assert ours.replace(" { color: green; }", "").split() == [f".{Path(name).name}" for name in OURS]


def test_styles_are_read_where_they_are_written() -> None:
    assert all((ROOT / "docs/assets" / f"{name}.css").is_file() for name in OURS)


def test_a_theme_without_styles_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no style sheet main"):
        site_styles([str(tmp_path)], tmp_path)
