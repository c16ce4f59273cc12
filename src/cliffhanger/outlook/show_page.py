"""A show's page: the dossier's sections in their order, those that people would rather look at drawn as plots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.vocabulary import Predicate, State
from cliffhanger.outlook import page, words
from cliffhanger.outlook.page import Section, Table
from cliffhanger.outlook.plots import Part, Plot, Point, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.outlook.dossier import Dossier, LookAlike, Relative

_MONTH = 30.44
_YEAR = 365.25
_STEPS = (1, 2, 3, 6, 12, 24, 60)
_MOST_COLUMNS = 36
_EDGE = 0.5
"""Half of the first and of the last quantile's share lie this far out, in widths of the quantile's neighbour."""

_MOST_SHARED = 6
"""Shows that are named of one person."""

_SILENT = (State.LIMBO,)
_NO_WINDOW = (State.ENDING, State.CANCELLED, State.RETURNED, State.LIMITED)


@dataclass(frozen=True, slots=True)
class ShowPage:
    """One show's page on one day.

    Attributes:
        show: the show's id.
        title: its title.
        about: year, platform and kind, in a line.
        lead: the answer, in one sentence.
        figure: the odds as one large figure, or empty where something is settled.
        range: their likely range, in words, or empty.
        state: the state, in words.
        notes: window, day of decision and reservations, each a sentence.
        parts: its parts, in order.
        as_of: the day it speaks of.
        first: the first day it can speak of.
        last: the last.
        days: days worth a look, each with what it was.
        footer: small print.
    """

    show: str
    title: str
    about: str
    lead: str
    figure: str
    range: str
    state: str
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
    as_of: date
    first: date
    last: date
    days: tuple[tuple[date, str], ...]
    footer: tuple[str, ...]


def lay_out(dossier: Dossier) -> ShowPage:
    """Return a dossier as a show's page."""
    f = dossier.forecast
    settled = f.state in (State.RENEWED, State.DATED, State.RETURNED)
    low, high = f.p_renewed_range
    answer = page.answer(dossier)
    whole = page.lay_out(dossier, all_evidence=True)
    first = _first_day(dossier)
    return ShowPage(
        show=dossier.show.id,
        title=dossier.show.title,
        about=_about(dossier),
        lead=dossier.verdict,
        figure="" if settled else words.percent(f.p_renewed),
        range="" if settled else f"likely range {100 * low:.0f} to {100 * high:.0f} %",
        state=words.STATES[f.state],
        notes=answer.sentences[1:],
        parts=tuple(part for part in _parts(dossier, answer) if part.sentences or part.tables or part.plots),
        as_of=f.question.as_of,
        first=first,
        last=dossier.data_known_to,
        days=tuple(_days(dossier, first)),
        footer=whole.footer,
    )


def _parts(dossier: Dossier, answer: Section) -> Iterator[Part]:
    yield _plain(Section("The odds", (), answer.table))
    yield _drawn(page.silence(dossier), _clock(dossier))
    yield _window(dossier)
    yield _drawn(page.drivers(dossier), _waterfall(dossier))
    yield _plain(_without_bars(page.changes(dossier)))
    yield _drawn(page.look_alikes(dossier), _timeline(dossier))
    yield _seasons(dossier)
    yield _scores(dossier)
    yield _charts(dossier)
    yield _drawn(page.line(dossier), _lineage(dossier))
    yield _in_common(dossier)
    yield _plain(page.people(dossier.statements, whole=True))
    yield _plain(page.conflicts(dossier.conflicts))
    yield _plain(page.missing(dossier))
    yield _plain(page.evidence(dossier, None))


def _plain(section: Section) -> Part:
    return Part(section.heading, section.sentences, (("", section.table),) if section.table else ())


def _drawn(section: Section, plot: Plot | None) -> Part:
    return Part(section.heading, section.sentences, plots=(plot,)) if plot else _plain(section)


def _without_bars(section: Section) -> Section:
    """Return a section whose table has lost the column of blocks that stands for a plot where nothing can be drawn."""
    if section.table is None or section.table.headings[-1]:
        return section
    table = Table(section.table.headings[:-1], tuple(row[:-1] for row in section.table.rows), section.table.figures)
    return Section(section.heading, section.sentences, table)


def _clock(dossier: Dossier) -> Plot | None:
    f, section = dossier.forecast, _without_bars(page.silence(dossier))
    if f.state not in _SILENT or section.table is None:
        return None
    now = Point("now", 0.0, f.p_renewed, *f.p_renewed_range)
    told = {6: "6 months", 12: "12 months", 24: "24 months"}
    later = [Point(told.get(s.months, ""), float(s.months), s.p_renewed) for s in dossier.silence]
    return Plot(
        Shape.ODDS, "The limbo clock", "months of further silence", "odds of a next season", (now, *later),
        section.table, "The upright line at the left is the likely range today.",
    )  # fmt: skip


