"""Dates as a text mentions them, found only where it has a word of one."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.date_words import FULL_MONTHS, MONTH_NAMES
from cliffhanger.domain.dates import PartialDate, Toward, find_dates, parse
from cliffhanger.domain.errors import BadDateError
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.mentions import DateMention
from cliffhanger.reader.seasons import CARDINALS
from cliffhanger.reader.sieves import OfWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANY_MONTH = "|".join(MONTH_NAMES)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What a day or a month right before it is the date of.
_AIRING = (
    r"(?:premiere|return|debut|launch|release|bow|finale|start|opener|opening|closer|ender|farewell|comeback|rollout|kick-?off"
    r"|arrival|berth|slot)"
)
_DATED_NOUN = Hinted(
    rf"\b((?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:{_ANY_MONTH})\.?\s+\d{{1,2}}\b(?:,\s+\d{{4}},?)?|{_ANY_MONTH}|Spring"
    r"|Summer|Fall|Autumn|Winter|Christmas\s+Day|Halloween|Valentine['\u2019]s\s+Day|New\s+Year['\u2019]s\s+(?:Day|Eve)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=['\u2019]s\s))(?:\s+\d{4})?|(?:(?:early|mid|late)[\s-])?20[0-3]\d)"
    rf"(?:['\u2019]s)?\s+(?:(?:season|series)\s+)?{_AIRING}\b(?!\s+dates\b)",
    re.IGNORECASE,
)
# "Sunday's 12th-season finale", "yesterday's opener", "Sunday night's premiere".
_DAY_OF = Hinted(
    rf"\b({_WEEKDAY}|yesterday|today|tonight|tomorrow)(?:\s+night)?['\u2019]s\s+(?:[\w-]+\s+){{0,2}}?(?:[\"'\u2018\u201c][^\"\u201c\u201d\n]{{1,40}}[\"'\u2019\u201d]\s+)?(?:{_AIRING}|(?:last|final|closing)\s+(?:episode|hour|instal+ment|chapter))\b"
    rf"|(?:^|[.:;]\s+|\n)({_WEEKDAY})(?=(?:\s+night)?\s+(?:brings|sees|marks|features|saw|brought|marked|featured)\s)",
    re.IGNORECASE,
)
# Without one of these a sentence holds no date.
_DATED = OfWords(
    r"\b(?:1[89]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
    r"|[Ss]pring|[Ss]ummer|[Ff]all"
    r"|[Aa]utumn|[Ww]inter|[Tt]oday|[Tt]onight|[Nn]ight|[Tt]omorrow|[Yy]esterday|[Ww]eek|[Mm]onth|[Yy]ear|[Qq]uarter|Christmas|Halloween|Valentine|JANUARY"
    r"|FEBRUARY|MARCH|APRIL|JUNE|JULY"
    r"|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|SPRING|SUMMER|FALL|TONIGHT)\b"
)
# Headlines write these with capitals.
_RAISED = ("This", "Next", "Last", "Tomorrow", "Tonight")
_RELATIVE = re.compile(
    r"\b(?:This|Next|Last)\s+(?:Week|Month|Year|Spring|Summer|Fall|Autumn|Winter)\b|\b(?:Tomorrow|Tonight)\b"
)
# "Arrives Friday", "begins its second season Friday", "renewed the series Friday": there a weekday needs no "on".
_BARE_DAY = Hinted(
    r"\b(?:(?:premier|debut|return|arriv|launch|air|dropp?|begin|start|open|land|stream|bow|end|conclud|wrap|renew|order|cancel|cancell|announc|confirm)"
    r"(?:s|es|ed|ing)?|picked\s+up|back|(?:[Ss]eries|[Ss]eason)\s+[Ff]inale|[Aa]irs|[Rr]eturns|[Pp]remieres|[Dd]ebuts|[Ss]tarts|[Bb]egins)\s+(?:(?:its|the|an?|it)\s+(?:[\w-]+\s+){0,3}?|it\s+)?"
    r"(?:(?:on|to)\s+(?:[A-Z][\w+&]*\s+){1,3})?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|tomorrow)(?=[\s.,;:!)]|$)(?!\s+(?:night\s+)?[A-Z])"
)
# "Left the air Wednesday", "finished filming today": agencies write a day so, wherever it stands.
_LOOSE_DAY = re.compile(
    rf"\b(?P<before>[a-z]+|(?:on|to|in|for)(?:\s+[A-Z][\w+&]*){{1,3}}(?=\s+[A-Z])|in(?:\s+[A-Z][\w+&]*){{1,3}})\s+(?P<day>{_WEEKDAY}|today|tomorrow)(?=\s*(?:$|[.,;:!)\u2014\u2013])"
    r"|\s+(?:night|morning|evening|afternoon|on|at|in|with|to|from|for|after|before|as|by|that|when|but|via|because)\b|(?<=today)\s+and\b)"
    r"(?!\s+(?:night|morning|evening|afternoon)\s+(?:[A-Z]|slot|berth|line-?up|block|hour|show|game))"
)
# Behind these a weekday is any of them, and "today" no day.
_ANY_DAY = frozenset(
    """
    a an the its their his her my our every each of and or to than one usual regular new same special for most that
    another any no all some through until till since by is are was still even here remains now
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
# "Pushed to 2026": behind such a verb a year needs no "in".
_BARE_YEAR = Hinted(
    r"\b(?:(?:pushed|moved|delayed|bumped|postponed|shifted|slip(?:s|ped))(?:\s+back)?\s+(?:to|until|into)|[Tt]arget(?:s|ing)|[Ee]ye(?:s|ing)|[Ww]aits\s+[Uu]ntil)\s+(20\d\d)(?=[\s.,;:!)]|$)(?!\s+(?:episodes|seasons))"
)
# "Dates S for August", "is on track for April": behind such a verb a month needs no "in".
_BARE_MONTH = Hinted(
    r"\b(?:[Dd]ates?|[Dd]ated|[Ss]ets?|[Ss]lated|[Ss]chedul(?:es|ed|ing)|[Ss]lott?(?:s|ed)|plan(?:s|ned)|fixed|booked|pencill?ed|pencils|targeted|track|down|due|earmark(?:s|ed)|lined\s+up|on\s+tap|reserved|hold(?:s|ing)|held|sav(?:es|ed|ing)"
    rf"|aim(?:s|ed|ing)|confirmed|announced)\b[^.;:]{{0,60}}?\bfor\s+({_ANY_MONTH}|spring|summer|fall|autumn|winter)"
    r"(?=\s*(?:$|[.,;)]|(?:on|and|but|at)\s))"
)
_NIGHT = re.compile(r"\b[Ll]ast\s+[Nn]ight\b(?!['\u2019])")
_VERB = re.compile(r"(?:end|start)\s+(?:in\s+|(?=(?:next|this|last)\b))", re.IGNORECASE)
# "Follows the same night", "returned a week later": told from the day named before.
_FROM_BEFORE = Hinted(
    r"(?:\b(?:the|that|this)\s+(?:very\s+)?(?P<same>same)\s+(?:day|night|evening|date)\b(?!\s+(?:as|that|of|and)\b)"
    r"|\bthe\s+(?P<next>next|following)\s+(?P<after>day|night|evening|week|month|year)\b"
    r"|\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>day|night|week|month|year)s?\s+later\b(?!\s+than)"
    r"|\b(?P<before>an?|one|two|three|four|five|six)\s+(?P<back>day|night|week)s?\s+earlier\b(?!\s+than)"
    r"|\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?:that|the\s+same)\s+month\b"
    r"|(?:(?<=\bon\s)|(?<=\bfrom\s)|(?<=\bdate\sis\s))the\s+(?P<ordinal>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:$|[.,;)]))"
    rf"|\b(?:that|the\s+(?:following|next))\s+(?P<named>{_ANY_MONTH})\b(?!\s+\d)"
    r"|\blater\s+(?:that|the\s+same)\s+(?P<rest>month|year)\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?:after|before)\b", re.IGNORECASE)
