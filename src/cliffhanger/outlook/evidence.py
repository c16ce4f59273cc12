"""The facts that stood on a day, each with its source; the show's line; what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import DATE_PREDICATES, Metric, Predicate
from cliffhanger.ledger.article_claims import ABOUT, OR_EARLIER, OR_LATER
from cliffhanger.outlook import search, words
from cliffhanger.outlook.dossier import Evidence, Relative
from cliffhanger.outlook.sources import source_title
from cliffhanger.reader.saying import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from cliffhanger.panel.panel import Panel

_CLAIMS = """
SELECT season, predicate, value, unit, valid_from, valid_to, wording, modality, source, publisher, url, known_on,
       claim_id, platform, reason, "show"
FROM claims
WHERE list_contains($shows, "show") AND known_on <= $as_of AND (taken_back_on IS NULL OR taken_back_on > $as_of)
  AND episode IS NULL AND predicate <> 'statement'
ORDER BY "show", season NULLS FIRST, predicate, known_on, source, value
"""

_NUMBERS = """
SELECT season, metric, arg_max(value, known_on) AS value, source, scope, max(known_on) AS known_on, "show"
FROM observations
WHERE list_contains($shows, "show") AND known_on <= $as_of AND episode IS NULL
GROUP BY "show", season, metric, source, scope
ORDER BY "show", season NULLS FIRST, metric, source, scope
"""

_LINE = """
WITH RECURSIVE related AS (
    SELECT DISTINCT "show" AS below, value AS above, predicate, source, publisher FROM claims
    WHERE predicate IN ('spin_off_of', 'follows') AND known_on <= $as_of
      AND (taken_back_on IS NULL OR taken_back_on > $as_of) AND starts_with(value, 'imdb:')
),
family(member, depth) AS (
    SELECT $show::VARCHAR, 0
    UNION
    SELECT CASE WHEN r.below = f.member THEN r.above ELSE r.below END, f.depth + 1
    FROM family AS f JOIN related AS r ON f.member IN (r.below, r.above)
    WHERE f.depth < 3
)
SELECT member, min(depth) AS depth FROM family WHERE member <> $show GROUP BY member ORDER BY depth, member
"""

_RELATION = """
SELECT "show", predicate, value, source, publisher FROM claims
WHERE predicate IN ('spin_off_of', 'follows') AND known_on <= $as_of
  AND (taken_back_on IS NULL OR taken_back_on > $as_of) AND ("show" = $show OR value = $show)
ORDER BY predicate DESC, known_on
"""

_RUN = """
SELECT count(*), min(year(premiere)), max(year(coalesce(finale, premiere))), max(coalesce(finale, premiere))
FROM seasons_at($as_of::DATE) WHERE "show" = $show AND premiere <= $as_of
"""

_NAMES_A_SHOW = {Predicate.SPIN_OFF_OF, Predicate.FOLLOWS, Predicate.SAME_AS}
_DECISIONS = {
    Predicate.RENEWED,
    Predicate.ORDERED,
    Predicate.ENDING,
    Predicate.CANCELLED,
    Predicate.RESCUED,
    Predicate.IN_LIMBO,
}
_OPEN_SIDES = {OR_LATER: (False, True), OR_EARLIER: (True, False), ABOUT: (True, True)}
_COUNTED = """
SELECT source, max(TRY_CAST(value AS INTEGER)) AS seasons, min(known_on) FROM claims
WHERE "show" = $show AND predicate = 'season_count' AND TRY_CAST(value AS INTEGER) > $season AND known_on <= $as_of
  AND source <> 'news' AND (taken_back_on IS NULL OR taken_back_on > $as_of)
