"""A slate laid out as a page, and as rows of a table file."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import State
from cliffhanger.measures.worth.value import HORIZON
from cliffhanger.outlook import lists, words
from cliffhanger.outlook.page import Page, Section, Table

if TYPE_CHECKING:
    from cliffhanger.measures.worth.value import Worth
    from cliffhanger.outlook.choosing import Choice, Terms
    from cliffhanger.outlook.slate import Slate, Standing

_UNITS = ((1_000_000_000, "billion"), (1_000_000, "million"))
_LARGE, _TENTH_OF_A_MILLION = 10_000, 100_000
_THREE_FIGURES = 99.95
_DECIDED = frozenset({State.RENEWED, State.DATED, State.RETURNED, State.CANCELLED, State.ENDING, State.LIMITED})

COLUMNS = (
    "decision", "forced", "cost", "committed", "odds_counted", "next_hours", "next_hours_low", "next_hours_high",
    "hours_per_cost", "price", "from_budget", "watched_season", "weeks", "hours", "hours_to_come", "hours_to_come_low",
    "hours_to_come_high", "unique_viewers", "devoted_viewers", "watched_hours_per_cost", "watched_viewers_per_cost",
    "watched_devoted_per_cost",
)  # fmt: skip
"""What a slate's CSV has beside the columns of a list."""


def lay_out(slate: Slate) -> Page:
    """Return a slate as a page."""
    listed = slate.listed
    number = len(listed.rows)
    sections = [_choice(slate), _worth(slate), _odds(slate), _left_out(slate)]
    lead = _lead(slate) or next(iter(lists.lines(listed)), "None of these shows was found.")
    return Page(
        title=f"A slate of {number} series, as known on {words.day(listed.as_of)}",
        lead=lead,
        sections=tuple(section for section in sections if section.sentences or section.table),
        footer=_small_print(slate),
    )


def amount(number: float) -> str:
    """Return a number to about three figures: "48.2 million", "310 million", "12,400", "4.20"."""
    for unit, name in _UNITS:
        if abs(number) >= unit * 0.9995:
            return f"{_short(number / unit)} {name}"
    return f"{number:,.0f}" if abs(number) >= _LARGE else _short(number)


def cell(number: float) -> str:
    """Return a number as a table has room for it: "48.2 m", "0.310 m", "12,400"."""
    return f"{_short(number / 1_000_000)} m" if abs(number) >= _TENTH_OF_A_MILLION else amount(number)


def between(low: float, high: float) -> str:
    """Return a range for a table, the unit said once where both ends have it."""
    first, last = cell(low), cell(high)
    return f"{first.removesuffix(' m') if first.endswith(' m') and last.endswith(' m') else first} to {last}"


def _short(number: float) -> str:
    """Return a number to three figures, or to whole ones where it has more."""
    return f"{number:,.0f}" if not number or abs(number) >= _THREE_FIGURES else f"{number:#.3g}"


def _lead(slate: Slate) -> str:
    choice, terms = slate.choice, slate.terms
    if choice is None or terms is None:
        return ""
    these = "this one" if len(choice.keys) == 1 else f"these {len(choice.keys)}"
    verb = "Take" if slate.acquire else "Renew"
    if not choice.keys:
        return f"{verb} none of the {len(slate.standings)}: within {amount(terms.budget)} nothing adds any viewing."
    return (
        f"{verb} {these} of {len(slate.standings)} for {amount(choice.cost)} of {amount(terms.budget)}: "
        f"{amount(choice.expected)} hours expected, {amount(choice.bad_year)} in a bad year (1 in 10)."
    )


