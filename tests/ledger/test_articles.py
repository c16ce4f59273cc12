"""From a read article to a ledger, on real Delta tables; the shows, the people and what they say are made up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from deltalake import write_deltalake
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.claim import Claim, Span
from cliffhanger.domain.dates import PartialDate, parse
from cliffhanger.domain.source import Snapshot
from cliffhanger.domain.vocabulary import Commitment, Modality, Predicate
from cliffhanger.ledger import article_claims, articles, export, upkeep
from cliffhanger.ledger.schema import TABLES
from cliffhanger.ledger.store import Ledger
from cliffhanger.panel import panel
from cliffhanger.reader import obtain
from cliffhanger.reader.claims import Article, ArticleClaim, Reading, Subject
from cliffhanger.reader.names import Name, Names
from cliffhanger.reader.origins import fingerprint
from cliffhanger.reader.read import read
from cliffhanger.sources.batch import ONLY_SAID, claims_frame
from tests import facts as made_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMES = Names(
    [
        Name("imdb:tt9000001", "Copper Lantern", "Copper Lantern", 2023),
        Name("imdb:tt9000002", "The Salt Ledger", "The Salt Ledger", 2021),
    ]
)
OBTAINED = datetime(2025, 9, 1, 12, 30, tzinfo=UTC)
PUBLISHED = date(2025, 6, 3)
KNOWN = datetime(2025, 6, 3, tzinfo=UTC)
STORIES = (
    "“Copper Lantern” has been renewed for a second season by Netflix. The first season premiered on March 5, 2025.",
    "Netflix has canceled “The Salt Ledger” after two seasons. “Copper Lantern” goes on.",
    "“Nobody's Show At All” has been renewed for a third season by Hulu.",
)
COPPER = Subject("Copper Lantern", "imdb:tt9000001")


def taken(text: str, *, name: str = "story.txt", published: date | None = PUBLISHED, **more: Any) -> articles.Read:  # noqa: ANN401 - what an article may have
    """Return a text as it is obtained and read."""
    content = text.encode()
    article = obtain.article(content, name=name, published=published, **more)
    return articles.Read(Snapshot(name=name, content=content, obtained_at=OBTAINED), read(article, NAMES))


def rows(ledger: Ledger, columns: str = "*") -> list[tuple[Any, ...]]:
    """Return the claims of articles that count, in order."""
    found = export.facts(ledger).connection.execute(f"SELECT {columns} FROM claims WHERE source = 'news'")  # noqa: S608 - names of our own columns
    return sorted(found.fetchall(), key=repr)


def as_claim(said: ArticleClaim, text: str = "made up", **more: Any) -> Claim:  # noqa: ANN401 - what an article may have
    """Return an article's claim as the ledger has it."""
    article = Article(text=text, sha256="0" * 64, **more)
    return article_claims.claim_of(said, article, publisher="The Post", known_at=KNOWN, origin="w3.0.")


def said(predicate: Predicate, **more: Any) -> ArticleClaim:  # noqa: ANN401 - any field
    """Return a made-up claim of an article."""
    return ArticleClaim(**{"subject": COPPER, "predicate": predicate, "span": None, **more})


@pytest.mark.parametrize(
    ("predicate", "season", "row"),
    [
        (Predicate.RENEWED, 3, (2, "3", "")),
        (Predicate.RENEWED, None, (None, "", "")),
        (Predicate.RENEWED, 1, (None, "1", "")),
        (Predicate.RESCUED, 3, (2, "3", "Netflix")),
        (Predicate.IN_LIMBO, 2, (1, "2", "")),
        (Predicate.ORDERED, None, (1, "1", "")),
        (Predicate.ORDERED, 2, (2, "2", "")),
        (Predicate.CANCELLED, 2, (2, "2", "")),
        (Predicate.CANCELLED, None, (None, "", "")),
        (Predicate.ENDING, 4, (4, "4", "")),
    ],
)
def test_a_decision_stands_as_the_ledgers_other_sources_have_it(
    predicate: Predicate, season: int | None, row: tuple[int | None, str, str]
) -> None:
    """The reader names the season to come; the ledger keeps a decision at the season before it."""
    claim = as_claim(said(predicate, season=season, platform="netflix", reason="costs"))
    assert (claim.season, claim.value, claim.unit) == row
    assert (claim.platform, claim.reason, claim.known_at) == ("Netflix", "costs", KNOWN)


