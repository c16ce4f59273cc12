"""``cliffhanger serve``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import chosen_ledger, ledger_option

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_HEAD = 1 << 17
"""Bytes of a request's head, at most: the address of a slate holds its names."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="Port to listen at.")
@click.option("--open", "browser", is_flag=True, help="Open it in the browser.")
@ledger_option
def command(host: str, port: int, ledger: Path | None, *, browser: bool) -> None:
    """Open the web app: pages, an API and feeds, at one local address.

    It needs nothing else running, and picks up what lands in the ledger
    without a restart. By default only this machine can ask; with another
    --host others can, too, and nobody can then add to the ledger from a page.

    Example: cliffhanger serve --open
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        import uvicorn  # noqa: PLC0415 - brings the web app's libraries
    except ImportError as error:
        raise MissingExtraError(what="serve", extra="web") from error
    chosen = chosen_ledger(ledger)
    # The app is made by its own factory, as any other server would have it made.
    if chosen:
        os.environ["CLIFFHANGER_SERVED_LEDGER"] = str(chosen)
    if host not in _LOOPBACK:
        os.environ["CLIFFHANGER_SERVED_OPENLY"] = "yes"
    config = uvicorn.Config(
        "cliffhanger.web.app:from_environment", factory=True, host=host, port=port, log_level="warning",
        server_header=False, timeout_graceful_shutdown=5, h11_max_incomplete_event_size=_LONGEST_HEAD,
    )  # fmt: skip
    # Listening from here on: whoever follows the address before the app is ready waits, and is not refused.
    listening = config.bind_socket()
    listening.listen(config.backlog)
    name, bound = listening.getsockname()[:2]
    address = f"http://{f'[{name}]' if ':' in name else name}:{bound}/"
    click.echo(f"Cliffhanger is at {address} (Ctrl-C stops it)", err=True)
    if browser:
        click.launch(address)
    uvicorn.Server(config).run(sockets=[listening])
