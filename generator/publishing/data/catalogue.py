"""The catalogue: practices, results, cities, sources and audits as tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.model import SECTIONS, Audit, Library, Practice, Section, parse_quantity, plain_text
from generator.wording import certification, marked

if TYPE_CHECKING:
    import pandas as pd

LIST_SEPARATOR = "; "


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, what it holds, and how it is got from a row's subject."""

    name: str
    meaning: str
    value: Callable[[Any], Any]
    type: str = "string"
    """Type of its values in the words of Table Schema (https://specs.frictionlessdata.io/table-schema/); a `list` is
    text with `LIST_SEPARATOR` in CSV, and a list in JSON."""


@dataclass(frozen=True)
class Table:
    """A table of the catalogue: its file name, its title, what a row is, its columns, and the subjects of its rows."""

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]
    subjects: Callable[[], Iterable[Any]]
    key: tuple[str, ...] = ("id",)
    """Names of the columns that together are another value in each row."""
    links: tuple[tuple[str, str], ...] = ()
    """Columns that hold the key of another table, with the name of that."""

    @property
    def frame(self) -> "pd.DataFrame":
        """The table as a data frame: a row a subject."""
        import pandas as pd  # takes a third of a second: only who writes tables waits for it

        rows = [[column.value(subject) for column in self.columns] for subject in self.subjects()]
        frame = pd.DataFrame(rows, columns=[column.name for column in self.columns])
        return frame.astype({column.name: "Int64" for column in self.columns if column.type == "integer"})


def tables(library: Library) -> tuple[Table, ...]:
    """Return the tables of the catalogue."""
    return (
        Table(
            "practices",
            marked("Practices"),
            marked("a practice"),
            _practice_columns(library),
            lambda: library.practices,
            links=(("city", "cities"),),
        ),
        Table(
            "results",
            marked("Results"),
            marked("a result of a practice"),
            _RESULT_COLUMNS,
            lambda: (
                (practice, result, number)
                for practice in library.practices
                for number, result in enumerate(practice.results, 1)
            ),
            ("practice", "number"),
            (("practice", "practices"),),
        ),
        Table("cities", marked("Cities"), marked("a certified city"), _city_columns(library), lambda: library.cities),
        Table(
            "sources",
            marked("Sources"),
            marked("a source that a practice cites"),
            _SOURCE_COLUMNS,
            lambda: (
                (practice, key, practice.sources[key])
                for practice in library.practices
                for key in practice.citation_order
            ),
            ("practice", "key"),
            (("practice", "practices"),),
        ),
        Table(
            "audits",
            marked("Audits"),
            marked("an audit: claims held against sources"),
            _AUDIT_COLUMNS,
            lambda: library.audits,
        ),
    )


def _all(section: Section) -> Callable[[Practice], str]:
    return lambda practice: " ".join(map(plain_text, section.texts(practice)))


def _practice_columns(library: Library) -> tuple[Column, ...]:
    def city_label(practice: Practice) -> str:
        return library.city_by_id[practice.city].label

    return (
        Column("id", marked("city/name; never changes once published"), lambda one: one.id),
        Column("title", marked("what the city did"), lambda one: one.title),
        Column("summary", marked("what was done and what came of it"), lambda one: plain_text(one.summary)),
        Column("city", marked("id of the city"), lambda one: one.city),
        Column("city_name", marked("city with state or country"), city_label),
        Column("started", marked("year, or unknown"), lambda one: str(one.started)),
        Column("status", marked("ongoing, completed, discontinued or unknown"), lambda one: str(one.status)),
        Column("evidence", marked("level of evidence of the practice as a whole"), lambda one: str(one.evidence.level)),
        Column(
            "evidence_strength",
            marked("5 (randomized trial) to 1 (descriptive)"),
            lambda one: one.evidence.level.strength,
            "integer",
        ),
        Column(
            "evidence_note", marked("who measured it, how, and the limits"), lambda one: plain_text(one.evidence.note)
        ),
        Column("areas", marked("practice areas of the standard"), lambda one: list(one.areas), "list"),
        Column(
            "criteria", marked("codes of the criteria that the write-up shows"), lambda one: list(one.criteria), "list"
        ),
        Column("topics", marked("policy fields"), lambda one: list(one.topics), "list"),
        Column("methods", marked("kinds of answer"), lambda one: list(one.methods), "list"),
        Column("cost", marked("what it cost, where known"), lambda one: plain_text(one.cost) if one.cost else None),
        Column("questions", marked("what people ask when they need it"), lambda one: list(one.questions), "list"),
        *(Column(section.field, section.column, _all(section)) for section in SECTIONS if section.column),
        Column(
            "adopted_by",
            marked("governments that took it over"),
            lambda one: [a.city or a.name for a in one.adopted_by],
            "list",
        ),
        Column("unknown", marked("what no source found tells"), lambda one: list(one.unknown), "list"),
        Column("results", marked("number of results"), lambda one: len(one.results), "integer"),
        Column("sources", marked("number of sources"), lambda one: len(one.sources), "integer"),
        Column(
            "checked",
            marked("second-source, one-source, or nothing"),
            lambda one: one.checked and str(one.checked.against),
        ),
        Column("added", marked("day on which it came into the library"), lambda one: one.added, "date"),
        Column("reviewed", marked("day of the last review"), lambda one: one.reviewed, "date"),
    )


def _value(field: str) -> Callable[[Any], float | None]:
    def value(row: Any) -> float | None:
        quantity = parse_quantity(getattr(row[1], field))
        return quantity.value if quantity else None

    return value


