"""Files are opened whole or refused with a reason; columns become the same claims as objects do."""

from __future__ import annotations

import gzip
import io
from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.errors import BadFileError, UnknownWordError
from cliffhanger.domain.source import Snapshot
from cliffhanger.domain.vocabulary import Metric, Modality, Predicate
from cliffhanger.sources.batch import OBSERVATION_SCHEMA, claims_frame
from cliffhanger.sources.columns import ROW, Fault, blank, claims_of, known_word, observations_of, sift, translate
from cliffhanger.sources.tables import (
    delimited_header,
    parquet_header,
    published_at,
    read_delimited,
    read_parquet,
    unpack,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cliffhanger.sources.batch import Batch, SetAside

OBTAINED = datetime(2026, 2, 3, 4, 5, tzinfo=UTC)


def day(text: str) -> datetime:
    """Return the first instant of a day."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def pinned(name: str, content: bytes | str, *, known: str = "") -> Snapshot:
    """Pin made-up bytes."""
    raw = content.encode() if isinstance(content, str) else content
    return Snapshot(name=name, content=raw, obtained_at=OBTAINED, known_at=day(known) if known else None)


def pinned_file(path: Path, *, known: str = "") -> Snapshot:
    """Pin a real file."""
    return pinned(path.name, path.read_bytes(), known=known)


def parquet(frame: pl.DataFrame) -> bytes:
    """Write a made-up frame as Parquet."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def counted(aside: Iterable[SetAside]) -> dict[str, int]:
    """Count what was set aside, by reason."""
    counts: Counter[str] = Counter()
    for row in aside:
        counts[row.reason] += row.rows
    return dict(counts)


def seen(batch: Batch, metric: Metric, show: str, season: int | None = None, episode: int | None = None) -> list[float]:
    """Return what a batch observed of one subject, in order of time."""
    about = [pl.col(name).eq_missing(pl.lit(value)) for name, value in (("season", season), ("episode", episode))]
    rows = batch.observations.filter(pl.col("metric") == metric, pl.col("show") == show, *about)
    return rows.sort("known_at")["value"].to_list()


def said(batch: Batch, show: str) -> dict[str, list[tuple[str, datetime]]]:
    """Return what a batch claims of one show: for each predicate its values, each with when it was known."""
    claims: dict[str, list[tuple[str, datetime]]] = {}
    rows = batch.claims.filter(pl.col("show") == show).select("predicate", "value", "known_at")
    for predicate, value, known_at in rows.iter_rows():
        claims.setdefault(predicate, []).append((value, known_at))
    return claims


TEXT = st.text(max_size=12)
PLACES = st.tuples(st.integers(0, 90), st.none() | st.integers(0, 9000)) | st.just((None, None))
"""Season and episode of a claim; an episode belongs to a season."""


def made_up_claim(place: tuple[int | None, int | None], **fields: Any) -> Claim:  # noqa: ANN401 - any field
    """Return a claim about a place."""
    return Claim(season=place[0], episode=place[1], **fields)


MADE_UP_CLAIMS = st.builds(
    made_up_claim,
    place=PLACES,
    source=st.just("imdb"),
    show=st.sampled_from(["imdb:tt1234567", "own:A%20b+1"]),
    predicate=st.sampled_from(Predicate),
    value=TEXT,
    unit=TEXT,
    valid_from=st.none() | st.dates(min_value=date(1900, 1, 1)),
    valid_to=st.none() | st.dates(min_value=date(1900, 1, 1)),
    known_at=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone to naive bounds
    wording=TEXT,
    modality=st.sampled_from(Modality),
    retracts=TEXT,
    publisher=TEXT,
    url=TEXT,
)


@given(st.lists(MADE_UP_CLAIMS, max_size=6))
def test_columns_make_the_same_claims_as_objects(claims: list[Claim]) -> None:
    """Every column and every id is the same, whatever the texts, days and numbers."""
    objects = claims_frame(claims)
    assert claims_of(objects.drop("claim_id"), source="imdb").equals(objects)


def test_what_a_frame_of_claims_lacks_is_left_unsaid() -> None:
    """Four columns are enough, and the ids are those of claims that say no more; no value is no claim."""
    known = day("2020-05-01")
    frame = pl.DataFrame(
        {
            "show": ["imdb:tt1", "imdb:tt2"],
            "predicate": ["title", "title"],
            "value": ["Made Up", None],
            "known_at": known,
        }
    )
    made = claims_of(frame, source="omdb")
    object_ = Claim(source="omdb", show="imdb:tt1", predicate=Predicate.TITLE, value="Made Up", known_at=known)
    assert made.equals(claims_frame([object_]))


def test_a_gap_in_a_column_is_unsaid_too() -> None:
    """Where two frames of claims are put together, the one without a modality speaks of events."""
    frame = pl.DataFrame(
        {"show": "imdb:tt1", "predicate": "title", "value": "Made Up", "known_at": [day("2020-05-01")]}
    )
    gap = claims_of(frame.with_columns(pl.lit(None, pl.String).alias("modality")), source="omdb")
    assert gap.equals(claims_of(frame, source="omdb"))


def test_observations_of_columns_leave_out_missing_numbers() -> None:
    """Each column of numbers becomes a metric, and a null becomes nothing."""
    frame = pl.DataFrame(
        {"show": ["imdb:tt1", "imdb:tt2"], "known_at": day("2020-05-01"), "r": [7.5, None], "v": [10, 3]}
    )
    made = observations_of(frame, source="imdb", metrics={"r": Metric.IMDB_RATING, "v": Metric.IMDB_VOTES})
    assert made.schema == pl.Schema(OBSERVATION_SCHEMA)
    assert made.select("show", "metric", "value", "scope").rows() == [
        ("imdb:tt1", "imdb_rating", 7.5, ""),
        ("imdb:tt1", "imdb_votes", 10.0, ""),
        ("imdb:tt2", "imdb_votes", 3.0, ""),
    ]


NUMBERED = pl.DataFrame({ROW: range(1, 101), "n": range(100)}, schema={ROW: pl.UInt32, "n": pl.Int64})


def test_many_rows_of_one_fault_are_counted_and_a_few_are_named() -> None:
    """A million bad rows must not become a million objects; the count stays exact."""
    sound, aside = sift(NUMBERED, [Fault("n", "too large", pl.col("n") >= 10), Fault("n", "odd", pl.col("n") % 2 == 1)])
    assert sound["n"].to_list() == [0, 2, 4, 6, 8]
    assert counted(aside) == {"too large": 90, "odd": 5}
    assert len(aside) == 10
    assert (aside[0].row, aside[0].field, aside[0].value, aside[0].rows) == (11, "n", "10", 1)


def test_a_blanked_field_leaves_the_rest_of_its_row() -> None:
    """The field becomes null and is counted; no row is lost."""
    blanked, aside = blank(NUMBERED, [Fault("n", "too large", pl.col("n") >= 98)])
    assert blanked.height == 100
    assert blanked["n"].null_count() == 2
    assert [(row.row, row.value) for row in aside] == [(99, "98"), (100, "99")]


def test_an_unknown_word_is_told_once_with_all_its_rows() -> None:
    """The first row is named, the others are counted, and the field says nothing."""
    frame = pl.DataFrame({ROW: [1, 2, 3, 4], "genre": ["Drama", "Glorp", None, "Glorp"]})
    ours = {"Drama": "drama"}
    translated, aside = translate(
        frame, "genre", lambda word, row: known_word(ours, word, source="made up", field="genre", row=row)
    )
    assert translated["genre"].to_list() == ["drama", None, None, None]
    assert [(a.row, a.value, a.reason, a.rows) for a in aside] == [(2, "Glorp", "unknown genre", 2)]


def test_an_unknown_word_names_source_row_and_word() -> None:
    """The error carries everything needed to find it."""
    with pytest.raises(UnknownWordError, match="made up: row 7: unknown genre 'Glorp'"):
        known_word({}, "Glorp", source="made up", field="genre", row=7)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("series_2017-10.parquet", "", day("2017-10-31")),
        ("series_2024-02.csv", "", day("2024-02-29")),
        ("series_2017-10.parquet", "2017-10-05", day("2017-10-05")),
        ("series.parquet", "", OBTAINED),
        ("series_2017-13.parquet", "", OBTAINED),
    ],
)
def test_numbers_stand_as_of_the_day_given_else_the_month_in_the_name(
    name: str, known: str, expected: datetime
) -> None:
    """Where only a month is known, its last day is never too early; where nothing is, the file's own arrival is."""
    assert published_at(pinned(name, b"x", known=known)) == expected


