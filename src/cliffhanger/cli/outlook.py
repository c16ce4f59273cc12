"""``cliffhanger outlook``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, console, ledger_option, whole_file

if TYPE_CHECKING:
    from datetime import date


@click.command("outlook")
@click.argument("title")
@click.option(
    "--as-of",
    type=Day(),
    metavar="DATE",
    help="Answer with what was known on this day (YYYY-MM-DD). Default: the last day of the data.",
)
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--markdown", "form", flag_value="markdown", help="Print Markdown.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a page to this file."
)
@click.option("--all-facts", is_flag=True, help="List every fact, not only the first forty.")
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    title: str, as_of: date | None, form: str | None, html: Path | None, ledger: Path | None, *, all_facts: bool
) -> None:
    """Tell whether a show will come back, when, and on what evidence.

    TITLE is a title, an alias or an id (imdb:tt26676904). Of a title that
    several shows bear, "Title (year)" names one.

    Example: cliffhanger outlook "Ballard" --as-of 2025-07-30
    """
    from cliffhanger.cli.desks import day_or_last_known, open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook import page  # noqa: PLC0415 - likewise

    desk = open_desk(ledger)
    dossier = desk.outlook(title, day_or_last_known(desk, as_of))
    laid_out = page.lay_out(dossier, all_evidence=all_facts or form is not None or html is not None)
    if html:
        from cliffhanger.outlook.render.html import html as as_html  # noqa: PLC0415 - only where it is wanted

        with whole_file(html) as stream:
            stream.write(as_html(laid_out))
        click.echo(f"wrote {html}", err=True)
    if form == "json":
        from cliffhanger.outlook.render.jsons import as_json  # noqa: PLC0415 - only where it is wanted

        click.echo(as_json(dossier))
    elif form == "markdown":
        from cliffhanger.outlook.render.markdown import markdown  # noqa: PLC0415 - only where it is wanted

        click.echo(markdown(laid_out))
    elif not html:
        from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - only where it is wanted

        print_page(laid_out, console())