def _text(field: str) -> Callable[[Any], str | None]:
    return lambda row: getattr(row[1], field)


_RESULT_COLUMNS = (
    Column("practice", marked("id of the practice"), lambda row: row[0].id),
    Column("number", marked("place among the results of the practice, from 1"), lambda row: row[2], "integer"),
    Column("kind", marked("comparison, change, figure, no-effect or account"), lambda row: str(row[1].kind)),
    Column("text", marked("the result in a sentence"), lambda row: plain_text(row[1].text)),
    Column("metric", marked("what is measured"), _text("metric")),
    Column("before", marked("the measure at the earlier time"), _text("before")),
    Column("after", marked("the same measure at the later time"), _text("after")),
    Column("change", marked("the change, where only that is known"), _text("change")),
    Column("treated", marked("the measure with the practice"), _text("treated")),
    Column("comparison", marked("the measure in the comparison group"), _text("comparison")),
    Column("comparison_group", marked("who or what is compared with"), _text("comparison_group")),
    Column("sample", marked("how many were measured, where known"), _text("sample")),
    Column("value", marked("a figure that stands alone"), _text("value")),
    Column("target", marked("the goal it is held against"), _text("target")),
    Column("period", marked("when it was measured"), _text("period")),
    Column("before_number", marked("before as a number, where it states just one"), _value("before"), "number"),
    Column("after_number", marked("after as a number, where it states just one"), _value("after"), "number"),
    Column("treated_number", marked("treated as a number, where it states just one"), _value("treated"), "number"),
    Column(
        "comparison_number", marked("comparison as a number, where it states just one"), _value("comparison"), "number"
    ),
    Column("evidence", marked("level of evidence of the practice as a whole"), lambda row: str(row[0].evidence.level)),
)


def _city_columns(library: Library) -> tuple[Column, ...]:
    return (
        Column("id", marked("id of the city"), lambda one: one.id),
        Column("name", marked("name"), lambda one: one.name),
        Column("state", marked("state or province, where given"), lambda one: one.state),
        Column("country", marked("ISO 3166-1 code"), lambda one: one.country),
        Column("region", marked("part of the country, or of the world, in which it lies"), lambda one: one.region),
        Column(
            "population",
            marked("number of residents"),
            lambda one: None if one.population.count == "unknown" else one.population.count,
            "integer",
        ),
        Column("population_year", marked("year of the figure, or undated"), lambda one: str(one.population.year)),
        Column("government", marked("form of government, or unknown"), lambda one: one.government.form),
        Column("latitude", marked("degrees north"), lambda one: one.location and one.location.latitude, "number"),
        Column("longitude", marked("degrees east"), lambda one: one.location and one.location.longitude, "number"),
        Column("level", marked("latest certification level known"), lambda one: str(one.certification.level)),
        Column("level_year", marked("year of that announcement, or unknown"), lambda one: str(one.certification.year)),
        Column(
            "history",
            marked("every certification step"),
            lambda one: [certification(step, library.network) for step in one.certifications],
            "list",
        ),
        Column(
            "practices",
            marked("number of practices here"),
            lambda one: len(library.practices_of_city.get(one.id, ())),
            "integer",
        ),
    )


_SOURCE_COLUMNS = (
    Column("practice", marked("id of the practice that cites it"), lambda row: row[0].id),
    Column("key", marked("the source's key in the write-up"), lambda row: row[1]),
    Column("title", marked("title of the publication"), lambda row: row[2].title),
    Column("publisher", marked("who published it"), lambda row: row[2].publisher),
    Column("url", marked("where it can be read"), lambda row: row[2].url),
    Column("date", marked("date of publication as far as known"), lambda row: row[2].date),
)


def _end(number: int) -> Callable[[Audit], float | None]:
    return lambda audit: None if audit.interval is None else round(audit.interval[number], 4)


_AUDIT_COLUMNS = (
    Column("id", marked("id of the audit"), lambda one: one.id),
    Column("date", marked("day on which it was finished"), lambda one: one.date, "date"),
    Column("by", marked("who, by role"), lambda one: one.by),
    Column("drawn", marked("by-lot, or doubtful-first; the two are not one series"), lambda one: str(one.drawn)),
    Column("how", marked("what was drawn, how, and held against what"), lambda one: one.how),
    Column("write_ups", marked("number of write-ups"), lambda one: one.write_ups, "integer"),
    Column("judged", marked("claims that could be judged"), lambda one: one.judged, "integer"),
    Column("contradicted", marked("of these, how many a source contradicts"), lambda one: one.contradicted, "integer"),
    Column(
        "disagree",
        marked("of these, how many sources disagree on in silence, where counted"),
        lambda one: one.disagree,
        "integer",
    ),
    Column(
        "not_visible",
        marked("claims drawn that could not be judged, where counted"),
        lambda one: one.not_visible,
        "integer",
    ),
    Column(
        "upheld",
        marked("of the contradicted, how many most of several judges call so, where some judged again"),
        lambda one: one.upheld,
        "integer",
    ),
    Column(
        "approximate", marked("whether the counts are about right, not exact"), lambda one: one.approximate, "boolean"
    ),
    Column("rate", marked("contradicted share of the judged, 0 to 1"), lambda one: round(one.rate, 4), "number"),
    Column("rate_low", marked("lower end of its 95% interval (Wilson), for claims drawn by lot"), _end(0), "number"),
    Column("rate_high", marked("upper end of that interval"), _end(1), "number"),
    Column("then", marked("what was done about it"), lambda one: one.then),
)
