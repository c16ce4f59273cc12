"""The season of a date whose clause names none: by what stands around it, or by the show's first year.

Of an end it is the last of so many that the text counts, of what is near the
day of publication the one season that the sentences around speak of and that is
neither to come nor compared nor dated itself.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_season_words as w
from cliffhanger.reader.marks import SEASON, SHOW
from cliffhanger.reader.mentions import DateMention, ShowMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.when_kinds import SHOOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# Sentences before and behind one that may tell its season.
_NEAR = 2
# What was shown or filmed longer before the article was of an earlier season.
_LATELY = timedelta(days=60)
_FILMED_LATELY = timedelta(days=400)
# What has been ordered as well does not premiere so soon: that is the season before it.
_SOON = timedelta(days=100)
_FILMS = frozenset({Predicate.FILMING_START, Predicate.FILMING_END})
# "Ended", "its series finale", "took its final bow": the show ends, and not only its season.
_SHOW_ENDS = re.compile(
    r"series\s+(?:finale|ender|closer)|(?:final|last)\s+(?:ever\s+)?(?:bow|curtain|performance|episode|chapter|hour|instal)|\bends?\b|ended|conclu|sign(?:s|ed)?\s+off"
    r"|bow(?:s|ed)?\s+out|air$|goodbye|farewell|wound\s+up|wind|came?\s+to|over$|exit|depart|leav|left|close[sd]?\b|curtain|blinds|ride|rode",
    re.IGNORECASE,
)
# Before a count: it is not of all seasons.
_NOT_ALL = re.compile(
    r"\b(?:first|last|next|past|previous|final|another|through|these|those|both|than|of|planned|pitched\s+as|at\s+least|least|an?\s+\w+|ordered|order|other)\s+$",
    re.IGNORECASE,
)
# Of this season another day is told, or it only measures: "two years after the first season", "unlike its third".
_ONLY_COMPARED = re.compile(
    r"\b(?:after|following|before|since|unlike|than|despite|like|until|between|from|ahead\s+of)\s+(?:(?:the|its|their|that)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OF_AN_ORDER = re.compile(
    r"\b(?:re-?new|order|pick(?:ed|s)?\s+(?:\w+\s+)?up|pick-?up|green-?li|commission|re-?up|giv(?:e|en|es)\b|gave|grant|hand(?:ed|s)|extend|secur|assured|committed|in\s+hand|plans?\b|hop(?:e|es|ing)|want"
    rf"|in\s+the\s+works|develop|writing|talk|decid|whether|could|would|may\b|might|no\s|not\s|n[\u2019']t|announce|confirmed\s+for|nod\b|set\s+up|promise\s+of|already|more\s+seasons|discuss|too\s+early|got\b|gets?\b|land(?:s|ed)|scored?|nabb|earn|won\b|receiv|will\s+(?:be\s+back|return|come\s+back|have)\b[^.;,]{{0,30}}?{SEASON})",
    re.IGNORECASE,
)
_TO_BE_LAST = re.compile(
    r"\b(?:will|would|(?:is|was)\s+to)\s+(?:be\s+(?:the|its|their)\s+(?:last|final|end)\b|end|conclude|wrap)\b|\b(?:end|conclude|finish|close)s?\s+(?:[^.;,]{1,40}\s)?(?:with|after)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "The second season averaged two million": it is not the one to come.
_HAS_BEEN = re.compile(
    rf"(?:['\u2019]s)?(?:\s+of\s+{SHOW}\W*)?,?\s+(?:which\s+|that\s+)?(?:(?:had|has|was|were)\s+(?:been\s+)?)?(?:averaged|brought|drew|attracted|won|earned|ended|concluded|wrapped|finished|aired|premiered|debuted|opened|launched|left|ranked|topped|streamed|dropped|collected|ran|delivered"
    r"|became|saw|did|followed|closed|shown|released|broadcast|watched|nominated|seen|began|started|arrived|came)\b",
    re.IGNORECASE,
)
_ONE_SEASON = re.compile(
    r"\b(?:at|after|in|for|with|only|just|lasted|ran)\s+(?:just\s+|only\s+)?(?:one|a\s+(?:lone|single|sole))\s+(?:[\w-]+\s+)?season\b"
    r"|\b(?:cancel\w+|axed|ended|over|done)\s+(?:in|after)\s+its\s+(?:first|freshman|debut)\s+(?:year|season)\b|\bone\s+season\s+was\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"\b(?:done|over|gone|cancel\w*|axed|ended|ends|end|finished|scrapp\w+|dropp\w+|pull\w*\s+the\s+plug|packing|concluded|wraps?|exits?|closed)\b",
    re.IGNORECASE,
)
_SAVED = re.compile(
    r"\bpick(?:ed|s)\s+(?:it\s+)?up\b|\b(?:sav|rescu|reviv)(?:ed|es)\b|\btook\s+it\s+over\b", re.IGNORECASE
)
# "S ends on D, wrapping up N; T goes on D".
_PARTS = re.compile(r";|,\s+(?:and|but|while|whereas)\s", re.IGNORECASE)
# "Some, and others": where another statement begins.
_STATEMENT = re.compile(
    r"[;:\u2014\u2013]|,\s+(?:and|but|while|though|although|with|which|whose)\s|\.\s|\band\s+(?:has|have|is|was|will)\s",
    re.IGNORECASE,
)


def season(sentence: Sentence, one: Told, place: int, show: ShowMention, when: PartialDate) -> int | None:
    """Return the season of a date of which its clause tells none, or None where nothing around tells it either.

    Args:
        sentence: the sentence.
        one: what the date is told to be the date of.
        place: the date's place.
        show: the show.
        when: the date, on its side of the publication.
    """
    if _is_the_first_year(one, show, when):
        return 1
    counted = _counted(sentence, one, show, when)
    if counted is not None:
        return counted
    published = sentence.document.published
    if published is None or not _is_near(one, when, published) or _is_of_new_ones(sentence, one):
        return None
    now, ordered = _spoken_of(sentence, one, place, show, when)
    if now:
        return next(iter(now)) if len(now) == 1 else None
    return _before_the_ordered(one, when, published, ordered)


def _counted(sentence: Sentence, one: Told, show: ShowMention, when: PartialDate) -> int | None:
    """Return the season that is told by how many there have been: the last of an end, the next of a show saved."""
    if one.predicate is Predicate.FINALE_DATE:
        return _last_of_all(sentence, one, show) or (1 if _is_the_only_one(sentence, show) else None)
    published = sentence.document.published
    coming = one.predicate is Predicate.PREMIERE_DATE and published is not None and when.first > published
    counted = _last_of_all(sentence, one, show) if coming and _is_saved(sentence) else None
    return counted and counted + 1


def _is_saved(sentence: Sentence) -> bool:
    """Whether the text says beside a date that somebody took a show over."""
    return any(_SAVED.search(other.marked) for other in _beside(sentence, 1, 1))


def _is_the_first_year(one: Told, show: ShowMention, when: PartialDate) -> bool:
    """Whether a date on the air lies in the year in which its show began, or filming before it."""
    if one.predicate in _FILMS:
        return show.begun is not None and when.last.year < show.begun
    return show.begun == when.first.year == when.last.year


def _is_the_only_one(sentence: Sentence, show: ShowMention) -> bool:
    """Whether the text says that a show had one season: "stops at one season", "canceled in its first year"."""
    near = sentence.document.sentences[max(0, sentence.index - 1) : sentence.index + _NEAR]
    named = {m.subject for other in near for _, m in other.all_of(ShowMention) if m.strong or m.quoted}
    return named <= {show.subject} and any(
        _ONE_SEASON.search(other.marked) for other in near if other.paragraph == sentence.paragraph
    )


def _is_of_new_ones(sentence: Sentence, one: Told) -> bool:
    """Whether episodes are filmed that are of no season spoken of: "the new run was made, and filming began in D"."""
    if one.predicate not in _FILMS:
        return False
    return any(w.OF_NEW_ONES.search(other.marked) for other in _beside(sentence, 1, 0))


def _is_near(one: Told, when: PartialDate, published: date) -> bool:
    lately = _FILMED_LATELY if one.predicate in _FILMS else _LATELY
    return published - when.last <= lately


def _beside(sentence: Sentence, before: int, behind: int) -> Iterator[Sentence]:
    """Yield a sentence with so many of its paragraph before it and behind it."""
    near = sentence.document.sentences[max(0, sentence.index - before) : sentence.index + behind + 1]
    return (other for other in near if other.paragraph == sentence.paragraph)


def _around(sentence: Sentence, show: ShowMention) -> Iterator[tuple[Sentence, int, SeasonWords]]:
    """Yield the words for seasons of a show in a sentence and in those near it, each with its sentence and place."""
    for other in _beside(sentence, _NEAR, _NEAR):
        if SEASON not in other.marked or other.corrects:
            continue
        shows = [
            (at, m.subject)
            for at, m in other.all_of(ShowMention)
            if (m.strong or m.quoted) and not (other.is_kin(at) or other.is_aside(at))
        ]
        goes_on = None if shows else other.document.show_for(other, 0)
        if goes_on and goes_on.subject == show.subject:
            yield from ((other, at, said) for at, said in other.all_of(SeasonWords))
        for start, end in _stretches(other):
            named = {subject for at, subject in shows if start <= at < end}
            named = named or {subject for _, subject in [s for s in shows if s[0] < start][-1:]}
            if named == {show.subject}:
                yield from ((other, at, said) for at, said in other.all_of(SeasonWords) if start <= at < end)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that may each speak of another show."""
    cuts = [m.end() for m in _PARTS.finditer(sentence.marked)]
    return zip([0, *cuts], [*cuts, len(sentence.marked)], strict=True)


