"""Put a version of Sveltia CMS and of js-yaml into `docs/admin/`, from their packages as npm hands them out.

    npm pack @sveltia/cms js-yaml
    python generator/contributing/data/make_editor.py sveltia-cms-0.221.1.tgz js-yaml-5.5.0.tgz

What the site ships is shipped from the site itself, so the addresses of fonts at another host are replaced by those of
the fonts that the package brings. Maps are left out, and what handles pictures: write-ups have none.
"""

import re
import shutil
import sys
import tarfile
from pathlib import Path, PurePosixPath

EDITOR = Path(__file__).parents[3] / "docs" / "admin"
FONTS = {
    "source-sans-3": "source-sans-3-latin-wght-normal",
    "noto-mono": "noto-mono-latin-400-normal",
    "material-symbols-outlined": "material-symbols-outlined-latin-wght-normal",
}
UNUSED = re.compile(r"\.map$|\.wasm$|heic|webp|marker-icon")


def main() -> None:
    """Unpack both, and let the editor find its fonts beside itself."""
    sveltia, yaml = sys.argv[1:]
    shutil.rmtree(EDITOR / "sveltia", ignore_errors=True)
    unpack(Path(sveltia), "package/npm/", EDITOR / "sveltia")
    unpack(Path(sveltia), "package/LICENSE.txt", EDITOR / "sveltia" / "LICENSE.txt")
    unpack(Path(yaml), "package/dist/js-yaml.mjs", EDITOR / "js-yaml.js")
    unpack(Path(yaml), "package/LICENSE", EDITOR / "js-yaml.LICENSE.txt")
    text = (EDITOR / "sveltia" / "index.js").read_text(encoding="utf-8")
    for name, beginning in FONTS.items():
        (font,) = (EDITOR / "sveltia" / "assets").glob(f"{beginning}-*.woff2")
        address = rf"https://cdn\.jsdelivr\.net/fontsource/fonts/{name}(?::vf)?@[\d.]+/[a-z0-9-]+\.woff2"
        text, found = re.subn(address, f"sveltia/assets/{font.name}", text)
        if not found:
            raise SystemExit(f"the font {name} stands elsewhere in this version: look at how it is loaded")
    text = re.sub(r"\n//# sourceMappingURL=\S+", "", text)
    (EDITOR / "sveltia" / "index.js").write_text(text, encoding="utf-8")


def unpack(archive: Path, name: str, target: Path) -> None:
    """Unpack a file, or all below a folder, without maps."""
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if member.isfile() and member.name.startswith(name) and not UNUSED.search(member.name):
                rest = PurePosixPath(member.name[len(name) :]) if name.endswith("/") else None
                place = target / rest if rest else target
                place.parent.mkdir(parents=True, exist_ok=True)
                held = tar.extractfile(member)
                place.write_bytes(held.read() if held else b"")


if __name__ == "__main__":
    main()
