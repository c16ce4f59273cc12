"""A scoreboard laid out as a page: what was asked, how it came out, and where it falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.outlook.page import Table
from cliffhanger.outlook.plots import Figures, Part, Plot, Point, Shape
from cliffhanger.outlook.scoreboard import headline, record_sentences, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.evaluation.board import (
        Bin,
        Board,
        Dates,
        Elsewhere,
        Estimate,
        Horizon,
        LeftOut,
        Probabilities,
        Recorded,
        Run,
        Slice,
    )

_NAMES = {"decision": "Renewed or not", "return": "Back within seven months", "date": "The premiere's day"}
_VINTAGES = {"strict": "as known then", "hindsight": "with hindsight"}
_PARTED = {
    "time": ("Skill over time", "asked in"),
    "platform": ("By kind of platform", "platform"),
    "season": ("By season number", "season"),
    "age": ("By when it was asked", "asked"),
    "followed": ("By whether the series was followed day by day", "series"),
}
_READING = (
    "Every question was put to models that were fitted before its day, with the facts known on that day.",
    "Its answer was looked at only when it had become known later.",
    "Brier score: the mean of (odds - outcome) squared; 0 is perfect.",
    "Skill: the share of climatology's Brier score that is saved.",
    "Climatology knows the rates by kind of platform, season number and months of silence.",
    "AUC: how often a yes had the higher odds than a no. Calibration error: how far the odds lie off, on average.",
    "Slope: 1 is right; below 1 the odds are too bold, above 1 too timid.",
    "Ranges in brackets are 95 % intervals, from a bootstrap that draws whole series.",
)
_HINDSIGHT = (
    "The same questions and more of them, with features from later snapshots filled in, and with seasons whose dates "
    "are estimates by a clock that was set later. These figures say what the data would allow, not what a forecaster "
    "could have done."
)
_THIN = 30
"""Questions below which a part's skill is luck: the table has it, the plot does not."""


def lay_out(board: Board) -> Figures:
    """Return a scoreboard as a page."""
    strict = [some for some in board.probabilities if some.vintage == "strict"]
    later = [some for some in board.probabilities if some.vintage != "strict"]
    parts = [_headline(board), _reading(), *(part for some in strict for part in _full(some))]
    parts += [_by_day(board.horizons, "strict"), *_dates(board.dates, "strict")]
    parts += [_hindsight(later), *(_short(some) for some in later)]
    parts += [_by_day(board.horizons, "hindsight"), *_dates(board.dates, "hindsight")]
    parts += [_elsewhere(board.elsewhere), _record(board.record), _left_out(board.left_out), _run(board.run)]
    return Figures(
        title="Cliffhanger: the scoreboard",
        lead=tuple(f"{_NAMES[some.family]}: {headline(some)[0].lower()}{headline(some)[1:]}" for some in strict),
        parts=tuple(part for part in parts if part.sentences or part.tables or part.plots),
        footer=(
            "Strict rows rest on nothing that was learnt after the question's day; hindsight rows do, and stand apart.",
            (
                f"Model: {board.run.model}. Data {board.run.data_version}, known to {board.run.known_to}. "
                f"Run on {board.run.run_on}."
            ),
        ),
    )


def _headline(board: Board) -> Part:
    rows = tuple(
        (
            f"{_NAMES[some.family]}, {_VINTAGES[some.vintage]}",
            f"{some.asked:,}",
            f"{some.came:,}",
            f"{some.expected:,.0f}",
            f"{some.brier.value:.4f}",
            f"{some.climatology:.4f}",
            _range(some.skill),
            _number(some.auc, 3),
            f"{some.calibration.error.value:.3f}",
            _number(some.calibration.slope, 2),
        )
        for some in board.probabilities
    )
    heads = (
        "question",
        "asked",
        "yes",
        "expected",
        "Brier",
        "climatology's",
        "skill (95 %)",
        "AUC",
        "calibration error",
        "slope",
    )
    return Part("In short", (), (("", Table(heads, rows, frozenset(range(1, len(heads))))),))