GROUP BY source ORDER BY source
"""

_VIEWING = {
    Metric.WEEKLY_RANK,
    Metric.WEEKLY_VIEWS,
    Metric.WEEKLY_HOURS,
    Metric.HALF_YEAR_VIEWS,
    Metric.HALF_YEAR_HOURS,
}
_WIDEST = timedelta(days=700)
_MEASURED = frozenset({"playback", "pageview_dumps"})
_DIGITS = 16
_OVER = timedelta(days=90)
_SCORES = {Metric.METASCORE, Metric.TOMATOMETER, Metric.IMDB_RATING, Metric.TMDB_VOTE_AVERAGE, Metric.TVMAZE_RATING}


class Known(NamedTuple):
    """A claim as it is weighed, and as it is shown.

    Attributes:
        season: the season it stands on, or None.
        predicate: what is said.
        value: what it is said to be.
        valid_from: first day that is meant, or None.
        valid_to: last day, likewise.
        modality: how it is meant.
        source: who says so.
        publisher: who published it, or empty.
        evidence: the claim in words.
    """

    season: int | None
    predicate: Predicate
    value: str
    valid_from: date | None
    valid_to: date | None
    modality: str
    source: str
    publisher: str
    evidence: Evidence


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Evidence, ...]:
    """Return every claim and the latest of every number about a show that stood on a day, but for statements."""
    asked = {"shows": [show], "as_of": as_of}
    found = connection.execute(_CLAIMS, asked).fetchall()
    titles = search.titles(connection, [row[2] for row in found if row[1] in _NAMES_A_SHOW])
    claims = [_claim(row, titles) for row in found if not _idle_estimate(row, found)]
    return (*claims, *numbers(connection, [show], as_of).get(show, ()))


def known(connection: DuckDBPyConnection, shows: Sequence[str], as_of: date) -> dict[str, list[Known]]:
    """Return what was claimed of some shows, by show; estimates too, and in order of what is claimed and of the day."""
    found = connection.execute(_CLAIMS, {"shows": list(shows), "as_of": as_of}).fetchall() if shows else []
    titles = search.titles(connection, [row[2] for row in found if row[1] in _NAMES_A_SHOW])
    out: dict[str, list[Known]] = {}
    for row in found:
        told = Known(
            row[0], Predicate(row[1]), str(row[2]), row[4], row[5], str(row[7]), str(row[8]), str(row[9] or ""),
            _claim(row, titles),
        )  # fmt: skip
        out.setdefault(row[15], []).append(told)
    return out


def numbers(connection: DuckDBPyConnection, shows: Sequence[str], as_of: date) -> dict[str, list[Evidence]]:
    """Return the latest of every number that was known of some shows, by show."""
    out: dict[str, list[Evidence]] = {}
    found = connection.execute(_NUMBERS, {"shows": list(shows), "as_of": as_of}).fetchall() if shows else []
    for row in found:
        told = _number(row[:6])
        if told is not None:
            out.setdefault(row[6], []).append(told)
    return out


def line(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Relative, ...]:
    """Return the shows that a show comes from, or that come from it, as known on a day."""
    members = [row[0] for row in connection.execute(_LINE, {"show": show, "as_of": as_of}).fetchall()]
    return tuple(sorted((_relative(connection, show, m, as_of) for m in members), key=lambda r: (r.first or 0, r.show)))


def signs(connection: DuckDBPyConnection, panel: Panel) -> tuple[str, ...]:
    """Return what hints at the next season of a one-row panel's show without deciding it."""
    show, season, as_of = str(panel["show"][0]), int(panel["season"][0]), panel["as_of"].astype(object)[0]
    out = []
    if panel["listings_known"][0] and panel["next_listed"][0] > 0:
        out.append(f"IMDb lists {count(int(panel['next_listed'][0]), 'episode')} of season {season + 1}, not yet rated")
    counted = connection.execute(_COUNTED, {"show": show, "season": season, "as_of": as_of}).fetchall()
    out += [f"{source_title(source)} counts {value} seasons since {words.day(day)}" for source, value, day in counted]
    return tuple(out)


def missing(  # noqa: PLR0913 - one argument a thing that may be known
    evidence: Sequence[Evidence], *, season: int, estimated: bool, platform: str, kind: str, spoken: bool
) -> tuple[str, ...]:
    """Return what is not known, and would help."""
    have = {item.what.split(" (")[0] for item in evidence}
    out = []
    if not platform:
        out.append("the platform, and so its record of renewals")
    if not kind:
        out.append("whether it is meant to go on: nearly half of the first seasons of known kind are limited series")
    if estimated:
        out.append(f"the exact premiere of season {season}: it is estimated")
    if not have & {"score", *(words.METRICS[metric][0] for metric in _SCORES)}:
        out.append("critics' and viewers' scores (raw ratings do not ship with the starter catalogue)")
    if not have & {words.PREDICATES[Predicate.CHART_RANK], *(words.METRICS[metric][0] for metric in _VIEWING)}:
        out.append("how much it is watched: no chart or viewing figure is known")
    if not spoken:
        out.append("what its makers and platform say: no dated statement has been read")
    out.append("its cost, and the terms of its licence: hardly ever public, and often decisive")
    return tuple(out)


def _idle_estimate(row: Sequence[object], rows: Sequence[Sequence[object]]) -> bool:
    """Say whether an estimate adds nothing: a source gives the date, or gainsays it, or it is too wide to mean one."""
    season, predicate, _, _, valid_from, valid_to, _, _, source = row[:9]
    if source != "estimate" or not isinstance(valid_from, date) or not isinstance(valid_to, date):
        return False
    told = [r for r in rows if r[0] == season and r[8] != "estimate"]
    doubled = any(r[1] == predicate for r in told)
    # A finale before the premiere: the ids of the episodes were given out ahead of the season.
    early = any(r[1] == Predicate.PREMIERE_DATE and r[4] and str(r[4]) > str(row[2]) for r in told)
    return doubled or early or valid_to - valid_from > _WIDEST


