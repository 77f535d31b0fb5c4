"""The words of every reason. What it is made of, `generator.linking.why` says; how it is said stands here only."""

from functools import singledispatch

from generator.language.forms import singular
from generator.language.names import inside
from generator.linking import why
from generator.wording.language import ENGLISH, Language, marked


@singledispatch
def worded(reason: object, _: Language) -> str:
    """Return the words of a reason. Each kind registers its own; `readiness` holds those of a self-assessment."""
    raise TypeError(f"there are no words for {type(reason).__name__}")


def say(reason: why.Reason, _: Language = ENGLISH) -> str:
    """Return a reason as a line of its own."""
    return worded(reason, _)


def say_short(reason: why.CityLikeness, _: Language = ENGLISH) -> str:
    """Return why two cities are alike in two or three words, for the inside of a sentence: "like size"."""
    match reason:
        case why.LikePopulation(is_close=True):
            return _("like size")
        case why.LikePopulation():
            return _("sizes not far apart")
        case why.SamePlace(nearness=nearness, territory=territory):
            return _(_SHORT_PLACES[nearness], territory=_.named(territory))
        case why.SameGovernment(form=form):
            return _("both %(form)s", form=_(_GOVERNMENTS.get(form, form)))
        case why.SameLevel(level=level):
            return _("both %(level)s", level=_.named(level.name).lower())
    return _("like work")


_GOVERNMENTS = {
    "mayor-council": marked("mayor-council"),
    "council-manager": marked("council-manager"),
    "commission": marked("commission"),
}
"""Forms of government as they stand after "both"."""
_SHORT_PLACES = {
    why.Nearness.PART: marked("same part of %(territory)s"),
    why.Nearness.REGION: marked("same region"),
    why.Nearness.COUNTRY: marked("same country"),
}


def _names(names: tuple[str, ...], _: Language) -> str:
    return _.listed([inside(_.named(name)) for name in names])


# Practices -------------------------------------------------------------------------------------------------------


@worded.register
def _subject(reason: why.SharedSubject, _: Language) -> str:
    topics, methods = _names(reason.topics, _), _names(reason.methods, _)
    if not reason.topics:
        return _("Same kind of answer in another field: %(methods)s", methods=methods)
    if not reason.methods:
        return _("Also about %(topics)s", topics=topics)
    return _("Also about %(topics)s, with the same kind of answer: %(methods)s", topics=topics, methods=methods)


@worded.register
def _criterion(reason: why.SharedCriterion, _: Language) -> str:
    return _("Also shows %(criterion)s", criterion=_.named(reason.name))


@worded.register
def _area(reason: why.SharedArea, _: Language) -> str:
    return _("Same practice area: %(areas)s", areas=inside(_.named(reason.name)))


@worded.register
def _words(reason: why.SharedWords, _: Language) -> str:
    words = list(dict.fromkeys(filter(None, (_word(word, _) for word in reason.words))))
    if not words:
        return _("Both use many of the same words")
    return _("Both deal with %(words)s", words=_.listed(words))


def _word(word: str, _: Language) -> str:
    """A word that two write-ups share, in the language; a name stays, what has no word there is left out."""
    known = next((one for one in (word, singular(word)) if one in _.texts), word)
    return _.named(known) if known in _.texts or not _.texts or not word.islower() else ""


@worded.register
def _meaning(_reason: why.SharedMeaning, _: Language) -> str:
    return _("About like things in other words")


@worded.register
def _like_size(reason: why.CitiesOfLikeSize, _: Language) -> str:
    return _(
        "Cities of like size: %(smaller)s and %(larger)s people",
        smaller=_.people(reason.smaller),
        larger=_.people(reason.larger),
    )


@worded.register
def _question(reason: why.AskedQuestion, _: Language) -> str:
    if reason.is_sentence:
        return _("Answers “%(question)s”", question=_.named(reason.text))
    return _("On “%(question)s”", question=_.named(reason.text))


@worded.register
def _other_evidence(reason: why.OtherEvidence, _: Language) -> str:
    level = inside(_(reason.level.label))
    if reason.is_stronger:
        return _("Stronger evidence: %(level)s", level=level)
    return _("Weaker evidence: %(level)s", level=level)


@worded.register
def _other_size(reason: why.OtherSize, _: Language) -> str:
    theirs, own = _.people(reason.theirs), _.people(reason.own)
    if reason.theirs > reason.own:
        return _("Bigger city: %(theirs)s people against %(own)s", theirs=theirs, own=own)
    return _("Smaller city: %(theirs)s people against %(own)s", theirs=theirs, own=own)


@worded.register
def _other_country(reason: why.OtherCountry, _: Language) -> str:
    return _("Other country: %(country)s", country=_.country(reason.country))


@worded.register
def _cost_is_known(reason: why.CostIsKnown, _: Language) -> str:
    return _("Cost known: %(cost)s", cost=_.named(reason.cost))


