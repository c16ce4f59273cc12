"""The pages: what each is filled with, and nothing else."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse

from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import board, card, lists, platform_page, scoreboard, scoreboard_page
from cliffhanger.outlook import show_page as show_pages
from cliffhanger.outlook.desk import Desk
from cliffhanger.web import views
from cliffhanger.web.answer import Answer, send
from cliffhanger.web.asking import HTML, AsOf, Room, found
from cliffhanger.web.templates import address, render, show_path

router = APIRouter(include_in_schema=False)

STEP = 50
"""Rows of one page of the board."""

MOST_UPLOAD = 1 << 20
"""Bytes of an uploaded list, at most."""

_ORDERS = (
    ("followed", "the most voted"), ("odds", "the likeliest"), ("doubt", "the least likely"),
    ("silence", "the longest silent"), ("title", "by title"),
)  # fmt: skip


@router.get("/")
async def home(
    request: Request,
    newsroom: Room,
    platform: Annotated[str, Query(max_length=100)] = "",
    order: Annotated[str, Query(max_length=20)] = "followed",
    start: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Show the board, what changed, and how good the forecasts were."""
    order = order if order in board.ORDERS else "followed"
    told = newsroom.changed if newsroom.changed is None else newsroom.changed[: views.MOST_CHANGES]

    def make(desk: Desk) -> Answer:
        del desk
        as_of = newsroom.latest_day()
        made = newsroom.recent(as_of)
        rows = board.chosen(made.open, platform=platform, order=order)
        shown = rows[start - 1 : start - 1 + STEP]
        page = render(
            "home.html", as_of=as_of, counted=f"{len(made.rows):,} recent series are on the board.",
            rows=shown, total=len(rows), first=min(start, len(rows)) if rows else 0, step=STEP,
            before=max(1, start - STEP) if start > 1 else None,
            after=start + STEP if start + STEP <= len(rows) else None,
            platforms=board.platforms(made.open), platform=platform, order=order, orders=_ORDERS,
            changes=told, headline=views.headline(), trouble=newsroom.trouble,
        )  # fmt: skip
        return Answer.of(page, HTML)

    return await found(request, ("home", newsroom.latest_day(), platform, order, start, told is None), make, slow=True)


