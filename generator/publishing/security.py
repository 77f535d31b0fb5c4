"""The content security policy of every page: one more wall, should an escaping mistake ever get through."""

import base64
import hashlib
import re
from pathlib import Path

SETTING = "content_security_policy"
"""Name of the theme's variable (`config.extra`) that holds the policy."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(theme: Path) -> str:
    """Return the policy as the `content` of a meta element (W3C, Content Security Policy Level 3).

    Scripts come from the site itself, or are among the inline scripts that the overrides in the folder `theme` hold,
    which are the same on every page and named by their SHA-256 digest. What only a server can set (frame-ancestors,
    among others) is not in it.
    """
    inline = (
        text for path in sorted(theme.rglob("*.html")) for text in _SCRIPT.findall(path.read_text(encoding="utf-8"))
    )
    hashes = sorted(
        {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline}
    )
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],  # lengths of bars stand in style attributes
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],
    }
    return "; ".join(" ".join((name, *values)) for name, values in directives.items())
