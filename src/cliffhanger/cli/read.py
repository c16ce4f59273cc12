"""``cliffhanger read``."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, console, ledger_option, printable, user, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from rich.console import Console

    from cliffhanger.cli.inputs import Input, Line
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.ledger.ingest import Report
    from cliffhanger.reader.claims import ArticleClaim, Reading
    from cliffhanger.reader.names import Names
    from cliffhanger.reader.proposals import Endpoint

KEY_VARIABLE = "CLIFFHANGER_ENDPOINT_KEY"
CHUNK = 500
"""Articles of a stream that land together."""

_SURE, _FAIRLY = 0.9, 0.75


@click.command("read")
@click.argument("source", metavar="INPUT", required=False)
@click.option("--json", "form", flag_value="json", help="Print one JSON object, as the package's JSON Schema has it.")
@click.option("--explain", "form", flag_value="explain", help="Print the text with the words of each claim marked.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a page with the words of each claim marked.",
)
@click.option(
    "--jsonl",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Read a stream: a JSON object a line with id, text or html, and if known title, url, published, publisher.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="LEDGER",
    help="Append the claims to this ledger, too; made where there is none.",
)
@click.option("--published", type=Day(), metavar="DAY", help="The day of publication (YYYY-MM-DD).")
@click.option("--publisher", default="", metavar="NAME", help="Who published it.")
@click.option("--endpoint", metavar="URL", help=f"An OpenAI-compatible server to ask, too. Its key: {KEY_VARIABLE}.")
@click.option("--model", metavar="NAME", help="The model's name at that server.")
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    *,
    source: str | None,
    form: str | None,
    html: Path | None,
    jsonl: Path | None,
    into: Path | None,
    published: date | None,
    publisher: str,
    endpoint: str | None,
    model: str | None,
    ledger: Path | None,
) -> None:
    """Read an article, and say what it claims: each claim dated, with the words that make it.

    INPUT is a file of plain text or HTML, - for standard input, an address
    (http, https), or a headline itself. Shows are known by the names in the
    catalogue; what the article says otherwise than the catalogue is kept as
    said, and the difference shown. Without --endpoint nothing leaves this
    machine but the request for an address.

    With --jsonl one line of JSON comes out for each line that goes in, in
    order. A bad line gives {"id": ..., "error": ...}, the rest goes on, and
    the command exits with 1 at the end.

    \b
    Examples:
      cliffhanger read article.html
      cliffhanger read "Netflix Renews 'The Diplomat' for Season 4" --json
      cliffhanger read article.txt --published 2025-07-30 --into my-ledger
      cliffhanger read --jsonl articles.jsonl > claims.jsonl
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the examples
    if source is not None and not source.strip():
        msg = "INPUT is empty: name a file, - or an address, or give a headline."
        raise click.UsageError(msg)
    if (source is None) == (jsonl is None):
        msg = "Name one INPUT, or a stream with --jsonl."
        raise click.UsageError(msg)
    if jsonl is not None and (form == "explain" or html is not None):
        msg = "--explain and --html show one article; a stream gives JSON."
        raise click.UsageError(msg)
    reader = _Reader(_asked(endpoint, model), ledger)
    if jsonl is not None:
        _stream(jsonl, reader, into, published, publisher)
        return
    from cliffhanger.cli import inputs  # noqa: PLC0415 - not needed for help

    given = inputs.one(str(source), published=published, publisher=publisher)
    reading = reader.read(given)
    reader.close()
    if into is not None:
        landing = _Landing(into)
        landing.add(given, reading)
        landing.close()
        if reading.article.published is None:
            click.echo(
                "No day of publication is known, so these claims count as known from this moment on; "
                "give it with --published YYYY-MM-DD.",
                err=True,
            )
    if html is not None:
        from cliffhanger.reader.explain import to_html  # noqa: PLC0415 - only where it is wanted

        with whole_file(html) as stream:
            stream.write(to_html(reading))
        click.echo(f"wrote {html}", err=True)
    if form is not None or html is None:
        _print(reading, form, reader)


