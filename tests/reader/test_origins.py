"""Made-up shows and reports throughout."""

from __future__ import annotations

import random
import re
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.reader import origins
from cliffhanger.reader.origins import fingerprint, group, resemblance, same_origin

if TYPE_CHECKING:
    from collections.abc import Callable

# Two reports of each event, by different hands.
HARBOUR = (
    (
        "LOS ANGELES \u2014 The tide is coming in again. Streamer Bluewater has handed its smuggling drama "
        "\u201cHarbour Nine\u201d a third season of eight episodes, with cameras set to roll in Halifax next "
        "February. The pickup arrives five weeks after the second run closed with Detective Ana Rull adrift "
        "in a lifeboat. Viewers spent forty million hours with the show in its first month, according to "
        "the company. Creator Dell Marsh remains in charge, and most of the cast is expected to be back. "
        "\u201cWe left her out there on purpose,\u201d Marsh said in the announcement. A launch window has not been "
        "given. The first two seasons can be streamed now."
    ),
    (
        "Fans who feared that a certain lifeboat would never be found can breathe out: more of the Canadian "
        "coast thriller is on the way. Bluewater confirmed on Tuesday morning that it ordered another eight "
        'hours of "Harbour Nine", making it one of only four originals there to live past a sophomore year. '
        "Production moves back to Nova Scotia early in the coming year. Audience numbers held up well "
        "between the first batch and the next, and reviewers warmed to the series as it went on. Marsh, who "
        "invented the show and writes most scripts, continues as showrunner. When it will premiere was left "
        "open."
    ),
)
CARTWRIGHT = (
    (
        "NEW YORK \u2014 After nine years and 178 cases, \u201cCartwright & Daughter\u201d is closing "
        "its office. Network "
        "WNX said on Friday that the legal comedy will finish with its current season, whose last episode "
        "airs in May. Ratings have slipped since the show moved to Sundays, and the price of each hour has "
        "climbed with the contracts of its stars. Executive producer Joan Abel was told in January and has "
        "written a farewell in two parts. \u201cWe were allowed to plan our goodbye, which few shows are,\u201d Abel "
        "said. The network is keeping a spin-off about the daughter's new firm in development. No decision "
        "on it is due before summer."
    ),
    (
        "The verdict is in for the long-running courtroom sitcom led by Maud Perrin: this spring's finale "
        'will be the end of it. "Cartwright & Daughter", once the most watched half hour on WNX, drew '
        "barely two million people on its new night this winter. People close to the production say that "
        "talks over a shorter tenth year came to nothing because the sums did not add up. A two-hour "
        "goodbye has been filmed already. Whether a younger branch of the family gets a series of its own, "
        "as has been discussed for some time, stays open until the network presents its schedule."
    ),
)
LANTERN = (
    (
        "LONDON \u2014 Ghosts are patient, and so are their fans. Two years after the screen went dark, \u201cThe "
        "Lantern Keepers\u201d has found a new home at Greenlight, which will make six further episodes. The "
        "supernatural serial was dropped by its first broadcaster when a tax credit ran out. Its old sets "
        "had been stored in a barn in Devon and are being rebuilt this month. All five leads have signed. "
        "\u201cI kept my lantern in the kitchen, just in case,\u201d said lead writer Priya Holm. Shooting lasts from "
        "April until July, and the new season is meant for Christmas. Earlier seasons move to Greenlight in "
        "March."
    ),
    (
        "Greenlight has rescued a cult favourite. The service is reviving the haunted lighthouse series "
        "that was axed in the middle of its story, with the whole main cast returning for half a dozen "
        "instalments. Word of talks had gone around since a reunion panel last autumn, where Holm hinted at "
        'scripts in a drawer. "The Lantern Keepers" never had large audiences but sold well abroad, which '
        "persuaded the new owner. The plan is a holiday release. Anyone who wants to catch up will be able "
        "to do so in spring, when the back catalogue changes hands too."
    ),
)
REPORTS = (*HARBOUR, *CARTWRIGHT, *LANTERN)
LONG = tuple("\n\n".join(told) for told in zip(HARBOUR, CARTWRIGHT, LANTERN, strict=True))

