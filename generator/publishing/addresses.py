"""Where each thing's page stands. Addresses are relative, so the site works at any place on any server."""

from generator.model import Area, City, Criterion, Method, Practice, Subject, Topic


def path_of(subject: Subject) -> str:
    """Return the path of the subject's Markdown file below the docs folder."""
    match subject:
        case Practice():
            return f"practices/{subject.id}.md"
        case City():
            return f"cities/{subject.id}.md"
        case Area():
            return f"areas/{subject.id}.md"
        case Criterion():
            return f"criteria/{subject.code.lower()}.md"
        case Topic():
            return f"topics/{subject.id}.md"
        case Method():
            return f"methods/{subject.id}.md"


def url_of(path: str) -> str:
    """Return the address, relative to the site's root, of the page made from a Markdown file."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def root_from(path: str) -> str:
    """Return the way from the page at `path` up to the site's root: "", "../", "../../" …"""
    return "../" * url_of(path).count("/")