def _reading() -> Part:
    return Part("How to read it", _READING)


def _full(some: Probabilities) -> list[Part]:
    parts = [
        Part(
            f"{_NAMES[some.family]}, {_VINTAGES[some.vintage]}",
            (some.question, f"{verdict(some)} than climatology. {_counted(some)}", _calibrated(some)),
            plots=(_diagram(some), _selective(some)),
        )
    ]
    for by, (heading, column) in _PARTED.items():
        chosen = [part for part in some.slices if part.by == by]
        if len(chosen) > 1:
            shape = Shape.LINE if by == "time" else Shape.BARS
            parts.append(Part(heading, plots=(_sliced(chosen, heading, column, shape),), level=3))
    parts.append(Part("Against others, on the same questions", tables=(("", _rivals(some)),), level=3))
    parts.append(Part("What the Brier score is made of", tables=(("", _parts(some)),), level=3))
    return parts


def _short(some: Probabilities) -> Part:
    return Part(
        f"{_NAMES[some.family]}, {_VINTAGES[some.vintage]}",
        (f"{verdict(some)} than climatology. {_counted(some)}", _calibrated(some)),
        (("Against others, on the same questions", _rivals(some)),),
        (_diagram(some),),
        level=3,
    )


def _counted(some: Probabilities) -> str:
    shares = f"For {100 * some.approximate:.0f} % of the yeses the day is an estimate." if some.approximate else ""
    waiting = f" {some.unanswered:,} more wait for their answer." if some.unanswered else ""
    return (
        f"{some.asked:,} questions about {some.series:,} series, {some.first} to {some.last}: {some.came:,} times yes, "
        f"{some.expected:,.0f} expected.{waiting} {shares}".strip()
    )


def _calibrated(some: Probabilities) -> str:
    c = some.calibration
    return (
        f"Calibration error {_range(c.error)}; perfectly calibrated odds would show {c.by_chance:.3f} by chance, and "
        f"stay below {c.by_chance_high:.3f} 19 times in 20. Slope {_number(c.slope, 2)}, intercept "
        f"{_number(c.intercept, 2)}, and {_number(c.in_the_large, 2)} at slope 1."
    )


def _diagram(some: Probabilities) -> Plot:
    return reliability(some.bins, "Odds given, and what came of them")


def reliability(bins: Sequence[Bin], title: str) -> Plot:
    """Return the reliability diagram of some bins."""
    points = tuple(
        Point(_tenth(one), one.forecast, one.came / one.asked, one.least, one.most, one.asked) for one in bins
    )
    rows = tuple(
        (
            _tenth(one),
            f"{one.asked:,}",
            f"{100 * one.forecast:.1f} %",
            f"{one.came:,}",
            f"{100 * one.came / one.asked:.1f} %",
            f"{100 * one.least:.0f} to {100 * one.most:.0f} %",
        )
        for one in bins
    )
    table = Table(("odds", "asked", "mean odds", "yes", "share", "95 %"), rows, frozenset(range(1, 6)))
    says = (
        "On the diagonal the odds mean what they say; larger dots hold more questions. The bars are 95 % intervals "
        "that take each question for itself: where many are about one series, they are too narrow."
    )
    return Plot(Shape.DIAGONAL, title, "odds given", "share that came", points, table, says)


def _selective(some: Probabilities) -> Plot:
    points = tuple(Point(f"{100 * one.coverage:.0f} %", one.coverage, one.wrong) for one in some.selected)
    rows = tuple(
        (f"{100 * one.coverage:.0f} %", f"{100 * one.confidence:.0f} %", f"{100 * one.wrong:.1f} %")
        for one in some.selected
    )
    sure = (
        ""
        if some.sure_accuracy is None
        else (
            f" Where it is at least 80 % sure ({100 * some.sure:.0f} % of the questions), "
            f"{100 * some.sure_accuracy:.1f} % of the answers are right."
        )
    )
    says = f"If every question gets the likelier answer, {100 * some.accuracy:.1f} % are right.{sure}"
    table = Table(("answered", "confidence at least", "wrong"), rows, frozenset(range(3)))
    return Plot(Shape.LINE, "Answering only the surest", "share answered", "share wrong", points, table, says)


