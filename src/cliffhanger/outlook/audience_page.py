"""What a measured log says, laid out for people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.outlook.page import Page, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = dict[str, Any]

_TITLES = ("title", "views", "hours", "starters", "completed", "of starters", "28 days: views", "days to complete")
_WORTH = ("title", "cost", "hours per cost", "would miss it", "cost each", "hours still to come", "likely (80 %)")


def lay_out(
    platform: str,
    counts: tuple[int, int, int, int],
    aside: Mapping[str, int],
    top: Sequence[Row],
    priced: Sequence[Row],
) -> Page:
    """Return the page of a log.

    Args:
        platform: the platform's name.
        counts: events read, viewers counted, and the first and the last day, in days since 1970.
        aside: reasons, with the number of events that were set aside for them.
        top: the titles with the most views.
        priced: the titles with a cost, by hours per cost.
    """
    events, viewers, first, last = counts
    span = f"{_day(first)} to {_day(last)}"
    lead = f"{events:,} events of {viewers:,} viewers, {span}; {sum(aside.values()):,} events were set aside."
    sections = [
        Section("The most viewed", (), Table(_TITLES, tuple(map(_title, top)), frozenset(range(1, 8)))),
    ]
    if priced:
        sections.append(Section("Worth", (), Table(_WORTH, tuple(map(_worth, priced)), frozenset(range(1, 7)))))
    if aside:
        rows = tuple((reason, f"{rows:,}") for reason, rows in aside.items())
        sections.append(Section("Set aside", (), Table(("because", "events"), rows, frozenset({1}))))
    return Page(f"{platform}: the audience", lead, tuple(sections), ("Definitions: docs/audience.md.",))


def _title(row: Row) -> tuple[str, ...]:
    return (
        row["name"],
        f"{row['views']:,.0f}",
        f"{row['hours']:,.0f}",
        f"{row['starters']:,}",
        f"{row['completers_90']:,}",
        _percent(row["completion_rate"]),
        f"{row['views_28']:,.0f}",
        _figure(row["median_days_to_complete"], ".0f"),
    )


def _worth(row: Row) -> tuple[str, ...]:
    return (
        row["name"],
        f"{row['cost']:,.0f}",
        _figure(row["hours_per_cost"], ",.2f"),
        f"{row['devoted']:,}",
        _figure(row["cost_per_devoted"], ",.2f"),
        _figure(row["remaining_hours"], ",.0f"),
        "" if row["remaining_low"] is None else f"{row['remaining_low']:,.0f} to {row['remaining_high']:,.0f}",
    )


def _figure(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}".replace("%", " %")


def _day(number: int) -> str:
    day = date(1970, 1, 1) + timedelta(days=number)
    return f"{day.day} {day:%B %Y}"
