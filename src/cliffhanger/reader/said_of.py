"""Which show and which season a fact is said of.

The nearest name before the words bears the fact, unless it only stands there
for comparison ("unlike S", "the creator of S"). Words such as "the series"
and "its" lead back to that name, or to the show that the paragraph is about.
Where a film, an episode or an unknown name stands nearer, nothing is said of
the show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cliffhanger.reader import season_of
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_words import MAKERS
from cliffhanger.reader.hinted import plain
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.seasons import SeasonWords, number

if TYPE_CHECKING:
    from cliffhanger.domain.vocabulary import Predicate
    from cliffhanger.reader.claims import Subject, Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

SERIES = (
    "(?:series|shows?|dramas?|comedy|comedies|sitcoms?|thrillers?|dramedy|procedural|miniseries|docuseries|anime|saga|mystery|"
    "program(?:me)?|"
    "adaptation|spin-?off|reboot|revival|western|whodunit)"
)
_TOKEN = re.compile(
    rf"(?P<show>{S})|(?P<number>{N})"
    r"|(?<![-\w])(?:(?P<work>predecessors?|successors?|sequels?|rivals?|films?|movies?|novels?|books?|games?|"
    r"albums?|songs?|trailers?|teasers?|clips?|videos?|"
    r"specials?|podcasts?"
    r"|tweets?|posts?|shorts?(?!\s+of\b)|youtube|tiktok|commercials?|ads?)"
    r"|(?P<part>showings?|screenings?|(?<!new )(?<!latest )episodes?|finales?|premieres?|pilots?|instal+ments?|"
    r"chapters?|openers?|closers?|cast|crew|ensemble)"
    rf"|(?P<season>seasons?)|(?P<word>{SERIES}|it|its|the\s+(?:former|latter)|"
    r"(?:(?<=new )|(?<=latest ))episodes))(?![-\w])"
)
_WORDS = rf"(?:(?:[a-z][\w-]*|{P})(?:['\u2019]s?)?\s+){{0,4}}"
_BESIDES = re.compile(
    rf"(?:(?<!{N} )(?<!season )(?<!seasons )(?<!run )\bof|\b(?:unlike|like|than|from|by|behind|beneath|below|under|"
    r"over|above|beats?|beating|"
    r"surpass\w*|overt[ao][ko]\w*|past|pass(?:es|ed|ing)|topp(?:ed|ing)|tops|ahead\s+of|outperform\w*|follow(?:s|"
    r"ed|ing)|replac\w+|alongside|after|"
    r"before|versus|vs\.?|against|trail\w*|dethron\w+|edg\w+\s+out|unseat\w*|displac\w+|knock\w+(?:\s+off)?|"
    r"match\w*|join\w*|compared\s+(?:to|with)))"
    rf"\s+{_WORDS}['\u2018\u201c\"]?$",
    re.IGNORECASE,
)
# "Stuck behind S," by the way.
_BY_THE_WAY = re.compile(
    rf",\s+(?:[\w-]+\s+){{0,3}}(?:behind|below|ahead\s+of|trailing|beating|past|passing|above|over|alongside)\s+[^,;.{S}]{{0,30}}$"
)
_BEHIND_IT = re.compile(r"\b(?:behind|below|trailing|beating|ahead\s+of)\s+(?:only\s+)?[\"'\u2018\u201c]?$")
_SOURCE_WORK = re.compile(r"\b(?:based|adapt\w+|inspired)\b[^,;.]{0,50}$", re.IGNORECASE)
_PART_OF = re.compile(
    rf"\b(?:episodes?|finale|premiere|pilot|opener|debut)\s+of\s+(?:the\s+)?(?:{N}\s+of\s+(?:the\s+)?)?$", re.IGNORECASE
)
_FINALE_OF = re.compile(
    r"\b(?:finale|ending|premiere|opener|pilot|launch|debut|episode)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_LINKED = re.compile(rf"{S}(?:\s+{SERIES})?(?:['\u2019]s?\s|\s*\(|,?\s+(?:which|that|whose)\b)", re.IGNORECASE)
_HERE = re.compile(
    rf"(?:[\w-]+\s+){{0,3}}?(?:for|of)\s+(?:(?:the|its|{P}['\u2019]s?|{N}\s+of|new|hit)\s+){{0,3}}(?P<show>{S})",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:with|despite|thanks|given|in|during|throughout|after|over|across|following|for|holding|boasting|"
    r"sporting|armed|scoring|earning|"
    r"set|rated|at|on|by|since|drawing|debuting|now)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"[^;{S}]{{0,110}}?,\s+(?:(?:[\w-]+|{P}|{N})(?:['\u2019]s?)?\s+){{0,5}}?(?P<show>{S})")
# "Rated TV-MA, it is set in Maine".
_AHEAD_SERIES = re.compile(rf"[^;{S}]{{0,80}}?,\s+(?:it|(?:the|this)\s+(?:[\w-]+\s+){{0,2}}{SERIES})\s", re.IGNORECASE)
_STRANGER = re.compile(
    r"(?<![\w.])(?!(?:It|The|This|That|Its|And|But|Critics|Viewers|Audiences|Rotten|Tomatoes|Tomatometer|Popcornmeter|Metascore|Metacritic|IMDb|"
    r"Nielsen|Season|Season's)\b)"
    r"[A-Z][\w'\u2019-]+(?:\s+\([^)]{0,20}\))?\s+(?:(?:also|currently|now|only|still|just|already)\s+)?"
    r"(?:is|was|has|have|had|holds?|held|sits?|sat|boasts?|boasted|earn(?:s|ed)|scor(?:es|ed)|debut(?:s|ed)|"
    r"receiv(?:es|ed)|land(?:s|ed)|"
    r"got|gets|rank(?:s|ed)|topp?(?:s|ed)|stands|stood|carries|drew|draws|climb(?:s|ed)|reach(?:es|ed)|hit|"
    r"premiered|launched|follows|followed|"
    r"pulled|racked|amassed|averaged|logged|garnered|tackl(?:es|ed)|explor(?:es|ed)|address(?:es|ed)|end(?:s|ed)|"
    r"came|comes)\b"
)
# A sentence with one of these may speak of something else than the show.
_OTHER_THING = re.compile(
    r"(?<![-\w])(?:films?|movies?(?!\s+database)|novels?|books?|games?|albums?|songs?|trailers?|teasers?|clips?|"
    r"videos?|youtube|tiktok|specials?|podcasts?|shows|dramas|comedies|series\s+such|rivals?|predecessors?|competitors?|"
    r"matches|games|tickets?|campaigns?|(?<=['\u2019]s )(?:debut|single|memoir|tour))(?![-\w])"
)
# "One of the best-reviewed shows of the year" is the show itself.
_ONE_OF = re.compile(
    r"\b(?:one\s+of|among)\s+(?:the|its|[\w-]+['\u2019]s?)\s[^,.;]{0,50}?\b(?:shows|dramas|comedies)\b"
)
_SAME_NAME = re.compile(r"\bsame\s+name\b|\boriginal\b", re.IGNORECASE)
_STRANGE_SEASON = re.compile(rf"{N}\s+of\s+(?:(?:the|{P}['\u2019]s?)\s+)?[A-Z]")
_PLATFORM_ACTS = re.compile(
    rf"{P}\s+(?:itself\s+)?(?:drew|had|has|logged|amassed|scored|recorded|racked|averaged|counted|reached|"
    r"generated|accounted|boasts|captured)\b"
)
# "S alum Jane Doe", "S's Jane Doe": somebody known from another show.
_SOMEBODY_OF = re.compile(
    rf"(?:['\u2019]s?)?\s+(?:(?:co-)?(?:[a-z-]+\s+)?(?:{MAKERS})s?\s"
    r"|(?<=[s\u2019'] )[A-Z][\w.\u2019'-]+\s+(?:[A-Z][\w.]*\s+)?[A-Z])"
)
# "Jane Doe, who also wrote S", "one point above S": another work of hers, or one to measure by.
_OTHER_WORK_OF = re.compile(
    r"\b(?:who\s+(?:also\s+|previously\s+|earlier\s+)?(?:(?:co-)?created|wrote|directed|made|ran|produced|starred\s+in|worked\s+on)|known\s+(?:for|from)"
    r"|(?:above|below|behind|than|like|unlike|beating|topping))\s+(?:[\w\u2019'-]+\s+){0,2}['\u2018\u201c\"]?$"
)
_BY_PLACE = re.compile(
    r"\b(?:where|behind|ahead\s+of|trailing|second\s+only\s+to|(?:right|just)\s+(?:below|above))\s+(?:only\s+|just\s+)?[\"'\u2018\u201c]?$"
)
_QUOTES = "quotes titles"
# Longest stretch between a show's name and its season's.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Bearer:
    """What a fact is said of.

    Attributes:
        subject: the show.
        season: the season's number, or None where none is named.
        seasonal: whether the words say it of a season, its number known or not.
        confidence: 0.95 where the show is named, 0.8 where words such as "the series" lead to it.
    """

    subject: Subject
    season: int | None
    seasonal: bool
    confidence: float

    def claim(self, sentence: Sentence, predicate: Predicate, value: Value, place: tuple[int, int]) -> ArticleClaim:
        """Return the claim that the words between two places of a sentence make of it."""
        return ArticleClaim(
            subject=self.subject, predicate=predicate, span=sentence.span(*place), season=self.season, value=value,
            confidence=self.confidence, in_title=sentence.document.in_title,
        )  # fmt: skip


def bearer(document: Document, sentence: Sentence, start: int, end: int, *, parts: bool = False) -> Bearer | None:
    """Return what the words between two places are said of, or None where that is not certain.

    Args:
        document: the document.
        sentence: where the words stand.
        start: their first place in ``marked``.
        end: the place behind the last.
        parts: whether what is said of an episode or the finale counts.
    """
    tokens = list(_TOKEN.finditer(plain(sentence.marked), 0, start))
    behind = _HERE.match(sentence.marked, end) or _HERE.match(sentence.marked, end + 1)
    if behind and _is_sure(sentence, behind.start("show")):
        return _borne(sentence, end, tokens, sentence.show(behind.start("show")))
    opening = not any(m["show"] for m in tokens) and _OPENING.match(sentence.marked)
    ahead = _AHEAD.match(sentence.marked, end) if opening else None
    if ahead and not any(m["work"] for m in tokens):
        place = ahead.start("show")
        of_it = season_of.OF_SHOW.search(sentence.marked, end, place)
        if _is_sure(sentence, place) and (of_it or not _BESIDES.search(sentence.marked, end, place)):
            borne = _borne(sentence, end, tokens, sentence.show(place))
            numbers = sentence.season(of_it.start()).numbers if of_it else ()
            return replace(borne, season=numbers[0], seasonal=True) if borne and len(numbers) == 1 else borne
    if opening and not tokens and _AHEAD_SERIES.match(sentence.marked, end):
        show = show_meant(document, sentence, 0)
        return Bearer(show.subject, None, seasonal=False, confidence=0.8) if show else None
    if not tokens:
        return _of_article(document, sentence, start, end)
    if _is_strange(sentence.marked, tokens[-1].end() - 1, start):
        return None
    borne_by, named = _behind(document, sentence, tokens, parts=parts)
    return _borne(sentence, end, tokens, borne_by, named=named) if borne_by else None


def show_meant(document: Document, sentence: Sentence, place: int) -> ShowMention | None:
    """Return the show that words like "the series" mean, as :meth:`Document.show_for` does, but no show's origin.

    Behind "The drama, a spin-off of S," the drama goes on to be meant, and not S.

    Args:
        document: the document.
        sentence: where the words stand.
        place: their place in ``marked``.
    """
    main = document.main
    named = [m for at, m in sentence.all_of(ShowMention) if at < place and m.strong and _is_itself(sentence, at, main)]
    if named:
        return named[-1]
    earlier: list[ShowMention] = []
    for other in reversed(document.sentences[: sentence.index]):
        if other.paragraph != sentence.paragraph:
            break
        earlier += [m for at, m in reversed(other.all_of(ShowMention)) if m.strong and _is_itself(other, at, main)]
    return earlier[0] if earlier and not (main and any(m.subject == main.subject for m in earlier)) else main


def _is_itself(sentence: Sentence, at: int, main: ShowMention | None) -> bool:
    """Whether a show is spoken of, and not one that comes from it, or somebody who is known from it."""
    if sentence.is_kin(at):
        return False
    other = main is None or sentence.show(at).subject != main.subject
    return not (
        other
        and (_SOMEBODY_OF.match(sentence.marked, at + 1) or _OTHER_WORK_OF.search(sentence.marked, max(0, at - 60), at))
    )


def platform(sentence: Sentence, place: int) -> str:
    """Return the platform that "the streamer" means at a place: the last one named in the paragraph, or empty."""
    named = [m.name for at, m in sentence.all_of(PlatformMention) if at < place]
    for other in reversed(sentence.document.sentences[: sentence.index]):
        if named or other.paragraph != sentence.paragraph:
            break
        named = [m.name for _, m in other.all_of(PlatformMention)]
    return named[-1] if named else ""


def count(words: str) -> int | None:
    """Return the whole number that figures or words name, or None.

    Example:
        >>> count("1,204"), count("ten"), count("several")
        (1204, 10, None)
    """
    plain = words.replace(",", "").strip()
    if plain.isdecimal() and plain.isascii():
        return int(plain)
    return number(plain) or None


def _of_article(document: Document, sentence: Sentence, start: int, end: int) -> Bearer | None:
    """Return what the article is about, for a sentence that names nothing, where its paragraph named no other show."""
    main = document.main
    if main is None or document.in_title or S in sentence.marked:
        return None
    other_thing = _OTHER_THING.search(_ONE_OF.sub(" ", plain(sentence.marked)))
    if sentence.index < document.main_since or other_thing or _is_strange(sentence.marked, 0, start):
        return None
    earlier = (other for other in document.sentences[: sentence.index] if other.paragraph == sentence.paragraph)
    if any(
        show.subject != main.subject and not _only_measures(other, at)
        for other in earlier
        for at, show in other.all_of(ShowMention)
    ):
        return None
    # "77% for the first season": whose it is stands right behind.
    said = season_of.said(sentence, end, [], main)
    season = said.numbers[0] if said and len(said.numbers) == 1 and not said.count else None
    if season is None and N in sentence.marked[start:]:
        return None
    return Bearer(main.subject, season, seasonal=season is not None, confidence=0.75)


def _is_sure(sentence: Sentence, place: int) -> bool:
    show = sentence.show(place)
    return (show.strong or (show.quoted and bool(show.names))) and _is_title(sentence.document, show)


def _is_title(document: Document, show: ShowMention) -> bool:
    """Whether words are a title: where an article quotes its main show's, other words without marks are none."""
    main = document.main
    return (
        show.quoted
        or main is None
        or not main.quoted
        or show.subject == main.subject
        or not _quotes_titles(document, main)
        or _is_beside_season(document, show)
    )


