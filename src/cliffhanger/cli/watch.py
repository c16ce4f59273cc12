"""``cliffhanger watch``."""

from __future__ import annotations

import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cliffhanger.cli.options import Day, Span, console, ledger_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from cliffhanger.cli.deliver.mail import Mail
    from cliffhanger.cli.deliver.memory import Memory
    from cliffhanger.cli.deliver.webhook import Webhook
    from cliffhanger.cli.watched import Wanted
    from cliffhanger.outlook.event import Event, Thresholds
    from cliffhanger.outlook.events import Watching
    from cliffhanger.outlook.views import View

SECRET, SECRET_NAME = "CLIFFHANGER_WEBHOOK_SECRET", "webhook"
_NAMED = 12
_PRINTED = "standard output"


class Months(click.ParamType["tuple[int, ...]"]):
    """Numbers of months, divided by commas."""

    name = "months"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:  # noqa: ANN401 - click's own signature
        """Read them, or say in one line what is wrong with them."""
        if isinstance(value, tuple):
            return value
        parts = [part.strip() for part in str(value).split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and 0 < int(part) <= 120 for part in parts):  # noqa: PLR2004 - ten years
            self.fail(f"{value!r} are no months from 1 to 120, divided by commas", param, ctx)
        return tuple(sorted({int(part) for part in parts}))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a watch does, round after round.

    Attributes:
        wanted: what is watched.
        since: look back from this day, instead of to what was seen last.
        as_of: the day that is seen; the last day of the data where this is None.
        thresholds: from when on a change is told.
        ledger: the ledger, or None.
        memory: the file of the memory.
        as_json: whether events are printed as JSON.
        rss: file of the feed, or None.
        webhook: the address that is told, or None.
        mail: the reader that is told, or None.
    """

    wanted: Wanted
    since: date | None
    as_of: date | None
    thresholds: Thresholds
    ledger: Path | None
    memory: Path
    as_json: bool
    rss: Path | None
    webhook: Webhook | None
    mail: Mail | None


@click.command("watch")
@click.argument("shows", nargs=-1, metavar="[SHOW]...")
@click.option("--platform", "platforms", multiple=True, metavar="NAME", help="Every show of a platform.")
@click.option(
    "--list",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="A watch list: a title, an id or 'platform: NAME' a line; # begins a comment.",
)
@click.option("--since", type=Day(), metavar="DATE", help="What has changed since this day, whatever was seen before.")
@click.option("--as-of", type=Day(), metavar="DATE", help="Look on this day. Default: the last day of the data.")
@click.option(
    "--points", type=click.FloatRange(0.1, 100), default=5.0, show_default=True, help="Tell odds that move this far."
)
@click.option("--silence", type=Months(), default="6,12", show_default=True, help="Tell silences of so many months.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
@click.option(
    "--rss", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Keep an RSS file of what was told."
)
@click.option("--webhook", metavar="URL", help=f"Tell this address, signed; the secret is in {SECRET}.")
@click.option("--email", metavar="TO", help="Tell this reader by SMTP; see docs/watch.md for the server's settings.")
@click.option("--every", type=Span(), metavar="SPAN", help="Look again and again: every 30m, 6h or 1d.")
@click.option(
    "--name", default="default", show_default=True, metavar="NAME", help="Which memory; each watch of its own has one."
)
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    shows: tuple[str, ...],
    platforms: tuple[str, ...],
    file: Path | None,
    *,
    since: date | None,
    as_of: date | None,
    points: float,
    silence: tuple[int, ...],
    rss: Path | None,
    webhook: str | None,
    email: str | None,
    every: float | None,
    name: str,
    ledger: Path | None,
    as_json: bool,
) -> None:
    """Tell what has changed: states, odds, dates, silence, statements.

    The first look at a show remembers how it stands; each later one tells what
    has changed since, once. --since looks back instead. A rumour changes no
    state, and a catalogue's word counts once it has stood for a week.

    \b
    Examples:
      cliffhanger watch "Ballard" "The Bear" --since 2026-01-01
      cliffhanger watch --list shows.txt --rss changes.xml --every 6h
      cliffhanger watch --platform Netflix --webhook https://example.org/hook
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the examples
    from cliffhanger.cli.watched import Wanted, read_list  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook.event import Thresholds  # noqa: PLC0415 - likewise

    wanted = Wanted(shows, platforms).and_also(read_list(file) if file else Wanted())
    if not wanted:
        msg = 'name what to watch: shows, --platform NAME or --list FILE; for instance cliffhanger watch "Ballard"'
        raise click.UsageError(msg)
    if since and as_of and since >= as_of:
        msg = "--since has to lie before --as-of"
        raise click.UsageError(msg)
    asked = Asked(
        wanted=wanted,
        since=since,
        as_of=as_of,
        thresholds=Thresholds(points=points, silence=silence),
        ledger=ledger,
        memory=memory_file(name),
        as_json=as_json,
        rss=rss,
        webhook=_webhook(webhook) if webhook else None,
        mail=_mail(email) if email else None,
    )
    failed = rounds(lambda: once(asked), every)
    if failed:
        raise click.exceptions.Exit(1)


