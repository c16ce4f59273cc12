from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.dates import PartialDate, parse
from cliffhanger.domain.vocabulary import FATES, Commitment, Modality, Predicate
from cliffhanger.reader import saying
from cliffhanger.reader.claims import Reading, Subject
from cliffhanger.reader.interface import PREDICATES
from tests.reader.readings import claim, partial_dates, readings

P = Predicate
BALLARD = Subject("Ballard", "imdb:tt26676904")
BOSCH = Subject("Bosch")
WEEK = PartialDate(date(2025, 7, 21), date(2025, 7, 31), "late July")
SCORE_OF_78 = {"value": 78, "unit": "popcornmeter"}
TWO_WEEKS = {"streak": 2, "streak_unit": "weeks"}

# Shows, dates and figures are real or of the made-up show "Pine Hollow"; speakers are made up.
GOLDEN: list[tuple[Predicate, dict[str, Any], str]] = [
    (
        P.RENEWED,
        {"season": 2, "platform": "Prime Video", "subject": BALLARD},
        "“Ballard”: renewed for season 2 by Prime Video (an event)",
    ),
    (P.RENEWED, {}, "“Pine Hollow”: renewed (an event)"),
    (P.RENEWED, {"season": 2, "modality": Modality.DENIAL}, "“Pine Hollow”: renewed for season 2 (denied)"),
    (P.RENEWED, {"season": 2, "modality": Modality.RUMOUR}, "“Pine Hollow”: renewed for season 2 (only a rumour)"),
    (
        P.RENEWED,
        {"season": 2, "when": parse("May 6, 2025")},
        "“Pine Hollow”: renewed for season 2 on 6 May 2025 (an event)",
    ),
    (
        P.CANCELLED,
        {"season": 3, "reason": "high production costs"},
        "“Pine Hollow”: cancelled after season 3; reason given: “high production costs” (an event)",
    ),
    (
        P.CANCELLED,
        {"season": 1, "platform": "Netflix", "details": {"unrenewed": True}},
        "“Pine Hollow”: cancelled after season 1 by Netflix, a renewal taken back (an event)",
    ),
    (P.CANCELLED, {"platform": "Netflix"}, "“Pine Hollow”: cancelled by Netflix (an event)"),
    (P.ENDING, {"season": 4, "platform": "Netflix"}, "“Pine Hollow”: season 4 is the last on Netflix (an event)"),
    (P.ENDING, {"when": parse("2026")}, "“Pine Hollow”: ending in 2026 (an event)"),
    (P.ORDERED, {"platform": "NBC"}, "“Pine Hollow”: ordered by NBC (an event)"),
    (
        P.ORDERED,
        {"season": 1, "platform": "NBC", "modality": Modality.PLAN},
        "“Pine Hollow”: season 1 ordered by NBC (only a plan)",
    ),
    (P.RESCUED, {"season": 4, "platform": "Netflix"}, "“Pine Hollow”: taken over for season 4 by Netflix (an event)"),
    (
        P.IN_LIMBO,
        {"season": 2, "platform": "Prime Video"},
        "“Pine Hollow”: no decision yet on season 2 at Prime Video (an event)",
    ),
    (P.IN_LIMBO, {}, "“Pine Hollow”: no decision yet on its future (an event)"),
    (
        P.PREMIERE_DATE,
        {"season": 1, "when": parse("July 9, 2025"), "subject": BALLARD},
        "“Ballard”, season 1: premiere on 9 July 2025",
    ),
    (
        P.PREMIERE_DATE,
        {"season": 2, "when": parse("2026"), "platform": "Netflix"},
        "“Pine Hollow”, season 2: premiere on Netflix in 2026",
    ),
    (P.PREMIERE_DATE, {"value": "2026-01-01"}, "“Pine Hollow”: premiere 2026-01-01"),
    (P.FINALE_DATE, {"season": 1, "when": WEEK}, "“Pine Hollow”, season 1: finale in late July 2025"),
    (
        P.FILMING_START,
        {"season": 2, "when": parse("as early as fall 2025"), "modality": Modality.HYPOTHETICAL},
        "“Pine Hollow”, season 2: start of filming in autumn 2025 or later (only a possibility)",
    ),
    (
        P.FILMING_END,
        {"season": 1, "when": parse("November 2024")},
        "“Pine Hollow”, season 1: end of filming in November 2024",
    ),
    (
        P.ANNOUNCEMENT_DATE,
        {"season": 2, "when": parse("2025-05-06")},
        "“Pine Hollow”, season 2: announced on 6 May 2025",
    ),
    (
        P.SCORE,
        {"season": 1, "value": 100, "unit": "tomatometer", "details": {"scale": 100, "reviews": 21}},
        "“Pine Hollow”, season 1: Tomatometer 100 %, from 21 reviews",
    ),
    (
        P.SCORE,
        {"season": 1, **SCORE_OF_78, "when": WEEK},
        "“Pine Hollow”, season 1: Popcornmeter 78 % in late July 2025",
    ),
    (
        P.SCORE,
        {**SCORE_OF_78, "details": {"scope": "season", "reviews": 1}},
        "“Pine Hollow”: Popcornmeter 78 %, from 1 review, for the season",
    ),
    (P.SCORE, {"value": 81, "unit": "metascore"}, "“Pine Hollow”: Metascore 81 of 100"),
    (P.SCORE, {"value": 7.4, "unit": "imdb", "details": {"scale": 10}}, "“Pine Hollow”: IMDb rating 7.4 of 10"),
    (P.SCORE, {"value": 3, "unit": "some site", "details": {"scale": 4.0}}, "“Pine Hollow”: some site 3 of 4"),
    (P.SCORE, {"value": "B+", "unit": "cinemascore"}, "“Pine Hollow”: CinemaScore B+"),
    (P.SCORE, {"value": 3}, "“Pine Hollow”: score 3"),
    (
        P.CHART_RANK,
        {"season": 1, "value": 1, "unit": "Prime Video", "when": WEEK, "details": TWO_WEEKS},
        "“Pine Hollow”, season 1: number 1 in the Prime Video chart for two weeks running in late July 2025",
    ),
    (
        P.CHART_RANK,
        {"value": 3, "unit": "Netflix global Top 10", "details": {"streak": 1, "streak_unit": "weeks"}},
        "“Pine Hollow”: number 3 in the Netflix global Top 10 for one week",
    ),
    (
        P.CHART_RANK,
        {
            "value": 2,
            "unit": "Nielsen streaming",
            "details": {"territory": "the United States", "measured_by": "Nielsen"},
        },
        "“Pine Hollow”: number 2 in the Nielsen streaming chart (the United States), measured by Nielsen",
    ),
    (
        P.CHART_RANK,
        {"value": 1, "unit": "most-viewed series", "platform": "Hulu"},
        "“Pine Hollow”: the most-viewed series on Hulu",
    ),
    (P.CHART_RANK, {"value": 2, "unit": "most-viewed series"}, "“Pine Hollow”: number 2 most-viewed series"),
    (
        P.VIEWING,
        {
            "value": 7_800_000,
            "unit": "views",
            "platform": "Netflix",
            "details": {"window_days": 4, "measured_by": "Netflix"},
        },
        "“Pine Hollow”: 7.8 million views on Netflix in four days, measured by Netflix",
    ),
    (
        P.VIEWING,
        {"value": 1_234_567, "unit": "households", "when": WEEK},
        "“Pine Hollow”: 1,234,567 households in late July 2025",
    ),
    (P.EPISODE_COUNT, {"season": 1, "value": 10, "subject": BALLARD}, "“Ballard”, season 1: ten episodes"),
    (P.EPISODE_COUNT, {"value": 1}, "“Pine Hollow”: one episode"),
    (P.SEASON_COUNT, {"value": 7, "subject": BOSCH}, "“Bosch”: seven seasons"),
    (P.SEASON_COUNT, {"value": 27}, "“Pine Hollow”: 27 seasons"),
    (P.SPIN_OFF_OF, {"value": "Bosch", "subject": BALLARD}, "“Ballard”: a spin-off of “Bosch”"),
    (P.FOLLOWS, {"value": "Bosch", "subject": Subject("Bosch: Legacy")}, "“Bosch: Legacy”: follows “Bosch”"),
    (
        P.BASED_ON,
        {"value": "novels", "details": {"author": "Michael Connelly"}, "subject": BALLARD},
        "“Ballard”: based on novels by Michael Connelly",
    ),
    (
        P.BASED_ON,
        {"value": "The Last of Us", "subject": Subject("The Last of Us")},
        "“The Last of Us”: based on “The Last of Us”",
    ),
    (P.UNIVERSE, {"value": "Arrowverse", "subject": Subject("The Flash")}, "“The Flash”: universe: Arrowverse"),
    (P.CREATOR, {"value": "Ada Example"}, "“Pine Hollow”: created by Ada Example"),
    (P.CREW, {"value": "Ada Example", "unit": "showrunner"}, "“Pine Hollow”: showrunner: Ada Example"),
    (
        P.CAST,
        {"value": "Maggie Q", "role": "Renée Ballard", "subject": BALLARD},
        "“Ballard”: Maggie Q plays Renée Ballard",
    ),
    (
        P.CAST,
        {"value": "Ada Example", "modality": Modality.HOPE},
        "“Pine Hollow”: Ada Example is in the cast (only a hope)",
    ),
    (
        P.GUEST,
        {"value": "Titus Welliver", "role": "Harry Bosch", "season": 1, "subject": BALLARD},
        "“Ballard”, season 1: Titus Welliver is a guest as Harry Bosch",
    ),
    (P.GUEST, {"value": "Ada Example"}, "“Pine Hollow”: Ada Example is a guest"),
    (P.CONTENT_RATING, {"value": "TV-14"}, "“Pine Hollow”: rated TV-14"),
    (P.RECOMMENDED_AGE, {"value": 15}, "“Pine Hollow”: recommended from age 15"),
    (P.GENRE, {"value": "crime drama"}, "“Pine Hollow”: genre: crime drama"),
    (P.THEME, {"value": "grief"}, "“Pine Hollow”: theme: grief"),
    (P.SETTING, {"value": "Los Angeles", "subject": BALLARD}, "“Ballard”: setting: Los Angeles"),
    (P.ENDS_ON_CLIFFHANGER, {"value": True, "season": 1}, "“Pine Hollow”, season 1: ends on a cliffhanger"),
    (P.ENDS_ON_CLIFFHANGER, {"value": False, "season": 1}, "“Pine Hollow”, season 1: does not end on a cliffhanger"),
    (P.STATEMENT, {"value": "Who knows?"}, "“Pine Hollow”: an unnamed speaker says: “Who knows?”"),
    (
        P.STATEMENT,
        {
            "value": "Who knows?",
            "speaker": "Ada Example",
            "role": "Mira Stone",
            "outlet": "The Made-up Gazette",
            "commitment": Commitment.DOUBT,
        },
        "“Pine Hollow”: Ada Example (plays Mira Stone), to The Made-up Gazette, doubts a return: “Who knows?”",
    ),
    (
        P.STATEMENT,
        {
            "value": "We go on",
            "speaker": "Ada Example",
            "role": "Executive producer",
            "commitment": Commitment.INTENT,
            "details": {"part": 1, "parts": 2},
        },
        "“Pine Hollow”: Ada Example (Executive producer) means to return (part 1 of 2): “We go on”",
    ),
    (
        P.FILMING_START,
        {
            "season": 2,
            "when": parse("fall 2025"),
            "speaker": "Ada Example",
            "role": "showrunner",
            "outlet": "The Made-up Gazette",
            "modality": Modality.PLAN,
        },
        (
            "“Pine Hollow”, season 2: start of filming in autumn 2025, "
            "according to Ada Example (showrunner), to The Made-up Gazette (only a plan)"
        ),
    ),
    (
        P.CAST,
        {"value": "Bo Player", "role": "Mira Stone", "speaker": "Ada Example"},
        "“Pine Hollow”: Bo Player plays Mira Stone, according to Ada Example",
    ),
]