@pytest.mark.parametrize(
    ("told", "modality", "row"),
    [
        ("March 5, 2025", Modality.EVENT, ("2025-03-05", "", "event")),
        ("December 5, 2025", Modality.EVENT, ("2025-12-05", "", "plan")),
        ("December 5, 2025", Modality.HYPOTHETICAL, ("2025-12-05", "", "hypothetical")),
        ("as early as fall 2025", Modality.PLAN, ("2025-09-01/2025-11-30", "or later", "plan")),
        ("by summer 2026", Modality.PLAN, ("2026-06-01/2026-08-31", "or earlier", "plan")),
    ],
)
def test_a_date_ahead_of_its_telling_is_a_plan_and_an_open_side_is_kept(
    told: str, modality: Modality, row: tuple[str, str, str]
) -> None:
    """Whatever tense it was told in: nothing has aired that lies ahead."""
    claim = as_claim(said(Predicate.PREMIERE_DATE, season=1, when=parse(told, PUBLISHED), modality=modality))
    assert (claim.value, claim.unit, str(claim.modality)) == row
    assert claim.wording == told


@pytest.mark.parametrize(
    ("claim", "row"),
    [
        (
            said(Predicate.SCORE, value=8.5, unit="imdb", details={"scale": 10, "reviews": 12}),
            ("8.5", "imdb", "of 10, from 12 reviews"),
        ),
        (said(Predicate.SCORE, value=100, unit="tomatometer", details={"scale": 100}), ("100", "tomatometer", "")),
        (
            said(
                Predicate.CHART_RANK, value=1, unit="Netflix", details={"streak": 2, "streak_unit": "weeks"},
                when=PartialDate(date(2025, 5, 1), date(2025, 5, 31), "May 2025"),
            ),
            ("1", "Netflix", "two weeks running, May 2025"),
        ),
        (
            said(
                Predicate.VIEWING, value=7_800_000.0, unit="views",
                details={"window_days": 7, "measured_by": "Nielsen"},
            ),
            ("7800000", "views", "in seven days, measured by Nielsen"),
        ),
        (said(Predicate.CAST, value="A. Player", role="Mara Quill"), ("A. Player", "Mara Quill", "")),
        (said(Predicate.ENDS_ON_CLIFFHANGER, value=True), ("yes", "", "")),
        (
            said(Predicate.SPIN_OFF_OF, value="The Salt Ledger", details={"value_id": "imdb:tt9000002"}),
            ("imdb:tt9000002", "", "The Salt Ledger"),
        ),
        (said(Predicate.BASED_ON, value="novels", details={"author": "B. Writer"}), ("novels", "", "by B. Writer")),
        (said(Predicate.EPISODE_COUNT, season=1, value=10), ("10", "", "")),
    ],
)  # fmt: skip
def test_what_a_figure_rests_on_goes_into_its_unit_and_wording(claim: ArticleClaim, row: tuple[str, str, str]) -> None:
    """A row has one value; scale, streak, measurer and author are said beside it."""
    found = as_claim(claim)
    assert (found.value, found.unit, found.wording) == row


def test_a_statement_keeps_who_said_it_to_whom_and_how_far_it_commits() -> None:
    """And which piece of a quotation it is."""
    text = "“We hope so,” she said."
    quoted = said(
        Predicate.STATEMENT, value="We hope so,", span=Span(1, 12, "We hope so,"), speaker="A. Player",
        role="Mara Quill", outlet="The Daily Made-Up", commitment=Commitment.HOPE, details={"part": 1, "parts": 2},
    )  # fmt: skip
    found = as_claim(quoted, text)
    assert found.span == Span(1, 12, "We hope so,")
    assert (found.speaker, found.role, found.outlet) == ("A. Player", "Mara Quill", "The Daily Made-Up")
    assert (found.commitment, found.wording) == ("hope", "part 1 of 2")


