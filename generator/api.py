"""The Python API: read, link, search and publish a library. `import generator` has all four.

```python
import generator

library = generator.read_library("practices")
links = generator.link(library)
found = generator.search(library, "ambulances come too late")
generator.publish(library, links, into="site")
```

What stands here keeps its form: a change that breaks a caller is told in the changelog under "Breaking".
"""

import tempfile
import threading
from pathlib import Path

from generator.finding import Finder, Findings
from generator.linking import Links, link
from generator.model import Library
from generator.publishing.build import build_site
from generator.reading import ProblemsFoundError, read_library
from generator.starting import SETTINGS, lay_out

__all__ = ["Findings", "Library", "Links", "ProblemsFoundError", "link", "publish", "read_library", "search"]
_kept = threading.local()


def search(library: Library, question: str) -> Findings:
    """Return what a question finds, ranked as in the search of the site.

    The index of the library asked last is kept, for each thread, so that further questions are answered at once.

    Args:
        library: what is searched.
        question: in plain words; the first 500 letters count.
    """
    last: tuple[Library, Finder] | None = getattr(_kept, "last", None)
    if last is None or last[0] is not library:
        last = _kept.last = (library, Finder(library))
    return last[1].search(question)


def publish(
    library: Library,
    links: Links,
    into: str | Path = "site",
    *,
    settings: str | Path | None = None,
    site_url: str | None = None,
) -> Path:
    """Build the whole site into a folder, in one move or not at all, and return the folder.

    Args:
        library: what was read.
        links: what it was linked into.
        into: the folder of the site; what is there is replaced.
        settings: the site's `mkdocs.yml`. Without it, the one in the current folder, and where there is none, settings
            and pages that come with the package.
        site_url: where the site will stand; it takes the place of the address in the settings.

    Raises:
        UnprintableError, SharedAddressError: if something can't be published.
        mkdocs.exceptions.MkDocsException: if the pages can't be built.
        OSError: if the site can't be written.
    """
    given = (library, links)
    place = Path(into).resolve()
    chosen = Path(settings or SETTINGS)
    if settings or chosen.is_file():
        return build_site(chosen.resolve(), place, site_url=site_url, given=given)
    with tempfile.TemporaryDirectory() as folder:
        made = lay_out(Path(folder))
        Path(folder, "practices").mkdir()
        return build_site(made, place, site_url=site_url, given=given)
