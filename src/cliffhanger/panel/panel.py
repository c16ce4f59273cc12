"""From facts to rows: a question each, its features as they were known on its day.

The work is done by DuckDB, in the ``.sql`` files beside this one:
``seasons.sql`` settles when each season began, ``latest.sql`` finds the
season a show stands at on a day, ``rows.sql`` reads the features, and
``history.sql`` what platforms had decided before.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.platforms import PLATFORMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

    from cliffhanger.domain.forecast import Question
    from cliffhanger.ledger.facts import Facts

DAYS_A_MONTH = 30.44
"""Length of the mean month, by which silence is counted."""


_FEW = 20
"""Shows up to which each is looked for by itself."""

ASSUMED_AGE = 61
"""Days since the premiere, of a show whose dates are not known."""

ASSUMED_GAP = 396.0
"""Days between its seasons."""


ROUGH = ("id clock", "mean air date", "last air date")
"""Where a season's date comes from, if it is an estimate by the month."""

ESTIMATED = (*ROUGH, "first rating seen")
"""Likewise, if it is an estimate at all; any other basis is a source."""

COURSE = (
    "season_votes", "season_votes_slate", "season_votes_held", "season_votes_trend", "season_votes_finale",
    "season_votes_change", "season_votes_since_first", "season_votes_least", "season_votes_first", "season_rating",
    "season_rating_slate", "season_rating_change", "season_rating_finale", "season_platform_returned",
    "season_class_returned",
)  # fmt: skip
"""Places of an old season among those of its TV season, by a later snapshot; always hindsight."""

GAPS = ("gap_count", "gap_mean", "gap_spread", "gap_recent")
"""The rhythm of a run: how many gaps between premieres, and the mean and the spread of the logarithms of their months,
and the mean of the last two."""

OPTIONAL = ("episodes", "previous_episodes", "rating", *COURSE)
"""Numbers that may be unknown, each with a flag ``<name>_hindsight``."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows of features as columns.

    Attributes:
        columns: name to array, all of one length. Numbers are float64 with NaN for "not known", days are
            ``datetime64[D]`` with NaT, words are objects with the empty text, flags are bool.
    """

    columns: Mapping[str, NDArray[Any]]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def __getitem__(self, name: str) -> NDArray[Any]:
        """Return one column."""
        return self.columns[name]

    def take(self, where: NDArray[Any]) -> Panel:
        """Return some rows, chosen by a mask or by positions."""
        return Panel({name: values[where] for name, values in self.columns.items()})

    def only(self, names: Sequence[str]) -> Panel:
        """Return some of the columns."""
        return Panel({name: self.columns[name] for name in names})

    def months(self, since: str) -> NDArray[np.float64]:
        """Return months from a day column to each row's ``as_of``; NaN where the day is not known."""
        days = (self.columns["as_of"] - self.columns[since]).astype("timedelta64[D]")
        return np.where(np.isnat(days), np.nan, days.astype(np.float64) / DAYS_A_MONTH)


def prepare(facts: Facts) -> None:
    """Settle what does not depend on the question: season dates and kinds of platform.

    Has to run once on a connection, before :func:`latest` and :func:`rows`.
    """
    facts.connection.execute(_sql("seasons"))
    facts.connection.execute("CREATE OR REPLACE TEMP TABLE platforms (name VARCHAR, class VARCHAR)")
    named = {name: str(kind) for kind, names in PLATFORMS.items() for name in names}
    facts.connection.execute(
        "INSERT INTO platforms SELECT unnest($names), unnest($kinds)",
        {"names": list(named), "kinds": list(named.values())},
    )


def latest(facts: Facts, as_of: date, shows: Sequence[str] | None = None) -> Panel:
    """Return the rows of the latest season of every show (or of some) that had premiered by a day."""
    wanted = None if shows is None else set(shows)
    # A few shows are looked for where they lie; of many, all are read and the others passed over.
    few = sorted(wanted) if wanted is not None and len(wanted) <= _FEW else None
    found = facts.connection.execute(_sql("latest"), {"as_of": as_of, "shows": few}).fetchall()
    return _rows(facts.connection, [row for row in found if wanted is None or row[0] in wanted])


def rows(facts: Facts, questions: Sequence[Question]) -> Panel:
    """Return one row a question, in order of show, season and day; questions asked twice stand once."""
    asked = sorted({(q.show, q.season, q.as_of) for q in questions})
    return _rows(facts.connection, asked)


def with_platforms(facts: Facts, panel: Panel, networks: Sequence[str]) -> Panel:
    """Return the rows with platforms that the asker names, and the records of those.

    Args:
        facts: prepared facts, on which ``panel`` was just read.
        panel: the rows.
        networks: platform of each row in our spelling; the empty text leaves the row's own.
    """
    connection = facts.connection
    named = [(str(s), int(n), d, w) for s, n, d, w in zip(
        panel["show"], panel["season"], panel["as_of"].astype(object), networks, strict=True
    ) if w]  # fmt: skip
    if not named:
        return panel
    connection.executemany(_sql("rename"), [(w, w, s, n, d) for s, n, d, w in named])
    return _read(connection)


