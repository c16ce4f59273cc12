"""Making a scoreboard: the replay and the record, scored; or the one that ships with the package."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadFileError
from cliffhanger.evaluation import board_json, recorded, scoring
from cliffhanger.evaluation.board import Board, Run
from cliffhanger.outlook import replays

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cliffhanger.evaluation.answers import Plan, Replayed, Told
    from cliffhanger.evaluation.board import Bin, Dates, Probabilities, Recorded
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.ledger.store import Ledger

SHIPPED = files("cliffhanger") / "data" / "scoreboard.json"

_ENOUGH = 100
"""Questions of a bin that is told in a sentence."""

_CAME = {"decision": "got another season", "return": "were back within seven months"}


def shipped() -> Board:
    """Return the scoreboard that ships with the package, made from a ledger that does not.

    Raises:
        BadFileError: where it is missing or damaged.
    """
    name = "the scoreboard inside the package"
    try:
        data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadFileError(name=name, reason=str(error)) from error
    return board_json.from_json(data, name)


def replayed(facts: Facts, version: str, plan: Plan, tell: Told) -> Replayed:
    """Ask ten years again, with the models of this version.

    Raises:
        MissingExtraError: where the training libraries are not installed.
    """
    return replays.replay(facts, version, plan, tell)


def board(facts: Facts, answers: Replayed, record: Recorded | None, stamp: tuple[str, date, float]) -> Board:
    """Return the scoreboard of a replay.

    Args:
        facts: the facts that were asked.
        answers: the replay.
        record: the record's scores, or None.
        stamp: version of the package, day of the run, and seconds that the replay took.
    """
    version, run_on, seconds = stamp
    plan = answers.plan
    run = Run(
        version=version,
        model=answers.model,
        data_version=facts.manifest.data_version,
        known_to=facts.manifest.known_to,
        run_on=run_on.isoformat(),
        seconds=seconds,
        origins=len(plan.origins),
        first=plan.origins[0].isoformat(),
        last=plan.origins[-1].isoformat(),
        fits=tuple(day.isoformat() for day in plan.fits),
    )
    return Board(
        run,
        scoring.probabilities(answers),
        scoring.horizons(answers),
        scoring.dates(answers),
        scoring.left_out(answers),
        record,
    )


def write(made: Board, folder: Path, page: str) -> tuple[Path, Path]:
    """Write a scoreboard's page and its JSON into a folder, and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    html, data = folder / "scoreboard.html", folder / "scoreboard.json"
    for file, text in ((html, page), (data, json.dumps(board_json.as_json(made), indent=1) + "\n")):
        unfinished = file.with_name(f".{file.name}")
        try:
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(file)
        finally:
            with suppress(OSError):
                unfinished.unlink()
    return html, data


def of_record(ledger: Ledger, facts: Facts) -> Recorded:
    """Return what came of a ledger's issued forecasts."""
    from cliffhanger.ledger import record  # noqa: PLC0415 - brings polars and Delta

    issued = [
        recorded.Issued(row["issued_at"].date(), json.loads(row["line"]), row["sha256"])
        for row in record.read(ledger).iter_rows(named=True)
    ]
    return recorded.score(issued, facts, whole=record.broken(ledger) is None)


def headline(some: Probabilities) -> str:
    """Return the fullest bin of the upper half of the odds, or the fullest of all, as a sentence."""
    upper = [tenth for tenth in some.bins if tenth.low >= 0.5 and tenth.asked >= _ENOUGH]  # noqa: PLR2004 - half
    tenth = max(upper or some.bins, key=lambda one: one.asked)
    return told(tenth, _CAME[some.family])


def told(tenth: Bin, came: str) -> str:
    """Return what became of one bin, in a sentence."""
    share = 100 * tenth.came / tenth.asked
    return (
        f"Of {tenth.asked:,} questions to which we gave {100 * tenth.low:.0f} to {100 * tenth.high:.0f} %, "
        f"{share:.0f} % {came}."
    )


def sentences(made: Board) -> list[str]:
    """Return a scoreboard in plain sentences."""
    run = made.run
    out = [f"Asked again, month by month, {run.first} to {run.last}, with what was known on each day:", ""]
    for some in made.probabilities:
        if some.vintage == "strict":
            out += _about(some)
    out += [sentence for some in made.dates if some.vintage == "strict" for sentence in _about_dates(some)]
    if made.record:
        out += record_sentences(made.record)
    out.append(f"Data {run.data_version}, known to {run.known_to}; {run.model}; run on {run.run_on}.")
    return out


def record_sentences(some: Recorded) -> list[str]:
    """Return the record's scores in plain sentences."""
    if not some.issued:
        return ["Nothing has been issued yet: 'cliffhanger forecast --issue' does."]
    whole = (
        "each as it was issued" if some.whole else "NOT all as they were issued: 'cliffhanger record verify' says which"
    )
    out = [f"The record: {some.issued:,} forecasts, {some.first} to {some.last}, {whole}."]
    if not some.answered:
        return [*out, f"None of their questions has been answered since; {some.open:,} are open."]
    out.append(
        f"{some.answered:,} of their questions have been answered since: {some.came:,} seasons came, "
        f"{some.expected:,.0f} were expected; {some.open:,} are open."
    )
    return out + [told(tenth, "had premiered by the day asked about") for tenth in some.bins]


def _about(some: Probabilities) -> list[str]:
    rival = {
        "decision": "guessing by the kind of platform, season and age",
        "return": "guessing by the kind of platform, season and silence",
    }[some.family]
    error, chance = some.calibration.error.value, some.calibration.by_chance
    lead = f"{some.question} {some.asked:,} questions about {some.series:,} series, {some.first} to {some.last}."
    return [
        lead,
        *(f"  {told(tenth, _CAME[some.family])}" for tenth in some.bins),
        (
            f"  {verdict(some)} than {rival}; the odds are off by {100 * error:.1f} points on average "
            f"({100 * chance:.1f} by chance alone)."
        ),
        "",
    ]


def verdict(some: Probabilities) -> str:
    """Return the skill over climatology in words."""
    skill = some.skill
    if round(100 * abs(skill.value)) == 0:
        return f"Brier score {some.brier.value:.3f}: no better and no worse"
    size = f"{100 * abs(skill.value):.0f} % {'better' if skill.value >= 0 else 'worse'}"
    sure = "" if skill.low > 0 or skill.high < 0 else ", which may be luck,"
    return f"Brier score {some.brier.value:.3f}: {size}{sure}"


def _about_dates(some: Dates) -> list[str]:
    of = {round(100 * held.level): held for held in some.held}
    return [
        f"{some.question} {some.scored:,} questions about {some.series:,} series whose day a source gives.",
        (
            f"  The 80 % interval held {100 * of[80].share:.0f} % of them; CRPS {some.crps.value:.0f} days, "
            f"{some.climatology:.0f} for climatology."
        ),
        "",
    ]
