"""Every page and every answer for programs: whole, guarded, kept, and told of any day."""

from __future__ import annotations

import gzip
import json
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import feedparser
import icalendar
import pytest
import yaml

from cliffhanger.web import problems
from tests.web.made import BALLARD, DAY, PAGES, PROGRAMS, Whole

if TYPE_CHECKING:
    from starlette.testclient import TestClient

pytestmark = pytest.mark.xdist_group("web")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole(client: TestClient, path: str) -> None:
    """It answers 200, closes what it opens, has one heading, a title, and the way past the navigation."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Whole(answer.text)
    assert answer.text.startswith("<!doctype html>")
    assert (page.count("html"), page.count("main"), page.count("h1")) == (1, 1, 1)
    assert page.text("title")
    identifiers = [given["id"] for _, given in page.found if "id" in given]
    assert len(identifiers) == len(set(identifiers))
    assert ("a", {"class": "skip", "href": "#main"}) in page.found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_for_anything(client: TestClient, path: str) -> None:
    """Scripts, styles and pictures come from here, nothing is written into the page, and its policy says so."""
    answer = client.get(path)
    for name, given in Whole(answer.text).found:
        asked = given.get("src") if name in ("script", "img") else given.get("href") if name == "link" else None
        assert not urlsplit(asked or "").netloc
        assert not any(key.startswith("on") or key == "style" for key in given)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", PAGES)
def test_links_of_a_page_lead_somewhere(client: TestClient, path: str) -> None:
    """Every part of a page that its contents name is there, and so is every page that its navigation names."""
    page = Whole(client.get(path).text)
    there = {given.get("id") for _, given in page.found}
    led = [given["href"] or "" for name, given in page.found if name == "a"]
    parts = [link[1:] for link in led if link.startswith("#")]
    assert set(parts) <= there
    pages = [link for link in led if link in ("/about", "/api")]
    assert all(client.get(link).status_code == 200 for link in pages)


@pytest.mark.parametrize("path", PROGRAMS)
def test_what_programs_ask_for_is_there(client: TestClient, path: str) -> None:
    """It answers 200 with bytes that a parser of their kind reads."""
    answer = client.get(path)
    assert answer.status_code == 200
    kind = answer.headers["content-type"].partition(";")[0]
    if kind == "application/json":
        assert isinstance(answer.json(), dict)
    elif kind in ("application/rss+xml", "application/atom+xml"):
        read = feedparser.parse(answer.content)
        assert not read.bozo
        assert read.feed.title
    elif kind == "text/calendar":
        assert icalendar.Calendar.from_ical(answer.content).name == "VCALENDAR"
    else:
        assert kind == "application/yaml"
        assert "overlays" in yaml.safe_load(answer.content)


@pytest.mark.parametrize("path", [*PAGES, *PROGRAMS])
def test_what_somebody_has_is_not_sent_again(client: TestClient, path: str) -> None:
    """A tag that is known, or a date that is, is answered by 304 and nothing else, whichever form was had."""
    if path in ("/read", "/search?q=balard"):
        pytest.skip("made for one asker, and kept by nobody")
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    plain = client.get(path, headers={"Accept-Encoding": "identity", "If-None-Match": first.headers["etag"]})
    assert plain.status_code == 304
    assert client.get(path, headers={"If-None-Match": '"something else"'}).status_code == 200
    assert client.get(path, headers={"If-Modified-Since": first.headers["last-modified"]}).status_code == 304
    old = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert client.get(path, headers=old).status_code == 200
    # A tag decides where both are given.
    both = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]}
    assert client.get(path, headers=both).status_code == 200


@pytest.mark.parametrize("path", ["/scoreboard", f"/api/outlook/{BALLARD}", "/api/openapi.json"])
def test_an_answer_is_packed_for_whoever_unpacks(client: TestClient, path: str) -> None:
    """Packed or not, the bytes are the same; each form has its own tag, and a weight of nought refuses packing."""
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    packed = client.get(path, headers={"Accept-Encoding": "br;q=1, gzip;q=0.5"})
    assert "content-encoding" not in plain.headers
    if path == "/api/openapi.json":
        return
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in client.get(path, headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_packing_is_the_same_each_time(client: TestClient) -> None:
    """What is packed says nothing of when: the same bytes from the same answer."""
    headers = {"Accept-Encoding": "gzip"}
    with client.stream("GET", "/scoreboard", headers=headers) as answer:
        raw = b"".join(answer.iter_raw())
    assert gzip.compress(gzip.decompress(raw), compresslevel=6, mtime=0) == raw


@pytest.mark.parametrize("path", ["/", f"/show/{BALLARD}", f"/api/outlook/{BALLARD}", "/static/style.css"])
def test_the_head_alone_can_be_asked_for(client: TestClient, path: str) -> None:
    """HEAD is answered as GET is, which pollers rely on."""
    head, whole = client.head(path), client.get(path)
    assert head.status_code == 200
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(
    "path",
    [
        f"/api/outlook/{BALLARD}", "/api/series?limit=2", "/api/platforms", "/api/platforms/Prime%20Video",
        "/api/slate?show=Ballard", "/api/changes", "/status.json?show=Ballard",
    ],
)  # fmt: skip
def test_every_call_can_be_asked_of_a_past_day(client: TestClient, path: str) -> None:
    """The answer is dated by the day that was named, and nothing in it was known later."""
    day = "2025-09-30"
    answer = client.get(path, params={"as_of": day}) if "?" not in path else client.get(f"{path}&as_of={day}")
    assert answer.status_code == 200
    said = answer.json()
    assert (said.get("as_of") or said.get("until") or said["forecast"]["as_of"]) == day
    known = [one["known_on"] for one in said.get("evidence", ())]
    assert all(one <= day for one in known)


def test_a_board_of_a_day_before_votes_were_known_is_not_empty(client: TestClient) -> None:
    """Votes are known from 2026 on; on earlier days every recent series is on the board."""
    found = client.get("/api/series", params={"as_of": "2025-07-30", "limit": 1}).json()
    assert found["total"] > 100


@pytest.mark.parametrize(
    "path", ["/feeds/watch.atom?show=Ballard", "/calendar.ics?show=Ballard", "/status.yml?show=Ballard"]
)
def test_a_file_can_be_asked_of_a_past_day(client: TestClient, path: str) -> None:
    """Another day gives other bytes, and a bad one a problem."""
    assert client.get(f"{path}&as_of=2025-08-15").status_code == 200
    assert client.get(f"{path}&as_of=soon").status_code == 400


def test_the_page_and_the_api_tell_the_same(client: TestClient) -> None:
    """The odds of the dossier are those of the page, of the slate and of the CSV."""
    said = client.get(f"/api/outlook/{BALLARD}?as_of={DAY}").json()["forecast"]
    page = client.get(f"/show/{BALLARD}?as_of={DAY}").text
    assert f"{100 * said['p_renewed']:.0f} %" in page
    row = client.get(f"/api/slate?show=Ballard&as_of={DAY}").json()["rows"][0]
    assert row["p_renewed"] == pytest.approx(said["p_renewed"], abs=1e-6)
    csv = client.get(f"/slate.csv?show=Ballard&as_of={DAY}").text
    assert f"{said['p_renewed']:.6f}".rstrip("0") in csv


def test_a_search_that_is_plain_goes_to_the_show(client: TestClient) -> None:
    """One series bears the name: its page; several may be meant: a list; none: a page that helps, and 404."""
    plain = client.get("/search?q=Ballard")
    assert (plain.status_code, plain.headers["location"]) == (303, f"/show/{BALLARD}")
    assert BALLARD in client.get("/search?q=balard").text
    nothing = client.get("/search?q=qqqqxxxxzzzz")
    assert nothing.status_code == 404
    assert "Nothing in the catalogue" in nothing.text
    assert client.get("/search?q=%20").headers["location"] == "/"


def test_the_description_names_every_route(client: TestClient) -> None:
    """Whatever programs can ask for is described, with an answer and its problems, and takes a day where it should."""
    described = client.get("/api/openapi.json").json()["paths"]
    asked = {path.partition("?")[0] for path in PROGRAMS}
    templated = [path.split("{")[0] for path in described]
    assert all(any(path.startswith(begin) for begin in templated) for path in asked)
    for path, methods in described.items():
        for said in methods.values():
            assert set(said["responses"]) >= {"200", "400", "404", "422"}, path
            named = {one["name"] for one in said.get("parameters", ())}
            if path not in ("/api/search", "/api/read", "/api/scoreboard", "/api/record"):
                assert "as_of" in named, path


def test_a_fault_of_ours_is_told_without_a_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks, a program gets a problem, a person a page, and neither learns how the code looks."""

    def broken(*_: object) -> None:
        msg = "secret"
        raise RuntimeError(msg)

    monkeypatch.setattr("cliffhanger.outlook.desk.Desk.outlook", broken)
    for path in (f"/api/outlook/{BALLARD}?as_of=2025-08-01", f"/show/{BALLARD}?as_of=2025-08-01"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert answer.headers["content-security-policy"] == problems.POLICY
    assert json.loads(client.get(f"/api/outlook/{BALLARD}?as_of=2025-08-01").text)["status"] == 500


def test_a_slate_can_be_had_as_a_table(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    """CSV and Parquet hold the same rows, typed in the second; without names they hold the board."""
    import polars as pl  # noqa: PLC0415 - only this test reads Parquet

    asked = f"show=Ballard&show=Bosch&as_of={DAY}"
    csv = client.get(f"/slate.csv?{asked}")
    assert csv.headers["content-disposition"] == f'attachment; filename="slate-{DAY}.csv"'
    file = tmp_path_factory.mktemp("slate") / "slate.parquet"
    file.write_bytes(client.get(f"/slate.parquet?{asked}").content)
    typed = pl.read_parquet(file)
    lines = csv.text.splitlines()
    assert lines[0].split(",") == typed.columns
    assert [line.split(",")[0] for line in lines[1:]] == typed["show"].to_list()
    assert typed["as_of"].to_list() == [date.fromisoformat(DAY)] * 2
    assert len(client.get("/slate.csv?state=limbo").text.splitlines()) > 100
