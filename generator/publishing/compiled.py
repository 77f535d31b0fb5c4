"""Templates compiled once for the whole process, however often the library that fills them changes."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_compiled: dict[str, bytes] = {}


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in memory; Jinja drops one whose source has changed."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template out, if it is there in this version."""
        if code := _compiled.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a template in."""
        _compiled[bucket.key] = bucket.bytecode_to_string()
