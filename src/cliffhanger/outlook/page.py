"""A dossier laid out as sections of sentences and tables: what every way of printing it shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Commitment, State
from cliffhanger.outlook import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.outlook.dossier import Conflict, Coverage, Dossier, Evidence, LookAlike, Relative, Statement

SHOWN_EVIDENCE = 40
"""Facts that a dossier lists where not all are asked for."""

SHOWN_WORDS = 160
"""Characters of a quotation that it shows then, cut at a word."""

PRINTED_SILENCES = (3, 6, 12)
"""Months of further silence whose odds are printed; a plot shows the months between."""

_BAR = 24
_FEW = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        headings: one a column.
        rows: cells as text.
        figures: which columns hold figures, to be set flush right.
        links: the show that each row names, by its id, or the empty text; none where no row names one.
        linked: the column that names it.
        names: an id for each row, by which a page can be entered there; none at all where no row has one.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    links: tuple[str, ...] = ()
    linked: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page.

    Attributes:
        heading: its heading.
        sentences: what is said above the table.
        table: the table, or None.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        title: its title.
        lead: the answer, in one sentence.
        sections: its parts.
        footer: small print.
    """

    title: str
    lead: str
    sections: tuple[Section, ...]
    footer: tuple[str, ...]


def lay_out(dossier: Dossier, *, all_evidence: bool = False) -> Page:
    """Return a dossier as a page.

    Args:
        dossier: the dossier.
        all_evidence: whether every fact is listed, not only the first ``SHOWN_EVIDENCE``.
    """
    q = dossier.forecast.question
    sections = [
        answer(dossier),
        silence(dossier),
        changes(dossier),
        drivers(dossier),
        look_alikes(dossier),
        line(dossier),
    ]
    sections += [
        people(dossier.statements, whole=all_evidence),
        evidence(dossier, None if all_evidence else SHOWN_EVIDENCE),
        conflicts(dossier.conflicts),
        missing(dossier),
    ]
    return Page(
        title=f"{dossier.show.title}: season {q.season + 1}, as known on {words.day(q.as_of)}",
        lead=dossier.verdict,
        sections=tuple(section for section in sections if section.sentences or section.table),
        footer=(_vintage(dossier), _stamp(dossier)),
    )


def _vintage(dossier: Dossier) -> str:
    later = dossier.forecast.vintage.hindsight
    if not later:
        return "The facts are those known on that day."
    return f"The facts are those known on that day, but for {', '.join(later)}: read from later sources."


def _stamp(dossier: Dossier) -> str:
    f = dossier.forecast
    replayed = date.fromisoformat(f.model_trained_to) > f.question.as_of
    lent = ": unlike the facts, it has learned from what came after that day" if replayed else ""
    return (
        f"Model: {f.model}, fitted on outcomes to {f.model_trained_to}{lent}. "
        f"Data {f.data_version}, known to {dossier.data_known_to.isoformat()}."
    )


def bar(p: float) -> str:
    """Return a probability as a bar of blocks."""
    full = round(p * _BAR)
    return "█" * full + "░" * (_BAR - full)


_SETTLED = (State.RENEWED, State.DATED, State.RETURNED)


def answer(dossier: Dossier) -> Section:
    """Return the odds, the window and what simpler methods say."""
    f = dossier.forecast
    following = f.question.season + 1
    low, high = f.p_renewed_range
    said = [f"State: {words.STATES[f.state]}."]
    said += [f"A sign: {sign}." for sign in dossier.signs]
    if f.abstain:
        said.append(f"Take these figures with care: {f.abstain}.")
    said += _window(dossier, following)
    if f.state in _SETTLED:
        return Section("The odds", tuple(said))
    if dossier.decision_by:
        said.append(f"Decision likely by {words.month(dossier.decision_by)}.")
    rows = [
        (f"season {following} is ordered", words.percent(f.p_renewed), f"{100 * low:.0f} to {100 * high:.0f} %"),
        (f"season {following} premieres within five years", words.percent(f.p_return_ever), ""),
    ]
    if f.state is State.LIMBO:
        rows += [(f"for comparison, {baseline.name}", baseline.says, "") for baseline in dossier.baselines]
    return Section("The odds", tuple(said), Table(("that", "probability", "likely range (80 %)"), tuple(rows)))


