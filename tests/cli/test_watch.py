"""``cliffhanger watch`` as a user meets it: whole processes over the starter catalogue, real files, real receivers."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import feedparser
import pytest

from cliffhanger.cli.deliver.webhook import Webhook, key_of
from cliffhanger.cli.options import Span
from cliffhanger.cli.watch import Months, memory_file, rounds
from cliffhanger.cli.watched import Wanted, read_list
from cliffhanger.domain.errors import LedgerError
from tests.cli.receivers import Hook, Inbox
from tests.cli.running import run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "whsec_" + base64.b64encode(b"a made-up secret of 24 b").decode()
BEFORE = "2026-01-20"
SHOWS = ("Ballard", "Bridgerton")


DOCS = ROOT / "docs" / "watch.md"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, Any]:
    """Return the environment of a user who has nothing yet."""
    return {"home": str(tmp_path / "home"), "CLIFFHANGER_WEBHOOK_SECRET": SECRET}


def lines(*arguments: str, **more: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what run takes
    """Return the events that a watch prints."""
    return [json.loads(line) for line in run("watch", *arguments, "--json", **more).stdout.splitlines()]


def test_the_first_look_remembers_and_each_change_is_told_once(home: dict[str, Any], tmp_path: Path) -> None:
    """How the shows stand, then the season that began, then nothing; and the feed keeps it."""
    first = run("watch", *SHOWS, "--as-of", BEFORE, **home).stdout
    assert "“Bridgerton”: season 4 in limbo" in first
    assert "From 20 January 2026 on, 2 shows watched: changes will be told." in first
    second = run("watch", *SHOWS, "--rss", str(tmp_path / "feed.xml"), **home).stdout
    assert second.splitlines() == [
        "2026-01-31  “Bridgerton” has returned: season 4 premiered about 29 January 2026.",
        "            season 4, premiere: about January 2026 (Cliffhanger's estimate, 2026-01-31)",
    ]
    third = run("watch", *SHOWS, "--rss", str(tmp_path / "feed.xml"), **home).stdout
    assert third == "Nothing has changed since the last look, as known on 31 January 2026.\n"
    feed = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [second.splitlines()[0].removeprefix("2026-01-31  ")]


def test_looking_back_tells_what_has_changed_since_a_day(home: dict[str, Any]) -> None:
    """In order of the day, each event with its id, its sources, and a day within the days asked about."""
    asked = ("Ballard", "The Bear", "--since", "2024-06-01", "--as-of", "2025-07-30")
    events = lines(*asked, **home)
    assert [(e["title"], e["kind"], e["after"], e["day"]) for e in events] == [
        ("The Bear", "state changed", "returned", "2025-06-27"),
        ("Ballard", "state changed", "returned", "2025-07-09"),
    ]
    assert all(one["source"] and one["known_on"] <= "2025-07-30" for e in events for one in e["evidence"])
    assert lines(*asked, **home) == events
    assert lines("Ballard", "--as-of", "2025-07-30", **home) == []


def test_the_page_shows_what_the_command_prints(home: dict[str, Any]) -> None:
    """The example of the documentation, line by line."""
    asked = ("Ballard", "The Bear", "--since", "2024-06-01", "--as-of", "2025-07-30")
    assert f"```\n{run('watch', *asked, **home).stdout}```" in DOCS.read_text(encoding="utf-8")


def test_the_pages_list_is_a_watch_list(tmp_path: Path) -> None:
    """Title, id and platform, and nothing of the comments."""
    file = tmp_path / "shows.txt"
    file.write_text(DOCS.read_text(encoding="utf-8").split("## The list")[1].split("```")[1], encoding="utf-8")
    assert read_list(file) == Wanted(("Ballard", "imdb:tt8740790"), ("Netflix",))


def test_the_pages_receiver_knows_what_is_genuine() -> None:
    """The example as it stands takes what was sent, and refuses another body, another secret and an old message."""
    code = DOCS.read_text(encoding="utf-8").split("<!-- verify -->")[1].split("```python")[1].split("```")[0]
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - our own documentation
    genuine = names["genuine"]
    event = {"id": "a" * 32, "kind": "odds moved", "day": "2026-01-31"}
    with Hook().serving() as hook:
        Webhook(hook.url, key_of(SECRET)).send(event)
    ((headers, body),) = hook.sent
    assert genuine(headers, body, SECRET)
    assert not genuine(headers, body + b" ", SECRET)
    assert not genuine(headers, body, "whsec_" + base64.b64encode(b"another").decode())
    assert not genuine(headers | {"webhook-timestamp": "1700000000"}, body, SECRET)


def test_a_watch_list_names_shows_and_platforms(home: dict[str, Any], tmp_path: Path) -> None:
    """Comments are left out, and a title that begins with a hash is a title."""
    file = tmp_path / "shows.txt"
    file.write_text("\ufeff# mine\nBallard  # Prime Video\n\n#BlackAF\nimdb:tt8740790\nPlatform: netflix\n", "utf-8")
    assert read_list(file) == Wanted(("Ballard", "#BlackAF", "imdb:tt8740790"), ("netflix",))
    said = run("watch", "--list", str(file), "--as-of", BEFORE, **home).stdout
    assert "“#BlackAF”" in said
    told = lines("--list", str(file), **home)
    assert "Bridgerton" in [event["title"] for event in told]
    assert len(told) > 100


def test_what_cannot_be_watched_is_named(home: dict[str, Any], tmp_path: Path) -> None:
    """No show at all, shows that nobody knows, a platform that nobody knows; each in a line or two."""
    assert "name what to watch" in run("watch", exits=2, **home).stderr
    file = tmp_path / "shows.txt"
    file.write_text("Balard\nBridgertonne\n", encoding="utf-8")
    said = run("watch", "--list", str(file), exits=1, **home).stderr
    assert "2 lines name no show" in said
    assert "'Balard'" in said
    assert "'Bridgertonne'" in said
    assert "near: Netflix" in run("watch", "--platform", "Netflx", exits=1, **home).stderr
    assert "no e-mail address" in run("watch", "Ballard", "--email", "a@b\nBcc: c@d", exits=2, **home).stderr
    assert "CLIFFHANGER_SMTP_HOST" in run("watch", "Ballard", "--email", "a@example.org", exits=2, **home).stderr
    assert "no address of the web" in run("watch", "Ballard", "--webhook", "file:///x", exits=2, **home).stderr
    unsigned: dict[str, Any] = home | {
        "CLIFFHANGER_WEBHOOK_SECRET": "",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    said = run("watch", "Ballard", "--webhook", "https://example.org", exits=2, **unsigned).stderr
    assert "CLIFFHANGER_WEBHOOK_SECRET" in said


def test_what_could_not_be_told_is_told_at_the_next_run(home: dict[str, Any]) -> None:
    """A receiver that refuses: exit 1, the events wait; the next run tells them, under the same ids, once."""
    run("watch", "Bridgerton", "--as-of", BEFORE, **home)
    with Hook(400).serving() as hook:
        # A channel hears of what is found from its first run on.
        failed = run("watch", "Bridgerton", "--webhook", hook.url, exits=1, **home)
        assert "webhook at 127.0.0.1: answered 400; 1 event will be tried again at the next run" in failed.stderr
        assert "made-up" not in failed.stderr + failed.stdout
        run("watch", "Bridgerton", "--webhook", hook.url, **home)
        run("watch", "Bridgerton", "--webhook", hook.url, **home)
        assert len(hook.sent) == 2
        assert len(set(hook.ids)) == 1


def test_a_watch_that_is_killed_while_it_tells_tells_again_under_the_same_id(home: dict[str, Any]) -> None:
    """The receiver has the event and the watch does not know it: exactly once by id, at least once by wire."""
    run("watch", "Bridgerton", "--as-of", BEFORE, **home)
    environment = {k: v for k, v in os.environ.items() if k != "CLIFFHANGER_LEDGER"} | {
        "XDG_DATA_HOME": home["home"], "CLIFFHANGER_WEBHOOK_SECRET": SECRET, "PYTHONUTF8": "1",
    }  # fmt: skip
    with Hook().serving() as hook:
        watch = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "cliffhanger.cli.main", "watch", "Bridgerton", "--webhook", hook.url],
            env=environment, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        hook.before_answer = watch.kill
        assert watch.wait() == -9
        hook.before_answer = lambda: None
        run("watch", "Bridgerton", "--webhook", hook.url, **home)
        run("watch", "Bridgerton", "--webhook", hook.url, **home)
    assert len(hook.ids) == 2
    assert hook.ids[0] == hook.ids[1]
    assert hook.sent[0][1] == hook.sent[1][1]


def test_what_one_list_could_not_print_waits_for_that_list(home: dict[str, Any]) -> None:
    """A full disk took the news of one show: a look at another under the same name does not tell it."""
    run("watch", "Bridgerton", "--as-of", BEFORE, **home)
    run("watch", "Ballard", **home)
    environment = {k: v for k, v in os.environ.items() if k != "CLIFFHANGER_LEDGER"} | {"XDG_DATA_HOME": home["home"]}
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device, and no file
        command = [sys.executable, "-m", "cliffhanger.cli.main", "watch", "Bridgerton"]
        failed = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.DEVNULL, check=False)  # noqa: S603 - our own command
    assert failed.returncode != 0
    assert "Bridgerton" not in run("watch", "Ballard", **home).stdout
    assert "“Bridgerton” has returned" in run("watch", "Bridgerton", **home).stdout


def test_a_reader_gets_one_email_and_no_second(home: dict[str, Any], tmp_path: Path) -> None:
    """Over a server on loopback, without a login."""
    run("watch", "Bridgerton", "--as-of", BEFORE, **home)
    with Inbox().serving(tmp_path, tls=False) as inbox:
        server = {"HOST": "127.0.0.1", "PORT": str(inbox.port), "TLS": "none"}
        home |= {f"CLIFFHANGER_SMTP_{name}": value for name, value in server.items()}
        for _ in range(2):
            run("watch", "Bridgerton", "--email", "reader@example.org", **home)
        assert len(inbox.messages) == 1
        assert b"season 4 premiered about 29 January 2026" in inbox.messages[0]


def test_rounds_go_on_after_a_failure_and_wait_in_between(capsys: pytest.CaptureFixture[str]) -> None:
    """A ledger that is being written is looked at again; without a span there is one look."""
    slept: list[float] = []

    def look() -> bool:
        if len(slept) == 1:
            raise LedgerError(path="my-ledger", reason="process 7 is writing to it")
        return False

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rounds(look, 21600.0, sleep)
    assert slept == [21600.0] * 3
    assert "process 7 is writing to it" in capsys.readouterr().err
    assert rounds(lambda: True, None)


@pytest.mark.parametrize(("text", "seconds"), [("30m", 1800), ("6h", 21600), ("1d", 86400), ("2 H", 7200)])
def test_a_span_of_time_is_read(text: str, seconds: int) -> None:
    """Minutes, hours and days."""
    assert Span().convert(text, None, None) == seconds


@pytest.mark.parametrize("text", ["", "6", "0h", "-1h", "6s", "6h30m", "99999h", "\u0666h"])
def test_a_broken_span_is_named(text: str) -> None:
    """By its own words."""
    with pytest.raises(click.BadParameter, match="no length of time"):
        Span().convert(text, None, None)


def test_months_are_read_and_broken_ones_named() -> None:
    """In order, each once; none at all is allowed."""
    assert Months().convert("12, 6,6", None, None) == (6, 12)
    assert Months().convert("", None, None) == ()
    for text in ("six", "0", "121", "6;12", "\u0666"):
        with pytest.raises(click.BadParameter, match="no months"):
            Months().convert(text, None, None)


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a b", "x" * 101])
def test_a_memory_has_a_plain_name(name: str) -> None:
    """And no path."""
    with pytest.raises(click.UsageError, match="--name"):
        memory_file(name)
