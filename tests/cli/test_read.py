"""``cliffhanger read`` as a user meets it: whole processes, real files, a real server; made-up words, real shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from jsonschema import Draft202012Validator

from cliffhanger.reader import interface
from tests.cli.running import run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The facts are real, but for the ten seasons of Bosch, which had seven; the wording is ours.
STORY = """Netflix renews The Diplomat for season 4

Netflix has renewed “The Diplomat” for a fourth season. The ten-season run of “Bosch” ended in 2021.
"""
PAGE = f"""<!doctype html><html><head><title>Netflix renews The Diplomat</title>
<meta property="article:published_time" content="2025-05-14T10:00:00Z">
<meta property="og:site_name" content="The Made-Up Post"></head><body><article>
<h1>Netflix renews The Diplomat</h1>
<p>Netflix has renewed “The Diplomat” for a fourth season, the company said on Wednesday to nobody's surprise.</p>
{"<p>This is one more paragraph, which says nothing at all of any series, and does so at some length.</p>" * 4}
</article></body></html>"""
HEADLINE = "Netflix Renews 'The Diplomat' for Season 4"


# Runs the command in its own process and prints the most memory that it has held.
_MEASURED = """
import resource, sys
from cliffhanger.cli.main import main
sys.argv[1:1] = ["read"]
try:
    main()
except SystemExit as end:
    assert end.code == 1, end.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a file with an article."""
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def read(*arguments: str, given: bytes = b"", exits: int = 0, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with bytes on its standard input."""
    home = {"XDG_DATA_HOME": "/nonexistent", "COLUMNS": "120", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "cliffhanger.cli.main", "read", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("CLIFFHANGER_")}, **home, **environment},
    )
    assert done.returncode == exits, done.stderr
    assert b"Traceback" not in done.stderr
    return done


