"""Scores are read with their system, scale, scope and number of reviews, and nothing else is a score."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import document, scores
from cliffhanger.reader.names import Name, Names

if TYPE_CHECKING:
    from cliffhanger.reader.claims import ArticleClaim

# The figures in these sentences are made up; they say nothing of the shows that are named.
NAMES = Names(
    Name(f"imdb:tt{number}", title, title)
    for number, title in enumerate(
        ["Ballard", "Bosch", "Reacher", "Severance", "Slow Horses", "Squid Game", "The Diplomat"], 1
    )
)
PIECES = [
    '"Reacher"',
    "season 2",
    "Severance",
    "Rotten Tomatoes",
    "Metacritic",
    "IMDb",
    "94%",
    "8.1",
    "81",
    "/100",
    " out of 10",
    "audience score",
    "from 52 critics",
    "holds a",
    "on",
    "and",
    "dropped from",
    "to",
    ".",
    ",",
    "(",
    ")",
    "the series",
    "it",
    "its",
    "\u201c",
    '"',
    "\n",
    "\ue000",
    "certified fresh at",
    "A- CinemaScore",
    "a perfect score on Rotten Tomatoes",
    "for",
    "of",
    "Metascore",
    "0",
    "100",
]


def found(text: str) -> list[ArticleClaim]:
    """Return the scores that a text states."""
    return list(scores.find(document.make(text, NAMES, date(2025, 7, 30))))


def said(text: str) -> list[tuple[str, int | None, str, object]]:
    """Return a text's scores as show, season, system and value."""
    return [(c.subject.name, c.season, c.unit, c.value) for c in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Critics are kind: "Reacher" holds a 94% approval rating from 52 critics.',
            [("Reacher", None, "tomatometer", 94)],
        ),
        (
            '"Reacher" has a perfect 100 % rating on Rotten Tomatoes, next to "Bosch."',
            [("Reacher", None, "tomatometer", 100)],
        ),
        (
            'Season 3 of "Severance" has a 95% score on Rotten Tomatoes, an 88 Metascore and a 71% Popcornmeter.',
            [
                ("Severance", 3, "tomatometer", 95),
                ("Severance", 3, "metascore", 88),
                ("Severance", 3, "popcornmeter", 71),
            ],
        ),
        ('"Slow Horses" is at 83/100 on Metacritic.', [("Slow Horses", None, "metascore", 83)]),
        ('"Slow Horses" stands at 8.1 out of 10 on IMDb.', [("Slow Horses", None, "imdb", 8.1)]),
        ('"Slow Horses" has a user score of 7.9 on Metacritic.', [("Slow Horses", None, "metacritic_user_score", 7.9)]),
        ('"Slow Horses" has a 4.1 on Letterboxd.', [("Slow Horses", None, "letterboxd", 4.1)]),
        ('"Slow Horses" earned an A- CinemaScore.', [("Slow Horses", None, "cinemascore", "A-")]),
        ('"Slow Horses" has a perfect Rotten Tomatoes score.', [("Slow Horses", None, "tomatometer", 100)]),
        ('"Squid Game" is certified fresh at 92% on Rotten Tomatoes.', [("Squid Game", None, "tomatometer", 92)]),
        (
            "'Reacher' Season 3 Gets Near-Perfect 98% Rotten Tomatoes Score",
            [("Reacher", 3, "tomatometer", 98)],
        ),
        (
            'Critics gave "Reacher" 94% on Rotten Tomatoes, while audiences gave it 81%.',
            [("Reacher", None, "tomatometer", 94), ("Reacher", None, "popcornmeter", 81)],
        ),
        (
            'On Metacritic, "Severance" has 73 out of 100 based on 31 reviews, and on IMDb users give it 7.8.',
            [("Severance", None, "metascore", 73), ("Severance", None, "imdb", 7.8)],
        ),
        (
            'On Metacritic "Severance" has a 59, and IMDb users have it at 7.2 out of 10.',
            [("Severance", None, "metascore", 59), ("Severance", None, "imdb", 7.2)],
        ),
        ('"Severance" is back. IMDb voters average out at 6.6.', [("Severance", None, "imdb", 6.6)]),
        (
            '"Severance" is back. On Rotten Tomatoes, 66 percent of the write-ups are positive.',
            [("Severance", None, "tomatometer", 66)],
        ),
        (
            '"Severance" has 88% on Rotten Tomatoes. Its audience score has dropped from 83% to 61%.',
            [("Severance", None, "tomatometer", 88), ("Severance", None, "popcornmeter", 61)],
        ),
        (
            '"Severance" sits at 90% with critics on Rotten Tomatoes and at 72% with the public.',
            [("Severance", None, "tomatometer", 90), ("Severance", None, "popcornmeter", 72)],
        ),
        ('"Severance" is cooler now, with the Popcornmeter reading 79%.', [("Severance", None, "popcornmeter", 79)]),
        (
            '"Severance" has 94% from critics and 81% from audiences on Rotten Tomatoes.',
            [("Severance", None, "tomatometer", 94), ("Severance", None, "popcornmeter", 81)],
        ),
        (
            'On Rotten Tomatoes, "Severance" season 2 holds a 94% critics score and an 81% audience score.',
            [("Severance", 2, "tomatometer", 94), ("Severance", 2, "popcornmeter", 81)],
        ),
    ],
)
def test_a_score_belongs_to_its_system(text: str, expected: list[tuple[str, int | None, str, object]]) -> None:
    """Each figure goes to the system whose name or words stand with it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ('"Squid Game" season 3\'s Rotten Tomatoes score has dropped from 95% to 71%.', 71),
        ('"Squid Game" season 3 slipped from a 95% to an 82% on Rotten Tomatoes.', 82),
        ('"Squid Game" season 3 rose from 60% to 66% on Rotten Tomatoes.', 66),
    ],
)
def test_of_a_change_the_score_that_is_now_is_read(text: str, now: int) -> None:
    """What a score was before is not read."""
    assert said(text) == [("Squid Game", 3, "tomatometer", now)]


def test_a_share_without_a_system_belongs_to_the_one_named_just_before() -> None:
    """A bare share needs a system in its paragraph."""
    text = '"Reacher" holds 98% on Rotten Tomatoes for its second season. Season 3 sits at 92%. The show has a 9.'
    assert said(text) == [("Reacher", 2, "tomatometer", 98), ("Reacher", 3, "tomatometer", 92)]
    assert said('"Reacher" is back. Season 3 sits at 92%.') == []


def test_an_ordinal_alone_names_the_season_behind_a_score() -> None:
    """Two seasons compared in a sentence keep their own figures."""
    text = 'The series "Reacher" holds 98% on Rotten Tomatoes for its first season and 96% for its second.'
    assert said(text) == [("Reacher", 1, "tomatometer", 98), ("Reacher", 2, "tomatometer", 96)]
    text = '"Reacher" is liked: its first season holds a 98% score on Rotten Tomatoes, and the second stands at 92%.'
    assert said(text) == [("Reacher", 1, "tomatometer", 98), ("Reacher", 2, "tomatometer", 92)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Metacritic, which weighs its reviews, puts it at 72.", [(None, "metascore", 72)]),
        ("Metacritic's users are less kind, at 5.4.", [(None, "metacritic_user_score", 5.4)]),
        (
            "On Metacritic, season 2 has a 86, up from 83 for its predecessor. The user score there is 8.4.",
            [(2, "metascore", 86), (1, "metascore", 83), (None, "metacritic_user_score", 8.4)],
        ),
        (
            "Season 2 is at 97% on the Tomatometer, against 93% for season 1, and has a 76 on Metacritic.",
            [(2, "tomatometer", 97), (1, "tomatometer", 93), (2, "metascore", 76)],
        ),
        (
            "Season 2 has a 96% critics score and a 72% Popcornmeter score on Rotten Tomatoes.",
            [(2, "tomatometer", 96), (2, "popcornmeter", 72)],
        ),
        (
            "On Rotten Tomatoes, season 1 has a 75% Tomatometer score from 16 critics and a 62% score from audiences.",
            [(1, "tomatometer", 75), (1, "popcornmeter", 62)],
        ),
        (
            "Season 2 has 92% from critics and 66% from audiences on Rotten Tomatoes. Season 1 had 88% and 64%.",
            [(2, "tomatometer", 92), (2, "popcornmeter", 66), (1, "tomatometer", 88), (1, "popcornmeter", 64)],
        ),
        (
            "Season 2 has a 100% rating on Rotten Tomatoes from 42 reviews, exactly like season 1.",
            [(2, "tomatometer", 100), (1, "tomatometer", 100)],
        ),
        (
            "On Rotten Tomatoes, audiences gave season 2 a score of 86%, while the first season is at 96%.",
            [(2, "popcornmeter", 86), (1, "popcornmeter", 96)],
        ),
        ("Metacritic shows 60 for season 1.", [(1, "metascore", 60)]),
        ("The IMDb score of 9.0 puts it among the best.", [(None, "imdb", 9.0)]),
        (
            "It holds a Metascore of 68 with a user score of 7.1.",
            [(None, "metascore", 68), (None, "metacritic_user_score", 7.1)],
        ),
        ("Ninety-four percent of critics liked it, according to Rotten Tomatoes.", [(None, "tomatometer", 94)]),
        ("Rotten Tomatoes counts 92% of its 50 reviews as positive.", [(None, "tomatometer", 92)]),
        ("The show is rated 8.3 at the Internet Movie Database.", [(None, "imdb", 8.3)]),
        ("On IMDb, where over 200,000 people have voted, it stands at 8.6 out of 10.", [(None, "imdb", 8.6)]),
        ("IMDb users give it 8.1, Rotten Tomatoes critics 94%.", [(None, "imdb", 8.1), (None, "tomatometer", 94)]),
        (
            "The Tomatometer gives it 88 percent, the Popcornmeter 48.",
            [(None, "tomatometer", 88), (None, "popcornmeter", 48)],
        ),
        (
            "It scores 81 on Metacritic, 8.1 on IMDb and 4.2 on Letterboxd.",
            [(None, "metascore", 81), (None, "imdb", 8.1), (None, "letterboxd", 4.2)],
        ),
        (
            "It is liked by critics (93% on Rotten Tomatoes; 79 on Metacritic), and audiences agree (88%).",
            [(None, "tomatometer", 93), (None, "metascore", 79), (None, "popcornmeter", 88)],
        ),
        (
            "A 97% on Rotten Tomatoes makes it one of the best-reviewed shows of the year.",
            [(None, "tomatometer", 97)],
        ),
        (
            "On Rotten Tomatoes, 93% of professional reviewers and 55% of viewers approve.",
            [(None, "tomatometer", 93), (None, "popcornmeter", 55)],
        ),
        (
            "It stands at 94% on the Tomatometer. The audience figure there is 61%.",
            [(None, "tomatometer", 94), (None, "popcornmeter", 61)],
        ),
        (
            "The public likes it less: 55% against the critics' 93% on Rotten Tomatoes.",
            [(None, "popcornmeter", 55), (None, "tomatometer", 93)],
        ),
        (
            "Rotten Tomatoes critics gave the debut season 76%, and viewers were even kinder at 81%.",
            [(None, "tomatometer", 76), (None, "popcornmeter", 81)],
        ),
        ("It debuted with 100% on Rotten Tomatoes before settling at 92%.", [(None, "tomatometer", 92)]),
        ("Its audience score on Rotten Tomatoes slipped from the low 80s to 66%.", [(None, "popcornmeter", 66)]),
        (
            "It has 92% on Rotten Tomatoes, not far below the 98% that season 1 still has.",
            [(None, "tomatometer", 92), (1, "tomatometer", 98)],
        ),
        (
            "Season 2 has 99 % on Rotten Tomatoes and an 85 on Metacritic, up from 97 % and 79 for the first.",
            [(2, "tomatometer", 99), (2, "metascore", 85), (1, "tomatometer", 97), (1, "metascore", 79)],
        ),
        (
            "Rotten Tomatoes has it at 90%. The audience differs: 77% for the first season and 66% for the second.",
            [(None, "tomatometer", 90), (1, "popcornmeter", 77), (2, "popcornmeter", 66)],
        ),
        ("The new episodes average 81 at Metacritic.", [(None, "metascore", 81)]),
        (
            'With a 94% Rotten Tomatoes score, season 2 of "Reacher" outdid the first (88%).',
            [(2, "tomatometer", 94), (1, "tomatometer", 88)],
        ),
        (
            'It holds 92% on Rotten Tomatoes, one point above "Bosch," and an average of 78 at Metacritic.',
            [(None, "tomatometer", 92), (None, "metascore", 78)],
        ),
    ],
)
def test_a_figure_finds_its_system_however_it_is_worded(
    text: str, expected: list[tuple[int | None, str, object]]
) -> None:
    """The figure's shape and the nearest system that it fits tell what it is; the words beside it, whose."""
    assert said(f'"Reacher" is back. {text}') == [("Reacher", *each) for each in expected]


