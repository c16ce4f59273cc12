"""The dossier on one show: frozen objects, filled before anything is printed or served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.domain.forecast import Forecast
    from cliffhanger.domain.show import Show


@dataclass(frozen=True, slots=True)
class Silence:
    """The odds if nothing is heard for some months more.

    Attributes:
        months: months of further silence.
        day: the day that would be.
        p_renewed: probability of a next season then.
    """

    months: int
    day: date
    p_renewed: float


@dataclass(frozen=True, slots=True)
class Driver:
    """One reason, and what it does to the odds.

    Attributes:
        name: short name of the group.
        points: change of the probability, in probability points (0.03 is three points).
        because: the reason in words, with its figures.
    """

    name: str
    points: float
    because: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that may yet become known, and the odds then.

    Attributes:
        what: it, in words.
        p_renewed: probability of an order with it.
    """

    what: str
    p_renewed: float


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another show as it stood at the same age, and what became of it.

    Attributes:
        title: its title.
        show: its id.
        season: the season it stood at.
        platform: its platform, or empty.
        premiere: when that season began.
        returned: when its next season premiered, or None.
        roughly: whether that day is an estimate.
        decided: what was announced ("renewed", "cancelled", "ending"), or empty.
        decided_on: when that was announced, or None.
        likeness: 0 to 1.
    """

    title: str
    show: str
    season: int
    platform: str
    premiere: date
    returned: date | None
    roughly: bool
    decided: str
    decided_on: date | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Relative:
    """A show that this one comes from, or that comes from it.

    Attributes:
        title: its title.
        show: its id.
        relation: how it is related, in words.
        seasons: seasons that had premiered by the day asked about.
        first: first year, or None.
        last: year of its last episode where it had ended, or None while it goes on or nobody says.
        source: who says that they are related.
        ties: pairs of ids, a show and the one it came of, for each tie that this show has.
    """

    title: str
    show: str
    relation: str
    seasons: int
    first: int | None
    last: int | None
    source: str
    ties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InCommon:
    """A person who made or played in this show and in others.

    Attributes:
        person: their name.
        what: what they are to this show ("created by", "cast").
        shows: the other shows, each (id, title).
    """

    person: str
    what: str
    shows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What critics or viewers gave, in one system.

    Attributes:
        system: the system's name.
        value: the score, in words.
        season: the season, or None for the series.
        reviews: on how many reviews or votes it rests, or None where nobody says.
        rule: how its owner computes it.
        source: who reported it.
        known_on: since when it was known.
    """

    system: str
    value: str
    season: int | None
    reviews: int | None
    rule: str
    source: str
    known_on: date


@dataclass(frozen=True, slots=True)
class OnList:
    """A season's weeks on one weekly list.

    Attributes:
        source: who publishes it.
        name: the list's name.
        season: the season, or None where the list names the series alone.
        first: last day of the first week.
        last: last day of the last week.
        weeks: in how many weeks.
        best: the highest place.
        in_a_row: most weeks without one between them.
        at_1: weeks at number one.
        at_1_in_a_row: most of them in a row.
    """

    source: str
    name: str
    season: int | None
    first: date
    last: date
    weeks: int
    best: int
    in_a_row: int
    at_1: int
    at_1_in_a_row: int


@dataclass(frozen=True, slots=True)
class Place:
    """How a season was rated, as a place among followed seasons.

    Attributes:
        season: the season.
        percentile: percent of followed seasons that were rated lower.
        known_on: the day of the ratings.
    """

    season: int
    percentile: float
    known_on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact with its source.

    Attributes:
        about: what it is about: the series, or a season.
        what: the predicate or metric, in words.
        value: its value, in words.
        source: who said so.
        known_on: since when it was known.
        url: where to look it up, or empty.
        season: the season, or None.
        claim_id: the claim's id, or empty for a measurement.
    """

    about: str
    what: str
    value: str
    source: str
    known_on: date
    url: str
    season: int | None
    claim_id: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, in their own words.

    Attributes:
        said_on: the day on which it was first published.
        speaker: who said it, or empty.
        role: the speaker's part in the show, or empty.
        commitment: how far that commits to a return (a word of the vocabulary), or empty.
        words: the quotation, verbatim, in the pieces in which it was given.
        outlet: to whom it was said, or empty.
        season: the season that it is about, or None.
        source: who published it first.
        url: where to look it up, or empty.
        articles: how many articles have it.
        origins: how many stories those are; copies of one story are one.
        claim_ids: the claims of the first article.
    """

    said_on: date
    speaker: str
    role: str
    commitment: str
    words: tuple[str, ...]
    outlet: str
    season: int | None
    source: str
    url: str
    articles: int
    origins: int
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles have told of a show.

    Attributes:
        articles: articles that were read.
        origins: how many stories those are; copies of one story are one.
    """

    articles: int = 0
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that say different things.

    Attributes:
        about: what they speak of.
        what: the predicate, in words.
        preferred: the value taken, with its source.
        others: the other values, each with its source.
        reason: why the first is preferred.
    """

    about: str
    what: str
    preferred: str
    others: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What simpler methods say.

    Attributes:
        name: the method.
        says: its answer, in words.
    """

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is said about one show on one day.

    Attributes:
        show: the show and its seasons, as known on the day.
        forecast: the odds.
        verdict: the answer in one sentence.
        premiere: when the season asked about began.
        signs: what hints at a next season, or against it, without deciding it.
        planned: the date that has been set for the next season, or None.
        window: plausible premiere of the next season, given that there is one (50 % range).
        wide_window: the same at 90 %.
        decision_by: day by which four of five such decisions have been announced, or None.
        silence: the odds if nothing is heard.
        changes: what would change the odds.
        base_rate: the typical show's odds, from which the drivers start.
        base_rate_of: what that typical show is, in words.
        drivers: the reasons, strongest first; their points add up from the base rate to the forecast.
        look_alikes: other shows at the same age.
        line: relatives.
        in_common: people whom other shows have, too.
        scores: review scores, a system each.
        places: how its seasons were rated, in their order.
        on_lists: its weeks on weekly lists.
        evidence: every fact, with its source, but for what people say.
        statements: what people say, in order of the day.
        coverage: how many articles tell of the show, and how many stories they are.
        conflicts: where sources disagree.
        baselines: what simpler methods say.
        missing: what is not known and would help.
        data_known_to: last day of the data.
    """

    show: Show
    forecast: Forecast
    verdict: str
    premiere: PartialDate
    signs: tuple[str, ...]
    planned: PartialDate | None
    window: tuple[date, date]
    wide_window: tuple[date, date]
    decision_by: date | None
    silence: tuple[Silence, ...]
    changes: tuple[Change, ...]
    base_rate: float
    base_rate_of: str
    drivers: tuple[Driver, ...]
    look_alikes: tuple[LookAlike, ...]
    line: tuple[Relative, ...]
    in_common: tuple[InCommon, ...]
    scores: tuple[Score, ...]
    places: tuple[Place, ...]
    on_lists: tuple[OnList, ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    coverage: Coverage
    conflicts: tuple[Conflict, ...]
    baselines: tuple[Baseline, ...]
    missing: tuple[str, ...]
    data_known_to: date
