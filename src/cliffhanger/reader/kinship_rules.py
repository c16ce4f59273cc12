"""The words in which English tells which show comes from which, as rules over marked sentences."""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.sieves import Sieve

LIST = rf"{S}(?:(?:, and | and | & |, | ){S}){{0,5}}"
SERIES = "(?:series|show|drama|comedy|sitcom|thriller|dramedy|saga|procedural)"
# Kinds of a show that stand for it only with an article: "the western".
KINDS = "(?:western|space\\s+opera|satire|mystery|anime|whodunit|miniseries|docuseries|docudrama|soap|programme)"
# Words that make "the ... drama" another one than the show that is spoken of.
_OTHER = (
    "(?:new|upcoming|untitled|other|latter|former|second|third|first|next|last|later|earlier|previous|older|rival|"
    "companion|sister|planned|potential|proposed|another|best|most|only|top|same|longest|whole|entire|of|in|for|and)"
)
THE_SERIES = (
    rf"\b(?:(?:the|this)\s+(?:(?!{_OTHER}\b)[\w-]+\s+|{P}\s+){{0,2}}(?:{SERIES}|{KINDS})|"
    r"the\s+(?:mothership|flagship)|it)\b"
)

TRIGGER = Hinted(
    r"spin-?\s?off|spun|spinning|spawn|prequel|offshoot|sequel|successor|follow-?up|revival|reboot|continuation|"
    r"predecessor",
    re.IGNORECASE,
)
OFFSHOOT = "spin-?offs?|spin offs?|prequels?|offshoots?"
_SEQUEL = "sequels?|successors?|follow-?ups?|follow ups?|revivals?|reboots?|continuations?"
_KIND = rf"(?P<kind>{OFFSHOOT}|{_SEQUEL})(?:\s+{SERIES})?"
# A word that may stand before the kind or before a title; a preposition or a conjunction begins another thought.
_WORD = (
    r"(?:(?!(?:after|before|from|of|in|on|for|with|and|or|to|but|who|that|which|about|by|at|as|is|was|star|"
    r"creator|not|"
    rf"never|no|than|like|if|said|says|season|film|movie)\b)[\w\u2019'.-]+|{P}(?:['\u2019]s)?)\s+"
)
_ARTICLE = rf"(?:an?|the|its|his|her|their|another|one\s+of\s+(?:the|several|many|two|three)|{P}(?:['\u2019]s)?)\s+"
_ADVERB = r"(?:(?:technically|also|itself|actually|essentially|officially|both|now|in\s+fact|only|just)\s+)"
_IS = (
    r"(?:is|was|are|were|serves\s+as|served\s+as|acts\s+as|began\s+as|began\s+life\s+as|started\s+as|"
    r"started\s+out\s+as|"
    rf"originated\s+as|functions\s+as|will\s+be)\s+{_ADVERB}{{0,2}}"
)
_OF = rf"\s+(?:from|of|to|for)\s+(?:{_WORD}){{0,6}}?"
_CALLED = r"(?:,?\s+(?:titled|called|named|entitled|dubbed))?"
_LINK = rf"(?:,?\s+(?:which\s+|that\s+)?{_IS}|,?\s+(?:itself\s+)?)"
UNSURE = re.compile(
    r"\b(?:if|whether|not|never|no|rumou?r\w*|unlike|den(?:y|ies|ied)|isn['\u2019]t|wasn['\u2019]t|imagin\w+|"
    r"wish\w*|want\w*|hop(?:e|es|ing)"
    r"|would|could|might|may|should|pitch\w*|perhaps|maybe)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"\b(?:call|sa(?:y|id)|teas|describ|deem|brand|label|slam|prais|hail|promis|tout)\w*\b",
    re.IGNORECASE,
)


def _rule(pattern: str) -> Hinted:
    return Hinted(pattern, re.IGNORECASE)


