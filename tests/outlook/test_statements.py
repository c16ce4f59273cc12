"""What people say of a show, and how many stories tell it; shows, people and words are made up."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.outlook import evidence, statements, words
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.dossier import Coverage, Statement
from cliffhanger.outlook.facts import starter_models
from cliffhanger.outlook.page import SHOWN_WORDS, Section, claims_sections, lay_out
from cliffhanger.outlook.render.jsons import as_json
from cliffhanger.reader.origins import fingerprint
from tests.facts import claim, dated, facts

if TYPE_CHECKING:
    from cliffhanger.ledger.facts import Facts

SHOW = "imdb:tt9000001"
DAY = date(2025, 6, 3)
LATER = date(2025, 7, 1)
QUOTE = "We would all love to come back to the lantern room, and I hope that we will."
STORY = " ".join(f"word{number} of the made-up story" for number in range(60))
OTHER = " ".join(f"thing{number} in another tale" for number in range(60))


def quoted(words_said: str = QUOTE, known_on: date = DAY, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up statement."""
    said = {
        "source": "news", "publisher": "The Post", "url": "https://example.org/post", "origin": fingerprint(STORY),
        "speaker": "A. Player", "role": "Mara Quill", "outlet": "The Daily", "commitment": "hope", "span_start": 10,
    }  # fmt: skip
    return claim(SHOW, "statement", words_said, known_on, **(said | more))


def gathered(*rows: dict[str, Any], as_of: date = LATER) -> tuple[Statement, ...]:
    """Return the statements that stood on a day."""
    return statements.gather(facts(*rows).connection, SHOW, as_of)


def section(opened: Facts, as_of: date = LATER) -> Section | None:
    """Return the section that a page has on them."""
    said = statements.gather(opened.connection, SHOW, as_of)
    covered = statements.coverage(opened.connection, SHOW, as_of)
    found = claims_sections(evidence.gather(opened.connection, SHOW, as_of), said, covered, ())
    return next((each for each in found if each.heading == "What people say"), None)


def test_a_statement_tells_who_said_it_to_whom_where_and_when() -> None:
    """Speaker, part, commitment, outlet, source, day, and the words as they stand."""
    (said,) = gathered(quoted())
    assert (said.speaker, said.role, said.commitment, said.outlet) == ("A. Player", "Mara Quill", "hope", "The Daily")
    assert (said.words, said.source, said.said_on) == ((QUOTE,), "The Post", DAY)
    assert (said.articles, said.origins) == (1, 1)


def test_nothing_is_said_before_it_was_known_or_after_it_was_taken_back() -> None:
    """Law 1."""
    assert gathered(quoted(), as_of=date(2025, 6, 2)) == ()
    assert gathered(quoted(taken_back_on=date(2025, 6, 20))) == ()


def test_statements_stand_in_the_order_of_their_days() -> None:
    """Whatever the order of their rows."""
    found = gathered(quoted("Later.", date(2025, 6, 9)), quoted("First."), quoted("Last.", LATER))
    assert [said.words[0] for said in found] == ["First.", "Later.", "Last."]


def test_copies_of_one_story_are_one_origin() -> None:
    """Three sites with one text, one of them with a line more, and a fourth that has its own."""
    copies = [
        quoted(publisher="The Post"),
        quoted(publisher="The Mirror", url="https://example.org/mirror"),
        quoted(publisher="The Echo", url="https://example.org/echo", origin=fingerprint(f"{STORY} A line more.")),
    ]
    (said,) = gathered(*copies)
    assert (said.articles, said.origins) == (3, 1)
    (said,) = gathered(*copies, quoted(publisher="The Herald", url="", origin=fingerprint(OTHER)))
    assert (said.articles, said.origins) == (4, 2)


def test_a_quotation_in_other_marks_is_the_same_quotation() -> None:
    """The first to publish it stands, in its own words."""
    (said,) = gathered(quoted("It\u2019s coming back."), quoted("It's coming back", LATER, publisher="The Echo"))
    assert (said.words, said.said_on, said.articles) == (("It\u2019s coming back.",), DAY, 2)


def test_the_pieces_of_a_split_quotation_stand_together() -> None:
    """Two pieces, and one statement."""
    first = quoted("We hope so,", span_start=5, wording="part 1 of 2", claim_id="a")
    second = quoted("and so do you.", span_start=40, wording="part 2 of 2", claim_id="b")
    (said,) = gathered(second, first)
    assert (said.words, said.claim_ids) == (("We hope so,", "and so do you."), ("a", "b"))
    found = section(facts(first, second))
    assert found is not None
    assert found.table is not None
    assert found.table.rows[0][3] == "“We hope so,” … “and so do you.”"


def test_pieces_of_two_speakers_are_two_statements() -> None:
    """Numbers alone join nothing."""
    one = quoted("We hope so,", wording="part 1 of 2")
    other = quoted("and so do we.", wording="part 2 of 2", speaker="B. Writer", span_start=40)
    assert len(gathered(one, other)) == 2


@given(st.lists(st.sampled_from([STORY, f"{STORY} More.", OTHER, f"{OTHER} Less."]), max_size=6))
def test_origins_are_counted_the_same_in_any_order(texts: list[str]) -> None:
    """And never more of them than texts."""
    prints = [fingerprint(text) for text in texts]
    count = statements.count_origins(prints)
    assert count == statements.count_origins(reversed(prints)) == len({text[:4] for text in texts})


