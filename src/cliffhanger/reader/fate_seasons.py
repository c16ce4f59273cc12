"""Which season an order names, or one that is still open: the season to come.

Numbers that only date the news ("renewed ahead of season 2") are not the season
that is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.fate_counted import first_of, in_season
from cliffhanger.reader.fate_words import GET
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import CARDINALS, ORDINALS, number

if TYPE_CHECKING:
    from cliffhanger.reader.seasons import SeasonWords
    from cliffhanger.reader.sentences import Sentence

ONE = re.compile(
    r"\b(?:after|following)\s+an?\s+season\s+(?:apiece|each)\b"
    r"|\b(?:after|following|(?:lasted|ran)(?:\s+for)?)\s+(?:[\w-]+\s+episodes\s+and\s+)?(?:just\s+|only\s+|a\s+|its\s+|their\s+|the\s+|airing\s+)*(?:one|1|single|lone"
    r"|sole)(?:[\s-]+[\w-]+){0,2}?[\s-]+(?:seasons?|series|run|outing)\b",
    re.IGNORECASE,
)
# "Picked up for a fourth", "cancelled after five": the season goes without saying.
_ORDINAL_ALONE = Hinted(
    rf"\b(?:for|order(?:s|ed)|add(?:s|ed)|commissioned|greenlit|on|about|has|{GET})\s+(?:a|an|its)\s+({'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
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
# "The freshman comedy S": it has had one season, and waits for its second.
_NEW = Hinted(
    r"\b(?:(?P<first>freshm[ae]n|rookies?|first-year|first-season|newcomers?)|(?P<second>sophomores?|second-year))\b"
    r"(?!\s+(?:season|star|actor|actress|run|outing|year|order|slump))",
    re.IGNORECASE,
)
# "S (four seasons), T (five) and U (one)".
_IN_BRACKETS = re.compile(
    rf"['\u2019\"\u201d]?\s*\((?:after\s+)?(?:(?P<count>{SEASON})|(?P<number>{'|'.join(CARDINALS)})(?:\s+season)?)\)",
    re.IGNORECASE,
)
_NEW_RIGHT_BEFORE = re.compile(
    r"\b(?:(?P<first>freshm[ae]n|rookies?|first-year|first-season|newcomers?)|(?P<second>sophomores?|second-year))\s+(?:[\w-]+\s+){0,2}[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
_BEFORE_NEW = 40
_CURRENT = re.compile(rf"\bin\s+(?:its|their)\s+(?:[\w-]+\s+)?{SEASON}", re.IGNORECASE)
# "S, which completed its fifth season in October, has been renewed".
_SHOWN = re.compile(
    r"\b(?:(?:complet|capp|air|end|finish|wrapp|clos|conclud|start|open|premier|debut|launch)\w*|began|begun)\s+(?:its|their|the)\s+(?:[\w-]+\s+)?$"
    r"|\b(?:returned|came\s+back|is\s+back)\s+for\s+(?:its\s+)?$",
    re.IGNORECASE,
)
# "No decision on S, which finished its third season": that one was shown.
_WHICH_SHOWED = re.compile(
    r",\s+which\s+(?:finished|ended|completed|wrapped|closed|concluded|capped|aired|opened|started|began|launched)\s",
    re.IGNORECASE,
)
# "Has yet to renew S beyond its third season", "awaits word on its fate after two seasons".
_HAD = re.compile(
    rf"\b(?:beyond|past)\s+(?:its\s+|the\s+|their\s+)?(?:[\w-]+\s+){{0,2}}{SEASON}|\bafter\s+(?:just\s+|only\s+)?{SEASON}",
    re.IGNORECASE,
)
# "Has not decided on S, and T was axed after two seasons": those are of T.
_NEXT_CLAUSE = re.compile(
    rf",\s+(?:and|but|while)\s[^,;]{{0,40}}{SHOW}['\u2019]?\s+(?:was|is|has|will|got)\b", re.IGNORECASE
)
# "No decision on S, now in its first season".
_NOW_IN = re.compile(
    rf"['\u2019\"\u201d]?,\s+(?:which\s+is\s+)?(?:(?:now|currently|still)\s+)?in\s+(?:its|their)\s+(?:[\w-]+\s+)?(?P<season>{SEASON})"
)
# "No decision on S, whose first season landed in July".
_SHOWN_OF_IT = re.compile(
    rf"\b(?:since\s+its|after\s+its|whose)\s+(?P<season>{SEASON})\s+(?:premiered|debuted|landed|dropped|aired|started|began|launched|arrived|ended|wrapped|concluded|finished|came\s+out)\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?:ahead\s+of|before|prior\s+to|in\s+advance\s+of|until)\s+(?:its\s+|the\s+"
    r"|their\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:after|following|despite|since(?!\s+an?\s)|from|in|during|(?:episodes?|weeks?|days?|months?)\s+into|(?:half|mid)way\s+through)\s+(?:just\s+|only\s+|its\s+|the\s+|their\s+|an?\s+"
    r"|airing\s+)*(?:(?!for\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:\b(?:for|through|with|of|an?|its|to|the|another|order|including|thru|grants|granting|giving|ordering|adding)\s+(?:[\w\u2019'-]+\s+){0,4}"
    r"|\b(?:more|years?|\ue001),\s+(?:its|their)\s+|^[\s'\u2019\"s(:,-]{0,3})$",
    re.IGNORECASE,
)
EVENT_OF_SEASON = re.compile(
    r"[\s-]*(?:premiere|finale|debut|launch|return|production|filming|trailer|release)", re.IGNORECASE
)
# "Finished its third season, and has another on the way": the fourth.
_ANOTHER = re.compile(
    r"\banother(?:\s+(?:one|season|series|run))?(?=\s*(?:[.,;]|$|is\b|has\b|remains\b|on\b|in\b|coming\b))",
    re.IGNORECASE,
)
_NEAR = 40
_POSSIBLE = re.compile(r"\b(?:possible|potential|hypothetical)\s+$", re.IGNORECASE)


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
    waits = predicate is Predicate.IN_LIMBO
    had = _HAD.search(sentence.marked, match.start("subject"), match.end() + len(rest)) if waits else None
    if had and not _NEXT_CLAUSE.search(sentence.marked, match.start("subject"), had.start()):
        # "Has yet to renew S beyond its third season": the fourth is open.
        words = sentence.season(had.end() - 1)
        return tuple(n + 1 for n in words.numbers[-1:]) or ((words.count + 1,) if words.count else ())
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
    run = seasons_run(sentence.marked, match)
    if not run and predicate in {Predicate.RENEWED, Predicate.RESCUED}:
        run = in_season(sentence, match) or (predicate is Predicate.RESCUED and ONE.search(sentence.marked) is not None)
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
    possible = (at for at in places(marked, 0, len(marked)) if _POSSIBLE.search(marked, 0, at))
    return next((sentence.season(at).numbers for at in possible), ())


def _one_more(sentence: Sentence, end: int) -> tuple[int, ...]:
    """Return the season that "another" means: "finished its third, and has not decided whether to make another"."""
    before = [at for at in places(sentence.marked, 0, end) if sentence.season(at).numbers]
    if not before or SHOW in sentence.marked[before[-1] : end]:
        # "Passed on a second season of S, and has not said whether there will be more of T".
        return ()
    return tuple(n + 1 for n in sentence.season(before[-1]).numbers[-1:])


def _numbered(sentence: Sentence, match: re.Match[str], start: int, end: int) -> tuple[int, ...]:
    """Return the first season between two places that is not there to date the news, or none."""
    marked, verb = sentence.marked, match.start("verb")
    for at in places(marked, start, end):
        words = sentence.season(at)
        before = marked[max(match.start(), at - 60) : at]
        if not words.numbers or (at >= match.end() and not _FOR.search(marked[match.end() : at])):
            continue
        if (
            "until" in marked[match.end() : at]
            or BEFORE.search(before)
            or _BEHIND.search(before)
            or EVENT_OF_SEASON.match(marked, at + 1)
            or ((at < verb or _WHICH_SHOWED.search(before)) and _SHOWN.search(before))
        ):
            continue
        return words.numbers
    return ()


def seasons_run(marked: str, match: re.Match[str]) -> int:
    """Return how many seasons a show has had by what it is called, a freshman or a sophomore, or 0."""
    new = _NEW.search(marked, max(0, match.start() - _BEFORE_NEW), match.end())
    if new is None:
        return 0
    start = max(match.start("subject"), match.start())
    if SHOW in marked[start : new.start()] or SHOW in marked[new.end() : start]:
        # "S, T and rookie U all got the ax": the others had more.
        return 0
    return 1 if new["first"] else 2


def count_of(sentence: Sentence, show: ShowMention) -> int:
    """Return how many seasons a show has had by what stands in brackets behind its name, or 0: "S (four seasons)"."""
    at = next((place for place, mention in sentence.all_of(ShowMention) if mention is show), 0)
    told = _IN_BRACKETS.match(sentence.marked, at + 1)
    if told is None:
        return 0
    return number(told["number"]) if told["number"] else sentence.season(told.start("count")).count


def run_of(sentence: Sentence, show: ShowMention) -> int:
    """Return how many seasons a show has had by what stands right before its name, or 0: "and rookie U got the ax"."""
    at = next((place for place, mention in sentence.all_of(ShowMention) if mention is show), 0)
    new = _NEW_RIGHT_BEFORE.search(sentence.marked[max(0, at - _BEFORE_NEW) : at])
    return 0 if new is None else 1 if new["first"] else 2


def places(marked: str, start: int, end: int) -> list[int]:
    """Return where season words stand between two places."""
    return [at for at in range(start, min(end, len(marked))) if marked[at] == SEASON]


def _believed(numbers: tuple[int, ...], predicate: Predicate) -> tuple[int, ...]:
    """Leave out a first season where a next one must be meant."""
    return tuple(n for n in numbers if n > 1 or predicate is Predicate.ORDERED)
