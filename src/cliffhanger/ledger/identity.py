"""Which shows of the sources are which shows of IMDb: judgements that are landed, and can be reversed.

Everything is judged anew from what the other batches say. Where that gives the
judgements that stand already, nothing lands; where not, the new batch
supersedes the old one, so that the order in which sources came plays no part.
What people judged, and the ids that a source declares itself, are never
overruled.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.claim import Judgement
from cliffhanger.domain.ids import parse_show_id
from cliffhanger.domain.vocabulary import Verdict
from cliffhanger.ledger import asof, engine
from cliffhanger.ledger.matching import Side, choose, score
from cliffhanger.ledger.profiles import CANONICAL, DATED, METRICS, PREDICATES, Known, catalogue, learned, sources
from cliffhanger.sources.batch import JUDGEMENT_SCHEMA, judgements_frame

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cliffhanger.ledger.store import Ledger

VERSION = "1"
"""Raised whenever the same ledger would give other judgements."""

SOURCE = "identity"
"""Name under which judgements land."""

_MATCHER = "matcher"
_CLAIMED = ("show", "season", "predicate", "value", "valid_from", "valid_to", "known_at", "source")


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the shows.

    Attributes:
        shows: for each authority, its shows whose canonical id nobody declared.
        matched: for each authority, how many of them are matched.
        methods: for each method, its matches.
        batch: name of the batch that landed, or empty where there was nothing new.
    """

    shows: Counter[str]
    matched: Counter[str]
    methods: Counter[str]
    batch: str


def identify(ledger: Ledger, *, author: str, now: datetime) -> Report:
    """Judge which shows of the sources are which of IMDb, and land what is new as one batch.

    The caller holds the ledger's pen.

    Args:
        ledger: the ledger.
        author: who judges.
        now: when.

    Raises:
        LedgerError: where the ledger cannot be read or written.
    """
    known = read(ledger)
    matches = match(known)
    frame = _judgements(matches, author=author, now=now)
    said = [column for column in JUDGEMENT_SCHEMA if column not in ("author", "judged_at")]
    batch = ""
    if not frame.select(said).sort(said).equals(known.own.select(said).sort(said)):
        header = {
            "delivery": _hash(frame.select(said).sort(said)),
            "supersedes": ",".join(known.own_batches),
            "parser": f"{_MATCHER} {VERSION}",
        }
        batch = _land(ledger, frame, header, author=author, now=now)
    shows = known.claims.filter(~pl.col("show").str.starts_with(CANONICAL)).select("show").unique()
    authority = shows["show"].str.split(":").list.first()
    return Report(
        shows=Counter(authority.to_list()),
        matched=Counter(matches["authority"].to_list()),
        methods=Counter(matches["method"].to_list()),
        batch=batch,
    )


def reverse(  # noqa: PLR0913 - a verdict has as many parts
    ledger: Ledger, left: str, right: str, *, author: str, now: datetime, evidence: str
) -> str:
    """Say that two ids are not the same show; whatever said so before is overruled.

    The caller holds the ledger's pen. The next :func:`identify` may find
    another match for ``left``, but never this one again.

    Args:
        ledger: the ledger.
        left: the source's id.
        right: the canonical id.
        author: who says so.
        now: when.
        evidence: why, for people.

    Returns:
        The name of the batch.

    Raises:
        BadIdError: where one of the ids is none.
        LedgerError: where the ledger cannot be written.
    """
    verdict = Judgement(
        left=parse_show_id(left),
        right=parse_show_id(right),
        verdict=Verdict.DIFFERENT,
        method="reversal",
        confidence=1.0,
        author=author,
        judged_at=now,
        evidence=evidence,
    )
    frame = judgements_frame([verdict])
    header = {"delivery": _hash(frame), "supersedes": "", "parser": verdict.method}
    return _land(ledger, frame, header, author=author, now=now)


def _land(ledger: Ledger, frame: pl.DataFrame, header: Mapping[str, str], *, author: str, now: datetime) -> str:
    whole = {**header, "source": SOURCE, "author": author, "rows_read": 0}
    return ledger.land({"judgements": frame}, whole, landed_at=now)


def _hash(frame: pl.DataFrame) -> str:
    return hashlib.sha256(frame.write_csv().encode()).hexdigest()[:32]