def as_json(*arguments: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - what read takes
    """Return what the command prints as JSON, held to the schema."""
    found: dict[str, Any] = json.loads(read(*arguments, "--json", **more).stdout)
    Draft202012Validator(interface.schema()).validate(found)
    return found


def renewals(found: dict[str, Any]) -> list[tuple[str, int]]:
    """Return the shows and seasons that a reading calls renewed."""
    return [(c["subject"]["name"], c["season"]) for c in found["claims"] if c["predicate"] == "renewed"]


def test_a_file_is_read_in_plain_english(story: Path) -> None:
    """Show by show, how sure, and where the words stand."""
    said = read(str(story)).stdout.decode()
    assert "The Diplomat (imdb:tt17491088)\n  - renewed for season 4 by Netflix (an event)" in said
    assert "sure; “Netflix renews The Diplomat for season 4” at 0 to 40" in said


def test_what_the_catalogue_says_otherwise_is_shown_beside_what_is_kept_as_said(story: Path) -> None:
    """The article gives Bosch ten seasons."""
    said = read(str(story)).stdout.decode()
    ten = said[said.index("- ten seasons") :].splitlines()
    assert ten[2].strip().startswith("said otherwise: seven seasons (")


def test_json_follows_the_schema_and_every_span_stands_in_the_text(story: Path) -> None:
    """Offsets count characters of the file's own text."""
    found = as_json(str(story))
    assert renewals(found) == [("The Diplomat", 4)]
    for claim in found["claims"]:
        span = claim["span"]
        text = found["article"]["title"] if claim.get("in") == "title" else STORY
        assert text[span["start"] : span["end"]] == span["text"]


def test_standard_input_and_a_headline_are_read_the_same() -> None:
    """A text that is no file's name is a headline."""
    assert renewals(as_json(HEADLINE)) == renewals(as_json("-", given=HEADLINE.encode())) == [("The Diplomat", 4)]


def test_explain_and_html_show_the_words_of_each_claim(story: Path, tmp_path: Path) -> None:
    """In the terminal and on a page."""
    assert "The Diplomat" in read(str(story), "--explain").stdout.decode()
    page = tmp_path / "page.html"
    done = read(str(story), "--html", str(page))
    assert (done.stdout, done.stderr.decode().strip()) == (b"", f"wrote {page}")
    assert "The Diplomat" in page.read_text(encoding="utf-8")


def test_an_article_without_claims_says_so(tmp_path: Path) -> None:
    """And succeeds."""
    file = tmp_path / "nothing.txt"
    file.write_text("The weather stays fine.", encoding="utf-8")
    assert "No claims found." in read(str(file)).stdout.decode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is blank"),
        (b"%PDF-1.7 \x00\x01\x02", ""),
        (bytes(range(256)) * 8, ""),
        (b"\x00" * 500, "is binary"),
        ("Netflix renewed “The Diplomat”".encode("utf-16")[:-1], "is marked as UTF-16-LE, and is not that"),
        (STORY.encode() + b" \xff\xfe\x80\x81", "save it as UTF-8"),
        (b"<!doctype html>" + b"<div>" * 50_000 + b"x", "more than 30,000 tags"),
        (b"<!doctype html>" + b"<script>let a = 1;</script>" * 100, "without an article"),
        (b"word " * 300_000, "more than 1 MB"),
        (b"word " * 20_000_000, "more than 20 MB"),
    ],
    ids=[
        "empty",
        "blank",
        "PDF",
        "binary",
        "NULs",
        "half of UTF-16",
        "no encoding",
        "tags without end",
        "scripts only",
        "text of 1.5 MB",
        "100 MB",
    ],
)
def test_bad_input_is_one_clear_line(content: bytes, reason: str, tmp_path: Path) -> None:
    """With the file's name, and exit code 1."""
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    said = read(str(file), exits=1).stderr.decode()
    assert said.startswith("cliffhanger: bad.txt: ")
    assert reason in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Netflix renewed “The Diplomat” for season 4. “It is",
        "Netflix renewed “The Diplomat” for season 4. \x00 It is",
        "\u202e\u05d1 \u202bNetflix renewed “The Diplomat” for season 4.\u202c",
        "Netflix renewed “The Diplomat” for season 4. " + '"' * 100_000,
        "Netflix renewed “The Diplomat” for season 4. " + "“" * 100_000,
        "Netflix renewed “The Diplomat” for season 4. " + "the season and " * 7_000,
    ],
    ids=["unclosed quotes", "a NUL", "right to left", "quotes without end", "openings without end", "no full stop"],
)
def test_odd_texts_are_read_as_far_as_they_go(text: str, tmp_path: Path) -> None:
    """What is odd behind a sentence takes nothing from it, and does not keep the command busy."""
    file = tmp_path / "odd.txt"
    file.write_text(text, encoding="utf-8")
    assert renewals(as_json(str(file))) == [("The Diplomat", 4)]


def test_memory_is_bounded_whatever_comes(tmp_path: Path) -> None:
    """An endless input is read no further than it may be: 100 MB take no more than a page of the largest size."""
    peaks = []
    for size in (20_000_001, 100_000_000):
        file = tmp_path / f"{size}.txt"
        with file.open("wb") as stream:
            stream.truncate(size)
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", _MEASURED, str(file)], capture_output=True, text=True, check=True
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] * 1.2


@pytest.mark.parametrize("name", ["nosuchfile", "no such file.txt"])
def test_a_file_that_is_not_there_is_named(name: str) -> None:
    """What looks like a file's name is no headline."""
    assert read(name, exits=1).stderr.decode().startswith(f"cliffhanger: {name}: there is no such file")


@pytest.mark.parametrize(
    "arguments",
    [(), ("a b", "--jsonl", "-"), ("--jsonl", "-", "--explain"), ("a b", "--endpoint", "http://127.0.0.1:1/v1")],
    ids=" ".join,
)
def test_what_does_not_go_together_is_refused(arguments: tuple[str, ...]) -> None:
    """A usage error has exit code 2."""
    read(*arguments, exits=2)


def test_a_text_gives_the_terminal_no_orders() -> None:
    """Control characters of a headline are not printed."""
    assert b"\x1b" not in read(f"\x1b[2J{HEADLINE} \x1b]0;x\x07").stdout


