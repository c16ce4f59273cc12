"""What a media server shows beside its series: a status and whether they are safe to start, as JSON and for Kometa."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook.known_ids import KnownIds, known_ids
from cliffhanger.outlook.plain import plain
from cliffhanger.outlook.safe import NOTHING_SAID, Mark, endings, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from cliffhanger.domain.forecast import Forecast
    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.safe import Ending, Safe

_YEARS = """
SELECT "show", coalesce(min(TRY_CAST(value AS INTEGER)) FILTER (predicate = 'start_year'),
                        min(year(valid_from)) FILTER (predicate = 'premiere_date'))
FROM claims WHERE predicate IN ('start_year', 'premiere_date') AND ($everyone OR list_contains($shows, "show"))
GROUP BY "show"
"""


class Status(StrEnum):
    """What a media server tells its users of a series."""

    CANCELLED = "cancelled"
    ENDED = "ended"
    LIMBO = "limbo"
    RENEWED = "renewed"
    RETURNING = "returning"


STATUSES = {
    State.LIMBO: Status.LIMBO,
    State.RENEWED: Status.RENEWED,
    State.ENDING: Status.ENDED,
    State.CANCELLED: Status.CANCELLED,
    State.IN_PRODUCTION: Status.RETURNING,
    State.DATED: Status.RETURNING,
    State.RETURNED: Status.RETURNING,
    State.LIMITED: Status.ENDED,
}
"""Returning: a further season is out, has a date or is being made. Ended: by plan, or it was never meant to go on."""


class By(StrEnum):
    """What an overlay file sorts by."""

    STATUS = "status"
    SAFE = "safe"


# Text and colour of each overlay; the colours of the text and behind it have a contrast of more than 4.5.
_LOOKS: dict[Status | Mark, tuple[str, str]] = {
    Status.CANCELLED: ("CANCELLED", "#8E1B1BE6"),
    Status.ENDED: ("ENDED", "#3A3F47E6"),
    Status.LIMBO: ("IN LIMBO", "#6B4E00E6"),
    Status.RENEWED: ("RENEWED", "#17603AE6"),
    Status.RETURNING: ("RETURNING", "#1B4F8EE6"),
    Mark.SAFE: ("SAFE TO START", "#17603AE6"),
    Mark.WAIT: ("WAIT", "#6B4E00E6"),
    Mark.RISK: ("AT YOUR OWN RISK", "#8E1B1BE6"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One series.

    Attributes:
        show: its id.
        title: its title.
        year: its first year, or None.
        ids: its ids elsewhere.
        status: cancelled, ended, limbo, renewed or returning.
        season: the latest season that is out.
        p_renewed: probability of a next one.
        safe_to_start: whether it is safe to start, and why.
        as_of: the last day whose facts were used, ISO.
    """

    show: str
    title: str
    year: int | None
    ids: KnownIds
    status: Status
    season: int
    p_renewed: float
    safe_to_start: Safe
    as_of: str


def gather(desk: Desk, as_of: date, shows: Sequence[str] | None = None) -> tuple[Row, ...]:
    """Return the rows of some shows, in order of id: those whose first season had premiered by a day.

    Args:
        desk: answers for their odds.
        as_of: the last day whose facts may be used.
        shows: their ids; None for all, which takes as long as all forecasts.
    """
    connection = desk.facts.connection
    return rows(
        desk.forecasts(as_of, (), shows),
        known_ids(connection, shows),
        endings(connection, as_of, shows),
        dict(connection.execute(_YEARS, {"everyone": shows is None, "shows": list(shows or ())}).fetchall()),
    )


def rows(
    forecasts: Iterable[Forecast],
    ids: Mapping[str, KnownIds],
    endings: Mapping[str, Ending],
    years: Mapping[str, int | None],
) -> tuple[Row, ...]:
    """Return the rows of a status list, in the order of the forecasts.

    Args:
        forecasts: one for each series.
        ids: of each show; a show that is absent has none but its own.
        endings: of each show; a show that is absent is one of which nothing was said.
        years: first year of each show.
    """
    return tuple(
        Row(
            show=f.question.show,
            title=plain(f.title),
            year=years.get(f.question.show),
            ids=ids.get(f.question.show, KnownIds()),
            status=STATUSES[f.state],
            season=f.question.season,
            p_renewed=round(f.p_renewed, 4),
            safe_to_start=safe(f, endings.get(f.question.show, NOTHING_SAID)),
            as_of=f.question.as_of.isoformat(),
        )
        for f in forecasts
    )


def status_list(some: Iterable[Row]) -> list[dict[str, Any]]:
    """Return rows as objects for JSON; of the ids, those that are known."""
    return [asdict(row) | {"ids": {name: key for name, key in asdict(row.ids).items() if key}} for row in some]


def kometa(some: Iterable[Row], *, by: By = By.STATUS) -> str:
    """Return rows as an overlay file for Kometa.

    There is one text overlay for each status, or mark, that occurs. Its
    builders list the shows: ``imdb_id`` where IMDb's id is known, else
    ``tmdb_show``, else ``tvdb_show``; a show without any of them is left out.
    All overlays are of one group, of which Kometa puts one on a poster.
    The form is that of Kometa's documentation, "Overlay Files" and "Builders".

    Args:
        some: the rows.
        by: whether the overlays tell the status or whether it is safe to start.

    Raises:
        MissingExtraError: where the library for YAML is not installed.
    """
    try:
        import yaml  # noqa: PLC0415 - only where YAML is wanted
    except ImportError as error:
        raise MissingExtraError(what="a file for Kometa", extra="web") from error
    sorted_out: dict[Status | Mark, list[KnownIds]] = {look: [] for look in _LOOKS}
    for row in some:
        sorted_out[row.status if by is By.STATUS else row.safe_to_start.mark].append(row.ids)
    overlays = {
        f"cliffhanger_{by.value}_{look.name.lower()}": _overlay(look, by, weight, _builders(ids))
        for weight, (look, ids) in enumerate(sorted_out.items(), start=1)
        if _builders(ids)
    }
    head = "# An overlay file for Kometa, written by Cliffhanger: name it under overlay_files of a library of shows.\n"
    return head + str(yaml.safe_dump({"overlays": overlays}, sort_keys=False, allow_unicode=True))


def _builders(ids: Iterable[KnownIds]) -> dict[str, list[str | int]]:
    found: dict[str, list[str | int]] = {"imdb_id": [], "tmdb_show": [], "tvdb_show": []}
    for known in ids:
        if known.imdb:
            found["imdb_id"].append(known.imdb)
        elif known.tmdb:
            found["tmdb_show"].append(int(known.tmdb))
        elif known.tvdb:
            found["tvdb_show"].append(int(known.tvdb))
    return {name: listed for name, listed in found.items() if listed}


def _overlay(look: Status | Mark, by: By, weight: int, builders: dict[str, list[str | int]]) -> dict[str, Any]:
    text, colour = _LOOKS[look]
    place = {By.STATUS: "bottom", By.SAFE: "top"}[by]
    return {
        "overlay": {
            "name": f"text({text})",
            "group": f"cliffhanger_{by.value}",
            "weight": weight,
            "horizontal_align": "center",
            "horizontal_offset": 0,
            "vertical_align": place,
            "vertical_offset": 30,
            "font_size": 55,
            "font_color": "#FFFFFF",
            "back_color": colour,
            "back_radius": 30,
            "back_padding": 20,
        },
        **builders,
    }
