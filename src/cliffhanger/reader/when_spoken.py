"""The season that goes without saying: the one that the clause or the sentence before speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_season_words as w
from cliffhanger.reader import when_words as words
from cliffhanger.reader.marks import DATE, SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import SeasonWords, number

if TYPE_CHECKING:
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# Sentences before it in which the season of "it" may be told.
_NEAR = 2
AHEAD = frozenset({"new", "next", "upcoming"})
"""Words that make a season another one than those that have been numbered before."""
_OTHERS = AHEAD | {"previous", "another"}


def spoken_of(document: Document, sentence: Sentence, one: Told, chosen: tuple[int, ShowMention]) -> int | None:
    """Return the season that is spoken of before a clause that goes on with "it", "the season" or "its finale"."""
    before_it = document.sentences[sentence.index - 1].marked if sentence.index else ""
    latter = w.AND_THE_ORDINAL.search(before_it) if w.THE_LATTER.match(sentence.marked) else None
    if latter:
        return number(latter[1])
    if not _goes_on(sentence, one):
        return None
    if one.lead:
        # "S is in its eighth season; the finale airs on D".
        own = _told_in(sentence, one, sentence, (_extent(sentence, chosen), one.lead))
        if own or not w.GOES_ON.match(sentence.marked):
            return next(iter(own)) if len(own) == 1 else None
    alone = w.ORDINAL_ALONE.search(before_it)
    if alone and SEASON not in before_it:
        return number(alone[1])
    return _before(document, sentence, one, chosen)


def _goes_on(sentence: Sentence, one: Told) -> bool:
    """Whether a clause goes on with what was spoken of, and names no season itself, be it "the new season"."""
    works_on_it = w.WORKS_ON_IT.search(sentence.marked, one.at, one.end)
    run_that = w.RUN_THAT.search(sentence.marked, one.lead, one.at)
    that_season = w.THAT_SEASON.match(sentence.marked, one.end + 1)
    if not (w.GOES_ON.match(sentence.marked, one.lead) or works_on_it or run_that or that_season):
        return False
    films = one.predicate in {Predicate.FILMING_START, Predicate.FILMING_END}
    if films and w.OF_NEW_ONES.search(sentence.marked, 0, max(one.at, one.end)):
        return False
    return not any(
        (said.which in AHEAD and at < one.at) or (said.which and one.lead <= at < max(one.at, one.end))
        for at, said in sentence.all_of(SeasonWords)
    )


def _before(document: Document, sentence: Sentence, one: Told, chosen: tuple[int, ShowMention]) -> int | None:
    """Return the season of the sentences before: the nearest for "it", further back for "the season"."""
    far = (w.THE_SEASON.match(sentence.marked, one.lead) or w.RUN_THAT.search(sentence.marked, 0, one.at)) is not None
    films = one.predicate in {Predicate.FILMING_START, Predicate.FILMING_END}
    for before in reversed(document.sentences[: sentence.index]):
        apart = before.paragraph != sentence.paragraph and not far
        start = _extent(before, chosen)
        if apart or start is None or _is_of_an_order(before, sentence, one):
            return None
        another = any(said.which in _OTHERS for _, said in before.all_of(SeasonWords))
        if another or (films and w.OF_NEW_ONES.search(before.marked)):
            return None
        numbered = _told_in(before, one, sentence, (start, len(before.marked)))
        if numbered:
            return next(iter(numbered)) if len(numbered) == 1 else None
        if not far and (before.index < sentence.index - _NEAR or SHOW in before.marked):
            return None
    return None


def _extent(sentence: Sentence, chosen: tuple[int, ShowMention]) -> int | None:
    """Return the place from which a sentence speaks of the chosen show alone, or None where another one is named last.

    A sentence without a name goes on with the one spoken of.
    """
    shows = [(at, m.subject) for at, m in sentence.all_of(ShowMention) if m.strong or m.quoted]
    others = [at for at, subject in shows if subject != chosen[1].subject]
    if not others:
        return 0
    own = [at for at, subject in shows if subject == chosen[1].subject and at > others[-1]]
    return own[0] if own else None


def _is_of_an_order(before: Sentence, sentence: Sentence, one: Told) -> bool:
    """Whether a sentence is about a season to come, and the date lies in the past or is that of an end."""
    looks_back = words.PAST.search(sentence.marked[one.at : one.end]) is not None
    if one.predicate is Predicate.FINALE_DATE:
        return w.OF_AN_ORDER.search(before.marked) is not None
    return looks_back and DATE not in before.marked and w.OF_AN_ORDER.search(before.marked) is not None


def _told_in(before: Sentence, one: Told, sentence: Sentence, extent: tuple[int | None, int]) -> set[int]:
    """Return the seasons that a sentence speaks of in a stretch, as far as the date of another clause can be theirs.

    Of what began or ended it is none that has not been made ("a third season"), of an end the last of so many, and of
    a beginning to come the one behind a season that has ended.
    """
    ends = one.predicate is Predicate.FINALE_DATE
    past = words.PAST.search(sentence.marked[one.at : one.end]) is not None
    looks_back = ends or (past and one.predicate is Predicate.PREMIERE_DATE)
    begins = not past and one.predicate in {Predicate.PREMIERE_DATE, Predicate.FILMING_START}
    told: set[int] = set()
    start, limit = extent
    if start is None:
        return told
    for at, said in before.all_of(SeasonWords):
        if not start <= at < limit or (looks_back and w.NOT_YET.search(before.marked, 0, at)):
            continue
        if said.numbers:
            over = begins and (w.HAS_ENDED.search(before.marked, 0, at) or w.ENDS_BEHIND.match(before.marked, at + 1))
            told.add(said.numbers[0] + bool(over))
        elif ends and said.count and not said.more and w.AFTER_ALL.search(before.marked, 0, at):
            told.add(said.count)
    return told
