"""robots.txt (RFC 9309): everyone may read everything, and here is the map of the site."""

from generator.publishing.page import Asset


def robots_file(address: str) -> Asset:
    """Return robots.txt; without the map of the site where the address is not known, as that has to be whole."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    return Asset("robots.txt", ("\n".join(lines) + "\n").encode())
