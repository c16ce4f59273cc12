"""A platform's weekly chart as a person or a program reads it: places, movement, streaks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadRowError, MissingExtraError
from cliffhanger.outlook.page import Page, Section, Table
from cliffhanger.outlook.sources import source_title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cliffhanger.ledger.facts import Facts

GLOBAL_LISTS = {"netflix": "netflix"}
"""Platforms whose own lists are read, all of them for the whole world, and the source that has them."""

EVERYWHERE = "all"
"""All territories together."""

_HEADINGS = ("place", "", "title", "season", "views", "hours", "weeks", "in a row", "at no. 1")
_FIGURES = frozenset({0, 3, 4, 5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a chart.

    Attributes:
        rank: place, 1 is first.
        title: the show's title.
        show: its id.
        season: season number, or None.
        part: wording of what is not a whole season, or empty.
        views: views of the week, or None.
        hours: hours viewed in the week, or None.
        weeks: weeks in the chart so far.
        consecutive: of them in a row up to this one.
        weeks_at_1: weeks in first place so far.
        consecutive_at_1: of them in a row up to this one; 0 where it is not first.
        last_rank: place of the week before, or None.
        movement: places gained since, or None.
        entry: new, re-entry or stays.
    """

    rank: int
    title: str
    show: str
    season: int | None
    part: str
    views: float | None
    hours: float | None
    weeks: int
    consecutive: int
    weeks_at_1: int
    consecutive_at_1: int
    last_rank: int | None
    movement: int | None
    entry: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of one week.

    Attributes:
        platform: the platform's name.
        name: which of its charts: a list's name, or a territory.
        week_start: its Monday.
        week_end: its Sunday.
        known_on: the day on which it could be known.
        source: who says so.
        places: the places, from the first.
    """

    platform: str
    name: str
    week_start: date
    week_end: date
    known_on: date
    source: str
    places: tuple[Place, ...]


def lists(facts: Facts, platform: str, as_of: date) -> tuple[str, ...]:
    """Return the names of a platform's charts: territories of one's own, else the lists that the platform publishes.

    Raises:
        MissingExtraError: where the libraries for ledgers are not installed.
    """
    source, found = _entries(facts, platform, as_of)
    return tuple(_name(name, platform, source) for name in sorted({row["chart"] for row in found}))


def weeks(facts: Facts, platform: str, as_of: date) -> tuple[date, ...]:
    """Return the Sundays that end the weeks of which there is a chart of a platform, the latest first.

    Raises:
        MissingExtraError: where the libraries for ledgers are not installed.
    """
    return tuple(sorted({row["period_end"] for row in _entries(facts, platform, as_of)[1]}, reverse=True))


def charts(facts: Facts, platform: str, *, week: date | None, territory: str | None, as_of: date) -> tuple[Chart, ...]:
    """Return a platform's charts of a week: one's own measurements where they are, else the platform's published lists.

    Args:
        facts: claims and observations.
        platform: the platform's name.
        week: a day of the week that is meant; the latest that was known where None.
        territory: a territory of one's own charts; all together where None.
        as_of: the day as of which the chart is asked for.

    Raises:
        BadRowError: where there is no such chart.
        MissingExtraError: where the libraries for ledgers are not installed.
    """
    source, found = _entries(facts, platform, as_of)
    if not found:
        reason = (
            "has no chart in this ledger: 'cliffhanger ingest' brings Netflix's lists, and 'cliffhanger audience "
            "measure' your own"
        )
        raise BadRowError(field="platform", value=platform, reason=reason)
    if source != "playback":
        if territory:
            raise BadRowError(field="territory", value=territory, reason=f"{platform}'s lists are of the whole world")
        return _of_week(found, (platform, source), week)
    wanted = f"{platform} ({territory.upper() if territory else EVERYWHERE})"
    own = [row for row in found if row["chart"] == wanted]
    if not own:
        there = ", ".join(lists(facts, platform, as_of))
        raise BadRowError(field="territory", value=territory, reason=f"has no chart of {platform}; there are {there}")
    return _of_week(own, (platform, source), week)


def _entries(facts: Facts, platform: str, as_of: date) -> tuple[str, list[dict[str, Any]]]:
    """Return who says so, and all entries of a platform's charts: one's own measurements, else its published lists."""
    ranked = facts.connection.execute("SELECT 1 FROM observations WHERE metric = 'weekly_rank' LIMIT 1").fetchone()
    if ranked is None:
        return "", []
    try:
        from cliffhanger.measures.audience.standings import standings  # noqa: PLC0415 - brings Ibis
    except ImportError as error:
        raise MissingExtraError(what="chart", extra="ledger") from error
    own = standings(facts.connection, "playback", f"{platform} (", as_of)
    if own:
        return "playback", own
    source = GLOBAL_LISTS.get(platform.casefold(), "")
    return source, standings(facts.connection, source, "", as_of)


def _name(chart: str, platform: str, source: str) -> str:
    return chart.removeprefix(f"{platform} (").removesuffix(")") if source == "playback" else chart


def _of_week(rows: Sequence[dict[str, Any]], whose: tuple[str, str], week: date | None) -> tuple[Chart, ...]:
    platform, source = whose
    ends = {row["period_end"] for row in rows}
    end = max(ends) if week is None else week + timedelta(days=6 - week.weekday())
    if end not in ends:
        span = f"there are weeks from {min(ends) - timedelta(days=6)} to {max(ends)}"
        raise BadRowError(field="week", value=str(week), reason=f"is not in the chart; {span}")
    names = dict.fromkeys(row["chart"] for row in rows if row["period_end"] == end)
    return tuple(
        Chart(
            platform=platform,
            name=_name(name, platform, source),
            week_start=end - timedelta(days=6),
            week_end=end,
            known_on=max(row["known_on"] for row in own),
            source=source_title(source),
            places=tuple(_place(row) for row in own),
        )
        for name in names
        for own in [[row for row in rows if row["chart"] == name and row["period_end"] == end]]
    )


def _place(row: dict[str, Any]) -> Place:
    taken = {name: row[name] for name in Place.__dataclass_fields__ if name not in ("title", "part")}
    return Place(**taken, title=row["name"] or row["show"], part=row["part"] or "")


def as_json(found: Sequence[Chart]) -> list[dict[str, Any]]:
    """Return charts as plain objects, days as ISO texts."""
    return [
        asdict(chart) | {name: getattr(chart, name).isoformat() for name in ("week_start", "week_end", "known_on")}
        for chart in found
    ]


def lay_out(found: Sequence[Chart]) -> Page:
    """Return charts as a page."""
    first = found[0]
    title = f"{first.platform}: the week of {_day(first.week_start)} to {_day(first.week_end)}"
    sections = tuple(
        Section(
            f"{first.platform}, {'all territories' if chart.name == EVERYWHERE else chart.name}",
            (_leads(chart),),
            Table(
                _HEADINGS,
                tuple(_row(place) for place in chart.places),
                _FIGURES,
                links=tuple(place.show for place in chart.places),
                linked=_HEADINGS.index("title"),
            ),
        )
        for chart in found
    )
    return Page(title, " ".join(_leads(chart) for chart in found[:1]), sections, (f"Source: {first.source}.",))


def _leads(chart: Chart) -> str:
    place = chart.places[0]
    streak = place.consecutive_at_1
    if streak > 1:
        return f"“{place.title}” has been in first place for {streak} weeks in a row."
    if place.weeks_at_1 > 1:
        return f"“{place.title}” is in first place again, for {place.weeks_at_1} weeks in all."
    return f"“{place.title}” is in first place for the first week."


def _row(place: Place) -> tuple[str, ...]:
    return (
        str(place.rank),
        _movement(place),
        f"{place.title} ({place.part})" if place.part else place.title,
        str(place.season or ""),
        f"{place.views:,.0f}" if place.views is not None else "",
        f"{place.hours:,.0f}" if place.hours is not None else "",
        str(place.weeks),
        str(place.consecutive),
        str(place.weeks_at_1 or ""),
    )


def _movement(place: Place) -> str:
    """Say in a word or a sign where an entry comes from; the sign never stands without its figure."""
    if place.movement is None:
        return {"new": "new", "re-entry": "back"}[place.entry]
    if place.movement == 0:
        return "="
    return f"{'▲' if place.movement > 0 else '▼'}{abs(place.movement)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
