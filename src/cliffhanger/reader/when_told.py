"""What a date in a sentence is the date of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import when_bounds, when_put, when_titles
from cliffhanger.reader import when_kinds as kinds
from cliffhanger.reader import when_words as words
from cliffhanger.reader.marks import DATE, SEASON
from cliffhanger.reader.mentions import DateMention
from cliffhanger.reader.seasons import ORDINALS, SeasonWords
from cliffhanger.reader.turning import following, same_year
from cliffhanger.reader.when_date_of import Told, clause

if TYPE_CHECKING:
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.sentences import Sentence

# A verb governs a date that is at most so many characters and commas away.
_FARTHEST = 90
_MOST_COMMAS = 2
_PAIR = 2


def told(sentence: Sentence, place: int, before: tuple[int, Told] | None) -> list[Told]:
    """Return what the date at a place is the date of: nothing, one thing, or the start and the end of filming.

    Args:
        sentence: the sentence.
        place: the date's place in ``marked``.
        before: the place of the date before it, and what that one is the date of.
    """
    if (
        words.WEEKEND.match(sentence.marked, place + 1)
        or words.PUT_OFF_FROM.search(sentence.marked, 0, place)
        or words.FAR.search(sentence.marked, 0, place)
        or words.TOLD_AGAIN.match(sentence.marked, place + 1)
    ):
        return []
    of_year = words.OF_THAT_YEAR.match(sentence.marked, place + 1)
    if (
        of_year
        and not words.WITH_YEAR.search(sentence.date(place).date.wording)
        and (of_year["other"] or in_a_row(sentence, place, said=True) is None)
    ):
        return []
    if words.DATELINE.match(sentence.marked, place + 1) and words.PLACE.fullmatch(sentence.marked, 0, place):
        return []
    return (
        when_put.when_put(sentence, place)
        or when_put.listed(sentence, place)
        or when_put.moved(sentence, place)
        or _when_begins(sentence, place)
        or _again(sentence, before, place)
        or when_bounds.in_parts(sentence, place)
        or when_titles.labelled(sentence, place)
        or when_bounds.filmed(sentence, place)
        or when_bounds.done(sentence, place)
        or when_bounds.ran(sentence, place)
        or when_put.put_on(sentence, place)
        or _with_noun(sentence, place)
        or _with_verb(sentence, place, before)
        or _opening(sentence, place)
        or when_titles.alone(sentence, place)
    )


def _when_begins(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date is the date of by the clause that it opens: "on D, when S begins its N"."""
    opens = words.WHEN_CLAUSE.match(sentence.marked, place + 1)
    if opens is None:
        return []
    begins = words.WHEN_BEGINS.match(sentence.marked, place + 1)
    if begins is None and words.RANGE.search(sentence.date(place).date.wording):
        # "Moved from D to D, when its first episodes are released".
        return []
    if begins is None:
        return _in_when_clause(sentence, place, opens)
    ends = begins["verb"].casefold().startswith(("end", "conclud", "wrap", "clos", "came to", "sign", "finish"))
    predicate = Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE
    ranged = ends and words.RANGE.search(sentence.date(place).date.wording) is not None
    return [Told(predicate, begins.start("verb"), begins.end(), place, whole=ranged)]


def _in_when_clause(sentence: Sentence, place: int, opens: re.Match[str]) -> list[Told]:
    """Return what the first verb of a clause says: "on D, when the season's first episodes go up"."""
    marked = sentence.marked
    found = [
        Told(predicate, m.start(), m.end(), place)
        for predicate, pattern in kinds.KINDS
        for m in [next(pattern.finditer(marked, opens.start("said"), opens.end()), None)]
        if m and (predicate in kinds.FILMS_DATES or words.SUBJECT_BEFORE.search(marked, opens.start("said"), m.start()))
    ]
    first = min(found, key=lambda one: one.at, default=None)
    if first is None or words.OTHER_EVENT.search(marked, opens.start("said"), first.at):
        return []
    return [first]


def _again(sentence: Sentence, before: tuple[int, Told] | None, place: int) -> list[Told]:
    """Return what a date is the date of behind another one: "the first premiered on D, the second on D"."""
    if (
        before is not None
        and before[1].season is None
        and words.AND_ON.fullmatch(sentence.marked[before[0] + 1 : place])
    ):
        numbers = [w.numbers for at, w in sentence.all_of(SeasonWords) if at < before[1].at]
        if numbers and len(numbers[-1]) == _PAIR:
            return [replace(before[1], at=place, end=place + 1, season=numbers[-1][1])]
    row = words.SEASON_AGAIN.fullmatch(sentence.marked[before[0] + 1 : place]) if before else None
    if before is not None and row is not None:
        own = next(w.numbers for at, w in sentence.all_of(SeasonWords) if before[0] < at < place)
        if len(own) == 1:
            return [replace(before[1], at=place, end=place + 1, season=own[0])]
    gap = words.OTHER_SHOW_TOO.fullmatch(sentence.marked, before[0] + 1, place) if before else None
    if before is not None and gap is not None:
        lead = gap.start("show")
        season = ORDINALS[gap["ordinal"].casefold()] if gap["ordinal"] else None
        return [replace(before[1], at=place, end=place + 1, lead=lead, season=season)]
    again = words.SECOND.fullmatch(sentence.marked[before[0] + 1 : place]) if before else None
    if before is None or again is None or words.PARTS_OF_ONE.search(sentence.marked, 0, before[0]):
        return []
    return [replace(before[1], at=place, end=place + 1, season=ORDINALS[again[1].casefold()])]


