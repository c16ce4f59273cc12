"""Judgements on which shows are the same: landed once, in any order, reversible, and measured on a checked sample."""

from __future__ import annotations

import csv
import logging
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.claim import Claim, Judgement, Observation
from cliffhanger.domain.errors import BadIdError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Metric, Predicate, Verdict
from cliffhanger.ledger import asof, engine, identity, upkeep
from cliffhanger.ledger.identity import identify, reverse
from cliffhanger.ledger.ingest import ingest
from cliffhanger.ledger.store import Ledger
from cliffhanger.sources.batch import claims_frame, judgements_frame, observations_frame
from cliffhanger.sources.scorecards.words import NETWORKS
from tests.ledger.test_asof import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.ledger.identity import Report

Row = Claim | Judgement | Observation
LOG = logging.getLogger(__name__)
SAMPLE = Path(__file__).parents[2] / "docs" / "identity_sample.csv"
MINES, OTHER = "imdb:tt9000001", "imdb:tt9000002"
CARD = "scorecards:NBC+Salt%20Mines"


def said(show: str, source: str, **values: str) -> Iterator[Claim]:
    """Claim the given predicates of a made-up show."""
    for predicate, value in values.items():
        yield Claim(source=source, show=show, predicate=Predicate(predicate), value=value, known_at=day(0))


def listed(show: str, seasons: int, votes: float = 5000) -> Iterator[Row]:
    """List ten episodes a season."""
    kept = Observation(source="imdb", show=show, metric=Metric.IMDB_VOTES, value=votes, known_at=day(0))
    yield kept
    for season in range(1, seasons + 1):
        yield replace(kept, season=season, metric=Metric.EPISODES_LISTED, value=10)


def imdb(show: str, title: str, year: str, seasons: int = 3) -> list[Row]:
    """Return what a catalogue that speaks in canonical ids says of a made-up show."""
    return [*said(show, "imdb", title=title, start_year=year), *listed(show, seasons)]


def card(show: str = CARD, title: str = "Salt Mines", year: int = 2014) -> list[Row]:
    """Return what a scorecard says of a made-up new show."""
    begun = Claim(
        source="scorecards",
        show=show,
        predicate=Predicate.START_YEAR,
        value=str(year),
        valid_from=date(year, 6, 1),
        valid_to=date(year + 1, 8, 31),
        known_at=day(0),
    )
    return [begun, *said(show, "scorecards", title=title, network="NBC")]


def land(ledger: Ledger, rows: Sequence[Row]) -> None:
    """Land rows as one batch."""
    frames = {
        "claims": claims_frame(r for r in rows if isinstance(r, Claim)),
        "observations": observations_frame(r for r in rows if isinstance(r, Observation)),
        "judgements": judgements_frame(r for r in rows if isinstance(r, Judgement)),
    }
    with ledger.writing():
        ledger.land(frames, {"delivery": str(rows), "source": "made up", "parser": "1"}, landed_at=day(1))


def identified(ledger: Ledger, at: int = 2) -> Report:
    """Judge, some days after the first."""
    with ledger.writing():
        return identify(ledger, author="test", now=day(at))


def resolved(ledger: Ledger) -> dict[str, str]:
    """Return under which id each source's id is known."""
    tables = engine.tables(engine.duckdb(), ledger.view())
    names = asof.resolution(asof.visible(tables["judgements"], tables["batches"]))
    return dict(names.select("left", "right").to_polars().rows())


def filled(folder: Path, *batches: Sequence[Row]) -> Ledger:
    """Return a new ledger with these batches."""
    ledger = Ledger.create(folder)
    for rows in batches:
        land(ledger, rows)
    return ledger


@pytest.mark.parametrize("batches", [[], [card()], [imdb(MINES, "Salt Mines", "2014")]], ids=["empty", "left", "right"])
def test_where_there_is_nothing_to_match_nothing_lands(tmp_path: Path, batches: list[list[Row]]) -> None:
    """An empty ledger, or one side only, gives no judgement and no batch."""
    report = identified(filled(tmp_path, *batches))
    assert report.batch == ""
    assert report.matched.total() == 0


