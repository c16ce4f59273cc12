"""Titles to keys: what two sources may write differently, and still mean the same.

A key is a title's words run together, without case, accents and punctuation.
A title has several: its own, and looser ones without its brackets, its brand,
its host or its subtitle.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCRIPTS = {"ko": "[가-힣]", "ja": "[ぁ-ヿ]", "th": "[ก-๛]", "ar": "[ء-ي]", "he": "[א-ת]"}
"""Letters that tell a language; Chinese ones are Japanese too."""

SAME, LOOSE, PARTIAL = 0, 1, 2
"""How loosely a key stands for a title: the title itself, a form of it, a part of it."""

NAMES: dict[str, type[pl.DataType]] = {
    "show": pl.String,
    "key": pl.String,
    "looseness": pl.Int8,
    "words": pl.Int8,
    "title": pl.String,
}
"""A key of a show, how loosely and of how many words, and the title that gives it."""

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
# Letters that Unicode does not take apart; blanks are left out of keys, because "Master Chef" is also "MasterChef".
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_ARTICLES = ("the", "a", "an")
_NATIONS = {
    "us": "US", "usa": "US", "us version": "US", "uk": "GB", "au": "AU", "australia": "AU", "ca": "CA", "canada": "CA",
    "nz": "NZ", "ie": "IE", "in": "IN", "india": "IN", "kr": "KR", "jp": "JP", "de": "DE", "fr": "FR", "it": "IT",
}  # fmt: skip
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_KNOWN_AS = re.compile(r"^\s*(?:a\.?k\.?a\.?)\s+", re.IGNORECASE)
_APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_BRAND = re.compile(
    rf"(?:marvel|dc|disney|dreamworks|saban|stan lee|tyler perry)(?:{_APOSTROPHE}?s)?\s+(?=\S)", re.IGNORECASE
)
_OWNER = re.compile(rf"[^:]{{3,30}}?(?:{_APOSTROPHE}s|s{_APOSTROPHE})\s+(?=\S)|.{{3,40}}? presents:?\s+", re.IGNORECASE)
_HOST = re.compile(r"\s+(?:with|starring|hosted by|featuring)\s+.+$", re.IGNORECASE)
_TRAILING = re.compile(r"\s(US|UK|(?:19|20)\d\d)$")
_SUBTITLE = re.compile(r":\s|\s[-\N{EN DASH}\N{EM DASH}]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_WORDS = 2


def fold(title: str) -> list[str]:
    """Return a title's words without case, accents and punctuation; small numbers become digits.

    Example:
        >>> fold("Marvel's Agents of S.H.I.E.L.D."), fold("11/22/63"), fold("2 Broke Girls") == fold("Two Broke Girls")
        (['marvels', 'agents', 'of', 'shield'], ['11', '22', '63'], True)
    """
    text = unicodedata.normalize("NFKD", title.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.translate(_LETTERS)
    text = re.sub(r"(?<=\d)[./](?=\d)", " ", text)
    text = re.sub("['\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`.]", "", text)
    text = re.sub(r"\s\+\s|&|\sn\s", " and ", text)
    return [_NUMBERS.get(word, word) for word in re.sub(r"[\W_]+", " ", text).split()]


def hints(title: str) -> tuple[int | None, str | None]:
    """Return the year and the country that stand in a title's brackets.

    Example:
        >>> hints("One Day at a Time (2017)"), hints("Shameless (U.S.)")
        ((2017, None), (None, 'US'))
    """
    inside = [" ".join(fold(text)) for text in _BRACKETS.findall(title)]
    years = [int(text) for text in inside if _YEAR.fullmatch(text)]
    return next(iter(years), None), next((_NATIONS[text] for text in inside if text in _NATIONS), None)


def language_of(title: str) -> str | None:
    """Return the language that a title's letters tell, if they tell one.

    Example:
        >>> language_of("사랑의 불시착"), language_of("Lost")
        ('ko', None)
    """
    return next((language for language, letters in _SCRIPTS.items() if re.search(letters, title)), None)


@cache
def renames() -> dict[str, str]:
    """Return the names that a show also goes by, as keys, and the name that IMDb has for it."""
    lines = Path(__file__).with_name("renames.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {"".join(_without_article(fold(other))): name for other, name in pairs}


def keys(title: str) -> dict[str, tuple[int, int]]:
    """Return the keys under which a title may be met, each with its looseness and its number of words."""
    found: dict[str, tuple[int, int]] = {}
    for text, looseness in _forms(title):
        words = fold(text)
        short = _without_article(words)
        # "The Rebels" are not quite "Rebels", where nothing but an article tells them apart.
        step = SAME if short == words else PARTIAL if len(short) == 1 else LOOSE
        for key, loose in (("".join(words), looseness), ("".join(short), min(looseness + step, PARTIAL))):
            if key and found.get(key, (PARTIAL + 1, 0))[0] > loose:
                found[key] = (loose, len(short))
    return found


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _forms(title: str) -> Iterator[tuple[str, int]]:
    yield title, SAME
    if known := renames().get("".join(_without_article(fold(title)))):
        yield known, SAME
    for text in _BRACKETS.findall(title):
        inside = " ".join(fold(text))
        if not (_YEAR.fullmatch(inside) or inside in _NATIONS):
            yield _KNOWN_AS.sub("", text), LOOSE
    base = _BRACKETS.sub("", title).strip() or title
    if base != title:
        yield base, SAME if any(hints(title)) else LOOSE
    plain = _without_prefix(_BRAND, base)
    forms = (
        (_TRAILING.sub("", base), LOOSE),
        (plain, LOOSE),
        (_without_prefix(_OWNER, base), PARTIAL),
        (_HOST.sub("", base), PARTIAL),
    )
    yield from (form for form in forms if form[0] != base)
    # A brand and a subtitle may stand in one title.
    for form in dict.fromkeys((base, plain)):
        parts = _SUBTITLE.split(form, maxsplit=1)
        if len(parts) == _TWO_WORDS:
            yield parts[0], PARTIAL
            if len(fold(parts[1])) >= _TWO_WORDS:
                yield parts[1], PARTIAL


def _without_prefix(prefix: re.Pattern[str], title: str) -> str:
    found = prefix.match(title)
    return title[found.end() :] if found else title


def names_frame(titles: Iterable[tuple[str, str, bool]]) -> pl.DataFrame:
    """Return a frame of ``NAMES``: the keys of shows, each with the title that gives it most exactly.

    Args:
        titles: show, title, and whether that is an alias: a name in another language or of other years.
    """
    known = cache(keys)
    rows = [
        (show, key, min(looseness + alias, PARTIAL), words, title)
        for show, title, alias in titles
        for key, (looseness, words) in known(title).items()
    ]
    frame = pl.DataFrame(rows, schema=NAMES, orient="row")
    return frame.sort("looseness", "title").unique(["show", "key"], keep="first", maintain_order=True)
