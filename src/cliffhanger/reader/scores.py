"""What critics and audiences gave a show: figures with the system they belong to.

A figure is taken only where nothing but words of the trade stands between it
and the name of its system ("a 94% approval rating from 52 critics on Rotten
Tomatoes", "on Metacritic, it holds a score of 81"). Of a change, the figure
that is now: "dropped from 95% to 71%" is 71. Bounds ("over 90%") are no figure.

Rotten Tomatoes' share of critics is the tomatometer, unless the words speak of
an audience; Metacritic's is the metascore, unless they speak of users.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of
from cliffhanger.reader import score_words as words
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.triggers import having

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_TRIGGERS = Choice(
    "%", "percent", "per cent", "rotten", "tomatometer", "popcorn", "metascore", "metacritic", "imdb", "letterboxd",
    "cinemascore", "anilist", "myanimelist", "tv time", "tmdb", "trakt", "douban", "serializd",
)  # fmt: skip
_OTHERS = {
    "letterboxd": 5, "anilist": 100, "myanimelist": 10, "tv time": 10, "tmdb": 10,
    "trakt": 100, "douban": 10, "serializd": 5,
}  # fmt: skip
_SYSTEM = (
    r"(?P<system>Rotten\s+Tomatoes|Tomatometer|Popcorn\s?-?meter|Metascore|Metacritic|IMDb(?!\s+TV)|CinemaScore|"
    r"Letterboxd|AniList|"
    r"MyAnimeList|TV\s+Time|TMDB|Trakt|Douban|Serializd)"
)
_SYSTEMS = Hinted(rf"\b{_SYSTEM}\b", re.IGNORECASE)
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
_BETWEEN = frozenset(words.TRADE.split())
_HAVING = _BETWEEN | frozenset(words.VERBS.split())
_MOST_WORDS = 16
_WORD = re.compile(rf"[\w'\u2019+-]+|[{S}{N}]|[:;.!?(\[\u2014]")
_PUBLIC = r"(?:(?:audience|viewer|user|fan)s?(?:['\u2019]s?)?|public)"
_AUDIENCE = re.compile(rf"\b(?:{_PUBLIC}|popcorn\s?-?meter)(?!\w)", re.IGNORECASE)
_CRITICS = re.compile(r"\b(?:critics?|critical|reviewers|tomatometer|certified)\b", re.IGNORECASE)
_LEAD = (
    r"(?:\s+(?:scores?|ratings?|approval|on|from|Rotten|Tomatoes|Popcornmeter|of|at|is|an?|stands|sits|currently|gave|give|gives|it|its|consensus|meter|"
    r"rated|now|has|have)){0,8}\W*$"
)
_OF_AUDIENCE = re.compile(rf"\b{_PUBLIC}{_LEAD}", re.IGNORECASE)
_TO_NOW = re.compile(r"[^.;]{0,40}?\b(?:to|now)\b[^.;]{0,25}?\d", re.IGNORECASE)
_ONLY_FORMER = re.compile(r"\b(?:from|was)\b", re.IGNORECASE)
_OTHER_WORK = re.compile(
    r"\b(?:films?|movies?|games?|books?|novels?|albums?|episodes?|finale|premiere|pilot)\b", re.IGNORECASE
)
_AND_ON = re.compile(r"(?:,\s+(?:and|while|but)|;)\s+(?:on\s+|at\s+)?$", re.IGNORECASE)
_CERTIFIED = re.compile(r"certified\s+fresh\W{0,3}(?:(?:with|at)\s+)?(?:an?\s+)?$", re.IGNORECASE)
_AUDIENCE_SCORE = re.compile(
    r"\s+(?:audience|viewer)\s+(?:score|rating|approval)\b|\s+(?:from|with|among)\s+(?:audiences|viewers)\b",
    re.IGNORECASE,
)
# "The audience score has dropped from 83% to 61%".
_AUDIENCE_HELD = re.compile(
    r"\b(?:audience|viewers?['\u2019]?)\s+(?:score|rating|approval)s?\b[^.;]{0,60}$|\b(?:audiences|viewers|the\s+public)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_HELD_ENDS = re.compile(r"\s*(?:[.,;!)]|$|rating|score|with|and|while|from|on\b)")
# The words of a figure: up to the next clause or the next thing of a list.
_PHRASE = re.compile(r"(?:(?!\s(?:and|while|but|although)\s)[^.;,\u2014]){0,80}")
_TAIL = re.compile(r"\s+(?:(?:audience|critics?['\u2019]?|approval|user|viewer)\s+)?(?:score|rating)\b", re.IGNORECASE)
_SCALES = {"ten": 10, "five": 5}
_PERCENT = 100
_TEN = 10
# How far behind a system's name the words "audience score" are looked for.
_QUALIFIER = 24


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in a sentence.

    Attributes:
        start: its first place.
        end: the place behind the last.
        value: the figure.
        scale: the best there is, where the words say so, or 0.
        percent: whether it is a share.
    """

    start: int
    end: int
    value: int | float
    scale: int
    percent: bool


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
    marked = sentence.marked
    systems = list(_SYSTEMS.finditer(marked))
    figures = list(_figures(marked))
    for index, figure in enumerate(figures):
        if (
            _is_former(marked, figure)
            or words.BOUND.search(marked, 0, figure.start)
            or words.SOMETHING_ELSE.match(marked, figure.end)
        ):
            continue
        limits = (
            figures[index - 1].end if index else 0,
            figures[index + 1].start if index + 1 < len(figures) else len(marked),
        )
        found = _of_system(marked, figure, systems, limits) or _of_none(document, sentence, figure, systems)
        if found is not None:
            claim = _claim(document, sentence, figure, limits, found)
            if claim is not None:
                yield claim
    yield from _graded(document, sentence)
    if not figures:
        yield from _perfect(document, sentence)


