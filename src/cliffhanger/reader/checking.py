"""Whether a proposed claim is one: in the vocabulary's words, of the right types, and said by its span."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from cliffhanger.domain.claim import Span
from cliffhanger.domain.platforms import PLATFORMS, canonical
from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Commitment, Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.interface import PREDICATES
from cliffhanger.reader.words import keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Value
    from cliffhanger.reader.support import Evidence, Support

W = TypeVar("W", Predicate, Modality, Commitment)

HIGHEST = 0.6
"""Highest confidence of a proposed claim."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "subject": ("string",), "predicate": ("string",), "season": ("integer",), "value": ("string", "number", "boolean"),
    "unit": ("string",), "date": ("string",), "modality": ("string",), "speaker": ("string",), "role": ("string",),
    "outlet": ("string",), "commitment": ("string",), "platform": ("string",), "reason": ("string",),
    "details": ("object",), "span": ("string",), "start": ("integer",), "confidence": ("number",),
}  # fmt: skip
"""The fields of a proposal and their types in JSON; null stands for a field that does not apply."""

DETAILS: Mapping[str, str] = {
    "scope": "string", "reviews": "integer", "streak": "integer", "streak_unit": "string", "territory": "string",
    "measured_by": "string", "window_days": "integer", "author": "string",
}  # fmt: skip
"""The details that may be proposed; the others are ours to find."""

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "object": (dict,),
}  # fmt: skip
_DETAILS_OF = {
    Predicate.SCORE: ("scope", "reviews"),
    Predicate.CHART_RANK: ("streak", "streak_unit", "territory", "measured_by"),
    Predicate.VIEWING: ("territory", "measured_by", "window_days"),
    Predicate.BASED_ON: ("author",),
}
_ONE_OF = {"scope": frozenset({"season", "series"}), "streak_unit": frozenset({"days", "weeks", "months"})}
_WHOLE = frozenset({Predicate.CHART_RANK, Predicate.EPISODE_COUNT, Predicate.SEASON_COUNT, Predicate.RECOMMENDED_AGE})
_NUMBERS = _WHOLE | {Predicate.SCORE, Predicate.VIEWING}
_RELATED = frozenset({Predicate.SPIN_OFF_OF, Predicate.FOLLOWS})
_WORDED = frozenset({Predicate.GENRE, Predicate.THEME, Predicate.SETTING})
_WITH_UNIT = frozenset({Predicate.SCORE, Predicate.CHART_RANK, Predicate.VIEWING, Predicate.CREW})
_WITH_ROLE = frozenset({Predicate.STATEMENT, Predicate.CAST, Predicate.GUEST})
_SCALES = {"tomatometer": 100, "popcornmeter": 100, "metascore": 100, "imdb": 10, "letterboxd": 5}
_OLDEST = 21
_LONGEST, _LONGEST_SPOKEN = 600, 4_000
_MOST_PLACES = 100
# Characters before a quotation's paragraph in which its speaker may be named.
_BEFORE = 1_000
_CLIFFHANGER = re.compile(r"\bcliff-?\s?hangers?\b", re.IGNORECASE)
# "Not" belongs to what ends a show ("will not return"), but not beside these words.
_NOT_OVER = re.compile(
    r"(?:\b(?:not|never|isn.t|wasn.t|hasn.t|won.t)\b)(?:\W+\w+){0,3}?\W+(?:cancel|axe|scrap|end|over|dead|done|finish)",
    re.IGNORECASE,
)
_ENDS = frozenset({Predicate.CANCELLED, Predicate.ENDING, Predicate.IN_LIMBO})


class _UnsupportedError(Exception):
    """The reason why a proposal is set aside."""


def checked(proposal: object, evidence: Evidence) -> ArticleClaim | str:
    """Return the claim that a proposal makes, or why it is none.

    Fields that do not belong to the predicate are left out; one that belongs
    to it and is not supported refuses the whole.

    Args:
        proposal: what a model gave: an object of JSON, as far as it did as asked.
        evidence: the text that it was shown.
    """
    try:
        return _claim(_typed(proposal), evidence)
    except _UnsupportedError as error:
        return str(error)


def _typed(proposal: object) -> dict[str, Any]:
    """Return the fields that are there, each of its type."""
    if not isinstance(proposal, dict):
        _refuse("is no object")
    return _of_types(proposal, FIELDS)


