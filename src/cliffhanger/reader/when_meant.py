"""Whether a word that can mean a premiere, an end or filming means that of the show, and how sure that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader import when_kinds as kinds
from cliffhanger.reader import when_seasons
from cliffhanger.reader import when_words as words
from cliffhanger.reader.marks import SEASON, SHOW

if TYPE_CHECKING:
    from cliffhanger.domain.vocabulary import Modality
    from cliffhanger.reader.mentions import ShowMention
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# "The season, if there is one, will start in D".
_CONDITION = re.compile(r"\b(?:if|should|unless|provided|pending|may|might|could)\b", re.IGNORECASE)
# What ends with these is a show or a season, whoever is named before.
_END_BY_NAME = re.compile(r"finale|episode|came\s+to|last\s+of|\b(?:hour|instal|one\b)|ender|closer", re.IGNORECASE)


def is_meant(sentence: Sentence, one: Told, place: int, found: tuple[ShowMention, bool, int | None]) -> bool:
    """Whether a date is one of its show.

    Args:
        sentence: the sentence.
        one: what the date is told to be the date of.
        place: the date's place.
        found: the show, whether it is named in the clause, and the season.
    """
    clause = sentence.marked[one.lead : max(place + 1, one.end)]
    if words.OF_PARENT.search(clause) or words.ON_STAGE.search(clause):
        return False
    if not found[1] and words.OF_ITS_PARENT.search(clause):
        return False
    if words.THING_OF_IT.search(sentence.marked, one.lead, one.at) or _is_of_another_thing(
        sentence, one, named=found[1]
    ):
        return False
    if _may_be_a_film(sentence, found[0], one) or _is_the_rest(sentence, one):
        return False
    return _is_told_of(sentence, one, place, found[2], named=found[1])


def how(sentence: Sentence, one: Told, place: int) -> Modality:
    """Return how a date is meant: by the words that govern it, without the asides that say nothing of a condition."""
    which = words.WHICH.search(sentence.marked, one.lead, one.at)
    if which is None and words.RELEASED_THEN.match(sentence.marked, one.at):
        which = words.ASIDE_OF_SHOW.search(sentence.marked, one.lead, one.at)
    said = sentence.marked[which.start() if which else _lead(sentence, one) : place]
    said = words.INSET.sub(lambda m: m.group() if _CONDITION.search(m.group()) else ",", said)
    return meant.modality(words.NO_CONDITION.sub(" ", said), sentence.marked)


def _lead(sentence: Sentence, one: Told) -> int:
    """Return where the words that govern a date's modality begin: a condition opens the sentence before its clause."""
    opening = re.match(r"\W*(?:if|should|unless|provided)\b", sentence.marked, re.IGNORECASE)
    return 0 if opening else one.lead


def _is_of_another_thing(sentence: Sentence, one: Told, *, named: bool) -> bool:
    """Whether "it" is what the sentence before speaks of last, and that is no show: "for their tour. It starts"."""
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    if (
        named
        or before is None
        or before.paragraph != sentence.paragraph
        or not words.THING_GOES_ON.match(sentence.marked[: one.at])
    ):
        return False
    thing = [m.start() for m in words.OTHER_THING.finditer(before.marked)]
    last = max(before.marked.rfind(SHOW), before.marked.rfind(SEASON))
    return bool(thing) and thing[-1] > last


def _may_be_a_film(sentence: Sentence, show: ShowMention, one: Told) -> bool:
    """Whether a title that the catalogue does not know is dated in a headline without a word of television."""
    if show.names or not sentence.document.in_title or one.predicate is not Predicate.PREMIERE_DATE:
        return False
    return words.RELEASED.search(sentence.marked) is not None and not words.TELEVISION.search(sentence.marked)


def _is_the_rest(sentence: Sentence, one: Told) -> bool:
    """Whether what comes is the rest of a season that has begun: "the other four episodes follow on D"."""
    rest = words.THE_REST.search(sentence.marked, one.lead, one.at) if one.lead < one.at else None
    return rest is not None and one.predicate is Predicate.PREMIERE_DATE


