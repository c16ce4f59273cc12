"""What a date is with which something begins or ends that lasts: a run, filming, a season in parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_kinds as kinds
from cliffhanger.reader import when_words as words
from cliffhanger.reader.when_date_of import Told, clause

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence

# "Was filmed in Mexico and premiered on D", "was shot there, where filming ended in D": the date is the last one's.
_ANOTHER_VERB = re.compile(
    r"\b(?:and|where|but|before)\s+(?:\w+\s+){0,2}?(?:premier\w+|debut\w+|launch\w+|air(?:s|ed)|releas\w+|arriv\w+|opened|began|started|ended|wrapped|concluded|finished)\b",
    re.IGNORECASE,
)


def in_parts(sentence: Sentence, place: int) -> list[Told]:
    """Return that a date is the first of a season in parts: "will come out in three parts: four episodes on D"."""
    parts = words.IN_PARTS.search(sentence.marked, 0, place)
    if parts is None:
        return []
    return [Told(Predicate.PREMIERE_DATE, parts.start(), place, clause(sentence, parts.start()))]


def bounded(sentence: Sentence, place: int) -> Told | None:
    """Return what a date is that something begins or ends with: "since its launch on D", "won't return until D"."""
    marked, lead = sentence.marked, clause(sentence, place)
    wording = sentence.date(place).date.wording.casefold()
    if words.ITS_START.search(marked, 0, place):
        return Told(Predicate.PREMIERE_DATE, place, place + 1, lead)
    since = words.RUNNING_SINCE.search(marked, lead, place) if wording.startswith("since") else None
    if since:
        predicate = Predicate.FILMING_START if since["film"] else Predicate.PREMIERE_DATE
        return Told(predicate, place, place + 1, lead, been=True)
    if words.WEEKDAYS_UNTIL.match(wording) and words.EPISODES_EACH.search(marked, 0, place):
        return Told(Predicate.FINALE_DATE, place, place + 1, lead, whole=True)
    if wording.startswith(("until", "through", "into")):
        lasts = _lasts(marked, place, lead)
        if lasts:
            return lasts
    return _not_before(marked, place, lead) if wording.startswith(("until", "before")) else None


def _lasts(marked: str, place: int, lead: int) -> Told | None:
    """Return what a date is until which something lasts: "the shoot will go on until D", "one a week until D"."""
    last = kinds.FILM_RUNS.search(marked, 0, place)
    if last:
        return Told(Predicate.FILMING_END, last.start("verb"), place + 1, lead)
    runs = words.RUNS.search(marked, 0, place)
    if runs:
        return Told(Predicate.FILMING_END if runs["film"] else Predicate.FINALE_DATE, place, place + 1, lead)
    weekly = words.WEEKLY.search(marked, 0, place)
    return Told(Predicate.FINALE_DATE, place, place + 1, lead) if weekly else None


def _not_before(marked: str, place: int, lead: int) -> Told | None:
    """Return what a date is until which nothing begins: "cameras won't roll until D", "won't return until D"."""
    if kinds.NEVER_BEFORE.search(marked, lead, place):
        return Told(Predicate.FILMING_START, place, place + 1, lead)
    until = words.NOT_UNTIL.search(marked, 0, place)
    return Told(Predicate.PREMIERE_DATE, until.start(), until.end(), lead) if until else None


def filmed(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date is of which something was filmed: the start and the end, or the start of what is to be."""
    lead = clause(sentence, place)
    film = kinds.FROM_TO.search(sentence.marked[lead:place])
    if film and _ANOTHER_VERB.search(film.group()):
        return []
    wording = sentence.date(place).date.wording
    ranged = words.RANGE.search(wording)
    since = kinds.FILMED_FROM.search(sentence.marked, lead, place)
    if since and not ranged and not wording.casefold().startswith("until"):
        return [Told(Predicate.FILMING_START, since.start(), place, since.start())]
    if (
        film
        and kinds.WILL_BE.match(film.group().lstrip())
        and words.WILL.search(sentence.marked, 0, lead + film.start() + 1)
    ):
        return [Told(Predicate.FILMING_START, lead + film.start(), place, lead)]
    if (
        film
        and kinds.WAS.match(film.group())
        and not words.OF_A_SHOW.search(sentence.marked, lead, lead + film.start())
    ):
        return []
    if not film or wording.casefold().startswith("until") or not (ranged or kinds.WAS.match(film.group())):
        return []
    both = (Predicate.FILMING_START, Predicate.FILMING_END)
    return [Told(predicate, lead + film.start(), place, lead, whole=ranged is not None) for predicate in both]


def done(sentence: Sentence, place: int) -> list[Told]:
    """Return that a date is the end of the filming whose start another one tells: "began in D, and was done in D"."""
    done = kinds.AND_DONE.search(sentence.marked, 0, place)
    return [Told(Predicate.FILMING_END, done.start(), place, clause(sentence, done.start()))] if done else []


def ran(sentence: Sentence, place: int) -> list[Told]:
    """Return what a range of days is of which a season is said to have run: its premiere and its finale."""
    lead = clause(sentence, place)
    for predicate, pattern in ((Predicate.PREMIERE_DATE, words.RAN_FROM), (Predicate.FINALE_DATE, words.RAN_TO)):
        one = pattern.search(sentence.marked, lead, place)
        if one and words.SUBJECT_BEFORE.search(sentence.marked, 0, one.start()):
            return [Told(predicate, place, place + 1, lead)]
    run = words.RAN.search(sentence.marked, lead, place)
    if run is None or not words.RANGE.search(sentence.date(place).date.wording):
        return []
    if not words.SUBJECT_BEFORE.search(sentence.marked, 0, run.start()):
        return []
    return [Told(p, run.start(), place, lead, whole=True) for p in (Predicate.PREMIERE_DATE, Predicate.FINALE_DATE)]