def _window(dossier: Dossier) -> Part:
    """Return when the next season would come: the chance of each stretch of months, and the quantiles."""
    f = dossier.forecast
    heading = f"When season {f.question.season + 1} would premiere"
    if f.state in _NO_WINDOW or dossier.planned:
        return Part(heading)
    rows = tuple((f"{100 * level:g} %", words.day(day)) for level, day in sorted(f.premiere_quantiles.items()))
    table = Table(("so likely to be out, if it comes", "by"), rows, frozenset({0}))
    points = density(dossier)
    marks = tuple(
        Point(f"{day:%b %Y}", float(day.toordinal()), 0.0)
        for level, day in sorted(f.premiere_quantiles.items())
        if level in (0.05, 0.5, 0.95)
    )
    plot = Plot(
        Shape.COLUMNS, "The premiere's window", "premiere", "chance of a stretch", points, table,
        "Given that there is a next season. The dashed lines are the middle and the ends of nine cases in ten.",
        marks=marks,
    )  # fmt: skip
    return Part(heading, (f"If season {f.question.season + 1} comes at all.",), plots=(plot,))


def density(dossier: Dossier) -> tuple[Point, ...]:
    """Return the premiere's probability by stretches of whole months, read between its quantiles.

    The distribution function is taken to be straight between two quantiles; what lies
    outside the outermost two is spread over half the stretch beside it, and never before the question's day.
    """
    f = dossier.forecast
    levels, days = zip(*sorted(f.premiere_quantiles.items()), strict=True)
    knots = np.array([day.toordinal() for day in days], dtype=np.float64)
    today = float(f.question.as_of.toordinal())
    start = max(today, knots[0] - _EDGE * (knots[1] - knots[0]))
    end = knots[-1] + _EDGE * (knots[-1] - knots[-2])
    end = max(end, knots[-1] + 1)
    grown = np.maximum.accumulate(np.array([start, *knots, end]))
    shares = np.array([0.0, *levels, 1.0])
    span = (end - start) / _MONTH
    months = next((step for step in _STEPS if span / step <= _MOST_COLUMNS), _STEPS[-1])
    edges = np.arange(start, end + months * _MONTH, months * _MONTH)
    reached = np.interp(edges, grown, shares)
    reached[0] = 0.0  # what falls on the first day is of the first stretch
    return tuple(
        Point(f"{date.fromordinal(int(left)):%B %Y}", float(left), float(share), float(left), float(right))
        for left, right, share in zip(edges[:-1], edges[1:], np.diff(reached), strict=True)
    )


def _waterfall(dossier: Dossier) -> Plot | None:
    section = page.drivers(dossier)
    if section.table is None:
        return None
    base, parts, total = words.tenths(
        dossier.base_rate, [driver.points for driver in dossier.drivers], dossier.forecast.p_renewed
    )
    points, reached = [Point("base rate", 0, base / 1000, 0.0, base / 1000)], base
    for driver, part in zip(dossier.drivers, parts, strict=True):
        if part:
            points.append(Point(driver.name, 0, part / 1000, reached / 1000, (reached + part) / 1000))
        reached += part
    points.append(Point("this forecast", 0, total / 1000, 0.0, total / 1000))
    return Plot(
        Shape.WATERFALL, "From the typical show to this one", "reason", "odds of a next season", tuple(points),
        section.table, "Full bars raise the odds, hollow ones lower them, by the points beside them.",
    )  # fmt: skip


def _timeline(dossier: Dossier) -> Plot | None:
    section = page.look_alikes(dossier)
    if section.table is None:
        return None
    as_of = dossier.forecast.question.as_of
    points = tuple(_wait(other) for other in dossier.look_alikes)
    season = dossier.forecast.question.season
    return Plot(
        Shape.SPANS, f"From season {season} to season {season + 1}", "year", "look-alikes", points, section.table,
        f"A dot: season {season + 1} came. A cross: cancelled or ended. An arrow: neither by {words.day(as_of)}.",
    )  # fmt: skip


def _wait(other: LookAlike) -> Point:
    start = _year(other.premiere)
    if other.returned:
        return Point(other.title, start, 0, start, _year(other.returned), 1)
    if other.decided in ("cancelled", "ending") and other.decided_on:
        return Point(other.title, start, 0, start, _year(other.decided_on), 0)
    return Point(other.title, start, 0, start, None)


def _seasons(dossier: Dossier) -> Part:
    """Return the seasons with their dates, the gaps between them, and how they were rated."""
    places = {place.season: place for place in dossier.places}
    rows, points, before = [], [], None
    for season in dossier.show.seasons:
        begun = season.premiere.first if season.premiere else None
        gap = words.span((begun - before).days) if begun and before else ""
        place = places.get(season.number)
        rated = f"higher than {place.percentile:.0f} % of followed seasons" if place else ""
        began = season.premiere.wording if season.premiere else ""
        ended = season.finale.wording if season.finale else ""
        rows.append((str(season.number), began, ended, gap, rated))
        if place:
            points.append(Point(str(season.number), float(season.number), place.percentile / 100))
        before = begun or before
    table = Table(("season", "began", "ended", "after the one before", "viewers' ratings"), tuple(rows), frozenset({0}))
    if len(points) < 2:  # noqa: PLR2004 - one point is no trend
        return Part("Seasons", (), (("", table),) if rows else ())
    plot = Plot(
        Shape.ODDS, "How its seasons were rated", "season", "rated higher than", tuple(points), table,
        "The share of followed seasons with a lower mean rating at IMDb.",
    )  # fmt: skip
    return Part("Seasons", plots=(plot,))