def _is_told_of(sentence: Sentence, one: Told, place: int, season: int | None, *, named: bool) -> bool:
    """Whether the word means the show's premiere or end, and not that of a part, a trailer or a person's part."""
    if one.predicate is Predicate.FINALE_DATE:
        return _is_finale(sentence, one, place)
    if one.predicate is not Predicate.PREMIERE_DATE:
        return not words.WRITERS_WORK.search(sentence.marked, one.lead, one.end)
    part = words.PART.search(sentence.marked, one.lead, max(place + 1, one.end))
    return not (part or _is_another_start(sentence, one)) and _is_premiere(sentence, one, place, season, named=named)


def _is_another_start(sentence: Sentence, one: Told) -> bool:
    """Whether an order, a cancellation, a break that is over or a plan given up is told in words of premieres."""
    marked = sentence.marked
    return (
        _is_no_longer(sentence, one)
        or any(p.search(marked, one.lead, one.at) for p in (words.NO_PREMIERE, words.LATER_EPISODE))
        or any(pattern.match(marked, one.at) for pattern in (words.LANDED_ONE, words.OTHER_AIRED))
        or (marked.startswith("resum", one.at) and not _show_resumes(sentence, one))
        or (words.GOES_OUT.match(marked, one.at) and not words.FIRST_GOES_OUT.search(marked, 0, one.at))
        or (words.DROPPED.match(marked, one.at) and words.IS_TO_BE_PAST.search(marked, one.lead, one.at)) is not None
        or _follows_to_its_end(sentence, one)
        or _goes_on_air(sentence, one)
        or _shows_an_episode(sentence, one)
    )


def _show_resumes(sentence: Sentence, one: Told) -> bool:
    """Whether it is a show that resumes, and not filming, or a season behind a break: "resumes its fourth season"."""
    goes_on = words.OWN_SEASON.match(sentence.marked, one.end) is not None
    return not goes_on and words.SHOW_RESUMES.search(sentence.marked, 0, one.at) is not None


def _is_no_longer(sentence: Sentence, one: Told) -> bool:
    """Whether a day was meant before, and is not any more: "had been expected", "was first planned for D"."""
    marked, fixed = sentence.marked, kinds.FIXES.match(sentence.marked, one.at) is not None
    if one.moved or (fixed and words.HAS_BEEN.search(marked, one.lead, one.at)):
        return False
    return words.NO_LONGER.search(marked, one.lead, one.at) is not None or (
        (fixed or kinds.SETTING.match(marked, one.at) is not None)
        and words.WAS_FIRST.search(marked, one.lead, one.at) is not None
    )


def _goes_on_air(sentence: Sentence, one: Told) -> bool:
    """Whether a show is only back from a break, within its season."""
    back = sentence.marked[one.at : one.end].casefold().startswith(("back", "return", "resum"))
    return back and words.GOES_ON_AIR.match(sentence.marked, one.end) is not None


def _shows_an_episode(sentence: Sentence, one: Told) -> bool:
    """Whether "it" is an episode that the sentence before speaks of: "directed the last hour. P will show it on D"."""
    before = sentence.document.sentences[sentence.index - 1] if sentence.index else None
    shows_it = before is not None and words.SHOWS_IT.match(sentence.marked, one.at) is not None
    return shows_it and before is not None and words.AN_EPISODE.search(before.marked) is not None


def _follows_to_its_end(sentence: Sentence, one: Told) -> bool:
    """Whether a show that "followed" shares the end of those that the sentence before cancels."""
    if not sentence.index or not words.FOLLOWED.match(sentence.marked, one.at):
        return False
    before = sentence.document.sentences[sentence.index - 1]
    return before.paragraph == sentence.paragraph and words.CANCELS.search(before.marked) is not None


