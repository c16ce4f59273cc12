"""A Netflix title taken apart: the series, the season, and what is only part of a season.

"Season 2" is a season. A Part, Volume, Book or Chapter may be half a season or
a season: its number is not taken for a season's, and its wording is kept. Where
a bare title stands beside the same title with a number behind it ("Stranger
Things", "Stranger Things 2"), the number is the season, and the bare title is
the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cliffhanger.sources.netflix.words import LIMITED_WORDS, NO_SEASON, PART_WORDS, ROMAN, SEASON_WORDS

_YEARS = range(1900, 2100)  # such a "season" is the year of an edition
_INVISIBLE = dict.fromkeys((0x200B, 0x200E, 0x200F, 0xFEFF))  # marks of writing direction and the like
_ONE_OF_SEASONS, _ONE_OF_PARTS, _ONE_OF_LIMITED = (
    "|".join(re.escape(word) for word in words) for words in (SEASON_WORDS, PART_WORDS, LIMITED_WORDS)
)
_SEASON = re.compile(
    rf"(?:(?:{_ONE_OF_SEASONS}) ?(?P<n>\d+)|S(?P<short>\d+)(?=:)|(?P<nth>\d+)(?:st|nd|rd|th|ª) (?:season|temporada))"
    r"(?P<rest>(?!\d).*)",
    re.IGNORECASE,
)
_LIMITED = re.compile(rf"(?:{_ONE_OF_LIMITED})(?![a-z])", re.IGNORECASE)
_PART = re.compile(rf"(?:{_ONE_OF_PARTS}) ?(?P<n>\d+|[IVX]+)(?![\w-])|(?:The )?Final Season\b", re.IGNORECASE)
# A name of its own behind the number ("Season 4: Percy", "Season 1 - Secrets of ..."), but no part of the season.
_NAMED = re.compile(rf"\s*(?:|[:.]|[:-] (?!.*\b(?:{_ONE_OF_PARTS}) ?\d).*|[\"“].*)", re.IGNORECASE)
_FIRST_HALF = re.compile(rf"(?:A|\W*(?:{_ONE_OF_PARTS}) ?1\W*)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?P<n>\d{1,2}|[IVX]+)(?:\.(?: .*)?)?")
_NUMBERED_TITLE = re.compile(r"(?P<show>.+?):? (?P<n>\d{1,2}|[IVX]+)")
_COLON = ":\N{FULLWIDTH COLON}"
_FOREIGN_SEASON = re.compile(rf"[{_COLON}] ?(?:第.{{1,6}}[季期部]|시즌.*|シーズン.*|season.*)$", re.IGNORECASE)
_LAST_COLON = re.compile(rf"[{_COLON}](?=[^{_COLON}]*$)")


@dataclass(frozen=True, slots=True)
class Named:
    """What a title names.

    Attributes:
        season: season number, or None.
        part: the wording of what is not a whole season, or empty.
        limited: whether it is called a limited series.
        opens: whether its first day is that of the season, or of the series where no season is named.
    """

    season: int | None = None
    part: str = ""
    limited: bool = False
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """A title of the half-year reports.

    Attributes:
        show: the series.
        named: which part of it.
        aliases: the title in other languages.
        says_series: whether the wording can only be a series'.
    """

    show: str
    named: Named
    aliases: tuple[str, ...] = ()
    says_series: bool = False


def read_wording(wording: str) -> Named:
    """Read what stands behind a series' title.

    Example:
        >>> read_wording("Part 3")
        Named(season=None, part='Part 3', limited=False, opens=False)
    """
    if not wording:
        return Named()
    if _LIMITED.match(wording):
        return Named(season=1, limited=True)
    if found := _SEASON.match(wording):
        return _season(wording, int(found["n"] or found["short"] or found["nth"]), found["rest"])
    part = _PART.match(wording)
    first = part is not None and part["n"] is not None and _number(part["n"]) == 1
    return Named(part=wording, opens=first)


def _season(wording: str, number: int, rest: str) -> Named:
    if number == 0 or number in _YEARS:
        return Named(part=wording, opens=False)
    if _NAMED.fullmatch(rest):
        return Named(season=number)
    return Named(season=number, part=wording, opens=bool(_FIRST_HALF.fullmatch(rest)))


def read_weekly(show: str, season_title: str, *, numbered: frozenset[str]) -> Named:
    """Read a row of the weekly chart.

    Args:
        show: its title.
        season_title: its season's title, which repeats the title.
        numbered: the titles that have a bare number for a season somewhere in the chart.
    """
    if season_title == NO_SEASON:
        return Named(season=1) if show in numbered else Named()
    wording = season_title.removeprefix(show).strip(" :")
    if number := bare_number(show, season_title):
        return Named(season=number)
    return read_wording(wording)


def bare_number(show: str, season_title: str) -> int | None:
    """Return the season where it is a mere number behind the title ("Stranger Things 4", "Barbarians: II")."""
    found = _BARE_NUMBER.fullmatch(season_title.removeprefix(show).strip(" :"))
    return _number(found["n"]) if found and season_title.startswith(show) else None


def read_titles(titles: list[str]) -> dict[str, Title]:
    """Read the titles of one sheet of a half-year report; each is ``title: season // the same in other languages``."""
    read = {title: _read_title(title) for title in titles}
    bare = {title.show for title in read.values() if title.named == Named()}
    numbered = {
        text: found
        for text, title in read.items()
        if title.named == Named() and (found := _NUMBERED_TITLE.fullmatch(title.show))
        if found["show"] in bare and (_number(found["n"]) or 0) > 1
    }  # fmt: skip
    firsts = {found["show"] for found in numbered.values()}
    for text, title in read.items():
        if text in numbered:
            # Its titles in other languages end with the number too: the bare title's do not.
            read[text] = Title(numbered[text]["show"], Named(season=_number(numbered[text]["n"])))
        elif title.named == Named() and title.show in firsts:
            read[text] = Title(title.show, Named(season=1), title.aliases)
    return read


def _read_title(text: str) -> Title:
    english, *others = (" ".join(half.split()) for half in text.translate(_INVISIBLE).split(" // "))
    show, named = english, Named()
    # The first colon with the wording of a season behind it: "Homicide: New York: Season 1".
    for colon in re.finditer(": ?", english):
        wording = english[colon.end() :]
        if _LIMITED.match(wording) or _SEASON.match(wording) or _PART.match(wording):
            show, named = english[: colon.start()], read_wording(wording)
            break
    says_series = named != Named()
    aliases = (_without_season(other, says_series=says_series) for other in others)
    return Title(show, named, tuple(alias for alias in dict.fromkeys(aliases) if alias not in ("", show)), says_series)


def _without_season(other: str, *, says_series: bool) -> str:
    if says_series:
        return _LAST_COLON.split(other)[0].strip()
    return _FOREIGN_SEASON.sub("", other).strip()


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else ROMAN.get(word.upper())
