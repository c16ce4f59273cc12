"""Netflix's charts by country and of all time, and how its files are fetched; the titles are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from cliffhanger.sources.netflix import parse as netflix
from cliffhanger.sources.registry import recognise
from tests.servers.files import file_answer
from tests.servers.local import serving
from tests.sources.test_tables import counted, pinned
from tests.sources.visits import errand, snapshots, visited

if TYPE_CHECKING:
    from pathlib import Path

COUNTRIES = """country_name|country_iso2|week|category|weekly_rank|show_title|season_title|cumulative_weeks_in_top_10
Germany|DE|2026-01-25|TV|1|Made Up|Made Up: Season 2|3
Germany|DE|2026-01-25|Films|1|A Film|N/A|1
Germany|DE|2026-01-24|TV|2|Other|Other: Season 1|1
Nowhere|Nowhere|2026-01-25|TV|2|Other|Other: Season 1|1
""".replace("|", "\t")
POPULAR = """category|rank|show_title|season_title|hours_viewed_first_91_days|runtime|views_first_91_days
TV (English)|1|Made Up|Made Up: Season 2|1000000|2.5|400000
TV (English)|2|Other|Other: Season 1|many|2.5|1
""".replace("|", "\t")


def test_a_countrys_chart_is_known_on_the_tuesday_after_its_week() -> None:
    """Series alone; a week that ends on no Sunday and a country that is none are set aside."""
    snapshot = pinned("all-weeks-countries.tsv", COUNTRIES)
    assert recognise(snapshot) == "netflix"
    batch = netflix.parse([snapshot])
    known = pl.col("known_at").dt.date().cast(pl.String)
    assert sorted(batch.observations.select("season", "metric", "value", "scope", known).rows()) == [
        (2, "weekly_rank", 1.0, "TV in DE", "2026-01-27"),
        (2, "weeks_in_top10", 3.0, "TV in DE", "2026-01-27"),
    ]
    reasons = {"film, not a series": 1, "not the Sunday that ends a week": 1, "not a country": 1}
    assert counted(batch.set_aside) == reasons


def test_the_most_popular_are_known_since_the_file_was_read() -> None:
    """Hours and views of the first 91 days."""
    snapshot = pinned("most-popular.tsv", POPULAR)
    assert recognise(snapshot) == "netflix"
    batch = netflix.parse([snapshot])
    assert sorted(batch.observations.select("metric", "value").rows()) == [
        ("hours_91_days", 1_000_000.0), ("views_91_days", 400_000.0),
    ]  # fmt: skip
    assert counted(batch.set_aside) == {"not a number": 1}


def test_each_file_is_fetched_when_it_changed(tmp_path: Path) -> None:
    """By its ETag; a report is named by its own address."""
    files = {"/all-weeks-countries.tsv": COUNTRIES.encode(), "/r/What_We_Watched_2025.xlsx": b"PK made up"}
    with serving(file_answer(files)) as server:
        options: dict[str, Any] = {"base": server.url, "files": ["all-weeks-countries.tsv"]}
        names = []
        for _ in range(2):
            with errand("netflix", tmp_path, reports=[f"{server.url}/r/What_We_Watched_2025.xlsx"], **options) as visit:
                names.append([s.name for s in snapshots(visited("netflix", tmp_path, visit))])
            files["/all-weeks-countries.tsv"] += b"\n"
    assert names == [["all-weeks-countries.tsv", "What_We_Watched_2025.xlsx"], ["all-weeks-countries.tsv"]]
