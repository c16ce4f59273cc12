"""What makes two shows the same, and what keeps two shows of one name apart; all shows are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.ledger.matching import CONFIDENCE, PROFILE, SEASON, Side, choose, score
from cliffhanger.ledger.titles import LOOSE, PARTIAL, SAME, fold, hints, keys, language_of, names_frame, renames

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Show = tuple[str, "Mapping[str, Any]"]


def side(*shows: Show, seasons: Sequence[tuple[str, int, float]] = ()) -> Side:
    """Return a side whose shows have the facts given: ``title`` and columns of a profile; the rest is unknown."""
    rows = [{"show": show, "late": False, **{k: v for k, v in told.items() if k != "title"}} for show, told in shows]
    for row in rows:
        row.setdefault("first_latest", row.get("first"))
    return Side(
        names=names_frame((show, told["title"], False) for show, told in shows),
        profiles=pl.DataFrame(rows, schema=PROFILE),
        seasons=pl.DataFrame(seasons, schema=SEASON, orient="row"),
    )


def imdb(number: int, title: str, year: float | None = None, **told: Any) -> Show:  # noqa: ANN401 - any column of a profile
    """Return a well-known show of the right side, its first year known from a date."""
    return f"imdb:tt{number}", {
        "title": title,
        "first": year,
        "grain": "year" if year else None,
        "votes": 5000.0,
    } | told


def chosen(left: Side, right: Side) -> dict[str, str]:
    """Return what is matched to what."""
    return dict(choose(score(left, right)).select("show", "right").rows())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Über Möwen", "uber mowen"),
        ("Salt & Pepper", "Salt and Pepper"),
        ("S.A.L.T.", "SALT"),
        ("Salt\N{RIGHT SINGLE QUOTATION MARK}s Way!", "Salt's Way"),
        ("Two Salty Men", "2 Salty Men"),
        ("1/2/63", "1.2.63"),
        ("Masterbaker", "Master Baker"),
    ],
)
def test_spellings_of_one_title_have_one_key(one: str, other: str) -> None:
    """Case, accents, punctuation, blanks, "and" and small numbers do not tell titles apart."""
    assert "".join(fold(one)) == "".join(fold(other))


@pytest.mark.parametrize(
    ("title", "key", "looseness"),
    [
        ("The Salt Mines", "saltmines", LOOSE),
        ("The Mines", "mines", PARTIAL),
        ("Saltmen (2017)", "saltmen", SAME),
        ("Saltmen (U.S.)", "saltmen", SAME),
        ("Los Mineros (aka Saltmen)", "saltmen", LOOSE),
        ("Marvel's Saltmen", "saltmen", LOOSE),
        ("Ann Author's Saltmen of Old", "saltmenofold", PARTIAL),
        ("Salt Talk with Ann Author", "salttalk", PARTIAL),
        ("Saltmen: The Lost Mine", "saltmen", PARTIAL),
        ("Saltmen: The Lost Mine", "thelostmine", PARTIAL),
    ],
)
def test_a_title_has_looser_keys_too(title: str, key: str, looseness: int) -> None:
    """Articles, brackets, brands, owners, hosts and subtitles may be missing on the other side."""
    assert keys(title)[key][0] == looseness


def test_a_title_tells_more_than_its_name() -> None:
    """A year or a country in brackets, and letters of one language, are read off it."""
    assert hints("Saltmen (2017)") == (2017, None)
    assert hints("Saltmen [U.S. version]") == (None, "US")
    assert hints("Saltmen (and women)") == (None, None)
    assert [language_of(title) for title in ("소금", "しお", "เกลือ", "盐", "Salt")] == ["ko", "ja", "th", None, None]


def test_a_renamed_show_is_found_under_either_name() -> None:
    """Every name in the list of renames leads to IMDb's name for the show."""
    assert "lawandorderspecialvictimsunit" in keys("Law & Order: SVU")
    assert all(keys(other)["".join(fold(name))][0] == SAME for other, name in renames().items())


def test_remakes_are_told_apart_by_their_year() -> None:
    """Of two shows with one title, each source's show goes to the one that began in its year."""
    left = side(("a:old", {"title": "Saltmen", "first": 1975.0}), ("a:new", {"title": "Saltmen", "first": 2015.0}))
    right = side(imdb(1, "Saltmen", 1975), imdb(2, "Saltmen", 2015))
    assert chosen(left, right) == {"a:old": "imdb:tt1", "a:new": "imdb:tt2"}