def in_a_row(sentence: Sentence, place: int, *, said: bool = False) -> PartialDate | None:
    """Return a day whose year the one before it tells: "started on May 25, 2016, and ended on July 27".

    Args:
        sentence: the sentence.
        place: the date's place in it.
        said: whether the sentence says that it is of the same year, so that another season between does not part them.
    """
    before = [(at, m) for at, m in sentence.all_of(DateMention) if at < place]
    numbered = [at for at, words_ in sentence.all_of(SeasonWords) if words_.numbers]
    if before and words.AFTER_ITS.search(sentence.marked[before[-1][0] : place]):
        return None
    if said:
        base = before[-1][1].date if before else _last_date(sentence)
        return same_year(sentence.date(place).date, base) if base else None
    if not before or any(before[-1][0] < at < place for at in numbered):
        return None
    return following(sentence.date(place).date, before[-1][1].date)


def _last_date(sentence: Sentence) -> PartialDate | None:
    """Return the last date of the sentence before, in the same paragraph."""
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    dates = before.all_of(DateMention) if before and before.paragraph == sentence.paragraph else ()
    return dates[-1][1].date if dates else None


def _with_noun(sentence: Sentence, place: int) -> list[Told]:
    """Return what the noun behind a date says: "its July 9, 2025 premiere"."""
    lead = clause(sentence, place)
    noun = kinds.NOUN_BEHIND.match(sentence.marked, place + 1)
    # "Ordered ahead of its May 4 return": the order has another day.
    other = words.OTHER_EVENT.search(sentence.marked, max(lead, place - 20), place)
    if not noun or (other and not words.AHEAD_OF_IT.search(sentence.marked, other.end(), place)):
        return []
    if words.AFTER_A_BREAK.search(sentence.marked, 0, place):
        return []
    ends = kinds.ENDS.search(noun["noun"]) is not None
    return [Told(Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE, place, noun.end(), lead)]


def _with_verb(sentence: Sentence, place: int, before: tuple[int, Told] | None) -> list[Told]:
    marked, lead = sentence.marked, clause(sentence, place)
    if words.SINCE_WORDING.match(sentence.date(place).date.wording):
        return []
    best = _nearest_verb(sentence, lead, place)
    if best is None or words.OTHER_EVENT.search(marked, best.end, place) or not _is_near(marked, best, place):
        return []
    if kinds.FIXES.match(marked, best.at) and sentence.date(place).date.wording.endswith("season"):
        return []
    if before and before[1].predicate is Predicate.FINALE_DATE and words.FOLLOWED.match(marked, best.at):
        return [replace(best, predicate=Predicate.FINALE_DATE)]
    finale = words.FINALE_BEFORE.search(marked, lead, best.at)
    if best.predicate is Predicate.PREMIERE_DATE and finale and best.at < place:
        return [replace(best, predicate=Predicate.FINALE_DATE, at=finale.start("finale"))]
    if best.predicate is Predicate.PREMIERE_DATE and (
        kinds.SETTING.match(marked, best.at) or kinds.FIXES.match(marked, best.at)
    ):
        best = replace(best, predicate=_set_for(marked[lead : best.at]))
    return [best]


def _nearest_verb(sentence: Sentence, lead: int, place: int) -> Told | None:
    """Return what the last word before a date says that can govern it; an end of filming is no end of a show."""
    marked = sentence.marked
    best: Told | None = None
    for predicate, pattern in kinds.KINDS:
        for m in pattern.finditer(marked, lead, place):
            if _is_no_verb(marked, lead, m, place, best):
                continue
            if _governs(marked[m.end() : place]) and (
                best is None or m.end() > best.end or (m.end() == best.end and m.start() < best.at)
            ):
                best = Told(predicate, m.start(), m.end(), lead)
    cast = best is not None and kinds.CAST_DOES.search(marked, lead, best.at) and kinds.FILMS.match(marked, best.at)
    if best is not None and (cast or _goes_on_filming(sentence, best)):
        filmed = {Predicate.PREMIERE_DATE: Predicate.FILMING_START, Predicate.FINALE_DATE: Predicate.FILMING_END}
        return replace(best, predicate=filmed.get(best.predicate, best.predicate))
    if best is not None and best.predicate is Predicate.PREMIERE_DATE and _begins_work(marked, lead, best):
        return replace(best, predicate=Predicate.FILMING_START)
    if best is None or best.predicate is not Predicate.FINALE_DATE:
        return best
    if kinds.FILMED_AND.search(marked, lead, best.at) or _is_filmed(sentence, best):
        return replace(best, predicate=Predicate.FILMING_END)
    if sentence.date(place).date.wording.casefold().startswith(("starting", "beginning")):
        return Told(Predicate.PREMIERE_DATE, place, place + 1, lead)
    return replace(best, predicate=Predicate.FILMING_END) if kinds.FILMING_FIRST.match(marked, lead) else best


