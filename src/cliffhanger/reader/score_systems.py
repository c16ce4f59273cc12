"""Which system each figure of a sentence belongs to.

A figure's shape tells what it may be: a share is Rotten Tomatoes', a number of
two digits Metacritic's, one with a decimal IMDb's or of Metacritic's users. Of
the systems that a sentence names it is the one right beside it ("8.1 on
IMDb"), else the last one named before it that it fits ("on IMDb, where many
have voted, it stands at 8.1"). Other figures of that system may stand between
("81 on Metacritic for season 1 and 74 for season 2"). A share goes on to be
Rotten Tomatoes' where only an earlier sentence of its paragraph names that, if
its own words say that it is a score.

Whose it is, critics' or audiences', the words behind it say ("81% from
audiences"), else those before it in its clause ("viewers gave it 81%").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cliffhanger.reader import score_words as words
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S

if TYPE_CHECKING:
    from collections.abc import Iterator

PERCENT = 100
TEN = 10
OTHERS = {
    "letterboxd": 5, "anilist": 100, "myanimelist": 10, "tv time": 10, "tmdb": 10,
    "trakt": 100, "douban": 10, "serializd": 5,
}  # fmt: skip
"""The best that some systems give."""

_SHARES = frozenset({"anilist", "trakt"})
_METERS = frozenset({"tomatometer", "popcornmeter", "metascore"})
_TOMATOES = frozenset({"rotten tomatoes", "tomatometer", "popcornmeter"})
_WORD = re.compile(rf"[\w'\u2019+-]+|[{S}{N}]|[:;.!?(\[\u2014]")
_MOST_WORDS = 16
_TRADE = frozenset(words.TRADE.split())
_JOINING = frozenset({":", "("})
# Longest stretch between a system and a figure that does not stand right beside it.
_FAR = 120
# From where on a system's name is a part of the words that make a claim.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Figure:
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


@dataclass(frozen=True, slots=True)
class Joined:
    """A figure with the system that gave it.

    Attributes:
        figure: the figure.
        unit: the system, and whose score it is.
        start: where the words begin that say so.
        end: where they end.
        limit: where the words of the next figure begin.
        led: whether words before the figure say whose score it is.
    """

    figure: Figure
    unit: str
    start: int
    end: int
    limit: int
    led: bool = False


def joined(marked: str, *, told: bool, metacritic: bool = False, both: bool = False) -> Iterator[Joined]:
    """Yield the figures of a sentence that are scores.

    Args:
        marked: the sentence.
        told: whether its paragraph has named Rotten Tomatoes before.
        metacritic: whether the sentence before names Metacritic last.
        both: whether the sentence before tells what critics and what audiences gave, in this order.
    """
    systems = tuple(words.SYSTEMS.finditer(marked))
    found = [figure for figure in figures(marked) if not words.SOMETHING_ELSE.match(marked, figure.end)]
    ends = [0, *(figure.end for figure in found)]
    starts = [*(figure.start for figure in found[1:]), len(marked)]
    made: list[Joined] = []
    former = False
    for figure, since, limit in zip(found, ends, starts, strict=False):
        spot = _Spot(marked, figure, since, limit, systems, tuple(made))
        # "Up from 97% and 79": both were so before.
        goes_on = former and words.AND_ONLY.fullmatch(marked, since, figure.start) is not None
        former = goes_on or _is_former(marked, figure)
        one = _beside(spot) or _alone(spot, told=told) or (_of_users(spot) if metacritic else None)
        if both and _is_pair(spot):
            # "The first one finished with 88% and 64%".
            one = replace(made[-1], figure=figure, unit="popcornmeter", start=figure.start, end=figure.end, limit=limit)
        if one is None or _is_bound(marked, figure) or _is_same_again(spot, one):
            continue
        made.append(one)
        if not former or words.OWN_SEASON.match(marked, figure.end):
            yield one


@dataclass(frozen=True, slots=True)
class _Spot:
    """A figure among the others of its sentence.

    Attributes:
        marked: the sentence.
        figure: the figure.
        since: where the figure before ends.
        limit: where the next one begins.
        systems: the names of systems in the sentence.
        made: the figures before, with their systems.
    """

    marked: str
    figure: Figure
    since: int
    limit: int
    systems: tuple[re.Match[str], ...]
    made: tuple[Joined, ...]

    def joined(self, unit: str, start: int, end: int, *, led: bool) -> Joined | None:
        """Return the figure with a system, or None where that has no name."""
        return Joined(self.figure, unit, start, end, self.limit, led) if unit else None


def scale(unit: str) -> int:
    """Return the best that a system gives."""
    return TEN if unit in {"imdb", "metacritic_user_score"} else OTHERS.get(unit, PERCENT)


def figures(marked: str) -> Iterator[Figure]:
    """Yield the figures of a sentence that may be scores, by their shape."""
    for m in words.VALUE.finditer(marked):
        said = m["percent"] or m["part"] or m["bare"]
        if m["worded"]:
            value: int | float = words.in_figures(m["worded"])
        else:
            value = float(said) if "." in said else int(said)
        percent = bool(m["percent"] or m["worded"])
        scale = PERCENT if percent else words.SCALES.get((m["scale"] or "").casefold()) or int(m["scale"] or 0)
        if not scale or value <= scale:
            yield Figure(m.start(), m.end(), value, scale, percent)


def _is_former(marked: str, figure: Figure) -> bool:
    """Whether a figure was so before: "from 95% to 71%", "previously 88%"."""
    former = words.FORMER.search(marked, 0, figure.start)
    if former is None:
        return words.UNTIL_NOW.match(marked, figure.end) is not None
    return not words.ONLY_FORMER.match(former.group()) or words.TO_NOW.match(marked, figure.end) is not None


def _is_bound(marked: str, figure: Figure) -> bool:
    """Whether a figure is only a bound or a number: "over 90%", but not "below the 98% that season 1 has"."""
    if not figure.percent and words.NUMBERED.search(marked, 0, figure.start):
        return True
    bound = words.BOUND.search(marked, 0, figure.start)
    return bound is not None and not (bound["the"] and words.OWN_SEASON.match(marked, figure.end))


def _is_same_again(spot: _Spot, one: Joined) -> bool:
    """Whether a figure is a second one of a system, and nothing says of which other season or show it is."""
    if not spot.made or spot.made[-1].unit != one.unit or words.OWN_SEASON.match(spot.marked, one.figure.end):
        return False
    return words.TOLD_APART.search(spot.marked, spot.since, one.figure.start) is None


def _beside(spot: _Spot) -> Joined | None:
    """Return a figure with the system of its sentence that it belongs to, if any."""
    marked, figure = spot.marked, spot.figure
    public, led = _whose(spot)
    # "A 96% critics score and a 72% Popcornmeter score on Rotten Tomatoes": the Popcornmeter is the second's.
    ahead = next(
        (m for m in spot.systems if m.start() >= figure.end and (m.start() < spot.limit or _name(m) not in _METERS)),
        None,
    )
    behind = [m for m in spot.systems if m.end() <= figure.start]
    if ahead and _is_beside(marked, figure, ahead) and not _has_its_own(spot, ahead, behind):
        unit = _unit(ahead, figure, public=public, beside=True)
        if unit or words.OF_IT.match(marked, figure.end):
            return spot.joined(unit, figure.start, ahead.end(), led=led)
    for m in reversed(behind):
        between = spot.since > m.end()
        # "A 75% Tomatometer score and 62% from audiences": the words behind a figure say more than a name before it.
        beside = not between and (led or not public) and _is_short(marked, m.end(), figure.start)
        unit = _unit(m, figure, public=public, beside=beside)
        if not unit or (between and not figure.percent and not any(_goes_on(one, unit) for one in spot.made)):
            continue
        if figure.start - max(m.end(), spot.since) > _FAR or not _is_told(marked, figure, beside=beside):
            return None
        start = m.start() if not between and figure.start - m.end() <= _NEAR else figure.start
        return spot.joined(unit, start, figure.end, led=led)
    later = next((m for m in spot.systems if m.start() >= figure.end and _name(m) in _TOMATOES), None)
    if later and figure.percent and _is_told(marked, figure, beside=False) and _name(ahead or later) not in _SHARES:
        return spot.joined(_unit(later, figure, public=public, beside=True), figure.start, figure.end, led=led)
    return None


def _alone(spot: _Spot, *, told: bool) -> Joined | None:
    """Return a share whose sentence does not name its system, by words of the trade and by what was named before."""
    marked, figure = spot.marked, spot.figure
    if not figure.percent or any(_name(m) in _TOMATOES | _SHARES for m in spot.systems):
        return None
    public, led = _whose(spot)
    audience = words.AUDIENCE_SCORE.match(marked, figure.end)
    approval = words.APPROVAL.match(marked, figure.end)
    certified = words.CERTIFIED.search(marked, 0, figure.start)
    start, end, unit = figure.start, figure.end, ""
    if audience:
        unit, end = "popcornmeter" if told or "score" in audience.group() else "", audience.end()
    elif approval and (told or words.REVIEWS.match(marked, approval.end())):
        unit, end = "tomatometer", approval.end()
    elif certified:
        unit, start = "tomatometer", certified.start()
    elif told and _is_told(marked, figure, beside=False):
        held = public is not None or words.HELD.search(marked, 0, figure.start)
        unit = "popcornmeter" if public else "tomatometer" if held else ""
    return spot.joined(unit, start, end, led=led)


def _of_users(spot: _Spot) -> Joined | None:
    """Return the figure of Metacritic's users where only the sentence before names it: "The user score is 8.4"."""
    public, led = _whose(spot)
    if spot.systems or spot.figure.percent or not public or not _is_told(spot.marked, spot.figure, beside=False):
        return None
    return spot.joined(_of_metacritic(spot.figure, public=True), spot.figure.start, spot.figure.end, led=led)