def test_scale_scope_and_number_of_reviews_are_kept() -> None:
    """The details say how to read the figure."""
    [claim] = found('Season 2 of "Reacher" carries an 8.2/10 rating on IMDb from 45,112 votes.')
    assert claim.details == {"scale": 10, "scope": "season", "reviews": 45112}
    [claim] = found('"Reacher" has a 96% rating on Rotten Tomatoes, based on 120 reviews.')
    assert claim.details == {"scale": 100, "scope": "series", "reviews": 120}
    assert (claim.predicate, claim.modality) == (Predicate.SCORE, Modality.EVENT)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ('Unlike "Bosch," "Ballard" has an IMDb rating of 7.6.', "Ballard", 7.6),
        ('With a 97% score on Rotten Tomatoes, Netflix\'s "The Diplomat" is a hit.', "The Diplomat", 97),
        ('From the writer of "Bosch," the thriller "Reacher" has a 90% on Rotten Tomatoes.', "Reacher", 90),
        ('A 97% Rotten Tomatoes score for "Severance" is no surprise.', "Severance", 97),
    ],
)
def test_a_score_is_said_of_the_right_show(text: str, name: str, value: float) -> None:
    """A show named for comparison or credit does not take the score."""
    assert [(c.subject.name, c.value) for c in found(text)] == [(name, value)]


