"""An event: something that has changed, with its sentence, its evidence and an id that never changes."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.ids import key_of
from cliffhanger.domain.vocabulary import Tier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cliffhanger.outlook.dossier import Conflict, Evidence


class Kind(StrEnum):
    """What can happen to a show, in the order in which events of one day are told."""

    STATE = "state changed"
    DATE_SET = "date set"
    DATE_MOVED = "date moved"
    ODDS = "odds moved"
    WAVERED = "status wavered"
    STATEMENT = "new statement"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on a change is an event.

    Attributes:
        points: probability points by which the odds have to move.
        silence: months of silence of which each is told once.
        tiers: whose statements are told.
    """

    points: float = 5.0
    silence: tuple[int, ...] = (6, 12)
    tiers: frozenset[Tier] = frozenset(Tier) - {Tier.RUMOUR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that has changed.

    Attributes:
        show: the show's id.
        title: its title.
        season: the season it is about.
        kind: what kind of change it is.
        what: the change in a few words, the same for the same change.
        day: since when it was known; of odds, the later of the two days compared.
        sentence: the change in plain English.
        before: how it stood before, in a word or two, or empty.
        after: how it stands now.
        p_before: probability of a next season before, or None where it was about another season.
        p: the same now.
        estimated: whether it rests on an estimated date.
        tier: of a statement, how near whoever said it stands to the decision, or None.
        key_day: the day that tells it from others of the same words, or None where there can be only one.
        claims: ids of the claims that it rests on.
        evidence: these claims, with source and address.
        conflicts: where sources disagree on it, and which is preferred for what reason.
    """

    show: str
    title: str
    season: int
    kind: Kind
    what: str
    day: date
    sentence: str
    before: str = ""
    after: str = ""
    p_before: float | None = None
    p: float | None = None
    estimated: bool = False
    tier: Tier | None = None
    key_day: date | None = None
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    conflicts: tuple[Conflict, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """Hash of show, kind, change and day: the same whenever and however often the change is found."""
        day = self.key_day.isoformat() if self.key_day else ""
        return hashlib.sha256(key_of(self.show, self.kind, self.what, day).encode()).hexdigest()[:32]

    def plain(self) -> dict[str, Any]:
        """Return the event as what JSON can hold, as every front prints, serves and sends it."""
        return {
            "id": self.id,
            "kind": str(self.kind),
            "day": self.day.isoformat(),
            "show": self.show,
            "title": self.title,
            "season": self.season,
            "sentence": self.sentence,
            "before": self.before,
            "after": self.after,
            "p_before": self.p_before if self.p_before is None else round(self.p_before, 6),
            "p": self.p if self.p is None else round(self.p, 6),
            "estimated": self.estimated,
            "tier": None if self.tier is None else str(self.tier),
            "evidence": [asdict(one) | {"known_on": one.known_on.isoformat()} for one in self.evidence],
            "conflicts": [asdict(one) | {"others": list(one.others)} for one in self.conflicts],
        }

    @property
    def order(self) -> tuple[date, str, int, str]:
        """By what events are put in order: day, title, kind, change."""
        return self.day, self.title, list(Kind).index(self.kind), self.what


def in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return events in order of day, title and kind; one that was found twice stands once."""
    return tuple(sorted({event.id: event for event in events}.values(), key=lambda event: event.order))


def proven(event: Event, evidence: Sequence[Evidence], conflicts: Sequence[Conflict] = ()) -> Event:
    """Return an event with its evidence."""
    return replace(event, evidence=tuple(evidence), conflicts=tuple(conflicts))
