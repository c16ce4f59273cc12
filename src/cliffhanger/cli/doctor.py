"""``cliffhanger doctor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import console, default_ledger, own_ledger_option, printable
from cliffhanger.cli.updating import chosen_settings, default_settings, known_sources, settings_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("doctor")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--offline", is_flag=True, help="Do not ask the sources whether they can be reached.")
@settings_option
@own_ledger_option
def command(sources: tuple[str, ...], *, offline: bool, settings_file: Path | None, ledger: Path | None) -> None:
    """Check settings, keys, disk, ledger, clock and sources, and name the next step.

    Without a SOURCE, all of them. Exits with 1 where something is wrong.

    Example: cliffhanger doctor --ledger my-ledger
    """
    settings = chosen_settings(settings_file)
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help
    from cliffhanger.ledger.health import Verdict, examine, next_step  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise

    target = Ledger(ledger or default_ledger())
    out = console()
    out.print(f"Settings are looked for in {settings_file or default_settings()}", markup=False, soft_wrap=True)
    checks = []
    for check in examine(target, settings, known_sources(sources), online=not offline, clock=now):
        checks.append(check)
        out.print(f"{check.verdict:<6} {check.what:<18} {printable(check.said)}", markup=False, soft_wrap=True)
    out.print(f"Next step: {next_step(checks, target)}", markup=False, soft_wrap=True)
    if any(check.verdict is Verdict.WRONG for check in checks):
        raise click.exceptions.Exit(1)
