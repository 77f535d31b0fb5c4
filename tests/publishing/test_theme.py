"""The theme's styles in the weakest layer."""

from pathlib import Path

import pytest

from generator.publishing.theme import theme_styles


def test_the_styles_of_the_theme_are_in_the_weakest_layer(tmp_path: Path) -> None:
    own, theirs = tmp_path / "own", tmp_path / "theirs/assets/stylesheets"
    theirs.mkdir(parents=True)
    (theirs / "main.1234.min.css").write_text('@charset "UTF-8";a{color:red}')
    (theirs / "palette.5678.min.css").write_text("b{color:blue}")
    asset = theme_styles([str(own), str(tmp_path / "theirs")])
    assert asset.path == "assets/stylesheets/theme.css"
    order, layer = asset.content.decode().split("@layer theme {")
    assert order.split() == ["@charset", '"UTF-8";', "@layer", "theme,", "base,", "components,", "pages;"]
    assert layer.split() == ["a{color:red}", "b{color:blue}", "}"]


def test_a_theme_without_styles_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no style sheet main"):
        theme_styles([str(tmp_path)])
