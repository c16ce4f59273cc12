"""The facts kept with the package: every line is checked, and each says where it can be looked up."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.curated import parse as curated
from cliffhanger.sources.curated.source import SOURCE
from cliffhanger.sources.registry import recognise
from tests.sources.test_tables import counted, day, pinned, said

if TYPE_CHECKING:
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

NAME = "facts.jsonl"
BOSCH, LEGACY, BALLARD = "imdb:tt3502248", "imdb:tt14168162", "imdb:tt26676904"

# Made up.
FACT: dict[str, Any] = {
    "show": "imdb:tt9000001",
    "season": 2,
    "predicate": "premiere_date",
    "value": "2020-04-16/2020-04-17",
    "valid_from": "2020-04-16",
    "valid_to": "2020-04-17",
    "known_at": "2020-04-17",
    "publisher": "A Made-Up Paper",
    "url": "https://example.org/a-made-up-show",
}


def parsed(*changes: dict[str, Any]) -> Batch:
    """Parse made-up facts: for each change, the fact with those fields; None takes a field away."""
    facts = [
        {field: value for field, value in (FACT | change).items() if value is not None} for change in changes or ({},)
    ]
    return curated.parse([pinned(NAME, "\n\n".join(json.dumps(fact) for fact in facts))])


def shipped() -> Snapshot:
    """Pin the facts that ship with the package."""
    return pinned(NAME, files("cliffhanger.sources.curated").joinpath(NAME).read_bytes())


def test_a_line_becomes_a_claim() -> None:
    """Blank lines are no rows."""
    batch = parsed({}, {"season": None, "predicate": "title", "value": "A Made-Up Show", "modality": "rumour"})
    assert (batch.rows_read, batch.set_aside) == (2, ())
    columns = ("show", "season", "predicate", "value", "valid_from", "known_at", "modality", "publisher", "url")
    first, second = batch.claims.select(columns).rows()
    assert first == (
        "imdb:tt9000001", 2, "premiere_date", "2020-04-16/2020-04-17", date(2020, 4, 16), day("2020-04-17"), "event",
        "A Made-Up Paper", "https://example.org/a-made-up-show",
    )  # fmt: skip
    assert second[1:4] == (None, "title", "A Made-Up Show")
    assert second[6] == "rumour"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"show": "tt9000001x"}, "an id is authority:key, for instance imdb:tt26676904"),
        ({"show": "tmdb:7"}, "not IMDb's id of a title"),
        ({"show": None}, "missing"),
        ({"publisher": ""}, "missing"),
        ({"value": None}, "missing"),
        ({"value": 7}, "not a text"),
        ({"value": "2020-04-16"}, "not the interval from valid_from to valid_to"),
        ({"valid_from": None}, "not the interval from valid_from to valid_to"),
        ({"valid_to": "2020-04-15"}, "it ends before it begins"),
        ({"valid_from": "April"}, "not a day"),
        ({"known_at": "2020"}, "not a day"),
        ({"season": 0}, "not a season number"),
        ({"season": True}, "not a season number"),
        ({"season": "2"}, "not a season number"),
        ({"predicate": "glorp"}, "unknown predicate"),
        ({"modality": "glorp"}, "unknown modality"),
        ({"predicate": "kind", "value": "glorp"}, "unknown kind"),
        ({"predicate": "spin_off_of", "value": "A Show"}, "an id is authority:key, for instance imdb:tt26676904"),
        ({"predicate": "renewed", "value": "soon"}, "not a whole number"),
        ({"predicate": "network", "value": "AMZN"}, "we call it Prime Video"),
        ({"url": "example.org"}, "not an address"),
        ({"rating": "9"}, "no such field"),
    ],
)
def test_a_bad_line_is_set_aside(change: dict[str, Any], reason: str) -> None:
    """The good lines land."""
    batch = parsed(change, {"show": "imdb:tt9000002"})
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims["show"].to_list() == ["imdb:tt9000002"]


@pytest.mark.parametrize(("line", "reason"), [('{"show": "imdb:tt9', "not JSON"), ("[]", "not an object")])
def test_a_line_that_is_no_object_is_set_aside(line: str, reason: str) -> None:
    """A truncated file loses its last line alone."""
    batch = curated.parse([pinned(NAME, f"{json.dumps(FACT)}\n{line}")])
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims.height == 1


@given(st.lists(st.text(alphabet='{}":,[]ab01 \n', max_size=30), max_size=5))
def test_whatever_stands_in_a_line_is_a_claim_or_set_aside(lines: list[str]) -> None:
    """Nothing gets lost on the way, and nothing raises."""
    batch = curated.parse([pinned(NAME, "\n".join(lines))])
    assert batch.claims.height + len(batch.set_aside) == batch.rows_read


def test_bytes_that_are_no_text_are_refused() -> None:
    """Nothing of them lands."""
    with pytest.raises(BadFileError, match=r"facts\.jsonl: is no UTF-8 text"):
        curated.parse([pinned(NAME, b'{"show": "\xff"}')])


def test_only_facts_are_recognised() -> None:
    """Other JSON lines are not ours."""
    assert curated.recognises(pinned("more.jsonl", json.dumps(FACT)))
    assert not curated.recognises(pinned(NAME, '{"headline": "A Made-Up Show"}'))
    assert not curated.recognises(pinned("facts.json", json.dumps(FACT)))
    assert SOURCE.licence.ships


def test_the_shipped_facts_all_land() -> None:
    """Each was known by the end of January 2026, and but for one article's each has an address."""
    assert recognise(shipped()) == "curated"
    batch = curated.parse([shipped()])
    assert batch.set_aside == ()
    assert batch.claims.height == batch.rows_read
    assert batch.claims.filter(pl.col("known_at") > day("2026-01-31")).is_empty()
    assert batch.claims.filter(pl.col("url") == "")["publisher"].unique().to_list() == [
        "news article of late July 2025"
    ]


def test_no_shipped_aired_fact_is_known_before_its_day() -> None:
    """What was known earlier was a plan."""
    claims = curated.parse([shipped()]).claims
    early = claims.filter(pl.col("valid_to") > pl.col("known_at").dt.date(), pl.col("predicate") != "network")
    assert early["modality"].unique().to_list() == ["plan"]


def test_the_case_that_started_it_stands_in_its_franchise() -> None:
    """Ballard comes out of Bosch by way of Bosch: Legacy, and was not renewed by anybody in July 2025."""
    batch = curated.parse([shipped()])
    ballard, legacy, bosch = (said(batch, show) for show in (BALLARD, LEGACY, BOSCH))
    assert [value for value, _ in ballard["spin_off_of"]] == [BOSCH, LEGACY]
    assert [value for value, _ in legacy["spin_off_of"]] == [BOSCH]
    assert [value for value, _ in legacy["renewed"]] == ["2", "3"]
    assert legacy["ending"] == [("3", day("2024-09-06"))]
    assert len(bosch["premiere_date"]) == 7
    assert not {"renewed", "cancelled", "ending"} & set(ballard)
    scores = batch.claims.filter(pl.col("show") == BALLARD, pl.col("predicate") == "score").select("unit", "value")
    assert scores.rows() == [("tomatometer", "100"), ("metascore", "81"), ("popcornmeter", "78")]
