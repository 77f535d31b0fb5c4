"""The program as it is now: whatever changes in it may change what it makes of the same files."""

import functools
import hashlib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

_CODE = Path(str(files("generator")))


@functools.cache
def own_code(*libraries: str) -> bytes:
    """Return a digest of all our code, and of the versions of these libraries."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in libraries).encode())
    for path in sorted(_CODE.rglob("*.py")):
        digest.update(f"\n{path.relative_to(_CODE).as_posix()} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