_DAY_BEHIND = re.compile(r"[a-z]\.?\s+\d{1,2}\b")
# "Streams the next day": so does each episode.
_STREAMS = re.compile(r"\b(?:streams?|streaming|available)\s$")
_WITH_YEAR = re.compile(r"\b\d{4}\b")
_A_MONTH = 31
_DAYS = {"day": 1, "night": 1, "evening": 1, "week": 7}
# Letters into a stretch at which a capital is no longer its first: "Chicago P.D. A day later" is two sentences.
_OPENING = 3
_MOST_WORDS = 100


def words_in(text: str) -> list[str]:
    """Return stretches of which each sentence that holds a date has one; so many that none is worth asking for."""
    found = _DATED.those_in(text)
    return found if len(found) <= _MOST_WORDS else [""]


def find(text: str, start: int, end: int, published: date | None) -> list[DateMention]:
    """Return the dates of a stretch of text.

    Args:
        text: the text.
        start: offset of the stretch's first character.
        end: offset behind its last.
        published: the day from which relative dates count, or None.
    """
    words = text[start:end]
    if not _DATED.is_in(words):
        return []
    plain = _RELATIVE.sub(lambda m: m.group().lower(), words) if any(map(words.__contains__, _RAISED)) else words
    nouns = [*_dated_nouns(words, start, published)]
    found = [DateMention(start + a, start + b, when) for a, b, when in find_dates(plain, published)]
    return [
        *(_without_verb(m, published) for m in found if not any(_only_bounds(m, noun) for noun in nouns)),
        *nouns,
        *(m for m in _bare_days(words, start, published) if not any(_holds(other, m) for other in found)),
        *(_nights(words, start, published) if "ight" in words else ()),
    ]