def memory_file(name: str) -> Path:
    """Return where a watch remembers what it has seen and told."""
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,99}", name):
        msg = f"--name {name!r}: letters, digits, dots, dashes and underscores only"
        raise click.UsageError(msg)
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for help

    return user_data_path("cliffhanger", appauthor=False) / "watch" / f"{name}.sqlite3"


def rounds(look: Callable[[], bool], every: float | None, sleep: Callable[[float], object] = time.sleep) -> bool:
    """Look once, or again and again until somebody stops it.

    Args:
        look: one look; returns whether something could not be told.
        every: seconds between looks, or None for one alone.
        sleep: waits for some seconds.

    Returns:
        Whether the last look could not tell something.
    """
    from cliffhanger.domain.errors import CliffhangerError  # noqa: PLC0415 - not needed for help

    if every is None:
        return look()
    while True:
        try:
            look()
        except (CliffhangerError, OSError) as error:
            # The next round may find what this one did not: a ledger that was being written, a disk that was full.
            click.echo(f"cliffhanger: {error}", err=True)
        sleep(every)


def once(asked: Asked) -> bool:
    """Look once, tell what has changed, and remember it; return whether something could not be told."""
    from cliffhanger.cli.deliver import memory, rss  # noqa: PLC0415 - not needed for help
    from cliffhanger.cli.desks import day_or_last_known, open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook.events import Watching  # noqa: PLC0415 - likewise

    desk = open_desk(asked.ledger)
    until = day_or_last_known(desk, asked.as_of)
    if asked.since and asked.since >= until:
        msg = f"--since has to lie before {until}, the day that is looked at"
        raise click.UsageError(msg)
    with memory.opened(asked.memory) as kept:
        watching = Watching.of(desk, asked.thresholds)
        with console(stderr=True).status(f"looking at {until.isoformat()}"):
            found, new, shows = _look(watching, asked, kept, until)
        # What an earlier look at another list could not print is left for that list.
        waiting = [event for event in kept.pending(_PRINTED) if event["show"] in shows]
        events = waiting if asked.since is None else [event.plain() for event in found]
        _print(events, asked, new, until)
        kept.delivered(_PRINTED, [event["id"] for event in events])
        if asked.rss:
            rss.write(asked.rss, kept.latest(rss.LATEST))
        return _deliver(asked, kept)


def _look(
    watching: Watching, asked: Asked, kept: Memory, until: date
) -> tuple[tuple[Event, ...], list[View], frozenset[str]]:
    """Compare, and remember; return the events, the shows seen for the first time, and all that are watched."""
    from cliffhanger.cli import watched  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook.compare import carried  # noqa: PLC0415 - brings numpy

    named = watched.ids(watching.desk.facts.connection, asked.wanted.shows)
    after = watching.seen(until, None if asked.wanted.platforms else named)
    shows = list(dict.fromkeys([*named, *watched.of_platforms(after, asked.wanted.platforms)]))
    remembered = kept.remembered()
    # What was seen on a later day is neither compared with an earlier one nor forgotten for it.
    ahead = {show for show, view in remembered.items() if view and view.day > until}
    if asked.since:
        before: Mapping[str, View | None] = watching.seen(asked.since, shows)
        compared = shows
    else:
        before = remembered
        compared = [show for show in shows if show in remembered and show not in ahead]
    earlier = {show: view for show, view in before.items() if view}
    events = watching.events(earlier, {show: after[show] for show in compared if show in after}, until)
    by_show: dict[str, tuple[Event, ...]] = {}
    for event in events:
        by_show[event.show] = (*by_show.get(event.show, ()), event)
    views = {
        show: carried(before.get(show), after[show], by_show.get(show, ())) if show in after else None
        for show in shows if show not in ahead
    }  # fmt: skip
    kept.note(views, [event.plain() for event in events], _channels(asked))
    new = [after[show] for show in shows if show in after and show not in remembered]
    return events, new, frozenset(shows)


