"""Which season it is whose date a sentence tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_rows, when_spoken
from cliffhanger.reader import when_season_words as w
from cliffhanger.reader import when_words as words
from cliffhanger.reader.marks import SEASON, SHOW
from cliffhanger.reader.mentions import DateMention, ShowMention
from cliffhanger.reader.seasons import ORDINALS, SeasonWords, number

if TYPE_CHECKING:
    import re

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# Characters behind an opening date in which its season still follows.
_FAR_BEHIND = 60
_A_WEEK = 7
_FILMS = frozenset({Predicate.FILMING_START, Predicate.FILMING_END})
# Days after which a show that is still spoken of has had another season.
_LONG_AGO = 550


def season_of(
    document: Document, sentence: Sentence, one: Told, limit: int, chosen: tuple[int, ShowMention]
) -> int | None:
    """Return the season whose date it is: the nearest one named before the word, or right behind the date.

    Another show's name between the two ends the search; "it" and "which" take the season of the clause before, and
    of the sentence before where this one opens with it.
    """
    if one.season is not None:
        return one.season
    if w.LAUNCHED_IT.match(sentence.marked, one.at):
        return 1 if _is_old(document, sentence, one) else None
    if w.YEARS_AFTER_ITS.search(sentence.marked, 0, one.at):
        return 1
    began = w.THE_SHOW_BEGAN.match(sentence.marked)
    if began and began.start("verb") == one.at and _is_old(document, sentence, one):
        return 1
    return _season_told(document, sentence, one, limit, chosen)


def _season_told(
    document: Document, sentence: Sentence, one: Told, limit: int, chosen: tuple[int, ShowMention]
) -> int | None:
    if one.predicate in _FILMS and w.CLOSING.search(sentence.marked, 0, one.end):
        return document.season_meant(SeasonWords(0, 0, which="final", final=True))
    start = words.ITS_START.search(sentence.marked, 0, limit)
    if start and SEASON not in start.group():
        return None
    named = _season_beside(sentence, one, limit)
    if named is not None:
        return named
    if w.PREVIOUS.search(sentence.marked, 0, one.at):
        return None
    subject = {chosen[1].subject}
    for at, season in reversed(list(sentence.all_of(SeasonWords))):
        between = {
            m.subject for place, m in sentence.all_of(ShowMention) if at < place < one.at and not sentence.is_kin(place)
        } - subject
        others = between or _is_of_another(sentence, at, limit, chosen) or _was_of_another(sentence, at, chosen)
        if season.numbers and not others and _belongs(document, sentence, one, at, limit):
            return season.numbers[0]
    return (
        _season_behind(sentence, one)
        or alone(sentence, one)
        or _last_of_so_many(sentence, one, limit)
        or when_spoken.spoken_of(document, sentence, one, chosen)
    )


def _season_beside(sentence: Sentence, one: Told, limit: int) -> int | None:
    """Return the season right at the word: "season 3 wrapped on D", "the premiere of season 3", "its third, which"."""
    own = w.OWN_ORDINAL.match(sentence.marked, one.end) or w.OWNING_ORDINAL.search(sentence.marked, 0, one.at)
    if own:
        return ORDINALS[own[1].casefold()]
    owner = w.OWNING_SEASON.search(sentence.marked, 0, one.at)
    own_place = owner.start() if owner else one.at
    if sentence.marked[own_place] == SEASON and len(sentence.season(own_place).numbers) == 1:
        # "The second season's arrival", "the third-season finale".
        return sentence.season(own_place).numbers[0]
    row = w.SEASON_ON.search(sentence.marked, one.end, max(limit, one.end))
    if row and len(sentence.season(row.start()).numbers) == 1:
        return sentence.season(row.start()).numbers[0]
    of = words.NOUN_OF_SEASON.match(sentence.marked, one.end) or words.OWN_SEASON.match(sentence.marked, one.end)
    before = words.SEASON_RIGHT_BEFORE.search(sentence.marked, 0, one.at)
    if before and (_is_ordered(sentence, one, before.start()) or _is_renewed_aside(sentence, one, before)):
        before = None
    place = of.end() - 1 if of else before.start() if before else None
    if place is not None and sentence.season(place).numbers:
        return sentence.season(place).numbers[0]
    alone = [
        m
        for m in w.ORDINAL_ALONE.finditer(sentence.marked)
        if m.end() <= one.at
        and (not w.COMPARED.search(sentence.marked, 0, m.start()) or w.IS_WHICH.match(sentence.marked, m.end()))
    ]
    numbered = [at for at, words_ in sentence.all_of(SeasonWords) if words_.numbers and at < one.at]
    return number(alone[-1][1]) if alone and numbered and alone[-1].start() > numbered[-1] else None


def _is_of_another(sentence: Sentence, at: int, limit: int, chosen: tuple[int, ShowMention]) -> bool:
    """Whether a season behind the date has another show, or a date of its own: "on D, N on D", "ahead of N of T"."""
    if at <= limit:
        return False
    owner = w.OF_ITS_SHOW.match(sentence.marked, at + 1)
    dated = w.ITS_OWN_DATE.match(sentence.marked, at + 1) is not None
    return dated or bool(owner and sentence.show(owner.end() - 1).subject != chosen[1].subject)


def _was_of_another(sentence: Sentence, at: int, chosen: tuple[int, ShowMention]) -> bool:
    """Whether a season before the show was told of another: "S renewed through N, T won't be back until D"."""
    if at > chosen[0] or w.OF_ITS_SHOW.match(sentence.marked, at + 1):
        return False
    return any(place < at and m.subject != chosen[1].subject for place, m in sentence.all_of(ShowMention))


def _belongs(document: Document, sentence: Sentence, one: Told, at: int, limit: int) -> bool:
    """Whether the season at a place is the one that the clause speaks of."""
    marked = sentence.marked
    between = marked[limit + 1 : at]
    if at > limit and w.FOR_ITS.fullmatch(between):
        return True
    if at > limit + (0 if sentence.season(at).bare else when_rows.BEHIND) or w.COUNTED.search(
        marked[max(0, at - 25) : at]
    ):
        return False
    if at < one.at and (
        w.ANOTHER_TIME.search(marked, at, one.at)
        or (one.predicate is Predicate.FINALE_DATE and w.ORDERS_IT.search(marked, 0, at))
        or _is_passed(sentence, one, at)
        or _is_ordered(sentence, one, at)
        or _is_to_come(sentence, one, at, limit)
    ):
        return False
    if at < one.lead and not document.in_title and not w.CARRIED.search(marked[at + 1 : one.at]):
        return False
    between = marked[limit:at]
    on_air = one.predicate in {Predicate.PREMIERE_DATE, Predicate.FINALE_DATE}
    return at <= max(one.end, limit) or (
        w.OF_A_SEASON.match(between) is not None
        and not (words.FATES.search(between) or (on_air and w.OTHER_CLAUSE.search(between)))
    )


def _is_renewed_aside(sentence: Sentence, one: Told, before: re.Match[str]) -> bool:
    """Whether an aside about an order stands before an end: "S, which was renewed for a third season, ends on D"."""
    aside = one.predicate is Predicate.FINALE_DATE and w.ENDS_ASIDE.match(sentence.marked, before.start() + 1)
    return bool(aside) and w.ORDERS_IT.search(sentence.marked, 0, before.start()) is not None


def _is_passed(sentence: Sentence, one: Told, at: int) -> bool:
    """Whether another season is spoken of since: "S is in its fourth season, and shooting on the new season begins"."""
    return any(at < place < one.at and said.which in when_spoken.AHEAD for place, said in sentence.all_of(SeasonWords))


def _is_ordered(sentence: Sentence, one: Told, at: int) -> bool:
    """Whether a season is to come of a show that began before: "ordered a second season of S, which premiered on D"."""
    marked = sentence.marked
    which = w.SHOW_WHICH.search(marked, at, one.at)
    began = which is not None and (
        one.predicate is Predicate.FINALE_DATE or words.PAST.search(marked, which.end(), one.end) is not None
    )
    return began and (w.ORDERS_IT.search(marked, 0, at) or w.NOT_YET.search(marked, 0, at)) is not None


def _is_to_come(sentence: Sentence, one: Told, at: int, limit: int) -> bool:
    """Whether a season has only been ordered, and what is told of has been, or is just over.

    So it is in "gave a second-season pickup to S, the drama that launched on D" and "renewed it for a second, ahead of
    the D finale".
    """
    marked = sentence.marked
    if not (w.NOT_YET.search(marked, 0, at) or w.ORDERS_IT.search(marked, 0, at)):
        return False
    if one.predicate is Predicate.FINALE_DATE:
        return True
    published = sentence.document.published
    day = next((m.date for place, m in sentence.all_of(DateMention) if place >= min(one.at, limit)), None)
    nearer = day is not None and published is not None and (day.first if day.days <= _A_WEEK else day.last) <= published
    return nearer and one.predicate is Predicate.PREMIERE_DATE and not w.ENTERS.search(marked, 0, at)


def _season_behind(sentence: Sentence, one: Told) -> int | None:
    """Return the season behind an opening date: "On D, P releases the first episodes of N"."""
    if one.lead != one.at:
        return None
    behind = [
        (at, said)
        for at, said in sentence.all_of(SeasonWords)
        if said.numbers and not said.bare and one.at < at <= one.end + _FAR_BEHIND
    ]
    if not behind or any(one.end < at < behind[0][0] for at, _ in sentence.all_of(ShowMention)):
        return None
    if w.OF_ITS_SHOW.match(sentence.marked, behind[0][0] + 1) and w.BESIDE_IT.search(
        sentence.marked, one.end, behind[0][0]
    ):
        return None
    return behind[0][1].numbers[0]


def _last_of_so_many(sentence: Sentence, one: Told, limit: int) -> int | None:
    """Return the last season of a show that is over after so many: "ended its nine-season run on D"."""
    if one.predicate is not Predicate.FINALE_DATE:
        return None
    for at, said in sentence.all_of(SeasonWords):
        behind = at > limit and SHOW in sentence.marked[limit:at]
        if not said.count or said.more or behind or (at < one.lead and SHOW in sentence.marked[at : one.at]):
            continue
        if at < one.at and w.AFTER_ALL.search(sentence.marked, 0, at):
            # "S is gone after three seasons, days after its finale on D".
            return said.count
        if (
            (w.AFTER_ALL.search(sentence.marked, limit, at) or w.CAPS_ALL.search(sentence.marked, limit, at))
            if at > limit
            else w.RUN_OF_SO_MANY.search(sentence.marked, one.at, at)
        ):
            return said.count
    return None


def _is_old(document: Document, sentence: Sentence, one: Told) -> bool:
    """Whether the date right behind a word lies so long before the article that another season has begun since."""
    behind = next((m.date for at, m in sentence.all_of(DateMention) if at >= one.at), None)
    return bool(document.published and behind and (document.published - behind.last).days > _LONG_AGO)


def alone(sentence: Sentence, one: Told) -> int | None:
    """Return the season that only its ordinal names: "the second, which premiered on D"."""
    # "Work on the second series ended": there the words of filming hold the season.
    until = one.end if one.predicate in _FILMS else one.at
    alone = [m for m in w.ORDINAL_ALONE.finditer(sentence.marked) if m.end() <= until]
    return number(alone[-1][1]) if alone else None