@router.get("/search")
async def find(request: Request, newsroom: Room, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Go to the show that is meant, or list those that may be."""
    asked = " ".join(q.split())
    if not asked:
        return RedirectResponse("/", 303)
    hits = await run_in_threadpool(newsroom.suggest, asked, 25)
    del request
    # Only a title or an id that is typed as it stands has a full score.
    meant = [hit.show for hit in hits if hit.score >= 1]
    if len(meant) == 1:
        return RedirectResponse(show_path(meant[0]), 303)
    return HTMLResponse(render("search.html", asked=asked, hits=hits), 200 if hits else 404)


@router.get("/show/{show}")
async def show(request: Request, newsroom: Room, show: str, as_of: AsOf) -> Response:
    """Show everything that is said of one show on one day."""
    latest = newsroom.latest_day()
    base = str(request.base_url).rstrip("/")

    def make(desk: Desk) -> Answer:
        dossier = desk.outlook(show, as_of)
        page = render(
            "show.html", page=show_pages.lay_out(dossier), safe=views.safe_to_start(desk, dossier), base=base,
            linked_data=views.linked_data(desk, dossier, base), query_day="" if as_of == latest else as_of.isoformat(),
            trouble=newsroom.trouble,
        )  # fmt: skip
        return Answer.of(page, HTML)

    return await found(request, ("show", show, as_of, base), make)


@router.get("/show/{show}/card.png")
async def picture(request: Request, show: str, as_of: AsOf) -> Response:
    """Send the card of a show for sharing."""

    def make(desk: Desk) -> Answer:
        dossier = desk.outlook(show, as_of)
        drawn = card.svg(card.card(dossier, views.safe_to_start(desk, dossier)))
        return Answer.of(card.png(drawn), "image/png")

    return await found(request, ("card", show, as_of), make)


@router.get("/charts")
async def charts(  # noqa: PLR0913, PLR0917 - one argument a part of the question
    request: Request,
    newsroom: Room,
    as_of: AsOf,
    platform: Annotated[str, Query(max_length=100)] = "Netflix",
    territory: Annotated[str, Query(max_length=20)] = "",
    week: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """Show a platform's weekly lists: places, movement, streaks, weeks at number one."""
    wanted = parse_day(week) if week else None

    def make(desk: Desk) -> Answer:
        made = views.charts(desk, platform, as_of, week=wanted, territory=territory)
        latest = newsroom.latest_day()
        return Answer.of(render("charts.html", made=made, as_of=as_of, latest=latest), HTML)

    return await found(request, ("charts", as_of, platform, territory, wanted), make, slow=True)


@router.get("/platforms")
async def platforms(request: Request, newsroom: Room) -> Response:
    """List the platforms."""

    def make(desk: Desk) -> Answer:
        del desk
        as_of = newsroom.latest_day()
        counted = board.platforms(newsroom.recent(as_of).rows)
        return Answer.of(render("platforms.html", platforms=counted, as_of=as_of), HTML)

    return await found(request, ("platforms", newsroom.latest_day()), make, slow=True)


@router.get("/platform/{name:path}")
async def platform(request: Request, newsroom: Room, name: str, as_of: AsOf) -> Response:
    """Show a platform's record, its bar, and its slate."""

    def make(desk: Desk) -> Answer:
        made = platform_page.lay_out(desk, name, as_of)
        page = render("platform.html", page=made, latest=newsroom.latest_day())
        return Answer.of(page, HTML)

    return await found(request, ("platform", name, as_of), make, slow=True)


@router.get("/slate")
async def slate(
    request: Request, newsroom: Room, as_of: AsOf, show: Annotated[list[str] | None, Query()] = None
) -> Response:
    """Show a list of shows; its address can be shared."""
    names = lists.names_in("\n".join(show or ()))

    def make(desk: Desk) -> Answer:
        made = lists.look_up(desk, names, as_of) if names else None
        again = address(
            "/slate.{}", show=list(names), as_of="" if as_of == newsroom.latest_day() else as_of.isoformat()
        )
        page = render(
            "slate.html", made=made, names=names, as_of=as_of, latest=newsroom.latest_day(),
            says=tuple(lists.lines(made)) if made else (), csv=again.replace("%7B%7D", "csv").replace("{}", "csv"),
            parquet=again.replace("%7B%7D", "parquet").replace("{}", "parquet"), most=lists.MOST,
        )  # fmt: skip
        return Answer.of(page, HTML)

    return await found(request, ("slate", names, as_of), make)


@router.post("/slate")
async def listed(names: Annotated[str, Form(max_length=200_000)] = "", file: UploadFile | None = None) -> Response:
    """Take a list that is typed, pasted or uploaded, and go to its address."""
    text = names
    if file is not None and file.filename:
        content = await file.read(MOST_UPLOAD + 1)
        if len(content) > MOST_UPLOAD:
            raise BadFileError(name=file.filename[:100], reason="has more than 1 MB, which is no list of shows")
        text = (
            f"{text}\n{content.decode('utf-8-sig', 'replace')}"
            if text.strip()
            else content.decode("utf-8-sig", "replace")
        )
    return RedirectResponse(address("/slate", show=list(lists.names_in(text))), 303)


@router.get("/slate.{form}")
async def download(  # noqa: PLR0913, PLR0917 - one argument a part of the question
    request: Request,
    newsroom: Room,
    form: str,
    as_of: AsOf,
    show: Annotated[list[str] | None, Query()] = None,
    platform: Annotated[str, Query(max_length=100)] = "",
    state: Annotated[State | None, Query()] = None,
) -> Response:
    """Send a list, or the board, as CSV or Parquet."""
    if form not in ("csv", "parquet"):
        raise BadFileError(name=f"slate.{form[:20]}", reason="there are slate.csv and slate.parquet")
    names = lists.names_in("\n".join(show or ()))

    def make(desk: Desk) -> Answer:
        if names:
            rows = lists.look_up(desk, names, as_of).rows
        else:
            states = (state,) if state else ()
            rows = board.chosen(newsroom.recent(as_of).rows, platform=platform, states=states)
        file = {"Content-Disposition": f'attachment; filename="slate-{as_of.isoformat()}.{form}"'}
        if form == "csv":
            return Answer.of(lists.as_csv(rows, as_of), "text/csv; charset=utf-8", headers=file)
        content = lists.as_parquet(desk, rows, as_of)
        return Answer.of(content, "application/vnd.apache.parquet", headers=file)

    return await found(request, ("download", form, names, as_of, platform, state), make)


@router.get("/scoreboard")
async def scores(request: Request, newsroom: Room) -> Response:
    """Show how good the forecasts were, and the record with its hashes."""

    def make(desk: Desk) -> Answer:
        del desk
        figures = scoreboard_page.lay_out(scoreboard.shipped())
        page = render("scoreboard.html", figures=figures, record=views.record(newsroom.ledger))
        return Answer.of(page, HTML)

    return await found(request, ("scoreboard", newsroom.issued()), make)


@router.get("/about")
async def about(request: Request, newsroom: Room) -> Response:
    """Say how it works, and what it cannot know."""

    def make(desk: Desk) -> Answer:
        return Answer.of(render("about.html", known_to=desk.known_to, manifest=desk.facts.manifest), HTML)

    del newsroom
    return await found(request, ("about",), make)


@router.get("/api")
async def about_api(request: Request) -> Response:
    """Say what programs can ask for."""

    def make(desk: Desk) -> Answer:
        del desk
        return Answer.of(render("api.html", described=views.described(request.app.openapi())), HTML)

    return await found(request, ("api",), make)


@router.get("/robots.txt")
async def robots(request: Request, newsroom: Room) -> Response:
    """Keep crawlers to the pages of the last day."""
    answer = Answer.of("User-agent: *\nDisallow: /api/\nDisallow: /*as_of=\n", "text/plain; charset=utf-8")
    return send(answer, request, newsroom.edition.opened_at)
