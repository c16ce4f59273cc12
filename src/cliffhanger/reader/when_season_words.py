"""The words that tell which season a date belongs to, matched against marked sentences.

S stands for a show, N for season words, D for a date (:mod:`cliffhanger.reader.document`).
"""

from __future__ import annotations

import re

from cliffhanger.reader.fate_words import KINDS as _SHOW_KINDS
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW
from cliffhanger.reader.seasons import LATER

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

COUNTED = re.compile(
    r"\b(?:after|following|ahead\s+of|before|since|unlike|than|despite)\s+(?:the\s+|its\s+"
    r"|a\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\band\s+(?:then\s+)?$|\b(?:bring|return|arriv|premier|debut|launch)ing\b"
    r"|^(?:\s*\([^)]*\))?\s*(?:,[^;]*)?(?:\b(?:which|that|it|and|will|is|was)\b|,)[^;]*$",
    re.IGNORECASE,
)
# What a clause opens with that goes on with the season spoken of: "it", "the 10-episode season", "its last episode".
GOES_ON = re.compile(
    r"\W*(?:(?:and|but|while|so)\s+)?(?:it|they|that\s+one|(?:its|their|the|that|this)\s+(?:(?!first\b)[\w-]+\s+(?:of\s+(?:its|the)\s+(?:\w+\s+)?)?){0,2}?(?<!previous\s)(?<!prior\s)(?<!earlier\s)(?<!preceding\s)"
    r"(?:(?<!last\s)(?:season|series|outing|run|batch)|episodes?|instal+ments?|chapters?|hours?|finale|ender|closer|one|last\s+of\s+(?:its|the|them))"
    r"|new\s+(?:episodes|instal+ments|chapters)|(?:the\s+|the\s+main\s+|principal\s+)?(?:production|filming|photography|cameras|shooting|shoot))\b",
    re.IGNORECASE,
)
# "Production on the new episodes": of another season than those that have been numbered before.
OF_NEW_ONES = re.compile(
    r"\b(?:new|next|upcoming)\s+(?:run|batch|episodes|instal+ments|series|season|chapters)\b", re.IGNORECASE
)
# "Went to work on it".
WORKS_ON_IT = re.compile(r"\bwork\s+on\s+it\b", re.IGNORECASE)
# "The closing chapter", "a ten-week run that started on D".
CLOSING = re.compile(
    r"\b(?:closing|final|last|concluding|farewell)\s+(?:chapter|run|batch|outing|instal+ment|go-round|stretch)\b(?!s)",
    re.IGNORECASE,
)
RUN_THAT = re.compile(r"\ba\s+(?:[\w-]+\s+)?run\s+(?:that|which)\b[^.;,]{0,60}$", re.IGNORECASE)
# "The fifth's arrival", "the second season's arrival".
OWNING_ORDINAL = re.compile(
    rf"\b(?:the|its)\s+({LATER})['\u2019]s\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
OWNING_SEASON = re.compile(rf"{N}['\u2019]s\s+(?:[\w-]+\s+)?$")
# "Having launched the series in D": the first season, if it is long ago.
LAUNCHED_IT = re.compile(
    r"(?:launched|premiered|debuted|introduced)\s+the\s+(?:show|series|drama|comedy)\b", re.IGNORECASE
)
# "Plans to air that season in D".
THAT_SEASON = re.compile(r"\b(?:that\s+(?:season|run|batch)|those\s+episodes)\b", re.IGNORECASE)
# "... the first season, and the second. The latter went into production in D".
THE_LATTER = re.compile(r"\W*the\s+latter\b", re.IGNORECASE)
AND_THE_ORDINAL = re.compile(rf"\band\s+(?:the|its)\s+({LATER})\W*$", re.IGNORECASE)
# "A third season": there is none yet.
NOT_YET = re.compile(r"\b(?:an?|no|another|any)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
HAS_ENDED = re.compile(
    r"\b(?:finished|ended|wrapped(?:\s+up)?|concluded|closed|completed|capped|ends|finishes|(?:finale|end|close)\s+of)\s+(?:(?:its|the|their)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
ENDS_BEHIND = re.compile(
    rf"(?:['\u2019]s)?\s+(?:of\s+{S}\W*)?(?:finale\b|ended|ends|finished|concluded|wrapped|closed|signed\s+off)",
    re.IGNORECASE,
)
# Behind a season: an aside is over.
ENDS_ASIDE = re.compile(r",\s+(?!(?:which|that)\b)", re.IGNORECASE)
# "Was back for a second season on D", "landed a third season, and opened it on D": it has been made.
ENTERS = re.compile(
    r"\b(?:back|return\w*|came|comes|enter\w*|kick\w*\s+off|beg[aiu]n\w*|start\w*|open\w*|launch\w*|premier\w*|debut\w*)\s+(?:[\w-]+\s+){0,3}?(?:an?\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "Ends after two seasons".
AFTER_ALL = re.compile(r"\bafter\s+(?:just\s+|only\s+|all\s+of\s+)?$", re.IGNORECASE)
# "Tonight's finale caps 11 seasons".
CAPS_ALL = re.compile(
    r"\b(?:caps|capped|capping|closes|closed|closing|ends|ended|ending|wraps\s+up|wrapped\s+up)\s+(?:all\s+|its\s+)?$",
    re.IGNORECASE,
)
RUN_OF_SO_MANY = re.compile(r"\b(?:its|an?|the)\s+$", re.IGNORECASE)
ORDINAL_ALONE = Hinted(
    rf"\b(?<!episodes,\s)(?<!hours,\s)(?<!parts,\s)(?:the|its|a)\s+(first|{LATER}|\d{{1,2}}(?:st|nd|rd|th))(?:\s+(?:and\s+(?:final|last)\s+)?series)?"
    r"(?=\s+of\s+which\s|,|\s+(?:due(?=\s)|premieres?|premiered|debuts?|debuted|lands|bows|drops|launches|opens|starts|kicks|hits|returns|was\s+(?:first\s+)?(?:shown|broadcast|released)"
    r"|began|begins|which|having|came|comes|ended|ends|concluded|concludes|closed|closes|finished|finishes|wrapped|wraps|signed|goes|gets|got|moved|stuck|stayed|took|drew|aired|arrived|bowed|launched|will|did|does|had|follow|is\s+(?:to|due|set|expected|slated|scheduled)|was\s+(?:also\s+)?(?:ordered|commissioned|greenlit|announced)))",
    re.IGNORECASE,
)
IS_WHICH = re.compile(r",\s+(?:which|that)\s")
# "The series, about a family, premiered on D", years ago: the first season, whichever was spoken of.
THE_SHOW_BEGAN = re.compile(
    rf"\W*the\s+(?:[\w-]+\s+){{0,3}}?{_SHOW_KINDS}(?:,\s[^,;]{{1,120}},)?\s+(?:first\s+|originally\s+)?(?P<verb>premiered|debuted|launched|first\s+aired)\b",
    re.IGNORECASE,
)
# "Season 2 arrived that December, season 3 on D": the season right before the date.
# "24 years after its October 2000 start": the show's.
YEARS_AFTER_ITS = re.compile(
    rf"\b(?:years|decades)\s+(?:after|since|from)\s+(?:its|the\s+{_SHOW_KINDS}['\u2019]s)\s+$", re.IGNORECASE
)
SEASON_ON = re.compile(rf"{N}\s+(?:(?:on|in)\s+)?$", re.IGNORECASE)
# "Ordered N of S, which made its debut on D": another season did.
SHOW_WHICH = re.compile(rf"{S}['\u2019]?,?\s+(?:which|that)\s", re.IGNORECASE)
ORDERS_IT = re.compile(
    r"\b(?:order(?:s|ed)|renew(?:s|ed)|commission(?:s|ed)|recommission(?:s|ed)|picked\s+up|greenlit|given|gave)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
ANOTHER_TIME = re.compile(
    rf"\b(?:after|before|since|until|when|as)\s+(?:it|the\s+(?:[\w-]+\s+){{0,3}}?{_SHOW_KINDS})\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
COMPARED = re.compile(r"\b(?:of|than|like|unlike|against|since)\s+$", re.IGNORECASE)
# "For its second season" behind a date: whose date it is.
FOR_ITS = re.compile(
    rf"(?:\s+(?:to|on|at)\s+{P})?,?\s+(?:with|for|after|(?:at|with|by)\s+the\s+(?:end|close|conclusion|finish)\s+of)\s+(?:(?:its|an?|the)\s+)?(?:[\w-]+\s+)?",
    re.IGNORECASE,
)
OF_A_SEASON = re.compile(rf"[\s,({D}]*(?:for|of|with|in)?\s*(?:[\w{S}'\u2019]+\s+){{0,5}}$")
# Between a date and a season behind it: another clause tells of that season.
OTHER_CLAUSE = re.compile(
    r",\s+(?:and|but|while)\b|\b(?:it|its|has|have|had|already|will|is|was|earned|got|gets|received|landed|scored|won|followed)\b",
    re.IGNORECASE,
)
# "The previous finale in June": of the season before.
PREVIOUS = re.compile(r"\bprevious\s+(?:season\s+)?$", re.IGNORECASE)
# "Opened its sixth last night": the season goes without saying.
OWN_ORDINAL = re.compile(
    rf"\s+(?:its|the|their)\s+(?:[\w-]+\s+){{0,2}}?({LATER})\s+(?:(?:run|chapter|outing|round|year|batch)\s+)?(?:(?:on|in)\s+)?{D}",
    re.IGNORECASE,
)
THE_SEASON = re.compile(
    r"\W*(?:(?:and|but|while)\s+)?(?:the|that|this)\s+(?:[\w-]*\d[\w-]*\s+|\w+-episode\s+)?(?:season|run|outing|batch)\b",
    re.IGNORECASE,
)
# "S bows on D, ahead of N of T".
BESIDE_IT = re.compile(
    r"\b(?:ahead\s+of|before|after|paired\s+with|followed\s+by|alongside|opposite|behind|leading\s+into)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
ITS_OWN_DATE = re.compile(
    rf"\s+(?:(?:came\s+|followed\s+|arrived\s+|was\s+)?(?:on|in)\s+|(?:came|followed|arrived)\s+){D}", re.IGNORECASE
)
# Right behind a season: the show that it is one of.
OF_ITS_SHOW = re.compile(
    rf"\s+(?:(?:premiere|bow|opener|debut|return|start|launch)\s+)?of\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?{S}"
)
# A sentence about an order names the season to come, and not the one that has premiered.
OF_AN_ORDER = re.compile(
    r"\b(?:renew|order|pick\w*\s+up|greenlit|commission|return|coming\s+back|will\s+(?:be\s+back|get|have)|gets?\b|landed|gave|given|granted|handed|scored|secured)",
    re.IGNORECASE,
)
