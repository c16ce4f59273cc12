"""The words in which viewing is told: counts, their units, who measured them and over how long."""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE as D
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH

MEASURERS = (
    r"(?:Nielsen|Luminate|Samba\s+TV|Parrot\s+Analytics|BARB|Comscore|iSpot(?:\.tv)?|VideoAmp|JustWatch|FlixPatrol|"
    r"Reelgood|Whip\s+Media|TV\s+Time|"
    r"Numeris|OzTAM|PlumResearch|Antenna|Symphony)"
)
"""Those who measure what is watched."""
_UNITS = r"views|viewers|hours|minutes|households|homes|accounts"
COUNT = Hinted(
    r"(?P<about>\b(?:more\s+than|over|nearly|almost|about|around|approximately|roughly|some|an\s+estimated|at\s+"
    r"least|upwards\s+of|just\s+(?:over|under|shy\s+of))\s+)?"
    r"(?<![\w.,$\u20ac\u00a3-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,3})?(?=\s?-?(?:million|billion|thousand|M\b|B\b|K\b))|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?=\s(?:million|billion)\b))"
    r"(?![\d,.]*\d)(?:\s?-?(?P<scale>million|billion|thousand|M\b|B\b|K\b))?",
    re.IGNORECASE,
)
"""A count that is large enough for viewers."""
UNIT = re.compile(
    r"\s+(?:(?:total|global|worldwide|U\.S\.|US|UK|British|American|multi-?platform|cross-platform|same-day|linear|live|"
    r"streaming|viewing|complete|completed|unique|member|subscriber|average|weekly|combined|more|new|"
    r"viewed|watch|consolidated|delayed|in-season|households?(?=\s+accounts))\s+){0,3}"
    rf"(?P<unit>{_UNITS})\b(?P<watched>\s+(?:viewed|watched|streamed|"
    r"of\s+(?:viewing|watch\s+time|view\s+time|watching)))?",
    re.IGNORECASE,
)
"""What is counted, right behind the count."""
TIMES = re.compile(r"\s+times\b", re.IGNORECASE)
WATCHED = re.compile(r"\b(?:viewed|watched|streamed|played)\s+$", re.IGNORECASE)
"""What makes a count of times one of views: "streamed 12 million times"."""
PEOPLE = re.compile(r"\s+(?:people|Britons|Americans|fans|souls|of\s+them)\b", re.IGNORECASE)
SEEN_BY = re.compile(
    r"\b(?:watched|seen|viewed|streamed)\s+(?:live\s+|on\s+average\s+)?by\s+(?:an?\s+(?:average|audience|total)\s+of\s+)?$|"
    r"\baudiences?\s+(?:averag\w+\s+|of\s+(?:an\s+average\s+of\s+)?)$",
    re.IGNORECASE,
)
"""What makes a count one of viewers: "was seen by 1.4 million", "an audience of 12.8 million"."""
WHO_WATCHED = re.compile(
    r"\s+(?:people\s+|fans\s+)?(?:(?:have|had|who|that)\s+){0,2}(?:watched|saw|seen|tuned\s+in|caught|streamed|viewed)\b",
    re.IGNORECASE,
)
"""What makes people viewers behind their count: "2.6 million people tuned in"."""
KIND = re.compile(
    r"\b(?:(?P<viewers>viewers|viewership|audiences?|watched\s+by|seen\s+by)|(?P<views>views)|(?P<minutes>minutes)|(?P<hours>hours)|"
    r"(?P<households>households|homes))\b",
    re.IGNORECASE,
)
"""The words by which a count without a unit is known for one of viewing."""
LEADS = re.compile(
    r"(?:\b(?:to|at|of|with|by|from|average|averag(?:ing|ed|es)|drew|draws|drawing|attract(?:s|ed|ing)|pull(?:s|ed|ing)\s+in|had|has|have|having|"
    r"score[sd]?|post(?:s|ed)|log(?:s|ged)|(?:sur)?pass(?:ed|es|ing)|cross(?:ed|es|ing)|tall(?:ies|ied)|managed|reach(?:es|ed|ing)|hit|hits|got|compared\s+(?:to|with)|and|than|the|a|"
    rf"only|just|was|is|or|against|versus|totall?(?:ed|ing)|beating|topping)\s+|{N}['\u2019]s?\s+)$",
    re.IGNORECASE,
)
"""What stands before a count without a unit."""
FOLLOWS = re.compile(
    rf"\W*$|[.,;:!?)\]\u2014\u2013\u201d\u2019\"']|\s*[(\u2014]|\s+(?:{D}|{P}|(?:for|in|on|over|across|after|during|once|when|while|with|from|by|per|at|and|or|but|"
    r"to|last|this|that|who|globally|worldwide|overall|since|through|throughout|within|live|as|according|if|via|than|a\s+week|an?\s+episode|so\s+far|of\s+[\"'\u2018\u201c]?"
    rf"{S}|of\s+(?:{N}|its\s+{N}))(?![\w-]))",
    re.IGNORECASE,
)
"""What stands behind a count without a unit; "8 million subscribers" is another one."""
OF_SHOW = re.compile(
    rf"[{S}{N}]|\b(?:it|its|that|this|figures?|numbers?|total|tally|average|finale|premiere|opener|pilot|launch|debut|episodes?|instal+ments?|"
    r"show|series|season|drama|comedy|thriller|sitcom|run)\b",
    re.IGNORECASE,
)
"""What a sentence has whose count goes on with what one before has told."""
NO_VIEWING = re.compile(
    r"\b(?:subscrib\w+|followers?|cop(?:y|ies)|dollars?|pounds?|euros?|budget\w*|cost\w*|paid|pays|worth|salary|deal|donat\w*|rais(?:ed|es|ing)|fund\w*|"
    r"sold|sales|sells|signatures?|petition\w*|population|inhabitants|residents|citizens|soldiers|votes?|people\s+live|tickets?|"
    r"shares?|stock|revenue|profit|streams|downloads|members|customers|users)\b",
    re.IGNORECASE,
)
"""What a count without a unit may be of instead."""
CHANGE = re.compile(
    r"\b(?:from|(?<!watched )(?<!seen )(?<!viewed )(?<!streamed )(?<!sampled )(?<!live )(?<!average )"
    r"(?<!followed )by|(?<!racked )(?<!racks )(?<!racking )(?<!rack )up|down|los(?:t|es|ing)|shed(?:s|ding)?|"
    r"gain(?:s|ed|ing)?|increase\s+of|drop\s+of|decline\s+of|"
    r"jump\s+of|added|adding|additional|another|extra|fewer\s+than|less\s+than|under|"
    r"below|than|compared\s+(?:to|with)|versus|vs\.?|previous(?:ly)?|\$|to\s+its|record\s+of|threshold\s+of|need(?:s|ed)?|cry\s+from|way\s+from)\s+"
    r"(?:(?:an?|the|its|record|previous)\s+){0,2}$",
    re.IGNORECASE,
)
"""What makes a count one of what came, went or was before."""
ADDED = re.compile(r"\b(?:added|adding|another)\s+(?:(?:an?|another)\s+)?$", re.IGNORECASE)
"""Of what is streamed in a week it is said that it is added: "added 4.6 million views"."""
OWN_SEASON = re.compile(
    rf"(?:\s+(?:{_UNITS}|people)(?:\s+(?:viewed|watched))?)?\s+(?:(?:for|of|in|that|who\s+saw|who\s+watched|who\s+tuned\s+in\s+(?:for|to)|which)\s+(?:(?:the\s+)?(?:start|premiere|opener|debut|launch|return|finale)\s+of\s+)?(?:its\s+|the\s+|{S}['\u2019]s?\s+)?)"
    rf"(?:{N}|(?:{FIRST_TO_TENTH})(?=[.,;)]|\s+(?:one|and|in)\b|\W*$))",
    re.IGNORECASE,
)
"""A season of a count's own: it is that season's, and not what was before."""
OF_NIGHT = re.compile(
    rf"(?:\s+(?:{_UNITS}|people))?\s+(?:on\s+(?:the\s+night|its\s+(?:first|opening)\s+night|premiere\s+night)|in\s+(?:live-plus-same-day|same-day|overnight))\b",
    re.IGNORECASE,
)
"""What tells of the first night alone: "up from 4.4 million on the night"."""
OF_IT = re.compile(
    rf"(?:\s+(?:{_UNITS}|people)(?:\s+(?:viewed|watched))?)?\s+(?:that\s+)?(?:it|the\s+(?:show|series|season)|{S}|{N})\s+(?:[a-z]+ly\s+)?"
    r"(?:managed|drew|had|attracted|got|pulled|scored|amassed|logged|posted|reached|notched|racked|earned)\b",
    re.IGNORECASE,
)
"""What tells that a count was reached: "the 11.6 million views it managed"."""
MORE = re.compile(
    r"\s+(?:that\s+(?:night|evening|day)|more|fewer|less|ahead|behind|higher|lower|short|on\s+(?:YouTube|TikTok|"
    r"social|Twitter|Instagram|X)\b|"
    r"in\s+the\s+demo|per\s+(?:episode|week|month|day)|a\s+(?:month|day)|hopes?\b)\b",
    re.IGNORECASE,
)
"""What makes a count one of a difference, or of something else, behind it."""
PER_EPISODE = re.compile(r"\s+(?:per|an)\s+episode\b", re.IGNORECASE)
AVERAGE = re.compile(r"\baverag\w+\b[^.;]{0,40}$", re.IGNORECASE)
UNSHOWN = re.compile(
    r"\b(?:trailers?|teasers?|clips?|YouTube|TikTok|hashtag|soundtrack|podcast|tweet|video)\b",
    re.IGNORECASE,
)
"""What has viewers too, and is no show."""
_HOUR = r"(?:episode|instal+ment|hour|chapter)"
PARTS = re.compile(
    rf"(?<![-\w])(?:(?P<premiere>premieres?|openers?|(?:opening|first|debut)\s+(?:{_HOUR}|night)|launch(?:\s+episode)?|pilot)"
    rf"|(?P<finale>finale|(?:closing|last|final)\s+{_HOUR}|closer)"
    rf"|(?P<average>average\s+episode|(?:an|each|every|per)\s+episode)|(?P<other>episode|instal+ment)"
    rf"|(?P<whole>(?<!of ){S}|it|(?:the|this)\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:series|show|season|drama|comedy|thriller)|run))(?![-\w])",
    re.IGNORECASE,
)
"""What of a show a count is said of."""
FIRST_OF_ALL = re.compile(r"\bseries\s+(?:premiere|debut|opener)\b", re.IGNORECASE)
"""The premiere of a series, which is its first season's."""
OF_PART = re.compile(
    r"(?:\s+(?:people|viewers|fans))?\s+(?:(?:who|have)\s+)?(?:watched|saw|tuned\s+in\s+(?:to|for)|streamed|caught|for|to|with|in)\s+"
    r"(?:the|its|that|(?:[\w-]+['\u2019]s))\s+(?:[\w-]+\s+){0,2}?(?:(?P<premiere>premiere|opener|pilot|launch|first\s+episode|opening\s+episode)|(?P<finale>finale|last\s+episode|final\s+episode)|"
    r"(?P<other>episode))\b",
    re.IGNORECASE,
)
"""The part of a show that those who are counted watched: "viewers watched the opener"."""
WITH_SHOW = re.compile(
    rf"(?:\s+(?:people|viewers|fans))?(?:\s+[a-z]+){{0,3}}?\s+(?:with|watch(?:ed|ing)|saw|seen|tun\w+\s+in(?:\s+(?:to|for))?|stream(?:ed|ing)|caught|to)\s+"
    rf"(?:(?:the|its|{P}['\u2019]s?|new|drama|comedy|series|{N}\s+of)\s+){{0,3}}[\"'\u2018\u201c]?(?P<show>{S})",
    re.IGNORECASE,
)
"""A show that those who are counted watched: "people tuned in to S"."""
WINDOW = re.compile(
    r"\b(?:(?:in|over|within|during|after|across|through)\s+(?:(?:its|the|their|just|only|a)\s+"
    r"){0,2}(?:(?P<first>first|opening|initial|debut)\s+)?(?:(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+"
    r")?(?P<unit>days?|weeks?)\b"
    r"(?P<of>\s+of\s+(?:[\w-]+\s+){0,3}(?:viewing|availability|release|streaming))?"
    r"|Live[\s-]?(?:\+|plus)[\s-]?(?P<plus>\d{1,2}|three|seven|thirty-five|same[\s-]day|SD)(?:[\s-]days?)?|"
    r"\bL\+?(?P<short>3|7|35)\b)",
    re.IGNORECASE,
)
DELAYED = re.compile(
    r"\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-]days?\s+(?:of\s+)?(?:multi-?platform|cross-platform|delayed|"
    r"viewing|streaming)",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\b(?:per|according\s+to|via|by|from|in)\s+(?:(?:data|figures|numbers|ratings|estimates|the|new|latest|an?|"
    rf"research|analytics|firm|company|measurement)\s+){{0,4}}(?:from\s+|by\s+)?"
    rf"(?P<who>{MEASURERS}|{P})|(?P<lead>{MEASURERS}|{P})(?:['\u2019]s?)?\s+(?:(?:data|figures|numbers|ratings|"
    rf"estimates|live|total|streaming|most|big|own|internal)\s+){{0,3}}(?:show\w*|say\w*|said|report\w*|reveal\w*|"
    rf"announc\w*|estimat\w*|count\w*|confirm\w*|data\b|figures\b|numbers\b|measur\w*)|\((?P<within>{MEASURERS}|{P})\)",
    re.IGNORECASE,
)
