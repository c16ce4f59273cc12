"""What one record says of one show: claims, numbers and declared ids, with the source and the instant put in once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.claim import Claim, Judgement, Observation
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.ids import show_id
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import Modality, Predicate, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from cliffhanger.domain.vocabulary import Metric


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things of one show.

    Attributes:
        source: the source's name.
        show: the show's id, in the source's authority.
        known_at: when the record was obtained: what it says may be used from then on.
        url: where a person can look it up, or empty.
    """

    source: str
    show: str
    known_at: datetime
    url: str = ""

    def claim(self, predicate: Predicate, value: str, **more: Any) -> Iterator[Claim]:  # noqa: ANN401 - a claim's other fields
        """Yield a claim, unless its value is empty."""
        if value:
            known: dict[str, Any] = {"known_at": self.known_at, "url": self.url} | more
            yield Claim(source=self.source, show=self.show, predicate=predicate, value=value, **known)

    def dated(
        self, predicate: Predicate, day: date | None, *, season: int | None = None, episode: int | None = None
    ) -> Iterator[Claim]:
        """Yield the claim of a day: what aired was known on its day, and a day to come is a plan."""
        if day is None:
            return
        ahead = start_of(day) > self.known_at
        yield from self.claim(
            predicate,
            day.isoformat(),
            season=season,
            episode=episode,
            valid_from=day,
            valid_to=day,
            known_at=min(start_of(day), self.known_at),
            modality=Modality.PLAN if ahead else Modality.EVENT,
        )

    def network(self, name: str) -> Iterator[Claim]:
        """Yield the claim of a network or platform, by the name that all sources share."""
        known = canonical(name) if name else ""
        yield from self.claim(Predicate.NETWORK, known, wording=name if name != known else "")

    def observe(self, metric: Metric, value: float | None, **more: Any) -> Iterator[Observation]:  # noqa: ANN401 - an observation's other fields
        """Yield a number, unless there is none."""
        if value is not None:
            known: dict[str, Any] = {"known_at": self.known_at} | more
            yield Observation(source=self.source, show=self.show, metric=metric, value=value, **known)

    def declares(self, imdb: str, *, evidence: str) -> Iterator[Judgement]:
        """Yield the source's own word that its show is one of IMDb's, unless it names none."""
        if imdb:
            yield same(self.show, imdb, author=self.source, at=self.known_at, evidence=evidence)


def same(left: str, imdb: str, *, author: str, at: datetime, evidence: str) -> Judgement:
    """Return a source's word that an id names the same show as one of IMDb's."""
    return Judgement(
        left=left,
        right=show_id("imdb", imdb),
        verdict=Verdict.SAME,
        method="declared id",
        confidence=0.99,
        author=author,
        judged_at=at,
        evidence=evidence,
    )