def _sliced(chosen: Sequence[Slice], heading: str, column: str, shape: Shape) -> Plot:
    drawn = [one for one in chosen if one.skill is not None and one.asked >= _THIN]
    points = tuple(Point(one.name, float(place), one.skill or 0.0, weight=one.asked) for place, one in enumerate(drawn))
    rows = tuple(
        (
            one.name,
            f"{one.asked:,}",
            f"{one.came:,}",
            f"{one.expected:,.0f}",
            f"{one.brier:.4f}",
            f"{one.climatology:.4f}",
            _signed(one.skill),
        )
        for one in chosen
    )
    heads = (column, "asked", "yes", "expected", "Brier", "climatology's", "skill")
    thin = f" Parts of fewer than {_THIN} questions are in the table only." if len(drawn) < len(chosen) else ""
    says = f"Skill over climatology: above zero is better.{thin}"
    table = Table(heads, rows, frozenset(range(1, len(heads))))
    return Plot(shape, heading, column, "skill over climatology", points, table, says)


def _rivals(some: Probabilities) -> Table:
    rows = [
        (
            "this forecast",
            f"{some.asked:,}",
            f"{some.brier.value:.4f}",
            "",
            _signed(some.skill.value),
            _number(some.auc, 3),
        )
    ]
    rows += [
        (
            one.name,
            f"{one.asked:,}",
            f"{one.brier:.4f}",
            _range(one.difference, 4),
            _signed(one.skill),
            _number(one.auc, 3),
        )
        for one in some.rivals
    ]
    heads = ("forecaster", "asked", "Brier", "ours less theirs (95 %)", "skill over climatology", "AUC")
    return Table(heads, tuple(rows), frozenset(range(1, 6)))


def _parts(some: Probabilities) -> Table:
    p = some.parts
    rows = (
        ("reliability: how far bins lie off; 0 is best", f"{p.reliability:.5f}"),
        ("less resolution: how far the bins' rates lie apart; high is good", f"{p.resolution:.5f}"),
        ("plus uncertainty: always giving the overall rate", f"{p.uncertainty:.5f}"),
        ("plus what happens inside bins", f"{p.within:.5f}"),
        ("makes the Brier score", f"{p.reliability - p.resolution + p.uncertainty + p.within:.5f}"),
        ("log loss", f"{some.log_loss:.4f}"),
    )
    return Table(("part", "value"), rows, frozenset({1}))


def _by_day(horizons: Sequence[Horizon], vintage: str) -> Part:
    rows = tuple(
        (
            f"{one.days:,} days",
            f"{one.asked:,}",
            f"{one.open:,}",
            f"{one.brier:.4f}",
            f"{one.climatology:.4f}",
            _range(one.skill),
        )
        for one in horizons
        if one.vintage == vintage
    )
    heads = ("premiered within", "asked", "of them open", "Brier", "climatology's", "skill (95 %)")
    table = Table(heads, rows, frozenset(range(1, 6)))
    said = "Questions that could not be followed to the end are counted by the others' weights (IPCW)."
    heading = f"Premiered by a day, {_VINTAGES[vintage]}"
    return Part(heading, (said,), (("", table),)) if rows else Part(heading)


def _dates(dates: Sequence[Dates], vintage: str) -> list[Part]:
    return [
        Part(
            f"{_NAMES['date']}, {_VINTAGES[vintage]}",
            (
                one.question,
                f"{one.scored:,} questions about {one.series:,} series, {one.first} to {one.last}.",
                f"{one.asked:,} were asked. Only an estimate dates the premiere of {one.approximate:,}: left out.",
                f"The premiere of {one.open:,} has not come: left out, which favours early dates.",
                f"CRPS {_range(one.crps, 1)} days, climatology's {one.climatology:.1f}: skill {_range(one.skill)}.",
            ),
            (("Pinball loss of each quantile, in days", _pinball(one)),),
            (_coverage(one),),
        )
        for one in dates
        if one.vintage == vintage
    ]


