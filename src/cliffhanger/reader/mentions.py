"""What a text mentions: a show, a platform, a date, speech, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from cliffhanger.reader.marks import DATE, PLATFORM, SHOW, SPEECH
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Subject
    from cliffhanger.reader.names import Name
    from cliffhanger.reader.quotes import Quoted


@dataclass(frozen=True, slots=True)
class ShowMention:
    """A show's name in a text.

    Attributes:
        start: offset of the first character, quotation marks included.
        end: offset behind the last.
        subject: the show; its id is None where the catalogue does not know it or cannot tell which it is.
        quoted: whether it stands in quotation marks.
        strong: whether the text itself says that it is a show.
        names: the catalogue's entries of that name, the best known first.
    """

    mark: ClassVar[str] = SHOW
    start: int
    end: int
    subject: Subject
    quoted: bool
    strong: bool
    names: tuple[Name, ...] = ()

    @property
    def begun(self) -> int | None:
        """The show's first year, or None where the catalogue does not know it."""
        return next((name.year for name in self.names if name.show == self.subject.id), None)


@dataclass(frozen=True, slots=True)
class PlatformMention:
    """A platform's name in a text.

    Attributes:
        start: offset of the first character.
        end: offset behind the last.
        name: the platform by the vocabulary's name.
    """

    mark: ClassVar[str] = PLATFORM
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date's words in a text.

    Attributes:
        start: offset of the first character.
        end: offset behind the last.
        date: the date.
    """

    mark: ClassVar[str] = DATE
    start: int
    end: int
    date: PartialDate


@dataclass(frozen=True, slots=True)
class SpeechMention:
    """A stretch of speech in quotation marks.

    Attributes:
        start: offset of the opening mark.
        end: offset behind the closing one.
        quoted: the marks and what is inside.
    """

    mark: ClassVar[str] = SPEECH
    start: int
    end: int
    quoted: Quoted


Mention = ShowMention | PlatformMention | DateMention | SpeechMention | SeasonWords
