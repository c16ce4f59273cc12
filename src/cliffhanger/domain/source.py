"""Where facts come from: sources, their terms, pinned bytes, and the origin of a story."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cliffhanger.domain.vocabulary import Tier


@dataclass(frozen=True, slots=True)
class Licence:
    """A source's terms.

    Attributes:
        name: the licence's own name, such as "CC BY-SA 4.0".
        url: where the terms stand.
        attribution: the words that must go with the data, or an empty text.
        ships: whether its raw figures (ratings, votes, scores, viewing) may ship with the package. Facts, such
            as who, when, where and decided what, ship under every licence, named with their source.
    """

    name: str
    url: str
    attribution: str = ""
    ships: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher of facts.

    Attributes:
        name: its short name, the same as its folder's.
        title: its name for people.
        licence: its terms.
        tier: how near it stands to a decision.
        homepage: where a person would look a fact up.
    """

    name: str
    title: str
    licence: Licence
    tier: Tier
    homepage: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The first telling of a story; its copies elsewhere add no evidence.

    Attributes:
        key: the same for every copy.
        publisher: who told it first, as far as known.
        url: where, or an empty text.
    """

    key: str
    publisher: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes as they were obtained, pinned before anything reads them.

    Attributes:
        name: the file's name, without its folder.
        content: the bytes.
        known_at: the day the source published them, where the name or the source tells.
        obtained_at: when they were read from disk or fetched.
        sha256: hash of the bytes, in hex.
    """

    name: str
    content: bytes = field(repr=False)
    obtained_at: datetime
    known_at: datetime | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        """Hash the bytes; a hash that was handed in must be theirs."""
        actual = hashlib.sha256(self.content).hexdigest()
        if self.sha256 not in ("", actual):
            msg = f"{self.name}: the bytes are not those of sha256 {self.sha256}"
            raise ValueError(msg)
        object.__setattr__(self, "sha256", actual)

    @property
    def size(self) -> int:
        """Number of bytes."""
        return len(self.content)

    def open(self) -> io.BytesIO:
        """Return a fresh reader over the bytes."""
        return io.BytesIO(self.content)
