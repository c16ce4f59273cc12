"""Which words that may be a show's name are one: told by the text around them.

A name of one word is believed where the text elsewhere says that it is a show,
where it heads an entry of a list, where it opens a headline before what the
show does, or where a word of fate stands right beside it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.platforms import PLATFORMS
from cliffhanger.reader.claims import Subject
from cliffhanger.reader.fate_words import KINDS
from cliffhanger.reader.mention_words import ORDINARY, PLAIN, SPOKEN
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.names import meant
from cliffhanger.reader.seasons import LATER
from cliffhanger.reader.sieves import OfWords
from cliffhanger.reader.words import WORD, key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cliffhanger.reader.mentions import Mention
    from cliffhanger.reader.names import Names

ACTS = re.compile(
    r"(?:renew|cancel|order|(?:re)?commission|axe|scrap|pick(?:s|ed) up|revive|save|resurrect|end|greenl|un-?renew|set"
    r"|confirm|drop|kill|want|begin|return)",
    re.IGNORECASE,
)
# So begins the word that is sought, or its last one: "picks up".
_OF_ACTS = OfWords(
    r"renew|cancel|order|commission|recommission|axe|scrap|pick|pick-?ups?|revive|save|resurrect|end|greenl|unrenew|set|confirm|drop|kill|want|begin|return",
    re.IGNORECASE,
)
_REACH = 30
_WORD_BEFORE_ACT = re.compile(r"(\w+(?:s|ed) up|\w+):? (?:the\s+|its\s+)?$")
_RENEWALS_TO = re.compile(r"\b(?:renewals?|pick-?ups?|cancell?ations?)\s+(?:to|for|of)\s+$", re.IGNORECASE)
_ACT_BEHIND = re.compile(
    r"[:,\u2013\u2014 ]{1,3}(?:(?:has|was|is|been|will|to|gets?|not|officially|be|set|won't|won\u2019t|will"
    r"|just|at)\s+){0,4}"
    r"(?:renew|cancel|axed|scrapped|end(?:s|ing|ed)?\b|return|order|greenlit|pick|un-?renew|nabs|lands|scores"
    r"|revive|back\b|"
    r"saved|resurrected|over\b|dead\b|done\b|premier|debut|star\b|creator|showrunner|boss)",
    re.IGNORECASE,
)
_BOWS = r"(?:bow|sign|go|head|check)(?:s|ed|ing)?\s+(?:out|off)|goes\s+(?:out|off)|went\s+(?:out|off)"
_SO_MANY = (
    r"(?:one|a\s+single|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:[a-z]+\s+)?(?:series|seasons?|years)"
)
_HOUSES = sorted((*SPOKEN, *(name for names in PLATFORMS.values() for name in names)), reverse=True)
_HOUSE = f"(?:{'|'.join(map(re.escape, _HOUSES))})"
# So told of nothing but a show, whatever the name is.
FATE_BEHIND = re.compile(
    r"(?:,\s[^,.;:!?]{1,80},)?[\s:,\u2013\u2014-]{1,3}"
    r"(?:(?:has|was|is|been|will|be|gets?|officially|just|had|now|already|not|also|would|finally|won['\u2019]t)\s+){0,4}"
    r"(?:renewed|(?:re)?commissioned|cancell?ed|greenlit|picked\s+up|premier(?:es|ed)|axed|un-?renewed"
    r"|(?:not\s+)?(?:coming\s+back|returning)|(?<=not\s)be\s+back|(?<=['\u2019]t\s)be\s+back"
    rf"|(?:end(?:s|ed|ing)?|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|finish(?:es|ed)?|wrap(?:s|ped|ping)?(?:\s+up)?|go|done|over|{_BOWS}"
    r")\s+(?:with|after|past)\s+(?:season|series|its|an?\s+(?:[\w-]+\s+)?(?:final|"
    + LATER
    + r")\s+(?:season|series)|(?:just\s+|only\s+)?"
    + _SO_MANY
    + r")"
    rf"|(?:returns?|returned|be\s+back|back|launch(?:es|ed)?|begins?|began|opens?|opened|kick(?:s|ed)?\s+off|starts?|started|enter(?:s|ed)?|clos(?:es|ed)|finish(?:es|ed)"
    rf"|gets?|got|earned|scored|landed|nabbed|given|received?)\s+(?:for\s+|with\s+)?(?:(?:its|an?)\s+(?:{LATER})|season\s+\d|series\s+\d)"
    r"|g[eo]ts?\s+an?\s+(?:[\w-]+\s+)?(?:renewal|pick-?up)"
    rf"|(?:handed|granted|awarded|given)\s+(?:its|an?)\s+(?:{LATER})\s+(?:season|series)"
    rf"|(?:dropped|axed|saved|rescued|revived|shelved|scrapped)\s+by\s+(?:the\s+)?{_HOUSE}(?=[\s,.;])"
    rf"|(?:began|started|launched|debuted|opened)\s+on\s+{_HOUSE}(?=[\s,.;])"
    rf"|{_HOUSE}\s+(?:axes|cancels|renews|scraps|drops|ends|saves|recommissions)(?=\s)"
    rf"|(?:currently\s+|still\s+)?(?:air(?:s|ing)|in|showing|running)\s+its\s+(?:{LATER})\s+(?:and\s+(?:final|last)\s+)?(?:season|series)"
    r"|air(?:s|ed)\s+its\s+(?:[\w-]+\s+)?(?:season\s+)?(?:finale|premiere|(?:last|final)\s+episode)"
    rf"|for\s+an?\s+(?:{LATER})|after\s+(?:just\s+|only\s+)?" + _SO_MANY + r")\b",
    re.IGNORECASE,
)
_PLAIN = r"(?:(?!(?:of|in|on|at|to|for|from|with|by|into|star|creator|as|that|who|and|but|not|no)\b)[\w\u2019'-]+\s+)"
# Told of a show and of hardly anything else: it has seasons, is a series, has a place on a chart.
_SHOWN_BEHIND = re.compile(
    rf"['\u2019]s?\s+(?:(?:chances\s+(?:of|for)|odds\s+of)\s+(?:an?\s+)?)?(?:[\w-]+\s+){{0,2}}?(?:season|showrunners?|renewal|finale)\b"
    r"|\s+(?:[Ff]inale|[Ss]howrunners?)\b"
    rf"|\s+(?:is|was|remains|became)\s+{_PLAIN}{{1,6}}?(?:series|show|drama|comedy|sitcom|thriller|dramedy)\b"
    rf"|\s+(?:has\s+|have\s+)?(?:concluded|wrapped(?:\s+up)?|ended|finished|completed|kicked\s+off|opened|launched|released|closed(?:\s+out)?"
    rf"|capped|began|begun|started|resumed|aired|returned\s+(?:for|with))\s+(?:its|the)\s+{_PLAIN}{{0,3}}?season\b"
    r"|\s+(?:(?:has|had|also|quickly|then|still)\s+){0,2}(?:topp(?:ed|s)|led|leads|ranked|ranks|debuted\s+(?:at|in|to)|opened\s+(?:at|to)|landed\s+(?:at|in)|sits\s+(?:at|on)"
    r"|drew|draws|amassed|logged|racked\s+up|pulled\s+in|scored|holds|boasts|averaged|averages|attracted|garnered|notched|collected|earned)\s+[^.;\n]{0,40}?"
    r"(?:\bNo\.\s?\d|\bnumber\s+one\b|\d\s?%|\d\s+percent\b|\d\s+(?:million|billion)\b|\b[Tt]op\s+(?:10|ten)\b|\bchart\b)"
)
OF_A_SEASON = re.compile(
    r"\bseasons?\b|\b(?:one|two|three|four|five|six)\s+series\b|\bfinale\b|\bepisode\b|\bseries\s+\d|\bS\d",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"['\u2019]s\b|\s+(?:[A-Za-z]+s\b|to\b|will\b|has\b|is\b|was\b|[a-z]+ed\b|[A-Z][a-z]+ed\b)|\s?[:,]|\s\("
)
_DESCRIBES = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+)?(?:Drama|Comedy|Series|Show|Thriller|Sitcom|Dramedy|Anthology|Procedural|Epic|Mystery|Western|Saga|Hit)\b"
)
# A list's entry is headed by the show that it is about: "2. S.W.A.T. (CBS)", "\u2022 Wednesday: ...".
_LINE = re.compile(r"(?m)^[ \t]*(?:(?:[\u2022*\u2013-]|\d{1,2}[.)])\s+)?(?=\S)")
_ENTRY_END = re.compile(r"[\"\u201d\u2019']?(?:\s?:|\.\s|\s[\u2014\u2013-]\s|\s\([A-Z])")
_TAKEN_UP = re.compile(
    rf"\s+(?:[a-z][\w\u2019'-]*[\s,]+)[^.!?\n]{{0,120}}\.\s+(?:It|The\s+(?:[\w\u2019'-]+\s+){{0,4}}?{KINDS})\s+(?:was|is|has|had|will|premiered|debuted|launched|opened|began)\b"
)
_FEWEST_ENTRIES = 3
_WELL_ENOUGH_KNOWN = 8_000
_SEGMENT = re.compile(r"(?:^|[.!?:;|\u2013\u2014\n]\s*|['\u2019]s\s+)$")
_ROW = re.compile(
    r"(?:,[\u2019\"\u201d']?\s+(?:and\s+)?|\s+(?:and|&)\s+)"
    r"(?:(?:new\s+)?(?:comed(?:y|ies)|dramas?|sitcoms?|thrillers?|series)\s+)?"
)
# A title of ordinary words is believed without quotation marks where it is one of the best known: "Family Guy".
WELL_KNOWN = 2_500


def with_headings(text: str, names: Names, found: list[Mention], published: int | None) -> list[Mention]:
    """Return the mentions with the shows that head the entries of a list as sure ones, whatever their names are."""
    known = {m.start: m for m in found if isinstance(m, ShowMention)}
    headings: dict[int, ShowMention] = {}
    for line in _LINE.finditer(text):
        heading = known.get(line.end()) or _named_at(text, names, line.end(), published)
        if heading is not None and _ENTRY_END.match(text, heading.end):
            headings[heading.start] = replace(heading, strong=True)
    if len(headings) < _FEWEST_ENTRIES:
        return found
    ends = [(m.start, m.end) for m in headings.values()]
    others = [m for m in found if not any(start <= m.start < end for start, end in ends)]
    return [*others, *headings.values()]


def _named_at(text: str, names: Names, start: int, published: int | None) -> ShowMention | None:
    word = WORD.match(text, start)
    longest = names.longest(text, word) if word else None
    if longest is None or longest[2][0].rank >= _WELL_ENOUGH_KNOWN:
        return None
    subject = meant(longest[2], longest[2][0].title, published)
    return ShowMention(start, longest[0], subject, quoted=False, strong=True, names=longest[2])


def opening(text: str, mention: Mention) -> Mention:
    """Return a weak name as a strong one where it opens a headline about a season, before what the show does."""
    if not isinstance(mention, ShowMention) or mention.strong or not mention.names:
        return mention
    opens = _SEGMENT.search(text, max(0, mention.start - 4), mention.start) is not None
    known = mention.names[0].rank < WELL_KNOWN and key_of(text[mention.start : mention.end]) not in ORDINARY
    return replace(mention, strong=True) if opens and known and _DOES.match(text, mention.end) else mention


def with_tails(text: str, names: Names, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the names of a show that an article has named in full, or its sibling, by its subtitle.

    That is "Original Sin" behind "Dexter: Original Sin", whatever else is called so, and "Lower Decks" beside "Star
    Trek: Discovery".
    """
    later: list[Mention] = list(_siblings(text, names, found))
    taken = [(m.start, m.end) for m in found if not _is_only_a_tail(m, found)]
    taken += [(m.start, m.end) for m in later]
    for subject, first in {m.subject: m for m in reversed(found) if isinstance(m, ShowMention) and m.names}.items():
        head, _, tail = subject.name.partition(": ")
        if not head or not tail or not tail[0].isupper() or text.find(tail, first.end) < 0:
            continue
        later += [
            replace(first, start=m.start(), end=m.end(), quoted=False, strong=True)
            for m in re.finditer(rf"(?<![\w:]\s)(?<!\w){re.escape(tail)}(?!\w)", text)
            if m.start() > first.end and not any(start < m.end() and m.start() < end for start, end in taken)
        ]
    begun = {m.start for m in later}
    return [*(m for m in found if m.start not in begun), *later]