def test_words_of_a_title_have_no_offsets_in_the_text() -> None:
    """They are kept as the wording; an offset would point at other words."""
    found = as_claim(said(Predicate.RENEWED, span=Span(0, 7, "Renewed"), in_title=True), "Another text")
    assert (found.span, found.wording) == (None, "Renewed")


def test_a_subject_without_an_id_is_no_row() -> None:
    """Who lands it sets it aside; here it is an error."""
    with pytest.raises(ValueError, match="has no id"):
        as_claim(said(Predicate.RENEWED, subject=Subject("Nobody's Show")))


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    """A page may call itself anything."""
    assert as_claim(said(Predicate.RENEWED), url="javascript:alert(1)").url == ""
    assert as_claim(said(Predicate.RENEWED), url="https://example.org/a").url == "https://example.org/a"


def test_an_article_lands_with_its_source_its_day_and_its_fingerprint(tmp_path: Path) -> None:
    """Publisher, address, day, span and origin stand in every row; the batch names the bytes."""
    ledger = Ledger.create(tmp_path / "ledger")
    each = taken(STORIES[0], url="https://example.org/story")
    report = articles.land(ledger, [each], author="test")
    assert (report.note, report.claims) == ("", len(each.reading.claims))
    found = rows(ledger, 'predicate, season, value, publisher, url, known_on, origin, span_start, span_text, "show"')
    renewal = next(row for row in found if row[0] == "renewed")
    assert renewal[1:7] == (1, "2", "story.txt", "https://example.org/story", PUBLISHED, fingerprint(STORIES[0]))
    assert STORIES[0][renewal[7] :].startswith(renewal[8])
    (batch,) = ledger.batches().filter(pl.col("source") == "news").iter_rows(named=True)
    assert each.snapshot.sha256 in batch["files"]
    assert batch["published_at"] == KNOWN
    assert upkeep.check(ledger) == []


def test_bytes_that_have_landed_add_nothing_whatever_they_are_called(tmp_path: Path) -> None:
    """Neither a second time nor under another name."""
    ledger = Ledger.create(tmp_path / "ledger")
    articles.land(ledger, [taken(STORIES[0])], author="test")
    before = ledger.view()
    for again in (taken(STORIES[0]), taken(STORIES[0], name="copy.txt")):
        assert articles.land(ledger, [again], author="test").note == "these bytes have landed before"
    assert ledger.view() == before


def test_a_day_that_is_given_later_supersedes_the_reading_without_one(tmp_path: Path) -> None:
    """Without a day a claim counts from the moment it was obtained, never earlier; with one, from that day."""
    ledger = Ledger.create(tmp_path / "ledger")
    articles.land(ledger, [taken(STORIES[0], published=None)], author="test")
    assert {row[0] for row in rows(ledger, "known_on")} == {OBTAINED.date()}
    articles.land(ledger, [taken(STORIES[0])], author="test")
    assert {row[0] for row in rows(ledger, "known_on")} == {PUBLISHED}


def test_claims_about_unknown_shows_are_set_aside_and_counted(tmp_path: Path) -> None:
    """The article lands all the same."""
    ledger = Ledger.create(tmp_path / "ledger")
    report = articles.land(ledger, [taken(STORIES[2])], author="test")
    assert report.claims == 0
    assert dict(report.set_aside) == {articles.NOT_IN_CATALOGUE: report.rows_read}
    assert report.rows_read > 0
    aside = pl.read_delta(str(ledger.path / "set_aside"))
    assert set(aside["value"]) == {"Nobody's Show At All"}


