"""What a parser hands over: frames of claims and observations, judgements, and what it set aside.

Small sources build :class:`~cliffhanger.domain.claim.Claim` objects and turn
them into frames here; large ones build the frames column by column. Either
way the frames have exactly the columns below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from cliffhanger.domain.claim import Claim, Judgement, Observation
from cliffhanger.domain.errors import BadDateError, BadIdError, BadRowError, UnknownWordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = TypeVar("Row")

TIMESTAMP = pl.Datetime("us", "UTC")

ONLY_SAID = ("speaker", "role", "outlet", "commitment", "platform", "reason", "origin")
"""The columns of a claim that only texts fill; elsewhere they are empty. Earlier ledgers lack them."""

CLAIM_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "claim_id": pl.String,
    "source": pl.String,
    "show": pl.String,
    "season": pl.Int32,
    "episode": pl.Int32,
    "predicate": pl.String,
    "value": pl.String,
    "unit": pl.String,
    "valid_from": pl.Date,
    "valid_to": pl.Date,
    "known_at": TIMESTAMP,
    "wording": pl.String,
    "modality": pl.String,
    "span_start": pl.Int32,
    "span_end": pl.Int32,
    "span_text": pl.String,
    "retracts": pl.String,
    "publisher": pl.String,
    "url": pl.String,
    **dict.fromkeys(ONLY_SAID, pl.String),
}

OBSERVATION_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "source": pl.String,
    "show": pl.String,
    "season": pl.Int32,
    "episode": pl.Int32,
    "metric": pl.String,
    "value": pl.Float64,
    "scope": pl.String,
    "period_start": pl.Date,
    "period_end": pl.Date,
    "known_at": TIMESTAMP,
}

JUDGEMENT_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "left": pl.String,
    "right": pl.String,
    "verdict": pl.String,
    "method": pl.String,
    "confidence": pl.Float64,
    "author": pl.String,
    "judged_at": TIMESTAMP,
    "evidence": pl.String,
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that did not land, and why.

    Attributes:
        row: its number in the file, the first data row being 1.
        field: the field at fault.
        value: what stood there.
        reason: what is wrong with it; rows of one reason are counted together.
        rows: how many rows this stands for, where many share one fault.
    """

    row: int
    field: str
    value: str
    reason: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything one pinned file says.

    Attributes:
        rows_read: data rows in the file.
        claims: frame of ``CLAIM_SCHEMA``.
        observations: frame of ``OBSERVATION_SCHEMA``.
        judgements: identity verdicts the file itself makes (declared ids).
        set_aside: rows that did not land.
        left_over: columns that the parser does not know, heard at once when upstream changes.
    """

    rows_read: int
    claims: pl.DataFrame
    observations: pl.DataFrame
    judgements: tuple[Judgement, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    left_over: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Hold both frames to their schemas."""
        for frame, schema in ((self.claims, CLAIM_SCHEMA), (self.observations, OBSERVATION_SCHEMA)):
            if frame.schema != pl.Schema(schema):
                msg = f"frame has {frame.schema}, not {schema}"
                raise TypeError(msg)


def claims_frame(claims: Iterable[Claim]) -> pl.DataFrame:
    """Turn claims into a frame of ``CLAIM_SCHEMA``; a claim made twice stands once."""
    unique = {claim.id: claim for claim in claims}
    rows = [
        (
            key, c.source, c.show, c.season, c.episode, str(c.predicate), c.value, c.unit, c.valid_from, c.valid_to,
            c.known_at, c.wording, str(c.modality), c.span.start if c.span else None,
            c.span.end if c.span else None, c.span.text if c.span else None, c.retracts,
            c.publisher, c.url, c.speaker, c.role, c.outlet, c.commitment, c.platform, c.reason, c.origin,
        )
        for key, c in unique.items()
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=CLAIM_SCHEMA, orient="row")


def observations_frame(observations: Iterable[Observation]) -> pl.DataFrame:
    """Turn observations into a frame of ``OBSERVATION_SCHEMA``."""
    rows = [
        (
            o.source, o.show, o.season, o.episode, str(o.metric), o.value, o.scope, o.period_start, o.period_end,
            o.known_at,
        )
        for o in observations
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=OBSERVATION_SCHEMA, orient="row")


def judgements_frame(judgements: Iterable[Judgement]) -> pl.DataFrame:
    """Turn judgements into a frame of ``JUDGEMENT_SCHEMA``."""
    rows = [
        (j.left, j.right, str(j.verdict), j.method, j.confidence, j.author, j.judged_at, j.evidence) for j in judgements
    ]
    return pl.DataFrame(rows, schema=JUDGEMENT_SCHEMA, orient="row")


def parse_rows(
    rows: Sequence[Row], parse_row: Callable[[int, Row], Iterable[Claim | Observation | Judgement]]
) -> Batch:
    """Parse row by row; a bad row is set aside with its reason and the rest go on.

    Args:
        rows: the data rows, in the file's order.
        parse_row: gives the claims, observations and judgements of row number
            n (from 1); raises BadRowError or UnknownWordError for a bad one.
    """
    claims: list[Claim] = []
    observations: list[Observation] = []
    judgements: list[Judgement] = []
    aside: list[SetAside] = []
    for number, row in enumerate(rows, start=1):
        try:
            said = list(parse_row(number, row))
        except BadRowError as error:
            aside.append(SetAside(number, error.field, str(error.value), error.reason))
            continue
        except (BadIdError, BadDateError) as error:
            aside.append(SetAside(number, "id" if isinstance(error, BadIdError) else "date", error.text, error.reason))
            continue
        except UnknownWordError as error:
            aside.append(SetAside(number, error.field, error.word, f"unknown {error.field}"))
            continue
        claims.extend(item for item in said if isinstance(item, Claim))
        observations.extend(item for item in said if isinstance(item, Observation))
        judgements.extend(item for item in said if isinstance(item, Judgement))
    return Batch(
        rows_read=len(rows),
        claims=claims_frame(claims),
        observations=observations_frame(observations),
        judgements=tuple(judgements),
        set_aside=tuple(aside),
    )
