"""An update against real servers that fail in every way: the ledger stays whole, and the fault is named."""

from __future__ import annotations

import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from cliffhanger.domain.errors import LedgerError
from cliffhanger.ledger import export, ingest, upkeep
from cliffhanger.ledger.store import Ledger
from cliffhanger.ledger.update import Outcome, Plan, pins_of, update
from cliffhanger.sources.http.manners import Manners
from cliffhanger.sources.settings import Settings
from tests.servers.local import Asked, Local, Reply, as_json, packed, serving
from tests.servers.tvmaze import DAY, TVmaze, made_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cliffhanger.ledger.ingest import Report

pytestmark = pytest.mark.usefixtures("waits")

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
STAMP = int(NOW.timestamp())
HOUR = 3600


@pytest.fixture
def maze() -> Iterator[tuple[TVmaze, Local]]:
    """Run a server of five shows, of which three changed within the month."""
    known = TVmaze(STAMP)
    for number, age in ((1, 400), (2, 300), (3, 3), (251, 2), (252, 1)):
        known.put(number, STAMP - age * DAY)
    with serving(known) as server:
        yield known, server


def updated(
    ledger: Ledger,
    server: Local,
    *,
    at: datetime = NOW,
    manners: Manners | None = None,
    **options: Any,  # noqa: ANN401 - a source's options
) -> Outcome:
    """Update a ledger from a server, by default without its schedule, and return what became of it."""
    manners = manners or Manners(attempts=2, silence=5)
    settings = Settings(manners, {"tvmaze": {"base": server.url, "schedule": False, **options}})
    plan = Plan(settings, "test", clock=lambda: at)
    (outcome,) = update(ledger, ["tvmaze"], plan, told=lambda *_: None)
    return outcome


def known(ledger: Ledger, predicate: str, show: int) -> list[tuple[Any, ...]]:
    """Return a show's values of a predicate, with season and day known, in order."""
    assert not [finding for finding in upkeep.check(ledger) if finding.harmful]
    query = "SELECT value, season, CAST(known_on AS VARCHAR) FROM claims WHERE source_show = ? AND predicate = ?"
    rows = export.facts(ledger).connection.execute(query, [f"tvmaze:{show}", predicate])
    return sorted(rows.fetchall(), key=str)


def titles(ledger: Ledger) -> set[str]:
    """Return the shows' numbers that have a title."""
    claims = export.facts(ledger).connection.table("claims").filter("predicate = 'title' AND source = 'tvmaze'")
    return {str(row[0]).removeprefix("tvmaze:") for row in claims.select("source_show").distinct().fetchall()}


