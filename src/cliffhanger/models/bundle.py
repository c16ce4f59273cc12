"""All fitted models in one JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError
from cliffhanger.models.baselines import Climatology
from cliffhanger.models.decision import Decision
from cliffhanger.models.hazard import ReturnHazard
from cliffhanger.models.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "models.json"


@dataclass(frozen=True, slots=True)
class Models:
    """The fitted models.

    Attributes:
        name: name and version, as it is stamped on forecasts.
        trained_to: last day whose outcomes were used, ISO.
        measured: what the fitting counted and measured, for people.
        hazard: when seasons return.
        listing: what a listed next season says.
        decisions: whether a platform orders the next season, by the decisions up to one day each, the oldest first.
        climatology: the baseline.
    """

    name: str
    trained_to: str
    measured: Mapping[str, Any]
    hazard: ReturnHazard
    listing: Listing
    decisions: tuple[Decision, ...]
    climatology: Climatology


def write(models: Models, folder: Path) -> None:
    """Write the models to a folder, the same bytes for the same models."""
    data = {
        "name": models.name,
        "trained_to": models.trained_to,
        "measured": dict(models.measured),
        "hazard": models.hazard.as_json(),
        "listing": models.listing.as_json(),
        "decisions": [one.as_json() for one in models.decisions],
        "climatology": models.climatology.as_json(),
    }
    # A model a line: what changed shows, and the file stays small.
    lines = [f"{json.dumps(name)}: {json.dumps(data[name], sort_keys=True)}" for name in sorted(data)]
    (folder / FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def read(folder: Path) -> Models:
    """Read the models from a folder.

    Raises:
        BadFileError: where they are missing, damaged, or of another version.
    """
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Models(
            name=data["name"],
            trained_to=data["trained_to"],
            measured=data["measured"],
            hazard=ReturnHazard.from_json(data["hazard"]),
            listing=Listing.from_json(data["listing"]),
            decisions=tuple(Decision.from_json(one) for one in data["decisions"]),
            climatology=Climatology.from_json(data["climatology"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadFileError(name=str(folder / FILE), reason=f"{type(error).__name__}: {error}") from error
