"""From claims and numbers to what is compared: titles, first years, seasons and places of every show.

IMDb's files carry few dates, but IMDb hands out ids in rising order: the ids
of episodes whose dates are known make a clock, by which the others are read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from cliffhanger.domain.platforms import PLATFORMS
from cliffhanger.domain.vocabulary import Metric, PlatformClass, Predicate
from cliffhanger.ledger.matching import PROFILE, SEASON, Side
from cliffhanger.ledger.titles import PARTIAL, hints, language_of, names_frame

CANONICAL = "imdb:"
"""What the canonical ids begin with."""

DATED = ("tmdb", "tmdb_name", "tvmaze_name")
"""Authorities that date a show by its first showing anywhere; the others by its arrival."""

_DECISIONS = (
    Predicate.RENEWED, Predicate.CANCELLED, Predicate.ENDING, Predicate.ORDERED, Predicate.RESCUED,
)  # fmt: skip
PREDICATES = (
    Predicate.TITLE, Predicate.ALIAS, Predicate.START_YEAR, Predicate.PREMIERE_DATE, Predicate.MEAN_AIR_DATE,
    Predicate.SEASON_COUNT, Predicate.EPISODE_COUNT, Predicate.COUNTRY, Predicate.LANGUAGE, Predicate.NETWORK,
    *_DECISIONS,
)  # fmt: skip
"""What claims are read."""

METRICS = (
    Metric.EPISODES_LISTED, Metric.MEDIAN_EPISODE_NUMBER, Metric.IMDB_VOTES,
    Metric.HALF_YEAR_HOURS, Metric.WEEKLY_HOURS,
)  # fmt: skip
"""What observations are read; those of hours for the seasons that they name."""

_EARLY = 2008
"""Before this year ids tell nothing: IMDb entered older episodes all at once."""
_RUN_AHEAD, _RUN_BEHIND = 6, 8
"""Years by which a show's own id may come before, or after, the show."""
_YEARS_AS_SEASONS = 200
"""Where seasons are numbered by year, their numbers count nothing."""
_DECIDED_AFTER = 0.2
"""Years from the middle of a season to its decision, mostly."""
_TICK = 40
"""Dated seasons, or shows, that make one tick of a clock."""
_TICKS = 5
"""Ticks without which there is no clock."""
_AMERICAN = list(PLATFORMS[PlatformClass.BROADCAST])
_PLACES = ("countries", "languages", "networks")


@dataclass(frozen=True, slots=True)
class Known:
    """What a ledger says that bears on identity.

    Attributes:
        claims: standing claims of ``PREDICATES``, under the canonical id where that is declared.
        numbers: the highest value of each of ``METRICS`` by show and season.
        judgements: the verdicts of people and of the sources themselves.
        own: the standing judgements of the matcher.
        own_batches: the batches that they stand in.
    """

    claims: pl.DataFrame
    numbers: pl.DataFrame
    judgements: pl.DataFrame
    own: pl.DataFrame
    own_batches: tuple[str, ...]


def sources(known: Known) -> Side:
    """Gather what the sources say of the shows that have no canonical id yet."""
    claims = known.claims.filter(~pl.col("show").str.starts_with(CANONICAL))
    numbers = known.numbers.filter(~pl.col("show").str.starts_with(CANONICAL))
    titles = _titles(claims)
    seen = pl.concat([claims.select("show", "season"), numbers.select("show", "season")])
    seen = seen.filter(pl.col("season") < _YEARS_AS_SEASONS).group_by("show").agg(seasons=pl.col("season").max())
    profiles = _told(claims)
    for more in (_first_years(claims), _latest(titles, claims), _hinted(titles), seen):
        profiles = profiles.join(more, on="show", how="left")
    american = pl.col("networks").list.eval(pl.element().is_in(_AMERICAN)).list.any()
    profiles = profiles.with_columns(
        first=pl.coalesce("hint", "year"),
        first_latest=pl.coalesce("hint", "year_latest", "latest"),
        grain=pl.lit(None, pl.String),
        late=~pl.col("show").str.split(":").list.first().is_in(DATED),
        countries=pl.coalesce(pl.when(pl.col("land").is_not_null()).then(pl.concat_list("land")), "countries"),
        languages=pl.coalesce("languages", pl.when(pl.col("tongue").is_not_null()).then(pl.concat_list("tongue"))),
        home=pl.when(american).then(pl.lit("US")),
        votes=pl.lit(None, pl.Float64),
    )
    return Side(_names(titles), _fit(profiles), _shown(claims))