def test_a_match_is_landed_with_its_reasons(tmp_path: Path) -> None:
    """The judgement says who judged, when, how and on what evidence; views then know the show by one id."""
    ledger = filled(tmp_path, imdb(MINES, "Salt Mines", "2014"), card())
    report = identified(ledger)
    assert report.matched == report.shows == {"scorecards": 1}
    (row,) = pl.read_delta(str(tmp_path / "judgements")).to_dicts()
    assert (row["left"], row["right"], row["verdict"]) == (CARD, MINES, Verdict.SAME)
    assert (row["author"], row["judged_at"], row["method"]) == ("test", day(2), "title and year")
    assert row["evidence"].startswith("titles Salt Mines / Salt Mines; began 2014 to 2015 / 2014; seasons unknown / 3;")
    assert resolved(ledger) == {CARD: MINES}
    assert upkeep.check(ledger) == []


def test_judging_again_lands_nothing_new(tmp_path: Path) -> None:
    """The same state gives the same judgements, whoever judges and whenever."""
    ledger = filled(tmp_path, imdb(MINES, "Salt Mines", "2014"), card())
    assert identified(ledger).batch
    before = ledger.view()
    assert identified(ledger, at=9).batch == ""
    assert ledger.view() == before


def test_the_order_of_deliveries_plays_no_part(tmp_path: Path) -> None:
    """Judged after every delivery, in either order, the end is the same."""
    batches = [imdb(MINES, "Salt Mines", "2014"), imdb(OTHER, "Salt Mines", "2015"), card(), card(year=1990)]
    ends = []
    for name, order in (("there", batches), ("back", batches[::-1])):
        ledger = filled(tmp_path / name)
        for rows in order:
            land(ledger, rows)
            identified(ledger)
        ends.append(resolved(ledger))
    assert ends[0] == ends[1]


def test_a_rival_that_comes_later_withdraws_a_match(tmp_path: Path) -> None:
    """What was the only candidate is one of two now; the old judgement counts no more."""
    ledger = filled(tmp_path, imdb(MINES, "Salt Mines", "2014"), card())
    identified(ledger)
    land(ledger, imdb(OTHER, "Salt Mines", "2014"))
    assert identified(ledger).batch
    assert resolved(ledger) == {}


def test_a_reversal_holds_at_once_and_for_good(tmp_path: Path) -> None:
    """The pair is not judged the same again; another match may be found."""
    ledger = filled(tmp_path, imdb(MINES, "Salt Mines", "2014"), card())
    identified(ledger)
    with ledger.writing():
        reverse(ledger, CARD, MINES, author="somebody", now=day(3), evidence="another country's show")
    assert resolved(ledger) == {}
    identified(ledger, at=4)
    assert resolved(ledger) == {}
    land(ledger, imdb(OTHER, "Salt Mines", "2015"))
    identified(ledger, at=5)
    assert resolved(ledger) == {CARD: OTHER}


def test_what_people_and_sources_say_is_not_overruled(tmp_path: Path) -> None:
    """A declared id stands, however well another show would fit; its facts help to match others."""
    declared = Judgement(
        left="tmdb:1",
        right=OTHER,
        verdict=Verdict.SAME,
        method="declared id",
        confidence=0.99,
        author="tmdb",
        judged_at=day(0),
    )
    ledger = filled(
        tmp_path,
        [*imdb(MINES, "Salt Mines", "2014"), *listed(OTHER, 2)],
        [declared, *said("tmdb:1", "tmdb", title="Pepper Mills", start_year="2014")],
        card("scorecards:NBC+Pepper%20Mills", "Pepper Mills"),
    )
    report = identified(ledger)
    assert report.shows == {"scorecards": 1}
    assert resolved(ledger) == {"tmdb:1": OTHER, "scorecards:NBC+Pepper%20Mills": OTHER}
    blind = identity.match(identity.read(ledger, declared=False))
    assert blind.is_empty()


