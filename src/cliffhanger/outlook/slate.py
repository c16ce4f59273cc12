"""A slate: where its shows stand, what each is worth beside its cost, and which of them to pay for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadFileError, InfeasibleError
from cliffhanger.measures.worth import value
from cliffhanger.outlook import choosing, lists, search, slate_files
from cliffhanger.outlook.forecasts import MODEL_SPREAD
from cliffhanger.outlook.scenarios import Candidate, Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from cliffhanger.measures.worth.value import Viewing, Worth
    from cliffhanger.outlook.board import Row
    from cliffhanger.outlook.choosing import Choice, Terms
    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.lists import ShowList
    from cliffhanger.outlook.slate_files import Cost

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of a slate, beside its shows.

    Attributes:
        costs: file of what seasons cost, or None.
        viewing: file of how seasons were watched, or None.
        budget: what may be spent, above 0, or None where nothing is to be chosen.
        risk: how much the bad years weigh, from 0 to 1.
        force_in: titles or ids that have to be chosen.
        force_out: titles or ids that must not be.
        acquire: whether others decide on the shows, so that the odds of a return count.
        by: with ``acquire``, the day by which a season has to premiere to count, or None for within five years.
    """

    costs: Path | None = None
    viewing: Path | None = None
    budget: float | None = None
    risk: float = 0.25
    force_in: tuple[str, ...] = ()
    force_out: tuple[str, ...] = ()
    acquire: bool = False
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One show of a slate.

    Attributes:
        row: where it stands on the board.
        cost: what its next season costs, or None.
        worth: what its last season brought, and the next may bring, or None.
        odds: probability that counts for its next season: 1 where the user decides.
        per_cost: hours expected of the next season for one unit of its cost, the odds counted, or None.
    """

    row: Row
    cost: Cost | None
    worth: Worth | None
    odds: float
    per_cost: float | None


@dataclass(frozen=True, slots=True)
class Slate:
    """A slate.

    Attributes:
        listed: its shows with their odds, and the names of which none was found.
        standings: its shows beside their costs and viewing, in the order of the list.
        terms: on what terms it was chosen, or None.
        choice: what was chosen, by id, or None.
        acquire: whether the odds of a return count.
        by: the day by which a season has to premiere to count, or None.
    """

    listed: ShowList
    standings: tuple[Standing, ...]
    terms: Terms | None = None
    choice: Choice | None = None
    acquire: bool = False
    by: date | None = None


def gather(
    desk: Desk,
    names: Sequence[str],
    as_of: date,
    asked: Asked,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Slate:
    """Return a slate, chosen from where there is a budget.

    Args:
        desk: answers.
        names: titles or ids; the shows of the file of costs where there are none.
        as_of: the day.
        asked: what is asked.
        tell: told how many of the solver's questions are answered, and of how many.

    Raises:
        BadFileError: where a file is no such table, or lacks what a listed show needs.
        InfeasibleError: where what is forced cannot be had.
        MissingExtraError: where the solver is not installed.
    """
    costs = slate_files.costs(asked.costs) if asked.costs else ()
    viewing = slate_files.viewing(asked.viewing) if asked.viewing else {}
    listed = lists.look_up(desk, tuple(names) or tuple(dict.fromkeys(one.show for one in costs)), as_of)
    by_id = _costs_by_id(desk, asked, costs)
    watched = _viewing_by_id(desk, asked, viewing)
    odds = _odds(desk, listed, asked)
    standings = tuple(
        _standing(row, by_id.get(row.show, {}), watched.get(row.show, {}), odds[row.show]) for row in listed.rows
    )
    if asked.budget is None:
        return Slate(listed, standings, acquire=asked.acquire, by=asked.by)
    _complete(standings, asked)
    terms = _terms(desk, standings, asked, asked.budget)
    choice = _chosen(standings, terms, tell)
    return Slate(listed, standings, terms, choice, asked.acquire, asked.by)


def candidates(standings: Iterable[Standing]) -> list[Candidate]:
    """Return complete standings as what is chosen from; only what is not yet committed takes from the budget."""
    return [
        Candidate(
            one.row.show,
            one.cost.cost - one.cost.committed,
            one.worth.next_hours.mean,
            value.own_spread(one.worth.next_spread),
            one.odds,
        )
        for one in standings
        if one.cost and one.worth
    ]


def _chosen(standings: Sequence[Standing], terms: Terms, tell: Callable[[int, int], None]) -> Choice:
    try:
        return choosing.choose(candidates(standings), terms, tell)
    except InfeasibleError as error:
        titles = {one.row.show: one.row.title for one in standings}
        raise InfeasibleError(
            breaks=titles.get(error.breaks, error.breaks), reason=error.reason, budget=error.budget,
            before=error.before, cost=error.cost,
        ) from error  # fmt: skip


def _terms(desk: Desk, standings: Sequence[Standing], asked: Asked, budget: float) -> Terms:
    here = {one.row.show for one in standings}
    forced = []
    for names in (asked.force_in, asked.force_out):
        found = {search.find(desk.facts.connection, name).show: name for name in names}
        for show, name in found.items():
            if show not in here:
                raise InfeasibleError(breaks=name, reason="is forced, and is not on the list")
        forced.append(frozenset(found))
    shared = Shared(value.SHARED_SHOCK, MODEL_SPREAD if asked.acquire else 0.0)
    return choosing.Terms(budget, asked.risk, forced[0], forced[1], shared)


def _costs_by_id(desk: Desk, asked: Asked, costs: Sequence[Cost]) -> dict[str, dict[int | None, Cost]]:
    """Return what seasons cost by show and season; a show that is not known is the list's to report."""
    found: dict[str, dict[int | None, Cost]] = {}
    ids = _ids(desk, (one.show for one in costs))
    for one in costs:
        if one.show not in ids:
            continue
        first = found.setdefault(ids[one.show], {}).setdefault(one.season, one)
        if first is not one and asked.costs:
            reason = f"{one.show!r} is the show of row {first.row} ({first.show!r})"
            raise BadFileError(name=asked.costs.name, row=one.row, field="show", reason=reason)
    return found