def test_articles_that_come_together_land_together_and_only_the_new_ones(tmp_path: Path) -> None:
    """One batch; what is in the ledger already, or twice in the same batch, is left out."""
    ledger = Ledger.create(tmp_path / "ledger")
    articles.land(ledger, [taken(STORIES[0], name="a")], author="test")
    both = [taken(STORIES[0], name="b"), taken(STORIES[1], name="c"), taken(STORIES[1], name="d")]
    assert articles.land(ledger, both, author="test").name == "c"
    assert articles.land(ledger, both[1:], author="test").note == "these bytes have landed before"
    alone = Ledger.create(tmp_path / "alone")
    for story in STORIES[:2]:
        articles.land(alone, [taken(story, name="x")], author="test")
    assert rows(ledger, "predicate, season, value, known_on") == rows(alone, "predicate, season, value, known_on")


def test_two_files_of_one_name_are_both_known_to_have_landed(tmp_path: Path) -> None:
    """What tells articles apart is their bytes."""
    ledger = Ledger.create(tmp_path / "ledger")
    articles.land(ledger, [taken(STORIES[0]), taken(STORIES[1])], author="test")
    for story in STORIES[:2]:
        assert articles.land(ledger, [taken(story)], author="test").note == "these bytes have landed before"


def test_the_order_in_which_articles_land_never_matters(tmp_path: Path) -> None:
    """Law 1: the same facts under the same version, whichever came first."""
    seen = []
    for number, order in enumerate(permutations(STORIES)):
        ledger = Ledger.create(tmp_path / str(number))
        for story in order:
            articles.land(ledger, [taken(story)], author="test")
        seen.append((rows(ledger), export.version_of(ledger)))
    assert all(each == seen[0] for each in seen)


COPIES = tuple(f"{story} So it was told." for story in STORIES)
stories = st.lists(st.sampled_from([*STORIES, *COPIES]), min_size=1, max_size=4)


@settings(max_examples=8)
@given(stories, st.randoms(use_true_random=False))
def test_landing_in_any_order_and_any_number_of_times_gives_the_same_facts(
    tmp_path_factory: pytest.TempPathFactory,
    told: Sequence[str],
    chance: Any,  # noqa: ANN401 - hypothesis' own random
) -> None:
    """Shuffled, repeated and cut into other batches, the same articles say the same."""
    folder = tmp_path_factory.mktemp("any")
    first, second = (Ledger.create(folder / name) for name in ("first", "second"))
    for story in told:
        articles.land(first, [taken(story)], author="test")
    shuffled = [*told, told[0]]
    chance.shuffle(shuffled)
    articles.land(second, [taken(story) for story in shuffled], author="test")
    assert rows(first) == rows(second)


def earlier_ledger(path: Path) -> Ledger:
    """Return a ledger as it was made before claims had the columns that only texts fill, with one claim in it."""
    title = Claim(source="imdb", show=str(COPPER.id), predicate=Predicate.TITLE, value=COPPER.name, known_at=KNOWN)
    old = claims_frame([title]).drop(ONLY_SAID).with_columns(batch=pl.lit("old"))
    for name, columns in TABLES.items():
        kept = {column: kind for column, kind in columns.items() if column not in ONLY_SAID}
        frame = old.select(list(kept)) if name == "claims" else pl.DataFrame(schema=kept)
        if name == "batches":
            landed = {"batch": "old", "source": "imdb", "delivery": "d", "parser": "1", "claims": 1, "supersedes": ""}
            frame = pl.DataFrame([dict.fromkeys(kept) | landed | {"landed_at": KNOWN}], schema=kept)
        write_deltalake(path / name, frame, name=name)
    return Ledger.open(path)


def test_a_ledger_of_an_earlier_layout_is_read_and_written_on(tmp_path: Path) -> None:
    """What it lacks is empty, before an article lands, behind it, and behind a compaction."""
    ledger = earlier_ledger(tmp_path / "ledger")
    asked = "SELECT value, speaker, origin FROM claims WHERE source = 'imdb'"
    assert upkeep.check(ledger) == []
    assert export.facts(ledger).connection.execute(asked).fetchall() == [("Copper Lantern", "", "")]
    articles.land(ledger, [taken(STORIES[0])], author="test")
    upkeep.compact(ledger)
    assert upkeep.check(ledger) == []
    assert export.facts(ledger).connection.execute(asked).fetchall() == [("Copper Lantern", "", "")]
    assert len(rows(ledger)) == len(taken(STORIES[0]).reading.claims)