def _figures(marked: str) -> Iterator[_Figure]:
    for m in words.VALUE.finditer(marked):
        said = m["percent"] or m["part"] or m["bare"]
        value = float(said) if "." in said else int(said)
        scale = _PERCENT if m["percent"] else _SCALES.get((m["scale"] or "").casefold()) or int(m["scale"] or 0)
        if not scale or value <= scale:
            yield _Figure(m.start(), m.end(), value, scale, m["percent"] is not None)


def _is_former(marked: str, figure: _Figure) -> bool:
    """Whether a figure was so before: "from 95% to 71%", "previously 88%"."""
    former = words.FORMER.search(marked, 0, figure.start)
    if former is None:
        return False
    return not _ONLY_FORMER.match(former.group()) or _TO_NOW.match(marked, figure.end) is not None


def _of_system(
    marked: str, figure: _Figure, systems: list[re.Match[str]], limits: tuple[int, int]
) -> tuple[str, int, int] | None:
    """Return the system that a figure belongs to, and the places between which figure and system stand."""
    ahead = next((m for m in systems if m.start() >= figure.end), None)
    behind = next((m for m in reversed(systems) if m.end() <= figure.start), None)
    if ahead and _only(marked, figure.end, ahead.start(), _BETWEEN) and not _is_its_own(marked, figure, ahead):
        name = _system(ahead, figure, public=_of_audience(marked, figure, min(limits[1], ahead.end() + _QUALIFIER)))
        return (name, figure.start, ahead.end()) if name else None
    if behind and _only(marked, behind.end(), figure.start, _HAVING):
        name = _system(behind, figure, public=_of_audience(marked, figure, limits[1]))
        if name:
            another = limits[0] > behind.end() and S in marked[limits[0] : figure.start]
            return name, figure.start if another else behind.start(), figure.end
    return None


def _is_its_own(marked: str, figure: _Figure, ahead: re.Match[str]) -> bool:
    """Whether the system ahead has a figure of its own: "on Metacritic it has 73, and on IMDb 7.8"."""
    return _AND_ON.search(marked, figure.end, ahead.start()) is not None


def _of_audience(marked: str, figure: _Figure, limit: int) -> bool:
    """Whether the words beside a figure say that it is the audience's, not the critics'."""
    phrase = _PHRASE.match(marked, figure.end, limit)
    behind = phrase.group() if phrase else ""
    if _CRITICS.search(behind):
        return False
    return bool(_AUDIENCE.search(behind) or _OF_AUDIENCE.search(marked, 0, figure.start))


def _only(marked: str, start: int, end: int, allowed: frozenset[str]) -> bool:
    """Whether nothing but allowed words, figures, shows and seasons stands between two places."""
    words = _WORD.findall(marked, start, end)
    if len(words) > _MOST_WORDS:
        return False
    for said in words:
        word = said.casefold().replace("\u2019", "'")
        if word in {":", "("}:
            continue
        if word in {S, N}:
            if allowed is _BETWEEN:
                return False
        elif not (word in allowed or word[0].isdigit() or word.removesuffix("'s") in allowed or word.endswith("ly")):
            return False
    return True