def _is_finale(sentence: Sentence, one: Told, place: int) -> bool:
    """Whether a word that can mean an end means the show's: a finale by name, or a show or season that ends."""
    word = sentence.marked[one.at : one.end]
    if place < one.end or word.endswith(SHOW) or _END_BY_NAME.search(word):
        return True
    if words.OWN_SEASON.match(sentence.marked, one.end) or when_seasons.alone(sentence, one) is not None:
        return True
    compound = re.search(
        r"\band\s+(?:(?:\w+ly|will|to|is|set|did|not)\s+){0,3}$", sentence.marked[: one.at], re.IGNORECASE
    )
    return words.SUBJECT_BEFORE.search(sentence.marked[one.lead : one.at]) is not None or compound is not None


def _is_premiere(sentence: Sentence, one: Told, place: int, season: int | None, *, named: bool) -> bool:
    """Whether a word that can mean a premiere does so here."""
    word = sentence.marked[one.at : one.end].casefold().strip()
    if (
        place < one.end
        or re.match(r"premier|debut|bow|reach|.*opener$", word)
        or _is_put_on(sentence, one, place, season)
    ):
        return True
    if sentence.document.in_title and words.SEASON_RIGHT_BEFORE.search(sentence.marked, 0, one.at):
        return True
    before = sentence.marked[one.lead : one.at]
    if sentence.document.in_title and season is not None and not words.OTHER_EVENT.search(sentence.marked):
        return True
    subject_first = words.SUBJECT_BEFORE.search(sentence.marked, 0, one.at) is not None
    subject_first = subject_first or (season is not None and when_seasons.alone(sentence, one) is not None)
    brings = "back" in word and re.search(r"\b(?:bring\w*|c[ao]m\w+)\s+[^.;]{0,30}$", before, re.IGNORECASE) is not None
    labelled = (
        sentence.document.in_title
        and word.startswith(("releas", "date", "set", "back"))
        and (season is not None or named)
    )
    labelled = labelled and re.search(rf"[{SHOW}{SEASON}]|date\s*$", before, re.IGNORECASE) is not None
    # "The network confirmed that S will return", "the order is for ten episodes, which will air": what was confirmed is
    # what the date is of, and not the order.
    said = words.SAYS_OF_IT.split(words.INSET.sub(",", before))[-1]
    if not words.ANOTHER_WORK.search(said):
        said = words.OF_ANOTHER_TIME.split(said)[-1]
    if words.OWN_SUBJECT.search(said):
        # "Based on a novel by somebody, S began in D": nothing before S matters.
        said = said.rpartition(SHOW)[2]
    return (subject_first or brings or labelled) and not words.OTHER_EVENT.search(said[-40:])


def _is_put_on(sentence: Sentence, one: Told, place: int, season: int | None) -> bool:
    """Whether it is said that a season or a show is put on, whoever does it."""
    marked, at, end = sentence.marked, one.at, one.end
    behind = words.FOR_A_SEASON, words.NOUN_OF_SEASON
    if any(pattern.match(marked, end) for pattern in behind) or words.AIRS_MORE.search(marked, one.lead, place):
        return True
    if season is not None and words.TO_BE_SHOWN.match(marked, max(0, at - 6)):
        return True
    if any(pattern.match(marked, at) for pattern in (words.STARTS_ITS_SEASON, words.SHOWN, words.BRINGS_IT)):
        return True
    if words.AND_IS.search(marked, one.lead, at) or _opens_sentence(marked, at, place):
        return True
    of_it = any(p.search(marked, 0, at) for p in (words.OF_THE_SEASON, words.AFTER_ITS, words.WITH_A))
    return (
        (of_it and words.NOUN_OF_IT.match(marked, at) is not None)
        or words.PUT_ON.search(marked, 0, place) is not None
        or any(pattern.search(marked, 0, at) for pattern in (words.OF_WHICH, words.WILL_BRING))
    )


def _opens_sentence(marked: str, at: int, place: int) -> bool:
    """Whether a sentence opens with the word, and its show follows: "Launched on D with some noise, the drama has"."""
    opens = not marked[:at].strip() and words.OPENS_SENTENCE.match(marked, at)
    return bool(opens) and words.IT_HAS.match(marked, place + 1) is not None
