"""What goes into the wheel beside the package: settings, pages and registers, of which a new library is made."""

from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "generator/project"


class ProjectHook(BuildHookInterface):
    """Puts them into a folder of the package; an editable install takes them from where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to take along."""
        if version == "editable":
            return
        root = Path(self.root)
        registers = (root / "practices").glob("*.yaml"), (root / "practices" / "translations").glob("*/*.yaml")
        taken = [root / "mkdocs.yml", root / "docs", root / "messages", *sorted(chain(*registers))]
        build_data["force_include"] |= {
            str(path): f"{INSIDE}/{path.relative_to(root)}" for path in taken if path.name != "audits.yaml"
        }
