"""The words of a self-assessment: why a gap stands where it does, and where the city stands."""

from generator.linking import why_readiness as why
from generator.model import Answer
from generator.wording.language import Language, marked
from generator.wording.reasons import say, worded


@worded.register
def _is_mandatory(_reason: why.IsMandatory, _: Language) -> str:
    return _("Mandatory: no city is certified without it")


@worded.register
def _others_rest_on_it(reason: why.OthersRestOnIt, _: Language) -> str:
    named = list(reason.codes)
    if reason.more:
        named.append(_("%(count)s more", count=_.number(reason.more)))
    return _.many("%(names)s rests on it", "%(names)s rest on it", len(named), names=_.listed(named))


@worded.register
def _shown_by(reason: why.ShownBy, _: Language) -> str:
    if reason.like_yours:
        return _.many("Shown by %(count)s city like yours", "Shown by %(count)s cities like yours", reason.cities)
    return _.many("Shown by %(count)s city", "Shown by %(count)s cities", reason.cities)


_ANSWERED = {
    Answer.YES: marked("You answered yes"),
    Answer.PARTLY: marked("You answered partly"),
    Answer.NO: marked("You answered no"),
    Answer.NOT_SURE: marked("You answered not sure"),
}


@worded.register
def _answered(reason: why.Answered, _: Language) -> str:
    return _(_ANSWERED[reason.answer])


_NONE_SHOWS = {
    (False, False): marked("No write-up shows this criterion or its practice area yet"),
    (False, True): marked("No write-up shows this criterion yet; these are from the same practice area"),
    (True, False): marked("No write-up of another city shows this criterion or its practice area yet"),
    (True, True): marked("No write-up of another city shows this criterion yet; these are from the same practice area"),
}


@worded.register
def _none_shows_it(reason: why.NoneShowsIt, _: Language) -> str:
    return _(_NONE_SHOWS[reason.own_does, reason.are_from_area])


def _share(percent: str, _: Language) -> str:
    return _.number(float(percent), 1 if "." in percent else 0)


def _tier(share: why.Share, _: Language) -> str:
    return f"{_.named(share.level.name)} ({share.least}–{share.most}%)"


@worded.register
def _band(reason: why.Band, _: Language) -> str:
    tier = _tier(reason.share, _)
    if reason.above:
        return _("between the bands published for %(tier)s and %(above)s", tier=tier, above=_tier(reason.above, _))
    if reason.is_below:
        return _("below the band published for %(tier)s", tier=tier)
    return _("in the band published for %(tier)s", tier=tier)


@worded.register
def _yes_count(reason: why.YesCount, _: Language) -> str:
    return _(
        "You answered yes to %(met)s of %(total)s (%(percent)s%%). That is %(band)s.",
        met=reason.met,
        total=reason.total,
        percent=_share(reason.percent, _),
        band=say(reason.band, _),
    )


@worded.register
def _mandatory_missing(reason: why.MandatoryMissing, _: Language) -> str:
    return _.many(
        "Not certified without %(codes)s, whatever the share: it is mandatory and not answered yes.",
        "Not certified without %(codes)s, whatever the share: they are mandatory and not answered yes.",
        len(reason.codes),
        codes=_.listed(reason.codes),
    )


@worded.register
def _with_partly(reason: why.WithPartly, _: Language) -> str:
    return _(
        "With the %(partly)s answered partly it would be %(met)s of %(total)s (%(percent)s%%), %(band)s.",
        partly=reason.partly,
        met=reason.met,
        total=reason.total,
        percent=_share(reason.percent, _),
        band=say(reason.band, _),
    )


@worded.register
def _next_level(reason: why.NextLevel, _: Language) -> str:
    return _(
        "%(level)s begins at %(count)s: %(missing)s more to go.",
        level=_.named(reason.level.name),
        count=reason.begins_at,
        missing=reason.missing,
    )


@worded.register
def _not_answered(reason: why.NotAnswered, _: Language) -> str:
    return _("Not answered yet, and counted as not met: %(count)s.", count=reason.count)
