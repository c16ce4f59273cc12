"""Names of persons: whole, without titles and jobs, and nothing that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.reader import document, persons
from cliffhanger.reader.names import Name, Names
from cliffhanger.reader.persons import Person, Persons, Roll

NAMES = Names([Name("imdb:tt1", "Will Trent", "Will Trent"), Name("imdb:tt2", "Harbor Lights", "Harbor Lights")])


def named(text: str) -> list[str]:
    """Return the names of the persons in a text."""
    return [person.name for person in persons.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a lead for Maggie Q in Los Angeles", "Maggie Q"),
        ("it was Titus Welliver who came", "Titus Welliver"),
        ("with Ren\u00e9e Zellweger\u2019s help", "Ren\u00e9e Zellweger"),
        ("by Guillermo del Toro and others", "Guillermo del Toro"),
        ("the books of George R. R. Martin", "George R. R. Martin"),
        ("a song by Cate Le Bon plays", "Cate Le Bon"),
        ("produced by J.J. Abrams for television", "J.J. Abrams"),
        ("a set by Louis C.K. in 2016", "Louis C.K."),
        ("with Robert Downey Jr. in the lead", "Robert Downey Jr."),
        ("directed by Hwang Dong-hyuk himself", "Hwang Dong-hyuk"),
        ("played by Lupita Nyong\u2019o in it", "Lupita Nyong\u2019o"),
        ("and Da\u2019Vine Joy Randolph joined", "Da\u2019Vine Joy Randolph"),
        ("with Phoebe Waller-Bridge at the desk", "Phoebe Waller-Bridge"),
        ("and RJ Cyler as well", "RJ Cyler"),
        ("and CCH Pounder as well", "CCH Pounder"),
        ("it stars January Jones again", "January Jones"),
        ("created by Darren Star years ago", "Darren Star"),
        ("by Dr. Dre in Compton", "Dr. Dre"),
    ],
)
def test_names_are_found_whole(text: str, expected: str) -> None:
    """Names are found whole."""
    assert named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Executive Producer Jane Doe was there",
        "Showrunner and Creator Jane Doe was there",
        "Chief Content Officer Jane Doe was there",
        "Detective Jane Doe was there",
        "Dr. Jane Doe was there",
        "Dame Jane Doe was there",
        "Emmy-winning Jane Doe was there",
        "Alongside Jane Doe was the crew",
        "Meanwhile Jane Doe was there",
        "Maybe Jane Doe Returns",
        "Will Jane Doe Return?",
        "Jane Doe Says Season 2 Is Happening",
        "Exclusive: Jane Doe Joins Cast of Drama",
        "Head of Drama Jane Doe Exits",
    ],
)
def test_titles_jobs_and_verbs_are_left_out(text: str) -> None:
    """Titles jobs and verbs are left out."""
    assert named(text) == ["Jane Doe"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Los Angeles, New York, North Carolina and Hong Kong",
        "The Hollywood Reporter, Entertainment Weekly, Rolling Stone and Vanity Fair",
        "Rotten Tomatoes and the Golden Globe Awards",
        "the Robbery-Homicide Division of the LAPD",
        "On Monday, July 4, Season Two Begins",
        "The Executive Producer Said So",
        "NOBODY IS NAMED IN CAPITALS",
        "Warner Bros. Television and Sony Pictures",
        "San Francisco and Santa Monica",
        "Black Friday and Christmas Day",
        "In May Filming began",
    ],
)
def test_nothing_is_found_in_places_bodies_and_headlines(text: str) -> None:
    """Nothing is found in places bodies and headlines."""
    assert named(text) == []


def test_several_are_found_in_order_with_their_places() -> None:
    """Several are found in order with their places."""
    text = "Jane Doe and John Roe\u2019s dog"
    assert persons.find(text) == [Person(0, 8, "Jane Doe"), Person(13, 21, "John Roe")]


def test_the_stop_of_a_sentence_is_no_initial() -> None:
    """The stop of a sentence is no initial."""
    assert named("It was Maggie Q. She laughed.") == ["Maggie Q"]


def test_a_show_is_no_person() -> None:
    """A show is no person."""
    (sentence,) = document.make("Will Trent stars Ram\u00f3n Rodr\u00edguez.", NAMES).sentences
    assert [p.name for p in persons.find(sentence)] == ["Ram\u00f3n Rodr\u00edguez"]


def test_a_surname_or_first_name_means_the_full_name_of_the_document() -> None:
    """A surname or first name means the full name of the document."""
    made = document.make("Jane Doe plays Mara Quill. Doe left. Then Jane came back, and Quill did not.", NAMES)
    cast = Persons(made)
    assert [[p.name for p in cast.of(s)] for s in made.sentences] == [
        ["Jane Doe", "Mara Quill"],
        ["Jane Doe"],
        ["Jane Doe", "Mara Quill"],
    ]


def test_a_surname_of_two_is_nobodys() -> None:
    """A surname of two is nobodys."""
    roll = Roll(["Jane Doe", "John Doe"])
    assert roll.full("Doe") == ""
    assert roll.ambiguous("Doe")
    assert roll.full("Jane") == "Jane Doe"
    assert not roll.ambiguous("Jane")


def test_a_middle_name_makes_no_second_person() -> None:
    """A middle name makes no second person."""
    roll = Roll(["Jane Mary Doe", "Jane Doe"])
    assert roll.full("Doe") == "Jane Mary Doe"


def test_a_surname_with_its_particle_is_found() -> None:
    """A surname with its particle is found."""
    assert Roll(["Ana de la Roe"]).full("Roe") == "Ana de la Roe"


def test_the_roll_ignores_accents_and_titles() -> None:
    """The roll ignores accents and titles."""
    assert Roll(["Ren\u00e9e Doe"]).full("Renee") == "Ren\u00e9e Doe"
    assert Roll(["Jane Doe"]).full("Ms. Doe") == "Jane Doe"


@pytest.mark.parametrize(("word", "may"), [("Zendaya", True), ("Producer", False), ("Monday", False), ("LAPD", False)])
def test_what_may_be_a_name(word: str, *, may: bool) -> None:
    """What may be a name."""
    assert persons.may_be_name(word) is may


@given(st.text(alphabet="ABJaeo\u00e9\u00c9.'\u2019- \n1,&", max_size=80))
def test_names_lie_in_order_in_the_text(text: str) -> None:
    """Names lie in order in the text."""
    behind = 0
    for start, end, name in persons.find(text):
        assert behind <= start < end <= len(text)
        assert " ".join(text[start:end].split()) == name
        behind = end


@given(st.lists(st.text(max_size=20)), st.text(max_size=20))
def test_the_roll_takes_any_names(names: list[str], asked: str) -> None:
    """The roll takes any names."""
    roll = Roll(name for name in names if name.split())
    assert roll.full(asked) in {"", *names}