def _choice(slate: Slate) -> Section:
    choice, terms = slate.choice, slate.terms
    if choice is None or terms is None:
        return Section("The choice")
    taken = set(choice.keys)
    ordered = sorted(
        slate.standings, key=lambda one: (one.row.show not in taken, -(one.per_cost or 0.0), one.row.title)
    )
    rows = [_choice_row(one, choice, terms, acquire=slate.acquire) for one in ordered]
    of_taken = [one for one in slate.standings if one.row.show in taken]
    total = (
        "together", f"{len(taken)} of {len(rows)}", cell(choice.cost), cell(choice.expected),
        f"{cell(choice.bad_year)} in a bad year", *(("",) if slate.acquire else ()),
        cell(choice.expected / choice.cost) if choice.cost else "", "", "",
    )  # fmt: skip
    headings = (
        "show", "decision", "cost", "hours expected", "if it comes (80 %)", *(("odds",) if slate.acquire else ()),
        "hours per cost", "price", "from a budget of",
    )  # fmt: skip
    figures = frozenset({2, 3, *range(5, len(headings))})
    return Section(
        "The choice", _choice_words(of_taken, choice, terms), Table(headings, (*rows, total), figures)
    )  # fmt: skip


def _choice_row(one: Standing, choice: Choice, terms: Terms, *, acquire: bool) -> tuple[str, ...]:
    show = one.row.show
    decision = ("take" if acquire else "renew") if show in choice.keys else "leave"
    if show in terms.forced_in | terms.forced_out:
        decision += " (forced)"
    price, since = choice.prices[show], choice.from_budget[show]
    hours = one.worth.next_hours if one.worth else None
    return (
        one.row.title,
        decision,
        cell(one.cost.cost - one.cost.committed) if one.cost else "",
        cell(one.odds * hours.mean) if hours else "",
        between(hours.low, hours.high) if hours else "",
        *((words.percent(one.odds),) if acquire else ()),
        cell(one.per_cost or 0.0),
        "cannot be paid for" if price is None else cell(price),
        "never" if since is None else cell(since),
    )


def _choice_words(taken: list[Standing], choice: Choice, terms: Terms) -> tuple[str, ...]:
    mix = {0.0: "the hours expected", 1.0: "the mean of the worst tenth of years"}.get(
        terms.risk,
        f"{100 * (1 - terms.risk):.0f} % of the hours expected and {100 * terms.risk:.0f} % of their mean in the worst "
        "tenth of years",
    )
    said = [
        f"Chosen for most of this: {mix} ({amount(choice.expected)} and {amount(choice.worst_tenth)} here).",
        "The price is what is lost of it by deciding that one show the other way, the others as well as then can be.",
    ]
    if terms.forced_in | terms.forced_out:
        said.append(
            f"All that is forced costs {amount(choice.price_of_forcing)} hours together. The price of a forced show is "
            "what would be gained by letting it go free."
        )
    paid = [one.cost for one in taken if one.cost]
    low, high = (sum(getattr(cost, name) - cost.committed for cost in paid) for name in ("minimum", "maximum"))
    if (low, high) != (choice.cost, choice.cost):
        over = f", {amount(high - terms.budget)} over the budget" if high > terms.budget else ", within the budget"
        said.append(f"If all costs came to their least or their most: {amount(low)} to {amount(high)}{over}.")
    steps = f"they were tried in steps of {amount(choice.step)}"
    said.append(f"A show is chosen at the budget in its last column and at every larger one; {steps}.")
    return tuple(said)


def _worth(slate: Slate) -> Section:
    """Return what was viewed; what the next seasons may bring too, where no choice says it already."""
    ahead = slate.choice is None
    headings = (
        "show", "season", "weeks", "hours so far", "still to come (80 %)",
        *(("next season (80 %)", "hours per its cost") if ahead else ()), "viewers", "watched little else",
        "hours per cost", "of such per cost",
    )  # fmt: skip
    rows = tuple(_worth_row(one, one.worth, ahead=ahead) for one in slate.standings if one.worth)
    figures = frozenset({1, 2, 3, *range(6 if ahead else 5, len(headings))})
    return Section("The viewing", (), Table(headings, rows, figures) if rows else None)


def _worth_row(one: Standing, worth: Worth, *, ahead: bool) -> tuple[str, ...]:
    coming = between(worth.next_hours.low, worth.next_hours.high)
    return (
        one.row.title, str(worth.season), str(worth.weeks), cell(worth.hours),
        between(worth.to_come.low, worth.to_come.high), *((coming, _known(one.per_cost)) if ahead else ()),
        _known(worth.unique_viewers), _known(worth.devoted_viewers), _known(worth.hours_per_cost),
        _known(worth.devoted_per_cost),
    )  # fmt: skip


