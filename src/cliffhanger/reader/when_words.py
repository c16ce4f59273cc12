"""The words that tell what a date is the date of.

Everything here is matched against marked sentences
(:mod:`cliffhanger.reader.document`), where S stands for a show, N for season
words, P for a platform and D for a date.
"""

from __future__ import annotations

import re

from cliffhanger.reader.fate_words import KINDS as _SHOW_KINDS
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW
from cliffhanger.reader.seasons import FIRST_TO_TENTH, LATER

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

CLAUSE = re.compile(
    r"[;|\u2014\u2013]|,\s+(?:but|and|while|though|although|whereas|with(?!\s[^,;]{1,60},\s+(?:(?:on|in)\s+)?$)|positioning|after|before"
    r"|potentially)\b|(?<!\b[A-Z])(?<!\bSt)(?<!\bDr)(?<!\bMr)\.\s|:\s+(?=[a-z])|\b(?:while|whereas)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|to|(?:does|do)(?:n[\u2019']t|\s+not)\s+(?:start|begin|return|premiere|arrive)|is\s+set|sets?|premieres|debuts|returns|airs|launches|arrives|drops|lands|begins|starts"
    r"|kicks\s+off|hits|streams|slated|scheduled|due|ends|upcoming|coming|comes|would|could|may|might|pushed"
    r"|moved|bows|opens|closes|concludes|wraps|finishes|resumes|follows|streams|rounds|joins|goes|gets|is\s+back|are\s+back|gets|scores|nabs|eyes|says\s+(?:goodbye|farewell))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:premiered|debuted|returned|aired|launched|arrived|dropped|landed|began|started|kicked\s+off"
    r"|streamed|ended|concluded|wrapped|finished|was|were|had|has(?!\s+(?:its|an?|the|their)\b)|bowed|released|came|opened|went|ran|made|reached|followed|closed|signed|bade|said|took|got|came|wound|rolled|turned|resumed|debuted|showed|shot|filmed|packed|capped|completed)\b",
    re.IGNORECASE,
)
WILL_COME = re.compile(r"\b(?:will|(?:is|are)\s+(?:set|due|slated|scheduled)\s+to)\b", re.IGNORECASE)
# "Checks in for a third stay on D".
COMES_BACK = re.compile(r"(?:\w+s\s+(?:in|back))$")
# "Is back as of January 30": that has been.
AS_OF = re.compile(r"\bas\s+of\s+$", re.IGNORECASE)
IS_DONE = re.compile(r"\b(?:is|are|be|being)\s+(?:\w+ly\s+)?\w+(?:ed|wn)\b", re.IGNORECASE)
IS_TO_BE = re.compile(r"\b(?:is|are|be|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
OTHER_EVENT = re.compile(
    r"\b(?:announc\w+|renew\w+|cancel\w+|order\w*|greenlit|confirm\w+|born|died|published|founded|reported"
    r"|said|interview\w*|told|award\w*|nominat\w*|panel|comic-con|trailer|teaser"
    r"|cast\b|joined|join(?:s|ing)|episode\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten)|finale\s+of"
    r"|tour|film\b|movie|book\b|novel|soundtrack|reunion|special|podcast|theat(?:er|re)s|cinemas|figures|ratings|charts?|statement|report|deal|strike|hiatus|blu-ray|dvd)\b",
    re.IGNORECASE,
)
# "The other four of its eight episodes follow on D": no season begins there.
THE_REST = re.compile(
    r"(?:^|[.;]\s+)\W*the\s+(?:hour|episode|chapter|instal+ment),\s[^;]{0,60}$|"
    rf"\b(?:other|remaining|rest|remainder)\b[^.;:,{S}{D}]{{0,40}}?\b(?:episodes|half|hours|half-hours|chapters|instal+ments)\b[^.;:,{S}{D}]{{0,40}}?\s+(?:(?:will|be|to|all|then|both|are|were)\s+){{0,3}}$",
    re.IGNORECASE,
)
# "S premiered in D and starts its N on D".
STARTS_ITS_SEASON = re.compile(
    rf"(?:unveil(?:s|ed)|post(?:s|ed)|upload(?:s|ed)|deliver(?:s|ed)|starts?|started|begins?|began|opens?|opened|kicks?\s+off|kicked\s+off|launch(?:es|ed)?)\s+(?:its|their|the)\s+(?:[\w-]+\s+)?{N}",
    re.IGNORECASE,
)
# "The network will air 10 new episodes in D".
AIRS_MORE = re.compile(
    rf"(?:{P}|\b(?:network|streamer|channel|broadcaster|service|it|they))(?:,?\s+which)?\s+(?:will|is\s+to|plans\s+to)\s+(?:air|release|show|stream|broadcast|screen)\s+"
    r"(?:(?:the\s+|its\s+|all\s+)?(?:[\w-]+\s+){0,2}?new\s+(?:episodes|hours|instal+ments)|(?:that|the)\s+(?:new\s+)?(?:season|run|series)|those\s+episodes)\s+(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
IT_OPENS = re.compile(r"\W*(?:it|(?:the|this)\s+(?:series|show))\s", re.IGNORECASE)
# "Which ended, opened to modest numbers in D": the day is the second verb's.
NEXT_VERB = re.compile(r",\s+\w+ed\s")
OF_A_SHOW = re.compile(
    rf"(?:{S}|{N}|\b(?:it|series|show|drama|comedy|season|episodes|run|batch|instal+ments?))\W*(?:(?:which|that)\s+)?$",
    re.IGNORECASE,
)
# What the date is of stands behind this: "said that S will return", "said the drama will", "episodes, which will".
SAYS_OF_IT = re.compile(
    rf"\sthat\s|\bepisodes,\s+which\s|\b(?:sa(?:id|ys)|confirm(?:ed|s)|announce[sd]|reveal(?:ed|s))\s+(?=(?:(?:the|this)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{_SHOW_KINDS}|it|\W?{S})\W?\s+(?:will|would|is|has|was|had|won)\b)",
    re.IGNORECASE,
)
# "Landed an order a week after the fourth got underway on D".
ANOTHER_WORK = re.compile(r"\b(?:films?|movies?|books?|novels?|theat(?:er|re)s|cinemas)\b", re.IGNORECASE)
OF_ANOTHER_TIME = re.compile(rf"\b(?:after|before|until|since|while)\s(?=(?:it|the|its)\b|{S}|{N})", re.IGNORECASE)
# "Since its launch on D", "after its premiere in D": the day on which the show, or its season, began.
ITS_START = Hinted(
    r"\b(?<!take\s)(?<!took\s)(?<!takes\s)(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?:its|the\s+(?:show|series|drama|comedy|season)['\u2019]s)\s+(?:series\s+|season\s+)?(?:launch|debut|premiere|start|bow|arrival)\s+"
    r"(?:on|in)\s+(?:[\w+]+\s+)?(?:on|in)?\s*$"
    rf"|\bsince\s+(?:it|its|the)\s+(?:[\w-]+\s+)?(?:{N}\s+)?(?:launched|debuted|premiered|started|began|bowed|arrived|landed|opened)\s+(?:on|in)?\s*$",
    re.IGNORECASE,
)
# "Won't return until D".
NOT_UNTIL = Hinted(
    rf"\b(?:won[\u2019']t|will\s+not|(?:is|are|did|does|do)n[\u2019']t|not)\s+(?:be\s+)?(?:arriv(?:e|ing)|return(?:ing)?|premier(?:e|ing)|debut(?:ing)?|back|com(?:e|ing)\s+back|air(?:ing)?|launch|land|begin|start|get\s+(?:going|started|under\s?way)|reach\s+\w+|out|here|seen|ready|on\s+(?:air|screens?)|expected(?:\s+\w+){{0,3}})(?:\s+(?:with|for)\s+(?:its\s+)?{N})?"
    rf"(?:\s+(?:to|on)\s+{P})?\s*$|[{S}{N}]['\u2019]?\s+(?:must\s+|has\s+to\s+|will\s+)?waits?\s*$",
    re.IGNORECASE,
)
# "The season will run through D", "production will run until D".
RUNS = Hinted(
    rf"(?:{S}['\u2019]?|\b(?:season|series|show|drama|comedy|run|batch|it|(?P<film>production|filming|shooting))|{N})(?:,\s[^.;{D}]{{1,60}},)?\s+(?:will\s+|is\s+set\s+to\s+)?(?:runs?|continues?|lasts?|plays?|airs?|streams?|(?:is|are)\s+(?:airing|running|streaming|rolling\s+out))(?:\s+[^.;{D}]{{1,40}})?\s*$|{S}\s+(?:is|are)\s+(?:airing|running|streaming)\s+[^.;{D}]{{1,40}}$|\b(?:and\s+(?:will\s+)?runs?|runs)(?:\s+there|\s+weekly)?\s*$"
    r"|\bepisodes?\s+(?:will\s+)?(?:follow|debut|drop|premiere|air|stream|arrive|be\s+released)s?\s+(?:weekly|(?:every|each)\s+\w+)\s*$"
    r"|\bepisodes?\s+(?:weekly|(?:every|each)\s+\w+),?(?:\s+\w+day,?)?\s*$",
    re.IGNORECASE,
)
# "Two more every Thursday thereafter", "eight more are scheduled", "new ones each week", "one a week".
WEEKLY = Hinted(
    r"\b(?:more|ones?|episodes?|hours?|half-hours?|chapters?|instal+ments?|two|three|another|run|batch)\b(?:,?\s+(?:(?:every|each|a|per)\s+(?:single\s+)?\w+|weekly|thereafter|scheduled"
    r"|planned|to\s+come|following|follow(?:ing)?|arriv(?:e|ing)|dropp?(?:ing)?|stream(?:ing)?|rolling\s+out|air(?:ing)?|debut(?:ing)?|released|are|will|be|to|on\s+\w+days?|after\s+that|from\s+then\s+on|afterwards?|lasts?|continues?)){1,6},?\s*$",
    re.IGNORECASE,
)
# "S ended in D, and T followed in D".
FOLLOWED = re.compile(r"follow", re.IGNORECASE)
CANCELS = re.compile(r"\b(?:cancell?ed|axed|scrapped|pulled\s+the\s+plug|let\s+go)\b", re.IGNORECASE)
# "The writers' room began work on season 2": nothing is filmed yet.
WRITERS_WORK = re.compile(
    r"\b(?:writers?|writing|scripts?|editors?)\b[^.;]{0,40}?\b(?:work\s+on|to\s+work)\b|\bwork\s+on\s[^.;]{0,40}?\b(?:writing|scripts?|outlines?)\b",
    re.IGNORECASE,
)
# "Back from its winter break", "returns with new episodes": the season goes on.
GOES_ON_AIR = re.compile(
    rf"(?:\s+(?:on\s+)?{D})?\s+(?:(?:from|after|following)\s+(?:its|an?|the|their)\s+(?:[\w-]+\s+){{0,2}}?(?:break|hiatus|recess|pause)\b|with\s+(?:an?\s+)?(?:all-)?(?:new|fresh|more)\s+(?:episodes?|hours?|instal+ments?)\b)",
    re.IGNORECASE,
)
# "Older episodes arrived on P", "which it landed in D": nothing of the show's begins.
NO_PREMIERE = re.compile(
    r"\b(?:older|earlier|previous|past|existing|library|old)\s+(?:episodes|seasons|instal+ments|series)\s+(?:\w+\s+){0,2}$"
    rf"|\bwhich\s+(?:it|they|he|she|the\s+\w+|{P})\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# "Aired its 50th episode", "will air a crossover", "moved production to California": no season begins.
OTHER_AIRED = re.compile(
    r"(?:air|show|stream|broadcast|screen|releas|drop|launch)\w*\s+(?:its|an?|the)\s+(?!first\b|premiere\b|opening\b|debut\b)(?:[\w-]+\s+){0,2}?"
    r"(?:episode|crossover|special|movie|film|marathon|reunion|trailer|teaser|poster|soundtrack)\b|moved\s+(?:its\s+)?(?:production|filming)\b",
    re.IGNORECASE,
)
# "The trailer for S was released", "the creator of S will be back": a thing or somebody of it.
THING_OF_IT = re.compile(
    rf"\b(?:trailer|teaser|poster|soundtrack|score|album|vinyl|podcast|tour|tickets|concert|exhibit(?:ion)?|experience|game|contract|deal|pact|trial|case|book|novel|memoir|comic|creator|star|showrunner|writer|producer|director|maker|veteran|fans?)s?\s+"
    rf"(?:(?:of|for|to|with|behind|on|about|from|(?:that|which|who)\s+\w+)\s+(?:(?:the\s+|its\s+)?(?:[\w-]+\s+)?{N}(?:\s+of\s+{S})?|{S}(?:\s+{N})?))['\u2019]?,?\s+(?:(?:will|is|was|were|are|to|be|has|had|been|also|then|finally|now|set|due)\s+){{0,4}}$"
    rf"|{S}['\u2019]?s?\s+(?:{N}\s+)?(?:trailer|teaser|poster|soundtrack|album|podcast|tour|tickets|exhibit(?:ion)?|experience)\s+(?:(?:will|is|was|to|be|has|had|also|then|finally|now|set|due|are)\s+){{0,4}}$",
    re.IGNORECASE,
)
# "Landed a second season on D": that is an order.
LANDED_ONE = re.compile(rf"land(?:s|ed)?\s+(?:an?|another)\s+(?:[\w-]+\s+)?{N}", re.IGNORECASE)
# A show that "went out" on a day ended, or began: what is told of an episode or a season is its start.
GOES_OUT = re.compile(r"(?:went|goes)\s+out\b", re.IGNORECASE)
FIRST_GOES_OUT = re.compile(
    rf"(?:{N}|\b(?:episodes?|opener|part|instal+ment|hour|first\s+\w+|season|series|run))\W*(?:\w+\s+){{0,2}}$",
    re.IGNORECASE,
)
# What "resumes" on a day is a show, and not its filming or its season.
SHOW_RESUMES = re.compile(rf"{S}['\u2019]?\s+(?:(?:will|also|finally|then)\s+)*$")
# "The best debut for P since D": by what it is measured.
SINCE_WORDING = re.compile(r"since\b", re.IGNORECASE)
# "The most-watched premiere over the March 19-22 weekend": several days, of which the first need not be its own.
WEEKEND = re.compile(r"\s+weekend\b", re.IGNORECASE)
# "Had been on hiatus before its November return": the season goes on.
AFTER_A_BREAK = re.compile(
    r"\b(?:hiatus|break)\b[^.;]{0,50}\b(?:before|until|ahead\s+of)\s+(?:its|the|their)\s+$", re.IGNORECASE
)
# "Delayed from last fall": that day brought nothing.
PUT_OFF_FROM = re.compile(r"\b(?:delayed|postponed|pushed(?:\s+back)?|bumped)\s+from\s+(?:its\s+)?$", re.IGNORECASE)
AHEAD_OF = re.compile(rf"\bahead\s+of\s+(?:its|the)\s+(?:[\w{N}\u2019'-]+\s+){{0,4}}$", re.IGNORECASE)
AHEAD_OF_IT = re.compile(r"\s+(?:ahead\s+of|before)\s+(?:(?:its|the|an?)\s+)?$", re.IGNORECASE)
# "Following its debut on D": before or behind the day, as it may be.
AFTER_ITS = re.compile(
    r"\b(?:following|after|since)\s+(?:its|an?|the)\s+(?:[\w-]+\s+){0,2}(?:on\s+|in\s+)?$", re.IGNORECASE
)
# "Had been expected this year": it is not any more.
NO_LONGER = re.compile(
    r"\b(?:had|has)\s+(?:long\s+|once\s+|originally\s+|first\s+)?been\s+(?:\w+ly\s+)?$|\b(?:originally|initially|once|previously)\s+$",
    re.IGNORECASE,
)
WAS_FIRST = re.compile(r"\b(?:was|were)\s+first\s+$", re.IGNORECASE)
HAS_BEEN = re.compile(r"\bhas\s+(?:now\s+)?been\s+$", re.IGNORECASE)
# "Which P gave a second season back in January": long ago.
BACK_IN = re.compile(r"back", re.IGNORECASE)
LONG_AGO = re.compile(rf"(?:\b\w+ed|\bbegan|\bran|{N})\s+$", re.IGNORECASE)
# "D, when S begins its N": the day of what follows.
WHEN_CLAUSE = re.compile(rf",\s+when\s+(?P<said>[^.;,{D}]{{1,110}})", re.IGNORECASE)
WHEN_BEGINS = re.compile(
    rf",\s+when\s+(?:{S}|(?:the|its)\s+(?:{N}|season|series|show)(?:\s+of\s+{S})?)['\u2019]?\s+(?:will\s+|finally\s+)?"
    r"(?P<verb>(?:begin|start|return|open|premiere|launch|debut|end|conclude|close|finish|sign(?=s?\s+off|ed\s+off))(?:s|ed|d)?|came\s+to\s+an?\s+(?:end|close)|wrapped|began|kicks\s+off|wraps(?:\s+up)?|comes\s+back)\b",
    re.IGNORECASE,
)
# "Has been running on P since D", "has been filming since D".
RUNNING_SINCE = Hinted(
    r"\b(?:has|have|had)\s+been\s+(?:(?P<film>in\s+production|at\s+it|(?:back\s+)?at\s+work|(?:back\s+)?on\s+(?:the\s+)?sets?|filming|shooting|turning|rolling|(?:back\s+)?(?:before|in\s+front\s+of)\s+the\s+cameras)|around(?=\s+$)|running|airing|streaming|showing|on\s+the\s+air|on\s+screen|on(?=\s+$))[^.;]{0,50}$",
    re.IGNORECASE,
)
AND_ON = re.compile(r"\s*,?\s+and\s+(?:on\s+)?", re.IGNORECASE)
OWN_SUBJECT = re.compile(
    rf"{S}['\u2019]?,?\s+(?:(?:will|is|was|to|first|has|had|also|then|finally|originally)\s+){{0,4}}$", re.IGNORECASE
)
AFTER_SO_MANY = re.compile(
    rf"\bafter\s+(?:just\s+|only\s+)?(?:{N}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
CAME = re.compile(r"\b(?:came|come|was|were)\s+(?:finally\s+)?$", re.IGNORECASE)
RELEASED = re.compile(r"\breleas", re.IGNORECASE)
TELEVISION = re.compile(rf"[{N}{P}]|\b(?:{_SHOW_KINDS}|TV|episodes?|season)\b", re.IGNORECASE)
# "Every Wednesday through November 19": there the range is no run.
WEEKDAYS_UNTIL = re.compile(r"\w+days?\s+(?:through|until|to)\b", re.IGNORECASE)
EPISODES_EACH = re.compile(
    r"\b(?:episodes?|chapters?|instal+ments?|hours?|half-hours?|ones?|more|two|three)\s+(?:will\s+)?(?:follow|debut|drop|premiere|air|stream|arrive|be\s+released)?s?\s*(?:every|each)\s+$",
    re.IGNORECASE,
)
RANGE = re.compile(r"\b(?:between|from)\b|\w\s+(?:to|through|until|and)\s|[\u2013-]", re.IGNORECASE)
SUBJECT_BEFORE = re.compile(
    rf"(?:{S}|{N}(?:\s+of\s+(?:the|this)\s[^.,;:{S}{D}]{{1,60}})?|\b(?:it|former|latter|(?:last|first)\s+of\s+those|that\s+one|pilot|of\s+which|season|episodes|hours|half-hours|run|outing|batch|instal+ments|chapters|opener|premiere|remake|retelling|adaptation|reimagining|reboot|revival|{_SHOW_KINDS})"
    rf"(?:\s+(?:about|from|with|starring|by|of|set\s+in)\s+[^.,;:{S}{D}]{{1,60}})?)\W*(?:\([^)]*\)\s*)?(?:(?<=,\s)\s?(?:(?!(?:he|she|they|who|and|but|or|where|when)\b)(?:[a-z]|{P})[\w\u2019'-]*\s[^,;]{{1,90}}|meanwhile|however|though),\s+)?(?:(?:will|is|was|to|set|finally|officially|now|would|could|be|are|were|both|has|had|been"
    rf"|slated|scheduled|due|having|already|still|about|did|does|may|might|also|then|ever|all|just|which|that|\w+ly|viewers|up|first|originally"
    rf"|initially|eventually|expected|in\s+the\s+works|the\s+one\s+that|itself)\W+){{0,5}}$",
    re.IGNORECASE,
)
SECOND = re.compile(
    rf"\s*,?\s*(?:and\s+)?(?:the|its)\s+({LATER})\s+(?:(?:one|season"
    r"|run)\s+)?(?:came\s+|followed\s+|arrived\s+)?(?:on|in)\s+",
    re.IGNORECASE,
)
# "S starts its fourth season D, and T its second on D".
OTHER_SHOW_TOO = re.compile(
    rf"[,;]?\s+(?:(?:and|while|with)\s+)?(?:{P}['\u2019]s\s+)?(?P<show>{S})['\u2019]?,?\s+(?:its|on\s+its)\s+(?:(?P<ordinal>{LATER})|{N}),?\s+(?:(?:did|does|will\s+do)\s+so\s+)?(?:(?:on|in)\s+)?",
    re.IGNORECASE,
)
# "In two parts, the first on D and the second on D": of one season.
PARTS_OF_ONE = re.compile(r"\b(?:parts|halves|volumes|batches|chunks|instal+ments|drops|pieces)\b", re.IGNORECASE)
SEASON_AGAIN = re.compile(
    rf",?\s+(?:and\s+|while\s+|but\s+)?{N}\s+(?:came\s+|followed\s+|arrived\s+|was\s+)?(?:on|in)\s+", re.IGNORECASE
)
HEAD = re.compile(
    r"\W*(?:(?:[\w-]+\s+){1,3}later,\s+)?(?:(?:(?:also\s+)?(?:on|in|come|starting|beginning)|also|then|and)\W+)?(?:the\s+)?",
    re.IGNORECASE,
)
OPENED = re.compile(
    rf"(?P<between>[^.;{D}]{{0,90}}?)\b(?P<verb>premier(?:es|ed)|debut(?:s|ed)|(?:is|are|will\s+be)\s+(?:all\s+|both\s+)?back|will\s+(?:return"
    rf"|premiere|debut)|returns?|returned|releases|released|begins|began|launche[sd]|comes?\s+back|came\s+back|rolls\s+out|enters|opens|opened"
    r"|arrive[sd]|start(?:s|ed)|kick(?:s|ed)\s+off|bow(?:s|ed)(?!\s+out)|ends|concluded|concludes|signs\s+off|wraps\s+up)\b(?!\s+(?:the|a|its)\s+(?:trailer|teaser|search|filming"
    r"|production|casting))",
    re.IGNORECASE,
)
SOME_SHOW = re.compile(
    rf"[{S}{N}{P}]|\b(?:it|that|this|one|former|latter|{FIRST_TO_TENTH}|episodes?|season|run|batch|outing|opener|network|streamer|channel|service|{_SHOW_KINDS})\b",
    re.IGNORECASE,
)
FATES = re.compile(r"\b(?:renew|cancel|order|pick|ax|scrap|sav|rescu)\w*", re.IGNORECASE)
# "Ordered a season, to be shown in D".
TO_BE_SHOWN = re.compile(r"to\s+be\s+(?:shown|seen|aired|released|streamed|broadcast)\b", re.IGNORECASE)
PART = Hinted(
    r"\b(?:part|volume|vol\.?)\s+(?:[2-9]\d?|two|three|four|five|ii|iii|iv)\b|\b(?:second|back)\s+half\b|\b(?:second|final"
    r"|next)\s+batch\b|\bepisodes?\s+[2-9]",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:series\s+(?:premiere|debut)|original(?:ly)?\s+(?:premiered|debuted|aired|launched)"
    r"|first\s+(?:premiered|debuted|aired|launched))\b",
    re.IGNORECASE,
)
AND_THEN = re.compile(r"\b(?:to|until|from|instead)\b|^\W*$", re.IGNORECASE)
ASIDE_CLAUSE = re.compile(r",?\s\b(?:as|because|since|where|when|while|which|whose|who)\s", re.IGNORECASE)
# "Streams on P starting D": there it is no verb.
FROM_THEN = re.compile(r"(?:starting|beginning)\s+(?:on\s+|in\s+)?", re.IGNORECASE)
# Between a verb and a date: the date is another's.
SINCE = re.compile(
    r"\b(?:after|since|before|following|until|ahead\s+of|months?\s+\w+)\s+(?:\w+\s+){0,6}$", re.IGNORECASE
)
# "It went off the air, S drew": the date behind is of what the second one does.
NEW_SUBJECT = re.compile(
    rf",\s+(?:{S}|it\b|the\s+(?:[\w-]+\s+){{0,2}}?{_SHOW_KINDS})['\u2019]?\s+(?!(?:will|is|was)\b)\w+"
)
# "The fifth episode of S, broadcast on D": it is no premiere.
LATER_EPISODE = re.compile(
    rf"\b(?:{LATER}|next|latest|penultimate|\d{{1,2}}(?:nd|rd|th))\s+(?:episode|hour|chapter|instal+ment|half-hour)(?:\s+of\s+(?:{S}|{N}(?:\s+of\s+{S})?|the\s+\w+))?['\u2019]?,?\s+"
    r"(?:(?:which|that|will|is|was|be|also|first|to|set)\s+){0,4}$",
    re.IGNORECASE,
)
# "Tickets go on sale for their tour. It starts on D".
OTHER_THING = re.compile(
    r"\b(?:tour|podcast|exhibit(?:ion)?|concerts?|festival|convention|marathon|parade|auction|residency|album|campaign|trial|strike|deal|pact|contract)\b",
    re.IGNORECASE,
)
THING_GOES_ON = re.compile(r"\W*(?:it|they|that)\s[^:;]{0,60}$", re.IGNORECASE)
# "On March 29 of that year": of which year is told before, or elsewhere.
OF_THAT_YEAR = re.compile(
    r",?\s+(?:of\s+)?(?:that|the\s+same|the\s+(?P<other>following|previous))\s+year\b", re.IGNORECASE
)
WITH_YEAR = re.compile(r"\b\d{4}\b")
# "Which will premiere in the fall": whatever has been before.
WILL = re.compile(r"\b(?:will|would|to)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# "Season 2 ran from D to D": its first day and its last.
RAN_FROM = re.compile(rf"\b(?:ran|aired|streamed)\s+(?:on\s+{P}\s+)?from\s+$", re.IGNORECASE)
RAN_TO = re.compile(
    rf"\b(?:ran|aired|streamed)\s+(?:on\s+{P}\s+)?(?:from\s+)?{D},?\s+(?:to|until|through)\s+$", re.IGNORECASE
)
# "The finale of S airs on D": not the show's premiere.
FINALE_BEFORE = re.compile(
    rf"\b(?P<finale>(?:season|series)[\s-](?:finale|ender|closer)|finale|ender|closer|(?:two-part|three-part|series|season)\s+conclusion|farewell|send-?off|swan\s+song|last\s+of\s+(?:them|which|these|(?:the|its)\s+(?:[\w-]+\s+)?[\w-]+)|closing\s+one|(?:final|last|closing|farewell)\s+(?:episode|broadcast|show|instal+ment|hour))(?:['\u2019]s)?(?:\s+of\s+(?:the\s+|its\s+)?(?:[\w{S}{N}\u2019'-]+\s+){{0,4}}?(?:{S}['\u2019]?)?)?(?:,\s[^,;]{{1,60}},|,)?\s*"
    r"(?:(?:that|which|then|will|is|was|to|be|also|now|finally|set|slated|due|scheduled|expected)\s+){0,5}$",
    re.IGNORECASE,
)
# "Ends next month, on August 25": one day, told twice.
IN_OTHER_WORDS = re.compile(rf"(?:\s+(?:for\s+)?(?:its\s+)?{N})?\s*{D}(?:\s+on\s+{P})?,\s+(?:on\s+)?")
# "The thriller from its creator closed its second season on D".
OWN_SEASON = re.compile(rf"\s+(?:its|the|their)\s+(?:[\w-]+\s+)?{N}")
# "Will show the third season in D", "wants to show it in D": somebody puts it on.
SHOWN = re.compile(
    rf"(?:show|broadcast|screen|release)s?\s+it\b|(?:(?:(?<=first\s)(?:aired|showed|broadcast|screened|streamed))|launched|debuted|premiered|introduced)\s+(?:it|the\s+(?:show|series|drama|comedy|programme))\b|(?:show|broadcast|screen|release|air|stream)s?\s+(?:(?:the|its)\s+(?:[\w-]+\s+)?)?{N}",
    re.IGNORECASE,
)
SHOWS_IT = re.compile(r"(?:show|broadcast|screen|release|air)s?\s+(?:it\b|$)", re.IGNORECASE)
AN_EPISODE = re.compile(
    r"\b(?:episode|finale|special|(?:last|final|closing)\s+(?:hour|instal+ment|chapter))\b", re.IGNORECASE
)
# "The third season of S, which starts on D": nothing that stands before it matters.
OF_WHICH = re.compile(
    rf"(?:[{S}{N}](?:\s*\([^()]*\))?|\b{_SHOW_KINDS}|{S}['\u2019]?,\s+an?\s(?![^.;,]{{0,40}}\b(?:play|film|movie|novel|book|musical|game|podcast|album)\b)[^.;,{S}{D}]{{1,90}}),?\s+(?:all\s+of\s+)?(?:which|that)\s+(?:(?:will|is|was|were|also|then|first|finally|officially|only|just|set|to|be|began|begins|started|starts)\s+){{0,4}}$",
    re.IGNORECASE,
)
# "Were dropped in March": they were cancelled.
DROPPED = re.compile(r"dropped\b", re.IGNORECASE)
IS_TO_BE_PAST = re.compile(
    r"\b(?:was|were|been|got|both|all|each)\s+(?:\w+ly\s+|also\s+|both\s+|all\s+)?$", re.IGNORECASE
)
# "The stage show returns for a second year".
ON_STAGE = re.compile(r"\b(?:stage|live|touring|arena)\s+(?:show|version|adaptation|tour)\b", re.IGNORECASE)
# "The parent show left the air": of the show that another comes from.
OF_ITS_PARENT = re.compile(r"\b(?:parent|mother)\s+(?:show|series|drama|comedy)\b", re.IGNORECASE)
OF_PARENT = re.compile(
    rf"predecessor|\bmothership(?!\s+[\"'\u2018\u201c]?{S})|\bthe\s+original\s+(?:(?:series|show|drama|comedy|sitcom|run|version)\s+)?(?:\(?which\s+)?(?:ended|began|ran|aired|premiered|debuted|concluded|was\s+on)\b",
    re.IGNORECASE,
)
# "Returned for its third season on D": what comes so is a show.
FOR_A_SEASON = re.compile(rf"\s+(?:(?:for|with)\s+(?:its|an?|the)\s+(?:[\w-]+\s+)?|(?:for|in)\s+){N}", re.IGNORECASE)
INSET = re.compile(r",\s[^,;]{1,90},")
# "The premiere of season three": of another season than the one before.
NOUN_OF_SEASON = re.compile(rf"\s+of\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?{N}")
# Right before the verb stands the season that it speaks of.
SEASON_RIGHT_BEFORE = re.compile(
    rf"{N}\)?(?:\s+of\s+(?:{S}['\u2019]?|(?:the|this|{P}['\u2019]?s?)\s[^.,;:{S}{N}{D}]{{1,50}}))?,?\s+(?:(?:which|that|had|has|was|will|is|be|finally|then|also|officially|first|even|not|set|to|it|self)\s+){{0,4}}$",
    re.IGNORECASE,
)
# "It ran from D to D": the first and the last of its episodes.
RAN = Hinted(
    rf"\b(?:ran|aired|was\s+shown|were\s+shown|played\s+out|unfolded|arrived|streamed|rolled\s+out|(?:was|were)\s+(?:released|broadcast|screened|streamed|aired))\s+(?:[^.;{D}]{{1,40}}?\s+)?$",
    re.IGNORECASE,
)
# "A spin-off of S, which ended on D": it is S that ended.
WHICH = re.compile(
    rf"{S}(?:['\u2019]?\s+(?:series|show|drama|comedy|saga|franchise))?['\u2019]?,?\s+(?:which|that)\s+(?:\w+\s+){{0,4}}$",
    re.IGNORECASE,
)
# "Whether S, released in D, will return": S came out.
ASIDE_OF_SHOW = re.compile(rf"{S}['\u2019]?,\s+(?:first\s+)?$")
RELEASED_THEN = re.compile(r"(?:released|launched|shown|aired|broadcast)\b", re.IGNORECASE)
# Who plans or expects it tells a plan, and "until the finale on D" no condition.
NO_CONDITION = re.compile(r"\bexpected\s+to\b|\babout\s+to\b|\buntil\b(?:\s+after)?", re.IGNORECASE)
# "The pilot aired on D".
PILOT = re.compile(r"\bpilot\s+(?:(?:first|was|originally)\s+){0,2}$", re.IGNORECASE)
# "Viewers can expect the new episodes in D", "is readying its N for D": a premiere in other words.
BRINGS_IT = re.compile(
    rf"(?:(?:can|should|to|may)\s+)?expect\b|(?:viewers|fans|audiences)\b|readying\b|{N}\s|opening\b", re.IGNORECASE
)
# "Ahead of its second season's arrival in D".
OF_THE_SEASON = re.compile(rf"(?:{N}(?:['\u2019]s?)?|\b(?:the|its)\s+\w+['\u2019]s?)\s+(?:[\w-]+\s+)?$")
NOUN_OF_IT = re.compile(r"(?:arrival|drop|launch|debut|premiere|bow|return|start|release|opening)\b", re.IGNORECASE)
# "S finished filming in D and is coming in D": one subject, two verbs.
AND_IS = re.compile(
    rf"(?:^|[.;:]\s+)\W*(?:{S}|it\b|the\s+(?:[\w-]+\s+){{0,2}}?{_SHOW_KINDS}\b|the\s+(?:latter|former)\b)[^;]{{1,140}}?\band\s+(?:will|is|are|was)\s+(?:(?:also|then|finally|now|to|set|be|due)\s+){{0,3}}$",
    re.IGNORECASE,
)
# "Launched on D with some noise, the spinoff has lost half of it".
OPENS_SENTENCE = re.compile(
    r"\W*(?:launched|released|premiered|debuted|first\s+(?:aired|shown|released))\b", re.IGNORECASE
)
IT_HAS = re.compile(rf"[^.;,]{{0,60}},\s+(?:{S}|it\b|the\s+(?:[\w-]+\s+){{0,3}}?{_SHOW_KINDS}\b)", re.IGNORECASE)
# "Began with a three-episode drop on D".
WITH_A = re.compile(
    r"\b(?:began|begins|started|starts|opened|opens|launched|launches|returned|returns|kicked\s+off)\s+with\s+an?\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "Will come out in three parts: four episodes on D".
IN_PARTS = re.compile(
    rf"\b(?:come\s+out|arrive|be\s+(?:released|shown)|drop|launch|debut|premiere|air)\s+in\s+\w+\s+(?:parts|instal+ments|batches|volumes|chunks)\W+[^.;{D}]{{0,40}}?(?:on|in)\s+$",
    re.IGNORECASE,
)
# "Its third, which P will put out on D".
WILL_BRING = re.compile(
    rf"{N}['\u2019]?,?\s+(?:which|that)\s+(?:{P}|it|they|the\s+\w+)\s+(?:will|is\s+to|plans\s+to|has|had)\s+$"
)
# "P to drop all episodes of S on D": the platform puts it on.
PUT_ON = re.compile(
    rf"{P}\s+(?:to\s+|will\s+)?(?:drop|releas|premier|launch|debut|air|roll\s+out|stream|open|date|introduc)\w*\b[^.;{D}]{{0,60}}?{S}[^.;{D}]{{0,20}}$",
    re.IGNORECASE,
)
# A press release's dateline: "BURBANK, November 19, 2025 \u2013".
DATELINE = re.compile(r"\s*[\u2014\u2013-]")
FAR = re.compile(r"\b(?:week|month|year)s?\s+(?:from|after|before)\s+$", re.IGNORECASE)
PLACE = re.compile(r"\W*[A-Z][A-Z. -]+,\s+(?:[A-Z][\w.]+,?\s+)?(?:[\u2014\u2013-]\s+)?")
# "Next month, on June 25": the day that follows says it better.
TOLD_AGAIN = re.compile(rf"(?:\s+on\s+{P})?,\s+on\s+{D}")
