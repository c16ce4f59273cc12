"""What a scoreboard holds: what the page is made from, and what its JSON says.

Every number is a share, a count, a score or a number of days; ``None`` stands
where a score is not defined. ``docs/evaluation.md`` describes the layout.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % interval, from a bootstrap that draws whole series."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin of a reliability diagram.

    Attributes:
        low: its lower edge.
        high: its upper edge.
        asked: forecasts in it.
        forecast: their mean.
        came: how many of them happened.
        least: lower end of the 95 % Wilson interval of the share that happened.
        most: its upper end.
    """

    low: float
    high: float
    asked: int
    forecast: float
    came: int
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the questions.

    Attributes:
        by: what they were parted by: time, platform, season, age, followed.
        name: which part.
        asked: how many.
        came: how many happened.
        expected: the sum of the forecasts.
        brier: Brier score of the forecasts.
        climatology: that of climatology.
        skill: 1 less their ratio, None where climatology was perfect.
    """

    by: str
    name: str
    asked: int
    came: int
    expected: float
    brier: float
    climatology: float
    skill: float | None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another forecaster of the same questions.

    Attributes:
        name: who.
        asked: questions that both answered.
        brier: its Brier score.
        ours: ours on the same questions.
        difference: ours less its, paired; below 0 ours is better.
        skill: its skill over climatology.
        auc: its AUC, None where there is only one outcome.
    """

    name: str
    asked: int
    brier: float
    ours: float
    difference: Estimate
    skill: float | None
    auc: float | None


@dataclass(frozen=True, slots=True)
class Selected:
    """What answering only the surest questions costs.

    Attributes:
        coverage: share of the questions that are answered.
        confidence: least confidence that is still answered.
        wrong: share of these answers that are wrong.
    """

    coverage: float
    confidence: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How honest the probabilities were.

    Attributes:
        error: expected calibration error on ten equal-mass bins.
        by_chance: what it would be on average if the forecasts were perfectly calibrated.
        by_chance_high: what it would stay below then, 19 times in 20.
        slope: of the recalibrating logistic curve; 1 is best; None where it is not finite.
        intercept: its intercept; 0 is best.
        in_the_large: its intercept at slope 1; above 0 the forecasts are too low overall.
    """

    error: Estimate
    by_chance: float
    by_chance_high: float
    slope: float | None
    intercept: float | None
    in_the_large: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the Brier score on ten equal-mass bins: reliability - resolution + uncertainty + within."""

    reliability: float
    resolution: float
    uncertainty: float
    within: float


@dataclass(frozen=True, slots=True)
class Probabilities:
    """Scores of yes-or-no questions.

    Attributes:
        family: decision or return.
        vintage: strict or hindsight.
        question: the question in words.
        asked: questions that were answered.
        unanswered: questions whose answer is not known yet, or not followed for long enough.
        series: series they are about.
        came: how many happened.
        expected: the sum of the forecasts.
        first: day of the first question, ISO.
        last: day of the last one, ISO.
        brier: Brier score.
        skill: 1 less its ratio to climatology's.
        climatology: climatology's Brier score.
        log_loss: mean of -log of what was given to what happened.
        auc: chance that what happened had the higher forecast.
        parts: of the Brier score.
        calibration: how honest.
        accuracy: share of right answers where every question is answered with the likelier one.
        sure: share of questions answered with a confidence of at least 80 %.
        sure_accuracy: share of right answers among these.
        approximate: share of the answers whose day is an estimate.
        bins: reliability diagram, ten equal-width bins without the empty ones.
        selected: the selective-risk curve.
        rivals: on the same questions.
        slices: parts of the questions.
    """

    family: str
    vintage: str
    question: str
    asked: int
    unanswered: int
    series: int
    came: int
    expected: float
    first: str
    last: str
    brier: Estimate
    skill: Estimate
    climatology: float
    log_loss: float
    auc: float | None
    parts: Parts
    calibration: Calibration
    accuracy: float
    sure: float
    sure_accuracy: float | None
    approximate: float
    bins: tuple[Bin, ...]
    selected: tuple[Selected, ...]
    rivals: tuple[Rival, ...]
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Horizon:
    """Premiered by T, all questions counted, open ones by inverse-probability-of-censoring weights.

    Attributes:
        vintage: strict or hindsight.
        days: T, in days from the question.
        asked: questions.
        open: of them, how many were neither out nor followed for T days.
        brier: Brier score (Graf et al. 1999).
        climatology: climatology's.
        skill: 1 less their ratio.
    """

    vintage: str
    days: int
    asked: int
    open: int
    brier: float
    climatology: float
    skill: Estimate