def catalogue(known: Known) -> Side:
    """Gather what is known of the shows that have canonical ids, by dates and by the clock of their ids."""
    claims = known.claims.filter(pl.col("show").str.starts_with(CANONICAL))
    numbers = known.numbers.filter(pl.col("show").str.starts_with(CANONICAL))
    first = _first_years(claims)
    clocked = _clocked(numbers, claims, first)
    began = clocked.filter(pl.col("season") == 1).select("show", began="year")
    of_listed = pl.col("metric") == Metric.EPISODES_LISTED
    listed = numbers.filter(of_listed, pl.col("season").is_between(1, _YEARS_AS_SEASONS))
    listed = listed.group_by("show").agg(seasons=pl.col("season").max(), listed=pl.col("value").sum())
    of_votes = (pl.col("metric") == Metric.IMDB_VOTES) & pl.col("season").is_null()
    votes = numbers.filter(of_votes).select("show", votes="value")
    profiles = _told(claims)
    for more in (first, began, _by_own_id(profiles, first), listed, votes):
        profiles = profiles.join(more, on="show", how="left")
    profiles = profiles.with_columns(
        episodes=pl.coalesce("listed", "episodes"),
        late=pl.lit(value=False),
        home=pl.lit(None, pl.String),
        **_span(),
    )
    return Side(_names(_titles(claims)), _fit(profiles), clocked.filter(pl.col("year") >= _EARLY))


def _span() -> dict[str, pl.Expr]:
    """Say when a show began: by its year, else by its first episodes' ids, else by its own id."""
    clocked = pl.col("began") >= _EARLY
    early = pl.col("began") < _EARLY
    unclocked = pl.col("began").is_null()
    return {
        "first": pl.coalesce(
            "year",
            pl.when(clocked).then(pl.col("began") - 1),
            pl.when(unclocked).then(pl.col("by_id") - _RUN_BEHIND),
        ),
        "first_latest": pl.coalesce(
            "year_latest",
            pl.when(clocked).then(pl.col("began") + 1),
            pl.when(early).then(pl.lit(_EARLY, pl.Float64)),
            pl.col("by_id") + _RUN_AHEAD,
        ),
        "grain": pl.when(pl.col("year").is_not_null())
        .then(pl.lit("year"))
        .when(clocked)
        .then(pl.lit("clock"))
        .when(early | pl.col("by_id").is_not_null())
        .then(pl.lit("era")),
    }


def learned(right: Side, left: Side, matches: pl.DataFrame) -> Side:
    """Give the matched shows of the catalogue the years and places of their matches, where they have none."""
    whole = matches.filter(pl.col("looseness") < PARTIAL).select("show", own="right")
    told = whole.join(left.profiles, on="show").drop_nulls("first")
    told = told.group_by(show="own").agg(
        pl.col("first").min().alias("year"),
        *(pl.col(name).explode().drop_nulls().unique().sort().alias(f"{name}_too") for name in _PLACES),
    )
    profiles = right.profiles.join(told, on="show", how="left")
    better = pl.col("year").is_not_null() & (pl.col("grain").fill_null("") != "year")
    places = {name: pl.when(pl.col(f"{name}_too").list.len() > 0).then(f"{name}_too") for name in _PLACES}
    profiles = profiles.with_columns(
        first=pl.when(better).then("year").otherwise("first"),
        first_latest=pl.when(better).then("year").otherwise("first_latest"),
        grain=pl.when(better).then(pl.lit("year")).otherwise("grain"),
        **{name: pl.coalesce(name, too) for name, too in places.items()},
    )
    return Side(right.names, profiles.select(list(PROFILE)), right.seasons)


def _fit(profiles: pl.DataFrame) -> pl.DataFrame:
    return profiles.select(pl.col(name).cast(kind) for name, kind in PROFILE.items())


def _titles(claims: pl.DataFrame) -> pl.DataFrame:
    return claims.filter(pl.col("predicate").is_in([Predicate.TITLE, Predicate.ALIAS]))


def _names(titles: pl.DataFrame) -> pl.DataFrame:
    alias = pl.col("predicate") == Predicate.ALIAS
    return names_frame(titles.select("show", "value", alias=alias).unique().sort(pl.all()).rows())


def _told(claims: pl.DataFrame) -> pl.DataFrame:
    """Gather what catalogues say, one row a show."""

    def of(predicate: Predicate) -> pl.Expr:
        return pl.col("value").filter((pl.col("predicate") == predicate) & pl.col("season").is_null())

    def several(predicate: Predicate) -> pl.Expr:
        return of(predicate).unique().sort()

    gathered = claims.group_by("show").agg(
        seasons_told=of(Predicate.SEASON_COUNT).cast(pl.Int32).max(),
        episodes=of(Predicate.EPISODE_COUNT).cast(pl.Float64).max(),
        countries=several(Predicate.COUNTRY),
        languages=several(Predicate.LANGUAGE),
        networks=several(Predicate.NETWORK),
    )
    return gathered.with_columns(pl.when(pl.col(name).list.len() > 0).then(name).alias(name) for name in _PLACES)


