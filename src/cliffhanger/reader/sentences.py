"""A sentence whose mentions are one character each, and the way back from it to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from cliffhanger.domain.claim import Span
from cliffhanger.reader.marks import SHOW
from cliffhanger.reader.mentions import DateMention, PlatformMention, ShowMention, SpeechMention
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.mentions import Mention

T = TypeVar("T")

_CORRECTION = re.compile(
    r"\b(?:earlier|previous)\s+version\s+of\s+this|\b(?:misstated|incorrectly\s+(?:said|stated))\b", re.IGNORECASE
)
_KIN = re.compile(
    r"\b(?:spin-?off|sequel|prequel|successor|follow-?up|reboot|revival|companion|offshoot"
    r"|remake|reimagining|continuation|adaptation|version)(?:\s+series)?\s+(?:of|to|from)\s+"
    r"(?:[\w\u2019'-]+\s+){0,4}$"
    r"|\b(?:based\s+on|adapted|developed|drawn|inspired\s+by)\b[^,;]{0,60}?\b(?:[\w.]+\s+){0,3}[\w.]+['\u2019]s?\s+$",
    re.IGNORECASE,
)

_KIN_BEHIND = re.compile(
    rf"['\u2019]?s?\s+(?:spin-?off|sequel|prequel|offshoot|companion)(?:\s+(?:series|show|drama))?,?\s+{SHOW}",
    re.IGNORECASE,
)

# "S, the S prequel, finished", "S, the comedy set in the world of S, has": an aside tells of another show by the way.
_INSET_BEFORE = re.compile(
    rf"{SHOW}['\u2019]?,\s+(?:the|an?|led|starring|with|from|by|featuring|hosted)\s+[^,;{SHOW}]{{0,80}}$", re.IGNORECASE
)
_INSET_BEHIND = re.compile(
    r"['\u2019]?s?(?:\s+[\w\u2019'-]+){0,6},\s+(?!(?:and|or|the|an?|which|that|who)\b)", re.IGNORECASE
)
# "Mike Schur (S, S and S)": what somebody is known from.
_KNOWN_BEFORE = re.compile(rf"\w \((?:{SHOW},?\s+(?:and\s+)?)*$")
_KNOWN_BEHIND = re.compile(rf"(?:,?\s+(?:and\s+)?{SHOW})*\)")
# "Debuted on D, right after the return of S, and will end on D": S only tells when.
_SINCE_ANOTHER = re.compile(
    r",\s+(?:\w+\s+){0,2}(?:after|before|behind)\s+(?:the\s+)?(?:(?:season|series)\s+)?(?:return|premiere|finale|launch|debut|end)\s+of\s+[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
# "The years after the S murders": no show has those.
_THINGS_OF_IT = re.compile(r"\s+(?:murders|killings|novels|books|trial|scandal|case)\b")
# "S premiered behind S": the hour before it belongs to another show.
_BESIDE = re.compile(
    r"\b(?:premiered|debuted|air(?:ed|s|ing)?|bowed|launched|premieres?)[^.;]{0,30}?\s+(?:behind|opposite|against|alongside|(?:right|directly|immediately)\s+(?:after|before))\s+$",
    re.IGNORECASE,
)

# "The same month as S", "having passed S", "one point above S", "its own S": another show only measures.
_MEASURED_BY = re.compile(
    r"\b(?:same\s+\w+\s+as|(?:having\s+|has\s+|had\s+)?(?:passed|overtaken|overtook|beaten|topped|outlasted|surpassed)|passing|overtaking|beating|topping|outlasting|surpassing"
    r"|(?:its|their|his|her)\s+own|(?:the|its)\s+answer\s+to|compared\s+(?:to|with)|reminiscent\s+of|unlike|such\s+as"
    r"|\b(?:points?|places?|spots?|notch(?:es)?)\s+(?:above|below|behind|ahead\s+of|(?:higher|lower|more|better|worse)\s+than))\s+(?:[\w-]+\s+)?[\"'\u2018\u201c]?$"
    r"|\b(?:the|another)\s+(?:next|new)\s+[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, a headline or a line of a list; none is changed, or is another one, though it may say the same.

    Attributes:
        document: the document it stands in.
        index: its place among the document's sentences.
        paragraph: its paragraph's place.
        start: offset of its first character in the document's text.
        end: offset behind its last.
        marked: its words, with every mention as one character.
        mentions: the mentions, from left to right.
        places: where each mention stands in ``marked``.
        by_kind: the mentions with their places, by what they are.
    """

    document: Document
    index: int
    paragraph: int
    start: int
    end: int
    marked: str
    mentions: tuple[Mention, ...] = field(repr=False)
    places: tuple[int, ...] = field(repr=False)
    by_kind: Mapping[type, Sequence[tuple[int, Any]]] = field(repr=False)

    @property
    def text(self) -> str:
        """Its words as they stand in the document."""
        return self.document.text[self.start : self.end]

    @property
    def corrects(self) -> bool:
        """Whether it tells what an earlier version said wrongly."""
        return any(word in self.marked for word in ("version", "misstated", "incorrectly")) and bool(
            _CORRECTION.search(self.marked)
        )

    def at(self, place: int) -> Mention:
        """Return the mention that stands at a place of ``marked``.

        Raises:
            KeyError: where none does.
        """
        index = bisect_right(self.places, place) - 1
        if index < 0 or self.places[index] != place:
            raise KeyError(place)
        return self.mentions[index]

    def show(self, place: int) -> ShowMention:
        """Return the show marked at a place."""
        return _of(ShowMention, self.at(place))

    def season(self, place: int) -> SeasonWords:
        """Return the season words marked at a place."""
        return _of(SeasonWords, self.at(place))

    def platform(self, place: int) -> PlatformMention:
        """Return the platform marked at a place."""
        return _of(PlatformMention, self.at(place))

    def date(self, place: int) -> DateMention:
        """Return the date marked at a place."""
        return _of(DateMention, self.at(place))

    def speech(self, place: int) -> SpeechMention:
        """Return the speech marked at a place."""
        return _of(SpeechMention, self.at(place))

    def original(self, place: int) -> int:
        """Return the offset in the document's text of a place in ``marked``; its length gives the end."""
        index = bisect_right(self.places, place) - 1
        if index < 0:
            return self.start + place
        at = self.places[index]
        mention = self.mentions[index]
        return mention.start if place == at else mention.end + (place - at - 1)

    def span(self, start: int, end: int) -> Span:
        """Return the words between two places of ``marked`` as they stand in the text, without blanks at the ends."""
        first, last = self.original(start), self._end(end)
        text = self.document.text
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return Span(first, last, text[first:last])

    def words(self, start: int, end: int) -> str:
        """Return the words between two places of ``marked``, without blanks at the ends."""
        return self.span(start, end).text

    def whole(self) -> Span:
        """Return the whole sentence as a span."""
        return Span(self.start, self.end, self.text)

    def all_of(self, kind: type[T]) -> Sequence[tuple[int, T]]:
        """Return each mention of a kind with its place in ``marked``."""
        return self.by_kind.get(kind, ())

    def is_kin(self, place: int) -> bool:
        """Whether the show at a place is only what another one comes from: "a spin-off of S", "S spin-off S"."""
        if _KIN_BEHIND.match(self.marked, place + 1):
            return True
        if _INSET_BEHIND.match(self.marked, place + 1) and _INSET_BEFORE.search(self.marked, max(0, place - 90), place):
            return True
        return _KIN.search(self.marked, max(0, place - 60), place) is not None

    def is_aside(self, place: int) -> bool:
        """Whether the show at a place is what somebody is known from, stands beside or measures: "Kim Min-seok (S)"."""
        around = self.marked[max(0, place - 3) : place + 2]
        known_from = around[:1].isalpha() and around[1:] == f" ({SHOW})"
        known_from = known_from or (
            _KNOWN_BEHIND.match(self.marked, place + 1) is not None
            and _KNOWN_BEFORE.search(self.marked, max(0, place - 30), place) is not None
        )
        return (
            known_from
            or _THINGS_OF_IT.match(self.marked, place + 1) is not None
            or _MEASURED_BY.search(self.marked, max(0, place - 50), place) is not None
            or _BESIDE.search(self.marked, max(0, place - 24), place) is not None
            or _SINCE_ANOTHER.search(self.marked, max(0, place - 40), place) is not None
        )

    def _end(self, place: int) -> int:
        """Return the offset behind the character before a place."""
        if place == 0:
            return self.start
        index = bisect_right(self.places, place - 1) - 1
        if index >= 0 and self.places[index] == place - 1:
            return self.mentions[index].end
        return self.original(place - 1) + 1


def _of(kind: type[T], mention: Mention) -> T:
    if not isinstance(mention, kind):
        msg = f"{mention!r} is no {kind.__name__}"
        raise TypeError(msg)
    return mention
