"""What the routes share: which day is asked about, and how an answer is found or made without holding others up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from cliffhanger.domain.clock import now
from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import BadDateError
from cliffhanger.web.answer import Answer, send
from cliffhanger.web.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from cliffhanger.outlook.desk import Desk

HTML = "text/html; charset=utf-8"
JSON = "application/json"


FIRST_DAY = date(1900, 1, 1)
"""The earliest day that can be asked about: there was no television yet."""


# Asynchronous, since what is not would be handed to another thread, for each request.
async def room(request: Request) -> Newsroom:
    """Return what the app answers from."""
    return newsroom_of(request)


def newsroom_of(request: Request) -> Newsroom:
    """Return what the app answers from."""
    found: Newsroom = request.app.state.newsroom
    return found


async def asked_day(
    request: Request,
    as_of: Annotated[
        str | None,
        Query(description="Answer with what was known on this day (YYYY-MM-DD); the last day of the data by default."),
    ] = None,
) -> date:
    """Return the day that is asked about.

    Raises:
        BadDateError: where the text names none, or one of which nothing can be known.
    """
    if not as_of:
        return newsroom_of(request).latest_day()
    day, last = parse_day(as_of), max(now().date(), newsroom_of(request).desk.known_to)
    if not FIRST_DAY <= day <= last:
        raise BadDateError(text=as_of, reason=f"a day from {FIRST_DAY} to {last} can be asked about")
    return day


AsOf = Annotated[date, Depends(asked_day)]
Room = Annotated[Newsroom, Depends(room)]


async def found(
    request: Request, key: tuple[object, ...], make: Callable[[Desk], Answer], *, slow: bool = False
) -> Response:
    """Return an answer that is at hand at once, or have it made by another thread.

    Args:
        request: who asked.
        key: what was asked.
        make: makes the answer.
        slow: whether that takes seconds.
    """
    newsroom = newsroom_of(request)
    answer = newsroom.ready(key)
    if answer is None:
        answer = await run_in_threadpool(newsroom.answer, key, make, slow=slow)
    return send(answer, request, newsroom.edition.opened_at)
