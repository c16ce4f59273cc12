"""Which show of one side is which of the other: titles, first years, seasons, countries; frames in, frames out.

Each piece of evidence gives points for or against a pair. A pair is accepted
where it has many and no rival comes near. Precision comes first: a wrong match
poisons every forecast behind it, a missing one only leaves a fact aside.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from cliffhanger.ledger.titles import LOOSE, PARTIAL, SAME

PROFILE: dict[str, pl.DataType | type[pl.DataType]] = {
    "show": pl.String,
    "first": pl.Float64,
    "first_latest": pl.Float64,
    "grain": pl.String,
    "late": pl.Boolean,
    "seasons": pl.Int32,
    "seasons_told": pl.Int32,
    "episodes": pl.Int32,
    "countries": pl.List(pl.String),
    "languages": pl.List(pl.String),
    "home": pl.String,
    "networks": pl.List(pl.String),
    "votes": pl.Float64,
}
"""What is known of a show; everything but ``show`` may be null.

It began between the years ``first`` and ``first_latest``; on the right side
``grain`` says how that is known: from a date ("year"), from the ids of its
first episodes ("clock"), or so roughly that it only excludes ("era").
``late`` marks what is dated by its arrival from abroad. ``seasons`` is the
highest season seen, ``seasons_told`` how many a catalogue counts, ``home`` the
country of its network.
"""

SEASON: dict[str, pl.DataType | type[pl.DataType]] = {"show": pl.String, "season": pl.Int32, "year": pl.Float64}
"""When a season was shown, as a year and its fraction."""

ACCEPT = 6.5
"""Points that a pair needs."""
ACCEPT_ALONE = 5.5
"""Points that suffice where nothing but the title can be compared, and no other show bears it."""
MARGIN = 1.5
"""Points by which it must be ahead of its rivals."""

BY_NAME = ("scorecards", "netflix")
"""Authorities whose ids are names, so that one show may have several."""

WITH_FILMS = ("netflix",)
"""Authorities among whose shows films may hide."""

_ALONE = "title alone"
CONFIDENCE = {
    "title, year and seasons": 0.99,
    "title and year": 0.99,
    "title and seasons": 0.99,
    _ALONE: 0.98,
    "part of the title, year and seasons": 0.97,
    "part of the title and year": 0.97,
    "part of the title and seasons": 0.97,
}
"""Share of right matches by method, as measured on hand-checked samples (docs/identity.md)."""

_AGREED = {"year": 4.0, "clock": 2.5, "era": 0.5}
_SURE_YEAR = 2.0
"""Points from which the first years count as agreeing."""
_RECENT, _SOON = 12, 1.5
"""Years within which a show is likely to have begun, and the points for that."""
_COMING = 3
"""Years within which an announced show has begun, if it is the one that is known."""
_VOTES = 250
"""Votes of the least known show that the title alone may tell."""
_FEW_WORDS = 2
_FEW = 3
"""Episodes too few to count."""


@dataclass(frozen=True, slots=True)
class Side:
    """The shows of one side.

    Attributes:
        names: their keys, a frame of ``titles.NAMES``.
        profiles: frame of ``PROFILE``, one row a show.
        seasons: frame of ``SEASON``.
    """

    names: pl.DataFrame
    profiles: pl.DataFrame
    seasons: pl.DataFrame


def score(left: Side, right: Side) -> pl.DataFrame:
    """Return every pair that shares a key, with its points: in all, and for each kind of evidence."""
    pairs = left.names.join(right.names, on="key", suffix="_right").select(
        "show", "words", "title", "title_right",
        right="show_right", looseness=pl.col("looseness") + pl.col("looseness_right"),
    )  # fmt: skip
    pairs = pairs.filter(pl.col("looseness") <= PARTIAL).sort("looseness", "title", "title_right")
    pairs = pairs.unique(["show", "right"], keep="first", maintain_order=True)
    theirs = right.profiles.rename({name: f"{name}_right" for name in PROFILE if name != "show"} | {"show": "right"})
    told = pairs.join(left.profiles, on="show").join(theirs, on="right")
    told = told.join(_gaps(pairs, left.seasons, right.seasons), on=["show", "right"], how="left")
    evidence = {
        "for_title": _title_points(),
        "for_year": _year_points(),
        "for_later": _later_points(),
        "for_seasons": _season_points(),
        "for_place": _place_points(),
        "for_fame": _fame_points(),
    }
    told = told.with_columns(**evidence)
    return told.with_columns(points=pl.sum_horizontal(list(evidence)))


def _gaps(pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Say how many years later, in the middle, the right side shows the seasons that both sides date."""
    both = pairs.select("show", "right").join(left, on="show")
    both = both.join(right.rename({"show": "right", "year": "year_right"}), on=["right", "season"])
    gap = (pl.col("year_right") - pl.col("year")).median()
    return both.group_by("show", "right").agg(gap=gap, shared=pl.len(), last=pl.col("season").max())