@dataclass(frozen=True, slots=True)
class Held:
    """How often a central interval held the premiere.

    Attributes:
        level: how often it ought to.
        share: how often it did.
        least: lower end of the 95 % interval of that share, from a bootstrap that draws whole series.
        most: its upper end.
        winkler: mean interval score, in days.
        width: mean width, in days.
    """

    level: float
    share: float
    least: float
    most: float
    winkler: float
    width: float


@dataclass(frozen=True, slots=True)
class Dates:
    """Scores of premiere dates.

    Attributes:
        vintage: strict or hindsight.
        question: the question in words.
        asked: questions.
        scored: questions whose premiere is dated by a source.
        approximate: left out, for their premiere is dated by an estimate.
        open: left out, for their season has not come by the last day of the data.
        series: series among the scored.
        first: day of the first question scored, ISO.
        last: day of the last one, ISO.
        crps: mean CRPS, in days.
        climatology: climatology's.
        skill: 1 less their ratio.
        pinball: level of each quantile and its mean pinball loss, in days.
        held: coverage at 50, 80 and 90 %.
    """

    vintage: str
    question: str
    asked: int
    scored: int
    approximate: int
    open: int
    series: int
    first: str
    last: str
    crps: Estimate
    climatology: float
    skill: Estimate
    pinball: tuple[tuple[float, float], ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Questions that were not asked, by a rule known on their day.

    Attributes:
        family: of which family.
        reason: why.
        count: how many.
    """

    family: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """The record of issued forecasts, held to what came of them.

    Attributes:
        issued: forecasts in the record.
        whole: whether each is as it was issued.
        first: day of the first, ISO, or empty.
        last: day of the last.
        head: hash of the last.
        answered: yes-or-no questions (premiered by a day, one for each day asked about) answered since.
        open: those that are not.
        came: how many of the answered happened.
        expected: the sum of their forecasts.
        brier: Brier score, None without answers.
        bins: reliability diagram.
    """

    issued: int
    whole: bool
    first: str
    last: str
    head: str
    answered: int
    open: int
    came: int
    expected: float
    brier: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A figure that was measured elsewhere, on questions of its own, for example by a benchmark.

    Attributes:
        name: who forecast.
        question: what was asked.
        asked: how many questions.
        brier: Brier score.
        skill: skill over climatology on the same questions, None where it is not known.
        auc: AUC, likewise.
    """

    name: str
    question: str
    asked: int
    brier: float
    skill: float | None
    auc: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """How the scoreboard came about.

    Attributes:
        version: of the package.
        model: name of the models.
        data_version: hash of the facts.
        known_to: last day of the data, ISO.
        run_on: day on which it was run, ISO.
        seconds: how long the replay took.
        origins: how many days of monthly questions.
        first: the first of them, ISO.
        last: the last.
        fits: days before which the outcomes of each fit were known, ISO.
    """

    version: str
    model: str
    data_version: str
    known_to: str
    run_on: str
    seconds: float
    origins: int
    first: str
    last: str
    fits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A scoreboard.

    Attributes:
        run: how it came about.
        probabilities: scores of yes-or-no questions, strict ones first.
        horizons: premiered by T.
        dates: scores of dates.
        left_out: what was not asked.
        record: the record, or None where there is none.
        elsewhere: figures that were measured elsewhere.
    """

    run: Run
    probabilities: tuple[Probabilities, ...]
    horizons: tuple[Horizon, ...]
    dates: tuple[Dates, ...]
    left_out: tuple[LeftOut, ...]
    record: Recorded | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
