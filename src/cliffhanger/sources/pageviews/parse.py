"""Page views to observations: views of an article in a day, by people, known on the day after.

The article stands for its show under the authority of its wiki; Wikidata's
judgements say which show that is.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.claim import Observation
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadFileError, BadRowError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.pages import is_pages, load
from cliffhanger.sources.pageviews.source import SOURCE
from cliffhanger.sources.pageviews.words import AGENTS, GRANULARITIES, PROJECTS
from cliffhanger.sources.records import need_fields, parse_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.records import Record

VERSION = "1"
TOGETHER = False
CUMULATIVE = True

_NEEDED = ("project", "article", "granularity", "timestamp", "agent", "views")


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file holds answers of the page view service."""
    return is_pages(snapshot, "/metrics/pageviews/")


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn the answers of one visit into observations.

    Raises:
        BadFileError: where an answer holds no counts, or they have lost a field.
    """
    (snapshot,) = snapshots
    rows = []
    for page in load(snapshot):
        said = page.json(name=snapshot.name)
        items = said.get("items") if isinstance(said, dict) else None
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise BadFileError(name=snapshot.name, field=page.url, reason="holds no counts of views")
        rows += items
    need_fields(snapshot.name, rows, _NEEDED)
    return parse_records(SOURCE.name, rows, _count)


def _count(record: Record) -> Iterator[Observation]:
    project, people = record.word("project", PROJECTS), record.word("agent", AGENTS)
    days, views = record.word("granularity", GRANULARITIES), record.number("views")
    article, stamp = str(record.need("article")), str(record.need("timestamp"))
    record.drop("access")
    if project is None or not people or days is None or views is None:
        return
    try:
        day = datetime.strptime(stamp, "%Y%m%d%H").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise BadRowError(field="timestamp", value=stamp, reason="not an hour as YYYYMMDDHH") from error
    yield Observation(
        source=SOURCE.name,
        show=show_id(project, key_of(article)),
        metric=Metric.PAGE_VIEWS,
        value=views,
        period_start=day,
        period_end=day,
        known_at=start_of(day + timedelta(days=1)),
    )
