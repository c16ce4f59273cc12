"""The grammar above the units: parts of them, pairs of them, and the words that leave a side open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from cliffhanger.domain.date_units import Bare, Unit, UnitReader, day_unit, fixed
from cliffhanger.domain.date_words import (
    DECEMBER,
    EARLIER,
    JOINS,
    LATER,
    PARTS,
    PREFIXES,
    SEASONS,
    SINCE,
    SUFFIXES,
    YEAR_PARTS,
    Bound,
    Interval,
    Join,
    Part,
    clipped,
    months,
    moved,
    season_of,
    sliced,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the grammar made of a run of tokens.

    Attributes:
        interval: the interval.
        bound: which sides of it are open.
        first: index of the first token.
        behind: index behind the last token.
        bare: how little of the date is said.
        unit_at: index of the first token behind the words that bound the date.
    """

    interval: Interval
    bound: Bound
    first: int
    behind: int
    bare: Bare
    unit_at: int


class Grammar(UnitReader):
    """The whole grammar; :meth:`read` is its door."""

    def read(self) -> Reading | None:
        """Read one date, with the words that bound it.

        Raises:
            ValueError: where the words are those of a date, and there is no such date.
            OverflowError: where it lies beyond the calendar.
        """
        start = self.at
        bound = self._phrase(PREFIXES)
        if bound:
            self._take("in", "on")
            self._take("the")
        unit_at, found = self.at, self._joined()
        if found is None and bound:
            self.at = unit_at = start
            bound, found = None, self._joined()
        if found is None:
            self.at = start
            return None
        interval, bare, onward = found
        bounds = [b for b in (bound, self._phrase(SUFFIXES), SINCE if onward else None) if b]
        whole = Bound(
            moved=sum(b.moved for b in bounds),
            open_start=any(b.open_start for b in bounds),
            open_end=any(b.open_end for b in bounds),
        )
        return Reading(moved(interval, whole.moved), whole, start, self.at, bare, unit_at)

    def _joined(self) -> tuple[Interval, Bare, bool] | None:
        """Read one date or two that are joined; the last item tells whether it goes on from there."""
        start = self.at
        opener = self._take("between", "from")
        left = self._endpoint()
        if left is None or (opener == "from" and self.prose and self._word() not in JOINS):
            self.at = start
            return None
        alone = self.at
        join = None if self._ends_here() else JOINS.get(self._word())
        if join and (opener or join is not Join.AND or not self.prose or isinstance(left, int) or left.year is None):
            self.at += 1
            right = self._endpoint()
            if self.prose and isinstance(right, int) and self._goes_on_as_figure():
                right = None
            pair = None if right is None else self._pair(left, right)
            if pair and not (self.prose and not opener and join is Join.AND and self._are_apart(*pair)):
                interval = self._hull(*pair, Join.TO if opener else join)
                bare = pair[0].bare if pair[0].bare == pair[1].bare != Bare.YEAR else Bare.NO
                return interval, bare, False
        self.at = alone
        if isinstance(left, int) or opener == "between" or (opener and self.prose):
            self.at = start
            return None
        return self._resolved(left), left.bare, bool(opener)

    def _are_apart(self, left: Unit, right: Unit) -> bool:
        """Whether two dates are two and no interval: "on May 16 and June 13"."""
        try:
            self._hull(left, right, Join.AND)
        except ValueError:
            return True
        return False

    def _goes_on_as_figure(self) -> bool:
        """Whether a number is no day but the beginning of a figure: "on Feb. 23 to 2.6 million viewers"."""
        if self._word() in {".", ","}:
            return self._word(1).isdecimal()
        return self._word() in {"million", "billion", "percent", "per", "viewers", "people"}

    def _ends_here(self) -> bool:
        return SUFFIXES.at(self.words, self.at) is not None

    def _endpoint(self) -> Unit | int | None:
        """Read a unit, or the bare number of a day whose month stands at the other end."""
        self._take("the")
        unit = self._part() or self._unit()
        return unit or self._number()

    def _part(self) -> Unit | None:
        """Read a part of a year, a season or a month: "late July", "the first half of 2026"."""
        start = self.at
        named = self._phrase(YEAR_PARTS)
        part = named or self._phrase(PARTS)
        if part is None:
            return None
        self._take("-")
        linked = self._take("in", "of")
        unit = self._unit(the=bool(self._take("the") or (linked and not self.prose)))
        if unit is None and named and not self.prose:
            unit = Unit(lambda year: months(year, 1, 12))
        if unit is None:
            self.at = start
            return None
        return self._cut(unit, part)

    def _cut(self, whole: Unit, part: Part) -> Unit:
        # "Late July" is a date in any prose, where "July" alone may be none.
        if part in {EARLIER, LATER}:
            reference = self._reference
            return replace(whole, of=lambda year: clipped(whole.of(year), part, reference), bare=Bare.NO, month=0)
        return replace(whole, of=lambda year: sliced(whole.of(year), part), bare=Bare.NO, month=0)

    def _pair(self, left: Unit | int, right: Unit | int) -> tuple[Unit, Unit] | None:
        """Let a bare number borrow the month beside it."""
        if isinstance(right, int):
            if isinstance(left, int) or not left.month or left.year is not None:
                return None
            right = day_unit(left.month, right, self._year(comma=True))
        if isinstance(left, int):
            if not right.month:
                return None
            left = day_unit(right.month, left, right.year)
        # "July to 2026" has no sense.
        return None if left.year is None and right.bare is Bare.YEAR else (left, right)

    def _hull(self, left: Unit, right: Unit, join: Join) -> Interval:
        """Return the interval from one unit to another, the one finding its year by the other."""
        if (
            left.year is None
            and right.year is not None
            and (left.season, right.season) == (SEASONS["autumn"], DECEMBER)
        ):
            right = fixed(season_of(DECEMBER, right.year + 1))  # winter follows autumn, whatever schedules call it
        if left.year is None:
            second = self._resolved(right)
            first = left.of(second[1].year)
            earlier = first if first[0] <= second[0] else left.of(second[1].year - 1)
            if join is Join.TO or earlier[1] + timedelta(days=1) == second[0]:
                first = earlier
        else:
            first = self._resolved(left)
            second = right.of(first[0].year) if right.year is None else self._resolved(right)
            if right.year is None and second[1] < first[0]:
                second = right.of(first[0].year + 1)
        if join is Join.TO and (first[0] > second[0] or first[1] > second[1]):
            msg = "it ends before it begins"
            raise ValueError(msg)
        if join is Join.AND and max(first[0], second[0]) > min(first[1], second[1]) + timedelta(days=1):
            msg = "it names two separate times"
            raise ValueError(msg)
        return min(first[0], second[0]), max(first[1], second[1])
