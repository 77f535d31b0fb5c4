"""Cards for other sites: one HTML file for each practice, without a script and without anything loaded beside it."""

import base64
import hashlib
from collections.abc import Iterator
from functools import partial
from importlib.resources import files

from markupsafe import Markup

from generator.model import Practice
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Asset
from generator.publishing.template import Templates
from generator.publishing.tiles import tile_of

FOLDER = "embed"
STYLE = files("generator.publishing").joinpath("embed.css").read_text(encoding="utf-8").strip()
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing is loaded and nothing runs in the frame, whatever a field holds."""


def embed_path(practice: Practice) -> str:
    """Return the path of a practice's card for other sites."""
    return f"{FOLDER}/{practice.id}/index.html"


def embed_files(templates: Templates, address: str) -> Iterator[Asset]:
    """Yield the card of each practice.

    Args:
        templates: the library, ready to be filled in.
        address: where the site will stand; links are relative where that is not known.
    """
    for practice in templates.library.practices:
        yield Asset(embed_path(practice), make=partial(_card, practice, templates, address))


def _card(practice: Practice, templates: Templates, address: str) -> bytes:
    first = next(iter(practice.measured_results), None)
    text = templates.filled(
        "embed.html.jinja",
        practice=practice,
        city=templates.library.city_by_id[practice.city],
        page=(address or "../" * embed_path(practice).count("/")) + url_of(path_of(practice)),
        tile=tile_of(first, templates.language) if first else None,
        metric=first.metric if first else "",
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
        language=templates.language.code,
    )
    return text.encode()