def _channels(asked: Asked) -> list[str]:
    return [_PRINTED, *(told.channel for told in (asked.webhook, asked.mail) if told)]


def _deliver(asked: Asked, kept: Memory) -> bool:
    """Tell whoever is to be told; what could not be told waits in the memory."""
    from cliffhanger.domain.errors import DeliveryError  # noqa: PLC0415 - not needed for help

    failed = False
    for told in (asked.webhook, asked.mail):
        if told is None:
            continue
        try:
            _tell(told, kept)
        except DeliveryError as error:
            waiting = len(kept.pending(told.channel))
            click.echo(
                f"cliffhanger: {DeliveryError(channel=error.channel, reason=error.reason, waiting=waiting)}", err=True
            )
            failed = True
    return failed


def _tell(told: Webhook | Mail, kept: Memory) -> None:
    from cliffhanger.cli.deliver.mail import Mail  # noqa: PLC0415 - only where it is wanted

    pending = kept.pending(told.channel)
    if isinstance(told, Mail):
        if pending:
            told.send(pending)
            kept.delivered(told.channel, [event["id"] for event in pending])
        return
    for event in pending:
        told.send(event)
        kept.delivered(told.channel, [event["id"]])


def _print(events: Sequence[Mapping[str, Any]], asked: Asked, new: Sequence[View], until: date) -> None:
    if asked.as_json:
        for event in events:
            click.echo(json.dumps(event, ensure_ascii=False))
        sys.stdout.flush()
        return
    from cliffhanger.outlook import words  # noqa: PLC0415 - brings the reader's sentences

    for event in events:
        click.echo(_told(event))
    if new and asked.since is None:
        for view in new[:_NAMED]:
            state = words.STATES[view.state].split(":")[0]
            click.echo(f"“{view.title}”: season {view.season + 1} {state}, {words.percent(view.p)} to be ordered.")
        more = f" ({len(new) - _NAMED:,} of them not shown)" if len(new) > _NAMED else ""
        shows = f"{len(new):,} shows" if len(new) > 1 else "one show"
        click.echo(f"From {words.day(until)} on, {shows} watched{more}: changes will be told.")
    elif not events:
        since = f"since {words.day(asked.since)}" if asked.since else "since the last look"
        click.echo(f"Nothing has changed {since}, as known on {words.day(until)}.")
    sys.stdout.flush()


def _told(event: Mapping[str, Any]) -> str:
    lines = [f"{event['day']}  {event['sentence']}"]
    for one in event["evidence"]:
        source = ", ".join(part for part in (one["source"], one["known_on"], one["url"]) if part)
        lines.append(f"            {one['about']}, {one['what']}: {one['value']} ({source})")
    for one in event["conflicts"]:
        others = "; ".join(one["others"])
        lines.append(
            f"            sources disagree on the {one['what']}: {one['preferred']} is taken, not {others}: "
            f"{one['reason']}"
        )
    return "\n".join(lines)


def _webhook(url: str) -> Webhook:
    from cliffhanger.cli.deliver import keys  # noqa: PLC0415 - only where it is wanted
    from cliffhanger.cli.deliver.webhook import Webhook, key_of  # noqa: PLC0415 - likewise
    from cliffhanger.sources.fetch import is_address  # noqa: PLC0415 - likewise

    if not is_address(url):
        msg = "--webhook is no address of the web (http or https)"
        raise click.UsageError(msg)
    try:
        key = key_of(keys.needed(SECRET, SECRET_NAME, what="signing for the webhook"))
    except ValueError as error:
        msg = f"{SECRET}: {error}"
        raise click.UsageError(msg) from error
    return Webhook(url, key)


def _mail(to: str) -> Mail:
    from cliffhanger.cli.deliver.mail import Mail, Server, address_of  # noqa: PLC0415 - only where it is wanted

    try:
        return Mail(address_of(to), Server.from_environment(to))
    except ValueError as error:
        msg = f"--email: {error}"
        raise click.UsageError(msg) from error
