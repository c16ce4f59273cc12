"""Claims, whose ids are hashes of all they say, and snapshots, whose bytes are pinned first."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cliffhanger.domain.claim import Claim, Observation, Span
from cliffhanger.domain.source import Snapshot
from cliffhanger.domain.vocabulary import Metric, Modality, Predicate

KNOWN = datetime(2025, 7, 25, tzinfo=UTC)
# A made-up claim about a made-up show.
CLAIM = Claim(source="wire", show="wire:made-up", predicate=Predicate.PREMIERE_DATE, value="2026", known_at=KNOWN)

# Another value for every field: a claim that differs in any one of them is another claim.
OTHERS: dict[str, Any] = {
    "source": "post",
    "show": "wire:made-up-too",
    "predicate": Predicate.FINALE_DATE,
    "value": "2027",
    "known_at": datetime(2025, 7, 26, tzinfo=UTC),
    "season": 2,
    "unit": "day",
    "valid_from": date(2026, 1, 1),
    "valid_to": date(2026, 12, 31),
    "wording": "next year",
    "modality": Modality.PLAN,
    "span": Span(3, 12, "next year"),
    "retracts": "0" * 32,
    "publisher": "The Made-Up Post",
    "url": "https://example.org/made-up",
    "speaker": "A. Made-Up",
    "role": "showrunner",
    "outlet": "The Made-Up Post",
    "commitment": "hope",
    "platform": "Netflix",
    "reason": "made-up reasons",
    "origin": "w3.1.AAAAAA",
}

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("+%/: "), max_size=8)
claims = st.builds(
    Claim,
    source=st.sampled_from(["wire", "post"]),
    show=st.sampled_from(["wire:a", "wire:b"]),
    season=st.none() | st.integers(1, 2),
    predicate=st.sampled_from([Predicate.STATEMENT, Predicate.STATUS]),
    value=texts,
    unit=texts,
    known_at=st.sampled_from([KNOWN, datetime(2025, 7, 26, tzinfo=UTC)]),
    wording=texts,
    span=st.none() | st.builds(Span, st.integers(0, 2), st.integers(3, 5), texts),
    publisher=texts,
    speaker=texts,
    reason=texts,
)
contents = st.binary(max_size=64)


@given(claims, claims)
def test_claims_share_an_id_only_if_they_say_the_same(one: Claim, other: Claim) -> None:
    """The same statement always has the same id, and no other statement has it."""
    assert (one.id == other.id) == (one == other)


@pytest.mark.parametrize("field", sorted(OTHERS))
def test_every_field_of_a_claim_counts(field: str) -> None:
    """A claim that differs in one field only is another claim."""
    assert replace(CLAIM, **{field: OTHERS[field]}).id != CLAIM.id


def test_an_episode_counts() -> None:
    """Two episodes of a season are two subjects."""
    first, second = (replace(CLAIM, season=1, episode=number) for number in (1, 2))
    assert (first.subject, second.subject) == ("wire:made-up/s1/e1", "wire:made-up/s1/e2")
    assert first.id != second.id


def test_every_field_is_tried_here() -> None:
    """A field added to the claim must be told apart above."""
    assert {field.name for field in fields(Claim)} == OTHERS.keys() | {"episode"}


@given(texts, texts)
def test_text_never_moves_from_one_field_to_the_next(one: str, other: str) -> None:
    """What is "ab" beside "c" is not "a" beside "bc"."""
    assume(one != other)
    assert replace(CLAIM, value=one, unit=other).id != replace(CLAIM, value=other, unit=one).id
    assert replace(CLAIM, value=one + other, unit="").id != replace(CLAIM, value="", unit=one + other).id


def test_an_id_does_not_change_between_runs() -> None:
    """An id written to a ledger is found again by a later run."""
    said = "wire+wire%3Amade-up+premiere_date+2026++++2025-07-25T00%3A00%3A00%2B00%3A00++event++++"
    assert CLAIM.id == hashlib.sha256(said.encode()).hexdigest()[:32]


def test_a_claim_cannot_be_changed() -> None:
    """Nothing is updated: a correction is another claim."""
    with pytest.raises(FrozenInstanceError):
        CLAIM.value = "2027"  # type: ignore[misc]  # the assignment is what must fail


def test_an_observation_names_what_was_measured() -> None:
    """A number of a season belongs to the season, not to its show."""
    seen = Observation(source="wire", show="wire:made-up", season=2, metric=Metric.WEEKLY_RANK, value=1, known_at=KNOWN)
    assert seen.subject == "wire:made-up/s2"


@given(contents)
def test_bytes_are_pinned_by_their_hash(content: bytes) -> None:
    """Law 6: a snapshot knows the hash and the size of its bytes, and hands out exactly those."""
    snapshot = Snapshot("made-up.tsv", content, KNOWN)
    assert snapshot.sha256 == hashlib.sha256(content).hexdigest()
    assert snapshot.size == len(content)
    assert snapshot.open().read() == content
    assert snapshot.open().read() == content


@given(contents, contents)
def test_a_hash_that_was_handed_in_must_be_that_of_the_bytes(content: bytes, pinned: bytes) -> None:
    """Law 6: bytes that are not those that were pinned are refused."""
    sha256 = hashlib.sha256(pinned).hexdigest()
    if content == pinned:
        assert Snapshot("made-up.tsv", content, KNOWN, sha256=sha256).sha256 == sha256
    else:
        with pytest.raises(ValueError, match=sha256):
            Snapshot("made-up.tsv", content, KNOWN, sha256=sha256)


def test_a_snapshot_does_not_print_its_bytes() -> None:
    """A log line names the file and its hash, never its content."""
    snapshot = Snapshot("made-up.tsv", b"a secret line", KNOWN)
    assert "secret" not in repr(snapshot)
    assert snapshot.sha256 in repr(snapshot)