def _bands(value: pl.Expr, *bands: tuple[float, float], above: float) -> pl.Expr:
    """Give the points of the first band whose upper bound is not below the value; null for null."""
    points = pl.lit(above)
    for bound, inside in reversed(bands):
        points = pl.when(value <= bound).then(inside).otherwise(points)
    return pl.when(value.is_not_null()).then(points)


def _title_points() -> pl.Expr:
    """A title of one word is easily met twice."""
    exactness = _bands(pl.col("looseness"), (SAME, 4.0), (LOOSE, 3.0), above=1.0)
    return exactness + pl.col("words").clip(1, 3).cast(pl.Float64) - 1


def _year_points() -> pl.Expr:
    """Compare the first years."""
    grain, late = pl.col("grain_right"), pl.col("late")
    after = pl.col("first_right") - pl.col("first_latest")
    before = pl.col("first") - pl.col("first_latest_right")
    # Where only the latest year is known, one not long before it is likelier.
    open_ended = pl.when((after > -_RECENT) & (grain != "era")).then(_SOON).otherwise(0.0)
    agreed = pl.when(pl.col("first").is_null()).then(open_ended).otherwise(grain.replace_strict(_AGREED, default=0.0))
    dated = grain == "year"
    too_late = (
        pl.when(dated & late)
        .then(_bands(after, (1, 1.0), (2, -2.0), above=-6.0))
        .when(dated)
        .then(_bands(after, (1, 2.0), (2, -2.0), above=-6.0))
        # IMDb enters the episodes of foreign and old shows years later.
        .otherwise(_bands(after, (2, 0.0), (7, -2.0), above=-4.0))
    )
    too_early = (
        pl.when(dated & late)
        .then(_bands(before, (1, 2.0), (3, 0.0), above=-3.0))
        .when(dated)
        .then(_bands(before, (1, 2.0), (2, -2.0), above=-6.0))
        .when(late)
        .then(_bands(before, (1, -0.5), (3, -2.0), above=-5.0))
        .otherwise(_bands(before, (1, -0.5), above=-5.0))
    )
    first = pl.when(after > 0).then(too_late).when(before > 0).then(too_early).otherwise(agreed)
    return first.fill_null(0.0)


def _later_points() -> pl.Expr:
    """Compare when the seasons were shown."""
    gap = pl.col("gap").abs()
    several = pl.when((gap <= 1) & (pl.col("shared") > 1)).then(1.0).otherwise(0.0)
    # What comes from abroad may come up to three years late.
    abroad = pl.when(pl.col("late") & pl.col("gap").is_between(-3, -1)).then(2.0).otherwise(gap)
    # A first season has spoken through the first year; it may still tell two shows of one year apart.
    return (
        pl.when(pl.col("last") > 1)
        .then(_bands(abroad, (1, 3.0), (2, 1.0), (3, -1.0), above=-4.0) + several)
        .otherwise(_bands(gap, (0.5, 1.0), (1, 0.5), above=0.0))
        .fill_null(0.0)
    )


def _season_points() -> pl.Expr:
    """Compare the seasons seen, the seasons counted, and the episodes."""
    have = pl.coalesce("seasons_right", "seasons_told_right")
    seen, told = pl.col("seasons"), pl.col("seasons_told")
    enough = _bands(seen, (1, 0.0), (3, 1.0), above=2.0)
    by_seen = _bands(seen - have, (0, 0.0), (1, -0.5), above=-5.0) + pl.when(seen <= have).then(enough).otherwise(0.0)
    same_count = _bands(told, (1, 0.5), (2, 1.0), above=2.0)
    by_count = (
        pl.when(told == have)
        .then(same_count)
        .when(have > 3 * told + 2)
        .then(-3.0)
        .otherwise(_bands(told - have, (-2, -0.5), (-1, 0.25), (2, -0.5), above=-2.0))
    )
    ratio = pl.when(pl.col("episodes") > _FEW).then(pl.col("episodes") / pl.col("episodes_right"))
    by_episodes = _bands(
        ratio, (0.4, -1.5), (0.85, 0.0), (0.98, 1.0), (1.02, 2.0), (1.18, 1.0), (1.5, 0.0), (2.5, -1.0), above=-1.5
    )
    return by_seen.fill_null(0.0) + by_count.fill_null(0.0) + by_episodes.fill_null(0.0)


def _fame_points() -> pl.Expr:
    """Sources speak of known shows: one that few have voted for is seldom meant."""
    votes = pl.col("votes_right")
    return pl.when(votes >= _VOTES).then(((votes.log10() - 2.4) * 0.75).clip(0.0, 1.5)).otherwise(-1.5)