def _holds(one: DateMention, other: DateMention) -> bool:
    """Whether a day stands within the words of another date: the "Monday" of "last Monday"."""
    return one.start <= other.start and other.end <= one.end


def _only_bounds(mention: DateMention, noun: DateMention) -> bool:
    """Whether words before a day measure from what happens on it: "a day after the May 10 finale"."""
    bounds = _BOUND.match(mention.date.wording) is not None
    return bounds and mention.start < noun.start and mention.end == noun.end


def from_before(
    text: str, start: int, end: int, dates: Sequence[DateMention], before: PartialDate | None
) -> list[DateMention]:
    """Return the dates that a stretch tells from the day, month or year named before: "a week later".

    Args:
        text: the text.
        start: offset of the stretch's first character.
        end: offset behind its last.
        dates: the dates that the stretch names itself, in order.
        before: the last one that its paragraph has named before, or None.
    """
    found: list[DateMention] = []
    stretch = text[start:end]
    for m in _FROM_BEFORE.finditer(stretch):
        if _STREAMS.search(stretch, 0, m.start()):
            continue
        place = (start + m.start(), start + m.end())
        earlier = [d.date for d in dates if d.end <= place[0]]
        if m["named"]:
            # "In 2023 it ordered more on Feb. 15, while the first ones, launched that January, ran".
            earlier = [d for d in earlier if _WITH_YEAR.search(d.wording)] or earlier
        base = earlier[-1] if earlier else before
        opens_within = m.group()[0].isupper() and m.start() > _OPENING
        if base is None or opens_within or any(d.start < place[1] and place[0] < d.end for d in dates):
            continue
        when = None if base.open_start or base.open_end else _moved(base, m)
        if when is not None:
            found.append(DateMention(*place, replace(when, wording=m.group())))
    return found


def _moved(base: PartialDate, m: re.Match[str]) -> PartialDate | None:
    """Return the interval that words tell from another one, or None where that one is too vague for them."""
    if m["rest"]:
        return _rest(base, whole_year=m["rest"].casefold() == "year")
    if m["named"]:
        return _named_month(base, m["named"])
    if m["day"] or m["ordinal"]:
        return _day_of(base, int(m["day"] or m["ordinal"]))
    unit = (m["after"] or m["unit"] or m["back"] or "day").casefold()
    count = m["count"] or m["before"]
    steps = 0 if m["same"] else (CARDINALS.get(count.casefold(), 1) if count else 1)
    return _stepped(base, unit, -steps if m["before"] else steps)


