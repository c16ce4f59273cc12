"""Where sources disagree, which value is taken and why; shows, papers and dates are made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cliffhanger.outlook import conflicts
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.facts import starter_models
from tests.facts import claim, dated, facts

if TYPE_CHECKING:
    from cliffhanger.outlook.dossier import Conflict

SHOW = "imdb:tt9000001"
DAY, LATER = date(2025, 6, 3), date(2025, 7, 1)


def news(predicate: str, value: str, known_on: date, publisher: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up claim of an article."""
    return claim(SHOW, predicate, value, known_on, source="news", publisher=publisher, claim_id=publisher, **more)


def disputed(*rows: dict[str, Any], as_of: date = LATER) -> tuple[Conflict, ...]:
    """Return where the rows disagree."""
    return conflicts.of(facts(*rows).connection, SHOW, as_of)


def test_of_dates_the_source_nearest_to_the_season_is_taken_as_the_forecast_takes_it() -> None:
    """The dossier's premiere and the value that is preferred are the same."""
    begun, other = date(2025, 3, 5), date(2025, 4, 20)
    rows = [
        dated(SHOW, 1, other, source="tvmaze"),
        dated(SHOW, 1, begun, source="tmdb"),
        claim(SHOW, "title", "X", DAY),
    ]
    (conflict,) = disputed(*rows)
    assert conflict.preferred == "2025-03-05 (The Movie Database (TMDB))"
    assert conflict.others == ("2025-04-20 (TVmaze)",)
    assert conflict.reason == "The Movie Database (TMDB) is taken: it lists the air date of every episode"
    dossier = Desk.open(facts(*rows), starter_models()).outlook(SHOW, LATER)
    assert dossier.premiere.first == begun
    assert dossier.conflicts == (conflict,)


def test_dates_within_a_week_agree() -> None:
    """Time zones and previews are no disagreement."""
    assert (
        disputed(dated(SHOW, 1, date(2025, 3, 5), source="tmdb"), dated(SHOW, 1, date(2025, 3, 12), source="tvmaze"))
        == ()
    )


@pytest.mark.parametrize("first", ["tmdb", "tvmaze"])
def test_of_what_may_change_the_latest_word_is_taken(first: str) -> None:
    """Whichever catalogue has it; the reason gives both days."""
    second = {"tmdb": "tvmaze", "tvmaze": "tmdb"}[first]
    (conflict,) = disputed(
        claim(SHOW, "status", "returning", DAY, source=first), claim(SHOW, "status", "ended", LATER, source=second)
    )
    assert conflict.preferred.startswith("ended (")
    assert conflict.reason.endswith("is the later word: of 1 July 2025, the other of 3 June 2025")


def test_of_two_papers_the_one_nearer_to_the_decision_is_taken() -> None:
    """By tier, and by day where the tiers are the same; a paper's own correction is no conflict."""
    window = {"season": 2, "valid_from": date(2026, 1, 1), "valid_to": date(2026, 1, 1)}
    other = {"season": 2, "valid_from": date(2026, 5, 1), "valid_to": date(2026, 5, 1)}
    (conflict,) = disputed(
        news("premiere_date", "2026-05-01", LATER, "The Post", **other),
        news("premiere_date", "2026-01-01", DAY, "Variety", **window),
    )
    assert conflict.preferred == "2026-01-01 (Variety)"
    assert conflict.reason == "Variety (trade press) stands nearer to the decision than The Post (other press)"
    (conflict,) = disputed(
        news("premiere_date", "2026-05-01", LATER, "The Post", **other),
        news("premiere_date", "2026-01-01", DAY, "The Echo", **window),
    )
    assert conflict.preferred == "2026-05-01 (The Post)"
    assert "is the later word" in conflict.reason
    assert disputed(
        news("premiere_date", "2026-05-01", LATER, "The Post", **other),
        news("premiere_date", "2026-01-01", DAY, "The Post", **window),
    ) == ()  # fmt: skip


def test_contrary_decisions_within_a_month_are_a_conflict_and_later_ones_a_development() -> None:
    """The later decision is taken, as the state is; a renewal and a cancellation of another season do not touch."""
    kept = news("renewed", "2", DAY, "Deadline", season=1)
    gone = news("cancelled", "1", date(2025, 6, 20), "Variety", season=1)
    (conflict,) = disputed(kept, gone)
    assert (conflict.about, conflict.what) == ("season 2", "decision")
    assert conflict.preferred == "cancelled: season 1 (Variety)"
    assert conflict.others == ("renewed: season 2 (Deadline)",)
    assert conflict.reason == "it is the later decision: 20 June 2025, the other 3 June 2025"
    assert disputed(kept, gone | {"known_on": date(2025, 9, 1)}, as_of=date(2025, 10, 1)) == ()
    assert disputed(kept, gone | {"season": 2, "value": "2"}) == ()
    assert disputed(kept, gone | {"modality": "rumour"}) == ()


def test_nothing_disagrees_before_it_is_known() -> None:
    """Law 1."""
    rows = (
        claim(SHOW, "status", "returning", DAY, source="tmdb"),
        claim(SHOW, "status", "ended", LATER, source="tvmaze"),
    )
    assert disputed(*rows, as_of=date(2025, 6, 30)) == ()