def _viewing_by_id(
    desk: Desk, asked: Asked, viewing: Mapping[str, Mapping[int, Viewing]]
) -> dict[str, dict[int, Viewing]]:
    found: dict[str, dict[int, Viewing]] = {}
    for name, show in _ids(desk, viewing).items():
        seasons = found.setdefault(show, {})
        twice = sorted(seasons.keys() & viewing[name].keys())
        if twice and asked.viewing:
            reason = f"{name!r} names a show whose season {twice[0]} it has under another name, too"
            raise BadFileError(name=asked.viewing.name, field="show", reason=reason)
        seasons |= viewing[name]
    return found


def _ids(desk: Desk, names: Iterable[str]) -> dict[str, str]:
    """Return the shows that names name; those that name none or several are left out."""
    from cliffhanger.domain.errors import AmbiguousTitleError, UnknownTitleError  # noqa: PLC0415 - beside its use

    found = {}
    for name in dict.fromkeys(names):
        try:
            found[name] = search.find(desk.facts.connection, name).show
        except (AmbiguousTitleError, UnknownTitleError):
            continue
    return found


def _odds(desk: Desk, listed: ShowList, asked: Asked) -> dict[str, float]:
    """Return the probability that counts for each show: 1 where the user decides."""
    if not asked.acquire:
        return {row.show: 1.0 for row in listed.rows}
    if asked.by is None:
        return {row.show: row.p_return_ever for row in listed.rows}
    answered = desk.forecasts(listed.as_of, (asked.by,), [row.show for row in listed.rows])
    return {one.question.show: one.p_return_by[asked.by] for one in answered}


def _standing(row: Row, costs: Mapping[int | None, Cost], viewing: Mapping[int, Viewing], odds: float) -> Standing:
    """Return a show beside what its next season costs and how the latest one before it was watched."""
    cost = costs.get(row.season, costs.get(None))
    seasons = [number for number in viewing if number < row.season]
    if not seasons:
        return Standing(row, cost, None, odds, None)
    last = max(seasons)
    own = costs.get(last)
    worth = value.worth(viewing[last], own.cost if own else None, ahead=row.season - last)
    return Standing(row, cost, worth, odds, odds * worth.next_hours.mean / cost.cost if cost else None)


def _complete(standings: Sequence[Standing], asked: Asked) -> None:
    """Check that there is something to choose from, and that all of it has a cost and viewing.

    Raises:
        BadFileError: naming the shows that lack one.
    """
    lacking = (
        (asked.costs, "cost", [one.row for one in standings if one.cost is None]),
        (asked.viewing, "viewing of an earlier season", [one.row for one in standings if one.worth is None]),
    )
    for file, what, rows in lacking:
        if rows and file:
            named = ", ".join(f"{row.title!r} (season {row.season})" for row in rows[:_NAMED])
            more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
            raise BadFileError(
                name=file.name, reason=f"has no {what} for {named}{more}; add it, or list the others alone"
            )
    if not standings:
        raise InfeasibleError(reason="there is no show to choose from: none of those listed was found")
