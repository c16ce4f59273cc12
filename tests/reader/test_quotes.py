"""Quotation marks: where they open and close, and whether they hold a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.reader import quotes

MARKED_TEXT = st.text(alphabet="aSs .,!?\n\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2014(1", max_size=120)


def said(text: str) -> list[str]:
    """Return what the quoted stretches of a text hold."""
    return [text[q.inner_start : q.inner_end] for q in quotes.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said, "We are back."', ["We are back."]),
        ("She said, \u201cWe are back.\u201d", ["We are back."]),
        ("\u00abNous sommes de retour\u00bb", ["Nous sommes de retour"]),
        ("\u201eWir sind wieder da\u201c, sagte sie.", ["Wir sind wieder da"]),
        ("\u201cOne,\u201d she said, \u201ctwo.\u201d", ["One,", "two."]),
        ('"Is it?" "Yes it is."', ["Is it?", "Yes it is."]),
        ("Hon sade: \u201dVi kommer tillbaka.\u201d", ["Vi kommer tillbaka."]),
        ("(\u201cHarbor Lights\u201d)", ["Harbor Lights"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    """Marks are paired."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cHe told me, \u2018No.\u2019 I left.\u201d", ["He told me, \u2018No.\u2019 I left."]),
        ('\u201cIt had a "big" end,\u201d she said.', ['It had a "big" end,']),
        ("\"I said 'no,'\" she said.", ["I said 'no,'"]),
        ("\u201c\u2018Harbor Lights\u2019 is back,\u201d he said.", ["\u2018Harbor Lights\u2019 is back,"]),
    ],
)
def test_only_the_outermost_are_found(text: str, expected: list[str]) -> None:
    """Only the outermost are found."""
    assert said(text) == expected


def test_what_is_quoted_inside_is_found_by_looking_again() -> None:
    """What is quoted inside is found by looking again."""
    text = "\u201cHe told me, \u2018No way.\u2019 I left.\u201d"
    (outer,) = quotes.find(text)
    assert [text[q.inner_start : q.inner_end] for q in quotes.inside(text, outer)] == ["No way."]


@pytest.mark.parametrize(
    "text",
    [
        "The show's cast and the actors' friends",
        "It is rock'n'roll, and the '90s never ended",
        "A man of 6'2 stood there",
        "A man of 6'2\" stood there",
        "An opening mark \u201cwithout an end",
        'A lone " mark " between blanks',
        "\u201d backwards \u201c",
    ],
)
def test_apostrophes_inches_and_lone_marks_quote_nothing(text: str) -> None:
    """Apostrophes inches and lone marks quote nothing."""
    assert said(text) == []


def test_an_apostrophe_does_not_swallow_a_title() -> None:
    """An apostrophe does not swallow a title."""
    assert said("'Tis the season of 'Harbor Lights' again") == ["Harbor Lights"]


def test_a_plural_possessive_does_not_close_speech() -> None:
    """A plural possessive does not close speech."""
    assert said("She said, 'It was the boys' night,' and left.") == ["It was the boys' night,"]


def test_a_plural_title_in_single_marks_closes() -> None:
    """A plural title in single marks closes."""
    assert said("The 'Keepers' star said 'yes we can'") == ["Keepers", "yes we can"]


def test_a_curly_mark_may_be_closed_by_a_straight_one() -> None:
    """A curly mark may be closed by a straight one."""
    assert said('\u201cWe are back," she said.') == ["We are back,"]


def test_a_mark_that_is_never_closed_does_not_hide_the_next() -> None:
    """A mark that is never closed does not hide the next."""
    assert said("\u201cThe first was lost. \u201cThe second stands,\u201d he said.") == ["The second stands,"]


def test_speech_over_paragraphs_is_open_at_its_end() -> None:
    """Speech over paragraphs is open at its end."""
    text = "\u201cThe first part.\n\n\u201cThe second part.\u201d"
    first, second = quotes.find(text)
    assert (first.open_end, second.open_end) == (True, False)
    assert said(text) == ["The first part.", "The second part."]


@pytest.mark.parametrize(
    ("words", "titled"),
    [
        ("Harbor Lights", True),
        ("Only Keepers in the House,", True),
        ("iCarly", True),
        ("9-1-1", True),
        ("breakout hit", False),
        ("We will see.", False),
        ("Nobody Knows. Nobody Cares", False),
        ("", False),
        ("A" * (quotes.LONGEST_TITLE + 1), False),
    ],
)
def test_titles_are_written_with_capitals(words: str, *, titled: bool) -> None:
    """Titles are written with capitals."""
    assert quotes.looks_titled(words) is titled


@given(MARKED_TEXT)
def test_quoted_stretches_lie_in_order_in_the_text_and_never_overlap(text: str) -> None:
    """Quoted stretches lie in order in the text and never overlap."""
    behind = 0
    for q in quotes.find(text):
        assert behind <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert q.inner_start == q.start + 1
        assert q.end - q.inner_end == (0 if q.open_end else 1)
        assert "\n" not in text[q.start : q.end]
        for within in quotes.inside(text, q):
            assert q.inner_start <= within.start < within.end <= q.inner_end
        behind = q.end


@pytest.mark.parametrize("mark", ['"', "'", "\u2018", "\u201c", "\u201e", "\u00ab"])
def test_marks_that_never_close_quote_nothing_however_many(mark: str) -> None:
    """Marks that never close quote nothing however many."""
    assert quotes.find(f"{mark}a " * 20_000) == ()
