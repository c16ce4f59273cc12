"""A dossier as JSON: its own objects, with days as ISO text."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from cliffhanger.outlook.forecasts import line

if TYPE_CHECKING:
    from cliffhanger.outlook.dossier import Dossier


def as_object(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as plain objects; its forecast as the line that ``forecast`` prints."""
    plain = asdict(dossier)
    plain["forecast"] = line(dossier.forecast)
    return plain


def as_json(dossier: Dossier) -> str:
    """Return a dossier as JSON text."""
    return json.dumps(as_object(dossier), ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    msg = f"{value!r} cannot stand in JSON"
    raise TypeError(msg)
