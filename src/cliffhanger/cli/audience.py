"""``cliffhanger audience``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cliffhanger.cli.options import console, user, whole_file

if TYPE_CHECKING:
    from cliffhanger.measures.audience.run import Measures, Plan

SALT_VARIABLE = "CLIFFHANGER_SALT"
_SHOWN = 10


@click.group("audience")
def command() -> None:
    """Turn playback logs and page views into views, completion, charts and worth.

    \b
    To try it on a log that is made up:
      cliffhanger audience invent demo --events 1e6
      cliffhanger audience measure demo/events --titles demo/titles.csv --hashed

    The definitions, with their sources, stand in docs/audience.md.
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the example


def _pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    del ctx
    pairs = [text.partition("=") for text in given]
    for name, sign, value in pairs:
        if not (name and sign and value):
            msg = f"{name!r} is not of the form {param.metavar}"
            raise click.BadParameter(msg, param=param)
    return {name: value for name, _, value in pairs}


@command.command("measure")
@click.argument("log")
@click.option("--titles", "listed", type=click.Path(path_type=Path, dir_okay=False, exists=True), required=True,
              metavar="FILE", help="CSV, a row an episode: title, episode, runtime (seconds), released; name, show, "
              "season and cost where known.")  # fmt: skip
@click.option("--platform", default="Own platform", show_default=True, help="The platform's name, for its charts.")
@click.option("--salt-file", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help=f"Holds the secret that viewers' ids are hashed with (or {SALT_VARIABLE}).")  # fmt: skip
@click.option("--hashed", is_flag=True, help="The ids are hashed already, to whole numbers.")
@click.option("--zone", default="UTC", show_default=True, help="Clock of starts that name none.")
@click.option("--territory-zone", "zones", multiple=True, metavar="CODE=ZONE", callback=_pairs,
              help="Clock of a territory's days, such as DE=Europe/Berlin.")  # fmt: skip
@click.option("--column", "names", multiple=True, metavar="OURS=THEIRS", callback=_pairs,
              help="The log's own name for a column, such as viewer=account_id.")  # fmt: skip
@click.option("--grace", type=click.IntRange(0), default=7, show_default=True,
              help="Days after its start within which an event has to be received.")  # fmt: skip
@click.option("--by", type=click.Choice(["views", "hours", "viewers"]), default="views", show_default=True,
              help="What ranks the charts.")  # fmt: skip
@click.option("--panel", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help="CSV: viewer, weight. The viewers are a panel, and each stands for so many.")  # fmt: skip
@click.option("--engine", default="duckdb", show_default=True,
              help="duckdb, local[2], local-cluster[2,1,1024] or spark://host:7077.")  # fmt: skip
