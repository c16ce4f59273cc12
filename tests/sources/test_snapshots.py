"""Pinned snapshots: whole or not at all, held to their hashes, and safe to be given by strangers."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.source import Snapshot
from cliffhanger.sources.pages import PAGES, PinnedPage, dump, load
from cliffhanger.sources.pins import MANIFEST, Parcel, Pins, Status, read
from cliffhanger.sources.registry import source

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
TVMAZE = source("tvmaze")

page = st.builds(
    PinnedPage,
    url=st.text(st.characters(codec="utf-8"), max_size=40),
    content=st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-8", "replace")),
    content_type=st.sampled_from(["", "application/json", "text/html"]),
    obtained_at=st.datetimes(timezones=st.just(UTC)),
)


@given(st.lists(page, max_size=5))
def test_pages_come_back_byte_for_byte(pages: list[PinnedPage]) -> None:
    """Property: whatever the bytes, UTF-8 or not, a line breaks nowhere but between two pages."""
    packed = dump(pages)
    assert packed.count(b"\n") == len(pages)
    assert load(Snapshot(PAGES, packed, NOW)) == pages


@given(st.binary(max_size=200))
def test_any_bytes_are_pages_or_are_refused(noise: bytes) -> None:
    """Fuzz: a file from a stranger gives pages or one error."""
    for content in (noise, dump([PinnedPage("u", b"x", "", NOW)]) + noise):
        with contextlib.suppress(BadFileError):
            assert all(isinstance(each.content, bytes) for each in load(Snapshot(PAGES, content, NOW)))


def kept(folder: Path, content: bytes = b"made up", **cursor: int) -> Path:
    """Pin some bytes, and return where."""
    return Pins(folder).keep(TVMAZE, Parcel({"a.txt": content}, NOW, ("https://made.up/",), cursor)).folder


def test_a_pin_names_bytes_hash_time_terms_and_cursor(tmp_path: Path) -> None:
    """What is read back is what was pinned."""
    pin = read(kept(tmp_path, since=5))
    (snapshot,) = pin.snapshots()
    assert snapshot.content == b"made up"
    assert (pin.obtained_at, pin.urls, dict(pin.cursor)) == (NOW, ("https://made.up/",), {"since": 5})
    assert pin.licence == {"name": TVMAZE.licence.name, "url": TVMAZE.licence.url}
    assert Pins(tmp_path).latest("tvmaze") == pin


def test_the_order_of_pins_does_not_hang_on_the_clock(tmp_path: Path) -> None:
    """The clock was set back between two pins: the later pin is still the latest."""
    kept(tmp_path, b"one")
    Pins(tmp_path).keep(TVMAZE, Parcel({"a.txt": b"two"}, NOW.replace(year=2020), (), {}))
    assert [pin.snapshots()[0].content for pin in Pins(tmp_path).of("tvmaze")] == [b"one", b"two"]


def test_the_same_bytes_are_pinned_once_and_the_cursor_moves_on(tmp_path: Path) -> None:
    """Nothing is stored twice; the next visit still goes on from where this one ended."""
    first, second = kept(tmp_path, since=1), kept(tmp_path, since=2)
    assert first == second
    assert dict(read(first).cursor) == {"since": 2}


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    """An unfinished pin is none, and goes when the next update begins."""
    kept(tmp_path)
    unfinished = tmp_path / "tvmaze" / ".unfinished-1"
    unfinished.mkdir()
    (unfinished / "a.txt").write_bytes(b"half")
    assert len(Pins(tmp_path).of("tvmaze")) == 1
    Pins(tmp_path).tidy("tvmaze", keep=0)
    assert not unfinished.exists()
    assert Pins(tmp_path).of("tvmaze")[0].whole


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "", ".", "a/b"])
def test_a_snapshot_cannot_name_a_file_outside_its_folder(tmp_path: Path, name: str) -> None:
    """A manifest from a stranger that does is damaged."""
    folder = kept(tmp_path)
    said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    said["files"] = {name: said["files"]["a.txt"]}
    (folder / MANIFEST).write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(BadFileError, match="is damaged"):
        read(folder)


@given(noise=st.binary(max_size=100) | st.just(b"[]") | st.just(b'{"source": 1}'))
def test_any_manifest_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    """Fuzz: a damaged manifest is one error, and a damaged note of the last errand is none."""
    folder = tmp_path_factory.mktemp("pins")
    home = kept(folder)
    (home / MANIFEST).write_bytes(noise)
    (folder / "tvmaze" / "status.json").write_bytes(noise)
    with pytest.raises(BadFileError, match="is damaged"):
        read(home)
    assert Pins(folder).status("tvmaze") == Status()


def test_changed_missing_and_let_go_bytes_are_told_apart(tmp_path: Path) -> None:
    """A hash that does not fit, a file that is gone, a folder that is no snapshot."""
    folder = kept(tmp_path)
    (folder / "a.txt").write_bytes(b"tampered")
    with pytest.raises(BadFileError, match="is not as it was pinned"):
        read(folder).snapshots()
    (folder / "a.txt").unlink()
    assert not read(folder).whole
    with pytest.raises(BadFileError, match="No such file"):
        read(folder).snapshots()
    with pytest.raises(BadFileError, match="is no snapshot"):
        read(tmp_path / "nowhere")
