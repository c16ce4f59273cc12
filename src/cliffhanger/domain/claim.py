"""Claims, observations and identity judgements: the rows that the ledger keeps.

A claim can be said aloud: "source S said, known since K, that SUBJECT's
PREDICATE was VALUE, valid from .. to ..". Nothing is updated: a correction or
a retraction is a new row.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from cliffhanger.domain.ids import key_of, subject_id
from cliffhanger.domain.vocabulary import Modality

if TYPE_CHECKING:
    from datetime import date, datetime

    from cliffhanger.domain.vocabulary import Metric, Predicate, Verdict


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text, verbatim.

    Attributes:
        start: offset of the first character.
        end: offset behind the last character.
        text: the characters themselves.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement by one source.

    Attributes:
        source: name of the source.
        show: id of the show, in the source's own authority.
        season: season number, or None where the claim is about the series.
        episode: episode number, or None.
        predicate: what is said.
        value: what it was said to be; for date predicates the ISO form of the interval.
        unit: unit or qualifier of the value (a score's system, a person's role), or empty.
        valid_from: first day on which it holds; for dates the interval's first day.
        valid_to: last day, likewise.
        known_at: from when an honest forecaster could have used it.
        wording: the source's own words, where they say more than the value.
        modality: event, plan, hope, rumour, denial or hypothetical.
        span: where the words stand in a text.
        retracts: id of the claim that this one takes back, or empty.
        publisher: who published it, where that is not the source itself (an article's site).
        url: where a person can look it up, or empty.
        speaker: who is quoted, or empty.
        role: the speaker's or the named person's part in the show, or empty.
        outlet: to whom the speaker said it, or empty.
        commitment: how far the speaker commits to a return, a word of
            :class:`~cliffhanger.domain.vocabulary.Commitment`, or empty.
        platform: the platform that acts or is meant, by its name in the vocabulary, or empty.
        reason: the reason given, in the source's words, or empty.
        origin: fingerprint of the text that says it, by which copies of one story are known, or empty.
    """

    source: str
    show: str
    predicate: Predicate
    value: str
    known_at: datetime
    season: int | None = None
    episode: int | None = None
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    wording: str = ""
    modality: Modality = Modality.EVENT
    span: Span | None = None
    retracts: str = ""
    publisher: str = ""
    url: str = ""
    speaker: str = ""
    role: str = ""
    outlet: str = ""
    commitment: str = ""
    platform: str = ""
    reason: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        """Refuse an episode that belongs to no season."""
        if self.episode is not None and self.season is None:
            msg = f"{self.show}: episode {self.episode} without a season"
            raise ValueError(msg)

    @property
    def subject(self) -> str:
        """Id of what the claim speaks of."""
        return subject_id(self.show, self.season, self.episode)

    @property
    def id(self) -> str:
        """Hash of everything the claim says; the same statement always has the same id.

        What only texts say (from ``speaker`` on) is hashed where any of it is said.
        """
        parts: tuple[object, ...] = (
            self.source, self.subject, self.predicate, self.value, self.unit, self.valid_from, self.valid_to,
            self.known_at.astimezone(UTC).isoformat(), self.wording, self.modality, self.span, self.retracts,
            self.publisher, self.url,
        )  # fmt: skip
        said = (self.speaker, self.role, self.outlet, self.commitment, self.platform, self.reason, self.origin)
        if any(said):
            parts += said
        return hashlib.sha256(key_of(*("" if p is None else str(p) for p in parts)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A number in time, with the same provenance as a claim.

    Attributes:
        source: name of the source.
        show: id of the show, in the source's own authority.
        season: season number, or None.
        episode: episode number, or None.
        metric: what is measured; :class:`~cliffhanger.domain.vocabulary.Metric` gives the unit.
        value: the number.
        scope: chart, territory or cohort that the number belongs to, or empty.
        period_start: first day measured, or None for a standing count.
        period_end: last day measured.
        known_at: from when an honest forecaster could have used it.
    """

    source: str
    show: str
    metric: Metric
    value: float
    known_at: datetime
    season: int | None = None
    episode: int | None = None
    scope: str = ""
    period_start: date | None = None
    period_end: date | None = None

    @property
    def subject(self) -> str:
        """Id of what was measured."""
        return subject_id(self.show, self.season, self.episode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Somebody's verdict that two ids name the same show, or do not.

    It is a statement about names, not about the world, and can be reversed by
    a later one on the same pair.

    Attributes:
        left: the id to be resolved, in a source's own authority.
        right: the id it is, or is not, the same show as.
        verdict: same or different.
        method: how the verdict was reached.
        confidence: 0 to 1.
        author: who or what judged.
        judged_at: when.
        evidence: what it rests on, for people.
    """

    left: str
    right: str
    verdict: Verdict
    method: str
    confidence: float
    author: str
    judged_at: datetime
    evidence: str = ""
