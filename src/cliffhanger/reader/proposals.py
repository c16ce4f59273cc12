"""Claims that a language model proposes, where a user has named one; kept is only what the article's words support.

A model reads freely and invents freely, and an article may speak to it. So
nothing is believed for being proposed: the span must stand verbatim in the
text, and every figure, date, season, name and platform of a claim must be
read from it again by our own means. Whatever fails is set aside with its
reason. What decides a fate is kept as a rumour at most, which changes no
show's state.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import FATES, Commitment, Modality
from cliffhanger.reader import checking
from cliffhanger.reader.endpoint import Endpoint, EndpointError, complete
from cliffhanger.reader.interface import PREDICATES
from cliffhanger.reader.read import read, reference_day
from cliffhanger.reader.support import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cliffhanger.reader.claims import Article, ArticleClaim
    from cliffhanger.reader.names import Names

__all__ = ["Endpoint", "Proposals", "Refused", "propose"]

MOST = 1_000
"""Proposals of one answer that are looked at; the rest is set aside."""

_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that was set aside.

    Attributes:
        reason: why, in a few words.
        proposal: what was proposed, as the model gave it.
    """

    reason: str
    proposal: object


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a model proposed of an article.

    Attributes:
        kept: the claims that the article's words support, in their order; details hold ``proposed_by``, and
            ``lowered_from`` where a claim was meant more firmly than it is kept.
        refused: the rest, in the order of the answer.
        shown: how many characters of the text the model was shown.
    """

    kept: tuple[ArticleClaim, ...]
    refused: tuple[Refused, ...]
    shown: int


def propose(
    article: Article, endpoint: Endpoint, names: Names, *, known: Sequence[ArticleClaim] | None = None
) -> Proposals:
    """Ask a model for an article's claims, and keep those that the article supports.

    Args:
        article: the article; what is longer than the endpoint's ``max_characters`` is not shown.
        endpoint: whom to ask.
        names: the catalogue's names, from which subjects take their ids.
        known: what the reader itself has found; read here where left out. A proposal that says the same is dropped.

    Raises:
        EndpointError: where the endpoint gives no usable answer.
        MissingExtraError: where the library that speaks HTTP is not installed.
    """
    text = article.text[: endpoint.max_characters]
    proposed = _parsed(endpoint, complete(endpoint, _messages(article, text), _answer_schema()))
    if known is None:
        known = read(article, names).claims
    evidence = Evidence(text, names, reference_day(article), article.title)
    seen = {_key(claim) for claim in known}
    kept: list[ArticleClaim] = []
    refused: list[Refused] = []
    for place, proposal in enumerate(proposed):
        found = checking.checked(proposal, evidence) if place < MOST else f"is one of more than {MOST}"
        if isinstance(found, str):
            refused.append(Refused(found, proposal))
        elif _key(found) in seen:
            refused.append(Refused("says again what is known from the article", proposal))
        else:
            seen.add(_key(found))
            kept.append(replace(found, details=found.details | {"proposed_by": endpoint.model}))
    return Proposals(tuple(sorted(kept, key=_place)), tuple(refused), len(text))


def _key(claim: ArticleClaim) -> tuple[object, ...]:
    """Return what two claims have in common that say the same."""
    what = (claim.predicate, claim.subject.id or claim.subject.name, claim.season)
    if claim.predicate in FATES:
        return what
    return (*what, claim.value, claim.unit, claim.when and (claim.when.first, claim.when.last))


def _place(claim: ArticleClaim) -> tuple[int, int]:
    return (claim.span.start, claim.span.end) if claim.span else (0, 0)


def _messages(article: Article, text: str) -> list[dict[str, str]]:
    published = article.published.isoformat() if article.published else None
    shown = {"title": article.title or None, "published": published, "text": text}
    return [
        {"role": "system", "content": _prompt()},
        {"role": "user", "content": json.dumps(shown, ensure_ascii=False)},
    ]


@cache
def _prompt() -> str:
    text = (files("cliffhanger.reader") / "proposals.txt").read_text(encoding="utf-8")
    lists: dict[str, Iterable[str]] = {
        "PREDICATES": sorted(PREDICATES), "MODALITIES": Modality, "COMMITMENTS": Commitment,
    }  # fmt: skip
    for name, words in lists.items():
        text = text.replace(name, ", ".join(words))
    return text


@cache
def _answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer; every field is required and may be null, as strict servers want it."""
    details = {name: {"type": [kind, "null"]} for name, kind in checking.DETAILS.items()}
    fields: dict[str, Any] = {name: {"type": [*kinds, "null"]} for name, kinds in checking.FIELDS.items()}
    fields |= {
        "subject": {"type": "string"},
        "span": {"type": "string"},
        "predicate": {"type": "string", "enum": sorted(PREDICATES)},
        "modality": {"type": "string", "enum": list(Modality)},
        "commitment": {"type": ["string", "null"], "enum": [*Commitment, None]},
        "details": {"anyOf": [_closed(details), {"type": "null"}]},
    }
    return _closed({"claims": {"type": "array", "items": _closed(fields)}})


def _closed(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _parsed(endpoint: Endpoint, content: str) -> list[object]:
    """Return the proposals of an answer: JSON alone, in a fenced block, or between the first and last brace."""
    fenced = _FENCED.search(content)
    braced = content[content.find("{") : content.rfind("}") + 1]
    for text in (content, fenced[1] if fenced else "", braced):
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError):
            continue
        claims = answer.get("claims") if isinstance(answer, dict) else answer
        if isinstance(claims, list):
            return claims
    raise EndpointError(address=endpoint.address, reason="gave an answer that is no JSON with claims in it")
