"""What the words of a span themselves support: its figures, dates, seasons, platforms and shows.

They are read in the whole paragraph and count only where they lie wholly in
the span, so that no span can cut "8 million" out of "7.8 million", or "July 9"
out of "July 9, 2024".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import find_dates
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import document, naming, quotes, seasons
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.seasons import CARDINALS, ORDINALS, number
from cliffhanger.reader.words import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.mentions import Mention
    from cliffhanger.reader.names import Names
    from cliffhanger.reader.seasons import SeasonWords

# Characters of a paragraph around a span that are read.
_REACH = 1_000
_SCALES = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "b": 10**9, "billion": 10**9}
_WORDS = "|".join(sorted({*CARDINALS, *ORDINALS}, key=len, reverse=True))
_FIGURE = re.compile(
    r"(?<![\w/])(?<!\d[.,-])(?:(?P<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<fraction>\.\d{1,4})?(?![.,]?\d)"
    rf"(?:st|nd|rd|th)?|(?P<word>{_WORDS})\b)(?:[\s-]?(?P<scale>thousand|million|billion|[KMB](?![a-z])))?"
    r"(?P<percent>\s?%|[\s-]percent\b|\sper\scent\b)?",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(r"(?:\bno\.?|\bnumber|#)\s?$", re.IGNORECASE)
_RANK_BEHIND = re.compile(r"(?:[\s-](?:place|spot|position|overall)\b|\s(?:on|in|among)\s)", re.IGNORECASE)
_TOP = re.compile(
    r"\btop(?:s|ped|ping)\b|\btop\s+(?:of|spot|place|position)\b|\bmost[\s-](?:watched|viewed|streamed)\b"
    r"|\bnumber[\s-]one\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\bout\s+of\s+(?:a\s+possible\s+)?$|\btop\s+$", re.IGNORECASE)
_COUNTED = {
    Predicate.EPISODE_COUNT: re.compile(r"[\s-]+(?:[\w-]+\s+){0,2}(?:episode|instal+ment|chapter)s?\b", re.IGNORECASE),
    Predicate.SEASON_COUNT: re.compile(r"[\s-]+(?:[\w-]+\s+){0,2}seasons?\b(?!\s+\d)", re.IGNORECASE),
}
# What must stand in the span for a score to be one of a system, and what shows that it is another's.
_SYSTEMS = {
    "tomatometer": (r"rotten\s+tomatoes|tomatometer", r"audience|popcorn\s?meter|viewers|fans"),
    "popcornmeter": (r"popcorn\s?meter|audience", r"tomatometer|critics"),
    "metascore": (r"metascore|metacritic", r"user|tomato"),
    "metacritic_user_score": (r"metacritic.{0,40}user|user.{0,40}metacritic", r"tomato"),
    "imdb": (r"imdb", r"tomato|metacritic"),
    "letterboxd": (r"letterboxd", r"tomato|metacritic|imdb"),
}
_HIGHEST = {"imdb": 10.0, "letterboxd": 5.0}
_POINTS = 100
_VIEWED = {
    "views": r"views?\b", "hours": r"hours?\b", "minutes": r"minutes?\b", "households": r"households?\b",
    "viewers": r"viewers?\b|people\b", "accounts": r"accounts?\b",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, in figures or words.

    Attributes:
        start: offset of its first character.
        end: offset behind its last, percent sign and "million" included.
        value: the number.
        percent: whether it is a percentage.
        before: the words before it.
        behind: the words behind it.
    """

    start: int
    end: int
    value: float
    percent: bool
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Support:
    """A span and what can be read from it.

    Attributes:
        words: its words.
        lead: its sentence up to its end.
        sentence: the whole sentence in which it begins.
        figures: its numbers.
        dates: its dates.
        seasons: its words for seasons.
        platforms: the platforms that it names, by the vocabulary's names.
        spoken: whether it lies inside quotation marks that hold speech.
    """

    words: str
    lead: str
    sentence: str
    figures: tuple[Figure, ...]
    dates: tuple[PartialDate, ...]
    seasons: tuple[SeasonWords, ...]
    platforms: frozenset[str]
    spoken: bool

    def names_season(self, season: int, predicate: Predicate) -> bool:
        """Whether the span names a season: by its number, or for an end by how many there were."""
        after = predicate in {Predicate.CANCELLED, Predicate.ENDING}
        return any(
            season in said.numbers or (after and said.count == season and not said.more) for said in self.seasons
        )

    def has(self, wanted: float) -> bool:
        """Whether the span has a number."""
        return any(figure.value == wanted for figure in self.figures)

    def counts(self, predicate: Predicate, wanted: float) -> bool:
        """Whether the span counts so many episodes or seasons."""
        return any(f.value == wanted and _COUNTED[predicate].match(f.behind) for f in self.figures)

    def ranks(self, wanted: float) -> bool:
        """Whether the span gives a place in a chart."""
        if wanted == 1 and _TOP.search(self.words):
            return True
        return any(
            f.value == wanted and not _OUT_OF.search(f.before)
            and (_RANK_BEFORE.search(f.before) or _RANK_BEHIND.match(f.behind))
            for f in self.figures
        )  # fmt: skip

    def scores(self, wanted: float, unit: str) -> bool:
        """Whether the span gives a score and names its system, and no other; a share wins over plain numbers."""
        named, other = _SYSTEMS.get(unit, (re.escape(unit), r"(?!)"))
        if wanted > _HIGHEST.get(unit, _POINTS) or not re.search(named, self.words, re.IGNORECASE):
            return False
        if re.search(other, self.words, re.IGNORECASE):
            return False
        possible = [f for f in self.figures if not _OUT_OF.search(f.before)]
        shares = [f for f in possible if f.percent]
        return any(f.value == wanted for f in shares or possible)

    def measures(self, wanted: float, unit: str) -> bool:
        """Whether the span gives a number of views, hours and their like."""
        named = rf"\b(?:{_VIEWED.get(unit, '(?!)')})"
        return self.has(wanted) and bool(re.search(named, self.words, re.IGNORECASE))


