"""What the API's answers look like, for its OpenAPI description: JSON Schemas beside the objects they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_NUMBER = {"type": "number"}
_WHOLE = {"type": "integer"}
_P = {"type": "number", "minimum": 0, "maximum": 1}
_FLAG = {"type": "boolean"}


def _maybe(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def _object(**members: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": members, "required": list(members)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS: dict[str, dict[str, Any]] = {
    "Problem": {
        "description": "What is wrong (RFC 9457).",
        **_object(type=_TEXT, title=_TEXT, status=_WHOLE, detail=_TEXT),
    },
    "Forecast": _object(
        show=_TEXT, title=_TEXT, season=_WHOLE, next_season=_WHOLE, as_of=_DAY, state=_TEXT, p_renewed=_P,
        p_renewed_range=_list(_P), p_return_by={"type": "object"}, p_return_ever=_P,
        premiere_quantiles={"type": "object"}, vintage=_object(strict=_FLAG, hindsight=_list(_TEXT)),
        abstain=_maybe(_TEXT), model=_TEXT, model_trained_to=_TEXT, data_version=_TEXT,
    ),
    "Evidence": _object(
        about=_TEXT, what=_TEXT, value=_TEXT, source=_TEXT, known_on=_DAY, url=_TEXT, season=_maybe(_WHOLE),
        claim_id=_TEXT,
    ),
    "Dossier": _object(
        show={"type": "object"}, forecast=_ref("Forecast"), verdict=_TEXT, silence=_list({"type": "object"}),
        base_rate=_P, drivers=_list(_object(name=_TEXT, points=_NUMBER, because=_TEXT)),
        look_alikes=_list({"type": "object"}), evidence=_list(_ref("Evidence")), data_known_to=_DAY,
    ),
    "Row": _object(
        show=_TEXT, title=_TEXT, network=_TEXT, season=_WHOLE, state=_TEXT, p_renewed=_P, p_renewed_range=_list(_P),
        p_return_ever=_P, premiered=_maybe(_DAY), silence=_maybe(_NUMBER), window=_list(_DAY),
        attention=_maybe(_NUMBER), abstain=_maybe(_TEXT),
    ),
    "Rows": _object(as_of=_DAY, total=_WHOLE, series=_list(_ref("Row")), next=_maybe(_TEXT)),
    "Hits": _object(
        hits=_list(_object(show=_TEXT, title=_TEXT, year=_maybe(_WHOLE), network=_TEXT, why=_TEXT, score=_NUMBER))
    ),
    "Slate": _object(
        as_of=_DAY, rows=_list(_ref("Row")), unknown=_list(_list(_TEXT)), expected=_NUMBER, likely=_list(_WHOLE)
    ),
    "Platform": _object(name=_TEXT, as_of=_DAY, lead=_TEXT, parts=_list({"type": "object"}), slate=_list(_ref("Row"))),
    "Platforms": _object(as_of=_DAY, platforms=_list(_object(name=_TEXT, series=_WHOLE))),
    "Events": _object(
        since=_DAY, until=_DAY,
        events=_list(_object(id=_TEXT, show=_TEXT, title=_TEXT, season=_WHOLE, kind=_TEXT, day=_DAY, sentence=_TEXT)),
    ),
    "Reading": _object(article={"type": "object"}, claims=_list({"type": "object"})),
    "Scoreboard": {"type": "object"},
    "Record": _object(
        total=_WHOLE, next=_maybe(_TEXT),
        forecasts=_list(_object(issue=_WHOLE, issued_at=_TEXT, show=_TEXT, p_renewed=_P, previous=_TEXT, sha256=_TEXT)),
    ),
    "Statuses": _object(as_of=_DAY, series=_list({"type": "object"})),
    "Charts": _object(platform=_TEXT, weeks=_list(_DAY), charts=_list({"type": "object"}), why_not=_TEXT),
}  # fmt: skip
"""The objects, by name."""

PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": says,
        "content": {"application/problem+json": {"schema": _ref("Problem")}},
    }
    for status, says in (
        (400, "A parameter is no date or no id."),
        (404, "No such series, or it had not begun by then."),
        (409, "Several series bear that title."),
        (422, "A parameter cannot be understood."),
        (503, "The ledger cannot be read just now."),
    )
}


def gives(name: str) -> dict[str, Any]:
    """Return a route's description for an answer of JSON."""
    answer = {"description": "The answer.", "content": {"application/json": {"schema": _ref(name)}}}
    return {"response_model": None, "responses": {200: answer, 304: {"description": "You have it."}, **PROBLEMS}}


def files(*media_types: str) -> dict[str, Any]:
    """Return a route's description for an answer that is a file."""
    answer = {"description": "The file.", "content": {media_type: {} for media_type in media_types}}
    return {"response_model": None, "responses": {200: answer, 304: {"description": "You have it."}, **PROBLEMS}}
