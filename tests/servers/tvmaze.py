"""A server that answers as TVmaze's interface does (https://www.tvmaze.com/api); its shows are made up."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from tests.servers.local import Asked, Reply, as_json

PAGE = 250
DAY = 86_400
_SPANS = {"day": DAY, "week": 7 * DAY, "month": 30 * DAY}
_EMBEDS = re.compile(r"embed\[\d*\]")


def made_up(number: int, updated: int, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a show
    """Return a show in TVmaze's shape, everything embedded."""
    return {
        "id": number,
        "url": f"https://www.tvmaze.com/shows/{number}/made-up",
        "name": f"Made Up {number}",
        "type": "Scripted",
        "language": "English",
        "genres": ["Drama", "Science-Fiction"],
        "status": "Running",
        "runtime": 60,
        "averageRuntime": 58,
        "premiered": "2024-02-01",
        "ended": None,
        "officialSite": None,
        "schedule": {"time": "21:00", "days": ["Thursday"]},
        "rating": {"average": 7.5},
        "weight": 90,
        "network": {
            "id": 3,
            "name": "FOX",
            "country": {"name": "United States", "code": "US", "timezone": "America/New_York"},
            "officialSite": None,
        },
        "webChannel": None,
        "dvdCountry": None,
        "externals": {"tvrage": None, "thetvdb": 100 + number, "imdb": f"tt{9_000_000 + number}"},
        "image": {"medium": "https://images.example/m.jpg", "original": f"https://images.example/{number}.jpg"},
        "summary": "<p>Nobody wrote this.</p>",
        "updated": updated,
        "_links": {"self": {"href": f"https://api.tvmaze.com/shows/{number}"}},
        "_embedded": {
            "seasons": [_season(1, "2024-02-01", "2024-04-04", 10), _season(2, None, None, None)],
            "episodes": [_episode(1, 1, "2024-02-01"), _episode(1, 2, "2024-02-08"), _episode(1, None, "2024-03-01")],
            "cast": [{"person": _person("First Player"), "character": _person("Somebody"), "self": False}],
            "crew": [
                {"type": "Creator", "person": _person("First Writer")},
                {"type": "Executive Producer", "person": _person("Second Writer")},
            ],
            "akas": [{"name": f"Erfunden {number}", "country": {"name": "Germany", "code": "DE"}}],
        },
    } | changes


def _season(number: int, first: str | None, last: str | None, episodes: int | None) -> dict[str, Any]:
    return {
        "id": 10 + number, "url": "https://www.tvmaze.com/seasons/1", "number": number, "name": "",
        "episodeOrder": episodes, "premiereDate": first, "endDate": last, "network": None, "webChannel": None,
        "image": None, "summary": "", "_links": {},
    }  # fmt: skip


def _episode(season: int, number: int | None, aired: str) -> dict[str, Any]:
    return {"id": 1, "name": "Made up", "season": season, "number": number, "type": "regular", "airdate": aired}


def _person(name: str) -> dict[str, Any]:
    return {"id": 1, "url": "https://www.tvmaze.com/people/1", "name": name, "image": None, "_links": {}}


@dataclass
class TVmaze:
    """What the server knows.

    Attributes:
        now: the instant that its windows of changes end with, in seconds since 1970.
        shows: by their numbers.
        scheduled: the episodes to come, in the order of their days.
    """

    now: int
    shows: dict[int, dict[str, Any]] = field(default_factory=dict)
    scheduled: list[dict[str, Any]] = field(default_factory=list)

    def put(self, number: int, updated: int, **changes: Any) -> None:  # noqa: ANN401 - any field of a show
        """Add or change a show."""
        self.shows[number] = made_up(number, updated, **changes)

    def schedule(self, show: int, season: int, number: int | None, aired: str) -> None:
        """Add an episode to come; its show is told as the schedule tells it, with nothing embedded."""
        told = {name: value for name, value in self.shows[show].items() if name != "_embedded"}
        self.scheduled.append(_episode(season, number, aired) | {"_embedded": {"show": told}})

    def __call__(self, asked: Asked) -> Reply:
        """Answer as the interface does, by the server's own clock."""
        reply = self._said(asked)
        date = format_datetime(datetime.fromtimestamp(self.now, UTC), usegmt=True)
        return replace(reply, headers={**reply.headers, "Date": date})

    def _said(self, asked: Asked) -> Reply:
        if asked.path == "/shows":
            return self._listing(int(asked.query.get("page", 0)))
        if asked.path == "/updates/shows":
            span = _SPANS.get(asked.query.get("since", ""), self.now)
            return as_json({str(n): s["updated"] for n, s in self.shows.items() if s["updated"] > self.now - span})
        if asked.path == "/schedule/full":
            return as_json(self.scheduled)
        number = asked.path.removeprefix("/shows/")
        show = self.shows.get(int(number)) if number.isdecimal() else None
        if show is None:
            return Reply(json.dumps({"name": "Not Found", "status": 404}).encode(), 404)
        wanted = {value for name, value in asked.query.items() if _EMBEDS.fullmatch(name)}
        said = copy.deepcopy(show)
        said["_embedded"] = {name: said["_embedded"][name] for name in wanted}
        return as_json(said)

    def _listing(self, page: int) -> Reply:
        some = [show for number, show in sorted(self.shows.items()) if number // PAGE == page]
        if not some and not any(number // PAGE > page for number in self.shows):
            return Reply(json.dumps({"name": "Not Found", "status": 404}).encode(), 404)
        return as_json([{name: value for name, value in show.items() if name != "_embedded"} for show in some])
