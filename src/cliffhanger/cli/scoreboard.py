"""``cliffhanger scoreboard``."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import chosen_ledger, ledger_option

if TYPE_CHECKING:
    from cliffhanger.evaluation.board import Board, Elsewhere, Recorded
    from cliffhanger.ledger.facts import Facts

_LEAK_DAYS = (date(2018, 3, 1), date(2025, 2, 1))


@click.command("scoreboard")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write scoreboard.html and scoreboard.json into this folder.",
)
@click.option(
    "--years",
    type=click.IntRange(1, 11),
    default=10,
    show_default=True,
    help="How many years are asked again, up to the last day of the data.",
)
@click.option(
    "--also",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Show figures measured elsewhere, from a JSON list, beside the others.",
)
@click.option(
    "--check-leaks",
    is_flag=True,
    help="Plant future facts of every kind, and fail if any forecast of an earlier day moves.",
)
@ledger_option
def command(out: Path | None, years: int, also: Path | None, ledger: Path | None, *, check_leaks: bool) -> None:
    """Say how good the forecasts were: ten years asked again, and the record.

    With a ledger of your own the replay runs: models are fitted on what was
    known before each day, asked about that day, and held to what came later.
    It takes some minutes, and needs the extra 'train'. Without a ledger you see
    the scoreboard that ships with the package.

    Example: cliffhanger scoreboard --ledger my-ledger --out docs
    """
    if check_leaks:
        _check(ledger)
        return
    from cliffhanger.outlook import scoreboard  # noqa: PLC0415 - brings DuckDB and numpy

    own = chosen_ledger(ledger)
    elsewhere = _also(also) if also else ()
    made = _replayed(own, years) if own else scoreboard.shipped()
    made = replace(made, elsewhere=elsewhere or made.elsewhere)
    for sentence in scoreboard.sentences(made):
        click.echo(sentence)
    if own is None:
        click.echo(
            "\nThis is the scoreboard that ships with the package. To run it yourself, install the extras\n'ledger' "
            "and 'train', read files of the sources into a ledger ('cliffhanger ingest'),\nand name it with --ledger."
        )
    if out:
        from cliffhanger.outlook.render.figures import html  # noqa: PLC0415 - only where it is wanted
        from cliffhanger.outlook.scoreboard_page import lay_out  # noqa: PLC0415 - likewise

        for file in scoreboard.write(made, out, html(lay_out(made))):
            click.echo(f"wrote {file}", err=True)


def _also(file: Path) -> tuple[Elsewhere, ...]:
    from cliffhanger.domain.errors import BadFileError  # noqa: PLC0415 - not needed for help
    from cliffhanger.evaluation import board_json  # noqa: PLC0415 - brings numpy

    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadFileError(name=file.name, reason=str(error)) from error
    return board_json.elsewhere(data, file.name)


def _replayed(ledger: Path, years: int) -> Board:
    from cliffhanger import __version__  # noqa: PLC0415 - not needed for help
    from cliffhanger.cli.desks import open_facts  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - likewise
    from cliffhanger.evaluation.answers import Plan  # noqa: PLC0415 - likewise
    from cliffhanger.outlook import scoreboard  # noqa: PLC0415 - likewise
    from cliffhanger.panel import panel  # noqa: PLC0415 - likewise

    facts = open_facts(ledger)
    panel.prepare(facts)
    plan = Plan.of(date.fromisoformat(facts.manifest.known_to), years)
    started = time.perf_counter()
    answers = scoreboard.replayed(facts, __version__, plan, _tell)
    seconds = time.perf_counter() - started
    _tell(f"scoring the answers (the replay took {seconds:.0f} seconds)")
    return scoreboard.board(facts, answers, _record(ledger, facts), (__version__, now().date(), seconds))


def _record(ledger: Path, facts: Facts) -> Recorded | None:
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.outlook import scoreboard  # noqa: PLC0415 - brings DuckDB and numpy

    found = scoreboard.of_record(Ledger.open(ledger), facts)
    return found if found.issued else None


def _check(ledger: Path | None) -> None:
    from cliffhanger.cli.desks import open_facts  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.evaluation import leaks  # noqa: PLC0415 - likewise
    from cliffhanger.outlook import facts as stores  # noqa: PLC0415 - likewise
    from cliffhanger.panel import panel  # noqa: PLC0415 - likewise

    facts = open_facts(ledger)
    panel.prepare(facts)
    checked = leaks.check(facts, stores.starter_models(), _LEAK_DAYS, tell=_tell)
    for sentence in leaks.say(checked):
        click.echo(sentence)
    if checked.leaks:
        raise click.exceptions.Exit(1)


def _tell(how_far: str) -> None:
    click.echo(how_far, err=True)