@pytest.mark.parametrize(
    ("years_off", "matched"), [(0, True), (1, True), (-1, True), (2, False), (-3, False), (9, False)]
)
def test_first_years_may_differ_by_one(years_off: int, *, matched: bool) -> None:
    """A pilot may come the year before; beyond that it is another show of the same title."""
    left = side(("a:x", {"title": "Salt Mines", "first": 2010.0}))
    right = side(imdb(1, "Salt Mines", 2010 + years_off))
    assert bool(chosen(left, right)) is matched


def test_what_comes_from_abroad_may_come_later() -> None:
    """A source that dates shows by their arrival may be years late, never early."""
    late = side(("a:x", {"title": "The Salt Mines", "first": 2010.0, "late": True}))
    assert chosen(late, side(imdb(1, "The Salt Mines", 2008)))
    assert not chosen(late, side(imdb(1, "The Salt Mines", 2013)))


def test_two_shows_that_fit_alike_are_both_left_alone() -> None:
    """Where nothing tells two candidates apart, none is taken."""
    left = side(("a:x", {"title": "Salt Mines", "first": 2010.0}))
    right = side(imdb(1, "Salt Mines", 2010), imdb(2, "Salt Mines", 2010))
    assert chosen(left, right) == {}
    american = side(("a:x", {"title": "Salt Mines", "first": 2010.0, "networks": ["NBC"]}))
    told = side(imdb(1, "Salt Mines", 2010), imdb(2, "Salt Mines", 2010, networks=["NBC"]))
    assert chosen(american, told) == {"a:x": "imdb:tt2"}


def test_a_fifth_season_needs_a_show_that_had_as_many() -> None:
    """A show with fewer seasons than were seen is another one; one season less may be a matter of counting."""
    left = side(("a:x", {"title": "Salt Mines", "first": 2010.0, "seasons": 5}))
    assert not chosen(left, side(imdb(1, "Salt Mines", 2010, seasons=3)))
    assert chosen(left, side(imdb(1, "Salt Mines", 2010, seasons=4)))


def test_dates_of_later_seasons_stand_in_for_a_first_year() -> None:
    """Where no first year is known, the years of the seasons that both date decide."""
    told = {"title": "Saltmen", "first_latest": 2014.0, "late": True, "seasons": 4}
    left = side(("a:x", told), seasons=[("a:x", 3, 2013.2), ("a:x", 4, 2014.3)])
    right = side(imdb(1, "Saltmen", 2011, seasons=5), seasons=[("imdb:tt1", 3, 2013.5), ("imdb:tt1", 4, 2014.5)])
    wrong = side(imdb(2, "Saltmen", 2003, seasons=5), seasons=[("imdb:tt2", 3, 2005.5), ("imdb:tt2", 4, 2006.5)])
    assert chosen(left, right) == {"a:x": "imdb:tt1"}
    assert chosen(left, wrong) == {}


def test_a_title_alone_must_be_the_only_one() -> None:
    """Without a year a title is taken where it is telling, known, and nobody else's."""
    left = side(("a:x", {"title": "The Salt Mines of Home", "late": True}))
    one = imdb(1, "The Salt Mines of Home", 2010)
    assert chosen(left, side(one)) == {"a:x": "imdb:tt1"}
    assert chosen(left, side(one, imdb(2, "The Salt Mines of Home", 1999))) == {}
    assert chosen(left, side(imdb(1, "The Salt Mines of Home", 2010, votes=20.0))) == {}
    assert chosen(side(("a:x", {"title": "Salt"})), side(imdb(1, "Salt", 2010, votes=400.0))) == {}


def test_a_bare_word_that_may_be_a_film_is_left_alone() -> None:
    """Films hide among Netflix's titles: one word without any season is no series for certain."""
    right = side(imdb(1, "Salt", 2010, votes=90_000.0))
    assert chosen(side(("netflix:Salt", {"title": "Salt", "late": True})), right) == {}
    assert chosen(side(("netflix:Salt", {"title": "Salt", "late": True, "seasons": 1})), right) == {
        "netflix:Salt": "imdb:tt1"
    }


