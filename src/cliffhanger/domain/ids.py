"""Ids of shows, seasons and episodes: ``imdb:tt26676904``, ``.../s2``, ``.../s2/e1``.

A show's id is ``authority:key``. A source without ids of its own makes a key
from parts, each percent-encoded, so that no two different lists of parts can
ever give the same key.
"""

from __future__ import annotations

import re
from typing import NewType
from urllib.parse import quote, unquote

from cliffhanger.domain.errors import BadIdError

ShowId = NewType("ShowId", str)

_AUTHORITY = re.compile(r"[a-z][a-z0-9_]*")
_KEY = re.compile(r"[A-Za-z0-9._~%+-]+")
_SEASON = re.compile(r"(?P<show>[^/]+)(?:/s(?P<season>[0-9]{1,9})(?:/e(?P<episode>[0-9]{1,9}))?)?")
_IMDB = re.compile(r"tt\d{5,10}")


def key_of(*parts: str | int) -> str:
    """Join parts into one key; different parts always give different keys.

    Example:
        >>> key_of("NBC", "This Is Us", 2016)
        'NBC+This%20Is%20Us+2016'
    """
    return "+".join(quote(str(part), safe="") for part in parts)


def parts_of(key: str) -> tuple[str, ...]:
    """Undo :func:`key_of`.

    Example:
        >>> parts_of('NBC+This%20Is%20Us+2016')
        ('NBC', 'This Is Us', '2016')
    """
    return tuple(unquote(part) for part in key.split("+"))


def show_id(authority: str, key: str) -> ShowId:
    """Return ``authority:key``.

    Args:
        authority: who gives the id: imdb, tmdb, tvmaze, wikidata or a source's name.
        key: the authority's own id, or the result of :func:`key_of`.

    Raises:
        BadIdError: where either half has characters that an id cannot hold.
    """
    text = f"{authority}:{key}"
    if not _AUTHORITY.fullmatch(authority):
        raise BadIdError(text=text, reason="the authority is lower-case letters, digits and underscores")
    if not _KEY.fullmatch(key):
        raise BadIdError(text=text, reason="the key has characters that must be percent-encoded")
    return ShowId(text)


def parse_show_id(text: str) -> ShowId:
    """Read a show's id as a user may type it; a bare ``tt1234567`` is IMDb's.

    Raises:
        BadIdError: where the text is no id.
    """
    if _IMDB.fullmatch(text):
        return show_id("imdb", text)
    authority, colon, key = text.partition(":")
    if not colon:
        raise BadIdError(text=text, reason="an id is authority:key, for instance imdb:tt26676904")
    return show_id(authority, key)


def subject_id(show: str, season: int | None = None, episode: int | None = None) -> str:
    """Return the id of a show, of its season, or of an episode.

    Example:
        >>> subject_id("imdb:tt26676904", 2)
        'imdb:tt26676904/s2'
    """
    if season is None:
        return show
    return f"{show}/s{season}" if episode is None else f"{show}/s{season}/e{episode}"


def parse_subject_id(text: str) -> tuple[ShowId, int | None, int | None]:
    """Split a subject's id into show, season and episode.

    Raises:
        BadIdError: where the text is no such id.
    """
    found = _SEASON.fullmatch(text)
    if found is None:
        raise BadIdError(text=text, reason="a subject is SHOW, SHOW/s1 or SHOW/s1/e1")
    season, episode = found["season"], found["episode"]
    return parse_show_id(found["show"]), int(season) if season else None, int(episode) if episode else None
