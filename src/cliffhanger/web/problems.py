"""What is answered where something is wrong: to a person a page, to a program a problem (RFC 9457)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from cliffhanger.domain.errors import (
    AmbiguousTitleError,
    BadDateError,
    BadFileError,
    BadIdError,
    CliffhangerError,
    LedgerError,
    MissingExtraError,
    TooEarlyError,
    UnknownTitleError,
)
from cliffhanger.web.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

STATUSES: dict[type[CliffhangerError], tuple[int, str]] = {
    UnknownTitleError: (404, "No such series"),
    AmbiguousTitleError: (409, "Several series bear that title"),
    TooEarlyError: (404, "Not begun by then"),
    BadDateError: (400, "Not a date"),
    BadIdError: (400, "Not an id"),
    BadFileError: (422, "This cannot be read"),
    LedgerError: (503, "The ledger cannot be read just now"),
    MissingExtraError: (501, "Not installed here"),
}
"""For each error its status, and its title."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Told nothing at all, a browser calls a form's own origin "null", which the guard refuses.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""What goes with every answer."""

PROGRAMS = ("/api/", "/feeds/", "/status.", "/calendar.")
"""What is asked for by programs, by how its path begins."""

_LONGEST = 600
_TITLES = {
    400: "The question cannot be understood",
    404: "No such page",
    405: "Not so",
    413: "Too much was sent",
}
_SAID = {404: "There is nothing at this address.", 405: "That cannot be done here."}


def install(app: FastAPI) -> None:
    """Let an app answer with problems."""
    from fastapi.exceptions import RequestValidationError  # noqa: PLC0415 - beside its only use

    app.add_exception_handler(CliffhangerError, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unknown)


def problem(request: Request, status: int, title: str, detail: str, **more: Any) -> Response:  # noqa: ANN401 - what JSON holds
    """Return a problem for programs, a page for people.

    Args:
        request: who asked.
        status: the status.
        title: what kind of problem it is.
        detail: what is wrong here, in a sentence.
        more: further members of the problem; ``choices`` and ``nearest`` are shown on the page, too.
    """
    detail = detail if len(detail) <= _LONGEST else detail[:_LONGEST] + "…"
    if request.url.path.startswith(PROGRAMS):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
        return Response(json.dumps(body), status, media_type="application/problem+json")
    asked = str(more.get("asked", ""))
    page = render("problem.html", title=title, detail=detail, choices=more.get("choices", ()), asked=asked)
    return HTMLResponse(page, status)


async def _known(request: Request, error: Exception) -> Response:
    status, title = STATUSES.get(type(error), (500, "Something is wrong"))  # type: ignore[arg-type]  # CliffhangerErrors only
    more: dict[str, Any] = {}
    detail = str(error)
    if isinstance(error, UnknownTitleError):
        more = {"asked": error.query, "nearest": list(error.nearest)}
    elif isinstance(error, AmbiguousTitleError):
        detail = f"{len(error.choices)} series are called {error.query!r}. Which one?"
        choices = [{"title": title, "show": show, "year": year} for title, show, year in error.choices]
        more = {"asked": error.query, "choices": choices}
    return problem(request, status, title, detail, **more)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = _SAID.get(status, str(getattr(error, "detail", "")))
    answer = problem(request, status, _TITLES.get(status, "Something is wrong"), said)
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


async def _invalid(request: Request, error: Exception) -> Response:
    from fastapi.exceptions import RequestValidationError as Invalid  # noqa: PLC0415 - beside its only use

    wrong = error.errors() if isinstance(error, Invalid) else []
    said = "; ".join(_said(one) for one in wrong)
    return problem(request, 422, "The question cannot be understood", said or "Something in it is missing.")


def _said(wrong: Mapping[str, Any]) -> str:
    """Return what is wrong with a parameter, or with what was sent."""
    if wrong["type"] == "json_invalid":
        return "what was sent is no JSON"
    return f"{'.'.join(str(part) for part in wrong['loc'][1:]) or 'what was sent'}: {wrong['msg']}"


async def _unknown(request: Request, error: Exception) -> Response:
    del error
    answer = problem(request, 500, "Something is wrong", "The fault is ours; it is in the server's log.")
    # This answer is made outside of the guard.
    answer.headers.update(HEADERS)
    return answer
