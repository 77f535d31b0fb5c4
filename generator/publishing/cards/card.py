"""What the card of a shared link says: a practice with the figure that matters, a city, a topic, the site itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import City, Library, Practice, Topic, plain_text
from generator.publishing.guides.letters import printable
from generator.publishing.tiles import tile_of
from generator.wording import ENGLISH, Language, certification, counted, people

SITE = "cards/site.png"
"""The card of every page that has none of its own."""


@dataclass(frozen=True)
class Card:
    """A card before it is drawn. Texts are plain; an empty one is left out."""

    path: str
    """Where the picture stands below the site's root."""
    head: str
    title: str
    figure: str
    """The figure that matters, and `against`: what it was held against."""
    against: str
    metric: str
    """What is measured, with the group or the period; without a figure, a sentence."""
    strength: int
    """Steps of the evidence meter, 0 for none."""
    evidence: str
    """The level of evidence, or what is counted."""
    foot: str
    language: str

    @property
    def content(self) -> str:
        """All that the template is given, as JSON, in letters that the fonts have."""
        given = {
            key: printable(value) if isinstance(value, str) else value
            for key, value in vars(self).items()
            if key != "path"
        }
        return json.dumps(given, ensure_ascii=False, sort_keys=True)

    @property
    def said(self) -> str:
        """What the picture shows, for those who do not see it."""
        figure = " ".join(filter(None, (self.figure, self.against)))
        held = ": ".join(filter(None, (figure, self.metric)))
        return ". ".join(filter(None, (self.title, held, self.evidence, self.foot)))


def card_path(subject: Practice | City | Topic) -> str:
    """Return where the card of a thing stands below the site's root."""
    match subject:
        case Practice():
            return f"cards/practices/{subject.id}.png"
        case City():
            return f"cards/cities/{subject.id}.png"
        case Topic():
            return f"cards/topics/{subject.id}.png"


def cards_of(library: Library, _: Language = ENGLISH) -> Iterator[Card]:
    """Yield the card of the site, and one for each practice, city and topic."""
    yield Card(
        SITE,
        "",
        _("What did a city like yours do about it, and did it work?"),
        "",
        "",
        _("Every statement has its source, and every result says how well it was measured."),
        0,
        counted(len(library.practices), "practice", _),
        counted(len(library.cities), "certified city", _),
        _.code,
    )
    for practice in library.practices:
        yield _of_practice(practice, library, _)
    for city in library.cities:
        count = len(library.practices_of_city.get(city.id, ()))
        yield Card(
            card_path(city),
            certification(city.certification, library.network, _),
            city.label,
            "",
            "",
            _("What it did that is written up, how well it was measured, and which certified cities are like it."),
            0,
            counted(count, "practice", _),
            people(city, _),
            _.code,
        )
    for topic in library.topics:
        practices = library.practices_by_topic.get(topic.id, ())
        cities = len({practice.city for practice in practices})
        yield Card(
            card_path(topic),
            _("Topic"),
            topic.name,
            "",
            "",
            plain_text(topic.description),
            0,
            counted(len(practices), "practice", _),
            counted(cities, "certified city", _),
            _.code,
        )


def _of_practice(practice: Practice, library: Library, _: Language) -> Card:
    city = library.city_by_id[practice.city]
    first = next(iter(practice.measured_results), None)
    tile = tile_of(first, _) if first else None
    about = " · ".join(filter(None, (first.metric, tile.basis))) if first and tile else ""
    return Card(
        card_path(practice),
        library.topic_by_id[practice.topics[0]].name,
        practice.title,
        tile.figure if tile else "",
        tile.against if tile else "",
        about or _("No source that we found reports a figure."),
        practice.evidence.level.strength,
        _(practice.evidence.level.label),
        f"{city.label} · {certification(city.certification, library.network, _)}",
        _.code,
    )