def blank(question: Question, network: str, platform_class: str) -> Panel:
    """Return the row of a question about a show of which nothing but season number and platform is known.

    It is taken to have premiered ``ASSUMED_AGE`` before, at the usual distance
    from the season before, and to mean to go on.
    """
    never = np.full(1, np.datetime64("NaT"), dtype="datetime64[D]")
    unknown, word = np.full(1, np.nan), np.array([""], dtype=object)
    today = np.array([np.datetime64(question.as_of)], dtype="datetime64[D]")
    before = np.full(1, ASSUMED_GAP * (question.season - 1.0))
    flags = ("listings_known", "tracked", *(f"{name}_hindsight" for name in (*OPTIONAL, "network", "genres")))
    counts = ("next_listed", "network_decided", "network_renewed", "class_decided", "class_renewed")
    own = {
        "show": np.array([question.show], dtype=object),
        "season": np.array([float(question.season)]),
        "as_of": today,
        "premiere": today - ASSUMED_AGE,
        "last_aired": today,
        "gap_days": np.full(1, ASSUMED_GAP) if question.season > 1 else unknown,
        "run_days": before,
        "network": np.array([network], dtype=object),
        "platform_class": np.array([platform_class], dtype=object),
        "kind": np.array(["scripted"], dtype=object),
    }
    return Panel(
        own
        | dict.fromkeys(("fate_on", "next_premiere", "planned_from", "planned_to"), never)
        | dict.fromkeys(("basis", "status", "fate", "fate_value", "fate_source", "genres"), word)
        | dict.fromkeys((*OPTIONAL, *GAPS), unknown)
        | dict.fromkeys(flags, np.zeros(1, dtype=bool))
        | {"goes_on": np.ones(1, dtype=bool)}
        | dict.fromkeys(counts, np.zeros(1))
    )


def begun(panel: Panel) -> Panel:
    """Return the rows, an old season that the asker says is out taken to have begun where its date was not known.

    Such a date is an estimate that errs by weeks, or was published later. The
    season is taken to have begun ``ASSUMED_AGE`` before, at the usual distance
    from the season before. That it aired at all is hindsight, and is said with
    its votes; seasons without any stay without a date.
    """
    taken = np.isnat(panel["premiere"]) & ~np.isnan(panel["season_votes"])
    first = panel["season"] == 1
    day = panel["as_of"] - ASSUMED_AGE
    changed = {
        "premiere": np.where(taken, day, panel["premiere"]),
        "last_aired": np.where(taken, day, panel["last_aired"]),
        "basis": np.where(taken, "asked", panel["basis"]).astype(object),
        "gap_days": np.where(taken & ~first, ASSUMED_GAP, panel["gap_days"]),
        "run_days": np.where(taken, ASSUMED_GAP * (panel["season"] - 1), panel["run_days"]),
    }
    return Panel({**panel.columns, **changed})


def without_announcements(panel: Panel) -> Panel:
    """Return the rows as if nothing had been announced of their next season."""
    size = len(panel)
    never = np.full(size, np.datetime64("NaT"), dtype="datetime64[D]")
    words = {name: np.full(size, "", dtype=object) for name in ("fate", "fate_value", "fate_source")}
    dates = dict.fromkeys(("fate_on", "planned_from", "planned_to", "next_premiere"), never)
    return Panel({**panel.columns, **words, **dates})


def _rows(connection: DuckDBPyConnection, asked: Sequence[tuple[str, int, date]]) -> Panel:
    connection.execute('CREATE OR REPLACE TEMP TABLE questions ("show" VARCHAR, season INTEGER, as_of DATE)')
    if asked:
        shows, seasons, days = (list(part) for part in zip(*asked, strict=True))
        connection.execute(
            "INSERT INTO questions SELECT unnest($shows), unnest($seasons), unnest($days)",
            {"shows": shows, "seasons": seasons, "days": days},
        )
    connection.execute(_sql("rows"))
    return _read(connection)


def _read(connection: DuckDBPyConnection) -> Panel:
    columns = connection.execute(_sql("history")).fetchnumpy()
    return Panel({name: _plain(values) for name, values in columns.items()})


def _plain(values: NDArray[Any]) -> NDArray[Any]:
    """Turn DuckDB's masked arrays into plain ones: NaN, NaT, the empty text or False where nothing is known."""
    mask = np.ma.getmaskarray(values)
    data = np.ma.getdata(values)
    if data.dtype.kind == "M":
        days = data.astype("datetime64[D]")
        return np.where(mask, np.datetime64("NaT"), days)
    if data.dtype.kind == "b":
        return np.where(mask, False, data)  # noqa: FBT003 - a fill value
    if data.dtype.kind in "iuf":
        return np.where(mask, np.nan, data.astype(np.float64))
    return np.where(mask, "", data)


def _sql(name: str) -> str:
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
