r"""Lines of Wikimedia's dumps to views of an article on a day, as expressions that DuckDB and Spark run alike.

Two layouts, both of fields with a space between:

* hourly (``pageviews-20250730-150000.gz``): code of the wiki, title, views, bytes. The code of a Wikipedia is its
  language, with ``.m`` for the mobile site; other projects have a letter behind a point. The time in the name is the
  end of the hour, so that the first file of a day still counts the day before.
* daily complete (``pageviews-20250730-user.bz2``): code of the wiki (``en.wikipedia``), title, id of the page or
  ``null``, kind of site, views of the day, and the views of each hour as a letter (A for 0 to 1 o'clock) and a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import ibis

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.columns import known_word
from cliffhanger.sources.pageview_dumps.words import AGENTS, DAILY, HOURLY, MOBILE, WIKIPEDIA

if TYPE_CHECKING:
    from ibis.expr.types import Table

VERSION = "1"
HOURS = 24
_HOURLY_FIELDS, _DAILY_FIELDS = 4, 6
_WHOLE = r"^[0-9]{1,15}$"
_BY_HOUR = r"^([A-X][0-9]+)+$"
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Dump:
    """What a file's name says of it.

    Attributes:
        name: the file's name.
        day: the day that it counts (of an hour, the day on which it began).
        hourly: whether it is of an hour.
        people: whether it counts people.
    """

    name: str
    day: date
    hourly: bool
    people: bool


def dump(name: str) -> Dump:
    """Read a dump's name.

    Raises:
        BadFileError: where it is no dump's name.
        UnknownWordError: where it is of a kind of reader that ``words.py`` does not map.
    """
    try:
        if found := HOURLY.fullmatch(name):
            ended = datetime.strptime(f"{found['day']}{found['hour']}", "%Y%m%d%H").replace(tzinfo=UTC)
            return Dump(name, (ended - timedelta(hours=1)).date(), hourly=True, people=True)
        if found := DAILY.fullmatch(name):
            agent = known_word(AGENTS, found["agent"], source="pageview_dumps", field="kind of reader", row=name)
            day = datetime.strptime(found["day"], "%Y%m%d").replace(tzinfo=UTC).date()
            return Dump(name, day, hourly=False, people=agent == "people")
    except ValueError as error:
        raise BadFileError(name=name, reason="has no day of the calendar in its name") from error
    raise BadFileError(name=name, reason="is not named like a dump of page views (pageviews-20250730-user.bz2)")


def parsed(lines: Table, *, day: date, hourly: bool) -> Table:
    """Return lines as ``wiki``, ``page``, ``day`` (days since 1970), ``views`` and ``reason`` (null where it is sound).

    Args:
        lines: has ``value``, one line of a dump a row.
        day: the day that they count.
        hourly: their layout.
    """
    fields = lines.value.split(" ")
    rows = lines.mutate(fields=fields, found=fields.length())
    if hourly:
        bare = rows.fields[0].re_replace(MOBILE, "")
        wiki = ibis.ifelse(bare.contains("."), bare, bare.concat(WIKIPEDIA))
        wanted, views, odd = _HOURLY_FIELDS, rows.fields[2], ibis.literal(value=False)
    else:
        wiki, wanted, views = rows.fields[0], _DAILY_FIELDS, rows.fields[4]
        odd = ~rows.fields[5].re_search(_BY_HOUR)
    cut = rows.found != wanted
    reason = ibis.cases(
        (cut, f"has not {wanted} fields"),
        (~views.re_search(_WHOLE), "views are no whole number"),
        (odd, "views by hour cannot be read"),
    )
    number = ibis.ifelse(reason.isnull(), views, None).try_cast("int64")
    return rows.select(
        wiki=wiki,
        page=rows.fields[1],
        day=ibis.literal((day - _EPOCH).days, type="int32"),
        views=number,
        reason=reason,
    )
