"""What a date of a headline, or behind a label, is the date of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_bounds
from cliffhanger.reader import when_title_words as words
from cliffhanger.reader.marks import DATE, SEASON
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.when_date_of import Told

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence


def labelled(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date behind a label is the date of: "Release Date: D", or the last part of a trailer's title."""
    marked = sentence.marked
    label = words.LABEL.search(marked, 0, place) or words.ANNOUNCED_FOR.search(marked, 0, place)
    if sentence.document.in_title and _is_streamed(sentence, place):
        return [Told(Predicate.PREMIERE_DATE, place, place + 1, 0)]
    bounded = when_bounds.bounded(sentence, place)
    if bounded:
        return [bounded]
    if label and not words.GOT_DATE.search(marked, 0, place):
        return [Told(Predicate.PREMIERE_DATE, label.start(), place + 1, 0)]
    if (sentence.document.in_title and _is_set(sentence, place)) or words.FIRST_EPISODES.search(marked, 0, place):
        return [Told(Predicate.PREMIERE_DATE, place, place + 1, 0)]
    dated = words.HAS_DATE.search(marked) if sentence.document.in_title and marked.count(DATE) == 1 else None
    if dated and not words.FINALE_ANYWHERE.search(marked) and not words.ANOTHER_THING.search(marked):
        return [Told(Predicate.PREMIERE_DATE, min(place, dated.start()), max(place + 1, dated.end()), 0)]
    bare = sentence.document.in_title and SEASON in marked and words.LAST_PART.fullmatch(marked, max(0, place - 3))
    return [Told(Predicate.PREMIERE_DATE, place, place + 1, 0)] if bare else []


def _is_set(sentence: Sentence, place: int) -> bool:
    """Whether a headline sets its show's premiere for a date: "Dates S for D", "targets D for S return", "S D, S D"."""
    marked = sentence.marked
    if words.DATES_EACH.search(marked, 0, place):
        return True
    target = words.TARGETS.search(marked)
    if target and target.start() < place < target.end():
        return True
    row = words.ROW_OF_DATES.search(marked) and words.COMES.search(marked)
    return bool(row) and not words.FINALE_ANYWHERE.search(marked)


def alone(sentence: Sentence, place: int) -> list[Told]:
    """Return what the only date of a headline about one season is the date of, whatever verb plays with it."""
    marked = sentence.marked
    if not sentence.document.in_title or marked.count(DATE) != 1 or words.ANOTHER_THING.search(marked):
        return []
    seasons = [w for _, w in sentence.all_of(SeasonWords) if w.numbers or w.final]
    if len(seasons) != 1 or not (words.DATED.search(marked, 0, place) or sentence.date(place).date.days == 1):
        return []
    finale = words.FINALE_ANYWHERE.search(marked)
    at = finale.start() if finale else place
    return [Told(Predicate.FINALE_DATE if finale else Predicate.PREMIERE_DATE, min(at, place), place + 1, 0)]


def _is_streamed(sentence: Sentence, place: int) -> bool:
    """Whether the one day of a headline about one show stands beside its platform: "Rebellion ignites D on P"."""
    marked = sentence.marked
    shows = {m.subject for _, m in sentence.all_of(ShowMention) if m.strong or m.quoted}
    beside = words.ON_PLATFORM.search(marked)
    on_platform = beside is not None and beside.start() < place < beside.end()
    day = sentence.date(place).date.days == 1
    return (
        (on_platform or (day and words.DATE_SAID.search(marked) is not None and not words.TRAILER.search(marked)))
        and len(shows) == 1
        and marked.count(DATE) == 1
        and (day or SEASON in marked)
        and not words.FINALE_ANYWHERE.search(marked)
        and not words.ANOTHER_SHOWING.search(marked)
    )
