"""The same day of further shows: a row of them that shares its verb, or the words "premiere dates for"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.reader import when_words as words
from cliffhanger.reader.fate_words import LIST
from cliffhanger.reader.marks import SEASON
from cliffhanger.reader.mentions import ShowMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import ArticleClaim
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_told import Told

_ROWS = re.compile(LIST)
BEHIND = 35
"""Characters behind a date within which a show or a season still belongs to it."""


def beside(sentence: Sentence, one: Told, place: int, claim: ArticleClaim) -> Iterator[ArticleClaim]:
    """Yield the same date of the shows that stand in a row with the one of a claim: "S, S and S return on D"."""
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


def _is_whole_row(sentence: Sentence, row: re.Match[str], one: Told, place: int) -> bool:
    """Whether all of a row is meant: it stands right before the verb, or right behind "premiere dates for"."""
    between = sentence.marked[row.end() : max(one.at, row.end())]
    behind = words.DATES_FOR.match(sentence.marked, place + 1)
    if behind:
        return behind.end() == row.start()
    if one.at == place < row.start():
        # "On D, S and S return together".
        return words.ROW_OPENS.fullmatch(sentence.marked, row.end(), one.end) is not None
    return row.end() <= one.at and words.ROW_DOES.fullmatch(between) is not None
