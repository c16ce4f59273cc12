"""IMDb's official files: what is claimed, what is counted, and from when it was known."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.imdb import parse as imdb
from cliffhanger.sources.imdb.source import SOURCE
from tests.sources.test_tables import OBTAINED, counted, day, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

DAY = "2026-01-31"
SHOW, OTHER, UNTITLED = "imdb:tt9000001", "imdb:tt9000002", "imdb:tt9000003"

# Made up: three series, a film, and episodes of the first and the third.
TITLES = r"""tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres
tt9000001 tvSeries "Quoted_Show "Quoted_Show 0 2021 \N 50 Drama,Sci-Fi
tt9000002 tvMiniSeries Second_Show Segunda 0 2027 2027 \N Talk-Show
tt9000004 tvSeries Yearless_Show Yearless_Show 0 \N \N \N \N
tt9000009 movie Film Film 0 2001 \N 90 Western
"""
EPISODES = r"""tconst parentTconst seasonNumber episodeNumber
tt9000013 tt9000001 1 3
tt9000011 tt9000001 1 1
tt9000012 tt9000001 1 2
tt9000021 tt9000001 2 1
tt9000031 tt9000003 1 1
"""
RATINGS = """tconst averageRating numVotes
tt9000001 7.5 1000
tt9000011 8.0 100
tt9000012 7.0 50
tt9000031 6.5 40
tt9000009 9.9 5
"""
LISTINGS = """tconst,seasonNumber,episodesListed
tt9000001,1,8
tt9000001,2,1
tt9000002,1,6
"""


def tsv(table: str) -> str:
    """Return a table in the official layout: tabs between fields, blanks within them."""
    return table.replace(" ", "\t").replace("_", " ")


def delivery(
    titles: str = TITLES, episodes: str = EPISODES, ratings: str = RATINGS, listings: str = LISTINGS
) -> list[Snapshot]:
    """Pin one made-up delivery."""
    packed = {"title.basics": titles, "title.episode": episodes, "title.ratings": ratings}
    snapshots = [pinned(f"{n}.tsv.gz", gzip.compress(tsv(t).encode()), known=DAY) for n, t in packed.items()]
    return snapshots + ([pinned("season_listings.csv", listings, known=DAY)] if listings else [])


def parsed(
    *, titles: str = TITLES, episodes: str = EPISODES, ratings: str = RATINGS, listings: str = LISTINGS
) -> Batch:
    """Parse one made-up delivery."""
    return imdb.parse(delivery(titles, episodes, ratings, listings))


def test_a_series_is_described() -> None:
    """Title and first year are known from the start of that year, everything else from the day of the file."""
    assert said(parsed(), SHOW) == {
        "title": [('"Quoted Show', day("2021-01-01"))],
        "start_year": [("2021", day("2021-01-01"))],
        "genre": [("drama", day(DAY)), ("science fiction", day(DAY))],
    }


def test_a_mini_series_is_limited_and_a_later_start_is_known_no_later_than_the_file() -> None:
    """What the file announces for a year to come is known on the day of the file."""
    assert said(parsed(), OTHER) == {
        "title": [("Second Show", day(DAY))],
        "alias": [("Segunda", day(DAY))],
        "start_year": [("2027", day(DAY))],
        "end_year": [("2027", day(DAY))],
        "kind": [("limited", day(DAY))],
        "genre": [("talk", day(DAY))],
    }


def test_a_series_without_a_year_is_known_since_the_file() -> None:
    """Nobody can say since when it bore its title."""
    assert said(parsed(), "imdb:tt9000004") == {"title": [("Yearless Show", day(DAY))]}


def test_claims_bear_the_ids_of_claims() -> None:
    """Columns and objects give one id for one statement."""
    claim = Claim(source="imdb", show=SHOW, predicate=Predicate.GENRE, value="science fiction", known_at=day(DAY))
    assert claim.id in parsed().claims["claim_id"].to_list()


def test_only_series_land() -> None:
    """A film is neither claimed nor counted as a fault."""
    batch = parsed()
    assert "imdb:tt9000009" not in batch.claims["show"].to_list() + batch.observations["show"].to_list()
    assert batch.set_aside == ()
    assert batch.rows_read == 4 + 5 + 5 + 3


def test_numbers_of_series_season_and_episode() -> None:
    """A season's rating is the mean of its rated episodes, its votes their sum, its numbers those of the ids."""
    batch = parsed()
    assert seen(batch, Metric.IMDB_RATING, SHOW) == [7.5]
    assert seen(batch, Metric.IMDB_VOTES, SHOW) == [1000]
    assert seen(batch, Metric.IMDB_RATING, SHOW, 1) == [7.5]
    assert seen(batch, Metric.IMDB_VOTES, SHOW, 1) == [150]
    assert seen(batch, Metric.EPISODES_RATED, SHOW, 1) == [2]
    assert seen(batch, Metric.EPISODES_LISTED, SHOW, 1) == [8]
    assert seen(batch, Metric.FIRST_EPISODE_NUMBER, SHOW, 1) == [9000011]
    assert seen(batch, Metric.MEDIAN_EPISODE_NUMBER, SHOW, 1) == [9000011.5]
    assert seen(batch, Metric.LAST_EPISODE_NUMBER, SHOW, 1) == [9000012]
    assert seen(batch, Metric.IMDB_RATING, SHOW, 1, 2) == [7.0]
    assert seen(batch, Metric.IMDB_VOTES, SHOW, 1, 2) == [50]
    assert seen(batch, Metric.IMDB_RATING, SHOW, 1, 3) == []
    assert batch.observations["known_at"].unique().to_list() == [day(DAY)]


