"""A calendar of premieres (iCalendar, RFC 5545): those with a day as events, those forecast as tentative windows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.domain.ids import subject_id
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import words
from cliffhanger.outlook.plain import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cliffhanger.domain.forecast import Forecast
    from cliffhanger.outlook.dossier import Dossier
    from cliffhanger.outlook.schema_org import Described

CALENDAR_TYPE = "text/calendar; charset=utf-8"

CAVEAT = (
    "This is a forecast, not an announcement. The days are a likely range for the premiere, given that there is one."
)

_NO_WINDOW = frozenset({State.CANCELLED, State.ENDING, State.LIMITED, State.RETURNED})
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Premiere:
    """A season that has a date.

    Attributes:
        show: the show's id.
        title: its title.
        season: the season's number.
        when: the date as it was announced; more than a day where it was not announced to the day.
        network: its platform, or empty.
        url: the page on the show, absolute, or empty.
    """

    show: str
    title: str
    season: int
    when: PartialDate
    network: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """When a season may premiere, by forecast.

    Attributes:
        forecast: the forecast.
        network: its platform, or empty.
        url: the page on the show, absolute, or empty.
    """

    forecast: Forecast
    network: str = ""
    url: str = ""


def upcoming(
    forecast: Forecast, planned: PartialDate | None = None, *, network: str = "", url: str = ""
) -> Premiere | Window | None:
    """Return what a calendar has on a show: its date, else a window, else nothing.

    There is no window where the series is said to be over, or the figures should not be relied on.

    Args:
        forecast: the odds of its next season.
        planned: the date that has been set for that season, or None.
        network: its platform.
        url: the page on the show.
    """
    q = forecast.question
    if planned is not None:
        return Premiere(q.show, forecast.title, q.season + 1, planned, network, url)
    if forecast.state in _NO_WINDOW or forecast.abstain:
        return None
    return Window(forecast, network, url)


def of_dossier(dossier: Dossier, url: str = "") -> Premiere | Window | None:
    """Return what a calendar has on a dossier's show; see :func:`upcoming`."""
    return upcoming(dossier.forecast, dossier.planned, network=dossier.show.network, url=url)


def aired(dossier: Dossier, described: Described, url: str = "") -> tuple[Premiere, ...]:
    """Return the seasons that have premiered, where a source gives the day: estimates are no events.

    Args:
        dossier: the dossier on their show.
        described: what :func:`cliffhanger.outlook.schema_org.gather` says of it.
        url: the page on the show.
    """
    show = dossier.show
    return tuple(
        Premiere(show.id, show.title, season.number, PartialDate.from_iso(season.start), show.network, url)
        for season in described.seasons
        if season.start
    )


def calendar(items: Iterable[Premiere | Window | None], *, known_to: date, name: str = "Premieres") -> bytes:
    """Return a calendar as the bytes of an ``.ics`` file: the same bytes from the same items.

    A season's entry has one id for ever, so that a window gives way to the date once there is one.

    Args:
        items: what stands in it; None is passed over.
        known_to: last day of the data; it stamps every entry.
        name: the calendar's name.

    Raises:
        MissingExtraError: where the library for calendars is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - only where a calendar is wanted
    except ImportError as error:
        raise MissingExtraError(what="a calendar", extra="web") from error
    out = Calendar()
    out.add("prodid", "-//Cliffhanger//Premieres//EN")
    out.add("version", "2.0")
    out.add("calscale", "GREGORIAN")
    out.add("method", "PUBLISH")
    out.add("name", plain(name))
    # What readers asked before RFC 7986 gave it a name.
    out.add("x-wr-calname", plain(name))
    out.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    shown = [item for item in items if item is not None]
    for item in sorted(shown, key=lambda item: (_days(item), _uid(item))):
        out.add_component(_event(item, known_to))
    return bytes(out.to_ical())


def _event(item: Premiere | Window, known_to: date) -> Any:  # noqa: ANN401 - icalendar is imported late
    from icalendar import Event  # noqa: PLC0415 - only where a calendar is wanted

    first, last = _days(item)
    event = Event()
    event.add("uid", _uid(item))
    event.add("dtstamp", datetime.combine(known_to, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    firm = isinstance(item, Premiere) and item.when.days == 1
    event.add("status", "CONFIRMED" if firm else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(item))
    event.add("description", _description(item, known_to))
    event.add("categories", ["Premiere" if isinstance(item, Premiere) else "Forecast"])
    if item.url:
        event.add("url", plain(item.url, _LONGEST))
    return event


def _days(item: Premiere | Window) -> tuple[date, date]:
    """Return first and last day: of a window, the middle half of the plausible premieres."""
    if isinstance(item, Premiere):
        return item.when.first, item.when.last
    quantiles = item.forecast.premiere_quantiles
    return quantiles[0.25], quantiles[0.75]


def _uid(item: Premiere | Window) -> str:
    show, season = (
        (item.show, item.season)
        if isinstance(item, Premiere)
        else (item.forecast.question.show, item.forecast.question.season + 1)
    )
    return f"{plain(subject_id(show, season))}/premiere@cliffhanger"


def _summary(item: Premiere | Window) -> str:
    if isinstance(item, Window):
        f = item.forecast
        odds = words.percent(f.p_renewed) if f.state is not State.RENEWED else "ordered"
        return f"Forecast: “{isolated(plain(f.title))}”, season {f.question.season + 1} ({odds})"
    said = f"“{isolated(plain(item.title))}”, season {item.season}"
    return said if item.when.days == 1 else f"Announced for {item.when.say()}: {said}"


def _description(item: Premiere | Window, known_to: date) -> str:
    where = [f"Platform: {plain(item.network)}."] if item.network else []
    if isinstance(item, Premiere):
        day = "" if item.when.days == 1 else " No day has been announced."
        return "\n".join([f"Premiere of season {item.season}: {item.when.say()}.{day}", *where, _stamp(known_to)])
    f = item.forecast
    quantiles = f.premiere_quantiles
    window = (
        f"If it returns, season {f.question.season + 1} premieres most likely between {words.month(quantiles[0.25])} "
        f"and {words.month(quantiles[0.75])}; nine times in ten between {words.month(quantiles[0.05])} and "
        f"{words.month(quantiles[0.95])}."
    )
    said = words.verdict(replace(f, title=isolated(plain(f.title))))
    return "\n".join([said, window, CAVEAT, *where, _stamp(known_to)])


def _stamp(known_to: date) -> str:
    return f"Known to {words.day(known_to)}."
