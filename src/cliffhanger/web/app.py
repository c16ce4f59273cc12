"""The application: routes, guards and the watch on the ledger, put together.

``cliffhanger serve`` starts it through :func:`from_environment`; a server of one's own may do the same, with any ASGI
server: ``uvicorn --factory cliffhanger.web.app:from_environment``.
"""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from cliffhanger import __version__
from cliffhanger.web import api, feeds, pages, problems, reading
from cliffhanger.web.guard import LOOPBACK, Guard
from cliffhanger.web.newsroom import Newsroom
from cliffhanger.web.watching import Watching

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

LEDGER_VARIABLE = "CLIFFHANGER_SERVED_LEDGER"
"""Environment variable that names the ledger's folder; without it the starter catalogue is served."""

OPEN_VARIABLE = "CLIFFHANGER_SERVED_OPENLY"
"""Environment variable that says that the server listens to more than this machine."""

THREADS = 8
"""Threads that make answers, or wait for an article from elsewhere."""

LOOK_EVERY = 2.0
"""Seconds between two looks at the ledger."""

_STATIC = Path(__file__).parent / "static"


def from_environment() -> FastAPI:
    """Make the application that the environment describes.

    Raises:
        LedgerError: where the ledger is not there or cannot be read.
    """
    named = os.environ.get(LEDGER_VARIABLE)
    return create(Path(named) if named else None, openly=bool(os.environ.get(OPEN_VARIABLE)))


def create(ledger: Path | None, *, openly: bool = False, look_every: float = LOOK_EVERY) -> FastAPI:
    """Make the application.

    Args:
        ledger: the ledger's folder, or None for the starter catalogue.
        openly: whether other machines may ask; they cannot add to the ledger.
        look_every: seconds between two looks at the ledger.

    Raises:
        LedgerError: where the ledger is not there or cannot be read.
    """
    newsroom = Newsroom.open(ledger)
    app = FastAPI(
        title="Cliffhanger",
        version=__version__,
        summary="Will a television series come back, when, and on what evidence.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # they would load their scripts from elsewhere
        redoc_url=None,
        lifespan=_watched(newsroom, look_every),
    )
    app.state.newsroom = newsroom
    app.state.writable = not openly
    app.add_middleware(Guard, hosts=None if openly else LOOPBACK)
    problems.install(app)
    for router in (pages.router, reading.router, feeds.router, api.router):
        app.include_router(router)
    app.mount("/static", _Static(directory=_STATIC), name="static")
    return app


class _Static(StaticFiles):
    """The front-end's files; their addresses carry the version, so a browser may keep them."""

    def file_response(self, *args: object, **given: object) -> object:  # type: ignore[override]  # passed on as it is
        """Return a file that may be kept for a day."""
        response = super().file_response(*args, **given)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=86400"
        return response


def _watched(newsroom: Newsroom, look_every: float) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return a lifespan during which the newsroom is looked after."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        del app
        # Desks answer one question at a time, so more threads would only hold more memory.
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        watching = Watching(newsroom, look_every)
        watching.begin()
        try:
            yield
        finally:
            await run_in_threadpool(watching.end)

    return lifespan
