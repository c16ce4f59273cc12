"""The ids of claims, over columns: what :attr:`cliffhanger.domain.claim.Claim.id` gives for objects."""

from __future__ import annotations

import hashlib

import polars as pl

from cliffhanger.domain.ids import key_of


def claim_ids(claims: pl.DataFrame) -> pl.Series:
    """Hash what :attr:`cliffhanger.domain.claim.Claim.id` hashes, over columns, for claims that no text makes."""
    season = pl.concat_str(pl.lit("/s"), pl.col("season"))
    episode = pl.concat_str(pl.lit("/e"), pl.col("episode")).fill_null("")
    instants = claims["known_at"].unique()
    spelled = pl.Series([instant.isoformat() for instant in instants], dtype=pl.String)
    parts = claims.select(
        "source",
        pl.concat_str(pl.col("show"), pl.concat_str(season, episode).fill_null("")).alias("subject"),
        "predicate",
        "value",
        "unit",
        pl.col("valid_from", "valid_to").cast(pl.String),
        pl.col("known_at").replace_strict(instants, spelled, return_dtype=pl.String),
        "wording",
        "modality",
        pl.lit("").alias("span"),
        "retracts",
        "publisher",
        "url",
    )
    quoted = parts.select(_quoted(part) for part in parts.iter_columns())
    said = quoted.select(pl.concat_str(pl.all(), separator="+")).to_series()
    ids = [hashlib.sha256(text.encode()).hexdigest()[:32] for text in said]
    return pl.Series("claim_id", ids, dtype=pl.String)


def _quoted(part: pl.Series) -> pl.Series:
    """Encode as :func:`~cliffhanger.domain.ids.key_of` does, touching only the distinct texts that need it."""
    texts = part.fill_null("")
    unsafe = texts.filter(texts.str.contains("[^A-Za-z0-9_.~-]")).unique()
    return texts.replace(unsafe, pl.Series([key_of(text) for text in unsafe], dtype=pl.String))
