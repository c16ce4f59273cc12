"""How long a show is: the episodes of a season and the seasons of a series."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, counted, counted_words, lengths, said_of
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.sieves import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import ArticleClaim
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.said_of import Bearer
    from cliffhanger.reader.sentences import Sentence

EPISODES = Choice("episode", "part ", "installments", "instalments", "chapters", N)
SEASONS = Choice(N, "series")

_NUMBER = counted_words.NUMBER
_ADJECTIVES = (
    r"(?:(?:limited|new|full|crime|drama|straight-to-series|hour-long|half-hour|debut|legal|medical|original|"
    r"scripted|hit|comedy|fantasy|spy|detective|thriller)\s+){0,3}?"
)
_OF_SEASON = Sieve.of(
    (
        Hinted(
            rf"\b{_NUMBER}[\s-](?:episode|part|chapter)(?:,|\s+(?:and\s+)?(?:long|straight))?\s+(?P<season>{N})",
            re.IGNORECASE,
        ),
        Hinted(
            rf"(?P<season>{N})(?:\s+of\s+{S})?,?\s+(?:which\s+|that\s+)?(?:(?:will|is\s+set\s+to|"
            r"is\s+expected\s+to)\s+"
            r")?(?:also\s+)?"
            r"(?:consist(?:s|ed)?\s+of|compris(?:es?|ed|ing)(?:\s+of)?|contain(?:s|ed|ing)?|has|have|had|includ(?:es?|"
            r"ed|ing)|featur(?:es?|ed|ing)|runs?(?:\s+(?:for|to))?|ran(?:\s+(?:for|to))?|is|was|be|clocks\s+in\s+at|span(?:s|ned|ning)?|is\s+made\s+up\s+of|"
            r"was\s+made\s+up\s+of|boasts|of|with|totals?)\s+"
            rf"(?:a\s+total\s+of\s+|just\s+|only\s+)?{_NUMBER}\s+(?:(?:hour-long|half-hour|one-hour|total)\s+"
            r")?episodes\b(?!\s+(?:of|left|still|remaining|to|so|already|available|under|in|filmed|on|now|each|"
            r"old|away|behind|later)\b)",
            re.IGNORECASE,
        ),
        Hinted(
            rf"\b(?:all|the|all\s+the|its)\s+{_NUMBER}\s+(?:new\s+)?episodes\s+(?:of|from|in)\s+(?:(?:the|its|that|this|"
            rf"{S}['\u2019]s?|{S}|{P}['\u2019]s?)\s+)?(?P<season>{N})(?!\s+(?:that\s+(?:he|she|we|they|I|critics)|sent|made|"
            r"directed|written|seen|screened|available|provided|left|remaining|still|so\s+far|already|to\b))",
            re.IGNORECASE,
        ),
        Hinted(
            rf"^\W*{_NUMBER}\s+(?:new\s+)?episodes\s+(?:of|in)\s+(?:the\s+)?(?P<season>{N})\s+(?:premiere|arrive|are\s+"
            r"streaming|were\s+(?:released|shown)|aired|dropped|came)",
            re.IGNORECASE,
        ),
        Hinted(
            rf"\b(?:order\w*|commission\w*|has|have|gets?|with|made|making)\s+{_NUMBER}\s+(?:new\s+)?episodes\s+(?:for|of)\s+"
            rf"(?:its\s+|the\s+|a\s+|{S}['\u2019]?s?,?\s+)?(?P<season>{N})",
            re.IGNORECASE,
        ),
        Hinted(
            rf"\b(?:have|has|had|get|gets)\s+{_NUMBER}\s+(?:new\s+)?episodes\s+(?:in|for)\s+(?:its\s+|the\s+)?(?P<season>{N})",
            re.IGNORECASE,
        ),
        Hinted(rf"(?P<season>{N})\s+\({_NUMBER}\s+episodes[,;)]", re.IGNORECASE),
        Hinted(rf"(?P<season>{N})['\u2019]s?\s+{_NUMBER}\s+episodes\b", re.IGNORECASE),
        Hinted(rf"\b{_NUMBER}[\s-]episode\s+order\s+for\s+(?:a\s+|its\s+|the\s+)?(?P<season>{N})", re.IGNORECASE),
    )
)
# "Both seasons have eight episodes"; "Seasons 1 and 2 have eight episodes each".
_OF_EACH = Hinted(
    rf"(?:(?P<both>\bboth\s+(?:seasons|{N}))|(?P<seasons>{N}))\s+(?:each\s+)?(?:have|had|ran\s+(?:for|to)|run\s+(?:for|to)|consist(?:ed)?\s+of|comprised?)\s+"
    rf"{_NUMBER}\s+episodes\b",
    re.IGNORECASE,
)
_OF_SERIES = Hinted(
    rf"\b{_NUMBER}[\s-](?:episode|part)\s+{_ADJECTIVES}(?P<thing>series|drama|comedy|thriller|miniseries|"
    r"docuseries|dramedy|sitcom|show|mystery)\b",
    re.IGNORECASE,
)
_OF_ITS = Hinted(
    rf"(?:\ball\s+{_NUMBER}\s+episodes\s+of\s+(?P<show>{S})|\b(?:the|this)\s+season\s+(?:will\s+)?(?:consists?\s+"
    rf"of|compris(?:es|ed?)|contains?|has|runs?\s+for)\s+{_NUMBER.replace('count', 'of_it')}\s+episodes\b)",
    re.IGNORECASE,
)
# "The 10-episode drama" begins a thought of its own.
_THE = re.compile(
    rf"(?:^\W*(?:(?:created|developed|written|adapted|set|based|directed|starring|produced|filmed|shot|led|inspired)\s[^;]{{0,90}},\s+)?|[;:]\s+|,\s+(?:and|but|while)\s+)(?:(?:all|each)\s+of\s+)?(?:the|this)\s+(?:{P}\s+)?(?:(?!new|upcoming)[a-z]+,\s+)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"\b{_NUMBER}[\s-]episode\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:first|last|final|next|another|initial|remaining|opening|back|additional|latest|new|guest|for)\s+$",
    re.IGNORECASE,
)
_NO_ORDER = re.compile(r"(?:[\w-]+\s+){0,2}(?:arc|premiere|event|block|special|finale)\b", re.IGNORECASE)

_OF_SHOW = Hinted(
    rf"(?P<season>{N})[\s-](?:run|tenure\s+on\s+the\s+air|journey)\b(?!\s+(?:as|on\s+{S}|with|of\s+the\s+actor))"
    r"|\b(?:for|over|across|throughout|after|following|through|spann\w+|with|lasted|ran|aired|ended|concluded|"
    r"wrapped|is\s+ending|its|all|in)\s+(?:(?:its|the|all|a\s+total\s+of|just|only|those)\s+"
    rf"){{0,2}}(?P<told>{N})(?:\s+run\b)?",
    re.IGNORECASE,
)
_BRITISH = Hinted(
    rf"\b(?:r[au]n|runs|lasted|aired|ended|finished|bow(?:s|ed)\s+out|concluded)\s+(?:to|for|over|across|after)\s+(?:just\s+|only\s+|its\s+)?{_NUMBER}"
    r"\s+series\b(?!\s+(?:finale|premiere|order|regulars?)\b)",
    re.IGNORECASE,
)
_FOLLOWED = Hinted(
    rf"\b(?:follow(?:s|ed|ing)|succeed(?:s|ed|ing)|c[ao]m(?:e|es|ing)\s+after|picks?\s+up\s+after)\s+(?:all\s+)?(?P<told>{N})\s+of\s+"
    rf"(?:the\s+original\s+)?(?P<show>{S})",
    re.IGNORECASE,
)
_COUNTED_BY = re.compile(
    r"\b(?:cancel\w*|axed|scrapp\w+|end(?:s|ed|ing)?|conclud\w+|wrapp\w+|finish\w+|sign(?:s|ed|ing)\s+off|bow\w*\s+"
    r"out|ran|run(?:s|ning)?|last(?:s|ed|ing)|aired|over|comes?\s+to\s+an\s+end|came\s+to\s+an\s+end|coming\s+to\s+"
    r"an\s+end|"
    r"clos\w+|spann\w+|spans|dropped|pull\w*\s+the\s+plug|went\s+off|all|lived|episodes)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:stars?|actors?|actress|creators?|showrunners?|his|her|their|he|she|they|who|exit\w*|leav\w+|left|"
    r"depart\w*|quit\w*|join\w*|host\w*|return\w*|renew\w*|order\w*|first|last|past|nearly|next|play\w*|appear\w*|"
    r"role|contract|deal|"
    r"break|hiatus|waiting|absence|film|movie|parent|predecessor|original\s+series|mother\s+(?:show|series))\b",
    re.IGNORECASE,
)
_NOT_SERIES = re.compile(
    rf"\s+(?:order|renewal|pickup|deal|as\b|at\s+(?!{P})|before|into|in\b|later|ago|away|of\s+(?:the\s+"
    rf")?(?!{S})[a-z]+\s|for\b|together|worth)",
    re.IGNORECASE,
)


def episodes(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield how many episodes a season has; where only "the 10-episode drama" is said, it is the series'."""
    marked = sentence.marked
    yield from _in_words(document, sentence)
    yield from _of_show(document, sentence, lengths.find(document, sentence))
    if not any(word in marked.casefold() for word in ("episode", "part ", "nstal", "chapters")):
        return
    taken: set[int] = set()
    for rule in _OF_SEASON.through(marked):
        for m in rule.compiled.finditer(marked):
            words = sentence.season(m.start("season"))
            if len(words.numbers) != 1 or _is_part(marked, m):
                continue
            taken.add(m.start())
            yield from _episodes(document, sentence, m, words.numbers[0])
    yield from _of_each(document, sentence)
    for rule in (_OF_SERIES, _OF_ITS):
        for m in rule.finditer(marked):
            if m.start() not in taken and not _is_part(marked, m):
                yield from _episodes(document, sentence, m, None)
    yield from _answered(document, sentence)
    if any(word in marked for word in ("episode", "nstal", "hapters")):
        yield from _counted(document, sentence)


