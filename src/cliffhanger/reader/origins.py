"""Whether two texts are one story: what ten sites have copied has one origin.

A text's fingerprint is a bottom-k sketch of its shingles (Broder, "On the
resemblance and containment of documents", 1997): every run of ``WIDTH`` words
is hashed, and the ``KEPT`` smallest hashes are kept. Of two texts, the share of
common hashes among the smallest of both together estimates their resemblance,
the share of runs that they have in common; of texts with fewer runs it is
exact. Case, accents, punctuation and quotation marks count for nothing.

A fingerprint depends on its own text alone, so the order in which articles
arrive changes nothing; grouping is for whoever counts.

The resemblance that is needed falls with length, from 0.8 for a headline to
``LEAST``: headlines of different stories share a pattern ("X renewed for
season 2 at Y"), long texts do not. Measured on the reports of the tests, which
hold these figures (needed are 0.33 for the short ones, 0.28 for the long):

    six reports of 97 to 110 words            lowest  highest
      copy with another headline                0.90     0.94
      copy with paragraphs before and behind    0.65     0.71
      copy without every third sentence         0.60     0.92
      copy with other quotation marks           1.00     1.00
      copy with another dateline                0.94     1.00
    two of 303 and 326 words
      copy with all of these                    0.48     0.54
    two reports of one event                    0.00     0.00
    two reports of one event, one statement     0.10     0.13
"""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WIDTH = 3
"""Words in a shingle; the printed form begins with it, so that a later change cannot be mistaken."""

KEPT = 48
"""Hashes kept; the estimate's standard error is then at most 0.07."""

LEAST = 0.25
"""The resemblance that long texts need."""