def _scores(dossier: Dossier) -> Part:
    rows = tuple(
        (
            score.system, "series" if score.season is None else f"season {score.season}", score.value,
            f"{score.reviews:,}" if score.reviews is not None else "not said", score.source,
            score.known_on.isoformat(), score.rule,
        )
        for score in dossier.scores
    )  # fmt: skip
    headings = ("system", "of", "score", "reviews", "source", "known since", "how its owner computes it")
    return Part("Review scores", (), (("", Table(headings, rows, frozenset({2, 3}))),) if rows else ())


def _charts(dossier: Dossier) -> Part:
    """Return its weeks on weekly lists, and what others have said of its places."""
    rows = tuple(
        (
            f"{one.source}: {one.name}", "series" if one.season is None else f"season {one.season}", str(one.weeks),
            str(one.in_a_row), f"no. {one.best}", str(one.at_1), str(one.at_1_in_a_row), one.first.isoformat(),
            one.last.isoformat(),
        )
        for one in dossier.on_lists
    )  # fmt: skip
    headings = (
        "list",
        "of",
        "weeks",
        "in a row",
        "best",
        "weeks at no. 1",
        "in a row",
        "first week to",
        "last week to",
    )
    tables = [("On weekly lists", Table(headings, rows, frozenset({2, 3, 4, 5, 6})))] if rows else []
    ranked = words.PREDICATES[Predicate.CHART_RANK]
    said = tuple((e.about, e.value, e.source, e.known_on.isoformat()) for e in dossier.evidence if e.what == ranked)
    if said:
        tables.append(("As told by others", Table(("of", "place", "source", "known since"), said)))
    return Part("Charts", (), tuple(tables))


def _lineage(dossier: Dossier) -> Plot | None:
    section = page.line(dossier)
    runs = [relative for relative in dossier.line if relative.first is not None]
    begun = [season.premiere.first for season in dossier.show.seasons if season.premiere]
    if section.table is None or not runs or not begun:
        return None
    open_ended = dossier.forecast.state not in (State.CANCELLED, State.ENDING)
    points = [_run(relative) for relative in runs]
    points.append(Point(dossier.show.title, 0, 0, _year(begun[0]), None if open_ended else _year(begun[-1]) + 0.3))
    rows = {relative.show: number for number, relative in enumerate(runs)} | {dossier.show.id: len(runs)}
    ties = {tie for relative in runs for tie in relative.ties}
    joins = tuple(sorted((rows[below], rows[above]) for below, above in ties if below in rows and above in rows))
    return Plot(
        Shape.SPANS, "Its line", "year", "shows", tuple(points), section.table,
        "Each show's run; an upright line joins a show to the one it came of.", joins=joins,
    )  # fmt: skip


def _run(relative: Relative) -> Point:
    start = float(relative.first or 0)
    return Point(relative.title, start, 0, start, None if relative.last is None else relative.last + 1.0, 1)


def _in_common(dossier: Dossier) -> Part:
    rows = tuple((one.person, one.what, _also_at([title for _, title in one.shows])) for one in dossier.in_common)
    return Part("People it shares", (), (("", Table(("who", "here", "also at"), rows)),) if rows else ())


def _also_at(titles: Sequence[str]) -> str:
    more = len(titles) - _MOST_SHARED
    return ", ".join(titles[:_MOST_SHARED]) + (f" and {more} more" if more > 0 else "")


def _about(dossier: Dossier) -> str:
    show = dossier.show
    kind = "limited series" if show.kind == "limited" else "" if show.kind == "scripted" else str(show.kind or "")
    seasons = f"{len(show.seasons)} season{'' if len(show.seasons) == 1 else 's'} so far"
    return " · ".join(filter(None, (str(show.year or ""), show.network, kind, seasons)))


def _first_day(dossier: Dossier) -> date:
    begun = [season.premiere.first for season in dossier.show.seasons if season.premiere]
    return min([*begun, dossier.forecast.question.as_of])


def _days(dossier: Dossier, first: date) -> Iterator[tuple[date, str]]:
    """Yield the days on which a look back is worth while: around each season's start and end."""
    last = dossier.data_known_to
    found: dict[date, str] = {}
    for season in dossier.show.seasons:
        begun, ended = season.premiere, season.finale
        if begun:
            found[begun.first + timedelta(days=28)] = f"four weeks into season {season.number}"
        if ended and begun and ended.last != begun.first:
            found[ended.last + timedelta(days=90)] = f"three months after season {season.number} ended"
    found[last] = "the last day of the data"
    yield from sorted((day, what) for day, what in found.items() if first <= day <= last)


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _YEAR
