"""The catalogue's names for the reader, and where an article says otherwise; made-up shows unless they are real."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.outlook import facts as catalogue
from cliffhanger.outlook.names import names
from cliffhanger.outlook.otherwise import otherwise
from cliffhanger.reader.claims import ArticleClaim, Subject
from tests.facts import claim, facts, number

SHOW = "imdb:tt9000001"
DAY = date(2024, 4, 1)
AS_OF = date(2025, 7, 30)


def test_every_title_and_alias_is_a_name_with_year_platform_and_rank() -> None:
    """The best known show is 0; a season's own name is none of the show's."""
    opened = facts(
        claim(SHOW, "title", "Copper Lantern", DAY, source="imdb"),
        claim(SHOW, "alias", "Kupferlaterne", DAY),
        claim(SHOW, "alias", "Copper Lantern: The End", DAY, season=2),
        claim(SHOW, "start_year", "2023", DAY),
        claim(SHOW, "network", "Netflix", DAY),
        claim("imdb:tt9000002", "title", "Copper Lantern", DAY),
        number(SHOW, "votes_percentile", 20, DAY, season=1),
        number("imdb:tt9000002", "votes_percentile", 80, DAY, season=1),
    )
    found = names(opened.connection)
    first, second = found.exactly("copper lantern")
    assert (first.show, first.rank, first.year) == ("imdb:tt9000002", 0, None)
    assert (second.show, second.rank, second.year, second.platform) == (SHOW, 1, 2023, "Netflix")
    assert [(n.title, n.text) for n in found.exactly("Kupferlaterne")] == [("Copper Lantern", "Kupferlaterne")]
    assert found.exactly("Copper Lantern: The End") == ()


def test_a_followed_series_is_better_known_than_any_other() -> None:
    """Those followed day by day are the most-voted ones."""
    opened = facts(
        claim(SHOW, "title", "A", DAY),
        claim("imdb:tt9000002", "title", "B", DAY),
        number(SHOW, "votes_percentile", 99, DAY, season=1),
        number("imdb:tt9000002", "tracked_since", 1, DAY),
    )
    assert names(opened.connection).exactly("B")[0].rank == 0


def test_the_starter_catalogue_knows_the_real_shows() -> None:
    """Of the shows called The Office, the American one is the best known."""
    found = names(catalogue.from_starter().connection)
    assert len(found) > 25_000
    assert found.exactly("The Office")[0].show == "imdb:tt0386676"
    assert found.exactly("Ballard")[0].platform == "Prime Video"


def said(predicate: Predicate, value: str | int | None = None, **more: Any) -> ArticleClaim:  # noqa: ANN401 - any field
    """Return a made-up claim of an article."""
    return ArticleClaim(subject=Subject("Copper Lantern", SHOW), predicate=predicate, span=None, value=value, **more)


@pytest.mark.parametrize(
    ("row", "claimed", "told"),
    [
        (("season_count", "7", {}), said(Predicate.SEASON_COUNT, 10), ["seven seasons (tvmaze, 1 April 2024)"]),
        (("season_count", "7", {}), said(Predicate.SEASON_COUNT, 7), []),
        (("season_count", "7", {}), said(Predicate.SEASON_COUNT, 10, modality=Modality.RUMOUR), []),
        (("season_count", "7", {"known_on": AS_OF.replace(year=2026)}), said(Predicate.SEASON_COUNT, 10), []),
        (("season_count", "7", {"taken_back_on": DAY}), said(Predicate.SEASON_COUNT, 10), []),
        (("season_count", "7", {"source": "news"}), said(Predicate.SEASON_COUNT, 10), []),
        (("season_count", "7", {}), said(Predicate.GENRE, "drama"), []),
        (
            ("episode_count", "8", {"season": 1}), said(Predicate.EPISODE_COUNT, 10, season=1),
            ["eight episodes (tvmaze, 1 April 2024)"],
        ),
        (("episode_count", "8", {"season": 2}), said(Predicate.EPISODE_COUNT, 10, season=1), []),
        (
            ("content_rating", "TV-MA", {}), said(Predicate.CONTENT_RATING, "TV-14"),
            ["TV-MA (tvmaze, 1 April 2024)"],
        ),
    ],
)  # fmt: skip
def test_what_no_source_bears_out_is_shown_with_what_they_say(
    row: tuple[str, str, dict[str, Any]], claimed: ArticleClaim, told: list[str]
) -> None:
    """Only what was known by the day, of the same season, and of what has one value."""
    predicate, value, more = row
    known_on = more.pop("known_on", DAY) if "known_on" in more else DAY
    opened = facts(claim(SHOW, predicate, value, known_on, **({"source": "tvmaze"} | more)))
    found = [other.say().replace("TVmaze", "tvmaze") for other in otherwise(opened.connection, claimed, AS_OF)]
    assert found == told


@pytest.mark.parametrize(
    ("day", "differs"), [(date(2024, 3, 1), False), (date(2024, 3, 8), False), (date(2024, 5, 1), True)]
)
def test_a_premiere_within_a_week_is_the_same_premiere(day: date, *, differs: bool) -> None:
    """Countries and clocks differ; months do not."""
    aired = date(2024, 3, 1)
    row = claim(SHOW, "premiere_date", "2024-03-01", DAY, season=1, valid_from=aired, valid_to=aired, source="tvmaze")
    claimed = said(Predicate.PREMIERE_DATE, season=1, when=PartialDate(day, day))
    assert bool(otherwise(facts(row).connection, claimed, AS_OF)) == differs


def test_one_source_that_agrees_is_enough() -> None:
    """Where catalogues disagree among themselves, an article that follows one of them says nothing new."""
    opened = facts(
        claim(SHOW, "season_count", "7", DAY, source="tvmaze"), claim(SHOW, "season_count", "6", DAY, source="omdb")
    )
    assert otherwise(opened.connection, said(Predicate.SEASON_COUNT, 6), AS_OF) == ()
    assert len(otherwise(opened.connection, said(Predicate.SEASON_COUNT, 5), AS_OF)) == 2
