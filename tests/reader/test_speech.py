"""Quotations as claims; speakers, shows and speech are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Commitment, Predicate
from cliffhanger.reader import document, speech
from cliffhanger.reader.claims import ArticleClaim, Subject
from cliffhanger.reader.names import Name, Names

NAMES = Names([Name("imdb:tt1", "Harbor Lights", "Harbor Lights"), Name("imdb:tt2", "The Keepers", "The Keepers")])
HARBOR = Subject("Harbor Lights", "imdb:tt1")
KEEPERS = Subject("The Keepers", "imdb:tt2")
CLOSERS = {'"': '"', "\u201c": "\u201d", "\u00ab": "\u00bb"}

ARTICLE = """\
The future of "Harbor Lights" is open. Jane Doe, who plays Mara Quill, has spoken of it often. In an interview with \
Variety, she remarked, "This trade is hard. They throw out a show in a day." She continued, "We have a writers room, \
and they write. But I have had a second season before and then got cancelled. Everyone says, 'Of course it will!' \
I am a realist."

Asked about a third season, showrunner John Roe was calmer. "Nobody knows," he said. "Fingers crossed."

\u201cWe have ordered another season,\u201d said Netflix\u2019s Ann Poe, head of drama, \u201cand we are thrilled.\u201d
"""


def claims(text: str) -> list[ArticleClaim]:
    """Return the claims of a text's quotations."""
    return list(speech.find(document.make(text, NAMES, date(2025, 7, 30))))


def test_an_article_gives_each_quotation_with_its_speaker() -> None:
    """An article gives each quotation with its speaker."""
    found = claims(ARTICLE)
    assert [(c.speaker, c.role, c.outlet, c.platform, c.commitment) for c in found] == [
        ("Jane Doe", "Mara Quill", "Variety", "", Commitment.DOUBT),
        ("Jane Doe", "Mara Quill", "Variety", "", Commitment.DOUBT),
        ("John Roe", "showrunner", "", "", Commitment.DOUBT),
        ("John Roe", "showrunner", "", "", Commitment.HOPE),
        ("Ann Poe", "head of drama", "", "Netflix", Commitment.ORDER),
        ("Ann Poe", "head of drama", "", "Netflix", Commitment.ORDER),
    ]
    assert {c.subject for c in found} == {HARBOR}
    assert {c.predicate for c in found} == {Predicate.STATEMENT}
    assert [c.season for c in found] == [None, 2, None, None, None, None]


def test_a_quotation_inside_stays_inside() -> None:
    """A quotation inside stays inside."""
    found = claims(ARTICLE)
    assert [c.details for c in found[:2]] == [{}, {"quotes_others": True}]
    assert "'Of course it will!'" in str(found[1].value)


def test_a_split_quotation_is_numbered() -> None:
    """A split quotation is numbered."""
    assert [c.details for c in claims(ARTICLE)[-2:]] == [{"part": 1, "parts": 2}, {"part": 2, "parts": 2}]


def test_a_split_quotation_is_judged_as_a_whole() -> None:
    """A split quotation is judged as a whole."""
    first, second = claims('"Harbor Lights" may go on. "I hope," said Jane Doe, "that we get a second season."')
    assert (first.commitment, second.commitment) == (Commitment.HOPE, Commitment.HOPE)
    assert (first.season, second.season) == (2, 2)


def test_two_quotations_of_one_sentence_are_not_one() -> None:
    """Two quotations of one sentence are not one."""
    found = claims('Jane Doe said "Harbor Lights" was "the best job of my life" and that "nobody has called me yet."')
    assert [c.details for c in found] == [{}, {}]


def test_speech_over_paragraphs_is_one_quotation() -> None:
    """Speech over paragraphs is one quotation."""
    found = claims('Jane Doe of "Harbor Lights" said:\n\n\u201cI cried.\n\n\u201cThen I called my mother.\u201d')
    assert [(c.speaker, c.value, c.details) for c in found] == [
        ("Jane Doe", "I cried.", {"part": 1, "parts": 2}),
        ("Jane Doe", "Then I called my mother.", {"part": 2, "parts": 2}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Harbor Lights" is a "breakout hit" of the year.',
        '"Harbor Lights" is "a hit" with everyone.',
        'Jane Doe called "Harbor Lights" "bold" last week.',
        'The logline of "Harbor Lights" reads: "A keeper finds a body on the beach."',
        'The "Harbor Lights" episode titled "the one where all of them leave" aired.',
        '"Harbor Lights" and "The Keepers" are shows.',
        'Jane Doe plays Mara Quill in "Harbor Lights." "You will never leave this island," says Mara.',
        '"Harbor Lights" has no speech at all.',
        "No show is named. \u201cWe had a good time there,\u201d said Jane Doe.",
        "",
    ],
)
def test_nothing_is_found_in_titles_scare_quotes_and_synopses(text: str) -> None:
    """Nothing is found in titles scare quotes and synopses."""
    assert claims(text) == []