def test_ids_in_rising_order_tell_years(tmp_path: Path) -> None:
    """Where IMDb gives no year, the ids of the first episodes, between those of dated shows, tell two shows apart."""
    rows: list[Row] = []
    for number in range(300):
        show, year = f"imdb:tt8{number:06}", 2008 + number / 20
        rows += imdb(show, f"Filler {number}", str(int(year)), seasons=1)
        rows += episode_ids(show, year)
    for show, year in ((MINES, 2012.5), (OTHER, 2019.5)):
        rows += [*said(show, "imdb", title="Salt Mines"), *listed(show, 1), *episode_ids(show, year)]
    ledger = filled(tmp_path, rows, card(year=2019))
    identified(ledger)
    assert resolved(ledger) == {CARD: OTHER}


def episode_ids(show: str, year: float) -> Iterator[Observation]:
    """Number a first season's episodes as if a million ids were handed out a year."""
    number = (year - 2000) * 1e6
    yield Observation(
        source="imdb", show=show, season=1, metric=Metric.MEDIAN_EPISODE_NUMBER, value=number, known_at=day(0)
    )


def test_only_ids_can_be_reversed(tmp_path: Path) -> None:
    """A verdict on something that is no id is refused, and nothing lands."""
    ledger = filled(tmp_path)
    with ledger.writing(), pytest.raises(BadIdError):
        reverse(ledger, "Salt Mines", MINES, author="test", now=day(1), evidence="")
    assert ledger.batches().is_empty()


def card_id(row: dict[str, str]) -> str:
    """Return the id that the scorecards' parser gives to a row of the sample."""
    return show_id("scorecards", key_of(NETWORKS[row["network"]], row["name"]))


def sample() -> list[dict[str, str]]:
    """Return the rows that were checked by hand."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figures(rows: Sequence[dict[str, str]], found: dict[str, str]) -> tuple[float, float]:
    """Return the share of scripted rows that are matched, and the share of right ones among all matches."""
    checked = [(row, found.get(card_id(row), "")) for row in rows]
    scripted = [match for row, match in checked if row["scripted"] == "yes"]
    right = [row["verdict"] == "right" and match == row["imdb_id"] for row, match in checked if match]
    return sum(map(bool, scripted)) / len(scripted), sum(right) / len(right)


@pytest.fixture(scope="session")
def judged(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Return a ledger of all the real data, judged."""
    ledger = Ledger.create(tmp_path_factory.mktemp("judged"))
    ingest(ledger, [shared / "data"], author="test")
    identified(ledger)
    return ledger


@pytest.mark.shared
@pytest.mark.slow
def test_the_checked_sample_is_matched_and_matched_right(judged: Ledger) -> None:
    """Of 150 rows checked by hand, 95 % of the scripted ones or more are matched, and 99 % of the matches are right."""
    rows = sample()
    coverage, precision = figures(rows, resolved(judged))
    LOG.info("%d rows: %.1f %% of the scripted matched, %.1f %% right", len(rows), 100 * coverage, 100 * precision)
    assert len(rows) == 150
    assert coverage >= 0.95
    assert precision >= 0.99


@pytest.mark.shared
@pytest.mark.slow
def test_declared_ids_are_found_without_being_told(judged: Ledger) -> None:
    """Judged blind, 97 % or more of the declared ids that IMDb's files know are found, and hardly one mistaken."""
    known = identity.read(judged, declared=False)
    found = identity.match(known).select("show", found="right")
    declared = known.judgements.filter(pl.col("method") == "declared id").select(show="left", told="right")
    catalogue = known.claims.select(told="show").unique()
    both = declared.join(catalogue, on="told", how="semi").join(found, on="show", how="left")
    hit = both.filter(pl.col("found") == pl.col("told")).height
    missed = both.filter(pl.col("found") != pl.col("told")).height
    LOG.info("%d declared ids in the catalogue: %d found, %d taken for another", both.height, hit, missed)
    assert hit / both.height >= 0.97
    assert missed / (hit + missed) <= 0.005


def test_the_sample_can_be_held_against_a_ledger() -> None:
    """Its names and networks are those of the cards, and only what was matched has an id."""
    rows = sample()
    assert {row["network"] for row in rows} <= NETWORKS.keys()
    assert {row["verdict"] for row in rows} <= {"right", "wrong", "unmatched", "not in catalogue"}
    assert all(bool(row["imdb_id"]) == (row["verdict"] in ("right", "wrong")) for row in rows)