class _Site(BaseHTTPRequestHandler):
    """A site of one article, one redirect to it, an endless redirect, an endless page, and one that is missing."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer a request."""
        self.asked.append(self.path)
        if self.path in ("/moved", "/loop", "/file"):
            self.send_response(302)
            places = {"/moved": "/story", "/loop": f"/loop?{len(self.asked)}", "/file": "file:///etc/hostname"}
            self.send_header("Location", places[self.path])
            self.end_headers()
        elif self.path.startswith("/loop"):
            self.send_response(302)
            self.send_header("Location", f"/loop?{len(self.asked)}")
            self.end_headers()
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"<p>word</p>" * 10_000)
            except OSError:
                return
        elif self.path == "/story":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """Answer as an OpenAI-compatible server that proposes one claim which the text does not have."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append(self.headers.get("Authorization", ""))
        span = "The Diplomat is cancelled"
        claim = {"subject": "The Diplomat", "predicate": "cancelled", "span": span, "modality": "event"}
        message = {"role": "assistant", "content": json.dumps({"claims": [claim]})}
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": message, "finish_reason": "stop"}]}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """Run the site on this machine's own loopback, and return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_fetched_and_read(site: str) -> None:
    """Through a redirect; the page says its day, its publisher and its address."""
    found = as_json(f"{site}/moved")
    assert renewals(found) == [("The Diplomat", 4)]
    assert found["article"]["published"] == "2025-05-14"
    assert found["article"]["url"].startswith("http")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "the server says 404"),
        ("/loop", "redirect"),
        ("/file", "to what is no address of the web"),
        ("/endless", "has more than 20 MB"),
    ],
)
def test_an_address_that_gives_no_article_says_why(site: str, path: str, reason: str) -> None:
    """One line, with the address; nothing of this machine's files is read."""
    said = read(f"{site}{path}", exits=1).stderr.decode()
    assert said.startswith(f"cliffhanger: {site}{path}: ")
    assert reason in said
    assert said.count("\n") == 1


def test_what_a_server_proposes_is_kept_only_where_the_text_has_it(site: str, story: Path) -> None:
    """Its key comes from the environment; of what it makes up, only the number is told."""
    endpoint = ("--endpoint", f"{site}/v1", "--model", "made-up")
    done = read(str(story), "--json", *endpoint, CLIFFHANGER_ENDPOINT_KEY="a-made-up-key")
    assert json.loads(done.stdout) == as_json(str(story))
    assert done.stderr.decode().strip() == "made-up: 0 proposals kept, 1 set aside"
    assert _Site.asked[-1] == "Bearer a-made-up-key"


def test_an_address_where_nobody_listens_says_so() -> None:
    """Port 9 of the loopback is nobody's."""
    assert b"cliffhanger: http://127.0.0.1:9/: " in read("http://127.0.0.1:9/", exits=1).stderr


def stream(*lines: dict[str, Any] | bytes) -> bytes:
    """Return a stream of lines."""
    return b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)


def test_a_stream_gives_a_line_for_each_line_in_order_and_goes_on_behind_a_bad_one() -> None:
    """Bad lines are reported in their place, counted on standard error, and end in exit code 1."""
    given = stream(
        {"id": "a", "text": HEADLINE, "published": "2025-05-14"},
        b"",
        b"no JSON",
        b"[1]",
        {"id": 2},
        {"id": 3, "text": "x", "html": "y"},
        {"id": 4, "text": ""},
        {"id": 5, "text": 5},
        {"id": 6, "text": HEADLINE, "published": "last Tuesday"},
        {"id": 7, "text": HEADLINE, "colour": "red"},
        {"text": HEADLINE},
        b'{"id": 8, "text": NaN}',
        b"[" * 100_000,
        b"\xff\xfe",
        {"id": "z", "html": PAGE},
    )
    done = read("--jsonl", "-", given=given, exits=1)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, None, 2, 3, 4, 5, 6, 7, None, None, None, None, "z"]
    assert ["error" in answer for answer in answers] == [False, *[True] * 12, False]
    assert [renewals(answers[n]) for n in (0, -1)] == [[("The Diplomat", 4)]] * 2
    assert answers[0]["article"]["published"] == "2025-05-14"
    assert answers[1]["error"].startswith("line 3 is no JSON")
    assert "12 of 14 lines could not be read" in done.stderr.decode()