def _known(number: float | None) -> str:
    return "unknown" if number is None else cell(number)


def _odds(slate: Slate) -> Section:
    said = tuple(lists.lines(slate.listed)) if slate.choice else ()
    rows = tuple(
        (
            row.title, row.network, str(row.season), str(row.state).replace("_", " "), words.percent(row.p_renewed),
            f"{100 * row.p_renewed_range[0]:.0f} to {100 * row.p_renewed_range[1]:.0f} %",
            f"{words.month(row.window[0])} to {words.month(row.window[1])}",
        )
        for row in slate.listed.rows
    )  # fmt: skip
    headings = ("show", "platform", "season", "state", "to return", "likely range (80 %)", "premiere, if it returns")
    if not rows:
        return Section("The odds")
    decided = [row.title for row in slate.listed.rows if row.state in _DECIDED] if slate.choice else []
    if decided:
        said += (f"Already decided, by the sources read, and still in the choice: {', '.join(decided)}.",)
    return Section("The odds", said, Table(headings, rows, frozenset({2, 4})))


def _left_out(slate: Slate) -> Section:
    unknown = slate.listed.unknown
    return Section("Left out", tuple(f"{name!r}: {why}." for name, why in unknown))


def _small_print(slate: Slate) -> tuple[str, ...]:
    notes = []
    if any(one.worth for one in slate.standings):
        notes.append(
            f"Hours of a season count in the first {HORIZON} weeks after release. What the next one keeps of the last "
            "one's is taken from seasons in Netflix's Top 10; yours may differ (docs/slate.md)."
        )
    if slate.choice:
        notes.append(
            "The odds count: a season that does not come brings nothing, and is paid for all the same."
            if slate.acquire
            else "You decide, so the odds of a return do not count here; --acquire makes them count."
        )
    notes += [f"{row.title}: {row.abstain}." for row in slate.listed.rows if row.abstain]
    return tuple(notes)


def as_json(slate: Slate) -> str:
    """Return a slate as JSON text."""
    return json.dumps(asdict(slate), ensure_ascii=False, indent=2, default=_plain)


def as_csv(slate: Slate) -> str:
    """Return a slate as CSV (RFC 4180): the columns of a list, then ``COLUMNS``."""
    plain = list(csv.reader(io.StringIO(lists.as_csv(slate.listed.rows, slate.listed.as_of))))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*plain[0], *COLUMNS])
    for cells, one in zip(plain[1:], slate.standings, strict=True):
        writer.writerow([*cells, *_cells(slate, one)])
    return out.getvalue()


def _cells(slate: Slate, one: Standing) -> tuple[object, ...]:
    choice, terms, show, worth = slate.choice, slate.terms, one.row.show, one.worth
    decision, forced, price, since = None, None, None, None
    if choice and terms:
        decision = "in" if show in choice.keys else "out"
        forced = "in" if show in terms.forced_in else "out" if show in terms.forced_out else None
        price, since = choice.prices[show], choice.from_budget[show]
    cost = (one.cost.cost, one.cost.committed) if one.cost else (None, None)
    if worth is None:
        return (decision, forced, *cost, one.odds, *[None] * 3, None, price, since, *[None] * 11)
    coming, left = worth.next_hours, worth.to_come
    return (
        decision, forced, *cost, one.odds, coming.mean, coming.low, coming.high, one.per_cost, price, since,
        worth.season, worth.weeks, worth.hours, left.mean, left.low, left.high, worth.unique_viewers,
        worth.devoted_viewers, worth.hours_per_cost, worth.viewers_per_cost, worth.devoted_per_cost,
    )  # fmt: skip


def _plain(value: Any) -> object:  # noqa: ANN401 - of any field
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    msg = f"{value!r} cannot stand in JSON"
    raise TypeError(msg)
