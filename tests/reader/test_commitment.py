"""How far speech commits to a return; the speech is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Commitment
from cliffhanger.reader import commitment

ORDER, INTENT, HOPE, DOUBT, DENIAL = (
    Commitment.ORDER,
    Commitment.INTENT,
    Commitment.HOPE,
    Commitment.DOUBT,
    Commitment.DENIAL,
)


@pytest.mark.parametrize(
    ("speech", "expected"),
    [
        ("We've ordered a third season.", ORDER),
        ("The show is coming back.", ORDER),
        ("We\u2019re thrilled to bring this family back for another season.", ORDER),
        ("Season 3 is happening.", ORDER),
        ("We couldn't be happier to continue the story in season 4.", ORDER),
        ("They renewed us!", ORDER),
        ("See you in season 2!", ORDER),
        ("We are delighted to go on with a fourth and final season.", ORDER),
        ("We plan to make a second season next year.", INTENT),
        ("We're writing season 2 right now.", INTENT),
        ("The scripts are done for season 3.", INTENT),
        ("We have a writers\u2019 room for the second season.", INTENT),
        ("Season 2 is mapped out, beat by beat.", INTENT),
        ("We've broken a second season in our heads.", INTENT),
        ("We have a fourth season in a drawer.", INTENT),
        ("Season 2 is real.", ORDER),
        ("We won't be picking up the show.", DENIAL),
        ("A second series would be lovely.", HOPE),
        ("I want to find out, too. I really hope we get the chance.", HOPE),
        ("I'd still come back in a heartbeat.", HOPE),
        ("I would love to come back for another season.", HOPE),
        ("I hope we get renewed.", HOPE),
        ("Fingers crossed for season 2.", HOPE),
        ("They ask about season 2. It feels good. We'll see.", HOPE),
        ("I'd do another season tomorrow.", HOPE),
        ("I'd be delighted to make more.", HOPE),
        ("I hope we get to walk that road again.", HOPE),
        ("We would love to see him solve more cases.", HOPE),
        ("All we need is a yes.", HOPE),
        ("We'd all go back tomorrow.", HOPE),
        ("We're planning as though there will be a second season.", INTENT),
        ("Next year is already mapped out.", INTENT),
        ("Our plan was always to go back.", INTENT),
        ("We are going to finish the story.", INTENT),
        ("Nothing has been signed for a second season.", DOUBT),
        ("Nobody is promising a season 3.", DOUBT),
        ("I can't imagine what a second one would be about.", DOUBT),
        ("I don't see it happening before May.", DOUBT),
        ("A second season? It could go either way.", DOUBT),
        ("There is no guarantee of a second season.", DOUBT),
        ("I have been hired for a second season before and then cancelled.", DOUBT),
        ("Who knows if we will be renewed?", DOUBT),
        ("I don\u2019t know if we\u2019re coming back.", DOUBT),
        ("A renewal is out of our hands.", DOUBT),
        ("There will be no season 4.", DENIAL),
        ("It's not coming back.", DENIAL),
        ("We decided not to renew the show.", DENIAL),
        ("That was the end of the show.", DENIAL),
        ("We were cancelled after two seasons, and it broke my heart.", DENIAL),
        ("We are not making another season.", DENIAL),
    ],
)
def test_each_kind(speech: str, expected: Commitment) -> None:
    """Each kind."""
    assert commitment.of(speech) is expected


@pytest.mark.parametrize(
    "speech",
    [
        "",
        "I loved every day of it.",
        "I hope that people watch it.",
        "He is coming back to his family in the finale.",
        "We loved making season one.",
        "Season 2 was hard to film.",
        "This isn't the end of the show.",
        "My character is a realist, who knows what he wants.",
        "We are writing songs for the stage.",
        "There is no guarantee that he survives the episode.",
        "I would love to work with her again.",
        "We did more work than ever, and I hope that it shows.",
        "I want to see more of the city.",
    ],
)
def test_nothing_where_it_is_not_about_a_return(speech: str) -> None:
    """Nothing where it is not about a return."""
    assert commitment.of(speech) is None


@pytest.mark.parametrize(
    ("speech", "expected"),
    [
        ("Season 4 is happening, and that is the end of the story.", ORDER),
        ("There will be no season 5, though I hoped for one.", DENIAL),
        ("The scripts for season 2 are written, but there is no guarantee.", DOUBT),
        ("I would love another season, but I am a realist.", DOUBT),
        ("We have a plan for season 3, and I hope that we get it.", INTENT),
    ],
)
def test_the_first_of_the_order_decides(speech: str, expected: Commitment) -> None:
    """The first of the order decides."""
    assert commitment.of(speech) is expected


@pytest.mark.parametrize(
    "speech",
    [
        "I hope we're coming back.",
        "If the show is coming back, I will be happy to hear of a renewal and hope for it.",
        "I think season 3 is happening, I hope.",
    ],
)
def test_firm_words_behind_unsure_ones_are_no_order(speech: str) -> None:
    """Firm words behind unsure ones are no order."""
    assert commitment.of(speech) is HOPE


@pytest.mark.parametrize(
    ("speech", "expected"),
    [
        ("Fingers crossed!", HOPE),
        ("Who knows?", DOUBT),
        ("It's happening!", ORDER),
        ("We're done.", DENIAL),
        ("The scripts are written.", INTENT),
    ],
)
def test_an_answer_takes_its_matter_from_the_words_around(speech: str, expected: Commitment) -> None:
    """An answer takes its matter from the words around."""
    assert commitment.of(speech) is None
    assert commitment.of(speech, around="Asked about a second season, she said") is expected


def test_words_around_make_no_answer_of_other_speech() -> None:
    """Words around make no answer of other speech."""
    assert commitment.of("I hope that people enjoy it.", around="After the renewal, she said") is None


def test_doubt_far_from_the_return_does_not_count() -> None:
    """Doubt far from the return does not count."""
    speech = "I want another season. She is kind. He is tall. In love I am a realist."
    assert commitment.of(speech) is HOPE


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_is_read(speech: str, around: str) -> None:
    """Any text is read."""
    assert commitment.of(speech, around) in {None, *Commitment}


@given(st.text(alphabet="xyz .!?", max_size=80))
def test_words_without_a_return_commit_to_nothing(speech: str) -> None:
    """Words without a return commit to nothing."""
    assert commitment.of(speech) is None