# In each rule "young" is the show that comes from "old"; "series" stands for words that mean a show.
_TOGETHER = (
    _rule(
        rf"(?P<young>{S})(?:{_LINK}(?:{_ARTICLE})(?:{_WORD}){{0,4}}?|"
        rf",?\s+(?:{_IS})?(?:{_WORD}){{0,1}}?){_KIND}{_OF}(?P<old>{S})"
    ),
    _rule(
        rf"(?P<young>{LIST})\s+(?:are|were)\s+(?:both\s+|all\s+)?(?:{_WORD}){{0,3}}?"
        rf"(?P<kind>(?:spin-?off|spin off|prequel|offshoot|sequel|follow-?up)s)(?:\s+{SERIES})?{_OF}(?P<old>{S})"
    ),
    _rule(
        rf"(?P<series>{THE_SERIES})(?:,?\s+(?:which\s+)?{_IS}|,\s+){_ARTICLE}(?:{_WORD}){{0,4}}?{_KIND}{_OF}(?P<old>{S})"
    ),
    _rule(
        rf"(?P<young>{S})(?:,?\s+(?:which\s+)?{_IS}|"
        rf",?\s+){_ARTICLE}(?:{_WORD}){{0,3}}?(?P<old>{S})(?:['\u2019]s?)?\s+(?:{_WORD}){{0,2}}?{_KIND}\b(?!\s+{S})"
    ),
    _rule(
        rf"(?P<series>{THE_SERIES})(?:,?\s+(?:which\s+)?{_IS}|,\s+){_ARTICLE}(?:{_WORD}){{0,3}}?(?P<old>{S})(?:['\u2019]s?)?\s+(?:{_WORD}){{0,2}}?{_KIND}\b"
        rf"(?!\s+{S})"
    ),
    _rule(rf"(?P<young>{S})\s+(?P<old>{S})(?:['\u2019]s?)?\s+(?:{_WORD}){{0,2}}?{_KIND}\b(?!\s+{S})"),
    _rule(rf"(?P<old>{S})(?:['\u2019]s?)?\s+(?:{_WORD}){{0,2}}?{_KIND}{_CALLED}\s+(?P<young>{LIST})"),
    _rule(
        rf"(?P<old>{S})(?:['\u2019]s?)?\s+(?:{_WORD}){{0,2}}?{_KIND},\s+(?P<young>{S})(?=,(?!\s+(?:and\s+)?{S})|"
        r"[.;]?$)"
    ),
    _rule(
        rf"(?P<old>{S}),?\s+(?:and\s+|as\s+well\s+as\s+|"
        rf"alongside\s+)?its\s+(?:{_WORD}){{0,3}}?{_KIND},?{_CALLED}\s+(?P<young>{LIST})"
    ),
    _rule(rf"\b{_KIND}{_OF}(?P<old>{S}),?\s+(?:titled|called|named|entitled|dubbed)\s+(?P<young>{S})"),
    _rule(
        rf"(?P<young>{S}),?\s+(?:which\s+)?(?:(?:is|was)\s+)?(?P<kind>spun\s+off|spins\s+off|"
        rf"spinning\s+off)\s+(?:from|of)\s+(?:{_WORD}){{0,4}}?(?P<old>{S})"
    ),
    _rule(
        rf"(?P<old>{S}),?\s+(?:which\s+|that\s+)?(?:has\s+)?(?:also\s+)?spawned\s+"
        rf"(?:{_WORD}){{0,3}}?{_KIND},?{_CALLED}\s+(?P<young>{LIST})"
    ),
    # "A spin-off of S, the drama"; its words end with S, so that what follows is said of the drama.
    _rule(
        rf"^\W*(?:an?|the)\s+(?:{_WORD}){{0,3}}?{_KIND}{_OF}(?P<old>{S})(?=['\u2019\u201d\",]*\s+(?P<series>{THE_SERIES}))"
    ),
    _rule(
        rf"(?P<series>{THE_SERIES})\s+(?:(?!who\b|whose\b)[^\s;.!?{S}]+\s+){{1,14}}?and\s+(?:also\s+)?{_IS}{_ARTICLE}(?:{_WORD}){{0,4}}?{_KIND}{_OF}(?P<old>{S})"
    ),
    _rule(
        rf"(?P<young>{S})(?:['\u2019]s?|,?\s+(?:and|like|unlike|as\s+did|than|"
        rf"with)\s+its)\s+(?:{_WORD}){{0,2}}?(?P<kind>predecessor),?\s+(?P<old>{S})"
    ),
    _rule(
        rf"(?P<old>{S}),?\s+(?:(?:is|was)\s+)?(?:the|a)\s+(?:{_WORD}){{0,2}}?(?P<kind>predecessor)\s+(?:of|"
        rf"to)\s+(?:{_WORD}){{0,3}}?(?P<young>{S})"
    ),
)
# The older show under a name that is marked nowhere: it begins the younger one's title, as "FBI" does.
UNMARKED = _rule(
    rf"(?:(?P<young>{S})|(?P<series>{THE_SERIES}))(?:,?\s+(?:which\s+)?{_IS}|,\s+){_ARTICLE}(?:{_WORD}){{0,4}}?{_KIND}\s+"
    r"(?:from|of|to)\s+(?:the\s+)?(?P<title>(?-i:[A-Z0-9])[\w\u2019'-]*(?:\s(?-i:[A-Z])[\w\u2019'-]*){0,3})"
)
# A younger show whose name is marked nowhere: "Quarry Lane, a spin-off of S"; its words are capitals.
_CAP = r"(?-i:[A-Z0-9])[\w\u2019'&-]*"
NEW_NAME = _rule(
    r"(?:^\W*|\b(?:(?:order|orders|ordered|pickup|greenlight)\s+(?:for|to|of)|(?:new|companion)\s+(?:series|drama|show|comedy)|titled|called|"
    r"named|confirmed|announced)\s+)['\u2018\u201c\"]?(?P<title>(?!(?:It|This|That|These|He|She|They|There|What|Which|Who|For|In|On|At|"
    r"With|As|And|But|While|After|Before|Like|Unlike|According|Meanwhile|Also|Both|If|When|Is|Not|A|An|Its|His|Her|Their|Set|"
    rf"Created|Starring|{SERIES})\b){_CAP}(?:\s(?:(?:of|the|and|in|a|to)\s){{0,2}}{_CAP}){{0,6}})['\u2019\u201d\"]?"
    rf"(?:,\s+(?:which\s+)?(?:{_IS})?|\s+{_IS}){_ARTICLE}(?:{_WORD}){{0,3}}?{_KIND}\s+(?:from|of|to)\s+(?:(?:the|{P}['\u2019]s|hit|"
    rf"original|{SERIES})\s+){{0,4}}(?P<old>{S})"
)
# "A spin-off, S2, is on its way", of the show that is spoken of.
OF_MEANT = _rule(
    rf"(?:^\W*|[;:]\s+|,\s+(?:and|but|while)\s+|\bthere\s+(?:is|was|are)\s+(?:also\s+)?|"
    r"\b(?:making|made|preparing|produced|ordered|announced|spawned|led\s+to|got|has|have)\s+(?:also\s+)?)"
    rf"(?:an?|another|its|the(?=\s[\w\s-]{{1,40}},\s))\s+"
    rf"(?:(?!new\b|planned\b|untitled\b){_WORD}){{0,2}}?{_KIND}(?:\s+of\s+sorts)?(?:,|{_CALLED})\s+(?P<young>{S})"
    r"(?=[,.;]|\s*$|\s+(?:is|was|will|has|had|about|set|premiere|debut|which|starring|follows|began|ran|arrive|launche)[sd]?\b)"
)
# "The spin-off of S was recast", of the show that the sentence before names.
GOES_ON_OF = _rule(
    rf"^\W*the\s+(?:{_WORD}){{0,2}}?{_KIND}\s+(?:of|to|from)\s+(?P<old>{S})\s+(?:is|was|has|had|will|stars|follows|premiered|returns|began|ran)\b"
)
# "The S spin-off returned", of the show that is spoken of.
THE_KIND = _rule(
    rf"^\W*the\s+(?:{_WORD})?(?P<old>{S})['\u2019\u201d\"]*\s+(?:{_WORD})?{_KIND}\s+(?:is|was|has|had|will|stars|follows|premiere[sd]|debut(?:s|ed)|returns?|returned|"
    r"ran|averages|averaged|drew|launched|opened|ended|wrapped|holds|carries|sits|centers|chronicles|tells)\b"
)
# "Show: Somebody Joins 'Old' Spinoff" in a headline.
_BILLED = _rule(
    rf"^(?P<young>{S}):\s[^{S}:]{{0,160}}\b(?:stars?\s+in|joins?|cast\s+(?:in|of)|boards?|"
    rf"starring\s+in)\s+(?:the\s+)?(?P<old>{S})\s+(?:{_WORD}){{0,2}}?{_KIND}\b"
)
RULES = Sieve.of(_TOGETHER)
IN_TITLE = Sieve.of((*_TOGETHER, _BILLED))