HEADLINE = "You Will Not Believe What Happened To This Favourite\n\n"
BEFORE = "Welcome to our daily round of what is new on the small screen, gathered by the desk.\n\n"
BEHIND = "\n\nWhat do you think of it? Tell us below, and sign up to our letter for more."


def headline(text: str) -> str:
    """Set another headline above."""
    return HEADLINE + text


def paragraphs(text: str) -> str:
    """Add a paragraph before and one behind."""
    return BEFORE + text + BEHIND


def cut(text: str) -> str:
    """Leave out every third sentence."""
    sentences = re.split(r"(?<=[.!?\u201d\"]) (?=[A-Z\u201c])", text)
    return " ".join(sentence for place, sentence in enumerate(sentences) if place % 3 != 2)


def marks(text: str) -> str:
    """Change the quotation marks."""
    return text.translate(str.maketrans("\u201c\u201d\"'", "\u00ab\u00bb\u2019\u2019"))


def dateline(text: str) -> str:
    """Change the dateline."""
    return "SYDNEY, Tuesday (Newswire) - " + text.partition("\u2014 ")[2] if "\u2014 " in text else "SYDNEY - " + text


def everything(text: str) -> str:
    """Do all of it at once."""
    return headline(paragraphs(marks(cut(dateline(text)))))


COPIES: tuple[tuple[Callable[[str], str], float], ...] = (
    (headline, 0.89), (paragraphs, 0.64), (cut, 0.6), (marks, 1.0), (dateline, 0.93),
)  # fmt: skip


@pytest.mark.parametrize("report", REPORTS, ids=range(len(REPORTS)))
@pytest.mark.parametrize(("copied", "least"), COPIES, ids=[copied.__name__ for copied, _ in COPIES])
def test_an_altered_copy_has_the_same_origin(report: str, copied: Callable[[str], str], least: float) -> None:
    """Each alteration alone keeps far more than is needed."""
    original, copy = fingerprint(report), fingerprint(copied(report))

    assert same_origin(original, copy)
    assert resemblance(original, copy) >= least


@pytest.mark.parametrize("report", LONG, ids=range(len(LONG)))
def test_a_longer_report_may_be_altered_in_every_way_at_once(report: str) -> None:
    """Of a short brief too little would be left."""
    original, copy = fingerprint(report), fingerprint(everything(report))

    assert same_origin(original, copy)
    assert resemblance(original, copy) >= 0.4


def test_long_reports_in_other_words_have_other_origins() -> None:
    """The lower need of long texts joins nothing else."""
    assert not same_origin(*map(fingerprint, LONG))
    assert not same_origin(*(fingerprint(everything(report)) for report in LONG))


def test_reports_in_other_words_have_other_origins() -> None:
    """The gap to altered copies is wide."""
    resembling = [resemblance(fingerprint(a), fingerprint(b)) for a, b in combinations(REPORTS, 2)]

    assert max(resembling) <= 0.1
    assert not any(same_origin(fingerprint(a), fingerprint(b)) for a, b in combinations(REPORTS, 2))


def test_altered_copies_of_different_reports_have_other_origins() -> None:
    """What a site adds to all its pages joins none."""
    for (a, b), (copied, _) in product(combinations(REPORTS, 2), COPIES):
        assert not same_origin(fingerprint(copied(a)), fingerprint(copied(b)))