# What short texts need beyond it, and up to how many shingles in full.
_EXTRA, _HEADLINE = 0.55, 16
_ROUNDING = 1e-9
_VERSION = f"w{WIDTH}"
_BYTES = 4
# Odd constants spread word hashes over 64 bits; the last one and the shifts are those of splitmix64's first round.
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_MIX, _FIRST_SHIFT, _SECOND_SHIFT, _HALF = 0xBF58476D1CE4E5B9, 30, 27, 32
# In UTF-8: general punctuation, the signs of Latin-1, and the accents that decomposition has set apart.
_PUNCTUATION = re.compile(rb"\xe2[\x80\x81].", re.DOTALL)
_SIGNS = re.compile(rb"\xc2.", re.DOTALL)
_ACCENTS = re.compile(rb"\xcc.", re.DOTALL)
_PRINTED = re.compile(rf"{_VERSION}\.(0|[1-9a-f][0-9a-f]{{0,7}})\.([A-Za-z0-9_-]{{0,{KEPT * _BYTES * 4 // 3}}})")
_ASCII = 0x80
# Bytes of words as they are, but for capitals of ASCII; every other byte of ASCII parts words.
_PLAIN = bytes(ord(chr(byte).lower()) if byte >= _ASCII or chr(byte).isalnum() else 0x20 for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What a fingerprint holds.

    Attributes:
        size: number of different shingles in the text.
        hashes: the smallest of their hashes, at most ``KEPT``.
    """

    size: int
    hashes: frozenset[int]


def fingerprint(text: str) -> str:
    """Return a text's fingerprint: printable ASCII without blanks, at most 268 characters.

    A text without words has one too; it is like others without words only.

    Example:
        >>> fingerprint("Made-up Show returns") == fingerprint("MADE\u2013UP \u201cSHOW\u201d RETURNS!")
        True
    """
    hashes = _hashes(_words(text))
    kept = hashes[:KEPT].astype(">u4").tobytes()
    return f"{_VERSION}.{len(hashes):x}.{base64.urlsafe_b64encode(kept).decode().rstrip('=')}"


def resemblance(a: str, b: str) -> float:
    """Return the estimated share of shingles that two fingerprinted texts have in common, 0 to 1.

    Raises:
        ValueError: where one of them is no fingerprint, or one of another kind.
    """
    return _resemblance(_sketch(a), _sketch(b))


def same_origin(a: str, b: str) -> bool:
    """Whether two fingerprints are those of one story, copied or altered.

    Raises:
        ValueError: where one of them is no fingerprint, or one of another kind.
    """
    return _same(_sketch(a), _sketch(b))


def group(fingerprints: Sequence[str]) -> list[int]:
    """Return for each fingerprint its group's number, counted from 0 by first appearance.

    Two are in one group where a chain of fingerprints leads from one to the
    other, each of the same origin as the next. Compared are only those that
    share one of their rarer hashes, without which they could not be alike.

    Raises:
        ValueError: where one of them is no fingerprint, or one of another kind.
    """
    places = {printed: place for place, printed in enumerate(dict.fromkeys(fingerprints))}
    sketches = [_sketch(printed) for printed in places]
    union = _Union(len(sketches))
    for bucket in _buckets(sketches):
        _join(bucket, sketches, union)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(union.root(places[printed]), len(numbers)) for printed in fingerprints]


class _Union:
    """Disjoint sets of places (union-find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, place: int) -> int:
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def join(self, a: int, b: int) -> None:
        # The earlier place is the root, so that the order of joining does not show.
        first, second = sorted((self.root(a), self.root(b)))
        self._above[second] = first


def _buckets(sketches: Sequence[_Sketch]) -> list[list[int]]:
    """Return the places that share a rarer hash, for each such hash.

    A sketch is entered under all its hashes but the commonest, one fewer than it must share with any of its origin:
    two that share so many share one that is entered for both (prefix filtering; Chaudhuri, Ganti and Kaushik, "A
    primitive operator for similarity joins in data cleaning", 2006). What whole templates share is thus passed over.
    """
    counts = Counter(each for sketch in sketches for each in sketch.hashes)
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    for place, sketch in enumerate(sketches):
        rarest = sorted(sketch.hashes, key=lambda each: (counts[each], each))
        # Rounding must not ask for one more than there must be.
        must_share = max(1, ceil(_needed(sketch.size) * len(rarest) - _ROUNDING))
        for each in rarest[: len(rarest) - must_share + 1]:
            buckets[each].append(place)
    return [bucket for bucket in buckets.values() if len(bucket) > 1]


def _join(bucket: Sequence[int], sketches: Sequence[_Sketch], union: _Union) -> None:
    """Join those of a bucket that are of one origin; what is joined already is not compared again."""
    blocks: list[list[int]] = []
    for place in bucket:
        home: list[int] | None = None
        apart: list[list[int]] = []
        for block in blocks:
            if not _belongs(place, block, sketches, union):
                apart.append(block)
            elif home is None:
                home = block
            else:
                home += block
        if home is None:
            home = []
        home.append(place)
        blocks = [*apart, home]


def _belongs(place: int, block: Sequence[int], sketches: Sequence[_Sketch], union: _Union) -> bool:
    if union.root(place) == union.root(block[0]):
        return True
    for other in block:
        if _same(sketches[place], sketches[other]):
            union.join(place, other)
            return True
    return False


def _same(a: _Sketch, b: _Sketch) -> bool:
    return _resemblance(a, b) >= _needed(min(a.size, b.size))


def _needed(size: int) -> float:
    """Return the resemblance that a text of so many shingles needs: 0.8 for a headline, falling toward ``LEAST``."""
    return LEAST + _EXTRA * min(1.0, _HEADLINE / max(1, size))


def _resemblance(a: _Sketch, b: _Sketch) -> float:
    if not a.size or not b.size:
        return float(a.size == b.size)
    either = a.hashes | b.hashes
    common = a.hashes & b.hashes
    if a.size > KEPT or b.size > KEPT:
        smallest = sorted(either)[:KEPT]
        return sum(each in common for each in smallest) / len(smallest)
    return len(common) / len(either)


@lru_cache(maxsize=1_000)
def _sketch(printed: str) -> _Sketch:
    found = _PRINTED.fullmatch(printed)
    size = int(found[1], 16) if found else 0
    length = min(size, KEPT) * _BYTES
    if found is None or len(found[2]) != ceil(length * 4 / 3):
        msg = f"{printed!r:.60} is no fingerprint of this kind"
        raise ValueError(msg)
    packed = base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4))
    return _Sketch(size, frozenset(np.frombuffer(packed, dtype=">u4").tolist()))


def _words(text: str) -> list[bytes]:
    """Return a text's words in UTF-8, without case and accents."""
    if text.isascii():
        return text.encode().translate(_PLAIN).split()
    # Done on bytes, where searching for one lead byte is four times as fast as for a class of characters.
    data = unicodedata.normalize("NFKD", text).encode("utf-8", "replace")
    data = _ACCENTS.sub(b"", _SIGNS.sub(b" ", _PUNCTUATION.sub(b" ", data)))
    return data.translate(_PLAIN).split()


def _hashes(words: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return the different 32-bit hashes of the words' shingles, in ascending order; few words make one shingle."""
    if not words:
        return np.zeros(0, np.uint64)
    crcs = np.fromiter(map(zlib.crc32, words), dtype=np.uint64, count=len(words))
    if len(words) < WIDTH:
        crcs = np.pad(crcs, (0, WIDTH - len(words)))
    count = len(crcs) - WIDTH + 1
    mixed = sum(
        (crcs[at : at + count] * np.uint64(factor) for at, factor in enumerate(_FACTORS)), np.zeros(count, np.uint64)
    )
    mixed ^= mixed >> np.uint64(_FIRST_SHIFT)
    mixed *= np.uint64(_MIX)
    mixed ^= mixed >> np.uint64(_SECOND_SHIFT)
    return np.unique(mixed >> np.uint64(_HALF))
