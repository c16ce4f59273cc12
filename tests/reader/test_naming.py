"""Which words are a show's name, told by how they are written and what stands around them."""

from __future__ import annotations

import pytest

from cliffhanger.reader import naming, quotes
from cliffhanger.reader.mentions import ShowMention
from tests.reader.judging import starter

SEASON = "It has had one season. "


def shows(text: str, *, headline: bool = False) -> list[str]:
    """Return the shows that a text names beyond doubt."""
    found = naming.find(text, starter(), quotes.find(text), headline=headline)
    return [m.subject.name for m in found if isinstance(m, ShowMention) and m.strong]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Critics were kinder to Silo than to its rivals.", ["Silo"]),
        ("Critics were kinder to the Silo than to its rivals.", []),
        ("Critics were kinder to Silo Technologies than to its rivals.", []),
        ("Boots will be worn again.", []),
        ("Boots, about a recruit, has been cancelled.", ["Boots"]),
        ("He spoke of Mindhunter.", ["Mindhunter"]),
        ("But Unforgotten goes on.", ["Unforgotten"]),
        ("The crew of Strange New Worlds met.", ["Star Trek: Strange New Worlds"]),
        ("The crew of Lower Decks met.", []),
        (
            "Star Trek: Discovery ended. The crew of Lower Decks met.",
            ["Star Trek: Discovery", "Star Trek: Lower Decks"],
        ),
        ("The fans of Comic-Con met at Heat-Seekers.", []),
        ("The crew of ‘Lower Decks’ met.", ["Star Trek: Lower Decks"]),
        ("The Chicago Fire are staying at the stadium.", []),
        ("Chicago Fire was renewed.", ["Chicago Fire"]),
        ("Its deal with Boots was cancelled in June.", []),
        ("They saw Hunters, a new play, on Monday.", []),
        ("On Monday the House renewed the programme.", []),
        ("As for the rest, Wednesday is safe.", ["Wednesday"]),
        ("They meet on Wednesday, and Wednesday is the day.", []),
        ("It ended that year. Sherwood has been recommissioned for a third series.", ["Sherwood"]),
        ("Detective Ada Sherwood has been promoted.", []),
        ("It was developed by Kendall Sherwood, the show says.", []),
        ("Asked about Watson’s chances of a third season, he smiled.", ["Watson"]),
        ("Ludwig is the channel’s biggest new scripted show. He likes Ludwig.", ["Ludwig", "Ludwig"]),
        ("Untamed topped the streamer’s chart with 18.9 million views.", ["Untamed"]),
        ("Watson is a doctor. He likes Watson’s house.", []),
        ("Dexter: Original Sin is over. Original Sin was good.", ["Dexter: Original Sin", "Dexter: Original Sin"]),
    ],
)
def test_prose(text: str, wanted: list[str]) -> None:
    """A word that is no other name is a title, and an everyday word where its capital has no other reason."""
    assert shows(SEASON + text) == wanted


def test_a_capital_tells_nothing_in_a_headline() -> None:
    """There all words have one."""
    assert shows("Farmers Fill Silo for Third Season in a Row", headline=True) == []
    assert shows("What Fans of ‘Evil’ Say of Dark Silo Rumors", headline=True) == ["Evil"]


def test_a_verb_with_its_object_is_no_title() -> None:
    """Whatever capitals the headline gives it."""
    assert shows("Revival Finale: Will Syfy Bring It Back for Season 2?", headline=True) == ["Revival"]


def test_nor_where_titles_stand_in_quotation_marks() -> None:
    """What an article that quotes its titles writes without marks is none."""
    assert shows("The second season of “Evil” came. He spoke to Silo about it.") == ["Evil"]