def test_a_listed_season_without_a_rated_episode_is_seen() -> None:
    """It is an early sign of a next season: listed, no episode rated, no rating, no votes."""
    batch = parsed()
    for show, listed in ((SHOW, 1), (OTHER, 6)):
        season = 2 if show == SHOW else 1
        assert seen(batch, Metric.EPISODES_LISTED, show, season) == [listed]
        assert seen(batch, Metric.EPISODES_RATED, show, season) == [0]
        assert seen(batch, Metric.IMDB_RATING, show, season) == []
        assert seen(batch, Metric.IMDB_VOTES, show, season) == []


def test_a_parent_without_a_title_keeps_its_numbers() -> None:
    """Its season and episode are observed, and nothing is claimed of it."""
    batch = parsed()
    assert seen(batch, Metric.IMDB_RATING, UNTITLED, 1) == [6.5]
    assert seen(batch, Metric.IMDB_RATING, UNTITLED, 1, 1) == [6.5]
    assert said(batch, UNTITLED) == {}


def test_without_listings_the_episodes_are_counted() -> None:
    """The official file lists every episode; a file cut down to rated ones lists nothing."""
    assert seen(parsed(listings=""), Metric.EPISODES_LISTED, SHOW, 1) == [3]
    cut = "".join(line for line in EPISODES.splitlines(keepends=True) if line[:9] not in ("tt9000013", "tt9000021"))
    batch = parsed(episodes=cut, listings="")
    assert seen(batch, Metric.EPISODES_LISTED, SHOW, 1) == []
    assert seen(batch, Metric.EPISODES_RATED, SHOW, 1) == [2]


