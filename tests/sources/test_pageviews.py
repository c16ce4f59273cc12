"""Page views: from the service's answers to observations, day by day; the articles are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.pages import PAGES, PinnedPage, dump
from cliffhanger.sources.pageviews import parse as pageviews
from tests.servers.local import Asked, Reply, as_json, serving
from tests.sources.test_tables import counted, pinned
from tests.sources.visits import NOW, errand, snapshots, visited

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/user/X/daily/1/2"


def answer(asked: Asked) -> Reply:
    """Answer as the service does; nobody looks at the article of nobody."""
    *_, article, _, first, last = asked.path.split("/")
    if article == "Nobody":
        return Reply(b"{}", 404)
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    items = []
    while day <= end:
        items.append(
            {
                "project": "en.wikipedia", "article": article, "granularity": "daily", "timestamp": f"{day:%Y%m%d}00",
                "access": "all-access", "agent": "user", "views": 100 + day.day,
            }
        )  # fmt: skip
        day += timedelta(days=1)
    return as_json({"items": items})


def test_each_article_goes_on_behind_its_last_day(tmp_path: Path) -> None:
    """The first visit reads some weeks back, the next only what is new; one that nobody looks at costs nothing."""
    wanted = ["Made_Up_%28TV_series%29", "Nobody"]
    heights = []
    with serving(answer) as server:
        for days in (0, 0, 3):
            at = NOW + timedelta(days=days)
            with errand("pageviews", tmp_path, at=at, wanted=wanted, base=server.url, first_days=9) as visit:
                found = [pageviews.parse([s]).observations for s in snapshots(visited("pageviews", tmp_path, visit))]
                heights.append(sum(frame.height for frame in found))
    assert heights == [10, 0, 3]
    assert server.asked[0].path.endswith("/Made_Up_%28TV_series%29/daily/20260120/20260129")


def test_views_are_known_on_the_day_after() -> None:
    """By people alone; the show is the article's until Wikidata says which one that is."""
    body = answer(Asked("GET", "/a/Made_Up/daily/20260130/20260130", {}, {})).body
    assert isinstance(body, bytes)
    robots = body.replace(b'"user"', b'"spider"')
    pages = [PinnedPage(URL, content, "application/json", NOW) for content in (body, robots)]
    (seen,) = pageviews.parse([pinned(PAGES, dump(pages).decode())]).observations.iter_rows(named=True)
    assert (seen["show"], seen["metric"], seen["value"]) == ("enwiki:Made_Up", "page_views", 130.0)
    assert seen["period_start"] == seen["period_end"] == date(2026, 1, 30)
    assert f"{seen['known_at']:%Y-%m-%d}" == "2026-01-31"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"user"', '"martian"', "unknown agent"),
        ("2026013000", "30 January", "not an hour as YYYYMMDDHH"),
        ('"views": 130', '"views": -1', "not a number from 0 to inf"),
        ("en.wikipedia", "xx.wikipedia", "unknown project"),
    ],
)
def test_a_bad_count_is_set_aside(old: str, new: str, reason: str) -> None:
    """With its reason; the others land."""
    body = answer(Asked("GET", "/a/Made_Up/daily/20260130/20260131", {}, {})).body
    assert isinstance(body, bytes)
    changed = body.decode().replace(old, new, 1)
    page = PinnedPage(URL, changed.encode(), "application/json", NOW)
    batch = pageviews.parse([pinned(PAGES, dump([page]).decode())])
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.observations["value"].to_list() == [131.0]
    assert batch.observations.schema["value"] == pl.Float64


def test_an_answer_without_counts_is_refused() -> None:
    """What is not a list of counts is no empty one."""
    page = PinnedPage(URL, b'{"detail": "busy"}', "application/json", NOW)
    with pytest.raises(BadFileError, match="holds no counts of views"):
        pageviews.parse([pinned(PAGES, dump([page]).decode())])
