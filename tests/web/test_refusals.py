"""What is refused, and how: a program gets a problem, a person a page that helps, and nobody a trace."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from cliffhanger.outlook import lists
from cliffhanger.web import guard, pages, problems, reading
from cliffhanger.web.app import create
from tests.web.made import BALLARD, BASE, NEVER, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.xdist_group("web")

LONG = "x" * 10_000
BAD = (
    ("/api/outlook/Nobody%20Knows%20This", 404, "No such series"),
    ("/api/outlook/imdb:tt9999999", 404, "No such series"),
    ("/api/outlook/The%20Office", 409, "Several series bear that title"),
    (f"/api/outlook/{BALLARD}?as_of=2025-02-30", 400, "Not a date"),
    (f"/api/outlook/{BALLARD}?as_of=soon", 400, "Not a date"),
    (f"/api/outlook/{BALLARD}?as_of=0001-01-01", 400, "Not a date"),
    (f"/api/outlook/{BALLARD}?as_of=9999-12-31", 400, "Not a date"),
    (f"/api/outlook/{BALLARD}?as_of=1999-01-01", 404, "Not begun by then"),
    (f"/api/outlook/{LONG}", 404, "No such series"),
    ("/api/outlook/%00%1b%E2%80%AE", 404, "No such series"),
    ("/api/platforms/Nobody%20Knows%20This", 404, "No such series"),
    ("/api/series?cursor=abc", 400, "Not an id"),
    ("/api/series?cursor=%00", 400, "Not an id"),
    (f"/api/series?cursor={base64.urlsafe_b64encode(b'after -1').decode()}", 400, "Not an id"),
    (f"/api/series?cursor={LONG}", 422, "The question cannot be understood"),
    ("/api/series?limit=0", 422, "The question cannot be understood"),
    ("/api/series?limit=many", 422, "The question cannot be understood"),
    ("/api/series?state=asleep", 422, "The question cannot be understood"),
    ("/api/record?cursor=abc", 400, "Not an id"),
    ("/api/search", 422, "The question cannot be understood"),
    (f"/api/search?q={LONG}", 422, "The question cannot be understood"),
    ("/api/slate", 422, "The question cannot be understood"),
    (f"/api/slate?show={LONG}", 422, "This cannot be read"),
    ("/api/changes?since=2026-01-31", 400, "Not a date"),
    ("/api/changes?since=1999-01-01", 400, "Not a date"),
    ("/api/changes?since=then", 400, "Not a date"),
    ("/api/nothing", 404, "No such page"),
    ("/feeds/watch.rss", 422, "The question cannot be understood"),
    ("/feeds/watch.txt?show=Ballard", 422, "The question cannot be understood"),
    ("/calendar.ics", 422, "The question cannot be understood"),
    ("/calendar.ics?show=Ballard&as_of=soon", 400, "Not a date"),
    ("/status.json?as_of=soon", 400, "Not a date"),
    ("/status.yml?by=colour", 422, "The question cannot be understood"),
)
"""What a program may ask wrongly, with the status and the title of the problem."""

PEOPLE = (
    ("/show/Nobody%20Knows%20This", 404),
    ("/show/The%20Office", 409),
    (f"/show/{BALLARD}?as_of=1999-01-01", 404),
    (f"/show/{BALLARD}?as_of=soon", 400),
    (f"/show/{BALLARD}?as_of=9999-12-31", 400),
    ("/show/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404),
    (f"/show/{LONG}", 404),
    ("/platform/Nobody%20Knows%20This", 404),
    ("/?start=0", 422),
    (f"/search?q={LONG}", 422),
    ("/slate.xlsx", 422),
    (f"/slate?show={LONG}", 422),
    ("/nothing/here", 404),
    ("/static/nothing.css", 404),
    ("/static/%2e%2e/app.py", 404),
)
"""What a person may ask wrongly, with the status."""


@pytest.mark.parametrize(("path", "status", "title"), BAD)
def test_a_program_gets_a_problem(client: TestClient, path: str, status: int, title: str) -> None:
    """It has the four members of RFC 9457, says what is wrong in a sentence, and is no longer than it need be."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert (said["type"], said["title"], said["status"]) == ("about:blank", title, status)
    assert said["detail"]
    assert len(said["detail"]) <= 601
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("path", "status"), PEOPLE)
def test_a_person_gets_a_page(client: TestClient, path: str, status: int) -> None:
    """It is whole, says what is wrong, and leads on."""
    answer = client.get(path)
    assert answer.status_code == status
    page = Whole(answer.text)
    assert page.count("h1") == 1
    assert "Traceback" not in answer.text
    assert "<script>alert" not in answer.text
    assert ("a", {"href": "/"}) in page.found


def test_a_title_that_several_bear_leads_to_each(client: TestClient) -> None:
    """The problem names them with year and id, the page links them."""
    said = client.get("/api/outlook/The%20Office").json()
    assert len(said["choices"]) >= 2
    page = Whole(client.get("/show/The%20Office").text)
    links = {given.get("href") for name, given in page.found if name == "a"}
    assert {f"/show/{one['show']}" for one in said["choices"]} <= links


