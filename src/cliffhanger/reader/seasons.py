"""The ways in which English names a season of a show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from cliffhanger.domain.platforms import PLATFORMS
from cliffhanger.reader.hinted import plain
from cliffhanger.reader.marks import SEASON
from cliffhanger.reader.mention_words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNITS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
""".split()  # noqa: SIM905 - a list of words reads better as text
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()  # noqa: SIM905 - a list of words reads better as text
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TENTHS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_YEARS = {"freshman": 1, "debut": 1, "inaugural": 1, "maiden": 1, "only": 1, "sophomore": 2, "junior": 3}
CARDINALS = {word: n for n, word in enumerate(_UNITS, 1)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | _TENTHS
for _ten, _n in _TENS.items():
    for _index, (_unit, _ordinal) in enumerate(zip(_UNITS[:9], _ORDINALS[:9], strict=True), 1):
        CARDINALS[f"{_ten}-{_unit}"] = _n + _index
        ORDINALS[f"{_ten}-{_ordinal}"] = _n + _index
CARDINALS |= _TENS
ORDINALS |= _YEARS

LATER = "|".join(word for word, n in ORDINALS.items() if n in range(2, 31))
"""A choice of the ordinals that, behind "for a", mean a season where none is said."""

FIRST_TO_TENTH = "|".join(_ORDINALS[:10])
"""A choice of the ordinals that, behind "the" or "its", stand for a season where the noun is left out."""

MOST = 80
"""Highest number of a season that is believed; a higher one is a year or a count of something else."""

_NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(CARDINALS, key=len, reverse=True)) + r")(?![\w.,]?\d|\s?%|\s+per\s?cent)"
# "Ended its only season": no other one came; "the only season to be shot there" is any.
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|"
    + "|".join(sorted(ORDINALS.keys() - {"only"}, key=len, reverse=True))
    + r"|(?<=\bits\s)only)"
)
# Headlines squeeze whose season it is between: "get second Syfy seasons".
_HOUSES = "|".join(
    sorted(name.casefold() for names in PLATFORMS.values() for name in names if name.isalpha() and name not in COMMON)
)
_QUALIFIER = (
    r"(?:(?:and|&)\s+(?:final|last|concluding|penultimate)|final|eight-episode|[a-z]+-episode|\d+-episode|upcoming|full|new|"
    + _HOUSES
    + ")"
)
_LINK = r"(?:\s*(?:,|&|and|through|to|or|[-\u2013])\s*)"
# "Rolled out its fourth run in September".
_MONTH = (
    r"(?:(?:early|mid|late)[\s-])?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|the\s+(?:spring|summer|fall|autumn|winter)|20\d\d)\b"
)
# "A second season two weeks ago": no second number.
_NO_TIME = r"(?![a-z-]+\s+(?:months?|weeks?|days?|years?|hours?)\b)"
# Behind the word "season", and before it.
_BEHIND = re.compile(
    rf"(?:seasons?|series(?=\s+(?:\d|{'|'.join(_UNITS)}))"
    rf"|szn)\s*#?(?P<after>{_NO_TIME}{_NUMBER}(?!\s+more\b)(?:(?:{_LINK}|\s*(?:and|&|or|-)\s*seasons?\s+){_NUMBER}(?!\s+(?:more|other|new|of(?=\s+(?:its|his|her|their|our|my|them|those|these)\b)|months?|weeks?|days?|years?|hours?"
    rf"|episodes?|times?|shows?)\b))*)\b"
    rf"|seasons?\s+(?P<roman>VIII|VII|VI|IV|IX|III|II|V|X)\b"
    rf"|(?P<short>S\d{{1,2}})(?![\w])(?!\s?E\d)",
    re.IGNORECASE,
)
# Of words in lower case: a choice of words is searched for faster where case counts.
_BEFORE = re.compile(
    rf"\b(?P<before>{_ORDINAL}(?:{_LINK}(?:(?:an?|the)\s+)?{_ORDINAL})*)(?P<filler>(?:[\s,]+{_QUALIFIER})*)[\s-]+"
    r"(?:seasons?(?!\s+\d)|(?:edition|batch)\b|round\b(?!\s+(?:pick|draft|trip|of\s+(?!episodes)))|series\b(?!\s+(?:finale|premiere|order|regular|creator|star|lead)\b)"
    rf"|season-long\b|go-a?round|(?:outing|helping|serving|stay|cycle)\b|instal+ment\b|chapter\b(?=\s+of\s+(?:[^\s,.;:]+\s+){{0,4}}?(?:anthology|drama|comedy|thriller|franchise|show|series)\b)|runs?(?!\s+(?:in(?!\s+{_MONTH})|for|at\s+(?:the|an?|his|her|its)\b))(?<!\bfirst\srun(?=\son\s)))\b"
    rf"|(?<=after\s)(?P<runs>{_NUMBER})\s+series\b(?!\s+(?:of|orders?)\b)"
    rf"|(?<![\d][-\u2013/])\b(?P<count>{_NUMBER}|several|multiple)(?:\s+|-)(?P<more>(?:more|additional|new"
    rf"|further)\s+)?seasons?\b"
    r"|\b(?P<which>final|last|next|new|another|additional|upcoming|current|latest|previous|follow-up"
    r"|return(?=\s+season))"
    rf"(?:-ever|\s+ever)?(?:[\s,]+(?:{_QUALIFIER}|and))*\s+(?:seasons?(?!\s+\d)|(?<=final\s)series|(?<=ever\s)series|(?<=another\s)run)\b",
)
# "Starts its fifth on Apple TV", "picked up for a third", "the second arrived": the season goes without saying.
_AIRS = (
    r"premier(?:ed|es)|debut(?:ed|s)|start(?:ed|s)|began|begins|launch(?:ed|es)|arriv(?:ed|es)|air(?:ed|s)|follow(?:ed|s)|c[ao]mes?|went\s+up|bow(?:ed|s)"
    r"|ran|runs|end(?:ed|s)|finish(?:ed|es)|wrap(?:ped|s)|drop(?:ped|s)|land(?:ed|s)|open(?:ed|s)|conclude[ds]|return(?:ed|s)|kick(?:ed|s)|hits?|got|gets|goes|bowing|streams|arriving"
)
_GOES_ON = re.compile(
    r"(?=\s*(?:[.;:!)\u2014\u2013]|,(?!\s+[a-z-]+,?\s+(?:season|series|run)\b)|$)|\s+(?:in|on|at|by|after|before|last|until|this|next|that|was|were|is"
    rf"|has|had|will|would|remains?|{_AIRS}|and(?!\s+(?:last|final|concluding)\s+(?:episode|hour|instal))|but|while|as|when|with|to|over|back|even|early|earlier|ahead|less|more|just|(?:months|weeks)\s+(?:later|after|before|ago)|an?\s+(?:few|week|month|year|day)|the\s+(?:day|week|month|year|night|same|following)|from|via|under|without)\b"
    rf"(?!\s+{_ORDINAL}))"
)
_IS_ON_ITS_WAY = re.compile(
    r"(?=\s+(?:(?:is|was|has|have|are|were|will|having)\s+)?(?:(?:also|already|now|been|be|recently|just|officially)\s+)*"
    r"(?:ordered|commissioned|greenlit|green-lit|given\s+the\s+(?:go-?ahead|green\s?light|nod)|announced|confirmed|promised|approved|booked|secured|set\s+as\s+well|coming|happening|planned|on\s+the\s+way|in\s+the\s+(?:works|bag|can)|in\s+hand|locked\s+in|lined\s+up"
    r"|possible|unlikely)\b)"
)
_IS_SHOWN = re.compile(
    rf"(?=(?:,\s+(?:which|(?:already\s+|recently\s+)?(?:ordered|announced|confirmed|commissioned|greenlit)|released|due|set\s+(?:to|for))\b|\s+(?:{_AIRS}"
    r"|will\s+(?:be|premiere|air|follow|start|begin|arrive|return|debut|launch)|was\s+(?:ordered|commissioned|greenlit|shown|released|broadcast)"
    r"|is\s+(?:due|set|expected|coming|slated))\b))"
)
# What may stand before such an ordinal, and what then must stand behind it.
_DETERMINERS = (
    (re.compile(r"\b(?:its|their|whose|(?:show|series|drama|comedy|anthology)['\u2019]s)\s+$"), _GOES_ON),
    (
        re.compile(
            r"\b(?:for|order(?:s|ed)?|commission(?:s|ed)|add(?:s|ed)|g[eo]t(?:s|ten)?|ha[sd]|given|gave|granted|handed|land(?:s|ed)|earn(?:s|ed)|scored|clinched|won|secured|received|nabbed|snagged|bagged|booked|allowed|embark\s+on|making|make|have"
            r"|(?:word|news|decision|ruling|verdict|rule|decide|hear|said|call|sign(?:s|ed)?\s+off)\s+(?:on|about)|(?:end|conclud|clos|finish|bow|wrapp?)(?:s|e|ed|es|ing)?(?:\s+(?:out|up))?\s+with"
            r"|there\s+(?:will|would)\s+be|end\s+of|through|to)\s+an?\s+$"
        ),
        _GOES_ON,
    ),
    (re.compile(r"\bthere\s+(?:will|would)\s+be\s+no\s+$"), _GOES_ON),
    (re.compile(r"\b(?:order(?:s|ed)|commission(?:s|ed))\s+the\s+$"), _GOES_ON),
    (re.compile(r"\ban?\s+$"), _IS_ON_ITS_WAY),
    (re.compile(r"\bthe\s+$"), _IS_SHOWN),
)
_PAIR_OF_ALL = re.compile(r"\bseasons?,\s+(?:the|its)\s+$")
# So an ordinal ends; a pattern of all ordinals is slow to search for.
_ORDINAL_ENDS = re.compile(r"[a-z\d](?:th|st|nd|rd|phomore|eshman|unior)\b")
_ORDINAL_ENDED = re.compile(rf"\b{_ORDINAL}$")
_AND_ORDINAL = re.compile(rf"\s+and\s+(?:the\s+|an?\s+)?{_ORDINAL}\b")
_ONE_OF_THEM = re.compile(r"\s+one\b")
_RUN_OF = re.compile(r"\s+of\s+(?!episodes|(?:its\s+|the\s+)?(?:[a-z-]+\s+){0,3}[\"'\u2018\u201c]?[A-Z])")
# "The tenth instalment of its fifth season": an episode.
_PART_OF = re.compile(rf"\s+of\s+(?:(?:its|the|their|that|this)\s+)?(?:{_ORDINAL}|season|series|run)\b", re.IGNORECASE)
# "Returns for a third year": of a show it is a season.
_YEAR_OF_IT = re.compile(r"\s+years?\b(?!\s+(?:of|in\s+a|running|at|straight|with)\b)")
# "The freshman finale", "its sophomore campaign", "a sophomore order".
_OF_SCHOOL = re.compile(
    r"(?:freshman|sophomore|junior)\s+(?:finale|premiere|opener|closer|campaign|batch|bow|year)\b"
    r"|(?:sophomore|junior)[\s-]+(?:year\s+)?(?:order|pick-?up|renewal|commitment)\b"
)
_LONGEST_ORDINAL, _LONGEST_DETERMINER = 14, 24
# "The last episode, its 15th, went out".
_COUNTS_ELSE = re.compile(
    r"\b(?:episode|hour|instal+ment|broadcast|show|book|novel|film|movie|award|emmy|child|album|week|month|(?<!more\s)year|day)s?\b[^.;:]{0,12}$",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"{_ORDINAL}|{_NUMBER}|\bonly\b", re.IGNORECASE)