@dataclass
class _Reader:
    """Reads with the catalogue's names, opened when the first article is there.

    Attributes:
        endpoint: a server that is asked, too, or None.
        ledger: whose names, or None.
        kept: how many of the server's proposals the articles support.
        refused: how many they do not.
    """

    endpoint: Endpoint | None
    ledger: Path | None
    kept: int = 0
    refused: int = 0
    _names: Names | None = None
    _facts: Facts | None = None

    @property
    def facts(self) -> Facts:
        """The catalogue."""
        if self._facts is None:
            from cliffhanger.cli.desks import open_facts  # noqa: PLC0415 - brings DuckDB

            self._facts = open_facts(self.ledger)
        return self._facts

    def read(self, given: Input) -> Reading:
        """Return what an input says.

        Raises:
            BadFileError: where it is no article.
            EndpointError: where the server gives no usable answer.
        """
        from cliffhanger.reader.read import read  # noqa: PLC0415 - brings the rules

        article = given.article()
        if self._names is None:
            from cliffhanger.outlook.names import names  # noqa: PLC0415 - brings DuckDB

            self._names = names(self.facts.connection)
        reading = read(article, self._names)
        return self._with_proposals(reading) if self.endpoint else reading

    def _with_proposals(self, reading: Reading) -> Reading:
        from cliffhanger.reader.claims import Reading as Found  # noqa: PLC0415 - only with a server
        from cliffhanger.reader.proposals import propose  # noqa: PLC0415 - likewise

        if self.endpoint is None or self._names is None:
            return reading
        proposed = propose(reading.article, self.endpoint, self._names, known=reading.claims)
        self.kept += len(proposed.kept)
        self.refused += len(proposed.refused)
        return Found(reading.article, tuple(sorted((*reading.claims, *proposed.kept), key=_order)))

    def close(self) -> None:
        """Say what became of a server's proposals."""
        if self.endpoint is not None:
            click.echo(f"{self.endpoint.model}: {self.kept:,} proposals kept, {self.refused:,} set aside", err=True)


@dataclass
class _Landing:
    """Appends readings to a ledger, some at a time.

    Attributes:
        path: the ledger's folder.
    """

    path: Path
    _waiting: list[tuple[Snapshot, Reading]] = field(default_factory=list)

    def add(self, given: Input, reading: Reading) -> None:
        """Take a reading; it has landed at the latest when the landing is closed."""
        from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help
        from cliffhanger.domain.source import Snapshot  # noqa: PLC0415 - likewise

        self._waiting.append((Snapshot(name=given.name, content=given.content, obtained_at=now()), reading))
        if len(self._waiting) >= CHUNK:
            self.close()

    def close(self) -> None:
        """Land what waits, and say what became of it."""
        from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

        try:
            from cliffhanger.ledger.articles import Read, land  # noqa: PLC0415 - brings polars and Delta
            from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise
        except ImportError as error:
            raise MissingExtraError(what="read --into", extra="ledger") from error
        if self._waiting:
            report = land(Ledger.create(self.path), [Read(*each) for each in self._waiting], author=user())
            self._waiting.clear()
            click.echo(_landed(report, self.path), err=True)


def _landed(report: Report, path: Path) -> str:
    if report.note:
        return f"nothing added to {path}: {report.note}"
    aside = "".join(f"; {rows} set aside: {why}" for why, rows in report.set_aside.most_common())
    return f"{report.claims} claim{'' if report.claims == 1 else 's'} added to {path}{aside}"


def _asked(endpoint: str | None, model: str | None) -> Endpoint | None:
    if (endpoint is None) != (model is None):
        msg = "--endpoint and --model belong together."
        raise click.UsageError(msg)
    if endpoint is None or model is None:
        return None
    from cliffhanger.reader.endpoint import Endpoint  # noqa: PLC0415 - only where it is wanted

    return Endpoint(url=endpoint, model=model, key=os.environ.get(KEY_VARIABLE, ""))


def _stream(path: Path, reader: _Reader, into: Path | None, published: date | None, publisher: str) -> None:
    from cliffhanger.cli import inputs  # noqa: PLC0415 - not needed for help

    landing = _Landing(into) if into is not None else None
    read = bad = 0
    dash = str(path) == "-"
    size = 0 if dash or not path.is_file() else path.stat().st_size
    with sys.stdin.buffer if dash else path.open("rb") as stream, _progress(size) as advance:
        name = "standard input" if dash else path.name
        for line in inputs.lines(stream, name, published=published, publisher=publisher):
            text, reading = _answer(line, reader)
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
            read, bad = read + 1, bad + (reading is None)
            if landing is not None and line.input is not None and reading is not None:
                landing.add(line.input, reading)
            advance(line.size)
    reader.close()
    if landing is not None:
        landing.close()
    if bad:
        click.echo(f"cliffhanger: {bad:,} of {read:,} lines could not be read", err=True)
        raise click.exceptions.Exit(1)


