"""What has changed between two days: events in order, each with its evidence.

Two views of a show are compared (:mod:`.views`, :mod:`.compare`), both read as
they were known on their days. What one piece of news brings about is one
event: a renewal that moves the odds raises no second event for the odds, and
a date that implies an order none for the state.

Only what is told as an event can change a state: rumours, hopes and plans
cannot, and neither can a publisher of rumours alone (:mod:`.settled`). A
catalogue's word counts once it has stood for a week; one that goes away and
comes back is told as one event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Tier
from cliffhanger.outlook import event_words, evidence, statements, tiers
from cliffhanger.outlook.compare import compare
from cliffhanger.outlook.dossier import Evidence
from cliffhanger.outlook.event import Event, Kind, Thresholds, in_order, proven
from cliffhanger.outlook.proofs import prove
from cliffhanger.outlook.settled import Waver, settled, wavers
from cliffhanger.outlook.views import View, views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.dossier import Statement

__all__ = ["Event", "Kind", "Thresholds", "Watching", "changes"]


@dataclass(frozen=True, slots=True)
class Watching:
    """A desk over the facts as alerts read them, and from when on a change is an event.

    Attributes:
        desk: the desk as it was given, over all claims.
        settled: the same over what has settled.
        thresholds: from when on a change is an event.
    """

    desk: Desk
    settled: Desk
    thresholds: Thresholds

    @classmethod
    def of(cls, desk: Desk, thresholds: Thresholds) -> Watching:
        """Watch over a desk's facts, which takes about a second to prepare."""
        return cls(desk, settled(desk), thresholds)

    def seen(self, day: date, shows: Sequence[str] | None = None) -> dict[str, View]:
        """Return every show (or some) as it stood on a day."""
        return views(self.settled, day, shows, wavers(self.desk.facts.connection, day))

    def events(self, before: Mapping[str, View], after: Mapping[str, View], until: date) -> tuple[Event, ...]:
        """Return what has changed between views, in order of the day.

        Args:
            before: the earlier views, by show; each may be of another day.
            after: the later ones.
            until: the day of the later ones.
        """
        found = [event for show, view in after.items() for event in compare(before.get(show), view, self.thresholds)]
        found += self._wavered(before, after, until)
        found += self._said(before, after, until)
        return in_order(prove(self.settled.facts.connection, found, before, until))

    def _wavered(self, before: Mapping[str, View], after: Mapping[str, View], until: date) -> Iterator[Event]:
        wanted = {
            (show, key) for show, view in after.items() if show in before
            for key in view.wavers if key not in before[show].wavers
        }  # fmt: skip
        if not wanted:
            return
        connection = self.desk.facts.connection
        for waver in wavers(connection, until):
            if (waver.show, waver.key) in wanted:
                told = evidence.known(connection, [waver.show], until)[waver.show]
                proof = [k.evidence for k in told if k.evidence.claim_id in waver.claim_ids]
                yield proven(_of_waver(after[waver.show], waver, before[waver.show].day), proof)

    def _said(self, before: Mapping[str, View], after: Mapping[str, View], until: date) -> Iterator[Event]:
        connection = self.desk.facts.connection
        for show, view in after.items():
            old = set(before[show].statements) if show in before else None
            if old is None or not set(view.statements) - old:
                continue
            for said in statements.gather(connection, show, until):
                # A copy of what was said before is nothing new: its first telling stands, with its claims.
                if not old.intersection(said.claim_ids):
                    tier = self._tier(said)
                    if tier in self.thresholds.tiers:
                        yield _of_statement(view, said, tier, before[show].day)

    def _tier(self, said: Statement) -> Tier:
        row = self.desk.facts.connection.execute(
            "SELECT source, publisher, modality FROM claims WHERE claim_id = $claim LIMIT 1",
            {"claim": said.claim_ids[0]},
        ).fetchone()
        source, publisher, modality = row or ("", said.source, Modality.EVENT)
        return tiers.of_statement(
            source=source, publisher=publisher, speaker=said.speaker, role=said.role, modality=modality
        )


def changes(
    desk: Desk,
    since: date,
    until: date,
    shows: Sequence[str] | None = None,
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - frozen
) -> tuple[Event, ...]:
    """Return what has changed between two days, in order of the day.

    Both days are seen by what was known on them; facts that came to the ledger
    late, but were known before ``since``, are no change. Costs two forecast
    runs over the shows that are asked about.

    Args:
        desk: answers from any facts.
        since: the day that was seen last; its own news is not told again.
        until: the day that is seen now.
        shows: ids, or None for all.
        thresholds: from when on a change is an event.

    Raises:
        ValueError: where ``since`` is not before ``until``.
    """
    if since >= until:
        msg = f"since {since} is not before until {until}"
        raise ValueError(msg)
    watching = Watching.of(desk, thresholds)
    return watching.events(watching.seen(since, shows), watching.seen(until, shows), until)


def _of_waver(view: View, waver: Waver, since: date) -> Event:
    later = [day for day in waver.days if since < day <= view.day]
    return Event(
        show=view.show, title=view.title, season=view.season + 1, kind=Kind.WAVERED,
        what=f"{waver.source} since {waver.first}", day=later[-1] if later else view.day,
        sentence=event_words.wavered(view, waver), before=waver.home, after=waver.words[-1], p=view.p,
        claims=waver.claim_ids,
    )  # fmt: skip


def _of_statement(view: View, said: Statement, tier: Tier, since: date) -> Event:
    words_said = " … ".join(said.words)
    event = Event(
        show=view.show, title=view.title, season=said.season or view.season + 1, kind=Kind.STATEMENT,
        what=f"{said.speaker}: {words_said}", day=said.said_on if said.said_on > since else view.day,
        sentence=event_words.statement(view, said, tier), after=said.commitment, p=view.p, tier=tier,
        key_day=said.said_on, claims=said.claim_ids,
    )  # fmt: skip
    return proven(event, [
        Evidence(
            about="series" if said.season is None else f"season {said.season}", what="statement", value=words_said,
            source=said.source, known_on=said.said_on, url=said.url, season=said.season, claim_id=said.claim_ids[0],
        )
    ])  # fmt: skip