def _system(m: re.Match[str], figure: _Figure, *, public: bool) -> str:
    """Return the unit that a system's name means for a figure, empty where they do not fit.

    Args:
        m: the name.
        figure: the figure.
        public: whether the words beside it say that it is the audience's.
    """
    name = " ".join(m["system"].casefold().split())
    value, scale = figure.value, figure.scale
    if name.startswith("popcorn") or name in {"rotten tomatoes", "tomatometer"}:
        return _of_rotten_tomatoes(name, figure, public=public)
    if name in {"metascore", "metacritic"}:
        return _of_metacritic(name, figure, public=public)
    if name == "cinemascore" or (figure.percent and name not in {"anilist", "trakt"}):
        return ""
    if name == "imdb":
        return "imdb" if scale in {0, _TEN} and value <= _TEN and (scale or not isinstance(value, int)) else ""
    return name if value <= _OTHERS[name] and scale in {0, _OTHERS[name]} else ""


def _of_rotten_tomatoes(name: str, figure: _Figure, *, public: bool) -> str:
    if not isinstance(figure.value, int) or figure.scale not in {0, _PERCENT}:
        return ""
    if name.startswith("popcorn"):
        return "popcornmeter"
    if not (figure.percent or figure.value >= _TEN):
        return ""
    return "popcornmeter" if public and name == "rotten tomatoes" else "tomatometer"


def _of_metacritic(name: str, figure: _Figure, *, public: bool) -> str:
    users = public and name == "metacritic"
    if users or figure.scale == _TEN or not isinstance(figure.value, int):
        return "metacritic_user_score" if users and figure.value <= _TEN else ""
    return "metascore" if figure.scale in {0, _PERCENT} and figure.value >= _TEN and not figure.percent else ""


def _of_none(
    document: Document, sentence: Sentence, figure: _Figure, systems: list[re.Match[str]]
) -> tuple[str, int, int] | None:
    """Return the system of a share whose sentence names none: by words of the trade, or by the sentence before."""
    marked = sentence.marked
    if not figure.percent or systems:
        return None
    audience = _AUDIENCE_SCORE.match(marked, figure.end)
    approval = words.APPROVAL.match(marked, figure.end)
    told = any(
        "Rotten Tomatoes" in other.marked or "Tomatometer" in other.marked
        for other in document.sentences[max(0, sentence.index - 3) : sentence.index]
        if other.paragraph == sentence.paragraph
    )
    if audience:
        return ("popcornmeter", figure.start, audience.end()) if told or "score" in audience.group() else None
    if approval and (told or words.REVIEWS.match(marked, approval.end())):
        return "tomatometer", figure.start, approval.end()
    certified = _CERTIFIED.search(marked, 0, figure.start)
    if certified:
        return "tomatometer", certified.start(), figure.end
    return (_held(marked, figure), figure.start, figure.end) if told and _held(marked, figure) else None


def _held(marked: str, figure: _Figure) -> str:
    """Return the unit of a share that a show is said to hold, where Rotten Tomatoes was named before, or nothing."""
    if _AUDIENCE_HELD.search(marked, 0, figure.start):
        return "popcornmeter"
    held = words.HELD.search(marked, 0, figure.start) and _HELD_ENDS.match(marked, figure.end)
    return "tomatometer" if held else ""


def _claim(
    document: Document,
    sentence: Sentence,
    figure: _Figure,
    limits: tuple[int, int],
    found: tuple[str, int, int],
) -> ArticleClaim | None:
    unit, start, end = found
    borne = said_of.bearer(document, sentence, figure.start, max(figure.end, end)) or _of_main(document, sentence)
    if borne is None or not asserted.is_measured(sentence, figure.start):
        return None
    scale = figure.scale or {"imdb": _TEN, "metacritic_user_score": _TEN}.get(unit) or _OTHERS.get(unit, _PERCENT)
    details: dict[str, Value] = {"scale": scale, "scope": "season" if borne.seasonal else "series"}
    behind = words.REVIEWS.match(sentence.marked, figure.end)
    if behind and behind.end() <= limits[1] + len(behind["count"]) + 40 and not re.search(r"\d\s?%", behind.group()):
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
            value=_PERCENT,
            unit="tomatometer",
            details={"scale": _PERCENT, "scope": "season" if borne.seasonal else "series"},
            confidence=min(borne.confidence, 0.85),
            in_title=document.in_title,
        )


_RULES = Sieve(((_in_sentence, [_TRIGGERS]),))