def _coverage(one: Dates) -> Plot:
    points = tuple(
        Point(f"{100 * held.level:.0f} %", held.level, held.share, held.least, held.most) for held in one.held
    )
    rows = tuple(
        (
            f"{100 * held.level:.0f} %",
            f"{100 * held.share:.1f} %",
            f"{100 * held.least:.0f} to {100 * held.most:.0f} %",
            f"{held.width:.0f}",
            f"{held.winkler:.0f}",
        )
        for held in one.held
    )
    heads = ("interval", "held the day", "95 %", "mean width, days", "Winkler score, days")
    table = Table(heads, rows, frozenset(range(5)))
    says = "Below the diagonal the intervals are too narrow, above it too wide."
    return Plot(Shape.DIAGONAL, "How often intervals held", "promised", "held", points, table, says)


def _pinball(one: Dates) -> Table:
    rows = tuple((f"{100 * level:.0f} %", f"{loss:.1f}") for level, loss in one.pinball)
    return Table(("quantile", "pinball loss"), rows, frozenset({0, 1}))


def _hindsight(later: Sequence[Probabilities]) -> Part:
    if not later:
        return Part("With hindsight")
    return Part("With hindsight", (_HINDSIGHT,))


def _elsewhere(some: Sequence[Elsewhere]) -> Part:
    rows = tuple(
        (one.name, one.question, f"{one.asked:,}", f"{one.brier:.4f}", _signed(one.skill), _number(one.auc, 3))
        for one in some
    )
    heads = ("forecaster", "question", "asked", "Brier", "skill over climatology", "AUC")
    said = (
        "By the benchmark, on questions of its own: to be held against each other, not against the rest of the page.",
    )
    return Part("Measured elsewhere", said, (("", Table(heads, rows, frozenset(range(2, 6)))),)) if rows else Part("")


def _record(some: Recorded | None) -> Part:
    if some is None:
        return Part("The record", ("No forecasts have been issued to the record of this ledger yet.",))
    plots = (reliability(some.bins, "Issued odds, and what came of them"),) if some.bins else ()
    head = f"The hash of the last one is {some.head}." if some.head else ""
    return Part("The record", tuple(s for s in (*record_sentences(some), head) if s), plots=plots)


def _left_out(some: Sequence[LeftOut]) -> Part:
    rows = tuple((_NAMES[one.family], one.reason, f"{one.count:,}") for one in some)
    table = Table(("question", "why", "times"), rows, frozenset({2}))
    said = "By rules that could be applied on the question's day, but for the two that say otherwise."
    return Part("What was not asked, and why", (said,), (("", table),)) if rows else Part("What was not asked")


def _run(run: Run) -> Part:
    rows = (
        ("package", f"cliffhanger {run.version}"),
        ("models", run.model),
        ("data", f"{run.data_version}, known to {run.known_to}"),
        ("run on", run.run_on),
        ("the replay took", f"{run.seconds:.0f} seconds"),
        ("months asked", f"{run.origins}, {run.first} to {run.last}"),
        ("fitted on what was known before", ", ".join(run.fits)),
    )
    return Part("How it was run", (), (("", Table(("what", "value"), rows)),))


def _tenth(one: Bin) -> str:
    return f"{100 * one.low:.0f} to {100 * one.high:.0f} %"


def _range(some: Estimate, places: int = 3) -> str:
    return f"{some.value:.{places}f} ({some.low:.{places}f} to {some.high:.{places}f})"


def _number(value: float | None, places: int) -> str:
    return "not defined" if value is None else f"{value:.{places}f}"


def _signed(value: float | None) -> str:
    return "not defined" if value is None else f"{value:+.3f}"