def _answer(line: Line, reader: _Reader) -> tuple[str, Reading | None]:
    """Return what is printed for a line, and what it says, or None where it is bad."""
    from cliffhanger.domain.errors import BadFileError  # noqa: PLC0415 - not needed for help
    from cliffhanger.reader import interface  # noqa: PLC0415 - likewise
    from cliffhanger.reader.endpoint import EndpointError  # noqa: PLC0415 - likewise

    reason = line.error
    if line.input is not None:
        try:
            reading = reader.read(line.input)
            return interface.dumps({"id": line.id, **interface.as_json(reading)}), reading
        except (BadFileError, EndpointError) as error:
            reason = error.reason
    return interface.dumps({"id": line.id, "error": f"line {line.number} {reason}"}), None


@contextmanager
def _progress(size: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how much of a stream is through, where the answers go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - on a terminal only

    columns = (TextColumn("{task.fields[lines]:,} articles read"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=size or None, lines=0)
        lines = 0

        def advance(through: int) -> None:
            nonlocal lines
            lines += 1
            bar.update(task, advance=through, lines=lines)

        yield advance


def _print(reading: Reading, form: str | None, reader: _Reader) -> None:
    if form == "json":
        from cliffhanger.reader import interface  # noqa: PLC0415 - only where it is wanted

        click.echo(interface.line(reading))
    elif form == "explain":
        from cliffhanger.reader.explain import to_console  # noqa: PLC0415 - only where it is wanted

        to_console(reading, console())
    else:
        _tell(reading, reader, console())


def _tell(reading: Reading, reader: _Reader, out: Console) -> None:
    """Print the claims in plain English, show by show, each with its words, and with what the catalogue says."""
    article = reading.article
    known = (article.title, article.publisher, article.published and f"published {article.published}")
    heading = " | ".join(printable(str(part)) for part in known if part)
    if heading:
        out.print(heading, style="bold", markup=False, soft_wrap=True)
    if not reading.claims:
        out.print("No claims found.", markup=False)
    shows: dict[tuple[str, str | None], list[ArticleClaim]] = {}
    for claim in reading.claims:
        shows.setdefault((claim.subject.name, claim.subject.id), []).append(claim)
    for (name, show), claims in shows.items():
        out.print()
        out.print(f"{printable(name)} ({show or 'not in the catalogue'})", style="bold", markup=False, soft_wrap=True)
        for claim in claims:
            for number, line in enumerate(_lines(claim, reading, reader)):
                out.print(f"{'      ' if number else '  - '}{line}", markup=False, soft_wrap=True)


def _lines(claim: ArticleClaim, reading: Reading, reader: _Reader) -> Iterator[str]:
    from datetime import date  # noqa: PLC0415 - not needed for help

    from cliffhanger.outlook.otherwise import otherwise  # noqa: PLC0415 - not needed for help
    from cliffhanger.reader.read import reference_day  # noqa: PLC0415 - likewise
    from cliffhanger.reader.saying import say  # noqa: PLC0415 - likewise

    yield printable(say(claim).removeprefix(f"“{claim.subject.name}”").lstrip(",: "))
    sure = "sure" if claim.confidence >= _SURE else "fairly sure" if claim.confidence >= _FAIRLY else "less sure"
    yield f"{sure}; {_place(claim)}"
    facts = reader.facts
    day = reference_day(reading.article) or date.fromisoformat(facts.manifest.known_to)
    differing = otherwise(facts.connection, claim, day)
    if differing:
        yield "said otherwise: " + "; ".join(printable(other.say()) for other in differing)


def _order(claim: ArticleClaim) -> tuple[bool, bool, int]:
    return claim.span is None, claim.in_title, claim.span.start if claim.span else 0


def _place(claim: ArticleClaim) -> str:
    span = claim.span
    if span is None:
        return "in the page's own data"
    where = f"in the headline at {span.start} to {span.end}" if claim.in_title else f"at {span.start} to {span.end}"
    return where if span.text == claim.value else f"“{printable(span.text)}” {where}"