def test_each_of_two_shows_has_its_own_score() -> None:
    """The nearest name before a figure bears it."""
    text = '"Slow Horses" (97% on Rotten Tomatoes) and "Reacher" (91%) are back.'
    assert said(text) == [("Slow Horses", None, "tomatometer", 97), ("Reacher", None, "tomatometer", 91)]


def test_words_for_a_show_lead_to_the_one_the_paragraph_is_about() -> None:
    """Words for a show are read with less confidence than a name."""
    [claim] = found('"Ballard" is new. The series earned 99% on Rotten Tomatoes.')
    assert (claim.subject.id, claim.season, claim.confidence) == ("imdb:tt1", None, 0.8)


@pytest.mark.parametrize(
    "text",
    [
        '"Ballard" could reach 90% on Rotten Tomatoes.',
        'If "Ballard" scores 90% on Rotten Tomatoes, all is well.',
        '"Ballard" will hold 90% on Rotten Tomatoes.',
        '"Ballard" has over 90% on Rotten Tomatoes.',
        '"Ballard" does not have a 90% on Rotten Tomatoes.',
        'Is "Ballard" at 98% on Rotten Tomatoes?',
        'Viewing of "Ballard" rose 12% from last week.',
        '"Ballard" is made 30% cheaper, and Rotten Tomatoes wrote of it.',
        'The "Squid Game" finale has a 9.4 on IMDb.',
        'The finale of "Squid Game" has a 9.4 on IMDb.',
        'The film "Up the Hill" holds a 93% rating on Rotten Tomatoes. "Ballard" is a show.',
        '"Ballard" is popular. Up the Hill holds a 93% rating on Rotten Tomatoes.',
        '"Ballard" star Ann Other\'s film has a 32% on Rotten Tomatoes.',
        "Nothing is named here but 94% on Rotten Tomatoes.",
        '"Reacher" seasons 1 and 2 have a 95% on Rotten Tomatoes.',
        '"Reacher" drew 52 critics on Metacritic.',
        '"Reacher" has a 300% on Rotten Tomatoes.',
        '"Reacher" has an 81.5 on Rotten Tomatoes and a 12 on IMDb.',
        '"The score is 94% on Rotten Tomatoes," somebody says of "Reacher".',
        '"Reacher" is back. Its budget was cut by 20%, and Rotten Tomatoes wrote about it.',
        '"Reacher" is back. 40% of viewers were under 34, Rotten Tomatoes noted.',
        '"Reacher" is back. Rotten Tomatoes likes it. Its share of streaming was 12%.',
        '"Reacher" is back. Of 31 critics on Metacritic, 25 were positive.',
        '"Reacher" is back. On Metacritic it is the 14th best show of 2025.',
        '"Reacher" is back. IMDb says that it runs 8.5 hours.',
        '"Reacher" is back. Fans carry a 94%/87% split to Rotten Tomatoes.',
        '"Reacher" costs $9.5 million an episode, IMDb reports.',
        'Ann Other, 45, has 71 credits on IMDb. "Reacher" is one.',
    ],
)
def test_nothing_is_found_in(text: str) -> None:
    """Hopes, bounds, questions, films, episodes and speech give no score."""
    assert found(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_every_span_is_verbatim_and_every_value_within_its_scale(text: str) -> None:
    """Spans are cut from the text, and no value exceeds its scale."""
    for claim in found(text):
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.span.text != ""
        assert isinstance(claim.value, int | float | str)
        if not isinstance(claim.value, str):
            assert 0 <= claim.value <= float(claim.details["scale"] or 0)


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any characters may be read."""
    assert all(c.span and text[c.span.start : c.span.end] == c.span.text for c in found(text))


def test_a_sentence_that_never_ends_is_no_prose() -> None:
    """What is longer than any sentence is left out, so that the time of reading stays bounded."""
    text = '"Reacher" has 94% on Rotten Tomatoes '
    assert len(found(text)) == 1
    assert found(text * 100) == []