_BEFORE_SERIES = frozenset(
    """
    a for gets get handed given lands nabs scores bags its another no confirms confirmed orders ordered announces
    announced commissions commissioned after with
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
_IS_LAST = re.compile(r"\s+(?:will\s+be|is|to\s+be)\s+(?:the|its|their)\s+(?:final|last)\b", re.IGNORECASE)
_IS_ORDERED = re.compile(
    r"\s+(?:(?:is\s+|was\s+)?(?:officially\s+)?(?:confirmed|commissioned|ordered|greenlit)\b"
    r"|(?:to|will)\s+(?:begin|start|air|premiere|return|launch)\b"
    r"|(?:reached|premiered|launched|debuted|arrived|aired|began|started|opened)\b)",
    re.IGNORECASE,
)
_PAIR = 2
_ALSO_OF_THINGS = ("run", "runs", "chapter", "edition", "batch", "round")
# So many seasons have few shows; so many episodes most.
_MANY = 9
_RANGE = re.compile(r"\s*(?:through|to|[-\u2013])\s*", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:final|last|farewell|concluding)\b", re.IGNORECASE)
_HINT = re.compile(
    rf"\b(?:[Ss]easons?|SEASONS?|szn|[Oo]uting|[Ii]nstall?ment|[Gg]o-a?round|[Rr]un|[Hh]elping|[Ss]erving|[Ss]tay|[Cc]ycle|[Cc]hapter|[Ee]dition|[Bb]atch|[Rr]ound)\b|\bS\d|\b[Ss](?:eries|ERIES)\s+(?:\d"
    rf"|{'|'.join(_UNITS)})"
    r"|(?:(?<=(?:nd|rd|th|st)\s)|(?<=final\s)|(?<=ever\s)|(?<=[\dnoerxt]\s)|(?<=[ev]e\s))[Ss]eries\b"
)
# Where a text counts by series, as the British do, "the second series" is a season too.
_BRITISH = re.compile(rf"\b[Ss](?:eries|ERIES)\s+(?:\d{{1,2}}|{'|'.join(_UNITS)})\b")
_BRITISH_HINT = re.compile(_HINT.pattern + r"|\b[Ss]eries\b")
_ROOTS = (
    "season",
    "series",
    "szn",
    "outing",
    "instal",
    "go-round",
    "go-around",
    "run",
    "helping",
    "serving",
    "stay",
    "cycle",
    "chapter",
    "edition",
    "batch",
    "round",
)
_SHORT = re.compile(r"S\d")
# A text that speaks of these may name a season without saying so.
_OF_SERIES = re.compile(
    r"\b(?:renew|re-?upped|extended|cancel|episode|series\b|show\b|sitcom|drama\b|comedy\b|prequel|spin-?off|network\b|streamer)"
)
# Characters around the word "season" in which its number is looked for.
_REACH = 48
_SHORT_REACH = 12


@dataclass(frozen=True, slots=True)
class SeasonWords:
    """Words that name a season or several.

    Attributes:
        start: offset of the first character.
        end: offset behind the last.
        numbers: the seasons' numbers, or none where the words are relative ("the new season").
        which: for relative words the one that tells: "final", "next", "new", "another" and their like.
        final: whether the words call it the last one.
        count: how many seasons, where they are counted and not numbered ("two more seasons"), or 0.
        more: whether counted ones are to come.
        bare: whether it is an ordinal alone: "its third".
    """

    mark: ClassVar[str] = SEASON
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    which: str = ""
    final: bool = False
    count: int = 0
    more: bool = False
    bare: bool = False


def find(text: str, *, elliptic: bool = False) -> list[SeasonWords]:
    """Return the words that name seasons, from left to right.

    Args:
        text: the text.
        elliptic: whether bare ordinals count, too, in a text that speaks of seasons: "picked up for a third".

    Example:
        >>> [(w.numbers, w.final) for w in find("Seasons 21 & 22, and a third and final season")]
        [((21, 22), False), ((3,), True)]
    """
    found: list[SeasonWords] = []
    at = 0
    places = _places(text)
    british = any(_BRITISH.match(text, place) for place in places)
    pattern = _BRITISH_HINT if british else _HINT
    for place in places:
        hint = pattern.match(text, place) if place >= at else None
        if hint is None:
            continue
        m = _BEHIND.match(text, hint.start()) or _BEFORE.search(
            plain(text), max(at, hint.start() - _REACH), min(len(text), hint.end() + _behind(hint.group()))
        )
        words = _words(m, british=british) if m else None
        if m and words and not _is_run_of_things(text, m):
            found.append(words)
        at = m.end() if m else hint.end()
    if elliptic and (found or _OF_SERIES.search(plain(text)) or _OF_SCHOOL.search(plain(text))):
        found = sorted([*found, *_bare_ordinals(text, found)], key=lambda words: words.start)
    return found


def _behind(word: str) -> int:
    """Return how far behind a word it is told whether it means a season: "the fifth chapter of the show"."""
    return _REACH if word.casefold() in {"run", "chapter"} else _SHORT_REACH


def _is_run_of_things(text: str, m: re.Match[str]) -> bool:
    """Whether it is "a second run of luck": a run of episodes is a season, and so is one of a show, by its capital."""
    return m.group().casefold().endswith(_ALSO_OF_THINGS) and _RUN_OF.match(text, m.end()) is not None


def _bare_ordinals(text: str, found: Sequence[SeasonWords]) -> Iterator[SeasonWords]:
    """Yield the ordinals that stand for seasons without saying so, and are no part of the words that do."""
    taken = [(words.start, words.end) for words in found]
    lowered, behind = plain(text), 0
    for ended in _ORDINAL_ENDS.finditer(lowered):
        ordinal = _ORDINAL_ENDED.search(lowered, max(0, ended.end() - _LONGEST_ORDINAL), ended.end())
        if ordinal is None or ordinal.start() < behind:
            continue
        start, end, numbers = _extent(lowered, ordinal)
        if not any(a < end and start < b for a, b in taken) and _may_be_a_season(lowered, start, end, numbers):
            behind = end
            yield SeasonWords(start, end, numbers, bare=True)


def _extent(lowered: str, ordinal: re.Match[str]) -> tuple[int, int, tuple[int, ...]]:
    """Return where an ordinal begins and ends, with another one that it is paired with, and their numbers."""
    start, end = ordinal.span()
    paired = _AND_ORDINAL.match(lowered, end)
    end = paired.end() if paired else end
    numbers = _numbers(lowered[start:end])
    one = _ONE_OF_THEM.match(lowered, end) or _YEAR_OF_IT.match(lowered, end)
    return start, one.end() if one else end, numbers


def _may_be_a_season(lowered: str, start: int, end: int, numbers: Sequence[int]) -> bool:
    """Whether what stands around an ordinal makes a season of it."""
    if _OF_SCHOOL.match(lowered, start):
        return True
    if not all(0 < n <= MOST for n in numbers):
        return False
    lead = max(0, start - _LONGEST_DETERMINER)
    before = lowered[max(0, start - _REACH) : start]
    if _COUNTS_ELSE.search(before) or (max(numbers) > _MANY and "episode" in before):
        return False
    if len(numbers) == _PAIR and _PAIR_OF_ALL.search(lowered, lead, start):
        return True
    return any(
        determined.search(lowered, lead, start) and goes_on.match(lowered, end) for determined, goes_on in _DETERMINERS
    )


def _places(text: str) -> list[int]:
    """Return where words may begin that tell of a season: looked for by their roots, which is quicker than a choice."""
    lowered = plain(text)
    places = [m.start() for m in _SHORT.finditer(text)]
    for root in _ROOTS:
        at = lowered.find(root)
        while at >= 0:
            places.append(at)
            at = lowered.find(root, at + 1)
    return sorted(places)


def number(word: str) -> int:
    """Return the number that a cardinal, an ordinal or figures name, or 0.

    Example:
        >>> number("3rd"), number("twenty-two"), number("sophomore"), number("many")
        (3, 22, 2, 0)
    """
    plain = word.casefold().strip().replace(" ", "-")
    if plain[:1].isdigit():
        digits = re.match(r"\d+", plain)
        return int(digits.group()) if digits else 0
    return CARDINALS.get(plain) or ORDINALS.get(plain, 0)


def _is_series_of(m: re.Match[str]) -> bool:
    """Whether "third series" means a season in a text that does not else count by series."""
    before = m.string[max(0, m.start() - 14) : m.start()].casefold().split()
    of_a_show = (
        m.string.startswith(" of", m.end())
        or _FINAL.search(m["filler"] or "")
        or (before[-1:] and (before[-1] in _BEFORE_SERIES or before[-1].endswith(("'s", "\u2019s"))))
        or _IS_LAST.match(m.string, m.end())
        or _IS_ORDERED.match(m.string, m.end())
    )
    return max(_numbers(m["before"]), default=0) > 1 and bool(of_a_show)


def _words(m: re.Match[str], *, british: bool) -> SeasonWords | None:
    if m.re is _BEHIND:
        return _named_behind(m)
    if m["before"] and m.group().casefold().endswith("series") and not british and not _is_series_of(m):
        return None
    start, end = m.span()
    if m["count"] or m["runs"]:
        count = number(m["count"] or m["runs"])
        if m["count"] and m["more"] is None and count == 1:
            return None
        return SeasonWords(start, end, count=count or 2, more=m["more"] is not None)
    if m["which"]:
        which = m["which"].casefold()
        final = which in {"final", "last"} or bool(_FINAL.search(m.group()))
        return SeasonWords(start, end, which="final" if final else which, final=final)
    numbers = _numbers(m["before"])
    return _believed(start, end, numbers, final=bool(m["filler"] and _FINAL.search(m["filler"])))


def _named_behind(m: re.Match[str]) -> SeasonWords | None:
    start, end = m.span()
    if m["roman"]:
        return SeasonWords(start, end, (_ROMAN[m["roman"].upper()],)) if m["roman"].isupper() else None
    return _believed(start, end, _numbers(m["after"] or m["short"][1:]), final=False)


def _believed(start: int, end: int, numbers: tuple[int, ...], *, final: bool) -> SeasonWords | None:
    if not numbers or not all(0 < n <= MOST for n in numbers):
        return None
    return SeasonWords(start, end, numbers, final=final)


def _numbers(said: str) -> tuple[int, ...]:
    parts = list(_PARTS.finditer(said))
    numbers = [number(p.group()) for p in parts]
    if len(parts) == _PAIR and _RANGE.fullmatch(said, parts[0].end(), parts[1].start()) and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)