def _first_years(claims: pl.DataFrame) -> pl.DataFrame:
    """Return the years between which each show began, as far as dates tell: IMDb's own year before all others."""
    start = pl.col("predicate") == Predicate.START_YEAR
    premiere = (pl.col("predicate") == Predicate.PREMIERE_DATE) & (pl.col("season").fill_null(1) == 1)
    year = pl.col("value").str.head(4).cast(pl.Float64, strict=False)
    years = claims.filter(start | premiere).select(
        "show",
        year=pl.coalesce(pl.col("valid_from").dt.year().cast(pl.Float64), year),
        year_latest=pl.coalesce(pl.col("valid_to").dt.year().cast(pl.Float64), year),
        trust=pl.when(start & (pl.col("source") == "imdb")).then(0).when(start).then(1).otherwise(2),
    )
    years = years.drop_nulls().sort("trust", "year", "year_latest")
    return years.unique("show", keep="first", maintain_order=True).drop("trust")


def _fraction(column: str) -> pl.Expr:
    day = pl.col(column)
    return day.dt.year() + (day.dt.ordinal_day() - 1) / 366


def _latest(titles: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Return the year by which each show had begun: it had been heard of, and shown so many seasons, two a year."""
    heard = titles.group_by("show").agg(heard=pl.col("known_at").dt.year().min().cast(pl.Float64) + 1)
    begun = (pl.col("year") - (pl.col("season") - 1) / 2).min().floor() + 1
    shown = _shown(claims).group_by("show").agg(shown=begun)
    both = heard.join(shown, on="show", how="left")
    return both.select("show", latest=pl.min_horizontal("heard", "shown"))


def _hinted(titles: pl.DataFrame) -> pl.DataFrame:
    """Return what each show's titles tell besides: year and country in brackets, language by their letters."""
    telling = titles.filter(pl.col("value").str.contains(r"[(\[]|[^\x00-\u024f]")).select("show", "value")
    rows = [(show, *hints(title), language_of(title)) for show, title in telling.rows()]
    schema = {"show": pl.String, "hint": pl.Float64, "land": pl.String, "tongue": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return frame.group_by("show").agg(pl.col("hint", "land", "tongue").drop_nulls().min())


def _shown(claims: pl.DataFrame) -> pl.DataFrame:
    """Return when seasons were shown: they began on a day, or were decided about."""
    began = claims.filter(pl.col("predicate") == Predicate.PREMIERE_DATE, pl.col("season") > 0)
    decided = claims.filter(pl.col("predicate").is_in(list(_DECISIONS)), pl.col("season") > 0)
    both = pl.concat(
        [
            began.select("show", "season", year=_fraction("valid_from")),
            decided.select("show", "season", year=_fraction("known_at") - _DECIDED_AFTER),
        ]
    )
    both = both.group_by("show", "season").agg(pl.col("year").min())
    return both.select(pl.col(name).cast(kind) for name, kind in SEASON.items())


def _clocked(numbers: pl.DataFrame, claims: pl.DataFrame, first: pl.DataFrame) -> pl.DataFrame:
    """Date seasons by the ids of their episodes, which are handed out in rising order."""
    ids = numbers.filter(pl.col("metric") == Metric.MEDIAN_EPISODE_NUMBER, pl.col("season") < _YEARS_AS_SEASONS)
    exact = pl.col("predicate").is_in([Predicate.MEAN_AIR_DATE, Predicate.PREMIERE_DATE]) & (pl.col("season") > 0)
    dated = pl.concat(
        [
            claims.filter(exact).select("show", "season", year=_fraction("valid_from")),
            first.select("show", pl.lit(1, pl.Int32).alias("season"), year=pl.col("year") + 0.5),
        ]
    )
    dated = dated.drop_nulls().group_by("show", "season").agg(pl.col("year").min())
    known = ids.join(dated, on=["show", "season"]).select("value", "year")
    return ids.select("show", "season", year=_clock(known, ids["value"])).drop_nulls()


def _by_own_id(profiles: pl.DataFrame, first: pl.DataFrame) -> pl.DataFrame:
    """Date shows by their own ids, which are handed out some time before they begin, or long after."""
    number = pl.col("show").str.extract(r"tt(\d+)$").cast(pl.Float64)
    known = first.select(number.alias("value"), "year").drop_nulls()
    numbered = profiles.select("show", number=number).drop_nulls()
    return numbered.select("show", by_id=_clock(known, numbered["number"])).drop_nulls()


def _clock(known: pl.DataFrame, numbers: pl.Series) -> pl.Series:
    """Read years off numbers that rise with time, by pairs of both that are known; null where those are too few."""
    ticks = known.sort("value").with_columns(tick=pl.int_range(pl.len()) // _TICK)
    marks = ticks.group_by("tick", maintain_order=True).agg(pl.col("value", "year").median())
    if marks.height < _TICKS:
        return pl.Series([None] * len(numbers), dtype=pl.Float64)
    rising = np.maximum.accumulate(marks["year"].to_numpy())
    return pl.Series(np.interp(numbers.to_numpy(), marks["value"].to_numpy(), rising))
