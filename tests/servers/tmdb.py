"""A server that answers as TMDB's interface does (https://developer.themoviedb.org); its series are made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.servers.local import Asked, Reply, as_json

KEY = "made-up-key"
_PAGE = 2


def made_up(number: int, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a series
    """Return a series in TMDB's shape, everything appended."""
    return {
        "id": number, "name": f"Made Up {number}", "original_name": f"Erfunden {number}", "adult": False,
        "backdrop_path": None, "poster_path": None, "homepage": "", "overview": "Nobody wrote this.", "tagline": "",
        "first_air_date": "2024-02-01", "last_air_date": "2025-04-04", "status": "Returning Series",
        "type": "Scripted", "in_production": True, "number_of_seasons": 2, "number_of_episodes": 20,
        "episode_run_time": [50], "languages": ["en"], "origin_country": ["US"], "original_language": "en",
        "popularity": 12.5, "vote_average": 7.25, "vote_count": 100,
        "created_by": [{"id": 1, "name": "First Writer", "gender": 0, "profile_path": None}],
        "genres": [{"id": 10765, "name": "Sci-Fi & Fantasy"}],
        "networks": [{"id": 1, "name": "FOX", "logo_path": None, "origin_country": "US"}],
        "last_episode_to_air": None, "production_companies": [], "production_countries": [], "spoken_languages": [],
        "next_episode_to_air": {"id": 5, "air_date": "2026-03-01", "season_number": 3, "episode_number": 1},
        "seasons": [
            {"season_number": 0, "air_date": "2024-01-01", "episode_count": 2, "name": "Specials"},
            {"season_number": 1, "air_date": "2024-02-01", "episode_count": 10, "name": "Season 1"},
            {"season_number": 3, "air_date": None, "episode_count": 0, "name": "Season 3"},
        ],
        "external_ids": {"imdb_id": f"tt{9_000_000 + number}", "tvdb_id": 5, "wikidata_id": "Q5"},
        "content_ratings": {"results": [{"iso_3166_1": "US", "rating": "TV-MA"}, {"iso_3166_1": "DE", "rating": "16"}]},
        "watch/providers": {
            "results": {"DE": {"link": "https://www.themoviedb.org/", "flatrate": [{"provider_name": "Made Up Plus"}]}}
        },
    } | changes  # fmt: skip


@dataclass
class TMDB:
    """What the server knows.

    Attributes:
        series: by their numbers.
        changed: the numbers that its list of changes holds.
    """

    series: dict[int, dict[str, Any]] = field(default_factory=dict)
    changed: list[int] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Reply:
        """Answer as the interface does, to those who have the key."""
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply(b'{"status_code": 7, "success": false}', 401)
        if asked.path == "/tv/changes":
            page = int(asked.query["page"])
            some = self.changed[(page - 1) * _PAGE : page * _PAGE]
            pages = max(1, -(-len(self.changed) // _PAGE))
            results = [{"id": number, "adult": False} for number in some]
            return as_json({"results": results, "page": page, "total_pages": pages, "total_results": len(self.changed)})
        series = self.series.get(int(asked.path.removeprefix("/tv/")))
        return as_json(series) if series else Reply(b'{"status_code": 34, "success": false}', 404)