def _window(dossier: Dossier, following: int) -> list[str]:
    """Return when the next season premieres, in a sentence, or nothing where it is out or hardly to be expected."""
    (early, late), (first, last) = dossier.window, dossier.wide_window
    if dossier.planned:
        return [f"Season {following} premieres: {dossier.planned.say()}."]
    if dossier.forecast.state in (State.ENDING, State.CANCELLED, State.RETURNED, State.LIMITED):
        return []
    when = "Season {} premieres" if dossier.forecast.state is State.RENEWED else "If it returns, season {} premieres"
    said = (
        f"{when.format(following)} most likely between {words.month(early)} and {words.month(late)}; "
        f"nine times in ten between {words.month(first)} and {words.month(last)}."
    )
    return [said]


def silence(dossier: Dossier) -> Section:
    """Return how the odds move while nothing is announced; nothing where something has been."""
    if dossier.forecast.state is not State.LIMBO:
        return Section("If silence lasts")
    now = dossier.forecast
    rows = [("now", words.day(now.question.as_of), words.percent(now.p_renewed), bar(now.p_renewed))]
    rows += [
        (f"{s.months} months", words.day(s.day), words.percent(s.p_renewed), bar(s.p_renewed))
        for s in dossier.silence
        if s.months in PRINTED_SILENCES
    ]
    return Section(
        "If silence lasts",
        (
            "The odds of a next season if really nothing is announced until then.",
            "The forecast itself knows only that the sources read have said nothing.",
            "Where too few past decisions came that late to tell, the odds stay as they were.",
        ),
        Table(("silent for", "until", "odds", ""), tuple(rows), frozenset({2})),
    )


def changes(dossier: Dossier) -> Section:
    """Return what would move the odds."""
    if dossier.forecast.state is not State.LIMBO:
        return Section("What would change it")
    said = (
        "The odds of a next season if one thing more were known.",
        "A week in a Top 10 would not move them: it did not help to forecast past seasons.",
        "News of related shows would not either: the models do not read it.",
    )
    rows = tuple((c.what, words.percent(c.p_renewed), bar(c.p_renewed)) for c in dossier.changes)
    return Section("What would change it", said, Table(("if", "odds", ""), rows, frozenset({1})))


def drivers(dossier: Dossier) -> Section:
    """Return the reasons in probability points, as printed figures that add up."""
    if dossier.forecast.state in _SETTLED:
        return Section("Why, in probability points")
    base, parts, total = words.tenths(
        dossier.base_rate, [driver.points for driver in dossier.drivers], dossier.forecast.p_renewed
    )
    rows = [("base rate", words.fine(base), dossier.base_rate_of)]
    rows += [(d.name, words.points(part), d.because) for d, part in zip(dossier.drivers, parts, strict=True)]
    rows.append(("this forecast", words.fine(total), "base rate and points add up to it"))
    return Section(
        "Why, in probability points",
        (),
        Table(("driver", "points", "because"), tuple(rows), frozenset({1})),
    )


def look_alikes(dossier: Dossier) -> Section:
    """Return the look-alikes and what became of them."""
    if len(dossier.look_alikes) < _FEW or dossier.forecast.state is not State.LIMBO:
        return Section("Look-alikes")
    came = sum(1 for other in dossier.look_alikes if other.returned)
    as_of = words.day(dossier.forecast.question.as_of)
    rows = tuple(
        (other.title, other.platform or "not known", words.month(other.premiere), _fate(other))
        for other in dossier.look_alikes
    )
    links = tuple(other.show for other in dossier.look_alikes)
    season = dossier.forecast.question.season
    return Section(
        "Look-alikes at the same age",
        (
            f"{came} of these {len(rows)} came back for season {season + 1} by {as_of}.",
            "They are the nearest cases, mostly well-known shows, and no sample: the odds do not rest on them.",
        ),
        Table(("show", "platform", f"season {season} began", "what became of it"), rows, links=links),
    )


def _fate(other: LookAlike) -> str:
    said = f"{other.decided} {words.day(other.decided_on)}" if other.decided and other.decided_on else other.decided
    if other.returned:
        wait = words.span((other.returned - other.premiere).days)
        back = f"returned {'about ' if other.roughly else ''}{words.month(other.returned)}, {wait} after"
        return f"{said}; {back}" if said else back
    return said or "has not returned since"


