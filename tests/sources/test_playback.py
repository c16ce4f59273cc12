"""How a playback log is read: columns, clocks, hashes, and what is set aside; all rows are made up."""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import ibis
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError, BadRowError
from cliffhanger.ledger import engine
from cliffhanger.measures.audience import inputs
from cliffhanger.sources.playback import parse, titles
from cliffhanger.sources.playback.parse import Rules
from cliffhanger.sources.playback.zones import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SALT = "a salt for the tests only"
LIST = "title,episode,runtime,released\nshow,1,1800,2025-03-03\nshow,2,1800,2025-03-10\n"


def read(folder: Path, rows: list[dict[str, Any]], rules: Rules, form: str = "jsonl") -> list[dict[str, Any]]:
    """Write rows as a log of a form, and return them as they are marked, in order of their starts."""
    (folder / "titles.csv").write_text(LIST, encoding="utf-8")
    file = folder / f"log.{form}"
    frame = pl.DataFrame(rows, infer_schema_length=None)
    if form == "jsonl":
        file.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows), encoding="utf-8")
    elif form == "csv":
        frame.write_csv(file)
    else:
        frame.write_parquet(file)
    return marked(file, titles.read(folder / "titles.csv"), rules)


def marked(file: Path, listed: titles.Titles, rules: Rules) -> list[dict[str, Any]]:
    """Return the rows of a log as they are marked."""
    chosen = engine.duckdb()
    units = engine.given(chosen, listed.units, "units")
    log, _ = inputs.log(chosen, str(file))
    rows = parse.normal(log, rules)
    spans = engine.framed(chosen, parse.spans(rows))
    first, last = spans["first"].drop_nulls().to_list(), spans["last"].drop_nulls().to_list()
    found = parse.marked(rows, units, rules, (min(first, default=0), max(last, default=0)))
    return engine.framed(chosen, found).sort("started", nulls_last=True).to_dicts()


def spans_of(file: Path) -> pl.DataFrame:
    """Return the first and the last start of a log, by territory."""
    with engine.opened("duckdb") as chosen:
        return engine.framed(chosen, parse.spans(parse.normal(inputs.log(chosen, str(file))[0], Rules(salt=SALT))))


def event(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a log may hold
    """Return an event that is sound, but for what is changed."""
    row = {"viewer": "v", "title": "show", "episode": 1, "started_at": "2025-03-05T20:00:00Z", "seconds": 600}
    return row | {"territory": "DE"} | changed


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_a_log_reads_alike_in_every_form(tmp_path: Path, form: str) -> None:
    """JSON lines, CSV and Parquet of texts give the same row."""
    (row,) = read(tmp_path, [event()], Rules(salt=SALT), form)
    started = int(datetime(2025, 3, 5, 20, tzinfo=UTC).timestamp())
    assert (row["started"], row["seconds"], row["unit"], row["reason"]) == (started, 600, 0, None)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"viewer": None}, "no viewer"),
        ({"started_at": "yesterday"}, "no start, or not a time"),
        ({"started_at": "1970-01-01T00:00:00Z"}, "no start, or not a time"),
        ({"seconds": 0}, "no seconds watched"),
        ({"seconds": "many"}, "no seconds watched"),
        ({"seconds": 86_401}, "longer than a session can be"),
        ({"episode": 3}, "not an episode in the list of titles"),
        ({"episode": 2}, "before its release"),
        ({"received_at": "2025-03-12T20:00:01Z"}, "received too late"),
        ({"received_at": "2025-03-12T20:00:00Z"}, None),
    ],
)
def test_a_row_that_cannot_be_true_is_set_aside_for_its_reason(
    tmp_path: Path, changed: dict[str, Any], reason: str | None
) -> None:
    """Each rule on a row that breaks it, and the last moment in which an event is in time."""
    found = read(tmp_path, [event(**changed)], Rules(salt=SALT))
    assert [row["reason"] for row in found] == [reason]