def _stepped(base: PartialDate, unit: str, steps: int) -> PartialDate | None:
    """Return the day, the month or the year so many steps from another one."""
    if unit in _DAYS:
        moved = timedelta(days=steps * _DAYS[unit])
        return PartialDate(base.first + moved, base.last + moved) if base.days == 1 else None
    if unit == "month":
        if base.first.replace(day=1) != base.last.replace(day=1):
            return None
        return PartialDate(_month(base.first, steps), _month(base.first, steps + 1) - timedelta(days=1))
    year = base.first.year + steps
    return PartialDate(date(year, 1, 1), date(year, 12, 31)) if base.first.year == base.last.year else None


def _day_of(base: PartialDate, number: int) -> PartialDate | None:
    """Return a day of the month in which another one lies: "the 26th of that month"."""
    if base.first.replace(day=1) != base.last.replace(day=1):
        return None
    with suppress(ValueError):
        day = base.first.replace(day=number)
        return PartialDate(day, day)
    return None


def _rest(base: PartialDate, *, whole_year: bool) -> PartialDate | None:
    """Return what is left of the month or the year behind a date: "later that year"."""
    end = date(base.last.year + 1, 1, 1) if whole_year else _month(base.last, 1)
    first = base.last + timedelta(days=1)
    return PartialDate(first, end - timedelta(days=1)) if first < end else None


def _named_month(base: PartialDate, name: str) -> PartialDate | None:
    """Return "that December" behind a date: the month of its year, or the next one behind a month of that year."""
    if base.first.year != base.last.year:
        return None
    first = date(base.first.year, FULL_MONTHS[name.casefold()], 1)
    if base.days <= _A_MONTH and first.month < base.first.month:
        first = first.replace(year=first.year + 1)
    return PartialDate(first, _month(first, 1) - timedelta(days=1))


def _month(day: date, steps: int) -> date:
    """Return the first day of the month so many months on."""
    years, month = divmod(day.month - 1 + steps, 12)
    return date(day.year + years, month + 1, 1)


def _without_verb(mention: DateMention, published: date | None) -> DateMention:
    """Return a date without the verb before it: "will end in May" is May, not the end of May; "to start" likewise."""
    verb = _VERB.match(mention.date.wording)
    if verb is None:
        return mention
    with suppress(BadDateError):
        return DateMention(
            mention.start + verb.end(), mention.end, parse(mention.date.wording[verb.end() :], published)
        )
    return mention


def _dated_nouns(words: str, start: int, published: date | None) -> Iterator[DateMention]:
    """Yield months and seasons of the year that only the noun behind them makes a date: "sets February premiere"."""
    for m in _DATED_NOUN.finditer(words):
        with suppress(BadDateError):
            yield DateMention(start + m.start(1), start + m.end(1), parse(m[1], published, toward=_toward(m[1])))


def _bare_days(words: str, start: int, published: date | None) -> Iterator[DateMention]:
    """Yield days where no "on" makes one of them, and years and months behind a verb of setting or putting off."""
    for m in (*_BARE_DAY.finditer(words), *_BARE_YEAR.finditer(words), *_DAY_OF.finditer(words)):
        with suppress(BadDateError):
            at = m.lastindex or 1
            yield DateMention(start + m.start(at), start + m.end(at), parse(m[at], published))
    for m in _LOOSE_DAY.finditer(words):
        if m["before"] not in _ANY_DAY:
            with suppress(BadDateError):
                yield DateMention(start + m.start("day"), start + m.end("day"), parse(m["day"], published))
    for m in _BARE_MONTH.finditer(words):
        with suppress(BadDateError):
            yield DateMention(start + m.start(1), start + m.end(1), parse(m[1], published, toward=Toward.FUTURE))


def _toward(wording: str) -> Toward:
    """Return where a date before a noun lies: "its June premiere" is to come, "the June 6 premiere" the nearest."""
    one_day = wording.casefold().endswith("day") or _DAY_BEHIND.search(wording) is not None
    return Toward.NEAREST if one_day else Toward.FUTURE


def _nights(words: str, start: int, published: date | None) -> Iterator[DateMention]:
    """Yield "last night": the evening before the day of publication."""
    if published is None:
        return
    for m in _NIGHT.finditer(words):
        evening = published - timedelta(days=1)
        yield DateMention(start + m.start(), start + m.end(), PartialDate(evening, evening, m.group()))
