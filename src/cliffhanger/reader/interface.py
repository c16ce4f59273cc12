"""A reading as JSON: one object an article, as ``schema.json`` beside this module describes it.

What does not apply is left out, except for a show's id and a season: there
null says that the catalogue does not settle it, or that the series is meant.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Predicate

if TYPE_CHECKING:
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Article, ArticleClaim, Reading, Value

PREDICATES = FATES | frozenset(
    {
        Predicate.PREMIERE_DATE,
        Predicate.FINALE_DATE,
        Predicate.FILMING_START,
        Predicate.FILMING_END,
        Predicate.ANNOUNCEMENT_DATE,
        Predicate.SCORE,
        Predicate.CHART_RANK,
        Predicate.VIEWING,
        Predicate.EPISODE_COUNT,
        Predicate.SEASON_COUNT,
        Predicate.SPIN_OFF_OF,
        Predicate.FOLLOWS,
        Predicate.BASED_ON,
        Predicate.UNIVERSE,
        Predicate.CREATOR,
        Predicate.CREW,
        Predicate.CAST,
        Predicate.GUEST,
        Predicate.STATEMENT,
        Predicate.CONTENT_RATING,
        Predicate.RECOMMENDED_AGE,
        Predicate.GENRE,
        Predicate.THEME,
        Predicate.SETTING,
        Predicate.ENDS_ON_CLIFFHANGER,
    }
)
"""What an article's claim can say; the rest of the vocabulary is the catalogues'."""

# Legal in JSON text, and yet no UTF-8 (surrogates), no one line for every reader, or an order to a terminal.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def as_json(reading: Reading) -> dict[str, object]:
    """Return a reading as plain objects that JSON can hold."""
    return {"article": _article(reading.article), "claims": [_claim(claim) for claim in reading.claims]}


def line(reading: Reading) -> str:
    """Return a reading as one line of JSON, without a line break at its end.

    The same reading gives the same characters: fields stand in the order of
    the schema, and the line can always be written as UTF-8.

    Raises:
        ValueError: where a value is no finite number.
    """
    return dumps(as_json(reading))


def dumps(plain: dict[str, object]) -> str:
    """Return plain objects as :func:`line` writes them.

    Raises:
        ValueError: where a value is no finite number.
    """
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False)
    return _AWKWARD.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what :func:`as_json` returns; it is the authority for the interface."""
    text = (files("cliffhanger.reader") / "schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _article(article: Article) -> dict[str, object]:
    return _without_blanks(
        {
            "title": article.title,
            "publisher": article.publisher,
            "authors": list(article.authors),
            "published": article.published.isoformat() if article.published else "",
            "url": article.url,
            "language": article.language,
            "sha256": article.sha256,
        }
    ) | ({"text": article.text} if article.from_page else {})


def _claim(claim: ArticleClaim) -> dict[str, object]:
    settled: dict[str, object] = {
        "subject": {"name": claim.subject.name, "id": claim.subject.id},
        "predicate": str(claim.predicate),
        "season": claim.season,
    }
    said: dict[str, object] = {
        "value": _value(claim),
        "unit": claim.unit,
        **(_when(claim.when) if claim.when else {}),
        "modality": str(claim.modality),
        "speaker": claim.speaker,
        "role": claim.role,
        "outlet": claim.outlet,
        "commitment": str(claim.commitment) if claim.commitment else "",
        "platform": claim.platform,
        "reason": claim.reason,
        "span": _span(claim),
        "in": "schema.org" if claim.span is None else "title" if claim.in_title else "",
        "confidence": round(claim.confidence, 2),
        "details": {name: _figure(value) for name, value in claim.details.items() if value is not None},
    }
    return settled | _without_blanks(said)


def _value(claim: ArticleClaim) -> Value:
    if claim.value is None and claim.when is not None and claim.predicate in DATE_PREDICATES:
        return claim.when.iso()
    return _figure(claim.value)


def _figure(value: Value) -> Value:
    """Write a whole number without a point, whatever type it came in."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _when(when: PartialDate) -> dict[str, object]:
    return {
        "valid_from": when.first.isoformat(),
        "valid_to": when.last.isoformat(),
        "wording": when.wording,
        "open_start": when.open_start or "",
        "open_end": when.open_end or "",
    }


def _span(claim: ArticleClaim) -> dict[str, object] | None:
    if claim.span is None:
        return None
    return {"start": claim.span.start, "end": claim.span.end, "text": claim.span.text}


def _without_blanks(fields: dict[str, object]) -> dict[str, object]:
    """Leave out what does not apply: None and what is empty, but neither zero nor False."""
    return {name: value for name, value in fields.items() if value or value == 0}
