"""The settings of the content editor under `admin/`, as a file of the site."""

from urllib.parse import urlsplit

from generator.contributing import editor_settings
from generator.model import Library
from generator.publishing.packed import in_json
from generator.publishing.page import Asset

PATH = "admin/config.json"


def editor_file(library: Library, repo_url: str) -> Asset:
    """Return the settings for the repository at `repo_url`; only one at GitHub is edited from the browser."""
    parts = urlsplit(repo_url)
    repository = parts.path.strip("/").removesuffix(".git") if parts.hostname == "github.com" else ""
    return Asset(PATH, in_json(editor_settings(library, repository)) + b"\n")
