"""Why the odds are what they are: drivers, base rate and baselines put into words, with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models.baselines import cancel_band, cancel_index
from cliffhanger.models.explain import TYPICAL_RECORD
from cliffhanger.outlook import words
from cliffhanger.outlook.dossier import Baseline, Driver
from cliffhanger.panel import panel as rows
from cliffhanger.reader.saying import count

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.models.explain import Drivers
    from cliffhanger.panel.panel import Panel

AT_LEAST = 5
_SMALLEST = 0.0005
_FEW_DECISIONS = 5
_MIDDLE, _NEAR = 50.0, 10.0
_APART = 0.02
"""How far a figure lies from the usual before it points anywhere."""

_CARDS = (2013, 2019)
"""Years of the scorecards' first and last decisions."""

_AUTUMN = 9
"""The month in which a TV season begins."""

_PEERS = """
SELECT DISTINCT "show" FROM claims WHERE predicate = 'network' AND value = $network
"""


def told(panel: Panel, moved: Drivers) -> tuple[Driver, ...]:
    """Return the drivers of a one-row panel in words, strongest first.

    Those that move nothing are left out, but for what makes up ``AT_LEAST``:
    that a season has the usual length is worth knowing, too.
    """
    strongest = sorted(moved.points.items(), key=lambda item: -abs(item[1]))
    # That nobody counts votes for days of today is no news of this show.
    strongest = [item for item in strongest if item[0] != "audience" or item[1]]
    kept = [item for place, item in enumerate(strongest) if place < AT_LEAST or abs(item[1]) >= _SMALLEST]
    return tuple(Driver(words.DRIVERS[name], points, _because(panel, name, points)) for name, points in kept)


def base_rate_of(panel: Panel) -> str:
    """Return in words what show the drivers start from."""
    which = words.ordinal(int(panel["season"][0]))
    return (
        f"a typical {which} season of a followed series, a month after its premiere at a platform of the usual record"
    )


def baselines(panel: Panel, models: Models, index: float) -> tuple[Baseline, ...]:
    """Return what climatology and the cancel index say of a one-row panel.

    Args:
        panel: the row.
        models: with climatology.
        index: the show's cancel index, or NaN where there is none.
    """
    ever = float(models.climatology.curve(panel).ever[0])
    out = [Baseline("climatology", f"{words.percent(ever)} to return, by platform class, season number and silence")]
    if np.isnan(index):
        said = "no index: its platform has fewer than three rated seasons to compare with on that day"
    else:
        said = (
            f"{index:.2f} (its place by viewers' rating over its platform's mean place), read as {cancel_band(index)}"
        )
    return (*out, Baseline("cancel index", said))


def indexes(facts: Facts, network: str, as_of: date) -> dict[str, float]:
    """Return the cancel index of every show of a platform, as known on a day."""
    peers = facts.connection.execute(_PEERS, {"network": network}).fetchall()
    everyone = rows.latest(facts, as_of, [row[0] for row in peers])
    return dict(zip(everyone["show"].tolist(), cancel_index(everyone).tolist(), strict=True))


def _because(panel: Panel, name: str, points: float) -> str:
    said, alone = _BECAUSE[name](panel), _alone(panel, name)
    if abs(points) < _SMALLEST or not alone or (points > 0) == (alone > 0):
        return said
    return f"{said}; beside the other facts it counts {'for a return' if points > 0 else 'against one'}"


def _alone(panel: Panel, name: str) -> float:
    """Return which way a driver's figure points by itself: above or below nought, or nought where it points nowhere."""
    if name == "platform":
        found = _record(panel)
        apart = found[2] / found[1] - TYPICAL_RECORD[int(panel["season"][0]) > 1] if found else 0.0
        return apart if abs(apart) >= _APART else 0.0
    if name == "reception":
        place = _rated(panel)
        return 0.0 if np.isnan(place) or abs(place - _MIDDLE) < _NEAR else float(place) - _MIDDLE
    return 0.0


def _rhythm(panel: Panel) -> str:
    gap = panel["gap_days"][0]
    wait = "" if np.isnan(gap) else f", {words.span(float(gap))} after the season before"
    return f"season {panel['season'][0]:.0f}{wait}"