def _of_types(given: Mapping[str, object], kinds: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, allowed in kinds.items():
        value = given.get(name)
        if value is None or value == "":
            continue
        types = [kind for each in allowed for kind in _TYPES[each]]
        # A truth value is a number to Python, and no number to JSON.
        if not isinstance(value, tuple(types)) or (isinstance(value, bool) and "boolean" not in allowed):
            _refuse(f"{name} is of a wrong type")
        if isinstance(value, float) and not math.isfinite(value):
            _refuse(f"{name} is no finite number")
        fields[name] = value
    return fields


def _claim(fields: dict[str, Any], evidence: Evidence) -> ArticleClaim:
    predicate = _word(Predicate, fields.get("predicate"), "predicate")
    if predicate not in PREDICATES:
        _refuse(f"an article cannot say {predicate}")
    modality = _word(Modality, fields.get("modality"), "modality")
    subject = evidence.show(fields.get("subject", ""))
    if subject is None:
        _refuse("the article names no such series")
    span = _span(fields, evidence, spoken=predicate is Predicate.STATEMENT)
    support = evidence.of(span.start, span.end)
    season = fields.get("season")
    if season is not None and not support.names_season(season, predicate):
        _refuse(f"the span names no season {season}")
    unit = _unit(predicate, fields, support)
    value = _value(predicate, fields, support, unit)
    details = _details(predicate, fields, support, value, unit)
    if predicate in _RELATED:
        other = evidence.show(str(value))
        if other == subject:
            _refuse("a series is not its own relative")
        details |= {"value_id": other.id} if other and other.id else {}
    settled = _settled(predicate, modality, support)
    if settled is not modality:
        details["lowered_from"] = str(modality)
    confidence = fields.get("confidence", HIGHEST)
    return ArticleClaim(
        subject=subject, predicate=predicate, span=span, season=season, value=value, unit=unit,
        when=_when(predicate, fields, support), modality=settled, platform=_platform(fields, support),
        reason=_within(fields, "reason", support.words) if predicate in FATES else "",
        confidence=min(HIGHEST, max(0.0, confidence)), details=details,
        **_spoken(predicate, fields, evidence, span, support),
    )  # fmt: skip


def _span(fields: Mapping[str, Any], evidence: Evidence, *, spoken: bool) -> Span:
    """Find the span; of several places the one nearest to the start that was given."""
    words, text = fields.get("span", ""), evidence.text
    if not words.strip() or words != words.strip():
        _refuse("its span is blank or has blanks at its ends")
    if "\n" in words or len(words) > (_LONGEST_SPOKEN if spoken else _LONGEST):
        _refuse("its span is too long, or runs over paragraphs")
    places: list[int] = []
    at = text.find(words)
    if at < 0:
        _refuse("its span does not stand in the article")
    while at >= 0 and len(places) <= _MOST_PLACES:
        if not _cuts_word(text, at) and not _cuts_word(text, at + len(words)):
            places.append(at)
        at = text.find(words, at + 1)
    if not places:
        _refuse("its span cuts a word or a figure")
    start = fields.get("start")
    if len(places) > _MOST_PLACES or (len(places) > 1 and start is None):
        _refuse("its span stands in several places")
    at = min(places, key=lambda place: abs(place - (start or 0)))
    return Span(at, at + len(words), words)


def _cuts_word(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, behind = text[place - 1], text[place]
    if before.isalnum() and behind.isalnum():
        return True
    # Within a figure: 7.8, 1,000, 2025-26.
    around = text[max(0, place - 2) : place + 2]
    return bool(re.search(r"\d[.,/-]\d", around))


def _settled(predicate: Predicate, modality: Modality, support: Support) -> Modality:
    """Return how a claim is kept: a fate is no event, and a date none where its sentence is less sure."""
    if predicate in FATES and modality is not Modality.DENIAL:
        denied = _NOT_OVER.search(support.lead) if predicate in _ENDS else meant.is_negated(support.lead)
        if denied:
            _refuse("its sentence says no")
    if modality is not Modality.EVENT or predicate not in FATES | DATE_PREDICATES:
        return modality
    ours = meant.modality(support.lead, support.sentence)
    return Modality.RUMOUR if predicate in FATES and ours is Modality.EVENT else ours


def _unit(predicate: Predicate, fields: Mapping[str, Any], support: Support) -> str:
    if predicate not in _WITH_UNIT:
        return ""
    unit = str(fields.get("unit", ""))
    if not unit:
        _refuse("its unit is missing")
    if predicate in {Predicate.CHART_RANK, Predicate.CREW} and not set(keys_of(unit)) <= set(keys_of(support.words)):
        _refuse(f"the span does not say {unit!r}")
    return unit.lower() if predicate is Predicate.SCORE else unit


def _value(predicate: Predicate, fields: Mapping[str, Any], support: Support, unit: str) -> Value:
    value = fields.get("value")
    if predicate in FATES | DATE_PREDICATES:
        return None
    if predicate is Predicate.ENDS_ON_CLIFFHANGER:
        if value is not True or not _CLIFFHANGER.search(support.words):
            _refuse("the span speaks of no cliffhanger")
        return True
    if predicate in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            _refuse("its value is no number")
        return _number(predicate, value, support, unit)
    if not isinstance(value, str):
        _refuse("its value is no text")
    if predicate is Predicate.STATEMENT:
        if value != support.words or not support.spoken:
            _refuse("its value is not the quotation that its span stands in")
    elif not _says(support.words, value, anyhow=predicate in _WORDED):
        _refuse(f"the span does not say {value!r}")
    return value


def _number(predicate: Predicate, value: float, support: Support, unit: str) -> float:
    if predicate in _WHOLE and (value != int(value) or value < 1):
        _refuse("its value is no whole number")
    if predicate is Predicate.SCORE:
        said = support.scores(value, unit)
    elif predicate is Predicate.CHART_RANK:
        said = support.ranks(value)
    elif predicate is Predicate.VIEWING:
        said = support.measures(value, unit)
    elif predicate is Predicate.RECOMMENDED_AGE:
        said = value <= _OLDEST and support.has(value)
    else:
        said = support.counts(predicate, value)
    if not said:
        _refuse(f"the span does not give {value:g} for this")
    return int(value) if value == int(value) else value


def _details(
    predicate: Predicate, fields: Mapping[str, Any], support: Support, value: Value, unit: str
) -> dict[str, Value]:
    given = _of_types(fields.get("details", {}), {name: (DETAILS[name],) for name in _DETAILS_OF.get(predicate, ())})
    details: dict[str, Value] = {}
    for name, said in given.items():
        if isinstance(said, int):
            supported = said > 0 and said != value and support.has(said)
        elif name in _ONE_OF:
            supported = said in _ONE_OF[name]
        else:
            supported = _says(support.words, said)
        if not supported:
            _refuse(f"the span does not say {name} {said!r}")
        details[name] = said
    if ("streak" in details) != ("streak_unit" in details):
        _refuse("a streak and its unit belong together")
    if predicate is Predicate.SCORE and unit in _SCALES:
        details["scale"] = _SCALES[unit]
    return details


def _when(predicate: Predicate, fields: Mapping[str, Any], support: Support) -> PartialDate | None:
    said = fields.get("date")
    if said is None:
        if predicate in DATE_PREDICATES:
            _refuse("its date is missing")
        return None
    found = [when for when in support.dates if when.wording in said or said in when.wording]
    if len(found) != 1:
        _refuse(f"the span does not give the date {said!r}")
    return found[0]


def _platform(fields: Mapping[str, Any], support: Support) -> str:
    said = fields.get("platform")
    if said is None:
        return ""
    name = canonical(said)
    listed = any(name in names for names in PLATFORMS.values())
    if name not in support.platforms and not (listed and _says(support.words, said)):
        _refuse(f"the span does not name the platform {said!r}")
    return name


def _spoken(
    predicate: Predicate, fields: Mapping[str, Any], evidence: Evidence, span: Span, support: Support
) -> dict[str, Any]:
    """Return speaker, role, outlet and commitment; who speaks must be named near the quotation, a part beside it."""
    if predicate not in _WITH_ROLE:
        return {}
    if predicate is not Predicate.STATEMENT:
        return {"role": _within(fields, "role", support.words)}
    first, last = evidence.paragraph(span.start)
    near = evidence.text[max(0, first - _BEFORE) : span.start] + " \n " + evidence.text[span.end : last]
    commitment = fields.get("commitment")
    return {
        "speaker": _within(fields, "speaker", near),
        "role": _within(fields, "role", near),
        "outlet": _within(fields, "outlet", near),
        "commitment": None if commitment is None else _word(Commitment, commitment, "commitment"),
    }


def _within(fields: Mapping[str, Any], name: str, words: str) -> str:
    said = str(fields.get(name, ""))
    if said and not _says(words, said):
        _refuse(f"the words around do not say {name} {said!r}")
    return said


def _says(words: str, said: str, *, anyhow: bool = False) -> bool:
    """Whether words contain others as whole words, character for character unless capitals do not matter."""
    flags = re.IGNORECASE if anyhow else 0
    return bool(said.strip()) and bool(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words, flags))


def _word(kind: type[W], said: object, name: str) -> W:
    """Return a word of one of the vocabulary's lists."""
    try:
        return kind(str(said))
    except ValueError:
        _refuse(f"{said!s:.60} is no {name}")


def _refuse(reason: str) -> NoReturn:
    raise _UnsupportedError(reason)
