"""The words of which the rules of casting are made: a part, a verb of playing, a place in a cast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.reader.casting_lead import LEAD
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import MARK, NAME, PERSON, RANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cliffhanger.domain.vocabulary import Modality

HONOUR = (
    r"(?:(?:Sir|Dame|Lord|Lady|Father|Sister|Brother|Mother|Aunt|Uncle|King|Queen|Prince|Princess|Mr\.|Mrs\.|Ms\.|Miss|"
    r"Reverend|Pastor|Count|Countess|Duke|Duchess|Emperor|Empress)\s+)"
)
WORD = r"[A-Z\u00c0-\u00d6\u00d8-\u00de][\w\u2019-]+"
NAMED = rf"(?:(?:[Tt]he\s)?{WORD}\s{PERSON}|{HONOUR}?{NAME}(?:\s{S})?|{S}(?:\s{WORD})?)"
ROLE = rf"(?P<lead>{LEAD})(?P<rank>{RANK})?(?P<role>{NAMED})(?!['\u2019]s?\b)"
SEASONAL = rf"(?:(?:['\u2019]s)?\s+(?:\(?{N}\)?))?"
# The show or the season behind the verb: "in S season 2", "for season 3", "the cast of S".
WHERE = (
    rf"(?:\s+(?i:(?:for|in|on|to|of|the|cast|upcoming|ensemble|hit|new|drama|comedy|series|{P}|"
    rf"{P}['\u2019]s)\s+){{0,5}}(?:{S}{SEASONAL}|{N}(?:\s+(?i:of|on)\s+{S})?))?"
)
WHERE_SAID = WHERE.removesuffix("?")
THE_SERIES = r"(?:it|the\s+(?:[\w-]+\s+){0,2}?(?:series|show|drama|comedy|thriller|sitcom|dramedy))"
OFTEN = (
    r"(?:(?:also|first|again|once\s+again|now|still|currently|already|briefly|later|memorably|officially|both|all|each|then|"
    r"only|previously)\s+){0,2}"
)
AUXILIARY = (
    r"(?:(?:has|have|had|is|are|was|were|will|be|been|"
    r"(?:set|cast|tapped|due|about|going|hired|chosen|signed\s+on)\s+to|(?:returns?|returned|coming|back)\s+to|to)\s+){0,4}"
)
_THE_ROLE = r"(?=\s+the\s+(?:[a-z-]+\s+){0,2}(?:roles?|parts?|voice)\s+of\b)"
_PLAYING = (
    r"(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|embod(?:y|ies|ied|ying)|inhabit(?:s|ed)?|voic(?:e|es|ed|ing)|"
    r"lend(?:s|ing)?\s+(?:his|her|their)\s+voice\s+to|lent\s+(?:his|her|their)\s+voice\s+to|"
    r"(?:is|are|was|were|be)\s+the\s+voice\s+of|repris(?:e|es|ed|ing)\s+(?:his|her|their|the)\s+roles?\s+(?:as|of)|"
    rf"(?:tak(?:e|es|ing|en)\s+(?:on|over)|took\s+(?:on|over)|step(?:s|ped|ping)?\s+into|inherit(?:s|ed)|assum(?:e|es|ed)|fill(?:s|ed)?|"
    rf"land(?:s|ed)?|ha(?:s|ve|d)|share[sd]?|tackle[sd]?|return(?:s|ed|ing)?\s+to){_THE_ROLE})"
)
# Verbs that give a part with an "as" behind them.
_APPEARING = (
    r"(?:(?:co-?)?star(?:s|red|ring)?|appear(?:s|ed|ing)?|recur(?:s|red|ring)?|return(?:s|ed|ing)?|guest(?:s|ed|ing|[-\s]star(?:s|red|ring)?)?|"
    r"join(?:s|ed|ing)?|board(?:s|ed|ing)?|(?:show|turn|pop|crop)(?:s|p?ed|p?ing)?\s+up|(?:drop|stop|step|swing|pop)(?:s|p?ed|p?ing)?\s+(?:by|in)|"
    r"c(?:o|a)m(?:e|es|ing)\s+(?:aboard|on\s+board|in|by|back|along)|arriv(?:e|es|ed|ing)|sign(?:s|ed|ing)?\s+on|"
    r"(?:lead|headline|topline|anchor|front|head)(?:s|ed|d|ing)?|led|(?:is|are|was|were|be|been)\s+(?:(?:officially|now|once|again)\s+)*(?:back|new|cast|on\s+hand|aboard|"
    r"on\s+board)|"
    r"(?:been|was|were|is)\s+(?:promoted|upped|bumped\s+up|added|elevated|billed)|ha(?:s|d|ve)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:roles?|parts?|turns?)|"
    r"mak(?:e|es|ing)\s+(?:an?|his|her|their)\s+(?:[a-z-]+\s+){0,2}(?:appearances?|cameos?|debut|mark|impression)|made\s+(?:an?|his|her|their)\s+(?:[a-z-]+\s+){0,2}"
    r"(?:appearances?|cameos?|debut|mark|impression)|cameo(?:s|ed)|do(?:es|ing)?\s+double\s+duty|"
    r"(?:round(?:s|ed|ing)?\s+out|complet(?:e|es|ed|ing))\s+the|(?:tak(?:e|es|ing|en)|took)\s+(?:on|over)\s+(?:the\s+)?(?:title\s+|titular\s+)?"
    r"(?:lead|role|part|mantle)|(?:giv(?:e|es|ing)|gave|deliver(?:s|ed)?|turn(?:s|ed)?\s+in)\s+(?:an?|his|her|their|the)\s+(?:[a-z-]+\s+){0,4}(?:performance|turn|work)|"
    r"can\s+(?:also\s+)?be\s+seen|(?:is|are|was|were|be|been)\s+(?:introduced|(?:[a-z-]+\s+){0,2}(?:terrific|superb|excellent|great|wonderful|brilliant|perfect|"
    r"outstanding|magnetic|riveting|fantastic|sensational|standout|revelation|delight|hoot))|"
    r"(?:steal|shine|dazzle|excel|chew|impress|delight|stand)(?:e?s)?)"
)
_ADJUNCT = (
    r"(?:\s+(?!(?:as|and|who|which|but|that|or|if|while|when|not|never|opposite|alongside|after|because|since|like)\b)"
    rf"(?:[a-z\d][\w\u2019'-]*|{S}|{N}|{P}|{DATE})|\s+as\s+an?\s+(?:[a-z-]+\s+)?guest(?:[-\s]star)?){{0,8}}?"
)
_AS = (
    r"(?:\s+as|,?\s+in\s+the\s+(?:role|part)\s+of|"
    r"\s+for\s+(?:his|her|their)\s+(?:[a-z-]+\s+)?(?:turn|role|work|performance)\s+as)"
)
# Verbs that give a part to whoever has no name: "arrives as a crisis looms" gives none.
PLAIN_LINK = (
    rf"(?P<link>(?i:{OFTEN}{AUXILIARY}{OFTEN}(?:{_PLAYING}|(?:(?:co-?)?star(?:s|red|ring)?|recur(?:s|red)?|guest(?:[-\s]star(?:s|red)?|s|ed)|appears|joins|"
    rf"(?:is|was|been|are)\s+cast){_ADJUNCT}\s+as)))"
)
LINK = rf"(?P<link>(?i:{OFTEN}{AUXILIARY}{OFTEN}(?:{_PLAYING}|{_APPEARING}{_ADJUNCT}(?P<as>{_AS}))))"
# What may follow a name behind "as", where a verb would make the "as" a "while".
ROLE_ENDS = re.compile(
    r"(?=[,.;:)\u2014]|\s*$|\s(?:and|&|in|on|for|who|whose|with|from|of|at|opposite|alongside|to|during|while|but|this|again|until|"
    r"through|across|after|before|(?i:in|on|for|and|with))\b)"
)
# A character that has no name: "a grieving mother", "her best friend"; but "a part", "the piano", "a judge" are none.
UNNAMED = (
    r"(?:(?:him|her)self\b|(?:an?|the|his|her|their|one\s+of\s+(?:the|his|her))\s+(?!(?:[a-z\u2019'-]+\s+){0,3}?(?:roles?|parts?|games?|hands?|guitar|piano|drums|bass|"
    r"violin|cello|trumpet|instruments?|fool|field|cards?|tricks?|host|music|songs?|records?|odds|markets?|guests?|producers?|showrunners?|directors?|writers?|"
    r"regulars?|judges?|fiddle|tunes?|cameos?|sports?|lead|leads|characters?|narrators?|executives?|creators?|stars?|actors?|"
    r"member|addition|consultants?|coach|witness|result|season|series|show|number|mix|advocate)\b)[a-z][a-z\u2019'-]+\b)"
)
OF_MANY = re.compile(r"\s(?:famil(?:y|ies)|clans?|clones?|brothers|sisters|siblings|twins|gang|crew)\b")
"""Behind a name that is a whole family's."""
PLANNED = re.compile(
    r"^(?:(?!return|back|coming)\w+\s+)?(?:to|will)\b|\b(?:set|cast|tapped|due|about|going|hired|chosen|on|are|is)\s+to\b|\bwill\b",
    re.IGNORECASE,
)
"""In a link of a part that is not played yet."""
GUESTING = re.compile(
    r"\bguest|\bcameo|\b(?:dr|st)op\w*\s+by\b|\bswing\w*\s+by\b|\b(?:for|in)\s+(?:an|one|a\s+single|two|three)\s+episodes?\b",
    re.IGNORECASE,
)
"""In a link of a guest's part."""
ELSEWHERE = re.compile(r"\b(?:film|movie|biopic|musical|stage|theat(?:er|re)|commercial|podcast|sketch)", re.IGNORECASE)
"""In a link of a part that is no series'."""
GUESTS_BEFORE = re.compile(r"\bguests?(?:[-\s]stars?)?\b[^.;]{0,40}?\b(?:includ\w+|are|were|:)[^.;]*$", re.IGNORECASE)
"""Before a part in a list of guests."""
# A name in brackets behind an actor's may be the character's or that of other work.
BRACKETS = r"(?:\s\([^()]{1,60}\))?"
AS_GUEST = (
    r"(?i:,?\s+(?:in|for|with|as|through|via)\s+(?:(?:a|an|the|several|some|two|three|multiple|his|"
    r"her)\s+)?(?:[\w-]+\s+){0,1}?(?:guest|cameo|crossover)\b)"
)
HIS = rf"(?i:repris(?:es?|ed|ing)\s+(?:his|her|their|the)\s+roles?)(?:\s+as\s+{ROLE})?"
RELATIVE = (
    r"(?i:father|mother|parents?|brother|sister|sibling|twin|wife|husband|son|daughter|uncle|aunt|cousin|boss|partner|"
    r"rival|friend|lover|nemesis|assistant|mentor|neighbou?r|ex|girlfriend|boyfriend|colleague|sidekick|dad|mum|mom|ex-husband|"
    r"ex-wife|stepfather|stepmother|grandmother|grandfather|roommate|minder|handler|bodyguard|deputy|prot[e\u00e9]g[e\u00e9]e?)"
)
LOWER = r"(?:[a-z][a-z\u2019'-]*\s+){0,2}"
ONE_PERSON = rf"(?P<person>{PERSON})"
# What stands behind an actor's name in commas or brackets, or tells where else the actor is: "Jane Doe of S".
WHO = (
    rf"(?P<aside>\s\([^()]{{1,60}}\)|\s\(who(?=\s)|\s(?:of|from)\s(?:{P}['\u2019]s\s)?{S}(?:\sfame)?|"
    rf",\s(?!(?:and|or|but|with|while|as)\b)[^,;:.!?{MARK}]{{1,90}},|,\s(?:the|an?)\s[^,;:.!?{MARK}]{{1,60}}?(?=\swho\s))?(?:,?\s+who)?"
)


class Rule(NamedTuple):
    """A way in which English gives a part.

    Attributes:
        pattern: what it looks like in a veiled sentence.
        modality: how it is meant.
        guest: whether the part is a guest's.
        confidence: 0 to 1.
    """

    pattern: Hinted
    modality: Modality
    guest: bool
    confidence: float = 0.85


def sieve(
    rows: Iterable[tuple[str | Hinted, Modality, bool] | tuple[str | Hinted, Modality, bool, float]],
) -> Sieve[Rule]:
    """Return rules by the words that they need."""
    rules = [Rule(Hinted(row[0]) if isinstance(row[0], str) else row[0], *row[1:]) for row in rows]
    return Sieve((rule, [rule.pattern]) for rule in rules)