def _reception(panel: Panel) -> str:
    place = _rated(panel)
    if np.isnan(place):
        return "no rating of that time is known"
    if not np.isnan(panel["season_rating"][0]):
        return f"rated higher than {place:.0f} % of the seasons of its year, by a later count"
    return f"rated higher than {place:.0f} % of followed seasons"


def _rated(panel: Panel) -> float:
    """Return the place by rating that is told: among the seasons of its year, else as known then; NaN without one."""
    of_its_year = float(panel["season_rating"][0])
    if not np.isnan(of_its_year):
        return of_its_year
    return np.nan if panel["rating_hindsight"][0] else float(panel["rating"][0])


def _audience(panel: Panel) -> str:
    place = panel["season_votes"][0]
    if np.isnan(place):
        return "how many watched was not known then"
    return (
        f"more voted per episode than {place:.0f} % of the seasons of its year, by a later count of IMDb votes, "
        "which stand in for viewers"
    )


def _episodes(panel: Panel) -> str:
    episodes = panel["episodes"][0]
    if np.isnan(episodes) or panel["episodes_hindsight"][0]:
        return "how many episodes was not known then"
    return f"a season of {count(int(episodes), 'episode')}"


def _kind(panel: Panel) -> str:
    kind = str(panel["kind"][0])
    return (
        f"{_article(kind)} {kind} series" + ("" if kind == "limited" else ", not a limited one")
        if kind
        else "nobody says what kind of series it is"
    )


def _catalogue(panel: Panel) -> str:
    status = panel["status"][0]
    return f"a catalogue called it {status}" if status else "no catalogue gives a status"


def _announcement(panel: Panel) -> str:
    fate = panel["fate"][0]
    return f"announced: {fate}" if fate else "nothing has been announced"


def _silence(panel: Panel) -> str:
    as_of = panel["as_of"].astype(object)[0]
    premiere = panel["premiere"].astype(object)[0]
    last = panel["last_aired"].astype(object)[0]
    since = f"{words.span((as_of - premiere).days)} since the premiere"
    if (as_of - last).days < (as_of - premiere).days:
        since += f", {words.span((as_of - last).days)} since the last episode"
    return since


def _platform(panel: Panel) -> str:
    season = int(panel["season"][0])
    found = _record(panel)
    if not found:
        who = str(panel["network"][0]) or "its platform"
        return f"of {who} no decisions are known: the odds are those of such series' premieres alone"
    who, decided, renewed = found
    sort = "first seasons" if season == 1 else "returning seasons"
    usual = f"against {words.percent(TYPICAL_RECORD[season > 1])} at all platforms"
    share = words.percent(renewed / decided)
    return f"{who} renewed {renewed} of {decided} {sort} on the scorecards of {_years(panel)} ({share}, {usual})"


def _record(panel: Panel) -> tuple[str, int, int] | None:
    """Return whose decisions are looked at, how many there are, how many were renewals; None where there are few."""
    for who, decided, renewed in (
        (str(panel["network"][0]), int(panel["network_decided"][0]), int(panel["network_renewed"][0])),
        (f"{panel['platform_class'][0]} platforms", int(panel["class_decided"][0]), int(panel["class_renewed"][0])),
    ):
        if decided >= _FEW_DECISIONS:
            return who, decided, renewed
    return None


def _years(panel: Panel) -> str:
    """Return the years of the scorecards that had ended by the question's TV season."""
    day = panel["as_of"].astype(object)[0]
    season = day.year - (day.month < _AUTUMN)
    return f"{_CARDS[0]} to {min(_CARDS[1], season)}"


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _listing(panel: Panel) -> str:
    season = int(panel["season"][0])
    if not panel["listings_known"][0]:
        return "listings of coming seasons are not known for that day"
    if panel["next_listed"][0] > 0:
        return f"IMDb lists {count(int(panel['next_listed'][0]), 'episode')} of season {season + 1}, not yet aired"
    return f"IMDb lists no episode of season {season + 1}"


_BECAUSE: dict[str, Callable[[Panel], str]] = {
    "silence": _silence,
    "rhythm": _rhythm,
    "reception": _reception,
    "audience": _audience,
    "episodes": _episodes,
    "kind": _kind,
    "catalogue": _catalogue,
    "platform": _platform,
    "listing": _listing,
    "announcement": _announcement,
}