def _claim(row: Sequence[object], titles: Mapping[str, str]) -> Evidence:
    season, predicate, value, unit, valid_from, valid_to, wording, modality, source, publisher, url, known_on, claim = (
        row[:13]
    )
    said = _value(str(predicate), titles.get(str(value), str(value)), str(unit), str(wording))
    return Evidence(
        about=_about(season),
        what=_what(str(predicate), str(modality)),
        value=_dated(valid_from, valid_to, str(unit), str(wording), str(source))
        if predicate in DATE_PREDICATES
        else said + _circumstances(str(predicate), unit, row[13], row[14]),
        source=_source(str(source), str(publisher)),
        known_on=_day(known_on),
        url=str(url or ""),
        season=season if isinstance(season, int) else None,
        claim_id=str(claim),
    )


def _number(row: Sequence[object]) -> Evidence | None:
    season, metric, value, source, scope, known_on = row
    said = words.MEASURED if source in _MEASURED else words.METRICS
    if metric not in said or not isinstance(value, float):
        return None
    name, form = said[Metric(str(metric))]
    qualified = f"{name} ({scope})" if scope and scope != "followed seasons" else name
    return Evidence(
        about=_about(season),
        what=qualified,
        value=form.format(value),
        source=_source(str(source), ""),
        known_on=_day(known_on),
        url="",
        season=season if isinstance(season, int) else None,
        claim_id="",
    )


def _about(season: object) -> str:
    return "series" if season is None else f"season {season}"


def _what(predicate: str, modality: str) -> str:
    name = words.PREDICATES.get(Predicate(predicate), predicate.replace("_", " "))
    return name if modality == "event" else f"{name} ({modality})"


def _dated(valid_from: object, valid_to: object, unit: str, wording: str, source: str) -> str:
    if source == "estimate" or not isinstance(valid_from, date) or not isinstance(valid_to, date):
        return wording
    return PartialDate(valid_from, valid_to, "", *_OPEN_SIDES.get(unit, ())).say()


def _circumstances(predicate: str, unit: object, platform: object, reason: object) -> str:
    """Return who decided, and why, where a source says so."""
    if predicate not in _DECISIONS:
        return ""
    who = f", {platform}" if platform and platform != unit else ""
    return f"{who}; reason given: “{reason}”" if reason else who


def _value(predicate: str, value: str, unit: str, wording: str) -> str:
    if predicate in _DECISIONS:
        season = f"season {value}" if value.isdecimal() else value or wording or "season not named"
        return f"{season} ({unit})" if unit else season
    if predicate == Predicate.SCORE:
        scored = f"{value} {words.SCORE_UNITS.get(unit, unit)}"
        return f"{scored}, {wording}" if wording and wording != "percent" else scored
    if predicate == Predicate.CHART_RANK:
        return ", ".join(part for part in (_placed(value, unit), wording) if part)
    if predicate == Predicate.VIEWING:
        return ", ".join(part for part in (f"{_figure(value)} {unit}", wording) if part)
    if predicate == Predicate.BASED_ON and wording:
        return f"{value} {wording}"
    qualifier = f" ({unit})" if unit else ""
    return f"{value}{qualifier}" if value else (wording or "yes")


def _placed(rank: str, chart: str) -> str:
    if not chart:
        return f"no. {rank}"
    return f"no. {rank}, {chart}" if chart.startswith("most-") else f"no. {rank} on {chart}"


def _figure(value: str) -> str:
    return f"{int(value):,}" if value.isdecimal() and len(value) < _DIGITS else value


def _source(source: str, publisher: str) -> str:
    return publisher or words.SOURCES.get(source) or source_title(source)


def _day(value: object) -> date:
    if not isinstance(value, date):
        msg = f"{value!r} is not a day"
        raise TypeError(msg)
    return value


def _relative(connection: DuckDBPyConnection, show: str, member: str, as_of: date) -> Relative:
    rows = connection.execute(_RELATION, {"show": member, "as_of": as_of}).fetchall()
    direct = [row for row in rows if show in (row[0], row[2])] or rows
    below, predicate, _, source, publisher = direct[0] if direct else (member, "", "", "", "")
    if not any(show in (row[0], row[2]) for row in rows):
        relation = "of the same line"
    elif below == show:
        relation = "the show it is a spin-off of" if predicate == "spin_off_of" else "the show it follows"
    else:
        relation = "its spin-off" if predicate == "spin_off_of" else "the show that follows it"
    count, first, last, last_day = connection.execute(_RUN, {"show": member, "as_of": as_of}).fetchone() or (
        0,
        None,
        None,
        None,
    )
    over = last_day is not None and as_of - last_day > _OVER
    name = search.titles(connection, [member]).get(member, member)
    ties = tuple(sorted({(row[0], row[2]) for row in rows}))
    return Relative(name, member, relation, count, first, last if over else None, _source(source, publisher), ties)