def line(dossier: Dossier) -> Section:
    """Return the shows this one comes from, or that come from it."""
    rows = tuple((r.title, r.relation, _run(r), r.source) for r in dossier.line)
    links = tuple(r.show for r in dossier.line)
    return Section("Its line", (), Table(("show", "relation", "run", "source"), rows, links=links) if rows else None)


def _run(relative: Relative) -> str:
    seasons = f"{relative.seasons} season{'' if relative.seasons == 1 else 's'}"
    if relative.first is None:
        return seasons if relative.seasons else "not out by then"
    until = f"to {relative.last}" if relative.last else "and on"
    return f"{seasons}, {relative.first} {until}"


def evidence(dossier: Dossier, most: int | None) -> Section:
    """Return the facts, or the first of them, each with its source."""
    shown = dossier.evidence if most is None else dossier.evidence[:most]
    rest = len(dossier.evidence) - len(shown)
    more = (f"{rest} more: 'cliffhanger show {dossier.show.id}' lists them all.",) if rest else ()
    return facts(shown, (*_read(dossier.coverage), *more))


def claims_sections(
    known: Sequence[Evidence], said: Sequence[Statement], covered: Coverage, differing: Sequence[Conflict]
) -> tuple[Section, ...]:
    """Return the facts about a show, what people say of it, and where sources disagree, as sections."""
    sections = (people(said, whole=True), facts(known, _read(covered)), conflicts(differing))
    return tuple(section for section in sections if section.table)


def _read(covered: Coverage) -> tuple[str, ...]:
    return (f"Read in {_stories(covered.articles, covered.origins)}.",) if covered.articles else ()


def _stories(articles: int, origins: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


def people(said: Sequence[Statement], *, whole: bool) -> Section:
    """Return what people say, whole quotations or their beginnings."""
    rows = tuple(
        (
            s.said_on.isoformat(), _speaker(s), words.COMMITMENTS[Commitment(s.commitment)] if s.commitment else "",
            _quoted(s, whole=whole), s.outlet, _told(s), s.url,
        )
        for s in said
    )  # fmt: skip
    headings = ("day", "who", "a return is", "in their words", "told to", "source", "where")
    return Section("What people say", (), Table(headings, rows) if rows else None)


def _speaker(statement: Statement) -> str:
    who = statement.speaker or "not named"
    return f"{who} ({statement.role})" if statement.role else who


def _told(statement: Statement) -> str:
    if statement.articles == 1:
        return statement.source
    return f"{statement.source} and others: {_stories(statement.articles, statement.origins)}"


def _quoted(statement: Statement, *, whole: bool) -> str:
    """Return a quotation in its marks, each piece and each paragraph in its own: what is left out stands outside."""
    pieces = [[line.strip() for line in piece.splitlines() if line.strip()] for piece in statement.words]
    said = " … ".join(" ".join(f"“{line}”" for line in piece) for piece in pieces)
    if whole or len(said) <= SHOWN_WORDS:
        return said
    first = pieces[0][0]
    return f"“{words.cut(first, SHOWN_WORDS)}” …"


def facts(known: Sequence[Evidence], more: tuple[str, ...]) -> Section:
    """Return facts as a section, each with its source and an id of its own."""
    rows = tuple((e.about, e.what, e.value, e.source, e.known_on.isoformat(), e.url) for e in known)
    headings = ("about", "fact", "value", "source", "known since", "where")
    names = tuple(fact_id(e) for e in known)
    return Section("The facts, each with its source", more, Table(headings, rows, names=names) if rows else None)


def fact_id(fact: Evidence) -> str:
    """Return the id by which a page can be entered at a fact, or the empty text for a measurement."""
    return f"claim-{fact.claim_id}" if fact.claim_id else ""


def conflicts(differing: Sequence[Conflict]) -> Section:
    """Return where sources say different things, and which is taken."""
    rows = tuple((c.about, c.what, c.preferred, "; ".join(c.others), c.reason) for c in differing)
    headings = ("about", "fact", "taken", "also said", "why")
    return Section("Where sources disagree", (), Table(headings, rows) if rows else None)


def missing(dossier: Dossier) -> Section:
    """Return what is not known and would help."""
    if dossier.forecast.state is not State.LIMBO:
        return Section("Not known, and would help")
    return Section("Not known, and would help", tuple(f"- {what}" for what in dossier.missing))