def _place_points() -> pl.Expr:
    """Compare countries, languages and networks; what is taken from a network's home weighs less."""

    def shared(name: str) -> pl.Expr:
        return pl.col(name).list.set_intersection(f"{name}_right").list.len() > 0

    at_home = pl.when(pl.col("home").is_not_null()).then(pl.col("countries_right").list.contains(pl.col("home")))
    return (
        pl.when(shared("countries")).then(1.0).when(~shared("countries")).then(-3.0)
        .when(at_home).then(1.0).when(~at_home).then(-1.0).otherwise(0.0)
        + pl.when(shared("languages")).then(0.5).when(~shared("languages")).then(-3.0).otherwise(0.0)
        # Who buys a show from abroad is not who made it.
        + pl.when(shared("networks")).then(2.0).when(~shared("networks") & ~pl.col("late")).then(-4.0).otherwise(0.0)
    )  # fmt: skip


def choose(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs that are accepted, each with its ``authority``, ``method`` and ``confidence``.

    A show of the left side is matched once. Two shows of one authority share a
    match only where ids are names and both bear its title: a show that moved to
    another network has two ids.

    Args:
        pairs: the result of :func:`score`, without the pairs that are known to be different.
    """
    best = _ranked(pairs).unique("show", keep="first", maintain_order=True).with_columns(method=_method())
    accepted = best.filter(_enough() & (_lead() >= MARGIN)).sort("points", "show", descending=[True, False])
    bears_title = (pl.col("looseness") < PARTIAL) | (pl.col("for_later") > 1)
    shares = pl.col("authority").is_in(BY_NAME) & bears_title
    accepted = accepted.filter(pl.struct("authority", "right").is_first_distinct() | shares)
    return accepted.with_columns(confidence=pl.col("method").replace_strict(CONFIDENCE, return_dtype=pl.Float64))


def _ranked(pairs: pl.DataFrame) -> pl.DataFrame:
    """Put the best pair of each show first, and say how many others there are and how good the next one is."""
    pairs = pairs.with_columns(authority=pl.col("show").str.split(":").list.first())
    pairs = pairs.sort("show", "points", "right", descending=[False, True, False])
    # A part of a title is no rival to a whole one.
    whole = pl.col("looseness") < PARTIAL
    counts = whole | (pl.col("looseness").first().over("show") == PARTIAL)
    return pairs.with_columns(
        contenders=counts.sum().over("show"),
        rival=pl.when(counts).then("points").top_k(2).min().over("show"),
        # Titles of one word may differ by an article only, and count as parts then.
        alike=((whole | (pl.col("words") == 1)) & (pl.col("for_year") >= 0)).sum().over("show"),
    )


def _lead() -> pl.Expr:
    """Say how far the best pair is ahead of the next."""
    return pl.when(pl.col("contenders") == 1).then(float("inf")).otherwise(pl.col("points") - pl.col("rival"))


def _enough() -> pl.Expr:
    """Say whether a pair has points enough, and of the right kinds."""
    dated = (pl.col("for_year") >= _SURE_YEAR) | ((pl.col("for_later") > 1) & (pl.col("for_year") >= 0))
    enough = pl.when(pl.col("method") == _ALONE).then(_alone_enough()).otherwise(pl.col("points") >= ACCEPT)
    return enough & (dated | (pl.col("looseness") < PARTIAL))


def _alone_enough() -> pl.Expr:
    """Say whether a title alone may tell the show: nobody else's, noted, and nothing speaks against it."""
    late, undated = pl.col("late"), pl.col("first").is_null()
    bare = (pl.col("words") == 1) & pl.col("seasons").is_null() & pl.col("authority").is_in(WITH_FILMS)
    telling = pl.col("points") >= pl.when(bare).then(ACCEPT).otherwise(ACCEPT_ALONE)
    only = (pl.col("alike") == 1) | (late & (pl.col("points") >= ACCEPT) & (_lead() >= 2 * MARGIN))
    # A show that few have voted for may stand for one that is not listed.
    noted = (pl.col("votes_right") >= _VOTES) | ((pl.col("words") > _FEW_WORDS) & (pl.col("for_year") > 1))
    unspoken = (pl.col("for_seasons") >= 0) & (pl.col("for_year") >= 0)
    placed = undated | (pl.col("grain_right") != "era").fill_null(value=True)
    # A catalogue has the title right, and where it gives no date, the show is yet to come.
    coming = ~undated | (pl.col("first_right") >= pl.col("first_latest") - _COMING)
    exact = late | ((pl.col("looseness") == SAME) & coming)
    return telling & only & noted.fill_null(value=False) & unspoken & placed & exact.fill_null(value=False)


def _method() -> pl.Expr:
    year = pl.col("for_year") >= _SURE_YEAR
    seasons = (pl.col("for_later") > 1) | (pl.col("for_seasons") >= 1)
    method = (
        pl.when(year & seasons).then(pl.lit("title, year and seasons"))
        .when(year).then(pl.lit("title and year"))
        .when(seasons).then(pl.lit("title and seasons"))
        .otherwise(pl.lit(_ALONE))
    )  # fmt: skip
    part = pl.when(pl.col("looseness") == PARTIAL).then(pl.lit("part of the ")).otherwise(pl.lit(""))
    return part + method
