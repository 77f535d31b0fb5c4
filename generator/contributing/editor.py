"""Settings of the content editor (Sveltia CMS), made from the models and the registers.

The editor knows lists and groups, and no groups under keys of the writer's choosing. So `sources` is a list to it, each
with its key; `docs/admin/files.js` turns one into the other.
"""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from generator.contributing.fields import FieldEntry, registered, takes_numbers
from generator.model import CityProfile, Library, WriteUp
from generator.model.value import Marks, marks_of

FORMAT = "peerbook"
"""Name of the way in which the editor reads and writes our files."""
NO_REPOSITORY = "owner/repository"
_BY_COMMAND = frozenset(["aliases"])
_LONG = frozenset(
    ["text", "note", "problem", "approach", "tools", "people", "resources", "lessons", "notes", "summary"]
)


def editor_settings(library: Library, repository: str = "", branch: str = "main") -> dict[str, Any]:
    """Return the settings as Sveltia CMS takes them, for the library in the folder `practices`.

    The fields stand once under `fields`; where they belong stands their name, as they would else be told for each city.

    Args:
        library: whose cities each become a list of write-ups.
        repository: `owner/name` at GitHub; without one the editor can only open a folder on this machine.
        branch: from which changes start.

    """
    allowed, chosen = registered(library), library.network.choices
    return {
        "fields": {"practice": _fields(WriteUp, allowed, {}), "city": _fields(CityProfile, allowed, chosen)},
        "load_config_file": False,
        "backend": {
            "name": "github",
            "repo": repository or NO_REPOSITORY,
            "branch": branch,
            "open_authoring": True,
            "auth_scope": "public_repo",
            "auth_methods": ["token"],
        },
        "publish_mode": "editorial_workflow",
        "media_folder": "practices",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-", "maxlength": 60},
        "collections": [
            *(
                {
                    "name": city.id,
                    "label": city.label,
                    "label_singular": "practice",
                    "folder": f"practices/{city.id}",
                    "create": True,
                    "delete": False,
                    "extension": "yaml",
                    "format": FORMAT,
                    "filter": {"field": "status", "pattern": "^(ongoing|completed|discontinued|unknown)$"},
                    "slug": "{{title}}",
                    "identifier_field": "title",
                    "summary": "{{title}}",
                    "fields": "practice",
                }
                for city in library.cities
            ),
            {
                "name": "cities",
                "label": "Cities",
                "files": [
                    {
                        "name": city.id,
                        "label": city.label,
                        "file": f"practices/{city.id}/city.yaml",
                        "format": FORMAT,
                        "fields": "city",
                    }
                    for city in library.cities
                ],
            },
        ],
    }


def _fields(
    model: type[BaseModel],
    allowed: Mapping[str, Mapping[str, str]],
    chosen: Mapping[str, Sequence[str]],
    path: tuple[str, ...] = (),
) -> list[dict[str, Any]]:
    entries = (FieldEntry((*path, name), model, info) for name, info in model.model_fields.items())
    return [_field(entry, allowed, chosen) for entry in entries if entry.name not in _BY_COMMAND]


def _field(
    entry: FieldEntry, allowed: Mapping[str, Mapping[str, str]], chosen: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    field = {
        "name": entry.name,
        "label": entry.name.replace("_", " ").capitalize(),
        "hint": entry.description,
        "required": entry.is_required,
    }
    names = allowed.get(entry.name) if len(entry.path) == 1 else None
    if names:
        options = [{"label": f"{name} ({one})", "value": one} for one, name in names.items()]
        return {**field, "widget": "select", "multiple": True, "options": options}
    if entry.name == "sources" and entry.inner:
        key = {
            "name": "key",
            "label": "Key",
            "hint": "A short word by which statements cite it: memo",
            "widget": "string",
        }
        inner = [key, *_fields(entry.inner, allowed, chosen, entry.path)]
        return {**field, "widget": "list", "summary": "{{fields.key}}: {{fields.title}}", "fields": inner}
    if entry.inner:
        shape = {"widget": "list"} if entry.is_list else {"widget": "object", "collapsed": not entry.is_required}
        return {**field, **shape, "fields": _fields(entry.inner, allowed, chosen, entry.path)}
    if entry.is_list:
        item = "text" if entry.name in _LONG else "string"
        return {**field, "widget": "list", "field": {"name": "item", "label": "Item", "widget": item}}
    if bool in (entry.info.annotation, *get_args(entry.info.annotation)):
        return {**field, "widget": "boolean", "default": False, "required": False}
    choices = chosen.get(".".join(entry.path), entry.choices)
    if choices and not takes_numbers(entry.info.annotation):
        return {**field, "widget": "select", "options": list(choices)}
    return {**field, "widget": "text" if entry.name in _LONG or _is_cited(entry) else "string"}


def _is_cited(entry: FieldEntry) -> bool:
    return marks_of(WriteUp, entry.path) is Marks.CITED
