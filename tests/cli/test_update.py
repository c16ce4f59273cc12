"""The commands around ``update``, as a person runs them, against a server on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click.testing
import pytest

from cliffhanger.cli.main import cli
from cliffhanger.domain.clock import now
from cliffhanger.domain.errors import CliffhangerError
from tests.servers.local import Asked, Local, Reply, serving
from tests.servers.tvmaze import DAY, TVmaze

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("waits")

STAMP = int(now().timestamp())


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Local]:
    """Run a server of two shows, and set everything for it."""
    known = TVmaze(STAMP)
    known.put(1, STAMP - DAY)
    known.put(2, STAMP - 2 * DAY)
    with serving(known) as server:
        settings = tmp_path / "settings.toml"
        settings.write_text(f'[http]\nattempts = 1\n[sources.tvmaze]\nbase = "{server.url}"\n', encoding="utf-8")
        monkeypatch.setenv("CLIFFHANGER_SETTINGS", str(settings))
        monkeypatch.setenv("CLIFFHANGER_LEDGER", str(tmp_path / "ledger"))
        monkeypatch.setenv("COLUMNS", "160")
        yield server


def run(*words: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it said."""
    result = click.testing.CliRunner().invoke(cli, words)
    if isinstance(result.exception, CliffhangerError):
        return result.exception.exit_code, str(result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def test_an_update_ends_with_a_table(server: Local) -> None:
    """Each source with its calls, rows and outcome; the same again says that there is nothing new."""
    code, said = run("update", "tvmaze")
    assert code == 0
    assert "Up to date: 1 of 1 sources." in said
    row = next(line.split() for line in said.splitlines() if line.strip().startswith("tvmaze"))
    assert row[1] == str(len(server.asked))
    assert row[-1] == "new"
    code, said = run("update", "tvmaze", "--strict")
    assert code == 0
    assert "nothing new" in said


def test_a_failure_is_named_and_counts_only_where_strictness_is_asked_for(server: Local) -> None:
    """Without --strict a source that fails is a line in the table; with it the command exits with 1."""
    server.answer = lambda _: Reply(b"", 503)
    code, said = run("update", "tvmaze")
    assert code == 0
    assert "FAILED: tvmaze: " in said
    assert "the server says 503" in said
    assert run("update", "tvmaze", "--strict")[0] == 1


def test_sources_tells_terms_freshness_rows_and_the_last_error(server: Local) -> None:
    """For people as a table, for programs as JSON."""
    run("update", "tvmaze")
    server.answer = lambda _: Reply(b"", 503)
    run("update", "tvmaze")
    code, said = run("sources")
    assert code == 0
    assert "CC BY-SA 4.0" in said
    assert "the server says 503" in said
    listed = {each["source"]: each for each in map(json.loads, run("sources", "--json")[1].splitlines())}
    assert listed["tvmaze"]["claims"] > 10
    assert listed["tvmaze"]["reached_at"] < listed["tvmaze"]["tried_at"] or listed["tvmaze"]["fault"]
    assert listed["scorecards"]["landed_at"] is None


def test_a_snapshot_is_parsed_again_without_the_network(server: Local, tmp_path: Path) -> None:
    """Into another ledger, from its folder, its name or its source; what landed before adds nothing."""
    run("update", "tvmaze")
    asked = len(server.asked)
    assert "obtained" in run("replay", "tvmaze", "--look")[1]
    assert "these bytes have landed before" in run("replay", "tvmaze")[1]
    name = run("replay")[1].split()[1]
    folder = tmp_path / "ledger" / "snapshots" / "tvmaze" / name
    code, said = run("replay", str(folder), "--ledger", str(tmp_path / "other"))
    assert code == 0
    assert "landed" in said
    assert len(server.asked) == asked
    (folder / "pages.jsonl").write_bytes(b"tampered with")
    code, said = run("replay", str(folder))
    assert (code, "is not as it was pinned" in said) == (1, True)
    assert run("replay", str(tmp_path))[0] == 1


def test_doctor_names_what_is_wrong_and_the_next_step(server: Local, tmp_path: Path) -> None:
    """Before the first update, after it, and where the source cannot be reached."""
    code, said = run("doctor", "tvmaze")
    assert code == 0
    assert f"Next step: cliffhanger update --ledger {tmp_path / 'ledger'}" in said
    run("update", "tvmaze")
    server.answer = lambda _: Reply(b"", 503)
    code, said = run("doctor", "tvmaze")
    assert code == 1
    assert "wrong  tvmaze online" in said
    assert run("doctor", "--offline", "tvmaze")[0] == 0


def test_a_second_update_waits_or_says_who_holds_the_ledger(server: Local) -> None:
    """While the first is asking, one with --wait 0 fails at once, and one that waits says for whom."""
    answer = server.answer
    heard: list[tuple[int, str]] = []

    def meanwhile(asked: Asked) -> Reply:
        if not heard:
            heard.extend([run("update", "tvmaze", "--wait", "0"), run("update", "tvmaze", "--wait", "0.01")])
        return answer(asked)

    server.answer = meanwhile
    assert run("update", "tvmaze")[0] == 0
    assert [code for code, _ in heard] == [1, 1]
    assert all(f"process {os.getpid()} on " in said and "is updating it" in said for _, said in heard)


def test_settings_are_checked_word_by_word(server: Local, tmp_path: Path) -> None:
    """An option, a source or a type that cannot be meant is named, with what there is instead."""
    file = tmp_path / "settings.toml"
    for text, expected in (
        ("[sources.tvmaze]\nbsae = 'x'", "sources.tvmaze.bsae: no such option; there are base"),
        ("[sources.tvmase]\n", "sources.tvmase: no such source"),
        ("[http]\nattempts = 'many'", "http.attempts: 'many' is not a whole number"),
        ("[http]\nsilence = -1", "http.silence: -1 is not a number"),
        ("contact = 1", "contact.contact: 1 is not a text"),
        ("[htpp]\n", "there are contact, http and sources"),
        ("= nonsense", "cannot be read as TOML"),
    ):
        file.write_text(text, encoding="utf-8")
        code, said = run("update", "tvmaze")
        assert (code, expected in said) == (2, True), said
    assert server.asked == []
    assert run("update", "tvmaze", "--settings", str(tmp_path / "none.toml"))[0] == 2
    assert run("update", "nosuch")[0] == 2
    assert run("update", "--every", "soon")[0] == 2


def test_every_repeats_until_it_is_stopped(server: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    """It updates, waits for the rest of the span, and updates again."""
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("cliffhanger.cli.update.time.sleep", sleep)
    result = click.testing.CliRunner().invoke(cli, ["update", "tvmaze", "--every", "6h"])
    assert result.exit_code == 1
    assert result.output.count("Up to date: 1 of 1 sources.") == 2
    assert all(6 * 3600 - 60 < seconds <= 6 * 3600 for seconds in waited)
    assert server.paths().count("/updates/shows") == 2


def test_what_servers_say_gives_a_terminal_no_orders(server: Local) -> None:
    """A field whose name is an escape sequence is printed without it."""
    answer = server.answer

    def colourful(asked: Asked) -> Reply:
        reply = answer(asked)
        body = reply.body if isinstance(reply.body, bytes) else b""
        return replace(reply, body=body.replace(b'"weight"', b'"\\u001b[31mweight"'))

    server.answer = colourful
    code, said = run("update", "tvmaze")
    assert code == 0
    assert "not read: tvmaze: " in said
    assert "\x1b" not in said


@pytest.mark.parametrize("library", ["httpx2", "polars"])
@pytest.mark.parametrize("command", ["update", "sources", "doctor", "replay"])
def test_without_the_extra_the_commands_say_what_to_install(library: str, command: str) -> None:
    """With the core installation alone there is one line, and no traceback."""
    without = f"import sys; sys.modules[{library!r}] = None; sys.argv = ['cliffhanger', {command!r}]"
    ran = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", f"{without}; from cliffhanger.cli.main import main; main()"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert (
        ran.stderr
        == "cliffhanger: update needs more libraries: pip install '.[ledger,update]' in the project's folder\n"
    )
