"""What critics and audiences gave a show: figures with the system they belong to.

Which system a figure belongs to is told by its shape and by where it stands
(``score_systems``). Of a change, the figure that is now is read: "dropped from
95% to 71%" is 71, unless the other one has a season of its own: "up from 67%
for season 1". Bounds ("over 90%") are no figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of, score_systems
from cliffhanger.reader import score_words as words
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import number
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.triggers import having

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.score_systems import Joined
    from cliffhanger.reader.sentences import Sentence

_TRIGGERS = Choice(
    "%", "percent", "per cent", "rotten", "movie database", "tomatometer", "popcorn", "metascore", "metacritic", "imdb",
    "letterboxd", "cinemascore", "anilist", "myanimelist", "tv time", "tmdb", "trakt", "douban", "serializd",
    "user score",
)  # fmt: skip
_GRADE = re.compile(
    r"\b(?P<before>[A-DF][+-]?)\s+(?:grade\s+|rating\s+)?(?:from\s+|on\s+)?CinemaScore|\bCinemaScore\s+(?:grade\s+"
    r")?of\s+(?:an?\s+)?(?P<after>[A-DF](?:[+-]|\b))"
)
_PERFECT = re.compile(
    r"\bperfect\s+(?:critics?\s+|critical\s+)?(?:(?:score|rating)\s+(?:on|from|at)\s+)?Rotten\s+Tomatoes(?:\s+"
    r"(?:score|rating))?\b(?!\s+(?:audience|user))"
    r"(?!\s+(?:of|with)\b)",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(
    r"\b(?:films?|movies?|games?|books?|novels?|albums?|episodes?|finale|premiere|pilot)\b", re.IGNORECASE
)
_TAIL = re.compile(r"\s+(?:(?:audience|critics?['\u2019]?|approval|user|viewer)\s+)?(?:score|rating)\b", re.IGNORECASE)

# How many sentences before may have named Rotten Tomatoes for a share without a system.
_BACK = 3


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield the scores of shows that a document states, each once, at its first place."""
    seen: set[tuple[Subject, int | None, str, Value]] = set()
    for rule, sentence in having(document, _RULES):
        for claim in rule(document, sentence):
            key = (claim.subject, claim.season, claim.unit, claim.value)
            if key not in seen:
                seen.add(key)
                yield claim


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    told, before = _is_told(document, sentence), _before(document, sentence)
    metacritic = _names_last(before, "Metacritic", "Metascore")
    for found in score_systems.joined(sentence.marked, told=told, metacritic=metacritic, both=_tells_both(before)):
        claim = _claim(document, sentence, found)
        if claim is not None:
            yield claim
            yield from _same(sentence, found, claim)
    yield from _graded(document, sentence)
    if "erfect" in sentence.marked and not any(score_systems.figures(sentence.marked)):
        yield from _perfect(document, sentence)


def _is_told(document: Document, sentence: Sentence) -> bool:
    """Whether the paragraph has named Rotten Tomatoes right before a sentence."""
    return any(
        "Rotten Tomatoes" in other.marked or "Tomatometer" in other.marked
        for other in document.sentences[max(0, sentence.index - _BACK) : sentence.index]
        if other.paragraph == sentence.paragraph
    )


def _before(document: Document, sentence: Sentence) -> str:
    """Return the sentence before, where that is of the same paragraph."""
    other = document.sentences[sentence.index - 1] if sentence.index else sentence
    return other.marked if other is not sentence and other.paragraph == sentence.paragraph else ""


def _names_last(marked: str, *names: str) -> bool:
    systems = list(words.SYSTEMS.finditer(marked))
    return bool(systems) and systems[-1]["system"] in names


def _tells_both(marked: str) -> bool:
    """Whether a sentence tells first what critics and then what audiences gave."""
    units = [found.unit for found in score_systems.joined(marked, told=False)] if "Tomato" in marked else []
    return units[:2] == ["tomatometer", "popcornmeter"]