def test_an_instant_of_publication_is_in_utc() -> None:
    """Frames keep UTC, and so must the ids made from them."""
    east = timezone(timedelta(hours=2))
    snapshot = Snapshot(name="x", content=b"x", obtained_at=datetime(2026, 1, 1, 1, tzinfo=east))
    assert published_at(snapshot).isoformat() == "2025-12-31T23:00:00+00:00"


LINES = "id\tnumber\textra\ntt1\t1\t\\N\n"


def test_a_delimited_file_is_read_plain_or_packed() -> None:
    """The wanted columns come typed, the others are named."""
    for content in (LINES.encode(), gzip.compress(LINES.encode(), mtime=0)):
        frame, left = read_delimited(
            pinned("made-up.tsv", content), columns={"number": pl.Int32, "id": pl.String}, separator="\t", null=r"\N"
        )
        assert frame.rows() == [(1, "tt1")]
        assert left == ("extra",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(LINES.encode() * 100, mtime=0)[:-20], "cut short"),
        (gzip.compress(LINES.encode(), mtime=0)[:-8] + b"\0" * 8, "damaged"),
        (b"", "is empty"),
        (b"\0\1\2", "NUL bytes"),
        (b"id\tnumber\n1\t2\t3\t4\n", "more than 2 fields"),
        (b"id\tnumber\nx\tseven\n", "could not parse"),
        (b"id\tnumber\n\xff\xfe\t7\n", "utf-8"),
        (b"id\tother\n1\t2\n", "number: column missing"),
    ],
)
def test_a_file_that_is_not_what_it_claims_to_be_is_refused(content: bytes, reason: str) -> None:
    """Nothing of it lands, and the error names the file and says why."""
    with pytest.raises(BadFileError, match=rf"made-up\.tsv.*{reason}"):
        read_delimited(pinned("made-up.tsv", content), columns={"id": pl.String, "number": pl.Int32}, separator="\t")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file cannot fill the memory."""
    monkeypatch.setattr("cliffhanger.sources.tables.MAX_UNPACKED", 1 << 20)
    with pytest.raises(BadFileError, match="unpacks to more than"):
        unpack(pinned("made-up.gz", gzip.compress(b"0" * (1 << 21), mtime=0)))


def test_a_parquet_file_is_read_or_refused() -> None:
    """A missing column, a wrong type and a cut file are told apart."""
    content = parquet(pl.DataFrame({"id": ["tt1"], "number": ["seven"], "extra": [1]}))
    frame, left = read_parquet(pinned("made-up.parquet", content), columns={"id": pl.String})
    assert (frame.rows(), left) == ([("tt1",)], ("number", "extra"))
    for cut, columns, reason in (
        (content, {"absent": pl.String}, "absent: column missing"),
        (content, {"number": pl.Int32}, "conversion"),
        (content[:-20], {"id": pl.String}, "made-up.parquet"),
    ):
        with pytest.raises(BadFileError, match=reason):
            read_parquet(pinned("made-up.parquet", cut), columns=columns)


def test_headers_are_read_for_recognition_and_never_raise() -> None:
    """A packed file shows its first line even when it is cut short; what is no table has no header."""
    packed = gzip.compress(LINES.encode(), mtime=0)
    assert delimited_header(pinned("a", packed[:-6]), separator="\t") == ("id", "number", "extra")
    assert delimited_header(pinned("a", '\ufeff"id","number"\r\n1,2\r\n')) == ("id", "number")
    assert delimited_header(pinned("a", b"\x1f\x8b\x00garbage")) == ()
    assert delimited_header(pinned("a", b"\xff\xfe\xff\n")) == ()
    content = parquet(pl.DataFrame({"id": ["tt1"], "number": [7]}))
    assert parquet_header(pinned("a", content)) == ("id", "number")
    assert parquet_header(pinned("a", content[:-20])) == ()
    assert parquet_header(pinned("a", LINES)) == ()