@worded.register
def _other_cost(reason: why.OtherCost, _: Language) -> str:
    if reason.is_cheaper:
        return _("Cheaper: %(theirs)s, against %(own)s", theirs=_.named(reason.theirs), own=_.named(reason.own))
    return _("More expensive: %(theirs)s, against %(own)s", theirs=_.named(reason.theirs), own=_.named(reason.own))


@worded.register
def _other_start(reason: why.OtherStart, _: Language) -> str:
    count = abs(reason.years)
    if reason.years > 0:
        return _.many(
            "Started %(count)s year later, in %(year)s",
            "Started %(count)s years later, in %(year)s",
            count,
            year=reason.began,
        )
    return _.many(
        "Started %(count)s year earlier, in %(year)s",
        "Started %(count)s years earlier, in %(year)s",
        count,
        year=reason.began,
    )


# Cities ----------------------------------------------------------------------------------------------------------


@worded.register
def _like_population(reason: why.LikePopulation, _: Language) -> str:
    smaller, larger = _.people(reason.smaller), _.people(reason.larger)
    if reason.is_close:
        return _("Like size (%(smaller)s against %(larger)s people)", smaller=smaller, larger=larger)
    return _("Sizes not far apart (%(smaller)s against %(larger)s people)", smaller=smaller, larger=larger)


@worded.register
def _same_place(reason: why.SamePlace, _: Language) -> str:
    match reason.nearness:
        case why.Nearness.PART:
            territory, region = _.named(reason.territory), _.named(reason.name)
            return _("Same part of %(territory)s (%(region)s)", territory=territory, region=region)
        case why.Nearness.REGION:
            return _("Same country and region (%(region)s)", region=_.named(reason.name))
    return _("Same country (%(country)s)", country=_.country(reason.name))


@worded.register
def _same_government(reason: why.SameGovernment, _: Language) -> str:
    return _("Both %(form)s", form=_(_GOVERNMENTS.get(reason.form, reason.form)))


@worded.register
def _same_level(reason: why.SameLevel, _: Language) -> str:
    return _("Both %(level)s", level=_.named(reason.level.name).lower())


_WORK = {
    "topic": marked("Both work on %(names)s"),
    "method": marked("Same kind of answer: %(names)s"),
    "area": marked("Same practice area: %(names)s"),
}


@worded.register
def _same_work(reason: why.SameWork, _: Language) -> str:
    return _(_WORK[reason.kind], names=_names(reason.names, _))


@worded.register
def _peer_has_field(reason: why.PeerHasField, _: Language) -> str:
    return _(
        "%(peer)s (a peer: %(because)s) · %(field)s, on which %(city)s has no write-up here",
        peer=_.named(reason.peer),
        because=say_short(reason.because, _),
        field=inside(_.named(reason.field)),
        city=_.named(reason.city),
    )


# Advice ----------------------------------------------------------------------------------------------------------


@worded.register
def _on_what_was_asked(reason: why.OnWhatWasAsked, _: Language) -> str:
    return _("On %(names)s", names=_names(reason.names, _))


@worded.register
def _from_like_city(reason: why.FromLikeCity, _: Language) -> str:
    if not reason.is_close:
        return f"{_.named(reason.city)}: {say_short(reason.because, _)}"
    match reason.because:
        case why.LikePopulation(smaller=smaller, larger=larger):
            parts = {"city": _.named(reason.city), "smaller": _.people(smaller), "larger": _.people(larger)}
            if reason.because.is_close:
                return _("%(city)s is a city like yours: like size (%(smaller)s against %(larger)s people)", **parts)
            return _(
                "%(city)s is a city like yours: sizes not far apart (%(smaller)s against %(larger)s people)", **parts
            )
        case why.SamePlace(nearness=why.Nearness.PART, name=name, territory=territory):
            message = marked("%(city)s is a city like yours: same part of %(territory)s (%(place)s)")
            return _(message, city=_.named(reason.city), territory=_.named(territory), place=_.named(name))
        case why.SamePlace(nearness=why.Nearness.REGION, name=name):
            message = marked("%(city)s is a city like yours: same country and region (%(place)s)")
            return _(message, city=_.named(reason.city), place=_.named(name))
        case why.SamePlace(name=name):
            message = marked("%(city)s is a city like yours: same country (%(place)s)")
            return _(message, city=_.named(reason.city), place=_.country(name))
    return _(
        "%(city)s is a city like yours: %(because)s", city=_.named(reason.city), because=say_short(reason.because, _)
    )


@worded.register
def _measured(reason: why.Measured, _: Language) -> str:
    level = inside(_(reason.level.label))
    if reason.is_strong:
        return _("Strong evidence: %(level)s", level=level)
    return _("Evidence: %(level)s", level=level)
