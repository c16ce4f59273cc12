"""Articles written for these tests, each with what a careful reader finds in it.

Beside each article in ``articles/`` stands a JSON file of the same name:

- ``published``: the day of publication. A plain text is read with it; a page must tell it itself.
- ``about``: what the article proves; it begins with "Made-up" where shows, people and outlets are invented.
- ``claims``: what must be found. An entry matches a claim that agrees with each field it has; ``from`` and ``to`` are
  the first and last day, ``details`` may leave some out, ``season: null`` is the series. Where ``modality`` is left
  out, a fate is an event, and a date an event or a plan; a list leaves a choice.
- ``missed``: what a careful reader finds and this reader does not. That is asserted too, so that an entry moves to
  ``claims`` as soon as the reader learns it.
- ``never``: what must not be found.
- ``allowed``: fates and dates that may be found or missed, since careful readers differ on them.

A fate or a date that is neither expected nor allowed is an error too; of other predicates more may be found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cliffhanger.domain.vocabulary import FATES, Predicate
from tests.reader.judging import DATES, FOLDER, PAGES, catalogue, expects, labels, matches, reading, said

if TYPE_CHECKING:
    from pathlib import Path

FEWEST = 44

each_article = pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])


@each_article
def test_everything_expected_is_found(path: Path) -> None:
    """Each labelled claim is among the claims."""
    claims = reading(path).claims
    missing = [label for label in labels(path)["claims"] if not any(expects(claim, label) for claim in claims)]
    assert missing == []


@each_article
def test_what_is_said_to_be_missed_is(path: Path) -> None:
    """What the reader has learned since is no longer among what it misses."""
    claims = reading(path).claims
    learned = [label for label in labels(path).get("missed", []) if any(expects(claim, label) for claim in claims)]
    assert learned == []


@each_article
def test_no_other_fate_or_date_is_found(path: Path) -> None:
    """Each fate and date that is found is labelled as expected or as allowed."""
    wanted, allowed = labels(path)["claims"], labels(path).get("allowed", [])
    extra = [
        said(claim)
        for claim in reading(path).claims
        if claim.predicate in FATES | DATES
        and not any(expects(claim, label) for label in wanted)
        and not any(matches(claim, label) for label in allowed)
    ]
    assert extra == []


@each_article
def test_nothing_forbidden_is_found(path: Path) -> None:
    """No claim is of a kind that the labels rule out."""
    never = labels(path)["never"]
    wrong = [said(claim) for claim in reading(path).claims if any(matches(claim, label) for label in never)]
    assert wrong == []


@each_article
def test_every_span_stands_in_the_article(path: Path) -> None:
    """A span is the words at its offsets, and a quotation is its span."""
    found = reading(path)
    for claim in found.claims:
        if claim.span is None:
            continue
        text = found.article.title if claim.in_title else found.article.text
        assert text[claim.span.start : claim.span.end] == claim.span.text
        if claim.predicate == Predicate.STATEMENT:
            assert claim.value == claim.span.text


@each_article
def test_the_day_of_publication_is_known(path: Path) -> None:
    """A page tells the day of its publication; that of a text is given."""
    published = reading(path).article.published
    assert published is not None
    assert published.isoformat() == labels(path)["published"]


@each_article
def test_labels_are_sound(path: Path) -> None:
    """Labels name shows of the catalogue, predicates of the vocabulary, and contradict themselves nowhere."""
    label = labels(path)
    assert set(label) <= {"published", "about", "claims", "missed", "never", "allowed"}
    fields = {
        "subject", "predicate", "season", "value", "unit", "from", "to", "modality", "platform", "reason", "speaker",
        "role", "outlet", "commitment", "details",
    }  # fmt: skip
    for entry in [*label["claims"], *label.get("missed", []), *label["never"], *label.get("allowed", [])]:
        assert set(entry) <= fields
        assert entry.get("predicate", "renewed") in set(Predicate)
    for entry in [*label["claims"], *label.get("missed", [])]:
        assert catalogue().exactly(entry["subject"])[0].title == entry["subject"]
        assert not any(never.items() <= entry.items() for never in label["never"])


def test_there_are_enough_articles() -> None:
    """Texts and pages, and each has its labels."""
    assert len(PAGES) >= FEWEST
    assert {path.with_suffix(".json") for path in PAGES} == set(FOLDER.glob("*.json"))