def test_part_of_a_title_needs_the_year_as_well() -> None:
    """A subtitle may be missing on one side, if the first years agree."""
    right = side(imdb(1, "Salt Mines", 2010, votes=90_000.0))
    assert chosen(side(("a:x", {"title": "Salt Mines: Deep Down", "first": 2010.0})), right) == {"a:x": "imdb:tt1"}
    assert chosen(side(("a:x", {"title": "Salt Mines: Deep Down", "late": True})), right) == {}
    whole = side(imdb(1, "Salt Mines", 2010), imdb(2, "Salt Mines: Deep Down", 2010))
    assert chosen(side(("a:x", {"title": "Salt Mines", "first": 2010.0})), whole) == {"a:x": "imdb:tt1"}


def test_another_language_or_country_is_another_show() -> None:
    """A remake abroad bears the same title, a few years later."""
    told = {"title": "Salt Mines", "first": 2010.0, "late": True}
    right = side(imdb(1, "Salt Mines", 2008, languages=["ko"], countries=["KR"]))
    assert chosen(side(("a:x", told)), right)
    assert not chosen(side(("a:x", told | {"languages": ["th"]})), right)
    assert not chosen(side(("a:x", told | {"countries": ["TH"]})), right)
    assert chosen(side(("a:x", told | {"languages": ["en", "ko"]})), right)


def test_one_show_is_given_once_for_each_authority() -> None:
    """The better match keeps it; ids that are names may share it where both bear the title."""
    right = side(imdb(1, "Salt Mines", 2010))
    numbered = side(
        ("a:1", {"title": "Salt Mines", "first": 2010.0}), ("a:2", {"title": "Salt Mines", "first": 2011.0})
    )
    assert chosen(numbered, right) == {"a:1": "imdb:tt1"}
    moved = side(
        ("scorecards:NBC+Salt%20Mines", {"title": "Salt Mines", "first": 2010.0}),
        ("scorecards:Hulu+Salt%20Mines", {"title": "Salt Mines", "first": 2010.0}),
    )
    assert set(chosen(moved, right).values()) == {"imdb:tt1"}
    assert len(chosen(moved, right)) == 2


def test_every_match_says_how_it_was_found() -> None:
    """Each has a method that has a confidence, and its points are the sum of what speaks for it."""
    left = side(
        ("a:1", {"title": "Salt Mines", "first": 2010.0, "seasons_told": 4}),
        ("a:2", {"title": "Pepper Mills", "first": 2011.0}),
    )
    right = side(imdb(1, "Salt Mines", 2010, seasons=4), imdb(2, "Pepper Mills", 2011))
    found = choose(score(left, right))
    assert dict(found.select("show", "method").rows()) == {"a:1": "title, year and seasons", "a:2": "title and year"}
    assert found["confidence"].to_list() == [CONFIDENCE[method] for method in found["method"]]
    parts = [column for column in found.columns if column.startswith("for_")]
    assert found.select(pl.sum_horizontal(parts))["for_title"].to_list() == pytest.approx(found["points"].to_list())


shows = st.lists(
    st.tuples(
        st.sampled_from(["Salt", "The Salt", "Salt Mines", "Salt Mines: Deep Down", "Pepper"]),
        st.sampled_from([None, 2009.0, 2010.0, 2011.0]),
    ),
    min_size=1,
    max_size=6,
)


@given(lefts=shows, rights=shows, random=st.randoms(use_true_random=False))
def test_the_order_of_shows_plays_no_part(
    lefts: list[tuple[str, float | None]],
    rights: list[tuple[str, float | None]],
    random: Any,  # noqa: ANN401 - hypothesis names no type
) -> None:
    """The same shows in any order give the same matches; no show is matched twice."""
    left = [(f"a:{n}", {"title": title, "first": year}) for n, (title, year) in enumerate(lefts)]
    right = [imdb(n, title, year) for n, (title, year) in enumerate(rights)]
    straight = choose(score(side(*left), side(*right)))
    random.shuffle(left)
    random.shuffle(right)
    shuffled = choose(score(side(*left), side(*right)))
    assert sorted(straight.select("show", "right").rows()) == sorted(shuffled.select("show", "right").rows())
    assert straight["show"].is_unique().all()
    assert straight["right"].is_unique().all()