def fate(*told: dict[str, Any], as_of: date = date(2025, 9, 1)) -> str:
    """Return the state-deciding word of a made-up show whose first season began on 5 March 2025."""
    begun = made_up.dated("imdb:tt9000001", 1, date(2025, 3, 5))
    opened = made_up.facts(begun, *told)
    panel.prepare(opened)
    return str(panel.latest(opened, as_of, ["imdb:tt9000001"])["fate"][0])


def news(predicate: str, season: int | None, value: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up row from an article of 3 June 2025."""
    known_on = more.pop("known_on", PUBLISHED)
    return made_up.claim("imdb:tt9000001", predicate, value, known_on, season=season, source="news", **more)


@pytest.mark.parametrize("modality", ["plan", "hope", "rumour", "denial", "hypothetical"])
def test_only_an_event_in_an_article_changes_a_state(modality: str) -> None:
    """A plan, a hope, a rumour, a denial and a possibility are shown, and decide nothing."""
    assert fate(news("renewed", 1, "2")) == "renewed"
    assert fate(news("renewed", 1, "2", modality=modality)) == ""


def test_limbo_in_an_article_decides_nothing() -> None:
    """Nor does it undo what has been decided."""
    assert fate(news("in_limbo", 1, "2")) == ""
    assert fate(news("in_limbo", 1, "2", known_on=date(2025, 7, 1)), news("renewed", 1, "2")) == "renewed"


def test_what_one_article_tells_without_days_has_its_order() -> None:
    """Renewed, then cancelled after all; cancelled, then saved elsewhere."""
    assert fate(news("renewed", 1, "2"), news("cancelled", 1, "1")) == "cancelled"
    assert fate(news("cancelled", 1, "1"), news("rescued", 1, "2", unit="Hulu")) == "rescued"


def test_a_decision_counts_from_when_it_was_taken_not_from_when_it_was_retold() -> None:
    """A late article about an early renewal does not undo the cancellation in between; nor is old news new."""
    day = date(2025, 4, 1)
    retold = news("renewed", 1, "2", valid_from=day, valid_to=day, known_on=date(2025, 8, 1))
    assert fate(retold, news("cancelled", 1, "1", valid_from=PUBLISHED, valid_to=PUBLISHED)) == "cancelled"
    early = date(2024, 4, 1)
    assert fate(news("renewed", None, "", valid_from=early, valid_to=early)) == ""


def test_an_open_date_sets_none() -> None:
    """What comes as early as the autumn may come at any time later."""
    begun = made_up.dated("imdb:tt9000001", 1, date(2025, 3, 5))
    first, last = date(2025, 10, 1), date(2025, 11, 30)
    plan = news("premiere_date", 2, "", valid_from=first, valid_to=last, modality="plan")
    for unit, sets in (("", True), ("or earlier", True), ("or later", False), ("about", False)):
        opened = made_up.facts(begun, plan | {"unit": unit})
        panel.prepare(opened)
        found = panel.latest(opened, date(2025, 9, 1), ["imdb:tt9000001"])["planned_from"].astype(object)[0]
        assert (found is not None) == sets


def test_a_reading_without_claims_lands_as_an_empty_batch(tmp_path: Path) -> None:
    """So that the same bytes are known to have been read."""
    ledger = Ledger.create(tmp_path / "ledger")
    nothing = Reading(Article(text="Nothing here.", sha256="0" * 64), ())
    each = articles.Read(Snapshot(name="n", content=b"Nothing here.", obtained_at=OBTAINED), nothing)
    assert articles.land(ledger, [each], author="test").claims == 0
    assert articles.land(ledger, [each], author="test").note