def _same(sentence: Sentence, found: Joined, claim: ArticleClaim) -> Iterator[ArticleClaim]:
    """Yield the score of another season that is said to be as high: "100%, just like season 1"."""
    m = words.SAME.match(sentence.marked, found.figure.end)
    if m is None or claim.season is None:
        return
    numbers = sentence.season(m.start("season")).numbers if m["season"] else (number(m["ordinal"]),)
    if len(numbers) == 1 and numbers[0] != claim.season:
        yield replace(claim, season=numbers[0], span=sentence.span(found.start, m.end()))


def _claim(document: Document, sentence: Sentence, found: Joined) -> ArticleClaim | None:
    figure, unit, start, end = found.figure, found.unit, found.start, found.end
    # "97% and 79 for the first": both are the first season's.
    own = words.OWN_SEASON.match(sentence.marked, figure.end)
    place = own.end("other") if own and own["other"] else max(figure.end, end)
    borne = said_of.bearer(document, sentence, figure.start, place) or _of_main(document, sentence)
    if borne is None or not asserted.is_measured(sentence, figure.start):
        return None
    scale = figure.scale or score_systems.scale(unit)
    details: dict[str, Value] = {"scale": scale, "scope": "season" if borne.seasonal else "series"}
    behind = words.REVIEWS.match(sentence.marked, figure.end)
    if behind and behind.end() <= found.limit + len(behind["count"]) + 40 and not re.search(r"\d\s?%", behind.group()):
        reviews = said_of.count(behind["count"])
        if reviews:
            details["reviews"] = reviews
            end = max(end, behind.end())
    tail = _TAIL.match(sentence.marked, end)
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.SCORE,
        span=sentence.span(start, tail.end() if tail else end),
        season=borne.season,
        value=figure.value,
        unit=unit,
        details=details,
        confidence=borne.confidence,
        in_title=document.in_title,
    )


def _of_main(document: Document, sentence: Sentence) -> said_of.Bearer | None:
    """Return the show that the article is about, for a sentence of a paragraph in which no other show or work is."""
    if document.main is None or S in sentence.marked or N in sentence.marked or not words.OPENS.match(sentence.marked):
        return None
    if _OTHER_WORK.search(sentence.marked):
        return None
    named = {
        show.subject
        for other in document.sentences
        if other.paragraph == sentence.paragraph
        for _, show in other.all_of(ShowMention)
    }
    if named - {document.main.subject}:
        return None
    return said_of.Bearer(document.main.subject, None, seasonal=False, confidence=0.75)


def _graded(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield CinemaScore's grades, which are letters and have no scale."""
    for m in _GRADE.finditer(sentence.marked):
        borne = said_of.bearer(document, sentence, m.start(), m.end())
        if borne and asserted.is_measured(sentence, m.start()):
            yield ArticleClaim(
                subject=borne.subject,
                predicate=Predicate.SCORE,
                span=sentence.span(m.start(), m.end()),
                season=borne.season,
                value=m["before"] or m["after"],
                unit="cinemascore",
                details={"scope": "season" if borne.seasonal else "series"},
                confidence=borne.confidence,
                in_title=document.in_title,
            )


def _perfect(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield a perfect score that is not written in figures; on Rotten Tomatoes it can only be 100."""
    m = _PERFECT.search(sentence.marked)
    if m is None or not asserted.is_measured(sentence, m.start()):
        return
    borne = said_of.bearer(document, sentence, m.start(), m.end())
    if borne:
        yield ArticleClaim(
            subject=borne.subject,
            predicate=Predicate.SCORE,
            span=sentence.span(m.start(), m.end()),
            season=borne.season,
            value=score_systems.PERCENT,
            unit="tomatometer",
            details={"scale": score_systems.PERCENT, "scope": "season" if borne.seasonal else "series"},
            confidence=min(borne.confidence, 0.85),
            in_title=document.in_title,
        )


_RULES = Sieve(((_in_sentence, [_TRIGGERS]),))