def _is_no_verb(marked: str, lead: int, m: re.Match[str], place: int, best: Told | None) -> bool:
    """Whether a word only tells since when or how long ago: "streams on P starting D", "ordered back in D"."""
    since = best is not None and words.FROM_THEN.fullmatch(marked, m.start(), place) is not None
    return since or (m.group() == "back" and words.LONG_AGO.search(marked, lead, m.start()) is not None)


def _begins_work(marked: str, lead: int, one: Told) -> bool:
    """Whether it is production that begins: "production moves to London and is to start in D"."""
    opens = kinds.FILMING_FIRST.match(marked, lead)
    own = opens is not None and kinds.OWN_SUBJECT.search(marked, opens.end(), one.at) is None
    return own and kinds.STARTS.match(marked, one.at) is not None


def _goes_on_filming(sentence: Sentence, one: Told) -> bool:
    """Whether "it" is the filming that the sentence before speaks of: "Filming took place in Bath. It began in D"."""
    if (
        not sentence.index
        or not kinds.IT_TOO.search(sentence.marked, 0, one.at)
        or not kinds.FILMS.match(sentence.marked, one.at)
    ):
        return False
    before = sentence.document.sentences[sentence.index - 1]
    filming = kinds.FILMING_FIRST.match(before.marked) or kinds.FILMING_LAST.search(before.marked)
    return before.paragraph == sentence.paragraph and filming is not None


def _is_filmed(sentence: Sentence, one: Told) -> bool:
    """Whether something "wrapped" where the sentences before it speak of filming, and no season or run is said to."""
    if not sentence.marked.startswith("wrapped", one.at) or SEASON in sentence.marked[one.lead : one.at]:
        return False
    before = sentence.document.sentences[max(0, sentence.index - 2) : sentence.index]
    return any(kinds.SHOOT.search(s.marked) for s in before if s.paragraph == sentence.paragraph)


def _governs(gap: str) -> bool:
    """Whether neither another verb nor another date of its own stands between a word and a date."""
    if words.NEXT_VERB.match(gap):
        return False
    return (
        DATE not in gap
        or (
            words.AND_THEN.search(gap.rsplit(DATE, maxsplit=1)[-1]) is not None
            and not words.ASIDE_CLAUSE.search(gap.rsplit(DATE, maxsplit=1)[-1])
        )
        or words.IN_OTHER_WORDS.fullmatch(gap) is not None
    )


def _opening(sentence: Sentence, place: int) -> list[Told]:
    """Return what a date at the head of a clause is the date of: "On D, the second season of S premieres"."""
    marked = sentence.marked
    if not words.HEAD.fullmatch(marked[clause(sentence, place) : place]):
        return []
    m = words.OPENED.match(marked, place + 1)
    if m is None or words.OTHER_EVENT.search(m["between"]) or words.FATES.search(m["between"]):
        return []
    if not sentence.document.in_title and not words.SOME_SHOW.search(m["between"]):
        # "On D, somebody starts rehearsals".
        return []
    ends = m["verb"].casefold().startswith(("end", "conclud", "sign", "wrap"))
    predicate = Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE
    return [Told(predicate, place, m.end(), place)]


def _set_for(before: str) -> Predicate:
    """Return what is "set for" a date: what the clause named before, a premiere where it is nothing else."""
    if re.search(r"\bfinale\b|\b(?:final|last)\s+episode\b", before, re.IGNORECASE):
        return Predicate.FINALE_DATE
    if kinds.SHOOT.search(before) and not kinds.HAS_FILMED.search(before):
        return Predicate.FILMING_START
    return Predicate.PREMIERE_DATE


def _is_near(marked: str, told: Told, place: int) -> bool:
    """Whether the word governs the date: no other verb and not too many words between."""
    # "Wrapped after four on D": that dates nothing.
    gap = words.AFTER_SO_MANY.sub(" ", marked[told.end : place])
    if words.NEW_SUBJECT.search(gap):
        return False
    return len(gap) <= _FARTHEST and gap.count(",") <= _MOST_COMMAS and not words.SINCE.search(gap)
