"""Ids: keys that cannot collide, and what is refused as no id."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadIdError
from cliffhanger.domain.ids import key_of, parse_show_id, parse_subject_id, parts_of, show_id, subject_id

# Text that has an encoding; the joints of ids turn up often.
texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("+%/: "))
parts = st.lists(texts, min_size=1, max_size=4).map(tuple)
keys = st.lists(texts.filter(bool), min_size=1, max_size=4).map(lambda some: key_of(*some))
authorities = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
numbers = st.none() | st.integers(0, 999)


@given(parts)
@example(("a+b",))
@example(("a", "b"))
@example(("", ""))
def test_a_key_gives_its_parts_back(some: tuple[str, ...]) -> None:
    """Nothing of the parts is lost in the key."""
    assert parts_of(key_of(*some)) == some


@given(parts, parts)
@example(("a", "b"), ("a+b",))
@example(("a%2Bb",), ("a+b",))
@example(("a", ""), ("a",))
def test_different_parts_never_share_a_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Two keys are the same exactly if their parts are."""
    assert (key_of(*one) == key_of(*other)) == (one == other)


@given(authorities, keys)
def test_every_key_makes_an_id(authority: str, key: str) -> None:
    """What :func:`key_of` makes is always fit for an id, which a user can type back."""
    made = show_id(authority, key)
    assert made == f"{authority}:{key}"
    assert parse_show_id(made) == made


@given(authorities, keys, numbers, numbers)
def test_a_subject_gives_its_show_season_and_episode_back(
    authority: str, key: str, season: int | None, episode: int | None
) -> None:
    """However a title is written, it never passes for a season or an episode."""
    episode = None if season is None else episode
    show = show_id(authority, key)
    assert parse_subject_id(subject_id(show, season, episode)) == (show, season, episode)


def test_a_bare_imdb_id_is_imdbs() -> None:
    """A user may leave out the authority of IMDb's ids, and of no others."""
    assert parse_show_id("tt26676904") == "imdb:tt26676904"
    with pytest.raises(BadIdError, match="authority:key"):
        parse_show_id("26676904")


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "imdb:",
        ":tt26676904",
        "IMDb:tt26676904",
        "imdb:tt 26676904",
        "imdb:a/b",
        "imdb:a:b",
        "1mdb:a",
        "imdb:é",
    ],
)
def test_what_is_no_id_is_refused(text: str) -> None:
    """The error names the text."""
    with pytest.raises(BadIdError) as caught:
        parse_show_id(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    "text", ["", "imdb:a/", "imdb:a/2", "imdb:a/s", "imdb:a/s-1", "imdb:a/e1", "imdb:a/s1/e", "imdb:a/s1/e1/"]
)
def test_what_is_no_subject_is_refused(text: str) -> None:
    """A subject is a show, a season or an episode, in that form only."""
    with pytest.raises(BadIdError):
        parse_subject_id(text)