def read(ledger: Ledger, *, declared: bool = True) -> Known:
    """Read from a ledger what bears on identity.

    Args:
        ledger: the ledger.
        declared: whether the verdicts of people and of the sources count; without them the matches can be measured
            against them.

    Raises:
        LedgerError: where the ledger cannot be read.
    """
    tables = engine.tables(engine.duckdb(), ledger.view())
    batches, judgements = tables["batches"], tables["judgements"]
    matched = batches.filter((batches.source == SOURCE) & batches.parser.startswith(_MATCHER))
    own = matched.select("batch").semi_join(asof.live(batches), "batch")
    others = asof.visible(judgements.anti_join(own, "batch"), batches)
    claims = asof.timeline(asof.visible(tables["claims"], batches))
    claims = claims.filter(claims.known_until.isnull() & claims.predicate.isin(list(PREDICATES)))
    claims = asof.canonical(claims, asof.resolution(others if declared else others.limit(0)))
    numbers = asof.visible(tables["observations"], batches)
    numbers = numbers.filter(numbers.episode.isnull() & numbers.metric.isin(list(METRICS)))
    return Known(
        claims=claims.select(*_CLAIMED).to_polars(),
        numbers=numbers.group_by("show", "season", "metric").agg(value=numbers.value.max()).to_polars(),
        judgements=others.to_polars(),
        own=asof.visible(judgements.semi_join(own, "batch"), batches).to_polars(),
        own_batches=tuple(sorted(own.to_polars()["batch"])),
    )


def match(known: Known) -> pl.DataFrame:
    """Return the accepted pairs, with their points, methods and confidence.

    Catalogues that date a show by its first showing are matched first: what
    they tell of years and places then helps with the others.
    """
    left, right = sources(known), catalogue(known)
    denied = _denied(known.judgements)
    dated = pl.col("show").str.split(":").list.first().is_in(DATED)
    first = _accepted(Side(left.names.filter(dated), left.profiles, left.seasons), right, denied)
    right = learned(right, left, first)
    return pl.concat([first, _accepted(Side(left.names.filter(~dated), left.profiles, left.seasons), right, denied)])


def _accepted(left: Side, right: Side, denied: pl.DataFrame) -> pl.DataFrame:
    return choose(score(left, right).join(denied, on=["show", "right"], how="anti"))


def _denied(judgements: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of which the latest verdict says that they differ; "latest" is as in ``asof.resolution``."""
    order = ["judged_at", "confidence", "verdict", "method", "author"]
    latest = judgements.sort(order, descending=[True, True, False, False, False])
    latest = latest.unique(["left", "right"], keep="first", maintain_order=True)
    return latest.filter(pl.col("verdict") == Verdict.DIFFERENT).select("right", show="left")


def _judgements(matches: pl.DataFrame, *, author: str, now: datetime) -> pl.DataFrame:
    """Put the accepted pairs into words."""

    def years(side: str) -> pl.Expr:
        first = pl.col(f"first{side}").floor().cast(pl.Int64).cast(pl.String)
        latest = pl.col(f"first_latest{side}").floor().cast(pl.Int64).cast(pl.String)
        span = pl.when(first == latest).then(first).otherwise(pl.concat_str(first, latest, separator=" to "))
        return pl.coalesce(span, pl.concat_str(pl.lit("by "), latest), pl.lit("unknown"))

    def seasons(side: str) -> pl.Expr:
        return pl.coalesce(f"seasons{side}", f"seasons_told{side}").cast(pl.String).fill_null("unknown")

    evidence = pl.format(
        "titles {} / {}; began {} / {}; seasons {} / {}; {} points",
        "title", "title_right", years(""), years("_right"), seasons(""), seasons("_right"), pl.col("points").round(1),
    )  # fmt: skip
    said = {
        "left": pl.col("show"),
        "right": pl.col("right"),
        "verdict": pl.lit(str(Verdict.SAME)),
        "method": pl.col("method"),
        "confidence": pl.col("confidence"),
        "author": pl.lit(author),
        "judged_at": pl.lit(now),
        "evidence": evidence,
    }
    rows = matches.sort("show", "right")
    return rows.select(said[name].cast(kind).alias(name) for name, kind in JUDGEMENT_SCHEMA.items())
