"""What assistants ask and the library answers: records in which no result stands without its strength."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import NoReturn

from generator.finding import Finder
from generator.linking import Links, NodeKind, Place, Tag, advise, alike, link, peers_of, places, plan, standing
from generator.linking.why import Reason
from generator.model import Answer, Assessment, CriterionAnswer, Library
from generator.publishing.records import DATA_NOTE, Brief, briefs_of, criterion_record, practice_record
from generator.publishing.records.values import Record, url
from generator.reading import nearest, shown
from generator.said import said, with_way_out
from generator.wording import ENGLISH, Language, certification, in_language, say

WARMING = "a question of some words"
"""Asked once before anybody else asks: with the first question, the search loads what it keeps."""


class NotKnownError(Exception):
    """The library does not hold what was named; the message says so and names the nearest."""


class Answers:
    """A library that is ready to answer. It belongs to the thread that made it, as the search in it does.

    Links take longest to find, and only few answers need them: another thread finds them, once the search is ready.

    Every method returns a JSON-able record and raises `NotKnownError` where it does not know a name.
    """

    def __init__(self, library: Library, address: str, folder: str = "", language: Language = ENGLISH) -> None:
        """Make a library ready; what is told of it is in the language that it has a translation into in the folder."""
        told = in_language(library, folder, language) if folder else (library, language)
        self.address, (self.library, self.language) = address, told
        self.finder = Finder(library)
        self.finder.search(WARMING)
        self._id_of = {name: one.id for one in library.practices for name in (*one.aliases, one.id)}
        self._place_by_id = {place.id: place for place in places(library)}
        self._links = ThreadPoolExecutor(1, "links").submit(link, library)

    @property
    def links(self) -> Links:
        """The links of the library, once they are found."""
        return self._links.result()

    def search(self, question: str, most: int) -> Record:
        """What answers a question, best first, and what in it was understood otherwise."""
        found = self.finder.search(question)
        return self._told(
            question=question,
            nothing_answers=self.language.either(found.nothing) if found.nothing else None,
            practices=[
                {**self._brief(hit.practice), "answers": self.language.named(hit.answers), "holds": list(hit.holds)}
                for hit in found.practices[:most]
            ],
            taken_for=dict(found.corrections),
            unknown_words=list(found.unknown),
            also={kind: list(names[:most]) for kind, names in found.others.items() if names},
        )

    def practice(self, identity: str) -> Record:
        """A whole write-up."""
        practice = self.library.practice_by_id[self._practice(identity)]
        return practice_record(practice, self.library, self.links, self._brief_of, self.language)

    def related(self, identity: str, most: int) -> Record:
        """Practices like one."""
        known = self._practice(identity)
        return self._told(
            practice=self._brief(known),
            related=[
                {**self._brief(one.practice), "reasons": self._said(one.reasons), "differs": self._said(one.differs)}
                for one in self.links.neighbours[known][:most]
            ],
        )

    def peers(self, city: str, most: int) -> Record:
        """Certified cities like one."""
        place = self._place(city)
        certified = place.id in self.library.city_by_id
        found = peers_of(self.library, place.id) if certified else tuple(alike(place, self.library).values())
        peers = []
        for peer in found[:most]:
            other = self.library.city_by_id[peer.city]
            level = certification(other.certification, self.library.network, self.language)
            practices = len(self.library.practices_of_city.get(other.id, ()))
            named = {"id": other.id, "name": other.label, "url": url(other, self.address), "certification": level}
            peers.append({**named, "practices": practices, "reasons": self._said(peer.reasons)})
        return self._told(city={"id": place.id, "name": place.label}, peers=peers)

    def recommend(self, city: str, topics: Sequence[str], criteria: Sequence[str], most: int) -> Record:
        """Practices that a city might look at first."""
        place = self._place(city)
        asked = {self._tag(NodeKind.TOPIC, one) for one in topics}
        asked |= {self._tag(NodeKind.CRITERION, one.upper()) for one in criteria}
        found = advise(self.library, place, asked)[:most]
        return self._told(
            city={"id": place.id, "name": place.label},
            practices=[{**self._brief(one.practice), "reasons": self._said(one.reasons)} for one in found],
        )

    def criterion(self, code: str) -> Record:
        """A criterion of the standard."""
        known = self.library.criterion_by_code[self._tag(NodeKind.CRITERION, code.upper()).id]
        return criterion_record(known, self.library, self._brief_of, self.address, self.language)

    def readiness_plan(self, answers: Mapping[str, str], city: str | None) -> Record:
        """The gaps of a self-assessment in the order in which to close them."""
        place = self._place(city) if city else None
        given = {
            self._tag(NodeKind.CRITERION, code.upper()).id: CriterionAnswer(answer=Answer(answer))
            for code, answer in answers.items()
        }
        assessment = Assessment(format="peerbook-self-assessment", version=1, answers=given)
        stands = standing(assessment, self.library)
        steps = [
            {
                "criterion": step.criterion,
                "name": self.library.criterion_by_code[step.criterion].name,
                "url": url(self.library.criterion_by_code[step.criterion], self.address),
                "answer": str(step.answer),
                "reasons": self._said(step.reasons),
                "practices": [
                    {**self._brief(one.practice), "reasons": self._said(one.reasons)} for one in step.practices
                ],
                "remark": say(step.note, self.language) if step.note else None,
            }
            for step in plan(assessment, place, self.library)
        ]
        return self._told(
            city={"id": place.id, "name": place.label} if place else None,
            answered=len(given),
            of=len(self.library.standard.criteria),
            mandatory_not_met=list(stands.mandatory_not_met),
            steps=steps,
            official=self.language("Nothing in a self-assessment is official."),
        )

    @cached_property
    def _brief_of(self) -> Brief:
        return briefs_of(self.library, self.address, self.language)

    @cached_property
    def _known(self) -> Mapping[NodeKind, Mapping[str, object]]:
        return {NodeKind.TOPIC: self.library.topic_by_id, NodeKind.CRITERION: self.library.criterion_by_code}

    def _practice(self, identity: str) -> str:
        return self._id_of.get(identity) or _unknown(said("practice"), identity, self._id_of)

    def _place(self, identity: str) -> Place:
        return self._place_by_id.get(identity) or _unknown(said("city"), identity, self._place_by_id)

    def _tag(self, kind: NodeKind, identity: str) -> Tag:
        if identity not in self._known[kind]:
            _unknown(_KINDS[kind], identity, self._known[kind])
        return Tag(kind, identity)

    def _brief(self, practice: str) -> Record:
        return self._brief_of(self.library.practice_by_id[practice])

    def _said(self, reasons: Iterable[Reason]) -> list[str]:
        return [say(reason, self.language) for reason in reasons]

    def _told(self, **parts: object) -> Record:
        return {**parts, "note": self.language(DATA_NOTE), "license": "CC BY 4.0"}


_KINDS = {NodeKind.TOPIC: said("topic"), NodeKind.CRITERION: said("criterion")}


def _unknown(kind: str, identity: str, among: Iterable[str]) -> NoReturn:
    wrong = said("there is no %(kind)s %(name)s", kind=kind, name=shown(identity))
    raise NotKnownError(with_way_out(wrong, nearest(identity[:100], list(among))))