def test_what_is_no_fingerprint_stands_alone() -> None:
    """A row of another making is one origin of its own."""
    assert statements.count_origins(["", "made up", fingerprint(STORY), fingerprint(STORY)]) == 3


def test_coverage_counts_articles_and_stories_of_every_claim() -> None:
    """Not those with statements alone, and none of the catalogues."""
    told = claim(SHOW, "renewed", "2", DAY, season=1, source="news", publisher="The Echo", origin=fingerprint(STORY))
    opened = facts(quoted(), told, claim(SHOW, "title", "Copper Lantern", DAY))
    assert statements.coverage(opened.connection, SHOW, LATER) == Coverage(2, 1)
    assert statements.coverage(opened.connection, SHOW, date(2025, 6, 2)) == Coverage(0, 0)


def test_statements_do_not_stand_among_the_facts_again() -> None:
    """They have their own section."""
    opened = facts(quoted())
    assert [fact.what for fact in evidence.gather(opened.connection, SHOW, LATER)].count("statement") == 0
    found = section(opened)
    assert found is not None
    assert found.table is not None
    assert found.table.rows == (
        ("2025-06-03", "A. Player (Mara Quill)", "hoped for", f"“{QUOTE}”", "The Daily", "The Post",
         "https://example.org/post"),
    )  # fmt: skip


def test_without_statements_there_is_no_section() -> None:
    """Nothing is said, and nothing is printed."""
    assert section(facts(claim(SHOW, "title", "Copper Lantern", DAY))) is None


@given(st.text(st.characters(categories=["L", "Nd"]) | st.sampled_from(" .,\n"), min_size=1, max_size=400))
def test_what_is_shown_of_a_quotation_is_verbatim(text: str) -> None:
    """Every piece in marks stands in the quotation, and an ellipsis only outside the marks."""
    if not text.strip():
        return
    from cliffhanger.outlook import page  # noqa: PLC0415 - its private parts are what is held to the law

    (said,) = gathered(quoted(text))
    for whole in (True, False):
        shown = page._quoted(said, whole=whole)  # noqa: SLF001 - likewise
        pieces = [piece.split("”")[0] for piece in shown.split("“")[1:]]
        assert pieces
        assert all(piece in text and "…" not in piece for piece in pieces)


@pytest.mark.parametrize("most", [1, 5, 12, SHOWN_WORDS])
def test_a_quotation_is_cut_behind_a_word(most: int) -> None:
    """Never inside one; one word at least is left."""
    cut = words.cut(QUOTE, most)
    assert QUOTE.startswith(cut)
    assert cut.split() == QUOTE.replace(",", "").split()[: len(cut.split())] or "," in cut
    assert len(cut) <= max(most, len("We"))


@pytest.mark.parametrize(
    ("row", "value"),
    [
        (claim(SHOW, "renewed", "2", DAY, season=1, platform="Netflix"), "season 2, Netflix"),
        (claim(SHOW, "renewed", "", DAY), "season not named"),
        (claim(SHOW, "rescued", "3", DAY, season=2, unit="Hulu", platform="Hulu"), "season 3 (Hulu)"),
        (claim(SHOW, "cancelled", "2", DAY, season=2, reason="high costs"), "season 2; reason given: “high costs”"),
        (claim(SHOW, "in_limbo", "2", DAY, season=1), "season 2"),
        (claim(SHOW, "viewing", "7800000", DAY, unit="views", wording="in a week"), "7,800,000 views, in a week"),
        (claim(SHOW, "score", "8.5", DAY, unit="imdb", wording="of 10"), "8.5 (IMDb rating), of 10"),
        (claim(SHOW, "chart_rank", "1", DAY, unit="most-viewed series"), "no. 1, most-viewed series"),
        (claim(SHOW, "based_on", "novels", DAY, wording="by B. Writer"), "novels by B. Writer"),
        (claim(SHOW, "ends_on_cliffhanger", "yes", DAY, season=1), "yes"),
        (
            claim(
                SHOW, "premiere_date", "", DAY, season=2, unit="or later", valid_from=date(2025, 9, 1),
                valid_to=date(2025, 11, 30),
            ),
            "autumn 2025 or later",
        ),
    ],
)  # fmt: skip
def test_an_articles_facts_are_said_in_plain_words(row: dict[str, Any], value: str) -> None:
    """Who decided, why, and what a figure rests on."""
    found = evidence.gather(facts(row | {"source": "news"}).connection, SHOW, LATER)
    assert [fact.value for fact in found if fact.source == "news article"] == [value]


def test_a_dossier_has_them_in_every_form_and_no_longer_misses_them() -> None:
    """As a section, in JSON, and not among what is not known."""
    begun = dated(SHOW, 1, date(2025, 3, 5))
    titled = claim(SHOW, "title", "Copper Lantern", DAY, source="imdb")
    silent, spoken = (
        Desk.open(facts(begun, titled, *said), starter_models()).outlook(SHOW, LATER) for said in ((), (quoted(),))
    )
    gap = "what its makers and platform say: no dated statement has been read"
    assert gap in silent.missing
    assert gap not in spoken.missing
    assert "What people say" not in [part.heading for part in lay_out(silent).sections]
    part = next(part for part in lay_out(spoken).sections if part.heading == "What people say")
    assert part.table is not None
    assert QUOTE in part.table.rows[0][3]
    plain = json.loads(as_json(spoken))
    assert plain["statements"][0]["words"] == [QUOTE]
    assert plain["coverage"] == {"articles": 1, "origins": 1}
    assert spoken.forecast.p_renewed == silent.forecast.p_renewed
