"""What pages and API show beside the outlook's own objects: what changed, the headline figures, the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cliffhanger.domain.errors import BadRowError, CliffhangerError, MissingExtraError
from cliffhanger.outlook import chart, safe, schema_org, scoreboard
from cliffhanger.outlook.page import Table
from cliffhanger.web.templates import show_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from cliffhanger.outlook.chart import Chart
    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.dossier import Dossier
    from cliffhanger.outlook.page import Page
    from cliffhanger.outlook.safe import Safe

MOST_CHANGES = 40
"""Changes that a page lists."""

MOST_ISSUED = 200
"""Issued forecasts that a page lists."""


def safe_to_start(desk: Desk, dossier: Dossier) -> Safe:
    """Return whether it is safe to start a show, as known on a dossier's day."""
    show, as_of = dossier.show.id, dossier.forecast.question.as_of
    ending = safe.endings(desk.facts.connection, as_of, [show]).get(show, safe.NOTHING_SAID)
    return safe.safe(dossier.forecast, ending)


@dataclass(frozen=True, slots=True)
class Charts:
    """A platform's weekly lists, and which others there are.

    Attributes:
        platform: the platform.
        territory: the territory of its own charts that was asked for, or empty.
        weeks: the last days of the weeks of which there are lists, the latest first; none where there are no lists.
        charts: the lists of one week.
        page: the same, laid out.
        why_not: why there is nothing to show, or empty.
    """

    platform: str
    territory: str = ""
    weeks: tuple[date, ...] = ()
    charts: tuple[Chart, ...] = ()
    page: Page | None = None
    why_not: str = ""


def charts(desk: Desk, platform: str, as_of: date, *, week: date | None, territory: str) -> Charts:
    """Return a platform's lists of a week, the latest where none is named; a week between two lists has none.

    Args:
        desk: answers.
        platform: the platform.
        as_of: only what was known on this day.
        week: a day of the week that is meant.
        territory: of one's own charts.
    """
    try:
        weeks = chart.weeks(desk.facts, platform, as_of)
        if not weeks:
            return Charts(platform, territory)
        found = chart.charts(desk.facts, platform, week=week, territory=territory or None, as_of=as_of)
    except (BadRowError, MissingExtraError) as error:
        return Charts(platform, territory, why_not=str(error))
    return Charts(platform, territory, weeks, found, chart.lay_out(found))


def linked_data(desk: Desk, dossier: Dossier, base: str) -> Markup:
    """Return a show in schema.org's words, for the head of its page."""
    described = schema_org.gather(desk.facts.connection, dossier.show.id, dossier.forecast.question.as_of)
    # Nothing in it can end the element that it stands in.
    return Markup(schema_org.script(schema_org.json_ld(dossier, described, base + show_path(dossier.show.id))))  # noqa: S704


def headline() -> tuple[str, ...]:
    """Return the scoreboard's headline: how often what was said at some odds came, as known then."""
    made = scoreboard.shipped()
    strict = [some for some in made.probabilities if some.vintage == "strict"]
    return tuple(f"{scoreboard.headline(some)} {scoreboard.verdict(some)} than climatology." for some in strict)


def record(ledger: Path | None) -> Table:
    """Return the record's newest forecasts with their hashes; no rows where there is no record."""
    found = issued(ledger)[-MOST_ISSUED:][::-1]
    rows = tuple(
        (
            one["title"], str(one["issue"]), one["issued_at"][:16].replace("T", " "), str(one["season"]),
            f"{100 * one['p_renewed']:.0f} %", one["sha256"],
        )
        for one in found
    )  # fmt: skip
    headings = ("series", "number", "issued", "season", "odds", "hash")
    return Table(headings, rows, frozenset({1, 4}), links=tuple(one["show"] for one in found))


def issued(ledger: Path | None) -> list[dict[str, Any]]:
    """Return the record as plain objects, in the order of issue."""
    return [] if ledger is None else _issued(ledger)


def _issued(path: Path) -> list[dict[str, Any]]:
    import json  # noqa: PLC0415 - only a ledger has a record

    try:
        from cliffhanger.ledger import record as kept  # noqa: PLC0415 - brings polars and Delta
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise

        rows = kept.read(Ledger.open(path)).iter_rows(named=True)
    except (ImportError, CliffhangerError):
        return []
    out = []
    for row in rows:
        line = json.loads(row["line"])
        out.append(
            {
                "issue": row["issue"], "issued_at": row["issued_at"].isoformat(), "show": line["show"],
                "title": line["title"], "season": line["next_season"], "as_of": line["as_of"],
                "p_renewed": line["p_renewed"], "previous": row["previous"], "sha256": row["sha256"],
            }
        )  # fmt: skip
    return out


def described(openapi: Mapping[str, Any]) -> Table:
    """Return the API's paths with what each gives."""
    rows = tuple(
        (method.upper(), path, str(said.get("summary", "")))
        for path, methods in sorted(openapi["paths"].items())
        for method, said in methods.items()
    )
    return Table(("method", "path", "gives"), rows)
