"""The same day of further shows: a row of them that shares its verb, or the words "premiere dates for"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.fate_words import LIST
from cliffhanger.reader.marks import SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.when_date_of import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import ArticleClaim
    from cliffhanger.reader.sentences import Sentence

_ROWS = re.compile(LIST)
_WITH_SEASON = re.compile(rf"{SHOW}['\u2019]?\s*\(?(?P<season>{SEASON})[)'\u2019\u201d]?")
_NUMBERED_ROW = re.compile(
    rf"{_WITH_SEASON.pattern}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_WITH_SEASON.pattern.replace('season', 'further')})+"
)
# "S bows on D, ahead of N of T", "S premieres D, paired with the series premiere of T".
_PAIRED = re.compile(
    rf"(?:\s+at\s+\d[^,;.]{{0,20}}?(?:\s*[ap]\.?m\.?)?)?,?\s+(?:paired\s+with|ahead\s+of|followed\s+by|alongside|opposite|leading\s+into|with)\s+(?:the\s+)?"
    rf"(?:(?P<season>{SEASON})(?:\s+(?:premiere|opener|debut|bow|return|start))?|(?P<first>series\s+(?:premiere|debut))|(?:premiere|debut|return))\s+of\s+(?:[\w\u2019'-]+\s+){{0,4}}?{SHOW}",
    re.IGNORECASE,
)
# "Thursday, Oct. 3 brings the N premiere of S, the N opener of S and the return of S for its N".
_BRINGS = re.compile(
    r"(?:\s+night)?\s+(?:brings|sees|marks|features|(?P<been>saw|brought|marked|featured))\s+", re.IGNORECASE
)
_BROUGHT = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+)?(?:the\s+|an?\s+)?(?:(?P<end>(?:(?:season|series|two-hour|hourlong|[\w-]+-season)\s+)?(?:finale|farewell|conclusion)|(?:last|final)(?:-ever|\s+ever)?\s+(?:episode|hour|chapter|instal+ment))|(?:(?P<season>{SEASON})\s+|(?P<first>series\s+)|season\s+)?(?:premiere|opener|debut|return|launch|start|arrival)|(?P<own>{SEASON}))"
    rf"\s+of\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<show>{SHOW})['\u2019]?(?:\s+for\s+its\s+(?P<behind>{SEASON}))?",
    re.IGNORECASE,
)
# "Sets D premiere dates for S, S and S".
_DATES_FOR = re.compile(rf"\s*premiere\s+dates?\s+(?:for|of)\s+(?:(?:[\w-]+\s+){{0,3}}?)(?={SHOW})", re.IGNORECASE)
# Between a row of shows and the verb that all of them share.
_ROW_DOES = re.compile(r"\s*(?:(?:will|are|all|both|to|be|set|now|also|then)\s+){0,4}", re.IGNORECASE)
_ROW_OPENS = re.compile(r"\s+(?:(?:will|are|all|both|to|be|also)\s+){0,3}\w+", re.IGNORECASE)
BEHIND = 35
"""Characters behind a date within which a show or a season still belongs to it."""


def beside(sentence: Sentence, one: Told, place: int, claim: ArticleClaim) -> Iterator[ArticleClaim]:
    """Yield the same date of the shows that stand in a row with the one of a claim: "S, S and S return on D"."""
    yield from _numbered(sentence, one, claim)
    yield from _paired(sentence, one, place, claim)
    for row in _ROWS.finditer(sentence.marked, one.lead):
        shows = [
            m for at, m in sentence.all_of(ShowMention) if row.start() <= at < row.end() and (m.strong or m.quoted)
        ]
        if (
            len(shows) > 1
            and claim.subject in {m.subject for m in shows}
            and row.start() <= max(place, one.end) + BEHIND
        ):
            if SEASON in sentence.marked[row.start() : row.end()] or not _is_whole_row(sentence, row, one, place):
                return
            yield from (
                replace(claim, subject=show.subject, season=None) for show in shows if show.subject != claim.subject
            )
            return


def _numbered(sentence: Sentence, one: Told, claim: ArticleClaim) -> Iterator[ArticleClaim]:
    """Yield the shows of a row that stand with their seasons: "on D, S (N), S (N) and S (N) are all back"."""
    for row in _NUMBERED_ROW.finditer(sentence.marked, one.lead, one.end):
        for m in _WITH_SEASON.finditer(sentence.marked, row.start(), row.end()):
            show, numbers = sentence.show(m.start()), sentence.season(m.end("season") - 1).numbers
            if numbers and show.subject != claim.subject:
                yield replace(claim, subject=show.subject, season=numbers[0])


def _paired(sentence: Sentence, one: Told, place: int, claim: ArticleClaim) -> Iterator[ArticleClaim]:
    """Yield the show that begins on the same evening: "S bows on D, ahead of N of T"."""
    told = (
        _PAIRED.match(sentence.marked, max(place + 1, one.end)) if claim.predicate is Predicate.PREMIERE_DATE else None
    )
    if told is None:
        return
    show = sentence.show(told.end() - 1)
    numbers = sentence.season(told.start("season")).numbers if told["season"] else (1,) if told["first"] else ()
    if (show.strong or show.quoted) and show.subject != claim.subject:
        yield replace(
            claim, subject=show.subject, season=numbers[0] if numbers else None, span=sentence.span(place, told.end())
        )


def brought(sentence: Sentence, place: int) -> Iterator[tuple[ShowMention, Told]]:
    """Yield what of which shows a day brings: "D brings the N premiere of S and the finale of S"."""
    opened = _BRINGS.match(sentence.marked, place + 1)
    at = opened.end() if opened else -1
    while opened and (item := _BROUGHT.match(sentence.marked, at)):
        show = sentence.show(item.start("show"))
        named = next((g for g in ("season", "own", "behind") if item[g]), "")
        numbers = sentence.season(item.start(named)).numbers if named else (1,) if item["first"] else ()
        if show.strong or show.quoted:
            predicate = Predicate.FINALE_DATE if item["end"] else Predicate.PREMIERE_DATE
            yield (
                show,
                Told(predicate, place, item.end(), place, numbers[0] if numbers else None, been=bool(opened["been"])),
            )
        at = item.end()


def _is_whole_row(sentence: Sentence, row: re.Match[str], one: Told, place: int) -> bool:
    """Whether all of a row is meant: it stands right before the verb, or right behind "premiere dates for"."""
    between = sentence.marked[row.end() : max(one.at, row.end())]
    behind = _DATES_FOR.match(sentence.marked, place + 1)
    if behind:
        return behind.end() == row.start()
    if one.at == place < row.start():
        # "On D, S and S return together".
        return _ROW_OPENS.fullmatch(sentence.marked, row.end(), one.end) is not None
    return row.end() <= one.at and _ROW_DOES.fullmatch(between) is not None