class Evidence:
    """A text, ready to be asked what a span of it supports."""

    def __init__(self, text: str, names: Names, reference: date | None, title: str = "") -> None:
        """Read a text's shows, platforms, seasons and sentences once.

        Args:
            text: the text.
            names: the catalogue's names.
            reference: the day from which relative dates count, or None.
            title: the headline, which may name the show too.
        """
        self.text = text
        self._reference = reference
        self._document = document.make(text, names, reference)
        year = reference.year if reference else None
        self._mentions = naming.find(text, names, self._document.quoted, published=year)
        self._seasons = seasons.find(text)
        headed = naming.find(title, names, quotes.find(title), published=year)
        self._shows = _shows(text, self._mentions) | _shows(title, headed)

    def show(self, name: str) -> Subject | None:
        """Return the show that the text or its title names so, or None; its id is the catalogue's or None."""
        return self._shows.get(tuple(keys_of(name))) if name else None

    def of(self, start: int, end: int) -> Support:
        """Return what the span between two offsets supports."""
        first, last = self.paragraph(start)
        first, last = max(first, start - _REACH), min(last, end + _REACH)
        around = self.text[first:last]
        sentences = [(s.start, s.end) for s in self._document.sentences if s.start <= start < s.end]
        opening, stop = sentences[0] if sentences else (start, end)
        return Support(
            words=self.text[start:end],
            lead=self.text[opening:end],
            sentence=self.text[opening:stop],
            figures=tuple(_figures(around, start - first, end - first)),
            dates=tuple(
                when
                for at, behind, when in find_dates(around, self._reference)
                if at >= start - first and behind <= end - first
            ),
            seasons=tuple(s for s in self._seasons if s.start >= start and s.end <= end),
            platforms=frozenset(
                m.name for m in self._mentions if isinstance(m, PlatformMention) and m.start >= start and m.end <= end
            ),
            spoken=any(q.inner_start <= start and end <= q.inner_end and not q.titled for q in self._document.quoted),
        )

    def paragraph(self, place: int) -> tuple[int, int]:
        """Return where the paragraph of an offset begins and ends."""
        behind = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, len(self.text) if behind < 0 else behind


def _shows(text: str, found: Iterable[Mention]) -> dict[tuple[str, ...], Subject]:
    """Return the shows of a text by the words of their names, as written and as the catalogue has them."""
    shows: dict[tuple[str, ...], Subject] = {}
    for mention in found:
        if isinstance(mention, ShowMention) and (mention.strong or mention.quoted):
            for name in (text[mention.start : mention.end], mention.subject.name):
                shows.setdefault(tuple(keys_of(name)), mention.subject)
    return shows


def _figures(text: str, start: int, end: int) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text):
        if found.start() < start or found.end() > end:
            continue
        said = float(number(found["word"])) if found["word"] else float(found["digits"].replace(",", ""))
        if found["fraction"]:
            said = float(found["digits"].replace(",", "") + found["fraction"])
        scale = _SCALES[found["scale"].lower()] if found["scale"] else 1
        # 7.8 million is 7,800,000 and not a hair less.
        value = round(said * scale, 4)
        before = text[max(start, found.start() - 20) : found.start()]
        behind = text[found.end() : min(end, found.end() + 40)]
        yield Figure(found.start(), found.end(), value, found["percent"] is not None, before, behind)
