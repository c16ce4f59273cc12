"""One name for the many spellings of a platform, and the kind of buyer behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.platforms import PLATFORMS, canonical, platform_class
from cliffhanger.domain.vocabulary import PlatformClass


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("AMZN", "Prime Video"),
        ("Amazon", "Prime Video"),
        ("Amazon Prime", "Prime Video"),
        ("Amazon Prime Video", "Prime Video"),
        ("Prime Video", "Prime Video"),
        ("prime  video", "Prime Video"),
        ("NETF", "Netflix"),
        ("COM", "Comedy Central"),
        ("FOX", "Fox"),
        ("FX Networks", "FX"),
        ("ABC Family", "Freeform"),
        ("Spike", "Paramount Network"),
        ("CBS All Access", "Paramount+"),
        ("Max", "HBO Max"),
        ("EPIX", "MGM+"),
        ("ITV1", "ITV"),
        ("5", "Channel 5"),
    ],
)
def test_a_platform_has_one_name(spelling: str, name: str) -> None:
    """Codes, former names and capitals all lead to it."""
    assert canonical(spelling) == name


def test_capitals_count_where_they_tell_two_platforms_apart() -> None:
    """The channel of Korea is not that of Poland, nor the one of Hong Kong that of Turkey."""
    assert (canonical("tvN"), canonical("TVN")) == ("tvN", "TVN (Poland)")
    assert (canonical("ATV"), canonical("atv")) == ("ATV", "atv")
    assert canonical("Atv") == "Atv"


def test_an_unlisted_name_passes_through() -> None:
    """There are hundreds of networks: a guess would be worse than none."""
    assert canonical(" A Made-Up \n Channel ") == "A Made-Up Channel"
    assert platform_class("A Made-Up Channel") is PlatformClass.UNKNOWN


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The CW", PlatformClass.BROADCAST),
        ("USA", PlatformClass.CABLE),
        ("Showtime", PlatformClass.PREMIUM),
        ("Apple TV+", PlatformClass.STREAMING),
        ("BBC One", PlatformClass.PUBLIC),
        ("TV Tokyo", PlatformClass.ASIA),
        ("Syndication", PlatformClass.OTHER),
    ],
)
def test_a_platform_belongs_to_a_class_of_buyers(name: str, kind: PlatformClass) -> None:
    """Any of its spellings will do."""
    assert platform_class(name) is kind


def test_no_spelling_stands_for_two_platforms() -> None:
    """Every name and every spelling is listed once, and a name is its own canonical form."""
    listed = [
        spelling
        for names in PLATFORMS.values()
        for name, others in names.items()
        for spelling in (name, *others)
    ]  # fmt: skip
    assert len(listed) == len(set(listed))
    for kind, names in PLATFORMS.items():
        for name in names:
            assert canonical(name) == name
            assert platform_class(name) is kind


@given(st.text(max_size=30))
def test_the_canonical_name_is_stable(name: str) -> None:
    """Asking twice changes nothing."""
    assert canonical(canonical(name)) == canonical(name)