def test_episodes_without_a_season_are_counted_under_one_reason() -> None:
    """However many there are, a handful of objects tells of them."""
    loose = "".join(rf"tt8{number:06} tt9000001 \N \N" + "\n" for number in range(1000))
    batch = parsed(episodes=EPISODES + loose)
    assert counted(batch.set_aside) == {"an episode without a season number": 1000}
    assert len(batch.set_aside) <= 5
    assert seen(batch, Metric.EPISODES_RATED, SHOW, 1) == [2]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"titles": TITLES + "tt9000005 tvHologram Odd Odd 0 2020 2020 1 Drama\n"}, "unknown titleType"),
        ({"titles": TITLES + "tt9000005 tvSeries Odd Odd 0 2020 2020 1 Glorp\n"}, "unknown genre"),
        ({"titles": TITLES + "tt9000005 tvSeries Odd Odd 0 soon 2020 1 Drama\n"}, "not a year"),
        ({"titles": TITLES + "tt9000005 tvSeries \\N Odd 0 2020 2020 1 Drama\n"}, "a series without a title"),
        ({"titles": TITLES + "nm9000005 tvSeries Odd Odd 0 2020 2020 1 Drama\n"}, "not an IMDb id of a title"),
        (
            {"titles": TITLES + "tt9000001 tvSeries Odd Odd 0 2020 2020 1 Drama\n"},
            "another row describes the same series",
        ),
        ({"episodes": EPISODES + "tt9000041 tt9000001 one 1\n"}, "not a season number"),
        ({"episodes": EPISODES + "tt9000041 tt9000001 1 \\N\n"}, "an episode without a number"),
        ({"episodes": EPISODES + "tt9000011 tt9000001 1 1\n"}, "another row describes the same episode"),
        ({"episodes": EPISODES + "tt9000041 tt9000001 1 1\n"}, "another episode of the season bears the same number"),
        ({"ratings": RATINGS + "tt9000021 11.0 9\n"}, "not a rating from 1 to 10"),
        ({"ratings": RATINGS + "tt9000021 nan 9\n"}, "not a rating from 1 to 10"),
        ({"ratings": RATINGS + "tt9000021 7.0 many\n"}, "not a number of votes"),
        ({"listings": LISTINGS + "tt9000001,3,several\n"}, "not a number of episodes"),
        ({"listings": LISTINGS + "tt9000001,1,9\n"}, "another row lists the same season"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_good_ones_land(changed: dict[str, str], reason: str) -> None:
    """One row at fault costs one row, with its reason; what is sound stays as it was."""
    batch = parsed(**changed)
    assert counted(batch.set_aside) == {reason: 1}
    assert said(batch, SHOW) == said(parsed(), SHOW)
    assert seen(batch, Metric.IMDB_RATING, SHOW, 1, 1) == [8.0]


def test_a_set_aside_row_is_named() -> None:
    """The row's number in its file, the field and the value lead to it."""
    (aside,) = parsed(ratings=RATINGS + "tt9000021 11.0 9\n").set_aside
    assert (aside.row, aside.field, aside.value) == (6, "averageRating", "11.0")


def test_an_episode_that_moved_stands_under_both_series() -> None:
    """IMDb lists it twice for some days; each season is observed as IMDb shows it."""
    batch = parsed(episodes=EPISODES + "tt9000031 tt9000002 1 1\n")
    assert batch.set_aside == ()
    assert seen(batch, Metric.IMDB_RATING, UNTITLED, 1, 1) == seen(batch, Metric.IMDB_RATING, OTHER, 1, 1) == [6.5]


@pytest.mark.parametrize("missing", ["title.basics.tsv.gz", "title.episode.tsv.gz", "title.ratings.tsv.gz"])
def test_a_delivery_without_one_of_three_files_is_refused(missing: str) -> None:
    """The error says which file must stand beside the others."""
    files = [snapshot for snapshot in delivery() if snapshot.name != missing]
    with pytest.raises(BadFileError, match=rf"{missing} of the same day must stand in the same folder"):
        imdb.parse(files)


def test_two_files_of_one_kind_are_refused() -> None:
    """Nobody can say which of the two is meant."""
    double = pinned("title.ratings.tsv", tsv(RATINGS), known=DAY)
    with pytest.raises(BadFileError, match=r"title\.ratings\.tsv: is a second title\.ratings, beside title\.ratings"):
        imdb.parse([*delivery(), double])


def test_a_truncated_file_is_recognised_and_refused() -> None:
    """The user hears that the file is cut short, not that nobody knows it."""
    files = delivery()
    cut = pinned("title.episode.tsv.gz", files[1].content[:-12], known=DAY)
    assert imdb.recognises(cut)
    with pytest.raises(BadFileError, match=r"title\.episode\.tsv\.gz: the gzip is cut short"):
        imdb.parse([files[0], cut, files[2]])


def test_a_missing_column_is_named() -> None:
    """A changed layout lands nothing."""
    with pytest.raises(BadFileError, match=r"title\.ratings\.tsv\.gz, numVotes: column missing"):
        parsed(ratings=RATINGS.replace("numVotes", "votes"))


def test_a_new_column_is_heard() -> None:
    """What the parser does not know is reported; what it leaves on purpose is not."""
    assert parsed(ratings="tconst averageRating numVotes median\ntt9000001 7.5 10 8\n").left_over == ("median",)


def test_files_are_recognised_by_name_or_by_first_line() -> None:
    """A browser may rename a file; other tables are not IMDb's."""
    assert all(imdb.recognises(snapshot) for snapshot in delivery())
    assert imdb.recognises(pinned("title.ratings.tsv (1).gz", gzip.compress(tsv(RATINGS).encode())))
    assert imdb.recognises(pinned("listings.txt", LISTINGS))
    assert not imdb.recognises(pinned("title.crew.tsv", tsv("tconst directors writers\n")))
    assert not imdb.recognises(pinned("notes.txt", "a line"))
    assert not imdb.recognises(pinned("picture.png", b"\x89PNG\r\n\x1a\n"))


def test_without_a_day_the_numbers_are_known_since_the_file_was_obtained() -> None:
    """Never too early: nobody can say how old the files are."""
    files = [pinned(s.name, s.content) for s in delivery()]
    assert imdb.parse(files).observations["known_at"].unique().to_list() == [OBTAINED]


def test_the_terms_forbid_shipping() -> None:
    """IMDb's numbers arrive with the user's own copy only."""
    assert (SOURCE.name, SOURCE.licence.ships) == ("imdb", False)


@pytest.mark.shared
def test_the_real_delivery(shared: Path) -> None:
    """Every series, every rated episode, every listing; and Ballard, a season rated and the next one listed."""
    folder = shared / "data" / "imdb" / DAY
    batch = imdb.parse([pinned_file(path, known=DAY) for path in sorted(folder.iterdir())])
    titles = batch.claims.filter(pl.col("predicate") == "title")
    assert titles["show"].n_unique() == titles.height == 25_000
    rated = pl.col("metric") == "imdb_rating"
    assert batch.observations.filter(rated, pl.col("episode").is_not_null()).height == 676_757
    assert batch.observations.filter(pl.col("metric") == "episodes_listed").height == 70_358
    assert counted(batch.set_aside) == {}
    assert batch.left_over == ()
    show = "imdb:tt26676904"
    assert said(batch, show)["title"] == [("Ballard", day("2025-01-01"))]
    assert seen(batch, Metric.IMDB_RATING, show, 1) == [7.83]
    assert seen(batch, Metric.EPISODES_RATED, show, 1) == [10]
    assert seen(batch, Metric.EPISODES_LISTED, show, 2) == [1]


AKAS = r"""titleId ordering title region language types attributes isOriginalTitle
tt9000001 1 Andere_Serie DE de \N \N 0
tt9000009 1 Anderer_Film DE de \N \N 0
"""
PRINCIPALS = r"""tconst ordering nconst category job characters
tt9000001 1 nm9000001 actor \N ["Jane_\"Ace\"_Doe","Another"]
tt9000001 2 nm9000002 creator \N \N
tt9000001 3 nm9000003 juggler \N \N
tt9000001 4 nm9000009 actor \N \N
tt9000009 1 nm9000001 actor \N \N
"""
NAMES = r"""nconst primaryName birthYear deathYear primaryProfession knownForTitles
nm9000001 First_Player 1970 \N actor \N
nm9000002 First_Writer \N \N writer \N
nm9000003 Some_Juggler \N \N \N \N
"""


def test_other_titles_casts_and_crews_of_series_are_read_where_they_are_there() -> None:
    """Series only; a role goes with its player; a nameless person is left out, an unknown kind of work set aside."""
    more = {"title.akas": AKAS, "title.principals": PRINCIPALS, "name.basics": NAMES}
    extra = [pinned(f"{n}.tsv.gz", gzip.compress(tsv(t).encode()), known=DAY) for n, t in more.items()]
    batch = imdb.parse([*delivery(), *extra])
    told = said(batch, SHOW)
    assert ("Andere Serie", day(DAY)) in told["alias"]
    assert told["cast"] == [("First Player", day(DAY))]
    assert told["creator"] == [("First Writer", day(DAY))]
    roles = batch.claims.filter(pl.col("predicate") == "cast")["unit"].to_list()
    assert roles == ['Jane "Ace" Doe']
    assert counted(batch.set_aside) == {"unknown category": 1}
    assert not batch.claims.filter(pl.col("show").str.contains("tt9000009")).height
    assert batch.left_over == ()