def test_a_title_with_a_slip_is_told_its_nearest(client: TestClient) -> None:
    """The problem has what was asked, and what may have been meant."""
    said = client.get("/api/outlook/Balllard").json()
    assert said["asked"] == "Balllard"
    assert "Ballard" in str(said["nearest"])


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.nip.io", ""])
@pytest.mark.parametrize("path", ["/", "/api/series", "/nothing"])
def test_another_name_is_not_answered_to(client: TestClient, path: str, host: str) -> None:
    """A page of another site that points a name of its own at this machine learns nothing (DNS rebinding)."""
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "Ballard" not in answer.text
    kind = "application/problem+json" if path.startswith("/api/") else "text/html; charset=utf-8"
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-security-policy"] == problems.POLICY


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8321", "127.0.0.1:1", "[::1]", "[::1]:8321"])
def test_this_machines_names_are_answered_to(client: TestClient, host: str) -> None:
    """With and without a port, in either case, over either protocol."""
    assert client.get("/about", headers={"Host": host}).status_code == 200


FOREIGN = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:9"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize("path", ["/slate", "/read", "/api/read"])
@pytest.mark.parametrize("sent", FOREIGN, ids=lambda one: " ".join(*one.items()))
def test_a_form_of_another_site_is_refused(client: TestClient, path: str, sent: dict[str, str]) -> None:
    """Whatever sends something has to come from this server's own pages, or from no browser."""
    answer = client.post(path, headers=sent)
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("application/problem+json" if "/api/" in path else "text/html")


def test_a_form_of_our_own_and_a_program_are_let_through(client: TestClient) -> None:
    """The server's own origin, and no origin at all."""
    for sent in ({"Origin": BASE, "Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {}):
        assert client.post("/slate", data={"names": "Ballard"}, headers=sent).status_code == 303


@pytest.fixture(scope="module")
def opened() -> Iterator[TestClient]:
    """Ask a server that listens to more than this machine."""
    with TestClient(create(None, openly=True, look_every=NEVER), base_url="http://cliffhanger.example") as asked:
        yield asked


def test_a_server_for_others_answers_to_any_name(opened: TestClient) -> None:
    """And its pages name themselves by it; foreign forms are refused all the same."""
    page = opened.get(f"/show/{BALLARD}")
    assert page.status_code == 200
    assert f"http://cliffhanger.example/show/{BALLARD}/card.png" in page.text
    assert opened.post("/slate", headers={"Origin": BASE}).status_code == 403


def pieces(number: int) -> Iterator[bytes]:
    """Yield a body of so many MB, whose length is not told."""
    for _ in range(number):
        yield b"x" * (1 << 20)


@pytest.mark.parametrize("path", ["/read", "/slate", "/api/read"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json", "text/plain"])
def test_a_body_beyond_the_bound_is_refused(client: TestClient, path: str, kind: str) -> None:
    """By its length where that is told, and else as soon as it has become too long."""
    told = client.post(path, content=b"x" * (guard.MOST_BODY + 1), headers={"Content-Type": kind})
    assert told.status_code == 413
    untold = client.post(path, content=pieces(13), headers={"Content-Type": kind})
    # What is no form is not read at all.
    assert untold.status_code in ((413, 303) if path == "/slate" and "form" not in kind else (413, 422))
    if path == "/api/read" and kind == "application/json":
        assert untold.json()["title"] == "Too much was sent"


def test_what_is_sent_is_bounded_by_part(client: TestClient) -> None:
    """A text, a list, a file and a name each have their own bound."""
    long = {"text": "x" * (reading.LONGEST + 1)}
    assert client.post("/api/read", json=long).status_code == 422
    assert client.post("/read", data=long).status_code == 422
    assert client.post("/slate", data={"names": "x" * 200_001}).status_code == 422
    file = client.post("/slate", files={"file": ("big.csv", b"x" * (pages.MOST_UPLOAD + 1))})
    assert (file.status_code, "1 MB" in file.text) == (422, True)
    many = "\n".join(f"Show {number}" for number in range(lists.MOST + 1))
    assert client.post("/slate", data={"names": many}).status_code == 422
    assert client.get(f"/slate?{'&'.join(f'show=Show{n}' for n in range(lists.MOST + 1))}").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"text": 5}',
        b'{"text": "x", "more": 1}',
        b'{"url": "\\ud800"}',
        b"[" * 90_000,
    ],
)
def test_a_broken_body_is_a_problem(client: TestClient, body: bytes) -> None:
    """What is no article is told so; a nest of brackets breaks nothing."""
    answer = client.post("/api/read", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "http://",
        "http://127.0.0.1/",
        "http://[::1]/",
        "x",
        "http://localhost:22/",
    ],
)
def test_an_address_that_is_not_of_the_web_is_not_fetched(client: TestClient, url: str) -> None:
    """Neither over the API nor from the page, which keeps what was typed."""
    answer = client.post("/api/read", json={"url": url})
    assert (answer.status_code, answer.json()["title"]) == (422, "This cannot be read")
    page = client.post("/read", data={"url": url})
    assert page.status_code == 422
    Whole(page.text)
    assert 'role="alert"' in page.text


def test_other_methods_are_refused(client: TestClient) -> None:
    """With the methods that there are, as RFC 9110 asks."""
    answer = client.delete("/api/series")
    assert (answer.status_code, answer.json()["title"]) == (405, "Not so")
    assert "GET" in answer.headers["allow"]
    assert client.post("/about").status_code == 405
