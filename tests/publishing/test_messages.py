"""The catalogue that translators get, and a language made from it."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.linking import Links
from generator.model import Library
from generator.publishing import make_pages
from generator.publishing.assets import make_assets
from generator.publishing.guides import Site, make_guides
from generator.publishing.messages import catalogue_of_messages, template_text
from generator.wording import ENGLISH, UnknownLanguageError, read_language
from tests.conftest import ROOT
from tests.wording.pseudo import Pseudo, PseudoLanguage


def test_every_message_that_pages_guides_and_files_ask_for_is_in_the_catalogue(
    small_library: Library, small_links: Links
) -> None:
    asked = Pseudo()
    language = PseudoLanguage("en", asked)
    assert list(make_pages(small_library, small_links, language=language))
    assert [guide.content for guide in make_guides(small_library, small_links, Site("", language))]
    assert [one.read() for one in make_assets(small_library, small_links, (), ROOT / "docs", (), language)]
    known: set[str] = set()
    for one in catalogue_of_messages():
        known.update((one.id,) if isinstance(one.id, str) else one.id)
    assert asked.asked - known - {""} == set()
    assert len(known) > 600


def test_the_catalogue_is_the_same_at_every_run() -> None:
    text = template_text(catalogue_of_messages())
    assert text == template_text(catalogue_of_messages())
    assert 'msgid "Read next"' in text


def test_a_language_is_a_file_of_messages(tmp_path: Path) -> None:
    catalog = Catalog(locale="es")
    catalog.add("Shown by %(count)s city", None)
    catalog.add(("%(count)s practice", "%(count)s practices"), ("%(count)s práctica", "%(count)s prácticas"))
    catalog.add("Read next", "Siga leyendo")
    with (tmp_path / "es.po").open("wb") as file:
        write_po(file, catalog)
    spanish = read_language("es", tmp_path)
    assert spanish("Read next") == "Siga leyendo"
    assert spanish("Not translated") == "Not translated"
    assert spanish.many("%(count)s practice", "%(count)s practices", 1_200) == "1.200 prácticas"
    assert read_language("en", tmp_path) is ENGLISH
    with pytest.raises(UnknownLanguageError, match="there is no language xx"):
        read_language("xx", tmp_path)