def _is_only_a_tail(mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a bare name is the subtitle of a show that the text has named before in full."""
    if not isinstance(mention, ShowMention) or mention.quoted:
        return False
    tail = f": {mention.subject.name}"
    return any(isinstance(m, ShowMention) and m.start < mention.start and m.subject.name.endswith(tail) for m in found)


def _siblings(text: str, names: Names, found: Sequence[Mention]) -> Iterator[ShowMention]:
    """Yield the shows of a line that a text names by subtitles of two words and more, where it names one in full."""
    taken = [(m.start, m.end) for m in found]
    named = {m.subject.name for m in found if isinstance(m, ShowMention) and m.names}
    for head in {name.partition(": ")[0] for name in named if ": " in name}:
        for name in names.line(head):
            if " " not in name.text or name.title in named or name.text not in text:
                continue
            for m in re.finditer(rf"(?<!: )(?<!\w){re.escape(name.text)}(?!\w)", text):
                if not any(start < m.end() and m.start() < end for start, end in taken):
                    yield ShowMention(
                        m.start(), m.end(), Subject(name.title, name.show), quoted=False, strong=True, names=(name,)
                    )


def established(text: str, found: list[Mention], said: Collection[Subject]) -> list[Mention]:
    """Keep weak mentions only where the text elsewhere says that it is a show, or where a rule may yet need them."""
    known = {
        m.subject for m in found if isinstance(m, ShowMention) and (m.strong or (m.names and _is_told_of(text, m)))
    }
    known.update(said)
    sure = _Sure(text, known, [m for m in found if isinstance(m, ShowMention)])
    return [
        replace(m, strong=True)
        if isinstance(m, ShowMention)
        and not m.strong
        and m.names
        and (sure.knows(m) or m.names[0].rank < WELL_KNOWN or _is_taken_up(text, m))
        else m
        for m in found
        if not isinstance(m, ShowMention)
        or m.strong
        or m.quoted
        or sure.knows(m)
        or _is_acted_on(text, m)
        or _is_taken_up(text, m)
    ]


def _is_told_of(text: str, mention: ShowMention) -> bool:
    """Whether what is told right behind a name is told of shows: "Watson's third season", "Ludwig is a new drama"."""
    if FATE_BEHIND.match(text, mention.end):
        return True
    return mention.names[0].rank < _WELL_ENOUGH_KNOWN and _SHOWN_BEHIND.match(text, mention.end) is not None


class _Sure:
    """What is known for a show's name, and where the rows of such names go on."""

    def __init__(self, text: str, known: set[Subject], shows: Sequence[ShowMention]) -> None:
        self._text, self._known = text, known
        self._starts = {m.start for m in shows if m.strong}
        self._ends = {m.start: m.end for m in shows if m.names}
        self._next: set[int] = set()
        for m in sorted(shows, key=lambda show: show.start):
            row = _ROW.match(text, m.end) if m.strong or (m.names and m.start in self._next) else None
            if row:
                self._next.add(row.end())

    def knows(self, mention: ShowMention) -> bool:
        """Whether the text says elsewhere that a name is a show's, or names it in a row with shows."""
        if mention.subject in self._known or mention.start in self._next:
            return True
        row = _ROW.match(self._text, mention.end)
        while row is not None:
            if row.end() in self._starts:
                return True
            other = self._ends.get(row.end())
            row = _ROW.match(self._text, other) if other is not None else None
        return False


def _is_taken_up(text: str, mention: ShowMention) -> bool:
    """Whether a name opens a paragraph that goes on with "the drama" or "it": "Watson squeaked by. The mystery was"."""
    opens = not mention.start or text[mention.start - 1] == "\n"
    everyday = key_of(text[mention.start : mention.end]) in ORDINARY | PLAIN
    return opens and bool(mention.names) and not everyday and _TAKEN_UP.match(text, mention.end) is not None


def _is_acted_on(text: str, mention: ShowMention) -> bool:
    """Whether a word of fate stands right beside a name: "Evil Renewed", "cancels See"."""
    if FATE_BEHIND.match(text, mention.end):
        return True
    # "Renews Space Drama": a word that only describes the show.
    if _DESCRIBES.match(text, mention.end):
        return False
    heads = _SEGMENT.search(text, max(0, mention.start - 4), mention.start) is not None
    return bool((heads and _ACT_BEHIND.match(text, mention.end)) or behind_act(text, mention.start))


def behind_act(text: str, start: int) -> bool:
    """Whether a word of fate stands right before a name: "cancels See"."""
    lead = text[max(0, start - _REACH) : start]
    if not _OF_ACTS.is_in(lead):
        return False
    if _RENEWALS_TO.search(lead):
        return True
    before = _WORD_BEFORE_ACT.search(lead)
    return before is not None and ACTS.match(before[1]) is not None
