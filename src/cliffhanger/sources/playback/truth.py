"""What an invented log holds, counted while it is made, with numpy and by loops over titles.

It is counted from the sessions themselves before they are spoilt, so that no
step of the measuring has a part in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from cliffhanger.sources.playback.invent import Slate

    Numbers = NDArray[np.int64]

STARTED = 120
"""Seconds of one episode that make a start."""

TENTHS = {"completers_70": 7, "completers_90": 9}
"""Tenths of a season's runtime that make a completion."""

WINDOWS = (7, 28, 91)
_WEEK = 7
_MONDAY = 3  # 1970-01-01 was a Thursday


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions of one title, as columns.

    Attributes:
        viewer: number of the viewer.
        episode: number of the episode, from 0.
        home: number of the territory.
        day: local day, in days since 1970.
        at: seconds of that day.
        seconds: seconds watched.
        late: whether it is received too late to count.
        runtime: seconds of an episode.
    """

    viewer: Numbers
    episode: Numbers
    home: Numbers
    day: Numbers
    at: Numbers
    seconds: Numbers
    late: NDArray[np.bool_]
    runtime: int


@dataclass(slots=True)
class Truth:
    """The figures that a measurement has to find.

    Attributes:
        released: day of release of each title, in days since 1970.
        episodes: episodes of each title.
        weekly: seconds by (week, territory, title); weeks are numbered from the Monday of 1969-12-29.
        titles: figures by title, each with one number a title.
        reach: starters by (title, episode), and those who start the next one too.
        days_to_complete: for each title, number of days to number of viewers.
        viewers: viewers with any session that counts.
        spoilt: rows of each kind that have to be set aside.
        parameters: what the log was made by, for checks of estimates.
    """

    released: Numbers
    episodes: Numbers
    weekly: dict[tuple[int, int, int], int]
    titles: dict[str, Numbers]
    reach: NDArray[np.int64]
    days_to_complete: list[dict[int, int]]
    viewers: int = 0
    spoilt: dict[str, int] = field(default_factory=dict)
    parameters: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)

    @classmethod
    def of(cls, slate: Slate, territories: int) -> Truth:
        """Return nothing yet, about a slate."""
        del territories
        names = ["seconds", "viewers", "starters", "watchers", *TENTHS]
        names += [f"{name}_{days}" for name in ("seconds", "starters", "completers_90") for days in WINDOWS]
        return cls(
            released=slate.released,
            episodes=slate.episodes,
            weekly={},
            titles={name: np.zeros(len(slate), dtype=np.int64) for name in names},
            reach=np.zeros((len(slate), int(slate.episodes.max()), 2), dtype=np.int64),
            days_to_complete=[{} for _ in range(len(slate))],
            parameters={"stay": slate.stay, "decay": slate.decay},
        )

    def note(self, **rows: int) -> None:
        """Count rows that have to be set aside."""
        for kind, count in rows.items():
            self.spoilt[kind] = self.spoilt.get(kind, 0) + count

    def count(self, sessions: Sessions, title: int) -> None:
        """Count one title's sessions; all those of a viewer come together."""
        own = np.flatnonzero(~sessions.late)
        if not len(own):
            return
        viewer, episode, home, day, at, seconds = (
            getattr(sessions, name)[own] for name in ("viewer", "episode", "home", "day", "at", "seconds")
        )
        self._weekly(title, home, day, seconds)
        names, who = np.unique(viewer, return_inverse=True)
        size = (len(names), int(self.episodes[title]))
        watched = np.zeros(size, dtype=np.int64)
        np.add.at(watched, (who, episode), seconds)
        self._add("seconds", title, int(seconds.sum()))
        self._add("viewers", title, len(names))
        self._add("watchers", title, int((10 * watched >= 7 * sessions.runtime).any(axis=1).sum()))
        self._reach(title, watched)
        self._courses(title, sessions.runtime, size, (who, episode, day, at, seconds))
        for days in WINDOWS:
            inside = day < self.released[title] + days
            self._add(f"seconds_{days}", title, int(seconds[inside].sum()))

    def _add(self, name: str, title: int, count: int) -> None:
        self.titles[name][title] += count

    def _weekly(self, title: int, home: Numbers, day: Numbers, seconds: Numbers) -> None:
        week = (day + _MONDAY) // _WEEK
        for number, where in zip(*np.unique(np.column_stack([week, home]), axis=0, return_inverse=True), strict=False):
            del where
            here = (week == number[0]) & (home == number[1])
            key = (int(number[0]), int(number[1]), title)
            self.weekly[key] = self.weekly.get(key, 0) + int(seconds[here].sum())

    def _reach(self, title: int, watched: NDArray[np.int64]) -> None:
        started = watched >= STARTED
        episodes = started.shape[1]
        self.reach[title, :episodes, 0] += started.sum(axis=0)
        self.reach[title, : episodes - 1, 1] += (started[:, :-1] & started[:, 1:]).sum(axis=0)
        self._add("starters", title, int(started.any(axis=1).sum()))

    def _courses(
        self,
        title: int,
        runtime: int,
        size: tuple[int, int],
        rows: tuple[Numbers, Numbers, Numbers, Numbers, Numbers],
    ) -> None:
        """Go through each viewer's sessions in order: when they had started, and when they had seen enough."""
        order = np.lexsort((rows[3], rows[2], rows[0]))
        who, episode, day, _, seconds = (column[order] for column in rows)
        played = np.zeros(size, dtype=np.int64)
        when = {name: np.full(size[0], -1, dtype=np.int64) for name in ("starters", *TENTHS)}
        turn = np.arange(len(who)) - np.searchsorted(who, who)
        for number in range(int(turn.max()) + 1):
            now = turn == number
            at = who[now]
            played[at, episode[now]] += seconds[now]
            seen = np.minimum(played[at], runtime).sum(axis=1)
            passed = {"starters": (played[at] >= STARTED).any(axis=1)}
            passed |= {name: 10 * seen >= tenths * runtime * size[1] for name, tenths in TENTHS.items()}
            for name, there in passed.items():
                first = there & (when[name][at] < 0)
                when[name][at[first]] = day[now][first]
        self._note_courses(title, when)

    def _note_courses(self, title: int, when: Mapping[str, NDArray[np.int64]]) -> None:
        for name in TENTHS:
            self._add(name, title, int((when[name] >= 0).sum()))
        for name in ("starters", "completers_90"):
            for days in WINDOWS:
                inside = (when[name] >= 0) & (when[name] < self.released[title] + days)
                self._add(f"{name}_{days}", title, int(inside.sum()))
        done = when["completers_90"] >= 0
        for took in (when["completers_90"] - when["starters"])[done].tolist():
            self.days_to_complete[title][took] = self.days_to_complete[title].get(took, 0) + 1

    def as_json(self, name: Callable[[int], str]) -> dict[str, Any]:
        """Return the truth as plain objects.

        Args:
            name: gives a title's id for its number.
        """
        return {
            "viewers": self.viewers,
            "spoilt": self.spoilt,
            "titles": {
                name(t): {figure: int(column[t]) for figure, column in self.titles.items()}
                for t in range(len(self.released))
            },
        }
