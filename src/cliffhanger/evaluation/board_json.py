"""A scoreboard as plain data, to write as JSON and to read again."""

from __future__ import annotations

import types
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from cliffhanger.domain.errors import BadFileError
from cliffhanger.evaluation.board import Board, Elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping

LAYOUT = 1
"""Raised whenever a reader of the JSON would have to change."""


def as_json(board: Board) -> dict[str, Any]:
    """Return a scoreboard as plain data, its numbers with six significant digits."""
    return {"layout": LAYOUT, **_plain(asdict(board))}


def from_json(data: Mapping[str, Any], name: str) -> Board:
    """Read what :func:`as_json` gave.

    Args:
        data: the plain data.
        name: what to call it where something is wrong with it.

    Raises:
        BadFileError: where it is no scoreboard, or of another layout.
    """
    if data.get("layout") != LAYOUT:
        raise BadFileError(name=name, reason=f"has layout {data.get('layout')}, and this version reads {LAYOUT}")
    try:
        return _made(Board, {key: value for key, value in data.items() if key != "layout"})
    except (KeyError, TypeError, ValueError) as error:
        raise BadFileError(name=name, reason=f"{type(error).__name__}: {error}") from error


def elsewhere(data: object, name: str) -> tuple[Elsewhere, ...]:
    """Read figures that were measured elsewhere: a list of objects with the fields of :class:`Elsewhere`.

    Args:
        data: the list.
        name: what to call it where something is wrong with it.

    Raises:
        BadFileError: where it is no such list.
    """
    try:
        found: tuple[Elsewhere, ...] = _value(tuple[Elsewhere, ...], data)
    except (KeyError, TypeError, ValueError) as error:
        raise BadFileError(name=name, reason=f"{type(error).__name__}: {error}") from error
    return found


_Made = TypeVar("_Made")


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a dataclass may hold
    if isinstance(value, dict):
        return {key: _plain(some) for key, some in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(some) for some in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value


def _made(kind: type[_Made], data: Mapping[str, Any]) -> _Made:
    hints = get_type_hints(kind)
    return kind(**{name: _value(hint, data[name]) for name, hint in hints.items()})


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401 - types are values here
    if get_origin(hint) is types.UnionType:
        inner = next(part for part in get_args(hint) if part is not type(None))
        return None if value is None else _value(inner, value)
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return tuple(_value(parts[0], some) for some in value)
        return tuple(_value(part, some) for part, some in zip(parts, value, strict=True))
    if isinstance(hint, type) and is_dataclass(hint):
        return _made(hint, value)
    if not isinstance(value, (int, float) if hint is float else hint):
        msg = f"{value!r} is no {hint.__name__}"
        raise TypeError(msg)
    return value
