"""The verbs and nouns that say what happens on a date: a premiere, a finale, the start or the end of filming.

Everything here is matched against marked sentences
(:mod:`cliffhanger.reader.document`), where S stands for a show, N for season
words, P for a platform and D for a date.
"""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW
from cliffhanger.reader.when_verbs import APPEARS, FIXED, LEAVES, ROLLS, WRAPS

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

FILM = (
    r"(?:film(?:ing|ed)|(?<=to\s)film\b|lens(?:ing|ed)|shoot(?:ing|s)?|shot|production"
    r"|principal\s+photography|photography|cameras?)"
)
# "Went to work on it", "work on the second series began".
_WORK = (
    rf"(?:beg[ia]n(?:s)?|start(?:s|ed)?|go(?:es)?\s+to|went\s+(?:back\s+)?to)\s+work\s+on\s+(?:it|(?:(?:its|the|an?)\s+)?(?:[\w-]+\s+)?{N}|{S})"
    rf"|\bwork\s+on\s+(?:the\s+|its\s+|an?\s+)?(?:[\w-]+\s+)?(?:{N}|\w+\s+(?:series|season|run))[^.;{D}]{{0,50}}?\b(?:beg[iau]n(?:s)?|start(?:s|ed)?|g[eo]ts?\s+(?:under\s?way|going))"
)
# The work of it: "a film and a series" is none.
SHOOT = re.compile(r"\b(?:filming|shooting|production|photography|cameras?|to\s+(?:film|shoot))\b", re.IGNORECASE)
BEGIN = (
    r"(?:beg[iau]n(?:s|ning)?|start(?:s|ed|ing)?|commenc\w+|kick(?:s|ed|ing)?\s+off|get(?:s)?\s+under\s?way|g[eo]ts?\s+going"
    r"|got\s+under\s?way|got\s+underway|roll(?:s|ed|ing)?|turn(?:ed|ing)(?=\s)(?!\s+(?:to|out|into|up))|enter(?:s|ed)?|under\s?way|resum\w+)"
)
STOP = (
    r"(?:c[ao]mes?\s+to\s+(?:an\s+end|a\s+close)|w(?:ind|inds|ound)\s+up|wrap(?:s|ped|ping)?(?:\s+up)?|finish\w*|complet\w+|end(?:s|ed|ing)?"
    r"|conclud\w+)"
)
# "Filming began in D and was completed in D", "went to work on it in D and were done in D".
AND_DONE = Hinted(
    rf"\b(?:filming|shooting|production|photography|(?:(?:go|went)\s+(?:back\s+)?to\s+)?work\s+on)\b[^.;]{{0,90}}?{D}[^.;]{{0,90}}?\band\s+(?:that\s+)?(?:is|was|were|are|(?:will|should)\s+be)\s+"
    r"(?:\w+\s+){0,3}?(?:done|finished|completed|concluded|wrapped)\s+(?:(?:only|just|back)\s+)?(?:(?:in|on|by)\s+)?$",
    re.IGNORECASE,
)
KINDS: tuple[tuple[Predicate, Hinted], ...] = (
    (
        Predicate.FILMING_END,
        Hinted(
            rf"\b(?:{WRAPS})|\b{STOP}\s+(?:\w+\s+|(?:its|the|their)\s+(?:[\w-]+\s+){{1,2}}?)?{FILM}|\b(?:shot|filmed|finished|wrapped|completed)\s+(?:the|their|its)\s+(?:final|last)\s+scenes?\b"
            rf"|\bwork\s+on\s+(?:it|{S}|(?:its\s+|the\s+|an?\s+)?(?:[\w-]+\s+)?(?:{N}|\w+\s+(?:series|season|run)))[^.;{D}]{{0,50}}?\b(?:{STOP}|(?:was|is|were|be)\s+(?:done|over))\b|\b(?:shoot|filming|shooting|production|photography)\s+(?:was|is|will\s+be)\s+(?:done|over)\b|\blast\s+day\s+(?:of|on)\s+(?:{FILM}|set)\b[^.;{D}]{{0,60}}?\b(?:was|is|were|came|comes|will\s+be)\b|\bcomplet(?:ed|es)\s+its\s+{N}\s+in\s+(?-i:[A-Z])|\b{FILM}[^.;{D}]{{0,50}}?\b(?:has\s+|have\s+|had\s+"
            rf"|is\s+set\s+to\s+|will\s+|to\s+)?{STOP}\b",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.FILMING_START,
        Hinted(
            rf"\b(?:{ROLLS})|\b{_WORK}\b|\bfirst\s+(?:scenes?|shots?)\s+(?:of\s[^.;{D}]{{1,40}}?)?(?:was|were)\s+(?:filmed|shot)\b|\bfirst\s+day\s+(?:back\s+)?(?:of|on)\s+(?:{FILM}|set)\b[^.;{D}]{{0,60}}?\b(?:was|is|came|comes|will\s+be)\b|\b{BEGIN}\s+(?:\w+\s+)?{FILM}|\b{FILM}\b[^.;{D}]{{0,50}}?\b{BEGIN}\b|\b(?:filming|production|principal\s+photography)\s+on\b[^.;{D}]{{0,90}}?\b{BEGIN}\b|\b(?:go(?:es)?|went|going|head(?:s|ed|ing)?)\s+(?:back\s+)?(?:into"
            rf"|before)\s+(?:production|(?:the\s+)?cameras?)|\bset\s+to\s+(?:film|shoot)\b|\b(?:will|would|could"
            rf"|to)\s+(?:film|shoot|go\s+into\s+production)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.FINALE_DATE,
        Hinted(
            rf"\b(?:{LEAVES})|\b(?:(?:season|series)[\s-](?:finale|ender|closer)|finale|(?:final|last|closing|farewell)\s+(?:original\s+|new\s+|ever\s+)?(?:episode|hour(?!s)|instal+ment|one(?=\s+(?:is\s+)?(?:due|set|slated)))|last\s+of\s+(?:them|which|these|(?:its|the)\s+(?:[\w-]+)))\b|\b(?:last\s+(?:seen|aired|shown|broadcast)|ended|concluded"
            rf"|wrapped(?:\s+up)?|finished|clos(?:ed|es|ing)|aired\s+its\s+(?:last|final)\s+episode|bowed\s+out"
            rf"|signed\s+off|(?<=did\snot\s)(?:end|conclude|wrap|finish)|w(?:ound|inds)\s+(?:up|down)|(?:is|was|were)\s+over(?=\s+(?:in|on)\s)|had\s+its\s+last\s+(?:hurrah|gasp|word)|(?:capped|caps|round(?:s|ed)\s+out|clos(?:es|ed)\s+out|wrap(?:s|ped)?\s+up)(?=\s+(?:(?:its|the)\s+)?{N})|t(?:akes|ook)\s+its\s+final\s+bow|ends\s+its\s+run|left\s+the\s+air|went\s+off\s+(?:the\s+)?air|complet(?:ed|es)(?=\s+its\s+{N})|(?:says?|said|bids?|bade|bid)\s+(?:goodbye|farewell)|closed\s+its\s+(?:doors|casebook|books?|case|file)|reach(?:es|ed)\s+its\s+(?:end|conclusion|close)|w(?:ent|ill\s+go)\s+out\s+(?:on\s+top|on\s+a\s+high\S*))\b(?!\s+(?:production|filming|shooting))|\bcame\s+to\s+an\s+end\b|{N}(?:['\u2019]s)?\s+(?:finale|ender|closer|closing\s+episode|last\s+episode|final\s+episode)|\bc[ao]mes?\s+to\s+(?:an\s+end|a\s+close)"
            rf"|\b(?:to|will)\s+(?:[a-z]+ly\s+)?(?:end|finish|conclude|bow\s+out|sign\s+off|(?:close|wrap\s+up|complete)(?=\s+(?:out\s+)?(?:its|the)\s+(?:[\w-]+\s+)?(?:{N}|run\b)))\b(?:\s+for\s+good)?(?:\s+{S})?"
            rf"|\b(?:ends?|concludes?|wraps?(?:\s+up)?|finishes|signs?\s+off)\s+(?:for\s+good\s+|for\s+the\s+last\s+time\s+)?(?:(?:its\s+|an?\s+)?(?:{P}\s+)?(?:[\w-]+\s+){{0,2}}run\s+|(?:its|the|their)\s+(?:[\w-]+\s+)?{N}\s+)?"
            rf"(?:on\b|(?={D}|$))",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.PREMIERE_DATE,
        Hinted(
            rf"\b(?:{APPEARS}|{FIXED})|(?:\b(?:season|series)[\s-]|{N}\s+)opener\b|\b(?:(?:made|makes|make)\s+its\s+(?:bow|debut|premiere)|g[eo]ts?\s+to\s+air|open(?:s|ed)?\s+(?:up(?=\s+on\s)|for\s+business)|(?:first\s+)?showed\s+up|got\s+off\s+to\s+an?\s+[^.;,]{{1,40}}?start|came\s+to\s+life"
            rf"|be\s+along|be\s+online|(?:starts?|started|begins?|began)\s+(?:streaming|airing|rolling\s+out)|(?<=will\s)bow(?!\s+out)|(?<=to\s)bow(?!\s+out)|(?<=finally\s)bow(?!\s+out)|introduc(?:e|es)(?=\s+{S})|bowing(?=\s+(?:on|in|with|to))"
            rf"|resum(?:es|ed)(?!\s+(?:production|filming|shooting|work))|arrival|opening(?=\s+(?:on|in)\s+$)|join(?:s)?\s+(?:the\s+)?(?:{P}\s+|\w+\s+)?(?:schedule|line-?up|slate)"
            rf"|(?:concludes|ends|wraps\s+up|bows\s+out|finishes|\w+s\s+(?:in|back))(?=\s+(?:with|for)\s+(?:its|an?|the)\s+(?:[\w-]+\s+)?{N}\s+(?:(?:on|in)\s|{D}))"
            rf"|(?:(?:can|should|to|may)\s+)expect(?=\s+(?:it|them|{N}|{S}|(?:the|its)\s+(?:[\w-]+\s+)?(?:show|series|season|episodes|run|drama|comedy|thriller))\s+(?:(?:on|to)\s+{P}\s+)?(?:in\s|on\s|{D}))"
            rf"|(?:viewers|fans|audiences)\s+(?:will|can)\s+(?:finally\s+)?see\s+(?:it|them|the\s+(?:results?|new\s+\w+|show|series|season))|seen(?=\s+(?:in|on)\s+$)|readying(?=\s+(?:its|the)\s+{N})"
            rf"|{N}\s+(?:on\s+deck|lined\s+up|planned|slated|scheduled|in\s+store)(?=\s+for)|put\s+out(?=\s+(?:(?:on|in)\s+)?$)|premier(?:e(?!\s+dates?\b)|es|ed|ing)|debut(?:s|ed|ing)?|bow(?:s|ed)(?!\s+out)|launch(?:es|ed|ing)?|arriv(?:e|es|ed"
            rf"|ing)|return(?:s|ed|ing)?|air(?:s|ing|ed)?|drop(?:s|ped|ping)?(?!\s+(?:(?:by|it|the)\b|{S}))|land(?:s|ed|ing)?|hits?|releas(?:e"
            r"|es|ed|ing)|roll(?:s|ed)?\s+out|kick(?:s|ed)?\s+off|streams?|streaming(?!\s+(?:service|platform|giant|home)\b)|start(?:s|ed|ing)?|begin(?:s"
            r"|ning)?|began|begun(?=\s+(?:on|in)\b)|be\s+on\s+(?:the\s+)?air|puts?\s+out(?=\s+(?:its|the)\s)|back(?!\s+(?:door|yard|room|seat|half|pain|up\b))|open(?:s|ed)?(?:\s+its\s+doors)?(?=\s)(?!\s+(?:to|with(?!\s+(?:an?\s+|the\s+first\s+|its\s+first\s+)?[\w-]+\s+(?:episodes?|hours?|half-hours?|instal+ments?)\b|\s+(?:an?|the)\s+(?:[\w-]+\s+)?[\w-]+(?:pack|parter|header|drop|bow|premiere|batch)\b)|up|for)\b)|(?:went|goes)\s+out(?=\s)(?!\s+\w+\s+(?:days|weeks|months)\b)(?!\s+(?:on\s+(?:top|a)|with|strong)\b)|sets|set\s+for|on\s+track(?=\s+for)|expected(?=\s+(?:in\s+|on\s+|by\s+"
            rf"|to\s+(?:premiere|return|debut|arrive|air|launch)\b|{D}|$))|slated|dated|dates(?=\s+{S})|due|available(?!\s+(?:for\s+(?:rent(?:al)?|purchase|download|pre-?order|sale)|on\s+(?:dvd|blu-ray|disc|vinyl|demand))\b)"
            rf"|coming(?=\s+(?:(?:to\s+\S+\s+)?(?:(?:on|in)\s|{D})|to\s+\S+\s+$|$))|appear(?:s|ed)(?=\s+(?:(?:on|to)\s+{P}\s+(?:(?:on|in)\s+)?|(?:on|in)\s+)$)|follow(?:s|ed)?(?=\s+(?:on\s+|in\s+)?$)|shown(?=\s)"
            rf"|(?:show|broadcast|screen|release)s?(?=\s+(?:the\s+|its\s+|it\s+)?(?:{N}\s+)?(?:(?:on|in)\s|{D}))|screened(?=\s+(?:on|in|from)\b)|went\s+up|c[ao]mes?\s+along|(?:was\s+)?born(?=\s+on\s+{P})|be\s+here(?=\s)|(?:show|broadcast|screen|release|air)(?=\s+(?:it|(?:the\s+|its\s+)?(?:[\w-]+\s+)?{N})\s+$)|first\s+(?:seen|appeared|touched\s+down|went\s+(?:on|to)\s+(?:the\s+)?air|hit|graced|rolled|surfaced)|made\s+its\s+first\s+appearance|\w+ed\s+(?:on|in)\s?to\s+(?:\w+\s+){{0,2}}screens"
            rf"|out(?=\s+(?:on|now)\s)|(?:(?<=\bis\s)|(?<=\bare\s)|(?<=\bbe\s))out(?=\s+(?:from\s+)?$)|(?:(?<=will\s)|(?<=to\s))resume(?=\s+(?:on|in)\b)|c[ao]mes?\s+(?:out|back(?!\s+(?:door|yard|room|seat|half|pain|up\b)))|reach(?:es|ed)?\s+(?:viewers|screens|audiences|(?:\w+\s+)?subscribers|{P})|g[eo]ts?\s+(?:going|started|under\s?way)|penciled\s+in|came\s+to(?=\s+{P}\s)|moves?(?:\s+(?:up|back))?(?=\s+to\s+{D})|moved(?!\s+{S}\W?\s+to\s+[A-Z]|\s+to\s+(?:{P}|(?:the|a|another)\s+(?:[\w-]+\s+)?(?:network|channel|streamer|platform|service)))|pushed|delayed|bumped|shift(?:s|ed)|slip(?:s|ped)(?=\s+to\s)|(?<=to\s)launch|(?<=will\s)launch"
            r"|date(?=\s*[:\u2014\u2013-]|d?\s+(?:is|of|for|set)))\b",
            re.IGNORECASE,
        ),
    ),
)
FILMS_DATES = frozenset({Predicate.FILMING_START, Predicate.FILMING_END})
NOUN_BEHIND = re.compile(
    rf"(?:['\u2019]s)?\s+(?:{S}['\u2019]?s?\s+)?(?:(?:series|season|streaming|global|US|U\.S\.|UK|network|world|linear|hourlong|supersized|feature-length|two-part|(?:\w+-)+(?:minute|hour|episode|part)|{N})\s+)?(?P<noun>premiere|debut"
    r"|launch|release|bow|return|comeback|rollout|arrival|opener|(?<!from\s)start(?=\s*(?:$|[.,;]|(?:on|at)\s))|date(?=\s+(?:for|at|on|from|after)\b|\s*$)|finale|series\s+finale|season\s+finale|(?:season|series)\s+(?:closer|ender|opener)|closing\s+episode|last\s+episode|final\s+episode)(?:\s+date)?\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"finale|closer|ender|closing|last|final", re.IGNORECASE)
FROM_TO = Hinted(
    rf"\b(?:was|were|been|be|being|had\s+been)?\s*(?:filmed|shot|in\s+production|filming|shooting"
    rf"|(?:production|filming|shooting|the\s+shoot|cameras)\s+(?:(?:will|to|is\s+set\s+to|are\s+set\s+to)\s+(?:run|roll|take\s+place|last|go\s+on)|runs|ran|rolled|took\s+place|lasted|went\s+on|were\s+(?:running|rolling|turning)))\s+(?:(?:in|on|for|across|around|throughout|near|at)\s+(?:(?!,\s+(?:was|is|has|will|which|and|but)\b)[^.;{D}]){{1,60}}?\s+|on\s+location\s+)?$",
    re.IGNORECASE,
)
# "Filming in Belfast from D": its start, unless the end is told, too.
FILMED_FROM = Hinted(
    rf"\b(?:filming|production|shooting|lensing|photography|shoot)\b[^.;{D}{S}]{{0,80}}?\bfrom\s+$", re.IGNORECASE
)
# "The shoot kicked off on D and is to run until D".
FILM_RUNS = Hinted(
    r"\b(?:production|filming|shooting|shoot|lensing|photography|cameras)\b[^.;]{0,140}?\b(?P<verb>runs?|lasts?|continues?|go(?:es)?\s+on|rolls?|stretch(?:es)?|carry\s+on|carries\s+on)\s*$",
    re.IGNORECASE,
)
# "The cast will begin the fourth season on D": before the cameras.
CAST_DOES = re.compile(
    r"\b(?:cast|crew|company|actors)\s+(?:(?:will|is|are|was|were|to|has|have|set|all|both|due|also|then|finally)\s+){0,4}$",
    re.IGNORECASE,
)
SETTING = re.compile(
    rf"(?:set|expected(?=\s+(?:in\s+|on\s+|by\s+|to\s+(?:premiere|return|debut|arrive|air|launch)\b|{D}|$))"
    r"|slated|penciled|on\s+track|dated|due|moved|pushed|delayed|bumped|shift|slip|coming|airs|aired)",
    re.IGNORECASE,
)
FIXES = re.compile(FIXED, re.IGNORECASE)
# "Has finished filming and is due on D": no filming begins there.
HAS_FILMED = re.compile(
    r"\b(?:finished|wrapped|completed|concluded)\s+(?:\w+\s+)?(?:filming|shooting|production|photography)\b"
    r"|\b(?:filming|shooting|production)\s+(?:has\s+|was\s+)?(?:finished|wrapped|ended|completed|concluded)\b",
    re.IGNORECASE,
)
FILMING_FIRST = re.compile(
    r"\W*(?:the\s+)?(?:production|(?:principal\s+)?(?:filming|photography)|shooting|cameras)\b", re.IGNORECASE
)
# "Began filming in D and finished in D": the work, not the show.
FILMED_AND = Hinted(
    rf"\b(?:filming|shooting|production|photography)\b[^.;]{{0,60}}?{D}(?:,?\s+and\s+(?:(?:was|then|is|finally)\s+)?|[^.;]{{0,70}}?\s+and\s+did\s+not\s+)$",
    re.IGNORECASE,
)
WILL_BE = re.compile(r"be\s+(?:filmed|shot)\b", re.IGNORECASE)
# "Filming took place in Bath. It began in D and ended in D."
IT_TOO = re.compile(
    r"^\W*(?:it|the\s+shoot|work)\s|,\s+(?:the\s+shoot|work)\s+(?:(?:will|is|to|set|then|now)\s+){0,3}$", re.IGNORECASE
)
# "The run was ordered in D, and filming got under way": what "it" goes on with.
FILMING_LAST = re.compile(
    rf"(?:^|,\s+and\s+|;\s+)\W*(?:production|filming|shooting|work)\b[^.;]{{0,50}}?\b{BEGIN}\b[^.;]*\W*$", re.IGNORECASE
)
FILMS = re.compile(
    r"(?:starts?|begins?|gets?|started|began|kicked|got|wrap(?:s|ped)|finish(?:es|ed)?|end(?:s|ed)?|concluded|came|resum|return|back|go)",
    re.IGNORECASE,
)
STARTS = re.compile(r"(?:start|begin|kick|commenc|get)", re.IGNORECASE)
OWN_SUBJECT = re.compile(rf"[{S}]|\b(?:it|which|that|show|series|season)\s", re.IGNORECASE)
NEVER_BEFORE = re.compile(
    r"\b(?:filming|production|shooting|cameras)\b[^.;]{0,30}?(?:\bnot\b|n[\u2019']t\b)[^.;]{0,40}?\b(?:roll|begin|start|get|go|take)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
NEWS = (
    (
        Predicate.FILMING_END,
        Hinted(
            r"\b(?:production|filming|shooting)\s+(?:has\s+|have\s+)?(?:officially\s+)?(?:wrapped|wraps)\b"
            r"|\b(?:has\s+)?(?:wraps|wrapped)\s+(?:up\s+)?(?:production|filming|shooting)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.FILMING_START,
        Hinted(
            r"\b(?:production|filming|shooting)\s+(?:has\s+)?(?:officially\s+)?(?:begun|begins|started|starts"
            r"|underway|under\s+way|kicks\s+off)\b|\b(?:has\s+)?(?:officially\s+)?(?:begins|begun|starts|started"
            r"|kicks\s+off)\s+(?:production|filming|shooting)\b",
            re.IGNORECASE,
        ),
    ),
)
WAS = re.compile(r"(?:was|were|been)\b", re.IGNORECASE)
