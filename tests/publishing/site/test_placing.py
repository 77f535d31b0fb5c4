"""Files put in place: linked from the last build only where it has the very same."""

from pathlib import Path

import pytest

from generator.publishing.site.placing import put

LARGE = b"a" * 3 * 2**20


@pytest.mark.parametrize("is_file", [False, True])
@pytest.mark.parametrize("changed", [None, 0, 2**20, len(LARGE) - 1])
def test_what_differs_in_one_byte_is_written_anew(tmp_path: Path, changed: int | None, *, is_file: bool) -> None:
    before, place, source = (tmp_path / name for name in ("before", "site/place", "source"))
    before.write_bytes(LARGE)
    new = bytearray(LARGE)
    if changed is not None:
        new[changed] += 1
    source.write_bytes(new)
    put(place, source if is_file else bytes(new), before)
    assert place.read_bytes() == new
    assert place.samefile(before) == (changed is None)
    assert before.read_bytes() == LARGE
