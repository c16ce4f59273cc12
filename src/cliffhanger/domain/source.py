"""Where facts come from: sources, their terms, pinned bytes, and the origin of a story."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

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


@dataclass(frozen=True, slots=True, init=False)
class Snapshot:
    """Bytes as they were obtained, pinned before anything reads them.

    Attributes:
        name: the file's name, without its folder.
        held: the bytes, or where they lie in a file that nobody changes, for files too large to be held.
        obtained_at: when they were read from disk or fetched.
        known_at: the day the source published them, where the name or the source tells.
        sha256: hash of the bytes, in hex.
        size: number of bytes.
    """

    name: str
    held: bytes | Path = field(repr=False)
    obtained_at: datetime
    known_at: datetime | None
    sha256: str
    size: int

    def __init__(
        self,
        name: str,
        content: bytes | Path,
        obtained_at: datetime,
        known_at: datetime | None = None,
        sha256: str = "",
    ) -> None:
        """Hash the bytes; a hash that was handed in must be theirs."""
        if isinstance(content, bytes):
            actual, size = hashlib.sha256(content).hexdigest(), len(content)
        else:
            with content.open("rb") as file:
                actual, size = hashlib.file_digest(file, "sha256").hexdigest(), content.stat().st_size
        if sha256 not in ("", actual):
            msg = f"{name}: the bytes are not those of sha256 {sha256}"
            raise ValueError(msg)
        values = (name, content, obtained_at, known_at, actual, size)
        for attribute, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, attribute, value)

    @property
    def content(self) -> bytes:
        """The bytes; read anew where they lie in a file."""
        return self.held if isinstance(self.held, bytes) else self.held.read_bytes()

    def head(self, size: int) -> bytes:
        """Return the first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def open(self) -> BinaryIO:
        """Return a fresh reader over the bytes."""
        return io.BytesIO(self.held) if isinstance(self.held, bytes) else self.held.open("rb")
