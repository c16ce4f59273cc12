"""Netflix's weekly Top 10 and its half-year reports to claims and observations.

A week's chart, Monday to Sunday, came out on the Tuesday after it; a half
year's report on the day in ``words.PUBLISHED``; a season's release date was
known on the day. Films are set aside. The scope of a number is its chart, and
the wording of the part where it is not of a whole season: "TV (English) · Part 2".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.sources.netflix.halfyear import parse_report
from cliffhanger.sources.netflix.lists import parse_countries, parse_popular
from cliffhanger.sources.netflix.weekly import parse_chart
from cliffhanger.sources.tables import delimited_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = False
CUMULATIVE = True

_ZIP = b"PK"
_REPORT = "what_we_watched"
_DISTINCTIVE = {"category", "weekly_rank", "show_title"}
_LISTS = ({"country_iso2", "weekly_rank", "show_title"}, {"rank", "hours_viewed_first_91_days", "show_title"})


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is the weekly chart or a half-year report."""
    return _is_report(snapshot) or any(_header(snapshot) >= names for names in (_DISTINCTIVE, *_LISTS))


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is damaged, of an unknown layout or of an unknown edition.
    """
    (snapshot,) = snapshots
    if _is_report(snapshot):
        return parse_report(snapshot)
    header = _header(snapshot)
    if header >= _LISTS[0]:
        return parse_countries(snapshot)
    return parse_popular(snapshot) if header >= _LISTS[1] else parse_chart(snapshot)


def _header(snapshot: Snapshot) -> set[str]:
    return set(delimited_header(snapshot, separator="\t"))


def _is_report(snapshot: Snapshot) -> bool:
    name = snapshot.name.lower()
    return name.startswith(_REPORT) and name.endswith(".xlsx") and snapshot.head(len(_ZIP)) == _ZIP