def test_a_start_without_a_zone_is_read_on_the_clock_that_is_named(tmp_path: Path) -> None:
    """The same wall clock with an offset, without one in winter, and without one in summer."""
    rows = [event(started_at=at) for at in ("2025-03-05T20:00:00+01:00", "2025-03-05 20:00:00", "2025-07-05 20:00:00")]
    found = read(tmp_path, rows, Rules(salt=SALT, zone="Europe/Berlin"))
    hours = [datetime.fromtimestamp(row["started"], UTC).hour for row in found]
    assert hours == [19, 19, 18]


def test_a_day_is_the_territory_s_own(tmp_path: Path) -> None:
    """One instant is Wednesday in New York and Thursday in Tokyo; a territory without a clock has the default's."""
    rows = [event(territory=place, started_at="2025-03-05T23:30:00Z") for place in ("US", "JP", "FR")]
    zones = {"US": "America/New_York", "JP": "Asia/Tokyo"}
    found = read(tmp_path, rows, Rules(salt=SALT, zones=zones))
    days = {row["territory"]: row["day"] for row in found}
    assert days["JP"] == days["US"] + 1 == days["FR"] + 1


@given(
    zone=st.sampled_from(["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
    at=st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - hypothesis wants them bare
)
def test_clocks_are_those_of_the_time_zone_database(zone: str, at: datetime) -> None:
    """The offset at any instant, and the way back from the wall, are the standard library's."""
    instant = at.replace(tzinfo=UTC)
    utc = int(instant.timestamp())
    steps = clock(zone, 1_400_000_000, 1_900_000_000)
    there = instant.astimezone(ZoneInfo(zone))
    shift = there.utcoffset() or timedelta()
    expected = int(shift.total_seconds())
    offset = ibis.literal(utc)
    told = engine.duckdb().to_pyarrow(steps.offset(offset)).as_py()
    assert told == expected
    wall = ibis.literal(utc + expected)
    back = engine.duckdb().to_pyarrow(steps.offset_of_wall(wall)).as_py()
    first = there.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset() or timedelta()
    assert back == int(first.total_seconds())


def test_an_unknown_zone_is_named() -> None:
    """A clock that nobody has is an error, not UTC."""
    with pytest.raises(BadRowError, match="Mars/Olympus"):
        clock("Mars/Olympus", 0, 1)


def test_viewers_are_hashed_with_the_salt() -> None:
    """60 bits of SHA-256 over salt and id, as the standard library has it; another salt gives another number."""
    chosen = engine.duckdb()
    rows = engine.given(chosen, pl.DataFrame({"viewer": ["Ada", "Ben", "Ada", None]}), "rows")
    found = dict(engine.framed(chosen, parse.keys(rows, Rules(salt=SALT))).iter_rows())
    expected = {n: int(hashlib.sha256(f"{SALT}\x1f{n}".encode()).hexdigest()[:15], 16) for n in ("Ada", "Ben")}
    assert found == expected
    other = dict(engine.framed(chosen, parse.keys(rows, Rules(salt=SALT + "!"))).iter_rows())
    assert set(other.values()).isdisjoint(found.values())


def test_the_salt_does_not_show() -> None:
    """Rules that are printed, in a log or an error, keep their secret."""
    assert SALT not in repr(Rules(salt=SALT))


def test_position_stands_in_for_seconds(tmp_path: Path) -> None:
    """A log that knows only how far playback came is read all the same."""
    row = event(position=555.9)
    del row["seconds"]
    assert read(tmp_path, [row], Rules(salt=SALT), "parquet")[0]["seconds"] == 555


def test_a_log_without_what_is_needed_is_refused(tmp_path: Path) -> None:
    """The missing columns are named."""
    file = tmp_path / "log.csv"
    file.write_text("viewer,title\nv,show\n", encoding="utf-8")
    chosen = engine.duckdb()
    with pytest.raises(BadFileError, match="started_at, seconds"):
        parse.normal(inputs.log(chosen, str(file))[0], Rules())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title,episode,runtime\na,1,60\n", "released"),
        ("title,episode,runtime,released\na,1,60,2025-01-01\na,1,60,2025-01-01\n", "twice"),
        ("title,episode,runtime,released\na,0,60,2025-01-01\n", "row 1, episode"),
        ("title,episode,runtime,released\na,1,0,2025-01-01\n", "row 1, runtime"),
        ("title,episode,runtime,released\na,1,60,soon\n", "row 1, released"),
    ],
)
def test_a_list_of_titles_that_cannot_be_right_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Each fault by row and field."""
    file = tmp_path / "titles.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFileError, match=message):
        titles.read(file)


class _Store(BaseHTTPRequestHandler):
    """An object store of one bucket, as far as reading goes: list, head, and get by range."""

    objects: dict[str, bytes]

    def do_HEAD(self) -> None:
        """Say how large an object is."""
        self._answer(head=True)

    def do_GET(self) -> None:
        """Give an object or a part of it, or list the bucket."""
        self._answer(head=False)

    def _answer(self, *, head: bool) -> None:
        parts = urlsplit(self.path)
        key = unquote(parts.path).removeprefix("/bucket").strip("/")
        if "list-type" in parts.query:
            self._send(200, self._listing(parse_qs(parts.query).get("prefix", [""])[0]), {}, head=head)
        elif key in self.objects:
            self._object(self.objects[key], head=head)
        else:
            self._send(404 if key else 200, b"", {}, head=head)

    def _object(self, body: bytes, *, head: bool) -> None:
        asked = self.headers.get("Range", "").removeprefix("bytes=").partition("-")
        if not asked[0]:
            self._send(200, body, {"Accept-Ranges": "bytes"}, head=head)
            return
        first, last = int(asked[0]), min(int(asked[2] or len(body) - 1), len(body) - 1)
        self._send(206, body[first : last + 1], {"Content-Range": f"bytes {first}-{last}/{len(body)}"}, head=head)

    def _listing(self, prefix: str) -> bytes:
        rows = "".join(
            f"<Contents><Key>{key}</Key><Size>{len(body)}</Size></Contents>"
            for key, body in self.objects.items() if key.startswith(prefix)
        )  # fmt: skip
        count = rows.count("<Key>")
        told = f"<KeyCount>{count}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>{rows}"
        return f'<?xml version="1.0"?><ListBucketResult>{told}</ListBucketResult>'.encode()

    def _send(self, status: int, body: bytes, headers: dict[str, str], *, head: bool) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.send_header("Last-Modified", "Mon, 06 Jan 2025 00:00:00 GMT")
        self.send_header("ETag", '"made-up"')
        self.end_headers()
        if not head:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's own name
        """Say nothing."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[str]:
    """Return the address of a log in an object store on loopback."""
    file = tmp_path / "part.parquet"
    pl.DataFrame([event(), event(viewer="w")]).write_parquet(file)
    handler = type("Store", (_Store,), {"objects": {"log/part-0.parquet": file.read_bytes()}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"s3://made-up:secret@bucket/log?scheme=http&endpoint_override=127.0.0.1:{server.server_port}&region=here"
    server.shutdown()
    server.server_close()


def test_a_log_in_an_object_store_is_read_where_it_lies(store: str) -> None:
    """An address in place of a folder: listed, and its Parquet read over HTTP."""
    chosen = engine.duckdb()
    rows = parse.normal(inputs.log(chosen, store)[0], Rules(salt=SALT))
    assert sorted(engine.framed(chosen, rows)["viewer"]) == ["v", "w"]


def test_a_broken_row_deep_in_a_log_is_one_clear_line(tmp_path: Path) -> None:
    """What the engine finds only while it reads ends as an error that names the fact, not as the engine's own."""
    file = tmp_path / "log.csv"
    header = "viewer,title,started_at,seconds\n"
    file.write_text(header + "v,show,2025-03-05T20:00:00Z,60\n" * 50_000 + '"v,show', encoding="utf-8")
    with pytest.raises(BadFileError, match=r"the data|log"):
        spans_of(file)
