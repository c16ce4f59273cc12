"""``cliffhanger catalogue``."""

from __future__ import annotations

from pathlib import Path

import click

from cliffhanger.cli.options import default_ledger, own_ledger_option


@click.group("catalogue")
def command() -> None:
    """Look at the starter catalogue that ships with the package, or build it again.

    Example: cliffhanger catalogue info
    """


@command.command("info")
def info() -> None:
    """Say what the starter catalogue holds."""
    from cliffhanger.outlook import facts  # noqa: PLC0415 - brings DuckDB and numpy

    opened = facts.from_starter()
    models = facts.starter_models()
    shows, claims = opened.connection.execute('SELECT count(DISTINCT "show"), count(*) FROM claims').fetchone() or (
        0,
        0,
    )
    observations = (opened.connection.execute("SELECT count(*) FROM observations").fetchone() or (0,))[0]
    click.echo(f"series        {shows:,}")
    click.echo(f"claims        {claims:,}")
    click.echo(f"measurements  {observations:,} (percentiles and counts; no raw ratings)")
    click.echo(f"known to      {opened.manifest.known_to}")
    click.echo(f"data version  {opened.manifest.data_version}")
    click.echo(f"models        {models.name}, fitted on")
    for name, figure in models.measured.items():
        click.echo(f"              {figure:,} {name.replace('_', ' ')}")


@command.command("build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--models",
    "models_from",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Take the fitted models from this catalogue instead of fitting them.",
)
@own_ledger_option
def build(folder: Path, models_from: Path | None, ledger: Path | None) -> None:
    """Build a starter catalogue from a ledger: the same bytes from the same inputs.

    Example: cliffhanger catalogue build build/starter --ledger my-ledger
    """
    from cliffhanger import __version__  # noqa: PLC0415 - not needed for help
    from cliffhanger.models import bundle  # noqa: PLC0415 - brings numpy
    from cliffhanger.outlook import facts, starter  # noqa: PLC0415 - brings DuckDB
    from cliffhanger.panel import panel  # noqa: PLC0415 - likewise

    opened = facts.from_ledger(ledger or default_ledger())
    panel.prepare(opened)
    click.echo("fitting the models" if models_from is None else f"taking the models from {models_from}", err=True)
    models = bundle.read(models_from) if models_from else starter.fit(opened, __version__)
    starter.build(opened, models, folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    click.echo(f"wrote {folder}: {size / 1e6:.1f} MB, data {opened.manifest.data_version}", err=True)
