"""What alerts compare: one show as it stood on one day, small enough to be remembered."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import State
from cliffhanger.evaluation.vintage import strict
from cliffhanger.models.fate import fates
from cliffhanger.outlook import forecasts, search
from cliffhanger.panel import panel as rows
from cliffhanger.panel.panel import DAYS_A_MONTH, ESTIMATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.settled import Waver
    from cliffhanger.panel.panel import Panel

OVERDUE = timedelta(days=14)
"""How long after a date that was set its season may still show up in the catalogues."""

# The claim behind the date that a panel gives, and the latest date that has passed: of the same claims as the panel's.
_PLANS = """
SELECT c."show",
       max_by(struct_pack(valid_from, valid_to, known_on), (known_on, valid_from, valid_to))
           FILTER (valid_to > $day) AS ahead,
       max_by(struct_pack(valid_from, valid_to, known_on), (known_on, valid_from, valid_to))
           FILTER (valid_to <= $day - $overdue::INTEGER) AS missed
FROM claims AS c
JOIN (SELECT unnest($shows) AS "show", unnest($seasons) AS season) AS asked
    ON asked."show" = c."show" AND c.season = asked.season + 1
WHERE predicate = 'premiere_date' AND source <> 'estimate' AND episode IS NULL AND known_on <= $day
  AND (taken_back_on IS NULL OR taken_back_on > $day)
  AND modality IN ('event', 'plan') AND coalesce(unit, '') NOT IN ('or later', 'about')
GROUP BY c."show"
"""

_BEGUN = """
SELECT "show", season, known_on FROM seasons_at($day::DATE) WHERE premiere <= $day
"""

_TURNED = """
SELECT "show", max(known_on) FILTER (turns) FROM (
    SELECT "show", known_on, value IS DISTINCT FROM lag(value) OVER said AS turns
    FROM claims
    WHERE predicate = 'status' AND episode IS NULL AND known_on <= $day
      AND (taken_back_on IS NULL OR taken_back_on > $day)
    WINDOW said AS (PARTITION BY "show" ORDER BY known_on, source, value)
) GROUP BY "show"
"""

_SAID = """
SELECT "show", claim_id, known_on FROM claims
WHERE predicate = 'statement' AND known_on <= $day AND (taken_back_on IS NULL OR taken_back_on > $day)
"""


_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One show as it stood on one day, by what was known then.

    Attributes:
        show: its id.
        title: its title.
        day: the day.
        season: the latest season that is out.
        premiere: when that began.
        premiere_on: since when that was known.
        basis: where that day comes from: those of ``ESTIMATED`` are estimates, of ``ROUGH`` by the month.
        network: its platform, or empty.
        state: what was known of the next season.
        fate: the decision behind that, a predicate, or empty.
        fate_value: what it says: the number of a season, or empty.
        fate_on: since when it was known, or None.
        status: a catalogue's word on the series, or empty.
        status_on: since when a catalogue had that word, or None.
        p: probability that the next season is ordered, from what was known then alone.
        relied: whether that should be relied on.
        planned_from: first day of the date that is set for the next season, or None.
        planned_to: last day of it, or None.
        planned_on: since when that date was known, or None.
        missed: last day of a date that has passed for some time and brought no season, or None.
        aired: the last day of its episodes, as far as known, or None.
        spoken: the last day on which somebody was quoted on the show, or None.
        statements: claims of all that people had said.
        wavers: keys of what had wavered.
        model: the models behind ``p``.
    """

    show: str
    title: str
    day: date
    season: int
    premiere: date
    premiere_on: date
    basis: str = ""
    network: str = ""
    state: State = State.LIMBO
    fate: str = ""
    fate_value: str = ""
    fate_on: date | None = None
    status: str = ""
    status_on: date | None = None
    p: float = 0.5
    relied: bool = True
    planned_from: date | None = None
    planned_to: date | None = None
    planned_on: date | None = None
    missed: date | None = None
    aired: date | None = None
    spoken: date | None = None
    statements: tuple[str, ...] = ()
    wavers: tuple[str, ...] = ()
    model: str = ""

    @property
    def plan(self) -> PartialDate | None:
        """The date that is set for the next season, or None."""
        if self.planned_from is None or self.planned_to is None:
            return None
        return PartialDate(self.planned_from, self.planned_to)

    @property
    def estimated(self) -> bool:
        """Whether the day of its premiere is an estimate."""
        return self.basis in ESTIMATED

    @property
    def heard(self) -> date | None:
        """The last day that something was on the air, or was said of the show, or None."""
        return max((day for day in (self.aired, self.spoken) if day), default=None)

    @property
    def silent(self) -> float:
        """Months for which nothing has been on the air or been said; 0 where that is not known."""
        return max((self.day - self.heard).days / DAYS_A_MONTH, 0.0) if self.heard else 0.0

    def plain(self) -> dict[str, Any]:
        """Return the view as what JSON can hold."""
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(self).items()}

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> View:
        """Undo :meth:`plain`; what it does not know of is left at its default.

        Raises:
            KeyError, TypeError, ValueError: where it is no such view.
        """
        known = {field.name: field.type for field in fields(cls)}
        values = {name: value for name, value in plain.items() if name in known}
        for name, kind in known.items():
            if values.get(name) is not None and str(kind).startswith("date"):
                values[name] = date.fromisoformat(values[name])
            elif str(kind).startswith("tuple") and name in values:
                values[name] = tuple(values[name])
        values["state"] = State(values["state"])
        return cls(**values)


