"""Wikidata: a query's results, in the shape of its service, to claims and declared ids; the series are made up."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.pages import PAGES, PinnedPage, dump
from cliffhanger.sources.registry import recognise
from cliffhanger.sources.wikidata import parse as wikidata
from tests.servers.local import Asked, Reply, as_json, serving
from tests.sources.test_tables import counted, pinned
from tests.sources.visits import NOW, errand, snapshots, visited

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

ENTITY = "http://www.wikidata.org/entity/"
WDT = "http://www.wikidata.org/prop/direct/"


def row(name: str, value: str, *, item: str = "Q1", imdb: str = "tt9000001", **more: str) -> dict[str, Any]:
    """Return one row of results in SPARQL's JSON."""
    cells = {"item": ENTITY + item, "imdb": imdb, "property": name if name == "article" else WDT + name, "value": value}
    return {key: {"type": "literal", "value": text} for key, text in (cells | more).items()}


ROWS = [
    row("P449", ENTITY + "Q9", label="FOX"),
    row("P580", "2024-02-01T00:00:00Z", precision="11"),
    row("P582", "2025-01-01T00:00:00Z", precision="9"),
    row("P2437", "3"),
    row("P144", ENTITY + "Q7", label="A Made-Up Novel"),
    row("P155", ENTITY + "Q2", label="The Show Before"),
    row("P156", ENTITY + "Q3", label="The Show After"),
    row("P2512", ENTITY + "Q4", label="The Spin-Off"),
    row("P161", ENTITY + "Q8", label="First Player"),
    row("P8600", "77"),
    row("P4983", "88"),
    row("article", "https://en.wikipedia.org/wiki/Made_Up_(TV_series)"),
]


def parsed(*rows: dict[str, Any]) -> Batch:
    """Parse the results of one query."""
    body = json.dumps({"head": {"vars": []}, "results": {"bindings": list(rows)}}).encode()
    page = PinnedPage("https://query.wikidata.org/sparql", body, "application/sparql-results+json", NOW)
    return wikidata.parse([pinned(PAGES, dump([page]).decode())])


def said(batch: Batch, show: str) -> set[tuple[str, str, str]]:
    """Return what is claimed of a show: predicate, value, day known."""
    rows = batch.claims.select("show", "predicate", "value", "known_at").iter_rows()
    return {(predicate, value, f"{known:%Y-%m-%d}") for who, predicate, value, known in rows if who == show}


def test_statements_become_claims() -> None:
    """Names for people, dates with their own precision, and what aired known on its day."""
    batch = parsed(*ROWS)
    assert said(batch, "wikidata:Q1") == {
        ("network", "Fox", "2026-01-31"),
        ("premiere_date", "2024-02-01", "2024-02-01"),
        ("last_air_date", "2025", "2025-12-31"),
        ("season_count", "3", "2026-01-31"),
        ("based_on", "A Made-Up Novel", "2026-01-31"),
        ("follows", "wikidata:Q2", "2026-01-31"),
        ("cast", "First Player", "2026-01-31"),
        ("same_as", "enwiki:Made_Up_%28TV_series%29", "2026-01-31"),
    }
    ended = batch.claims.filter(batch.claims["predicate"] == "last_air_date").row(0, named=True)
    assert (ended["valid_from"], ended["valid_to"]) == (date(2025, 1, 1), date(2025, 12, 31))
    assert batch.set_aside == ()


def test_kinship_is_said_of_the_show_that_it_is_true_of() -> None:
    """ "Followed by" and "has spin-off" speak of the other series."""  # noqa: D210 - a quotation stands first
    batch = parsed(*ROWS)
    assert ("follows", "wikidata:Q1", "2026-01-31") in said(batch, "wikidata:Q3")
    assert ("spin_off_of", "wikidata:Q1", "2026-01-31") in said(batch, "wikidata:Q4")


def test_ids_are_declared_once() -> None:
    """Wikidata's own id, those of other catalogues, and the article, all as the same IMDb series."""
    found = {(judged.left, judged.right) for judged in parsed(*ROWS).judgements}
    lefts = ("wikidata:Q1", "tvmaze:77", "tmdb:88", "enwiki:Made_Up_%28TV_series%29")
    assert found == {(left, "imdb:tt9000001") for left in lefts}
    assert len(parsed(*ROWS).judgements) == len(found)


def test_a_bad_statement_costs_itself_alone() -> None:
    """An unknown property, an id that is none, a day that is none: set aside; a vague date says nothing."""
    bad = [
        row("P9999", "x"),
        row("P449", ENTITY + "Q9", item="L1", label="FOX"),
        row("P580", "2024-02-31T00:00:00Z", precision="11"),
        row("P580", "1950-01-01T00:00:00Z", precision="8"),
        row("P449", ENTITY + "Q9", label="FOX", imdb="nm1"),
    ]
    batch = parsed(*ROWS, *bad)
    reasons = {"unknown property": 1, "not an entity of Wikidata": 1, "not a date": 1, "not an IMDb id of a title": 1}
    assert counted(batch.set_aside) == reasons
    assert said(batch, "wikidata:Q1") == said(parsed(*ROWS), "wikidata:Q1")


def test_a_lost_column_is_named() -> None:
    """Where no row has a value any more, nothing lands."""
    with pytest.raises(BadFileError, match="value: no record has this field any more"):
        parsed(*({name: cell for name, cell in row.items() if name != "value"} for row in ROWS))


def test_series_are_asked_for_in_batches_over_and_over(tmp_path: Path) -> None:
    """Two a query; the next visit starts over at the end; no id that could end the query's text comes into it."""
    ids = ["tt9000001", "tt9000002", "tt9000003", '" } drop'] + [f"tt900001{n}" for n in range(2)]

    def answer(asked: Asked) -> Reply:
        found = re.findall(r'"(tt\d+)"', asked.query["query"])
        return as_json({"results": {"bindings": [row("P2437", "3", imdb=imdb, item=f"Q{imdb[2:]}") for imdb in found]}})

    with serving(answer) as server:
        for _ in range(2):
            with errand("wikidata", tmp_path, wanted=ids, base=f"{server.url}/sparql", batch=2) as visit:
                pins = visited("wikidata", tmp_path, visit)
                assert sum(wikidata.parse([s]).claims.height for s in snapshots(pins)) == 5
    assert len(server.asked) == 6
    assert all("drop" not in asked.query["query"] for asked in server.asked)
    assert all(asked.headers["accept"] == "application/sparql-results+json" for asked in server.asked)


def test_a_service_that_answers_otherwise_is_named(tmp_path: Path) -> None:
    """An error in JSON is not taken for an empty result."""
    with serving(lambda _: as_json({"error": "overloaded"})) as server:
        visiting = errand("wikidata", tmp_path, wanted=["tt9000001"], base=server.url)
        with visiting as visit, pytest.raises(FetchError, match="holds no results"):
            visited("wikidata", tmp_path, visit)
        with errand("wikidata", tmp_path, base=server.url) as visit:
            assert visited("wikidata", tmp_path, visit) == []
            assert "update imdb or tvmaze first" in visit.notes[0]


def test_its_pages_are_recognised() -> None:
    """By the address in the first line."""
    page = PinnedPage("https://query.wikidata.org/sparql?query=x", b"{}", "application/json", NOW)
    assert recognise(pinned(PAGES, dump([page]).decode())) == "wikidata"