def test_reports_that_share_a_statement_have_other_origins() -> None:
    """A company says one thing to all."""
    shared = (
        " \u201cThis was the hardest choice that we have had to make in years, and I want to thank everybody who "
        "stood by these people, in front of the camera and behind it,\u201d the company said."
    )

    for a, b in (HARBOUR, CARTWRIGHT, LANTERN):
        assert not same_origin(fingerprint(a + shared), fingerprint(b + shared))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("'Harbour Nine' Renewed for Season 3 at Bluewater",
         "\u2018HARBOUR NINE\u2019 RENEWED FOR SEASON 3 AT BLUEWATER"),
        ("'Harbour Nine' Renewed for Season 3 at Bluewater",
         "\u201cHarbour Nine\u201d renewed for Season 3 at Bluewater."),
        ("Bluewater Hands 'Harbour Nine' a Third Season of Eight Episodes",
         "Bluewater Hands 'Harbour Nine' a Third Season of Eight Episodes | Newswire"),
        ("Ren\u00e9e Holm Returns", "Rene\u0301e Holm Returns"),
        ("Renee Holm Returns", "RENÉE HOLM RETURNS"),
        ("Bosch", "BOSCH!"),
    ],
)  # fmt: skip
def test_a_headline_in_other_dress_has_the_same_origin(a: str, b: str) -> None:
    """Capitals, marks, accents and the name of a site do not count."""
    assert same_origin(fingerprint(a), fingerprint(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("'Harbour Nine' Renewed for Season 3 at Bluewater", "'Harbour Nine' Renewed for Season 2 at Bluewater"),
        ("'Harbour Nine' Renewed for Season 3 at Bluewater", "'Harbour Nine' Cancelled After Season 3 at Bluewater"),
        ("Bluewater Renews 'Harbour Nine' for a Second and Final Season, Sets Its Premiere",
         "Bluewater Renews 'Sand Castle' for a Second and Final Season, Sets Its Premiere"),
        ("'Harbour Nine' Has Been Renewed by Bluewater for a Season of Ten Episodes",
         "'Harbour Nine' Has Not Been Renewed by Bluewater for a Season of Ten Episodes"),
        ("Bosch", "Ballard"),
        ("Bosch", "Bosch Legacy"),
        ("", "Bosch"),
    ],
)  # fmt: skip
def test_headlines_of_one_pattern_have_other_origins(a: str, b: str) -> None:
    """One word may be all the difference."""
    assert not same_origin(fingerprint(a), fingerprint(b))


def test_a_fingerprint_is_the_same_everywhere() -> None:
    """No process, platform or version shows in it."""
    # Stored with claims, so that a change of these characters must be a change of the kind.
    assert fingerprint("Bosch returns") == "w3.1.ryVNoA"
    assert fingerprint("") == "w3.0."


@given(st.text())
def test_a_fingerprint_is_short_and_printable(text: str) -> None:
    """It stands with a claim, in a table or on a page."""
    printed = fingerprint(text)

    assert len(printed) <= 268
    assert re.fullmatch(r"[!-~]+", printed)
    assert same_origin(printed, printed)


@given(st.lists(st.sampled_from(["return", "season", "order", "drama", "the", "a", "of", "in"]), max_size=200))
def test_case_marks_and_blanks_do_not_count(words: list[str]) -> None:
    """Only words do."""
    plain = fingerprint(" ".join(words))

    assert fingerprint("\u201c" + " \u2014\n".join(words).upper() + "\u201d!") == plain
    assert fingerprint("\t ".join(words)) == plain


_WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(30)]), max_size=60)


@given(_WORDS, _WORDS)
def test_resemblance_has_no_direction(a: list[str], b: list[str]) -> None:
    """A copy of B is B a copy of A."""
    left, right = fingerprint(" ".join(a)), fingerprint(" ".join(b))

    assert resemblance(left, right) == resemblance(right, left)
    assert same_origin(left, right) == same_origin(right, left)
    assert 0 <= resemblance(left, right) <= 1


