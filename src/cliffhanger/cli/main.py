"""``cliffhanger``: the command group.

A command's module is imported only when it runs, and inside it the heavy
libraries only when they are needed: help has to be there at once.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import ClassVar, cast

import click

from cliffhanger import __version__
from cliffhanger.domain.errors import CliffhangerError


class _Commands(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    HELP: ClassVar[dict[str, str]] = {
        "outlook": "Will it come back, when, and on what evidence: the whole dossier on one show.",
        "forecast": "The odds for many shows at once, a JSON line each.",
        "slate": "Where a list of shows stands; with your costs and viewing, which to renew under a budget.",
        "scoreboard": "How good the forecasts were: ten years asked again, and the record.",
        "record": "The forecasts that were issued: check that none was changed, show them, score them.",
        "show": "Every claim about a show, with its sources and their conflicts.",
        "serve": "The web app: pages, an API and feeds, at one local address.",
        "watch": "What has changed: states, odds, dates, silence, statements; told once, wherever you like.",
        "read": "What an article says: dated, sourced claims, with the words that make them.",
        "corpus": "Read a whole corpus of articles on a Spark cluster.",
        "chart": "A platform's weekly chart: places, movement, weeks at the top.",
        "audience": "Playback logs and page views to views, completion, charts and a show's worth.",
        "mcp": "The same answers as tools for a language model, over standard input and output.",
        "ingest": "Bring files from the sources into a ledger of your own.",
        "update": "Bring a ledger of your own up to date from the sources themselves.",
        "sources": "The sources: their terms, how fresh they are, what was wrong last.",
        "replay": "Parse a pinned snapshot again, without the network.",
        "doctor": "Is everything in place for an update? What is the next step?",
        "catalogue": "The starter catalogue that ships with the package: look at it, or build it again.",
        "ledger": "Look after a ledger: check it, compact it.",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a new user needs them."""
        del ctx
        return list(self.HELP)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return it."""
        del ctx
        if cmd_name not in self.HELP:
            return None
        return cast("click.Command", import_module(f"cliffhanger.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the names alone."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.HELP.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; that its output is closed is main's to handle, where click would exit with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Without its number click does not know it.
            raise BrokenPipeError from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where a word is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

            near = get_close_matches(args[0], self.HELP, n=1)
            if near:
                msg = f"{error.message} Did you mean {near[0]!r}?"
                raise click.UsageError(msg, ctx) from error
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cliffhanger")
def cli() -> None:
    """Tell whether a television series will come back, when, and on what evidence.

    \b
    Two commands to begin with:
      cliffhanger outlook "Ballard" --as-of 2025-07-30
      cliffhanger forecast --all --by 2026-08-22 --out forecasts.jsonl

    Answers come from the starter catalogue inside the package until you ingest
    a ledger of your own.
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the example


def main() -> None:
    """Run the command line; one clear line and a non-zero exit where something is wrong."""
    try:
        code = cli(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except CliffhangerError as error:
        click.echo(f"cliffhanger: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read the output has had enough; what is still held back must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"cliffhanger: {where}{error.strerror or error}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
