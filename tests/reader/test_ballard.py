"""The reader on a real article, beside what a careful reader wrote down of it; facts only, none of its sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.obtain import article
from cliffhanger.reader.read import read
from tests.reader.judging import HERE, matches, said, starter, widened

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.reader.claims import Reading
    from tests.reader.judging import Expected

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def found(shared: Path) -> Reading:
    """Read the article, which does not say when it was published."""
    path = shared / "articles" / "ballard-2025-07.txt"
    return read(article(path.read_bytes(), name=path.name), starter())


def expected(found: Reading, *, firm: bool) -> list[Expected]:
    """Return the labels that must be found, or all of them."""
    labels = json.loads((HERE / "ballard_expected.json").read_text(encoding="utf-8"))
    return [widened(label, found.article.text) for label in labels if not (firm and label.get("either"))]


def test_everything_expected_is_found(found: Reading) -> None:
    """With the right value, season, speaker, dates and modality."""
    missing = [
        label for label in expected(found, firm=True) if not any(matches(claim, label) for claim in found.claims)
    ]
    assert missing == []


def test_nothing_else_is_found(found: Reading) -> None:
    """Each claim is one that was expected, or that careful readers differ on."""
    labels = expected(found, firm=False)
    extra = [said(claim) for claim in found.claims if not any(matches(claim, label) for label in labels)]
    assert extra == []


def test_quotations_and_spans_are_verbatim(found: Reading) -> None:
    """Character for character, and there are several."""
    text = found.article.text
    for claim in found.claims:
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.span.text
    quoted = [claim for claim in found.claims if claim.predicate is Predicate.STATEMENT]
    assert len(quoted) >= 3
    assert all(claim.span is not None and claim.value == claim.span.text for claim in quoted)