@given(st.integers(0, 1_000), st.integers(60, 400), st.integers(0, 100))
def test_the_estimate_is_near_the_share_itself(seed: int, length: int, changed: int) -> None:
    """Against the shares of all shingles."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret
    words = [f"w{chance.randrange(10_000)}" for _ in range(length)]
    altered = words[changed:]

    def runs(of: list[str]) -> set[tuple[str, ...]]:
        return {tuple(of[at : at + 3]) for at in range(len(of) - 2)}

    both, either = runs(words) & runs(altered), runs(words) | runs(altered)
    estimated = resemblance(fingerprint(" ".join(words)), fingerprint(" ".join(altered)))
    # Five standard errors of a share of 48.
    assert estimated == pytest.approx(len(both) / len(either), abs=0.36)


def _by_pairs(printed: list[str]) -> set[frozenset[int]]:
    """Join whatever is of one origin, pair by pair."""
    groups = [{place} for place in range(len(printed))]
    for a, b in combinations(range(len(printed)), 2):
        if same_origin(printed[a], printed[b]):
            joined = next(g for g in groups if a in g) | next(g for g in groups if b in g)
            groups = [g for g in groups if not g & joined] + [joined]
    return {frozenset(g) for g in groups}


def _as_sets(numbers: list[int]) -> set[frozenset[int]]:
    return {frozenset(place for place, n in enumerate(numbers) if n == number) for number in numbers}


_ALTERED = st.builds(
    lambda which, start, end, tail: " ".join(REPORTS[which].split()[start:end]) + f" tail{tail}" * 4,
    st.integers(0, len(REPORTS) - 1), st.integers(0, 60), st.integers(10, 120), st.integers(0, 3),
)  # fmt: skip
_TEXTS = st.lists(st.one_of(_ALTERED, _WORDS.map(" ".join)), max_size=14)


@given(_TEXTS)
def test_groups_are_those_of_comparing_every_pair(texts: list[str]) -> None:
    """The index passes over nothing that matters."""
    printed = [fingerprint(text) for text in texts]

    assert _as_sets(group(printed)) == _by_pairs(printed)


@given(_TEXTS, st.randoms(use_true_random=False))
def test_order_changes_no_group(texts: list[str], chance: random.Random) -> None:
    """Law 1 of the ledger: the order of appending never matters."""
    order = list(range(len(texts)))
    chance.shuffle(order)
    numbers = group([fingerprint(texts[place]) for place in order])
    back = {frozenset(order[at] for at in members) for members in _as_sets(numbers)}

    assert back == _as_sets(group([fingerprint(text) for text in texts]))


def test_ten_copies_are_one_origin() -> None:
    """Numbers count from 0, by first appearance."""
    copies = [copied(HARBOUR[0]) for copied, _ in COPIES]
    texts = [HARBOUR[0], CARTWRIGHT[0], *copies, HARBOUR[1], *copies[:3], ""]

    assert group([fingerprint(text) for text in texts]) == [0, 1, *[0] * 5, 2, 0, 0, 0, 3]


def test_nothing_is_grouped_of_nothing() -> None:
    """An empty list gives one."""
    assert group([]) == []


def test_thousands_of_one_pattern_are_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a common pattern nor a much copied story makes every pair meet."""
    compared = 0
    same = origins._same  # noqa: SLF001 - counted, to show how few are compared

    def counting(a: object, b: object) -> bool:
        nonlocal compared
        compared += 1
        return same(a, b)  # type: ignore[arg-type]

    monkeypatch.setattr(origins, "_same", counting)
    headlines = [f"Bluewater renews 'Show{n} Name{n}' for a second season ahead of its return" for n in range(2_000)]
    copies = [f"{REPORTS[0]} Page {n}." for n in range(2_000)]

    numbers = group([fingerprint(text) for text in headlines + copies])

    assert len(set(numbers)) == 2_001
    assert compared < 20_000


@pytest.mark.parametrize(
    "text",
    [
        "", "w3", "w2.1.ryVNoA", "w3.1.", "w3.1.ryVNoAAA", "w3.-1.ryVNoA", "w3.0001.ryVNoA", "w3.1.\u00e9yVNoA",
        "w3.2.ryVNoA",
    ],
)  # fmt: skip
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    """Another width, a wrong length, a foreign character."""
    with pytest.raises(ValueError, match="no fingerprint"):
        same_origin(text, fingerprint("Bosch"))
    with pytest.raises(ValueError, match="no fingerprint"):
        group([text])