def _is_pair(spot: _Spot) -> bool:
    """Whether a share stands beside the critics' with nothing but "and" between."""
    joins = words.AND_ONLY.fullmatch(spot.marked, spot.since, spot.figure.start)
    return bool(joins and spot.made and spot.figure.percent and spot.made[-1].unit == "tomatometer")


def _has_its_own(spot: _Spot, ahead: re.Match[str], behind: list[re.Match[str]]) -> bool:
    """Whether the system ahead has a figure of its own: "on Metacritic it has 73, and on IMDb 7.8"."""
    if words.AND_ON.search(spot.marked, spot.figure.end, ahead.start()):
        return True
    own = bool(behind) and behind[-1].end() >= spot.since
    return own and words.LISTED.match(spot.marked, spot.figure.end) is not None


def _goes_on(before: Joined, unit: str) -> bool:
    """Whether a figure behind another one may be of the same system, or of Metacritic's other score."""
    return before.unit == unit or (before.unit.startswith("meta") and unit.startswith("meta"))


def _is_beside(marked: str, figure: Figure, system: re.Match[str]) -> bool:
    """Whether nothing but words of the trade stands between a figure and a system behind it."""
    said = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(marked, figure.end, system.start())]
    return len(said) <= _MOST_WORDS and all(
        word in _JOINING
        or word in _TRADE
        or word[0].isdigit()
        or word.removesuffix("'s") in _TRADE
        or word.endswith("ly")
        for word in said
    )