def test_the_first_update_reads_the_index_and_what_changed(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """All shows are known by name; those that changed within the month with seasons, episodes and people too."""
    ledger = Ledger(tmp_path / "ledger")
    outcome = updated(ledger, maze[1])
    assert outcome.fault == ""
    assert titles(ledger) == {"1", "2", "3", "251", "252"}
    assert known(ledger, "next_season_listed", 3) == [("2", 2, "2026-01-31")]
    assert known(ledger, "next_season_listed", 1) == []
    assert known(ledger, "premiere_date", 3)[0] == ("2024-02-01", 1, "2024-02-01")
    assert known(ledger, "creator", 3) == [("First Writer", None, "2026-01-31")]
    assert [path for path in maze[1].paths() if path != "/shows"] == [
        "/updates/shows", "/shows/3", "/shows/251", "/shows/252",
    ]  # fmt: skip


def test_the_next_update_reads_only_what_changed_since(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """One show changed: one show is read, whatever our own clock says; nothing changed: nothing lands."""
    ledger = Ledger(tmp_path / "ledger")
    updated(ledger, maze[1])
    maze[0].put(2, STAMP - HOUR, status="Ended", ended="2025-05-01")
    maze[1].asked.clear()
    outcome = updated(ledger, maze[1], at=NOW - timedelta(hours=9))
    assert maze[1].paths() == ["/updates/shows", "/shows/2"]
    assert ("ended", None, "2026-01-31") in known(ledger, "status", 2)
    assert outcome.total("rows_read") == 1
    before = ledger.view()
    assert updated(ledger, maze[1]).total("claims") == 0
    assert ledger.view().versions["claims"] == before.versions["claims"]


def test_what_one_visit_does_not_get_through_is_first_in_the_next(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """With two shows a visit, three changes need two visits, and none is passed over."""
    ledger = Ledger(tmp_path / "ledger")
    first = updated(ledger, maze[1], most=2, parcel=1)
    assert first.notes == ("1 more shows have changed; the next update goes on with them",)
    updated(ledger, maze[1], most=2, parcel=1)
    assert [path for path in maze[1].paths() if path[:7] == "/shows/"] == ["/shows/3", "/shows/251", "/shows/252"]


def test_a_page_older_than_its_change_is_read_again(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """A cache on the way gave the old page of a changed show: the next visit reads it once more."""
    ledger = Ledger(tmp_path / "ledger")
    stale = as_json(made_up(252, STAMP - 2 * DAY))
    answer = maze[1].answer
    maze[1].answer = lambda asked: stale if asked.path == "/shows/252" else answer(asked)
    updated(ledger, maze[1])
    maze[1].answer = answer
    maze[1].asked.clear()
    updated(ledger, maze[1])
    assert maze[1].paths() == ["/updates/shows", "/shows/252"]
    maze[1].asked.clear()
    updated(ledger, maze[1])
    assert maze[1].paths() == ["/updates/shows"]


def test_the_schedule_dates_a_season_whose_show_was_not_read(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """One page a day has every episode to come; a season's first is its premiere, planned, known since it was read."""
    ledger = Ledger(tmp_path / "ledger")
    for number, day in ((1, "2026-03-05"), (2, "2026-03-12"), (None, "2026-12-24")):
        maze[0].schedule(1, 3, number, day)
    maze[0].schedule(2, 5, 7, "2026-02-05")
    updated(ledger, maze[1], schedule=True)
    first = [row for row in known(ledger, "premiere_date", 1) if row[1] == 3]
    assert first == [("2026-03-05", 3, "2026-01-31")] * 2 + [("2026-03-12", 3, "2026-01-31")]
    assert known(ledger, "next_season_listed", 1) == [("3", 3, "2026-01-31")]
    assert ("2026-02-05", 5, "2026-01-31") in known(ledger, "premiere_date", 2)
    assert known(ledger, "next_season_listed", 2) == []
    assert titles(ledger) == {"1", "2", "3", "251", "252"}
    maze[1].asked.clear()
    assert updated(ledger, maze[1], at=NOW + timedelta(hours=23), schedule=True).fault == ""
    assert maze[1].paths() == ["/updates/shows"]
    maze[0].scheduled.clear()
    maze[0].schedule(1, 3, 1, "2026-04-02")
    maze[0].now += DAY
    updated(ledger, maze[1], at=NOW + timedelta(days=1), schedule=True)
    assert ("2026-04-02", 3, "2026-02-01") in known(ledger, "premiere_date", 1)


@pytest.mark.parametrize(
    ("schedule", "fault"),
    [
        (as_json({"name": "Not Found"}), "tells of no episodes"),
        (as_json([{"season": 1, "number": 1, "airdate": "2026-03-05"}]), "no record has this field any more"),
        (Reply(status=500), "the server says 500"),
    ],
)
def test_a_bad_schedule_costs_no_show(tmp_path: Path, maze: tuple[TVmaze, Local], schedule: Reply, fault: str) -> None:
    """It is asked for last: what changed is in before it fails, and the fault is named."""
    ledger = Ledger(tmp_path / "ledger")
    broken_at(maze[1], "/schedule/full", schedule)
    assert fault in updated(ledger, maze[1], schedule=True).fault
    assert known(ledger, "next_season_listed", 252) == [("2", 2, "2026-01-31")]


def test_an_episode_of_no_show_is_set_aside(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """And the others of the schedule land."""
    ledger = Ledger(tmp_path / "ledger")
    maze[0].schedule(1, 3, 1, "2026-03-05")
    maze[0].scheduled.append({"season": 1, "number": 1, "airdate": "2026-03-05", "_embedded": []})
    outcome = updated(ledger, maze[1], schedule=True)
    assert outcome.fault == ""
    assert outcome.set_aside == {"is missing": 1}
    assert known(ledger, "next_season_listed", 1) == [("3", 3, "2026-01-31")]


def broken_at(server: Local, path: str, reply: Reply) -> None:
    """Have a server give this reply for one path, and sound answers for the others."""
    answer = server.answer
    server.answer = lambda asked: reply if asked.path == path else answer(asked)


SHOWS_252 = "/shows/252"
FAULTS = {
    "429": (Reply(status=429), "429, too many requests"),
    "429 with Retry-After": (Reply(status=429, headers={"Retry-After": "9000"}), "left alone for 9000 s"),
    "500": (Reply(status=500), "the server says 500"),
    "cut gzip": (replace(packed(b"{}" + bytes(9000)), cut=20), "broke off"),
    "damaged gzip": (Reply(b"\x1f\x8b\x08" + bytes(50), headers={"Content-Encoding": "gzip"}), "gzip"),
    "wrong length": (Reply(b"{}", headers={"Content-Length": "9"}), "broke off"),
    "redirect loop": (Reply(status=301, headers={"Location": SHOWS_252}), "redirects in a loop"),
    "HTML": (Reply(b"<html>Login</html>", headers={"Content-Type": "text/html"}), "text/html where JSON was due"),
    "10 GB": (Reply(iter(lambda: bytes(1 << 20), b"")), "more than 2 MB"),
    "slow drip": (Reply(iter(lambda: b"x" if not threading.Event().wait(0.05) else b"", b"")), "it drips"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leaves_what_came_before_it(tmp_path: Path, maze: tuple[TVmaze, Local], name: str) -> None:
    """The shows read before the fault are in, it is named, and the next update goes on where it struck."""
    reply, expected = FAULTS[name]
    ledger = Ledger(tmp_path / "ledger")
    answer = maze[1].answer
    broken_at(maze[1], SHOWS_252, reply)
    bounds = Manners(attempts=2, largest=2 << 20, whole=0.5)
    outcome = updated(ledger, maze[1], manners=bounds)
    assert expected in outcome.fault
    assert SHOWS_252 in outcome.fault
    assert expected in pins_of(ledger).status("tvmaze").fault
    assert len(known(ledger, "creator", 251)) == 1
    assert known(ledger, "creator", 252) == []
    maze[1].answer = answer
    maze[1].asked.clear()
    assert updated(ledger, maze[1]).fault == ""
    assert maze[1].paths() == ["/updates/shows", SHOWS_252]
    assert len(known(ledger, "creator", 252)) == 1


def test_a_host_that_is_not_there_leaves_yesterday(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """DNS failure: the fault is named, and what was known stays."""
    ledger = Ledger(tmp_path / "ledger")
    updated(ledger, maze[1])
    gone = replace(maze[1], url="http://no-such-host.invalid")
    assert "cannot be looked up (DNS)" in updated(ledger, gone).fault
    assert titles(ledger) == {"1", "2", "3", "251", "252"}


def test_a_server_that_cannot_be_trusted_leaves_yesterday(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """TLS failure: its certificate is of an authority that nobody knows; it is asked nothing."""
    ledger = Ledger(tmp_path / "ledger")
    updated(ledger, maze[1])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with serving(maze[0], certificate=context, host="localhost") as imposter:
        assert "its certificate is not to be trusted (TLS)" in updated(ledger, imposter).fault
        assert imposter.asked == []
    assert titles(ledger) == {"1", "2", "3", "251", "252"}


def test_changed_fields_land_nothing_and_are_named(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """A field renamed in every show: nothing lands; the bytes are pinned, so a mended parser needs no network."""
    ledger = Ledger(tmp_path / "ledger")
    for show in maze[0].shows.values():
        show["premiere"] = show.pop("premiered")
    outcome = updated(ledger, maze[1])
    assert "premiered: no record has this field any more" in outcome.fault
    assert titles(ledger) == set()
    before = len(maze[1].asked)
    with pytest.MonkeyPatch.context() as mended:
        mended.setattr("cliffhanger.sources.tvmaze.parse.VERSION", "mended")
        mended.setattr("cliffhanger.sources.tvmaze.shows._NEEDED", ("id", "name"))
        assert updated(ledger, maze[1]).fault == ""
    assert titles(ledger) == {"1", "2", "3", "251", "252"}
    assert maze[1].paths()[before:] == ["/updates/shows"]


def test_an_unknown_word_costs_only_its_field(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """A new status, genre and field: set aside, or reported as not read; the show's other facts land."""
    ledger = Ledger(tmp_path / "ledger")
    maze[0].put(252, STAMP - DAY, status="Resting", genres=["Drama", "Hopepunk"], mood="sunny")
    outcome = updated(ledger, maze[1], index=False)
    assert outcome.fault == ""
    assert outcome.set_aside == {"unknown status": 1, "unknown genre": 1}
    assert {name for report in outcome.reports for name in report.left_over} == {"mood"}
    assert known(ledger, "status", 252) == []
    assert known(ledger, "genre", 252) == [("drama", None, "2026-01-31")]


def test_a_show_that_stands_on_two_pages_counts_once(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """Duplicate pages: the later reading counts, and the other is counted as set aside."""
    ledger = Ledger(tmp_path / "ledger")
    answer = maze[1].answer
    twice = [dict(made_up(n, STAMP, name=f"Later {n}")) for n in (1, 251)]
    for show in twice:
        del show["_embedded"]
    broken_at(maze[1], "/never", Reply())
    maze[1].answer = lambda asked: as_json(twice) if asked.query.get("page") == "1" else answer(asked)
    outcome = updated(ledger, maze[1])
    assert outcome.set_aside == {"another page tells of the same show": 1}
    assert [row[0] for row in known(ledger, "title", 1)] == ["Later 1"]
    facts = export.facts(ledger).connection.table("observations")
    assert facts.filter("source_show = 'tvmaze:1'").count("*").fetchone() == (1,)


def test_a_wrong_clock_is_named_and_nothing_is_known_too_early(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """Clock skew: the server's date counts where it is ahead, and the user hears of it."""
    ledger = Ledger(tmp_path / "ledger")
    outcome = updated(ledger, maze[1], at=NOW - timedelta(days=3))
    assert outcome.notes == ("this machine's clock is 4,320 minutes behind the server's; set one of them right",)
    assert known(ledger, "title", 3)[0][2] == "2026-01-31"


def test_a_change_from_the_future_does_not_hide_later_ones(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """A show that claims to change next year is read, and the cursor stays in the present."""
    ledger = Ledger(tmp_path / "ledger")
    maze[0].put(3, STAMP + 400 * DAY)
    updated(ledger, maze[1])
    latest = pins_of(ledger).latest("tvmaze")
    assert latest is not None
    assert latest.cursor["since"] == STAMP


def test_a_second_update_says_who_holds_the_ledger(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """While one update is under way, another is refused with the first one's process, and asks nothing."""
    ledger = Ledger(tmp_path / "ledger")
    answer = maze[1].answer
    refused: list[str] = []

    def meanwhile(asked: Asked) -> Reply:
        if not refused:
            with pytest.raises(LedgerError) as caught:
                updated(ledger, maze[1])
            refused.append(str(caught.value))
        return answer(asked)

    maze[1].answer = meanwhile
    assert updated(ledger, maze[1]).fault == ""
    assert f"process {os.getpid()} on " in refused[0]
    assert "is updating it" in refused[0]


SMALL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv = ["cliffhanger", *sys.argv[2:]]
from cliffhanger.cli.main import main
main()
"""


def test_a_full_disk_lands_whole_batches_or_none(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """Where no file may grow beyond some bytes, the fault is named; with room again, all is there, once."""
    settings = tmp_path / "settings.toml"
    said = f'[http]\nattempts = 1\n[sources.tvmaze]\nbase = "{maze[1].url}"\nparcel = 1\n'
    settings.write_text(said, encoding="utf-8")
    named = 0
    for number, room in enumerate((300, 5_000, 12_000)):
        ledger = Ledger.create(tmp_path / f"ledger{number}")
        asked = ["update", "tvmaze", "--strict", "--settings", str(settings), "--ledger", str(ledger.path)]
        ran = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", SMALL_DISK, str(room), *asked], capture_output=True, text=True, check=False
        )
        said = ran.stdout + ran.stderr
        assert ran.returncode == 0 or "File too large" in said or "disk" in said, said
        named += ran.returncode != 0
        assert not [finding for finding in upkeep.check(ledger) if finding.harmful]
        outcome = updated(ledger, maze[1])
        assert outcome.fault == ""
        assert titles(ledger) == {"1", "2", "3", "251", "252"}
        assert len(known(ledger, "creator", 252)) == 1
    assert named >= 2


def test_a_damaged_pin_is_refused_by_name(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """Bytes that are no longer those that were pinned never land."""
    ledger = Ledger(tmp_path / "ledger")
    updated(ledger, maze[1])
    pin = pins_of(ledger).latest("tvmaze")
    assert pin is not None
    other = Ledger.create(tmp_path / "other")
    shutil.copytree(pins_of(ledger).root, pins_of(other).root)
    copied = pins_of(other).latest("tvmaze")
    assert copied is not None
    (copied.folder / "pages.jsonl").write_bytes(b"something else")
    outcome = updated(other, maze[1])
    assert "pages.jsonl: is not as it was pinned" in outcome.fault


def test_pins_name_their_terms_and_their_hash(tmp_path: Path, maze: tuple[TVmaze, Local]) -> None:
    """Law 6: bytes, hash, time and licence stand on disk, beside what the server said, word for word."""
    ledger = Ledger(tmp_path / "ledger")
    updated(ledger, maze[1], index=False)
    pin = pins_of(ledger).latest("tvmaze")
    assert pin is not None
    assert pin.licence["name"] == "CC BY-SA 4.0"
    assert pin.obtained_at == NOW
    (snapshot,) = pin.snapshots()
    lines = [json.loads(line) for line in snapshot.content.splitlines()]
    assert [line["url"].partition("?")[0] for line in lines] == [f"{maze[1].url}/shows/{n}" for n in (3, 251, 252)]
    assert json.loads(lines[0]["text"])["name"] == "Made Up 3"


def test_shows_are_matched_even_where_a_run_ended_before_it_came_to_that(
    tmp_path: Path, maze: tuple[TVmaze, Local], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Matching fails once, and is named; the next update, with nothing new, makes up for it, and once only."""
    ledger = Ledger(tmp_path / "ledger")
    match, calls = ingest.match_shows, []

    def failing(at: Ledger, *, author: str) -> Report:
        calls.append(author)
        if len(calls) == 1:
            raise LedgerError(path=str(at.path), reason="made up")
        return match(at, author=author)

    monkeypatch.setattr(ingest, "match_shows", failing)
    plan = Plan(Settings(Manners(), {"tvmaze": {"base": maze[1].url}}), "test", clock=lambda: NOW)
    first = update(ledger, ["tvmaze"], plan, told=lambda *_: None)
    assert [(outcome.source, bool(outcome.fault)) for outcome in first] == [("tvmaze", False), ("who is who", True)]
    for made in (2, 2):
        assert updated(ledger, maze[1]).fault == ""
        assert len(calls) == made
