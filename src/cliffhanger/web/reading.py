"""Reading an article that somebody pastes or names: its claims marked in the text, and added where that is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request, Response
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse

from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import BadFileError, CliffhangerError
from cliffhanger.web.asking import Room
from cliffhanger.web.templates import render

if TYPE_CHECKING:
    from cliffhanger.reader.claims import Reading
    from cliffhanger.web.newsroom import Newsroom

router = APIRouter(include_in_schema=False)

LONGEST = 1_000_000
"""Characters of an article that is pasted, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An article that somebody wants read.

    Attributes:
        text: its text, a headline or a whole HTML page; or empty.
        url: where it lies, or empty.
        title: its headline, where it is known.
        published: the day of publication as YYYY-MM-DD, or empty.
    """

    text: str = ""
    url: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says above its form.

    Attributes:
        landed: what became of an article that was to be added, or empty.
        trouble: why an article cannot be read, or empty.
    """

    landed: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What an article says.

    Attributes:
        reading: it.
        content: the bytes it was read from.
        name: what to call them.
    """

    reading: Reading
    content: bytes
    name: str


def read(newsroom: Newsroom, asked: Asked) -> Found:
    """Return what an article says; an address is fetched from the public internet alone.

    Raises:
        BadFileError: where there is nothing to read, or it cannot be had, or is no article.
        BadDateError: where the day of publication is none.
    """
    from cliffhanger.reader import obtain  # noqa: PLC0415 - brings the readers of pages
    from cliffhanger.reader.read import read as read_article  # noqa: PLC0415 - brings the rules
    from cliffhanger.sources import fetch  # noqa: PLC0415 - only an address needs it

    text, url = asked.text.strip(), asked.url.strip()
    published = parse_day(asked.published) if asked.published.strip() else None
    content_type = ""
    if text:
        content, name = obtain.whole_characters(text).encode(), urlsplit(url).hostname or "the pasted text"
        if not text.startswith("<"):
            content_type = "text/plain; charset=utf-8"
    elif url:
        if not fetch.is_address(url):
            raise BadFileError(name=url[:100], reason="is no address of the web")
        got = fetch.fetch(url, most=obtain.MAX_PAGE, public=True)
        content, name, url, content_type = got.content, urlsplit(got.url).hostname or url, got.url, got.content_type
    else:
        raise BadFileError(name="the article", reason="paste its text, or give its address")
    article = obtain.article(
        content, name=name, url=url, title=asked.title.strip(), published=published, content_type=content_type
    )
    return Found(read_article(article, newsroom.names()), content, name)


@router.get("/read")
async def form(request: Request, newsroom: Room) -> Response:
    """Ask for an article."""
    return HTMLResponse(_page(request, newsroom, Asked()))


@router.post("/read")
async def show(  # noqa: PLR0913, PLR0917 - one argument a field of the form
    request: Request,
    newsroom: Room,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    add: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Show what an article says, with its words marked; add it to the ledger where that is asked and allowed."""
    asked = Asked(text, url, title, published)
    try:
        found = await run_in_threadpool(read, newsroom, asked)
        landed = await run_in_threadpool(_land, newsroom, found) if add and _writable(request, newsroom) else ""
    except CliffhangerError as error:
        return HTMLResponse(_page(request, newsroom, asked, told=Told(trouble=str(error))), 422)
    return HTMLResponse(_page(request, newsroom, asked, found, Told(landed=landed)))


def _page(
    request: Request,
    newsroom: Newsroom,
    asked: Asked,
    found: Found | None = None,
    told: Told = Told(),
) -> str:
    from cliffhanger.reader import explain  # noqa: PLC0415 - only where something was read

    return render(
        "read.html",
        asked_for=asked,
        # What marks the text escapes it.
        marked=Markup(explain.to_fragment(found.reading, "h2")) if found else None,  # noqa: S704
        number=len(found.reading.claims) if found else 0,
        writable=_writable(request, newsroom),
        told=told,
        longest=LONGEST,
    )


def _writable(request: Request, newsroom: Newsroom) -> bool:
    return bool(request.app.state.writable) and newsroom.ledger is not None


def _land(newsroom: Newsroom, found: Found) -> str:
    """Append what an article says to the ledger, and say what became of it."""
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - only where something lands
    from cliffhanger.domain.source import Snapshot  # noqa: PLC0415 - likewise
    from cliffhanger.ledger.articles import Read, land  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise

    if newsroom.ledger is None:
        return ""
    snapshot = Snapshot(name=found.name, content=found.content, obtained_at=now())
    report = land(Ledger.open(newsroom.ledger), [Read(snapshot, found.reading)], author="the web app")
    if report.note:
        return f"Nothing was added: {report.note}."
    aside = "".join(f" {rows} set aside: {why}." for why, rows in report.set_aside.most_common())
    return f"{report.claims} claim{'' if report.claims == 1 else 's'} added to the ledger.{aside}"