@pytest.mark.parametrize(("predicate", "fields", "said"), GOLDEN)
def test_a_claim_is_said_in_plain_english(predicate: Predicate, fields: dict[str, Any], said: str) -> None:
    """Each predicate has its sentence, and each field its place in it."""
    assert saying.say(claim(predicate, **fields)) == said


def test_every_predicate_of_the_reader_has_a_golden_sentence() -> None:
    """A new predicate needs its words."""
    assert {predicate for predicate, _, _ in GOLDEN} == PREDICATES


@pytest.mark.parametrize("commitment", list(Commitment))
def test_each_commitment_has_words_of_its_own(commitment: Commitment) -> None:
    """An intention does not sound like a hope."""
    said = saying.say(claim(P.STATEMENT, value="…", speaker="Ada Example", commitment=commitment))
    assert said == f"“Pine Hollow”: Ada Example {saying.COMMITMENTS[commitment]}: “…”"
    assert len(set(saying.COMMITMENTS.values())) == len(Commitment)


@pytest.mark.parametrize("modality", list(Modality))
@pytest.mark.parametrize("predicate", sorted(FATES))
def test_no_fate_is_said_without_how_it_is_meant(predicate: Predicate, modality: Modality) -> None:
    """A plan to renew must not read as a renewal."""
    assert saying.say(claim(predicate, modality=modality)).endswith(f" ({saying.MODALITIES[modality]})")
    assert len(set(saying.MODALITIES.values())) == len(Modality)


