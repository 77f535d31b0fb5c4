"""Templates compiled once, however often the library that fills them changes, and macros ready for many pages."""

import contextlib
import shutil
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule

from generator.own_code import own_code

FOLDER = "templates"
"""Name of the folder in a cache."""
MACROS = frozenset({"macros.md.jinja", "pictures.md.jinja"})
"""Templates of macros alone, which look at nothing else of a page than where its root is."""
_compiled: dict[str, bytes] = {}
_kept: list[FileSystemBytecodeCache] = []
"""The folder in which they are kept for later runs, if there is one."""


def keep_compiled(cache: Path) -> None:
    """Keep compiled templates in a folder of a cache from now on, for later runs of this very program.

    What another version of it, or of Jinja, has left there is taken away. What lies there is run, so the folder is as
    trusted as the program's own: nothing that is contributed comes into it.
    """
    folder = cache / FOLDER / own_code("jinja2").hex()[:16]
    with contextlib.suppress(OSError):
        if not folder.is_dir():
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
        _kept[:] = [FileSystemBytecodeCache(str(folder))]


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in memory, and on the disk; Jinja drops one whose source has changed."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template out, if it is there in this version."""
        if code := _compiled.get(bucket.key):
            bucket.bytecode_from_string(code)
        for kept in _kept if bucket.code is None else ():
            kept.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a template in."""
        _compiled[bucket.key] = bucket.bytecode_to_string()
        for kept in _kept:
            with contextlib.suppress(OSError):
                kept.dump_bytecode(bucket)


class PageTemplate(Template):
    """A template whose macros, if it has no more than these, are made once for each root and not for each page."""

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 (Jinja's names)
        shared: bool = False,
        locals: Any = None,  # noqa: A002
    ) -> TemplateModule:
        """Return what a page imports."""
        if self.name not in MACROS or not vars:
            return super().make_module(vars, shared, locals)
        modules: dict[str, TemplateModule] = self.__dict__.setdefault("_modules", {})
        root = vars["root"]
        if root not in modules:
            modules[root] = super().make_module({"root": root})
        return modules[root]
