"""Who speaks, in what part, and to whom; speakers, shows and speech are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.reader import document
from cliffhanger.reader.attribution import Attribution, Speaker
from cliffhanger.reader.names import Name, Names
from cliffhanger.reader.outlets import outlet_in

NAMES = Names([Name("imdb:tt1", "Harbor Lights", "Harbor Lights"), Name("imdb:tt2", "The Keepers", "The Keepers")])


def speakers(text: str) -> list[Speaker]:
    """Return the speaker of each stretch of speech."""
    return [speaker for _, _, speaker in Attribution(document.make(text, NAMES)).read()]


def role(text: str, person: str) -> str:
    """Return the part that a text gives a person."""
    return Attribution(document.make(text, NAMES)).roles.of(person)


@pytest.mark.parametrize(
    "text",
    [
        'Jane Doe said, "We loved it here."',
        'Jane Doe said: "We loved it here."',
        'Jane Doe recently told reporters that "we loved it here" before the strike.',
        '"We loved it here," said Jane Doe.',
        '"We loved it here," says showrunner Jane Doe.',
        '"We loved it here," Jane Doe remarked.',
        '"We loved it here!" Jane Doe said.',
        '"We loved it here," Jane Doe, who plays Mara Quill, told Variety.',
        '"We loved it here," Jane Doe, 41, said.',
        'Jane Doe, who plays Mara Quill, said, "We loved it here."',
        "Jane Doe \u2014 who plays Mara Quill \u2014 said, \u201cWe loved it here.\u201d",
        'Jane Doe, the star of "Harbor Lights," said, "We loved it here."',
        'Last week, showrunner Jane Doe, who also directs, said, "We loved it here."',
        'In a statement, Netflix\'s Jane Doe, head of drama, said, "We loved it here."',
        'Jane Doe laughed and said, "We loved it here."',
        'Jane Doe smiled, adding: "We loved it here."',
        'According to Jane Doe, "we loved it here."',
        '"We loved it here," according to Jane Doe.',
        'Jane Doe, who said, "We loved it here," has left.',
        'Jane Doe of "Harbor Lights" said, "We loved it here."',
        'Jane Doe wrote a book. "We loved it here," she said.',
        'Jane Doe wrote a book. In an interview with Variety, she remarked, "We loved it here."',
        'Jane Doe, who plays Mara Quill, wrote a book. She noted, "We loved it here."',
        'Jane Doe wrote a book. "We loved it here," the actress said.',
        'Jane Doe wrote a book. Speaking to TVLine, the star said, "We loved it here."',
        'Jane Doe met John Roe. Roe left, and then Doe said, "We loved it here."',
        'It is by showrunner Jane Doe. John Roe agreed. "We loved it here," the showrunner said.',
        'Jane Doe began:\n\n"We loved it here."',
        'John Roe is glad.\n\nThen there\'s Jane Doe, who plays Mara Quill. "We loved it here," she said.',
        '"Harbor Lights" star Jane Doe told Variety, "We loved it here."',
    ],
)
def test_the_speaker_is_found(text: str) -> None:
    """The speaker is found."""
    assert [speaker.name for speaker in speakers(text)] == ["Jane Doe"]


@pytest.mark.parametrize(
    "text",
    [
        '"We loved it here," she said.',
        '"We loved it here," one fan wrote.',
        '"We loved it here," the network said.',
        'The crowd shouted, "We loved it here."',
        'Jane Doe and John Roe met. "We loved it here," she said.',
        'Jane Doe and John Roe met. "We loved it here," the actress said.',
        'Jane Doe came.\n\nIt rained.\n\n"We loved it here," she said.',
        'Jane Doe wrote a book.\n\n"We loved it here for years" stood on the door.',
        'Jane Doe came with John Doe. "We loved it here," Doe said.',
    ],
)
def test_no_speaker_is_guessed(text: str) -> None:
    """No speaker is guessed."""
    assert [speaker.name for speaker in speakers(text)] == [""]


def test_a_split_quotation_has_one_speaker() -> None:
    """A split quotation has one speaker."""
    found = speakers('"We loved it here," Jane Doe told Variety, "and we always will."')
    assert [(s.name, s.outlet) for s in found] == [("Jane Doe", "Variety")] * 2


def test_two_speakers_are_told_apart() -> None:
    """Two speakers are told apart."""
    found = speakers('"We loved it here," said Jane Doe. "We did not love it," John Roe added.')
    assert [s.name for s in found] == ["Jane Doe", "John Roe"]


def test_two_who_speak_together_are_named_together() -> None:
    """Two who speak together are named together."""
    assert speakers('"We loved it here," Jane Doe and John Roe said.')[0].name == "Jane Doe and John Roe"


def test_a_paragraph_of_speech_goes_on_with_the_speaker() -> None:
    """A paragraph of speech goes on with the speaker."""
    found = speakers('"We loved it here," Jane Doe told Variety.\n\n"The light was good."\n\nIt rained. "A new voice."')
    assert [(s.name, s.outlet) for s in found] == [("Jane Doe", "Variety")] * 2 + [("", "")]


def test_a_name_of_one_word_is_kept_as_written() -> None:
    """A name of one word is kept as written."""
    assert speakers('Zorana told Variety: "We loved it here."')[0].name == "Zorana"


def test_a_platform_may_speak() -> None:
    """A platform may speak."""
    (found,) = speakers('Netflix said in a statement, "We loved it here."')
    assert (found.name, found.platform) == ("", "Netflix")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ('Jane Doe told Variety, "We loved it here."', "Variety"),
        ('Jane Doe told The Hollywood Reporter, "We loved it here."', "The Hollywood Reporter"),
        ('In an interview with TVLine, Jane Doe said, "We loved it here."', "TVLine"),
        ('Speaking to Radio Times, Jane Doe said, "We loved it here."', "Radio Times"),
        ('Jane Doe spoke with the Harbor Gazette about it. "We loved it here," Doe said.', "Harbor Gazette"),
        ('"We loved it here," Jane Doe told Collider\u2019s John Roe.', "Collider"),
        ('Jane Doe told reporters, "We loved it here."', ""),
        ('Jane Doe told John Roe, "We loved it here."', ""),
        ('In a recent interview Jane Doe said, "We loved it here."', ""),
        ('John Roe told Variety nothing. Jane Doe said, "We loved it here."', ""),
    ],
)
def test_the_outlet_governs_the_quotation(text: str, outlet: str) -> None:
    """The outlet governs the quotation."""
    (found,) = speakers(text)
    assert (found.name, found.outlet) == ("Jane Doe", outlet)


def test_the_outlet_is_carried_in_its_paragraph_only() -> None:
    """The outlet is carried in its paragraph only."""
    found = speakers(
        'Jane Doe told Variety, "We loved it here." She continued, "It was home."\n\nDoe once said, "I like dogs."'
    )
    assert [(s.name, s.outlet) for s in found] == [("Jane Doe", "Variety"), ("Jane Doe", "Variety"), ("Jane Doe", "")]


def test_an_outlet_is_read_between_places_only() -> None:
    """An outlet is read between places only."""
    (sentence,) = document.make("Jane Doe told Variety nothing", NAMES).sentences
    assert outlet_in(sentence, 0, len(sentence.marked)) == "Variety"
    assert outlet_in(sentence, 0, 8) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, who plays Mara Quill, left.", "Mara Quill"),
        ("Jane Doe plays detective Mara Quill.", "Mara Quill"),
        ("Jane Doe stars as Mara Quill.", "Mara Quill"),
        ("Mara Quill, played by Jane Doe, left.", "Mara Quill"),
        ("Mara Quill is portrayed by Jane Doe.", "Mara Quill"),
        ("It is Jane Doe\u2019s Detective Mara Quill who left.", "Mara Quill"),
        ("The praise for Jane Doe\u2019s portrayal of Mara Quill is wide.", "Mara Quill"),
        ("Jane Doe (Mara Quill) left.", "Mara Quill"),
        ("Jane Doe plays Mara.", "Mara"),
        ("Showrunner Jane Doe left.", "showrunner"),
        ('Jane Doe, the showrunner of "Harbor Lights", left.', "showrunner"),
        ('Jane Doe, who created "Harbor Lights", left.', "creator"),
        ('"Harbor Lights" creator and executive producer Jane Doe left.', "creator and executive producer"),
        ("Jane Doe, head of drama at Netflix, left.", "head of drama at Netflix"),
        ("Author Jane Doe left.", "author"),
        ("Showrunner Jane Doe left. Jane Doe plays Mara Quill.", "Mara Quill"),
        ("Jane Doe left.", ""),
        ("Jane Doe plays chess.", ""),
        ("Jane Doe plays with John Roe.", ""),
    ],
)
def test_the_part_is_found_wherever_it_is_said(text: str, expected: str) -> None:
    """The part is found wherever it is said."""
    assert role(text, "Jane Doe") == expected


def test_an_executive_speaks_for_a_platform() -> None:
    """An executive speaks for a platform."""
    attribution = Attribution(document.make("Jane Doe, head of drama at Netflix, left. John Roe stayed.", NAMES))
    assert attribution.roles.platforms == {"Jane Doe": "Netflix"}


def test_a_character_is_no_speaker_of_the_articles() -> None:
    """A character is no speaker of the articles."""
    roles = Attribution(document.make("Jane Doe plays Mara Quill.", NAMES)).roles
    assert roles.is_character("Mara Quill")
    assert roles.is_character("Mara")
    assert not roles.is_character("Jane Doe")
    assert not roles.is_character("")


PIECES = [
    "Jane Doe", "she", "said", "told Variety", ",", ".", ":", " ", "\n\n",
    '"We loved it here,"', '"Never again!"', "who plays", "Mara Quill", "and", "Netflix",
    "\u201cOne more time", "\u201d", "according to", "the actress", '"Harbor Lights"', "\u2014",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_every_stretch_of_speech_has_its_speaker_or_none(text: str) -> None:
    """Every stretch of speech has its speaker or none."""
    made = document.make(text, NAMES)
    places = [(s.index, p) for s, p, _ in Attribution(made).read()]
    assert places == [(s.index, p) for s in made.sentences for p, mark in enumerate(s.marked) if mark == "\ue004"]
