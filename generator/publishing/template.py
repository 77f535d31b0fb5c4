"""Filling templates: words and markup stand in the templates, decisions in the modules beside this one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.linking import Links
from generator.model import Effect, Library, Practice, Subject, citations, effect_of, lead_of, original_of
from generator.publishing.addresses import path_of, root_from, url_of
from generator.publishing.citing import Citation, cite_page
from generator.publishing.compiled import CompiledTemplates, PageTemplate
from generator.publishing.data import OpenData
from generator.publishing.data.notebook import PLACE
from generator.publishing.guides import PrintedGuide
from generator.publishing.loaded import AT_ONCE, SCRIPTS, STYLES
from generator.publishing.markup import citation_mark, in_one_line, in_two, ticked, to_html, with_language
from generator.publishing.page import Page
from generator.publishing.tiles import Lead, headline_of, tile_of
from generator.publishing.traces import watched_mapping
from generator.publishing.translated import translation_of
from generator.wording import (
    ENGLISH,
    Language,
    certification,
    counted,
    group_name,
    in_words,
    interval,
    level_name,
    people,
    population,
    say,
    size,
    started,
)


class Templates:
    """The library and its links, ready to be filled into templates."""

    def __init__(
        self,
        library: Library,
        links: Links,
        edit_base: str | None,
        guides: Iterable[PrintedGuide] = (),
        language: Language = ENGLISH,
        site_url: str = "",
        data: OpenData | None = None,
        docs: Path | None = None,
    ) -> None:
        self.language, self.site_url, self.data = language, site_url, data
        notebook = docs / PLACE if docs else None
        self.notebook = notebook if notebook and notebook.is_file() else None
        self.library, self.links, self.edit_base = library, links, edit_base
        self.guides = tuple(guides)
        self._glances: dict[str, tuple[Effect, Lead | None]] = {}

    def with_guides(self, guides: Iterable[PrintedGuide]) -> "Templates":
        """Return the same with other guides."""
        return Templates(self.library, self.links, self.edit_base, guides, self.language)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("generator.publishing"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=CompiledTemplates(),
        )
        environment.template_class = PageTemplate
        _ = self.language
        environment.install_gettext_callables(_.translations.gettext, _.translations.ngettext, newstyle=True)  # type: ignore[attr-defined]
        environment.filters |= {
            "md": partial(to_html, language=_),
            "url": lambda subject: url_of(path_of(subject)),
            "number": _.number,
            "country": _.country,
            "language": _.name_of,
            "date": _.date,
            "words": partial(in_words, _=_),
            "plural": partial(counted, _=_),
            "people": partial(people, _=_),
            "population": partial(population, _=_),
            "started": partial(started, _=_),
            "size": partial(size, _=_),
            "percent": _.percent,
            "interval": partial(interval, _=_),
            "certification": partial(certification, network=self.library.network, _=_),
            "level": partial(level_name, network=self.library.network, _=_),
            "mark": self.library.network.mark_of,
            "region": lambda region: self.library.network.region_by_id[region],
            "say": partial(say, _=_),
            "translated": _,
            "named": _.named,
            "said": with_language,
            "in_two": in_two,
            "original": original_of,
            "group": partial(group_name, _=_),
            "translation": partial(translation_of, self.library),
            "effect": self._effect,
            "lead": self._lead,
            "course": lambda course: course.said(_),
            "ticked": ticked,
            "headline": self._headline,
            "headlines": self._headlines,
            "guides": self._guides_about,
            "cited": self._cited,
            "pre": in_one_line,
        }
        environment.globals["library"] = _Lenient(self.library)
        return environment

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        *,
        source: str | None = None,
        is_guide: bool = True,
        more: Callable[[], dict[str, Any]] = dict,
        is_traced: bool = False,
        **values: Any,
    ) -> Page:
        """Return the page at `path`, its body to be filled into `template` from `values`.

        What takes long to find is given by `more`, when the page is filled: a preview shows one page of thousands.
        A page that `is_traced` looks at nothing but `values`, what `more` is a `partial` of, library, links and guides.
        """

        def fill() -> str:
            filled = self._environment.get_template(template)
            return _one_block(filled.render(root=root_from(path), **values, **more()))

        fill = cache(fill) if is_guide else fill  # the search asks for its headings, then it is written
        meta: dict[str, Any] = {"hide": ["navigation", "toc"]}
        meta |= {"styles": list(STYLES[template])} if template in STYLES else {}
        meta |= {"scripts": list(SCRIPTS[template])} if template in SCRIPTS else {}
        meta |= {"at_once": list(AT_ONCE[template])} if template in AT_ONCE else {}
        made_of = (template, values, more) if is_traced else None
        return Page(path, title, description, fill, source, is_guide, meta, made_of=made_of)

    def filled(self, template: str, **values: Any) -> str:
        """Return a template that is no page, filled in."""
        return self._environment.get_template(template).render(**values)

    def page_of(self, subject: Subject, template: str, title: str, description: str, **values: Any) -> Page:
        """Return the page of a thing of the library."""
        return self.page(template, path_of(subject), title, description, is_guide=False, is_traced=True, **values)

    def moved(self, path: str, url: str, name: str) -> Page:
        """Return a page at an earlier address, `path`, that leads to the one called `name` at `url`."""
        return self.page(
            "moved.md.jinja",
            path,
            name,
            self.language("Moved to %(name)s.", name=name),
            is_guide=False,
            url=url,
            name=name,
        )

    @cached_property
    def result(self) -> Callable[[str, object], str]:
        """What the search shows of a thing, given its kind and itself; addresses begin at the site's root."""
        module = self._environment.get_template("result.md.jinja").make_module({"root": ""})
        return lambda kind, subject: _one_block(module.result(kind, subject))  # type: ignore[attr-defined]

    def _cited(self, subject: Subject, title: str, day: str | None) -> Citation:
        """How the page of a thing is cited."""
        path = url_of(path_of(subject))
        return cite_page(path, title, day, f"{self.site_url.rstrip('/')}/{path}" if self.site_url else "")

    def _effect(self, practice: Practice) -> Effect:
        """What came of a practice."""
        return self._glance(practice)[0]

    def _lead(self, practice: Practice) -> Lead | None:
        """The result that stands for a practice, with its tile."""
        return self._glance(practice)[1]

    def _glance(self, practice: Practice) -> tuple[Effect, Lead | None]:
        """Reckoned once for each practice, which stands on many cards."""
        if practice.id not in self._glances:
            effect, result = effect_of(practice), lead_of(practice)
            tile = tile_of(result, self.language) if result else None
            nulls = [one.metric for one in practice.results if one.no_effect and one.metric]
            without = nulls[0] if nulls and effect is Effect.MIXED else ""
            self._glances[practice.id] = effect, Lead(result, tile, without) if result and tile else None
        return self._glances[practice.id]

    def _headlines(self, practice: Practice) -> list[str]:
        """Each measured result of a practice in one line, first the one that stands for it; no line twice."""
        lead = self._lead(practice)
        results = (*([lead.result] if lead else ()), *practice.measured_results)
        lines = (headline_of(result, self.language) for result in results)
        return list(dict.fromkeys(filter(None, lines)))

    def _headline(self, practice: Practice) -> str:
        """The practice's first measured result in one line."""
        return next((headline_of(result, self.language) for result in practice.measured_results), "")

    def _guides_about(self, subject: Subject) -> tuple[PrintedGuide, ...]:
        """The guides about a practice, a city or an area."""
        return self._guides_by_subject.get(getattr(subject, "id", ""), ())

    @cached_property
    def _guides_by_subject(self) -> Mapping[str, tuple[PrintedGuide, ...]]:
        return watched_mapping(guides_by_subject(self.guides), GUIDES)

    @property
    def digested(self) -> tuple[str, ...]:
        """For digests of what holds it: what is looked at in it has its own."""
        return ()

    def edit_url(self, source: str) -> str | None:
        """Return the address at which `source`, a path in the repository, can be edited."""
        return f"{self.edit_base}{quote(source)}" if self.edit_base else None