def test_a_stream_without_bad_lines_exits_with_0(tmp_path: Path) -> None:
    """Each line is what the same article gives alone, with its id; the file's byte order mark is no matter."""
    file = tmp_path / "lines.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + stream({"id": 1, "text": HEADLINE}, {"id": 2, "text": STORY}))
    first, second = (json.loads(line) for line in read("--jsonl", str(file)).stdout.splitlines())
    assert first == {"id": 1, **as_json(HEADLINE)}
    assert second == {"id": 2, **as_json("-", given=STORY.encode())}


def test_a_reader_of_the_stream_who_has_enough_ends_it_quietly() -> None:
    """As with ``| head -1``."""
    given = stream(*({"id": n, "text": HEADLINE} for n in range(3_000)))
    with subprocess.Popen(
        [sys.executable, "-m", "cliffhanger.cli.main", "read", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        feeder = threading.Thread(target=_feed, args=(process.stdin, given))
        feeder.start()
        assert json.loads(process.stdout.readline())["id"] == 0
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
        feeder.join()


def _feed(pipe: Any, given: bytes) -> None:  # noqa: ANN401 - a pipe
    try:
        pipe.write(given)
        pipe.close()
    except OSError:
        return


def test_claims_land_in_a_ledger_once_and_are_shown_there(story: Path, tmp_path: Path) -> None:
    """With the day that is given; a second time nothing is added."""
    ledger = str(tmp_path / "ledger")
    first = read(str(story), "--into", ledger, "--published", "2025-05-14", "--publisher", "The Made-Up Post")
    assert f"claims added to {ledger}" in first.stderr.decode()
    again = read(str(story), "--into", ledger, "--published", "2025-05-14", "--publisher", "The Made-Up Post")
    assert "these bytes have landed before" in again.stderr.decode()
    shown = json.loads(run("show", "imdb:tt17491088", "--ledger", ledger, "--json").stdout)
    (fact,) = [fact for fact in shown["facts"] if fact["what"] == "renewed for season"]
    assert (fact["value"], fact["source"], fact["known_on"]) == ("season 4, Netflix", "The Made-Up Post", "2025-05-14")
    assert shown["coverage"] == {"articles": 1, "origins": 1}


def test_a_ledger_of_articles_alone_can_be_asked_for_an_outlook(story: Path, tmp_path: Path) -> None:
    """It stands on the starter catalogue, and knows what was read besides."""
    ledger = str(tmp_path / "ledger")
    read(str(story), "--into", ledger, "--published", "2025-05-14", "--publisher", "The Made-Up Post")
    said = run("outlook", "imdb:tt17491088", "--ledger", ledger, "--as-of", "2025-05-20").stdout
    assert "The Made-Up Post" in said
    assert "Netflix" in said


def test_without_a_day_the_command_says_from_when_the_claims_count(story: Path, tmp_path: Path) -> None:
    """And how to give one."""
    said = read(str(story), "--into", str(tmp_path / "ledger")).stderr.decode()
    assert "count as known from this moment on" in said
    assert "--published" in said


def test_unknown_shows_are_set_aside_and_counted(tmp_path: Path) -> None:
    """The show is made up."""
    text = "Netflix Renews 'Zebra Parliament of Nine' for Season 2"
    said = read(text, "--into", str(tmp_path / "ledger"), "--published", "2025-05-14").stderr.decode()
    assert "0 claims added" in said
    assert "1 set aside: no such show in the catalogue" in said


def test_a_stream_lands_too(tmp_path: Path) -> None:
    """What can be read does; copies stand once."""
    ledger = str(tmp_path / "ledger")
    given = stream(*({"id": n, "text": HEADLINE, "published": "2025-05-14"} for n in range(3)), b"bad")
    done = read("--jsonl", "-", "--into", ledger, given=given, exits=1)
    assert f"1 claim added to {ledger}" in done.stderr.decode()


def test_the_readme_shows_what_the_command_prints() -> None:
    """Word for word."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("<!-- read -->\n```\n")[2].partition("```\n<!-- /read -->")[0]
    assert read(HEADLINE, "--published", "2025-05-14").stdout.decode() == shown


def test_help_has_examples() -> None:
    """For each kind of input."""
    said = run("read", "--help").stdout
    assert all(f"cliffhanger read {each}" in said for each in ("article.html", '"Netflix', "--jsonl"))
    assert "read" in run("--help").stdout
