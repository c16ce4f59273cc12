"""The words in which English tells who makes a show, as rules over sentences whose persons are veiled."""

from __future__ import annotations

import re

from cliffhanger.reader.crew_jobs import STAFF
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.kinship_rules import THE_SERIES
from cliffhanger.reader.marks import DATE
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import MARK, PERSON, PERSONS

_JOB = (
    rf"(?i:{STAFF}|(?:co-)?(?:series\s+)?(?:creators?|showrunners?|EPs?|directors?|head\s+writers?|writers?|authors?|"
    r"novelists?|writer-director))"
)
_JOBS = rf"{_JOB}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*/\s*|\s+&\s+|-)(?:{_JOB}|stars?\b)){{0,3}}"
EACH = re.compile(
    rf"\b(?:co-)?(?:{STAFF})\b|creator|showrunner|\bep|head\s+writer|novelist|author|director|writer|\beditor",
    re.IGNORECASE,
)
"""One job of several."""

_MADE = (
    r"(?i:(?P<besides>(?:(?:written|directed|developed|produced)(?:,\s+and\s+|,\s+|\s+and\s+)){0,3})"
    r"(?:co-)?(?P<made>created(?:\s+for\s+(?:television|TV|the\s+(?:small\s+)?screen)(?=\s+by))?|"
    r"developed\s+for\s+television|executive[- ]produced|showrun))"
    r"(?:(?:,\s+and\s+|,\s+|\s+and\s+)(?i:written|directed|executive[- ]produced|produced|developed|"
    r"showrun)){0,4}\s+(?i:by)"
)
# What somebody made or was in before: "Elementary alum".
_KNOWN = (
    rf"(?:(?:(?:[A-Z][\w\u2019']*|{PERSON})\s+){{0,4}}(?:{S}\s+)?(?:alum\w*|veterans?|creators?|writers?|producers?|showrunners?|stars?|scribes?|"
    r"boss(?:es)?)\s+)?"
)
_SEASONAL = rf"(?:\s+(?P<season>{N}))?"
_IN_SHOW = rf"(?P<show>{S})(?:['\u2019]s?)?{_SEASONAL}"
_THE_SHOW = rf"(?P<series>(?i:{THE_SERIES}))(?:['\u2019]s?)?"
_ONE = rf"(?P<people>{PERSON})"
_TWO = rf"(?P<people>{PERSON}(?:(?: and | & ){PERSON})?)"
_MANY = rf"(?P<people>{PERSONS})"
_TAKES = (
    r"(?:,?\s+who)?\s+(?:also\s+|now\s+|currently\s+|again\s+)?(?i:(?P<verb>(?:has\s+taken|takes|took|will\s+take|is\s+taking|to\s+take)\s+over|steps?\s+in|"
    r"stepped\s+in|stepping\s+in|serves?|served|will\s+serve|is\s+serving|"
    r"(?:is|are)\s+(?:also\s+)?(?:on\s+board|back)|(?:is|was|has\s+been)\s+(?:named|tapped|hired|installed)|(?:is\s+)?set|"
    r"joins|joined|boards|returns?|will\s+return|to\s+return|to\s+serve))\s+(?i:as)\s+"
    r"(?i:the\s+|an?\s+|its\s+|new\s+|sole\s+){0,3}"
)
# The jobs that belong to a show, wherever they are named; a director or a writer may be anybody's.
_CHIEF = (
    rf"(?i:(?:co-)?(?:series\s+)?(?:creators?|showrunners?|executive\s+producers?|EPs?|head\s+writers?))"
    rf"(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*/\s*|-){_JOB}){{0,3}}"
)
# Words in commas behind a name, about nobody else: "two former bankers".
_ASIDE = rf"(?:,\s(?P<aside>[^,;.!?{MARK}]{{1,80}}),)?"
_OBJECT = (
    rf"(?:(?:(?i:the|this)\s+(?:(?!(?:of|for|in|character|world|role|book|novel)s?\b)[\w-]+\s+){{0,2}}?)?(?P<show>{S})|"
    rf"{_THE_SHOW})"
)
_CREATES = (
    r"(?i:(?:also\s+|first\s+|(?:has|have)\s+)?(?P<made>(?:co-)?created))(?:(?:,\s+and|,|\s+and)\s+(?i:(?:also\s+)?"
    r"(?:wrote|writes|directs|directed|stars?\s+in|starred\s+in|executive[- ]produce[sd]?|produce[sd]|showruns?|runs?|"
    r"ran|develop(?:s|ed)))){0,3}"
)
_RUNS = (
    r"(?i:(?:also\s+|now\s+|still\s+)?(?P<runs>runs?|ran|showruns?|showran|(?:has|have)\s+run|(?:is|are)\s+running))"
)
_OBJECT_ENDS = (
    r"(?=[,.;:)]|\s*$|\s+(?:with|for|in|and|but|as|together|from|after|alongside|about|at|back|which|while|when|since|"
    r"again|based)\b)"
)
_IS = (
    r"(?i:is|are|remains?|stays?\s+on\s+as|continues?\s+as|acts?\s+as)\s+(?i:(?:also|again|once\s+again|both|still|now|the|"
    r"an?|its|their|new|sole|current|one\s+of\s+(?:the|its)|among\s+(?:the|its))\s+){0,3}"
)
_JOB_ENDS = (
    rf"(?:\s+(?:of|on|for|behind)\s+(?:(?P<behind>{S})|(?:the|this)\s+(?:[\w-]+\s+){{0,2}}?(?:series|show|drama|comedy|"
    r"sitcom|thriller)\b|it\b)|(?=[.;:,)]|\s*$|\s+(?:and|who|again|once|with|alongside|here|as)\b))"
)
# "for television", "from the novel": what makes somebody who developed a show the one who made it.
_FOR_TV = rf"(?:\s+for\s+(?:the\s+)?(?:{P}|television|TV|streaming|(?:small\s+)?screen|streamer|network))"
_FROM_WORK = r"\s+(?:from|based\s+on|out\s+of)\s+(?:the|an?|his|her|their)\b"
_KINDS_OF = r"series|show|drama|comedy|thriller|sitcom|dramedy|mystery|western|procedural|anthology|saga|hit"
_DOES = (
    r"(?:(?:co-)?(?:direct(?:s|ed|ing)?|helm(?:s|ed|ing)?|wrote|writ(?:es|ten|e|ing)|pen(?:s|ned)|edit(?:s|ed)|scor(?:es|ed))"
    r"(?:\s+and\s+(?:co-)?(?:direct(?:s|ed)|wr(?:ites|ote)))?)"
)
_DONE = r"(?i:written|directed|penned|helmed|edited|scored|executive[-\s]produced)"
_ALL_DONE = rf"(?P<did>{_DONE}(?:,?\s+and\s+{_DONE}|,\s+{_DONE})*)"
# What is directed or written of a show.
_EPISODES = (
    rf"(?:(?:(?:the|all|both|its|one|two|three|four|five|six|eight|ten|\d+|several|most|half|many|every|each)\s+(?:of\s+(?:the|its|those)\s+)?"
    rf"(?:(?:[a-z-]+|\d+|{DATE}|{N}(?:['\u2019]s)?|{P}['\u2019]s)\s+){{0,3}}?(?:episodes?|instal+ments?|hours?|pilot|premiere|finale|opener|closer|two|three|half|block)\b"
    rf"(?:\s+of\s+(?:(?P<of_season>{N})|(?P<behind>{S})))?|(?:all|most|every\s+one|each|several|some|half|both|many)\s+of\s+(?:them|it)\b|several(?=[.,;]|\s*$))|(?P<behind_season>{N})\b)"
)
_SOME_EPISODES = re.sub(r"P<\w+>", ":", _EPISODES)
BEFORE_HYPHEN = "-created"
RULES = Sieve.of(
    Hinted(pattern)
    for pattern in (
        (
            rf"(?:{_IN_SHOW}|{_THE_SHOW})(?:,?\s+(?:which\s+|that\s+)?(?:(?:is|was|were)\s+)?|,\s+(?:an?|"
            rf"the)\s+(?:(?!(?:is|was|were|has|had)\b)[\w-]+\s+){{1,5}}?|,\s[^,;.!?{S}]{{1,80}},\s+(?:is|was|were)\s+){_MADE}\s+{_KNOWN}{_MANY}"
        ),
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_CREATES}\s+{_OBJECT}{_OBJECT_ENDS}",
        (
            rf"\b{_CREATES}\s+{_OBJECT}{_FOR_TV}?\s+(?:(?:together|along)\s+)?"
            rf"(?P<joint>with|alongside)\s+(?:(?:fellow\s+)?{_JOB}\s+|(?:his|her|their)\s+[a-z-]+\s+)?{_MANY}"
            r"(?!['\u2019]|\s+(?:as|serving|producing|directing|attached|starring|on|executive|playing|in)\b)"
        ),
        rf"{_MANY}(?:,?\s+who)?\s+(?i:(?P<made>developed))\s+{_OBJECT}(?:{_FOR_TV}|{_FROM_WORK}|(?=[.;]|\s*$))",
        rf"^\W*{_ONE},\s+(?:who|whose)\s[^;.!?{MARK}]{{1,90}}(?:{PERSON}[^;.!?{MARK}]{{0,60}}){{0,3}},\s+{_CREATES}\s+{_OBJECT}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_RUNS}\s+{_OBJECT}{_OBJECT_ENDS}",
        rf"(?:{_IN_SHOW}|{_THE_SHOW}),?\s+(?:which\s+)?(?:(?:is|was)\s+)?the\s+(?P<made>brainchild|creation)\s+of\s+(?:{_JOBS}\s+)?{_MANY}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+{_IS}(?:{_IN_SHOW}\s+|{_THE_SHOW}\s+)?(?P<job>{_CHIEF}){_JOB_ENDS}",
        (
            rf"\b(?i:with|under)\s+{_ONE}\s+(?i:(?:returning|serving|acting|continuing|attached|on\s+board|back|also)\s+)?"
            rf"(?i:as)\s+(?i:(?:its|the|new|sole)\s+){{0,2}}(?P<job>{_CHIEF}){_JOB_ENDS}"
        ),
        rf"\b(?P<raw>(?!(?:The|An?|This|That|From|New|Its)\b)(?:[A-Z][\w.\u2019-]*\s){{1,2}}[A-Z][\w\u2019]+)-(?P<made>created)\s+(?:[a-z-]+\s+){{0,3}}?(?:(?P<show>{S})|(?i:{_KINDS_OF})\b)",
        rf"(?<![\w-])(?P<job>(?i:(?:co-)?(?:creators|showrunners|executive\s+producers|EPs)))\s+{_MANY}",
        rf"^\W*{_MADE}\s+{_KNOWN}{_MANY}(?:[^;.!?{MARK}{S}]{{0,120}}?|,?\s+(?:and|in|with|from|based|adapted|inspired|loosely|together|written|directed|produced|executive)\b[^;!?{S}]{{0,160}}?),\s+(?:{P}['\u2019]s\s+)?(?:(?:[\w-]+\s+){{0,3}}?{_IN_SHOW}|{_THE_SHOW})",
        rf"{_IN_SHOW}\s+(?:(?i:series|co-)\s*)?(?P<job>{_JOBS})\s+{_TWO}",
        rf"{_THE_SHOW}\s+(?P<job>{_JOBS}),?\s+{_TWO}",
        rf"(?<![\w-])(?<![\"\u201d\u2019]\s)(?P<job>{_JOBS})\s+{_TWO}",
        (
            rf"{_ONE},\s+(?:who\s+(?:is|serves\s+as)\s+)?(?:(?:the|a|an|its)\s+)?(?:(?:{_IN_SHOW}|"
            rf"{_THE_SHOW})\s+)?(?P<job>{_JOBS})(?:\s+(?:of|on|for|behind)\s+(?:(?P<behind>{S})|the\s+(?:series|"
            r"show)\b)|(?=[,.]))"
        ),
        (
            rf"{_MANY}{_TAKES}(?P<job>{_JOBS})\b(?:\s+(?:on|for|of|"
            rf"in)\s+(?:(?P<of_season>{N})(?:\s+of)?)?\s*(?P<behind>{S})?(?:\s+(?P<behind_season>{N}))?)?"
        ),
        (
            rf"(?:names|taps|hires|has\s+(?:named|tapped|hired))\s+{_ONE}\s+(?i:as)\s+(?:(?:the|its|"
            rf"new)\s+){{0,2}}(?:{_IN_SHOW}\s+)?(?P<job>{_JOBS})"
        ),
        (
            rf"{_MANY}\s+(?:also\s+|will\s+(?:also\s+)?|to\s+)?(?P<job>(?i:executive[- ]produces?|"
            r"are\s+(?:the\s+)?(?:executive\s+producers|showrunners)))\b"
        ),
        rf"(?P<job>(?i:executive[-\s]produces?))\s+(?:it\s+|the\s+series\s+|the\s+show\s+)?(?:alongside|with|along\s+with|together\s+with)\s+{_MANY}",
        rf"{_MANY}\s+(?:also\s+|both\s+)?(?P<did>(?:writes?|directs?)(?:(?:,|,?\s+and)\s+(?:writes?|directs?|executive[-\s]produces?))*)(?=[.;]|\s*$)",
        rf"{_ONE},\s+one\s+of\s+(?:the|its)\s+(?:(?:show|series|drama)['\u2019]s\s+)?(?P<job>{_JOB})(?=[,.]|\s+(?:on|of)\s+(?:the|it|{S}))",
        rf"(?:{_IN_SHOW}|{_THE_SHOW})\s+(?:is|was)\s+(?P<runs>run|showrun)\s+by\s+{_KNOWN}{_MANY}",
        rf"(?P<job>(?i:executive\s+producers|directors|writers|producers|showrunners|EPs))(?:\s+(?:this\s+season|of\s+(?:the\s+)?{N}|on\s+the\s+(?:show|series)))?\s+(?:are|include|also\s+include)\s+{_MANY}",
        rf"\b(?:[Tt]he|[Ii]ts)\s+(?P<job>(?i:(?:series\s+)?(?:creator|showrunner)s?))\s+(?:is|are)\s+{_MANY}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+(?:also\s+|both\s+|each\s+|has\s+|have\s+)?(?P<verb>(?:will|to|is\s+set\s+to|are\s+set\s+to)\s+|(?:is|are)\s+)?(?P<did>{_DOES})\s+{_EPISODES}",
        rf"{_ONE}{_ASIDE}\s+(?:also\s+)?{_DOES}\s+{_SOME_EPISODES}\s+and\s+(?:also\s+)?(?P<did>{_DOES})\s+{_EPISODES}",
        rf"{_MANY}{_ASIDE}\s+(?:also\s+)?(?P<did>compos(?:es|ed)|scor(?:es|ed)|wrote)\s+(?:the\s+|its\s+|all\s+the\s+)(?:[a-z-]+\s+){{0,2}}?(?:music|score|soundtrack)\b",
        rf"\b(?:[Tt]he|[Ii]ts)\s+(?:[a-z-]+\s+)?(?P<did>music|score|soundtrack)\s+(?:is|was|were|comes)\s+(?:(?:composed|scored|written|all)\s+){{0,2}}(?:by|from)\s+{_MANY}",
        rf"{_MANY}{_ASIDE}(?:,?\s+who)?\s+(?:is|are|was|has\s+been)\s+(?:also\s+|now\s+|still\s+)?(?:(?:its|the\s+(?:show|series|drama|comedy)['\u2019]s)\s+(?P<job>(?i:{STAFF}))|(?:the|an?)\s+(?P<post>(?i:{STAFF}))\s+(?:on|for|of)\s+(?:(?P<behind>{S})|(?P<of_season>{N})|the\s+(?:show|series|drama|comedy)\b|it\b))",
        rf"^\W*(?P<job>Editor)\s+{_ONE}(?!\s+(?:of|at|from)\b)",
        rf"{_ONE}\s+(?:is\s+making|makes?|made|will\s+make)\s+(?:his|her|their)\s+(?P<did>direct(?:ing|orial))\s+debut\s+(?:with|on|in|this)\b[^.;,{S}{N}]{{0,30}}?(?:\b(?:episode|instal+ment|hour|season|show|series|drama|finale|premiere|opener)\b|(?P<of_season>{N})|(?P<behind>{S}))",
        rf"{_MANY}{_ASIDE}\s+(?:is|are|was|were)\s+(?:among|one\s+of)\s+(?:the|its)\s+(?:[a-z-]+\s+)?(?P<job>{_JOBS})(?:\s+(?:of|on|for)\s+(?:the\s+)?(?:(?P<of_season>{N})|(?P<behind>{S})|(?:series|show|drama|it)\b)|(?=[.;,)]|\s*$|\s+this\b))",
        rf"{_MANY}\s+(?:both\s+)?(?:shared?|split|handled?|divided?)\s+(?:the\s+)?(?P<did>directing)\b",
        rf"\b[Ww]ith\s+{_KNOWN}{_MANY}\s+(?:also\s+|both\s+)?(?P<did>directing)\b(?!\s+(?:[A-Z]|an?\s))",
        rf"{_ONE}\s+(?:himself\s+|herself\s+)?(?:is|was)\s+(?P<did>behind\s+the\s+camera|in\s+the\s+director['\u2019]s\s+chair)\b",
        (
            rf"(?:{_IN_SHOW}|{_THE_SHOW}|\b(?i:episodes?|pilot|premiere|finale|opener|installments?)|(?P<of_season>{N}))(?:\s+(?:is|are|was|were|has\s+been|have\s+been)|,)\s+"
            rf"(?:all\s+|both\s+|mostly\s+)?{_ALL_DONE}\s+by\s+{_KNOWN}{_MANY}"
        ),
        rf"^\W*{_ALL_DONE}\s+by\s+{_KNOWN}{_MANY}[^;.!?{S}]{{0,120}}?,\s+(?:{_IN_SHOW}|{_THE_SHOW})",
        rf"^\W*{_DONE}\s+by\s[^;.!?{S}]{{1,60}}?(?:,\s+|\s+and\s+){_ALL_DONE}\s+by\s+{_KNOWN}{_MANY}[^;.!?{S}]{{0,80}}?,\s+(?:{_IN_SHOW}|{_THE_SHOW})",
        rf"(?:{_IN_SHOW}|{_THE_SHOW})\s[^;.!?{S}]{{0,60}}?\b{_DONE}\s+by\s[^;.!?{S}]{{1,60}}?(?:,\s+|\s+and\s+){_ALL_DONE}\s+by\s+{_KNOWN}{_MANY}",
        rf"\b(?:[Oo]ne\s+of\s+(?:the|its)\s+|[Tt]he\s+)(?:(?:show|series|drama|production)['\u2019]s\s+)?(?P<job>{_JOB}),\s+{_ONE}(?=[,.])",
        rf"{_ONE}\s[^.;,:!?{MARK}{S}]{{1,90}}?\sand\s+(?:also\s+)?(?:(?:serves|acts)\s+as|is)\s+(?:also\s+)?(?:the\s+|its\s+|an?\s+)?(?P<job>{_JOBS})",
        (
            rf"{_ONE},\s+who\s+(?:is|was|serve[sd]\s+as|works\s+as|worked\s+as|has\s+been)\s+(?:the|an?|its|one\s+of\s+(?:the|its))\s+(?P<job>{_JOBS}|editor(?=\s+(?:on|of)\s+(?:the\s+(?:show|series|drama)\b|it\b|{S})))"
            rf"(?=[,.]|\s+(?:on|for|of|since|throughout)\s+(?:both|all|every|the\s+(?:show|series|drama|first|second)|the\s+pilot|it\b|{S}|{N}|its))"
        ),
        (
            rf"{_ONE}\s+(?i:(?P<verb>directs|is\s+directing|returning\s+to|returns\s+to|will|set\s+to|"
            rf"to)\s+(?P<job>direct\b)?)\s*(?:(?P<of_season>{N})\s+(?i:of)\s+)?(?P<behind>{S})(?:\s+"
            rf"(?P<behind_season>{N}))?"
        ),
    )
)
