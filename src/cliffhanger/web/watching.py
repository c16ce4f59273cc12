"""A thread that makes the first pages ready, and then looks now and then whether the ledger has changed."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cliffhanger.web.newsroom import Newsroom

_LOG = logging.getLogger("cliffhanger.web")
_PATIENCE = 0.1
_BREATH = 1.0


class Watching:
    """Looks after a newsroom while a server runs."""

    def __init__(self, newsroom: Newsroom, every: float) -> None:
        """Look after a newsroom.

        Args:
            newsroom: it.
            every: seconds between two looks.
        """
        self._newsroom, self._every = newsroom, every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="newsroom")

    def begin(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """End, whatever is being made; a query that runs on while the process goes down would bring it down hard."""
        self._over.set()
        while self._thread.is_alive():
            self._newsroom.interrupt()
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        self._try(lambda: self._newsroom.recent(self._newsroom.latest_day()))
        # The first page goes first: what is made next would take the processor from it.
        if not self._over.wait(_BREATH):
            self._try(self._newsroom.prepare)
        while not self._over.wait(self._every):
            if self._newsroom.ledger is not None:
                self._try(self._newsroom.refresh)

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except Exception:  # noqa: BLE001 - see below
            # Whatever it is, the state that is being served stands.
            if not self._over.is_set():
                _LOG.exception("the newsroom could not be looked after")