def _quotes_titles(document: Document, main: ShowMention) -> bool:
    """Whether a text quotes its main show's title, as a headline does above many a text that does not."""
    known = document.memo.get(_QUOTES)
    if known is None:
        quoted = [m.quoted for s in document.sentences for _, m in s.all_of(ShowMention) if m.subject == main.subject]
        known = document.memo[_QUOTES] = not quoted or any(quoted)
    return bool(known)


def _is_beside_season(document: Document, show: ShowMention) -> bool:
    """Whether a season is named right behind a show."""
    return any(
        isinstance(m, SeasonWords) and 0 <= m.start - show.end <= _BESIDE
        for sentence in document.sentences
        if sentence.start <= show.start < sentence.end
        for m in sentence.mentions
    )


def _is_strange(marked: str, start: int, end: int) -> bool:
    """Whether another name, unknown as a show's, stands before the words as their subject."""
    return any(
        pattern.search(marked, start, end) for pattern in (_STRANGER, _STRANGE_SEASON, _PLATFORM_ACTS, _SAME_NAME)
    )


def _behind(
    document: Document, sentence: Sentence, tokens: list[re.Match[str]], *, parts: bool
) -> tuple[ShowMention | None, bool]:
    """Return the show that the words before a fact lead to, and whether they name it."""
    led = False
    for token in reversed(tokens):
        if _is_aside(sentence, token):
            continue
        if token["show"]:
            place = token.start()
            if not (led or parts) and _PART_OF.search(sentence.marked, 0, place):
                return None, False
            if _is_sure(sentence, place) and (
                _LINKED.match(sentence.marked, place)
                or not _BESIDES.search(sentence.marked, max(0, place - 70), place)
                or (parts and _FINALE_OF.search(sentence.marked, 0, place))
            ):
                return sentence.show(place), True
            # A name that is surely a show's is who is spoken of, whether or not the article quotes its titles.
            if not led or (sentence.show(place).strong and not _is_sure(sentence, place)):
                return None, False
        elif not led and (token["work"] or (token["part"] and not parts)):
            return None, False
        else:
            pointed = _pointed(sentence, token)
            if pointed is not None:
                return pointed, True
            led = True
    show = document.show_for(sentence, 0)
    if show is not None and _is_told_by_the_way(document, show):
        show = document.main
    return (show if show is None or _is_title(document, show) else document.main), False