def views(desk: Desk, day: date, shows: Sequence[str] | None, wavered: Iterable[Waver] = ()) -> dict[str, View]:
    """Return every show (or some) as it stood on a day; what had not begun by then has none.

    The odds are strict: they rest on nothing that a later source told. At the
    last day of the data they are the forecast's own.

    Args:
        desk: holds the settled facts.
        day: the day.
        shows: ids, or None for all.
        wavered: what had wavered by then.
    """
    panel = rows.latest(desk.facts, day, shows)
    if not len(panel):
        return {}
    names = [str(show) for show in panel["show"]]
    panel = strict(panel)
    answer = fates(panel, desk.models)
    beside = _Beside(desk, day, panel, wavered)
    return {
        # The last digits hang on how many rows are asked about together.
        name: beside.view(row, state=State(answer.state[row]), p=round(float(answer.p_renewed[row]), _DIGITS))
        for row, name in enumerate(names)
    }


class _Beside:
    """What stands beside the panel's rows, read once for all shows."""

    def __init__(self, desk: Desk, day: date, panel: Panel, wavered: Iterable[Waver]) -> None:
        connection = desk.facts.connection
        self.day, self.panel, self.desk = day, panel, desk
        self.titles = search.titles(connection)
        self.begun = {(show, n): on for show, n, on in connection.execute(_BEGUN, {"day": day}).fetchall()}
        self.plans = _plans(connection, panel, day)
        self.said: dict[str, list[tuple[str, date]]] = {}
        for show, claim, known_on in connection.execute(_SAID, {"day": day}).fetchall():
            self.said.setdefault(show, []).append((claim, known_on))
        self.turned = dict(connection.execute(_TURNED, {"day": day}).fetchall())
        self.wavered: dict[str, list[str]] = {}
        for waver in wavered:
            self.wavered.setdefault(waver.show, []).append(waver.key)
        self.days = {name: panel[name].astype(object) for name in ("premiere", "last_aired", "fate_on", "planned_to")}

    def view(self, row: int, *, state: State, p: float) -> View:
        panel, show, season = self.panel, str(self.panel["show"][row]), int(self.panel["season"][row])
        premiere, basis = self.days["premiere"][row], str(panel["basis"][row])
        ahead, missed = self.plans.get(show, (None, None))
        planned = ahead if self.days["planned_to"][row] is not None else None
        said = self.said.get(show, [])
        return View(
            show=show,
            title=self.titles.get(show) or show,
            day=self.day,
            season=season,
            premiere=premiere,
            premiere_on=self.begun[show, season],
            basis=basis,
            network=str(panel["network"][row]),
            state=state,
            fate=str(panel["fate"][row]),
            fate_value=str(panel["fate_value"][row]),
            fate_on=self.days["fate_on"][row],
            status=str(panel["status"][row]),
            status_on=self.turned.get(show),
            p=p,
            relied=not (
                forecasts.endless(panel["episodes"][row])
                or forecasts.abstention(self.day, premiere, basis, self.desk.known_to)
            ),
            planned_from=planned["valid_from"] if planned else None,
            planned_to=planned["valid_to"] if planned else None,
            planned_on=planned["known_on"] if planned else None,
            missed=missed["valid_to"] if missed else None,
            aired=self.days["last_aired"][row],
            spoken=max((on for _, on in said), default=None),
            statements=tuple(sorted(claim for claim, _ in said)),
            wavers=tuple(sorted(self.wavered.get(show, ()))),
            model=self.desk.models.name,
        )


def _plans(connection: DuckDBPyConnection, panel: Panel, day: date) -> dict[str, tuple[Any, Any]]:
    asked = {
        "shows": [str(show) for show in panel["show"]],
        "seasons": panel["season"].astype(np.int64).tolist(),
        "day": day,
        "overdue": OVERDUE.days,
    }
    return {show: (ahead, missed) for show, ahead, missed in connection.execute(_PLANS, asked).fetchall()}