def _of_each(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the episodes that each of several seasons has."""
    for m in _OF_EACH.finditer(sentence.marked):
        numbers = (1, 2) if m["both"] else sentence.season(m.start("seasons")).numbers
        for season in numbers if len(numbers) > 1 else ():
            show, count = said_of.show_meant(document, sentence, m.start()), said_of.count(m["count"])
            if show and count and asserted.is_asserted(sentence, m.start()):
                borne = said_of.Bearer(show.subject, season, seasonal=True, confidence=0.8)
                yield borne.claim(sentence, Predicate.EPISODE_COUNT, count, m.span())


def _answered(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the count that answers a question; it need not have the word: "How many episodes are there? Ten."."""
    if sentence.marked.endswith("?") and sentence.index + 1 < len(document.sentences):
        answer = document.sentences[sentence.index + 1]
        if counted.is_asked(document, answer):
            yield from _counted(document, answer)


def seasons(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield how many seasons a series is said to have had when it ended, or to have in all."""
    marked = sentence.marked
    yield from _of_british(document, sentence)
    if not any(words.count and not words.more for _, words in sentence.all_of(SeasonWords)):
        return
    yield from _of_another(sentence)
    for m in _OF_SHOW.finditer(marked):
        place = m.start("season") if m["season"] else m.start("told")
        words = sentence.season(place)
        told = sentence.words(place, place + 1).split()[0].split("-")[0].casefold()
        counted = said_of.count(told)
        if not words.count or words.more or counted is None or counted != words.count:
            continue
        if m["told"] and (not _COUNTED_BY.search(marked, 0, place) or _NOT_SERIES.match(marked, place + 1)):
            continue
        lead = marked[_clause(marked, m.start()) : m.start()]
        if _PERSON.search(lead) or _PERSON.search(m.group()):
            continue
        borne = said_of.bearer(document, sentence, m.start(), m.end(), parts=True)
        if borne and asserted.is_asserted(sentence, m.start()):
            series = replace(borne, season=None)
            yield series.claim(sentence, Predicate.SEASON_COUNT, words.count, (place, m.end()))


def _of_british(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the seasons that are called series: "It ran for three series of six episodes"."""
    for m in _BRITISH.finditer(sentence.marked):
        show, value = said_of.show_meant(document, sentence, m.start()), said_of.count(m["count"])
        if (
            show
            and value
            and asserted.is_asserted(sentence, m.start())
            and not _PERSON.search(sentence.marked, 0, m.start())
        ):
            borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.8)
            yield borne.claim(sentence, Predicate.SEASON_COUNT, value, m.span())


def _of_another(sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the seasons that a show had before another one: "which followed seven seasons of S"."""
    for m in _FOLLOWED.finditer(sentence.marked):
        words, show = sentence.season(m.start("told")), sentence.show(m.start("show"))
        if words.count and not words.more and not words.numbers and show.strong:
            borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.85)
            yield borne.claim(sentence, Predicate.SEASON_COUNT, words.count, (m.start("told"), m.end()))


def _clause(marked: str, place: int) -> int:
    return max(marked.rfind(sign, 0, place) for sign in ",;:\u2014") + 1


def _is_part(marked: str, m: re.Match[str]) -> bool:
    """Whether the words count a part of a season: "the first three episodes of", "a two-episode premiere"."""
    return bool(_PART_OF.search(marked, 0, m.start()) or _NO_ORDER.match(marked, m.end() + 1))


def _episodes(document: Document, sentence: Sentence, m: re.Match[str], season: int | None) -> Iterator[ArticleClaim]:
    number = said_of.count(m.groupdict().get("count") or m.groupdict().get("of_it") or "")
    if number is None or not asserted.is_asserted(sentence, m.start()):
        return
    named = m.groupdict().get("show")
    if named:
        show = sentence.show(m.start("show"))
        borne = said_of.Bearer(show.subject, None, seasonal=False, confidence=0.95) if show.strong else None
    else:
        borne = _bearer(document, sentence, m)
    if borne is None:
        return
    borne = borne if season is None else replace(borne, season=season)
    yield borne.claim(sentence, Predicate.EPISODE_COUNT, number, m.span())


def _counted(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield what is counted apart from the words of a season, of the show that is spoken of."""
    found = (_agreed(document, sentence, count) for count in counted.find(document, sentence))
    yield from _of_show(document, sentence, (count for count in found if count))


def _agreed(document: Document, sentence: Sentence, found: counted.Counted) -> counted.Counted | None:
    """Return a count that agrees with those that the text ties to their seasons.

    "All 18 episodes" are the series' where it has three seasons of six, and so are "all eight" of "an eight-episode
    limited series", whichever season was spoken of before.
    """
    if not found.season or N in sentence.marked:
        return found
    value, known = said_of.count(found.worded) or 0, lengths.stated(document)
    of_series = {m["count"].casefold() for other in document.sentences for m in _OF_SERIES.finditer(other.marked)}
    if found.worded.casefold() in of_series and found.season not in known:
        return found._replace(season=None)
    if known.get(found.season, value) == value:
        return found
    return found._replace(season=None) if value == sum(known.values()) else None


def _of_show(document: Document, sentence: Sentence, counts: Iterator[counted.Counted]) -> Iterator[ArticleClaim]:
    for found in counts:
        value = said_of.count(found.worded)
        named = any(at < found.end and show.strong for at, show in sentence.all_of(ShowMention))
        show = said_of.show_meant(document, sentence, found.end)
        if value and show and asserted.is_asserted(sentence, found.start):
            borne = said_of.Bearer(show.subject, found.season, seasonal=False, confidence=0.85 if named else 0.75)
            yield borne.claim(sentence, Predicate.EPISODE_COUNT, value, (found.start, found.end))


def _bearer(document: Document, sentence: Sentence, m: re.Match[str]) -> Bearer | None:
    """Return what a count is said of; a show right behind its kind is meant: "the 10-episode drama S"."""
    beside = re.compile(rf",?\s+{S}").match(sentence.marked, m.end())
    if beside and m.groupdict().get("thing"):
        show = sentence.show(beside.end() - 1)
        return said_of.Bearer(show.subject, None, seasonal=False, confidence=0.95) if show.strong else None
    if m.groupdict().get("thing") and _THE.search(sentence.marked, 0, m.start()):
        meant = said_of.show_meant(document, sentence, m.start())
        return said_of.Bearer(meant.subject, None, seasonal=False, confidence=0.8) if meant else None
    if m.groupdict().get("season") is None:
        return said_of.bearer(document, sentence, *m.span())
    behind = m.end("season")
    return said_of.bearer(document, sentence, max(behind, m.start("count")), behind)


def _in_words(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield counts that stand inside the words of a season: "its second eight-episode season"."""
    for place, words in sentence.all_of(SeasonWords):
        m = _WITHIN.search(sentence.words(place, place + 1)) if len(words.numbers) == 1 else None
        number = said_of.count(m["count"]) if m else None
        borne = said_of.bearer(document, sentence, place, place + 1) if number else None
        if number and borne and asserted.is_asserted(sentence, place):
            borne = replace(borne, season=words.numbers[0])
            yield borne.claim(sentence, Predicate.EPISODE_COUNT, number, (place, place + 1))
