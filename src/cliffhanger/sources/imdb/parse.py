"""IMDb's official files to claims and observations.

The files of one folder are one delivery: an episode's rating stands in one
file, its place in a season in another, its series' title in a third.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.sources.batch import Batch
from cliffhanger.sources.imdb.layout import (
    AKAS,
    EPISODES,
    LISTINGS,
    NAMES,
    PRINCIPALS,
    RATINGS,
    TITLES,
    delivery,
    role,
)
from cliffhanger.sources.imdb.numbers import observations, read_episodes, read_listings, read_ratings
from cliffhanger.sources.imdb.people import alias_claims, people_claims, read_akas, read_names, read_principals
from cliffhanger.sources.imdb.titles import read_titles, title_claims
from cliffhanger.sources.tables import published_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside
    from cliffhanger.sources.imdb.layout import Table

VERSION = "1"

TOGETHER = True


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is one of IMDb's."""
    return role(snapshot) is not None


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one delivery into claims and observations.

    Raises:
        BadFileError: where a file is damaged, or one that is needed is not there.
    """
    files = delivery(snapshots)
    day = max(published_at(snapshot) for snapshot in snapshots)
    titles = read_titles(files[TITLES])
    episodes = read_episodes(files[EPISODES])
    ratings = read_ratings(files[RATINGS])
    listings = read_listings(files[LISTINGS]) if LISTINGS in files else None
    claims, unknown = title_claims(titles.frame, day)
    told, more, strangers = _people(files, titles.frame["tconst"], day)
    observed, doubled = observations(
        titles.frame["tconst"], episodes.frame, ratings.frame, listings.frame if listings else None, day
    )
    tables = [titles, episodes, ratings, *([listings] if listings else []), *more]
    return Batch(
        rows_read=sum(table.rows_read for table in tables),
        claims=pl.concat([claims, *told]).unique("claim_id", keep="first", maintain_order=True) if told else claims,
        observations=observed,
        set_aside=(*(row for table in tables for row in table.set_aside), *unknown, *strangers, *doubled),
        left_over=tuple(name for table in tables for name in table.left_over),
    )


def _people(
    files: Mapping[str, Snapshot], series: pl.Series, day: datetime
) -> tuple[list[pl.DataFrame], list[Table], tuple[SetAside, ...]]:
    """Return the claims of the files that a delivery may have besides the needed ones, what was read, and set aside."""
    claims: list[pl.DataFrame] = []
    tables: list[Table] = []
    strangers: tuple[SetAside, ...] = ()
    if AKAS in files:
        akas = read_akas(files[AKAS], series)
        claims.append(alias_claims(akas.frame, day))
        tables.append(akas)
    if PRINCIPALS in files and NAMES in files:
        principals = read_principals(files[PRINCIPALS], series)
        names = read_names(files[NAMES], principals.frame["nconst"].unique())
        told, strangers = people_claims(principals.frame, names.frame, day)
        claims.append(told)
        tables += [principals, names]
    return claims, tables, strangers