def _last_of_all(sentence: Sentence, one: Told, show: ShowMention) -> int | None:
    """Return the last season of a show that has ended, where the text counts them: "signed off; six were made"."""
    ends = _SHOW_ENDS.search(sentence.marked, one.at, one.end) is not None
    counts = {
        said.count
        for other, at, said in _around(sentence, show)
        if said.count > 1
        and not said.more
        and not _NOT_ALL.search(other.marked, 0, at)
        # "S is done after three seasons", and then its season finale.
        and (ends or (_IS_OVER.search(other.marked, 0, at) and w.AFTER_ALL.search(other.marked, 0, at)))
    }
    return next(iter(counts)) if len(counts) == 1 else None


def _spoken_of(
    sentence: Sentence, one: Told, place: int, show: ShowMention, when: PartialDate
) -> tuple[set[int], list[tuple[int, ...]]]:
    """Return the seasons of which is spoken around a date, and those of which only an order or a plan is told."""
    now: set[int] = set()
    published = sentence.document.published
    ahead = one.predicate in _FILMS or (published is not None and when.last > published)
    far_off = published is not None and when.first - published > _SOON and one.predicate is Predicate.PREMIERE_DATE
    ends = one.predicate is Predicate.FINALE_DATE and _SHOW_ENDS.search(sentence.marked, one.at, one.end)
    ordered: list[tuple[int, ...]] = []
    for other, at, said in _around(sentence, show):
        if not said.numbers:
            continue
        start, end = _statement(other, at)
        if far_off and SHOOT.search(other.marked, start, end) and len(said.numbers) == 1:
            # "Began production on its third season in March. It will be back next year."
            now.add(said.numbers[0])
            continue
        if _ONLY_COMPARED.search(other.marked, 0, at):
            continue
        if _TO_BE_LAST.search(other.marked, start, at) or _TO_BE_LAST.search(other.marked, at, end):
            if ends:
                now.add(said.numbers[-1])
        elif _OF_AN_ORDER.search(other.marked, start, end):
            if not _is_dated(other, start, end, place if other is sentence else -1, since=_SOON):
                ordered.append(said.numbers)
        elif not _is_dated(other, start, end, place if other is sentence else -1) and not (
            ahead and _HAS_BEEN.match(other.marked, at + 1)
        ):
            now.update(said.numbers if len(said.numbers) == 1 else ())
    return now, ordered


