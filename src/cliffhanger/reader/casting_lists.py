"""The words in which English lists who is in a cast, or a guest, by rules over sentences whose persons are veiled."""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.casting_lead import LEAD
from cliffhanger.reader.casting_words import (
    AUXILIARY,
    BRACKETS,
    HONOUR,
    OFTEN,
    ROLE_ENDS,
    SEASONAL,
    THE_SERIES,
    WHERE,
    WHERE_SAID,
    WHO,
    sieve,
)
from cliffhanger.reader.marks import DATE
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import AND, MARK, NAME, PERSON, PERSONS, RANK

JOINS = (
    r"(?i:(?:joins?|joined|boards?|boarded|star\s+in|stars\s+in|starred\s+in|co-stars?\s+in|(?:has\s+|"
    r"have\s+)?(?:been\s+)?added\s+to|"
    r"(?:is|are|was|were|has\s+been|have\s+been)\s+cast\s+in|returns?|returns?\s+(?:for|to)|headlines?|toplines?))"
)
WILL_JOIN = (
    r"(?i:(?:(?:is|are)\s+)?(?:set\s+to|will|to)\s+(?:star\s+in|co-star\s+in|join|return|headline|topline|"
    r"recur\s+in|board))"
)
ADDS = r"(?i:adds|casts|has\s+cast|has\s+added|enlists|recruits|stars|starring|features|featuring)"
CAST_IS = (
    rf"\b(?i:(?:ensemble\s+|supporting\s+|main\s+|returning\s+)?cast\s+(?:of\s+{S}\s+)?(?:that\s+)?(?:(?:also|now)\s+)?(?:includes?|including|features?|"
    r"is\s+(?:led|rounded\s+out|completed|headed)\s+by|comprises|consists\s+of|numbers)|"
    r"ensemble\s+(?:also\s+)?(?:includes?|including|features?|featuring)|(?:co-)?starring:?|(?<=^)(?:cast|stars):|(?:led|headlined|toplined|fronted)\s+by|"
    r"among\s+the\s+cast\s+(?:are|is)|"
    rf"(?:newcomers|(?:supporting|recurring|other|key)\s+(?:players|actors|roles|parts)|(?:new\s+|returning\s+|other\s+)?cast\s+members|new\s+(?:additions|faces|arrivals|recruits)|returning\s+(?:stars|players|actors|faces))\s+(?:(?:for|in)\s+)?"
    rf"(?:(?:this\s+(?:season|year|time)|{N})\s+)?(?:include|are|is))"
)
IN_CAST = (
    r"(?i:(?:is|are)\s+(?:also\s+)?(?:in|part\s+of|among)\s+the\s+(?:\w+\s+)?cast|"
    r"(?:rounds?\s+out|completes?)\s+the\s+(?:[\w-]+\s+)?(?:cast|ensemble|squad|team)|"
    r"(?:also\s+|all\s+|co-)?stars?(?=[.;]|\s*$)|"
    r"(?:heads?(?:\s+up)?|leads?|led|headlines?|anchors?|fronts?)\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:cast|ensemble)\b|"
    r"(?:is|are)\s+(?:also\s+)?among\s+(?:the|its|this\s+season['\u2019]s)\s+(?:[a-z-]+\s+){0,2}?(?:newcomers|new\s+faces|"
    r"additions|arrivals|cast\s+members|stars|co-stars)|"
    r"(?:will\s+)?(?:all\s+|both\s+|each\s+)?repris(?:e|es|ed|ing)\s+(?:their|his|her)\s+roles?(?!\s+(?:as|of)\b)|"
    r"(?:has|have|was|were)\s+(?:been\s+)?(?:promoted|upped|bumped(?:\s+up)?|elevated)\s+to\s+(?:a\s+)?series\s+regulars?)(?!\s+of\s+the\s+(?:film|movie))"
)
# Of whom it is said, actors are named; behind a name with another in brackets it may be said of the character.
BACK = (
    r"(?P<link>(?i:(?:all|both|also)\s+return|(?:are|is)\s+(?:all\s+|both\s+|also\s+)?(?:back|returning)|will\s+(?:all\s+|both\s+|also\s+)?be\s+back)"
    r"(?=[.,;]|\s*$|\s+(?:for|in|too|as\s+well)\b))"
)
_JOB = (
    r"(?:(?:an?|the|its)\s+)?(?:[a-z-]+\s+){0,3}?"
    r"(?:producer|showrunner|director|writer|host|editor|consultant|judge|narrator)s?\b"
)
# What an actor is known as or from: "Oscar winner Jane Doe", "S alum John Roe".
_CREDIT = (
    rf"(?:(?:the\s+)?(?:(?:[A-Z][\w\u2019-]*|{S}|[a-z-]+)\s+){{0,3}}?"
    r"(?i:winner|nominee|alum\w*|veteran|stars?|actor|actress|actors|comedian|comic|newcomers?|singer|rapper|wrestler|couple|favou?rite|legend|icon|"
    r"standout|stalwart)\s+)?"
)
ENTRY = (
    rf"{_CREDIT}{PERSON}{BRACKETS}(?:\s+(?:as|As)\s+(?!{_JOB})(?:{LEAD}{RANK}?{HONOUR}?{NAME}|(?:an?|the|his|her|their|its)\s[a-z][^,;.(){MARK}{S}]{{1,50}}?(?={AND}{PERSON}|[,.;])))?"
    rf"{BRACKETS}"
)
ENTRIES = rf"(?P<entries>{ENTRY}(?:{AND}{ENTRY}){{0,9}})"
_GUEST = r"(?:guest|cameo)(?:[-\s](?:star|appearance|spot|role|part|turn|shot))?s?"
GUESTS = (
    rf"(?P<link>(?i:{OFTEN}{AUXILIARY}{OFTEN}(?:guest(?:s|ed|ing)?(?:[-\s]star(?:s|red|ring)?)?|cameo(?:s|ed)|cross(?:es|ed)?\s+over|"
    r"(?:drop|stop|swing)(?:s|p?ed|p?ing)?\s+by|(?:mak(?:e|es|ing)|made|ha(?:s|ve|d)|puts?\s+in|d(?:o|oes|id))\s+(?:an?\s+|brief\s+|several\s+|some\s+)?"
    rf"(?:[a-z-]+\s+){{0,2}}?{_GUEST}|(?:(?:appear|return|feature|recur|arrive|pop\s+up|turn\s+up|show\s+up|drop\s+in|step\s+in)(?:s|e?d|ing)?|"
    r"(?:pops|pop|turns|shows|drops|steps|popped|turned|showed)\s+(?:up|in)|returned|arrives|is|are|was|were|be|seen|featured|billed|credited)\s+"
    rf"(?:(?:[a-z-]+|{N}|{P}|{DATE})\s+){{0,4}}?"
    r"(?:as|in|for|with)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}?"
    rf"{_GUEST}|(?:is|are|was|were)\s+among\s+(?:(?:the|its|this\s+(?:season|year)['\u2019]s|those)\s+)?(?:[a-z-]+\s+){{0,2}}?"
    r"(?:guests?(?:[-\s]stars?)?|(?:who\s+)?(?:stopped|dropped|stopping|dropping)\s+by))))\b"
)
LISTS = sieve(
    (
        (rf"{ENTRIES}{WHO},?\s+{JOINS}{WHERE_SAID}", Modality.EVENT, False),
        (
            rf"(?P<entries>{PERSONS}){WHO}\s+(?:ha(?:s|ve)\s+)?(?:also\s+)?join(?:s|ed)?\s+the\s+(?:\w+\s+)?cast\b(?!\s+of\b)",
            Modality.EVENT,
            False,
        ),
        (
            (
                r"\b(?i:(?:also\s+)?(?:returning|starring)|(?:joining|new\s+to|rounding\s+out|completing|also\s+in)\s+(?:the|its)\s+"
                rf"(?:[\w-]+\s+)?(?:cast|ensemble|series|show)|new\s+(?:faces\s+)?(?:this\s+(?:year|season|time)|for\s+{N}|in\s+{N}|{N}))(?:\s+(?:(?:in|for)\s+)?(?:{N}|this\s+[a-z]+))?\s+(?:are|is|will\s+be)\s+{ENTRIES}"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"^\W*(?:They|She|He)\s+(?:are|is|will\s+be)\s+joined\s+by\s+(?:newcomers\s+)?{ENTRIES}(?!\s+(?:on|at|onstage)\b)",
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"(?P<entries>{PERSON}){WHO}\s+(?:plays|portrays|voices|inherits|takes\s+on|takes\s+over|has|played|lands|landed|stars\s+in)\s+the\s+(?:title|titular|lead|leading)\s+(?:role|part|character)\b"
                r"(?!\s+of\b)"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"(?P<entries>{PERSONS})\s+in\s+(?:the\s+|an?\s+)?(?:title|titular|lead|leading|main|central|supporting|recurring|key)\s+(?:roles?|parts?)\b",
            Modality.EVENT,
            False,
        ),
        (
            rf"\b(?:[Nn]ewcomers|[Nn]ew\s+(?:cast\s+members|additions|arrivals)|[Cc]ast\s+additions)\s+{ENTRIES}",
            Modality.EVENT,
            False,
        ),
        (
            (
                r"\b(?:returns?|back|returning|repris\w+\s+\w+\s+roles?|stars?|joins?|on\s+board)\b[^.;:]{0,60},?\s+as\s+(?:is|are|does|do|will|did|has|have)\s+"
                rf"(?:newcomers?\s+)?{ENTRIES}"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"(?P<entries>{PERSONS}){WHO}\s+(?:also\s+)?(?:(?:co-)?stars?|starred|appears?)\s+in\s+(?:and\s+[a-z-]+(?:\s+[a-z]+)?\s+)?{THE_SERIES}(?!['\u2019])",
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"(?:\b(?:[Tt]he\s+(?:show|series|drama|comedy)['\u2019]s|[Ii]ts|[Tt]he)\s+(?:(?:lead|longtime|breakout|title|main|other)\s+)?(?:co-)?(?:stars?|leads?),?|"
                rf"^[^\w{S}]*(?:Star|Co-star)(?:\s+and\s+[a-z-]+(?:\s+producer)?)?)\s+(?P<entries>{PERSONS})"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                r"\b(?i:series|show|lead|leading|original|returning)\s+(?:stars?|leads?|regulars?|actors?|actress(?:es)?|man|lady|players?|cast\s+members?)\s+"
                rf"(?P<entries>{PERSONS})"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"(?P<entries>{PERSON}),\s+(?:(?:the|a|one\s+of\s+the)\s+(?:[a-z-]+\s+)?(?:co-)?(?:stars?|leads?)\s+of\s+(?:{S}|the\s+(?:[a-z-]+\s+)?(?:series|show|"
                r"drama|comedy|thriller|sitcom))|its\s+(?:[a-z-]+\s+)?(?:co-)?(?:star|lead))(?=[,.])"
            ),
            Modality.EVENT,
            False,
        ),
        (rf"(?P<entries>{PERSONS}),?\s+{WILL_JOIN}{WHERE_SAID}", Modality.PLAN, False),
        (rf"{ENTRIES}{WHO}\s+(?P<link>{IN_CAST}){WHERE}", Modality.EVENT, False),
        (rf"(?P<entries>{PERSON}(?:{AND}{PERSON}){{1,9}})\s+{BACK}{WHERE}", Modality.EVENT, False, 0.75),
        (rf"(?:{S}{SEASONAL}|{N}),?\s+(?:which\s+)?(?:also\s+)?{ADDS}\s+{ENTRIES}", Modality.EVENT, False),
        (
            rf"(?i:the\s+(?:\w+\s+)?(?:series|show|drama|comedy))\s+(?:also\s+)?(?:stars|features)\s+{ENTRIES}",
            Modality.EVENT,
            False,
        ),
        (rf"{CAST_IS}\s+(?:actors?\s+|newcomers?\s+)?{ENTRIES}", Modality.EVENT, False),
        (
            (
                rf"(?:{S}|{N}|[,)]|\b(?i:which|that|and|also|it|series|show|drama|comedy|thriller|sitcom|dramedy|mystery))\s+"
                rf"(?:also\s+)?(?:co-)?stars\s+{ENTRIES}"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"\b(?:stars?|starring|leads|headlines|plays?|returns?\s+as|co-stars?|back\s+as|joins?)\b[^.;:]{{1,120}}?(?:\s(?:alongside|opposite|along\s+with|together\s+with|"
                rf"(?:is|are)\s+(?:also\s+)?joined\s+(?:in\s+the\s+cast\s+)?by)|,\s+with(?=\s[^.;:]{{1,200}}(?:[.;]|$)))\s+(?:(?:fellow|newcomers?|actors?|co-stars?|new|returning|cast|members)\s+){{0,3}}"
                rf"{ENTRIES}(?!\s+(?:on|at|onstage|in|for|as|serving|producing|directing|attached)\b|['\u2019])"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"{S}(?:['\u2019]s)?\s+(?:{N}\s+)?(?i:star|co-star|stars|co-stars|lead\s+actor|actor|"
                rf"actress)\s+(?P<entries>{PERSON})"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"(?P<entries>{PERSONS}){WHO}\s+{GUESTS}(?:\s+(?i:in|on|to|into){WHERE_SAID})?",
            Modality.EVENT,
            True,
        ),
        (
            rf"\b(?i:(?:making|putting\s+in)\s+(?:guest\s+appearances|cameos?))(?:\s+in\s+{N})?\s+(?:is|are|was|were)\s+(?P<entries>{PERSONS})",
            Modality.EVENT,
            True,
        ),
        (
            (
                r"(?<!edding\s)(?<!arty\s)(?<!inner\s)(?<!otel\s)(?<!odcast\s)(?<!how\s)\b(?i:guest[-\s]stars?|(?:guest\s+(?:appearances?|turns?|spots?|roles?|parts?)|"
                r"cameos?)\s+(?:by|from|of|for)|guests?(?:[-\s]stars?)?(?:\s+(?:roster|list|cast))?"
                rf"(?:\s+(?:(?:in|for|of)\s+)?(?:{N}|this\s+[a-z]+)|\s+(?:from|in|of|for)\s+[^,;.]{{1,40}}?)?"
                r"(?:\s+(?:have\s+|also\s+)?(?:includ(?:e|es|ed|ing)|are|were|such\s+as)|(?:\s+(?:is|was)\s+(?:[a-z-]+\s+){0,2}[a-z-]+)?:))"
                rf"\s+{ENTRIES}"
            ),
            Modality.EVENT,
            True,
        ),
    )
)
"""Rules that give a list of persons their parts."""

ENTRY_PARTS = re.compile(
    rf"(?P<person>{PERSON})(?:\s\((?P<inside>{LEAD}{RANK}?{HONOUR}?{NAME})\)|\s\([^()]{{1,60}}\))?"
    rf"(?:\s+(?:as|As)\s+{LEAD}(?P<rank>{RANK})?(?P<role>{HONOUR}?{NAME}){ROLE_ENDS.pattern})?"
)
"""A member of such a list, with the character where one is named."""