@click.option("--memory", default="4GB", show_default=True, help="Most that DuckDB holds; the rest goes to disk.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Write every table as Parquet into this folder.")  # fmt: skip
@click.option("--viewing", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write seasons week by week since release as CSV, for 'cliffhanger slate --viewing'.")  # fmt: skip
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Add the figures to this ledger, as observations with the day they could be known.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The figures of the titles as JSON.")
def measure(log: str, listed: Path, platform: str, **options: Any) -> None:  # noqa: ANN401 - click's own values
    """Measure a playback log.

    LOG is a file, a folder, or an address such as s3://bucket/events of
    Parquet, CSV or JSON lines with the columns viewer, title, started_at,
    seconds (or position), and where there are any episode, territory, device,
    received_at. Rows that cannot be true are set aside and counted.

    Example: cliffhanger audience measure events/ --titles titles.csv
    --salt-file salt.txt --territory-zone DE=Europe/Berlin --into my-ledger
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger.engine import opened  # noqa: PLC0415 - brings Ibis
        from cliffhanger.measures.audience import run  # noqa: PLC0415 - brings Ibis and polars
        from cliffhanger.sources.playback import titles  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="audience", extra="ledger") from error

    plan = _plan(options)
    found = titles.read(listed)
    with opened(options["engine"], options["memory"]) as engine:
        measures = run.measure(engine, log, found, plan, _tell)
    if options["out"]:
        _write(measures, options["out"])
    if options["viewing"]:
        _write_viewing(measures, options["viewing"])
    if options["into"]:
        _land(measures, (found, plan, platform), [listed, *_local(log)], options["into"])
    if options["as_json"]:
        click.echo(json.dumps(_plain(measures), ensure_ascii=False, indent=2, default=str))
    else:
        _print(measures, platform)


def _plan(options: dict[str, Any]) -> Plan:
    from cliffhanger.measures.audience import panel  # noqa: PLC0415 - brings Ibis and polars
    from cliffhanger.measures.audience.run import Plan  # noqa: PLC0415 - likewise
    from cliffhanger.sources.playback.parse import SALT_LENGTH, Rules  # noqa: PLC0415 - likewise

    salt_file = options["salt_file"]
    salt = salt_file.read_text(encoding="utf-8").strip() if salt_file else os.environ.get(SALT_VARIABLE, "")
    if options["hashed"] == bool(salt):
        msg = f"viewers' ids are hashed with a secret: give --salt-file or {SALT_VARIABLE}, or --hashed, and not both"
        raise click.UsageError(msg)
    if salt and len(salt) < SALT_LENGTH:
        msg = f"a salt has at least {SALT_LENGTH} characters"
        raise click.UsageError(msg)
    weights = panel.read(options["panel"]) if options["panel"] else None
    rules = Rules(salt=salt, zone=options["zone"], zones=options["zones"], grace=options["grace"])
    return Plan(
        rules=rules, names=options["names"], by=options["by"], weights=weights,
        since_release=options["viewing"] is not None,
    )  # fmt: skip


def _tell(what: str) -> None:
    click.echo(what, err=True)


def _local(log: str) -> list[Path]:
    from cliffhanger.measures.audience.inputs import files  # noqa: PLC0415 - brings pyarrow

    return [] if "://" in log else files(log)


def _write(measures: Measures, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("titles", "episodes", "charts", "weekly", "days", "set_aside", "panel"):
        frame = getattr(measures, name)
        if frame.width:
            frame.write_parquet(folder / f"{name}.parquet")
            click.echo(f"wrote {folder / name}.parquet", err=True)


def _write_viewing(measures: Measures, file: Path) -> None:
    from cliffhanger.measures.audience.seasons import viewing  # noqa: PLC0415 - brings polars

    with whole_file(file) as stream:
        stream.write(viewing(measures).write_csv())
    click.echo(f"wrote {file}", err=True)


def _land(measures: Measures, about: tuple[Any, Plan, str], files: list[Path], into: Path) -> None:
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings Delta
    from cliffhanger.measures.audience import landing  # noqa: PLC0415 - likewise

    listed, plan, platform = about
    settings = f"{plan.by} {plan.size} {plan.streams} {plan.rules.zone} {sorted(plan.rules.zones.items())}"
    delivery = landing.Delivery(platform, plan.rules.grace, landing.pinned(files), settings)
    added = landing.land(Ledger.create(into), measures, listed, delivery, user())
    click.echo(f"added {added:,} observations to {into}" if added else f"these figures are in {into} already", err=True)


def _plain(measures: Measures) -> dict[str, Any]:
    return {
        "events": measures.events,
        "viewers": measures.viewers,
        "set_aside": dict(measures.set_aside.iter_rows()),
        "left_over": list(measures.left_over),
        "titles": measures.titles.to_dicts(),
        "panel": measures.panel.to_dicts(),
    }


def _print(measures: Measures, platform: str) -> None:
    from cliffhanger.measures.audience.worth import worth  # noqa: PLC0415 - brings polars
    from cliffhanger.outlook.audience_page import lay_out  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    top = measures.titles.sort("views", descending=True).head(_SHOWN).to_dicts()
    priced = worth(measures).head(_SHOWN).to_dicts()
    counts = (measures.events, measures.viewers, measures.first, measures.last)
    print_page(lay_out(platform, counts, dict(measures.set_aside.iter_rows()), top, priced), console())


@command.command("invent")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--events", type=float, default=1e6, show_default=True, help="About how many events.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same log.")
def invent(folder: Path, events: float, seed: int) -> None:
    """Make up a playback log, with the truth about it beside it.

    FOLDER gets events/*.parquet, titles.csv and truth.json. Viewers, titles and
    figures are invented, and parts of the log are spoilt as real ones are.

    Example: cliffhanger audience invent demo --events 1e6
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.sources.playback.invent import invent as make_up  # noqa: PLC0415 - brings polars
    except ImportError as error:
        raise MissingExtraError(what="audience", extra="ledger") from error

    def tell(done: int, total: int) -> None:
        _tell(f"{done:,} of about {total:,} events")

    make_up(folder, int(events), seed=seed, progress=tell)
    click.echo(f"wrote a log, titles.csv and truth.json into {folder}", err=True)


@command.command("check")
@click.argument("lists", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--all", "everything", is_flag=True, help="Every disagreement, not only how many there are of each kind.")
@click.option("--json", "as_json", is_flag=True, help="Every disagreement as JSON.")
def check(lists: Path, *, everything: bool, as_json: bool) -> None:
    """Work Netflix's weekly lists out again from their hours and runtimes.

    LISTS is Netflix's all-weeks-global.tsv. Ranks, views and cumulative weeks
    are held to the published columns; every disagreement is listed under what
    explains it. Exits with 1 where one is not explained.

    Example: cliffhanger audience check all-weeks-global.tsv --all
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger import engine  # noqa: PLC0415 - brings Ibis
        from cliffhanger.ledger.ingest import pin  # noqa: PLC0415 - brings polars
        from cliffhanger.measures.audience import published  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="audience", extra="ledger") from error

    table = published.read(pin(lists))
    found = published.checked(engine.duckdb(), table)
    if as_json:
        click.echo(json.dumps(found.to_dicts(), ensure_ascii=False, indent=2, default=str))
    else:
        for line in published.told(table, found, everything=everything):
            click.echo(line)
    if (found["why"] == published.UNEXPLAINED).any():
        raise click.exceptions.Exit(1)


@command.command("pageviews")
@click.argument("dumps", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--pages", type=click.Path(path_type=Path, dir_okay=False, exists=True), required=True, metavar="FILE",
              help="CSV: wiki (en.wikipedia), page (its title), show (an id such as imdb:tt26676904).")  # fmt: skip
@click.option("--engine", default="duckdb", show_default=True,
              help="duckdb, local[2], local-cluster[2,1,1024] or spark://host:7077.")  # fmt: skip
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Add the daily views to this ledger.")  # fmt: skip
def pageviews(dumps: tuple[Path, ...], pages: Path, engine: str, into: Path | None) -> None:
    """Count views of the articles about shows in Wikimedia's dumps.

    DUMPS are hourly files (pageviews-20250730-150000.gz) or daily complete ones
    (pageviews-20250730-user.bz2), or folders of them. Of machines' views only
    those are counted that the dump takes for people's.

    Example: cliffhanger audience pageviews dumps/ --pages pages.csv --into my-ledger
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger.engine import opened  # noqa: PLC0415 - brings Ibis
        from cliffhanger.measures.audience import pageviews as readers  # noqa: PLC0415 - brings Ibis and polars
    except ImportError as error:
        raise MissingExtraError(what="audience", extra="ledger") from error

    with opened(engine) as chosen:
        found = readers.views(chosen, list(dumps), readers.pages(pages))
    for show, day, views in found.daily.select("show", "day", "views").iter_rows():
        click.echo(f"{day}  {views:>12,}  {show}")
    for reason, rows in found.set_aside.iter_rows():
        click.echo(f"set aside: {rows:,} lines: {reason}", err=True)
    if into:
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings Delta

        added = readers.land(Ledger.create(into), found, user())
        click.echo(f"added {added:,} observations to {into}" if added else f"these are in {into} already", err=True)
