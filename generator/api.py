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

import threading

from generator.finding import Finder, Findings
from generator.linking import Links, link
from generator.model import Library
from generator.publishing import publish
from generator.reading import ProblemsFoundError, read_library

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