def test_few_words_are_a_statement_where_they_are_attributed() -> None:
    """Few words are a statement where they are attributed."""
    assert [c.value for c in claims('"Harbor Lights" ends. "Never again," said Jane Doe.')] == ["Never again,"]


def test_a_speaker_who_is_not_named_stays_empty() -> None:
    """A speaker who is not named stays empty."""
    (found,) = claims('"Harbor Lights" ends. "This is the worst news of all," one fan wrote.')
    assert (found.speaker, found.role) == ("", "")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ('"The Keepers" is old. "Harbor Lights" is new. "Harbor Lights was a joy to make," said Jane Doe.', HARBOR),
        ('Jane Doe, who starred in "The Keepers," told Variety that "Harbor Lights" is "a joy to be on."', HARBOR),
        ('"The Keepers" is old. "The Keepers" ended. "It was a joy," says "Harbor Lights" star Jane Doe.', HARBOR),
        ('"The Keepers" is old. "It was a joy to make," said Jane Doe.', KEEPERS),
        ("\u201c\u2018Dockside\u2019 was a joy to make,\u201d said Jane Doe.", Subject("Dockside")),
    ],
)
def test_the_show_spoken_of(text: str, subject: Subject) -> None:
    """The show spoken of."""
    assert [c.subject for c in claims(text)] == [subject]


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ('Jane Doe of "Harbor Lights" said, "We hope for season 3."', 3),
        ('Asked about a third season of "Harbor Lights," Jane Doe said, "Fingers crossed!"', 3),
        ('Asked about a third season of "Harbor Lights," Jane Doe said, "I like the weather here."', None),
        ('Jane Doe of "Harbor Lights" said, "Season 1 was hard, and I hope for season 2."', 2),
        ('Jane Doe of "Harbor Lights" said, "I hope for another season."', None),
    ],
)
def test_the_season_spoken_of(text: str, season: int | None) -> None:
    """The season spoken of."""
    assert [c.season for c in claims(text)] == [season]


def test_short_answers_take_their_matter_from_what_was_said_before() -> None:
    """Short answers take their matter from what was said before."""
    found = claims('"Harbor Lights" ran. "I would love a second season," said Jane Doe. "We\'ll see."')
    assert [c.commitment for c in found] == [Commitment.HOPE, Commitment.HOPE]


def test_a_title_says_that_it_is_one() -> None:
    """A title says that it is one."""
    made = document.make('Jane Doe on "Harbor Lights": "it was the best job of my life"', NAMES, in_title=True)
    assert [c.in_title for c in speech.find(made)] == [True]


PIECES = [
    '"Harbor Lights"', "Jane Doe", "John Roe", "she", "said", "told Variety", ",", ".", "?", "\n", "\n\n",
    "season 2", '"We hope for season 2,"', "\u201cIt is back.\u201d", "\u201cIt goes on", "\u201d", "\u201c", '"', "'",
    "\u2018no\u2019", "\u00ab", "\u00bb", "who plays", "Mara Quill", "Netflix", "and", "\u2014",
    "according to", "the boys'", "'Of course not!'", "\ue004", "\x00",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map(" ".join))
def test_every_quotation_stands_in_the_text_character_for_character(text: str) -> None:
    """Every quotation stands in the text character for character."""
    behind = 0
    for claim in claims(text):
        assert claim.span is not None
        start, end = claim.span.start, claim.span.end
        assert behind <= start < end <= len(text)
        assert claim.value == claim.span.text == text[start:end]
        opening = text[:start].rstrip()[-1]
        assert CLOSERS.get(opening, "\n") not in text[start:end]
        behind = end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Any text is read."""
    for claim in claims(text):
        assert claim.span is not None
        assert claim.value == text[claim.span.start : claim.span.end]
