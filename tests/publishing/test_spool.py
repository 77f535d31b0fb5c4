from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.publishing.data.spool import Spool


def test_what_is_kept_on_disk_is_given_as_it_was_to_many_at_a_time() -> None:
    contents = {f"{number}.csv": bytes([number]) * number * 1_000 for number in range(50)}
    spool = Spool()
    for name, content in contents.items():
        spool.add(name, content)
    assert dict(spool) == contents
    assert list(spool) == list(contents)
    assert [spool.size(name) for name in contents] == [len(content) for content in contents.values()]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(spool.__getitem__, [*contents] * 20)) == [*contents.values()] * 20
    with pytest.raises(KeyError):
        spool["other.csv"]
