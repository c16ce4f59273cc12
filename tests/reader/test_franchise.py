"""What a show comes from and belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import document, franchise
from cliffhanger.reader.names import Name, Names

NAMES = Names(
    Name(f"imdb:tt{n}", title, title)
    for n, title in enumerate(
        (
            "Bosch",
            "Ballard",
            "Reacher",
            "Slow Horses",
            "House of the Dragon",
            "Game of Thrones",
            "Station 19",
            "Grey's Anatomy",
            "Better Call Saul",
            "Breaking Bad",
            "Star Trek: Strange New Worlds",
            "The Last of Us",
            "And Just Like That...",
            "Sex and the City",
            "Yellowstone",
            "1883",
            "1923",
            "Cheers",
            "Frasier",
            "Pachinko",
            "Berlin",
            "Money Heist",
            "Jack Ryan",
        ),
        1,
    )
)


def facts(text: str, *, title: bool = False) -> list[tuple[str, str, object, object]]:
    """Return subject, predicate, value and author of each claim."""
    found = franchise.find(document.make(text, NAMES, in_title=title))
    return [(c.subject.name, c.predicate.value, c.value, c.details.get("author")) for c in found]


@pytest.mark.parametrize(
    ("text", "young", "old"),
    [
        ('"Ballard" is a spin-off of "Bosch."', "Ballard", "Bosch"),
        ('"Ballard" is a spinoff from the long-running "Bosch" series.', "Ballard", "Bosch"),
        ('"Ballard," which is a spin-off of the Prime Video hit "Bosch," has begun.', "Ballard", "Bosch"),
        ("Prime Video released the 'Bosch' spinoff 'Ballard' in July.", "Ballard", "Bosch"),
        ('ABC ends "Station 19," the "Grey\'s Anatomy" spinoff.', "Station 19", "Grey's Anatomy"),
        (
            '"House of the Dragon," a prequel to HBO\'s "Game of Thrones," is back.',
            "House of the Dragon",
            "Game of Thrones",
        ),
        (
            'The "Breaking Bad" prequel series "Better Call Saul" ran for six seasons.',
            "Better Call Saul",
            "Breaking Bad",
        ),
        ('"Breaking Bad" and its spinoff "Better Call Saul" are on Netflix.', "Better Call Saul", "Breaking Bad"),
        ('"Frasier" was spun off from "Cheers" in 1993.', "Frasier", "Cheers"),
        ('"Cheers" spawned the spin-off "Frasier."', "Frasier", "Cheers"),
        ('Work on a spin-off of "Bosch," titled "Ballard," is done.', "Ballard", "Bosch"),
        ('"Ballard" is new. It is a spin-off of "Bosch."', "Ballard", "Bosch"),
        ('"Bosch" is over. A spin-off, "Ballard," is on its way.', "Ballard", "Bosch"),
        ('"Ballard" is new. The spin-off of "Bosch" was recast.', "Ballard", "Bosch"),
        ('"Bosch" is over. Hulu is already making a spin-off, "Ballard."', "Ballard", "Bosch"),
        ('"Ballard," itself a spin-off of "Bosch," is new.', "Ballard", "Bosch"),
        ('Hulu gave a series order to Quarry Lane, a spin-off of "Bosch."', "Quarry Lane", "Bosch"),
        ('"Ballard" is new.\nThe drama, a spin-off of "Bosch," ended in May.', "Ballard", "Bosch"),
    ],
)
def test_spin_offs_and_prequels(text: str, young: str, old: str) -> None:
    """However it is worded, the young show comes from the old one, and not the other way round."""
    assert facts(text) == [(young, "spin_off_of", old, None)]


def test_films_of_the_name_are_not_the_show() -> None:
    """What follows the films of a name does not follow the show of that name."""
    (claim,) = franchise.find(document.make('"Ballard" is a sequel series to the "Bosch" films.', NAMES))
    assert (claim.value, claim.details) == ("Bosch", {"value_id": None})


def test_the_id_of_the_other_show_is_given() -> None:
    """The value is a name; its id stands in the details, None where the catalogue does not know it."""
    known, unknown = (
        next(franchise.find(document.make(text, NAMES)))
        for text in ('"Ballard" is a spin-off of "Bosch."', '"Ballard" is a spin-off of "Harbour Nine."')
    )
    assert known.details == {"value_id": "imdb:tt1"}
    assert unknown.details == {"value_id": None}


def test_an_older_show_whose_name_begins_the_younger_ones() -> None:
    """A bare name that is marked nowhere is a show's where the spin-off's title begins with it."""
    names = Names([Name("imdb:tt1", "Harbor: Miami", "Harbor: Miami")])
    text = '"Harbor: Miami" is over. The drama was a spin-off of Harbor, which goes on.'
    (claim,) = franchise.find(document.make(text, names))
    assert (claim.subject.name, claim.value, claim.details) == ("Harbor: Miami", "Harbor", {"value_id": None})
    text = '"Harbor: Miami" is over. The drama was a spin-off of Dexter, which goes on.'
    assert list(franchise.find(document.make(text, names))) == []


def test_several_prequels_each_count() -> None:
    """A list behind the plural is all meant, behind the singular only its first."""
    assert [f[0] for f in facts('"Yellowstone" and its prequels "1883" and "1923" are made in Texas.')] == [
        "1883",
        "1923",
    ]
    assert len(facts('"1883" and "1923" are spinoffs of "Yellowstone."')) == 2
    assert [f[0] for f in facts('The "Cheers" spinoff "Frasier" and "Bosch" return.')] == ["Frasier"]


@pytest.mark.parametrize(
    ("text", "young", "old"),
    [
        ('"And Just Like That..." is a sequel to "Sex and the City."', "And Just Like That...", "Sex and the City"),
        ('The "Sex and the City" revival "And Just Like That" ended.', "And Just Like That...", "Sex and the City"),
        ('"Ballard," successor to "Bosch," begins.', "Ballard", "Bosch"),
        ('"Ballard" and its predecessor "Bosch" share a city.', "Ballard", "Bosch"),
    ],
)
def test_sequels_and_predecessors(text: str, young: str, old: str) -> None:
    """What takes up an older story follows it."""
    assert facts(text) == [(young, "follows", old, None)]


@pytest.mark.parametrize(
    "text",
    [
        'A "Reacher" spin-off is in development at Prime Video.',
        'AMC wants more "Breaking Bad" spin-offs after "Better Call Saul."',
        '"Better Call Saul" is not a spin-off of "Reacher."',
        'Viewers ask whether "Reacher" is a spin-off of "Bosch."',
        'It would be odd if "Reacher" were a prequel to "Bosch."',
        '"Reacher" and "Bosch" have no spinoffs yet.',
        "Stephen Roe calls the 'Bosch' spinoff 'Magnificent Stuff'.",
        'Netflix renewed "Reacher" after a spin-off of another show failed; "Bosch" is over.',
        '"Bosch" is a spin-off of "Bosch."',
        'The successful "Reacher" beat "Bosch."',
        'According to Jane Doe, a spin-off of "Bosch" is likely.',
        'Viewers want Quarry Lane, a spin-off of "Bosch."',
        '"Bosch" is over. There could be a spin-off, "Ballard."',
        '"Reacher" is on. The parent series ran for years, and its first spin-off, "Ballard," did not.',
    ],
)
def test_no_kinship_is_made_up(text: str) -> None:
    """What is unnamed, denied, asked or said of other things is no fact about a show."""
    assert facts(text) == []


def test_headline_with_the_show_before_the_colon() -> None:
    """Somebody joins the spinoff that the headline has named before its colon."""
    text = "'Better Call Saul': Jane Doe, John Roe To Star In 'Breaking Bad' Spinoff"
    assert facts(text, title=True) == [("Better Call Saul", "spin_off_of", "Breaking Bad", None)]
    assert facts("Netflix Announces 'Berlin' 'Money Heist' Spinoff", title=True)[0][:3] == (
        "Berlin",
        "spin_off_of",
        "Money Heist",
    )
    assert facts("'Reacher': John Roe Hints At 'Bosch' Spinoff", title=True) == []


@pytest.mark.parametrize(
    ("text", "subject", "work", "author"),
    [
        (
            '"Reacher," based on Lee Child\'s Jack Reacher novels, is back.',
            "Reacher",
            "Jack Reacher novels",
            "Lee Child",
        ),
        ('"Reacher" is based on the bestselling books by Lee Child.', "Reacher", "books", "Lee Child"),
        (
            "'Slow Horses' is adapted from the Slough House novels by Mick Herron.",
            "Slow Horses",
            "Slough House novels",
            "Mick Herron",
        ),
        (
            '"House of the Dragon" is based on George R.R. Martin\'s "Fire & Blood."',
            "House of the Dragon",
            "Fire & Blood",
            "George R.R. Martin",
        ),
        ('"Pachinko" is based on the novel Pachinko by Min Jin Lee.', "Pachinko", "Pachinko", "Min Jin Lee"),
        (
            '"The Last of Us," based on the video game of the same name, returns.',
            "The Last of Us",
            "The Last of Us",
            None,
        ),
        (
            'Adapted from Michael Connelly\'s novels, "Bosch" ran for seven seasons.',
            "Bosch",
            "novels",
            "Michael Connelly",
        ),
        (
            '"Bosch" ended. The crime drama is based on the novels by Michael Connelly.',
            "Bosch",
            "novels",
            "Michael Connelly",
        ),
        ('"Bosch" is back. It is based on comics by Jane Doe.', "Bosch", "comics", "Jane Doe"),
        ('"Bosch" is based on the novels of Jane Doe.', "Bosch", "novels", "Jane Doe"),
        ('"Bosch" was created by John Roe and is based on the Danish drama Dark Water.', "Bosch", "Dark Water", None),
        ('Created by John Roe and inspired by the novel by Jane Doe, "Bosch" is back.', "Bosch", "novel", "Jane Doe"),
        ('Developed by John Roe from the comics by Jane Doe, "Bosch" is back.', "Bosch", "comics", "Jane Doe"),
        (
            '"Bosch" is back. John Roe created the series, which adapts Dark Water, the first of Jane Wells\' books.',
            "Bosch",
            "Dark Water",
            "Jane Wells",
        ),
        ('"Bosch" is based on Jane Doe\'s Dark Water.', "Bosch", "Dark Water", "Jane Doe"),
        ('"Bosch" is based on characters from Dark Comics.', "Bosch", "characters from Dark Comics", None),
        ('Inspired by the video game franchise of the same name, "Bosch" is back.', "Bosch", "Bosch", None),
        ('"Bosch" is adapted from characters in Jane Doe\'s novel "Dark Water."', "Bosch", "Dark Water", "Jane Doe"),
        (
            '"Bosch" is back. Jane Doe\'s novel "Dark Water" is the basis for the series.',
            "Bosch",
            "Dark Water",
            "Jane Doe",
        ),
        ('"Bosch" adapts the third of the novels by Jane Doe.', "Bosch", "novels", "Jane Doe"),
        (
            '"Bosch" is back. John Roe, who created the series, based it on the novels by Jane Doe.',
            "Bosch",
            "novels",
            "Jane Doe",
        ),
        ('"Bosch" is back. Jane Doe, on whose books the series is based, is glad.', "Bosch", "books", "Jane Doe"),
        ('"Bosch" itself is based on the comics by Jane Doe and is sad.', "Bosch", "comics", "Jane Doe"),
        ('John Roe developed "Bosch" for Hulu from the novel by Jane Doe.', "Bosch", "novel", "Jane Doe"),
        ('"Bosch" is adapted from a series of novels by Jane Doe.', "Bosch", "novels", "Jane Doe"),
        ('"Bosch," Hulu\'s adaptation of the novel by Jane Doe, is sad.', "Bosch", "novel", "Jane Doe"),
        ('"Bosch" is sad. Jane Doe wrote the novels that the show is based on.', "Bosch", "novels", "Jane Doe"),
        ('"Bosch" is back. Its six episodes are based on the novel by Jane Doe.', "Bosch", "novel", "Jane Doe"),
        (
            '"Bosch" is back. Drawn from Dark Water, the third of the novels by Jane Doe, it is sad.',
            "Bosch",
            "Dark Water",
            "Jane Doe",
        ),
        ('"Bosch" is based on Dark Water, a novel by Jane Doe.', "Bosch", "Dark Water", "Jane Doe"),
        (
            '"Bosch" is back.\nBased on the novel by Jane Doe and on letters, the series is sad.',
            "Bosch",
            "novel",
            "Jane Doe",
        ),
    ],
)
def test_works_and_authors(text: str, subject: str, work: str, author: str | None) -> None:
    """A work is given by its title, or by its kind as worded; its author by the full name."""
    assert facts(text) == [(subject, "based_on", work, author)]


def test_whom_a_source_belongs_to() -> None:
    """Behind "a prequel to B, which" it is B that comes from a work; before "the drama" it is no show that it names."""
    text = (
        '"Ballard" is back. It serves as a prequel to "Bosch," which ended in May and was based on novels by Jane Doe.'
    )
    assert ("Bosch", "based_on", "novels", "Jane Doe") in facts(text)
    text = '"Ballard" is back. Drawn from Jane Doe\'s Reacher stories, the drama is sad.'
    assert [f[0] for f in facts(text)] == ["Ballard"]


@pytest.mark.parametrize(
    "text",
    [
        'A spin-off of "Bosch," the drama is a hit.',
        'The drama is set in Texas and serves as a prequel to "Bosch."',
        'It is the first "Bosch" spin-off.',
        'The "Bosch" spin-off returned in May.',
    ],
)
def test_a_spin_off_by_its_kind(text: str) -> None:
    """The show that is spoken of comes from another, which may be told before it or without its name."""
    assert facts(f'"Ballard" is on. {text}') == [("Ballard", "spin_off_of", "Bosch", None)]


def test_the_original_series_and_the_surname() -> None:
    """The words "the original series" mean what the spin-off comes from; a surname is the person named in full."""
    text = (
        'Adapted from Michael Connelly\'s acclaimed novels, "Ballard" has begun. "Ballard" is a spin-off of "Bosch."\n'
        "The original series, also based on Connelly's work, ended."
    )
    assert facts(text) == [
        ("Ballard", "spin_off_of", "Bosch", None),
        ("Ballard", "based_on", "novels", "Michael Connelly"),
        ("Bosch", "based_on", "work", "Michael Connelly"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Netflix cancelled "Reacher" and ordered a new drama based on the novel by Jane Doe.',
        '"Bosch" is based on a true story.',
        '"Bosch" is based on the story of Jane Doe.',
        '"Bosch" is back. The film opened in May. It is based on the novels by Jane Doe.',
        '"Bosch" is based in Los Angeles.',
        'An upcoming series based on the novels by Jane Doe will follow "Bosch."',
        '"Bosch" star Jane Doe leads a film based on the novel by John Roe.',
        'Based on early figures, "Reacher" is a hit.',
        '"Bosch" has adapted to its new home.',
    ],
)
def test_no_work_is_made_up(text: str) -> None:
    """Other projects, true stories and other bases give nothing."""
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Star Trek: Strange New Worlds" is set in the Star Trek universe.',
            [("Star Trek: Strange New Worlds", "Star Trek universe")],
        ),
        (
            '"1883" and "1923" are part of the "Yellowstone" universe.',
            [("1883", "Yellowstone universe"), ("1923", "Yellowstone universe")],
        ),
        (
            '"Ballard" stands within Prime Video\'s Detective-verse, which includes "Reacher" and "Jack Ryan."',
            [("Ballard", "Detective-verse"), ("Reacher", "Detective-verse"), ("Jack Ryan", "Detective-verse")],
        ),
        ('"Reacher" fans say that it could be part of the Bosch universe.', []),
        ('"Reacher" star Jane Doe joins the Star Trek universe.', []),
        ('"Reacher" speaks to a diverse audience within the known universe.', []),
    ],
)
def test_universes(text: str, expected: list[tuple[str, str]]) -> None:
    """A show belongs to the universe it is said to be in, and so do those listed with it."""
    assert [(f[0], f[2]) for f in facts(text) if f[1] == "universe"] == expected


_PIECES = (
    '"Ballard"', '"Bosch"', "is a spin-off of", "spinoff", "the series", "based on", "the novels by",
    "Jane Doe", "'s", "adapted from",
    "part of the", "Bosch universe", "Detective-verse", "which includes", ",", ".", "and its prequels",
    "titled", "\n", "It", "novel",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join) | st.text(max_size=80))
def test_every_span_is_verbatim_and_no_show_comes_from_itself(text: str) -> None:
    """Whatever the text, nothing fails, spans stand in it, and kinship is between two shows."""
    for claim in franchise.find(document.make(text, NAMES)):
        assert claim.span is not None
        assert claim.span.text
        assert text[claim.span.start : claim.span.end] == claim.span.text
        if claim.predicate in {Predicate.SPIN_OFF_OF, Predicate.FOLLOWS}:
            assert claim.value != claim.subject.name
