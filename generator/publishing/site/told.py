"""What the templates of the theme are told beside the settings, as variables of `config.extra`."""

from pathlib import Path

from generator.publishing.security import SETTING as POLICY
from generator.publishing.security import content_security_policy
from generator.publishing.spoken import SETTING as MESSAGES


def told_to_theme(overrides: Path, messages: str) -> dict[str, str]:
    """Return the content security policy of the overrides in a folder, and the path of the messages of scripts."""
    return {POLICY: content_security_policy(overrides), MESSAGES: messages}