def _is_short(marked: str, start: int, end: int) -> bool:
    return end - start <= _NEAR and not words.CLAUSE.search(marked, start, end)


def _is_told(marked: str, figure: Figure, *, beside: bool) -> bool:
    """Whether the words before and behind a figure are those of a score, and it does not count things."""
    if not words.FOLLOWS.match(marked, figure.end):
        return False
    if figure.percent:
        return not words.CHANGES.search(marked, 0, figure.start)
    if figure.scale or isinstance(figure.value, float):
        return True
    return words.LEADS.search(marked, 0, figure.start) is not None and (beside or figure.value > TEN)


def _whose(spot: _Spot) -> tuple[bool | None, bool]:
    """Return whether a figure is the audience's (None where nothing says so), and whether words before it say it.

    What is said before a figure goes for the next one too: "audience scores of 77% for season 1 and 66% for season 2".
    """
    marked, figure = spot.marked, spot.figure
    phrase = words.PHRASE.match(marked, figure.end, spot.limit)
    behind = words.WHOSE.search(phrase.group()) if phrase else None
    if behind:
        return behind["public"] is not None, False
    start = max((m.end() for m in words.CLAUSE.finditer(marked, spot.since, figure.start)), default=spot.since)
    lead = marked[start : figure.start]
    led = list(words.WHOSE_BEFORE.finditer(lead))
    if led and not words.ANOTHER.search(lead, led[-1].end()):
        return led[-1]["public"] is not None, True
    goes_on = words.SEASON_TOO.search(lead) or not words.CLAUSE.search(marked, spot.since, figure.start)
    if spot.made and spot.made[-1].led and goes_on:
        return spot.made[-1].unit in {"popcornmeter", "metacritic_user_score"}, True
    return None, False


def _name(m: re.Match[str]) -> str:
    name = " ".join(m["system"].casefold().split())
    return (
        "popcornmeter" if name.startswith(("popcorn", "audience")) else "imdb" if name.startswith("internet") else name
    )


def _unit(m: re.Match[str], figure: Figure, *, public: bool | None, beside: bool) -> str:
    """Return the unit that a system's name means for a figure, empty where they do not fit.

    Args:
        m: the name.
        figure: the figure.
        public: whether the words beside it say that it is the audience's.
        beside: whether it stands right beside the name.
    """
    name = _name(m)
    value, scale = figure.value, figure.scale
    if name in _TOMATOES:
        return _of_rotten_tomatoes(name, figure, public=public, beside=beside)
    if name in {"metascore", "metacritic"}:
        return _of_metacritic(figure, public=public)
    if name == "cinemascore" or (figure.percent and name not in _SHARES):
        return ""
    if name == "imdb":
        return "imdb" if scale in {0, TEN} and value <= TEN and (scale or not isinstance(value, int)) else ""
    return name if value <= OTHERS[name] and scale in {0, OTHERS[name]} else ""


def _of_rotten_tomatoes(name: str, figure: Figure, *, public: bool | None, beside: bool) -> str:
    if not isinstance(figure.value, int) or figure.scale not in {0, PERCENT}:
        return ""
    if not (figure.percent or (beside and figure.value >= TEN)):
        return ""
    if name == "rotten tomatoes" or (not beside and public is not None):
        return "popcornmeter" if public else "tomatometer"
    return name


def _of_metacritic(figure: Figure, *, public: bool | None) -> str:
    if figure.scale == TEN or not isinstance(figure.value, int):
        return "metacritic_user_score" if public and figure.value <= TEN else ""
    if public and figure.value <= TEN:
        return "metacritic_user_score"
    return "metascore" if figure.scale in {0, PERCENT} and figure.value >= TEN and not figure.percent else ""