def _is_dated(sentence: Sentence, start: int, end: int, place: int, since: timedelta | None = None) -> bool:
    """Whether a statement has a date of its own, besides the one at a place, be it only one from long before."""
    published = sentence.document.published
    return any(
        start <= at < end
        and at != place
        and (since is None or published is None or not timedelta(0) <= published - mention.date.first <= since)
        for at, mention in sentence.all_of(DateMention)
    )


def _statement(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return where the statement begins and ends in which a place of a sentence lies."""
    cuts = list(_STATEMENT.finditer(sentence.marked))
    start = max((m.end() for m in cuts if m.end() <= at), default=0)
    return start, min((m.start() for m in cuts if m.start() >= at), default=len(sentence.marked))


def _before_the_ordered(one: Told, when: PartialDate, published: date, ordered: list[tuple[int, ...]]) -> int | None:
    """Return the season that is on while the next one has been ordered, or the first of two ordered together."""
    if len(set(ordered)) != 1 or one.predicate in _FILMS:
        return None
    numbers = ordered[0]
    ahead = when.last > published
    if len(numbers) > 1:
        return numbers[0] if ahead and one.predicate is Predicate.PREMIERE_DATE else None
    if one.predicate is Predicate.PREMIERE_DATE and when.first - published >= _SOON:
        return None
    return (numbers[0] - 1) or None
