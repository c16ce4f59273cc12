"""Search that forgives typing: laws over the whole starter catalogue, and each way to be found."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cliffhanger.outlook import facts as catalogue
from cliffhanger.outlook.finding import LONGEST, MOST, Called, Finder, Hit, Known
from cliffhanger.outlook.name_index import NameIndex, normal_form
from tests.facts import claim, facts
from tests.outlook.made_up import DAY, HOSTILE, SHOW


@cache
def finder() -> Finder:
    """Return the index of the starter catalogue."""
    return Finder.of(catalogue.from_starter().connection)


@cache
def titles() -> tuple[str, ...]:
    """Return every title of the starter catalogue."""
    found = catalogue.from_starter().connection.execute(
        "SELECT DISTINCT value FROM claims WHERE predicate = 'title' AND source = 'imdb' ORDER BY value"
    )
    return tuple(row[0] for row in found.fetchall())


any_title = st.integers(0, 23_000).map(lambda number: titles()[number % len(titles())])


def slipped(title: str, place: int, kind: str, letter: str) -> str:
    """Return a title with one letter left out, put in, replaced, or exchanged with the next."""
    letters = [number for number, c in enumerate(title) if c.isalpha()]
    at = letters[place % len(letters)]
    return {
        "missing": title[:at] + title[at + 1 :],
        "added": title[:at] + letter + title[at:],
        "replaced": title[:at] + letter + title[at + 1 :],
        "exchanged": title[:at] + title[at + 1 : at + 2] + title[at] + title[at + 2 :],
    }[kind]


@given(any_title)
def test_a_title_typed_as_it_stands_comes_first(title: str) -> None:
    """Whatever else is called nearly so."""
    first = finder().suggest(title, 3)[0]
    assert first.title.casefold() == title.casefold()
    assert first.score == 1.0


@given(
    any_title.filter(lambda title: sum(c.isalpha() for c in title) >= 5),
    st.integers(0, 200),
    st.sampled_from(["missing", "added", "replaced", "exchanged"]),
    st.sampled_from(ascii_lowercase),
)
def test_one_slip_is_forgiven(title: str, place: int, kind: str, letter: str) -> None:
    """In a title of five letters or more, unless what was typed is another show's title."""
    typed = slipped(title, place, kind, letter)
    hits = finder().suggest(typed)
    assume(not hits or normal_form(hits[0].title) != normal_form(typed) or normal_form(title) == normal_form(typed))
    assert normal_form(title) in {normal_form(hit.title) for hit in hits}


@given(st.text(max_size=40) | st.sampled_from(HOSTILE), st.integers(-3, 300))
def test_nothing_that_is_typed_is_too_much(query: str, limit: int) -> None:
    """Never an error, never more than asked for, best first, each show once, and the same again."""
    hits = finder().suggest(query, limit)
    assert len(hits) <= max(0, min(limit, MOST))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.show for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 1 and hit.why for hit in hits)
    assert hits == finder().suggest(query, limit)


def first(query: str) -> Hit:
    """Return the best hit in the starter catalogue."""
    return finder().suggest(query)[0]


@pytest.mark.parametrize(
    ("query", "show"),
    [
        ("Ballard", "imdb:tt26676904"),
        ("balard", "imdb:tt26676904"),
        ("tt26676904", "imdb:tt26676904"),
        ("imdb:TT26676904", "imdb:tt26676904"),
        ("https://www.imdb.com/title/tt26676904/?ref_=x", "imdb:tt26676904"),
        ("teh walking dead", "imdb:tt1520211"),
        ("dead walking the", "imdb:tt1520211"),
        ("office", "imdb:tt0386676"),
        ("game of", "imdb:tt0944947"),
        ("la casa de papel", "imdb:tt6468322"),
        ("legacy bosch", "imdb:tt14168162"),
        ("battlestar galactica 2004", "imdb:tt0407362"),
        ("Battlestar Galactica (1978)", "imdb:tt0076984"),
        ("shogun (2024)", "imdb:tt2788316"),
    ],
)
def test_real_shows_are_found_as_people_type_them(query: str, show: str) -> None:
    """By slips, beginnings, words in any order, aliases, ids, addresses, and the year."""
    assert first(query).show == show


def test_people_lead_to_their_shows() -> None:
    """Creators and casts, by name and by part of it; the reason says who they are."""
    for query in ("Maggie Q", "maggie q", "Renée Ballard"):
        assert "imdb:tt26676904" in {hit.show for hit in finder().suggest(query)}
    assert first("Maggie Q").why == "with Maggie Q as Renée Ballard"
    assert first("Michael Connelly").why == "created by Michael Connelly"
    assert first("conelly").why == "created by Michael Connelly"


def test_speakers_lead_to_the_shows_they_speak_of() -> None:
    """From the facts of an article."""
    opened = facts(
        claim(SHOW, "title", "Copper Lantern", DAY, source="imdb"),
        claim(SHOW, "statement", "We hope.", DAY, speaker="Ada Quill", modality="hope"),
    )
    (hit,) = Finder.of(opened.connection).suggest("ada quil")
    assert (hit.show, hit.why) == (SHOW, "Ada Quill has spoken of it")


def test_the_better_known_of_equals_comes_first() -> None:
    """Two shows of one title."""
    shows = [Known("x:1", "Copper Lantern", 1999, rank=1), Known("x:2", "Copper Lantern", 2020, rank=0)]
    made = Finder(shows, [Called(known.show, known.title) for known in shows])
    assert [hit.show for hit in made.suggest("copper lantern")] == ["x:2", "x:1"]
    assert made.suggest("Copper Lantern 1999")[0].show == "x:1"


def test_an_article_may_be_typed_or_not() -> None:
    """Where one show's title has it and another's has not; a name of a show that has no title is passed over."""
    shows = [Known("x:1", "The Lantern"), Known("x:2", "Lantern", rank=1)]
    names = [*(Called(known.show, known.title) for known in shows), Called("x:3", "Lantern Night")]
    made = Finder(shows, names, [Called("x:3", "Ada Quill", "created by Ada Quill")])
    assert [hit.show for hit in made.suggest("lantern")] == ["x:2", "x:1"]
    assert [hit.show for hit in made.suggest("the lantern")] == ["x:1", "x:2"]
    assert made.suggest("Ada Quill") == ()


def test_an_empty_catalogue_suggests_nothing() -> None:
    """Nor does an empty text."""
    assert Finder([], []).suggest("copper") == ()
    assert finder().suggest("  ") == ()


def test_a_query_is_read_to_a_bound() -> None:
    """What stands behind it is as if it were not there."""
    long = "copper " * 5_000
    assert finder().suggest(long) == finder().suggest(" ".join(long.split())[:LONGEST])


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=8).map(str.strip), max_size=12))
def test_an_index_finds_what_it_holds(forms: list[str]) -> None:
    """Each name by itself, by each of its beginnings, and by its words in any order."""
    index = NameIndex(forms)
    for form in forms:
        place = index.whole(form)
        assert place is not None
        assert index.forms[place] == form
        assert all(place in index.beginning(form[:end]) for end in range(1, len(form) + 1))
        words = form.split()
        assert not words or place in index.having(words[::-1]) & index.like(words)