GUIDES = "guides"
"""The name under which guides are watched."""


def guides_by_subject(guides: Iterable[PrintedGuide]) -> dict[str, tuple[PrintedGuide, ...]]:
    """Return guides by the id of what they are about."""
    found: dict[str, tuple[PrintedGuide, ...]] = {}
    for printed in guides:
        subject = printed.guide.subject
        found[subject] = (*found.get(subject, ()), printed)
    return found


class _Lenient:
    """The library as templates see it: looking up a group that has no practice gives an empty one."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._library, name)
        return _Groups(value) if name.startswith("practices_") else value


class _Groups(Mapping[str, Any]):
    def __init__(self, groups: Mapping[str, Any]) -> None:
        self._groups = groups

    def __getitem__(self, key: str) -> Any:
        return self._groups.get(key, ())

    def __contains__(self, key: object) -> bool:
        return key in self._groups

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)


def numbered(*groups: Iterable[str], names: Iterable[str] = ()) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the numbers of the sources that the texts cite, and their keys in that order, those in `names` last."""
    keys = [key for texts in groups for text in texts for key in citations(text)]
    order = tuple(dict.fromkeys((*keys, *names)))
    return {key: place for place, key in enumerate(order, 1)}, order


def cite(numbers: Mapping[str, int], language: Language) -> Any:
    """Return a function for templates that turns source keys into raised numbers."""
    return partial(_marks, numbers, language)


def _marks(numbers: Mapping[str, int], language: Language, keys: Iterable[str]) -> Markup:
    return Markup("".join(citation_mark(key, numbers, language) for key in keys))  # noqa: S704 (marks are escaped)


def _one_block(body: str) -> str:
    """The body without empty lines, so that every Markdown engine takes it as one block of HTML."""
    return "\n".join(line for line in body.splitlines() if line.strip())
