"""Which season a word of fate is about.

An order names the season to come; a cancellation and an ending name the last
one. Numbers that only date the news ("renewed ahead of season 2") are not the
season that is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.fate_counted import first_of, in_season
from cliffhanger.reader.fate_words import GET
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import PLATFORM, SEASON, SHOW
from cliffhanger.reader.seasons import CARDINALS, LATER, ORDINALS, number

if TYPE_CHECKING:
    from cliffhanger.reader.seasons import SeasonWords
    from cliffhanger.reader.sentences import Sentence

_ONE = re.compile(
    r"\b(?:after|following)\s+an?\s+season\s+(?:apiece|each)\b"
    r"|\b(?:after|following|(?:lasted|ran)(?:\s+for)?)\s+(?:[\w-]+\s+episodes\s+and\s+)?(?:just\s+|only\s+|a\s+|its\s+|their\s+|the\s+|airing\s+)*(?:one|1|single|lone"
    r"|sole)(?:[\s-]+[\w-]+){0,2}?[\s-]+(?:seasons?|series|run|outing)\b",
    re.IGNORECASE,
)
# "Picked up for a fourth", "cancelled after five": the season goes without saying.
_ORDINAL_ALONE = Hinted(
    rf"\b(?:for|order(?:s|ed)|add(?:s|ed)|commissioned|greenlit|on|has|{GET})\s+(?:a|an|its)\s+({'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?:\s+(?!time|half|window|part|night|look|stage|phase|week|month|day)[\w-]+)?"
    rf"(?=\s*(?:[.,;:!)\ue003]|$|\s(?:at|on|coming|lined|locked"
    rf"|by|the\s+following|that|last|this|in)\b))",
    re.IGNORECASE,
)
# "Greenlights fourth S season": the show stands between the number and its noun.
_AROUND = Hinted(rf"\b({'|'.join(ORDINALS)})\s+{SHOW}['\u2019]?s?\s+(?:season|series)\b")
# "A third season of S was ordered, and T starts its second".
_OF_SHOW = re.compile(rf"{SEASON}\s+of\s+[^,;:{SEASON}{SHOW}]{{0,60}}$")
# "Renews S for part 3": some platforms count so.
_PART = Hinted(rf"\bfor\s+part\s+(\d{{1,2}}|{'|'.join(CARDINALS)})\b")
# "S never got a third".
_NEVER_GOT = Hinted(
    rf"\b(?:never|not|n[o\u2019']t)\s+(?:get|got|gets|receive[ds]?)\s+an?\s+({'|'.join(ORDINALS)})(?=\s*(?:$|[.,;:!?)]|season|series))",
    re.IGNORECASE,
)
# "It will end this year with its sixth".
_WITH_ALONE = re.compile(
    rf"\bwith\s+(?:its|the|an?)\s+(?:[\w-]+\s+)?({'|'.join(ORDINALS)})(?=\s*(?:$|[.,;]|in\b|on\b|that\b|last\b))",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    rf"\b(?:after|which\s+(?:got|had|lasted|ran\s+for))\s+(?:just\s+|only\s+)?({'|'.join(CARDINALS)}|\d{{1,2}})(?=\s*(?:[.,;:!)]|$|series\b|apiece\b|each\b|an?\s+(?:day|week|month)\b|\ue003))",
    re.IGNORECASE,
)
# "The freshman comedy S": it has had one season, and waits for its second.
_NEW = Hinted(
    r"\b(?:(?P<first>freshm[ae]n|rookies?|first-year|first-season|newcomers?)|(?P<second>sophomores?|second-year))\b"
    r"(?!\s+(?:season|star|actor|actress|run|outing|year|order|slump))",
    re.IGNORECASE,
)
_BEFORE_NEW = 40
_CURRENT = re.compile(rf"\bin\s+(?:its|their)\s+(?:[\w-]+\s+)?{SEASON}", re.IGNORECASE)
# "S, which completed its fifth season in October, has been renewed".
_SHOWN = re.compile(
    r"\b(?:(?:complet|end|finish|wrapp|clos|conclud|start|open|premier|debut|launch)\w*|began|begun)\s+(?:its|their|the)\s+(?:[\w-]+\s+)?$"
    r"|\b(?:returned|came\s+back|is\s+back)\s+for\s+(?:its\s+)?$",
    re.IGNORECASE,
)
# "No decision on S, which finished its third season": that one was shown.
_WHICH_SHOWED = re.compile(r",\s+which\s+(?:finished|ended|completed|wrapped|closed|concluded)\s", re.IGNORECASE)
# "No decision on S, now in its first season".
_NOW_IN = re.compile(
    rf"['\u2019\"\u201d]?,\s+(?:which\s+is\s+)?(?:(?:now|currently|still)\s+)?in\s+(?:its|their)\s+(?:[\w-]+\s+)?(?P<season>{SEASON})"
)
# "No decision on S, whose first season landed in July".
_SHOWN_OF_IT = re.compile(
    rf"\b(?:since\s+its|after\s+its|whose)\s+(?P<season>{SEASON})\s+(?:premiered|debuted|landed|dropped|aired|started|began|launched|arrived|ended|wrapped|concluded|finished|came\s+out)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:ahead\s+of|before|prior\s+to|in\s+advance\s+of|until)\s+(?:its\s+|the\s+"
    r"|their\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:after|following|despite|since(?!\s+an?\s)|from|in|during|(?:episodes?|weeks?|days?|months?)\s+into|(?:half|mid)way\s+through)\s+(?:just\s+|only\s+|its\s+|the\s+|their\s+|an?\s+"
    r"|airing\s+)*(?:(?!for\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# "Won't be back after its fourth season": that one was shown.
_AIRED = re.compile(
    r"\b(?:(?:after|following)\s+(?:its|the|their)|(?:past|beyond)(?:\s+(?:its|the|their))?)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "To end with a film instead of a fourth season".
_INSTEAD = re.compile(r"\b(?:instead\s+of|rather\s+than)\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
# "Canceled S in May and T in June, each after a single season".
_EACH_AFTER = re.compile(
    rf"[,;]\s+(?:each|both|all)\s+(?:of\s+them\s+)?after\s+(?:just\s+|only\s+|an?\s+)?(?:(?P<count>{SEASON})|(?:single|one)\b)",
    re.IGNORECASE,
)
# "After six seasons, P has cancelled S".
_COUNTED_BEFORE = re.compile(
    rf"\bafter\s+(?:just\s+|only\s+)?(?:(?P<count>{SEASON})|(?:one|a\s+single)\s+season)(?:\s+(?:on|at)\s+\S+)?,\s+(?:the\s+)?(?:(?!while|but|and|as)[\w{PLATFORM}]+\s+)?$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:\b(?:for|through|with|of|an?|its|to|the|another|order|including|thru|grants|granting|giving|ordering|adding)\s+(?:[\w\u2019'-]+\s+){0,4}"
    r"|\b(?:more|years?|\ue001),\s+(?:its|their)\s+|^[\s'\u2019\"s(:,-]{0,3})$",
    re.IGNORECASE,
)
# "The former for a fifth season and the latter for a second".
_FORMER = re.compile(
    rf"\bthe\s+former\s+for\s+an?\s+(?P<season>{SEASON})\s+and\s+the\s+latter\s+for\s+an?\s+(?:(?P<number>{LATER})\b|(?P<latter>{SEASON}))",
    re.IGNORECASE,
)
_EACH_COUNTED = rf"(?:(?P<number>{'|'.join(CARDINALS)})\b|(?P<latter>{SEASON}))"
_FORMER_AFTER = re.compile(
    rf"\bthe\s+former\s+after\s+(?P<season>{SEASON})\s+and\s+the\s+latter\s+after\s+{_EACH_COUNTED}", re.IGNORECASE
)
# "After two seasons and one, respectively".
_RESPECTIVELY = re.compile(rf"\bafter\s+(?P<season>{SEASON})\s+and\s+{_EACH_COUNTED},?\s+respectively\b", re.IGNORECASE)
_NOT_MADE = re.compile(
    r"\b(?:no|not|without|despite|won[\u2019']t|isn[\u2019']t|never|pass(?:es|ed)\s+on|forward\s+with"
    r"|scrap\w*|going\s+back\s+on|tak(?:es?|ing|en)\s+back|took\s+back)\b[^\ue001]{0,50}$",
    re.IGNORECASE,
)
_EVENT_OF_SEASON = re.compile(
    r"[\s-]*(?:premiere|finale|debut|launch|return|production|filming|trailer|release)", re.IGNORECASE
)
# "Finished its third season, and has another on the way": the fourth.
_ANOTHER = re.compile(
    r"\banother(?:\s+(?:one|season|series|run))?(?=\s*(?:[.,;]|$|is\b|has\b|remains\b|on\b|in\b|coming\b))",
    re.IGNORECASE,
)
_NEAR = 40
_POSSIBLE = re.compile(r"\b(?:possible|potential|hypothetical)\s+$", re.IGNORECASE)
_BACK = re.compile(r"\b(?:(?:tak\w+|took)\s+back|going\s+back\s+on)\b", re.IGNORECASE)
_UNDONE = re.compile(r"despite|revers|rescind|after", re.IGNORECASE)
_NOT_ORDERED = re.compile(r"\b(?:forward|ahead|proceed\w*|pass(?:es|ed))\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(r"[\s-]*(?:renewal|pick-?up|order|commitment|deal)", re.IGNORECASE)


def season_to_come(
    sentence: Sentence, match: re.Match[str], rest: str, own: SeasonWords | None, predicate: Predicate
) -> tuple[int, ...]:
    """Return the seasons that are ordered, or still open; none where no number is said.

    Args:
        sentence: the sentence.
        match: the rule's match in it.
        rest: the clause behind the match.
        own: season words that stand with the show's name.
        predicate: what is said.
    """
    if own is not None and own.numbers:
        return _believed(own.numbers, predicate)
    # "Closes S with N, orders T", "orders T as S heads for N": what stands around an order is another's.
    before = predicate is not Predicate.ORDERED
    verb, end = match.start("verb"), match.end() + (len(rest) if before else 0)
    numbers = (
        _of_subject(sentence, match)
        or _numbered(sentence, match, verb, end)
        or _alone(sentence.marked, verb, end)
        or (_numbered(sentence, match, match.start(), verb) if before else ())
    )
    counted = first_of(sentence, match) if before else 0
    if counted or numbers:
        return (counted,) if counted else _believed(numbers, predicate)
    told = match.groupdict().get("ordinal")
    if told or not before:
        return (number(told) if told else 1,)
    if _ANOTHER.search(match["verb"]):
        return _one_more(sentence, match.start("verb"))
    run = _seasons_run(sentence.marked, match)
    if not run and predicate in {Predicate.RENEWED, Predicate.RESCUED}:
        run = in_season(sentence, match) or (
            predicate is Predicate.RESCUED and _ONE.search(sentence.marked) is not None
        )
    return (run + 1,) if run else _open(sentence, match) if predicate is Predicate.IN_LIMBO else ()


def _of_subject(sentence: Sentence, match: re.Match[str]) -> tuple[int, ...]:
    """Return the season right before its show: in "a third season of S was ordered, and T starts its second" that."""
    before = _OF_SHOW.search(sentence.marked, match.start(), max(match.start("subject"), match.start()))
    return sentence.season(before.start()).numbers if before else ()


def _alone(marked: str, start: int, end: int) -> tuple[int, ...]:
    """Return the season that only its ordinal names, or whose noun the show is put before."""
    alone = (
        _ORDINAL_ALONE.search(marked, start, end)
        or _AROUND.search(plain(marked), start, end)
        or _PART.search(plain(marked), start, end)
    )
    return (number(alone[1]),) if alone else ()


def _open(sentence: Sentence, match: re.Match[str]) -> tuple[int, ...]:
    """Return the season that a show waits for: the one behind the current, or the possible one."""
    marked = sentence.marked
    current = _CURRENT.search(marked, match.start(), match.end())
    if current:
        return tuple(n + 1 for n in sentence.season(current.end() - 1).numbers[-1:])
    shown = _SHOWN_OF_IT.search(marked, match.end()) or _NOW_IN.match(marked, match.end())
    if shown:
        return tuple(n + 1 for n in sentence.season(shown.start("season")).numbers[-1:])
    if _ANOTHER.search(marked, match.start(), match.end() + _NEAR):
        return _one_more(sentence, match.start())
    possible = (at for at in _places(marked, 0, len(marked)) if _POSSIBLE.search(marked, 0, at))
    return next((sentence.season(at).numbers for at in possible), ())


def _one_more(sentence: Sentence, end: int) -> tuple[int, ...]:
    """Return the season that "another" means: "finished its third, and has not decided whether to make another"."""
    before = [sentence.season(at).numbers for at in _places(sentence.marked, 0, end)]
    return tuple(n + 1 for numbers in before[-1:] for n in numbers[-1:])


def _numbered(sentence: Sentence, match: re.Match[str], start: int, end: int) -> tuple[int, ...]:
    """Return the first season between two places that is not there to date the news, or none."""
    marked, verb = sentence.marked, match.start("verb")
    for at in _places(marked, start, end):
        words = sentence.season(at)
        before = marked[max(match.start(), at - 60) : at]
        if not words.numbers or (at >= match.end() and not _FOR.search(marked[match.end() : at])):
            continue
        if (
            "until" in marked[match.end() : at]
            or _BEFORE.search(before)
            or _BEHIND.search(before)
            or _EVENT_OF_SEASON.match(marked, at + 1)
            or ((at < verb or _WHICH_SHOWED.search(before)) and _SHOWN.search(before))
        ):
            continue
        return words.numbers
    return ()


def _seasons_run(marked: str, match: re.Match[str]) -> int:
    """Return how many seasons a show has had by what it is called, a freshman or a sophomore, or 0."""
    new = _NEW.search(marked, max(0, match.start() - _BEFORE_NEW), match.end())
    return 0 if new is None else 1 if new["first"] else 2


def last_season(
    sentence: Sentence, match: re.Match[str], rest: str, own: SeasonWords | None, *, ending: bool
) -> tuple[int | None, bool]:
    """Return the last season of a show that stops, and whether a season that was ordered is taken back.

    Args:
        sentence: the sentence.
        match: the rule's match in it.
        rest: the clause behind the match.
        own: season words that stand with the show's name.
        ending: whether it ends by design, so that the season named is the last.
    """
    marked, end = sentence.marked, match.end() + len(rest)
    worded = match.groupdict().get("after")
    if worded:
        return number(worded) or None, False
    if "fate" in match.group().rpartition(" ")[2]:
        # "T met the same fate": after how many seasons is another question.
        return None, False
    outright = _outright(sentence, match, own, end, ending=ending)
    if outright is not None:
        return outright
    # Behind a colon somebody says what comes of it.
    colon = marked.find(": ", match.end(), end)
    end = colon if colon >= 0 else end
    found: int | None = None
    for at in _places(marked, match.start(), end):
        told = _told_at(sentence, match, at, ending=ending)
        if told is not None:
            return told
        # Behind a comma another thing is told.
        numbers = () if ending or "," in marked[match.end() : at] else sentence.season(at).numbers
        found = found or (numbers[-1] if numbers else None)
    if found is None:
        alone = (_WITH_ALONE if ending else _NUMBER_ALONE).search(marked, match.start("verb"), end)
        found = number(alone[1]) if alone else None
    return found, False


def _outright(
    sentence: Sentence, match: re.Match[str], own: SeasonWords | None, end: int, *, ending: bool
) -> tuple[int | None, bool] | None:
    """Return what is said before any season is looked for in the clause, or None."""
    if _ONE.search(sentence.marked, match.start(), end) or match["verb"].startswith("one"):
        return 1, False
    if ending:
        return None
    each = each_after(sentence, match.end())
    if each is not None:
        return each, False
    if own is not None and own.numbers:
        # Of a season that is not gone ahead with nobody says that it had been ordered.
        return own.numbers[0] - 1 or None, not _NOT_ORDERED.search(match["verb"])
    lead = _COUNTED_BEFORE.search(sentence.marked, 0, match.start())
    counted = (sentence.season(lead.end("count") - 1).count if lead["count"] else 1) if lead else 0
    never = _NEVER_GOT.search(sentence.marked, match.start(), end)
    if never:
        return number(never[1]) - 1 or None, False
    counted = counted or _seasons_run(sentence.marked, match)
    return (counted, False) if counted else None


def of_each(sentence: Sentence, match: re.Match[str], rest: str, predicate: Predicate) -> list[int | None]:
    """Return the seasons that are told of two shows, "the former for a fifth season and the latter for a second"."""
    marked, end = sentence.marked, match.end()
    stopped = _FORMER_AFTER.search(marked, end) or _RESPECTIVELY.search(marked, end)
    if stopped and predicate is Predicate.CANCELLED:
        counted = sentence.season(stopped.start("season")).count
        latter = number(stopped["number"]) if stopped["number"] else sentence.season(stopped.start("latter")).count
        return [counted or None, latter or None]
    told = _FORMER.search(marked, end, end + len(rest))
    numbers = sentence.season(told.start("season")).numbers if told else ()
    if told is None or not numbers:
        return []
    return [numbers[0], number(told["number"]) if told["number"] else sentence.season(told.start("latter")).numbers[0]]


def each_after(sentence: Sentence, start: int) -> int | None:
    """Return after how many seasons all shows of a sentence ended: "each after a single season"."""
    told = _EACH_AFTER.search(sentence.marked, start)
    if told is None:
        return None
    return sentence.season(told.start("count")).count or None if told["count"] else 1


def _told_at(sentence: Sentence, match: re.Match[str], at: int, *, ending: bool) -> tuple[int | None, bool] | None:
    """Return what season words tell of the last season, and whether one is taken back; None if they leave it open."""
    marked, words = sentence.marked, sentence.season(at)
    before = marked[max(0, at - 60) : at]
    # "A two-season pick-up" counts what was ordered, not what was made.
    if words.count and not words.more and not _TAKEN_BACK.match(marked, at + 1):
        return words.count, False
    if not words.numbers:
        return None
    if ending:
        return _last_named(words.numbers, before)
    if _AIRED.search(before) or (_BEFORE.search(before) and _EVENT_OF_SEASON.match(marked, at + 1)):
        return words.numbers[-1], False
    ordered = _TAKEN_BACK.match(marked, at + 1) is not None
    inside = match.start("verb") <= at < match.end("verb")
    if ordered or inside or _refused(match, at) or _BEFORE.search(before) or _NOT_MADE.search(before):
        taken_back = _BACK.search(before) is not None or (ordered and _UNDONE.search(before) is not None)
        return words.numbers[0] - 1 or None, taken_back
    return None


def _last_named(numbers: tuple[int, ...], before: str) -> tuple[int | None, bool] | None:
    """Return the season that a show ends with by its number and the words before it, or None where that is another."""
    if _INSTEAD.search(before):
        return numbers[0] - 1 or None, False
    return None if _BEFORE.search(before) else (numbers[-1], False)


def _refused(match: re.Match[str], at: int) -> bool:
    """Whether season words stand in what is refused: "won't return for N", "decided against renewing S for N"."""
    verb = match["verb"].casefold()
    refused = bool(match.groupdict().get("refused"))
    negative = bool(re.match(r"there\s+will|no\b|will\s+not|won|is\s+not|isn|not\b|will\s+no|wo\b|pass", verb))
    renewed = "renew" in verb or "pick" in verb
    return (negative or refused or renewed) and at >= match.start("verb")


def _places(marked: str, start: int, end: int) -> list[int]:
    return [at for at in range(start, min(end, len(marked))) if marked[at] == SEASON]


def _believed(numbers: tuple[int, ...], predicate: Predicate) -> tuple[int, ...]:
    """Leave out a first season where a next one must be meant."""
    return tuple(n for n in numbers if n > 1 or predicate is Predicate.ORDERED)
