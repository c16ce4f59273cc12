"""``cliffhanger corpus``."""

from __future__ import annotations

import click


@click.command("corpus")
@click.argument("articles")
@click.option("--engine", default="local[*]", show_default=True,
              help="local[2], local-cluster[2,1,1024] or spark://host:7077.")  # fmt: skip
@click.option("--out", required=True, metavar="DIR", help="Folder or address of the Parquet files that are written.")
def command(articles: str, engine: str, out: str) -> None:
    """Read a whole corpus of articles on a Spark cluster.

    ARTICLES is a folder or an address of Parquet with the columns id and text,
    and published (YYYY-MM-DD) where it is known. Out come id, reading (the line
    of JSON that 'cliffhanger read' prints), the number of claims, and fault
    where an article could not be read.

    Example: cliffhanger corpus articles/ --engine spark://master:7077 --out readings/
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger.corpus import read_all  # noqa: PLC0415 - brings Arrow and Ibis
    except ImportError as error:
        raise MissingExtraError(what="corpus", extra="spark,ledger") from error
    from cliffhanger.outlook.corpus import starter_names  # noqa: PLC0415 - brings DuckDB

    read, claims, faults = read_all(articles, engine, out, starter_names)
    click.echo(f"{read:,} articles, {claims:,} claims, {faults:,} could not be read; written to {out}", err=True)