@given(readings())
def test_anything_can_be_said(found: Reading) -> None:
    """The show is named first, and a quotation stands in the sentence whole and verbatim."""
    for one in found.claims:
        said = saying.say(one)
        assert said.startswith(f"“{one.subject.name}”")
        if one.predicate is P.STATEMENT:
            assert f"“{one.value}”" in said


@given(partial_dates())
def test_a_date_is_said_with_one_preposition(date: PartialDate) -> None:
    """What is said of a date reads on behind a noun."""
    said = saying.when(date)
    assert said.startswith(("on ", "in ", "between ", "around ", "roughly between "))
    assert said.endswith(date.say())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""), (0, "0"), (999_999, "999,999"), (1_000_000, "1 million"), (1_500_000.0, "1.5 million"),
        (123_450_000, "123.45 million"), (123_456_000, "123,456,000"), (2_300_000_000, "2.3 billion"),
        (999_990_000, "999.99 million"), (7.25, "7.25"), ("TV-14", "TV-14"), (True, "True"), (-5_000_000, "-5,000,000"),
    ],
)  # fmt: skip
def test_a_figure_is_exact(value: float | str | None, said: str) -> None:
    """Millions are said only where nothing is lost."""
    assert saying.figure(value) == said


@given(st.integers(0, 10**15))
def test_a_figure_can_be_read_back(number: int) -> None:
    """Rounding is no business of a sentence."""
    figure, _, size = saying.figure(number).partition(" ")
    scale = {"": 1, "million": 10**6, "billion": 10**9}[size]
    assert round(float(figure.replace(",", "")) * scale) == number