def _is_aside(sentence: Sentence, token: re.Match[str]) -> bool:
    """Whether a show, or a work that one comes from, is named by the way: "stuck behind S, it climbs"."""
    place = token.start()
    if not token["show"]:
        return bool(token["work"]) and _SOURCE_WORK.search(sentence.marked, 0, place) is not None
    closed = sentence.marked.startswith(",", place + 1)
    aside = sentence.is_aside(place) or (closed and _BY_THE_WAY.search(sentence.marked, 0, place) is not None)
    return aside and not _LINKED.match(sentence.marked, place)


def _pointed(sentence: Sentence, token: re.Match[str]) -> ShowMention | None:
    """Return which of two shows "the latter" means in their own sentence."""
    if not token.group().startswith("the "):
        return None
    named = [m for at, m in sentence.all_of(ShowMention) if at < token.start() and m.strong]
    return named[-1 if token.group().endswith("latter") else -2] if len(named) > 1 else None


def _only_measures(sentence: Sentence, at: int) -> bool:
    """Whether a show is only named for its place beside another: "behind S", "where S leads"."""
    if sentence.is_aside(at) or _is_told_by_the_way(sentence.document, sentence.show(at)):
        return True
    return not _LINKED.match(sentence.marked, at) and bool(_BEHIND_IT.search(sentence.marked, max(0, at - 40), at))


def _is_told_by_the_way(document: Document, show: ShowMention) -> bool:
    """Whether a clause of place is all that names a show: "on the chart, where S leads", "second behind S"."""
    return _BY_PLACE.search(document.text[max(0, show.start - 30) : show.start]) is not None


def _borne(
    sentence: Sentence,
    end: int,
    tokens: list[re.Match[str]],
    show: ShowMention,
    *,
    named: bool = True,
) -> Bearer | None:
    said = season_of.said(sentence, end, tokens, show)
    confidence = 0.95 if named else 0.8
    if said is not None:
        if len(said.numbers) > 1:
            return None
        known = len(said.numbers) == 1 and not said.count
        return Bearer(show.subject, said.numbers[0] if known else None, not said.count, confidence)
    last = tokens[-1] if tokens else None
    if last is not None and (last["season"] or last["part"]):
        return Bearer(show.subject, season_of.told(sentence.document, sentence), bool(last["season"]), confidence)
    return Bearer(show.subject, None, seasonal=False, confidence=confidence)
